"""What is left of something erased: which, of what kind, when, by whom and why. Nothing personal, and never undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.engine.row import RowMapping

from consent_db.rows import now, one
from consent_db.schema_records import tombstone as table


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That something was here; `reason` names nobody."""

    subject_id: str
    record_class: str
    reason: str
    erased_at: datetime
    erased_by: str


def add(connection: Connection, subject_id: str, *, record_class: str, reason: str, by: str) -> None:
    """Say that this is erased; events about it can be taken out from here on, in this transaction and later."""
    if not stands(connection, subject_id):
        values = {"record_class": record_class, "reason": reason, "erased_at": now(), "erased_by": by}
        connection.execute(insert(table).values(subject_id=subject_id, **values))


def stands(connection: Connection, subject_id: str) -> bool:
    """Whether it was erased."""
    return connection.execute(select(table.c.subject_id).where(table.c.subject_id == subject_id)).first() is not None


def get(connection: Connection, subject_id: str) -> Tombstone:
    """One tombstone.

    Raises:
        RegisterError: it was not erased.
    """
    return _tombstone(one(connection, select(table).where(table.c.subject_id == subject_id), "This erasure"))


def everything(connection: Connection, *, limit: int = 1000) -> tuple[Tombstone, ...]:
    """What was erased, the latest first."""
    rows = connection.execute(select(table).order_by(table.c.erased_at.desc()).limit(limit)).mappings()
    return tuple(_tombstone(row) for row in rows)


def _tombstone(row: RowMapping) -> Tombstone:
    return Tombstone(row["subject_id"], row["record_class"], row["reason"], row["erased_at"], row["erased_by"])
