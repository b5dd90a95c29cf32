"""A post for several places: the words of one are the beginning of those of the next, at the press of a button."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui import reads
from app.ui.pages.posts import PostsPage
from app.workflow.workspace import Workspace
from tests.gui import school, story
from tests.gui.conftest import Open
from tests.gui.pages import press


def test_another_place_begins_with_the_words_that_are_there_and_keeps_its_own(
    open_as: Open, workspace: Workspace, qtbot: QtBot
) -> None:
    post_id = story.write_post(workspace)
    window = open_as("office")
    window.show_page("posts", post_id)
    page = window.current
    assert isinstance(page, PostsPage)
    words = page.words
    said = words.captions[school.FACEBOOK].toPlainText()
    own = words.captions[school.WEBSITE]
    take = words.takers[school.WEBSITE]
    qtbot.waitUntil(own.isVisible)
    own.clear()
    assert said
    assert take.text() == "Begin with the words for Facebook"
    press(qtbot, take)
    assert (own.toPlainText(), own.hasFocus(), take.isVisible()) == (said, True, False)
    own.undo()
    assert (own.toPlainText(), take.isVisible()) == ("", True)
    qtbot.keyClicks(own, "Our own words.")
    assert not take.isVisible()
    page.save()
    kept = {to.platform_id: to.caption for to in reads.post(workspace, post_id).platforms}
    assert kept == {school.FACEBOOK: said, school.WEBSITE: "Our own words."}


def test_nothing_is_offered_for_a_place_that_is_not_ticked(open_as: Open, workspace: Workspace, qtbot: QtBot) -> None:
    window = open_as("office")
    window.show_page("posts", story.write_post(workspace))
    words = window.current.words
    words.boxes[school.WEBSITE].setChecked(False)
    qtbot.waitUntil(lambda: not words.takers[school.WEBSITE].isVisible())
    assert not words.takers[school.FACEBOOK].isVisible()
