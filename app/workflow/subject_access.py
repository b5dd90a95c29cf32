"""Subject access (article 15): everything held about one person, found, looked through, checked and handed over.

Photos in which the person was named are found at once. Others of the same events and classes, with people nobody
named, are listed for somebody to look through. The pack shows the person alone: everybody else is covered, and the
finished pictures are looked at again by the finder of faces before they are written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.domain.biometrics import BiometricEvent
from app.domain.cases import Case, CaseId, Step, school_day
from app.domain.consent import ConsentEvent
from app.domain.detection import Presence, RegionKind, Verdict
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, Actor, Person, PersonId
from app.domain.photo import Photo, PhotoId, PhotoKind, RgbImage
from app.domain.post import Post, Release
from app.workflow.consequences import posts_with
from app.workflow.workspace import Workspace
from consent_db import (
    appearances,
    audit,
    biometrics,
    cases,
    consent,
    contacts,
    people,
    photos,
    record_slices,
    regions,
    releases,
)
from consent_db.record_slices import Record, Wanted

_EVERY = 1_000_000
_NOT_TOLD = frozenset({"hold-placed", "hold-lifted"})
"""Records that would give a safeguarding hold away."""


@dataclass(frozen=True, slots=True)
class ToLookThrough:
    """A photo in which the person may be: same event or class, with somebody unnamed in it.

    `classes` are those of the children on the event's list; empty where the event has none.
    """

    photo: Photo
    event: str
    day: date
    unnamed: int
    classes: tuple[str, ...] = ()
    is_in: bool | None = None
    """What somebody who looked answered; None while nobody did."""


@dataclass(frozen=True, slots=True)
class SubjectIndex:
    """Everything held about one person.

    Attributes:
        named: photos in which a face or a written name is theirs.
        pointed_at: photos somebody said they are in without saying which face is theirs.
        family: what their parents and carers are to them; whom the school knows by name stays out.
        cases: those about them that others than the Headteacher and the safeguarding lead may open too.
        to_look_through: photos somebody has to look through.
        films: films of the same events; nobody can be named in one, so a person has to watch them.
        posts: the posts that show or name them, with whether they are shown, and where each is out.
        records: what the audit chain holds about them; what could give a hold or a concern away stays out.
    """

    person: Person
    named: tuple[Photo, ...]
    pointed_at: tuple[Photo, ...]
    to_look_through: tuple[ToLookThrough, ...]
    films: tuple[Photo, ...]
    consents: tuple[ConsentEvent, ...]
    biometrics: tuple[BiometricEvent, ...]
    templates: int
    family: tuple[str, ...]
    posts: tuple[tuple[Post, bool, tuple[Release, ...]], ...]
    cases: tuple[Case, ...]
    records: tuple[Record, ...]
    is_held: bool

    @property
    def open_photos(self) -> int:
        """How many photos nobody has looked through yet."""
        return sum(entry.is_in is None for entry in self.to_look_through)


def index(workspace: Workspace, actor: Actor, case_id: CaseId) -> SubjectIndex:
    """Find everything about the person of a request.

    Raises:
        NotAllowedError: this person does not keep the registers.
        RegisterError: it is no request about a person.
    """
    with workspace.database.read() as connection:
        case = access_case(connection, actor, case_id)
        return index_of(connection, case)


def answer(workspace: Workspace, actor: Actor, case_id: CaseId, *photo_ids: PhotoId, is_in: bool) -> None:
    """Note whether somebody who looked found the person in photos; where they are, name the face in Review."""
    with workspace.database.transaction() as connection:
        case = access_case(connection, actor, case_id)
        if not case.is_open:
            raise RegisterError(f"No. {case.number} is closed.", code="closed")
        for photo_id in photo_ids:
            photos.get(connection, photo_id)
            cases.answer_photo(connection, case_id, photo_id, is_in=is_in, by=actor.user_id)
        audit.append(connection, actor.user_id, "case-photo-answered", subjects=[case_id, *photo_ids])


def picture(
    workspace: Workspace, actor: Actor, case_id: CaseId, photo_id: PhotoId, *, max_edge_px: int | None = None
) -> RgbImage:
    """A photo to look through for an open request; whoever keeps the registers sees no others.

    Raises:
        NotAllowedError: this person does not keep the registers, or the photo is not one to look through.
        RegisterError: no such request or photo.
        StorageError, PhotoUnreadableError: the stored picture is damaged.
    """
    with workspace.database.read() as connection:
        case = access_case(connection, actor, case_id)
        person = people.get(connection, PersonId(str(case.person_id)))
        photo = photos.get(connection, photo_id)
        listed = set(photos.roster(connection, photo.event))
        if not case.is_open or (listed and listed.isdisjoint(_classmates(connection, person))):
            raise NotAllowedError("This photo is not one to look through for this request.", code="not-asked-for")
        key = photos.wrapped_key(connection, photo.vault_name)
    return workspace.decoder.decode(workspace.vault.read(photo.vault_name, key), max_edge_px=max_edge_px).pixels


def access_case(connection: Connection, actor: Actor, case_id: CaseId) -> Case:
    """A request about a person that the actor may work on.

    Raises:
        NotAllowedError, RegisterError: see `index`.
    """
    actor.require(Action.KEEP_CASES)
    case = cases.get(connection, case_id)
    if not case.kind.is_for_access or case.person_id is None:
        raise RegisterError("This is not a request to see what is held.", code="kind")
    return case


def require_ready(connection: Connection, case: Case) -> None:
    """Do nothing when who asks was checked and the safeguarding lead let it go out.

    Raises:
        NotAllowedError: with what is missing.
    """
    done = [step.step for step in cases.steps(connection, case.id)]
    if Step.IDENTITY not in done:
        raise NotAllowedError("Nobody checked who asks yet.", remedy="Note how you checked it.", code="identity")
    answers = [step for step in done if step in (Step.DSL_CLEARED, Step.DSL_REFUSED)]
    if not answers or answers[-1] is Step.DSL_REFUSED:
        raise NotAllowedError(
            "The safeguarding lead has not let this go out.", remedy="Ask the safeguarding lead first.", code="dsl"
        )


def index_of(connection: Connection, case: Case) -> SubjectIndex:
    """The same inside a transaction, without asking who wants to know."""
    person = people.get(connection, PersonId(str(case.person_id)))
    entries = people.entries_of(connection, [person.id])
    known = consent.snapshot(connection, [person.id])
    candidates = sorted(appearances.photos_with(connection, entries))
    named = [photo_id for photo_id in candidates if theirs(connection, photo_id, entries)]
    pointed_at = [i for i in candidates if i not in named and _is_pointed_at(connection, i, entries)]
    shown_in = posts_with(connection, person.id)
    about = cases.of_people(connection, entries)
    family = contacts.of_people(connection, entries)
    return SubjectIndex(
        person=person,
        named=_by_number(connection, named),
        pointed_at=_by_number(connection, pointed_at),
        to_look_through=tuple(_to_look_through(connection, case, person, frozenset(named))),
        films=_films(connection, person),
        consents=consent.history(connection, person.id),
        biometrics=biometrics.history(connection, person.id),
        templates=len(biometrics.templates_of(connection, person.id)),
        family=tuple(contact.relationship.strip() or "a parent or carer" for contact in family),
        posts=tuple((post, shown, releases.of_post(connection, post.id)) for post, shown in shown_in),
        cases=tuple(one for one in about if not one.is_confined),
        records=_records(connection, entries, {one.id for one in about if one.is_confined}),
        is_held=person.id in known.holds,
    )


def _by_number(connection: Connection, photo_ids: Iterable[PhotoId]) -> tuple[Photo, ...]:
    return tuple(sorted((photos.get(connection, photo_id) for photo_id in photo_ids), key=lambda photo: photo.number))


def _records(connection: Connection, entries: Collection[PersonId], confined: Collection[str]) -> tuple[Record, ...]:
    found = {r.sequence: r for entry in entries for r in record_slices.found(connection, Wanted(subject=entry))}
    told = (r for r in found.values() if r.action not in _NOT_TOLD and set(confined).isdisjoint(r.subjects))
    return tuple(sorted(told, key=lambda record: record.sequence))


def _is_pointed_at(connection: Connection, photo_id: PhotoId, entries: Collection[PersonId]) -> bool:
    answers = photos.presence(connection, photo_id)
    return any(a.person_id in entries and a.presence is Presence.IN_PICTURE for a in answers)


def theirs(connection: Connection, photo_id: PhotoId, entries: frozenset[PersonId]) -> frozenset[str]:
    """The places of a photo that are this person: faces named as them, words that can only be their name."""
    return frozenset(
        region.id
        for region in regions.of_photo(connection, photo_id)
        if (region.verdict is Verdict.NAMED and region.person_id in entries)
        or (region.kind is RegionKind.TEXT and region.roster and set(region.roster) <= entries)
    )


def _to_look_through(
    connection: Connection, case: Case, person: Person, named: frozenset[PhotoId]
) -> list[ToLookThrough]:
    """By event and day; an event counts when the person or somebody of their class is on its list, or it has none."""
    answers = cases.photo_answers(connection, case.id)
    classmates = _classmates(connection, person)
    found = []
    for event in photos.events(connection):
        listed = set(photos.roster(connection, event))
        if listed and listed.isdisjoint(classmates):
            continue
        classes = tuple(sorted({p.registration_group for p in people.by_ids(connection, listed)} - {""}))
        for photo_id in photos.of_event(connection, event):
            unnamed = 0 if photo_id in named else _unnamed(connection, photo_id)
            photo = photos.get(connection, photo_id)
            if unnamed and photo.kind is PhotoKind.PICTURE:
                day = school_day(photo.imported_at)
                found.append(ToLookThrough(photo, event, day, unnamed, classes, answers.get(photo.id)))
    return sorted(found, key=lambda entry: (entry.day, entry.event, entry.photo.number))


def _films(connection: Connection, person: Person) -> tuple[Photo, ...]:
    """Films of events whose list holds the person or their class, or that have none."""
    classmates = _classmates(connection, person)
    films = photos.of_kind(connection, PhotoKind.FILM, limit=_EVERY)
    lists = {event: set(photos.roster(connection, event)) for event in {film.event for film in films}}
    theirs = [film for film in films if not lists[film.event] or not lists[film.event].isdisjoint(classmates)]
    return tuple(sorted(theirs, key=lambda film: film.number))


def _classmates(connection: Connection, person: Person) -> frozenset[PersonId]:
    """The person and their class."""
    return frozenset(p.id for p in people.by_class(connection, person.registration_group)) | {person.id}


def _unnamed(connection: Connection, photo_id: PhotoId) -> int:
    """How many people in it nobody has named; a photo that was not looked at yet counts as one."""
    people_in = [r for r in regions.of_photo(connection, photo_id) if r.kind in (RegionKind.FACE, RegionKind.HINT)]
    open_ones = [r for r in people_in if r.verdict in (Verdict.UNNAMED, Verdict.STRANGER)]
    is_looked_at = bool(photos.facts(connection, photo_id).is_analysed)
    return len(open_ones) if is_looked_at else max(1, len(open_ones))
