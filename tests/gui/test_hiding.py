"""One key hides every picture and name at once, and the same key brings all of it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.application import Front
from tests.gui.pages import button, press
from tests.gui.test_locking import LONG_AGO, LONG_MS, NAMES, enter, front, on_screen, press_key, said_on_screen  # noqa: F401


@pytest.mark.usefixtures("qapp")
def test_one_key_hides_everything_and_brings_it_back(qtbot: QtBot, front: Front) -> None:  # noqa: F811
    window = enter(qtbot, front, "office")
    window.show_page("posts")
    typed = next(line for line in window.pages["posts"].findChildren(QLineEdit) if line.isEnabled())
    typed.setText("Half a title about Amara")
    press_key(typed, Qt.Key.Key_F9)
    cover = front.lock.cover
    assert on_screen() == [cover]
    assert not [name for name in NAMES if name in said_on_screen()]
    assert cover.windowTitle() == "ClearPost"
    assert "Press F9 or click" in said_on_screen()
    press_key(cover, Qt.Key.Key_F9)
    assert on_screen() == [window]
    assert typed.text() == "Half a title about Amara"
    assert not front.lock.is_locked


def test_a_button_hides_and_a_click_shows_again(qtbot: QtBot, front: Front) -> None:  # noqa: F811
    window = enter(qtbot, front, "head")
    press(qtbot, button(window, "Hide everything"))
    assert on_screen() == [front.lock.cover]
    qtbot.mouseClick(front.lock.cover, Qt.MouseButton.LeftButton)
    assert on_screen() == [window]


def test_while_it_is_hidden_the_lock_still_comes_and_asks_for_the_password(
    qtbot: QtBot,
    front: Front,  # noqa: F811
) -> None:
    enter(qtbot, front, "office")
    front.lock.hide_all()
    front.lock.idle.set_after(LONG_AGO)
    qtbot.waitUntil(lambda: front.lock.is_locked, timeout=LONG_MS)
    assert on_screen() == [front.lock.page]
    front.lock.idle.set_after(timedelta(hours=1))
    press_key(front.lock.page, Qt.Key.Key_F9)
    assert on_screen() == [front.lock.page]
