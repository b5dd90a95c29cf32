"""The mouse wheel scrolls, and never answers: a list of choices or a number under the pointer keeps what it says.

Qt's own lists take the wheel for themselves, so whoever scrolls down a page would change what the pointer passes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

_ANSWERS = (QComboBox, QAbstractSpinBox)


class WheelScrolls(QObject):
    """Listens to the whole program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for a turn of the wheel over an answer: whatever it lies on scrolls instead."""
        if event.type() != QEvent.Type.Wheel or not _is_an_answer(watched):
            return False
        event.ignore()
        return True


def only_scroll_with_wheel(app: QApplication) -> None:
    """From now on; once more does nothing."""
    if app.findChild(WheelScrolls) is None:
        app.installEventFilter(WheelScrolls(app))


def _is_an_answer(watched: QObject) -> bool:
    """An open list of choices is a window of its own, and scrolls."""
    widget = watched if isinstance(watched, QWidget) else None
    while widget is not None and not widget.isWindow():
        if isinstance(widget, _ANSWERS):
            return True
        widget = widget.parentWidget()
    return False
