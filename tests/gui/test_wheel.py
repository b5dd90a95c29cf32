"""The mouse wheel scrolls the page and never changes an answer that the pointer passes."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui import reads
from app.ui.application import make_application
from app.ui.pages.posts import PostsPage
from app.ui.reading_order import bring_into_sight
from app.ui.widgets import Plain, scrolled
from tests.gui import school
from tests.gui.conftest import Open

_NOTCH = QPoint(0, -120)


def _turn(widget: QWidget) -> None:
    """One notch down with the pointer on the widget, as the system tells the window."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(at), _NOTCH)


def _is_in_sight(widget: QWidget) -> bool:
    bring_into_sight(widget)
    return bool(widget.visibleRegion().contains(widget.rect().center()))


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_wheel_over_a_list_of_choices_or_a_time_scrolls_what_it_lies_on(qtbot: QtBot) -> None:
    make_application([])
    inner, choice, at = Plain(), QComboBox(), QTimeEdit(QTime(9, 30))
    choice.addItems(["Please choose", "Taken by our own staff", "Bought"])
    for widget in (choice, at):
        inner.box.addWidget(widget)
    inner.box.addSpacing(3000)
    area = scrolled(inner, "Page")
    qtbot.addWidget(area)
    area.resize(300, 300)
    with qtbot.waitExposed(area):
        area.show()
    widgets: tuple[QWidget, ...] = (choice, at)
    for part in widgets:
        area.verticalScrollBar().setValue(0)
        part.setFocus()
        _turn(part)
        assert area.verticalScrollBar().value() > 0
    assert (choice.currentIndex(), at.time()) == (0, QTime(9, 30))


@pytest.mark.qt_log_ignore("does not support")
def test_an_open_list_of_choices_is_scrolled(qtbot: QtBot) -> None:
    make_application([])
    choice = QComboBox()
    qtbot.addWidget(choice)
    choice.addItems([f"Class {number}" for number in range(200)])
    choice.setMaxVisibleItems(5)
    choice.setStyleSheet("combobox-popup: 0;")
    with qtbot.waitExposed(choice):
        choice.show()
    choice.showPopup()
    qtbot.waitUntil(lambda: choice.view().verticalScrollBar().maximum() > 0)
    _turn(choice.view().viewport())
    assert choice.view().verticalScrollBar().value() > 0
    choice.hidePopup()


def test_scrolling_a_post_says_nothing_about_whose_its_pictures_are(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_page("posts", tuple(photo.id for photo in reads.photos_of(window.desk.workspace, school.EVENT)))
    page = window.pages["posts"]
    assert isinstance(page, PostsPage)
    page.choice.title_line.setText("Sports day")
    page.choice.go.click()
    qtbot.waitUntil(lambda: bool(page.cards))
    for card in page.cards:
        for choice in (card.rights, card.suitable):
            qtbot.waitUntil(partial(_is_in_sight, choice))
            _turn(choice)
            assert choice.currentData() is None
