"""The sample school on the sign-in page: one button makes it, another removes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Administrator, create_workspace, open_for_window
from app.ui.application import Front, make_application
from app.ui.plugged import PluggedBar
from app.workflow import sample_school
from tests.gui.pages import press, wait_for_page
from tests.gui.test_locking import LONG_MS


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Front]:
    monkeypatch.setattr(sample_school, "folder_for_samples", lambda: tmp_path / "sample school")
    make_application([])
    made = Front(
        [], settings_file=tmp_path / "window.json", open_workspace=open_for_window,
        create_workspace=create_workspace, administrator=Administrator,
    )  # fmt: skip
    made.start()
    yield made
    made.close()


def test_one_button_makes_it_and_another_removes_it(qtbot: QtBot, front: Front, tmp_path: Path) -> None:
    form = front.sign_in.open_form
    assert not form.no_sample.isVisible()
    press(qtbot, form.sample)
    qtbot.waitUntil(lambda: "Everybody here is invented" in front.sign_in.notice.words(), timeout=60_000)
    assert "Sample school" in front.sign_in.user_form.school.text()
    qtbot.waitUntil(front.sign_in.user_form.go.isEnabled, timeout=LONG_MS)
    front.sign_in.user_form.password.setText(sample_school.PASSWORD)
    press(qtbot, front.sign_in.user_form.go)
    qtbot.waitUntil(lambda: front.window is not None and front.window.isVisible(), timeout=LONG_MS)
    assert "Sample school" in front.window.windowTitle()
    offer = front.window.findChild(PluggedBar)
    qtbot.waitUntil(offer.isVisible, timeout=LONG_MS)
    assert "The sample school’s phone" in offer.words.text()
    press(qtbot, offer.go)
    wait_for_page(qtbot, front.window, "import")
    page = front.window.current
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 4, timeout=LONG_MS)
    front.window.signed_out.emit()
    qtbot.waitUntil(front.sign_in.isVisible, timeout=LONG_MS)
    front.sign_in.leave_workspace()
    press(qtbot, form.no_sample)
    qtbot.waitUntil(lambda: "removed" in front.sign_in.notice.words(), timeout=LONG_MS)
    assert not (tmp_path / "sample school").exists()
    assert not form.no_sample.isVisible()


def test_no_other_workspace_has_the_sample_phone(tmp_path: Path) -> None:
    assert sample_school.phone_beside(tmp_path / sample_school.WORKSPACE) is None
