"""A picture that was left out of a post by mistake comes back, in its place and with its words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui import reads
from app.workflow.workspace import Workspace
from tests.gui import story
from tests.gui.conftest import Open
from tests.gui.pages import press


def test_a_picture_that_was_left_out_is_put_back_even_after_the_draft_was_saved(
    open_as: Open, workspace: Workspace, qtbot: QtBot
) -> None:
    post_id = story.write_post(workspace)
    window = open_as("office")
    window.show_page("posts", post_id)
    page = window.pages["posts"]
    [card] = page.cards
    assert not page.left_out.isVisible()
    card.left_out.emit()
    page.save()
    assert reads.post(workspace, post_id).pictures == ()
    press(qtbot, page.left_out)
    page.save()
    [kept] = reads.post(workspace, post_id).pictures
    assert kept == card.picture()
    assert not page.left_out.isVisible()


def test_what_was_left_out_of_one_post_is_not_offered_in_another(
    open_as: Open, workspace: Workspace, qtbot: QtBot
) -> None:
    first, second = story.write_post(workspace), story.write_post(workspace)
    window = open_as("office")
    window.show_page("posts", first)
    page = window.pages["posts"]
    page.cards[0].left_out.emit()
    assert page.left_out.isVisible()
    page.save()
    window.show_page("posts", second)
    assert not page.left_out.isVisible()
    assert len(page.cards) == 1
