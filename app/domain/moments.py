"""Shots of one moment: taken close together by clocks that were put right, and alike from far away.

Whoever looks through four hundred photos sees the three of one handshake side by side, whichever phones took them. No
face is compared; how alike two pictures are is told by a grey picture of 16 by 16 pixels and sixteen colours.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Generic, TypeVar

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

GREY_CELLS = 16
COLOUR_CELLS = 4
_STEP_ASIDE = 3
"""So many of the sixteen cells another photographer may stand aside, and the camera may point elsewhere."""
_GREY_BYTES = GREY_CELLS * GREY_CELLS
_COLOUR_BYTES = COLOUR_CELLS * COLOUR_CELLS * 3
_COLOUR_SPAN = 96.0
"""A mean difference of colours this large is as different as it gets."""

SAME_DEVICE_BURST_S = 2.0
"""One device that is released twice within this time shows one moment, whatever it shows."""
RULES_S = ((5.0, 0.55), (30.0, 0.45), (180.0, 0.3))
"""Up to so many seconds apart, pictures that differ by at most so much are of one moment: the longer, the more alike.
On 46 photos of groups, of crops of one picture a tenth aside all differ by at most .3, whatever their tone; of two
different pictures 0.2 per cent do, and 1 per cent by at most .5 (21 Nov 2026)."""
UNKNOWN_S = 5.0
"""Pictures that were not measured yet are of one moment when they are no further apart."""
_LOOK_BACK = 12
UNSHARP_BESIDE = 0.6
"""A shot with less than this share of the sharpness of the best of its moment comes last and is called unsharp. A blur
of one pixel at 1,024 leaves .52 of it on average, of two pixels .24."""
UNSHARP_ALONE = 2.2
"""A shot less sharp than this is called unsharp even alone: none of those 46 is, half of them are with a blur of two
pixels, all with one of four."""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a picture looks like from far away.

    Attributes:
        grey: brightness of 16 by 16 places, row by row.
        colours: red, green and blue of 4 by 4 places.
    """

    grey: bytes
    colours: bytes

    def to_bytes(self) -> bytes:
        """For the register."""
        return self.grey + self.colours

    @classmethod
    def from_bytes(cls, data: bytes | None) -> Likeness | None:
        """None when nothing, or nothing of this kind, was noted."""
        if data is None or len(data) != _GREY_BYTES + _COLOUR_BYTES:
            return None
        return cls(data[:_GREY_BYTES], data[_GREY_BYTES:])

    def distance(self, other: Likeness) -> float:
        """0 for the same picture; from about .6 on, pictures have nothing in common.

        Brightness is compared at every step aside, since another photographer stands elsewhere; how bright and how
        rich in contrast each is does not count. Colours count half.
        """
        return self.distances([other])[0]

    def distances(self, others: Sequence[Likeness]) -> list[float]:
        """`distance` to each of them, in a tenth of the time that one after the other takes."""
        if not others:
            return []
        there = np.stack([_middle(other.grey) for other in others], axis=1)
        here = np.stack([_everywhere(other.grey) for other in others])
        alike = np.maximum((_everywhere(self.grey) @ there).max(axis=0), (here @ _middle(self.grey)).max(axis=1))
        colours = np.stack([_numbers(other.colours) for other in others])
        apart = np.abs(colours - _numbers(self.colours)).mean(axis=1)
        return [float(d) for d in 1 - alike + np.minimum(1.0, apart / _COLOUR_SPAN) / 2]


@dataclass(frozen=True, slots=True)
class Seen(Generic[Key]):
    """One shot: when by the clock that was put right, with which device, how sharp, and what it looks like."""

    key: Key
    at: datetime | None
    device: str
    number: int
    sharpness: float | None = None
    likeness: Likeness | None = None


@dataclass(frozen=True, slots=True)
class Moment(Generic[Key]):
    """The shots of one moment, the best first and unsharp ones last; `unsharp` holds the keys of those."""

    keys: tuple[Key, ...]
    unsharp: frozenset[Key]
    at: datetime | None


def moments_of(shots: Iterable[Seen[Key]]) -> tuple[Moment[Key], ...]:
    """Group shots into moments in the order of time; shots without a time come last, each for itself."""
    every = sorted(shots, key=lambda s: (s.at is None, s.at or s.number, s.number))
    groups: list[list[Seen[Key]]] = []
    for shot in every:
        near = [
            (group, other)
            for group in reversed(groups[-_LOOK_BACK:])
            for other in group[-_LOOK_BACK:]
            if _apart_s(shot, other) <= RULES_S[-1][0]
        ]
        home = _home(shot, near)
        if home is None:
            groups.append([shot])
        else:
            home.append(shot)
    return tuple(_moment(group) for group in groups)


def _home(shot: Seen[Key], near: Sequence[tuple[list[Seen[Key]], Seen[Key]]]) -> list[Seen[Key]] | None:
    """The latest moment with a shot that this one is of the same moment as."""
    measured = [other.likeness for _group, other in near if other.likeness is not None]
    distances = iter(shot.likeness.distances(measured) if shot.likeness is not None else [])
    for group, other in near:
        apart = _apart_s(shot, other)
        both = shot.likeness is not None and other.likeness is not None
        distance = next(distances) if both else 0.0
        limit = next(limit for within, limit in RULES_S if apart <= within)
        is_burst = apart <= SAME_DEVICE_BURST_S and shot.device == other.device
        if is_burst or (distance <= limit if both else apart <= UNKNOWN_S):
            return group
    return None


def _apart_s(first: Seen[Key], second: Seen[Key]) -> float:
    if first.at is None or second.at is None:
        return math.inf
    return abs((second.at - first.at).total_seconds())


def _numbers(colours: bytes) -> NDArray[np.float32]:
    return np.frombuffer(colours, np.uint8).astype(np.float32)


@lru_cache(maxsize=256)
def _middle(grey: bytes) -> NDArray[np.float32]:
    """The middle of a grey picture, to be found in another one at the place that fits it best."""
    part = _cells(grey)[_STEP_ASIDE:-_STEP_ASIDE, _STEP_ASIDE:-_STEP_ASIDE].reshape(1, -1)
    return np.asarray(_even(part)[0])


@lru_cache(maxsize=256)
def _everywhere(grey: bytes) -> NDArray[np.float32]:
    """Each place of a grey picture that the middle of another one may be at."""
    side = GREY_CELLS - 2 * _STEP_ASIDE
    return _even(sliding_window_view(_cells(grey), (side, side)).reshape(-1, side * side))


def _cells(grey: bytes) -> NDArray[np.float32]:
    return np.frombuffer(grey, np.uint8).reshape(GREY_CELLS, GREY_CELLS).astype(np.float32)


def _even(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row with mean 0 and length 1; a row without any contrast stays 0."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), np.float32)


def _moment(group: Sequence[Seen[Key]]) -> Moment[Key]:
    best = max((s.sharpness for s in group if s.sharpness is not None), default=0.0)
    unsharp = frozenset(s.key for s in group if _is_unsharp(s.sharpness, best))
    ordered = sorted(group, key=lambda s: (s.key in unsharp, s.at or s.number, s.number))
    return Moment(tuple(s.key for s in ordered), unsharp, group[0].at)


def _is_unsharp(sharpness: float | None, best: float) -> bool:
    return sharpness is not None and (sharpness < UNSHARP_ALONE or sharpness < UNSHARP_BESIDE * best)
