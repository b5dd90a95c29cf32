"""A line of widgets that goes on in the next line where there is no room, as words do."""

from __future__ import annotations

from collections.abc import Iterator

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


class FlowLayout(QLayout):
    """Side by side while they fit; a line without a spring shares what is left among its widgets."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
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
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = [max(item.sizeHint().height() for item in line) for line in self._lines(width)]
        return sum(lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, sum(1 for hint in hints if hint.width()) - 1)
        return QSize(sum(h.width() for h in hints) + gaps, max((h.height() for h in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        top = place.top()
        for line in self._lines(place.width()):
            height = max(item.sizeHint().height() for item in line)
            self._set_line(line, QRect(place.left(), top, place.width(), height))
            top += height + self.spacing()

    def _set_line(self, line: list[QLayoutItem], place: QRect) -> None:
        widgets = [item for item in line if not isinstance(item, _Spring)]
        springs = len(line) - len(widgets)
        free = max(0, place.width() - sum(i.sizeHint().width() for i in widgets) - self.spacing() * (len(widgets) - 1))
        left = place.left()
        if all(_is_icon(item) for item in widgets):  # they stay together, at the end if they were pushed there
            left += free if any(isinstance(item, _Spring) for item in self._items) else 0
            free, springs = 0, 1
        for item in line:
            if isinstance(item, _Spring):
                left += free // springs
                continue
            width = min(item.sizeHint().width(), place.width()) + (0 if springs else free // len(widgets))
            item.setGeometry(QRect(left, place.top(), width, place.height()))
            left += width + self.spacing()

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items line by line; a spring alone makes no line."""
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            is_first = not any(i.sizeHint().width() for i in lines[-1])
            if wide and not is_first and used + self.spacing() + wide > width:
                lines.append([])
                used, is_first = 0, True
            lines[-1].append(item)
            used += wide + (0 if is_first or not wide else self.spacing())
        return [line for line in lines if any(item.sizeHint().width() for item in line)]
