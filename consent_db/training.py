"""Who was trained in what, and until when it counts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, insert, select, true

from app.domain.people import UserId
from app.domain.policies import Training, TrainingId
from consent_db.rows import new_id, now
from consent_db.schema_consent import training as table

_FEW = 1000
"""So many ids stand in one query."""


def add(
    connection: Connection,
    *,
    user_id: UserId,
    topic: str,
    done_on: date,
    valid_until: date | None,
    evidence: str,
    by: str,
) -> TrainingId:
    """Store that somebody was trained."""
    key = TrainingId(new_id())
    values = {"user_id": user_id, "topic": topic, "done_on": done_on, "valid_until": valid_until, "evidence": evidence}
    connection.execute(insert(table).values(id=key, **values, recorded_at=now(), recorded_by=by))
    return key


def of(connection: Connection, user_id: UserId) -> tuple[Training, ...]:
    """What this user was trained in, the oldest first."""
    return _read(connection, table.c.user_id == user_id)


def of_users(connection: Connection, user_ids: Collection[UserId]) -> tuple[Training, ...]:
    """What these users were trained in, the oldest first; read whole where they are many."""
    if len(user_ids) <= _FEW:
        return _read(connection, table.c.user_id.in_(list(user_ids)))
    wanted = frozenset(user_ids)
    return tuple(course for course in everything(connection) if course.user_id in wanted)


def everything(connection: Connection) -> tuple[Training, ...]:
    """All training, the oldest first."""
    return _read(connection, true())


def _read(connection: Connection, which: ColumnElement[bool]) -> tuple[Training, ...]:
    query = select(table).where(which).order_by(table.c.done_on, table.c.recorded_at)
    return tuple(
        Training(
            id=TrainingId(row["id"]),
            user_id=UserId(row["user_id"]),
            topic=row["topic"],
            done_on=row["done_on"],
            valid_until=row["valid_until"],
            evidence=row["evidence"],
        )
        for row in connection.execute(query).mappings()
    )
