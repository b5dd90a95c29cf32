"""Recall and false boxes of many photos, with 95 % confidence intervals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tests.bench.truth import Tally

WIDTHS_PX = (12, 16, 24, 48, 96, 192)
_Z = 1.959964
_DRAWS = 2000

Interval = tuple[float, float]


@dataclass(frozen=True)
class Score:
    """Of some photos together: faces found at two overlaps and by their centre, and boxes that are no face.

    Attributes:
        false: on the `judged` photos, whose faces are all known.
    """

    photos: int
    judged: int
    faces: int
    found: int
    found_at_half: int
    centre_inside: int
    false: int

    @property
    def recall(self) -> float:
        return self.found / max(1, self.faces)

    @property
    def recall_at_half(self) -> float:
        return self.found_at_half / max(1, self.faces)

    @property
    def false_per_photo(self) -> float:
        return self.false / max(1, self.judged)


def score(tallies: Sequence[Tally]) -> Score:
    """The photos' tallies added up."""
    judged = [t.false for t in tallies if t.false is not None]
    return Score(
        photos=len(tallies),
        judged=len(judged),
        faces=sum(len(t.widths) for t in tallies),
        found=sum(sum(t.found) for t in tallies),
        found_at_half=sum(sum(t.found_at_half) for t in tallies),
        centre_inside=sum(sum(t.centre_inside) for t in tallies),
        false=sum(judged),
    )


def wilson(hits: int, trials: int) -> Interval:
    """95 % interval of a share (Wilson 1927): faces taken as independent of each other."""
    if not trials:
        return 0.0, 1.0
    share, z2 = hits / trials, _Z**2
    middle = (share + z2 / (2 * trials)) / (1 + z2 / trials)
    half = _Z * math.sqrt(share * (1 - share) / trials + z2 / (4 * trials**2)) / (1 + z2 / trials)
    return max(0.0, middle - half), min(1.0, middle + half)


def drawn_recall(tallies: Sequence[Tally], *, at_half: bool = False) -> Interval:
    """95 % interval of the recall when photos are drawn anew: faces of one photo are missed together."""
    found = np.array([sum(t.found_at_half if at_half else t.found) for t in tallies], float)
    faces = np.array([len(t.widths) for t in tallies], float)
    return _drawn(found, faces)


def drawn_false(tallies: Sequence[Tally]) -> Interval:
    """95 % interval of the false boxes a photo when photos are drawn anew."""
    false = np.array([t.false for t in tallies if t.false is not None], float)
    return _drawn(false, np.ones_like(false))


def _drawn(parts: np.ndarray, wholes: np.ndarray) -> Interval:
    """Percentiles of sum(parts)/sum(wholes) over photos drawn with replacement, the same draws in each run."""
    if not len(parts):
        return 0.0, 0.0
    draws = np.random.default_rng(4).integers(0, len(parts), (_DRAWS, len(parts)))
    shares = parts[draws].sum(axis=1) / np.maximum(wholes[draws].sum(axis=1), 1e-9)
    low, high = np.percentile(shares, (2.5, 97.5))
    return float(low), float(high)


def by_width(tallies: Sequence[Tally]) -> list[tuple[str, int, int, int]]:
    """For each range of widths: words, faces, found, found at an overlap of a half."""
    rows = []
    for low, high in zip(WIDTHS_PX, (*WIDTHS_PX[1:], math.inf), strict=True):
        inside = [
            (f, h)
            for t in tallies
            for w, f, h in zip(t.widths, t.found, t.found_at_half, strict=True)
            if low <= w < high
        ]
        words = f"{low}-{high}" if high < math.inf else f"{low}+"
        rows.append((words, len(inside), sum(f for f, _ in inside), sum(h for _, h in inside)))
    return rows
