"""A clock some days on, for what is only due then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from app.domain.ports import Clock
from app.policy.standing import SCHOOL_ZONE
from app.workflow.workspace import Workspace


@dataclass(frozen=True)
class LaterClock:
    """The same time of the school's day some days on.

    Whole days of 24 hours would not do: in the hour before midnight in winter they end on the wrong day of summer.
    """

    days: int
    clock: Clock

    def now(self) -> datetime:
        return (self.clock.now().astimezone(SCHOOL_ZONE) + timedelta(days=self.days)).astimezone(UTC)

    def today(self) -> date:
        return self.now().astimezone(SCHOOL_ZONE).date()


def later(workspace: Workspace, days: int) -> Workspace:
    """The workspace as it is opened so many days from now; negative: as it was."""
    return replace(workspace, clock=LaterClock(days, workspace.clock))
