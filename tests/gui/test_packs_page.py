"""Choosing the school's rules in the window, and from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.people import Role
from app.ui.main_window import MainWindow
from app.ui.pages.packs import PacksPage
from app.ui.words import day
from app.workflow import policies
from app.workflow import policy_packs as packs
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, type_into, words
from tests.schools import OWN_PACK, School


def _page(window: MainWindow) -> PacksPage:
    window.show_page("school", "packs")
    part = window.pages["school"].part
    assert isinstance(part, PacksPage)
    return part


def test_what_a_pack_changes_is_read_before_it_is_chosen_and_counts_from_its_day(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _page(open_role(Role.HEAD))
    assert page.state.words() == "Counts now"
    page.list.choose(lambda pack: pack.name == "att")
    assert "Who permits logos and brands" in words(page)
    assert "Now: the Headteacher. Then: CEO." in words(page)
    press(qtbot, page.choose_button)
    assert school.workspace.pack.name == "att"
    assert page.state.words() == "Counts now"
    assert policies.unread(school.workspace, school.actor(Role.DEPUTY))


def test_a_pack_that_waits_for_the_governors_is_approved_with_its_minute(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _page(open_role(Role.BUSINESS_MANAGER))
    page.list.choose(lambda pack: pack.name == "cansfield")
    press(qtbot, page.choose_button)
    assert "waits for the governors" in words(page)
    assert school.workspace.pack.name == "hollybank"
    press(qtbot, button(page, "The governors approved it"))
    assert "written down" in page.notice.words()
    today = day(school.workspace.clock.today())
    type_into(qtbot, page.form, governors_approved_on=today, minute="minutes of 4 Sep, item 7")
    press(qtbot, button(page, "The governors approved it"))
    assert school.workspace.pack.name == "cansfield"


def test_a_bad_file_is_refused_with_its_line_and_a_good_one_joins_the_list(
    open_role: OpenRole, school: School, tmp_path: Path
) -> None:
    page = _page(open_role(Role.HEAD))
    text = OWN_PACK.read_text(encoding="utf-8").replace('name = "hollybank"', 'name = "trust"')
    (tmp_path / "trust.toml").write_text(text.replace("approval_days = 14", "approval_days = 0"), encoding="utf-8")
    page.read(tmp_path / "trust.toml")
    assert "line" in page.notice.words()
    assert "approval_days" in page.notice.words()
    (tmp_path / "trust.toml").write_text(text.replace("approval_days = 14", "approval_days = 7"), encoding="utf-8")
    page.read(tmp_path / "trust.toml")
    assert page.pack is not None
    assert page.pack.approval_days == 7
    assert packs.choices(school.workspace) == ()


@pytest.mark.parametrize("role", [Role.GOVERNOR, Role.CONTRIBUTOR])
def test_who_does_not_keep_the_policies_reads_them_only(open_role: OpenRole, school: School, role: Role) -> None:
    page = _page(open_role(role))
    page.list.choose(lambda pack: pack.name == "att")
    assert not page.choose_button.isVisible()
    assert not page.read_button.isVisible()
