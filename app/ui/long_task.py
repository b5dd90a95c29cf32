"""Run a workflow off the GUI thread: a generator of outcomes, with progress and cancel.

Signals live on the task, which the caller owns; the runnable on the worker only calls them. References to the generator
and its outcomes are dropped after `finished`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.domain.errors import BugError, KnownError

log = logging.getLogger(__name__)

_REST = 3
"""Gentle work rests so many times as long as it works."""


class LongTask(QObject):
    """One run of a generator.

    Signals:
        advanced(object): one outcome, in order.
        failed(object): the exception that ended it; `finished` follows.
        finished(bool): the last signal; True when every outcome was made, False when cancelled or failed.
    """

    advanced = Signal(object)
    failed = Signal(object)
    finished = Signal(bool)

    def __init__(
        self,
        work: Callable[[], Iterable[Any]],
        *,
        label: str = "",
        total: int = 0,
        interrupt: Callable[[], object] | None = None,
        gently: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """A run that begins with `start`; `gently` it rests after each part, longer than that took."""
        super().__init__(parent)
        self.label = label
        self.total = total
        self.done = 0
        self.started_at = 0.0
        self.is_cancelled = False
        self._cancel = threading.Event()
        self._interrupt = interrupt
        self._runnable: _Runnable | None = _Runnable(self, work, self._cancel, gently=gently)
        self.advanced.connect(self._count)
        self.finished.connect(self._drop)

    def start(self, pool: QThreadPool) -> LongTask:
        """Begin on a thread of the pool; returns itself."""
        if self._runnable is None:
            raise BugError("a task runs once")
        pool.start(self._runnable)
        return self

    def cancel(self) -> None:
        """Stop after the outcome being made, or in it where `interrupt` can; what was done stays done."""
        self.is_cancelled = True
        self._cancel.set()
        if self._interrupt is not None:  # ending a process takes a moment, and the window does not wait
            threading.Thread(target=self._interrupt, name="interrupt").start()

    @property
    def is_running(self) -> bool:
        return self._runnable is not None

    def _count(self, _outcome: object) -> None:
        self.done += 1

    def _drop(self, _completed: bool) -> None:
        self._runnable = None


class _Runnable(QRunnable):
    """The worker's side. Kept by the task, so Qt must not delete it."""

    def __init__(
        self, task: LongTask, work: Callable[[], Iterable[Any]], cancel: threading.Event, *, gently: bool
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._task, self._work, self._cancel, self._gently = task, work, cancel, gently

    def run(self) -> None:
        completed = False
        try:
            completed = self._consume()
        except KnownError as problem:
            self._task.failed.emit(problem)
        except Exception as fault:
            log.exception("a long task stopped")
            self._task.failed.emit(fault)
        finally:
            self._task.finished.emit(completed)

    def _consume(self) -> bool:
        outcomes = iter(self._work())
        try:
            while not self._cancel.is_set():
                began = time.monotonic()
                try:
                    outcome = next(outcomes)
                except StopIteration:
                    return not self._cancel.is_set()
                self._task.advanced.emit(outcome)
                if self._gently:
                    self._cancel.wait(_REST * (time.monotonic() - began))
            return False
        finally:
            close = getattr(outcomes, "close", None)
            if close:
                close()
