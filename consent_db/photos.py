"""Photos as the rest of the program sees them: lists, states, the roster of their event, and who must not appear."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.detection import PhotoFacts, Presence, PresenceAnswer
from app.domain.people import PersonId
from app.domain.photo import Digest, Photo, PhotoId, PhotoKind, PhotoState, SourceFileState, VaultName
from consent_db import regions
from consent_db.rows import now, one
from consent_db.schema_photos import photo as table
from consent_db.schema_photos import photo_refusal, presence_answer, roster_entry, source_file, vault_object


def get(connection: Connection, photo_id: PhotoId) -> Photo:
    """One photo.

    Raises:
        RegisterError: there is none with this id.
    """
    return _photo(one(connection, select(table).where(table.c.id == photo_id), "This photo"))


def by_sha256(connection: Connection, sha256: Digest) -> Photo | None:
    """The photo with this content, if it was imported."""
    row = connection.execute(select(table).where(table.c.sha256 == sha256)).mappings().first()
    return None if row is None else _photo(row)


def with_number(connection: Connection, number: int) -> Photo | None:
    """The picture people call by this number, whenever it came."""
    query = select(table).where(table.c.number == number, table.c.kind == PhotoKind.PICTURE.value)
    row = connection.execute(query).mappings().first()
    return None if row is None else _photo(row)


def latest(connection: Connection, *, event: str | None = None, limit: int = 1000) -> tuple[Photo, ...]:
    """Pictures, newest first; of one event when given. Films and companions are not among them."""
    query = select(table).where(table.c.kind == PhotoKind.PICTURE.value).order_by(table.c.number.desc()).limit(limit)
    if event is not None:
        query = query.where(table.c.event == event)
    return tuple(_photo(row) for row in connection.execute(query).mappings())


def companions(connection: Connection, photo_id: PhotoId) -> tuple[Photo, ...]:
    """What goes wherever this one goes: the other half of a live photo, the raw file, the notes of an edit."""
    query = select(table).where(table.c.goes_with == photo_id).order_by(table.c.number)
    return tuple(_photo(row) for row in connection.execute(query).mappings())


def of_kind(connection: Connection, kind: PhotoKind, *, limit: int = 1000) -> tuple[Photo, ...]:
    """Everything of one kind, newest first."""
    query = select(table).where(table.c.kind == kind.value).order_by(table.c.number.desc()).limit(limit)
    return tuple(_photo(row) for row in connection.execute(query).mappings())


def ids_of_kinds(connection: Connection, kinds: Collection[PhotoKind]) -> tuple[PhotoId, ...]:
    """Everything of one of these kinds, however much there is, newest first."""
    query = select(table.c.id).where(table.c.kind.in_(sorted(kind.value for kind in kinds)))
    return tuple(PhotoId(i) for i in connection.execute(query.order_by(table.c.number.desc())).scalars())


def by_ids(connection: Connection, photo_ids: Collection[PhotoId]) -> dict[PhotoId, Photo]:
    """These photos by id, a few hundred at a time; those that were erased are left out."""
    rows = connection.execute(select(table).where(table.c.id.in_(list(photo_ids)))).mappings()
    return {photo.id: photo for photo in map(_photo, rows)}


class InEvent(NamedTuple):
    """As much of a photo as going through an event of thousands takes."""

    id: PhotoId
    state: PhotoState


def in_event(connection: Connection, event: str) -> tuple[InEvent, ...]:
    """The pictures of an event that nobody left out, in the order of their numbers."""
    states = {state.value: state for state in PhotoState}
    query = select(table.c.id, table.c.state).where(
        table.c.event == event,
        table.c.kind == PhotoKind.PICTURE.value,
        table.c.state != PhotoState.SKIPPED.value,
    )
    return tuple(InEvent(i, states[state]) for i, state in connection.execute(query.order_by(table.c.number)))


def of_event(connection: Connection, event: str) -> tuple[PhotoId, ...]:
    """Every photo of an event, however many there are, oldest first."""
    query = select(table.c.id).where(table.c.event == event).order_by(table.c.number)
    return tuple(PhotoId(i) for i in connection.execute(query).scalars())


def events(connection: Connection) -> tuple[str, ...]:
    """What photos were imported under, the newest first."""
    query = select(table.c.event, func.max(table.c.number)).group_by(table.c.event)
    return tuple(row[0] for row in sorted(connection.execute(query), key=lambda row: -row[1]))


def in_state(
    connection: Connection, state: PhotoState, *, only: Collection[PhotoId] | None = None
) -> dict[PhotoId, Photo]:
    """Photos in this state by id, all or only of these few, in the order of their numbers."""
    query = select(table).where(table.c.state == state.value).order_by(table.c.number)
    if only is not None:
        query = query.where(table.c.id.in_(list(only)))
    return {photo.id: photo for photo in map(_photo, connection.execute(query).mappings())}


def first_in_state(connection: Connection, state: PhotoState) -> Photo | None:
    """The oldest photo in this state."""
    query = select(table).where(table.c.state == state.value).order_by(table.c.number).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else _photo(row)


def set_state(connection: Connection, photo_id: PhotoId, state: PhotoState) -> None:
    """Move a photo to another state."""
    connection.execute(update(table).where(table.c.id == photo_id).values(state=state.value))


def set_analysed(connection: Connection, photo_id: PhotoId, engines: Iterable[str], *, complete: bool) -> None:
    """Note which engines looked at it; only `complete` (every engine, no failure) lets anything be decided.

    What was noted of engines of other kinds stays: a look for marks alone says nothing of who found the faces.
    """
    before = connection.execute(select(table.c.engines).where(table.c.id == photo_id)).scalar_one()
    latest = {name.split(" ", 1)[0]: name for name in (*before.splitlines(), *engines)}
    connection.execute(
        update(table)
        .where(table.c.id == photo_id)
        .values(is_analysed=complete, engines="\n".join(latest.values()), state=PhotoState.ANALYSED.value)
    )


def wrapped_key(connection: Connection, name: VaultName) -> bytes:
    """The wrapped key of a vault object.

    Raises:
        RegisterError: the object was erased.
    """
    row = one(connection, select(vault_object.c.wrapped_key).where(vault_object.c.name == name), "This picture")
    return bytes(row["wrapped_key"])


def facts(connection: Connection, photo_id: PhotoId) -> PhotoFacts:
    """All that a decision needs to know of a photo."""
    row = one(connection, select(table).where(table.c.id == photo_id), "This photo")
    return PhotoFacts(
        photo_id=photo_id,
        width=row["width"],
        height=row["height"],
        regions=regions.of_photo(connection, photo_id),
        is_analysed=row["is_analysed"],
        roster=roster(connection, row["event"]),
        presence=presence(connection, photo_id),
        refused_here=refused(connection, photo_id),
    )


def roster(connection: Connection, event: str) -> tuple[PersonId, ...]:
    """The children who may be in the photos of this event."""
    query = select(roster_entry.c.person_id).where(roster_entry.c.event == event).order_by(roster_entry.c.person_id)
    return tuple(PersonId(p) for p in connection.execute(query).scalars())


def set_roster(connection: Connection, event: str, person_ids: Collection[PersonId]) -> None:
    """Say who may be in the photos of this event."""
    connection.execute(delete(roster_entry).where(roster_entry.c.event == event))
    for person_id in sorted(set(person_ids)):
        connection.execute(insert(roster_entry).values(event=event, person_id=person_id))


def presence(connection: Connection, photo_id: PhotoId) -> tuple[PresenceAnswer, ...]:
    """The reverse check's answers for a photo."""
    query = select(presence_answer).where(presence_answer.c.photo_id == photo_id).order_by(presence_answer.c.person_id)
    return tuple(
        PresenceAnswer(photo_id, PersonId(r["person_id"]), Presence(r["presence"]), r["answered_by"], r["answered_at"])
        for r in connection.execute(query).mappings()
    )


def answer_presence(
    connection: Connection, photo_id: PhotoId, person_id: PersonId, presence: Presence | None, *, by: str
) -> None:
    """Record an answer of the reverse check; None takes it back."""
    connection.execute(
        delete(presence_answer).where(presence_answer.c.photo_id == photo_id, presence_answer.c.person_id == person_id)
    )
    if presence is not None:
        connection.execute(
            insert(presence_answer).values(
                photo_id=photo_id, person_id=person_id, presence=presence.value, answered_by=by, answered_at=now()
            )
        )


def refused(connection: Connection, photo_id: PhotoId) -> frozenset[PersonId]:
    """Children who asked not to appear in this very photo."""
    query = select(photo_refusal.c.person_id).where(photo_refusal.c.photo_id == photo_id)
    return frozenset(PersonId(p) for p in connection.execute(query).scalars())


def refuse_appearance(connection: Connection, photo_id: PhotoId, person_id: PersonId, *, by: str) -> None:
    """A child asked not to appear in this photo; asking twice is asking once."""
    if person_id not in refused(connection, photo_id):
        connection.execute(
            insert(photo_refusal).values(photo_id=photo_id, person_id=person_id, recorded_at=now(), recorded_by=by)
        )


def removals_outstanding(connection: Connection, photo_ids: Collection[PhotoId] | None = None) -> int:
    """How many files of these photos (of all, if none are named) still wait to be removed from a device."""
    waiting = (SourceFileState.REMOVAL_OUTSTANDING.value, SourceFileState.COPIED.value, SourceFileState.VERIFIED.value)
    query = (
        select(func.count())
        .select_from(source_file)
        .where(source_file.c.state.in_(waiting), source_file.c.removal_wanted)
    )
    if photo_ids is not None:
        query = query.where(source_file.c.photo_id.in_(list(photo_ids)))
    return connection.execute(query).scalar_one()


def _photo(row: RowMapping) -> Photo:
    return Photo(
        id=PhotoId(row["id"]),
        sha256=Digest(row["sha256"]),
        vault_name=VaultName(row["vault_name"]),
        state=PhotoState(row["state"]),
        width=row["width"],
        height=row["height"],
        format=row["format"],
        bytes=row["bytes"],
        imported_at=row["imported_at"],
        event=row["event"],
        number=row["number"],
        kind=PhotoKind(row["kind"]),
        goes_with=None if row["goes_with"] is None else PhotoId(row["goes_with"]),
    )
