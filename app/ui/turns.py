"""Work for the window's own thread in short steps, one each time it looks for what to do next.

A page takes 10 to 40 ms to build and as long to lay out and paint. Both at once would be felt; between two steps the
window answers keys, and paints.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.ui.pages.as_needed import PagesAsNeeded

Step = Callable[[], object]
_PAUSE_MS = 60
"""Between two pages that are built ahead: whoever works meanwhile does not feel it."""
_FIRST_MS = 250
"""Until the page in front is there, with what it reads."""


class Turns(QObject):
    """Takes steps one after the other, each in a turn of its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: deque[Step] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._take_one)

    def take(self, *steps: Step) -> None:
        """The first of these now, each other one in its turn; what still waited is not wanted any more."""
        self._steps = deque(steps)
        self._take_one()

    def stop(self) -> None:
        """Leave what still waits."""
        self._steps.clear()
        self._next.stop()

    def _take_one(self) -> None:
        if not self._steps:
            return
        try:
            self._steps.popleft()()
        finally:
            if self._steps:  # asked for after the step, so that whatever waited meanwhile comes before the next one
                self._next.start()


class BuildAhead(QObject):
    """Builds the pages nobody went to yet, one at a time, so that each is there at once when somebody does."""

    def __init__(self, pages: PagesAsNeeded, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = self._each(pages)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._take_one)

    def begin(self) -> None:
        """As soon as the page in front is there."""
        self._next.start(_FIRST_MS)

    def stop(self) -> None:
        """The window goes."""
        self._next.stop()
        self._steps = iter(())

    def _take_one(self) -> None:
        if next(self._steps, None) is not None:
            self._next.start(_PAUSE_MS)

    def _each(self, pages: PagesAsNeeded) -> Iterator[object]:
        for key in pages:
            if pages.is_built(key):
                continue
            yield pages[key]
            yield _style(pages[key].findChildren(QWidget))


def _style(widgets: Iterable[QWidget]) -> Iterable[QWidget]:
    for widget in widgets:
        widget.ensurePolished()
    return widgets
