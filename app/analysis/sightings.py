"""Join what a detector saw in several views of one picture: pure arithmetic on boxes, no library but numpy.

A detector sees faces of a certain size best, so the picture is shown to it in several sizes. What one of them saw
clearly is a face, and so is what several saw faintly; the face's box is where they agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.analysis.views import View

Sightings = NDArray[np.float32]
"""float32, shape (n, 15): left, top, right, bottom in pixels of the original picture, score 0 to 1, and x, y of five
landmarks: both eyes, the tip of the nose, both corners of the mouth, each pair from the face's
left in the picture to its right when it is upright."""

COLUMNS = 15
SAME_FACE_IOU = 0.3

TURNED_WEIGHT = 0.8
"""What a turned view saw counts a little less, or patterns on clothes become faces. From 1 to .8, false boxes on two
sets fell from 1.9 to 1.7 a photo and no turned face was lost; at .7 recall at 135 degrees fell from .971 to .949."""

PART_SHARE = 0.7
PART_AREA = 0.65
PART_FROM_PX = 160
"""A view in which a face is wider than this sees faces in its cheeks and eyes. A weaker place that lies to `PART_SHARE`
inside a face and has at most `PART_AREA` of its area counts only what views saw in which that face is narrower. On 69
portraits this left .10 of 1.54 false boxes a photo; no face of three sets was lost. 100 or 200 px gave the same."""

PART_BELOW = 0.5
"""What two views saw as clearly as this is somebody before a large face, such as a poster's, and no part of it; what
one view saw so is a hint at least. Of nine faces pasted on a large one, at .68 to .91, four were lost without that; the
parts dropped from six enlarged portraits had at most .40 (21 Nov 2026)."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which evidence on a place is a face, and from which it is a hint.

    Attributes:
        face: evidence (see `JoinedSighting`), 0 to 2. A sighting of .38 in one of five views has .46, two of .33 have
            .46, three of .29 have .46. `./run bench accuracy --curve` shows recall and false boxes over it.
        hint: the same, for "perhaps a person".
        seen: weaker sightings are not looked at.
    """

    face: float = 0.455
    hint: float = 0.30
    seen: float = 0.10


@dataclass(frozen=True, slots=True)
class JoinedSighting:
    """One place in the picture.

    Attributes:
        box: left, top, right, bottom: the sightings' mean, each counting by the square of its score. Counting by how
            well a view suits the face's size was tried with five curves: no more faces at an overlap of a half.
        score: of the best sighting.
        evidence: the best score and the mean over all upright views, one that saw nothing counting 0; 0 to 2. On 126
            photos with 743 faces the sum told faces from other things better than either alone or than counting views.
        landmarks: x and y of five points (see `Sightings`), of the best sighting.
    """

    box: tuple[float, float, float, float]
    score: float
    evidence: float
    landmarks: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """The best sighting of each view that saw a place, and how much a pixel of the picture measures in each view."""

    sightings: Sightings
    factors: NDArray[np.float32]
    box: NDArray[np.float32]
    evidence: float


def join_views(
    seen: Sequence[tuple[View, Sightings]], thresholds: Thresholds, *, long_edge: int
) -> tuple[JoinedSighting, ...]:
    """Join the sightings of all views that overlap, strongest evidence first.

    Args:
        seen: each view with what was seen in it; boxes in the original's pixels.
        thresholds: sightings below `thresholds.seen` are dropped, places with less than a hint's evidence too.
        long_edge: of the original, in pixels.
    """
    uprights = max(1, sum(view.turns == 0 for view, _ in seen))
    places = sorted(_places(seen, thresholds.seen, long_edge, uprights), key=lambda place: -place.evidence)
    joined = []
    for number, place in enumerate(places):
        evidence = _without_parts(place, places[:number], uprights)
        if place.sightings[:, 4].max() >= PART_BELOW:
            evidence = max(evidence, min(place.evidence, thresholds.hint))
        if evidence >= thresholds.hint:
            best = place.sightings[np.argmax(place.sightings[:, 4])]
            left, top, right, bottom = (float(edge) for edge in place.box)
            points = tuple((float(x), float(y)) for x, y in best[5:].reshape(-1, 2))
            joined.append(JoinedSighting((left, top, right, bottom), float(best[4]), evidence, points))
    return tuple(sorted(joined, key=lambda place: -place.evidence))


def _places(seen: Sequence[tuple[View, Sightings]], lowest: float, long_edge: int, uprights: int) -> list[_Place]:
    """Sightings of one place together, at most one of each view."""
    every, numbers = [np.empty((0, COLUMNS), np.float32)], [np.empty(0, int)]
    for number, (view, sightings) in enumerate(seen):
        weighed = sightings.copy()
        weighed[:, 4] *= TURNED_WEIGHT if view.turns else 1.0
        every.append(weighed[weighed[:, 4] >= lowest])
        numbers.append(np.full(len(every[-1]), number))
    boxes, views = np.concatenate(every), np.concatenate(numbers)
    order = np.argsort(-boxes[:, 4], kind="stable")
    boxes, views = boxes[order], views[order]
    factors = np.array([view.edge_px / long_edge for view, _ in seen], np.float32)
    is_free = np.ones(len(boxes), bool)
    places = []
    for index, best in enumerate(boxes):
        if not is_free[index]:
            continue
        same = is_free & (overlaps(best, boxes) >= SAME_FACE_IOU)
        same[index] = True
        is_free &= ~same
        which, firsts = np.unique(views[same], return_index=True)
        sightings = boxes[same][firsts]
        scores = sightings[:, 4]
        mean = np.average(sightings[:, :4], axis=0, weights=scores**2).astype(np.float32)
        places.append(_Place(sightings, factors[which], mean, _evidence(scores, uprights)))
    return places


def _evidence(scores: NDArray[np.float32], uprights: int) -> float:
    return float(scores.max() + scores.sum() / uprights) if len(scores) else 0.0


def _without_parts(place: _Place, stronger: Sequence[_Place], uprights: int) -> float:
    """The evidence that remains when views in which the place is but a part of a large face do not count."""
    if np.count_nonzero(place.sightings[:, 4] >= PART_BELOW) > 1:
        return place.evidence
    counts = np.ones(len(place.sightings), bool)
    area = _area(place.box)
    for whole in stronger:
        width = min(place.box[2], whole.box[2]) - max(place.box[0], whole.box[0])
        height = min(place.box[3], whole.box[3]) - max(place.box[1], whole.box[1])
        is_inside = width > 0 and height > 0 and width * height >= PART_SHARE * area
        if is_inside and area <= PART_AREA * _area(whole.box):
            counts &= (whole.box[2] - whole.box[0]) * place.factors <= PART_FROM_PX
    return _evidence(place.sightings[counts, 4], uprights)


def _area(box: NDArray[np.float32]) -> float:
    return float((box[2] - box[0]) * (box[3] - box[1]))


def overlaps(box: NDArray[np.float32], boxes: Sightings) -> NDArray[np.float32]:
    """Intersection over union of one box with each of many, float32, shape (n,)."""
    width = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    height = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    shared = np.clip(width, 0, None) * np.clip(height, 0, None)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    union = (box[2] - box[0]) * (box[3] - box[1]) + areas - shared
    return np.asarray(shared / np.maximum(union, 1e-6), np.float32)
