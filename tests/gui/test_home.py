"""Home: carry on where one stopped, what still stops the first post, and what waits, one click from the doing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, ConsentKind
from app.domain.people import Role
from app.domain.photo import PhotoState
from app.ui import reads
from app.ui.counts import Waiting
from app.ui.pages import home
from app.ui.pages.home import cards_for
from app.ui.widgets import Button
from app.workflow import alerts, left_off, register
from app.workflow.alerts import Alert, AlertKind
from app.workflow.first_post import still_to_do
from consent_db import photos
from consent_db.consent import NewConsent
from tests.gui import school as gui_school
from tests.gui import story
from tests.gui.conftest import Open, OpenRole
from tests.gui.pages import button, press, wait_for_page, words
from tests.schools import FACEBOOK, School


def test_home_begins_with_the_photo_where_this_person_stopped(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    second = story.photo_ids(window.desk.workspace)[1]
    window.show_page("review", second)
    window.close()  # as a stop at any moment would: nothing but the register is left
    again = open_as("office")
    assert "Carry on: Sports day, photo 2 of 2" in words(again.pages["home"])
    press(qtbot, button(again.pages["home"], "Carry on: Sports day, photo 2 of 2"))
    wait_for_page(qtbot, again, "review")
    assert again.pages["review"].photo_id == second


def test_where_somebody_is_is_kept_while_they_work(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    workspace = window.desk.workspace
    first = story.photo_ids(workspace)[0]
    window.show_page("review", first)
    office = window.desk.actor
    qtbot.waitUntil(lambda: left_off.carry_on(workspace, office) is not None, timeout=20_000)
    assert left_off.carry_on(workspace, office).subject == first
    assert left_off.carry_on(workspace, gui_school.actor(workspace, "head")) is None


def test_home_counts_the_photos_of_an_event_as_review_does_and_knows_one_that_was_left_out(open_as: Open) -> None:
    window = open_as("office")
    workspace, office = window.desk.workspace, window.desk.actor
    first, second = story.photo_ids(workspace)[:2]
    left_off.note_place(workspace, office, left_off.REVIEW, second)
    with workspace.database.transaction() as connection:
        photos.set_state(connection, first, PhotoState.SKIPPED)
    assert left_off.carry_on(workspace, office).words == "Sports day, photo 1 of 1"
    with workspace.database.transaction() as connection:
        photos.set_state(connection, second, PhotoState.SKIPPED)
    assert left_off.carry_on(workspace, office) is None


def test_a_new_school_is_told_what_stops_its_first_post_and_who_can_do_it(open_role: OpenRole, qtbot: QtBot) -> None:
    head = open_role(Role.HEAD)
    home = head.pages["home"]
    said = words(home)
    assert "On the way to the first post" in said
    assert "No parent’s answer is recorded: everybody is covered." in said
    assert "Ask the data manager." in said
    rules = next(b for b in home.findChildren(Button) if b.text().strip() == "Choose rules")
    press(qtbot, rules)
    wait_for_page(qtbot, head, "school")
    assert head.current.part.key == "packs"


def test_the_way_to_the_first_post_ends_with_the_first_post(open_as: Open, workspace, tmp_path) -> None:
    story.name_faces(workspace)
    post_id = story.write_post(workspace)
    story.submit(workspace, post_id)
    story.approve(workspace, post_id)
    deputy = gui_school.actor(workspace, "deputy")
    assert not any(step.is_done is False and not step.may_wait for step in still_to_do(workspace, deputy))
    story.export(workspace, post_id, tmp_path / "packs")
    assert still_to_do(workspace, deputy) == ()
    assert "On the way to the first post" not in words(open_as("head").pages["home"])


def test_home_counts_whose_answers_run_out_this_month(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    today = school.workspace.clock.today()
    for forename, days in (("Amara", 10), ("Ben", 20), ("Ella", 300)):
        answer = NewConsent(
            school.pupils[forename].id, ConsentKind.IMAGE, FACEBOOK, Answer.YES, f"parent of {forename}",
            today - timedelta(days=30), valid_until=today + timedelta(days=days), evidence="form",
            form_version="2026",
        )  # fmt: skip
        register.record_consent(school.workspace, school.actor(Role.CONSENT_ADMIN), answer)
    window = open_role(Role.CONSENT_ADMIN)
    home = window.pages["home"]
    qtbot.waitUntil(lambda: "2 pupils have answers that run out within the month" in words(home), timeout=20_000)
    press(qtbot, button(home, "Show who to ask: 2 pupils have answers that run out within the month"))
    wait_for_page(qtbot, window, "register")


def test_the_first_key_on_home_carries_on(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_page("review", story.photo_ids(window.desk.workspace)[1])
    window.close()
    again = open_as("office")
    again.show_page("home")
    again.activateWindow()
    qtbot.waitUntil(lambda: again.pages["home"].start().hasFocus(), timeout=20_000)
    qtbot.keyClick(again.pages["home"].start(), Qt.Key.Key_Space)
    wait_for_page(qtbot, again, "review")


def test_a_question_that_waits_is_a_card_that_leads_to_where_this_person_answers() -> None:
    (card,) = cards_for(Waiting(to_answer=2, first_to_answer="p1"))
    assert (card.number, card.page, card.what, card.action) == (2, "questions", "p1", None)
    assert card.words == "2 questions about posts wait for your answer"
    (card,) = cards_for(Waiting(to_answer_in_posts=1, first_to_answer="p1"))
    assert (card.number, card.page, card.what) == (1, "posts", "p1")


def test_home_lists_the_most_urgent_of_what_is_due_and_the_rest_when_asked(
    open_as: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = tuple(Alert(AlertKind.CASE, f"Request {at:02} is due", None, f"case-{at}") for at in range(20))
    monkeypatch.setattr(alerts, "due", lambda _workspace, _actor: due)
    home = open_as("head").pages["home"]
    qtbot.waitUntil(lambda: "Request 07" in words(home))
    assert "Request 08" not in words(home)
    press(qtbot, button(home, "and 12 more"))
    qtbot.waitUntil(lambda: "Request 15" in words(home))
    assert home.focusWidget().accessibleName() == "Look: Request 08 is due"
    press(qtbot, button(home, "and 4 more"))
    qtbot.waitUntil(lambda: "Request 19" in words(home))
    assert not [b for b in home.alerts.findChildren(Button) if "more" in b.accessibleName()]


def test_home_of_a_large_school_is_read_anew_once_something_was_written(
    open_as: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads, "is_long_used", lambda _workspace: True)
    read, times = home.read_home, []

    def noted(*given: object) -> object:
        times.append(1)
        return read(*given)

    monkeypatch.setattr(home, "read_home", noted)
    window = open_as("head")
    page = window.pages["home"]
    for _attempt in range(5):  # until nothing that opening the window wrote is heard of any more
        qtbot.waitUntil(lambda: page._read_as_of == window.desk.edition)
        edition, before = window.desk.edition, len(times)
        page.refresh()
        qtbot.wait(50)
        if window.desk.edition == edition:
            break
    assert (window.desk.edition, len(times)) == (edition, before)
    window.desk.changed.emit()
    qtbot.waitUntil(lambda: len(times) > before and page._read_as_of == window.desk.edition)
    before = len(times)
    monkeypatch.setattr(home, "_KEEPS_S", 0)
    page.refresh()
    qtbot.waitUntil(lambda: len(times) > before)
