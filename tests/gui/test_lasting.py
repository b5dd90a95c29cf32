"""Python never takes a window away while Qt is at work in it."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui import lasting
from app.ui.application import build_main_window
from app.ui.lasting import until_gone
from app.ui.models.rows import Row, RowsView
from app.ui.widgets import clear
from app.workflow.workspace import Workspace
from tests.gui import school

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _delete_what_waits() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Tidying(QWidget):
    """A window of its own, and a list in it during whose layout Python tidies up."""

    def __init__(self) -> None:
        super().__init__()
        until_gone(self)
        self.me = self
        self.asked: list[int] = []
        asked = self.asked

        def row_of(item: object) -> Row:
            asked.append(gc.collect())
            return Row(str(item))

        self.view = RowsView("Rows", row_of)
        QVBoxLayout(self).addWidget(self.view)


def test_a_list_whose_window_nobody_holds_is_laid_out_to_its_end(qtbot: QtBot) -> None:
    window = _Tidying()
    seen, view, asked = weakref.ref(window), window.view, window.asked
    window.show()
    window.view.rows.show_items(range(3))
    del window
    view.doItemsLayout()
    assert asked
    assert isValid(view)
    view.window().deleteLater()
    _delete_what_waits()
    assert not isValid(view)
    gc.collect()
    assert seen() is None


def test_a_window_that_was_given_up_lasts_until_qt_takes_it_and_no_longer(workspace: Workspace, qtbot: QtBot) -> None:
    window = build_main_window(workspace, school.actor(workspace, "office"))
    assert id(window) in lasting._lasting
    window.close()
    window.deleteLater()
    gc.collect()
    assert isValid(window)
    _delete_what_waits()
    assert not isValid(window)
    assert id(window) not in lasting._lasting


def test_what_is_taken_out_of_a_layout_lasts_until_qt_takes_it(qapp: QApplication) -> None:
    host = QWidget()
    box = QVBoxLayout(host)
    part = _Tidying()
    seen = weakref.ref(part)
    lasting._lasting.pop(id(part))
    box.addWidget(part)
    clear(box)
    del part
    gc.collect()
    assert isValid(seen())
    assert box.count() == 0
    _delete_what_waits()
    gc.collect()
    assert seen() is None


@pytest.mark.parametrize("number", [1, 3])
def test_nothing_is_held_for_good(number: int, qapp: QApplication) -> None:
    before = len(lasting._lasting)
    made = [QWidget() for _ in range(number)]
    for widget in made:
        until_gone(widget)
    assert len(lasting._lasting) == before + number
    for widget in made:
        widget.deleteLater()
    _delete_what_waits()
    assert len(lasting._lasting) == before
