"""Before anything is handed out the window says by name who does it, and that it may not be taken back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.people import Role
from app.domain.post import PostAbout, PostCategory, PostPlatform
from app.ui.pages.publish import PublishPage
from app.workflow import platforms, posts
from consent_db import releases
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press
from tests.schools import FACEBOOK, School


@pytest.mark.policy("000-25", "002-29", "004-20", "004-25")
def test_whoever_publishes_is_named_and_told_that_it_may_be_impossible_to_take_back(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    post = posts.create_post(
        school.workspace, school.actor(Role.CONTRIBUTOR), title="Closed tomorrow", pictures=[],
        platforms=[PostPlatform(FACEBOOK, "School is closed tomorrow.")], about=PostAbout(PostCategory.REMINDER),
    )  # fmt: skip
    window = open_role(Role.DEPUTY)
    window.show_page("publish")
    page = window.pages["publish"]
    assert isinstance(page, PublishPage)
    place = next(p for p in platforms.all_platforms(school.workspace) if p.id == FACEBOOK)
    page.ask_export(post, place)
    said = page.notice.words()
    assert school.actor(Role.DEPUTY).name in said
    assert "may be impossible to take back" in said
    assert "the records say so" in said
    press(qtbot, button(page, "Not now"))
    with school.workspace.database.read() as connection:
        assert releases.of_post(connection, post.id) == ()
