"""Keep what is on the screen for a moment while what comes in its place is read: nothing flashes empty in between."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

FELT_AFTER_MS = 150
"""Whoever waits longer should see that something is under way."""


class Still(QObject):
    """Holds the picture of one part of the window; what is done with the part shows once it is let go."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._felt = QTimer(self, singleShot=True, interval=FELT_AFTER_MS)
        self._felt.timeout.connect(self.let_go)

    def hold(self) -> None:
        """Paint nothing new, for a moment at most."""
        if self._part.isVisible() and self._part.updatesEnabled():
            self._part.setUpdatesEnabled(False)
            self._felt.start()

    def let_go(self) -> None:
        """Paint it as it is by now."""
        self._felt.stop()
        self._part.setUpdatesEnabled(True)
