"""Faces to compare with, on a child's sheet: inside the gates alone, with a word on each; a wrong one is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.analysis.embedding_worker import EmbeddingProcess
from app.domain.people import Role as Duty
from app.ui.application import make_application
from app.ui.models.rows import Role
from app.ui.pages import person_seek
from app.ui.pages.face_choice import FaceChoice
from app.ui.pages.kept_faces_panel import KeptFacesPanel
from app.ui.theme import install_theme
from app.ui.words import day
from app.workflow import look_alikes, review
from app.workflow.workspace import Workspace
from consent_db import biometrics
from consent_db.schema_photos import receipt
from tests.gui import two_pcs
from tests.gui.pages import button, press, wait_for_words, words
from tests.schools import School
from tests.unit.workflow.comparing import Watched, enrolled, let_compare, prepared, take

LONG_MS = 20_000


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddingProcess]:
    with EmbeddingProcess(cache_folder=tmp_path_factory.mktemp("networks")) as started:
        yield started


@pytest.fixture
def comparing(school: School, process: EmbeddingProcess) -> tuple[Workspace, Watched]:
    workspace, watched = prepared(school, process)
    let_compare(school, "Amara")
    return workspace, watched


@pytest.fixture
def named(school: School, comparing: tuple[Workspace, Watched], tmp_path: Path) -> None:
    """Three photos of Amara, and one in which Ben's face was named as hers."""
    workspace, office = comparing[0], school.actor(Duty.CONTRIBUTOR)
    for number, who in enumerate((("Amara", 0), ("Amara", 2), ("Ben", 0), ("Amara", 4))):
        _photo, faces = take(school, workspace, tmp_path / f"camera {number}", [who])
        review.name_region(workspace, office, faces[0].id, school.pupils["Amara"].id)


def _open(
    school: School, workspace: Workspace, qtbot: QtBot, request: pytest.FixtureRequest, forename: str = "Amara",
    duty: Duty = Duty.CONSENT_ADMIN,
) -> KeptFacesPanel:  # fmt: skip
    make_application([])
    install_theme(QApplication.instance(), choice="light")
    window = two_pcs.open_pc(qtbot, workspace, school.actor(duty))
    request.addfinalizer(window.deleteLater)
    request.addfinalizer(window.close)
    window.show_page("register", school.pupils[forename].id)
    return window.pages["register"].sheet.kept_faces


def _kept(workspace: Workspace, school: School) -> int:
    with workspace.database.read() as connection:
        return len(biometrics.templates_of(connection, school.pupils["Amara"].id))


def _rows(choice: FaceChoice) -> list[tuple[str, str, str]]:
    listed = [choice.list.rows.data(choice.list.rows.index(n), Role.ROW) for n in range(choice.list.rows.rowCount())]
    return [(row.title, row.note, row.words) for row in listed]


def _look(qtbot: QtBot, panel: KeptFacesPanel, number: int) -> FaceChoice:
    press(qtbot, panel.add)
    qtbot.waitUntil(lambda: "Several photos" in panel.choice.words.text(), timeout=LONG_MS)
    assert panel.choice.list.rows.rowCount() == number
    return panel.choice


def test_below_the_gate_a_sentence_says_what_is_missing_and_nothing_can_be_added(
    school: School, process: EmbeddingProcess, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    workspace, watched = prepared(school, process)
    panel = _open(school, workspace, qtbot, request)
    assert "The school compares no faces" in panel.gate.text()
    assert (panel.add.isEnabled(), panel.state.words()) == (False, "none kept")
    let_compare(school, "Ben")
    panel._page.refresh()
    assert "No face is kept until this is settled" in panel.gate.text()
    assert "date of birth is not in the register" in panel.gate.text()
    assert not panel.add.isEnabled()
    assert not panel.alike.isVisible()
    assert watched.boxes == []


def test_good_faces_are_taken_the_wrong_one_is_found_and_the_rest_is_kept_for_a_year(
    school: School,
    comparing: tuple[Workspace, Watched],
    named: None,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
) -> None:
    workspace, watched = comparing
    panel = _open(school, workspace, qtbot, request)
    assert panel.gate.text() == ""
    choice = _look(qtbot, panel, 4)
    assert watched.boxes == []
    assert {(note, said) for _, note, said in _rows(choice)} == {("good", "taken")}
    assert choice.wanted.text() == "Keep 4 faces"
    press(qtbot, choice.wanted)
    wait_for_words(qtbot, panel._page, "look at the faces that do not fit")
    assert _kept(workspace, school) == 0
    doubted = [row for row in _rows(choice) if row[2] == "look"]
    assert doubted == [("Photo 3 · Sports day", "This face does not look like the other photos of this child.", "look")]
    assert choice.doubt.isVisible()
    assert not choice.wanted.isEnabled()
    press(qtbot, choice.remove)
    assert choice.wanted.text() == "Keep 3 faces"
    press(qtbot, choice.wanted)
    wait_for_words(qtbot, panel._page, "kept for a year")
    assert _kept(workspace, school) == 3
    today = workspace.clock.today()
    told = f"3 faces kept on {day(today)}, compared until {day(today + timedelta(365))}"
    qtbot.waitUntil(lambda: told in words(panel), timeout=LONG_MS)
    assert panel.state.words() == "3 kept"
    assert not choice.isVisible()


def test_somebody_who_looked_can_vouch_for_a_face_that_does_not_fit(
    school: School,
    comparing: tuple[Workspace, Watched],
    named: None,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
) -> None:
    panel = _open(school, comparing[0], qtbot, request)
    choice = _look(qtbot, panel, 4)
    press(qtbot, choice.wanted)
    qtbot.waitUntil(choice.vouch.isVisible, timeout=LONG_MS)
    press(qtbot, choice.vouch)
    press(qtbot, choice.wanted)
    qtbot.waitUntil(lambda: _kept(comparing[0], school) == 4, timeout=LONG_MS)
    qtbot.waitUntil(lambda: panel.state.words() == "4 kept", timeout=LONG_MS)
    assert not choice.isVisible()


def test_a_face_goes_out_and_in_again_with_the_keyboard(
    school: School,
    comparing: tuple[Workspace, Watched],
    named: None,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
) -> None:
    panel = _open(school, comparing[0], qtbot, request)
    choice = _look(qtbot, panel, 4)
    choice.list.setFocus()
    choice.list.setCurrentIndex(choice.list.rows.index(0))
    qtbot.keyClick(choice.list, Qt.Key.Key_Return)
    assert (choice.wanted.text(), _rows(choice)[0][2]) == ("Keep 3 faces", "")
    qtbot.keyClick(choice.list, Qt.Key.Key_Return)
    assert (choice.wanted.text(), _rows(choice)[0][2]) == ("Keep 4 faces", "taken")
    press(qtbot, choice.not_now)
    assert not choice.isVisible()
    assert _kept(comparing[0], school) == 0


def test_what_is_kept_is_deleted_with_a_receipt(
    school: School, comparing: tuple[Workspace, Watched], qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    workspace, _watched = comparing
    enrolled(school, workspace, "Amara", (0, 2))
    panel = _open(school, workspace, qtbot, request)
    assert "1 more face and a suggestion can be “likely”." in words(panel)
    press(qtbot, panel.delete)
    assert _kept(workspace, school) == 2
    press(qtbot, button(panel._page.notice, "Delete them"))
    assert _kept(workspace, school) == 0
    assert "2 faces of Amara Okafor deleted, with a receipt." in panel._page.notice.words()
    with workspace.database.read() as connection:
        told = connection.execute(select(receipt.c.words)).scalars().all()
    assert [w.split(" on ")[0] for w in told] == ["2 face templates were deleted"]
    assert panel.state.words() == "none kept"


def test_look_alikes_are_marked_and_unmarked(
    school: School, comparing: tuple[Workspace, Watched], qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    workspace, _watched = comparing
    panel = _open(school, workspace, qtbot, request)
    amara, ella = school.pupils["Amara"].id, school.pupils["Ella"].id
    panel.alike.who.setFocus()
    panel.alike.who.setCurrentIndex(panel.alike.who.findData(ella))
    press(qtbot, panel.alike.go)
    actor = school.actor(Duty.CONSENT_ADMIN)
    assert look_alikes.look_alikes(workspace, actor, amara) == (ella,)
    assert panel.alike.who.findData(ella) == -1
    press(qtbot, button(panel.alike, "Ella Moss is not alike"))
    assert look_alikes.look_alikes(workspace, actor, amara) == ()
    assert "Nobody so far." in words(panel.alike)


def test_a_look_alike_of_another_class_is_found_by_three_letters_in_a_large_register(
    school: School,
    comparing: tuple[Workspace, Watched],
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(person_seek, "FEW_TO_OFFER", 1)
    twin = school.add_pupil("Amina", "Okafor", "Elm")
    workspace, _watched = comparing
    panel = _open(school, workspace, qtbot, request)
    assert panel.alike.who.findData(twin) == -1
    assert panel.alike.who.findData(school.pupils["Ella"].id) > 0, "of the same class"
    panel.alike.who.lineEdit().selectAll()
    qtbot.keyClicks(panel.alike.who.lineEdit(), "ami")
    qtbot.waitUntil(lambda: panel.alike.who.findData(twin) > 0, timeout=LONG_MS)
    assert panel.alike.who.currentText() == "ami"
    panel.alike.who.setCurrentIndex(panel.alike.who.findData(twin))
    press(qtbot, panel.alike.go)
    assert look_alikes.look_alikes(workspace, school.actor(Duty.CONSENT_ADMIN), school.pupils["Amara"].id) == (twin,)
    assert "Amina Okafor" in words(panel.alike).replace("amina", "Amina")


def test_whoever_may_not_keep_faces_sees_how_many_there_are_and_no_button(
    school: School, comparing: tuple[Workspace, Watched], qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    enrolled(school, comparing[0], "Amara")
    panel = _open(school, comparing[0], qtbot, request, duty=Duty.DEPUTY)
    assert panel.state.words() == "3 kept"
    assert [w.isVisible() for w in (panel.add, panel.delete, panel.choice, panel.alike)] == [False] * 4
