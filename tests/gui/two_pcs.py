"""Two windows on one register: each its own opened workspace, as on two PCs."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.domain.people import Actor, Role
from app.domain.post import PostAbout, PostCategory, PostId, PostPlatform
from app.domain.submission import Confirmed
from app.settings import Settings
from app.ui.application import build_main_window
from app.ui.main_window import MainWindow
from app.workflow import posts
from app.workflow.workspace import Workspace
from tests.schools import FACEBOOK, School, reopen

NOTICED_MS = 20_000
OpenPc = Callable[[School, Role], MainWindow]


def open_pc(qtbot: QtBot, workspace: Workspace, actor: Actor) -> MainWindow:
    """One PC's window, in front."""
    window = build_main_window(workspace, actor, Settings())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


def second_workspace(school: School) -> Workspace:
    """The same school as the other PC opens it."""
    return reopen(school.workspace.folder)


def write_words(school: School, *, title: str = "Snow on the field") -> PostId:
    """A post of words alone by the office, not yet handed over."""
    words = (PostPlatform(FACEBOOK, "The field is white this morning."),)
    return posts.create_post(
        school.workspace,
        school.actor(Role.CONTRIBUTOR),
        title=title,
        platforms=words,
        about=PostAbout(PostCategory.REMINDER),
    ).id


def submit(school: School, post_id: PostId) -> None:
    posts.submit_post(school.workspace, school.actor(Role.CONTRIBUTOR), post_id, confirmed=Confirmed)
