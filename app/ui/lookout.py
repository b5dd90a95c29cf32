"""Learn that somebody else, in another window or on another PC, changed the register; off the window's own thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from app.ui.long_task import LongTask
from consent_db.database import Database

PERIOD_S = 0.7
_AGAIN_MS = 5000
"""A server that went away is asked again this much later."""


class Lookout(QObject):
    """Signals:
    noticed: something was written, here or elsewhere; also once when looking begins, so that nothing is missed.
    """

    noticed = Signal()

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._stop = threading.Event()
        self._pool = QThreadPool(self)
        self._task: LongTask | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.start)

    def start(self) -> None:
        """Begin to look; once is enough."""
        if self._task is not None or self._stop.is_set():
            return
        self._task = LongTask(self._changes, parent=self)
        self._task.advanced.connect(lambda _change: self.noticed.emit())
        self._task.finished.connect(self._ended)
        self._task.start(self._pool)

    def close(self) -> None:
        """Stop and give the connection back; returns at once."""
        self._stop.set()
        self._again.stop()
        self._pool.waitForDone()

    def _changes(self) -> Iterator[None]:
        watch = self._database.watch()
        try:
            yield None
            while not self._stop.wait(PERIOD_S):
                if watch.changed():
                    yield None
        finally:
            watch.close()

    def _ended(self, _completed: bool) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        if not self._stop.is_set():
            self._again.start()
