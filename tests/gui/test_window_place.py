"""The window comes back where it was and as large as it was, on the next start and in another text size, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Administrator, create_workspace, open_for_window
from app.settings import load_settings
from app.ui.application import Front, make_application
from app.ui.main_window import MainWindow
from app.workflow.workspace import Workspace
from tests.gui import school
from tests.gui.test_locking import LONG_MS

Start = Callable[[], MainWindow]


@pytest.fixture
def fronts() -> Iterator[list[Front]]:
    made: list[Front] = []
    yield made
    for front in made:
        front.close()


@pytest.fixture
def start(qtbot: QtBot, qapp: object, tmp_path: Path, workspace: Workspace, fronts: list[Front]) -> Start:
    """Start the program anew and sign in."""
    make_application([])
    folder = workspace.folder
    workspace.close()

    def begin() -> MainWindow:
        while fronts:
            fronts.pop().close()
        front = Front(
            [str(folder)], settings_file=tmp_path / "window.json", open_workspace=open_for_window,
            create_workspace=create_workspace, administrator=Administrator,
        )  # fmt: skip
        fronts.append(front)
        front.start()
        form = front.sign_in.open_form
        qtbot.waitUntil(form.go.isEnabled, timeout=LONG_MS)
        form.passphrase.setText(school.PASSPHRASE)
        form.go.click()
        user = front.sign_in.user_form
        qtbot.waitUntil(lambda: user.isVisible() and user.go.isEnabled(), timeout=LONG_MS)
        user.user.setText("office")
        user.password.setText(school.PASSWORD)
        user.go.click()
        qtbot.waitUntil(lambda: front.window is not None and front.window.isVisible(), timeout=LONG_MS)
        assert front.window is not None
        return front.window

    return begin


def test_the_size_and_filling_the_screen_are_the_same_after_a_start(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert window.size().toTuple() == (1366, 768)
    window.resize(900, 640)  # the screen of a test is small
    again = start()
    assert again.size().toTuple() == (900, 640)
    again.showMaximized()
    assert start().isMaximized()


def test_another_text_size_leaves_the_window_where_it_is(
    start: Start, fronts: list[Front], qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    window.showMaximized()
    window.look_changed.emit(replace(window.desk.settings, text_size=125))
    qtbot.waitUntil(lambda: fronts[-1].window is not window and fronts[-1].window.isVisible(), timeout=LONG_MS)
    assert fronts[-1].window.isMaximized()
    assert load_settings(tmp_path / "window.json").text_size == 125


def test_signing_out_remembers_it_and_a_damaged_place_is_passed_over(
    start: Start, fronts: list[Front], tmp_path: Path
) -> None:
    window = start()
    window.resize(900, 700)
    window.signed_out.emit()
    kept = load_settings(tmp_path / "window.json")
    assert kept.place
    fronts[-1]._keep(replace(kept, place="nonsense é"))
    assert start().size().toTuple() == (1366, 768)
