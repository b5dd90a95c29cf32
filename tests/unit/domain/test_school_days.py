"""School days: bank holidays of England and Wales, the school's own holidays, and counting."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RegisterError
from app.domain.school_days import bank_holidays, is_school_day, parse_holidays, school_days_after


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
        (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
    ],
)
def test_the_bank_holidays_are_those_of_the_calendar(year: int, days: str) -> None:
    assert sorted(bank_holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in days.split()]


def test_fifteen_school_days_leave_out_weekends_bank_holidays_and_the_schools_holidays() -> None:
    assert school_days_after(date(2026, 9, 7), 15) == date(2026, 9, 28)
    holidays = parse_holidays(["2026-12-21 to 2027-01-03", "2027-01-04"])
    assert school_days_after(date(2026, 12, 14), 15, holidays) == date(2027, 1, 19)
    assert school_days_after(date(2026, 12, 14), 15) < date(2027, 1, 19)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 40))
def test_the_day_they_are_over_is_a_school_day_and_so_many_lie_between(day: date, number: int) -> None:
    last = school_days_after(day, number)
    between = [date.fromordinal(at) for at in range(day.toordinal() + 1, last.toordinal() + 1)]
    assert is_school_day(last)
    assert sum(is_school_day(one) for one in between) == number


@pytest.mark.parametrize("line", ["Christmas", "2026-13-01", "2027-01-03 to 2026-12-21", "2026-12-21 to"])
def test_a_holiday_that_cannot_be_read_is_refused(line: str) -> None:
    with pytest.raises(RegisterError, match="is no holiday"):
        parse_holidays([line])
