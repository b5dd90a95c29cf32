"""Tables of platforms, of what was answered about people, and of every other written permission."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from app.domain.biometrics import BiometricFact
from app.domain.consent import Answer, ConsentKind
from app.domain.permissions import PermissionKind
from consent_db.columns import Instant, enum_column, identity, one_of, reference, school_column
from consent_db.schema import metadata

platform = Table(
    "platform",
    metadata,
    *identity(64),
    Column("name", String(200), nullable=False),
    Column("account", String(200), nullable=False, default=""),
    Column("purpose", Text, nullable=False, default=""),
    Column("owner", String(200), nullable=False, default=""),
    Column("mailbox", String(200), nullable=False, default=""),
    Column("audience", String(200), nullable=False, default=""),
    Column("approved_by", String(64), nullable=False, default=""),
    Column("privacy_checked_on", Date),
    Column("credentials_changed_on", Date),
    Column("two_step", Boolean, nullable=False, default=False),
    Column("is_open", Boolean, nullable=False, default=True),
    Column("max_edge_px", Integer, nullable=False),
    Column("max_bytes", Integer, nullable=False),
    Column("max_pictures", Integer, nullable=False, default=10),
    Column("caption_limit", Integer, nullable=False),
    Column("alt_text_limit", Integer, nullable=False),
    Column("narrowest", Float),
    Column("widest", Float),
    Column("limits_version", String(64), nullable=False, default=""),
    Column("limits_checked_on", Date),
    Column("version", Integer, nullable=False, default=1),
    UniqueConstraint("school_id", "name"),
)

platform_user = Table(
    "platform_user",
    metadata,
    *identity(),
    *reference("platform_id", "platform.id"),
    *reference("user_id", "app_user.id"),
    Column("starts_on", Date, nullable=False),
    Column("until", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
)
"""Who may post to which account, and when."""

consent_event = Table(
    "consent_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    school_column(),
    *reference("person_id", "person.id"),
    enum_column("kind", ConsentKind),
    *reference("platform_id", "platform.id"),
    enum_column("answer", Answer),
    Column("giver", String(200), nullable=False),
    *reference("contact_id", "contact.id", required=False),
    Column("relationship", String(100), nullable=False, default=""),
    Column("form_version", String(100), nullable=False, default=""),
    Column("evidence", Text, nullable=False, default=""),
    *reference("evidence_file", "vault_object.name", required=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    *reference("batch_id", "import_batch.id", required=False),
    Column("source", String(200), nullable=False, default=""),
    Column("supersedes", String(36)),
    Column("to_confirm", Boolean, nullable=False, default=False),
    one_of("kind", ConsentKind),
    one_of("answer", Answer),
    CheckConstraint("giver <> ''", name="giver_is_named"),
    Index(
        "ix_consent_event_source",
        "school_id",
        "person_id",
        "kind",
        "platform_id",
        "source",
        unique=True,
        sqlite_where=text("source <> ''"),
        postgresql_where=text("source <> ''"),
    ),
    Index("ix_consent_event_school", "school_id", "sequence"),
    # The newest yes of all, for one school in a file and for one of many on a server.
    Index("ix_consent_event_newest", "answer", "to_confirm", "recorded_at"),
    Index("ix_consent_event_school_newest", "school_id", "answer", "to_confirm", "recorded_at"),
    sqlite_autoincrement=True,
)

hold_event = Table(
    "hold_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    school_column(),
    *reference("person_id", "person.id"),
    Column("placed", Boolean, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    sqlite_autoincrement=True,
)

biometric_event = Table(
    "biometric_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    school_column(),
    *reference("person_id", "person.id"),
    enum_column("fact", BiometricFact),
    *reference("contact_id", "contact.id", required=False),
    Column("giver", String(200), nullable=False, default=""),
    Column("in_writing", Boolean, nullable=False, default=False),
    Column("evidence", Text, nullable=False, default=""),
    *reference("evidence_file", "vault_object.name", required=False),
    Column("reason", Text, nullable=False, default=""),
    Column("on_day", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    one_of("fact", BiometricFact),
    sqlite_autoincrement=True,
)

face_template = Table(
    "face_template",
    metadata,
    *identity(),
    *reference("person_id", "person.id"),
    Column("network", String(100), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("quality", Float, nullable=False, default=0.0),
    Column("made_at", Instant, nullable=False),
    Column("made_by", String(64), nullable=False),
    Column("until", Date),
)
"""Features to compare a face with; `sealed` is ciphertext. A row lives only while the biometric consent does."""

permission = Table(
    "permission",
    metadata,
    *identity(),
    enum_column("kind", PermissionKind),
    Column("subject", String(200), nullable=False),
    Column("grantor", String(200), nullable=False),
    Column("grantor_role", String(32), nullable=False),
    Column("platforms", JSON, nullable=False),
    Column("scope", Text, nullable=False, default=""),
    Column("evidence", Text, nullable=False, default=""),
    *reference("evidence_file", "vault_object.name", required=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    Column("ended_at", Instant),
    Column("ended_by", String(64)),
    Column("version", Integer, nullable=False, default=1),
    one_of("kind", PermissionKind),
    Index("ix_permission_subject", "school_id", "kind", "subject"),
)
"""`subject` is a mark's name, or the id of a device, a user or a person; an empty list of platforms means none."""

policy_version = Table(
    "policy_version",
    metadata,
    *identity(),
    Column("name", String(200), nullable=False),
    Column("label", String(64), nullable=False),
    Column("owner", String(200), nullable=False, default=""),
    Column("link", Text, nullable=False, default=""),
    Column("related", JSON, nullable=False, default=list),
    Column("consulted", Text, nullable=False, default=""),
    Column("effective_on", Date, nullable=False),
    Column("noticed_on", Date),
    Column("governors_approved_on", Date),
    Column("governors_first", Boolean),
    Column("review_due_on", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    Column("version", Integer, nullable=False, default=1),
    UniqueConstraint("school_id", "name", "label"),
)
"""`related` names the policies it is read with, `consulted` who was asked about it and when, for example the unions."""

acknowledgement = Table(
    "acknowledgement",
    metadata,
    *identity(),
    *reference("user_id", "app_user.id"),
    *reference("policy_version_id", "policy_version.id"),
    Column("at", Instant, nullable=False),
    UniqueConstraint("user_id", "policy_version_id", "school_id"),
)

training = Table(
    "training",
    metadata,
    *identity(),
    *reference("user_id", "app_user.id"),
    Column("topic", String(200), nullable=False),
    Column("done_on", Date, nullable=False),
    Column("valid_until", Date),
    Column("evidence", Text, nullable=False, default=""),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
)
