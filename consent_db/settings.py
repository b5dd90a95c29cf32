"""What a school settled for itself: a short key and a JSON value. The workflow says which keys and values it knows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.domain.school_rules import MARK_GRANTOR, NAMED_POSTERS_ONLY, OWN_CONSENT_AGE, POSTING_PERMISSION_REQUIRED
from consent_db import packs
from consent_db.rows import now
from consent_db.schema import school_setting as table

PACK_RULES = frozenset({OWN_CONSENT_AGE, MARK_GRANTOR, NAMED_POSTERS_ONLY, POSTING_PERMISSION_REQUIRED})
"""What a policy pack says something about."""


def get(connection: Connection, key: str, default: Any = None) -> Any:
    """What the school settled, which may be None; otherwise what its policy pack says, or the default.

    Where the pack demands something, the school's own answer can only be as strict.
    """
    found = connection.execute(select(table.c.value).where(table.c.key == key)).first()
    if key not in PACK_RULES:
        return default if found is None else found.value
    said = packs.in_force_on(connection).school_rules[key]
    return said if found is None or said is True else found.value


def left_off(user_id: str) -> str:
    """The key under which it is kept where somebody stopped; goes with their sign-in."""
    return f"left_off:{user_id}"


def everything(connection: Connection) -> dict[str, Any]:
    """All the school settled, by key."""
    return {row.key: row.value for row in connection.execute(select(table.c.key, table.c.value).order_by(table.c.key))}


def put(connection: Connection, key: str, value: Any, *, by: str) -> None:
    """Settle a key anew: numbers, text, lists and objects as JSON has them. The caller checks and audits."""
    values = {"value": value, "changed_at": now(), "changed_by": by}
    if connection.execute(update(table).where(table.c.key == key).values(**values)).rowcount == 0:
        connection.execute(insert(table).values(key=key, **values))
