"""The frame: only the pages a role may use, every part named, everything on the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.domain.people import Actor
from app.settings import Settings
from app.ui import main_window
from app.ui.application import build_main_window, make_application
from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.pages.as_needed import PagesAsNeeded
from app.ui.pages.page import Page
from app.ui.theme import install_theme
from app.ui.widgets import Button
from app.workflow.workspace import Workspace
from tests.gui import school
from tests.gui.conftest import Open
from tests.gui.pages import wait_for_page

EVERYDAY = {"home", "register", "school", "cases"}
CONTRIBUTE = EVERYDAY | {"import", "pick", "review", "posts", "devices"}
PAGES = {
    "office": CONTRIBUTE,
    "data": EVERYDAY | {"questions"},
    "dsl": EVERYDAY | {"pick", "review", "published", "devices", "questions", "report"},
    "head": CONTRIBUTE | {"approve", "published", "publish", "records", "retention", "report", "users"},
    "deputy": CONTRIBUTE | {"publish", "published"},
    "governor": EVERYDAY | {"questions", "report"},
    "it": EVERYDAY | {"records", "users", "devices", "questions", "report"},
}
JARGON = ("rendition", "digest", "region", "detection", "embedding", "exception", "sha256", "None")


@pytest.fixture
def opening(qtbot: QtBot, qapp: QApplication, workspace: Workspace) -> Iterator[MainWindow]:
    """The Headteacher's window as the program opens it: the frame is there, its first page follows."""
    make_application([])
    install_theme(qapp, choice="light")
    window = build_main_window(workspace, school.actor(workspace, "head"), Settings(), is_at_once=False)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()
    window.deleteLater()


def _built(window: MainWindow) -> set[str]:
    return {page.key for page in window.findChildren(Page) if page.key in window.pages}


@pytest.mark.parametrize(("user", "pages"), sorted(PAGES.items()))
def test_a_role_sees_only_the_pages_it_may_use(open_as: Open, user: str, pages: set[str]) -> None:
    window = open_as(user)
    assert set(window.nav_buttons) == pages


def test_somebody_who_may_not_change_the_register_sees_no_button_for_it(open_as: Open) -> None:
    page = open_as("office").pages["register"]
    page.window().show_page("register")
    page.list.choose(lambda person: person.forename == "Amara")
    assert page.sheet.says_no.isVisible()
    assert not page.sheet.form.isVisible()
    assert not page.import_button.isVisible()
    assert not page.sheet.hold.isVisible()
    assert not page.sheet.standing.isVisible()


@pytest.mark.parametrize("user", sorted(PAGES))
def test_every_part_that_takes_the_focus_has_a_name(open_as: Open, user: str) -> None:
    window = open_as(user)
    nameless = [_describe(w) for key in window.pages for w in _focusable(window, key) if not _name(w)]
    assert nameless == []


@pytest.mark.parametrize("user", ["office", "head", "deputy"])
def test_no_screen_speaks_the_program_s_own_language(open_as: Open, user: str) -> None:
    window = open_as(user)
    for key in window.pages:
        window.show_page(key)
        said = [w.text() for w in window.findChildren(QLabel)] + [w.text() for w in window.findChildren(Button)]
        spoken = " ".join(said)
        assert [word for word in JARGON if word in spoken] == []


def test_where_there_is_no_post_yet_one_can_be_begun_and_nothing_asks_what_to_look_for(open_as: Open) -> None:
    window = open_as("office")
    window.show_page("posts")
    left = window.current.left
    assert left.new.isVisible()
    assert not left.sift.search.isVisible()
    assert not left.sift.states.isVisible()


def test_every_page_has_a_key(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    for number, key in enumerate(window.pages, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        wait_for_page(qtbot, window, key)


def test_a_page_is_built_when_somebody_goes_there_first(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    assert _built(window) == {"home"}
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    wait_for_page(qtbot, window, "posts")
    assert _built(window) == {"home", "posts"}
    first = window.current
    window.show_page("home")
    window.show_page("posts")
    assert window.current is first


def test_of_two_pages_asked_for_at_once_the_last_is_shown(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    for key in (Qt.Key.Key_5, Qt.Key.Key_3):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    wait_for_page(qtbot, window, list(window.pages)[2])
    qtbot.wait(100)
    assert window.current.key == list(window.pages)[2]


def test_after_the_first_page_the_others_are_built_without_a_word(opening: MainWindow, qtbot: QtBot) -> None:
    assert _built(opening) == set()
    opening.begin()
    wait_for_page(qtbot, opening, "home")
    assert opening.current.isVisible()
    qtbot.waitUntil(lambda: _built(opening) == set(opening.pages))
    assert opening.current.key == "home"


def test_somebody_who_goes_elsewhere_at_once_is_not_taken_back_to_the_first_page(
    opening: MainWindow, qtbot: QtBot
) -> None:
    opening.begin()
    opening.show_page("register")
    qtbot.wait(300)
    assert opening.current.key == "register"


@pytest.mark.parametrize("is_written", [False, True])
def test_a_page_is_read_before_it_is_shown_first_and_again_only_if_something_was_written_meanwhile(
    open_as: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_written: bool
) -> None:
    window = open_as("head")
    page = window.pages["retention"]
    window.desk.lookout.close()
    QApplication.processEvents()  # and nothing of what opening the window wrote is heard of any more
    qtbot.waitUntil(lambda: not window._soon.isActive())
    in_front: list[bool] = []
    refresh = page.refresh

    def note() -> None:
        in_front.append(page.isVisible())
        if is_written and len(in_front) == 1:
            window.desk.edition += 1
        refresh()

    monkeypatch.setattr(page, "refresh", note)
    window.go("retention")
    assert (in_front, window.current.key) == ([False], "home")
    wait_for_page(qtbot, window, "retention")
    assert in_front == ([False, True] if is_written else [False])
    window.go("home")
    window.go("retention")
    assert in_front[-1]


def test_nothing_is_built_any_more_once_the_window_is_closed(opening: MainWindow, qtbot: QtBot) -> None:
    opening.begin()
    wait_for_page(qtbot, opening, "home")
    opening.close()
    before = _built(opening)
    qtbot.wait(600)
    assert _built(opening) == before != set(opening.pages)


def test_large_text_turns_the_page_names_into_icons_that_still_have_names(open_as: Open) -> None:
    window = open_as("office")
    window.resize(1000, 700)
    assert "Review" not in window.nav_buttons["review"].text()
    assert window.nav_buttons["review"].accessibleName().startswith("Review")
    window.resize(1366, 768)
    assert "Review" in window.nav_buttons["review"].text()


def test_numbers_beside_the_pages_count_what_waits(open_as: Open) -> None:
    window = open_as("office")
    assert window.nav_buttons["review"].text().split() == ["Review", "2"]


def test_this_pyside_keeps_its_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")
    assert before - sys.getrefcount(None) < 100


def _focusable(window: MainWindow, key: str) -> list[QWidget]:
    window.show_page(key)
    return [
        w
        for w in window.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisibleTo(window) and not w.objectName().startswith("qt_")
    ]


def _name(widget: QWidget) -> str:
    described = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or (described.text(QAccessible.Text.Name) if described else "")


def _describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


class _InPieces(Page):
    key, title, icon_name = "pieces", "Pieces", "home"
    begun = 0
    breaks = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        type(self).begun += 1
        self.done = 0

    def build_pieces(self) -> Iterator[None]:
        for _piece in range(3):
            self.done += 1
            yield
            if type(self).breaks:
                raise RuntimeError("something is wrong here")


@pytest.fixture
def in_pieces(open_as: Open) -> PagesAsNeeded:
    _InPieces.begun, _InPieces.breaks = 0, False
    window = open_as("office")
    return PagesAsNeeded(window.desk, [_InPieces], QStackedWidget(window), lambda _page: None)


def test_a_page_that_is_half_built_is_finished_where_somebody_wants_it_at_once(in_pieces: PagesAsNeeded) -> None:
    ahead = in_pieces.pieces("pieces")
    next(ahead)
    next(ahead)
    assert not in_pieces.is_built("pieces")
    assert (in_pieces["pieces"].done, _InPieces.begun) == (3, 1)
    assert list(ahead) == []
    assert in_pieces.is_built("pieces")


def test_a_page_that_stopped_in_the_middle_is_never_shown_half(in_pieces: PagesAsNeeded) -> None:
    _InPieces.breaks = True
    with pytest.raises(RuntimeError, match="wrong here"):
        _ = in_pieces["pieces"]
    assert not in_pieces.is_built("pieces")
    _InPieces.breaks = False
    assert (in_pieces["pieces"].done, _InPieces.begun) == (3, 2)


def test_what_waits_is_counted_anew_when_something_was_written_or_a_while_went_by(
    open_as: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_as("head")
    counted: list[str] = []
    count = main_window.waiting_counts

    def waiting(workspace: Workspace, actor: Actor) -> dict[str, int]:
        counted.append(actor.name)
        return count(workspace, actor)

    def go(key: str) -> None:
        window.go(key)
        wait_for_page(qtbot, window, key)
        qtbot.waitUntil(lambda: not window._recount.isActive())

    monkeypatch.setattr(main_window, "waiting_counts", waiting)
    go("report")
    for _attempt in range(5):  # until nothing that opening the window wrote is heard of any more
        qtbot.waitUntil(lambda: window._counted_as_of == window.desk.edition and window._counting is None)
        edition, before = window.desk.edition, len(counted)
        go("retention")
        go("report")
        if window.desk.edition == edition:
            break
    assert (window.desk.edition, len(counted)) == (edition, before)
    window.desk.changed.emit()
    qtbot.waitUntil(lambda: len(counted) > before)
    before = len(counted)
    monkeypatch.setattr(main_window, "_COUNT_KEEPS_S", 0)
    go("retention")
    qtbot.waitUntil(lambda: len(counted) > before)
