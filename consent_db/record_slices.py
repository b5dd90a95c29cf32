"""A part of the records: by user, days, action and what it was about. Read only; the chain itself is in `audit`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy.engine.row import RowMapping
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from consent_db.schema_records import audit_event as table

_AMONG = 20
"""So many times as many records as are wanted are looked through first, the newest ones."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records: every part that is given must fit. `before` is exclusive; `subject` is an id."""

    actor: str | None = None
    since: datetime | None = None
    before: datetime | None = None
    action: str | None = None
    subject: str | None = None
    actions: Collection[str] | None = None
    """Any of these kinds; None for every kind."""


@dataclass(frozen=True, slots=True)
class Record:
    """One event with everything that proves it."""

    sequence: int
    at: datetime
    actor: str
    action: str
    subjects: tuple[str, ...]
    details: dict[str, object]
    body: str
    previous: str
    hash: str


def found(
    connection: Connection, wanted: Wanted, *, newest_first: bool = False, limit: int | None = None
) -> Iterator[Record]:
    """The records that fit, oldest first unless asked otherwise."""
    order = table.c.sequence.desc() if newest_first else table.c.sequence
    query = select(table).where(*_fitting(wanted)).order_by(order)
    for row in connection.execute(query if limit is None else query.limit(limit)).mappings():
        yield _record(row)


def number(connection: Connection, wanted: Wanted) -> int:
    """How many records fit."""
    return connection.execute(select(func.count()).select_from(table).where(*_fitting(wanted))).scalar_one()


def sequences(connection: Connection, wanted: Wanted, *, limit: int | None = None) -> tuple[int, ...]:
    """The numbers of the records that fit, all or so many, the newest first."""
    if limit is not None:
        newest = select(table).order_by(table.c.sequence.desc()).limit(limit * _AMONG).subquery()
        within = _newest(newest.c, wanted).limit(limit)
        if len(found := tuple(connection.execute(within).scalars())) == limit:
            return found  # the database would rather sort everything of one kind
    return tuple(connection.execute(_newest(table.c, wanted).limit(limit)).scalars())


def _newest(columns: ReadOnlyColumnCollection[str, ColumnElement[Any]], wanted: Wanted) -> Select[int]:
    return select(columns.sequence).where(*_fitting(wanted, columns)).order_by(columns.sequence.desc())


def highest(connection: Connection) -> int:
    """The number of the newest record; 0 without any."""
    return int(connection.execute(select(func.max(table.c.sequence))).scalar() or 0)


def by_sequences(connection: Connection, numbers: Collection[int]) -> tuple[Record, ...]:
    """These records, in no particular order; a few hundred at a time."""
    query = select(table).where(table.c.sequence.in_(list(numbers)))
    return tuple(_record(row) for row in connection.execute(query).mappings())


def actions(connection: Connection) -> tuple[str, ...]:
    """Every kind of thing that was ever recorded: from one to the next in the index, however many records there are."""
    kinds = select(func.min(table.c.action).label("action")).cte("kinds", recursive=True)
    after = select(func.min(table.c.action)).where(table.c.action > kinds.c.action).scalar_subquery()
    kinds = kinds.union_all(select(after).where(kinds.c.action.is_not(None)))
    return tuple(connection.execute(select(kinds.c.action).where(kinds.c.action.is_not(None))).scalars())


def _fitting(
    wanted: Wanted, columns: ReadOnlyColumnCollection[str, ColumnElement[Any]] = table.c
) -> Iterator[ColumnElement[bool]]:
    if wanted.actor is not None:
        yield columns.actor == wanted.actor
    if wanted.since is not None:
        yield columns.at >= wanted.since
    if wanted.before is not None:
        yield columns.at < wanted.before
    if wanted.action is not None:
        yield columns.action == wanted.action
    if wanted.actions is not None:
        yield columns.action.in_(sorted(wanted.actions))
    if wanted.subject is not None:
        # Ids stand in the text between quotation marks; an id is never part of another one.
        yield columns.body.contains(json.dumps(wanted.subject), autoescape=True)


def _record(row: RowMapping) -> Record:
    said = json.loads(row["body"])
    return Record(
        sequence=row["sequence"],
        at=row["at"],
        actor=row["actor"],
        action=row["action"],
        subjects=tuple(said["subjects"]),
        details=dict(said["details"]),
        body=row["body"],
        previous=row["previous"],
        hash=row["hash"],
    )
