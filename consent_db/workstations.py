"""The PCs that may open this school's register and hand posts out.

An embedded register writes these rows itself; on a server only its owner does (`consent_db.server_upkeep`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from consent_db.rows import new_id, now
from consent_db.schema_records import workstation as table


@dataclass(frozen=True, slots=True)
class Workstation:
    """One PC; `login` is empty in an embedded register, `removed_at` set once it was shut out."""

    id: str
    name: str
    login: str
    public_key: str
    approved_at: datetime
    approved_by: str
    removed_at: datetime | None


def everyone(connection: Connection) -> tuple[Workstation, ...]:
    """Every PC there was, the oldest first."""
    rows = connection.execute(select(table).order_by(table.c.approved_at, table.c.id)).mappings()
    fields = ("id", "name", "login", "public_key", "approved_at", "approved_by", "removed_at")
    return tuple(Workstation(**{field: row[field] for field in fields}) for row in rows)


def is_registered(connection: Connection, public_key: str) -> bool:
    """Whether a PC with this key was let in and not shut out since."""
    query = select(table.c.id).where(table.c.public_key == public_key, table.c.removed_at.is_(None))
    return bool(public_key) and connection.execute(query.limit(1)).first() is not None


def add(connection: Connection, *, name: str, public_key: str, by: str) -> str:
    """Let a PC in; its id."""
    workstation_id = new_id()
    connection.execute(
        insert(table).values(
            id=workstation_id, name=name, login="", public_key=public_key, approved_at=now(), approved_by=by
        )
    )
    return workstation_id


def remove(connection: Connection, workstation_id: str) -> None:
    """Shut a PC out; its row stays."""
    connection.execute(update(table).where(table.c.id == workstation_id).values(removed_at=now()))
