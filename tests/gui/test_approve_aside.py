"""Approve reads a post aside, and nothing of another one stands there meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import NotAllowedError
from app.domain.people import Actor, Role
from app.domain.post import Post, PostAbout, PostCategory, PostId, PostPlatform, PostState
from app.domain.submission import Confirmed
from app.ui import reads
from app.ui.main_window import MainWindow
from app.ui.pages.approve import ApprovePage
from app.workflow import approve, posts
from app.workflow.workspace import Workspace
from tests.gui.pages import press, wait_for_page, wait_till_done, wait_till_read
from tests.schools import FACEBOOK, School

OpenRole = Callable[[Role], MainWindow]


def _submitted(school: School, title: str) -> Post:
    office = school.actor(Role.CONTRIBUTOR)
    post = posts.create_post(
        school.workspace, office, title=title, about=PostAbout(PostCategory.SCHOOL_NEWS),
        platforms=[PostPlatform(FACEBOOK, f"{title} was a sunny day.")],
    )  # fmt: skip
    posts.submit_post(school.workspace, office, post.id, confirmed=Confirmed)
    return post


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A school with so much in it that posts are read aside, and only once this is set."""
    may_read = threading.Event()
    read = approve.approval_view

    def slowly(workspace: Workspace, actor: Actor, post_id: PostId) -> approve.ApprovalView:
        assert may_read.wait(60)
        return read(workspace, actor, post_id)

    monkeypatch.setattr(approve, "approval_view", slowly)
    yield may_read
    may_read.set()


def _opened(open_role: OpenRole, qtbot: QtBot, post: Post) -> ApprovePage:
    window = open_role(Role.HEAD)
    window.show_page("approve", post.id)
    wait_for_page(qtbot, window, "approve")
    page = window.pages["approve"]
    assert isinstance(page, ApprovePage)
    return page


def test_a_post_that_is_read_aside_is_approved_as_it_was_seen(
    school: School, open_role: OpenRole, gate: threading.Event, qtbot: QtBot
) -> None:
    post = _submitted(school, "Sports day")
    page = _opened(open_role, qtbot, post)
    assert page.sheet.isHidden()
    page.approve()
    assert reads.post(school.workspace, post.id).state is PostState.SUBMITTED, "nobody saw it yet"
    gate.set()
    qtbot.waitUntil(page.sheet.isVisible)
    assert page.words.caption.toPlainText() == "Sports day was a sunny day."
    page.fitting.setChecked(True)
    page.approve_button.setFocus()
    qtbot.keyClick(page.approve_button, Qt.Key.Key_Space)
    wait_till_read(qtbot, page)
    assert reads.post(school.workspace, post.id).state is PostState.APPROVED
    assert not page.sheet.isVisible()
    assert QApplication.focusWidget() is page, "not on the next button of the window, which may be the one to sign out"


def test_of_two_posts_chosen_one_after_the_other_only_the_second_is_shown(
    school: School, open_role: OpenRole, gate: threading.Event, qtbot: QtBot
) -> None:
    first, second = _submitted(school, "Sports day"), _submitted(school, "Book week")
    page = _opened(open_role, qtbot, first)
    gate.set()
    qtbot.waitUntil(page.sheet.isVisible)
    gate.clear()
    page.list.choose(lambda post: post.id == second.id)
    assert page.post.id == second.id
    assert page.sheet.isHidden()
    page.list.choose(lambda post: post.id == first.id)
    page.list.choose(lambda post: post.id == second.id)
    gate.set()
    qtbot.waitUntil(page.sheet.isVisible)
    assert page.view.post.id == second.id
    assert page.words.caption.toPlainText() == "Book week was a sunny day."


def test_a_post_that_cannot_be_read_is_not_shown_and_the_reason_is_said(
    school: School, open_role: OpenRole, gate: threading.Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = _submitted(school, "Sports day")
    gate.set()

    def refuse(_workspace: Workspace, _actor: Actor, _post_id: PostId) -> approve.ApprovalView:
        raise NotAllowedError("This post is not yours to see.")

    monkeypatch.setattr(approve, "approval_view", refuse)
    page = _opened(open_role, qtbot, post)
    qtbot.waitUntil(lambda: "not yours to see" in page.notice.words())
    assert page.sheet.isHidden()
    assert page.view is None


@pytest.fixture
def slow_yes(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, list[PostId]]]:
    """Saying yes takes until this is set; and the posts it was said to."""
    may_go_on, asked = threading.Event(), list[PostId]()
    say_yes = approve.approve

    def slowly(workspace: Workspace, actor: Actor, post_id: PostId, **said: object) -> object:
        asked.append(post_id)
        assert may_go_on.wait(60)
        return say_yes(workspace, actor, post_id, **said)

    monkeypatch.setattr(approve, "approve", slowly)
    yield may_go_on, asked
    may_go_on.set()


def test_the_window_answers_while_a_yes_is_written_and_a_second_press_says_nothing_more(
    school: School, open_role: OpenRole, slow_yes: tuple[threading.Event, list[PostId]], qtbot: QtBot
) -> None:
    post, other = _submitted(school, "Sports day"), _submitted(school, "Book week")
    may_go_on, asked = slow_yes
    page = _opened(open_role, qtbot, post)
    page.fitting.setChecked(True)
    press(qtbot, page.approve_button)
    press(qtbot, page.approve_button)
    qtbot.waitUntil(lambda: page.notice.words() == "One moment …")
    page.list.choose(lambda one: one.id == other.id)
    page.fitting.setChecked(True)
    may_go_on.set()
    wait_till_done(qtbot, page)
    assert asked == [post.id]
    assert page.notice.words().startswith("“Sports day” is approved until")
    assert (page.post.id, page.fitting.isChecked()) == (other.id, True), "what was ticked for another one stays"
    assert reads.post(school.workspace, other.id).state is PostState.SUBMITTED


def test_closing_the_window_waits_for_a_yes_that_is_being_written(
    school: School, open_role: OpenRole, slow_yes: tuple[threading.Event, list[PostId]], qtbot: QtBot
) -> None:
    post = _submitted(school, "Sports day")
    may_go_on, _asked = slow_yes
    page = _opened(open_role, qtbot, post)
    page.fitting.setChecked(True)
    press(qtbot, page.approve_button)
    threading.Timer(0.2, may_go_on.set).start()
    page.window().close()
    assert reads.post(school.workspace, post.id).state is PostState.APPROVED
