"""Opening and making a workspace: the PC's keyring may remember the key, and the recovery passphrase is shown once."""

from __future__ import annotations

import re
from pathlib import Path

import keyring
import pytest

from app.bootstrap import Administrator, create_workspace, open_for_window, open_workspace
from app.storage.keys import has_recovery_form
from app.ui.application import Front, make_application
from tests.gui import school
from tests.unit.policy_files import settle
from tests.unit.storage.test_os_keyring import MemoryKeyring


@pytest.fixture
def use_keyring():
    before = keyring.get_keyring()
    yield lambda: keyring.set_keyring(MemoryKeyring())
    keyring.set_keyring(before)


@pytest.fixture
def start(qtbot, qapp, tmp_path):
    """Start the program's front on a folder."""
    make_application([])
    fronts = []

    def begin(folder: Path) -> Front:
        front = Front(
            [str(folder)], settings_file=tmp_path / "window.json", open_workspace=open_for_window,
            create_workspace=create_workspace, administrator=Administrator,
        )  # fmt: skip
        fronts.append(front)
        front.start()
        return front

    yield begin
    for front in fronts:
        front.close()


def opened(qtbot, front: Front) -> bool:
    qtbot.waitUntil(front.sign_in.open_form.go.isEnabled, timeout=20_000)
    with qtbot.waitSignal(front.sign_in.opened, timeout=20_000):
        front.sign_in.open_form.go.click()
    return front.sign_in.workspace is not None


def test_remembered_once_the_window_opens_without_the_passphrase(qtbot, start, workspace, use_keyring):
    use_keyring()
    folder = workspace.folder
    workspace.close()
    front = start(folder)
    form = front.sign_in.open_form
    assert not form.remember.isHidden()
    assert form.passphrase.placeholderText() == ""
    form.passphrase.setText(school.PASSPHRASE)
    form.remember.setChecked(True)
    assert opened(qtbot, front)
    front.sign_in.leave_workspace()
    form.remember.setChecked(False)
    assert "leave empty" in form.passphrase.placeholderText()
    assert form.passphrase.text() == ""
    assert opened(qtbot, front)


def test_a_pc_without_a_keyring_offers_no_remembering(start, workspace):
    form = start(workspace.folder).sign_in.open_form
    assert form.remember.isHidden()


def test_the_recovery_passphrase_is_shown_when_a_workspace_is_made_and_opens_it(qtbot, start, tmp_path):
    front = start(tmp_path / "none")
    form = front.sign_in.new_form
    for line, words in (
        (form.school, "Hollybank"), (form.folder, str(tmp_path / "new")), (form.passphrase, "four words of secret"),
        (form.again, "four words of secret"), (form.name, "Ida"), (form.user, "it"), (form.password, school.PASSWORD),
    ):  # fmt: skip
        line.setText(words)
    with qtbot.waitSignal(front.sign_in.opened, timeout=20_000):
        form.go.click()
    qtbot.waitUntil(lambda: front.sign_in.notice.words() != "")
    shown = re.search(r"[0-9A-Z-]{34}", front.sign_in.notice.words())[0]
    assert has_recovery_form(shown)
    open_workspace(tmp_path / "new", passphrase=shown).close()


def test_whoever_opens_a_known_workspace_types_the_passphrase_at_once(start, workspace):
    folder = workspace.folder
    workspace.close()
    form = start(folder).sign_in.open_form
    assert form.window().focusWidget() is form.passphrase


def test_whoever_opened_it_types_the_name_at_once_and_after_a_slip_the_password(qtbot, start, workspace):
    folder = workspace.folder
    workspace.close()
    front = start(folder)
    page = front.sign_in
    page.open_form.passphrase.setText(school.PASSPHRASE)
    assert opened(qtbot, front)
    qtbot.waitUntil(page.user_form.isEnabled)
    qtbot.waitUntil(lambda: page.focusWidget() is page.user_form.user)
    page.user_form.user.setText("office")
    page.user_form.password.setText("not the password")
    page.user_form.go.click()
    qtbot.waitUntil(lambda: page.notice.words() != "" and page.user_form.isEnabled())
    qtbot.waitUntil(lambda: page.focusWidget() is page.user_form.password)
    assert page.language.hasFocus() is False


def test_the_file_in_a_workspace_opens_its_folder(start, workspace):
    folder = workspace.folder
    workspace.close()
    front = start(folder / "workspace.json")
    assert front.sign_in.open_form.folder.text() == str(folder)


def test_where_it_settled_so_nobody_is_offered_to_be_remembered(start, workspace, use_keyring, tmp_path, monkeypatch):
    use_keyring()
    folder = workspace.folder
    workspace.close()
    monkeypatch.setenv("CLEARPOST_POLICY", str(settle(tmp_path, "[safety]\nremember_key = false\n")))
    assert start(folder).sign_in.open_form.remember.isHidden()
