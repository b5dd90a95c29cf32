"""Long work runs beside the window, can be stopped between two outcomes, and says what went wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.errors import DeviceError
from app.domain.people import Role
from app.settings import Settings
from app.ui.desk import Desk
from app.ui.long_task import LongTask
from tests.schools import School


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    pool = QThreadPool()
    yield pool
    pool.waitForDone()


def test_every_outcome_arrives_in_order_on_the_window_s_own_thread(qtbot: QtBot, pool: QThreadPool) -> None:
    seen: list[tuple[int, bool]] = []
    workers: set[int] = set()

    def work() -> Iterator[int]:
        for number in range(20):
            workers.add(threading.get_ident())
            yield number

    task = LongTask(work)
    task.advanced.connect(lambda n: seen.append((n, threading.current_thread() is threading.main_thread())))
    with qtbot.waitSignal(task.finished) as ended:
        task.start(pool)
    assert ended.args == [True]
    assert seen == [(n, True) for n in range(20)]
    assert threading.get_ident() not in workers


def test_cancelling_closes_the_work_and_keeps_what_was_done(qtbot: QtBot, pool: QThreadPool) -> None:
    seen: list[int] = []
    closed = threading.Event()
    go_on = threading.Event()

    def work() -> Iterator[int]:
        try:
            yield 1
            go_on.wait(5)
            yield 2
            yield 3
        finally:
            closed.set()

    task = LongTask(work)
    task.advanced.connect(seen.append)
    with qtbot.waitSignal(task.advanced):
        task.start(pool)
    with qtbot.waitSignal(task.finished) as ended:
        task.cancel()
        go_on.set()
    assert ended.args == [False]
    assert 3 not in seen
    assert closed.is_set()


def test_cancel_interrupts_the_outcome_being_made_and_that_is_no_completion(qtbot: QtBot, pool: QThreadPool) -> None:
    ended_early = threading.Event()
    seen: list[int] = []

    def work() -> Iterator[int]:
        yield 1
        ended_early.wait(5)  # a long look at a photo, which ends without an outcome when interrupted

    task = LongTask(work, interrupt=ended_early.set)
    task.advanced.connect(seen.append)
    with qtbot.waitSignal(task.advanced):
        task.start(pool)
    with qtbot.waitSignal(task.finished) as ended:
        task.cancel()
    assert ended.args == [False]
    assert ended_early.is_set()
    assert seen == [1]


def test_a_problem_of_the_world_is_handed_on_as_it_is(qtbot: QtBot, pool: QThreadPool) -> None:
    def work() -> Iterator[int]:
        yield 1
        raise DeviceError("The card is gone.", remedy="Put it in again.")

    problems: list[object] = []
    task = LongTask(work)
    task.failed.connect(problems.append)
    with qtbot.waitSignal(task.finished) as ended:
        task.start(pool)
    assert ended.args == [False]
    assert [str(p) for p in problems] == ["The card is gone. Put it in again."]


def test_a_fault_of_ours_does_not_take_the_window_down(
    qtbot: QtBot, pool: QThreadPool, caplog: pytest.LogCaptureFixture
) -> None:
    def work() -> Iterator[int]:
        raise ZeroDivisionError("ours")
        yield

    problems: list[object] = []
    task = LongTask(work)
    task.failed.connect(problems.append)
    with qtbot.waitSignal(task.finished):
        task.start(pool)
    assert isinstance(problems[0], ZeroDivisionError)
    assert "a long task stopped" in caplog.text
    assert not task.is_running


@pytest.mark.parametrize("way", ["begin", "look", "read", "idle"])
def test_nobody_is_told_of_what_was_read_once_the_window_is_closed(school: School, qtbot: QtBot, way: str) -> None:
    desk = Desk(school.workspace, school.actor(Role.HEAD), Settings())
    told: list[object] = []
    if way in ("begin", "idle"):
        words = ("Reading",) if way == "begin" else ()
        task = getattr(desk, way)(*words, lambda: iter([1]), on_outcome=told.append, on_problem=told.append)
    else:
        task = getattr(desk, way)(lambda: 1, told.append, told.append)
    desk.close()
    qtbot.waitUntil(lambda: not task.is_running)
    assert told == []


def test_a_part_that_is_gone_is_told_nothing_and_the_others_hear_it(school: School, qtbot: QtBot) -> None:
    desk = Desk(school.workspace, school.actor(Role.HEAD), Settings())
    part, told = QLabel(), []
    desk.read(lambda: "read", part.setText, told.append)
    shiboken6.delete(part)
    desk.read(lambda: "read", told.append, told.append)
    qtbot.waitUntil(lambda: told == ["read"])
    desk.close()
    assert told == ["read"]


def test_gentle_work_rests_after_each_part_longer_than_that_took(qtbot: QtBot, pool: QThreadPool) -> None:
    times: list[tuple[float, float]] = []

    def parts() -> Iterator[int]:
        for number in range(4):
            began = time.monotonic()
            time.sleep(0.05)
            times.append((began, time.monotonic()))
            yield number

    task = LongTask(parts, gently=True)
    with qtbot.waitSignal(task.finished, timeout=20_000) as ended:
        task.start(pool)
    assert ended.args == [True]
    for (began, done), (again, _done) in pairwise(times):
        assert again - done >= done - began


def test_gentle_work_that_is_cancelled_rests_no_longer(qtbot: QtBot, pool: QThreadPool) -> None:
    class Clock:
        """Each part took an hour."""

        now = 0.0

        def monotonic(self) -> float:
            self.now += 3600
            return self.now

    task = LongTask(lambda: iter(range(3)), gently=True)
    done: list[int] = []
    task.advanced.connect(done.append)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.ui.long_task.time", Clock())
        task.start(pool)
        qtbot.waitUntil(lambda: done == [0])
        with qtbot.waitSignal(task.finished, timeout=20_000) as ended:
            task.cancel()
    assert ended.args == [False]
    assert done == [0]
