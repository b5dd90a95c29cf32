"""From the real start of the program to an exported pack, with mouse and keys, by the people whose work it is."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.__main__ import main
from app.devices.folder_device import FolderDevice
from app.domain.photo import DeviceKind
from app.domain.post import PostCategory, PostState, ReleaseState, RightsSource
from app.ui import reads
from app.ui.main_window import MainWindow
from app.ui.pages.pack_card import PackPictures
from app.ui.sign_in import SignIn
from app.ui.widgets import Button
from app.workflow import devices
from app.workflow.workspace import Workspace
from consent_db import photos
from tests.gui import school
from tests.gui.pages import wait_for_page, wait_till_done, wait_till_read

LONG_MS = 60_000
Start = Callable[[Callable[[], None], list[str]], int]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication) -> Start:
    """Run the program from its entry point; the scenario takes the place of waiting for a person."""
    monkeypatch.setenv("CLEARPOST_SETTINGS", str(tmp_path / "window.json"))

    def run(scenario: Callable[[], None], words: list[str]) -> int:
        def live(*_: object) -> int:
            scenario()
            return 0

        monkeypatch.setattr(QApplication, "exec", live)
        return main(["window", *words])

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A school without photos."""
    school.make_school(tmp_path / "workspace", with_photos=False).close()
    return tmp_path / "workspace"


@pytest.mark.policy("000-25", "004-20", "004-25")
def test_a_photo_goes_from_a_phone_to_an_exported_pack(
    start: Start, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    phone = school.make_phone(tmp_path / "phone", number=1)
    out = tmp_path / "out"
    out.mkdir()

    def scenario() -> None:
        _open_workspace(qtbot, school.PASSPHRASE)
        window = _sign_in(qtbot, "office")
        _import(qtbot, window, phone)
        assert list(phone.rglob("*.jpg")) == []
        _name(qtbot, window)
        _write(qtbot, window)
        window = _change_to(qtbot, window, "head")
        _approve(qtbot, window)
        window = _change_to(qtbot, window, "deputy")
        _publish(qtbot, window, out)

    assert start(scenario, [str(folder)]) == 0
    assert list(out.iterdir()) == []
    assert json.loads((tmp_path / "window.json").read_text())["user"] == "deputy"


def test_wrong_secrets_are_refused_in_plain_words_and_nothing_opens(start: Start, folder: Path, qtbot: QtBot) -> None:
    def scenario() -> None:
        page = _page(SignIn)
        _fill(qtbot, page.open_form.passphrase, "not these words at all")
        _press(qtbot, page.open_form.go)
        qtbot.waitUntil(lambda: "passphrase" in page.notice.words(), timeout=LONG_MS)
        assert page.workspace is None
        _open_workspace(qtbot, school.PASSPHRASE)
        qtbot.waitUntil(page.user_form.isEnabled, timeout=LONG_MS)
        _fill(qtbot, page.user_form.user, "office")
        _fill(qtbot, page.user_form.password, "not the password")
        qtbot.keyClick(page.user_form.password, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(page.notice.words()), timeout=LONG_MS)
        assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]

    assert start(scenario, [str(folder)]) == 0


def test_a_new_workspace_is_made_and_its_first_user_signs_in(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    def scenario() -> None:
        page = _page(SignIn)
        page.open_form.new_wanted.emit()
        form = page.new_form
        for line, words in (
            (form.school, "Hollybank Primary School"),
            (form.folder, str(tmp_path / "new")),
            (form.passphrase, school.PASSPHRASE),
            (form.again, "something else again"),
            (form.name, "Ida Turing"),
            (form.user, "it"),
            (form.password, school.PASSWORD),
        ):
            _fill(qtbot, line, words)
        _press(qtbot, form.go)
        assert form.problem.text() == "The two passphrases are not the same."
        assert not (tmp_path / "new").exists()
        _fill(qtbot, form.again, school.PASSPHRASE)
        _press(qtbot, form.go)
        qtbot.waitUntil(page.user_form.isVisible, timeout=LONG_MS)
        window = _sign_in(qtbot, "it")
        assert window.windowTitle().endswith("Hollybank Primary School")
        assert "users" in window.pages

    assert start(scenario, []) == 0
    assert (tmp_path / "new" / "workspace.json").exists()


def test_cancelling_an_import_half_way_keeps_what_was_done_and_leaves_the_rest(
    start: Start, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    phone = school.make_phone(tmp_path / "phone", number=8)

    def scenario() -> None:
        _open_workspace(qtbot, school.PASSPHRASE)
        window = _sign_in(qtbot, "office")
        page = _ready_to_import(qtbot, window, phone)
        _press(qtbot, page.go)
        qtbot.waitUntil(lambda: page.progress.arrivals.rowCount() >= 2, timeout=LONG_MS)
        _press(qtbot, page.cancel)
        qtbot.waitUntil(lambda: page.summary.text().startswith("Stopped."), timeout=LONG_MS)
        with window.desk.workspace.database.read() as connection:
            taken = len(photos.latest(connection))
        left = list(phone.rglob("*.jpg"))
        assert 2 <= taken < 8
        assert len(left) == 8 - taken

    assert start(scenario, [str(folder)]) == 0


def test_a_consent_taken_away_after_approval_stops_the_post(
    start: Start, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    phone = school.make_phone(tmp_path / "phone", number=1)

    def scenario() -> None:
        _open_workspace(qtbot, school.PASSPHRASE)
        window = _sign_in(qtbot, "office")
        _import(qtbot, window, phone)
        _name(qtbot, window)
        _write(qtbot, window)
        window = _change_to(qtbot, window, "head")
        _approve(qtbot, window)
        window = _change_to(qtbot, window, "governor")
        page = window.pages["register"]
        window.show_page("register")
        qtbot.keyClicks(page.search, "amara")
        page.list.setCurrentIndex(page.list.rows.index(0))
        _press(qtbot, page.sheet.says_no)
        _press(qtbot, _button(page.notice, "The child"))
        assert "is not shown any more" in page.notice.words()
        window = _change_to(qtbot, window, "deputy")
        window.show_page("publish")
        assert window.pages["publish"].empty.isVisible()
        assert [p.state for p in reads.all_posts(window.desk.workspace)] == [PostState.DRAFT]

    assert start(scenario, [str(folder)]) == 0


def _page(kind: type) -> QWidget:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def _press(qtbot: QtBot, button: QWidget) -> None:
    assert button.isEnabled(), f"{button.accessibleName()} cannot be pressed"
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _button(where: QWidget, name: str) -> Button:
    return next(b for b in reversed(where.findChildren(Button)) if b.accessibleName() == name)


def _fill(qtbot: QtBot, line: QLineEdit, words: str) -> None:
    line.clear()
    qtbot.keyClicks(line, words)


def _open_workspace(qtbot: QtBot, passphrase: str) -> None:
    page = _page(SignIn)
    qtbot.waitUntil(page.open_form.isEnabled, timeout=LONG_MS)
    _fill(qtbot, page.open_form.passphrase, passphrase)
    qtbot.keyClick(page.open_form.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(page.user_form.isVisible, timeout=LONG_MS)


def _sign_in(qtbot: QtBot, user: str) -> MainWindow:
    page = _page(SignIn)
    qtbot.waitUntil(page.user_form.isEnabled, timeout=LONG_MS)
    _fill(qtbot, page.user_form.user, user)
    _fill(qtbot, page.user_form.password, school.PASSWORD)
    qtbot.keyClick(page.user_form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=LONG_MS)
    return _page(MainWindow)


def _change_to(qtbot: QtBot, window: MainWindow, user: str) -> MainWindow:
    _press(qtbot, _button(window, "Sign out"))
    return _sign_in(qtbot, user)


def _ready_to_import(qtbot: QtBot, window: MainWindow, phone: Path) -> QWidget:
    window.show_page("import")
    page = window.pages["import"]
    page.folder.setText(str(phone))
    qtbot.keyClick(page.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.device is not None, timeout=LONG_MS)
    page.kind_buttons[DeviceKind.PERSONAL].click()
    assert not page.go.isEnabled()
    _fill(qtbot, page.event, school.EVENT)
    assert page.remove.isChecked()
    return page


def _approve_device(workspace: Workspace, phone: Path) -> None:
    """The Headteacher approved this phone before its first photo."""
    identity, it = FolderDevice(phone).identity, school.actor(workspace, "it")
    known = devices.add(
        workspace, it, key=identity.key, label=identity.label, kind=DeviceKind.PERSONAL, owner="Jo Evans"
    )
    head, today = school.actor(workspace, "head"), workspace.clock.today()
    devices.approve(workspace, head, known, owner="Jo Evans", first=today, evidence="staff file")


def _import(qtbot: QtBot, window: MainWindow, phone: Path) -> None:
    _approve_device(window.desk.workspace, phone)
    page = _ready_to_import(qtbot, window, phone)
    _press(qtbot, page.go)
    qtbot.waitUntil(lambda: bool(page.summary.text()) and not window.desk.running, timeout=2 * LONG_MS)
    assert "1 original removed, each with a receipt" in page.summary.text()
    _press(qtbot, page.to_pick)
    wait_for_page(qtbot, window, "pick")
    page = window.pages["pick"]
    qtbot.waitUntil(lambda: page.grid.shots.rowCount() == 1, timeout=LONG_MS)
    qtbot.keyClick(page.grid, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: page.go.isEnabled() and not page._saving, timeout=LONG_MS)
    _press(qtbot, page.go)
    qtbot.waitUntil(lambda: page.name_button.isVisible() and not window.desk.running, timeout=2 * LONG_MS)
    _press(qtbot, page.name_button)
    wait_for_page(qtbot, window, "review")


def _name(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages["review"]
    for letters in ("ama", "ben", "cai", "oluwa", "ell"):
        qtbot.keyClicks(page.classes.search, letters)
        qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    while any(p.id not in page.classes._answers for p in page.classes.missing.rows.items):
        qtbot.keyClick(page.classes.missing, Qt.Key.Key_Return)
    assert "5 named" in page.numbers.text()


def _write(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("posts")
    page = window.pages["posts"]
    _press(qtbot, page.new)
    _fill(qtbot, page.choice.title_line, "Sports day on the field")
    page.choice.list.setCurrentIndex(page.choice.list.rows.index(0))
    qtbot.keyClick(page.choice.list, Qt.Key.Key_Return)
    _press(qtbot, page.choice.go)
    wait_till_done(qtbot, page)
    page.boxes[school.FACEBOOK].click()
    qtbot.keyClicks(page.captions[school.FACEBOOK], "What a sunny sports day.")
    page.about.category.setCurrentIndex(page.about.category.findData(PostCategory.CHILDREN))
    card = page.cards[0]
    qtbot.keyClicks(card.alt, "Children in two rows before a wall.")
    card.rights.setCurrentIndex(card.rights.findData(RightsSource.STAFF))
    _press(qtbot, page.render_button)
    qtbot.waitUntil(lambda: not window.desk.running, timeout=2 * LONG_MS)
    wait_till_read(qtbot, page)
    assert page.right.heading.text() == "Nothing stands in the way", [f.words for f in page.findings]
    _press(qtbot, page.submit_button)
    for box in page.confirming.boxes.values():
        qtbot.keyClick(box, Qt.Key.Key_Space)
    _press(qtbot, page.confirming.go)
    wait_till_done(qtbot, page)
    assert page.notice.words() == "The post is with the Headteacher."


def _approve(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("approve")
    page = window.pages["approve"]
    qtbot.waitUntil(lambda: page.picture.has_picture, timeout=LONG_MS)
    _press(qtbot, page.return_button)
    assert "note" in page.notice.words()
    _press(qtbot, page.approve_button)
    wait_till_done(qtbot, page)
    assert "positive and relevant" in page.notice.words()
    page.fitting.setChecked(True)
    _press(qtbot, page.approve_button)
    wait_till_done(qtbot, page)
    assert "is approved until" in page.notice.words()


def _publish(qtbot: QtBot, window: MainWindow, out: Path) -> None:
    window.show_page("publish")
    page = window.pages["publish"]
    _fill(qtbot, page.folder, str(out))
    _press(qtbot, _button(page, "Hand out the pictures for Facebook"))
    assert "may be impossible to take back" in page.notice.words()
    _press(qtbot, _button(page.notice, "Hand it out"))
    qtbot.waitUntil(lambda: "Post them, then note the address" in page.notice.words(), timeout=LONG_MS)
    qtbot.waitUntil(lambda: not window.desk.running, timeout=LONG_MS)
    wait_till_read(qtbot, page)
    _look_at_pack(page, out)
    url = next(e for e in page.findChildren(QLineEdit) if e.accessibleName() == "Address on Facebook")
    _fill(qtbot, url, "https://facebook.example/hollybank/1")
    _press(qtbot, _button(page, "Note the address on Facebook"))
    wait_till_read(qtbot, page)
    [release] = reads.all_releases(window.desk.workspace)
    assert release.state is ReleaseState.LIVE
    assert release.live_url == "https://facebook.example/hollybank/1"


def _look_at_pack(page: QWidget, out: Path) -> None:
    """One pack with one clean picture, which can be dragged; the words come to the clipboard with one press."""
    [pack] = list(out.iterdir())
    [picture] = list(pack.glob("*.jpg"))
    assert not Image.open(io.BytesIO(picture.read_bytes())).getexif()
    [shown] = page.findChildren(PackPictures)
    assert [url.toLocalFile() for url in shown.mimeData([shown.item(0)]).urls()] == [str(picture)]
    _button(page, "Copy the words for Facebook").click()
    assert QApplication.clipboard().text() == "What a sunny sports day."
    _button(page, "Copy description 1").click()
    assert QApplication.clipboard().text() == "Children in two rows before a wall."
