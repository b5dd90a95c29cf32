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


def in_reading_order(root: QWidget, *, hidden: bool = False) -> Iterator[QWidget]:
    """Every visible widget below `root`, line by line and column by column; with `hidden` what is put away, too."""
    for child in _children(root):
        if (hidden or not child.isHidden()) and not child.isWindow():
            yield child
            if not isinstance(child, _WHOLE):
                yield from in_reading_order(child, hidden=hidden)


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
    if not order:
        return False
    at: QWidget | None = QApplication.focusWidget()
    is_lost = at is not None and not (at.isVisible() and at.isEnabled())
    wanted = _beside(at) if at is not None and is_lost else None
    while at is not None and at not in order:
        at = at.parentWidget()
    if wanted is None and at is not None:
        wanted = order[(order.index(at) + (1 if forward else -1)) % len(order)]
    elif wanted is None:
        wanted = order[0 if forward else -1]
    wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_sight(wanted)
    return True


def _beside(lost: QWidget) -> QWidget | None:
    """Where a person goes on when what had the focus was put away or cannot be used: what comes next around it."""
    around = lost.parentWidget()
    while around is not None and not around.isWindow():
        left = stops(around) if around.isVisible() else []
        if left:
            everything = list(in_reading_order(around, hidden=True))
            place = everything.index(lost) if lost in everything else -1
            return next((stop for stop in left if everything.index(stop) > place), left[-1])
        around = around.parentWidget()
    return None


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area that this widget is in."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()
