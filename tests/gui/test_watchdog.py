"""The watchdog: what keeps the window from answering is recorded with its place; what does not is not."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.ui import watchdog
from app.ui.watchdog import Watchdog, watching


def keep_busy(until: threading.Event, done: threading.Event) -> None:
    """Hold the window's thread until the watchdog has looked where it is."""
    assert until.wait(20)
    done.set()


def test_a_held_up_window_is_recorded_with_the_place(qtbot: QtBot, monkeypatch) -> None:
    looked, done = threading.Event(), threading.Event()
    place = watchdog._place

    def look(frame):
        found = place(frame)
        looked.set()
        return found

    monkeypatch.setattr(watchdog, "_place", look)
    dog = Watchdog(limit_ms=50)
    dog.begin()
    QTimer.singleShot(0, lambda: keep_busy(looked, done))
    qtbot.waitUntil(done.is_set, timeout=20_000)
    longest = dog.end()[0]
    assert longest.ms >= 50
    assert longest.where


def test_it_says_when_python_was_looking_for_rubbish(qtbot: QtBot, monkeypatch) -> None:
    now = [0.0]
    clocks = {"monotonic": lambda: now[0], "thread_time": lambda: now[0] / 2, "process_time": lambda: now[0] * 3 / 4}
    monkeypatch.setattr(watchdog, "time", SimpleNamespace(**clocks))
    dog = Watchdog(limit_ms=50)
    for phase, took in (("start", 0.1), ("stop", 0.02)):
        dog._note_tidying(phase, {})
        now[0] += took
    dog._beat()
    assert dog.stalls == [watchdog.Stall(120, "Python, looking for rubbish", own_ms=60, others_ms=30)]


def test_a_window_that_answers_records_nothing(qtbot: QtBot) -> None:
    dog = Watchdog(limit_ms=3_600_000)
    dog.begin()
    with qtbot.waitSignal(dog._timer.timeout, timeout=20_000):
        pass
    assert dog.end() == ()


def test_it_is_off_unless_asked_for(tmp_path: Path, qtbot: QtBot) -> None:
    with watching(""):
        pass
    assert list(tmp_path.iterdir()) == []
    with watching(str(tmp_path / "stalls.txt")):
        pass
    assert (tmp_path / "stalls.txt").exists()
