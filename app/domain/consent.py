"""Consent: the events that are recorded, and the status that follows from them on a day.

Only `ConsentStatus.YES` ever allows anything. The status is derived, never stored, so that history cannot be rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NewType

from app.domain.contacts import Contact, ContactId
from app.domain.people import Person, PersonId

ConsentEventId = NewType("ConsentEventId", str)
PlatformId = NewType("PlatformId", str)
"""A short lower-case word: ``facebook``, ``website``."""

CHILD = "child"
"""The giver of a child's own answer; their refusal beats every other giver's YES."""
SELF = "self"
"""The giver of an adult's answer about themselves."""
A_PARENT = "a parent"
"""The giver of a refusal that somebody was told without knowing by which parent; it stands until it is settled."""
_OWN_WORDS = frozenset({
    CHILD, SELF, "the child", "pupil", "the pupil", "student", "the student", "themselves",
    "plentyn", "y plentyn", "disgybl", "y disgybl", "myfyriwr", "y myfyriwr", "nhw eu hunain", "ei hun", "ei hunan",
})  # fmt: skip
"""What people write for a child's own answer, in both languages of the window."""
OWN_CONSENT_AGE = 16
"""From this birthday on a pupil is asked themselves, where the school settled nothing else."""


class ConsentKind(StrEnum):
    IMAGE = "IMAGE"
    NAME = "NAME"
    VIDEO = "VIDEO"
    WORK = "WORK"


class Answer(StrEnum):
    """What is recorded."""

    YES = "YES"
    NO = "NO"
    WITHDRAWN = "WITHDRAWN"


class ConsentStatus(StrEnum):
    """What follows on a day."""

    YES = "YES"
    NO = "NO"
    WITHDRAWN = "WITHDRAWN"
    NOT_ASKED = "NOT_ASKED"
    EXPIRED = "EXPIRED"
    TO_CONFIRM = "TO_CONFIRM"
    """A YES that came back when an import or a mistake was undone; it does not clear until a person confirms it."""
    ASK_PUPIL = "ASK_PUPIL"
    """The parents said YES and the pupil is now old enough to be asked; it does not clear until the pupil agrees."""


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """One answer of one giver, as recorded; never edited.

    Attributes:
        sequence: the order of recording; of two events of one giver the higher counts.
        giver: who answered, for example ``Mrs A. Okafor`` or `CHILD`; names a giver, not a login.
        valid_until: last day, inclusive; None means until something else is said.
        supersedes: the event that this one settles or corrects; see `settles`.
        contact_id: the contact who answered, where it is known.
        form_version: which form was signed.
        evidence_file: the name of the scanned form in the vault.
    """

    id: ConsentEventId
    sequence: int
    person_id: PersonId
    kind: ConsentKind
    platform_id: PlatformId
    answer: Answer
    giver: str
    relationship: str
    evidence: str
    valid_from: date
    valid_until: date | None
    recorded_at: datetime
    recorded_by: str
    source: str = ""
    supersedes: ConsentEventId | None = None
    to_confirm: bool = False
    contact_id: ContactId | None = None
    form_version: str = ""
    evidence_file: str | None = None

    @property
    def refuses(self) -> bool:
        return self.answer is not Answer.YES

    @property
    def is_own(self) -> bool:
        """Whether the person answered for themselves."""
        return self.contact_id is None and is_own(self.giver)

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody knows which parent it was."""
        return self.contact_id is None and self.giver == A_PARENT

    def lasts_on(self, today: date) -> bool:
        """Whether the day lies between its dates."""
        return self.valid_from <= today and (self.valid_until is None or today <= self.valid_until)


@lru_cache(maxsize=4096)
def is_own(giver: str) -> bool:
    """Whether these words for a giver mean the person themselves."""
    return giver.strip().casefold() in _OWN_WORDS


@dataclass(frozen=True, slots=True)
class ConsentStanding:
    """The status on a day with the event it rests on (None when nobody was asked)."""

    status: ConsentStatus
    event: ConsentEvent | None = None

    @property
    def allows(self) -> bool:
        return self.status is ConsentStatus.YES


@dataclass(frozen=True, slots=True)
class Voices:
    """Who may say yes for one person; saying no is open to everybody and is not asked here.

    Attributes:
        is_adult: answers for themselves, and no contact does it for them.
        asked_from: the birthday from which a pupil is asked; None when they never are or nobody knows when.
        contacts: everybody named as a contact; a yes of somebody who is not in it does not count.
    """

    is_adult: bool = False
    asked_from: date | None = None
    contacts: Mapping[ContactId, Contact] = field(default_factory=dict)

    def are_asked_on(self, today: date) -> bool:
        """Whether the pupil is old enough on this day."""
        return self.asked_from is not None and self.asked_from <= today

    def may_say_yes(self, event: ConsentEvent, today: date) -> bool:
        """Whether this giver's yes counts. A pupil's own does only if given when they were old enough."""
        if event.is_own:
            return self.is_adult or self.are_asked_on(min(today, event.valid_from))
        if event.contact_id is None:
            return not event.is_anonymous
        contact = self.contacts.get(event.contact_id)
        if self.is_adult or contact is None or contact.person_id != event.person_id:
            return False
        return contact.may_say_yes(today)


def birthday(born: date, age: int) -> date:
    """The day somebody reaches an age; for 29 February in a common year 1 March, as the law of England has it."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def settles(later: ConsentEvent, earlier: ConsentEvent) -> bool:
    """Whether one event takes the place of an earlier refusal that no known person stands behind.

    Two kinds do: the refusal written down again as that of a known contact, whom it binds from then on; and for an
    anonymous one the note that it was a misunderstanding, confirmed with a contact, which is never itself a yes.
    Lines of a list settle nothing, and what a child or a known contact said is theirs alone to change.
    """
    same = (later.person_id, later.kind, later.platform_id) == (earlier.person_id, earlier.kind, earlier.platform_id)
    if not same or later.supersedes != earlier.id or later.sequence <= earlier.sequence or later.source:
        return False
    if not earlier.refuses or earlier.is_own or earlier.contact_id is not None or later.contact_id is None:
        return False
    return later.refuses or (earlier.is_anonymous and later.giver == A_PARENT and later.to_confirm)


def counting(events: Iterable[ConsentEvent]) -> tuple[ConsentEvent, ...]:
    """The events of one person, kind and platform that still speak, in the order of recording.

    The latest of each giver speaks. Of refusals by nobody knows which parent each one speaks until it is settled, for
    they may be of different people. Notes that settle one say nothing themselves.
    """
    ordered = sorted(events, key=_order)
    if len(ordered) < 2:  # nearly always, and a class has thousands
        return tuple(e for e in ordered if e.refuses or e.giver != A_PARENT)
    by_id = {event.id: event for event in ordered}
    settled = {e.supersedes for e in ordered if e.supersedes in by_id and settles(e, by_id[e.supersedes])}
    latest: dict[str, ConsentEvent] = {}
    for event in ordered:
        if event.giver == A_PARENT and not event.refuses:
            continue
        latest[_voice(event)] = event
    return tuple(sorted((e for e in latest.values() if e.id not in settled), key=_order))


def _order(event: ConsentEvent) -> int:
    return event.sequence


def _voice(event: ConsentEvent) -> str:
    if event.is_own:
        return CHILD
    if event.is_anonymous:
        return f"event {event.id}"
    return f"giver {event.giver}" if event.contact_id is None else f"contact {event.contact_id}"


_EVERYBODY_SPEAKS = Voices()
_NOBODY_ASKED = ConsentStanding(ConsentStatus.NOT_ASKED)


def standing_on(events: Iterable[ConsentEvent], today: date, voices: Voices = _EVERYBODY_SPEAKS) -> ConsentStanding:
    """Derive what is in force from the events of one person, kind and platform.

    In force means: at least one giver who may say yes is at YES today, and none at NO or WITHDRAWN; from the birthday
    on which a pupil is asked, one of them is the pupil. A NO or WITHDRAWN binds from the moment it is recorded,
    whatever its dates say and whoever said it: taking away never waits.
    """
    said = counting(events)
    for answer, status in ((Answer.NO, ConsentStatus.NO), (Answer.WITHDRAWN, ConsentStatus.WITHDRAWN)):
        against = [e for e in said if e.answer is answer]
        if against:
            return ConsentStanding(status, against[-1])
    return _standing_of_yes(said[::-1], today, voices)


def _standing_of_yes(yes: Sequence[ConsentEvent], today: date, voices: Voices) -> ConsentStanding:
    """What follows where nobody refuses; the newest yes comes first."""
    lasting = [e for e in yes if e.lasts_on(today) and not e.to_confirm]
    heard = [e for e in lasting if voices.may_say_yes(e, today)]
    asked = voices.are_asked_on(today)
    if in_force := [e for e in heard if e.is_own or not asked]:
        return ConsentStanding(ConsentStatus.YES, in_force[0])
    if heard:
        return ConsentStanding(ConsentStatus.ASK_PUPIL, heard[0])
    if waiting := [e for e in yes if e.to_confirm]:
        return ConsentStanding(ConsentStatus.TO_CONFIRM, waiting[0])
    over = [e for e in yes if e.valid_until is not None and today > e.valid_until]
    over += [e for e in lasting if e.contact_id in voices.contacts]
    return ConsentStanding(ConsentStatus.EXPIRED, over[0]) if over else ConsentStanding(ConsentStatus.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Platform:
    """Where posts go: one account of the school. A new one starts with no consents, so everybody is covered."""

    id: PlatformId
    name: str
    account: str = ""
    max_edge_px: int = 1350
    """Long edge of what is exported; lower resolution on purpose."""
    max_bytes: int = 5_000_000
    max_pictures: int = 10
    caption_limit: int = 2200
    alt_text_limit: int = 1000
    narrowest: int = 0
    """The least width for 100 of height; 0 for any. Pictures are cropped to the platform's shapes."""
    widest: int = 0
    """The most width for 100 of height; 0 for any."""
    limits_version: str = ""
    limits_checked_on: date | None = None
    purpose: str = ""
    owner: str = ""
    """Who looks after the account."""
    mailbox: str = ""
    """The role mailbox the account is registered with."""
    audience: str = ""
    """Who can see what is posted; a closed group gets no easier rule."""
    approved_by: str = ""
    """The id of the user who agreed to it."""
    privacy_checked_on: date | None = None
    credentials_changed_on: date | None = None
    two_step: bool = False
    is_open: bool = True
    """Whether new posts may go there."""
    version: int = 1


Target = tuple[PersonId, ConsentKind, PlatformId]
"""Whose answer, to what and for where."""


@dataclass(frozen=True, slots=True)
class RegisterSnapshot:
    """The register as it stood at one moment: all that `decide` may know of people.

    Attributes:
        events: every consent event, grouped by person, kind and platform.
        holds: people whom no consent clears; nobody here knows why.
        as_of: when the consents were last brought up to date from the school's system or by hand; None if never.
        contacts: everybody who speaks for one of the people.
        own_consent_age: from which birthday on pupils are asked themselves; None if never.
    """

    people: Mapping[PersonId, Person] = field(default_factory=dict)
    events: Mapping[Target, tuple[ConsentEvent, ...]] = field(default_factory=dict)
    holds: frozenset[PersonId] = frozenset()
    as_of: datetime | None = None
    contacts: Mapping[ContactId, Contact] = field(default_factory=dict)
    own_consent_age: int | None = OWN_CONSENT_AGE

    def standing(
        self, person_id: PersonId, *, kind: ConsentKind, platform_id: PlatformId, today: date
    ) -> ConsentStanding:
        """What is in force for this person, kind and platform; an unknown person was not asked."""
        return self.judge(person_id, self.events.get((person_id, kind, platform_id), ()), today)

    def judge(self, person_id: PersonId, events: Iterable[ConsentEvent], today: date) -> ConsentStanding:
        """What would be in force if these were the person's events; leaving the school ends every yes."""
        person = self.people.get(person_id)
        said = tuple(events)
        standing = standing_on(said, today, self._voices(person)) if said else _NOBODY_ASKED
        if standing.allows and person is not None and person.has_left(today):
            return ConsentStanding(ConsentStatus.EXPIRED, standing.event)
        return standing

    def asked_from(self, person: Person) -> date | None:
        """From which day a pupil is asked themselves; None for adults and where nobody knows."""
        if self.own_consent_age is None or person.date_of_birth is None or not person.kind.is_child:
            return None
        return birthday(person.date_of_birth, self.own_consent_age)

    def _voices(self, person: Person | None) -> Voices:
        if person is None:
            return Voices(contacts=self.contacts)
        return Voices(not person.kind.is_child, self.asked_from(person), self.contacts)
