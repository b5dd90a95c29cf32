"""Periods: where they begin, where they end, and what a school may settle."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RegisterError
from app.domain.retention import (
    LONGEST_DAYS,
    RULES,
    SETTLED_BY_LAW,
    RecordClass,
    Schedule,
    end_of_school_year,
    period_in_words,
    school_day,
)

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))


@given(DAYS)
def test_a_school_year_ends_on_the_last_of_august_within_a_year(day: date) -> None:
    end = end_of_school_year(day)
    assert (end.month, end.day) == (8, 31)
    assert timedelta(0) <= end - day < timedelta(days=366)


def test_the_last_of_august_belongs_to_the_year_that_ends() -> None:
    assert end_of_school_year(date(2026, 8, 31)) == date(2026, 8, 31)
    assert end_of_school_year(date(2026, 9, 1)) == date(2027, 8, 31)


def test_a_summer_evening_after_eleven_in_utc_is_the_next_day_at_school() -> None:
    assert school_day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)
    assert school_day(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)) == date(2026, 12, 1)


@given(st.sampled_from(sorted(RULES)), st.integers(min_value=-10, max_value=LONGEST_DAYS + 10))
def test_a_period_a_school_settles_is_kept_as_settled_or_refused(record_class: RecordClass, days: int) -> None:
    schedule = Schedule.from_json(None)
    if record_class in SETTLED_BY_LAW or not RULES[record_class].least <= days <= LONGEST_DAYS:
        with pytest.raises(RegisterError):
            schedule.changed(record_class, days)
        return
    changed = schedule.changed(record_class, days)
    assert Schedule.from_json(changed.to_json()) == changed
    assert {c for c in RULES if changed.days[c] != schedule.days[c]} <= {record_class}


@given(st.dictionaries(st.text(max_size=20), st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5))))
def test_a_setting_nobody_can_understand_keeps_the_defaults(value: dict[str, object]) -> None:
    assert Schedule.from_json({"RECEIPT": True, "LEAVER": "soon", **value}).days[RecordClass.RECEIPT] >= 2192
    assert Schedule.from_json("nonsense") == Schedule.from_json(None)


def test_periods_are_said_as_people_say_them() -> None:
    assert [period_in_words(d) for d in (0, 1, 30, 365, 366, 2192)] == [
        "0 days", "1 day", "30 days", "1 year", "1 year", "6 years",
    ]  # fmt: skip
