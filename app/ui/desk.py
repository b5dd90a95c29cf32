"""What every page holds: the workspace, who is signed in, and the running work.

Writing work goes through one worker thread, pictures through another, rows of lists through a third, so that looking
never waits for importing. What a key press says is saved by a fourth, which closing the window waits for; a fifth does
what nobody waits for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from app.domain.people import Action, Actor
from app.settings import Settings
from app.ui.lasting import is_heard
from app.ui.long_task import LongTask
from app.ui.lookout import Lookout
from app.ui.plugged import Plugged
from app.ui.soon import in_its_turn
from app.workflow.workspace import Workspace


class Desk(QObject):
    """Signals:
    changed: something was written; pages and counts look again.
    work_changed: work began, advanced or ended.
    go_to(str, object): show a page, with what it should open.
    settings_changed(object): `Settings` to keep on this PC; nothing is laid out anew for them.
    """

    changed = Signal()
    work_changed = Signal()
    go_to = Signal(str, object)
    settings_changed = Signal(object)

    def __init__(self, workspace: Workspace, actor: Actor, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.actor = actor
        self.settings = settings
        self.running: list[LongTask] = []
        self._quiet: list[LongTask] = []
        self._saving: list[LongTask] = []
        self.is_closed = False
        """The window goes: nobody is told anything any more."""
        self._writer = _pool(self)
        self._looker = _pool(self)
        self._saver = _pool(self)
        self._idler = _pool(self)
        self._reader = _pool(self)
        self.lookout = Lookout(workspace.database, self)
        self.plugged = Plugged(self)
        self.edition = 0
        """Another number means that something was written, here or elsewhere, since it was looked at."""
        self.changed.connect(self._turn_page)
        self.lookout.noticed.connect(self._turn_page)
        self.platform_id = ""
        """The platform in use on every page that shows one."""
        self.sifted: dict[tuple[str, str], str] = {}
        """What lists are sifted by; see `app.ui.kept_filters`."""
        self.room: QWidget | None = None
        """What a page is a part of from the beginning: each of its parts would be styled anew if it moved in later."""
        self.photo_ids: tuple[str, ...] = ()
        """The photos a page hands to another."""

    def may(self, action: Action) -> bool:
        """The same table the workflows ask."""
        return self.actor.may(action)

    def begin(
        self,
        label: str,
        work: Callable[[], Iterable[Any]],
        *,
        total: int = 0,
        on_outcome: Callable[[Any], object] | None = None,
        on_problem: Callable[[BaseException], object] | None = None,
        on_end: Callable[[bool], object] | None = None,
        interrupt: Callable[[], object] | None = None,
    ) -> LongTask:
        """Start work that the foot bar shows and that can be cancelled there; `interrupt` ends what is under way."""
        task = LongTask(work, label=label, total=total, interrupt=interrupt, parent=self)
        task.started_at = time.monotonic()
        self.running.append(task)
        task.advanced.connect(lambda _outcome: self.work_changed.emit())
        self._listen(task, on_outcome, on_problem, on_end)
        task.finished.connect(lambda _completed: in_its_turn(self, lambda: self._forget(task)))
        task.start(self._writer)
        self.work_changed.emit()
        return task

    def look(
        self,
        work: Callable[[], Any],
        on_picture: Callable[[Any], object],
        on_problem: Callable[[BaseException], object] | None = None,
    ) -> LongTask:
        """Fetch one thing (a picture) off the GUI thread, without a line in the foot bar."""
        task = LongTask(lambda: iter([work()]), parent=self)
        self._quiet.append(task)
        self._listen(task, on_picture, on_problem, None)
        task.finished.connect(lambda _completed: self._quiet.remove(task))
        return self._start(task, self._looker)

    def read(
        self,
        work: Callable[[], Any],
        on_rows: Callable[[Any], object],
        on_problem: Callable[[BaseException], object],
    ) -> LongTask:
        """Fetch rows of a list, or count what waits, off the GUI thread and never behind a picture."""
        task = LongTask(lambda: iter([work()]), parent=self)
        self._quiet.append(task)
        self._listen(task, on_rows, on_problem, None)
        task.finished.connect(lambda _completed: self._quiet.remove(task))
        return self._start(task, self._reader)

    def save(
        self,
        work: Callable[[], Any],
        on_saved: Callable[[Any], object],
        on_problem: Callable[[BaseException], object],
    ) -> LongTask:
        """Write one small thing off the GUI thread, after whatever was to be saved before it; never cancelled."""
        task = LongTask(lambda: iter([work()]), parent=self)
        self._saving.append(task)
        self._listen(task, on_saved, on_problem, None)
        task.finished.connect(lambda _completed: self._saving.remove(task))
        return self._start(task, self._saver)

    def idle(
        self,
        work: Callable[[], Iterable[Any]],
        on_outcome: Callable[[Any], object],
        on_problem: Callable[[BaseException], object],
        on_end: Callable[[bool], object] | None = None,
        gently: bool = False,
    ) -> LongTask:
        """Long work that the foot bar does not show; it ends when the window closes.

        With `gently`, after each part it rests longer than that took: nobody waits for it, and the window and what
        people do wait for go on at full speed in between.
        """
        task = LongTask(work, gently=gently, parent=self)
        self._quiet.append(task)
        self._listen(task, on_outcome, on_problem, on_end)
        task.finished.connect(lambda _completed: self._quiet.remove(task))
        return self._start(task, self._idler)

    def close(self) -> None:
        """Ask all work to stop and wait for the outcome being made; what was to be saved is saved, nobody is told."""
        self.is_closed = True
        self.lookout.close()
        self.plugged.close()
        for task in [*self.running, *self._quiet]:
            task.cancel()
        for pool in (self._saver, self._writer, self._looker, self._reader, self._idler):
            pool.waitForDone()

    def _start(self, task: LongTask, pool: QThreadPool) -> LongTask:
        """Begin, unless the window goes: what it would read is not there any more."""
        return task if self.is_closed else task.start(pool)

    def _listen(
        self,
        task: LongTask,
        on_outcome: Callable[[Any], object] | None,
        on_problem: Callable[[BaseException], object] | None,
        on_end: Callable[[bool], object] | None,
    ) -> None:
        for signal, slot in ((task.advanced, on_outcome), (task.failed, on_problem), (task.finished, on_end)):
            if slot is not None:
                signal.connect(lambda said, slot=slot: self._tell(slot, said))

    def _tell(self, slot: Callable[[Any], object], said: Any) -> None:
        """Hand on what work says, while there is somebody to hear it: it may be on its way when a window goes."""
        if not self.is_closed and is_heard(slot):
            slot(said)

    def _turn_page(self) -> None:
        self.edition += 1

    def _forget(self, task: LongTask) -> None:
        """The turn after its end, when what came of it is on the screen: every page is read again now."""
        self.running.remove(task)
        task.deleteLater()
        self.work_changed.emit()
        if not self.is_closed:
            self.changed.emit()


def _pool(parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)  # one thread for good: a database connection belongs to a thread
    return pool
