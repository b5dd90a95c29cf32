"""Questions, staff, training, requests and permissions of a large school: in slices, and none left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.domain.people import Role
from app.domain.post import MessageKind
from app.ui.main_window import MainWindow
from app.workflow import posts, questions, school_settings, training
from consent_db.tables import metadata
from tests.gui.conftest import OpenRole
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
    mine = [post.post.id for post in questions.questions_for(school.workspace, dsl)]
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
