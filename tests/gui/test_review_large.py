"""Review in a large school: the event's list stands there, others are found by a few letters or their class."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.people import PersonKind
from app.domain.photo import PhotoState
from app.ui.application import make_application
from app.ui.models.rows import Row
from app.ui.pages import review_roll
from app.ui.pages.review import ReviewPage
from app.ui.pages.review_classes import ClassPanel
from app.workflow import register
from app.workflow.review import photo_view
from consent_db import people, photos
from tests.gui import school
from tests.gui.conftest import Open

HINT = "Others: type three letters"


@pytest.fixture
def page(open_as: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ReviewPage:
    monkeypatch.setattr(review_roll, "FEW_TO_NAME", 1)
    window = open_as("office")
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.canvas.has_picture and page.roll.groups != (), timeout=20_000)
    return page


def _names(page: ReviewPage) -> list[str]:
    return [item.title if isinstance(item, Row) else item.forename for item in page.classes.people.rows.everything]


def _named(page: ReviewPage, region_id: str) -> str | None:
    facts = photo_view(page.workspace, page.actor, page.photo_id).facts
    return next(region.person_id for region in facts.regions if region.id == region_id)


def test_the_event_s_list_is_there_and_says_how_the_others_are_found(page: ReviewPage, qtbot: QtBot) -> None:
    assert "Amara" in _names(page)
    assert "Zofia" not in _names(page)
    assert _names(page)[-1] == HINT
    qtbot.keyClicks(page.classes.search, "zo")
    assert _names(page) == [HINT]
    qtbot.keyClicks(page.classes.search, "f")
    qtbot.waitUntil(lambda: "Zofia" in _names(page), timeout=20_000)
    assert HINT not in _names(page)
    zofia = page.classes.people.rows.row_at(_names(page).index("Zofia"))
    assert (zofia.title, zofia.note) == ("Zofia Kowalska", "Elm"), "another may bear this name"


def test_enter_names_whoever_was_typed_and_nobody_else_while_the_search_is_on_its_way(
    page: ReviewPage, qtbot: QtBot
) -> None:
    face = page.chosen.region.id
    qtbot.keyClicks(page.classes.search, "zof")
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    zofia = school.person_id(page.workspace, "Zofia")
    qtbot.waitUntil(lambda: _named(page, face) == zofia, timeout=20_000)
    assert page.classes.search.text() == ""
    assert "Zofia" in _names(page), "named in this photo, so in its list"


def test_a_child_of_the_event_s_list_is_named_at_once(page: ReviewPage, qtbot: QtBot) -> None:
    face = page.chosen.region.id
    qtbot.keyClicks(page.classes.search, "ama")
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    assert _named(page, face) == school.person_id(page.workspace, "Amara")


def test_letters_that_name_nobody_name_nobody(page: ReviewPage, qtbot: QtBot) -> None:
    face = page.chosen.region.id
    qtbot.keyClicks(page.classes.search, "zzzz")
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.roll.is_seeking, timeout=20_000)
    assert _names(page) == []
    assert _named(page, face) is None


def test_a_chosen_class_is_there_as_a_whole(page: ReviewPage) -> None:
    page.classes.groups.setCurrentText("Elm")
    assert _names(page) == ["Zofia"]
    assert set(page.facts.roster) == {school.person_id(page.workspace, "Zofia")}


def test_a_hold_beside_the_list_changes_nothing_in_the_class_list(page: ReviewPage) -> None:
    before = _names(page)
    dsl, zofia = school.actor(page.workspace, "dsl"), school.person_id(page.workspace, "Zofia")
    register.place_hold(page.workspace, dsl, zofia)
    page.refresh()
    assert _names(page) == before


def test_photos_that_were_left_out_are_passed_over(page: ReviewPage) -> None:
    shown, other = (photo.id for photo in page.photos)
    assert page.photo.number == 1
    with page.workspace.database.transaction() as connection:
        photos.set_state(connection, shown, PhotoState.SKIPPED)
    page.refresh()
    assert [photo.id for photo in page.photos] == [other]
    assert (page.photo_id, page.photo.number) == (other, 2)
    assert page.middle.where.text() == "1 of 1"


def test_two_children_of_one_name_are_told_apart_by_their_class_in_any_school(qtbot: QtBot) -> None:
    make_application([])
    panel = ClassPanel()
    qtbot.addWidget(panel)
    one, other, third = (
        replace(people.new(PersonKind.PUPIL, forename, "Tailor"), registration_group=group)
        for forename, group in (("Ben", "Oak"), ("Ben", "Elm"), ("Ella", "Oak"))
    )
    panel.show_people([one, other, third], frozenset(), [one.id])
    shown = [panel._person_row(person) for person in (one, other, third)]
    assert [(row.title, row.note) for row in shown] == [
        ("Ben Tailor", "Oak"), ("Ben Tailor", "Elm"), ("Ella Tailor", "")
    ]  # fmt: skip
