"""A line of widgets that goes on in the next line where there is no room, as words do."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class _Spring(QLayoutItem):
    """Takes what is left of its line."""

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSize(self) -> QSize:
        return QSize(0, 0)

    def maximumSize(self) -> QSize:
        return QSize(0, 0)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def isEmpty(self) -> bool:
        return False

    def setGeometry(self, _place: QRect) -> None:
        """Nothing is drawn."""

    def geometry(self) -> QRect:
        return QRect()


def _is_icon(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is None or widget.property("kind") == "icon"


class _Sized(NamedTuple):
    item: QLayoutItem
    wide: int
    high: int


class FlowLayout(QLayout):
    """Side by side while they fit; a line without a spring shares what is left among its widgets.

    Sizes and lines are worked out once and kept until Qt says that something in it changed, as its own layouts do.
    """

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._sized: list[_Sized] | None = None
        self._broken: dict[int, list[list[_Sized]]] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addWidget(self, widget: QWidget) -> None:
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def add_spring(self) -> None:
        """What comes after it stands at the end of the line."""
        self.addItem(_Spring())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        if not 0 <= at < len(self._items):
            return None
        item = self._items.pop(at)
        self.invalidate()
        return item

    def invalidate(self) -> None:
        self._sized = None
        self._broken.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(max(part.high for part in line) for line in lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        parts = self._shown()
        gaps = self.spacing() * max(0, sum(1 for part in parts if part.wide) - 1)
        return QSize(sum(part.wide for part in parts) + gaps, max((part.high for part in parts), default=0))

    def minimumSize(self) -> QSize:
        hints = [part.item.minimumSize() for part in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        top = place.top()
        for line in self._lines(place.width()):
            height = max(part.high for part in line)
            self._set_line(line, QRect(place.left(), top, place.width(), height))
            top += height + self.spacing()

    def _set_line(self, line: list[_Sized], place: QRect) -> None:
        widgets = [part for part in line if not isinstance(part.item, _Spring)]
        springs = len(line) - len(widgets)
        free = max(0, place.width() - sum(part.wide for part in widgets) - self.spacing() * (len(widgets) - 1))
        left = place.left()
        if all(_is_icon(part.item) for part in widgets):  # they stay together, at the end if they were pushed there
            left += free if any(isinstance(item, _Spring) for item in self._items) else 0
            free, springs = 0, 1
        for part in line:
            if isinstance(part.item, _Spring):
                left += free // springs
                continue
            width = min(part.wide, place.width()) + (0 if springs else free // len(widgets))
            part.item.setGeometry(QRect(left, place.top(), width, place.height()))
            left += width + self.spacing()

    def _shown(self) -> list[_Sized]:
        if self._sized is None:
            hints = ((item, item.sizeHint()) for item in self._items if not item.isEmpty())
            self._sized = [_Sized(item, hint.width(), hint.height()) for item, hint in hints]
        return self._sized

    def _lines(self, width: int) -> list[list[_Sized]]:
        """What is shown line by line; a spring alone makes no line."""
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> list[list[_Sized]]:
        lines: list[list[_Sized]] = [[]]
        used = 0
        for part in self._shown():
            is_first = not any(before.wide for before in lines[-1])
            if part.wide and not is_first and used + self.spacing() + part.wide > width:
                lines.append([])
                used, is_first = 0, True
            lines[-1].append(part)
            used += part.wide + (0 if is_first or not part.wide else self.spacing())
        return [line for line in lines if any(part.wide for part in line)]
