"""Tables of photos, the devices and files they came from, the vault's keys, and what was found and said about them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
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
)

from app.domain.detection import Presence, RegionKind, RegionOrigin, Verdict
from app.domain.photo import DeviceKind, PhotoKind, PhotoState, SourceFileState
from consent_db.columns import Instant, enum_column, identity, one_of, reference, school_column
from consent_db.schema import metadata

vault_object = Table(
    "vault_object",
    metadata,
    *identity(64, "name"),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("stored_at", Instant, nullable=False),
)

device = Table(
    "device",
    metadata,
    *identity(),
    Column("key", String(200), nullable=False),
    Column("label", String(200), nullable=False),
    enum_column("kind", DeviceKind),
    Column("first_seen_at", Instant, nullable=False),
    Column("owner", String(200), nullable=False, default=""),
    Column("is_confirmed", Boolean, nullable=False, default=False),
    Column("clock_shift_s", Integer, nullable=False, default=0),
    Column("lifted_until", Date),
    Column("lifted_by", String(64), nullable=False, default=""),
    Column("version", Integer, nullable=False, default=1),
    one_of("kind", DeviceKind),
    UniqueConstraint("key", "school_id"),
)

photo = Table(
    "photo",
    metadata,
    *identity(),
    Column("number", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    *reference("vault_name", "vault_object.name"),
    enum_column("state", PhotoState),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("format", String(16), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("imported_at", Instant, nullable=False),
    Column("event", String(200), nullable=False, index=True),
    Column("is_analysed", Boolean, nullable=False, default=False),
    Column("engines", Text, nullable=False, default=""),
    enum_column("kind", PhotoKind, default=PhotoKind.PICTURE),
    Column("goes_with", String(36)),
    Column("sharpness", Float),
    Column("likeness", LargeBinary),
    Column("faces_counted", Integer),
    one_of("state", PhotoState),
    one_of("kind", PhotoKind),
    UniqueConstraint("number", "school_id"),
    UniqueConstraint("sha256", "school_id"),
    Index("ix_photo_newest", "school_id", "number"),
    Index("ix_photo_event_newest", "event", "number"),
)

source_file = Table(
    "source_file",
    metadata,
    *identity(),
    *reference("photo_id", "photo.id"),
    *reference("device_id", "device.id"),
    Column("object_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    enum_column("state", SourceFileState),
    Column("problem", Text, nullable=False, default=""),
    Column("removal_wanted", Boolean, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("listed_bytes", BigInteger),
    Column("modified_at", Instant),
    Column("taken_at", Instant),
    one_of("state", SourceFileState),
    UniqueConstraint("device_id", "object_id", "photo_id", "school_id"),
)

receipt = Table(
    "receipt",
    metadata,
    *identity(),
    Column("kind", String(32), nullable=False, index=True),
    Column("subject", String(64), nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("audit_head", String(64), nullable=False),
)

roster_entry = Table(
    "roster_entry",
    metadata,
    school_column(),
    Column("event", String(200), nullable=False),
    *reference("person_id", "person.id"),
    UniqueConstraint("event", "person_id", "school_id"),
)

region = Table(
    "region",
    metadata,
    *identity(),
    Column("sequence", Integer, nullable=False),
    *reference("photo_id", "photo.id"),
    enum_column("kind", RegionKind),
    Column("box", JSON, nullable=False),
    enum_column("origin", RegionOrigin),
    Column("score", Float),
    Column("text", Text, nullable=False, default=""),
    Column("text_kind", String(32)),
    Column("roster", JSON, nullable=False),
    Column("touched", Boolean, nullable=False, default=False),
    Column("made_at", Instant, nullable=False),
    Column("quality", Float),
    Column("clothes", JSON),
    one_of("kind", RegionKind),
    one_of("origin", RegionOrigin),
    UniqueConstraint("photo_id", "sequence", "school_id"),
)

evidence = Table(
    "evidence",
    metadata,
    *identity(),
    *reference("region_id", "region.id"),
    Column("engine", Text, nullable=False),
    Column("box", JSON, nullable=False),
    Column("score", Float, nullable=False),
    Column("found_at", Instant, nullable=False),
)

verdict_event = Table(
    "verdict_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    school_column(),
    *reference("photo_id", "photo.id"),
    *reference("region_id", "region.id"),
    enum_column("verdict", Verdict),
    Column("kind", String(32)),
    *reference("person_id", "person.id", required=False),
    Column("always_cover", Boolean, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("box", JSON, nullable=False),
    Column("undoes", Integer),
    Column("part_of", Integer),
    Column("redoes", Integer),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    one_of("verdict", Verdict),
    sqlite_autoincrement=True,
)

presence_answer = Table(
    "presence_answer",
    metadata,
    school_column(),
    *reference("photo_id", "photo.id"),
    *reference("person_id", "person.id"),
    enum_column("presence", Presence),
    Column("answered_by", String(64), nullable=False),
    Column("answered_at", Instant, nullable=False),
    one_of("presence", Presence),
    UniqueConstraint("photo_id", "person_id", "school_id"),
)

photo_refusal = Table(
    "photo_refusal",
    metadata,
    school_column(),
    *reference("photo_id", "photo.id"),
    *reference("person_id", "person.id"),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    UniqueConstraint("photo_id", "person_id", "school_id"),
)
