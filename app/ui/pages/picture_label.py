"""A picture that keeps its shape and fills the room it is given."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme


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
