"""Policies, who has read them, and training: what is in force on a day, and whose time has run out.

Plain rules over dates. A policy is known by its name; each of its versions has a label and a first day.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType

from app.domain.people import Role, UserId

PolicyVersionId = NewType("PolicyVersionId", str)
TrainingId = NewType("TrainingId", str)


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version of one policy.

    Attributes:
        link: where it can be read.
        related: the names of the policies it is read with.
        consulted: who was asked about it, for example the unions, and when.
        effective_on: its first day.
        noticed_on: the day staff were told; None while nobody was.
    """

    id: PolicyVersionId
    name: str
    label: str
    owner: str
    effective_on: date
    link: str = ""
    related: tuple[str, ...] = ()
    consulted: str = ""
    noticed_on: date | None = None
    governors_approved_on: date | None = None
    governors_first: bool | None = None
    """Whether it counts only once the governors approved it; None goes by the school's own rule."""
    review_due_on: date | None = None
    version: int = 1
    recorded_at: datetime | None = field(default=None, compare=False)

    @property
    def title(self) -> str:
        return f"{self.name} {self.label}"

    def is_approved(self, today: date) -> bool:
        return self.governors_approved_on is not None and self.governors_approved_on <= today


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """That a user said they had read a version, and when."""

    user_id: UserId
    policy_version_id: PolicyVersionId
    at: datetime


@dataclass(frozen=True, slots=True)
class Training:
    """That a user was trained in a topic; `valid_until` is the last day it counts, None for ever."""

    id: TrainingId
    user_id: UserId
    topic: str
    done_on: date
    valid_until: date | None = None
    evidence: str = ""

    def counts_on(self, day: date) -> bool:
        return self.done_on <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class MissingTraining:
    """A topic somebody needs and does not have; `ran_out_on` is the last day it counted, None when never done."""

    topic: str
    ran_out_on: date | None


@dataclass(frozen=True, slots=True)
class NoticeProblem:
    """Staff were told of a version too late, or not yet: `is_breach` once the last day for it has passed."""

    is_breach: bool
    last_day: date


def in_force(
    versions: Iterable[PolicyVersion], today: date, *, governors_first: bool = True
) -> tuple[PolicyVersion, ...]:
    """Of each policy the version that binds today, by name; the one before stays until the governors approve the next.

    A version the governors have to approve binds from its first day, or from their approval when that comes later.
    """
    latest: dict[str, PolicyVersion] = {}
    for version in sorted(versions, key=_order):
        needed = governors_first if version.governors_first is None else version.governors_first
        if version.effective_on <= today and (version.is_approved(today) or not needed):
            latest[version.name] = version
    return tuple(latest[name] for name in sorted(latest))


def _order(version: PolicyVersion) -> tuple[date, float, str]:
    """Of two with one first day, the one recorded later takes the place of the other."""
    recorded = 0.0 if version.recorded_at is None else version.recorded_at.timestamp()
    return version.effective_on, recorded, version.label


def to_read(binding: Iterable[PolicyVersion], read: Collection[PolicyVersionId]) -> tuple[PolicyVersion, ...]:
    """The versions somebody still has to acknowledge; an older version they read does not count."""
    return tuple(version for version in binding if version.id not in read)


def notice_problem(version: PolicyVersion, today: date) -> NoticeProblem | None:
    """Whether staff were told in time.

    They should hear a month before its first day, and must hear at the latest a month after it.
    """
    should, must = months_after(version.effective_on, -1), months_after(version.effective_on, 1)
    told = version.noticed_on or today
    if told > must:
        return NoticeProblem(is_breach=True, last_day=must)
    if told > should:
        return NoticeProblem(is_breach=False, last_day=should)
    return None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def topics_needed(roles: Iterable[Role], required: Mapping[Role, tuple[str, ...]]) -> tuple[str, ...]:
    """Everything the roles ask for together, each topic once, in order."""
    topics = {topic.strip().casefold(): topic.strip() for role in sorted(roles) for topic in required.get(role, ())}
    return tuple(topics[key] for key in sorted(topics))


def missing_training(topics: Iterable[str], done: Iterable[Training], today: date) -> tuple[MissingTraining, ...]:
    """Which of the topics somebody cannot show today, and since when."""
    done = tuple(done)
    missing = []
    for topic in topics:
        courses = [course for course in done if course.topic.strip().casefold() == topic.strip().casefold()]
        if not any(course.counts_on(today) for course in courses):
            ended = [c.valid_until for c in courses if c.valid_until is not None and c.valid_until < today]
            missing.append(MissingTraining(topic, max(ended, default=None)))
    return tuple(missing)


def running_out(topics: Iterable[str], done: Iterable[Training], today: date, by: date) -> tuple[MissingTraining, ...]:
    """Which topics somebody can show today but not on the later day `by`, with the last day they count."""
    done, topics = tuple(done), tuple(topics)
    gone = {missing.topic for missing in missing_training(topics, done, today)}
    return tuple(m for m in missing_training(topics, done, by) if m.topic not in gone)
