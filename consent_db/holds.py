"""Safeguarding holds: a flag without a reason, placed and lifted by events that are never edited."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from app.domain.people import PersonId
from consent_db import cases
from consent_db.rows import now
from consent_db.schema_consent import hold_event as table


def place(connection: Connection, person_id: PersonId, *, by: str) -> None:
    """From now on no consent clears this person."""
    _record(connection, person_id, placed=True, by=by)


def lift(connection: Connection, person_id: PersonId, *, by: str) -> None:
    """Consents count again for this person."""
    _record(connection, person_id, placed=False, by=by)


def since(connection: Connection, person_id: PersonId) -> datetime | None:
    """When the hold in force was placed; None when nobody placed one."""
    query = select(table.c.placed, table.c.recorded_at).where(table.c.person_id == person_id)
    latest = connection.execute(query.order_by(table.c.sequence.desc()).limit(1)).one_or_none()
    return latest.recorded_at if latest is not None and latest.placed else None


def held(connection: Connection) -> frozenset[PersonId]:
    """Everybody on hold now, and everybody of whom nothing may be shown while their own request is settled."""
    state: dict[PersonId, bool] = {}
    for person_id, placed in connection.execute(select(table.c.person_id, table.c.placed).order_by(table.c.sequence)):
        state[PersonId(person_id)] = placed
    return frozenset(person_id for person_id, placed in state.items() if placed) | cases.restricted(connection)


def _record(connection: Connection, person_id: PersonId, *, placed: bool, by: str) -> None:
    connection.execute(insert(table).values(person_id=person_id, placed=placed, recorded_at=now(), recorded_by=by))
