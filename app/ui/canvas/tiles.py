"""A large picture in halving sizes, cut into tiles as they are looked at, so that 48 megapixels move like one.

Each frame draws only the tiles that are seen, out of the smallest size that is still sharp on the screen.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from app.domain.photo import RgbImage

TILE_PX = 512
_KEPT = 96
"""Tiles of 1 MB each that stay ready."""
_SMALLEST_PX = 640
_STRIP = 256


class Pyramid:
    """One picture; made off the GUI thread, painted on it.

    Attributes:
        levels: the picture, half of it, a quarter, and so on.
    """

    def __init__(self, pixels: RgbImage) -> None:
        self._pixels = [np.ascontiguousarray(pixels)]
        while max(self._pixels[-1].shape[:2]) > _SMALLEST_PX:
            self._pixels.append(_halved(self._pixels[-1]))
        self.levels = [_image(level) for level in self._pixels]
        self._tiles: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()

    @property
    def width(self) -> int:
        return self.levels[0].width()

    @property
    def height(self) -> int:
        return self.levels[0].height()

    def paint(self, painter: QPainter, place: QRectF, seen: QRectF, *, ratio: float = 1.0) -> None:
        """Draw the picture into `place`, as far as it lies in `seen`, both in logical pixels of the painter.

        Args:
            painter: of the widget.
            place: where the whole picture lies, mostly beyond the widget when zoomed.
            seen: the part of the widget that is drawn.
            ratio: device pixels to one logical pixel.
        """
        part = place.intersected(seen)
        if part.isEmpty():
            return
        level = self._level_for(place.width() * ratio / self.width)
        image = self.levels[level]
        across, down = image.width() / place.width(), image.height() / place.height()
        wanted = QRectF(
            (part.left() - place.left()) * across,
            (part.top() - place.top()) * down,
            part.width() * across,
            part.height() * down,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # soft edges would show as lines between tiles
        for column, row in _touched(wanted, image):
            tile, x, y = self._tile(level, column, row), column * TILE_PX, row * TILE_PX
            left, right = (_snapped(place.left() + at / across, ratio) for at in (x, x + tile.width()))
            top, bottom = (_snapped(place.top() + at / down, ratio) for at in (y, y + tile.height()))
            painter.drawPixmap(QRectF(left, top, right - left, bottom - top), tile, QRectF(tile.rect()))
        painter.restore()

    def _level_for(self, scale: float) -> int:
        """The smallest size that has at least a pixel for each of the screen."""
        return max(0, min(len(self.levels) - 1, math.floor(-math.log2(max(scale, 1e-6)) + 1e-6)))

    def _tile(self, level: int, column: int, row: int) -> QPixmap:
        key = (level, column, row)
        if key not in self._tiles:
            part = QRect(column * TILE_PX, row * TILE_PX, TILE_PX, TILE_PX).intersected(self.levels[level].rect())
            self._tiles[key] = QPixmap.fromImage(self.levels[level].copy(part))
            while len(self._tiles) > _KEPT:
                self._tiles.popitem(last=False)
        self._tiles.move_to_end(key)
        return self._tiles[key]


def _snapped(length: float, ratio: float) -> float:
    """On the edge of a device pixel, so that neighbours meet without a gap."""
    return round(length * ratio) / ratio


def _touched(wanted: QRectF, image: QImage) -> Iterator[tuple[int, int]]:
    last_column, last_row = (image.width() - 1) // TILE_PX, (image.height() - 1) // TILE_PX
    for row in range(max(0, int(wanted.top() // TILE_PX)), min(last_row, int(wanted.bottom() // TILE_PX)) + 1):
        for column in range(
            max(0, int(wanted.left() // TILE_PX)), min(last_column, int(wanted.right() // TILE_PX)) + 1
        ):
            yield column, row


def _halved(pixels: RgbImage) -> RgbImage:
    """Each pixel the mean of four, in strips: a second copy of 48 megapixels is never made."""
    height, width = (max(1, side // 2) for side in pixels.shape[:2])
    half: RgbImage = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, _STRIP):
        rows = np.minimum(np.arange(2 * top, 2 * min(top + _STRIP, height)), pixels.shape[0] - 1)
        strip = pixels[rows].astype(np.uint16)
        tall = strip[0::2] + strip[1::2]
        wide = tall[:, 0 : 2 * width : 2] + tall[:, 1 : 2 * width : 2] if pixels.shape[1] > 1 else 2 * tall
        half[top : top + _STRIP] = (wide + 2) >> 2
    return half


def _image(pixels: RgbImage) -> QImage:
    """The pixels as they are, shape (height, width, 3) RGB; whoever holds the image holds them, too."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
