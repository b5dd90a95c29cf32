"""The mouse wheel scrolls, and never answers: a list of choices or a number under the pointer keeps what it says.

Qt's own lists take the wheel for themselves, so whoever scrolls down a page would change what the pointer passes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

_ANSWERS = (QComboBox, QAbstractSpinBox)


class WheelScrolls(QObject):
    """Listens to each window of the system, which hears of the wheel before any of its parts.

    Listening to the whole program would ask Python about every event of every part: a fifth of building a page.
    """

    def watch(self, window: QWindow | None) -> None:
        """Listen to a window too, from the moment it has the focus; once more does nothing."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for a turn of the wheel over an answer: whatever it lies on scrolls instead."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        top = next((top for top in QApplication.topLevelWidgets() if top.windowHandle() is watched), None)
        answer = _answer_at(top, event) if top is not None else None
        if top is None or answer is None:
            return False
        below = answer.parentWidget()
        while below is not None and not _scrolls(below, top, event):
            below = below.parentWidget() if below is not top else None
        return True


def only_scroll_with_wheel(app: QApplication) -> None:
    """From now on; once more does nothing."""
    if app.findChild(WheelScrolls) is None:
        listener = WheelScrolls(app)
        app.focusWindowChanged.connect(listener.watch)


def _scrolls(widget: QWidget, top: QWidget, event: QWheelEvent) -> bool:
    """Whether a part of the window takes the turn of the wheel."""
    turned = QWheelEvent(
        widget.mapFrom(top, event.position()), event.globalPosition(), event.pixelDelta(), event.angleDelta(),
        event.buttons(), event.modifiers(), event.phase(), event.inverted(), event.source(), event.pointingDevice(),
    )  # fmt: skip
    QApplication.sendEvent(widget, turned)
    return turned.isAccepted()


def _answer_at(top: QWidget, event: QWheelEvent) -> QWidget | None:
    """The outermost answer under the pointer. An open list of choices is a window of its own, and scrolls."""
    widget, answer = top.childAt(event.position().toPoint()), None
    while widget is not None and not widget.isWindow():
        answer = widget if isinstance(widget, _ANSWERS) else answer
        widget = widget.parentWidget()
    return answer
