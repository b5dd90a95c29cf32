"""What a school settled for itself: a short key and a JSON value. The workflow says which keys and values it knows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select, update

from consent_db.rows import now
from consent_db.schema import school_setting as table


def get(connection: Connection, key: str, default: Any = None) -> Any:
    """What the school settled, which may be None, or the default when it settled nothing."""
    found = connection.execute(select(table.c.value).where(table.c.key == key)).first()
    return default if found is None else found.value


def everything(connection: Connection) -> dict[str, Any]:
    """All the school settled, by key."""
    return {row.key: row.value for row in connection.execute(select(table.c.key, table.c.value).order_by(table.c.key))}


def put(connection: Connection, key: str, value: Any, *, by: str) -> None:
    """Settle a key anew: numbers, text, lists and objects as JSON has them. The caller checks and audits."""
    values = {"value": value, "changed_at": now(), "changed_by": by}
    if connection.execute(update(table).where(table.c.key == key).values(**values)).rowcount == 0:
        connection.execute(insert(table).values(key=key, **values))
