"""Answers as a table: rows and columns of names, in each cell the status as a coloured sign with its word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.domain.consent import ConsentStatus
from app.ui.icons import pixmap
from app.ui.models.rows import Index
from app.ui.theme import theme
from app.ui.words import SIGNS, STATUS

STATUS_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column: what it stands for, its words, and what is said below them."""

    key: Any
    words: str
    note: str = ""


class ConsentTable(QAbstractTableModel):
    """Statuses by row key and column key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Line, ...] = ()
        self.columns: tuple[Line, ...] = ()
        self._cells: Mapping[tuple[Any, Any], ConsentStatus] = {}

    def show(
        self, rows: Sequence[Line], columns: Sequence[Line], cells: Mapping[tuple[Any, Any], ConsentStatus]
    ) -> None:
        """Replace everything; the same rows and columns keep choice and place."""
        is_same = _keys(rows) == _keys(self.rows) and _keys(columns) == _keys(self.columns)
        if not is_same:
            self.beginResetModel()
        self.rows, self.columns, self._cells = tuple(rows), tuple(columns), dict(cells)
        if not is_same:
            self.endResetModel()
        elif rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    def status(self, index: Index) -> ConsentStatus:
        row, column = self.rows[index.row()], self.columns[index.column()]
        return self._cells.get((row.key, column.key), ConsentStatus.NOT_ASKED)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == STATUS_ROLE:
            return self.status(index)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            _state, words = STATUS[self.status(index)]
            return f"{self.rows[index.row()].words}, {self.columns[index.column()].words}: {words}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        lines = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(lines):
            return None
        line = lines[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.words}\n{line.note}" if line.note else line.words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.words}, {line.note}" if line.note else line.words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if orientation == Qt.Orientation.Vertical:
                return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        return None


class SignDelegate(QStyledItemDelegate):
    """Paints a status as its sign on a faint ground of its colour."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(56), theme().px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        status = index.data(STATUS_ROLE)
        if status is None:
            return
        state, _words = STATUS[status]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        space = option.rect.adjusted(theme().px(2), theme().px(2), -theme().px(2), -theme().px(2))
        ground = theme().colour(state)
        ground.setAlphaF(0.0 if status == ConsentStatus.NOT_ASKED else 0.13)  # Qt hands it back as text
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(space, theme().px(6), theme().px(6))
        paint_sign(painter, space, status, option.widget.devicePixelRatioF() if option.widget else 1.0)
        if option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            pen = painter.pen()
            pen.setColor(theme().colour("accent"))
            pen.setWidth(theme().px(2))
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(space, theme().px(6), theme().px(6))
        painter.restore()


def paint_sign(painter: QPainter, space: QRect, status: ConsentStatus, ratio: float) -> None:
    """The sign of a status in the middle of a space."""
    side = theme().px(20)
    state, _words = STATUS[status]
    picture = pixmap(SIGNS[status], side, getattr(theme().tokens, state), ratio)
    painter.drawPixmap(space.center().x() - side // 2 + 1, space.center().y() - side // 2 + 1, picture)


class TopHeader(QHeaderView):
    """The names of the columns, on two lines where they are long, with what is said below them always in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def sizeHint(self) -> QSize:
        has_notes = any(line.note for line in self._lines())
        return QSize(super().sizeHint().width(), theme().px(64 if has_notes else 34))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        lines = self._lines()
        if not 0 <= section < len(lines):
            return
        line = lines[section]
        painter.save()
        painter.fillRect(rect, theme().colour("window"))
        painter.setPen(theme().colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme().px(4), theme().px(2), -theme().px(4), -theme().px(2))
        font = self.font()
        font.setPixelSize(theme().px(13))
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        note_height = theme().px(20) if line.note else 0
        words_space = inner.adjusted(0, 0, 0, -note_height)
        painter.drawText(
            words_space,
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            _shortened(font, line.words, inner.width()),
        )
        if line.note:
            font.setPixelSize(theme().px(12))
            painter.setFont(font)
            painter.setPen(theme().colour("quiet"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, line.note)
        painter.restore()

    def _lines(self) -> tuple[Line, ...]:
        model = self.model()
        return model.columns if isinstance(model, ConsentTable) else ()


def _shortened(font: QFont, words: str, width: int) -> str:
    """Words for two lines: each word that is too long for one ends in an ellipsis."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(words) <= width:
        return words
    parts = [metrics.elidedText(word, Qt.TextElideMode.ElideRight, width) for word in words.split()]
    first = parts[0]
    while len(parts) > 1 and metrics.horizontalAdvance(f"{first} {parts[1]}") <= width:
        first, parts = f"{first} {parts[1]}", parts[1:]
    rest = " ".join(parts[1:])
    return f"{first}\n{metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)}" if rest else first


class ConsentTableView(QTableView):
    """The table with names that stay in view.

    Signals:
        opened(object, object): row key and column key of a cell that was clicked or entered.
        row_opened(object): a name at the left was clicked.
    """

    opened = Signal(object, object)
    row_opened = Signal(object)

    def __init__(self, name: str, *, side_width: int = 220) -> None:
        super().__init__()
        self.table = ConsentTable(self)
        self.setHorizontalHeader(TopHeader(self))
        self.setModel(self.table)
        self.setItemDelegate(SignDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setProperty("signs", True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        side, top = self.verticalHeader(), self.horizontalHeader()
        side.setFixedWidth(theme().px(side_width))
        side.setDefaultSectionSize(theme().px(36))
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setTextElideMode(Qt.TextElideMode.ElideRight)
        side.setHighlightSections(False)
        side.setSectionsClickable(True)
        top.setMinimumSectionSize(theme().px(64))
        top.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        top.setTextElideMode(Qt.TextElideMode.ElideRight)
        top.setHighlightSections(False)
        top.setSectionsClickable(False)
        self.clicked.connect(self._open)
        side.sectionClicked.connect(lambda row: self.row_opened.emit(self.table.rows[row].key))
        theme().changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell, the arrows go from cell to cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def fit_height(self) -> None:
        """As high as its rows, so that the page scrolls and not the table inside it."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader().length()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + theme().px(4))

    def choose(self, row_key: object, column_key: object) -> None:
        """Make a cell current; nothing is emitted."""
        rows = [line.key for line in self.table.rows]
        columns = [line.key for line in self.table.columns]
        if row_key in rows and column_key in columns:
            self.setCurrentIndex(self.table.index(rows.index(row_key), columns.index(column_key)))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.rows[index.row()].key, self.table.columns[index.column()].key)


def _keys(lines: Sequence[Line]) -> list[Any]:
    return [line.key for line in lines]
