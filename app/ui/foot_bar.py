"""The quiet bar at the foot: running work on every page, with progress and cancel."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar

from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.long_task import LongTask
from app.ui.theme import theme
from app.ui.widgets import Button, ElidedLabel, Label, lay


class FootBar(QFrame):
    """Shows the first running task, and how many wait behind it; hidden at rest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "footer")
        self._desk = desk
        self._label = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme().px(220))
        self._bar.setAccessibleName(tr("Progress"))
        self._count = Label(role="quiet")
        self._cancel = Button(tr("Cancel"), self._stop, tip=tr("Stop after this photo; what was done stays done"))
        box = lay(self, row=True, margin=8, gap=12)
        box.addSpacing(theme().px(8))
        box.addWidget(self._label, 1)
        box.addWidget(self._bar)
        box.addWidget(self._count)
        box.addWidget(self._cancel)
        self._soon = QTimer(self, singleShot=True, interval=1)  # what began the work is on the screen first
        self._soon.timeout.connect(self.refresh)
        desk.work_changed.connect(self._soon.start)
        self.refresh()

    def refresh(self) -> None:
        """Say again what is running."""
        running = self._desk.running
        self.setVisible(bool(running))
        if not running:
            return
        task = running[0]
        self._label.setText(
            task.label + (tr("  ·  {running} more waiting", running=len(running) - 1) if len(running) > 1 else "")
        )
        self._bar.setRange(0, task.total)
        self._bar.setValue(min(task.done, task.total))
        self._count.setText(tr("Stopping") if task.is_cancelled else progress_words(task, time.monotonic()))
        self._cancel.setEnabled(not task.is_cancelled)

    def _stop(self) -> None:
        if self._desk.running:
            self._desk.running[0].cancel()
            self.refresh()


def progress_words(task: LongTask, now: float) -> str:
    """``212 of 400 · 2 min left``; no guess before it has something to go by."""
    if not task.total:
        return tr("{done} done", done=task.done) if task.done else ""
    words = tr("{done} of {total}", done=task.done, total=task.total)
    if task.done < 3 or task.done >= task.total:
        return words
    left_s = (now - task.started_at) / task.done * (task.total - task.done)
    return tr(
        "{words} · {part} left",
        words=words,
        part=tr("less than a minute") if left_s < 60 else tr("{left_s} min", left_s=round(left_s / 60)),
    )
