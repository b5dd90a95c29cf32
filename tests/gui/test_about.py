"""About: the version, and the licences of what others made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import __version__
from app.program import ForeignPart
from app.ui.about import AboutWindow
from app.ui.widgets import Label
from app.workflow.updates import Update
from tests.gui.conftest import Open
from tests.unit.policy_files import settle


def said(window: AboutWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(Label) if label.isVisible())


def test_it_opens_from_the_help_and_closes_with_esc(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("head")
    window.show_help()
    assert window.help is not None
    window.help.about_button.click()
    about = window.help.about
    assert about is not None
    assert about.isVisible()
    assert f"ClearPost {__version__}" in said(about)
    assert "made when the program is built" in said(about)
    assert not about.columns.isVisible()
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_each_part_shows_the_wording_of_its_licence(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "qt.txt").write_text("GNU LESSER GENERAL PUBLIC LICENSE", "utf-8")
    parts = (
        ForeignPart("Qt", "6.11.3", "LGPL-3.0-only", tmp_path / "qt.txt"),
        ForeignPart("Strange", "", "MIT", tmp_path / "lost.txt"),
    )
    about = AboutWindow(parts=parts)
    qtbot.addWidget(about)
    assert about.heading.text() == "2 parts of others are inside"
    assert "LESSER GENERAL" in about.text.toPlainText()
    about.list.choose(lambda part: part is parts[1])
    assert about.text.toPlainText() == "Its licence is MIT; the text is not there."
    row = about.list.rows.index(0, 0)
    assert "6.11.3 · LGPL-3.0-only" in str(row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_without_a_place_named_by_it_there_is_nothing_to_press(qtbot: QtBot) -> None:
    about = AboutWindow(parts=())
    qtbot.addWidget(about)
    assert about.news.said.text() == "Updates: IT has named no place to look for them."
    assert about.news.look.isHidden()


def test_looking_for_updates_tells_why_nothing_can_be_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEARPOST_POLICY", str(settle(tmp_path, f'[updates]\nplace = "{tmp_path}"\n')))
    about = AboutWindow(parts=())
    qtbot.addWidget(about)
    assert not about.news.look.isHidden()
    about.news.look.click()
    qtbot.waitUntil(about.news.look.isEnabled)
    assert "The maker's key is not on this PC" in about.news.said.text()


def test_an_update_is_told_with_what_is_new(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f'[updates]\nplace = "{tmp_path}"\n'
    monkeypatch.setenv("CLEARPOST_POLICY", str(settle(tmp_path, text)))
    monkeypatch.setattr(
        "app.ui.about.look_for_update", lambda _policy: Update("9.0.0", "2027-01-01", ("Certificates are found.",), ())
    )
    about = AboutWindow(parts=())
    qtbot.addWidget(about)
    about.news.look.click()
    qtbot.waitUntil(about.news.look.isEnabled)
    assert about.news.said.text().startswith("Version 9.0.0 is there;")
    assert "· Certificates are found." in about.news.said.text()
