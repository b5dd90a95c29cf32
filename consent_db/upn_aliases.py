"""Former UPNs: a temporary number becomes a permanent one, and lists of both times mean the same child."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from app.domain.people import PersonId
from consent_db.rows import new_id, now
from consent_db.schema import person_alias as table

KIND = "UPN"


def everything(connection: Connection) -> dict[str, PersonId]:
    """Every former UPN and whose it was."""
    query = select(table.c.value, table.c.person_id).where(table.c.kind == KIND)
    return {row.value: PersonId(row.person_id) for row in connection.execute(query)}


def note(connection: Connection, person_id: PersonId, upn: str) -> None:
    """Keep a former UPN; one that is known stays whose it is."""
    known = select(table.c.id).where(table.c.kind == KIND, table.c.value == upn)
    if connection.execute(known).first() is None:
        connection.execute(
            insert(table).values(id=new_id(), person_id=person_id, kind=KIND, value=upn, recorded_at=now())
        )
