CREATE TABLE person (
	id VARCHAR(36) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	legal_forename VARCHAR(200) NOT NULL, 
	legal_surname VARCHAR(200) NOT NULL, 
	preferred_forename VARCHAR(200) NOT NULL, 
	preferred_surname VARCHAR(200) NOT NULL, 
	upn VARCHAR(13) NOT NULL, 
	admission_number VARCHAR(40) NOT NULL, 
	date_of_birth DATE, 
	registration_group VARCHAR(40) NOT NULL, 
	year_group VARCHAR(40) NOT NULL, 
	on_roll_from DATE, 
	on_roll_until DATE, 
	search_key TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT ck_person_kind_is_known CHECK (kind IN ('PUPIL', 'STAFF', 'PARENT', 'GOVERNOR', 'VISITOR', 'LEAVER'))
);
--
CREATE INDEX ix_person_registration_group ON person (registration_group);
--
CREATE INDEX ix_person_admission_number ON person (admission_number);
--
CREATE INDEX ix_person_upn ON person (upn);
--
CREATE TABLE platform (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	account VARCHAR(200) NOT NULL, 
	max_edge_px INTEGER NOT NULL, 
	max_bytes INTEGER NOT NULL, 
	caption_limit INTEGER NOT NULL, 
	alt_text_limit INTEGER NOT NULL, 
	limits_version VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_platform PRIMARY KEY (id), 
	CONSTRAINT uq_platform_name UNIQUE (name)
);
--
CREATE TABLE import_batch (
	id VARCHAR(36) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	file_sha256 VARCHAR(64) NOT NULL, 
	rows INTEGER NOT NULL, 
	applied_at VARCHAR(32) NOT NULL, 
	applied_by VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_import_batch PRIMARY KEY (id)
);
--
CREATE TABLE app_user (
	id VARCHAR(36) NOT NULL, 
	username VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	password_hash TEXT NOT NULL, 
	failures INTEGER NOT NULL, 
	locked_until VARCHAR(32), 
	is_active BOOLEAN NOT NULL, 
	created_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_app_user PRIMARY KEY (id), 
	CONSTRAINT uq_app_user_username UNIQUE (username)
);
--
CREATE TABLE audit_event (
	sequence INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	actor VARCHAR(64) NOT NULL, 
	action VARCHAR(64) NOT NULL, 
	body TEXT NOT NULL, 
	previous VARCHAR(64) NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_audit_event PRIMARY KEY (sequence), 
	CONSTRAINT uq_audit_event_hash UNIQUE (hash)
);
--
CREATE INDEX ix_audit_event_action ON audit_event (action);
--
CREATE TABLE vault_object (
	name VARCHAR(64) NOT NULL, 
	wrapped_key BLOB NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	bytes INTEGER NOT NULL, 
	stored_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_vault_object PRIMARY KEY (name)
);
--
CREATE TABLE device (
	id VARCHAR(36) NOT NULL, 
	"key" VARCHAR(200) NOT NULL, 
	label VARCHAR(200) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	first_seen_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_device PRIMARY KEY (id), 
	CONSTRAINT ck_device_kind_is_known CHECK (kind IN ('SCHOOL', 'PERSONAL', 'UNKNOWN')), 
	CONSTRAINT uq_device_key UNIQUE ("key")
);
--
CREATE TABLE receipt (
	id VARCHAR(36) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	words TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	actor VARCHAR(64) NOT NULL, 
	audit_head VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_receipt PRIMARY KEY (id)
);
--
CREATE INDEX ix_receipt_kind ON receipt (kind);
--
CREATE INDEX ix_receipt_subject ON receipt (subject);
--
CREATE TABLE consent_event (
	sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR(36) NOT NULL, 
	person_id VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	platform_id VARCHAR(64) NOT NULL, 
	answer VARCHAR(32) NOT NULL, 
	giver VARCHAR(200) NOT NULL, 
	relationship VARCHAR(100) NOT NULL, 
	evidence TEXT NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	recorded_at VARCHAR(32) NOT NULL, 
	recorded_by VARCHAR(64) NOT NULL, 
	source VARCHAR(200) NOT NULL, 
	supersedes VARCHAR(36), 
	to_confirm BOOLEAN NOT NULL, 
	CONSTRAINT ck_consent_event_kind_is_known CHECK (kind IN ('IMAGE', 'NAME', 'VIDEO', 'WORK')), 
	CONSTRAINT ck_consent_event_answer_is_known CHECK (answer IN ('YES', 'NO', 'WITHDRAWN')), 
	CONSTRAINT ck_consent_event_giver_is_named CHECK (giver <> ''), 
	CONSTRAINT uq_consent_event_id UNIQUE (id), 
	CONSTRAINT fk_consent_event_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_consent_event_platform_id FOREIGN KEY(platform_id) REFERENCES platform (id)
);
--
CREATE INDEX ix_consent_event_platform_id ON consent_event (platform_id);
--
CREATE INDEX ix_consent_event_person_id ON consent_event (person_id);
--
CREATE TABLE hold_event (
	sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id VARCHAR(64) NOT NULL, 
	placed BOOLEAN NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	recorded_by VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_hold_event_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_hold_event_person_id ON hold_event (person_id);
--
CREATE TABLE user_role (
	user_id VARCHAR(64) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	CONSTRAINT ck_user_role_role_is_known CHECK (role IN ('CONTRIBUTOR', 'CONSENT_ADMIN', 'DSL', 'HEAD', 'DEPUTY', 'DPO', 'IT', 'BUSINESS_MANAGER', 'GOVERNOR', 'EXTERNAL')), 
	CONSTRAINT uq_user_role_user_id_role UNIQUE (user_id, role), 
	CONSTRAINT fk_user_role_user_id FOREIGN KEY(user_id) REFERENCES app_user (id)
);
--
CREATE INDEX ix_user_role_user_id ON user_role (user_id);
--
CREATE TABLE photo (
	id VARCHAR(36) NOT NULL, 
	number INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	vault_name VARCHAR(64) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	format VARCHAR(16) NOT NULL, 
	bytes INTEGER NOT NULL, 
	imported_at VARCHAR(32) NOT NULL, 
	event VARCHAR(200) NOT NULL, 
	is_analysed BOOLEAN NOT NULL, 
	engines TEXT NOT NULL, 
	CONSTRAINT pk_photo PRIMARY KEY (id), 
	CONSTRAINT ck_photo_state_is_known CHECK (state IN ('QUARANTINED', 'IMPORTED', 'PICKED', 'SKIPPED', 'ANALYSED', 'IDENTIFIED')), 
	CONSTRAINT uq_photo_number UNIQUE (number), 
	CONSTRAINT uq_photo_sha256 UNIQUE (sha256), 
	CONSTRAINT fk_photo_vault_name FOREIGN KEY(vault_name) REFERENCES vault_object (name)
);
--
CREATE INDEX ix_photo_vault_name ON photo (vault_name);
--
CREATE INDEX ix_photo_event ON photo (event);
--
CREATE TABLE roster_entry (
	event VARCHAR(200) NOT NULL, 
	person_id VARCHAR(64) NOT NULL, 
	CONSTRAINT uq_roster_entry_event_person_id UNIQUE (event, person_id), 
	CONSTRAINT fk_roster_entry_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_roster_entry_person_id ON roster_entry (person_id);
--
CREATE TABLE post (
	id VARCHAR(36) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	author VARCHAR(64) NOT NULL, 
	note TEXT NOT NULL, 
	created_at VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_post PRIMARY KEY (id), 
	CONSTRAINT ck_post_state_is_known CHECK (state IN ('DRAFT', 'SUBMITTED', 'ON_HOLD', 'RETURNED', 'REJECTED', 'APPROVED')), 
	CONSTRAINT fk_post_author FOREIGN KEY(author) REFERENCES app_user (id)
);
--
CREATE INDEX ix_post_author ON post (author);
--
CREATE TABLE source_file (
	id VARCHAR(36) NOT NULL, 
	photo_id VARCHAR(64) NOT NULL, 
	device_id VARCHAR(64) NOT NULL, 
	object_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	bytes INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	problem TEXT NOT NULL, 
	removal_wanted BOOLEAN NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_source_file PRIMARY KEY (id), 
	CONSTRAINT ck_source_file_state_is_known CHECK (state IN ('COPIED', 'VERIFIED', 'REMOVED', 'REMOVAL_OUTSTANDING', 'ATTESTED')), 
	CONSTRAINT uq_source_file_device_id_object_id_photo_id UNIQUE (device_id, object_id, photo_id), 
	CONSTRAINT fk_source_file_photo_id FOREIGN KEY(photo_id) REFERENCES photo (id), 
	CONSTRAINT fk_source_file_device_id FOREIGN KEY(device_id) REFERENCES device (id)
);
--
CREATE INDEX ix_source_file_photo_id ON source_file (photo_id);
--
CREATE INDEX ix_source_file_device_id ON source_file (device_id);
--
CREATE TABLE region (
	id VARCHAR(36) NOT NULL, 
	sequence INTEGER NOT NULL, 
	photo_id VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	box JSON NOT NULL, 
	origin VARCHAR(32) NOT NULL, 
	score FLOAT, 
	text TEXT NOT NULL, 
	text_kind VARCHAR(32), 
	roster JSON NOT NULL, 
	touched BOOLEAN NOT NULL, 
	made_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_region PRIMARY KEY (id), 
	CONSTRAINT ck_region_kind_is_known CHECK (kind IN ('FACE', 'TEXT', 'MARK', 'OTHER')), 
	CONSTRAINT ck_region_origin_is_known CHECK (origin IN ('ENGINE', 'PERSON')), 
	CONSTRAINT uq_region_photo_id_sequence UNIQUE (photo_id, sequence), 
	CONSTRAINT fk_region_photo_id FOREIGN KEY(photo_id) REFERENCES photo (id)
);
--
CREATE INDEX ix_region_photo_id ON region (photo_id);
--
CREATE TABLE presence_answer (
	photo_id VARCHAR(64) NOT NULL, 
	person_id VARCHAR(64) NOT NULL, 
	presence VARCHAR(32) NOT NULL, 
	answered_by VARCHAR(64) NOT NULL, 
	answered_at VARCHAR(32) NOT NULL, 
	CONSTRAINT ck_presence_answer_presence_is_known CHECK (presence IN ('NOT_IN_PICTURE', 'IN_PICTURE')), 
	CONSTRAINT uq_presence_answer_photo_id_person_id UNIQUE (photo_id, person_id), 
	CONSTRAINT fk_presence_answer_photo_id FOREIGN KEY(photo_id) REFERENCES photo (id), 
	CONSTRAINT fk_presence_answer_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_presence_answer_person_id ON presence_answer (person_id);
--
CREATE INDEX ix_presence_answer_photo_id ON presence_answer (photo_id);
--
CREATE TABLE photo_refusal (
	photo_id VARCHAR(64) NOT NULL, 
	person_id VARCHAR(64) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	recorded_by VARCHAR(64) NOT NULL, 
	CONSTRAINT uq_photo_refusal_photo_id_person_id UNIQUE (photo_id, person_id), 
	CONSTRAINT fk_photo_refusal_photo_id FOREIGN KEY(photo_id) REFERENCES photo (id), 
	CONSTRAINT fk_photo_refusal_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_photo_refusal_person_id ON photo_refusal (person_id);
--
CREATE INDEX ix_photo_refusal_photo_id ON photo_refusal (photo_id);
--
CREATE TABLE post_picture (
	post_id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	photo_id VARCHAR(64) NOT NULL, 
	alt_text TEXT NOT NULL, 
	rights VARCHAR(32), 
	attribution TEXT NOT NULL, 
	CONSTRAINT uq_post_picture_post_id_position UNIQUE (post_id, position), 
	CONSTRAINT uq_post_picture_post_id_photo_id UNIQUE (post_id, photo_id), 
	CONSTRAINT fk_post_picture_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT fk_post_picture_photo_id FOREIGN KEY(photo_id) REFERENCES photo (id)
);
--
CREATE INDEX ix_post_picture_post_id ON post_picture (post_id);
--
CREATE INDEX ix_post_picture_photo_id ON post_picture (photo_id);
--
CREATE TABLE post_platform (
	post_id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	platform_id VARCHAR(64) NOT NULL, 
	caption TEXT NOT NULL, 
	CONSTRAINT uq_post_platform_post_id_platform_id UNIQUE (post_id, platform_id), 
	CONSTRAINT fk_post_platform_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT fk_post_platform_platform_id FOREIGN KEY(platform_id) REFERENCES platform (id)
);
--
CREATE INDEX ix_post_platform_platform_id ON post_platform (platform_id);
--
CREATE INDEX ix_post_platform_post_id ON post_platform (post_id);
--
CREATE TABLE rendition (
	id VARCHAR(36) NOT NULL, 
	post_id VARCHAR(64) NOT NULL, 
	photo_id VARCHAR(64) NOT NULL, 
	platform_id VARCHAR(64) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	vault_name VARCHAR(64) NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	bytes INTEGER NOT NULL, 
	covered JSON NOT NULL, 
	shown JSON NOT NULL, 
	recipe TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	made_at VARCHAR(32) NOT NULL, 
	is_current BOOLEAN NOT NULL, 
	CONSTRAINT pk_rendition PRIMARY KEY (id), 
	CONSTRAINT fk_rendition_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT fk_rendition_photo_id FOREIGN KEY(photo_id) REFERENCES photo (id), 
	CONSTRAINT fk_rendition_platform_id FOREIGN KEY(platform_id) REFERENCES platform (id), 
	CONSTRAINT fk_rendition_vault_name FOREIGN KEY(vault_name) REFERENCES vault_object (name)
);
--
CREATE INDEX ix_rendition_vault_name ON rendition (vault_name);
--
CREATE INDEX ix_rendition_post_id ON rendition (post_id);
--
CREATE INDEX ix_rendition_photo_id ON rendition (photo_id);
--
CREATE INDEX ix_rendition_platform_id ON rendition (platform_id);
--
CREATE UNIQUE INDEX ix_rendition_current ON rendition (post_id, photo_id, platform_id) WHERE is_current;
--
CREATE TABLE approval (
	id VARCHAR(36) NOT NULL, 
	post_id VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	approver VARCHAR(64) NOT NULL, 
	approved_at VARCHAR(32) NOT NULL, 
	expires_at VARCHAR(32) NOT NULL, 
	voided_because TEXT NOT NULL, 
	CONSTRAINT pk_approval PRIMARY KEY (id), 
	CONSTRAINT fk_approval_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT fk_approval_approver FOREIGN KEY(approver) REFERENCES app_user (id)
);
--
CREATE INDEX ix_approval_approver ON approval (approver);
--
CREATE INDEX ix_approval_post_id ON approval (post_id);
--
CREATE TABLE evidence (
	id VARCHAR(36) NOT NULL, 
	region_id VARCHAR(64) NOT NULL, 
	engine TEXT NOT NULL, 
	box JSON NOT NULL, 
	score FLOAT NOT NULL, 
	found_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (id), 
	CONSTRAINT fk_evidence_region_id FOREIGN KEY(region_id) REFERENCES region (id)
);
--
CREATE INDEX ix_evidence_region_id ON evidence (region_id);
--
CREATE TABLE verdict_event (
	sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	photo_id VARCHAR(64) NOT NULL, 
	region_id VARCHAR(64) NOT NULL, 
	verdict VARCHAR(32) NOT NULL, 
	person_id VARCHAR(64), 
	always_cover BOOLEAN NOT NULL, 
	removed BOOLEAN NOT NULL, 
	box JSON NOT NULL, 
	undoes INTEGER, 
	recorded_at VARCHAR(32) NOT NULL, 
	recorded_by VARCHAR(64) NOT NULL, 
	CONSTRAINT ck_verdict_event_verdict_is_known CHECK (verdict IN ('UNNAMED', 'NAMED', 'STRANGER', 'NOT_A_FACE', 'NOT_A_NAME')), 
	CONSTRAINT fk_verdict_event_photo_id FOREIGN KEY(photo_id) REFERENCES photo (id), 
	CONSTRAINT fk_verdict_event_region_id FOREIGN KEY(region_id) REFERENCES region (id), 
	CONSTRAINT fk_verdict_event_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_verdict_event_region_id ON verdict_event (region_id);
--
CREATE INDEX ix_verdict_event_photo_id ON verdict_event (photo_id);
--
CREATE INDEX ix_verdict_event_person_id ON verdict_event (person_id);
--
CREATE TABLE release (
	id VARCHAR(36) NOT NULL, 
	post_id VARCHAR(64) NOT NULL, 
	platform_id VARCHAR(64) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	approval_id VARCHAR(64) NOT NULL, 
	exported_at VARCHAR(32) NOT NULL, 
	exported_by VARCHAR(64) NOT NULL, 
	folder TEXT NOT NULL, 
	live_url TEXT NOT NULL, 
	CONSTRAINT pk_release PRIMARY KEY (id), 
	CONSTRAINT ck_release_state_is_known CHECK (state IN ('EXPORTED', 'LIVE', 'TAKEN_DOWN')), 
	CONSTRAINT fk_release_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT fk_release_platform_id FOREIGN KEY(platform_id) REFERENCES platform (id), 
	CONSTRAINT fk_release_approval_id FOREIGN KEY(approval_id) REFERENCES approval (id), 
	CONSTRAINT fk_release_exported_by FOREIGN KEY(exported_by) REFERENCES app_user (id)
);
--
CREATE INDEX ix_release_exported_by ON release (exported_by);
--
CREATE INDEX ix_release_platform_id ON release (platform_id);
--
CREATE INDEX ix_release_post_id ON release (post_id);
--
CREATE INDEX ix_release_approval_id ON release (approval_id);
--
CREATE TABLE task (
	id VARCHAR(36) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	words TEXT NOT NULL, 
	release_id VARCHAR(64), 
	person_id VARCHAR(64), 
	raised_at VARCHAR(32) NOT NULL, 
	due_at VARCHAR(32), 
	done_at VARCHAR(32), 
	done_by VARCHAR(64), 
	proof TEXT NOT NULL, 
	CONSTRAINT pk_task PRIMARY KEY (id), 
	CONSTRAINT ck_task_kind_is_known CHECK (kind IN ('TAKEDOWN', 'REVIEW', 'CONFIRM_CONSENT')), 
	CONSTRAINT fk_task_release_id FOREIGN KEY(release_id) REFERENCES release (id), 
	CONSTRAINT fk_task_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_task_person_id ON task (person_id);
--
CREATE INDEX ix_task_release_id ON task (release_id);
--
CREATE TRIGGER consent_event_no_update BEFORE UPDATE ON consent_event BEGIN SELECT RAISE(ABORT, 'consent_event is insert-only'); END;
--
CREATE TRIGGER consent_event_no_delete BEFORE DELETE ON consent_event BEGIN SELECT RAISE(ABORT, 'consent_event is insert-only'); END;
--
CREATE TRIGGER hold_event_no_update BEFORE UPDATE ON hold_event BEGIN SELECT RAISE(ABORT, 'hold_event is insert-only'); END;
--
CREATE TRIGGER hold_event_no_delete BEFORE DELETE ON hold_event BEGIN SELECT RAISE(ABORT, 'hold_event is insert-only'); END;
--
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is insert-only'); END;
--
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is insert-only'); END;
--
CREATE TRIGGER verdict_event_no_update BEFORE UPDATE ON verdict_event BEGIN SELECT RAISE(ABORT, 'verdict_event is insert-only'); END;
--
CREATE TRIGGER verdict_event_no_delete BEFORE DELETE ON verdict_event BEGIN SELECT RAISE(ABORT, 'verdict_event is insert-only'); END;
