"""What is past its time on a day, what is kept all the same, and why: looked up inside one connection, nothing written.

Every answer can be asked for single records too, so that an erasure looks again inside its own transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.people import PersonId, UserId
from app.domain.photo import PhotoId
from app.domain.post import PostState, RenditionId
from app.domain.retention import (
    FREEZE_SETTING,
    RULES,
    SETTING,
    Item,
    Keep,
    Kept,
    RecordClass,
    Schedule,
    Subject,
    end_of_school_year,
    latest_day,
    period_in_words,
    school_day,
)
from app.workflow.places import live_places
from consent_db import biometrics, cases, devices, packs, people, retention, settings
from consent_db.retention import Dated, Left, PhotoUse, PictureUse, PostUse

_WAITING = (PostState.SUBMITTED, PostState.ON_HOLD)
_ON_REQUEST = "asked for"


@dataclass(frozen=True, slots=True)
class Frozen:
    """What nothing may be erased of, each with the day it was frozen."""

    people: dict[str, str]
    photos: dict[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """Whose records stay whatever their age: those frozen, and those an open request or incident is about."""

    frozen: frozenset[PersonId]
    in_question: frozenset[PersonId]
    frozen_photos: frozenset[PhotoId]
    photos_in_question: frozenset[PhotoId]

    def why(self, person_ids: Collection[PersonId]) -> tuple[Keep, ...]:
        """What keeps records of these people."""
        said = ((Keep.FROZEN, self.frozen), (Keep.CASE, self.in_question))
        return tuple(keep for keep, who in said if not who.isdisjoint(person_ids))

    def why_photo(self, photo_id: PhotoId) -> tuple[Keep, ...]:
        """What keeps this photo."""
        said = ((Keep.FROZEN, self.frozen_photos), (Keep.CASE, self.photos_in_question))
        return tuple(keep for keep, which in said if photo_id in which)


@dataclass(frozen=True, slots=True)
class Found:
    """One record past its time or asked for, with what keeps it."""

    item: Item
    why: tuple[Keep, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def kept(self) -> Kept:
        return Kept(self.item, self.why, self.places)


class Plan:
    """The rules of a school on a day, asked over one connection. `names` are shown only to those who may see them."""

    def __init__(self, connection: Connection, today: date, *, now: datetime, names: bool = False) -> None:
        self._connection = connection
        self._today = today
        self._now = now
        self._names = names
        self.schedule = schedule_of(connection)
        self._held: Held | None = None
        self._going: set[PhotoId] = set()  # their pictures go with them

    def due(self, subject: Subject | None = None, ids: Collection[str] | None = None) -> Iterator[Found]:
        """Everything past its time in the order of the classes; of one kind, or of these records only, when named."""
        looks = {
            Subject.TEMPLATE: self._templates,
            Subject.PHOTO: self._photos,
            Subject.PICTURE: self._pictures,
            Subject.QUESTION: self._questions,
            Subject.CASE: self._cases,
            Subject.PERSON: self._leavers,
            Subject.USER: self._former_users,
            Subject.RECEIPT: self._receipts,
        }
        for kind, look in looks.items():
            if subject in (None, kind):
                yield from look(ids)

    def requested_photos(self, ids: Collection[PhotoId]) -> Iterator[Found]:
        """These photos, whatever their age; a post that is not out does not keep them."""
        for use in retention.photos_in_use(self._connection, ids):
            item = self._photo_item(use, RecordClass.REQUESTED, None)
            yield Found(item, tuple(k for k in self._keeping_photo(use) if k is not Keep.WAITING))

    def requested_person(self, person_id: PersonId) -> Found:
        """This person, whether or not they left.

        Raises:
            RegisterError: nobody has this id, or they were erased already.
        """
        person = people.get(self._connection, person_id)
        if not person.legal_forename and not person.legal_surname:
            raise RegisterError("This entry was erased already.", code="erased")
        label = person.name if self._names else f"Entry {person_id[:8]}"
        item = Item(RecordClass.REQUESTED, Subject.PERSON, person_id, label, None, _ON_REQUEST)
        return self._with_places(item)

    def requested_user(self, user_id: UserId, name: str) -> Found:
        """This sign-in, whether or not it is closed."""
        return Found(Item(RecordClass.REQUESTED, Subject.USER, user_id, name, None, _ON_REQUEST))

    def records_kept(self) -> Iterator[Kept]:
        """The chain's records that are older than their time: they stay, and the preview says why."""
        first_kept = date.fromordinal(self._today.toordinal() - self.schedule.days[RecordClass.AUDIT])
        count = retention.records_before(self._connection, datetime.combine(first_kept, time(), UTC))
        if count:
            item = Item(RecordClass.AUDIT, Subject.RECEIPT, "audit", "Records of who did what", None, "")
            yield Kept(item, (Keep.CHAIN,), count=count)

    def _photos(self, ids: Collection[str] | None) -> Iterator[Found]:
        named = None if ids is None else [PhotoId(i) for i in ids]
        for use in retention.photos_in_use(self._connection, named):
            record_class = RecordClass.POSTED_PHOTO if use.posts else RecordClass.UNUSED_PHOTO
            until = self.schedule.kept_until(record_class, _starts_on(use))
            if self._today > until:
                found = Found(self._photo_item(use, record_class, until), self._keeping_photo(use))
                if not found.why:
                    self._going.add(use.id)
                yield found

    def _pictures(self, ids: Collection[str] | None) -> Iterator[Found]:
        named = None if ids is None else [RenditionId(i) for i in ids]
        for use in retention.pictures_in_use(self._connection, named):
            starts_on = latest_day(at for at in (use.made_at, use.post.last_out_at) if at)
            until = self.schedule.kept_until(RecordClass.PICTURE, starts_on)
            if self._today > until and use.photo_id not in self._going:
                label = f"Picture of photo {use.number}" + (f" for “{use.post.title}”" if self._names else "")
                item = self._item(RecordClass.PICTURE, Subject.PICTURE, use.id, label, until)
                yield Found(item, self._keeping_picture(use))

    def _questions(self, ids: Collection[str] | None) -> Iterator[Found]:
        yield from self._dated(
            retention.settled_questions(self._connection, ids), RecordClass.QUESTION, Subject.QUESTION, "Question"
        )

    def _cases(self, ids: Collection[str] | None) -> Iterator[Found]:
        yield from self._dated(retention.closed_cases(self._connection, ids), RecordClass.CASE, Subject.CASE, "Case")

    def _receipts(self, ids: Collection[str] | None) -> Iterator[Found]:
        yield from self._dated(
            retention.receipts(self._connection, ids), RecordClass.RECEIPT, Subject.RECEIPT, "Receipt"
        )

    def _dated(self, rows: Iterable[Dated], record_class: RecordClass, subject: Subject, what: str) -> Iterator[Found]:
        for row in rows:
            starts_on = school_day(row.at)
            until = self.schedule.kept_until(record_class, starts_on)
            if self._today > until:
                label = f"{what} of {starts_on.isoformat()}"
                why = self.held.why([row.person_id]) if row.person_id else ()
                yield Found(self._item(record_class, subject, row.id, label, until), why)

    def _leavers(self, ids: Collection[str] | None) -> Iterator[Found]:
        for left in retention.leavers(self._connection, self._today, ids):
            item = self._left(left, RecordClass.LEAVER, Subject.PERSON, "Entry")
            if item is not None:
                yield Found(item, (Keep.NO_DAY,)) if left.last_day is None else self._with_places(item)

    def _former_users(self, ids: Collection[str] | None) -> Iterator[Found]:
        for left in retention.former_users(self._connection, self._today, ids):
            item = self._left(left, RecordClass.FORMER_USER, Subject.USER, "Sign-in")
            if item is not None:
                yield Found(item, (Keep.NO_DAY,) if left.last_day is None else ())

    def _left(self, left: Left, record_class: RecordClass, subject: Subject, what: str) -> Item | None:
        until = None if left.last_day is None else self.schedule.kept_until(record_class, left.last_day)
        if until is not None and self._today <= until:
            return None
        label = left.name if self._names else f"{what} {left.id[:8]}"
        return self._item(record_class, subject, left.id, label, until)

    def _templates(self, ids: Collection[str] | None) -> Iterator[Found]:
        found = retention.templates(self._connection, ids)
        allowed = biometrics.in_force(self._connection, self._today) if found else frozenset()
        for identifier, person_id, until in found:
            if person_id not in allowed or (until is not None and self._today > until):
                label = f"Face features {identifier[:8]}"
                reason = "no consent to compare this face stands"
                yield Found(Item(RecordClass.TEMPLATE, Subject.TEMPLATE, identifier, label, None, reason))

    def _with_places(self, item: Item) -> Found:
        person_id = PersonId(item.id)
        places = live_places(self._connection, people.get(self._connection, person_id))
        why = self.held.why(people.entries_of(self._connection, [person_id]))
        return Found(item, (*why, Keep.LIVE) if places else tuple(why), places if self._names else ())

    def _keeping_photo(self, use: PhotoUse) -> tuple[Keep, ...]:
        why = {reason for post in use.posts for reason in self._keeping_post(post)}
        if use.waits_for_removal:
            why.add(Keep.REMOVAL)
        why.update(self.held.why_photo(use.id))
        return tuple(keep for keep in Keep if keep in why)

    def _keeping_picture(self, use: PictureUse) -> tuple[Keep, ...]:
        why = {keep for keep in self._keeping_post(use.post) if keep is not Keep.WAITING or use.is_current}
        why.update(self.held.why_photo(use.photo_id))
        return tuple(keep for keep in Keep if keep in why)

    def _keeping_post(self, post: PostUse) -> Iterator[Keep]:
        if post.is_out:
            yield Keep.LIVE
        if post.has_open_task:
            yield Keep.TASK
        if post.has_open_case:
            yield Keep.CASE
        approved = post.approved_until is not None and self._now < post.approved_until
        if post.state in _WAITING or (post.state is PostState.APPROVED and approved):
            yield Keep.WAITING

    @property
    def held(self) -> Held:
        """Looked up once: with many photos it takes a while."""
        if self._held is None:
            self._held = held_of(self._connection)
        return self._held

    def _photo_item(self, use: PhotoUse, record_class: RecordClass, until: date | None) -> Item:
        label = f"Photo {use.number}, {use.event}" if self._names and use.event else f"Photo {use.number}"
        if until is None:
            return Item(record_class, Subject.PHOTO, use.id, label, None, _ON_REQUEST, use.number)
        return self._item(record_class, Subject.PHOTO, use.id, label, until, number=use.number)

    def _item(
        self,
        record_class: RecordClass,
        subject: Subject,
        identifier: str,
        label: str,
        until: date | None,
        *,
        number: int | None = None,
    ) -> Item:
        rule, days = RULES[record_class], self.schedule.days[record_class]
        reason = f"past its time: {period_in_words(days)} after {rule.counts_from}"
        return Item(record_class, subject, identifier, label, until, reason, number)


def schedule_of(connection: Connection) -> Schedule:
    """The school's periods."""
    return Schedule.from_json(packs.in_force_on(connection).retention, settings.get(connection, SETTING))


def frozen_of(connection: Connection) -> Frozen:
    """What is frozen."""
    kept = settings.get(connection, FREEZE_SETTING, {})
    return Frozen(dict(kept.get("people", {})), dict(kept.get("photos", {})))


def held_of(connection: Connection) -> Held:
    """Whose records stay: under each of the entries that were joined to one another."""
    said, (needed, _releases) = frozen_of(connection), cases.needed_for(connection)
    restricted = cases.restricted(connection)
    frozen = with_joined(connection, {PersonId(p) for p in said.people} | restricted)
    in_question = with_joined(connection, needed - restricted)
    theirs = retention.photos_of(connection, frozen | in_question)
    return Held(
        frozen,
        in_question,
        frozenset(PhotoId(p) for p in said.photos) | {p for p, who in theirs.items() if not who.isdisjoint(frozen)},
        cases.found_in(connection)
        | devices.photos_of_stopped(connection)
        | {p for p, who in theirs.items() if not who.isdisjoint(in_question)},
    )


def require_not_frozen(connection: Connection, photo_ids: Collection[PhotoId]) -> None:
    """Do nothing when these photos, and whoever is named in them, are neither frozen nor in question.

    Raises:
        RegisterError: one of them may not be destroyed by anybody until it is let go.
    """
    held = held_of(connection)
    why = {keep for photo_id in photo_ids for keep in held.why_photo(photo_id)}
    if Keep.FROZEN in why:
        raise RegisterError(
            "This photo is frozen: nothing of it may be destroyed.",
            remedy="Ask the data protection officer, who can let it go on the Keeping page.",
            code="frozen",
        )
    if why:
        raise RegisterError(
            "This photo, or somebody in it, is the subject of an open request or incident: it is needed.",
            remedy="Ask the data protection officer; it may go once that is closed.",
            code="in-question",
        )


def with_joined(connection: Connection, person_ids: Collection[PersonId]) -> frozenset[PersonId]:
    """These people under every entry of theirs, whichever of them was frozen or asked about."""
    into = people.joined(connection)
    return people.entries_of(connection, {into.get(person_id, person_id) for person_id in person_ids}) | set(person_ids)


def _starts_on(use: PhotoUse) -> date:
    if not use.posts:
        return school_day(use.imported_at)
    instants = [
        use.imported_at,
        *(p.created_at for p in use.posts),
        *(p.last_out_at for p in use.posts if p.last_out_at),
    ]
    return end_of_school_year(latest_day(instants))
