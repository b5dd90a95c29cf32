"""Records and Keeping as people use them: sift and take out, read the list, type its number, and only then erase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.people import Role
from app.domain.retention import RecordClass
from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.main_window import MainWindow
from app.ui.theme import install_theme
from app.workflow.users import add_user
from consent_db import audit
from tests.clocks import LaterClock
from tests.flow.erasing import rows_in
from tests.gui import school
from tests.gui.pages import wait_for_words

Open = Callable[..., MainWindow]


@pytest.fixture
def open_later(qtbot, qapp, workspace) -> Iterator[Open]:
    """The window of somebody of the school, some days from now; the data protection officer works here too."""
    make_application([])
    install_theme(qapp, choice="light")
    it = school.actor(workspace, "it")
    add_user(workspace, it, username="dpo", name="Kim Rowe", password=school.PASSWORD, roles={Role.DPO})
    windows: list[MainWindow] = []

    def build(user: str, page: str, *, days: int = 0) -> MainWindow:
        later = replace(workspace, clock=LaterClock(days, workspace.clock))
        window = build_main_window(later, school.actor(workspace, user), Settings())
        window.resize(1366, 768)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.show_page(page, None)
        if page == "retention":
            qtbot.waitUntil(lambda: window.pages[page].shown is not None, timeout=20_000)
        return window

    yield build
    for window in windows:
        window.close()
        window.deleteLater()


def test_nothing_goes_before_the_number_of_items_is_typed(open_later, qtbot, workspace) -> None:
    page = open_later("dpo", "retention", days=45).pages["retention"]
    assert [item.record_class for item in page.shown.items] == [RecordClass.UNUSED_PHOTO] * 2
    assert "Type 2 to confirm" in page.warning.text()
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert "0 was typed" in page.notice.words()
    assert rows_in(workspace, "photo") == 2
    qtbot.keyClicks(page.typed, "2")
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    wait_for_words(qtbot, page, "2 items erased for good.")
    assert rows_in(workspace, "photo") == 0
    assert rows_in(workspace, "tombstone") == 2
    qtbot.waitUntil(lambda: page.nothing.isVisibleTo(page))
    assert page.log.rows.rowCount() == 2


def test_somebody_is_erased_on_request_with_a_reason(open_later, qtbot, workspace) -> None:
    page = open_later("dpo", "retention").pages["retention"]
    assert not page.confirm.isVisibleTo(page)
    qtbot.keyClicks(page.find, "Zofia Kowalska")
    qtbot.keyClick(page.find, Qt.Key.Key_Return)
    assert [item.label for item in page.shown.items] == ["Zofia Kowalska"]
    qtbot.keyClicks(page.typed, "1")
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert "Write down why" in page.notice.words()
    qtbot.keyClicks(page.because, "the family asked in writing")
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    wait_for_words(qtbot, page, "1 item erased for good.")
    qtbot.keyClicks(page.find, "Zofia Kowalska")
    qtbot.keyClick(page.find, Qt.Key.Key_Return)
    assert "Nobody has this name" in page.notice.words()


def test_somebody_frozen_is_kept_until_let_go(open_later, qtbot) -> None:
    page = open_later("dpo", "retention").pages["retention"]
    qtbot.keyClicks(page.find, "Zofia Kowalska")
    qtbot.keyClick(page.find, Qt.Key.Key_Return)
    qtbot.mouseClick(page.freeze, Qt.MouseButton.LeftButton)
    assert page.shown.items == ()
    assert "frozen" in page.shown.kept[0].words
    assert not page.confirm.isVisibleTo(page)
    assert page.freeze.accessibleName() == "Let go"
    qtbot.mouseClick(page.freeze, Qt.MouseButton.LeftButton)
    assert len(page.shown.items) == 1


def test_a_name_several_people_have_is_asked_for_again(open_later, qtbot) -> None:
    page = open_later("dpo", "retention").pages["retention"]
    qtbot.keyClicks(page.find, "a")
    qtbot.keyClick(page.find, Qt.Key.Key_Return)
    assert "Type first name and surname" in page.notice.words()
    assert page.shown.items == ()


def test_the_headteacher_changes_a_period_and_cannot_erase(open_later, qtbot, workspace) -> None:
    page = open_later("head", "retention", days=20).pages["retention"]
    assert page.shown.items == ()
    box = page.periods[RecordClass.UNUSED_PHOTO]
    box.clear()
    qtbot.keyClicks(box, "7")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.shown.items) == 2)
    assert not page.confirm.isVisibleTo(page)
    with workspace.database.read() as connection:
        assert audit.latest(connection, limit=1)[0].action == "retention-settled"


def test_a_period_below_the_law_is_refused_in_a_sentence(open_later, qtbot) -> None:
    page = open_later("head", "retention").pages["retention"]
    box = page.periods[RecordClass.RECEIPT]
    box.clear()
    qtbot.keyClicks(box, "30")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert "cannot be kept for 30 days" in page.notice.words()


def test_records_are_sifted_compared_with_paper_and_taken_out(open_later, qtbot, workspace, tmp_path) -> None:
    with workspace.database.read() as connection:
        head = audit.head(connection)
    page = open_later("head", "records").pages["records"]
    page.who.setCurrentIndex(page.who.findText("Jo Evans"))
    lines = page.events.rows.items
    assert lines
    assert {line.who for line in lines} == {"Jo Evans"}
    qtbot.keyClicks(page.head, head[:16])
    qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The head on paper is one of them." in page.notice.words())
    page.take_out(tmp_path / "evidence.csv")
    qtbot.waitUntil(lambda: f"{len(lines)} records taken out to evidence.csv" in page.notice.words())
    assert len((tmp_path / "evidence.csv").read_text(encoding="utf-8-sig").splitlines()) == len(lines) + 1


def test_a_head_that_is_not_in_the_records_is_said(open_later, qtbot) -> None:
    page = open_later("head", "records").pages["records"]
    qtbot.keyClicks(page.head, "0123456789abcdef")
    qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "not in these records" in page.notice.words())
    assert page.head.text() == "0123456789abcdef"


def test_the_list_of_what_was_erased_is_saved_and_read_after_a_restore(open_later, tmp_path) -> None:
    page = open_later("dpo", "retention").pages["retention"]
    page.save_list(tmp_path / "erased.json")
    assert "It names nobody" in page.notice.words()
    page.erase_again(tmp_path / "erased.json")
    assert "Nothing of this list is here" in page.notice.words()


def test_only_those_who_may_see_the_pages_have_them(open_later) -> None:
    office, dpo = open_later("office", "home"), open_later("dpo", "home")
    assert {"records", "retention"}.isdisjoint(office.pages)
    assert {"records", "retention"} <= set(dpo.pages)
