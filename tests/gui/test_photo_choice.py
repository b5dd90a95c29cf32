"""The photos of a new post: every photo of the school in reach, found by event, number and day."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.domain.errors import NotAllowedError
from app.domain.photo import PhotoState
from app.domain.post import Finding, PostId, PostState
from app.ui import reads
from app.ui.pages.posts import PostsPage
from app.workflow import posts, review
from app.workflow.workspace import Workspace
from consent_db import photo_lists
from consent_db.photo_lists import PhotosSought
from consent_db.tables import metadata
from tests.gui import school
from tests.gui.conftest import Open
from tests.gui.pages import button, press, wait_till_done, wait_till_read

_AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
MANY = 1300
"""More than were ever offered at once."""


def _import_many(workspace: Workspace, number: int = MANY) -> None:
    """Photos of ten events, one a day, with the last of them set aside; their pictures cannot be read."""
    with workspace.database.transaction() as connection:
        connection.execute(insert(metadata.tables["vault_object"]), [
            {"name": f"{n:064x}", "wrapped_key": b"0" * 60, "sha256": f"{n:064x}", "bytes": 1, "stored_at": _AT}
            for n in range(number)
        ])  # fmt: skip
        connection.execute(insert(metadata.tables["photo"]), [
            {"id": f"many-{n:06}", "number": 1000 + n, "sha256": f"{n:064x}", "vault_name": f"{n:064x}",
             "state": (PhotoState.QUARANTINED if n == number - 1 else PhotoState.IDENTIFIED).value, "width": 40,
             "height": 30, "format": "JPEG", "bytes": 1, "imported_at": _AT + timedelta(days=n % 10),
             "event": f"Harvest {n % 10}", "is_analysed": True, "engines": "", "kind": "PICTURE"}
            for n in range(number)
        ])  # fmt: skip


@pytest.fixture
def page(open_as: Open, qtbot: QtBot) -> PostsPage:
    window = open_as("office")
    _import_many(window.desk.workspace)
    window.show_page("posts")
    page = window.pages["posts"]
    assert isinstance(page, PostsPage)
    press(qtbot, button(page, "Write a new post"))
    qtbot.waitUntil(lambda: page.choice.list.rows.rowCount() > MANY - 1, timeout=20_000)
    return page


def _shown(page: PostsPage, qtbot: QtBot) -> int:
    qtbot.waitUntil(lambda: not page.choice.list.is_reading, timeout=20_000)
    return page.choice.list.rows.rowCount()


def test_every_photo_is_offered_but_those_that_are_set_aside(page: PostsPage, qtbot: QtBot) -> None:
    with page.workspace.database.read() as connection:
        own = len(photo_lists.keys(connection, PhotosSought(event=school.EVENT)))
    assert _shown(page, qtbot) == MANY - 1 + own
    assert len(page.choice.list.rows.items) < 500, "only what is in sight is read"
    oldest = page.choice.list.rows.keys[-1]
    assert page.choice.list.choose_key(oldest)
    page.choice.list.viewport().grab()
    qtbot.waitUntil(lambda: page.choice.list.chosen() is not None, timeout=20_000)
    assert page.choice.list.chosen().id == oldest
    assert reads.photo_numbered(page.workspace, page.choice.list.chosen().number).id == oldest, "to be erased, too"


def test_photos_are_found_by_event_number_and_day_and_all_filters_go_with_one_press(
    page: PostsPage, qtbot: QtBot
) -> None:
    choice = page.choice
    every = _shown(page, qtbot)
    qtbot.keyClicks(choice.sift.search, "harvest 7")
    assert _shown(page, qtbot) == MANY // 10
    choice.sift.search.clear()
    qtbot.keyClicks(choice.sift.search, "1042")
    assert _shown(page, qtbot) == 1
    assert choice.list.rows.items[0].number == 1042
    choice.sift.search.clear()
    choice.sift.events.setCurrentIndex(choice.sift.events.findData("Harvest 3"))
    assert _shown(page, qtbot) == MANY // 10
    choice.sift.first.setDate(QDate(2026, 5, 8))
    assert _shown(page, qtbot) == 0
    assert "No photo fits" in choice.sift.number.text()
    press(qtbot, choice.sift.all_button)
    assert _shown(page, qtbot) == every
    choice.sift.last.setDate(QDate(2026, 5, 4))
    assert _shown(page, qtbot) == MANY // 10
    assert {line.event for line in choice.list.rows.items} == {"Harvest 0"}


def test_what_was_taken_stays_taken_while_another_event_is_looked_through(page: PostsPage, qtbot: QtBot) -> None:
    choice = page.choice
    choice.title_line.setText("Harvest and sports")
    taken = []
    for words in ("1042", "1077"):
        choice.sift.search.clear()
        qtbot.keyClicks(choice.sift.search, words)
        assert _shown(page, qtbot) == 1
        choice.list.setCurrentIndex(choice.list.rows.index(0))
        qtbot.keyClick(choice.list, Qt.Key.Key_Return)
        taken.append(choice.list.chosen().id)
        assert choice.list.rows.row_at(0).words == "taken"
    assert choice.words.text() == "2 photos taken"
    press(qtbot, choice.go)
    wait_till_done(qtbot, page)
    assert not choice.isVisible()
    made = [post for post in reads.all_posts(page.workspace) if post.title == "Harvest and sports"]
    assert [picture.photo_id for post in made for picture in post.pictures] == taken


def test_a_post_that_cannot_be_begun_leaves_its_title_and_photos_as_they_were_chosen(
    page: PostsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_said: object, **_more: object) -> None:
        raise NotAllowedError("This photo is set aside.", remedy="Take another one.")

    monkeypatch.setattr(posts, "create_post", refuse)
    choice = page.choice
    choice.title_line.setText("Harvest")
    choice.take(choice.list.rows.items[0])
    press(qtbot, choice.go)
    wait_till_done(qtbot, page)
    assert "set aside" in page.notice.words()
    assert (choice.title_line.text(), choice.words.text()) == ("Harvest", "1 photo taken")
    assert choice.go.isEnabled()


def test_a_post_that_another_page_asks_for_comes_in_front_of_the_choice(page: PostsPage, qtbot: QtBot) -> None:
    made = posts.create_post(page.workspace, school.actor(page.workspace, "office"), title="Assembly")
    page.choice.take(page.choice.list.rows.items[0])
    page.window().show_page("posts", made.id)
    qtbot.waitUntil(lambda: page.editor.isVisible(), timeout=20_000)
    assert page.heading.text() == "Assembly"
    assert not page.choice.isVisible()
    press(qtbot, page.new)
    assert page.choice.words.text() == "1 photo taken"


def test_the_checks_are_awaited_and_nothing_is_handed_over_before_they_are_done(
    open_as: Open, qtbot: QtBot, slow_checks: threading.Event
) -> None:
    window = open_as("office")
    workspace, office = window.desk.workspace, school.actor(window.desk.workspace, "office")
    made = posts.create_post(workspace, office, title="Assembly")
    window.show_page("posts", made.id)
    page = window.pages["posts"]
    assert page.right.heading.text() == "Checking …"
    assert not page.submit_button.isEnabled()
    slow_checks.set()
    qtbot.waitUntil(lambda: bool(page.findings), timeout=20_000)
    assert page.findings == posts.check(workspace, made.id)
    assert "in the way" in page.right.heading.text()
    assert [post.state for post in reads.all_posts(workspace) if post.id == made.id] == [PostState.DRAFT]


def test_what_was_said_of_a_post_stays_while_it_is_checked_again_and_never_stands_beside_another_one(
    open_as: Open, qtbot: QtBot, slow_checks: threading.Event
) -> None:
    slow_checks.set()
    window = open_as("office")
    workspace, office = window.desk.workspace, school.actor(window.desk.workspace, "office")
    one, other = (posts.create_post(workspace, office, title=title) for title in ("Assembly", "Harvest"))
    window.show_page("posts", one.id)
    page = window.pages["posts"]
    wait_till_read(qtbot, page)
    said, heading = page.findings, page.right.heading.text()
    assert said
    slow_checks.clear()
    page.refresh()
    assert (page.findings, page.right.heading.text()) == (said, heading)
    assert not page.submit_button.isEnabled()
    qtbot.waitUntil(lambda: page.right.heading.text() == "Checking …")
    assert page.findings == said
    page.open(other.id)
    page.refresh()
    assert (page.findings, page.right.heading.text()) == ((), "Checking …")
    slow_checks.set()
    wait_till_read(qtbot, page)
    assert page.findings == posts.check(workspace, other.id)


@pytest.fixture
def slow_checks(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Checks of a post last until this is set."""
    may_go_on, check = threading.Event(), posts.check

    def slowly(workspace: Workspace, post_id: PostId) -> tuple[Finding, ...]:
        assert may_go_on.wait(60)
        return check(workspace, post_id)

    monkeypatch.setattr(posts, "check", slowly)
    yield may_go_on
    may_go_on.set()


def test_the_posts_with_somebody_are_those_whose_photos_name_them_as_things_stand(workspace: Workspace) -> None:
    office = school.actor(workspace, "office")
    amara, ben = (school.person_id(workspace, name) for name in ("Amara", "Ben"))
    first, second = reads.photos_of(workspace, school.EVENT)[:2]
    made = [posts.create_post(workspace, office, title=title, photo_ids=[p.id]) for title, p in
            (("One", first), ("Two", first), ("Three", second))]  # fmt: skip
    face = review.photo_view(workspace, office, first.id).facts.regions[0]
    assert reads.posts_with(workspace, amara) == ()
    review.name_region(workspace, office, face.id, amara)
    assert [post.id for post in reads.posts_with(workspace, amara)] == [made[1].id, made[0].id]
    review.name_region(workspace, office, face.id, ben)
    assert reads.posts_with(workspace, amara) == ()
    assert {post.id for post in reads.posts_with(workspace, ben)} == {made[0].id, made[1].id}
