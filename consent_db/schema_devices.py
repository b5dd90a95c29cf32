"""Tables of what follows from a device: photos set aside until somebody decides, and imports that were stopped."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from app.domain.photo import QuarantineReason
from consent_db.columns import Instant, enum_column, identity, one_of, reference
from consent_db.schema import metadata

quarantine = Table(
    "quarantine",
    metadata,
    *identity(),
    *reference("photo_id", "photo.id"),
    enum_column("reason", QuarantineReason),
    Column("since", Instant, nullable=False),
    Column("released_at", Instant),
    Column("released_by", String(64), nullable=False, default=""),
    one_of("reason", QuarantineReason),
)
"""One row for each time a photo was set aside; a destroyed photo takes its rows with it and leaves a tombstone."""

import_stop = Table(
    "import_stop",
    metadata,
    *identity(),
    Column("device_label", String(200), nullable=False),
    Column("device_key", String(200), nullable=False, default=""),
    Column("stopped_at", Instant, nullable=False),
    Column("stopped_by", String(64), nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("answered_at", Instant),
    Column("answered_by", String(64), nullable=False, default=""),
    Column("answer", Text, nullable=False, default=""),
)
"""Somebody saw something on a device that must be neither copied nor removed; the safeguarding lead answers."""
