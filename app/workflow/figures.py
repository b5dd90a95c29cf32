"""Numbers for people who would rather look than read: answers by platform and year, photos per week, what is left.

Numbers alone, never who: year groups so small that a number would name somebody are joined, or left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.consent import ConsentKind, ConsentStatus, Platform
from app.domain.people import Action, Actor, Person
from app.domain.retention import school_day
from app.policy.standing import standing_of
from app.workflow.workspace import Workspace
from consent_db import consent, counts, platforms, sources

WEEKS = 12
FEWEST = 5
"""Smaller year groups are shown together."""
_NO = (ConsentStatus.NO, ConsentStatus.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Answers:
    """How many children of one group, on one platform, may be shown, may not, and have no answer that counts."""

    platform: str
    group: str
    yes: int
    no: int
    open: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the charts of one person show; empty parts are not theirs to see, or have nothing in them.

    Attributes:
        answers: by platform, then by year group.
        weeks: how many pictures came in each of the last weeks, by its Monday, the oldest first.
        left: photos that should be gone, by device.
    """

    answers: tuple[Answers, ...] = ()
    weeks: tuple[tuple[date, int], ...] = ()
    left: tuple[tuple[str, int], ...] = ()


def figures(workspace: Workspace, actor: Actor) -> Figures:
    """Count what this person may look at."""
    today = workspace.clock.today()
    answers: tuple[Answers, ...] = ()
    weeks: tuple[tuple[date, int], ...] = ()
    left: tuple[tuple[str, int], ...] = ()
    with workspace.database.read() as connection:
        if actor.may(Action.SEE_REGISTER):
            pack, known = workspace.look_up_pack(connection), consent.snapshot(connection)
            children = [p for p in known.people.values() if p.kind.is_child and not p.has_left(today)]
            groups = _groups(children)
            answers = tuple(
                _count(
                    place,
                    group,
                    (
                        standing_of(
                            person.id, kind=ConsentKind.IMAGE, snapshot=known, pack=pack, platform=place, today=today
                        ).status
                        for person in members
                    ),
                )
                for place in platforms.everything(connection)
                if place.is_open
                for group, members in groups.items()
            )
        if actor.may(Action.IMPORT):
            monday = today - timedelta(days=today.weekday())
            first = monday - timedelta(weeks=WEEKS - 1)
            weeks = _by_week(counts.imported_since(connection, first), first)
            left = tuple((device.label, number) for device, number in sources.devices_with_originals(connection))
    return Figures(answers, weeks if any(number for _monday, number in weeks) else (), left)


def _groups(children: Iterable[Person]) -> dict[str, list[Person]]:
    """Children by year group; those of small groups together."""
    found: dict[str, list[Person]] = {}
    for child in children:
        found.setdefault(child.year_group or "?", []).append(child)
    small = [group for group, members in found.items() if len(members) < FEWEST or group == "?"]
    together = [member for group in small for member in found.pop(group)]
    named = {f"Year {group}" if group.isdigit() else group: found[group] for group in sorted(found, key=_order)}
    if not named:
        return {"Everybody": together} if together else {}
    return named | ({"Others": together} if len(together) >= FEWEST else {})


def _order(group: str) -> tuple[int, str]:
    return (int(group), "") if group.isdigit() else (-1, group)


def _count(place: Platform, group: str, statuses: Iterable[ConsentStatus]) -> Answers:
    number = Counter("yes" if s is ConsentStatus.YES else "no" if s in _NO else "open" for s in statuses)
    return Answers(place.name, group, number["yes"], number["no"], number["open"])


def _by_week(moments: Iterable[datetime], first: date) -> tuple[tuple[date, int], ...]:
    number = Counter((school_day(at) - first).days // 7 for at in moments)
    return tuple((first + timedelta(weeks=week), number[week]) for week in range(WEEKS))
