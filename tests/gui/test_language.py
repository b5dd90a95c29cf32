"""The window in Welsh: what is said on it, how it is chosen, and that it comes back to English as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Administrator, create_workspace, open_for_window
from app.domain.errors import StorageError
from app.settings import Settings, load_settings
from app.ui import language
from app.ui.application import Front, build_main_window, make_application
from app.ui.below import _pattern, _templates, below
from app.ui.days import parse_day
from app.ui.language import Told, joined, phrase, tr, trn, use_language
from app.ui.main_window import MainWindow
from app.ui.notices import Notice
from app.ui.theme import install_theme
from app.ui.words import STATUS, count, day
from app.workflow.workspace import Workspace
from tests.gui import school
from tests.gui.pages import press, words

FRAME_PX = 16
"""The room around a button's words that may be squeezed without cutting one."""


@pytest.fixture(autouse=True)
def english_again(qapp: object) -> Iterator[None]:
    before = QLocale()
    yield
    use_language("en")
    QLocale.setDefault(before)


@pytest.fixture
def welsh(qapp: object) -> None:
    use_language("cy")
    assert language.language_in_use() == "cy"


@pytest.fixture
def window(welsh: None, qtbot: QtBot, qapp: object, workspace: Workspace) -> Iterator[MainWindow]:
    make_application([])
    install_theme(qapp, choice="light")
    made = build_main_window(workspace, school.actor(workspace, "head"), Settings(language="cy"))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.desk.close()


def test_the_window_is_in_welsh_from_the_pages_at_the_side_to_home(window: MainWindow) -> None:
    named = {key: button.text().rstrip(" 0123456789").strip() for key, button in window.nav_buttons.items()}
    assert named["home"] == "Hafan"
    assert named["review"] == "Adolygu"
    assert named["approve"] == "Cymeradwyo"
    assert named["register"] == "Cofrestr"
    assert not {"Home", "Posts", "Publish", "Devices", "School"} & set(named.values())
    said = words(window.pages["home"])
    assert "Ar y ffordd at y postiad cyntaf" in said
    assert "lun â wynebau i’w henwi" in said  # two photos: after two a noun softens
    assert "Nid yw arfbais yr ysgol wedi’i dysgu eto." in said
    assert "has not been" not in said


@pytest.mark.parametrize("key", ["import", "pick", "review", "posts", "approve", "publish", "register", "devices"])
def test_a_page_opens_in_welsh_and_says_nothing_of_its_own_in_english(window: MainWindow, key: str) -> None:
    window.show_page(key)
    assert window.current.key == key
    english = {" the ", " of the ", " and ", " is not ", " here"}
    said = f" {words(window.current)} "
    assert len(said) > 20
    assert {word for word in english if word in said} == set()


def test_pictures_words_and_reasons_are_in_welsh_where_the_headteacher_reads_them(window: MainWindow) -> None:
    window.show_page("register")
    assert STATUS[next(iter(STATUS))] == ("shown", "ie")
    assert below("Amara Okafor: no answer for Facebook.") == "Amara Okafor: dim ateb ar gyfer Facebook."
    assert (
        below("Describe photo 3 for people who cannot see it.") == "Disgrifiwch llun 3 ar gyfer pobl na allant ei weld."
    )
    assert below("Nobody translated this.") == "Nobody translated this."


@pytest.mark.parametrize("key", ["home", "review", "approve", "register"])
def test_no_button_of_a_main_page_is_cut_on_a_small_laptop(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.show_page(key)
    qtbot.waitUntil(lambda: window.current.isVisible())
    shown = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text().strip()]
    assert len(shown) > 10
    assert [b.text() for b in shown if b.sizeHint().width() - b.width() > FRAME_PX] == []


def test_every_sentence_with_places_can_be_looked_for(welsh: None) -> None:
    found = [source for source, _parts in _templates() if _pattern(source).fullmatch(source) is None]
    assert len(_templates()) > 200
    assert found == []


def test_an_error_from_below_is_told_in_welsh_with_what_to_do(welsh: None, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    notice = Notice(page)
    page.show()
    notice.show_problem(StorageError("The folder /data is not empty.", remedy="Choose another folder."))
    assert notice.words() == "Nid yw’r ffolder /data yn wag. Dewiswch ffolder arall."


@pytest.mark.parametrize(
    ("number", "photos", "posts"),
    [
        (0, "0 llun", "0 postiad"), (1, "1 llun", "1 postiad"), (2, "2 lun", "2 bostiad"),
        (3, "3 llun", "3 phostiad"), (4, "4 llun", "4 postiad"), (6, "6 llun", "6 phostiad"),
        (7, "7 llun", "7 postiad"), (12, "12 llun", "12 postiad"),
    ],
)  # fmt: skip
def test_what_is_counted_takes_the_form_of_its_number(welsh: None, number: int, photos: str, posts: str) -> None:
    assert count(number, "photo") == photos
    assert count(number, "post") == posts


def test_english_counts_without_any_file(qapp: object) -> None:
    use_language("en")
    assert [count(n, "photo") for n in (0, 1, 2)] == ["0 photos", "1 photo", "2 photos"]
    assert trn("{n} person has to be asked", "{n} people have to be asked", 1) == "1 person has to be asked"
    assert count(3, "entry", "entries") == "3 entries"


def test_days_and_numbers_follow_the_language(welsh: None) -> None:
    assert day(date(2026, 9, 4)) == "4 Medi 2026"
    assert QLocale().name() == "cy_GB"
    assert parse_day("4 Medi 2026") == parse_day("4 Sep 2026") == date(2026, 9, 4)
    assert parse_day("4 Chwefror 2026") == date(2026, 2, 4)
    assert joined(["Ben", "Dilys"]) == "Ben a Dilys"
    assert joined(["Ben", "Elin"]) == "Ben ac Elin"
    use_language("en")
    assert day(date(2026, 9, 4)) == "4 Sep 2026"
    assert joined(["Ben", "Elin"]) == "Ben and Elin"


def test_a_table_made_before_is_said_in_the_language_of_the_moment(qapp: object) -> None:
    table = Told({1: ("shown", phrase("Home")), 2: ("shown", "Home")})
    use_language("en")
    assert table[1] == ("shown", "Home")
    use_language("cy")
    assert table[1] == ("shown", "Hafan")
    assert table[2] == ("shown", "Home")  # not a text of ours: a school may be called so
    assert dict(table.items())[1] == ("shown", "Hafan")
    assert table.get(3, "none") == "none"


def test_names_of_people_are_put_into_a_text_as_they_are(welsh: None) -> None:
    assert tr("{name} is stored.", name="Home {x}") == "Mae Home {x} wedi’i gadw."


def test_a_language_nobody_has_leaves_english(qapp: object) -> None:
    use_language("xx")
    assert language.language_in_use() == "en"
    assert tr("Home") == "Home"


def test_the_language_is_chosen_at_sign_in_and_kept(
    qtbot: QtBot, qapp: object, workspace: Workspace, tmp_path: Path
) -> None:
    folder = workspace.folder
    workspace.close()
    settings_file = tmp_path / "window.json"
    front = Front(
        [str(folder)], settings_file=settings_file, open_workspace=open_for_window,
        create_workspace=create_workspace, administrator=Administrator,
    )  # fmt: skip
    front.start()
    try:
        assert front.sign_in.language.text() == "Cymraeg"
        front.sign_in._show(front.sign_in.done)  # the recovery passphrase is shown this once
        assert front.sign_in.language.isHidden()
        front.sign_in._show(front.sign_in.open_form)
        press(qtbot, front.sign_in.language)
        assert front.sign_in.windowTitle() == "ClearPost · Mewngofnodi"
        assert front.sign_in.open_form.folder.text() == str(folder)
        assert json.loads(settings_file.read_text("utf-8"))["language"] == "cy"
        assert load_settings(settings_file).language == "cy"
        front.sign_in.open_form.passphrase.setText(school.PASSPHRASE)
        with qtbot.waitSignal(front.sign_in.opened, timeout=20_000):
            front.sign_in.open_form.go.click()
        front.sign_in.user_form.user.setText("head")
        front.sign_in.user_form.password.setText(school.PASSWORD)
        qtbot.waitUntil(front.sign_in.user_form.go.isEnabled, timeout=20_000)
        front.sign_in.user_form.go.click()
        qtbot.waitUntil(lambda: front.window is not None, timeout=20_000)
        assert front.window.nav_buttons["home"].accessibleName() == "Hafan"
        press(qtbot, front.window.language_button)
        assert front.window.nav_buttons["home"].accessibleName() == "Home"
        assert front.sign_in.windowTitle() == "ClearPost · Sign in"
        assert load_settings(settings_file).language == "en"
    finally:
        front.close()
