"""Waiting as the window does, for pictures: until something is so, or until it has come to rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.main_window import MainWindow

_STEP_MS = 20


def settle(wait_ms: int) -> None:
    """Let the window and its threads work; `QTest.qWait` would keep Python from the other threads."""
    loop = QEventLoop()
    QTimer.singleShot(wait_ms, loop.quit)
    loop.exec()


def until(is_so: Callable[[], bool], *, step_ms: int = _STEP_MS) -> None:
    """Let the window work until something is so."""
    while not is_so():
        settle(step_ms)


def come_to_rest(window: MainWindow) -> None:
    """Let the window read and draw everything that is on its way."""
    until(lambda: not window.desk._quiet and not window.desk.running and not window.desk._saving)
    for _turn in range(10):  # each layout asks the next one
        QApplication.processEvents()
