"""Failed sign-ins and the growing wait after them, by keyed hash of the name that was typed.

Names nobody has are counted like those somebody has, so that trying a name never tells whether it exists. The key
comes from the workspace, so the table says neither to a reader of the database.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from consent_db.schema import sign_in_try as table

FREE_TRIES = 5
"""The failure from which there is a wait."""
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
_FORGOTTEN_AFTER = timedelta(days=1)


def wait_after(failures: int) -> timedelta | None:
    """How long to wait after so many failures in a row: 30 s after the fifth, doubling up to an hour."""
    if failures < FREE_TRIES:
        return None
    doublings: int = min(failures - FREE_TRIES, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def waiting_until(connection: Connection, name_key: str, at: datetime) -> datetime | None:
    """Until when nobody may try this name; None when it may be tried at this instant."""
    until: datetime | None = connection.execute(
        select(table.c.locked_until).where(table.c.name_key == name_key)
    ).scalar()
    return until if until is not None and at < until else None


def count_failure(connection: Connection, name_key: str, at: datetime) -> datetime | None:
    """One more failure; returns until when to wait. What nobody tried for a day is forgotten."""
    connection.execute(delete(table).where(table.c.tried_at < at - _FORGOTTEN_AFTER))
    before = connection.execute(select(table.c.failures).where(table.c.name_key == name_key)).scalar()
    failures = (before or 0) + 1
    wait = wait_after(failures)
    until = None if wait is None else at + wait
    values = {"failures": failures, "locked_until": until, "tried_at": at}
    if before is None:
        connection.execute(insert(table).values(name_key=name_key, **values))
    else:
        connection.execute(update(table).where(table.c.name_key == name_key).values(**values))
    return until


def forget(connection: Connection, name_key: str) -> None:
    """Begin to count anew, after a success or when IT set a new password."""
    connection.execute(delete(table).where(table.c.name_key == name_key))
