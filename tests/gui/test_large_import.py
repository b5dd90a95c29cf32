"""A card of thousands of photos: what came last is seen, what became of all of them is listed, nothing grows slow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import PhotoUnreadableError
from app.domain.photo import SourceFileState
from app.domain.ports import SourceObject
from app.ui.pages.import_page import ImportPage
from app.ui.pages.import_progress import CopyProgress
from app.workflow.import_photos import ImportOutcome
from tests.gui.conftest import Open

MANY = 3000


def _files() -> list[SourceObject]:
    return [SourceObject(f"o{n}", f"IMG_{n:04}.JPG", 4_000_000) for n in range(MANY)]


def _outcomes() -> list[ImportOutcome]:
    broken = PhotoUnreadableError("The file ends too early.")
    return [
        ImportOutcome(found.object_id, found.name, state=SourceFileState.VERIFIED, photo_id=f"photo-{n}")
        if n % 100
        else ImportOutcome(found.object_id, found.name, problem=broken)
        for n, found in enumerate(_files())
    ]


def _page(open_as: Open) -> ImportPage:
    window = open_as("office")
    window.show_page("import")
    page = window.pages["import"]
    assert isinstance(page, ImportPage)
    return page


def test_all_files_of_a_large_card_are_listed_and_the_end_is_looked_at_by_parts(open_as: Open, qtbot: QtBot) -> None:
    page = _page(open_as)
    page.end.show_listed(_files())
    assert page.list.rows.rowCount() == MANY
    assert len(page.list.rows.items) < MANY, "only what is in sight is put into words"
    for outcome in _outcomes():
        page.end.tally.add(outcome)
    page.end.show_end(is_complete=True, is_removing=False)
    page._enable()
    assert page.end.part.currentText() == f"Not taken · {MANY // 100}"
    assert page.list.rows.rowCount() == MANY // 100
    page.end.part.setFocus()
    while page.end.part.currentIndex():
        qtbot.keyClick(page.end.part, Qt.Key.Key_Up)
    assert page.end.part.currentText() == f"Everything · {MANY}"
    assert page.list.rows.rowCount() == MANY
    last = page.list.rows.keys[-1]
    assert page.list.choose_key(last)
    page.list.viewport().grab()
    qtbot.waitUntil(lambda: page.list.chosen() is not None, timeout=20_000)
    assert page.list.chosen().name == f"IMG_{MANY - 1:04}.JPG"
    rows = [page.list.visualRect(page.list.rows.index(row)).height() for row in (0, 1, MANY - 1)]
    assert len(set(rows)) == 1, "with a note and without one rows are as high"
    assert len(page.photo_ids) == MANY - MANY // 100


def test_while_thousands_come_the_last_ones_are_shown_the_newest_first(open_as: Open, qtbot: QtBot) -> None:
    page = _page(open_as)
    progress: CopyProgress = page.progress
    progress.begin("Copying", {found.object_id: found.bytes for found in _files()})
    outcomes = _outcomes()
    for outcome in outcomes[:1500]:
        progress.add(outcome)
    model = progress.arrivals
    assert model.rowCount() == 200
    assert model.data(model.index(0)) == outcomes[1499].name
    assert model.data(model.index(199)) == outcomes[1300].name
    assert progress.bar.value() == 1500
    assert f"1500 of {MANY} files" in progress.words.text()
    assert "6.0 GB to go" in progress.words.text()
