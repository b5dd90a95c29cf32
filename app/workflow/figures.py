"""Numbers for people who would rather look than read: answers by platform and year, photos per week, what is left.

Numbers alone, never who: year groups so small that a number would name somebody are joined, or left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.consent import ConsentKind, ConsentStatus, Platform, RegisterSnapshot
from app.domain.people import Action, Actor
from app.domain.retention import school_day
from app.policy.pack import PolicyPack
from app.policy.standing import standing_of
from app.workflow.workspace import Workspace
from consent_db import consent, counts, people, platforms, sources

WEEKS = 12
FEWEST = 5
"""Smaller year groups are shown together."""
_NO = (ConsentStatus.NO, ConsentStatus.WITHDRAWN)
_NO_YEAR = "?"
_AT_ONCE = 100
"""So many people are read and let go of together: more of them would keep the window waiting."""


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


def figures(workspace: Workspace, actor: Actor) -> Iterator[Figures | None]:
    """Count what this person may look at; None after each part of the register, so that counting can be ended."""
    today = workspace.clock.today()
    answers: tuple[Answers, ...] = ()
    weeks: tuple[tuple[date, int], ...] = ()
    left: tuple[tuple[str, int], ...] = ()
    with workspace.database.read() as connection:
        if actor.may(Action.SEE_REGISTER):
            count = _Count(workspace.look_up_pack(connection), platforms.everything(connection), today)
            for some in people.in_parts(connection, _AT_ONCE):
                count.add(consent.snapshot_of(connection, some))
                yield None
            answers = count.answers()
        if actor.may(Action.IMPORT):
            monday = today - timedelta(days=today.weekday())
            first = monday - timedelta(weeks=WEEKS - 1)
            weeks = _by_week(counts.imported_since(connection, first), first)
            left = tuple((device.label, number) for device, number in sources.devices_with_originals(connection))
    yield Figures(answers, weeks if any(number for _monday, number in weeks) else (), left)


class _Count:
    """The children looked at so far: how many in each year group, and how they stand on each platform."""

    def __init__(self, pack: PolicyPack, places: Iterable[Platform], today: date) -> None:
        self._pack, self._today = pack, today
        self._places = [place for place in places if place.is_open]
        self._members: Counter[str] = Counter()
        self._standing: Counter[tuple[str, str, str]] = Counter()

    def add(self, known: RegisterSnapshot) -> None:
        """Count the children of this part of the register."""
        for child in known.people.values():
            if not child.kind.is_child or child.has_left(self._today):
                continue
            group = child.year_group or _NO_YEAR
            self._members[group] += 1
            for place in self._places:
                status = standing_of(
                    child.id,
                    kind=ConsentKind.IMAGE,
                    snapshot=known,
                    pack=self._pack,
                    platform=place,
                    today=self._today,
                ).status
                said = "yes" if status is ConsentStatus.YES else "no" if status in _NO else "open"
                self._standing[place.id, group, said] += 1

    def answers(self) -> tuple[Answers, ...]:
        """By platform, then by year group."""
        groups = _joined(self._members)
        return tuple(
            Answers(place.name, name, *(self._number(place, years, said) for said in ("yes", "no", "open")))
            for place in self._places
            for name, years in groups.items()
        )

    def _number(self, place: Platform, years: Iterable[str], said: str) -> int:
        return sum(self._standing[place.id, year, said] for year in years)


def _joined(members: Mapping[str, int]) -> dict[str, list[str]]:
    """The year groups that are shown together under one name; small ones are."""
    small = [year for year, number in members.items() if number < FEWEST or year == _NO_YEAR]
    named = {f"Year {y}" if y.isdigit() else y: [y] for y in sorted(members, key=_order) if y not in small}
    if not named:
        return {"Everybody": small} if small else {}
    return named | ({"Others": small} if sum(members[year] for year in small) >= FEWEST else {})


def _order(group: str) -> tuple[int, str]:
    return (int(group), "") if group.isdigit() else (-1, group)


def _by_week(moments: Iterable[datetime], first: date) -> tuple[tuple[date, int], ...]:
    number = Counter((school_day(at) - first).days // 7 for at in moments)
    return tuple((first + timedelta(weeks=week), number[week]) for week in range(WEEKS))
