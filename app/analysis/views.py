"""Join what a detector saw in several sizes of one picture: pure arithmetic on boxes, no library but numpy.

A detector sees faces of a certain size best, so the picture is shown to it in several sizes. What one of them saw
clearly is a face, and so is what several saw faintly; the face's box is where they agree.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.geometry import Box

Sightings = NDArray[np.float32]
"""float32, shape (n, 5): left, top, right, bottom in pixels of the original picture, and score 0 to 1."""

VIEW_EDGES_PX = (384, 768, 1344, 2688)
"""Long edges of the views. Small ones find faces that fill the picture, large ones those far away. A fifth view of
1920 px cost a quarter more time and found nothing that these had not (743 faces of two sets, 798 of mosaics)."""

MAX_ENLARGING = 5.0
"""Views that would enlarge a picture more than this are left out: on street photos of 400 px (100 photos, 607 faces)
they added 0.6 false boxes a photo and found nothing that the others had not."""

SAME_FACE_IOU = 0.35

TILE_PX = 1344
"""Views larger than this are looked at tile by tile: the network's work space grows with the area."""

TILE_MARGIN_PX = 96
"""How far a tile looks beyond the part it answers for; faces larger than that are found in a smaller view."""

_BEYOND_PX = 10_000
"""How far outside a view the centre of a face that is cut off by the edge could ever lie, and more."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which evidence on a place is a face, and from which it is a hint.

    Attributes:
        face: evidence (see `JoinedSighting`), 0 to 2. A sighting of .35 in one of four views has .44, two of .25 have
            .38, three of .25 have .44. Measured with `./run bench accuracy`, whose table shows recall and false boxes.
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
        box: left, top, right, bottom: the sightings' mean, each counting by the square of its score.
        score: of the best sighting.
        evidence: the best score and the mean over all views, one that saw nothing counting 0; 0 to 2. On 126 photos
            with 743 faces the sum told faces from other things better than either alone or than counting views.
    """

    box: tuple[float, float, float, float]
    score: float
    evidence: float


def view_edges(width: int, height: int) -> tuple[int, ...]:
    """Long edges in which a picture of that size is worth looking at; never empty."""
    longest = max(width, height)
    return tuple(e for e in VIEW_EDGES_PX if e <= longest * MAX_ENLARGING) or VIEW_EDGES_PX[:1]


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a view: the network is shown `seen` and answers for centres in `own`."""

    seen: Box
    own: Box


def tiles_of(width: int, height: int) -> tuple[Tile, ...]:
    """Tiles that together answer for every place of a view of that size, each place once.

    The outermost tiles answer for what is beyond the edge too: the centre of a face cut off there can lie outside.
    """
    tiles = []
    for top, bottom in _parts(height):
        for left, right in _parts(width):
            seen = Box(left - TILE_MARGIN_PX, top - TILE_MARGIN_PX, right + TILE_MARGIN_PX, bottom + TILE_MARGIN_PX)
            own = Box(
                left - _BEYOND_PX * (left == 0),
                top - _BEYOND_PX * (top == 0),
                right + _BEYOND_PX * (right == width),
                bottom + _BEYOND_PX * (bottom == height),
            )
            tiles.append(Tile(seen.clipped(width, height) or Box(0, 0, width, height), own))
    return tuple(tiles)


def _parts(length: int) -> list[tuple[int, int]]:
    count = -(-length // TILE_PX)
    edges = [length * number // count for number in range(count + 1)]
    return list(itertools.pairwise(edges))


def join_views(views: Sequence[Sightings], thresholds: Thresholds) -> tuple[JoinedSighting, ...]:
    """Join the sightings of all views that overlap, strongest first.

    Args:
        views: one array per view; boxes in the original's pixels.
        thresholds: sightings below `thresholds.seen` are dropped, places with less than a hint's evidence too.

    Returns:
        Places by falling score.
    """
    seen = [view[view[:, 4] >= thresholds.seen] for view in views]
    boxes = np.concatenate(seen or [np.empty((0, 5), np.float32)])
    numbers = np.concatenate([np.full(len(v), n) for n, v in enumerate(seen)] or [np.empty(0, int)])
    order = np.argsort(-boxes[:, 4], kind="stable")
    boxes, numbers = boxes[order], numbers[order]
    is_free = np.ones(len(boxes), bool)
    joined = []
    for index, best in enumerate(boxes):
        if not is_free[index]:
            continue
        same = is_free & (overlaps(best, boxes) >= SAME_FACE_IOU)
        same[index] = True
        is_free &= ~same
        _, firsts = np.unique(numbers[same], return_index=True)
        place = _joined(boxes[same][firsts], len(views))
        if place.evidence >= thresholds.hint:
            joined.append(place)
    return tuple(joined)


def _joined(sightings: Sightings, views: int) -> JoinedSighting:
    """One place from the best sighting of each view that saw it."""
    scores = sightings[:, 4]
    left, top, right, bottom = (float(v) for v in np.average(sightings[:, :4], axis=0, weights=scores**2))
    best = float(scores.max())
    return JoinedSighting((left, top, right, bottom), best, best + float(scores.sum()) / views)


def overlaps(box: NDArray[np.float32], boxes: Sightings) -> NDArray[np.float32]:
    """Intersection over union of one box with each of many, float32, shape (n,)."""
    width = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    height = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    shared = np.clip(width, 0, None) * np.clip(height, 0, None)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    union = (box[2] - box[0]) * (box[3] - box[1]) + areas - shared
    return np.asarray(shared / np.maximum(union, 1e-6), np.float32)
