"""In which sizes and directions a picture is shown to a face finder, and in which pieces."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.geometry import Box


@dataclass(frozen=True, slots=True, order=True)
class View:
    """The picture at one size, perhaps turned.

    Attributes:
        edge_px: its long edge.
        turns: quarter turns against the clock; 0 is upright.
    """

    edge_px: int
    turns: int = 0


UPRIGHT_EDGES_PX = (192, 384, 768, 1344, 2688)
"""Long edges of the views. Small ones find faces that fill the picture, large ones those far away. Adding 256, 512,
1024 or 1920 px, or mirrored views, moved at most four of 773 faces of three sets, for more time; mirrored ones also
brought 0.5 to 1.1 false boxes a street photo."""

FULL_EDGE_PX = 4000
"""Photos this large (or a tenth smaller) are seen at it too, where the view before left a trace that is no clear face.
Of 566 street faces from 12 pixels on in pictures of 4000 pixels, 510 are found instead of 402."""

FAINTEST_IN_FULL = 0.06
"""How much of a face the view before must have seen for that. At .03 no more faces were found, in more time."""

TURNED_EDGE_PX = 768
"""Lying heads are rare and near: one middle size, turned three ways. On group photos turned by 90, 135 and 180 degrees
it lifts recall from .904, .853, .874 to .993, .971, .993; 384 px would give .963, .912, .956."""

MAX_ENLARGING = 5.0
"""Views that would enlarge a picture more than this are left out: on street photos of 400 px (100 photos, 607 faces)
they added 0.6 false boxes a photo and found nothing that the others had not."""

TILE_PX = 1008
"""Views larger than this are looked at tile by tile: the network's work space is 250 bytes for each pixel."""

TILE_MARGIN_PX = 96
"""How far a tile looks beyond the part it answers for; faces larger than that are found in a smaller view."""

_BEYOND_PX = 10_000
"""How far outside a view the centre of a face that is cut off by the edge could ever lie, and more."""


def views_of(width: int, height: int) -> tuple[View, ...]:
    """The views that a picture of that size is worth looking at in, smallest first; never empty."""
    most = max(width, height) * MAX_ENLARGING
    upright = [View(edge) for edge in UPRIGHT_EDGES_PX if edge <= most] or [View(UPRIGHT_EDGES_PX[0])]
    if max(width, height) >= 0.9 * FULL_EDGE_PX:
        upright.append(View(FULL_EDGE_PX))
    turned = [View(TURNED_EDGE_PX, turns) for turns in (1, 2, 3) if most >= TURNED_EDGE_PX]
    return (*upright, *turned)


def turned_back(points: NDArray[np.float32], turns: int, width: int, height: int) -> NDArray[np.float32]:
    """Points of a picture that was turned, where they are upright.

    Args:
        points: float32, shape (..., 2): x and y in the turned picture.
        turns: quarter turns against the clock that were made.
        width: of the upright picture.
        height: of the upright picture.
    """
    x, y = points[..., 0], points[..., 1]
    ways = ((x, y), (width - y, x), (width - x, height - y), (y, height - x))
    return np.stack(ways[turns % 4], axis=-1).astype(np.float32)


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
