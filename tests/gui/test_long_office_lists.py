"""Questions, staff, training, requests and permissions of a large school: in slices, and none left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.domain.cases import CaseKind
from app.domain.people import Actor, Role
from app.domain.permissions import PermissionKind
from app.domain.post import MessageKind
from app.ui.main_window import MainWindow
from app.ui.pages import person_seek
from app.ui.pages.register import ASK_AGAIN
from app.ui.widgets import Label, StateChip
from app.workflow import (
    cases,
    devices,
    films,
    import_questions,
    policies,
    posts,
    questions,
    refresh,
    school_settings,
    training,
)
from app.workflow.workspace import Workspace
from consent_db.tables import metadata
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press
from tests.schools import School

_AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
MANY = 700
"""More than are read at once."""


def _put(school: School, **tables: list[dict[str, object]]) -> None:
    with school.workspace.database.transaction() as connection:
        for name, rows in tables.items():
            connection.execute(insert(metadata.tables[name]), rows)


def _page(open_role: OpenRole, role: Role, key: str) -> object:
    window: MainWindow = open_role(role)
    window.show_page(key)
    return window.pages[key]


def _part(open_role: OpenRole, key: str) -> object:
    window: MainWindow = open_role(Role.HEAD)
    window.show_page("school", key)
    return window.pages["school"].part


# questions


def _ask(school: School, number: int) -> None:
    made = posts.create_post(school.workspace, school.actor(Role.CONTRIBUTOR), title="Sports day")
    head, dsl = school.actor(Role.HEAD).user_id, school.actor(Role.DSL).user_id
    when = [_AT + timedelta(minutes=n) for n in range(number)]
    _put(
        school,
        post=[
            {"id": f"q-{n:04}", "title": f"Week {n}", "state": "ON_HOLD", "author": made.author, "created_at": when[n]}
            for n in range(number)
        ],
        post_message=[
            {"id": f"m-{n:04}", "post_id": f"q-{n:04}", "kind": MessageKind.QUESTION.value, "words": "All right?",
             "said_by": head, "asked": dsl if n % 7 else head, "said_at": when[n]}
            for n in range(number)
        ],
    )  # fmt: skip


def test_every_question_to_somebody_is_listed_the_oldest_in_front_and_an_answer_brings_the_next(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _ask(school, MANY)
    dsl = school.actor(Role.DSL)
    mine = list(questions.waiting_for(school.workspace, dsl))
    assert mine == [f"q-{n:04}" for n in range(MANY) if n % 7]
    page = _page(open_role, Role.DSL, "questions")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == len(mine), timeout=20_000)
    assert page.list.rows.rowCount() == len(mine)
    assert page.heading.text() == "Week 1"
    page.answer("Yes, all of them.")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == len(mine) - 1, timeout=20_000)
    assert page.heading.text() == "Week 2"
    last = page.list.rows.keys[-1]
    page.list.setCurrentIndex(page.list.rows.index(page.list.rows.rowCount() - 1))
    assert page.post.id == last
    assert questions.question_about(school.workspace, dsl, mine[0]) is None


def test_a_question_that_was_answered_or_is_put_to_somebody_else_is_nobody_s_here(school: School) -> None:
    _ask(school, 8)
    dsl, head = school.actor(Role.DSL), school.actor(Role.HEAD)
    questions.answer_question(school.workspace, dsl, "q-0003", "Yes.")
    assert questions.waiting_for(school.workspace, dsl) == ("q-0001", "q-0002", "q-0004", "q-0005", "q-0006")
    assert questions.waiting_for(school.workspace, head) == ("q-0000", "q-0007")
    assert set(questions.lines_of(school.workspace, dsl, ["q-0000", "q-0001", "q-0003"])) == {"q-0001"}


# staff


def _employ(school: School, number: int) -> None:
    _put(
        school,
        app_user=[
            {"id": f"staff-{n:04}", "username": f"s{n:04}", "name": f"Teacher {n:04}", "password_hash": "x",
             "employment": "AGENCY" if n % 10 == 0 else "STAFF", "created_at": _AT, "is_active": n % 50 != 1}
            for n in range(number)
        ],
        user_role=[
            {"user_id": f"staff-{n:04}", "role": "DEPUTY" if n == 13 else "CONTRIBUTOR", "given_by": "set-up",
             "seen_by": "x"}
            for n in range(number)
        ],
    )  # fmt: skip


def test_all_staff_are_found_by_name_role_kind_and_whether_the_account_is_closed(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _employ(school, MANY)
    page = _page(open_role, Role.IT, "users")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() > MANY, timeout=20_000)
    every = page.list.rows.rowCount()
    assert page.number.text() == f"{every} people"
    for words, number in (
        ("teacher agency", MANY // 10), ("S0013 DEPUTY", 1), ("teacher closed", MANY // 50), ("teacher zebra", 0)
    ):  # fmt: skip
        page.search.clear()
        qtbot.keyClicks(page.search, words)
        qtbot.waitUntil(lambda n=number: not page.list.is_reading and page.list.rows.rowCount() == n, timeout=20_000)
        assert page.number.text() == f"{number} of {every} people"
    page.open("staff-0699")
    assert page.form.user.name == "Teacher 0699"
    qtbot.waitUntil(lambda: page.list.current_key() == "staff-0699", timeout=20_000)
    assert page.search.text() == ""


# training


def test_training_of_all_staff_is_listed_whoever_lacks_some_first(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _employ(school, MANY)
    head = school.actor(Role.HEAD)
    school_settings.settle(school.workspace, head, "training_required", {"CONTRIBUTOR": ["Photos"]})
    _put(
        school,
        training=[
            {"id": f"t-{n:04}", "user_id": f"staff-{n:04}", "topic": "Photos", "done_on": date(2026, 1, 5),
             "recorded_at": _AT, "recorded_by": head.user_id}
            for n in range(0, MANY, 2)
        ],
    )  # fmt: skip
    part = _part(open_role, "training")
    in_all = training.register_of(school.workspace, head)
    qtbot.waitUntil(lambda: part.list.rows.rowCount() == len(in_all), timeout=20_000)
    lacking = [person.user_id for person in in_all if person.missing]
    assert len(lacking) > MANY // 3
    assert set(part.list.rows.keys[: len(lacking)]) == set(lacking)
    assert part.number.text() == f"Training is missing for {len(lacking)} people"
    assert part.person.user_id == head.user_id
    part.list.setCurrentIndex(part.list.rows.index(part.list.rows.row_of_key("staff-0698")))
    assert part.name.text() == "Teacher 0698"
    assert [course.topic for course in part.person.done] == ["Photos"]


# requests


def _record(school: School, number: int) -> None:
    """Cases of every kind and standing: open, late, paused, settled, acknowledged, closed, confined."""
    kinds, head = list(CaseKind), school.actor(Role.HEAD).user_id
    _put(
        school,
        case_record=[
            {"id": f"case-{n:04}", "number": n + 1, "kind": kinds[n % len(kinds)].value, "asked_by": f"Parent {n % 9}",
             "words": "They ask about the picnic." if n % 4 else "A picture of the pond.", "recorded_at": _AT,
             "received_at": _AT + timedelta(hours=n), "recorded_by": head,
             "due_at": _AT + timedelta(days=n * 7 % 60) if n % 3 else None,
             "acknowledge_by": _AT + timedelta(days=n * 5 % 9) if n % 5 else None,
             "acknowledged_at": _AT if n % 2 else None, "paused_on": date(2026, 9, 2) if n % 11 == 0 else None,
             "is_safeguarding": n % 13 == 0, "closed_at": _AT if n % 7 else None}
            for n in range(number)
        ],
    )  # fmt: skip


def test_requests_stand_in_the_order_of_their_clocks_and_nobody_sees_more_than_they_may(school: School) -> None:
    _record(school, 240)
    for role in (Role.HEAD, Role.DSL, Role.DPO):
        actor = school.actor(role)
        listed = cases.listing(school.workspace, actor)
        assert list(cases.ids_of(school.workspace, actor)) == [case.id for case in listed]
        assert list(cases.ids_of(school.workspace, actor, is_open=True)) == [c.id for c in listed if c.is_open]
    confined = {case.id for case in cases.listing(school.workspace, school.actor(Role.DSL)) if case.is_confined}
    assert confined
    dpo = school.actor(Role.DPO)
    assert confined.isdisjoint(cases.ids_of(school.workspace, dpo))
    assert cases.by_ids(school.workspace, dpo, confined) == {}


def test_requests_are_found_by_number_kind_and_words_and_open_ones_alone(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _record(school, MANY)
    page = _page(open_role, Role.HEAD, "cases")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == MANY, timeout=20_000)
    qtbot.keyClicks(page.sift.search, "pond")
    qtbot.waitUntil(lambda: not page.list.is_reading and page.list.rows.rowCount() == MANY // 4, timeout=20_000)
    page.sift.states.setCurrentIndex(page.sift.states.findData("open"))
    qtbot.waitUntil(lambda: not page.list.is_reading and page.list.rows.rowCount() == MANY // 28, timeout=20_000)
    assert all(case.is_open and "pond" in case.words for case in page.list.rows.items)
    page.sift.search.clear()
    qtbot.keyClicks(page.sift.search, "zebra")
    qtbot.waitUntil(lambda: "Nothing fits" in page.sift.number.text(), timeout=20_000)
    press(qtbot, page.sift.all_button)
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == MANY, timeout=20_000)
    page.list.setCurrentIndex(page.list.rows.index(0))
    first = page.list.current_key()
    assert page.case.id == first
    press(qtbot, page.new_button)
    assert page.form_panel.isVisible()
    page.list.setCurrentIndex(page.list.rows.index(0))
    assert page.case.id == first, "also the one that was in front before"


# permissions


def _permit(school: School, number: int) -> None:
    head = school.actor(Role.HEAD).user_id
    _put(
        school,
        permission=[
            {"id": f"perm-{n:04}", "kind": "MARK", "subject": f"sponsor {n:04}",
             "grantor": "Ruth Alder" if n % 7 else "Sam Birch", "grantor_role": "HEAD",
             "platforms": ["facebook"], "valid_from": date(2020, 9, 2),
             "valid_until": date(2021, 9, 2) if n % 2 else None, "evidence": "Folder 3", "recorded_at": _AT,
             "recorded_by": head}
            for n in range(number)
        ],
    )  # fmt: skip


def test_permissions_are_found_by_what_they_are_about_and_who_gave_them_those_in_force_first(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _permit(school, MANY)
    part = _part(open_role, "permissions")
    qtbot.waitUntil(lambda: part.list.rows.rowCount() == MANY, timeout=20_000)
    in_force = [f"perm-{n:04}" for n in range(0, MANY, 2)]
    assert list(part.list.rows.keys[: len(in_force)]) == in_force
    qtbot.keyClicks(part.sift.search, "sponsor 0013")
    qtbot.waitUntil(lambda: not part.list.is_reading and part.list.rows.rowCount() == 1, timeout=20_000)
    part.list.setCurrentIndex(part.list.rows.index(0))
    assert part.name.text() == "Sponsor 0013"
    part.sift.search.clear()
    qtbot.keyClicks(part.sift.search, "sponsor BIRCH")
    qtbot.waitUntil(lambda: not part.list.is_reading and part.list.rows.rowCount() == MANY // 7, timeout=20_000)


def test_whose_work_it_is_is_looked_for_by_name_in_a_large_register(
    open_role: OpenRole, school: School, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_seek, "FEW_TO_OFFER", 1)
    part = _part(open_role, "permissions")
    press(qtbot, part.kind_buttons[PermissionKind.WORK])
    press(qtbot, part.new)
    offered = part.subject_choice.widgets["subject"]
    assert part.seek_line.isVisible()
    assert [offered.itemText(i) for i in range(offered.count())] == ["Please choose"]
    qtbot.keyClicks(part.seek_line, "ama")
    qtbot.waitUntil(lambda: offered.count() == 2, timeout=20_000)
    assert offered.itemText(1) == "Amara Okafor Oak"
    offered.setCurrentIndex(1)
    part.refresh()
    assert offered.currentData() == school.pupils["Amara"].id, "it stays chosen while others write"
    press(qtbot, part.kind_buttons[PermissionKind.MARK])
    assert not part.seek_line.isVisible()


# policies


def test_of_a_large_staff_those_who_have_still_to_read_a_policy_are_counted_and_the_first_named(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _employ(school, MANY)
    head = school.actor(Role.HEAD)
    version = policies.add_version(
        school.workspace, head, name="Photographs", label="2026", owner="Headteacher", effective_on=date(2026, 1, 1),
        governors_approved_on=date(2025, 12, 1), noticed_on=date(2025, 12, 2),
    )  # fmt: skip
    policies.acknowledge(school.workspace, head, version.id)
    late = [reader for reader in policies.readers(school.workspace, head) if reader.unread]
    assert len(late) > MANY * 9 // 10
    part = _part(open_role, "policies")
    said = f"{len(late)} people have still to read it"
    qtbot.waitUntil(lambda: part.readers_words.text() == said, timeout=20_000)
    chips = part.readers.findChildren(StateChip)
    assert [chip.words() for chip in chips] == [reader.name for reader in late[: len(chips)]]
    assert 0 < len(chips) < 50
    more = [label.text() for label in part.readers.findChildren(Label) if "more" in label.text()]
    assert more == [f"and {len(late) - len(chips)} more"]


# photos set aside


def _set_aside(school: School, number: int) -> None:
    """Photos of two devices nobody vouches for."""
    names = [f"{n:064x}" for n in range(number)]
    _put(
        school,
        device=[{"id": f"d{n}", "key": f"key{n}", "label": f"Phone {n}", "kind": "UNKNOWN", "first_seen_at": _AT}
                for n in (0, 1)],
        vault_object=[{"name": name, "wrapped_key": b"0" * 60, "sha256": name, "bytes": 1, "stored_at": _AT}
                      for name in names],
        photo=[{"id": f"aside-{n:04}", "number": n + 1, "sha256": name, "vault_name": name, "state": "QUARANTINED",
                "width": 40, "height": 30, "format": "JPEG", "bytes": 1, "imported_at": _AT, "event": "Fair",
                "is_analysed": False, "engines": "", "kind": "PICTURE"} for n, name in enumerate(names)],
        source_file=[{"id": f"f{n}", "photo_id": f"aside-{n:04}", "device_id": f"d{n % 2}", "object_id": f"o{n}",
                      "name": "x.jpg", "bytes": 1, "state": "VERIFIED", "removal_wanted": False, "updated_at": _AT}
                     for n in range(number)],
        quarantine=[{"id": f"q{n}", "photo_id": f"aside-{n:04}", "reason": "UNKNOWN_DEVICE", "since": _AT}
                    for n in range(number)],
    )  # fmt: skip


def test_every_film_and_moving_half_is_listed_however_many_came(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    many = 1200
    names = [f"{n:064x}" for n in range(many)]
    _put(
        school,
        vault_object=[{"name": name, "wrapped_key": b"0" * 60, "sha256": name, "bytes": 1, "stored_at": _AT}
                      for name in names],
        photo=[{"id": f"film-{n:04}", "number": n + 1, "sha256": name, "vault_name": name, "state": "IMPORTED",
                "width": 40, "height": 30, "format": "MOV", "bytes": 1, "imported_at": _AT, "event": "Fair",
                "is_analysed": False, "engines": "", "kind": "LIVE" if n % 2 else "FILM"}
               for n, name in enumerate(names)],
    )  # fmt: skip
    page = _page(open_role, Role.CONTRIBUTOR, "devices")
    page.show_part("films")
    view = page.films
    qtbot.waitUntil(lambda: view.list.rows.rowCount() == many, timeout=20_000)
    assert view.list.current_key() == f"film-{many - 1:04}", "the newest comes first"
    view.list.setCurrentIndex(view.list.rows.index(many - 1))
    wanted = []
    view.still_wanted.disconnect()
    view.still_wanted.connect(lambda film, at_s: wanted.append((film.number, at_s)))
    view.seconds.setText("2.5")
    press(qtbot, view.go)
    assert wanted == [(1, 2.5)]
    assert [film.number for film in films.by_ids(school.workspace, page.actor, ["film-0000"]).values()] == [1]


def test_all_photos_of_an_unknown_phone_are_listed_and_let_be_used_at_once(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _set_aside(school, MANY)
    page = _page(open_role, Role.HEAD, "devices")
    page.open("aside")
    aside = page.aside
    qtbot.waitUntil(lambda: aside.list.rows.rowCount() == MANY, timeout=20_000)
    assert page.tabs["aside"].text() == f"Set aside {MANY}"
    assert aside.one.photo.number == 1
    aside.list.setCurrentIndex(aside.list.rows.index(MANY - 1))
    assert (aside.one.photo.number, aside.one.device.label) == (MANY, "Phone 1")
    press(qtbot, aside.release_all)
    assert f"{MANY // 2} photos may be named" in page.notice.words()
    press(qtbot, button(page.notice, "Let them be used"))
    qtbot.waitUntil(lambda: aside.list.rows.rowCount() == MANY // 2, timeout=20_000)
    assert {one.device.label for one in aside.list.rows.items} == {"Phone 0"}
    standing = devices.standings(school.workspace, school.actor(Role.HEAD), ["d0", "d1"])
    assert {key: one.set_aside for key, one in standing.items()} == {"d0": MANY // 2, "d1": 0}


# what lists left to a person


def test_thousands_of_lines_to_read_are_listed_and_one_that_is_settled_goes(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    manager = school.actor(Role.CONSENT_ADMIN)
    _put(
        school,
        import_batch=[{"id": "b", "kind": "consents", "file_name": "list.csv", "applied_at": _AT, "rows": MANY,
                       "applied_by": manager.user_id, "file_sha256": "0" * 64}],
        import_question=[{"id": f"line-{n:04}", "batch_id": "b", "line": n + 2, "words": f"Line {n} says something.",
                          "said": "no FB please", "raised_at": _AT} for n in range(MANY)],
    )  # fmt: skip
    page = _page(open_role, Role.CONSENT_ADMIN, "register")
    page.importer.views["To read"].click()
    to_read = page.importer.to_read
    qtbot.waitUntil(lambda: to_read.questions.rows.rowCount() == MANY, timeout=20_000)
    to_read.questions.setCurrentIndex(to_read.questions.rows.index(MANY - 1))
    assert to_read.said.text() == f"Line {MANY - 1} says something."
    to_read.outcome.setText("asked her mother")
    to_read.settle.click()
    qtbot.waitUntil(lambda: to_read.questions.rows.rowCount() == MANY - 1, timeout=20_000)
    assert to_read.said.text() == "Choose a line to see all of it."
    kept = import_questions.by_ids(school.workspace, manager, [f"line-{MANY - 1:04}"])
    assert [question.outcome for question in kept.values()] == ["asked her mother"]


# whom to ask again


def test_of_thousands_to_ask_again_the_last_is_reached_though_they_are_laid_out_bit_by_bit(
    open_role: OpenRole, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    everybody = refresh.refresh_list

    def of_a_trust(workspace: Workspace, actor: Actor) -> refresh.RefreshList:
        found = everybody(workspace, actor)
        return replace(found, people=found.people * MANY)

    monkeypatch.setattr(refresh, "refresh_list", of_a_trust)
    page = _page(open_role, Role.CONSENT_ADMIN, "register")
    page.open(ASK_AGAIN)
    ask = page.asking
    rows = ask.list.rows
    qtbot.waitUntil(lambda: rows.rowCount() > 3 * MANY, timeout=20_000)
    assert rows.rowCount() == len(ask.found.people)
    last = rows.index(rows.rowCount() - 1)
    qtbot.waitUntil(lambda: ask.list.visualRect(last).isValid(), timeout=20_000)
    ask.list.scrollTo(last)
    assert ask.list.viewport().rect().intersects(ask.list.visualRect(last))
