"""Photos as pictures side by side, for somebody who looks through them; Y and N answer for those that are chosen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import STATE_ICONS, pixmap
from app.ui.models.rows import Index, Role, Row, RowsModel
from app.ui.theme import theme

EDGE_PX = 240
_KEPT = 300
_WIDE, _HIGH, _WORDS = 156, 116, 20
_ANSWERS = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}


class Gallery(QListView):
    """Signals:
    answered(bool): Y or N was pressed for what is chosen.
    """

    answered = Signal(bool)

    def __init__(self, name: str, row_of: Callable[[Any], Row], ask: Callable[[Any], object]) -> None:
        super().__init__()
        self.rows = RowsModel(row_of, self)
        self._ask = ask
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()
        self._asked: set[object] = set()
        self.setModel(self.rows)
        self.setItemDelegate(_Tile(self))
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme().px(340))
        self.setProperty("flat", True)

    def chosen(self) -> list[Any]:
        """Every photo that is chosen, in order."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [self.rows.item(index) for index in indexes]

    def picture_of(self, item: Any) -> QPixmap | None:
        """The small picture; asked for when it is first wanted, None until it is there."""
        known = self._kept.get(item.photo.id)
        if known is None and item.photo.id not in self._asked:
            self._asked.add(item.photo.id)
            self._ask(item)
        return known

    def have(self, photo_id: object, picture: QPixmap) -> None:
        """A picture that was asked for; the oldest ones are let go of and asked for again."""
        self._kept[photo_id] = picture
        while len(self._kept) > _KEPT:
            gone, _picture = self._kept.popitem(last=False)
            self._asked.discard(gone)
        self.viewport().update()

    def ask_again(self) -> None:
        """Ask anew for every picture that is not there."""
        self._asked = set(self._kept)

    def choose(self, is_it: Callable[[Any], bool]) -> bool:
        """Make the first matching photo the one chosen."""
        index = self.rows.find(is_it)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = _ANSWERS.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.NoModifier else None
        if answer is None:
            super().keyPressEvent(event)
            return
        self.answered.emit(answer)


class _Tile(QStyledItemDelegate):
    """The picture above its number, and what was answered with its icon."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().side_px(_WIDE) + theme().px(16), theme().px(_HIGH + 2 * _WORDS + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Role.ROW)
        gallery = option.widget
        picture = gallery.picture_of(index.data(Role.ITEM)) if isinstance(gallery, Gallery) else None
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, option)
        left, top = option.rect.left() + theme().px(8), option.rect.top() + theme().px(8)
        self._paint_picture(painter, QRect(left, top, theme().side_px(_WIDE), theme().px(_HIGH)), picture)
        below = QRect(left, top + theme().px(_HIGH), theme().side_px(_WIDE), theme().px(_WORDS))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        metrics = QFontMetrics(option.font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_answer(painter, option, below.translated(0, below.height()), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        space = option.rect.adjusted(theme().px(2), theme().px(2), -theme().px(2), -theme().px(2))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme().colour("selection"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(space, theme().px(6), theme().px(6))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme().colour("accent"))
            painter.drawRoundedRect(space, theme().px(6), theme().px(6))

    def _paint_picture(self, painter: QPainter, space: QRect, picture: QPixmap | None) -> None:
        if picture is None or picture.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(space, theme().px(4), theme().px(4))
            return
        size = picture.size().scaled(space.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(space.center())
        painter.drawPixmap(place, picture)

    def _paint_answer(self, painter: QPainter, option: QStyleOptionViewItem, space: QRect, row: Row) -> None:
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        side, colour = theme().px(16), getattr(theme().tokens, row.state)
        icon = pixmap(STATE_ICONS[row.state], side, colour, ratio)
        painter.drawPixmap(space.left(), space.center().y() - side // 2, icon)
        painter.setPen(theme().colour(row.state))
        words = space.adjusted(side + theme().px(4), 0, 0, 0)
        said = QFontMetrics(option.font).elidedText(row.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)
