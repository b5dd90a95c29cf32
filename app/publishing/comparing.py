"""Compare a saved copy or a screenshot of a live picture with the approved one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.imaging.encoding import shrink

_EDGE_PX = 320
"""Pictures are compared this small: what a platform's own encoder changed is smaller than that."""
_LEAST_EDGE_PX = 60
_STEPS = 20
_CLOSER = (0.94, 0.96, 0.98, 0.99, 1.01, 1.02, 1.04, 1.06)
"""Sizes beside the best one that are tried too."""
_SAME_FROM = 0.90
"""Correlation from which two pictures are the same one; other photos of the same event stay below (see the tests)."""
_COVER_MAY_DIFFER = 30.0
"""Mean difference, of 255, that a covered place may show after a platform encoded it anew."""
_MIN_SIDE = 4
_SAME_SHAPE = 0.01
"""By how much of itself a shape may differ through rounding."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was seen of an approved picture in another one.

    Attributes:
        score: correlation at the best place, at most 1.
        uncovered: how many covered places do not look covered there.
    """

    score: float
    uncovered: int

    @property
    def is_same(self) -> bool:
        return self.score >= _SAME_FROM and self.uncovered == 0


def compare_pictures(approved: RgbImage, seen: RgbImage, covered: Sequence[Box] = ()) -> Comparison:
    """Look for the approved picture, in any size, in a saved copy or a screenshot.

    Args:
        approved: uint8 RGB, as it was approved.
        seen: uint8 RGB, what was saved from the platform, alone or with a window around it.
        covered: places of `approved` that are covered, in its pixels.
    """
    wanted, ground = shrink(approved, _EDGE_PX), shrink(seen, 2 * _EDGE_PX)
    largest = min(ground.shape[1] / wanted.shape[1], ground.shape[0] / wanted.shape[0])
    least = min(_LEAST_EDGE_PX / max(wanted.shape[:2]), largest)
    coarse = [_best_at(wanted, ground, float(scale)) for scale in np.geomspace(largest, least, _STEPS)]
    first = max(coarse, key=lambda place: place.score)
    finer = [_best_at(wanted, ground, first.scale * step) for step in _CLOSER if first.scale * step <= largest]
    best = max([first, *finer, *_side_by_side(wanted, seen)], key=lambda place: place.score)
    uncovered = _uncovered(approved, best, covered) if best.score >= _SAME_FROM / 2 else 0
    return Comparison(best.score, uncovered)


@dataclass(frozen=True, slots=True)
class _Place:
    """The best place for one size: how alike, the picture in that size, and what stands there."""

    score: float
    scale: float
    sized: NDArray[np.uint8]
    found: NDArray[np.uint8]


def _side_by_side(wanted: RgbImage, seen: RgbImage) -> tuple[_Place, ...]:
    """The whole of both pictures, where they have the same shape: a saved copy, not a screenshot."""
    height, width = wanted.shape[:2]
    if abs(seen.shape[1] / seen.shape[0] - width / height) > _SAME_SHAPE * width / height:
        return ()
    small = shrink(seen, _EDGE_PX)
    return (_best_at(wanted, small, 1.0),) if small.shape == wanted.shape else ()


def _best_at(wanted: RgbImage, ground: RgbImage, scale: float) -> _Place:
    import cv2

    width = min(max(_MIN_SIDE, round(wanted.shape[1] * scale)), ground.shape[1])
    height = min(max(_MIN_SIDE, round(wanted.shape[0] * scale)), ground.shape[0])
    sized = np.asarray(cv2.resize(wanted, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    _low, score, _at, (left, top) = cv2.minMaxLoc(cv2.matchTemplate(ground, sized, cv2.TM_CCOEFF_NORMED))
    found = np.asarray(ground[top : top + height, left : left + width], np.uint8)
    return _Place(float(score) if np.isfinite(score) else 0.0, scale, sized, found)


def _uncovered(approved: RgbImage, place: _Place, covered: Sequence[Box]) -> int:
    """How many covered places differ there: something else than the cover stands in them."""
    sized, found = place.sized, place.found
    across, down = sized.shape[1] / approved.shape[1], sized.shape[0] / approved.shape[0]
    count = 0
    for box in covered:
        inside = box.scaled(across, down).clipped(sized.shape[1], sized.shape[0])
        if inside is None:
            continue
        part = np.s_[inside.top : inside.bottom, inside.left : inside.right]
        difference = np.abs(sized[part].astype(np.int16) - found[part].astype(np.int16)).mean()
        count += bool(difference > _COVER_MAY_DIFFER)
    return count
