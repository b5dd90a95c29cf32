"""Help inside: a page for every page of the window, by F1 and by search, and hard words that explain themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHelpEvent, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QTextBrowser, QWhatsThis
from pytestqt.qtbot import QtBot

from app.ui.help import FOLDER, explanation, hard_words, help_pages, papers
from app.ui.pages.all_pages import ALL_PAGES
from app.ui.pages.school import KINDS
from app.ui.widgets import Label
from tests.gui.conftest import Open

SOURCES = Path(__file__).resolve().parents[2] / "app" / "ui"
EVERYWHERE = {"Tab", "Enter", "Esc", "Shift+F1"}
JARGON = ("rendition", "digest", "embedding", "region", "detection", "exception", "sha256")
KEY = re.compile(
    r"`((?:Ctrl\+|Shift\+|Alt\+)*(?:F\d+|PgUp|PgDown|[A-Z]|[1-9]|Tab|Enter|Esc|Space|Delete|Backspace|Alt))`"
)


def test_every_page_of_the_window_has_its_help() -> None:
    keys = {page.key for page in (*ALL_PAGES, *KINDS)} | {"reading", "sign-in", "words"}
    assert keys - {page.id for page in help_pages()} == set()


def test_help_is_plain_and_has_a_title_and_steps() -> None:
    for page in help_pages():
        assert page.text.startswith(f"# {page.title}\n"), page.id
        assert "!" not in page.text.replace("![", "["), page.id
        assert not [word for word in JARGON if re.search(rf"\b{word}", page.text, re.IGNORECASE)], page.id


@pytest.mark.parametrize("page", sorted(path.stem for path in FOLDER.glob("*.md")))
def test_the_keys_it_names_exist(page: str) -> None:
    named = set(KEY.findall((FOLDER / f"{page}.md").read_text(encoding="utf-8")))
    assert {key for key in named if not _exists(key)} == set()


def test_the_check_of_keys_can_fail() -> None:
    assert not _exists("Ctrl+Shift+Q")
    assert not _exists("F7")


def test_its_pictures_are_there_small_and_described() -> None:
    named = [found for page in help_pages() for found in re.findall(r"!\[(.*?)\]\((.*?)\)", page.text)]
    assert len(named) >= 6
    assert all(words and (FOLDER / file).stat().st_size < 60_000 for words, file in named)
    assert {file.name for file in (FOLDER / "pictures").iterdir()} == {Path(file).name for _words, file in named}


def test_f1_opens_the_help_of_the_page_in_front_and_of_its_tab(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("head")
    for page, what, key in (("home", None, "home"), ("review", None, "review"), ("school", "platforms", "platforms")):
        window.show_page(page, what)
        window.activateWindow()
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert window.help.isVisible()
        assert window.help.page.id == key
        assert window.help.page.title in window.help.text.toPlainText()
        qtbot.keyClick(window.help, Qt.Key.Key_Escape)
        assert not window.help.isVisible()


@pytest.mark.parametrize("user", ["head", "data", "it"])
def test_f1_knows_every_page_and_tab_of_a_person(open_as: Open, user: str) -> None:
    window = open_as(user)
    places = [(key, None) for key in window.pages if key != "school"]
    places += [("school", part) for part in window.pages["school"].parts]
    assert len(places) >= 8
    for page, part in places:
        window.show_page(page, part)
        window.show_help()
        assert window.help.page.id == (part or page)
    window.help.close()


def test_a_search_finds_the_page_that_tells_of_it(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_help()
    help_window = window.help
    help_window.search.setText("recently deleted")
    assert [page.id for page in help_window.list.rows.items] == ["import", "threat-model"]
    assert help_window.page.id == "import"
    help_window.search.setText("xylophone")
    assert help_window.none.isVisible()
    qtbot.keyClick(help_window, Qt.Key.Key_Escape)


def test_the_contents_lead_to_pages_and_papers(open_as: Open) -> None:
    window = open_as("office")
    window.show_help()
    help_window = window.help
    assert help_window.list.rows.items[0].id == "contents"
    for link, title in (("review.md", "Review"), ("../../docs/it-guide.md", "IT guide")):
        help_window.search.setText("contents")
        help_window.list.choose(lambda page: page.id == "contents")
        help_window.text.anchorClicked.emit(QUrl(link))
        assert help_window.page.title == title
        assert title in help_window.text.toPlainText()
    assert {page.title for page in papers()} <= {page.title for page in help_window.list.rows.items}
    help_window.close()


def test_pictures_fit_the_page_however_wide_it_is(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_page("review")
    window.show_help()
    help_window = window.help
    for width in (600, 1400, 520):
        help_window.resize(width, 500)
        qtbot.waitUntil(lambda: 0 < _widest_picture(help_window.text) <= help_window.text.viewport().width())
    help_window.resize(1400, 500)
    whole = QImage(str(FOLDER / "pictures" / "review.jpg")).width()
    qtbot.waitUntil(lambda: _widest_picture(help_window.text) == whole)
    help_window.close()


def _widest_picture(text: QTextBrowser) -> float:
    found = re.findall(r'<img [^>]*width="(\d+)"', text.toHtml())
    return max(map(float, found), default=0)


def test_a_link_to_the_web_opens_in_the_browser(open_as: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window = open_as("office")
    window.show_help()
    before = window.help.page
    window.help.follow(QUrl("https://ico.org.uk/"))
    assert opened == ["https://ico.org.uk/"]
    assert window.help.page is before
    window.help.close()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was shown beside the mouse."""
    shown: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _at, words, _widget: shown.append(words))
    yield shown
    QWhatsThis.leaveWhatsThisMode()


def test_a_click_on_a_hard_word_explains_it(open_as: Open, qtbot: QtBot, said: list[str]) -> None:
    window = open_as("office")
    label = Label("2 faces covered")
    window.pages["home"].body.addWidget(label)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert QWhatsThis.inWhatsThisMode()
    at = label.rect().center()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.WhatsThis, at, label.mapToGlobal(at)))
    assert said == [f"Covered: {hard_words()['covered']}"]
    QWhatsThis.leaveWhatsThisMode()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.WhatsThis, at, label.mapToGlobal(at)))
    assert len(said) == 1


def test_only_whole_beginnings_of_words_are_explained() -> None:
    assert explanation("Nothing to say") == ""
    assert explanation("on the threshold") == ""
    assert "safeguarding lead decided" in explanation("Place a hold")


def _exists(key: str) -> bool:
    """Whether the window's sources listen to it."""
    if key in EVERYWHERE or re.fullmatch(r"Ctrl\+(Shift\+)?[1-9]", key):
        return True
    source = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py") if path.name != "help.py")
    if "+" in key or (key.startswith(("F", "Pg")) and len(key) > 1):
        named = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
        return f'"{named}"' in source or f"Key_{key}\n" in source
    if len(key) == 1 and key.isalpha():
        return f'"{key.lower()}"' in source or f"Key_{key}" in source
    return key.isdigit() or f"Key_{key}" in source or f'"{key}+' in source or f'"{key}+' in source.replace('f"', '"')


def test_no_picture_makes_a_page_scroll_sideways(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_page("review")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    text = window.help.text
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() > 0)
    assert text.horizontalScrollBar().maximum() == 0
