"""The window a mark is looked at through: its box with a little room, in cells, at one size whatever the mark's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.analysis.marks.channels import CELL_PX, CHANNELS, channels_of
from app.domain.geometry import Box
from app.domain.photo import RgbImage

ROOM = 0.14
"""How much of the mark's width and height the window shows beyond it, on each side."""
_CONTEXT_CELLS = 3
_MOST_SLIM = 3.0


@dataclass(frozen=True, slots=True)
class Window:
    """So many cells of 4 pixels."""

    rows: int
    columns: int

    @classmethod
    def for_aspect(cls, aspect: float, longest: int) -> Window:
        """The window of a mark of this width by height, `longest` cells long."""
        slim = min(max(aspect, 1 / _MOST_SLIM), _MOST_SLIM)
        if slim >= 1:
            return cls(max(3, round(longest / slim)), longest)
        return cls(longest, max(3, round(longest * slim)))

    @property
    def numbers(self) -> int:
        return CHANNELS * self.rows * self.columns

    def seen(self, image: RgbImage, place: Place) -> NDArray[np.float32]:
        """What is in the window when it is laid over a place of the picture, float32 of shape (`numbers`,)."""
        rows, columns = self.rows + 2 * _CONTEXT_CELLS, self.columns + 2 * _CONTEXT_CELLS
        width, height = place.width * columns / self.columns, place.height * rows / self.rows
        size = (columns * CELL_PX, rows * CELL_PX)
        cut = _cut(image, place.x - width / 2, place.y - height / 2, width, height, size)
        maps = channels_of(cut)
        inner = slice(_CONTEXT_CELLS, -_CONTEXT_CELLS)
        return np.ascontiguousarray(maps[:, inner, inner]).reshape(-1)


@dataclass(frozen=True, slots=True)
class Place:
    """A window's place in a picture: centre and size in pixels, room included."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, box: Box, window: Window) -> Place:
        """The place whose window shows a mark in this box, keeping the window's proportions and the box's area."""
        growth = 1 + 2 * ROOM
        shape = window.columns / window.rows
        area = box.area * growth * growth
        height = float(np.sqrt(area / shape))
        return cls((box.left + box.right) / 2, (box.top + box.bottom) / 2, height * shape, height)

    def box(self) -> Box:
        """The mark itself."""
        half_width, half_height = self.width / (1 + 2 * ROOM) / 2, self.height / (1 + 2 * ROOM) / 2
        left, top = round(self.x - half_width), round(self.y - half_height)
        return Box(left, top, max(left + 1, round(self.x + half_width)), max(top + 1, round(self.y + half_height)))

    def moved(self, across: float, down: float, scale: float) -> Place:
        """Shifted by shares of its size, and scaled."""
        return Place(self.x + across * self.width, self.y + down * self.height, self.width * scale, self.height * scale)


def jittered(rng: np.random.Generator, place: Place, *, shift: float = 0.05, scale: float = 0.1) -> Place:
    """The place as a search finds it: a little beside, a little too large or small."""
    across, down = rng.uniform(-shift, shift, 2)
    return place.moved(float(across), float(down), float(np.exp(rng.uniform(-scale, scale))))


def overlaps(one: Place, others: Sequence[Place]) -> NDArray[np.float32]:
    """Intersection over union with each of the others."""
    if not others:
        return np.empty(0, np.float32)
    x, y, w, h = np.array([(o.x, o.y, o.width, o.height) for o in others], np.float32).T
    across = np.minimum(one.x + one.width / 2, x + w / 2) - np.maximum(one.x - one.width / 2, x - w / 2)
    down = np.minimum(one.y + one.height / 2, y + h / 2) - np.maximum(one.y - one.height / 2, y - h / 2)
    shared = np.clip(across, 0, None) * np.clip(down, 0, None)
    return np.asarray(shared / np.maximum(one.width * one.height + w * h - shared, 1e-6), np.float32)


def _cut(image: RgbImage, left: float, top: float, width: float, height: float, size: tuple[int, int]) -> RgbImage:
    """A part of the picture in another size, its edge repeated where the part goes beyond it."""
    x0, y0, x1, y1 = int(np.floor(left)), int(np.floor(top)), int(np.ceil(left + width)), int(np.ceil(top + height))
    x1, y1 = max(x1, x0 + 1), max(y1, y0 + 1)
    rows, columns = image.shape[:2]
    if x0 < 0 or y0 < 0 or x1 > columns or y1 > rows:
        ys, xs = np.clip(np.arange(y0, y1), 0, rows - 1), np.clip(np.arange(x0, x1), 0, columns - 1)
        part = image[ys[:, None], xs[None, :]]
    else:
        part = image[y0:y1, x0:x1]
    way = cv2.INTER_AREA if width > size[0] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(part, size, interpolation=way), np.uint8)
