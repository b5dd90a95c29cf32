"""Tables of lists read from the school's systems: where they come from, each reading, and what was left to a person."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, String, Table, Text, UniqueConstraint

from consent_db.columns import Instant, identity, reference
from consent_db.schema import metadata

import_source = Table(
    "import_source",
    metadata,
    *identity(),
    Column("name", String(200), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("mapping", JSON, nullable=False),
    Column("folder", Text, nullable=False, default=""),
    Column("pattern", String(200), nullable=False, default=""),
    Column("refusals_at_once", Boolean, nullable=False, default=False),
    Column("last_sha256", String(64), nullable=False, default=""),
    Column("last_seen_at", Instant),
    Column("as_of", Instant),
    Column("is_active", Boolean, nullable=False, default=True),
    Column("version", Integer, nullable=False, default=1),
    UniqueConstraint("school_id", "name"),
)
"""A list the school's system writes again and again, with its columns as a person sorted them once."""

import_batch = Table(
    "import_batch",
    metadata,
    *identity(),
    Column("kind", String(32), nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("file_name", String(200), nullable=False, default=""),
    Column("rows", Integer, nullable=False),
    *reference("source_id", "import_source.id", required=False),
    Column("as_of", Instant),
    Column("applied_at", Instant, nullable=False),
    Column("applied_by", String(64), nullable=False),
    Column("undone_at", Instant),
    Column("undone_by", String(64)),
    Column("undoes", String(36)),
)

import_change = Table(
    "import_change",
    metadata,
    *identity(),
    *reference("batch_id", "import_batch.id"),
    *reference("person_id", "person.id"),
    Column("was_new", Boolean, nullable=False),
    Column("before", JSON),
    Column("version_after", Integer, nullable=False),
)
"""What a reading changed about a person, so that it can be undone; `before` is null for somebody new."""

import_question = Table(
    "import_question",
    metadata,
    *identity(),
    *reference("batch_id", "import_batch.id"),
    *reference("person_id", "person.id", required=False),
    Column("line", Integer, nullable=False),
    Column("heading", String(200), nullable=False, default=""),
    Column("words", Text, nullable=False),
    Column("said", Text, nullable=False, default=""),
    Column("raised_at", Instant, nullable=False),
    Column("settled_on", Date),
    Column("settled_at", Instant),
    Column("settled_by", String(64)),
    Column("outcome", Text, nullable=False, default=""),
    Index("ix_import_question_open", "school_id", "settled_at"),
)
"""Answers nobody but a person can read, such as "no FB please", and lines that fit several people."""
