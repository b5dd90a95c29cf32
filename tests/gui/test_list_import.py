"""Reading lists in the window: see what changes by name, say which column is which, take over, take back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.consent import ConsentKind, ConsentStatus, PlatformId
from app.ui.main_window import MainWindow
from app.ui.pages.register_import import RegisterImport
from app.workflow.workspace import Workspace
from consent_db import consent
from tests.gui import school

Open = Callable[[str], MainWindow]
HEAD = "Forename,Surname,Facebook,School website\n"
TEXT = f"{HEAD}Amara,Okafor,No,Yes\nDev,Anand,Yes,\nElla,Moss,no FB please,Yes\nNobody,Known,Yes,Yes\n"


@pytest.fixture
def importer(open_as: Open) -> RegisterImport:
    window = open_as("data")
    window.show_page("register")
    page = window.pages["register"]
    page.import_button.click()
    page.importer.consents.setChecked(True)
    return page.importer


def look(qtbot: QtBot, importer: RegisterImport, file: Path) -> None:
    importer.file.setText(str(file))
    importer.look()
    qtbot.waitUntil(lambda: importer.preview is not None)


def take(qtbot: QtBot, importer: RegisterImport) -> None:
    importer.go.click()
    qtbot.waitUntil(lambda: importer.preview is None and "taken over" in importer._page.notice.words())


def status(workspace: Workspace, forename: str, platform: PlatformId = school.FACEBOOK) -> ConsentStatus:
    with workspace.database.read() as connection:
        snapshot = consent.snapshot(connection)
    person = school.person_id(workspace, forename)
    today = workspace.clock.today()
    return snapshot.standing(person, kind=ConsentKind.IMAGE, platform_id=platform, today=today).status


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "consents_2026-03-01.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_yes_that_turns_to_no_stands_first_by_name_and_nothing_is_written_yet(
    qtbot: QtBot, importer: RegisterImport, workspace: Workspace, file: Path
) -> None:
    look(qtbot, importer, file)
    titles = [importer.list.rows.data(importer.list.rows.index(n)) for n in range(importer.list.rows.rowCount())]
    assert titles[0].startswith("From yes to no")
    assert titles[1:3] == ["Amara Okafor", "From yes to “to be confirmed”: not shown until somebody has asked (1)"]
    assert status(workspace, "Amara") is ConsentStatus.YES


def test_what_was_taken_over_can_be_read_settled_and_taken_back(
    qtbot: QtBot, importer: RegisterImport, workspace: Workspace, file: Path
) -> None:
    look(qtbot, importer, file)
    take(qtbot, importer)
    assert status(workspace, "Amara") is ConsentStatus.NO
    assert status(workspace, "Ella") is ConsentStatus.TO_CONFIRM
    importer.views["To read"].click()
    assert importer.to_read.questions.rows.rowCount() == 2
    importer.to_read.questions.choose(lambda question: question.said == "no FB please")
    importer.to_read.outcome.setText("asked her mother")
    importer.to_read.settle.click()
    assert importer.to_read.questions.rows.rowCount() == 1
    importer.views["Taken over"].click()
    importer.past.list.choose(lambda _reading: True)
    importer.past.undo.click()
    next(b for b in importer._page.notice.findChildren(type(importer.go)) if b.text() == "Take it back").click()
    assert status(workspace, "Amara") is ConsentStatus.TO_CONFIRM
    assert not importer.past.undo.isEnabled()


def test_a_pasted_table_without_known_headings_is_read_once_somebody_says_which_column_is_which(
    qtbot: QtBot, importer: RegisterImport, workspace: Workspace
) -> None:
    QGuiApplication.clipboard().setText("Okafor\tAmara\tNo\nTailor\tBen\tYes\n")
    importer.paste()
    qtbot.waitUntil(importer.mapper.isVisible)
    mapper = importer.mapper
    assert len(mapper.choices) == 3
    for box, words in zip(
        mapper.choices, ("Legal surname", "Legal forename", "Answer: picture on School website"), strict=True
    ):
        box.setCurrentText(words)
    mapper.used.emit()
    qtbot.waitUntil(lambda: importer.preview is not None)
    assert [(a.platform_id, a.answer.value) for a in importer.preview.answers] == [
        (school.WEBSITE, "NO"),
        (school.WEBSITE, "YES"),
    ][: len(importer.preview.answers)]
    assert len(importer.preview.rows) == 2


def test_columns_that_were_kept_read_the_next_file_of_the_folder(
    qtbot: QtBot, importer: RegisterImport, workspace: Workspace, file: Path
) -> None:
    importer.file.setText(str(file))
    importer.views["Columns"].click()
    importer.mapper.name.setText("Consents from SIMS")
    importer.mapper.watch.setChecked(True)
    importer.mapper.keep.click()
    qtbot.waitUntil(lambda: importer.preview is not None)
    take(qtbot, importer)
    importer.views["Kept"].click()
    assert importer.lists.list.rows.rowCount() == 1
    (file.parent / "consents_2026-04-01.csv").write_text(f"{HEAD}Dev,Anand,No,No\n", encoding="utf-8")
    importer.lists.check()
    qtbot.waitUntil(lambda: importer.lists.news.rows.rowCount() == 1)
    importer.lists.news.choose(lambda _news: True)
    importer.lists.news.activated.emit(importer.lists.news.currentIndex())
    qtbot.waitUntil(lambda: importer.preview is not None)
    assert importer.preview.source_id is not None
    assert len(importer.preview.rows) == 2


def test_a_list_that_cannot_be_read_is_said_on_the_page(qtbot: QtBot, importer: RegisterImport, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    importer.file.setText(str(broken))
    importer.look()
    qtbot.waitUntil(lambda: "cannot be read" in importer._page.notice.words())
    assert not importer.go.isEnabled()


def test_pupils_missing_from_a_list_can_be_asked_about_even_when_nothing_else_changed(
    qtbot: QtBot, importer: RegisterImport, tmp_path: Path
) -> None:
    file = tmp_path / "pupils.csv"
    file.write_text("Forename,Surname\nAmara,Okafor\nBen,Tailor\nCaitlin,Price\nDev,Anand\n", encoding="utf-8")
    importer.pupils.setChecked(True)
    look(qtbot, importer, file)
    assert importer.go.isEnabled()
    take(qtbot, importer)
    importer.views["To read"].click()
    assert importer.to_read.missing.rows.rowCount() == 3
