"""Where the picture lies on the widget: zoom, pan, and the way there and back between picture and screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.domain.geometry import Box

MAX_ZOOM = 12.0


@dataclass(frozen=True)
class View:
    """Screen = picture × scale + offset, in logical pixels; `zoom` 1 shows the whole picture.

    Scale and offset are worked out once: thirty boxes with their labels ask for them hundreds of times a frame.
    """

    picture: QSizeF
    widget: QSizeF
    zoom: float = 1.0
    centre: QPointF | None = None
    """The picture's point in the middle of the widget; None is the picture's own middle."""

    @cached_property
    def scale(self) -> float:
        if self.picture.isEmpty() or self.widget.isEmpty():
            return 1.0
        fit = min(self.widget.width() / self.picture.width(), self.widget.height() / self.picture.height())
        return fit * self.zoom

    @cached_property
    def offset(self) -> QPointF:
        centre = self.centre or QPointF(self.picture.width() / 2, self.picture.height() / 2)
        middle = QPointF(self.widget.width() / 2, self.widget.height() / 2)
        return middle - centre * self.scale

    def to_screen(self, box: Box) -> QRectF:
        scale, offset = self.scale, self.offset
        return QRectF(
            box.left * scale + offset.x(), box.top * scale + offset.y(), box.width * scale, box.height * scale
        )

    def to_picture(self, point: QPointF) -> QPointF:
        return (point - self.offset) / self.scale

    def picture_on_screen(self) -> QRectF:
        return QRectF(self.offset, self.picture * self.scale)

    def zoomed(self, factor: float, around: QPointF) -> View:
        """Zoom so that what is under `around` stays there."""
        zoom = min(MAX_ZOOM, max(1.0, self.zoom * factor))
        if zoom == 1.0:
            return replace(self, zoom=1.0, centre=None)
        fixed = self.to_picture(around)
        grown = replace(self, zoom=zoom, centre=fixed)
        middle = QPointF(self.widget.width() / 2, self.widget.height() / 2)
        return replace(grown, centre=fixed - (around - middle) / grown.scale).kept_inside()

    def panned(self, by: QPointF) -> View:
        if self.zoom == 1.0:
            return self
        centre = self.centre or QPointF(self.picture.width() / 2, self.picture.height() / 2)
        return replace(self, centre=centre - by / self.scale).kept_inside()

    def showing(self, box: Box) -> View:
        """Moved so that the box's middle is in the middle, unless all of it is seen already."""
        if self.zoom == 1.0 or QRectF(0, 0, self.widget.width(), self.widget.height()).contains(self.to_screen(box)):
            return self
        return replace(self, centre=QPointF(*box.centre)).kept_inside()

    def kept_inside(self) -> View:
        """The middle of the widget stays on the picture, so that it cannot be lost."""
        if self.centre is None:
            return self
        x = min(max(self.centre.x(), 0.0), self.picture.width())
        y = min(max(self.centre.y(), 0.0), self.picture.height())
        return replace(self, centre=QPointF(x, y))


def box_between(first: QPointF, second: QPointF, *, width: int, height: int) -> Box | None:
    """The whole-pixel box between two points of the picture, clipped to it; None when there is nothing left."""
    left, right = sorted((round(first.x()), round(second.x())))
    top, bottom = sorted((round(first.y()), round(second.y())))
    left, top, right, bottom = max(0, left), max(0, top), min(width, right), min(height, bottom)
    return Box(left, top, right, bottom) if right > left and bottom > top else None


def resized(box: Box, *, left: int = 0, top: int = 0, right: int = 0, bottom: int = 0) -> Box:
    """The box with edges moved by that many pixels, never thinner than four."""
    new_left, new_top = min(box.left + left, box.right - 4), min(box.top + top, box.bottom - 4)
    return Box(new_left, new_top, max(box.right + right, new_left + 4), max(box.bottom + bottom, new_top + 4))
