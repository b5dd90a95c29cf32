"""The uniform's colours in the window: added, taken from a picture, removed and brought back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from app.domain.clothing import Uniform, difference, lab_of
from app.domain.people import Role
from app.imaging.encoding import encode_jpeg
from app.ui.pages.uniforms import UniformsPage
from app.workflow.uniforms import known_uniforms, settle_uniforms
from app.workflow.workspace import Tools
from tests.flow.importing import PlainDecoder
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, type_into, words
from tests.schools import School


@pytest.fixture
def page(open_role: OpenRole, school: School) -> UniformsPage:
    window = open_role(Role.HEAD)
    window.show_page("school", "uniforms")
    part = window.pages["school"].part
    assert isinstance(part, UniformsPage)
    return part


def test_a_uniform_is_registered_with_its_colours(
    page: UniformsPage, school: School, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No uniform is registered" in words(page)
    press(qtbot, page.new)
    press(qtbot, page.save_button)
    assert "at least one colour" in page.notice.words()
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_args: QColor("#0f4d2e"))
    press(qtbot, page.colours.pick_button)
    press(qtbot, page.save_button)
    assert known_uniforms(school.workspace) == (Uniform("Our uniform", True, ("#0f4d2e",)),)
    assert "dark green" in {b.text().strip() for b in page.colours.findChildren(type(page.new))}


def test_colours_are_taken_from_a_picture_of_a_jumper(
    page: UniformsPage, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    jumper = np.full((120, 160, 3), (107, 18, 38), np.uint8)
    jumper[:30] = (244, 244, 242)
    (tmp_path / "jumper.jpg").write_bytes(encode_jpeg(jumper, max_bytes=100_000))
    page.desk.workspace = replace(page.workspace, tools=Tools(PlainDecoder(), page.workspace.engines))
    press(qtbot, page.new)
    page.colours.take_from(tmp_path / "jumper.jpg")
    qtbot.waitUntil(lambda: not page.colours.found_words.isHidden())
    first = page.colours._found.box.itemAt(0).widget()
    assert first.text().strip() == "dark red"
    press(qtbot, first)
    type_into(qtbot, page.fields, name="Brook Academy")
    choice = page.fields.widgets["is_own"]
    choice.setCurrentIndex(choice.findData(False))
    press(qtbot, page.save_button)
    [kept] = known_uniforms(school.workspace)
    assert (kept.name, kept.is_own) == ("Brook Academy", False)
    assert [difference(lab_of(colour), lab_of("#6b1226")) < 3 for colour in kept.colours] == [True]


def test_a_file_that_is_no_picture_is_said(page: UniformsPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "list.jpg").write_bytes(b"names and numbers")
    press(qtbot, page.new)
    page.colours.take_from(tmp_path / "list.jpg")
    qtbot.waitUntil(lambda: page.notice.words() != "")
    assert page.colours.found_words.isHidden()


def test_a_removed_uniform_is_brought_back_with_one_press(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    ours = Uniform("Our uniform", True, ("#0f4d2e", "#f4f4f2"))
    settle_uniforms(school.workspace, school.actor(Role.HEAD), [ours])
    window = open_role(Role.HEAD)
    window.show_page("school", "uniforms")
    page = window.pages["school"].part
    page.list.choose(lambda uniform: uniform.name == ours.name)
    press(qtbot, page.remove_button)
    assert known_uniforms(school.workspace) == ()
    press(qtbot, button(page, "Undo"))
    assert known_uniforms(school.workspace) == (ours,)
