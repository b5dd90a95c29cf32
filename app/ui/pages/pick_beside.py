"""The shots of one moment large and side by side, whichever devices took them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.photo import PhotoId, PhotoState
from app.ui.desk import Desk
from app.ui.icons import pixmap
from app.ui.language import tr
from app.ui.models.shots import CHOICES, Tile
from app.ui.theme import theme
from app.ui.thumbnails import LARGE_PX, Thumbnails, thumbnails
from app.ui.widgets import Plain

AT_ONCE = 4
"""More pictures beside one another are too small to judge."""


class LargeShot(QWidget):
    """One large picture with what is known of it; the current one is framed.

    Signals:
        pressed(str): make this photo the current one.
    """

    pressed = Signal(str)

    def __init__(self, store: Thumbnails) -> None:
        super().__init__()
        self._store = store
        self._tile: Tile | None = None
        self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(theme().px(120), theme().px(120)))

    def show_tile(self, tile: Tile | None, *, is_current: bool) -> None:
        self._tile, self._is_current = tile, is_current
        self.setVisible(tile is not None)
        if tile is not None:
            self.setAccessibleName(tile.spoken)
            self.setToolTip(tile.spoken)
        self.update()

    @property
    def photo_id(self) -> PhotoId | None:
        return None if self._tile is None else self._tile.photo_id

    @property
    def has_picture(self) -> bool:
        return self._tile is not None and self._store.picture(self._tile.photo_id, edge_px=LARGE_PX) is not None

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        if self._tile is not None:
            self.pressed.emit(self._tile.photo_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._tile is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        edge = theme().px(2)
        ground = self.rect().adjusted(edge, edge, -edge, -edge)
        pen = painter.pen()
        pen.setColor(theme().colour("accent" if self._is_current else "line"))
        pen.setWidth(theme().px(3 if self._is_current else 1))
        painter.setPen(pen)
        painter.setBrush(theme().colour("panel"))
        painter.drawRoundedRect(ground, theme().px(6), theme().px(6))
        words = theme().px(52)
        inner = ground.adjusted(theme().px(8), theme().px(8), -theme().px(8), -words)
        self._paint_picture(painter, inner, self._tile)
        self._paint_words(
            painter, QRect(inner.left(), inner.bottom() + theme().px(4), inner.width(), words), self._tile
        )

    def _paint_picture(self, painter: QPainter, place: QRect, tile: Tile) -> None:
        picture = self._store.picture(tile.photo_id, edge_px=LARGE_PX) or self._store.picture(tile.photo_id)
        if picture is None:
            words = (
                tr("This photo cannot be shown")
                if self._store.is_unreadable(tile.photo_id)
                else tr("Fetching the photo")
            )
            painter.setPen(theme().colour("quiet"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        fitted = QRect(QPoint(0, 0), picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio))
        fitted.moveCenter(place.center())
        painter.setOpacity(0.35 if tile.shot.state is PhotoState.SKIPPED else 1.0)
        painter.drawPixmap(fitted, picture)
        painter.setOpacity(1.0)

    def _paint_words(self, painter: QPainter, below: QRect, tile: Tile) -> None:
        state, sign, words = CHOICES[tile.shot.state]
        side, line = theme().px(18), below.height() // 2 - theme().px(3)
        drawn: QPixmap = pixmap(sign, side, getattr(theme().tokens, state), self.devicePixelRatioF())
        painter.drawPixmap(below.left(), below.top() + (line - side) // 2, drawn)
        painter.setPen(theme().colour(state))
        self._say(painter, below.adjusted(side + theme().px(6), 0, 0, line - below.height()), words)
        painter.setPen(theme().colour("needs" if tile.is_unsharp else "quiet"))
        place = QRect(below.left(), below.top() + line, below.width(), line)
        known = " · ".join(part for part in (tile.note, tile.when, tile.shot.device) if part)
        self._say(painter, place, known)

    def _say(self, painter: QPainter, place: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


class SideBySide(Plain):
    """Up to four shots of a moment; the keys of the grid work here too.

    Signals:
        wanted(str): make this photo the current one.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk, on_key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(row=True, gap=12)
        self._on_key = on_key
        store = thumbnails(desk)
        self.cells = [LargeShot(store) for _ in range(AT_ONCE)]
        for cell in self.cells:
            cell.pressed.connect(self.wanted)
            self.box.addWidget(cell, 1)
        store.arrived.connect(self._picture_came)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Shots of one moment side by side"))

    def show_moment(self, tiles: Sequence[Tile], current: int) -> None:
        """Show the moment around the current shot, given by its place in it."""
        first = max(0, min(current - AT_ONCE // 2, len(tiles) - AT_ONCE))
        shown: list[Tile | None] = [*tiles[first : first + AT_ONCE]]
        shown += [None] * (AT_ONCE - len(shown))
        for at, (cell, tile) in enumerate(zip(self.cells, shown, strict=True)):
            cell.show_tile(tile, is_current=first + at == current)
        if tiles:
            self.setAccessibleDescription(tiles[current].spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)

    def _picture_came(self, photo_id: str) -> None:
        for cell in self.cells:
            if cell.photo_id == photo_id:
                cell.update()
