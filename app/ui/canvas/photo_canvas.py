"""The photo with its boxes: look, zoom, pan, choose, draw, move and resize, with mouse and keys.

It knows boxes, not consent: what is covered is handed in, and drawn covered; holding Space looks underneath.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.ui.canvas.painting import CanvasBox, corners, paint_box, paint_chips, paint_cover, paint_focus, paint_handles
from app.ui.canvas.tiles import Pyramid
from app.ui.canvas.view import View, box_between, resized
from app.ui.language import tr
from app.ui.theme import theme

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_HANDLE_PX = 9
_SMALLEST_DRAWN_PX = 6


class PhotoCanvas(QWidget):
    """Signals:
    chosen(str): a box was clicked. hovered(str): the box under the mouse changed; empty for none.
    drawn(Box): a new box was drawn. moved(str, Box): a box was moved or resized; both in upright pixels.
    looked_underneath(): Space was pressed. underneath(bool): what the covers hide is seen, or no longer.
    also_chosen(str): a box was clicked with Shift or Ctrl. wants_detail(): zoomed in beyond what the picture holds.
    """

    chosen = Signal(str)
    hovered = Signal(str)
    drawn = Signal(object)
    moved = Signal(str, object)
    looked_underneath = Signal()
    underneath = Signal(bool)
    also_chosen = Signal(str)
    wants_detail = Signal()

    def __init__(self, name: str = "", *, can_edit: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name or tr("Photo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme().px(200), theme().px(140))
        self._can_edit = can_edit
        self._picture: Pyramid | None = None
        self._asked_for_detail = False
        self._frame = (0, 0)
        self._view = View(QSizeF(), QSizeF())
        self._boxes: tuple[CanvasBox, ...] = ()
        self._chosen = self._lit = ""
        self._ticked: frozenset[str] = frozenset()
        self._looks_underneath = False
        self._is_drawing = False
        self._drag: tuple[str, QPointF, str] | None = None
        """Kind of drag (pan, draw, move, corner name), where it began on the screen, and the box."""
        self._draft: Box | None = None

    # what is shown

    def show_picture(self, pixels: RgbImage | Pyramid | None, *, width: int = 0, height: int = 0) -> None:
        """Show a picture (possibly shrunk) of a photo whose upright size is `width` by `height`; None shows nothing."""
        self._picture = Pyramid(pixels) if isinstance(pixels, np.ndarray) else pixels
        own = (self._picture.width, self._picture.height) if self._picture else (0, 0)
        self._frame = (width or own[0], height or own[1])
        self._view = View(QSizeF(*self._frame), QSizeF(self.size()))
        self._asked_for_detail = False
        self._drag = self._draft = None
        self.update()

    def show_detail(self, picture: Pyramid) -> None:
        """The same photo with more pixels; zoom and place stay."""
        self._picture = picture
        self.update()

    def show_boxes(self, boxes: Sequence[CanvasBox]) -> None:
        self._boxes = tuple(boxes)
        self.update()

    def choose(self, key: str) -> None:
        """Mark one box, moving it into sight; the caller's list and the canvas stay in step."""
        box = next((b.box for b in self._boxes if b.key == key), None)
        if box is not None and key != self._chosen and self._drag is None:
            self._view = self._view.showing(box)
        self._chosen = key
        self.update()

    def light(self, key: str) -> None:
        self._lit = key
        self.update()

    def begin_drawing(self) -> None:
        """The next drag draws a new box, Enter puts one into the middle of what is seen; Escape gives up."""
        if self._can_edit and self._picture is not None:
            self._is_drawing = True
            self.setCursor(Qt.CursorShape.CrossCursor)

    def add_box_with_keys(self) -> None:
        """A new box in the middle of what is seen, for moving with the arrows afterwards."""
        middle, side = (
            self._view.to_picture(QPointF(self.width() / 2, self.height() / 2)),
            max(24, self._frame[0] // 12),
        )
        half = QPointF(side / 2, side / 2)
        self._emit_drawn(box_between(middle - half, middle + half, width=self._frame[0], height=self._frame[1]))

    def tick(self, keys: Collection[str]) -> None:
        """Mark the boxes that are chosen together."""
        self._ticked = frozenset(keys) if len(keys) > 1 else frozenset()
        self.update()

    def zoom_by(self, factor: float) -> None:
        self._zoom(factor, QPointF(self.width() / 2, self.height() / 2))

    def _zoom(self, factor: float, around: QPointF) -> None:
        self._view = self._view.zoomed(factor, around)
        picture = self._picture
        if picture is not None and not self._asked_for_detail:
            holds = picture.width / max(1, self._frame[0])
            if holds < 1 and self._view.scale * self.devicePixelRatioF() > holds:
                self._asked_for_detail = True
                self.wants_detail.emit()
        self.update()

    def fit(self) -> None:
        self._view = View(QSizeF(*self._frame), QSizeF(self.size()))
        self.update()

    def place_of(self, key: str) -> QRectF:
        """Where a box lies on the widget, in logical pixels."""
        return self._view.to_screen(next(b.box for b in self._boxes if b.key == key))

    @property
    def is_drawing(self) -> bool:
        return self._is_drawing

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton or self._picture is None:
            return
        at = event.position()
        corner = self._corner_at(at)
        under = self._box_at(at)
        many = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if under and event.modifiers() & many and not self._is_drawing:
            self.also_chosen.emit(under)
        elif self._is_drawing or (event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._can_edit):
            self._drag = ("draw", at, "")
        elif corner:
            self._drag = (corner, at, self._chosen)
        elif under:
            if under == self._chosen and self._can_edit:
                self._drag = ("move", at, under)
            self.choose(under)
            self.chosen.emit(under)
        else:
            self._drag = ("pan", at, "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is None:
            self._show_hover(at)
            return
        kind, start, key = self._drag
        if kind == "pan":
            self._view = self._view.panned(at - start)
            self._drag = (kind, at, key)
        elif kind == "draw":
            self._draft = self._between(start, at)
        else:
            self._draft = self._dragged(kind, start, at, key)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, draft = self._drag, self._draft
        self._drag = self._draft = None
        if drag and draft and drag[0] == "draw":
            self._emit_drawn(draft)
        elif drag and draft and drag[2]:
            self.moved.emit(drag[2], draft)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        self._zoom(1.25**steps, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._lit = ""
        self.hovered.emit("")
        self.update()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.look_underneath(True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(0.8)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_drawing:
            self.add_box_with_keys()
        elif key == Qt.Key.Key_Escape and self._is_drawing:
            self._end_drawing()
        elif key in _ARROWS and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._nudge(_ARROWS[Qt.Key(key)], is_resize=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.look_underneath(False)
        else:
            super().keyReleaseEvent(event)

    def look_underneath(self, wanted: bool) -> None:
        """Show what the covers hide, while `wanted`."""
        if wanted == self._looks_underneath:
            return
        if wanted:
            self.looked_underneath.emit()
        self._looks_underneath = wanted
        self.underneath.emit(wanted)
        self.update()

    def _nudge(self, direction: tuple[int, int], *, is_resize: bool) -> None:
        """Ctrl+arrows move the chosen box, Alt+arrows move its right and lower edge."""
        chosen = next((b for b in self._boxes if b.key == self._chosen), None)
        if chosen is None or not self._can_edit:
            return
        step = max(1, self._frame[0] // 200)
        dx, dy = direction[0] * step, direction[1] * step
        target = resized(chosen.box, right=dx, bottom=dy) if is_resize else chosen.box.moved(dx, dy)
        if inside := target.clipped(*self._frame):
            self.moved.emit(chosen.key, inside)

    # inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view = View(self._view.picture, QSizeF(self.size()), self._view.zoom, self._view.centre)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is None:
            if self.hasFocus():
                paint_focus(painter, self.rect())
            return
        place = self._view.picture_on_screen()
        self._picture.paint(painter, place, QRectF(self.rect()), ratio=self.devicePixelRatioF())
        if not self._looks_underneath:
            for box in self._boxes:
                paint_cover(painter, self._view, box)
        font = QFont(self.font())
        font.setPixelSize(theme().px(12))
        for box in self._boxes:
            paint_box(
                painter,
                self._view,
                self._as_dragged(box),
                is_chosen=box.key == self._chosen or box.key in self._ticked,
                is_lit=box.key == self._lit,
            )
        seen = QRectF(self.rect())
        boxes = [b for b in map(self._as_dragged, self._boxes) if self._view.to_screen(b.box).intersects(seen)]
        paint_chips(painter, self._view, boxes, font, (self._chosen, self._lit))
        for box in self._boxes:
            if box.key == self._chosen and self._can_edit:
                paint_handles(painter, self._view, self._as_dragged(box))
        if self._draft and self._drag and self._drag[0] == "draw":
            paint_box(painter, self._view, CanvasBox("", self._draft, "", "needs"), is_chosen=True, is_lit=False)
        if self.hasFocus():
            paint_focus(painter, self.rect())

    def _as_dragged(self, box: CanvasBox) -> CanvasBox:
        if self._draft and self._drag and self._drag[2] == box.key:
            return replace(box, box=self._draft)
        return box

    def _emit_drawn(self, box: Box | None) -> None:
        self._end_drawing()
        if box and self._can_edit and min(box.width, box.height) * self._view.scale >= _SMALLEST_DRAWN_PX:
            self.drawn.emit(box)

    def _end_drawing(self) -> None:
        self._is_drawing = False
        self.unsetCursor()

    def _between(self, first: QPointF, second: QPointF) -> Box | None:
        return box_between(
            self._view.to_picture(first), self._view.to_picture(second), width=self._frame[0], height=self._frame[1]
        )

    def _dragged(self, kind: str, start: QPointF, at: QPointF, key: str) -> Box | None:
        box = next(b.box for b in self._boxes if b.key == key)
        by = (at - start) / self._view.scale
        dx, dy = round(by.x()), round(by.y())
        if kind == "move":
            return box.moved(dx, dy).clipped(*self._frame)
        vertical, horizontal = kind.split("-")
        return resized(box, **{vertical: dy, horizontal: dx}).clipped(*self._frame)

    def _box_at(self, at: QPointF) -> str:
        """The smallest box under the point, so that a face inside a line of text can be reached."""
        under = [b for b in self._boxes if self._view.to_screen(b.box).contains(at)]
        return min(under, key=lambda b: b.box.area).key if under else ""

    def _corner_at(self, at: QPointF) -> str:
        chosen = next((b for b in self._boxes if b.key == self._chosen), None)
        if chosen is None or not self._can_edit:
            return ""
        for name, corner in corners(self._view.to_screen(chosen.box)).items():
            if (corner - at).manhattanLength() <= _HANDLE_PX:
                return name
        return ""

    def _show_hover(self, at: QPointF) -> None:
        under = self._box_at(at)
        if under != self._lit:
            self._lit = under
            self.hovered.emit(under)
            self.update()


def pixmap_of(pixels: RgbImage) -> QPixmap:
    """A pixmap of uint8 RGB pixels, shape (height, width, 3)."""
    flat = np.ascontiguousarray(pixels)
    height, width = flat.shape[:2]
    image = QImage(flat.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.copy())  # the copy owns its bytes; `flat` goes with this function
