"""Review with the keyboard: names are kept, covers follow at once, and every step can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.detection import Verdict
from app.domain.people import Person
from app.ui.pages.review import ReviewPage
from app.workflow.review import photo_view
from app.workflow.workspace import Workspace
from consent_db import audit, people
from tests.gui import school
from tests.gui.conftest import Open


@pytest.fixture
def page(open_as: Open, qtbot: QtBot) -> ReviewPage:
    window = open_as("office")
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.canvas.has_picture, timeout=20_000)
    return page


def _kept(page: ReviewPage) -> dict[str, tuple[Verdict, str | None, bool]]:
    facts = photo_view(page.workspace, page.actor, page.photo_id).facts
    return {r.id: (r.verdict, r.person_id, r.always_cover) for r in facts.regions}


def _person(workspace: Workspace, forename: str) -> Person:
    with workspace.database.read() as connection:
        return next(p for p in people.everybody(connection) if p.forename == forename)


def _type_name(qtbot: QtBot, page: ReviewPage, letters: str) -> None:
    qtbot.keyClicks(page.classes.search, letters)
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)


def test_letters_and_enter_name_a_face_and_go_on_to_the_next(page: ReviewPage, qtbot: QtBot) -> None:
    first = page.chosen.region.id
    _type_name(qtbot, page, "ama")
    assert _kept(page)[first] == (Verdict.NAMED, _person(page.workspace, "Amara").id, False)
    assert page.chosen.region.id != first
    assert page.classes.search.text() == ""
    assert "1 named" in page.numbers.text()


def test_the_platform_shows_at_once_what_would_be_covered(page: ReviewPage, qtbot: QtBot) -> None:
    ben = page.chosen.region.id
    _type_name(qtbot, page, "ben")
    page.faces_panel.choose(ben)
    assert "the answer for Facebook is no" in page.faces_panel.why.text()
    website = next(b for b in page.tabs.findChildren(type(page.under)) if b.text() == "School website")
    qtbot.mouseClick(website, Qt.MouseButton.LeftButton)
    page.faces_panel.choose(ben)
    assert "may be shown on School website" in page.faces_panel.why.text()


def test_tab_goes_from_face_to_face_and_round_again(page: ReviewPage, qtbot: QtBot) -> None:
    seen = [page.chosen.region.id]
    for _ in page.faces:
        qtbot.keyClick(page.classes.search, Qt.Key.Key_Tab)
        seen.append(page.chosen.region.id)
    assert len(set(seen)) == len(page.faces)
    assert seen[0] == seen[-1]


def test_delete_says_it_is_no_face_and_undo_takes_it_back(page: ReviewPage, qtbot: QtBot) -> None:
    region = page.chosen.region.id
    qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert _kept(page)[region][0] is Verdict.UNNAMED
    assert "looks very much like a face" in page.notice.words()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert _kept(page)[region][0] is Verdict.NOT_A_FACE
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _kept(page)[region][0] is Verdict.UNNAMED


def test_looking_underneath_a_cover_is_on_record(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.keyPress(page.canvas, Qt.Key.Key_Space)
    qtbot.keyRelease(page.canvas, Qt.Key.Key_Space)
    with page.workspace.database.read() as connection:
        assert audit.latest(connection, limit=1)[0].action == "looked-underneath"


def test_c_covers_whatever_the_register_says(page: ReviewPage, qtbot: QtBot) -> None:
    region = page.chosen.region.id
    _type_name(qtbot, page, "amara")
    page.faces_panel.choose(region)
    qtbot.keyClick(page.canvas, Qt.Key.Key_C)
    assert _kept(page)[region][2] is True
    page.faces_panel.choose(region)
    assert "covered by hand" in page.faces_panel.why.text()


def test_a_letter_on_the_photo_begins_a_name(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.canvas, Qt.Key.Key_E)
    assert page.classes.search.text() == "e"
    assert [p.forename for p in page.classes.people.rows.items] == ["Ella"]


def test_a_box_drawn_with_the_mouse_is_kept_and_starts_covered(page: ReviewPage, qtbot: QtBot) -> None:
    before = len(page.faces)
    qtbot.keyClick(page.canvas, Qt.Key.Key_B)
    middle = page.canvas.rect().center()
    end = middle + (page.canvas.rect().bottomRight() - middle) / 6
    qtbot.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(page.canvas, end)
    qtbot.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=end)
    assert len(page.faces) == before + 1
    assert len(_kept(page)) == before + 1
    drawn = next(f for f in page.faces if f.region.origin == "PERSON")
    assert drawn.decision.treatment == "cover"


def test_the_reverse_check_is_answered_with_one_key(page: ReviewPage, qtbot: QtBot) -> None:
    missing = page.classes.missing
    asked = [p.forename for p in missing.rows.items]
    assert asked == ["Ben", "Dev"]
    qtbot.keyClick(missing, Qt.Key.Key_Return)
    facts = photo_view(page.workspace, page.actor, page.photo_id).facts
    assert [(a.person_id, a.presence) for a in facts.presence] == [
        (_person(page.workspace, "Ben").id, "NOT_IN_PICTURE")
    ]
    assert "1 to answer" in page.classes.missing_words.text()


def test_hovering_a_row_lights_its_box(page: ReviewPage) -> None:
    face = page.faces[1]
    page.faces_panel.list.entered.emit(page.faces_panel.list.rows.index(1))
    assert page.canvas._lit == face.region.id


def test_hovering_a_box_lights_its_row(page: ReviewPage, qtbot: QtBot) -> None:
    face = page.faces[2]
    qtbot.mouseMove(page.canvas, page.canvas.place_of(face.region.id).center().toPoint())
    assert page.faces_panel.list.lit is not None
    assert page.faces_panel.list.lit.title.startswith("3 ")


def test_long_names_end_in_an_ellipsis_with_the_whole_name_as_tooltip(page: ReviewPage) -> None:
    index = page.classes.people.rows.find(lambda p: p.forename == school.LONG_NAME[0])
    assert " ".join(school.LONG_NAME) in index.data(Qt.ItemDataRole.ToolTipRole)


def test_another_photo_comes_with_page_down(page: ReviewPage, qtbot: QtBot) -> None:
    first = page.photo_id
    qtbot.keyClick(page.classes.search, Qt.Key.Key_PageDown)
    assert page.photo_id != first
    assert page.where.text() == "2 of 2"
