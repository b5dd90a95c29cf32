"""Photos as they are chosen among: when they were taken and with what, how sharp and how alike, kept or left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import Connection, func, select, update

from app.domain.detection import RegionKind
from app.domain.moments import Likeness
from app.domain.photo import PhotoId, PhotoKind, PhotoState
from consent_db.schema_photos import device, photo, region, source_file
from consent_db.schema_posts import post_picture

_AT_ONCE = 500
"""So many ids go into one query."""
_ASIDE = PhotoState.QUARANTINED.value


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo to choose.

    Attributes:
        at: when it was taken, by its device's clock put right; None when nobody knows.
        device: what the device is called.
        sharpness, likeness: None until it was looked over.
        faces: how many are known or were counted; None until then.
    """

    photo_id: PhotoId
    number: int
    state: PhotoState
    at: datetime | None
    device: str
    sharpness: float | None
    likeness: Likeness | None
    faces: int | None


def by_event(connection: Connection) -> dict[str, dict[PhotoState, int]]:
    """How many pictures of each event are in each state; those that are set aside are not among them."""
    query = (
        select(photo.c.event, photo.c.state, func.count(), func.max(photo.c.number))
        .where(photo.c.kind == PhotoKind.PICTURE.value, photo.c.state != _ASIDE)
        .group_by(photo.c.event, photo.c.state)
    )
    found: dict[str, dict[PhotoState, int]] = defaultdict(dict)
    newest: dict[str, int] = defaultdict(int)
    for event, state, number, highest in connection.execute(query):
        found[event][PhotoState(state)] = number
        newest[event] = max(newest[event], highest)
    return {event: found[event] for event in sorted(found, key=lambda event: -newest[event])}


def shots(connection: Connection, event: str) -> tuple[Shot, ...]:
    """Every picture of an event that is not set aside, in the order of their numbers."""
    is_one = (photo.c.event == event) & (photo.c.kind == PhotoKind.PICTURE.value) & (photo.c.state != _ASIDE)
    taken: dict[str, tuple[datetime | None, str]] = {}
    files = (
        select(
            source_file.c.photo_id, source_file.c.taken_at, source_file.c.modified_at, device.c.label,
            device.c.clock_shift_s,
        )
        .join(photo, photo.c.id == source_file.c.photo_id)
        .join(device, device.c.id == source_file.c.device_id)
        .where(is_one)
        .order_by(source_file.c.updated_at, source_file.c.id)
    )  # fmt: skip
    for row in connection.execute(files):
        at = row.taken_at or row.modified_at
        corrected = None if at is None else at + timedelta(seconds=row.clock_shift_s)
        if row.photo_id not in taken or (taken[row.photo_id][0] is None and corrected is not None):
            taken[row.photo_id] = corrected, row.label
    faces = select(region.c.photo_id, func.count()).where(region.c.kind == RegionKind.FACE.value)
    known = {
        row[0]: row[1]
        for row in connection.execute(
            faces.join(photo, photo.c.id == region.c.photo_id)
            .where(is_one, photo.c.is_analysed)
            .group_by(region.c.photo_id)
        )
    }
    query = (
        select(
            photo.c.id,
            photo.c.number,
            photo.c.state,
            photo.c.sharpness,
            photo.c.likeness,
            photo.c.faces_counted,
            photo.c.is_analysed,
        )
        .where(is_one)
        .order_by(photo.c.number)
    )
    return tuple(
        Shot(
            PhotoId(row.id), row.number, PhotoState(row.state), *taken.get(row.id, (None, "")), row.sharpness,
            Likeness.from_bytes(row.likeness), known.get(row.id, 0) if row.is_analysed else row.faces_counted,
        )
        for row in connection.execute(query)
    )  # fmt: skip


def states(connection: Connection, photo_ids: Collection[PhotoId]) -> dict[PhotoId, tuple[PhotoState, int]]:
    """State and number of each of these pictures; films and companions, and whatever is gone, are left out."""
    columns = photo.c.id, photo.c.state, photo.c.number
    found: dict[PhotoId, tuple[PhotoState, int]] = {}
    for ids in _in_parts(photo_ids):
        query = select(*columns).where(photo.c.id.in_(ids), photo.c.kind == PhotoKind.PICTURE.value)
        found |= {PhotoId(row.id): (PhotoState(row.state), row.number) for row in connection.execute(query)}
    return found


def set_states(connection: Connection, states: Mapping[PhotoId, PhotoState]) -> None:
    """Move photos to other states."""
    for state in set(states.values()):
        for ids in _in_parts(photo_id for photo_id in states if states[photo_id] is state):
            connection.execute(update(photo).where(photo.c.id.in_(ids)).values(state=state.value))


def in_posts(connection: Connection, photo_ids: Collection[PhotoId]) -> frozenset[PhotoId]:
    """Those of the photos that are in a post, whatever became of it."""
    found: set[PhotoId] = set()
    for ids in _in_parts(photo_ids):
        query = select(post_picture.c.photo_id).where(post_picture.c.photo_id.in_(ids))
        found |= {PhotoId(i) for i in connection.execute(query).scalars()}
    return frozenset(found)


def note_measures(connection: Connection, photo_id: PhotoId, *, sharpness: float, likeness: Likeness) -> None:
    """Keep what a photo looks like from far away."""
    values = {"sharpness": sharpness, "likeness": likeness.to_bytes()}
    connection.execute(update(photo).where(photo.c.id == photo_id).values(**values))


def note_faces(connection: Connection, photo_id: PhotoId, number: int) -> None:
    """Keep about how many faces there are."""
    connection.execute(update(photo).where(photo.c.id == photo_id).values(faces_counted=number))


def _in_parts(photo_ids: Iterable[PhotoId]) -> Iterator[list[PhotoId]]:
    rest = iter(photo_ids)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
