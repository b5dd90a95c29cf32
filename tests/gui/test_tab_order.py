"""Tab goes through the window as it is read, also through what came later, and never stays for good."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
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
