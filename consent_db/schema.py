"""The tables of the register and the records, for SQLite and PostgreSQL alike.

People, permissions and sign-in are here; photos and posts are in `consent_db.schema_photos` and
`consent_db.schema_posts`. What people said and what happened is insert-only: triggers refuse to change or delete it.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from app.domain.consent import Answer, ConsentKind
from app.domain.people import PersonKind, Role
from consent_db.columns import Instant, enum_column, id_column, one_of, reference

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

person = Table(
    "person",
    metadata,
    id_column(),
    enum_column("kind", PersonKind),
    Column("legal_forename", String(200), nullable=False),
    Column("legal_surname", String(200), nullable=False),
    Column("preferred_forename", String(200), nullable=False, default=""),
    Column("preferred_surname", String(200), nullable=False, default=""),
    Column("upn", String(13), nullable=False, default="", index=True),
    Column("admission_number", String(40), nullable=False, default="", index=True),
    Column("date_of_birth", Date),
    Column("registration_group", String(40), nullable=False, default="", index=True),
    Column("year_group", String(40), nullable=False, default=""),
    Column("on_roll_from", Date),
    Column("on_roll_until", Date),
    Column("search_key", Text, nullable=False),
    Column("version", Integer, nullable=False, default=1),
    one_of("kind", PersonKind),
)

platform = Table(
    "platform",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("account", String(200), nullable=False, default=""),
    Column("max_edge_px", Integer, nullable=False),
    Column("max_bytes", Integer, nullable=False),
    Column("caption_limit", Integer, nullable=False),
    Column("alt_text_limit", Integer, nullable=False),
    Column("limits_version", String(64), nullable=False, default=""),
)

import_batch = Table(
    "import_batch",
    metadata,
    id_column(),
    Column("kind", String(32), nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("applied_at", Instant, nullable=False),
    Column("applied_by", String(64), nullable=False),
)

consent_event = Table(
    "consent_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    reference("person_id", "person.id"),
    enum_column("kind", ConsentKind),
    reference("platform_id", "platform.id"),
    enum_column("answer", Answer),
    Column("giver", String(200), nullable=False),
    Column("relationship", String(100), nullable=False, default=""),
    Column("evidence", Text, nullable=False, default=""),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    Column("source", String(200), nullable=False, default=""),
    Column("supersedes", String(36)),
    Column("to_confirm", Boolean, nullable=False, default=False),
    one_of("kind", ConsentKind),
    one_of("answer", Answer),
    CheckConstraint("giver <> ''", name="giver_is_named"),
    sqlite_autoincrement=True,
)

hold_event = Table(
    "hold_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    reference("person_id", "person.id"),
    Column("placed", Boolean, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    sqlite_autoincrement=True,
)

app_user = Table(
    "app_user",
    metadata,
    id_column(),
    Column("username", String(64), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("locked_until", Instant),
    Column("is_active", Boolean, nullable=False, default=True),
    Column("created_at", Instant, nullable=False),
)

user_role = Table(
    "user_role",
    metadata,
    reference("user_id", "app_user.id"),
    enum_column("role", Role),
    one_of("role", Role),
    UniqueConstraint("user_id", "role"),
)

audit_event = Table(
    "audit_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("action", String(64), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)

INSERT_ONLY = ("consent_event", "hold_event", "audit_event", "verdict_event")
"""Tables whose rows can be neither changed nor taken out; triggers see to it."""
