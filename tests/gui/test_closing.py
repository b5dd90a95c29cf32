"""Whoever closes the window while something runs is asked first; a program that ends is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from tests.gui.conftest import Open
from tests.gui.pages import button, press

LONG_MS = 20_000


class Work:
    """Goes on until it is let go or cancelled."""

    def __init__(self) -> None:
        self.may_end = threading.Event()
        self.has_ended = threading.Event()
        self.steps = 0

    def run(self) -> Iterator[int]:
        try:
            while not self.may_end.wait(0.01):
                self.steps += 1
                yield self.steps
        finally:
            self.has_ended.set()


@pytest.fixture
def work() -> Iterator[Work]:
    made = Work()
    yield made
    made.may_end.set()


@pytest.fixture
def window(open_as: Open, work: Work, qtbot: QtBot) -> MainWindow:
    window = open_as("office")
    window.desk.begin("Copying from the camera", work.run)
    qtbot.waitUntil(lambda: work.steps > 0, timeout=LONG_MS)
    return window


def _press_the_cross(window: MainWindow) -> None:
    """As the system tells a window that somebody closes it."""
    QApplication.sendEvent(window.windowHandle(), QCloseEvent())


def test_going_on_is_the_first_answer_and_leaves_everything_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    _press_the_cross(window)
    assert window.isVisible()
    assert "Copying from the camera" in window.current.notice.words()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(window.current.notice, "Go on working"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.isVisible()
    assert len(window.desk.running) == 1


def test_it_is_stopped_when_somebody_says_so(window: MainWindow, work: Work, qtbot: QtBot) -> None:
    _press_the_cross(window)
    press(qtbot, button(window.current.notice, "Stop it and close"))
    assert not window.isVisible()
    assert not work.may_end.is_set()
    assert work.has_ended.wait(LONG_MS / 1000)


def test_nobody_is_asked_when_nothing_runs(open_as: Open) -> None:
    window = open_as("office")
    _press_the_cross(window)
    assert not window.isVisible()


def test_a_program_that_ends_asks_nobody(window: MainWindow) -> None:
    window.close()
    assert not window.isVisible()
