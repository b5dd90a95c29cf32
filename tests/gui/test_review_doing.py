"""Review with the keyboard, further: several faces at once, whole people, steps back and forth, and the result."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.consent import Platform, PlatformId
from app.domain.detection import RegionKind, Verdict
from app.domain.errors import NotAllowedError
from app.domain.photo import digest_of
from app.ui.canvas.tiles import Pyramid
from app.ui.pages.review import ReviewPage
from app.ui.theme import install_theme
from app.workflow import register, review_preview
from app.workflow.review import load_picture, photo_view, set_roster
from consent_db import audit, photos, platforms, posts
from tests.gui import school, story
from tests.gui.conftest import Open
from tests.gui.pages import button, press

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LONG_MS = 20_000


def _page(open_as: Open, qtbot: QtBot, user: str = "office") -> ReviewPage:
    window = open_as(user)
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.canvas.has_picture, timeout=LONG_MS)
    return page


@pytest.fixture
def page(open_as: Open, qtbot: QtBot) -> ReviewPage:
    return _page(open_as, qtbot)


def _regions(page: ReviewPage):
    return {r.id: r for r in photo_view(page.workspace, page.actor, page.photo_id).facts.regions}


def _verdicts(page: ReviewPage) -> list[Verdict]:
    kept = _regions(page)
    return [kept[face.id].verdict for face in page.faces if face.region.kind is RegionKind.FACE]


def _type(qtbot: QtBot, page: ReviewPage, letters: str) -> None:
    qtbot.keyClicks(page.classes.search, letters)
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)


def _actions(page: ReviewPage, number: int = 12) -> list[str]:
    with page.workspace.database.read() as connection:
        return [event.action for event in audit.latest(connection, limit=number)]


def test_shift_chooses_many_and_one_key_says_it_of_all_with_one_step_back(page: ReviewPage, qtbot: QtBot) -> None:
    page._choose(page.faces[0].id)
    faces = page.faces_panel.list
    faces.setFocus()
    for _ in range(2):
        qtbot.keyClick(faces, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(faces, Qt.Key.Key_S)
    assert _verdicts(page) == [Verdict.STRANGER] * 3 + [Verdict.UNNAMED] * 3
    assert page.chosen.number == 4
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Z, CONTROL)
    assert _verdicts(page) == [Verdict.UNNAMED] * 6
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert _verdicts(page) == [Verdict.STRANGER] * 3 + [Verdict.UNNAMED] * 3


def test_boxes_are_chosen_together_with_shift_and_the_mouse(page: ReviewPage, qtbot: QtBot) -> None:
    first, third = page.faces[0].id, page.faces[2].id
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=page.canvas.place_of(first).center().toPoint())
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, SHIFT, page.canvas.place_of(third).center().toPoint())
    assert [face.id for face in page.faces_panel.ticked()] == [first, third]
    qtbot.keyClick(page.canvas, Qt.Key.Key_C)
    assert [face.id for face in page.faces if _regions(page)[face.id].always_cover] == [first, third]
    qtbot.keyClick(page.canvas, Qt.Key.Key_C)
    assert not any(region.always_cover for region in _regions(page).values())


def test_letters_act_from_the_search_with_alt(page: ReviewPage, qtbot: QtBot) -> None:
    first = page.chosen.id
    qtbot.keyClick(page.classes.search, Qt.Key.Key_C, ALT)
    assert _regions(page)[first].always_cover is True
    assert page.classes.search.text() == ""


def test_w_covers_somebody_from_head_to_foot_and_the_box_can_be_dragged(page: ReviewPage, qtbot: QtBot) -> None:
    first = page.faces[0]
    page._choose(first.id)
    qtbot.keyClick(page.canvas, Qt.Key.Key_W)
    [body] = [r for r in _regions(page).values() if r.kind is RegionKind.OTHER]
    assert body.box.contains(first.region.box)
    assert body.box.height > 2 * first.region.box.height
    page._choose(body.id)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right, CONTROL)
    assert _regions(page)[body.id].box.left > body.box.left
    qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert body.id not in _regions(page)


def test_a_box_is_drawn_moved_and_resized_with_keys_alone(page: ReviewPage, qtbot: QtBot) -> None:
    before = set(_regions(page))
    qtbot.keyClick(page.canvas, Qt.Key.Key_B)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    [drawn] = set(_regions(page)) - before
    box = _regions(page)[drawn].box
    assert page.chosen.id == drawn
    qtbot.keyClick(page.canvas, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right, ALT)
    moved = _regions(page)[drawn].box
    assert (moved.left, moved.height) == (box.left, box.height)
    assert moved.top > box.top
    assert moved.width > box.width


def test_every_answer_is_taken_back_in_turn_whatever_it_was(page: ReviewPage, qtbot: QtBot) -> None:
    first = page.chosen.id
    _type(qtbot, page, "ama")
    missing = page.classes.missing
    qtbot.keyClick(missing, Qt.Key.Key_Return)
    page.classes.groups.setCurrentText("Elm")
    with page.workspace.database.read() as connection:
        assert photos.roster(connection, school.EVENT) == (school.person_id(page.workspace, "Zofia"),)
    for _ in range(2):
        qtbot.keyClick(page.canvas, Qt.Key.Key_Z, CONTROL)
    facts = photo_view(page.workspace, page.actor, page.photo_id).facts
    assert (len(facts.roster), facts.presence) == (6, ())
    assert _regions(page)[first].verdict is Verdict.NAMED
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, CONTROL)
    assert (_regions(page)[first].verdict, page.chosen.id) == (Verdict.UNNAMED, first)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, CONTROL)
    assert "Nothing more to take back" in page.notice.words()
    for _ in range(3):
        qtbot.keyClick(page.classes.search, Qt.Key.Key_Y, CONTROL)
    facts = photo_view(page.workspace, page.actor, page.photo_id).facts
    assert (len(facts.roster), len(facts.presence)) == (1, 1)
    assert _regions(page)[first].verdict is Verdict.NAMED


def test_one_name_on_two_faces_is_marked_on_both_and_settled_with_one_press(page: ReviewPage, qtbot: QtBot) -> None:
    first, second = page.faces[0].id, page.faces[1].id
    _type(qtbot, page, "ama")
    _type(qtbot, page, "ama")
    assert [face.twice for face in page.faces[:2]] == [(2,), (1,)]
    assert "faces 1 and 2 now" in page.notice.words()
    assert "1 name twice" in page.numbers.text()
    notes = [page.faces_panel._row(face).note for face in page.faces[:2]]
    assert notes == ["also on 2", "also on 1"]
    press(qtbot, button(page.notice, "It is face 2"))
    assert [_regions(page)[i].verdict for i in (first, second)] == [Verdict.UNNAMED, Verdict.NAMED]
    assert "twice" not in page.numbers.text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ao", ["Amara"]), ("am", ["Amara"]), ("oka", ["Amara"]), ("zofía", ["Zofia"]), ("of", [school.LONG_NAME[0]])],
)
def test_first_letters_surnames_and_both_initials_find_a_child(page: ReviewPage, typed: str, found: list[str]) -> None:
    page.classes.search.setText(typed)
    assert [p.forename for p in page.classes.people.rows.items][:1] == found


def test_children_of_the_events_list_come_first(page: ReviewPage, qtbot: QtBot) -> None:
    set_roster(page.workspace, page.actor, school.EVENT, [school.person_id(page.workspace, "Zofia")])
    page.refresh()
    listed = page.classes.people.rows
    assert listed.items[0].forename == "Zofia"
    assert listed.data(listed.index(1), Qt.ItemDataRole.DisplayRole) == "Everybody else"


def test_faces_to_name_are_shown_as_stamps_on_record_and_a_covered_one_is_not(page: ReviewPage, qtbot: QtBot) -> None:
    assert _actions(page)[0] == "faces-seen"
    stamps, first = page.pictures.stamps, page.faces[0].id
    open_one = stamps.of(page.faces[0])
    assert open_one is not None
    _type(qtbot, page, "ben")
    covered = next(face for face in page.faces if face.id == first)
    cover = stamps.of(covered)
    assert cover is not open_one
    assert len({cover.toImage().pixel(10, y) for y in range(30, 150)}) == 1
    qtbot.keyPress(page.canvas, Qt.Key.Key_Space)
    assert stamps.of(covered) is open_one
    assert _actions(page)[0] == "looked-underneath"
    qtbot.keyRelease(page.canvas, Qt.Key.Key_Space)
    assert stamps.of(covered) is cover


def test_the_why_line_says_who_covered_by_hand_and_since_when_the_answer_stands(open_as: Open, qtbot: QtBot) -> None:
    page = _page(open_as, qtbot, "head")
    first, second = page.faces[0].id, page.faces[1].id
    _type(qtbot, page, "ben")
    page._choose(first)
    assert "the answer for Facebook is no. Recorded " in page.faces_panel.why.text()
    page._choose(second)
    qtbot.keyClick(page.canvas, Qt.Key.Key_C)
    page._choose(second)
    assert "Said by Ruth Ashworth, " in page.faces_panel.why.text()


def test_a_hold_shows_nowhere_to_those_who_may_not_know_of_it(open_as: Open, qtbot: QtBot) -> None:
    page = _page(open_as, qtbot)
    zofia = school.person_id(page.workspace, "Zofia")
    set_roster(page.workspace, page.actor, school.EVENT, [])
    register.place_hold(page.workspace, school.actor(page.workspace, "dsl"), zofia)
    page.refresh()
    assert [p.forename for p in page.classes.missing.rows.items] == []
    shown = [page.classes.people.rows.data(page.classes.people.rows.index(n), 0) for n in range(7)]
    assert "Zofia Kowalska" in shown
    safeguarding = _page(open_as, qtbot, "dsl")
    assert [p.forename for p in safeguarding.classes.missing.rows.items] == ["Zofia"]


def test_before_and_after_shows_the_very_picture_that_a_post_would_get(page: ReviewPage, qtbot: QtBot) -> None:
    story.name_faces(page.workspace)
    page.refresh()
    qtbot.keyClick(page.canvas, Qt.Key.Key_V)
    compare = page.middle.compare
    qtbot.waitUntil(lambda: compare.view.has_picture, timeout=LONG_MS)
    post_id = story.write_post(page.workspace)
    with page.workspace.database.read() as connection:
        [made] = [r for r in posts.current_renditions(connection, post_id) if r.platform_id == school.FACEBOOK]
    seen = review_preview.preview(page.workspace, page.actor, page.photo_id, school.FACEBOOK)
    assert digest_of(seen.data) == made.sha256
    assert (compare.view._after.width, compare.view._after.height) == (seen.after.shape[1], seen.after.shape[0])
    before = _actions(page).count("looked-underneath")
    compare.slider.setValue(40)
    compare.slider.setValue(60)
    assert _actions(page).count("looked-underneath") == before + 1


def test_another_platform_shows_its_own_result_while_comparing(page: ReviewPage, qtbot: QtBot) -> None:
    _type(qtbot, page, "ben")
    qtbot.mouseClick(page.middle.compare_button, Qt.MouseButton.LeftButton)
    compare = page.middle.compare
    qtbot.waitUntil(lambda: compare.view.has_picture, timeout=LONG_MS)
    facebook = compare.view._after
    website = next(b for b in page.tabs.findChildren(type(page.under)) if b.text() == "School website")
    qtbot.mouseClick(website, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: compare.view._after is not facebook and compare.view.has_picture, timeout=LONG_MS)
    face = page.faces[0].region.box
    scale = compare.view._after.width / page.photo.width
    at = round(face.centre[0] * scale), round(face.centre[1] * scale)
    colours = [picture.levels[0].pixel(*at) for picture in (facebook, compare.view._after)]
    assert colours[0] != colours[1]


def test_what_is_held_back_says_so_in_place_of_a_result(page: ReviewPage, qtbot: QtBot) -> None:
    _type(qtbot, page, "ben")
    register.place_hold(page.workspace, school.actor(page.workspace, "dsl"), school.person_id(page.workspace, "Ben"))
    page.refresh()
    qtbot.keyClick(page.canvas, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: "Nothing would go out" in page.middle.compare.view.words, timeout=LONG_MS)
    assert "hold" not in page.middle.compare.view.words
    assert not page.middle.compare.view.has_picture


def test_zooming_in_beyond_the_picture_fetches_all_its_pixels(page: ReviewPage, qtbot: QtBot) -> None:
    small = Pyramid(load_picture(page.workspace, page.actor, page.photo_id, max_edge_px=300))
    page.canvas.show_picture(small, width=page.photo.width, height=page.photo.height)
    for _ in range(6):
        qtbot.keyClick(page.canvas, Qt.Key.Key_Plus)
    place = page.canvas.place_of(page.faces[0].id)
    qtbot.waitUntil(lambda: page.canvas._picture.width == page.photo.width, timeout=LONG_MS)
    assert page.canvas.place_of(page.faces[0].id) == place


def test_a_contributor_may_look_at_the_result_and_a_governor_may_not(page: ReviewPage) -> None:
    seen = review_preview.preview(page.workspace, page.actor, page.photo_id, school.FACEBOOK)
    assert seen.covered == len(page.decision.covers) > 5
    assert seen.before.shape == seen.after.shape
    with pytest.raises(NotAllowedError):
        review_preview.preview(page.workspace, school.actor(page.workspace, "governor"), page.photo_id, school.FACEBOOK)


def test_the_last_name_says_what_comes_next(page: ReviewPage, qtbot: QtBot) -> None:
    for maybe in [face for face in page.faces if face.is_maybe]:
        page._choose(maybe.id)
        qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    for face in page.faces[1:]:
        page._choose(face.id)
        qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    page._choose(page.faces[0].id)
    _type(qtbot, page, "ama")
    assert "2 children below the class list" in page.notice.words()
    for _ in range(2):
        qtbot.keyClick(page.classes.missing, Qt.Key.Key_Return)
    page._choose(page.faces[0].id)
    _type(qtbot, page, "ell")
    assert "Page Down goes to the next photo" in page.notice.words()
    qtbot.keyClick(page.classes.search, Qt.Key.Key_PageDown)
    assert page.where.text() == "2 of 2"


def test_many_platforms_leave_the_window_as_wide_as_it_is(page: ReviewPage) -> None:
    with page.workspace.database.transaction() as connection:
        for name in ("Instagram", "X", "Newsletter"):
            platforms.add(connection, Platform(PlatformId(name.lower()), name, account="hollybank"))
    page.refresh()
    assert page.window().minimumSizeHint().width() <= 1366
    assert [b.text() for b in page.tabs.findChildren(type(page.under))][-1] == "X"
    assert page.middle.compare_button.accessibleName() == "Before and after"


def test_many_platforms_are_a_list_where_the_text_is_large(page: ReviewPage) -> None:
    with page.workspace.database.transaction() as connection:
        for name in ("Instagram", "X", "Newsletter"):
            platforms.add(connection, Platform(PlatformId(name.lower()), name, account="hollybank"))
    install_theme(QApplication.instance(), choice="light", scale=1.5)
    page.refresh()
    offered = page.middle.platform_list
    assert (offered.isHidden(), page.tabs.isHidden(), offered.count()) == (False, True, 5)
    offered.setCurrentText("School website")
    offered.activated.emit(offered.currentIndex())
    assert page.platform.name == "School website"
