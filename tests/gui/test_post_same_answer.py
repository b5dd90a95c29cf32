"""Whose the photos of a post are is said once and taken for all that nobody answered for; what was answered stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from app.domain.people import Role
from app.domain.post import RightsSource
from app.ui import reads
from app.ui.pages.picture_label import PictureLabel
from app.ui.pages.posts import PostsPage
from app.ui.thumbnails import thumbnails
from app.workflow import posts
from tests.flow.test_pick import bring, plain
from tests.gui.conftest import OpenRole
from tests.gui.pages import press
from tests.schools import School


@pytest.fixture
def page(school: School, open_role: OpenRole, qtbot: QtBot, tmp_path: Path) -> PostsPage:
    ids = bring(school, tmp_path / "camera", {f"P{number}.JPG": plain(number) for number in range(2, 6)})
    post = posts.create_post(school.workspace, school.actor(Role.CONTRIBUTOR), title="Sports day", photo_ids=ids)
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("posts", post.id)
    page = window.pages["posts"]
    assert isinstance(page, PostsPage)
    qtbot.waitUntil(lambda: len(page.cards) == 4)
    return page


def _answer(page: PostsPage, at: int, rights: RightsSource) -> None:
    choice = page.cards[at].rights
    choice.setCurrentIndex(choice.findData(rights))
    choice.activated.emit(choice.currentIndex())


def test_one_press_says_the_same_of_the_photos_that_are_open(page: PostsPage, qtbot: QtBot) -> None:
    assert not any(card.same.isVisible() for card in page.cards)
    _answer(page, 2, RightsSource.PUPIL_WORK)
    _answer(page, 0, RightsSource.STAFF)
    offer = page.cards[0].same
    assert [card.same.isVisible() for card in page.cards] == [True, False, False, False]
    assert offer.text() == "Say the same of the other 2 photos"
    press(qtbot, offer)
    page.save()
    kept = reads.post(page.workspace, page.post.id).pictures
    assert [picture.rights for picture in kept] == [
        RightsSource.STAFF, RightsSource.STAFF, RightsSource.PUPIL_WORK, RightsSource.STAFF,
    ]  # fmt: skip
    assert not any(card.same.isVisible() for card in page.cards)


def test_credit_comes_along_and_how_each_child_looks_is_asked_of_each(page: PostsPage, qtbot: QtBot) -> None:
    _answer(page, 0, RightsSource.PUPIL_WORK)
    page.cards[0].credit.setText("Class 4")
    press(qtbot, page.cards[0].same)
    assert {card.picture().attribution for card in page.cards} == {"Class 4"}
    assert {card.picture().suitability for card in page.cards} == {None}


def test_pictures_whose_cards_are_still_to_come_are_in_the_post_as_they_were(page: PostsPage) -> None:
    post = page.post
    page.cards[0].alt.setPlainText("Children before a wall.")
    page.cards[3].alt.setPlainText("A long table.")
    page.save()
    kept = reads.post(page.workspace, post.id)
    page.pictures.fill(kept, {}, ())
    assert page.pictures._cards == [], "they come in turns of their own"
    assert page.pictures.pictures() == kept.pictures
    assert [picture.alt_text for picture in kept.pictures] == ["Children before a wall.", "", "", "A long table."]
    page.cards[0].moved.emit(1)
    assert [picture.photo_id for picture in page.pictures.pictures()] == [
        kept.pictures[at].photo_id for at in (1, 0, 2, 3)
    ]


def test_every_picture_gets_its_card_without_anybody_asking(page: PostsPage, qtbot: QtBot) -> None:
    page.pictures.fill(reads.post(page.workspace, page.post.id), {}, ())
    qtbot.waitUntil(lambda: len(page.pictures._cards) == 4)
    assert page.pictures._to_come == []


def test_a_picture_whose_card_went_meanwhile_does_not_hold_up_the_others(page: PostsPage, qtbot: QtBot) -> None:
    """Somebody leafs through posts faster than their pictures are read."""
    store, gone = thumbnails(page.desk), PictureLabel("Photo")
    first, second = page.post.pictures[:2]
    store.forget()
    came: list[str] = []
    store.want(first.photo_id, gone.show_picture)
    store.want(second.photo_id, lambda _picture: came.append("second"))
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: came == ["second"])
