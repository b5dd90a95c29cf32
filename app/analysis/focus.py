"""Which parts of a large view are worth a look, from what a smaller view of the picture saw.

A face that a large view shows leaves at least a trace in a view of half the size. Places without any trace are not
looked at again, and neither are faces that were near and clear already. `./run bench focus` measures what that costs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.analysis.views import Tile, tiles_of
from app.domain.geometry import Box

FAINTEST = 0.03
"""Of 928 faces 12 to 20 pixels wide in pictures of 4000 that only the large view found, none had left less than .033
(`./run bench focus`)."""

SURE_SCORE, SURE_WIDTH_PX = 0.5, 24
"""A face so clear and so wide in a smaller view is a face; no larger view adds anything to it."""

FOCUSED_FROM_PX = 2688
"""Smaller views are looked at whole: that costs little, and what they see tells where a larger one is needed."""

_CELL_PX = 32
"""Parts are made of such cells. With cells of 48 the large views of groups needed 1.8 times as many pixels, and of
1,819 faces of 12 to 28 pixels that were found in pictures of 4000 none more; with 24, fourteen of them were lost."""

_REACH_PX = 32
"""How far round a trace a face's centre may lie, in pixels of the large view. A multiple of a cell."""

_MARGIN_PX = 64
"""How far a tile looks beyond the part it answers for. Of 566 street faces in pictures of 4000 pixels, 514 were found
with it, 510 with 48 pixels, 520 with 96, which on photos of groups are half as many pixels again as 48."""

_STEP_PX = 128
"""Tiles come in few sizes, since the network prepares itself for each size it meets, and keeps that."""

_MOST_CELLS = 27
"""Tiles of 992 pixels need half the memory of larger ones and are no slower."""

_START_PX = 20_000
"""What starting the network costs, in pixels looked at."""

_FAR_PX = 10_000

Cells = NDArray[np.bool_]
Heat = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Part:
    """Cells from `top` to before `bottom`, `left` to before `right`."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def pieces(self) -> tuple[int, int]:
        """In how many rows and columns of tiles the part is looked at."""
        return -(-(self.bottom - self.top) // _MOST_CELLS), -(-(self.right - self.left) // _MOST_CELLS)

    @property
    def cost(self) -> int:
        """Pixels the network has to look at."""
        down, across = self.pieces
        height = _rounded_up(-(-(self.bottom - self.top) // down) * _CELL_PX + 2 * _MARGIN_PX)
        width = _rounded_up(-(-(self.right - self.left) // across) * _CELL_PX + 2 * _MARGIN_PX)
        return down * across * (height * width + _START_PX)

    def split(self) -> list[tuple[_Part, _Part]]:
        """Every way to cut the part in two."""
        rows, columns = range(self.top + 1, self.bottom), range(self.left + 1, self.right)
        return [
            *((_Part(self.top, r, self.left, self.right), _Part(r, self.bottom, self.left, self.right)) for r in rows),
            *(
                (_Part(self.top, self.bottom, self.left, c), _Part(self.top, self.bottom, c, self.right))
                for c in columns
            ),
        ]

    def tiles(self, width: int, height: int) -> list[Tile]:
        """The part's pieces in a view of that size."""
        down, across = self.pieces
        tops = [self.top + (self.bottom - self.top) * n // down for n in range(down + 1)]
        lefts = [self.left + (self.right - self.left) * n // across for n in range(across + 1)]
        return [
            _tile(_Part(tops[row], tops[row + 1], lefts[column], lefts[column + 1]), width, height)
            for row in range(down)
            for column in range(across)
        ]


def sure_faces(sightings: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of what a view saw, the boxes (left, top, right, bottom in its pixels) of faces that need no larger view."""
    is_sure = (sightings[:, 4] >= SURE_SCORE) & (sightings[:, 2] - sightings[:, 0] >= SURE_WIDTH_PX)
    return sightings[is_sure, :4]


def without_faces(heat: Heat, sure: NDArray[np.float32]) -> Heat:
    """The heat map without what lies in the boxes of faces that need no other look.

    Args:
        heat: how much of a face's centre a view of the whole picture saw, 0 to 1, shape (rows, columns).
        sure: left, top, right, bottom of those faces, in shares of the picture.
    """
    rest = heat.copy()
    for left, top, right, bottom in sure[:, :4] * np.tile(heat.shape[::-1], 2):
        rest[max(0, round(float(top))) : round(float(bottom)), max(0, round(float(left))) : round(float(right))] = 0
    return rest


def lay_heat(heat: Heat, near: Heat, tile: Tile, stride: int) -> None:
    """Lay what one tile saw into the heat map of the view: only of the part it answers for.

    At its rim a tile shows cut faces, which leave traces where there is nothing; what lies beyond its part, another
    tile sees whole.

    Args:
        heat: of the view, changed in place.
        near: of the tile, from its upper left corner on; may reach beyond it.
        tile: where it looked and what it answers for, in pixels of the view.
        stride: pixels of the view to a cell of both maps.
    """
    top, left = tile.seen.top // stride, tile.seen.left // stride
    first, last = max(0, tile.own.top // stride), -(-tile.own.bottom // stride)
    start, end = max(0, tile.own.left // stride), -(-tile.own.right // stride)
    own = near[first - top : last - top, start - left : end - left]
    place = heat[first : first + own.shape[0], start : start + own.shape[1]]
    np.maximum(place, own[: place.shape[0], : place.shape[1]], out=place)


def tiles_with_traces(width: int, height: int, heat: Heat, *, faintest: float = FAINTEST) -> tuple[Tile, ...]:
    """Tiles of a view that answer for every place near a trace, each place once; none where there is no trace.

    Args:
        width: of the view, in pixels.
        height: of the view, in pixels.
        heat: how much of a face's centre an earlier view of the whole picture saw, 0 to 1, shape (rows, columns).
        faintest: from when on something is a trace.
    """
    cells = _cells_near(width, height, np.asarray(heat >= faintest))
    parts = _parted(cells, _Part(0, cells.shape[0], 0, cells.shape[1]))
    whole = tiles_of(width, height)
    if sum(part.cost for part in parts) >= sum(tile.seen.area + _START_PX for tile in whole):
        return whole
    return tuple(tile for part in parts for tile in part.tiles(width, height))


def _cells_near(width: int, height: int, is_trace: Cells) -> Cells:
    """The cells of the view that a trace reaches."""
    cells = np.zeros((-(-height // _CELL_PX), -(-width // _CELL_PX)), bool)
    rows, columns = np.nonzero(is_trace)
    y, x = (rows + 0.5) * height / is_trace.shape[0], (columns + 0.5) * width / is_trace.shape[1]
    steps = range(-_REACH_PX, _REACH_PX + 1, _CELL_PX)
    for down in steps:
        for across in steps:
            row = np.clip((y + down) // _CELL_PX, 0, cells.shape[0] - 1).astype(int)
            column = np.clip((x + across) // _CELL_PX, 0, cells.shape[1] - 1).astype(int)
            cells[row, column] = True
    return cells


def _parted(cells: Cells, part: _Part) -> list[_Part]:
    """Parts that hold every marked cell, split as long as that makes them cheaper together."""
    tight = _tightened(cells, part)
    if tight is None:
        return []
    best, pair = tight.cost, None
    for halves in tight.split():
        both = [half for half in (_tightened(cells, h) for h in halves) if half is not None]
        cost = sum(half.cost for half in both)
        if cost < best:
            best, pair = cost, both
    if pair is None:
        return [tight]
    return [smaller for half in pair for smaller in _parted(cells, half)]


def _tightened(cells: Cells, part: _Part) -> _Part | None:
    """The part without rows and columns at its edges that hold no marked cell."""
    inside = cells[part.top : part.bottom, part.left : part.right]
    rows, columns = np.nonzero(inside.any(axis=1))[0], np.nonzero(inside.any(axis=0))[0]
    if not len(rows):
        return None
    top, left = part.top + int(rows[0]), part.left + int(columns[0])
    return _Part(top, part.top + int(rows[-1]) + 1, left, part.left + int(columns[-1]) + 1)


def _tile(part: _Part, width: int, height: int) -> Tile:
    """The part with its margin, moved and grown within the view to one of the sizes that tiles come in."""
    left, right = part.left * _CELL_PX, min(width, part.right * _CELL_PX)
    top, bottom = part.top * _CELL_PX, min(height, part.bottom * _CELL_PX)
    seen_left, seen_right = _grown(left, right, width)
    seen_top, seen_bottom = _grown(top, bottom, height)
    # What is cut off by the picture's edge can have its centre beyond it.
    own = Box(
        left - _FAR_PX * (left == 0),
        top - _FAR_PX * (top == 0),
        right + _FAR_PX * (right == width),
        bottom + _FAR_PX * (bottom == height),
    )
    return Tile(Box(seen_left, seen_top, seen_right, seen_bottom), own)


def _grown(first: int, last: int, length: int) -> tuple[int, int]:
    """From where to where a tile sees that answers for `first` to `last` of a view that long."""
    size = min(length, _rounded_up(last - first + 2 * _MARGIN_PX))
    start = min(max(0, (first + last - size) // 2), length - size)
    return start, start + size


def _rounded_up(pixels: int) -> int:
    return -(-pixels // _STEP_PX) * _STEP_PX
