"""First start: from the first field to a working school, each step skipped or taken, back and forward."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Administrator, create_workspace, open_for_window
from app.domain.people import Role
from app.ui.application import Front, make_application
from app.ui.set_up_forms import PeopleStep, PlatformsStep, PupilsStep, RulesStep, SetUp, SummaryStep
from app.ui.sign_in_forms import NewForm
from app.workflow import users
from tests.gui.pages import press, wait_for_page, words
from tests.gui.test_locking import LONG_MS

LIST = "UPN,Legal Forename,Legal Surname,Date of Birth,Reg Group\nH801200001001,Amara,Okafor,14/03/2017,Oak\n"
PASSPHRASE, PASSWORD = "four plain words together", "long enough for a test"  # not secrets: thrown away


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Front]:
    make_application([])
    made = Front(
        [], settings_file=tmp_path / "window.json", open_workspace=open_for_window,
        create_workspace=create_workspace, administrator=Administrator,
    )  # fmt: skip
    made.start()
    yield made
    made.close()


def begin(qtbot: QtBot, front: Front, folder: Path) -> SetUp:
    """Type the first page and go on with Enter."""
    front.sign_in.open_form.new_wanted.emit()
    form = front.sign_in.new_form
    for line, text in (
        (form.school, "Elmwood Primary School"), (form.folder, str(folder)), (form.passphrase, PASSPHRASE),
        (form.again, PASSPHRASE), (form.name, "Ida Turing"), (form.user, "it"), (form.password, PASSWORD),
    ):  # fmt: skip
        line.setText(text)
    qtbot.keyClick(form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(front.sign_in.set_up.isVisible, timeout=LONG_MS)
    return front.sign_in.set_up


def make(qtbot: QtBot, front: Front, steps: SetUp) -> str:
    """Press the last button and give back what is shown this once."""
    while not isinstance(steps.step, SummaryStep):
        press(qtbot, steps.step.later if steps.step.later.isVisible() else steps.step.go)
    press(qtbot, steps.step.go)
    qtbot.waitUntil(lambda: front.sign_in.done.isVisible() and front.sign_in.done.go.isEnabled(), timeout=60_000)
    return front.sign_in.done.shown.toPlainText()


def test_every_step_taken_ends_with_a_school_that_works(qtbot: QtBot, front: Front, tmp_path: Path) -> None:
    (tmp_path / "pupils.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "safe").mkdir()
    steps = begin(qtbot, front, tmp_path / "school")
    assert isinstance(steps.step, RulesStep)
    qtbot.mouseClick(steps.step.choices["societas"], Qt.MouseButton.LeftButton)
    steps.step.choices["societas"].setChecked(True)
    press(qtbot, steps.step.go)
    assert isinstance(steps.step, PeopleStep)
    for role, name in ((Role.HEAD, "Ruth Ashworth"), (Role.DEPUTY, "Martin Lyle"), (Role.CONTRIBUTOR, "Jo Evans")):
        steps.step.names[role].setText(name)
    press(qtbot, steps.step.go)
    assert isinstance(steps.step, PlatformsStep)
    steps.step.boxes["facebook"].setChecked(True)
    press(qtbot, steps.step.go)
    assert "Tick that the Headteacher agreed" in words(steps)  # not gone on
    steps.step.agreed.setChecked(True)
    press(qtbot, steps.step.go)
    assert isinstance(steps.step, PupilsStep)
    steps.step.file.setText(str(tmp_path / "pupils.csv"))
    press(qtbot, steps.step.go)
    assert "crest" in words(steps)
    press(qtbot, steps.step.go)
    assert "Comparing faces is off" in words(steps)
    press(qtbot, steps.step.go)
    steps.step.folder.setText(str(tmp_path / "safe"))
    for line in (steps.step.passphrase, steps.step.again):
        line.setText("another four plain words")
    press(qtbot, steps.step.go)
    assert "Ruth Ashworth (Headteacher)" in words(steps)
    assert not (tmp_path / "school").exists()  # nothing is written before the last button
    shown = make(qtbot, front, steps)
    assert "1 pupil read" in shown
    assert len(list((tmp_path / "safe").iterdir())) == 1
    found = re.search(r"sign-in name (ruth\.ashworth), password (\S+)", shown)
    press(qtbot, front.sign_in.done.go)
    workspace = front.sign_in.workspace
    assert workspace.pack.name == "societas"
    head = users.choose_password(workspace, found[1], old=found[2], new=PASSWORD)
    assert Role.HEAD in head.roles
    assert front.sign_in.user_form.user.text() == "it"


def test_every_step_may_be_left_for_later_and_home_brings_one_back(qtbot: QtBot, front: Front, tmp_path: Path) -> None:
    steps = begin(qtbot, front, tmp_path / "school")
    make(qtbot, front, steps)
    press(qtbot, front.sign_in.done.go)
    front.sign_in.user_form.password.setText(PASSWORD)
    press(qtbot, front.sign_in.user_form.go)
    qtbot.waitUntil(lambda: front.window is not None and front.window.isVisible(), timeout=LONG_MS)
    wait_for_page(qtbot, front.window, "home")
    said = words(front.window.pages["home"])
    assert "The Headteacher has no account yet." in said
    assert "The class lists have not been read yet." in said


def test_back_and_forward_keep_what_was_typed_and_closing_leaves_nothing(
    qtbot: QtBot, front: Front, tmp_path: Path
) -> None:
    folder = tmp_path / "school"
    steps = begin(qtbot, front, folder)
    press(qtbot, steps.step.go)
    steps.step.names[Role.HEAD].setText("Ruth Ashworth")
    press(qtbot, steps.step.go)
    press(qtbot, steps.step.back)
    assert steps.step.names[Role.HEAD].text() == "Ruth Ashworth"
    press(qtbot, steps.step.back)
    press(qtbot, steps.step.back)
    qtbot.waitUntil(front.sign_in.new_form.isVisible, timeout=LONG_MS)
    assert front.sign_in.new_form.school.text() == "Elmwood Primary School"
    front.sign_in.close()
    assert not folder.exists()


def test_what_cannot_be_written_is_said_and_can_be_put_right(qtbot: QtBot, front: Front, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("buy milk\n", encoding="utf-8")
    steps = begin(qtbot, front, tmp_path / "school")
    press(qtbot, steps.step.later)
    press(qtbot, steps.step.later)
    press(qtbot, steps.step.later)
    assert isinstance(steps.step, PupilsStep)
    steps.step.file.setText(str(tmp_path / "notes.csv"))
    press(qtbot, steps.step.go)
    while not isinstance(steps.step, SummaryStep):
        press(qtbot, steps.step.go)
    press(qtbot, steps.step.go)
    qtbot.waitUntil(lambda: front.sign_in.notice.words() != "", timeout=60_000)
    qtbot.waitUntil(steps.step.go.isEnabled, timeout=LONG_MS)
    assert not (tmp_path / "school" / "workspace.json").exists()
    while not isinstance(steps.step, PupilsStep):
        press(qtbot, steps.step.back)
    press(qtbot, steps.step.later)
    assert "pupil" not in make(qtbot, front, steps)


def test_the_first_page_offers_a_new_folder_and_says_which_line_is_missing(
    qtbot: QtBot, front: Front, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "ClearPost").mkdir()
    form = NewForm()
    qtbot.addWidget(form)
    assert form.folder.text() == str(tmp_path / "ClearPost 2")
    front.sign_in.open_form.new_wanted.emit()
    shown = front.sign_in.new_form
    shown.school.setText("Elmwood Primary School")
    qtbot.keyClick(shown.school, Qt.Key.Key_Return)
    assert shown.problem.text() == "Please fill in: Workspace passphrase"
    assert shown.passphrase.hasFocus()
    assert not shown.next.isHidden()
