"""Biometric consent: what is recorded about comparing a child's face, and whether it may be compared on a day.

It stands apart from every consent to a photo: no yes to a picture ever counts here. The rule is that of the Protection
of Freedoms Act 2012, sections 26 to 28, for England and Wales; schools in Scotland and Northern Ireland, where the Act
does not apply, are held to the same. Whatever is unknown, undated or ambiguous means that the face is not compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from app.domain.days import day_in_words
from app.domain.people import Person, PersonId, PersonKind

GROWN_UP = 18
"""From this birthday on only the person's own written consent counts (section 28(1))."""

ALTERNATIVE = "Name this face by hand, as for everybody else."
"""What every refusal offers instead: nobody may be worse off without it (section 26(6))."""


class BiometricFact(StrEnum):
    """One thing that was written down; what follows from all of them is derived, never stored."""

    NOTICE = "NOTICE"
    """A parent was told of the intention and of the right to object."""
    YES = "YES"
    """A parent (or an adult for themselves) agreed in writing."""
    OBJECTION = "OBJECTION"
    """A parent objected or took a yes back."""
    CHILD_REFUSES = "CHILD_REFUSES"
    CHILD_AGREES_AGAIN = "CHILD_AGREES_AGAIN"
    """The child no longer refuses; this lifts the refusal, it is not a consent."""
    EXCUSED = "EXCUSED"
    """A parent need not be told or asked, for a reason that is written down."""


class Jurisdiction(StrEnum):
    """Where the school is. The gate is the same everywhere; only what it rests on differs."""

    ENGLAND_AND_WALES = "ENGLAND_AND_WALES"
    SCOTLAND = "SCOTLAND"
    NORTHERN_IRELAND = "NORTHERN_IRELAND"


@dataclass(frozen=True, slots=True)
class BiometricEvent:
    """One fact as recorded; never edited.

    Attributes:
        sequence: the order of recording.
        contact_id: the parent or carer it is about; None for the person themselves, or when nobody knows which.
        giver: who spoke, or who decided to excuse a parent, as the school names them.
        on_day: the day on the paper, or when it was said.
    """

    id: str
    sequence: int
    person_id: PersonId
    fact: BiometricFact
    contact_id: str | None
    giver: str
    in_writing: bool
    evidence: str
    evidence_file: str | None
    reason: str
    on_day: date
    recorded_at: datetime
    recorded_by: str

    @property
    def is_proven(self) -> bool:
        """In writing, with the place where the writing can be seen."""
        return self.in_writing and bool(self.evidence.strip() or self.evidence_file)


class Parent(Protocol):
    """What the rule needs of a contact in the register."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def parental_responsibility(self) -> bool: ...
    @property
    def until(self) -> date | None:
        """The last day on which they speak for the child; None when no end is known."""


class Lack(StrEnum):
    """Why a face may not be compared."""

    HELD = "held"
    NOT_ON_ROLL = "not-on-roll"
    BIRTH_UNKNOWN = "birth-unknown"
    NO_PARENT = "no-parent"
    NOT_TOLD = "not-told"
    NO_YES = "no-yes"
    OBJECTED = "objected"
    CHILD_REFUSED = "child-refused"
    NO_OWN_YES = "no-own-yes"


_A_NO_STANDS = "A no stands for them."


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is in the way, as a sentence that can be shown."""

    lack: Lack
    words: str


@dataclass(frozen=True, slots=True)
class BiometricStanding:
    """Whether a face may be compared on a day; `missing` is empty only when it may."""

    missing: tuple[Missing, ...]

    @property
    def allows(self) -> bool:
        return not self.missing

    @property
    def words(self) -> tuple[str, ...]:
        """One sentence for each thing that is in the way; a hold reads as a plain no."""
        return tuple(dict.fromkeys(missing.words for missing in self.missing))

    def without_holds(self) -> BiometricStanding:
        """The same for people who may not learn of holds: one is an objection like any other."""
        plain = (Missing(Lack.OBJECTED, m.words) if m.lack is Lack.HELD else m for m in self.missing)
        return BiometricStanding(tuple(dict.fromkeys(plain)))


def standing(
    events: Iterable[BiometricEvent], contacts: Collection[Parent], person: Person, today: date, *, on_hold: bool
) -> BiometricStanding:
    """Derive from everything recorded about one person whether their face may be compared today.

    `events` and `contacts` are this person's own, with those of entries that were merged into theirs.
    A no counts from the moment it is recorded, whatever its date. A yes, a notice and an excusal count from their day
    on. An objection or refusal is lifted only by what was recorded after it and is not dated before it, so that paper
    found late never overrules it.
    """
    ordered = sorted(events, key=lambda e: e.sequence)
    return BiometricStanding(tuple(_Rule(ordered, contacts, person, today).missing(on_hold=on_hold)))


def is_grown_up(person: Person, day: date) -> bool | None:
    """Whether the person has had their eighteenth birthday; None when nobody wrote down when they were born."""
    if not person.kind.is_child:
        return True
    born = person.date_of_birth
    if born is None or born > day:
        return None
    return (day.year - born.year - ((day.month, day.day) < (born.month, born.day))) >= GROWN_UP


class _Rule:
    """The events of one person in the order of recording, looked at on one day."""

    def __init__(self, events: list[BiometricEvent], contacts: Collection[Parent], person: Person, today: date) -> None:
        self._events, self._person, self._today = events, person, today
        self._parents = sorted(
            (c for c in contacts if c.parental_responsibility and (c.until is None or today <= c.until)),
            key=lambda c: (c.name, c.id),
        )
        self._names = {contact.id: contact.name for contact in contacts}

    def missing(self, *, on_hold: bool) -> Iterator[Missing]:
        if on_hold:
            yield Missing(Lack.HELD, _A_NO_STANDS)
        yield from self._not_here()
        grown_up = is_grown_up(self._person, self._today)
        if grown_up is None:
            words = "Their date of birth is not in the register, so nobody can tell who has to agree."
            yield Missing(Lack.BIRTH_UNKNOWN, words)
        if grown_up:
            yield from self._own_answer()
        else:
            yield from self._refusal()
            yield from self._objections()
            yield from self._parents_asked()

    def _not_here(self) -> Iterator[Missing]:
        person = self._person
        starts_later = person.on_roll_from is not None and self._today < person.on_roll_from
        if person.kind is PersonKind.LEAVER or person.has_left(self._today) or starts_later:
            yield Missing(Lack.NOT_ON_ROLL, "They are not on roll today.")

    def _refusal(self) -> Iterator[Missing]:
        refusal = self._standing_no(
            [e for e in self._events if e.fact is BiometricFact.CHILD_REFUSES],
            self._agreements(),
        )
        if refusal is not None:
            words = f"They said no themselves on {day_in_words(refusal.on_day)}, which comes before every yes."
            yield Missing(Lack.CHILD_REFUSED, words)

    def _objections(self) -> Iterator[Missing]:
        objections = [e for e in self._events if e.fact is BiometricFact.OBJECTION]
        for contact_id in dict.fromkeys(e.contact_id for e in objections):
            against = [e for e in objections if e.contact_id == contact_id]
            if contact_id is None:
                yield from self._unnamed_objection(against)
                continue
            objection = self._standing_no(against, self._written_yeses(contact_id))
            if objection is not None:
                who = self._names.get(contact_id) or objection.giver or "A parent"
                words = f"{who} said no on {day_in_words(objection.on_day)}, which comes before every yes."
                yield Missing(Lack.OBJECTED, words)

    def _unnamed_objection(self, against: list[BiometricEvent]) -> Iterator[Missing]:
        """Nobody knows which parent it was, so only a later yes of each of them can lift it."""
        lifted = self._parents and all(
            self._standing_no(against, self._written_yeses(parent.id)) is None for parent in self._parents
        )
        if not lifted:
            yield Missing(Lack.OBJECTED, _A_NO_STANDS)

    def _parents_asked(self) -> Iterator[Missing]:
        if not self._parents:
            yield Missing(Lack.NO_PARENT, "Nobody with parental responsibility for them is in the register.")
            return
        for parent in self._parents:
            if not any(self._is_told(event, parent.id) for event in self._events):
                yield Missing(Lack.NOT_TOLD, f"{parent.name} was not told in writing, and is not excused.")
        if not any(self._written_yeses(parent.id) for parent in self._parents):
            yield Missing(Lack.NO_YES, "No parent has agreed in writing.")

    def _own_answer(self) -> Iterator[Missing]:
        """An adult decides alone: their parents' answers, and what was written before they grew up, do not count."""
        own = [e for e in self._written_yeses(None) if is_grown_up(self._person, e.on_day)]
        refusals = [e for e in self._events if e.fact is BiometricFact.CHILD_REFUSES]
        against = [e for e in self._events if e.fact is BiometricFact.OBJECTION and e.contact_id is None]
        refusal = self._standing_no(refusals, [*own, *self._agreements()]) or self._standing_no(against, own)
        if refusal is not None:
            yield Missing(Lack.CHILD_REFUSED, f"They said no themselves on {day_in_words(refusal.on_day)}.")
        if not own:
            yield Missing(Lack.NO_OWN_YES, "They have not agreed themselves, in writing, since they turned 18.")

    def _agreements(self) -> list[BiometricEvent]:
        return [e for e in self._events if e.fact is BiometricFact.CHILD_AGREES_AGAIN and e.on_day <= self._today]

    def _written_yeses(self, contact_id: str | None) -> list[BiometricEvent]:
        return [
            e
            for e in self._events
            if e.fact is BiometricFact.YES and e.contact_id == contact_id and e.is_proven and e.on_day <= self._today
        ]

    def _is_told(self, event: BiometricEvent, parent_id: str) -> bool:
        if event.contact_id != parent_id or event.on_day > self._today:
            return False
        if event.fact is BiometricFact.EXCUSED:
            return bool(event.reason.strip() and event.giver.strip())
        return event.fact is BiometricFact.NOTICE and event.in_writing

    @staticmethod
    def _standing_no(against: list[BiometricEvent], lifting: list[BiometricEvent]) -> BiometricEvent | None:
        """The latest no that nothing lifts, which must be recorded after it and dated on its day or later."""
        for no in reversed(against):
            if not any(yes.sequence > no.sequence and yes.on_day >= no.on_day for yes in lifting):
                return no
        return None
