"""Tables of what happened: the audit chain, what was erased, and the PCs that may open this school's register."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from consent_db.columns import Instant, identity, school_column
from consent_db.schema import metadata

audit_event = Table(
    "audit_event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    school_column(primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("action", String(64), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Index("ix_audit_event_school", "school_id", "sequence"),
)

tombstone = Table(
    "tombstone",
    metadata,
    *identity(64, "subject_id"),
    Column("record_class", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("erased_at", Instant, nullable=False),
    Column("erased_by", String(64), nullable=False),
)
"""What is left of something erased: which, of what kind, when, by whom and why; nothing personal."""

workstation = Table(
    "workstation",
    metadata,
    *identity(),
    Column("name", String(200), nullable=False),
    Column("login", String(64), nullable=False, default=""),
    Column("public_key", String(64), nullable=False, default=""),
    Column("approved_at", Instant, nullable=False),
    Column("approved_by", String(64), nullable=False),
    Column("removed_at", Instant),
)
