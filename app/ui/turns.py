"""Work for the window's own thread in short steps, one each time it looks for what to do next.

A page takes 10 to 40 ms to build and as long to lay out and paint. Both at once would be felt; between two steps the
window answers keys, and paints.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.ui.pages.as_needed import PagesAsNeeded

_PAUSE_MS = 60
"""Between two pages that are built ahead: whoever works meanwhile does not feel it."""
_FIRST_MS = 250
"""Until the page in front is there, with what it reads."""


class Turns(QObject):
    """Takes one step in each turn; the steps are what an iterator does between two of its items."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._take_one)

    def take(self, steps: Iterator[object]) -> None:
        """The first of these now, each other one in its turn; what still waited is not wanted any more."""
        self._steps = steps
        self._take_one()

    def stop(self) -> None:
        """Leave what still waits."""
        self._steps = iter(())
        self._next.stop()

    def _take_one(self) -> None:
        steps = self._steps
        if next(steps, self) is not self and steps is self._steps:
            self._next.start()  # after the step, so that whatever waited meanwhile comes before the next one


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
            yield from build_and_style(pages, key)


def build_and_style(pages: PagesAsNeeded, key: str) -> Iterator[object]:
    """The steps to a page that is ready to be shown; none where it is already."""
    if pages.is_built(key):
        return
    for _piece in pages.pieces(key):
        yield key
    yield key
    style(pages[key])
    yield key


def style(whole: QWidget) -> None:
    """Work out how every part looks, so that showing it has only to lay it out and paint it."""
    for part in whole.findChildren(QWidget):
        part.ensurePolished()
