"""Posting by hand: one key for the words, the account's page, and nothing to copy once the approval fell."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from app.domain.people import Role
from app.domain.post import PostAbout, PostCategory, PostPlatform, ReleaseState
from app.domain.submission import Confirmed
from app.ui.pages.pack_card import PackCard
from app.ui.widgets import Button, Label
from app.workflow import approve, posts, publish
from consent_db import releases
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, wait_till_read
from tests.schools import FACEBOOK, School

APPROVED = "School is closed tomorrow."


@pytest.fixture
def handed_out(school: School, tmp_path: Path):
    """A notice that was approved and handed out, words only."""
    office = school.actor(Role.CONTRIBUTOR)
    post = posts.create_post(
        school.workspace, office, title="Closed", platforms=[PostPlatform(FACEBOOK, APPROVED)],
        about=PostAbout(PostCategory.REMINDER),
    )  # fmt: skip
    posts.submit_post(school.workspace, office, post.id, confirmed=Confirmed)
    approve.approve(school.workspace, school.actor(Role.HEAD), post.id)
    publish.export_release(school.workspace, school.actor(Role.DEPUTY), post.id, FACEBOOK, tmp_path / "out")
    return post


@pytest.mark.policy("002-25", "002-26")
def test_one_key_copies_the_approved_words_and_the_account_opens_in_the_browser(
    school: School, open_role: OpenRole, qtbot: QtBot, handed_out, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window = open_role(Role.DEPUTY)
    window.show_page("publish", handed_out.id)
    page = window.pages["publish"]
    wait_till_read(qtbot, page)
    QGuiApplication.clipboard().clear()
    copies = [b for b in page.findChildren(Button) if b.accessibleName().startswith("Copy the words")]
    assert [b.toolTip() for b in copies] == ["Ctrl+Shift+W"]
    [key] = [k for k in page.findChildren(QShortcut) if k.key() == QKeySequence("Ctrl+Shift+W")]
    key.activated.emit()  # a screen without focus brings no keys
    assert QGuiApplication.clipboard().text() == APPROVED
    QGuiApplication.clipboard().clear()
    press(qtbot, copies[0])
    assert QGuiApplication.clipboard().text() == APPROVED
    press(qtbot, button(page, "Open Facebook"))
    assert opened == [page.findChild(PackCard).account]
    assert opened[0].startswith("https://")


@pytest.mark.policy("002-25", "001-11")
def test_words_written_after_the_hand_out_are_not_there_to_be_copied(
    school: School, open_role: OpenRole, qtbot: QtBot, handed_out
) -> None:
    window = open_role(Role.DEPUTY)
    window.show_page("publish", handed_out.id)
    page = window.pages["publish"]
    wait_till_read(qtbot, page)
    assert page.findChild(PackCard).findChildren(Button)
    posts.edit_post(
        school.workspace, school.actor(Role.CONTRIBUTOR), handed_out.id, title="Closed", pictures=[],
        platforms=[PostPlatform(FACEBOOK, "Words that nobody approved.")],
    )  # fmt: skip
    window.refresh()
    qtbot.waitUntil(lambda: "was erased" in page.notice.words())
    wait_till_read(qtbot, page)
    assert [b.text() for b in page.findChild(PackCard).findChildren(Button)] == []
    said = [label.text() for label in page.cards.findChildren(Label)]
    assert "Words that nobody approved." not in said
    assert any("may not be posted any more" in words for words in said)
    with school.workspace.database.read() as connection:
        [release] = releases.of_post(connection, handed_out.id)
    assert (release.state, release.pack_erased_at is None) == (ReleaseState.EXPORTED, False)
