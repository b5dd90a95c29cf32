"""The three columns of Review; with large text the photo beside one column, with a switch between its two sides."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QWidget

from app.ui.theme import theme
from app.ui.widgets import Button, Flowing, Plain, lay, scrolled


class Sides(QWidget):
    """A middle between two sides while there is room for all three.

    Otherwise one of the sides is in front at a time, chosen by the buttons above it, by F6 and by whatever is asked
    for in the other; it scrolls by itself, so that the photo stays whole in sight.
    """

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, *, wides: tuple[int, int]) -> None:
        super().__init__()
        gap = 12
        self._sides, self._middle = (left, right), middle
        self._wides = tuple(theme().side_px(wide) for wide in wides)
        self._gap = theme().px(gap)
        self._is_folded = False
        self._box = lay(self, row=True, gap=gap)
        self._switch = Flowing()
        self._group = QButtonGroup(self)
        self._tabs: list[Button] = []
        self._held = Plain(gap=0)
        self._column = Plain(gap=8)
        self._column.box.addWidget(self._switch)
        self._area = scrolled(self._held, "")
        self._column.box.addWidget(self._area, 1)
        self._box.addWidget(self._column)
        self._box.addWidget(middle, 1)
        for place in (self._box, self._column.box):
            place.setContentsMargins(0, 0, 0, 0)
        self._column.hide()
        self._stand_apart()

    def name(self, *names: str) -> None:
        """What the sides are called on the switch and by screen readers."""
        for at, words in enumerate(names):
            tab = Button(words, lambda at=at: self._bring(at), kind="tab")
            tab.setChecked(not at)
            self._group.addButton(tab)
            self._switch.box.addWidget(tab)
            self._tabs.append(tab)
        self._area.setAccessibleName(" · ".join(names))

    @property
    def is_folded(self) -> bool:
        """Whether one side alone is in front."""
        return self._is_folded

    @property
    def front(self) -> QWidget:
        """The side that is in front; the left one while both are there."""
        return self._sides[1] if self._is_folded and self._sides[0].isHidden() else self._sides[0]

    def turn(self) -> None:
        """Bring the other side to the front."""
        if self._is_folded:
            self._bring(1 - self._sides.index(self.front))

    def reveal(self, part: QWidget) -> None:
        """Bring the side to the front that this is in, and it into sight; the focus comes after."""
        for at, side in enumerate(self._sides):
            if self._is_folded and (part is side or side.isAncestorOf(part)):
                if side.isHidden():
                    self._bring(at)
                self._area.ensureWidgetVisible(part)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one side, whether or not both are there now."""
        least = super().minimumSizeHint()
        return QSize(max(self._wides) + self._gap + self._middle.minimumSizeHint().width(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = self.width() - self._beside()
        bar = self._area.verticalScrollBar().sizeHint().width()
        is_folded = spare < (bar if self._is_folded else 0)  # a scroll bar that comes or goes must not turn it back
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            focus = QApplication.focusWidget()
            (self._fold if is_folded else self._stand_apart)()
            if focus is not None and self.isAncestorOf(focus):
                self.reveal(focus)
                focus.setFocus()

    def _beside(self) -> int:
        """What both sides beside the middle need."""
        return sum(self._wides) + 2 * self._gap + self._middle.minimumSizeHint().width()

    def _fold(self) -> None:
        wide = max(self._wides)
        self._column.setFixedWidth(wide)
        for side in self._sides:
            side.setMinimumWidth(0)
            side.setMaximumWidth(wide)
            self._held.box.addWidget(side)
        self._column.show()
        self._bring(0)

    def _stand_apart(self) -> None:
        self._column.hide()
        for at, (side, wide) in enumerate(zip(self._sides, self._wides, strict=True)):
            side.setFixedWidth(wide)
            self._box.insertWidget(0 if not at else self._box.count(), side)
            side.show()
        self.updateGeometry()

    def _bring(self, at: int) -> None:
        for number, side in enumerate(self._sides):
            side.setVisible(number == at)
        if self._tabs:
            self._tabs[at].setChecked(True)
        self.updateGeometry()
