"""Tab and Shift+Tab in the order of reading: as the layouts stand, whenever a part was built.

Qt's own chain is the order of building, so whatever comes later, such as a message above the page, would come last.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox)
"""Made of parts that are nobody's business."""


def in_reading_order(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget below `root`, line by line and column by column."""
    for child in _children(root):
        if not child.isHidden() and not child.isWindow():
            yield child
            if not isinstance(child, _WHOLE):
                yield from in_reading_order(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from [inner] if inner is not None else []
        return
    if isinstance(widget, QStackedWidget):
        yield from [widget.currentWidget()] if widget.currentWidget() is not None else []
        return
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    yield from laid
    beside = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid]
    yield from beside


def _laid(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda at: layout.getItemPosition(at)[:2])
    for at in places:
        item = layout.itemAt(at)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _laid(item.layout())


def stops(root: QWidget) -> list[QWidget]:
    """What Tab goes through."""
    return [
        widget
        for widget in in_reading_order(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
    ]


class ReadsInOrder:
    """Mixed into a window, before its kind: Tab goes through it as it is read, and scrolls to where it came."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Called by whatever has the focus when it does not want the key for itself."""
        assert isinstance(self, QWidget)  # noqa: S101 - a window is
        return go_on(self, forward)


def go_on(window: QWidget, forward: bool) -> bool:
    """Give the focus to what comes after, or before, whatever has it; False where nothing can have it."""
    order = stops(window)
    at: QWidget | None = QApplication.focusWidget()
    while at is not None and at not in order:
        at = at.parentWidget()
    if not order:
        return False
    step = 1 if forward else -1
    wanted = order[(order.index(at) + step) % len(order)] if at is not None else order[0 if forward else -1]
    wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_sight(wanted)
    return True


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area that this widget is in."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()
