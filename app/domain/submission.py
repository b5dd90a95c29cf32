"""What the author of a post confirms when it is handed over, point by point."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.detection import RegionKind
from app.domain.people import UserId
from app.domain.treatment import Decision, Outcome, Treatment

_PEOPLE = (RegionKind.FACE, RegionKind.HINT, RegionKind.OTHER)


class Confirmed(StrEnum):
    """One point of the school's checklist for a post; each is a sentence somebody says yes to."""

    FITTING = "FITTING"
    """What it says is true, positive and relevant."""
    NO_DETAILS = "NO_DETAILS"
    """Nothing in it tells who a child is: no name on work, labels or certificates, no details in the words."""
    AGREED = "AGREED"
    """Everybody who can be seen was looked for in the register, and nobody asked not to be in it."""
    OWN_DEVICE = "OWN_DEVICE"
    """The photos come from a device the school permits, and no copy stayed on a personal one."""
    NOT_RECOGNISABLE = "NOT_RECOGNISABLE"
    """Nobody who is covered can be told by clothes, a number, a brother or sister, or a class label."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Who confirmed what, and when, as the post was handed over last."""

    points: tuple[Confirmed, ...]
    by: UserId
    by_name: str
    at: datetime


def to_confirm(decisions: Collection[Decision], *, has_pictures: bool) -> tuple[Confirmed, ...]:
    """The points that belong to a post, in their order; whether a covered person can be told only where one is."""
    points = [Confirmed.FITTING, Confirmed.NO_DETAILS]
    if has_pictures:
        points += [Confirmed.AGREED, Confirmed.OWN_DEVICE]
    if any(_covers_somebody(decision) for decision in decisions):
        points.append(Confirmed.NOT_RECOGNISABLE)
    return tuple(points)


def _covers_somebody(decision: Decision) -> bool:
    if decision.outcome is Outcome.WITHHELD:
        return False
    return any(r.treatment is Treatment.COVER and r.kind in _PEOPLE for r in decision.regions)
