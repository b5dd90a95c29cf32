"""The tables of people, those who sign in, and the school itself; one schema for SQLite and PostgreSQL.

Permissions are in `consent_db.schema_consent`, reading lists in `consent_db.schema_imports`, photos and posts in
`consent_db.schema_photos` and `consent_db.schema_posts`, what happened in `consent_db.schema_records`.
`consent_db.tables` gathers them all. What people said and what happened is insert-only: triggers refuse to change it.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from app.domain.people import EmploymentKind, PersonKind, Role
from consent_db.columns import Instant, enum_column, identity, one_of, reference, school_column

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

school = Table(
    "school",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("made_at", Instant, nullable=False),
)

school_setting = Table(
    "school_setting",
    metadata,
    *identity(64, "key"),
    Column("value", JSON, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("changed_by", String(64), nullable=False),
)

person = Table(
    "person",
    metadata,
    *identity(),
    enum_column("kind", PersonKind),
    Column("legal_forename", String(200), nullable=False),
    Column("legal_surname", String(200), nullable=False),
    Column("preferred_forename", String(200), nullable=False, default=""),
    Column("preferred_surname", String(200), nullable=False, default=""),
    Column("upn", String(13), nullable=False, default="", index=True),
    Column("admission_number", String(40), nullable=False, default="", index=True),
    Column("date_of_birth", Date),
    Column("registration_group", String(40), nullable=False, default=""),
    Column("year_group", String(40), nullable=False, default=""),
    Column("on_roll_from", Date),
    Column("on_roll_until", Date),
    Column("search_key", Text, nullable=False),
    Column("erased_at", Instant),
    Column("version", Integer, nullable=False, default=1),
    one_of("kind", PersonKind),
    Index("ix_person_class", "school_id", "registration_group"),
)

person_alias = Table(
    "person_alias",
    metadata,
    *identity(),
    *reference("person_id", "person.id"),
    Column("kind", String(16), nullable=False),
    Column("value", String(64), nullable=False),
    Column("recorded_at", Instant, nullable=False),
    UniqueConstraint("value", "kind", "school_id"),
)
"""Former UPNs (``UPN``) and the ids of entries merged into this one (``MERGED``)."""

contact = Table(
    "contact",
    metadata,
    *identity(),
    *reference("person_id", "person.id"),
    *reference("contact_person_id", "person.id", required=False),
    Column("name", String(200), nullable=False),
    Column("relationship", String(100), nullable=False, default=""),
    Column("parental_responsibility", Boolean, nullable=False, default=False),
    Column("until", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    Column("version", Integer, nullable=False, default=1),
)
"""Who may speak for a child; `contact_person_id` when the parent is in the register too."""

app_user = Table(
    "app_user",
    metadata,
    *identity(),
    Column("username", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    enum_column("employment", EmploymentKind, default=EmploymentKind.STAFF),
    Column("password_hash", Text, nullable=False),
    Column("must_change_password", Boolean, nullable=False, default=False),
    Column("is_active", Boolean, nullable=False, default=True),
    Column("until", Date),
    Column("created_at", Instant, nullable=False),
    Column("signed_in_at", Instant),
    Column("version", Integer, nullable=False, default=1),
    one_of("employment", EmploymentKind),
    UniqueConstraint("username", "school_id"),
)

user_role = Table(
    "user_role",
    metadata,
    school_column(),
    *reference("user_id", "app_user.id"),
    enum_column("role", Role),
    Column("since", Date),
    Column("until", Date),
    Column("given_by", String(64), nullable=False, default=""),
    Column("given_at", Instant),
    Column("seen_by", String(64)),
    one_of("role", Role),
    UniqueConstraint("user_id", "role", "school_id"),
)
"""A role from one day to another, both inclusive; `seen_by` is the Headteacher who looked at who gave it to whom."""

sign_in_try = Table(
    "sign_in_try",
    metadata,
    *identity(64, "name_key"),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Instant),
    Column("tried_at", Instant, nullable=False),
)
"""Failed sign-ins by keyed hash of the typed name, whether somebody has that name or not: both must look alike."""
