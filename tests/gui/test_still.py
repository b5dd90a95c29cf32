"""What is on the screen stays for a moment while what comes in its place is read, and never longer."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.still import Still


@pytest.fixture
def part(qtbot: QtBot) -> QWidget:
    part = QWidget()
    qtbot.addWidget(part)
    part.show()
    qtbot.waitExposed(part)
    return part


def test_nothing_new_is_painted_until_it_is_let_go(part: QWidget) -> None:
    still = Still(part)
    still.hold()
    assert not part.updatesEnabled()
    still.let_go()
    assert part.updatesEnabled()


def test_whoever_waits_longer_sees_what_is_there_by_now(part: QWidget, qtbot: QtBot) -> None:
    still = Still(part)
    still.hold()
    still.hold()
    qtbot.waitUntil(part.updatesEnabled)


def test_a_part_that_nobody_sees_is_not_held(part: QWidget) -> None:
    part.hide()
    Still(part).hold()
    assert part.updatesEnabled()
