"""Columns stand side by side while there is room, else one below the other; nothing goes beyond the right edge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import BugError
from app.ui.columns import Across, Columns
from app.ui.widgets import scrolled

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
_WIDE, _NARROW = 900, 420


def _part(least_wide: int, least_high: int = 40) -> QWidget:
    part = QWidget()
    part.setMinimumSize(least_wide, least_high)
    return part


def _laid(qtbot: QtBot, host: Across, wide: int, high: int = 500) -> None:
    qtbot.addWidget(host)
    host.resize(wide, high)
    host.show()
    host.box.activate()


def test_with_room_a_side_has_its_width_and_the_others_share_the_rest(qtbot: QtBot) -> None:
    host, side, first, second = Across(10), _part(100), _part(100), _part(100)
    host.box.add_side(side, 200)
    host.box.addWidget(first, 2)
    host.box.addWidget(second, 1)
    _laid(qtbot, host, _WIDE)
    assert not host.box.is_folded(_WIDE)
    assert side.geometry() == QRect(0, 0, 200, 500)
    assert first.width() // 2 == second.width()
    assert second.geometry().right() <= _WIDE


def test_without_room_they_stand_below_each_other_over_the_whole_width(qtbot: QtBot) -> None:
    host, side, main = Across(10), _part(100), _part(300)
    host.box.add_side(side, 200)
    host.box.addWidget(main)
    _laid(qtbot, host, _NARROW)
    assert host.box.is_folded(_NARROW)
    assert (side.width(), main.width()) == (_NARROW, _NARROW)
    assert side.geometry().bottom() < main.geometry().top()
    assert host.minimumSizeHint().width() == 300


def test_what_a_side_opens_comes_first_and_a_list_of_the_rest_last(qtbot: QtBot) -> None:
    host, opened, main, rest = Across(10), _part(100), _part(300), _part(100)
    host.box.addWidget(main, high=120)
    host.box.add_side(opened, 200, place=-1)
    host.box.add_side(rest, 200, place=1)
    _laid(qtbot, host, _NARROW)
    assert opened.y() < main.y() < rest.y()
    assert main.height() >= 120
    opened.hide()
    host.box.activate()
    assert main.y() == 0


def test_columns_within_one_stay_beside_each_other_as_long_as_they_can(qtbot: QtBot) -> None:
    host, inner = Across(10), Across(10)
    for _number in range(2):
        inner.box.addWidget(_part(180))
    host.box.add_side(_part(100), 200)
    host.box.addWidget(inner, keeps=True)
    _laid(qtbot, host, _NARROW)
    assert host.box.is_folded(_NARROW)
    assert not inner.box.is_folded(_NARROW)
    assert host.box.is_folded(300)
    assert inner.box.is_folded(300)


def test_what_would_scroll_by_itself_is_as_high_as_all_that_is_in_it_once_folded(qtbot: QtBot) -> None:
    host, long = Across(10), QWidget()
    box = QVBoxLayout(long)
    for number in range(30):
        box.addWidget(QPushButton(f"Button {number}"))
    area = scrolled(long, "Long")
    host.box.add_side(QListWidget(), 300)
    host.box.addWidget(area)
    _laid(qtbot, host, _WIDE)
    assert host.box.heightForWidth(_WIDE) < long.minimumSizeHint().height()
    narrow = 250
    assert host.box.is_folded(narrow)
    high = host.box.heightForWidth(narrow)
    assert high > long.minimumSizeHint().height()
    host.resize(narrow, high)
    host.box.activate()
    assert area.verticalScrollBar().maximum() == 0


def test_columns_are_made_of_widgets(qtbot: QtBot) -> None:
    columns = Columns()
    with pytest.raises(BugError, match="widgets"):
        columns.addItem(QVBoxLayout())
    assert columns.count() == 0
    assert columns.takeAt(0) is None
    assert columns.itemAt(0) is None
