"""Readings that were applied: which file, when, what they changed about people, and whether they were undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import RegisterError
from app.domain.people import Person, PersonId, PersonKind
from consent_db.rows import new_id, now, one
from consent_db.schema_imports import import_batch as table
from consent_db.schema_imports import import_change as changes_table
from consent_db.tables import metadata

_DAYS = ("date_of_birth", "on_roll_from", "on_roll_until")
_TEXTS = (
    "legal_forename", "legal_surname", "preferred_forename", "preferred_surname", "upn", "admission_number",
    "registration_group", "year_group",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One reading. `kind` is ``pupils``, ``consents``, ``refusals`` (the noes of a list taken at once) or ``undo``."""

    id: str
    kind: str
    file_name: str
    file_sha256: str
    rows: int
    source_id: str | None
    as_of: datetime | None
    applied_at: datetime
    applied_by: str
    undone_at: datetime | None
    undoes: str | None


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What a reading did to a person: `before` is None for somebody it added."""

    person_id: PersonId
    before: Mapping[str, Any] | None
    version_after: int


def add(
    connection: Connection,
    *,
    kind: str,
    file_sha256: str,
    rows: int,
    by: str,
    file_name: str = "",
    source_id: str | None = None,
    as_of: datetime | None = None,
    undoes: str | None = None,
) -> str:
    """Note a reading and return its id."""
    batch_id = new_id()
    connection.execute(
        insert(table).values(
            id=batch_id, kind=kind, file_sha256=file_sha256, file_name=file_name[:200], rows=rows, source_id=source_id,
            as_of=as_of, applied_at=now(), applied_by=by, undoes=undoes,
        )
    )  # fmt: skip
    return batch_id


def get(connection: Connection, batch_id: str) -> ImportBatch:
    """One reading.

    Raises:
        RegisterError: there is none with this id.
    """
    return _batch(one(connection, select(table).where(table.c.id == batch_id), "This reading"))


def latest(connection: Connection, *, limit: int = 100) -> tuple[ImportBatch, ...]:
    """Readings and undoings, the newest first."""
    query = select(table).order_by(table.c.applied_at.desc(), table.c.id).limit(limit)
    return tuple(_batch(row) for row in connection.execute(query).mappings())


def undone_ids(connection: Connection) -> frozenset[str]:
    """The readings that were undone."""
    return frozenset(connection.execute(select(table.c.id).where(table.c.undone_at.is_not(None))).scalars())


def mark_undone(connection: Connection, batch_id: str, *, by: str) -> None:
    """Note that a reading was undone, once.

    Raises:
        RegisterError: it was undone already.
    """
    changed = connection.execute(
        update(table).where(table.c.id == batch_id, table.c.undone_at.is_(None)).values(undone_at=now(), undone_by=by)
    )
    if changed.rowcount != 1:
        raise RegisterError("This reading was undone already.", code="undone")


def note_change(connection: Connection, batch_id: str, before: Person | None, after: Person) -> None:
    """Keep what a person's entry said before a reading changed it."""
    connection.execute(
        insert(changes_table).values(
            id=new_id(), batch_id=batch_id, person_id=after.id, was_new=before is None,
            before=None if before is None else _saved(before), version_after=after.version,
        )
    )  # fmt: skip


def changes(connection: Connection, batch_id: str) -> tuple[PersonChange, ...]:
    """What a reading did to people."""
    query = select(changes_table).where(changes_table.c.batch_id == batch_id).order_by(changes_table.c.id)
    return tuple(
        PersonChange(PersonId(row["person_id"]), None if row["was_new"] else row["before"], row["version_after"])
        for row in connection.execute(query).mappings()
    )


def as_before(person: Person, before: Mapping[str, Any]) -> Person:
    """The entry with what it said before; its version stays, because a way back is a change too."""
    days: dict[str, Any] = {name: None if before[name] is None else date.fromisoformat(before[name]) for name in _DAYS}
    return Person(
        id=person.id, kind=PersonKind(before["kind"]), version=person.version, **days,
        **{name: before[name] for name in _TEXTS},
    )  # fmt: skip


def take_out(connection: Connection, person_id: PersonId, *, notes: Collection[str]) -> bool:
    """Remove somebody a reading added, when nothing in the register refers to them.

    Args:
        connection: of a write transaction.
        person_id: whom.
        notes: ids of the readings whose own notes about this person do not count, and go with them.

    Returns:
        Whether they are gone; False when something refers to them, and then nothing is changed.
    """
    own = changes_table.c.person_id == person_id, changes_table.c.batch_id.in_(list(notes))
    for other in metadata.tables.values():
        for constraint in other.foreign_key_constraints:
            if constraint.referred_table.name != "person":
                continue
            column = next(k.parent for k in constraint.elements if k.column.name == "id")
            query = select(column).where(column == person_id).limit(1)
            if other is changes_table:
                query = query.where(changes_table.c.batch_id.not_in(list(notes)))
            if connection.execute(query).first() is not None:
                return False
    connection.execute(delete(changes_table).where(*own))
    person = metadata.tables["person"]
    connection.execute(delete(person).where(person.c.id == person_id))
    return True


def _saved(person: Person) -> dict[str, Any]:
    days = {name: day.isoformat() if (day := getattr(person, name)) else None for name in _DAYS}
    return {"kind": person.kind.value, **{name: getattr(person, name) for name in _TEXTS}, **days}


def _batch(row: RowMapping) -> ImportBatch:
    names = (
        "id", "kind", "file_name", "file_sha256", "rows", "source_id", "as_of", "applied_at", "applied_by",
        "undone_at", "undoes",
    )  # fmt: skip
    return ImportBatch(**{name: row[name] for name in names})
