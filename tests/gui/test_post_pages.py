"""Writing and approving as people do it: marked words, reasons, what is typed is kept, corrections, questions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.domain.people import Role
from app.domain.post import MessageKind, Post, PostAbout, PostCategory, PostPlatform, PostState
from app.domain.submission import Confirmed
from app.ui import reads
from app.ui.main_window import MainWindow
from app.ui.marked_words import MarkedEdit
from app.ui.widgets import Label
from app.workflow import approve, posts
from app.workflow.workspace import Workspace
from tests.gui import story
from tests.gui.conftest import Open
from tests.gui.pages import button, press, wait_till_done, wait_till_read
from tests.schools import FACEBOOK, WEBSITE, School

OpenRole = Callable[[Role], MainWindow]


def write(school: School, words: str, *, title: str = "News", role: Role = Role.CONTRIBUTOR) -> Post:
    return posts.create_post(
        school.workspace, school.actor(role), title=title, about=PostAbout(PostCategory.SCHOOL_NEWS),
        platforms=[PostPlatform(FACEBOOK, words), PostPlatform(WEBSITE, "A sunny day.")],
    )  # fmt: skip


def marked(edit: MarkedEdit) -> list[str]:
    return [cursor.selectedText() for _finding, cursor in edit.marks]


def stored(school: School, post: Post) -> Post:
    return next(p for p in reads.all_posts(school.workspace) if p.id == post.id)


@pytest.mark.policy("000-26")
def test_findings_are_underlined_in_their_words_and_say_what_they_are(
    school: School, open_role: OpenRole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []  # the screen of the tests cannot raise a tip
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_more: said.append(words))
    post = write(school, "🎉 Amara Okafor met Ofsted.")
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("posts", post.id)
    page = window.pages["posts"]
    wait_till_read(qtbot, page)
    edit = page.captions[FACEBOOK]
    assert marked(edit) == ["Amara Okafor", "Ofsted"]
    assert len(edit.extraSelections()) == 2
    assert marked(page.captions[WEBSITE]) == []

    place = edit.cursorRect(edit.marks[1][1]).center() - QPoint(4, 0)
    there = edit.viewport().mapTo(edit, place)
    QApplication.sendEvent(edit, QHelpEvent(QEvent.Type.ToolTip, there, edit.mapToGlobal(there)))
    assert ["Ofsted" in words for words in said] == [True]

    qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.right.list.chosen().code == "sensitive-topic"
    assert "policy 000-26" in page.right.more.text()
    assert edit.textCursor().selectedText() == "Ofsted"


def test_a_reason_given_in_the_window_lets_the_post_go_on(school: School, open_role: OpenRole, qtbot: QtBot) -> None:
    post = write(school, "Ofsted came.")
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("posts", post.id)
    page = window.pages["posts"]
    wait_till_read(qtbot, page)
    assert not page.submit_button.isEnabled()
    page.right.choose(page.findings[0])
    qtbot.keyClicks(page.right.reason, "The report is public.")
    press(qtbot, page.right.keep)
    wait_till_read(qtbot, page)
    assert page.right.heading.text() == "Nothing stands in the way"
    press(qtbot, page.submit_button)
    confirm(qtbot, page)
    assert stored(school, post).state is PostState.SUBMITTED
    assert page.notice.words() == "The post is with the Headteacher."
    window.go("posts", write(school, "A sunny day.", title="Other").id)
    assert page.heading.text() == "Other"
    assert page.notice.words() == ""


@pytest.mark.policy("002-26")
def test_the_checklist_is_ticked_point_by_point_before_a_post_is_handed_over_and_the_headteacher_reads_it(
    school: School, open_role: OpenRole, qtbot: QtBot
) -> None:
    post = write(school, "A sunny day.")
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("posts", post.id)
    page = window.pages["posts"]
    wait_till_read(qtbot, page)
    press(qtbot, page.submit_button)
    assert page.confirming.isVisible()
    assert not page.editor.isVisible()
    assert not page.confirming.go.isEnabled()
    assert all(box.accessibleName() for box in page.confirming.boxes.values())
    press(qtbot, page.confirming.back)
    assert (page.editor.isVisible(), page.confirming.isVisible()) == (True, False)
    assert stored(school, post).state is PostState.DRAFT

    wait_till_read(qtbot, page)
    press(qtbot, page.submit_button)
    confirm(qtbot, page)
    assert page.editor.isVisible()
    assert stored(school, post).state is PostState.SUBMITTED
    head = open_role(Role.HEAD)
    head.show_page("approve", post.id)
    wait_till_read(qtbot, head.pages["approve"])
    said = [label.text() for label in head.pages["approve"].facts.findChildren(Label)]
    assert any("true, positive and relevant" in words for words in said)


def confirm(qtbot: QtBot, page) -> None:
    """Tick what the checklist asks, by the keyboard, and hand over."""
    for box in page.confirming.boxes.values():
        assert not page.confirming.go.isEnabled()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    press(qtbot, page.confirming.go)
    wait_till_done(qtbot, page)


def test_what_is_typed_is_kept_when_another_post_is_chosen_or_the_page_left(
    school: School, open_role: OpenRole, qtbot: QtBot
) -> None:
    first, second = write(school, "One.", title="First"), write(school, "Two.", title="Second")
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("posts", first.id)
    page = window.pages["posts"]
    qtbot.keyClicks(page.captions[FACEBOOK], "Mine ")
    page.list.choose(lambda p: p.id == second.id)
    assert page.captions[FACEBOOK].toPlainText() == "Two."
    assert stored(school, first).platforms[0].caption == "Mine One."
    page.about.category.setCurrentIndex(page.about.category.findData(PostCategory.ACHIEVEMENT))
    window.show_page("home")
    assert stored(school, second).about.category is PostCategory.ACHIEVEMENT
    window.show_page("posts", first.id)
    assert page.captions[FACEBOOK].toPlainText() == "Mine One."


def test_an_approval_never_falls_by_leaving_somebody_decides_about_what_was_typed(
    school: School, open_role: OpenRole, qtbot: QtBot
) -> None:
    first, second = write(school, "One.", title="First"), write(school, "Two.", title="Second")
    posts.submit_post(school.workspace, school.actor(Role.CONTRIBUTOR), first.id, confirmed=Confirmed)
    approve.approve(school.workspace, school.actor(Role.HEAD), first.id)
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("posts", first.id)
    page = window.pages["posts"]
    qtbot.keyClicks(page.captions[FACEBOOK], "Mine ")
    page.list.choose(lambda p: p.id == second.id)
    assert page.captions[FACEBOOK].toPlainText() == "Mine One."
    assert stored(school, first).state is PostState.APPROVED
    press(qtbot, button(page.notice, "Throw them away"))
    assert page.captions[FACEBOOK].toPlainText() == "Two."
    assert stored(school, first).state is PostState.APPROVED


@pytest.mark.policy("000-12")
def test_the_headteacher_corrects_gives_a_reason_ticks_and_approves(
    school: School, open_role: OpenRole, qtbot: QtBot
) -> None:
    post = write(school, "The council let us down on Munday.")
    posts.submit_post(school.workspace, school.actor(Role.CONTRIBUTOR), post.id, confirmed=Confirmed)
    window = open_role(Role.HEAD)
    window.show_page("approve", post.id)
    page = window.pages["approve"]
    wait_till_read(qtbot, page)
    assert marked(page.words.caption) == ["let us down"]
    qtbot.keyClicks(page.reason, "Agreed with their press office.")
    press(qtbot, button(page, "Keep the reason"))
    wait_till_read(qtbot, page)
    assert page.reason_field.isHidden()
    page.words.caption.setPlainText("The council let us down on Monday.")
    assert page.approve_button.text() == "Approve with these corrections"
    page.fitting.setChecked(True)
    press(qtbot, page.approve_button)
    wait_till_done(qtbot, page)
    now = stored(school, post)
    assert (now.state, now.platforms[0].caption) == (PostState.APPROVED, "The council let us down on Monday.")


@pytest.mark.policy("000-27")
def test_a_question_is_asked_on_one_page_and_answered_on_the_other(
    school: School, open_role: OpenRole, qtbot: QtBot
) -> None:
    post = write(school, "The field is white.")
    posts.submit_post(school.workspace, school.actor(Role.CONTRIBUTOR), post.id, confirmed=Confirmed)
    head = open_role(Role.HEAD)
    head.show_page("approve", post.id)
    page = head.pages["approve"]
    qtbot.keyClicks(page.note, "Which field?")
    press(qtbot, page.hold_button)
    wait_till_read(qtbot, page)
    office = open_role(Role.CONTRIBUTOR)
    office.show_page("posts", post.id)
    theirs = office.pages["posts"]
    assert "Which field?" in theirs.note_words.text()
    qtbot.keyClicks(theirs.thread.answer, "The big one.")
    press(qtbot, button(theirs, "Answer"))
    wait_till_read(qtbot, theirs)
    view = approve.approval_view(school.workspace, school.actor(Role.HEAD), post.id)
    assert [m.kind for m in view.messages] == [MessageKind.QUESTION, MessageKind.ANSWER]
    page.reject_button.click()
    assert "Write a note first" in page.notice.words()


@pytest.mark.policy("000-27", "002-31")
def test_the_safeguarding_lead_is_asked_sees_the_post_and_answers_by_key_on_a_page_of_their_own(
    school: School, open_role: OpenRole, qtbot: QtBot
) -> None:
    post = write(school, "The field is white.")
    posts.submit_post(school.workspace, school.actor(Role.CONTRIBUTOR), post.id, confirmed=Confirmed)
    head = open_role(Role.HEAD)
    head.show_page("approve", post.id)
    page = head.pages["approve"]
    wait_till_read(qtbot, page)
    known = [page.whom.itemText(at) for at in range(page.whom.count())]
    assert known[0].endswith("the author")
    assert known[1].endswith("the safeguarding lead")
    assert page.whom.findData(school.actor(Role.HEAD).user_id) == -1
    page.whom.setCurrentIndex(1)
    qtbot.keyClicks(page.note, "Is this gate known?")
    press(qtbot, page.hold_button)
    wait_till_read(qtbot, page)

    data = open_role(Role.CONSENT_ADMIN)
    assert data.nav_buttons["questions"].accessibleName() == "Questions"
    dsl = open_role(Role.DSL)
    assert dsl.nav_buttons["questions"].accessibleName() == "Questions, 1 waiting"
    dsl.show_page("questions")
    theirs = dsl.pages["questions"]
    said = [label.text() for label in theirs.sheet.findChildren(Label)]
    assert "The field is white." in said
    assert any("Is this gate known?" in words for words in said)
    qtbot.keyClicks(theirs.thread.answer, "No, it is not.")
    qtbot.keyClick(theirs.thread.answer, Qt.Key.Key_Return)
    assert theirs.sheet.isHidden()
    view = approve.approval_view(school.workspace, school.actor(Role.HEAD), post.id)
    assert [(m.kind, m.words) for m in view.messages][-1] == (MessageKind.ANSWER, "No, it is not.")
    head.refresh()
    wait_till_read(qtbot, page)
    assert any("No, it is not." in label.text() for label in page.facts.findChildren(Label))


def test_the_headteacher_looks_closer_by_key_and_mouse_and_is_told_what_was_not_looked_at(
    workspace: Workspace, open_as: Open, qtbot: QtBot
) -> None:
    story.name_faces(workspace)
    post_id = story.write_post(workspace)
    story.submit(workspace, post_id)
    window = open_as("head")
    window.show_page("approve", post_id)
    page = window.pages["approve"]
    qtbot.waitUntil(lambda: page.picture.has_picture)
    assert "1 picture not looked at yet" in page.meaning.text()
    whole = page.picture.shown_part()
    press(qtbot, page.closer)
    part = page.picture.shown_part()
    assert part.width() < whole.width()
    page.picture.setFocus()
    qtbot.keyClick(page.picture, Qt.Key.Key_Right)
    assert page.picture.shown_part().left() > part.left()
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton)
    assert page.picture.shown_part() == whole
    page.show_platform(page._platforms[1])
    qtbot.waitUntil(lambda: "not looked at" not in page.meaning.text())
    said = [label.text() for label in page.facts.findChildren(Label)]
    assert "Whose picture" in said
