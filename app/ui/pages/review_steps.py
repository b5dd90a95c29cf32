"""Which steps a reviewer took on each photo, so that Ctrl+Z takes back the last one of whatever kind it was.

What was said of places in a photo is kept by the register with its own way back, which outlives the program; here is
only the order among the other answers of this session. Ids only.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from app.domain.detection import Presence
from app.domain.people import PersonId


@dataclass(frozen=True, slots=True)
class Regions:
    """Something was said of places in the photo; the register knows what."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The reverse check was answered for one child."""

    person_id: PersonId
    before: Presence | None
    after: Presence | None


@dataclass(frozen=True, slots=True)
class Listed:
    """It was said who may be in the photos of the event."""

    event: str
    before: tuple[PersonId, ...]
    after: tuple[PersonId, ...]


Step = Regions | Answered | Listed
REGIONS = Regions()


class Steps:
    """The steps of this session by photo."""

    def __init__(self) -> None:
        self._done: dict[str, list[Step]] = defaultdict(list)
        self._undone: dict[str, list[Step]] = defaultdict(list)

    def did(self, photo_id: str, step: Step) -> None:
        """Something new was done: what was taken back before is not done again."""
        self._done[photo_id].append(step)
        self._undone[photo_id].clear()

    def last(self, photo_id: str) -> Step:
        """What Ctrl+Z takes back; what an earlier session said of the photo once this one did nothing more."""
        return self._done[photo_id][-1] if self._done[photo_id] else REGIONS

    def next(self, photo_id: str) -> Step:
        """What is done again."""
        return self._undone[photo_id][-1] if self._undone[photo_id] else REGIONS

    def went(self, photo_id: str, step: Step, *, back: bool) -> None:
        """A step was taken back, or done again."""
        leaving, joining = (self._done, self._undone) if back else (self._undone, self._done)
        if leaving[photo_id]:
            leaving[photo_id].pop()
        joining[photo_id].append(step)
