"""The clock of the tests moves by the school's days, at whatever hour they run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from app.policy.standing import SCHOOL_ZONE
from tests.clocks import LaterClock


@dataclass(frozen=True)
class _Stopped:
    at: datetime

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.astimezone(SCHOOL_ZONE).date()


@pytest.mark.parametrize("hour", [0, 12, 22, 23])
@pytest.mark.parametrize(("days", "day"), [(0, (2026, 11, 21)), (299, (2027, 9, 16)), (-120, (2026, 7, 24))])
def test_some_days_on_it_is_that_many_days_later_at_the_same_time_of_day(
    hour: int, days: int, day: tuple[int, int, int]
) -> None:
    clock = LaterClock(days, _Stopped(datetime(2026, 11, 21, hour, 30, tzinfo=UTC)))
    assert clock.today() == date(*day)
    assert clock.now().astimezone(SCHOOL_ZONE).hour == hour
