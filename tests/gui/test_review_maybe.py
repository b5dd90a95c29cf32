"""What may be a person: listed after the faces, drawn dashed, answered with one key, and taken back with one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.clothing import Cloth, Uniform, lab_of
from app.domain.detection import Region, RegionKind, RegionOrigin, Verdict
from app.domain.geometry import Box
from app.ui.canvas.painting import LIGHT_LINE
from app.ui.models.rows import Role
from app.ui.pages.review import ReviewPage
from app.workflow.decide import decide_photo
from app.workflow.review import dismiss_hints, photo_view
from app.workflow.uniforms import settle_uniforms
from app.workflow.workspace import Workspace
from consent_db import audit, regions
from tests.gui import school, story
from tests.gui.conftest import Open
from tests.gui.pages import button, press, words

PLACES = (Box(390, 30, 440, 95), Box(900, 30, 950, 95), Box(1390, 1000, 1409, 1020))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def maybe(workspace: Workspace) -> list[str]:
    """Three places of the first photo in the order of the list, the last one tiny; what was found there is answered."""
    photo_id = story.photo_ids(workspace)[0]
    dismiss_hints(workspace, school.actor(workspace, "office"), photo_id)
    return [str(i) for i in school.add_maybe(workspace, photo_id, *PLACES)]


@pytest.fixture
def page(open_as: Open, maybe: list[str], qtbot: QtBot) -> ReviewPage:
    window = open_as("office")
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.canvas.has_picture, timeout=20_000)
    return page


def _stored(page: ReviewPage, region_id: str) -> Region:
    facts = photo_view(page.workspace, page.actor, page.photo_id).facts
    return next(r for r in facts.regions if r.id == region_id)


def _rows(page: ReviewPage) -> list[tuple[str, str, str]]:
    rows = page.faces_panel.list.rows
    listed = [rows.data(rows.index(n), Role.ROW) for n in range(rows.rowCount())]
    return [(row.title, f"{row.words} {row.note}".strip(), row.icon) for row in listed]


def _tab_to(qtbot: QtBot, page: ReviewPage, region_id: str) -> None:
    for _ in page.faces:
        if page.chosen is not None and page.chosen.region.id == region_id:
            return
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page.chosen.region.id == region_id


def test_they_stand_after_the_faces_under_their_own_heading_with_words_and_a_sign(page: ReviewPage) -> None:
    rows = _rows(page)
    at = [title for title, _, _ in rows].index("Maybe a person · 3")
    assert all("Maybe" not in title for title, _, _ in rows[:at])
    assert [title.split("  ")[1] for title, _, _ in rows[at + 1 : at + 4]] == ["Maybe a person"] * 3
    assert {note for _, note, _ in rows[at + 1 : at + 4]} == {"", "too small to recognise"}
    assert {icon for _, _, icon in rows[at + 1 : at + 4]} == {"maybe"}
    page.faces_panel.choose(page.faces[-1].region.id)
    assert "Covered until you say." in page.faces_panel.why.text()
    assert "3 maybe a person" in page.numbers.text()


def test_their_box_is_dashed_and_a_face_s_is_not(page: ReviewPage, maybe: list[str]) -> None:
    face = next(f for f in page.faces if f.region.kind is RegionKind.FACE and f is not page.faces[0])

    def light_share(key: str) -> float:
        place = page.canvas.place_of(key)
        shown = page.canvas.grab().toImage()
        below = range(round(place.left()) + 4, round(place.right()) - 4)
        lines = [[QColor(shown.pixel(x, round(place.bottom()) + off)) for x in below] for off in (-1, 0, 1)]
        return max(sum(c == LIGHT_LINE for c in line) / len(line) for line in lines)

    assert light_share(face.region.id) > 0.95
    assert 0.2 < light_share(maybe[0]) < 0.9


def test_tab_reaches_them_after_the_faces_and_p_makes_one_a_face(
    page: ReviewPage, maybe: list[str], qtbot: QtBot
) -> None:
    order = []
    for _ in page.faces:
        order.append(page.chosen.region.kind)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    faces = order.count(RegionKind.FACE)
    assert order[faces : faces + 3] == [RegionKind.HINT] * 3
    assert page.classes.search.hasFocus()
    _tab_to(qtbot, page, maybe[0])
    assert page.faces_panel.list.hasFocus()
    qtbot.keyClick(page.faces_panel.list, Qt.Key.Key_P)
    assert (_stored(page, maybe[0]).kind, _stored(page, maybe[0]).verdict) == (RegionKind.FACE, Verdict.UNNAMED)
    assert page.chosen.region.id == maybe[1]
    assert "2 maybe a person" in page.numbers.text()
    kept = next(f for f in page.faces if f.region.id == maybe[0])
    assert (kept.decision.treatment, kept.needs_a_name) == ("cover", True)
    qtbot.keyClick(page.faces_panel.list, Qt.Key.Key_Z, CTRL)
    assert _stored(page, maybe[0]).kind is RegionKind.HINT


def test_delete_says_nobody_is_there_and_it_can_be_taken_back(page: ReviewPage, maybe: list[str], qtbot: QtBot) -> None:
    _tab_to(qtbot, page, maybe[1])
    assert page.faces_panel.not_face.text() == "Nobody"
    qtbot.keyClick(page.faces_panel.list, Qt.Key.Key_Delete)
    assert _stored(page, maybe[1]).verdict is Verdict.NOT_A_FACE
    assert page.notice.words() == ""
    assert maybe[1] not in {f.region.id for f in page.faces}
    assert page.chosen.region.id == maybe[2]
    qtbot.keyClick(page.faces_panel.list, Qt.Key.Key_Z, CTRL)
    assert _stored(page, maybe[1]).verdict is Verdict.UNNAMED
    assert maybe[1] in {f.region.id for f in page.faces}


def test_after_the_last_answer_the_letters_go_to_the_search_again(
    page: ReviewPage, maybe: list[str], qtbot: QtBot
) -> None:
    for key in maybe:
        _tab_to(qtbot, page, key)
        qtbot.keyClick(page.faces_panel.list, Qt.Key.Key_Delete)
    assert page.chosen.needs_a_name
    qtbot.keyClicks(QApplication.focusWidget(), "pri")
    assert page.classes.search.text() == "pri"


def test_a_letter_p_on_a_face_begins_a_name(page: ReviewPage, maybe: list[str], qtbot: QtBot) -> None:
    qtbot.keyClick(page.canvas, Qt.Key.Key_P)
    assert page.classes.search.text() == "p"
    assert {_stored(page, key).kind for key in maybe} == {RegionKind.HINT}


def test_nobody_at_all_places_is_one_press_and_one_step_back(page: ReviewPage, maybe: list[str], qtbot: QtBot) -> None:
    press(qtbot, page.faces_panel.nobody_button)
    assert {_stored(page, key).verdict for key in maybe} == {Verdict.NOT_A_FACE}
    assert "3 places marked: nobody there" in page.notice.words()
    assert not page.faces_panel.nobody_button.isVisible()
    with page.workspace.database.read() as connection:
        assert audit.latest(connection, limit=1)[0].action == "hints-dismissed"
    press(qtbot, button(page.notice, "Take it back"))
    assert {_stored(page, key).verdict for key in maybe} == {Verdict.UNNAMED}
    assert page.faces_panel.nobody_button.text().strip() == "All 3 are nobody"


def test_one_of_them_can_be_named_at_once(page: ReviewPage, maybe: list[str], qtbot: QtBot) -> None:
    page.faces_panel.choose(maybe[0])
    qtbot.keyClicks(page.classes.search, "zofia")
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    stored = _stored(page, maybe[0])
    assert (stored.kind, stored.person_id) == (RegionKind.FACE, school.person_id(page.workspace, "Zofia"))


def test_the_buttons_do_what_the_keys_do(page: ReviewPage, maybe: list[str], qtbot: QtBot) -> None:
    page.faces_panel.choose(maybe[0])
    assert not page.faces_panel.name_button.isVisible()
    press(qtbot, page.faces_panel.person_button)
    assert _stored(page, maybe[0]).kind is RegionKind.FACE
    press(qtbot, page.faces_panel.not_face)
    assert _stored(page, maybe[1]).verdict is Verdict.NOT_A_FACE


def test_a_tiny_face_says_so_and_stays_covered(page: ReviewPage, maybe: list[str], qtbot: QtBot) -> None:
    page.faces_panel.choose(maybe[2])
    qtbot.keyClick(page.faces_panel.list, Qt.Key.Key_P)
    page.faces_panel.choose(maybe[2])
    assert "too small to recognise" in page.faces_panel.why.text()
    assert "too small to recognise" in {said for _, said, _ in _rows(page)}
    decision = decide_photo(page.workspace, page.photo_id, school.FACEBOOK)
    assert next(r.treatment for r in decision.regions if r.region_id == maybe[2]) == "cover"
    assert "too small" in words(page)


def test_what_is_no_logo_is_said_with_one_key_and_taken_back(open_as: Open, workspace: Workspace, qtbot: QtBot) -> None:
    photo_id = story.photo_ids(workspace)[0]
    sign = Region(
        regions.fresh_id(), photo_id, RegionKind.MARK, Box(20, 20, 80, 80), RegionOrigin.ENGINE, 0.6, "Hollybank crest"
    )
    with workspace.database.transaction() as connection:
        regions.add(connection, sign)
    window = open_as("office")
    window.show_page("review")
    page = window.pages["review"]
    qtbot.waitUntil(lambda: page.canvas.has_picture, timeout=20_000)
    page.faces_panel.choose(sign.id)
    assert page.faces_panel.not_face.text() == "Not a logo"
    press(qtbot, page.faces_panel.not_face)
    assert _stored(page, sign.id).verdict is Verdict.NOT_A_FACE
    assert any("Not a logo" in title for title, _, _ in _rows(page))
    qtbot.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert _stored(page, sign.id).verdict is Verdict.UNNAMED


def test_another_schools_uniform_is_pointed_out_beside_the_face(
    open_as: Open, workspace: Workspace, qtbot: QtBot
) -> None:
    photo_id = story.photo_ids(workspace)[0]
    place = Box(300, 900, 360, 980)
    visitor = Region(
        regions.fresh_id(), photo_id, RegionKind.FACE, place, RegionOrigin.ENGINE, 0.9,
        clothes=(Cloth(lab_of("#6b1226"), 0.9),),
    )  # fmt: skip
    with workspace.database.transaction() as connection:
        regions.add(connection, visitor)
    ours = Uniform("Our uniform", True, ("#0f4d2e",))
    settle_uniforms(workspace, school.actor(workspace, "head"), [ours, Uniform("Brook Academy", False, ("#6b1226",))])
    window = open_as("office")
    window.show_page("review")
    page = window.pages["review"]
    qtbot.waitUntil(lambda: page.canvas.has_picture, timeout=20_000)
    assert "another uniform?" in {note for _, note, _ in _rows(page)}
    page.faces_panel.choose(visitor.id)
    assert "Perhaps the uniform of Brook Academy" in page.faces_panel.why.text()
