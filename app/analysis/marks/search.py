"""Find a taught mark: linear filters over every place and size of a picture, then a closer look at the best places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.analysis.marks.channels import CELL_PX, CHANNELS, Maps, channels_of
from app.analysis.marks.confirming import SIDE_PX, View, agreement
from app.analysis.marks.learning import Filters, Judge
from app.analysis.marks.windows import Place, Window, overlaps
from app.domain.photo import RgbImage

STEPS_PER_OCTAVE = 3
LARGEST_SCALE = 0.8
"""The picture is looked at no larger than this: a mark of 32 pixels with its room is then 8 cells."""
STRIDE = 2
"""The filters answer at every other cell; around their peaks the cells between are tried too."""
MOST_CANDIDATES = 250
SAME_PLACE_IOU = 0.3
PART_SHARE = 0.8
_HARDLY_LESS = 3.0
"""A place that lies by so much in another one of the same mark, which has at least its log odds less so much, is a part
of that: the badge within the shield. Of 29 places found in four photos with twenty crests nine were such parts."""
_PROMISING, _MOST_PROMISING = -2.0, 12
"""Log odds at the first look from which a place is looked at closely, and how many at most."""

Floats = NDArray[np.float32]
Correlate = Callable[[Maps], Floats]
"""Answers of all filters at every `STRIDE`-th place of the maps, shape (filters, rows, columns), offsets added."""


@dataclass(frozen=True, slots=True)
class Level:
    """The maps of a picture at one size; a cell is `cell_px` pixels of the picture itself."""

    maps: Maps
    cell_px: float


@dataclass(frozen=True, slots=True)
class Candidate:
    place: Place
    answer: float


@dataclass(frozen=True, slots=True)
class Sight:
    """A place where the mark seems to be; `odds` are log odds."""

    place: Place
    odds: float


def levels_of(image: RgbImage, smallest: int) -> tuple[Level, ...]:
    """The maps of a picture in sizes a fifth apart, down to `smallest` cells; maps are computed once an octave."""
    levels = []
    first = (max(1, round(image.shape[1] * LARGEST_SCALE)), max(1, round(image.shape[0] * LARGEST_SCALE)))
    picture = np.asarray(cv2.resize(image, first, interpolation=cv2.INTER_LINEAR), np.uint8)
    pixels = image.shape[1] / picture.shape[1]
    while min(picture.shape[:2]) >= CELL_PX * smallest:
        maps = channels_of(picture)
        for step in range(STEPS_PER_OCTAVE):
            factor = 2.0 ** (-step / STEPS_PER_OCTAVE)
            resized = maps if step == 0 else _resized(maps, factor)
            if min(resized.shape[1:]) >= smallest:
                levels.append(Level(resized, pixels * CELL_PX * maps.shape[2] / resized.shape[2]))
        half = (max(1, picture.shape[1] // 2), max(1, picture.shape[0] // 2))
        picture = np.asarray(cv2.resize(picture, half, interpolation=cv2.INTER_AREA), np.uint8)
        pixels = image.shape[1] / picture.shape[1]
    return tuple(levels)


def _resized(maps: Maps, factor: float) -> Maps:
    size = (max(1, round(maps.shape[2] * factor)), max(1, round(maps.shape[1] * factor)))
    out = np.empty((CHANNELS, size[1], size[0]), np.float32)
    for number in range(CHANNELS):
        cv2.resize(maps[number], size, dst=out[number], interpolation=cv2.INTER_LINEAR)
    return out


def candidates_in(
    levels: Sequence[Level],
    window: Window,
    filters: Filters,
    correlate: Correlate,
    *,
    lowest: float,
    most: int = MOST_CANDIDATES,
) -> list[Candidate]:
    """The places whose answer is highest over all sizes, strongest first; only local maxima count."""
    found: list[Candidate] = []
    for level in levels:
        if level.maps.shape[1] < window.rows or level.maps.shape[2] < window.columns:
            continue
        answers = correlate(level.maps).max(axis=0)
        is_peak = (answers >= lowest) & (answers >= cv2.dilate(answers, np.ones((3, 3), np.uint8)))
        rows, columns = np.nonzero(is_peak)
        strongest = np.argsort(-answers[rows, columns])[:most]
        width, height = window.columns * level.cell_px, window.rows * level.cell_px
        for peak in zip(rows[strongest] * STRIDE, columns[strongest] * STRIDE, strict=True):
            row, column, answer = _climbed(level.maps, window, filters, peak)
            x, y = column * level.cell_px + width / 2, row * level.cell_px + height / 2
            found.append(Candidate(Place(x, y, width, height), answer))
    found.sort(key=lambda c: -c.answer)
    return found[:most]


def _climbed(maps: Maps, window: Window, filters: Filters, peak: tuple[int, int]) -> tuple[int, int, float]:
    """The cell of the strongest answer at the peak and between it and its neighbours."""
    rows = range(max(0, peak[0] - 1), min(maps.shape[1] - window.rows, peak[0] + 1) + 1)
    columns = range(max(0, peak[1] - 1), min(maps.shape[2] - window.columns, peak[1] + 1) + 1)
    cells = [(int(row), int(column)) for row in rows for column in columns]
    seen = np.stack([maps[:, r : r + window.rows, c : c + window.columns].reshape(-1) for r, c in cells])
    answers = filters.answers(seen)
    best = int(answers.argmax())
    return (*cells[best], float(answers[best]))


class Halves:
    """A picture, half of it, a quarter and so on, each made when it is needed; large places are looked at there."""

    def __init__(self, image: RgbImage) -> None:
        self._images = [image]

    def fitting(self, place: Place, side_px: float) -> tuple[RgbImage, Place]:
        """The smallest of them in which the place is still `side_px` long, and the place in it."""
        steps = max(0, int(np.log2(max(place.width, place.height) / side_px)))
        while len(self._images) <= steps:
            last = self._images[-1]
            size = (max(1, last.shape[1] // 2), max(1, last.shape[0] // 2))
            self._images.append(np.asarray(cv2.resize(last, size, interpolation=cv2.INTER_AREA), np.uint8))
        factor = 0.5**steps
        shrunk = Place(place.x * factor, place.y * factor, place.width * factor, place.height * factor)
        return self._images[steps], shrunk


def judge_places(halves: Halves, places: Sequence[Place], window: Window, judges: Sequence[Judge]) -> Floats:
    """Log odds of each place, the mean over the judges."""
    if not places:
        return np.empty(0, np.float32)
    side = max(window.rows, window.columns) * CELL_PX
    samples = np.stack([window.seen(*halves.fitting(place, side)) for place in places])
    return np.asarray(np.mean([judge.scores(samples) for judge in judges], axis=0), np.float32)


def sights_in(
    image: RgbImage,
    candidates: Sequence[Candidate],
    window: Window,
    judges: Sequence[Judge],
    views: Sequence[View],
    *,
    lowest: float,
) -> list[Sight]:
    """Places that hold after a closer look, strongest first, each place once.

    What comes near is looked at again a little beside, larger and smaller; the best view, the mean of all, and how well
    the taught pictures fit there count.
    """
    halves = Halves(image)
    odds = judge_places(halves, [c.place for c in candidates], window, judges)
    sights = [Sight(c.place, float(o)) for c, o in zip(candidates, odds, strict=True)]
    promising = _apart([s for s in sights if s.odds >= _PROMISING])[:_MOST_PROMISING]
    closer = [_looked_at_closely(halves, sight, window, judges) for sight in promising]
    sure = [Sight(s.place, s.odds + _agreed(halves, s.place, views)) for s in _apart(closer)]
    return sorted((sight for sight in sure if sight.odds >= lowest), key=lambda s: -s.odds)


def without_parts(sights: Sequence[Sight]) -> list[Sight]:
    """The sights that are no part of a larger one; whatever covers that covers its parts. Largest first."""
    kept: list[Sight] = []
    for sight in sorted(sights, key=lambda s: -s.place.width * s.place.height):
        if not any(_is_part(sight, larger) for larger in kept):
            kept.append(sight)
    return kept


def _is_part(sight: Sight, larger: Sight) -> bool:
    box = sight.place.box()
    shared = box.intersection(larger.place.box())
    is_inside = shared is not None and shared.area >= PART_SHARE * box.area
    return is_inside and larger.odds >= sight.odds - _HARDLY_LESS


def _agreed(halves: Halves, place: Place, views: Sequence[View]) -> float:
    image, shrunk = halves.fitting(place, SIDE_PX)
    return agreement(views, image, shrunk.box())


def _looked_at_closely(halves: Halves, sight: Sight, window: Window, judges: Sequence[Judge]) -> Sight:
    place = sight.place
    moves = [
        (0.0, 0.0, 0.89),
        (0.0, 0.0, 1.12),
        (-0.06, 0.0, 1.0),
        (0.06, 0.0, 1.0),
        (0.0, -0.06, 1.0),
        (0.0, 0.06, 1.0),
    ]
    beside = [place.moved(*move) for move in moves]
    odds = judge_places(halves, beside, window, judges)
    best = int(odds.argmax())
    highest = max(sight.odds, float(odds[best]))
    # A mark still looks like itself from a little beside; what only resembles it from one place does not.
    settled = (highest + float(np.mean([sight.odds, *odds]))) / 2
    return Sight(beside[best] if odds[best] > sight.odds else place, settled)


def _apart(sights: Sequence[Sight]) -> list[Sight]:
    kept: list[Sight] = []
    for sight in sorted(sights, key=lambda s: -s.odds):
        near = overlaps(sight.place, [k.place for k in kept])
        if not len(near) or near.max() < SAME_PLACE_IOU:
            kept.append(sight)
    return kept
