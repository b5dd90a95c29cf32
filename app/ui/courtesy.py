"""Work of other threads that lets the window's own thread go first.

Python runs one thread at a time. Whoever reads a large register aside would take every other moment from the window,
and what takes it 30 ms would take 60. So those threads wait, before each reading and between the parts of their work,
until the window has nothing to do; not for long, since somebody may be waiting for what they read.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_LONGEST_S = 0.05
"""Whatever keeps the window longer than this is not waited for."""
_LOOK_S = 0.01
_FELT_S, _CALM_S, _LONGEST_UNTIL_CALM_S = 0.003, 0.15, 0.4
"""Whoever does something keeps the window so long at a time; so long after the last of it, it is calm."""

_here = threading.local()


@contextmanager
def giving_way(wait: Callable[[], object]) -> Iterator[None]:
    """Inside, this thread's `give_way` waits."""
    _here.wait = wait
    try:
        yield
    finally:
        _here.wait = None


def give_way() -> None:
    """Wait a moment while the window is at work, where this thread's work is of the kind that waits."""
    wait = getattr(_here, "wait", None)
    if wait is not None:
        wait()


class WindowFirst(QObject):
    """Knows whether the window's thread has nothing to do, and since when."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rests = threading.Event()
        self._is_over = False
        self._woke_at = self._worked_at = time.monotonic()
        events = QAbstractEventDispatcher.instance()
        events.awake.connect(self._work)
        events.aboutToBlock.connect(self._rest)

    def wait(self) -> None:
        """For other threads: until the window rests, or long enough was waited."""
        self._rests.wait(_LONGEST_S)

    def wait_for_calm(self) -> None:
        """For what nobody waits for: until nobody did anything for a moment, or long enough was waited."""
        until = time.monotonic() + _LONGEST_UNTIL_CALM_S
        while not self._is_over and not self._is_calm() and time.monotonic() < until:
            time.sleep(_LOOK_S)

    def _is_calm(self) -> bool:
        return self._rests.is_set() and time.monotonic() - self._worked_at > _CALM_S

    def stop(self) -> None:
        """The window waits for the others from now on."""
        self._is_over = True
        self._rests.set()

    def _work(self) -> None:
        if self._rests.is_set() and not self._is_over:
            self._rests.clear()
            self._woke_at = time.monotonic()

    def _rest(self) -> None:
        now = time.monotonic()
        if now - self._woke_at > _FELT_S:
            self._worked_at = now
        self._rests.set()
