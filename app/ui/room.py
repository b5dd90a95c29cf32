"""Room for the page in front: it fills the window, and scrolls both ways where large text needs more than there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from app.ui.theme import theme


def open_at(window: QWidget, wide: int, high: int) -> None:
    """The size of a window of its own, in lengths of the design at the text size in use; never beyond the screen."""
    room = window.screen().availableGeometry().size()
    window.resize(QSize(theme().px(wide), theme().px(high)).boundedTo(room))


class FrontStack(QStackedWidget):
    """Needs what the widget in front needs, not what the largest of all would."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        front = self.currentWidget()
        return front.minimumSizeHint() if front is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        return self.currentWidget() is not None

    def heightForWidth(self, wide: int) -> int:
        """The least; what is left goes to it anyway."""
        return least_size(self.currentWidget(), wide).height()


class PageRoom(QScrollArea):
    """Holds the stack of pages and gives it what the page in front needs at least, whatever the others need."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__()
        self._stack = stack
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(stack)
        stack.installEventFilter(self)
        stack.currentChanged.connect(lambda _at: self._fit())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is on the page needs more room, or less."""
        if watched is self._stack and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, bar = self.contentsRect().size(), self.verticalScrollBar().sizeHint().width()
        across = down = False
        for _bar_beside_bar in range(2):  # each bar takes room from the other way
            wide, high = room.width() - (bar if down else 0), room.height() - (bar if across else 0)
            least = self._least(wide)
            across, down = least.width() > wide, least.height() > high
        wide, high = room.width() - (bar if down else 0), room.height() - (bar if across else 0)
        for policy, wanted in ((self.setHorizontalScrollBarPolicy, across), (self.setVerticalScrollBarPolicy, down)):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn if wanted else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.resize(least.expandedTo(QSize(wide, high)))

    def _least(self, wide: int) -> QSize:
        """What the page in front needs when it is this wide, or as wide as it must be."""
        page = self._stack.currentWidget()
        return least_size(page, wide) if page is not None else QSize()


def least_size(widget: QWidget, wide: int) -> QSize:
    """What a widget needs at least when it has this width, or as much as it must have; wrapped words count."""
    least, layout = widget.minimumSizeHint(), widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(max(wide, least.width()))))
    return least
