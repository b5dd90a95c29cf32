"""Consent: the events that are recorded, and the status that follows from them on a day.

Only `ConsentStatus.YES` ever allows anything. The status is derived, never stored, so that history cannot be rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from app.domain.people import Person, PersonId

ConsentEventId = NewType("ConsentEventId", str)
PlatformId = NewType("PlatformId", str)
"""A short lower-case word: ``facebook``, ``website``."""

CHILD = "child"
"""The giver of a child's own refusal; it beats every other giver's YES."""


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
    """A YES that came back when an import was undone; it does not clear until a person confirms it."""


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """One answer of one giver, as recorded; never edited.

    Attributes:
        sequence: the order of recording; of two events of one giver the higher counts.
        giver: who answered, for example ``Mrs A. Okafor`` or `CHILD`; names a giver, not a login.
        valid_until: last day, inclusive; None means until something else is said.
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


@dataclass(frozen=True, slots=True)
class ConsentStanding:
    """The status on a day with the event it rests on (None when nobody was asked)."""

    status: ConsentStatus
    event: ConsentEvent | None = None

    @property
    def allows(self) -> bool:
        return self.status is ConsentStatus.YES


def standing_on(events: Iterable[ConsentEvent], today: date) -> ConsentStanding:
    """Derive what is in force from the events of one person, kind and platform.

    The latest event of each giver counts. In force means: at least one giver at YES today and none at NO or
    WITHDRAWN. A NO or WITHDRAWN binds from the moment it is recorded, whatever its dates say: taking away never waits.
    """
    latest: dict[str, ConsentEvent] = {}
    for event in sorted(events, key=lambda e: e.sequence):
        latest[event.giver] = event
    if not latest:
        return ConsentStanding(ConsentStatus.NOT_ASKED)
    for answer, status in ((Answer.NO, ConsentStatus.NO), (Answer.WITHDRAWN, ConsentStatus.WITHDRAWN)):
        against = [e for e in latest.values() if e.answer is answer]
        if against:
            return ConsentStanding(status, max(against, key=lambda e: e.sequence))
    yes = sorted(latest.values(), key=lambda e: e.sequence, reverse=True)
    for event in yes:
        if not event.to_confirm and event.valid_from <= today and (not event.valid_until or today <= event.valid_until):
            return ConsentStanding(ConsentStatus.YES, event)
    if any(e.to_confirm for e in yes):
        return ConsentStanding(ConsentStatus.TO_CONFIRM, yes[0])
    expired = [e for e in yes if e.valid_until is not None and today > e.valid_until]
    return ConsentStanding(ConsentStatus.EXPIRED, expired[0]) if expired else ConsentStanding(ConsentStatus.NOT_ASKED)


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


@dataclass(frozen=True, slots=True)
class RegisterSnapshot:
    """The register as it stood at one moment: all that `decide` may know of people.

    Attributes:
        events: every consent event, grouped by person, kind and platform.
        holds: people whom no consent clears; nobody here knows why.
        as_of: when the consents were last brought up to date from the school's system or by hand; None if never.
    """

    people: Mapping[PersonId, Person] = field(default_factory=dict)
    events: Mapping[tuple[PersonId, ConsentKind, PlatformId], tuple[ConsentEvent, ...]] = field(default_factory=dict)
    holds: frozenset[PersonId] = frozenset()
    as_of: datetime | None = None

    def standing(
        self, person_id: PersonId, *, kind: ConsentKind, platform_id: PlatformId, today: date
    ) -> ConsentStanding:
        """What is in force for this person, kind and platform; an unknown person was not asked."""
        return standing_on(self.events.get((person_id, kind, platform_id), ()), today)
