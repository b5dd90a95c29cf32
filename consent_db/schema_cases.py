"""Tables of what people ask of the school and what went wrong: complaints, requests, concerns and incidents."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Integer, String, Table, Text, UniqueConstraint

from app.domain.cases import CaseKind
from consent_db.columns import Instant, enum_column, identity, one_of, reference
from consent_db.schema import metadata

case_record = Table(
    "case_record",
    metadata,
    *identity(),
    Column("number", Integer, nullable=False),
    enum_column("kind", CaseKind),
    *reference("person_id", "person.id", required=False),
    *reference("release_id", "release.id", required=False),
    Column("asked_by", String(200), nullable=False, default=""),
    Column("standing", Text, nullable=False, default=""),
    Column("words", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("due_at", Instant),
    Column("acknowledge_by", Instant),
    Column("acknowledged_at", Instant),
    Column("is_extended", Boolean, nullable=False, default=False),
    Column("paused_on", Date),
    Column("is_safeguarding", Boolean, nullable=False, default=False),
    Column("tell", Text, nullable=False, default=""),
    Column("recorded_at", Instant, nullable=False),
    Column("recorded_by", String(64), nullable=False),
    Column("closed_at", Instant),
    Column("closed_by", String(64), nullable=False, default=""),
    Column("outcome", Text, nullable=False, default=""),
    Column("version", Integer, nullable=False, default=1),
    one_of("kind", CaseKind),
    UniqueConstraint("school_id", "number"),
)
"""`standing` is by what right somebody asks, `tell` whom the policy wants told, `paused_on` when the clock stopped."""

case_step = Table(
    "case_step",
    metadata,
    *identity(),
    *reference("case_id", "case_record.id"),
    Column("step", String(32), nullable=False),
    Column("words", Text, nullable=False, default=""),
    *reference("evidence_file", "vault_object.name", required=False),
    Column("at", Instant, nullable=False),
    Column("by", String(64), nullable=False),
)
"""What was done about a case, one row each; `step` is a word of `app.domain.cases.Step`."""

case_photo = Table(
    "case_photo",
    metadata,
    *identity(),
    *reference("case_id", "case_record.id"),
    *reference("photo_id", "photo.id"),
    Column("is_in", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", String(64), nullable=False),
    UniqueConstraint("case_id", "photo_id", "school_id"),
)
"""For a subject access request: whether somebody who looked found the child in a photo without their name."""
