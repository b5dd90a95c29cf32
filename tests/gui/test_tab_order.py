"""Tab goes through the window as it is read, also through what came later, and never stays for good."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.pages.user_form import DayOrNone
from app.ui.reading_order import ReadsInOrder
from app.ui.widgets import Button, Plain, line_up, scrolled
from tests.gui.conftest import Open
from tests.gui.pages import button

TAB, BACK, SHIFT = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier


class Window(ReadsInOrder, Plain):
    """Three lines, built from the last to the first."""

    def __init__(self) -> None:
        super().__init__()
        self.last, self.day, self.first = QLineEdit("last"), DayOrNone("Until", "no last day"), QLineEdit("first")
        self.box.addWidget(self.first)
        self.box.addLayout(line_up(self.day))
        self.inner = Plain()
        self.inner.box.addSpacing(2000)
        self.inner.box.addWidget(self.last)
        self.area = scrolled(self.inner, "More")
        self.box.addWidget(self.area)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_tab_follows_the_layout_passes_a_day_that_is_not_set_and_scrolls(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.resize(300, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.first.setFocus()
    seen = []
    for _press in range(3):
        QTest.keyClick(QApplication.focusWidget(), TAB)
        seen.append(QApplication.focusWidget())
    assert seen == [window.day, window.last, window.first]
    QTest.keyClick(window.first, BACK, SHIFT)
    assert QApplication.focusWidget() is window.last
    assert window.area.verticalScrollBar().value() > 0
    QTest.keyClick(window.last, BACK, SHIFT)
    assert QApplication.focusWidget() is window.day


def test_a_question_above_the_page_comes_before_the_page(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_page("posts")
    page = window.current
    page.notice.ask("Remove it?", {"Remove": lambda: None})
    keep = button(page.notice, "Leave it as it is")
    qtbot.waitUntil(keep.hasFocus)
    QTest.keyClick(keep, TAB)
    assert isinstance(QApplication.focusWidget(), Button)
    assert QApplication.focusWidget().accessibleName() == "Remove"
    QTest.keyClick(QApplication.focusWidget(), TAB)
    assert page.isAncestorOf(QApplication.focusWidget())
    assert not page.notice.isAncestorOf(QApplication.focusWidget())


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_enter_presses_the_button_that_has_the_focus_once_and_only_alone(qtbot: QtBot) -> None:
    pressed: list[str] = []
    line = Plain(row=True)
    for name in ("Back", "Next"):
        line.box.addWidget(Button(name, lambda name=name: pressed.append(name)))
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    last = button(line, "Next")
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Return)
    QTest.keyClick(last, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed == ["Next", "Next"]
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(last, held)
    QTest.keyClick(last, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    last.setEnabled(False)
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert pressed == ["Next", "Next"]


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize(
    "put_away", [lambda b: b.setEnabled(False), lambda b: b.hide(), lambda b: b.parentWidget().hide()]
)
def test_who_loses_their_place_goes_on_beside_it_and_not_at_the_window_s_first_button(
    qtbot: QtBot, put_away: Callable[[QWidget], None]
) -> None:
    class Frame(ReadsInOrder, Plain):
        pass

    frame = Frame(row=True)
    side, page, line = Plain(), Plain(), Plain(row=True)
    side.box.addWidget(Button("Home"))
    page.box.addWidget(Button("Keep"))
    line.box.addWidget(Button("Look for faces"))
    page.box.addWidget(line)
    page.box.addWidget(Button("Name the faces"))
    frame.box.addWidget(side)
    frame.box.addWidget(page)
    qtbot.addWidget(frame)
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    pressed = button(frame, "Look for faces")
    pressed.setFocus()
    put_away(pressed)
    assert QApplication.focusWidget() is button(frame, "Name the faces")
    QApplication.focusWidget().hide()
    assert QApplication.focusWidget() is button(frame, "Keep")


def test_a_question_that_was_answered_leaves_the_focus_on_its_page(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_page("posts")
    page = window.current
    page.notice.ask("Remove it?", {"Remove": lambda: None})
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(page, "Leave it as it is"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not page.notice.words()
    assert page.isAncestorOf(QApplication.focusWidget())
