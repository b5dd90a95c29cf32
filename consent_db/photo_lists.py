"""Photos as a long list offers them for a post: keys in order, and a line for each, however many were imported."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.domain.photo import PhotoId, PhotoKind, PhotoState
from consent_db.schema_photos import photo as table
from consent_db.schema_photos import source_file


@dataclass(frozen=True, slots=True)
class PhotosSought:
    """Which photos are wanted; every part that is given must fit.

    Attributes:
        words: each is in the event's name, or is the photo's number.
        event: of this event alone.
        since: taken then or later; a photo that does not say when counts from its import.
        before: taken earlier.
        states: in one of these.
    """

    words: str = ""
    event: str = ""
    since: datetime | None = None
    before: datetime | None = None
    states: frozenset[PhotoState] = frozenset()


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """As much of a photo as one row says; `at` is when it was taken, else when it was imported."""

    id: PhotoId
    number: int
    event: str
    state: PhotoState
    at: datetime


def number(connection: Connection) -> int:
    """How many photos, films and companions there are."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def keys(connection: Connection, sought: PhotosSought) -> tuple[PhotoId, ...]:
    """Pictures that can be in a post, the newest first; those that are set aside, films and companions are left out."""
    query = select(table.c.id).where(*_fitting(sought)).order_by(table.c.number.desc())
    return tuple(PhotoId(i) for i in connection.execute(query).scalars())


def lines(connection: Connection, photo_ids: Collection[PhotoId]) -> dict[PhotoId, PhotoLine]:
    """A line for each of these photos; a few hundred at a time."""
    columns = (table.c.id, table.c.number, table.c.event, table.c.state, _when().label("at"))
    rows = connection.execute(select(*columns).where(table.c.id.in_(list(photo_ids))))
    return {PhotoId(row.id): PhotoLine(row.id, row.number, row.event, PhotoState(row.state), row.at) for row in rows}


def _fitting(sought: PhotosSought) -> Iterator[ColumnElement[bool]]:
    yield table.c.kind == PhotoKind.PICTURE.value
    yield table.c.state != PhotoState.QUARANTINED.value
    if sought.states:
        yield table.c.state.in_(sorted(state.value for state in sought.states))
    if sought.event:
        yield table.c.event == sought.event
    for word in sought.words.split():
        called = [table.c.event.icontains(word, autoescape=True)]
        called += [table.c.number == int(word)] if word.isdecimal() and len(word) < 10 else []
        yield or_(*called)
    if sought.since is not None:
        yield _when() >= sought.since
    if sought.before is not None:
        yield _when() < sought.before


def _when() -> ColumnElement[datetime]:
    """When it was taken, as the first of its files says, else when it was imported."""
    taken = select(func.min(func.coalesce(source_file.c.taken_at, source_file.c.modified_at)))
    said = taken.where(source_file.c.photo_id == table.c.id).correlate(table).scalar_subquery()
    return func.coalesce(said, table.c.imported_at)
