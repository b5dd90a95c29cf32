"""The photo with its covers and the frame of what is shown, moved by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.geometry import Box
from app.redaction.cropping import moved_frame, resized_frame
from app.ui.language import tr
from app.ui.theme import theme
from app.workflow.framing import SMALLEST_PX, CropView

_STEP, _LEAP = 0.01, 0.05
LARGER = 1.05
"""One step of the frame's size."""
_GRIP_PX = 14


class CropCanvas(QWidget):
    """The photo with its covers, and the frame of what is shown.

    Signals:
        changed(Box, Box): the frame before and after something was done to it.
    """

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme().px(240), theme().px(200))
        self.setAccessibleName(tr("Part of the photo that is shown"))
        self._view: CropView | None = None
        self._pixmap = QPixmap()
        self.frame: Box | None = None
        self._held: tuple[QPointF, Box, bool] | None = None

    def show_view(self, view: CropView, frame: Box) -> None:
        """Another photo, platform or frame; nobody did anything to it."""
        self._view, self.frame = view, frame
        self._describe()

    def show_picture(self, pixmap: QPixmap) -> None:
        self._pixmap = pixmap
        self.update()

    def put(self, frame: Box) -> None:
        """Do something to the frame."""
        if self.frame is not None and frame != self.frame:
            before, self.frame = self.frame, frame
            self._describe()
            self.changed.emit(before, frame)

    def _describe(self) -> None:
        if self._view is not None and self.frame is not None:
            photo, box = self._view.photo, self.frame
            left, right = round(100 * box.left / photo.width), round(100 * box.right / photo.width)
            top, bottom = round(100 * box.top / photo.height), round(100 * box.bottom / photo.height)
            self.setAccessibleDescription(
                tr(
                    "From {left} to {right} per cent across and from {top} to {bottom} per cent down. "
                    "Arrow keys move it, plus and minus change its size.",
                    left=left,
                    right=right,
                    top=top,
                    bottom=bottom,
                )
            )
        self.update()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view, frame = self._view, self.frame
        if view is None or frame is None:
            return super().keyPressEvent(event)
        part = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        across, down = max(1, round(part * view.photo.width)), max(1, round(part * view.photo.height))
        ways = {
            Qt.Key.Key_Left: (-across, 0), Qt.Key.Key_Right: (across, 0),
            Qt.Key.Key_Up: (0, -down), Qt.Key.Key_Down: (0, down),
        }  # fmt: skip
        if event.key() in ways:
            self.put(moved_frame(frame, *ways[event.key()], **self._limits()))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.resize_by(LARGER)
        elif event.key() == Qt.Key.Key_Minus:
            self.resize_by(1 / LARGER)
        else:
            super().keyPressEvent(event)
        return None

    def resize_by(self, factor: float) -> None:
        """Larger or smaller about its middle."""
        if self.frame is not None:
            self.put(resized_frame(self.frame, factor, least=SMALLEST_PX, **self._limits()))

    def _limits(self) -> dict[str, int]:
        return {"width": self._view.photo.width, "height": self._view.photo.height} if self._view else {}

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.frame is None or event.button() != Qt.MouseButton.LeftButton:
            return
        shown = self._on_screen(self.frame)
        grips = (shown.topLeft(), shown.topRight(), shown.bottomLeft(), shown.bottomRight())
        near = any((event.position() - grip).manhattanLength() <= theme().px(_GRIP_PX) for grip in grips)
        if near or shown.contains(event.position()):
            self._held = (event.position(), self.frame, near)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or self._view is None:
            return
        at, frame, is_grip = self._held
        if is_grip:
            centre = self._on_screen(frame).center()
            was, now = (at - centre).manhattanLength(), (event.position() - centre).manhattanLength()
            self.frame = resized_frame(frame, now / max(1.0, was), least=SMALLEST_PX, **self._limits())
        else:
            scale = self._place().width() / self._view.photo.width
            by = (event.position() - at) / scale
            self.frame = moved_frame(frame, round(by.x()), round(by.y()), **self._limits())
        self._describe()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._held is not None and self.frame is not None and self.frame != self._held[1]:
            self.changed.emit(self._held[1], self.frame)
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.resize_by(LARGER if event.angleDelta().y() > 0 else 1 / LARGER)

    # painting

    def _place(self) -> QRectF:
        """Where the photo lies in the widget."""
        if self._view is None:
            return QRectF()
        photo = self._view.photo
        scale = min(self.width() / photo.width, self.height() / photo.height)
        wide, tall = photo.width * scale, photo.height * scale
        return QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)

    def _on_screen(self, box: Box) -> QRectF:
        place = self._place()
        scale = place.width() / self._view.photo.width if self._view else 1.0
        return QRectF(
            place.left() + box.left * scale, place.top() + box.top * scale, box.width * scale, box.height * scale
        )

    def on_screen(self, box: Box) -> tuple[QPoint, QPoint]:
        """Where the middle and the lower right corner of a part of the photo are in the widget."""
        shown = self._on_screen(box)
        return shown.center().toPoint(), shown.bottomRight().toPoint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        painter.fillRect(place, theme().colour("hover"))
        if self._view is None or self.frame is None or self._pixmap.isNull():
            return
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
        for box in self._view.covers:
            painter.fillRect(self._on_screen(box), QColor(128, 128, 128))
        shown, veil = self._on_screen(self.frame), QColor(0, 0, 0, 150)
        for part in (
            QRectF(place.left(), place.top(), place.width(), shown.top() - place.top()),
            QRectF(place.left(), shown.bottom(), place.width(), place.bottom() - shown.bottom()),
            QRectF(place.left(), shown.top(), shown.left() - place.left(), shown.height()),
            QRectF(shown.right(), shown.top(), place.right() - shown.right(), shown.height()),
        ):
            painter.fillRect(part, veil)
        painter.setPen(QPen(QColor("white"), 4))
        painter.drawRect(shown)
        painter.setPen(QPen(theme().colour("accent") if self.hasFocus() else QColor("black"), 2))
        painter.drawRect(shown)
        side = theme().px(_GRIP_PX) / 2
        for grip in (shown.topLeft(), shown.topRight(), shown.bottomLeft(), shown.bottomRight()):
            painter.fillRect(QRectF(grip.x() - side / 2, grip.y() - side / 2, side, side), QColor("white"))
