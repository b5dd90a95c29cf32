"""Days on which school is kept: weekdays that are neither bank holidays of England and Wales nor the school's holidays.

Single extra bank holidays are not known here, and no holidays at all where the school settled none: then a time that
counts in school days ends earlier, never later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.domain.errors import RegisterError

Holiday = tuple[date, date]
"""First and last day, both without school."""

_DAY = r"(\d{4}-\d{2}-\d{2})"
_HOLIDAY = re.compile(rf"\s*{_DAY}(?:\s*(?:to|–|-)\s*{_DAY})?\s*")


def parse_holidays(lines: Iterable[str]) -> tuple[Holiday, ...]:
    """Holidays from lines like ``2026-12-21 to 2027-01-03``; a single day stands alone.

    Raises:
        RegisterError: a line reads otherwise, or its last day is before its first.
    """
    found = []
    for line in lines:
        match = _HOLIDAY.fullmatch(line)
        try:
            first, last = (date.fromisoformat(text) for text in _both(match)) if match else (date.max, date.min)
        except ValueError:
            first, last = date.max, date.min
        if first > last:
            raise RegisterError(f"“{line}” is no holiday.", remedy="Write it like 2026-12-21 to 2027-01-03.")
        found.append((first, last))
    return tuple(found)


def is_school_day(day: date, holidays: Sequence[Holiday] = ()) -> bool:
    """Whether school is kept."""
    if day.weekday() >= 5 or day in bank_holidays(day.year):
        return False
    return not any(first <= day <= last for first, last in holidays)


def school_days_after(day: date, number: int, holidays: Sequence[Holiday] = ()) -> date:
    """The day on which so many school days are over, the day itself not counted."""
    while number > 0:
        day += timedelta(days=1)
        number -= is_school_day(day, holidays)
    return day


def bank_holidays(year: int) -> frozenset[date]:
    """The eight of every year in England and Wales, moved to a weekday where they fall on a weekend."""
    easter = _easter(year)
    new_year, christmas = date(year, 1, 1), date(year, 12, 25)
    found = {
        _weekday_from(new_year),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
    }
    first = _weekday_from(christmas)
    return frozenset(found | {first, _weekday_from(max(date(year, 12, 26), first + timedelta(days=1)))})


def _both(match: re.Match[str]) -> tuple[str, str]:
    return match.group(1), match.group(2) or match.group(1)


def _weekday_from(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (Butcher, 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    month, day = divmod(shift + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
