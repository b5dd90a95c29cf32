"""Suggestions in Review: asked for by a person, inside the gates, in words, and taken by a person alone."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.analysis.embedding_worker import EmbeddingProcess
from app.domain.detection import Region, Verdict
from app.domain.people import Role as Duty
from app.domain.photo import PhotoId
from app.ui.application import make_application
from app.ui.models.rows import Role
from app.ui.pages.review import ReviewPage
from app.ui.theme import install_theme
from app.workflow import biometrics, look_alikes, matching, review
from app.workflow.workspace import Workspace
from consent_db import audit
from tests.gui import two_pcs
from tests.gui.pages import button, press, wait_for_words, words
from tests.schools import School
from tests.unit.workflow.comparing import EVENT, Watched, enrolled, let_compare, prepared, take

COUPLE = [("Ben", 4), ("Amara", 1)]
LONG_MS = 20_000
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddingProcess]:
    with EmbeddingProcess(cache_folder=tmp_path_factory.mktemp("networks")) as started:
        yield started


@pytest.fixture
def off(school: School, process: EmbeddingProcess, tmp_path: Path) -> tuple[Workspace, Watched]:
    """A school that compares no faces, with a photo of two children."""
    workspace, watched = prepared(school, process)
    take(school, workspace, tmp_path / "camera", COUPLE)
    return workspace, watched


@pytest.fixture
def on(school: School, off: tuple[Workspace, Watched]) -> tuple[Workspace, Watched]:
    """The same school compares faces, and both children are enrolled."""
    workspace, watched = off
    let_compare(school, "Amara", "Ben")
    for forename in ("Amara", "Ben"):
        enrolled(school, workspace, forename)
    watched.boxes.clear()
    return workspace, watched


def _open(school: School, workspace: Workspace, qtbot: QtBot, request: pytest.FixtureRequest) -> ReviewPage:
    make_application([])
    install_theme(QApplication.instance(), choice="light")
    window = two_pcs.open_pc(qtbot, workspace, school.actor(Duty.CONTRIBUTOR))
    request.addfinalizer(window.deleteLater)
    request.addfinalizer(window.close)
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.canvas.has_picture, timeout=LONG_MS)
    return page


@pytest.fixture
def page(school: School, on: tuple[Workspace, Watched], qtbot: QtBot, request: pytest.FixtureRequest) -> ReviewPage:
    return _open(school, on[0], qtbot, request)


def _stored(page: ReviewPage) -> list[Region]:
    facts = review.photo_view(page.workspace, page.actor, PhotoId(page.photo_id)).facts
    return sorted(facts.regions, key=lambda region: region.box.left)


def _offered(page: ReviewPage) -> list[tuple[str, str, int]]:
    """The suggestions that can be read: title, word and bar."""
    listed = page.faces_panel.suggestions.list
    if not listed.isVisible():
        return []
    rows = [listed.rows.data(listed.rows.index(n), Role.ROW) for n in range(listed.rows.rowCount())]
    return [(row.title, row.note, row.bar) for row in rows]


def _ask(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "?")
    qtbot.waitUntil(lambda: bool(_offered(page)), timeout=LONG_MS)


def _choose(page: ReviewPage, number: int) -> None:
    page._choose(page.faces[number - 1].region.id)


def test_while_comparing_is_off_nothing_is_offered_but_a_quiet_sentence_in_a_menu(
    school: School, off: tuple[Workspace, Watched], qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    page = _open(school, off[0], qtbot, request)
    assert not page.faces_panel.ask_button.isVisible()
    [quiet] = [action for action in page.middle.menu.actions() if "omparing" in action.text()]
    assert (quiet.text(), quiet.isEnabled()) == ("Comparing faces is off", False)
    qtbot.keyClicks(page.canvas, "?")
    qtbot.keyClick(page.canvas, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert (page.notice.words(), off[1].boxes) == ("", [])
    assert "Who could" not in words(page)


def test_a_question_mark_compares_the_chosen_face_alone_and_names_nobody(
    page: ReviewPage, on: tuple[Workspace, Watched], qtbot: QtBot
) -> None:
    _choose(page, 2)
    _ask(qtbot, page)
    assert _offered(page) == [("1  Amara Okafor", "likely", 3), ("2  Ben Tailor", "unlikely", 1)]
    assert on[1].boxes == [_stored(page)[1].box]
    assert {(r.verdict, r.person_id) for r in _stored(page)} == {(Verdict.UNNAMED, None)}
    listed = page.faces_panel.list
    assert listed.rows.data(listed.rows.index(1), Role.ROW).note == "likely Amara Okafor?"
    assert not any(character.isdecimal() for _, said, _ in _offered(page) for character in said)
    _choose(page, 1)
    assert _offered(page) == []


def test_a_number_takes_the_suggestion_and_the_next_face_is_chosen(
    page: ReviewPage, school: School, qtbot: QtBot
) -> None:
    _choose(page, 2)
    _ask(qtbot, page)
    qtbot.keyClicks(page.classes.search, "1")
    assert [(r.verdict, r.person_id) for r in _stored(page)] == [
        (Verdict.UNNAMED, None), (Verdict.NAMED, school.pupils["Amara"].id),
    ]  # fmt: skip
    assert page.classes.search.text() == ""
    assert page.chosen.region.id == _stored(page)[0].id
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {r.verdict for r in _stored(page)} == {Verdict.UNNAMED}


def test_enter_takes_the_first_only_when_it_is_likely(
    page: ReviewPage, school: School, on: tuple[Workspace, Watched], qtbot: QtBot
) -> None:
    review.set_roster(on[0], school.actor(Duty.CONTRIBUTOR), EVENT, [school.pupils["Ben"].id])
    page.refresh()
    _choose(page, 2)
    _ask(qtbot, page)
    assert _offered(page) == [("1  Ben Tailor", "unlikely", 1)]
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    assert "None of these is likely" in page.notice.words()
    assert {r.verdict for r in _stored(page)} == {Verdict.UNNAMED}
    _choose(page, 1)
    _ask(qtbot, page)
    assert _offered(page) == [("1  Ben Tailor", "likely", 3)]
    qtbot.keyClick(page.faces_panel.list, Qt.Key.Key_Return)
    assert _stored(page)[0].person_id == school.pupils["Ben"].id


def test_typed_letters_still_name_somebody_else_and_enter_then_means_them(
    page: ReviewPage, school: School, qtbot: QtBot
) -> None:
    _choose(page, 2)
    _ask(qtbot, page)
    qtbot.keyClicks(page.classes.search, "dev")
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    assert _stored(page)[1].person_id == school.pupils["Dev"].id


def test_several_faces_are_ticked_with_shift_and_asked_about_together(
    page: ReviewPage, on: tuple[Workspace, Watched], qtbot: QtBot
) -> None:
    _choose(page, 1)
    listed = page.faces_panel.list
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down, SHIFT)
    assert page.faces_panel.ask_button.text().strip() == "Who could these 2 be?"
    press(qtbot, page.faces_panel.ask_button)
    qtbot.waitUntil(lambda: bool(_offered(page)), timeout=LONG_MS)
    assert on[1].boxes == [r.box for r in _stored(page)]
    found = []
    for number in (1, 2):
        _choose(page, number)
        found.append(_offered(page)[0])
    assert found == [("1  Ben Tailor", "likely", 3), ("1  Amara Okafor", "likely", 3)]


def test_keys_held_for_a_shortcut_never_tick_another_face(
    page: ReviewPage, on: tuple[Workspace, Watched], qtbot: QtBot
) -> None:
    _choose(page, 1)
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Backtab, SHIFT)
    assert page.chosen.number == 2
    qtbot.keyClick(page.classes.search, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(_offered(page)), timeout=LONG_MS)
    assert on[1].boxes == [_stored(page)[1].box]


def test_none_of_these_goes_with_escape(page: ReviewPage, qtbot: QtBot) -> None:
    _choose(page, 2)
    _ask(qtbot, page)
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Escape)
    assert _offered(page) == []
    assert {r.verdict for r in _stored(page)} == {Verdict.UNNAMED}
    assert page.faces_panel.why.isVisible()


def test_somebody_who_is_taken_for_another_has_to_be_chosen_twice(
    page: ReviewPage, school: School, on: tuple[Workspace, Watched], qtbot: QtBot
) -> None:
    amara, ben = school.pupils["Amara"], school.pupils["Ben"]
    look_alikes.mark(on[0], school.actor(Duty.CONSENT_ADMIN), amara.id, ben.id)
    _choose(page, 2)
    _ask(qtbot, page)
    first = page.faces_panel.suggestions.list
    row = first.rows.data(first.rows.index(0), Role.ROW)
    assert (row.icon, row.note) == ("warning", "likely · look twice")
    assert "Amara and Ben look alike." in words(page.faces_panel)
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    assert "choose Amara Okafor again if it is Amara Okafor" in page.notice.words()
    assert {r.verdict for r in _stored(page)} == {Verdict.UNNAMED}
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Return)
    assert _stored(page)[1].person_id == amara.id


def test_whoever_objects_meanwhile_is_not_shown_any_more(
    page: ReviewPage, school: School, on: tuple[Workspace, Watched], qtbot: QtBot
) -> None:
    _choose(page, 2)
    _ask(qtbot, page)
    biometrics.record_child_refusal(on[0], school.actor(Duty.GOVERNOR), school.pupils["Amara"].id)
    qtbot.waitUntil(lambda: [title for title, _, _ in _offered(page)] == ["1  Ben Tailor"], timeout=LONG_MS)
    matching.switch_matching_off(on[0], school.actor(Duty.HEAD))
    qtbot.waitUntil(lambda: _offered(page) == [], timeout=LONG_MS)
    assert not page.faces_panel.ask_button.isVisible()


def test_faces_of_an_event_are_compared_after_a_confirmation_and_can_be_taken_one_by_one(
    page: ReviewPage, school: School, on: tuple[Workspace, Watched], qtbot: QtBot
) -> None:
    office = school.actor(Duty.CONTRIBUTOR)
    review.set_roster(on[0], office, EVENT, [school.pupils[name].id for name in ("Amara", "Ben")])
    page.refresh()
    page.suggestions.ask_for_event()
    assert "Only when nobody else is in shot" in page.notice.words()
    assert on[1].boxes == []
    press(qtbot, button(page.notice, "Nobody else is in shot"))
    qtbot.waitUntil(lambda: "nobody is named yet" in page.notice.words(), timeout=LONG_MS)
    assert {r.verdict for r in _stored(page)} == {Verdict.UNNAMED}
    for forename in ("Ben", "Amara"):
        assert _offered(page)[0][0] == f"1  {school.pupils[forename].name}"
        qtbot.keyClicks(page.classes.search, "1")
    assert [r.person_id for r in _stored(page)] == [school.pupils["Ben"].id, school.pupils["Amara"].id]


def test_comparing_an_event_is_stopped_at_the_foot_and_the_rest_stays_uncompared(
    page: ReviewPage,
    school: School,
    on: tuple[Workspace, Watched],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace, watched = on
    for number in (1, 2):
        take(school, workspace, tmp_path / f"more {number}", [("Amara", number), ("Ben", number)])
    pair = [school.pupils[name].id for name in ("Amara", "Ben")]
    review.set_roster(workspace, school.actor(Duty.CONTRIBUTOR), EVENT, pair)
    page.refresh()
    may_go_on, compare = threading.Event(), watched.vectors

    def wait_and_compare(image, faces):
        assert may_go_on.wait(LONG_MS / 1000)
        return compare(image, faces)

    monkeypatch.setattr(watched, "vectors", wait_and_compare)
    page.suggestions.ask_for_event()
    press(qtbot, button(page.notice, "Nobody else is in shot"))
    press(qtbot, button(page.window(), "Cancel"))
    may_go_on.set()
    wait_for_words(qtbot, page, "Stopped.")
    assert len(watched.boxes) == 2
    assert page.desk.running == []


def test_an_event_without_a_list_is_refused_with_what_to_do(page: ReviewPage, qtbot: QtBot) -> None:
    page.suggestions.ask_for_event()
    press(qtbot, button(page.notice, "Nobody else is in shot"))
    qtbot.waitUntil(lambda: "Nobody said who may be in these photos" in page.notice.words(), timeout=LONG_MS)
    assert _offered(page) == []


def test_suggestions_go_with_the_photo_and_leave_no_name_in_log_or_records(
    page: ReviewPage,
    school: School,
    on: tuple[Workspace, Watched],
    qtbot: QtBot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    take(school, on[0], tmp_path / "second", [("Amara", 2), ("Ben", 0)])
    page.refresh()
    first = page.photo_id
    _choose(page, 2)
    _ask(qtbot, page)
    qtbot.keyClick(page.classes.search, Qt.Key.Key_PageDown)
    assert page.photo_id != first
    assert _offered(page) == []
    qtbot.keyClick(page.classes.search, Qt.Key.Key_PageUp)
    _choose(page, 2)
    assert _offered(page) == []
    assert not [name for name in ("Amara", "Okafor", "Ben", "Tailor") if name in caplog.text]
    with on[0].database.read() as connection:
        [compared] = [e for e in audit.latest(connection, limit=20) if e.action == "faces-compared"]
    told = json.loads(compared.body)
    assert (told["subjects"], told["details"]) == ([first], {"faces": 1, "gallery": 2, "gate": "ticked"})
