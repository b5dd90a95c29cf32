"""Marks in the window: taught from pictures, shown with how well they are found, looked for again, removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.analysis.worker import EngineProcess
from app.domain.detection import RegionKind
from app.domain.people import Role
from app.ui.application import make_application
from app.ui.main_window import MainWindow
from app.ui.pages.marks import MarksPage
from app.ui.theme import install_theme
from app.workflow.analyse_photos import analyse_photos
from app.workflow.mark_looks import photos_not_looked_at
from app.workflow.teach_mark import MarkKind, known_marks, mark_pictures, school_words, teach_mark
from app.workflow.workspace import Tools
from consent_db import regions
from tests.flow.importing import PlainDecoder
from tests.gui import two_pcs
from tests.gui.pages import button, press, type_into, wait_for_words, words
from tests.schools import School
from tests.taught import ENOUGH, LITTLE, NAME, crest_picture, imported, scene

LEARNED_MS = 120_000
Open = Callable[[School, Role], MarksPage]


@pytest.fixture
def open_marks(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """The tab in a role's window."""
    make_application([])
    install_theme(qapp, choice="light")
    opened: list[MainWindow] = []

    def build(school: School, role: Role) -> MarksPage:
        window = two_pcs.open_pc(qtbot, school.workspace, school.actor(role))
        opened.append(window)
        window.show_page("school", "marks")
        part = window.pages["school"].part
        assert isinstance(part, MarksPage)
        return part

    yield build
    for window in opened:
        window.close()
        window.deleteLater()


def picture_file(folder: Path, *, seed: int = 100, ink: int = 255) -> Path:
    path = folder / f"crest-{seed}-{ink}.png"
    path.write_bytes(crest_picture(seed=seed, ink=ink))
    return path


def drop(page: MarksPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.form.pictures.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def taught(school: School, role: Role = Role.CONTRIBUTOR) -> None:
    steps = teach_mark(
        school.workspace, school.actor(role), name=NAME, kind=MarkKind.OWN, pictures=[crest_picture()], effort=LITTLE
    )
    assert [step.mark.name for step in steps if step.mark] == [NAME]


def test_a_crest_is_taught_from_dropped_and_chosen_pictures(
    school: School, open_marks: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_marks(school, Role.CONTRIBUTOR)
    assert "No mark is taught yet" in words(page)
    press(qtbot, button(page, "Teach the crest"))
    page.form.effort = LITTLE
    press(qtbot, page.form.go)
    assert page.form.fields.problems["name"].text() == "Give the mark a name."
    type_into(qtbot, page.form.fields, name=NAME)
    press(qtbot, page.form.go)
    assert "at least one picture" in page.notice.words()

    drop(page, picture_file(tmp_path), picture_file(tmp_path, ink=0))
    qtbot.waitUntil(lambda: len(page.form.pictures.pictures) == 2)
    second = str(picture_file(tmp_path, ink=90))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([second], ""))
    press(qtbot, page.form.pictures.add_button)
    qtbot.waitUntil(lambda: len(page.form.pictures.pictures) == 3)
    press(qtbot, button(page.form.pictures, "Remove picture 3"))
    assert "2 of 5 pictures" in words(page.form.pictures)

    press(qtbot, page.form.go)
    assert page.form.progress.isVisible()
    qtbot.waitUntil(lambda: known_marks(school.workspace) != (), timeout=LEARNED_MS)
    wait_for_words(qtbot, page, "is learned: found")
    [mark] = known_marks(school.workspace)
    assert (mark.name, mark.pictures) == (NAME, 2)
    shown = words(page.sheet)
    assert f"Found {round(100 * mark.recall[48])} of 100 at the size of a badge in a class photo." in shown
    assert "from 2 pictures" in shown
    assert len(mark_pictures(school.workspace, school.actor(Role.CONTRIBUTOR), NAME)) == 2
    qtbot.waitUntil(lambda: page.sheet.pictures.box.count() == 3)  # two pictures and the room beside them


def test_a_file_without_a_picture_is_said_and_not_added(
    school: School, open_marks: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_marks(school, Role.CONTRIBUTOR)
    page.begin()
    (tmp_path / "words.txt").write_text("no picture")
    drop(page, tmp_path / "words.txt")
    qtbot.waitUntil(lambda: page.notice.words() != "")
    assert page.form.pictures.pictures == []


def test_learning_that_is_cancelled_keeps_nothing(
    school: School, open_marks: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_marks(school, Role.CONTRIBUTOR)
    page.begin()
    drop(page, picture_file(tmp_path))
    qtbot.waitUntil(lambda: len(page.form.pictures.pictures) == 1)
    type_into(qtbot, page.form.fields, name=NAME)
    press(qtbot, page.form.go)
    qtbot.waitUntil(lambda: page.form.progress.bar.value() > 0, timeout=LEARNED_MS)
    press(qtbot, page.form.progress.cancel_button)
    wait_for_words(qtbot, page, "was cancelled")
    assert known_marks(school.workspace) == ()
    assert page.form.go.isEnabled()


def test_a_picture_that_shows_no_mark_is_refused_after_the_button(
    school: School, open_marks: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_marks(school, Role.CONTRIBUTOR)
    page.begin()
    path = tmp_path / "grey.png"
    cv2.imwrite(str(path), np.full((80, 80, 3), 128, np.uint8))
    drop(page, path)
    qtbot.waitUntil(lambda: len(page.form.pictures.pictures) == 1)
    type_into(qtbot, page.form.fields, name=NAME)
    press(qtbot, page.form.go)
    wait_for_words(qtbot, page, "nothing but an even colour")
    assert known_marks(school.workspace) == ()


def test_photos_looked_through_before_are_looked_through_again_and_keep_what_people_said(
    school: School, open_marks: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = scene()
    photo_id = imported(school, tmp_path / "phone", shown.image)
    with EngineProcess() as engines:
        seeing = replace(school, workspace=replace(school.workspace, tools=Tools(PlainDecoder(), engines)))
        office = school.actor(Role.CONTRIBUTOR)
        assert [o.problem for o in analyse_photos(seeing.workspace, office, [photo_id])] == [None]
        steps = teach_mark(
            seeing.workspace, office, name=NAME, kind=MarkKind.OWN, pictures=[crest_picture()], effort=ENOUGH
        )
        assert list(steps)[-1].mark is not None
        with school.workspace.database.read() as connection:
            before = regions.of_photo(connection, photo_id)
        assert photos_not_looked_at(school.workspace) == (photo_id,)

        page = open_marks(seeing, Role.CONTRIBUTOR)
        assert "1 photo was looked through before a mark was taught" in words(page.waiting)
        press(qtbot, page.waiting.go)
        wait_for_words(qtbot, page, "1 photo looked through")
    assert photos_not_looked_at(school.workspace) == ()
    assert not page.waiting.isVisible()
    with school.workspace.database.read() as connection:
        after = regions.of_photo(connection, photo_id)
    assert set(before) <= set(after)
    assert any(r.kind is RegionKind.MARK and r.box.iou(shown.box) >= 0.4 for r in set(after) - set(before))


def test_only_who_settles_rules_removes_a_mark_and_is_asked_first(
    school: School, open_marks: Open, qtbot: QtBot
) -> None:
    taught(school)
    assert not open_marks(school, Role.CONTRIBUTOR).sheet.remove_button.isVisible()
    page = open_marks(school, Role.HEAD)
    press(qtbot, page.sheet.remove_button)
    assert "its pictures are deleted" in page.notice.words()
    assert len(known_marks(school.workspace)) == 1
    press(qtbot, button(page.notice, "Remove it"))
    assert known_marks(school.workspace) == ()
    assert "No mark is taught yet" in words(page)


def test_words_of_the_school_are_settled(school: School, open_marks: Open, qtbot: QtBot) -> None:
    page = open_marks(school, Role.HEAD)
    type_into(qtbot, page.words.form, words="HPS, Brook Valley Trust")
    press(qtbot, page.words.go)
    assert school_words(school.workspace) == ("HPS", "Brook Valley Trust")
    type_into(qtbot, page.words.form, words="X")
    press(qtbot, page.words.go)
    assert "3 to 60 letters" in page.notice.words()
    assert school_words(school.workspace) == ("HPS", "Brook Valley Trust")
