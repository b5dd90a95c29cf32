"""Join what a detector saw in several sizes of one picture: pure arithmetic on boxes, no library but numpy.

A detector sees faces of a certain size best, so the picture is shown to it in several sizes. A strong sighting in one
of them is a face; a weak one only when several sizes agree.
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

SAME_FACE_IOU = 0.4

TILE_PX = 1344
"""Views larger than this are looked at tile by tile: the network's work space grows with the area."""

TILE_MARGIN_PX = 96
"""How far a tile looks beyond the part it answers for; faces larger than that are found in a smaller view."""

_BEYOND_PX = 10_000
"""How far outside a view the centre of a face that is cut off by the edge could ever lie, and more."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when on sightings are a face: one of at least `sure`, or `agreeing` views of at least `maybe`.

    The defaults were measured with `python -m tests.bench.accuracy`; its table shows recall and false boxes.
    """

    sure: float = 0.35
    maybe: float = 0.20
    agreeing: int = 2


@dataclass(frozen=True, slots=True)
class JoinedSighting:
    """One place in the picture. `box` is left, top, right, bottom; `score` its best; `views` how many agree."""

    box: tuple[float, float, float, float]
    score: float
    views: int

    def is_face(self, thresholds: Thresholds) -> bool:
        return self.score >= thresholds.sure or (self.score >= thresholds.maybe and self.views >= thresholds.agreeing)


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
        thresholds: sightings below `thresholds.maybe` do not count as a vote and are dropped.

    Returns:
        Places by falling score; each has the box of its strongest sighting.
    """
    strong = [(view[view[:, 4] >= thresholds.maybe], number) for number, view in enumerate(views)]
    boxes = np.concatenate([v for v, _ in strong] or [np.empty((0, 5), np.float32)])
    numbers = np.concatenate([np.full(len(v), n) for v, n in strong] or [np.empty(0, int)])
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
        left, top, right, bottom, score = (float(v) for v in best)
        joined.append(JoinedSighting((left, top, right, bottom), score, len(set(numbers[same].tolist()))))
    return tuple(joined)


def overlaps(box: NDArray[np.float32], boxes: Sightings) -> NDArray[np.float32]:
    """Intersection over union of one box with each of many, float32, shape (n,)."""
    width = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    height = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    shared = np.clip(width, 0, None) * np.clip(height, 0, None)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    union = (box[2] - box[0]) * (box[3] - box[1]) + areas - shared
    return np.asarray(shared / np.maximum(union, 1e-6), np.float32)
