"""A picture that keeps its shape and fills the room it is given, or shows its own pixels to look closer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.post import Rendition
from app.ui import reads
from app.ui.canvas.painting import paint_focus
from app.ui.language import tr
from app.ui.theme import theme
from app.workflow.workspace import Workspace

_CLOSER = 2.0
"""Pixels of the screen for one of the picture's when somebody looks closer."""


def finished_picture(workspace: Workspace, rendition: Rendition) -> QImage:
    """The very picture that would go out; for a thread of its own, since unpacking it takes longer than painting.

    Raises:
        StorageError: the vault's copy is damaged, or not the one that was recorded.
    """
    file = QBuffer()
    file.setData(reads.rendition_bytes(workspace, rendition))
    file.open(QBuffer.OpenModeFlag.ReadOnly)
    return QImageReader(file, b"jpeg").read()  # `QImage.fromData` would keep Python from the window meanwhile


def small_picture(path: Path, side: int) -> QImage:
    """A picture of a file, unpacked no larger than fits a square of this side in pixels; empty where there is none.

    For a thread of its own: a JPEG of 2048 pixels took 25 ms whole, and 8 ms so.
    """
    reader = QImageReader(str(path))
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class PictureLabel(QWidget):
    """Shows a pixmap whole, as large as fits; a quiet ground until it is there."""

    def __init__(self, name: str, *, width: int = 0, height: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._pixmap = QPixmap()
        if width and height:
            self.setFixedSize(theme().px(width), theme().px(height))
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.setMinimumSize(theme().px(240), theme().px(180))

    def show_picture(self, picture: QPixmap) -> None:
        self._pixmap = picture
        self.update()

    @property
    def has_picture(self) -> bool:
        return not self._pixmap.isNull()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(360))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(self.rect(), theme().px(6), theme().px(6))
            return
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))


class CloserLabel(PictureLabel):
    """The same with a second look: each pixel of the picture on two of the screen, moved by mouse or arrow keys.

    Signals:
        closer_changed(bool): it began or ended.
    """

    closer_changed = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.is_closer = False
        self._middle = QPointF(0.5, 0.5)
        self._held: tuple[QPointF, QPointF] | None = None
        self.setAccessibleDescription(tr("Ctrl+E looks closer, and back; the arrow keys move the picture."))

    def show_picture(self, picture: QPixmap) -> None:
        self._middle = QPointF(0.5, 0.5)
        super().show_picture(picture)

    def look_closer(self, wanted: bool) -> None:
        """Show its own pixels, or the whole."""
        if wanted != self.is_closer:
            self.is_closer = wanted
            self.closer_changed.emit(wanted)
            self.update()

    def shown_part(self) -> QRectF:
        """The part of the picture on the screen, in its pixels."""
        whole = QRectF(self._pixmap.rect())
        if not self.is_closer or self._pixmap.isNull():
            return whole
        across, down = min(whole.width(), self.width() / _CLOSER), min(whole.height(), self.height() / _CLOSER)
        left = min(max(0.0, self._middle.x() * whole.width() - across / 2), whole.width() - across)
        top = min(max(0.0, self._middle.y() * whole.height() - down / 2), whole.height() - down)
        return QRectF(left, top, across, down)

    def move_by(self, across: float, down: float) -> None:
        """Another part, by parts of what is on the screen."""
        part, whole = self.shown_part(), QRectF(self._pixmap.rect())
        if whole.isEmpty():
            return
        left = min(max(0.0, part.left() + across * part.width()), whole.width() - part.width())
        top = min(max(0.0, part.top() + down * part.height()), whole.height() - part.height())
        self._middle = QPointF((left + part.width() / 2) / whole.width(), (top + part.height() / 2) / whole.height())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-0.2, 0.0), Qt.Key.Key_Right: (0.2, 0.0),
            Qt.Key.Key_Up: (0.0, -0.2), Qt.Key.Key_Down: (0.0, 0.2),
        }  # fmt: skip
        if self.is_closer and event.key() in ways:
            self.move_by(*ways[event.key()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = (event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and self.is_closer:
            by = event.position() - self._held[1]
            part = self.shown_part()
            self.move_by(-by.x() / _CLOSER / max(1.0, part.width()), -by.y() / _CLOSER / max(1.0, part.height()))
            self._held = (self._held[0], event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and (event.position() - self._held[0]).manhattanLength() < theme().px(4):
            self.look_closer(not self.is_closer)
        self._held = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_closer or self._pixmap.isNull():
            super().paintEvent(event)
        else:
            self._paint_closer()
        if self.hasFocus():
            paint_focus(QPainter(self), self.rect())

    def _paint_closer(self) -> None:
        part = self.shown_part()
        wide, tall = part.width() * _CLOSER, part.height() * _CLOSER
        place = QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._pixmap, part)
