"""Columns side by side while there is room, else one below the other, so that large text never scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, TypeVarTuple

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QScrollArea, QWidget, QWidgetItem

from app.domain.errors import BugError
from app.ui.theme import theme

_SEEN = 168
"""A list above what it is about has this height, about four rows."""
_MORE = 36
"""One row more than a list has at least, where there is much else in its column."""


Given = TypeVarTuple("Given")
Found = TypeVar("Found")


def _worked_out_once(work_out: Callable[[Columns, *Given], Found]) -> Callable[[Columns, *Given], Found]:
    """Kept until something in the columns changes, at most until the window looks for its next event.

    Qt asks a layout for the same many times while it lays a page out. No longer than that, because what stands in a
    part that scrolls can grow without Qt telling the columns around it.
    """

    def look_up(self: Columns, *args: *Given) -> Found:
        key = (work_out.__name__, *args)
        if key not in self.known:
            self.remember(key, work_out(self, *args))
        found: Found = self.known[key]
        return found

    return look_up


@dataclass(frozen=True, slots=True)
class _Column:
    item: QLayoutItem
    widget: QWidget
    stretch: int = 1
    wide: int = 0
    """The width of a side column; 0 for those that share the rest."""
    place: int = 0
    """Once they stand one below the other: -1 above the others, 1 below them."""
    high: int = 0
    """The least height then."""
    keeps: bool = False
    """The columns within it stay beside each other as long as they can: these here fold before them."""

    def least(self) -> int:
        inner = self.widget.layout()
        if self.keeps and isinstance(inner, Columns):
            return inner.beside()
        return max(self.wide, self.item.minimumSize().width())


class Columns(QLayout):
    """A row of columns that folds into one column where the least widths of its parts do not fit.

    Folded, each part is as high as all that is in it, so that the page scrolls as a whole; a side column above others
    shows its first rows.
    """

    def __init__(self, gap: int = 16) -> None:
        super().__init__()
        self._columns: list[_Column] = []
        self.known: dict[tuple[Any, ...], Any] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self.known.clear)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme().px(gap))

    def addWidget(self, widget: QWidget, stretch: int = 1, *, keeps: bool = False, high: int = 0) -> None:
        """A column that takes its share of what the side columns leave.

        Args:
            widget: what stands in it.
            stretch: its share.
            keeps: whether columns within it stay beside each other as long as they can, and these here fold first.
            high: folded, the least height in lengths of the design, in place of all that is in it.
        """
        column = _Column(QWidgetItem(widget), widget, stretch=max(1, stretch), keeps=keeps, high=theme().px(high))
        self._add(column)

    def add_side(self, widget: QWidget, wide: int, *, place: int = 0) -> None:
        """A column of one width, in lengths of the design; folded, below (1) or above (-1) the others."""
        self._add(_Column(QWidgetItem(widget), widget, wide=theme().side_px(wide), place=place))

    def _add(self, column: _Column) -> None:
        self.addChildWidget(column.widget)
        self._columns.append(column)
        self.invalidate()

    def addItem(self, _item: QLayoutItem) -> None:
        raise BugError("columns take widgets")

    def count(self) -> int:
        return len(self._columns)

    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._columns[at].item if 0 <= at < len(self._columns) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        if not 0 <= at < len(self._columns):
            return None
        item = self._columns.pop(at).item
        self.invalidate()
        return item

    def invalidate(self) -> None:
        self.known.clear()
        super().invalidate()

    def remember(self, key: tuple[Any, ...], found: object) -> None:
        """Keep what was worked out, for this turn."""
        self.known[key] = found
        if not self._next.isActive():
            self._next.start()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def hasHeightForWidth(self) -> bool:
        return True

    def is_folded(self, width: int) -> bool:
        """Whether the columns stand one below the other in so much room."""
        return len(self._shown()) > 1 and self.beside() > width

    @_worked_out_once
    def beside(self) -> int:
        """The width in which the columns stand beside each other."""
        shown = self._shown()
        return sum(column.least() for column in shown) + self.spacing() * max(0, len(shown) - 1)

    @_worked_out_once
    def heightForWidth(self, width: int) -> int:
        shown = self._shown()
        if self.is_folded(width):
            return self.whole_height(width)
        wides = self._wides(width)
        return max((_least_height(c.widget, w) for c, w in zip(shown, wides, strict=True)), default=0)

    @_worked_out_once
    def whole_height(self, width: int) -> int:
        """So high that only lists scroll by themselves."""
        shown = self._shown()
        if self.is_folded(width):
            return sum(self._heights(shown, width)) + self.spacing() * (len(shown) - 1)
        wides = self._wides(width)
        return max((_whole_height(c.widget, w) for c, w in zip(shown, wides, strict=True)), default=0)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    @_worked_out_once
    def sizeHint(self) -> QSize:
        shown = self._shown()
        wide = sum(c.wide or c.item.sizeHint().width() for c in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((c.item.sizeHint().height() for c in shown), default=0))

    @_worked_out_once
    def minimumSize(self) -> QSize:
        hints = [column.item.minimumSize() for column in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        shown = self._shown()
        if self.is_folded(place.width()):
            self._set_below(sorted(shown, key=lambda column: column.place), place)
            return
        left = place.left()
        for column, wide in zip(shown, self._wides(place.width()), strict=True):
            column.item.setGeometry(QRect(left, place.top(), wide, place.height()))
            left += wide + self.spacing()

    def _set_below(self, shown: list[_Column], place: QRect) -> None:
        heights = self._heights(shown, place.width())
        free = place.height() - sum(heights) - self.spacing() * (len(shown) - 1)
        takers = [at for at, column in enumerate(shown) if not column.wide] or [len(shown) - 1]
        top = place.top()
        for at, (column, high) in enumerate(zip(shown, heights, strict=True)):
            high += max(0, free) // len(takers) if at in takers else 0
            column.item.setGeometry(QRect(place.left(), top, place.width(), high))
            top += high + self.spacing()

    def _heights(self, shown: list[_Column], width: int) -> list[int]:
        """One below the other: the whole of each, of a list before others some rows."""
        seen, more = theme().px(_SEEN), theme().px(_MORE)
        heights = []
        for at, column in enumerate(shown):
            is_list = column.wide and column.place >= 0 and (at < len(shown) - 1 or column.place)
            if is_list:
                heights.append(max(_least_height(column.widget, width) + more, seen))
            elif column.high:
                heights.append(max(_least_height(column.widget, width), column.high))
            else:
                heights.append(_whole_height(column.widget, width))
        return heights

    @_worked_out_once
    def _wides(self, width: int) -> list[int]:
        """Side columns as they are; the rest by their shares, none below what it needs."""
        shown = self._shown()
        wides = [column.least() for column in shown]
        free = (
            width
            - self.spacing() * max(0, len(shown) - 1)
            - sum(w for w, c in zip(wides, shown, strict=True) if c.wide)
        )
        sharing = [at for at, column in enumerate(shown) if not column.wide]
        while sharing:
            shares = sum(max(1, shown[at].stretch) for at in sharing)
            short = [at for at in sharing if free * max(1, shown[at].stretch) // shares < wides[at]]
            if not short:
                for at in sharing:
                    wides[at] = free * max(1, shown[at].stretch) // shares
                break
            free -= sum(wides[at] for at in short)
            sharing = [at for at in sharing if at not in short]
        return wides

    def _shown(self) -> list[_Column]:
        return [column for column in self._columns if not column.item.isEmpty()]


class Across(QWidget):
    """A widget without a look of its own whose parts stand in `Columns`, its `box`."""

    def __init__(self, gap: int = 16) -> None:
        super().__init__()
        self.box = Columns(gap)
        self.setLayout(self.box)


def _least_height(widget: QWidget, wide: int) -> int:
    least, layout = widget.minimumSizeHint().height(), widget.layout()
    least = max(least, widget.minimumHeight())
    if layout is not None and layout.hasHeightForWidth():
        least = max(least, layout.totalMinimumHeightForWidth(wide), _down(layout, wide))
    return least


def _down(layout: QLayout, wide: int) -> int:
    """What a column of parts takes: those whose words go on in more lines are never laid out lower than they like."""
    if not isinstance(layout, QBoxLayout) or layout.direction() is not QBoxLayout.Direction.TopToBottom:
        return 0
    edges = layout.contentsMargins()
    inside = wide - edges.left() - edges.right()
    items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None and not item.isEmpty()]
    heights = [
        max(item.minimumSize().height(), item.heightForWidth(inside) if item.hasHeightForWidth() else 0)
        for item in items
    ]
    return sum(heights) + layout.spacing() * max(0, len(items) - 1) + edges.top() + edges.bottom()


def _whole_height(widget: QWidget, wide: int) -> int:
    """So high that nothing in it has to scroll."""
    least, layout = _least_height(widget, wide), widget.layout()
    if isinstance(widget, QScrollArea) and widget.widgetResizable():
        inner = widget.widget()
        bar = widget.verticalScrollBar().sizeHint().width()
        if inner is None:
            return least
        whole = inner.heightForWidth(wide - bar) if inner.hasHeightForWidth() else inner.minimumSizeHint().height()
        return max(least, whole + 2)
    if isinstance(layout, Columns):
        return max(least, layout.whole_height(wide))
    if layout is None:
        return least
    edges = layout.contentsMargins()
    inside = wide - edges.left() - edges.right()
    more = [_whole_height(part, inside) - _least_height(part, inside) for part in _parts(layout)]
    is_down = isinstance(layout, QBoxLayout) and layout.direction() is QBoxLayout.Direction.TopToBottom
    return least + (sum(more) if is_down else max(more, default=0))


def _parts(layout: QLayout) -> Iterator[QWidget]:
    items = (layout.itemAt(at) for at in range(layout.count()))
    widgets = (item.widget() for item in items if item is not None)
    return (widget for widget in widgets if widget is not None and not widget.isHidden())
