"""How long each kind of record is kept, from which day on, and what keeps one past its time.

Days only; which records there are is asked in `consent_db.retention`, what is done with them in `app.workflow`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.errors import RegisterError

SETTING = "retention"
"""The school's own periods, in days by record class."""
FREEZE_SETTING = "frozen"
"""People and photos nothing may be erased of, by id, each with the day it was frozen (article 18)."""

LONGEST_DAYS = 36_525
_SIX_YEARS = 2_192
_SCHOOL_ZONE = ZoneInfo("Europe/London")


class Subject(StrEnum):
    """What one erasure takes away as a whole; the word a tombstone carries."""

    TEMPLATE = "template"
    PICTURE = "picture"
    """A picture as it was prepared for one post and platform."""
    PHOTO = "photo"
    QUESTION = "question"
    CASE = "case"
    PERSON = "person"
    USER = "user"
    RECEIPT = "receipt"


class RecordClass(StrEnum):
    """Records that share a period. The order is the order they are shown and erased in."""

    TEMPLATE = "TEMPLATE"
    UNUSED_PHOTO = "UNUSED_PHOTO"
    PICTURE = "PICTURE"
    POSTED_PHOTO = "POSTED_PHOTO"
    QUESTION = "QUESTION"
    CASE = "CASE"
    LEAVER = "LEAVER"
    FORMER_USER = "FORMER_USER"
    RECEIPT = "RECEIPT"
    AUDIT = "AUDIT"
    REQUESTED = "REQUESTED"
    """Not past its time: somebody asked for it (article 17)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The period of one class: `days` are counted from the day `counts_from` names and end inclusive."""

    title: str
    counts_from: str
    days: int
    least: int = 0
    """What a school may not go below."""


RULES: Mapping[RecordClass, Rule] = {
    RecordClass.TEMPLATE: Rule("Stored face features without a consent", "the day the consent ends", 0),
    RecordClass.UNUSED_PHOTO: Rule("Photos that are in no post", "the day they came in", 30, least=1),
    RecordClass.PICTURE: Rule("Pictures made for posts", "the takedown, or the day they were made", 30),
    RecordClass.POSTED_PHOTO: Rule("Photos behind a post", "the end of its school year", 30),
    RecordClass.QUESTION: Rule("Settled questions from lists", "the day they were settled", 365),
    RecordClass.CASE: Rule(
        "Closed complaints, requests and incidents", "the day they were closed", _SIX_YEARS, least=365
    ),
    RecordClass.LEAVER: Rule("Leavers’ entries, answers and forms", "the day they left", 365),
    RecordClass.FORMER_USER: Rule("Sign-ins of staff who left", "the last day they could sign in", 365),
    RecordClass.RECEIPT: Rule("Receipts of removals", "their day", _SIX_YEARS, least=_SIX_YEARS),
    RecordClass.AUDIT: Rule("Records of who did what", "their day", _SIX_YEARS, least=_SIX_YEARS),
}

SETTLED_BY_LAW = frozenset({RecordClass.TEMPLATE})
"""Classes without a period of the school's own: these go as soon as they may not be kept."""


class Keep(StrEnum):
    """Why something past its time is kept all the same."""

    LIVE = "a post with it is out; take that down first"
    TASK = "a takedown or a second look is still open"
    WAITING = "a post with it waits to be approved or handed out"
    REMOVAL = "its original still waits to be removed from a device"
    FROZEN = "it is frozen until the data protection officer lets it go"
    CASE = "a request, complaint or incident about it is open"
    NO_DAY = "nobody noted the day to count from"
    CHAIN = "the chain of records is kept whole; it holds ids and numbers only"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that may be erased as a whole.

    Attributes:
        label: for the screen; the name of a person only for those who may see the register.
        kept_until: the last day it is kept; None when no day is known or when somebody asked for it.
        reason: goes into the tombstone, so it names nobody.
        number: what people call a photo by.
    """

    record_class: RecordClass
    subject: Subject
    id: str
    label: str
    kept_until: date | None
    reason: str
    number: int | None = None

    @property
    def key(self) -> str:
        return f"{self.record_class} {self.subject} {self.id} {self.kept_until}"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something past its time that stays; `places` are where a person can still be seen."""

    item: Item
    why: tuple[Keep, ...]
    places: tuple[str, ...] = ()
    count: int = 1

    @property
    def words(self) -> str:
        """The reasons as one sentence part."""
        said = "; ".join(dict.fromkeys(keep.value for keep in self.why))
        return f"{said} ({', '.join(self.places)})" if self.places else said


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be erased on a day, and what is kept past its time. Confirming it erases exactly `items`."""

    day: date
    items: tuple[Item, ...]
    kept: tuple[Kept, ...] = ()
    requested: tuple[str, ...] = ()
    """What somebody asked for, when this is not the schedule's own preview: ``person <id>``, ``photo <id>``."""
    also_in: tuple[int, ...] = ()
    """Numbers of photos that show a person who is to be erased and that stay, covered."""

    @property
    def digest(self) -> str:
        """Another digest means that something changed since."""
        lines = [*(i.key for i in self.items), "kept", *(f"{k.item.key} {k.words} {k.count}" for k in self.kept)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def counts(self) -> dict[RecordClass, int]:
        """How many of each class would be erased."""
        found: dict[RecordClass, int] = {}
        for item in self.items:
            found[item.record_class] = found.get(item.record_class, 0) + 1
        return found

    @property
    def warning(self) -> str:
        """What must be read before it is confirmed."""
        number = len(self.items)
        things = "1 item" if number == 1 else f"{number} items"
        return (
            f"This erases {things} for good. Nobody can bring them back; only back-ups made earlier still hold them, "
            f"until those are replaced. Type {number} to confirm."
        )


@dataclass(frozen=True, slots=True)
class Schedule:
    """How many days each class is kept in this school."""

    days: Mapping[RecordClass, int]

    @classmethod
    def from_json(cls, *values: Any) -> Schedule:
        """The defaults, what the policy pack says, and what the school settled, the later before the earlier."""
        said: dict[str, Any] = {}
        for value in values:
            said |= value if isinstance(value, Mapping) else {}
        return cls({record_class: _days(rule, said.get(record_class.value)) for record_class, rule in RULES.items()})

    def to_json(self) -> dict[str, int]:
        """For the school's settings."""
        return {record_class.value: days for record_class, days in self.days.items()}

    def changed(self, record_class: RecordClass, days: int) -> Schedule:
        """The schedule with another period for one class.

        Raises:
            RegisterError: shorter than the class may be kept, too long, or a class without a period.
        """
        rule = RULES.get(record_class)
        if rule is None or record_class in SETTLED_BY_LAW:
            raise RegisterError("This is erased as soon as it may not be kept; it has no period.")
        if not rule.least <= days <= LONGEST_DAYS:
            raise RegisterError(
                f"{rule.title} cannot be kept for {days} days.",
                remedy=f"Choose a number from {rule.least} to {LONGEST_DAYS}.",
            )
        return Schedule({**self.days, record_class: days})

    def kept_until(self, record_class: RecordClass, starts_on: date) -> date:
        """The last day on which something counted from `starts_on` is kept."""
        return starts_on + timedelta(days=self.days[record_class])


def school_day(instant: datetime) -> date:
    """The day it was at school then."""
    return instant.astimezone(_SCHOOL_ZONE).date()


def end_of_school_year(day: date) -> date:
    """The 31 August on or after the day."""
    return date(day.year if (day.month, day.day) <= (8, 31) else day.year + 1, 8, 31)


def latest_day(instants: Iterable[datetime]) -> date:
    """The school day of the latest instant."""
    return school_day(max(instants))


def period_in_words(days: int) -> str:
    """``30 days``, ``1 year``, ``6 years``."""
    if days and days % 365 in (0, 1, 2) and days // 365 in range(1, 101):
        years = days // 365
        return "1 year" if years == 1 else f"{years} years"
    return "1 day" if days == 1 else f"{days} days"


def _days(rule: Rule, said: Any) -> int:
    if isinstance(said, int) and not isinstance(said, bool) and rule.least <= said <= LONGEST_DAYS:
        return said
    return rule.days
