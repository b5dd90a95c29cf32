"""One list model for every list: domain objects in, rows of words out; and the delegate that paints them alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.icons import STATE_ICONS, pixmap
from app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_LINES = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. `state` adds its icon and colour; `words` stands at the right in that colour.

    `bar` fills so many thirds of a small bar at the right; `stamp` is a small square picture before all that, and the
    words then stand under the title.
    """

    title: str
    note: str = ""
    state: str = ""
    words: str = ""
    icon: str = ""
    picture: QPixmap | None = None
    is_heading: bool = False
    bar: int = 0
    stamp: QPixmap | None = None
    said: str = ""
    """What the icon says, where no words do."""
    is_long: bool = False
    """The title goes on in more lines rather than being cut; for a row of a title alone."""
    is_waiting: bool = False
    """Its picture is on its way: a sliced list asks for the row again whenever it is painted."""

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (self.title, self.words, self.note, self.said) if part.strip())


def blank_picture() -> QPixmap:
    """Where a picture will be, once it is there."""
    made = QPixmap(1, 1)
    made.fill(Qt.GlobalColor.transparent)
    return made


class Role(IntEnum):
    ITEM = Qt.ItemDataRole.UserRole + 1
    """The domain object itself; None for a heading."""
    ROW = Qt.ItemDataRole.UserRole + 2


class RowsModel(QAbstractListModel):
    """Domain objects with the rows they are shown as."""

    def __init__(self, row_of: Callable[[Any], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self._items: list[Any] = []
        self._rows: dict[int, Row] = {}
        """What was shown so far; the rest is put into words when it comes into sight."""

    def show_items(self, items: Iterable[Any]) -> None:
        """Replace everything; a plain `Row` among the items stands for itself as a heading.

        What is there already stays as it is, with choice and scroll position.
        """
        wanted = list(items)
        if len(wanted) == len(self._items) and all(map(_is_same, wanted, self._items)):
            self._items, before = wanted, self._rows
            self._rows = {number: self._worded(wanted[number]) for number in before}
            changed = sorted(number for number, row in self._rows.items() if row != before[number])
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._items, self._rows = wanted, {}
        self.endResetModel()

    def row_at(self, number: int) -> Row:
        """What one row says."""
        if number not in self._rows:
            self._rows[number] = self._worded(self._items[number])
        return self._rows[number]

    def _item_at(self, number: int) -> Any:
        return self._items[number]

    def _worded(self, item: Any) -> Row:
        return item if isinstance(item, Row) else self._row_of(item)

    def item(self, index: Index) -> Any:
        """The domain object of a row; None for a heading and for no row at all."""
        return self.data(index, Role.ITEM) if index.isValid() else None

    def find(self, is_it: Callable[[Any], bool]) -> QModelIndex:
        for number, item in enumerate(self._items):
            if not isinstance(item, Row) and is_it(item):
                return self.index(number)
        return QModelIndex()

    @property
    def everything(self) -> list[Any]:
        """The domain objects with their headings."""
        return list(self._items)

    @property
    def items(self) -> list[Any]:
        return [item for item in self._items if not isinstance(item, Row)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        item = self._item_at(index.row())
        if role == Role.ITEM:
            return None if isinstance(item, Row) else item
        return said(self.row_at(index.row()), role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        item = self._item_at(index.row()) if index.isValid() and index.row() < self.rowCount() else None
        if isinstance(item, Row) and item.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def said(row: Row, role: int) -> Any:
    """What a row answers for a role of Qt."""
    if role == Role.ROW:
        return row
    if role == Qt.ItemDataRole.DisplayRole:
        return row.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return row.spoken
    if role == Qt.ItemDataRole.ToolTipRole:
        return "\n".join(part for part in (row.title, row.words, row.note) if part)
    return None


class RowDelegate(QStyledItemDelegate):
    """Paints a `Row`: picture or icon, title over note, state at the right; long names end in an ellipsis."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        rows = index.model()  # asked without Qt between, for a list asks for each of its rows
        row: Row = rows.row_at(index.row()) if isinstance(rows, RowsModel) else index.data(Role.ROW)
        if row.is_long and option.widget is not None:
            wide = option.widget.viewport().width() - theme().px(2 * 2 + 2 * 8 + (26 if row.state or row.icon else 0))
            return QSize(theme().px(120), _wrapped(option, row.title, wide).height() + theme().px(16))
        height = 32 if row.is_heading else 64 if row.picture else 52 if row.note or row.stamp else 36
        return QSize(theme().px(120), theme().px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        space = option.rect.adjusted(theme().px(2), theme().px(1), -theme().px(2), -theme().px(1))
        self._paint_ground(painter, option, space, row)
        inner = space.adjusted(theme().px(8), 0, -theme().px(8), 0)
        if row.stamp is not None:
            self._paint_stamped(painter, option, space, row, row.stamp)
            painter.restore()
            return
        inner = self._paint_lead(painter, option, inner, row)
        inner = self._paint_words(painter, option, inner, row)
        self._paint_title(painter, option, inner, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, space: QRect, row: Row) -> None:
        if row.is_heading:
            return
        chosen = option.state & QStyle.StateFlag.State_Selected
        over = option.state & QStyle.StateFlag.State_MouseOver or row is getattr(option.widget, "lit", None)
        if chosen or over:
            painter.setBrush(theme().colour("selection" if chosen else "hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(space, theme().px(6), theme().px(6))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme().colour("accent"))
            painter.drawRoundedRect(space, theme().px(6), theme().px(6))

    def _paint_lead(self, painter: QPainter, option: QStyleOptionViewItem, space: QRect, row: Row) -> QRect:
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        if row.picture is not None:
            side = theme().px(52)
            picture = row.picture.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            place = QRect(space.left() - theme().px(2), space.center().y() - side // 2, side, side)
            painter.drawPixmap(
                place.center().x() - picture.width() // 2, place.center().y() - picture.height() // 2, picture
            )
            return space.adjusted(side + theme().px(8), 0, 0, 0)
        name = row.icon or STATE_ICONS.get(row.state, "")
        if not name:
            return space
        side = theme().px(18)
        colour = getattr(theme().tokens, row.state or ("needs" if row.icon == "warning" else "quiet"))
        painter.drawPixmap(space.left(), space.center().y() - side // 2, pixmap(name, side, colour, ratio))
        return space.adjusted(side + theme().px(8), 0, 0, 0)

    def _paint_stamped(
        self, painter: QPainter, option: QStyleOptionViewItem, space: QRect, row: Row, stamp: QPixmap
    ) -> None:
        """The stamp, the title, and under it the state's icon with its words or the note."""
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        side, small = theme().px(44), theme().px(14)
        place = QRect(space.left() + theme().px(4), space.center().y() - side // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, stamp)
        inner = space.adjusted(side + theme().px(12), 0, -theme().px(6), 0)
        middle, font = inner.center().y(), option.font
        metrics = QFontMetrics(font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        line = QRect(inner.left(), middle - metrics.height(), inner.width(), metrics.height())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.setFont(font)
        words = row.note or row.words
        name = row.icon or STATE_ICONS.get(row.state, "")
        colour = getattr(theme().tokens, row.state or "quiet")
        if not words:
            painter.drawPixmap(line.left(), middle - small // 2, pixmap(name, small, colour, ratio))
            line.moveCenter(inner.center())
            painter.drawText(line.adjusted(small + theme().px(6), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)
            return
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
        below = QRect(inner.left(), middle + theme().px(2), inner.width(), small)
        painter.drawPixmap(below.left(), below.top(), pixmap(name, small, colour, ratio))
        font.setPixelSize(theme().px(12))
        painter.setFont(font)
        painter.setPen(theme().colour("quiet" if row.note and not row.icon else row.state or "quiet"))
        below.adjust(small + theme().px(4), -theme().px(2), 0, theme().px(4))
        metrics = QFontMetrics(font)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, space: QRect, row: Row) -> QRect:
        if row.bar:
            return self._paint_bar(painter, space, row)
        if not row.words:
            return space
        metrics = QFontMetrics(option.font)
        width = min(metrics.horizontalAdvance(row.words) + theme().px(2), round(space.width() * 0.5))
        place = QRect(space.right() - width, space.top(), width, space.height())
        painter.setPen(theme().colour(row.state or "quiet"))
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return space.adjusted(0, 0, -width - theme().px(8), 0)

    def _paint_bar(self, painter: QPainter, space: QRect, row: Row) -> QRect:
        """Three small steps, the full ones first."""
        wide, high, gap = theme().px(6), theme().px(10), theme().px(2)
        left = space.right() - 3 * wide - 2 * gap
        painter.setPen(theme().colour("quiet"))
        for step in range(3):
            painter.setBrush(theme().colour("quiet") if step < row.bar else Qt.BrushStyle.NoBrush)
            painter.drawRect(left + step * (wide + gap), space.center().y() - high // 2, wide, high)
        return space.adjusted(0, 0, left - theme().px(8) - space.right(), 0)

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, space: QRect, row: Row) -> None:
        font = option.font
        if row.is_heading:
            font.setPixelSize(theme().px(12))
            font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme().colour("quiet") if row.is_heading else option.palette.color(QPalette.ColorRole.Text))
        metrics = QFontMetrics(font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, space.width())
        if row.is_long:
            painter.drawText(space, _LINES, row.title)
            return
        if not row.note.strip():
            painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, title)
            return
        middle = space.center().y()
        painter.drawText(QRect(space.left(), middle - metrics.height(), space.width(), metrics.height()), 0, title)
        font.setPixelSize(theme().px(12))
        painter.setFont(font)
        painter.setPen(theme().colour("quiet"))
        metrics = QFontMetrics(font)
        note = metrics.elidedText(row.note, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(QRect(space.left(), middle + theme().px(1), space.width(), metrics.height()), 0, note)


def _wrapped(option: QStyleOptionViewItem, words: str, wide: int) -> QRect:
    """The room of words that go on in the next line."""
    return QFontMetrics(option.font).boundingRect(QRect(0, 0, wide, 10_000), _LINES, words)


class RowsView(QListView):
    """A list of rows with an accessible name; Enter and double click are `activated`."""

    def __init__(
        self, name: str, row_of: Callable[[Any], Row], *, is_flat: bool = False, rows: Callable[..., Any] = RowsModel
    ) -> None:
        super().__init__()
        self.lit: Row | None = None
        self.rows = rows(row_of, self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("flat", is_flat)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(0)
        self.setMinimumHeight(theme().px(72))
        self._scrolled_to = 0
        self.rows.modelAboutToBeReset.connect(self._note_place)
        self.rows.modelReset.connect(self._keep_place)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def light(self, is_it: Callable[[Any], bool]) -> None:
        """Show one row as if the mouse were on it, for example because it is on its box in the photo."""
        self.lit = self.rows.data(self.rows.find(is_it), Role.ROW)
        self.viewport().update()

    def _note_place(self) -> None:
        self._scrolled_to = self.verticalScrollBar().value()

    def _keep_place(self) -> None:
        """Other rows in the list do not make it jump back to the top."""
        if self._scrolled_to:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(self._scrolled_to)

    def chosen(self) -> Any:
        """The domain object of the current row, or None."""
        return self.rows.item(self.currentIndex())

    def choose(self, is_it: Callable[[Any], bool]) -> bool:
        """Make the first matching row current and the only one chosen; False when there is none.

        Whatever keys are held: Ctrl or Shift, part of a shortcut, must not leave other rows chosen beside it.
        """
        index = self.rows.find(is_it)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()  # the page may have silenced the selection while it fills the list
        return index.isValid()


def _is_same(new: Any, old: Any) -> bool:
    """Whether both stand for the same thing, by their ids or as headings; what has no id is never the same."""
    if isinstance(new, Row) or isinstance(old, Row):
        return isinstance(new, Row) and isinstance(old, Row)
    key = getattr(new, "id", None)
    return key is not None and key == getattr(old, "id", None)
