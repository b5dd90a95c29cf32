"""What Review says once nothing in a photo waits for an answer: the class, the next photo, the post."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.pages.posts import PostsPage
from app.ui.pages.review import ReviewPage
from consent_db import photos
from tests.gui import school
from tests.gui.conftest import Open
from tests.gui.pages import button, press, wait_for_page, wait_till_done

LONG_MS = 20_000


@pytest.fixture
def window(open_as: Open) -> MainWindow:
    return open_as("office")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReviewPage:
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.canvas.has_picture, timeout=LONG_MS)
    return page


def _answer_everything(page: ReviewPage, qtbot: QtBot) -> None:
    """Everybody here is a stranger, and nobody who may not be shown is in the picture."""
    if any(face.is_maybe for face in page.faces):
        page.nobody_anywhere()
    page.faces_panel.tick_unnamed()
    qtbot.keyClick(page.canvas, Qt.Key.Key_S)
    while page.classes.to_answer:
        press(qtbot, page.classes.not_here)


def _list_nobody(page: ReviewPage) -> None:
    with page.workspace.database.transaction() as connection:
        photos.set_roster(connection, school.EVENT, [])
    page.desk.changed.emit()


def test_what_is_said_of_one_photo_goes_with_it(page: ReviewPage, qtbot: QtBot) -> None:
    _answer_everything(page, qtbot)
    assert page.notice.words() == "Every face is answered. Page Down goes to the next photo."
    qtbot.keyClick(page.classes.search, Qt.Key.Key_PageDown)
    assert page.middle.where.text() == "2 of 2"
    assert page.notice.words() == ""


def test_what_went_wrong_stays_while_somebody_leafs_on(page: ReviewPage, qtbot: QtBot) -> None:
    page.notice.show_problem(ValueError("lost"))
    qtbot.keyClick(page.classes.search, Qt.Key.Key_PageDown)
    assert "Something went wrong" in page.notice.words()


def test_a_photo_that_was_passed_over_is_one_press_away(page: ReviewPage, qtbot: QtBot) -> None:
    first = page.photo_id
    qtbot.keyClick(page.classes.search, Qt.Key.Key_PageDown)
    _answer_everything(page, qtbot)
    assert "1 photo before this one still has faces to name." in page.notice.words()
    press(qtbot, button(page.notice, "Go there"))
    assert page.photo_id == first
    assert page.classes.search.hasFocus()


def test_the_last_photo_leads_to_a_post_with_them_all(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    ids = [photo.id for photo in page.photos]
    for _photo in ids:
        _answer_everything(page, qtbot)
        last = page.notice.words()
        qtbot.keyClick(page.classes.search, Qt.Key.Key_PageDown)
    assert last == f"Every face in the photos of {school.EVENT} is answered."
    press(qtbot, button(page.notice, "Write a post with them"))
    wait_for_page(qtbot, page.window(), "posts")
    posts = page.window().current
    assert isinstance(posts, PostsPage)
    assert (posts.choice.title_line.text(), posts.choice.words.text()) == (school.EVENT, "2 photos taken")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_till_done(qtbot, posts)
    assert [picture.photo_id for picture in posts.post.pictures] == ids
    assert posts.about.category.hasFocus()


def test_without_a_class_the_class_is_asked_for_before_anything_else(page: ReviewPage, qtbot: QtBot) -> None:
    _list_nobody(page)
    _answer_everything(page, qtbot)
    assert "Now choose the class above the names" in page.notice.words()
    page.classes.groups.setCurrentText("Oak")
    assert "whether they are in the photo (F6)" in page.notice.words()
    while page.classes.to_answer:
        press(qtbot, page.classes.not_here)
    assert "Page Down goes to the next photo" in page.notice.words()
