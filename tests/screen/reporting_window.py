"""Run as a program: ClearPost as it starts for a person, which also tells where on the screen things are.

It answers questions on standard input, one JSON document a line, from the window's own thread; it never presses or
types anything, and leaves when standard input ends. Standard output: one JSON document for each question.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QRadioButton, QWidget

from app.__main__ import main


class Reporter(QObject):
    """Reads the questions in a thread of its own and answers them in the window's."""

    asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self.left.connect(QApplication.quit, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line)
        self.left.emit()

    def _answer(self, line: str) -> None:
        question = json.loads(line)
        answer = _words() if question["ask"] == "words" else _places(question["name"])
        print(json.dumps(answer), flush=True)


def _widgets() -> Iterator[QWidget]:
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield window
            yield from (w for w in window.findChildren(QWidget) if w.isVisible())


def _words() -> dict[str, Any]:
    """What labels say and what stands in the title bars."""
    titles = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
    return {"titles": titles, "words": [w.text() for w in _widgets() if isinstance(w, QLabel) and w.text()]}


def _places(name: str) -> list[dict[str, Any]]:
    """Everything with this accessible name (or it and a comma); `at` is null for what is scrolled out of sight."""
    found = []
    for widget in (w for w in _widgets() if not isinstance(w, QLabel)):
        told = QAccessible.queryAccessibleInterface(widget)
        own = widget.accessibleName() or (told.text(QAccessible.Text.Name) if told else "")
        if own.strip() == name or own.startswith(f"{name}, "):
            area = widget.visibleRegion().boundingRect()
            spot = widget.mapToGlobal(_where_it_listens(widget, area))
            corner = widget.mapToGlobal(area.topLeft())
            found.append(
                {
                    "at": None if area.isEmpty() else [spot.x(), spot.y()],
                    "box": [corner.x(), corner.y(), corner.x() + area.width(), corner.y() + area.height()],
                    "enabled": widget.isEnabled(),
                    "focus": widget.hasFocus(),
                    "text": widget.currentText() if isinstance(widget, QComboBox) else "",
                }
            )
    return found


def _where_it_listens(widget: QWidget, area: QRect) -> QPoint:
    """A tick box is often wider than its mark and words, and ignores the rest of itself."""
    if isinstance(widget, QCheckBox | QRadioButton):
        return QPoint(area.left() + 10, area.center().y())
    return area.center()


def _run() -> int:
    waiting = QApplication.exec
    kept: list[Reporter] = []

    def report_and_wait(*_: object) -> int:
        kept.append(Reporter())
        return waiting()

    QApplication.exec = report_and_wait  # type: ignore[method-assign, assignment]
    return main(["window", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(_run())
