"""Pick: photos of one event are kept and left out by key, and only the kept ones are looked through."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView

from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoState
from app.ui.models.shots import ShotsModel
from app.ui.thumbnails import KEPT_BYTES, thumbnails
from app.workflow import pick
from consent_db import photos
from tests.bench.portraits import class_photo
from tests.flow.test_pick import EVENT, bring, jpeg, plain
from tests.gui.pages import press, wait_for_page, words

LONG_MS = 60_000


@pytest.fixture
def six(school, tmp_path: Path):
    """Six photos, two of them of one moment by two devices, that wait to be chosen."""
    group = class_photo(768, 576, rows=2, columns=3)
    first = {"A.JPG": jpeg(group, "2026:06:21 10:00:00"), **{f"P{n}.JPG": plain(n) for n in (2, 3, 4, 5)}}
    ids = bring(school, tmp_path / "School camera", first)
    return [
        *ids,
        *bring(school, tmp_path / "Phone", {"B.JPG": jpeg(group.crop((40, 0, 768, 550)), "2026:06:21 10:00:09")}),
    ]


def shown(qtbot, window, number: int = 6):
    window.show_page("pick")
    page = window.pages["pick"]
    qtbot.waitUntil(lambda: page.grid.shots.rowCount() == number, timeout=LONG_MS)
    return page


def settled(qtbot, page) -> None:
    """Everything is stored, looked over, and read again."""
    qtbot.waitUntil(
        lambda: not (page._saving or page._looking or page._reading or page._again.isActive() or page._unsaved),
        timeout=LONG_MS,
    )


def states(school, ids) -> list[PhotoState]:
    with school.workspace.database.read() as connection:
        return [photos.get(connection, photo_id).state for photo_id in ids]


def test_every_key_press_is_shown_at_once_and_stored(open_role, school, six, qtbot):
    page = shown(qtbot, open_role(Role.CONTRIBUTOR))
    order = [tile.photo_id for tile in page.grid.shots.tiles]
    assert page.grid.hasFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_K)
    assert page.grid.shots.tiles[0].shot.state is PhotoState.PICKED
    qtbot.keyClick(page.grid, Qt.Key.Key_X)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    qtbot.keyClick(page.grid, Qt.Key.Key_K)
    settled(qtbot, page)
    assert states(school, order[:4]) == [PhotoState.PICKED, PhotoState.SKIPPED, PhotoState.IMPORTED, PhotoState.PICKED]
    assert page.summary.text() == "2 kept, 1 left out, 3 to choose."
    assert page.grid.currentIndex().row() == 4


def test_several_are_chosen_with_shift_and_taken_back_with_one_undo(open_role, school, six, qtbot):
    page = shown(qtbot, open_role(Role.CONTRIBUTOR))
    order = [tile.photo_id for tile in page.grid.shots.tiles]
    for _ in range(2):
        qtbot.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.grid, Qt.Key.Key_X)
    settled(qtbot, page)
    assert states(school, order[:4]) == [PhotoState.SKIPPED] * 3 + [PhotoState.IMPORTED]
    qtbot.keyClick(page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, page)
    assert set(states(school, order)) == {PhotoState.IMPORTED}
    assert not page.undo_button.isEnabled()


def test_what_was_just_chosen_is_stored_when_the_window_closes_at_once(open_role, school, six, qtbot):
    window = open_role(Role.CONTRIBUTOR)
    page = shown(qtbot, window)
    first = page.grid.shots.tiles[0].photo_id
    qtbot.keyClick(page.grid, Qt.Key.Key_K)
    window.close()
    assert states(school, [first]) == [PhotoState.PICKED]


def test_shots_of_one_moment_stand_side_by_side_with_their_devices_and_faces(open_role, school, six, qtbot):
    page = shown(qtbot, open_role(Role.CONTRIBUTOR))
    settled(qtbot, page)
    moment = [t for t in page.grid.shots.tiles if t.of == 2]
    assert [t.shot.device for t in moment] == ["School camera", "Phone"]
    assert all(t.shot.faces == 6 for t in moment)
    page.grid.go_to(moment[0].photo_id)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    shown_now = [cell.photo_id for cell in page.beside.cells if cell.isVisible()]
    assert shown_now == [t.photo_id for t in moment]
    assert "1 of 2 of one moment" in page.where.text()
    qtbot.waitUntil(lambda: all(cell.has_picture for cell in page.beside.cells if cell.isVisible()), timeout=LONG_MS)
    qtbot.keyClick(page.beside, Qt.Key.Key_X)
    qtbot.keyClick(page.beside, Qt.Key.Key_K)
    settled(qtbot, page)
    assert states(school, [t.photo_id for t in moment]) == [PhotoState.SKIPPED, PhotoState.PICKED]
    qtbot.keyClick(page.beside, Qt.Key.Key_Escape)
    assert page.grid.isVisible()


def test_the_chosen_kind_alone_is_shown(open_role, school, six, qtbot):
    page = shown(qtbot, open_role(Role.CONTRIBUTOR))
    pick.leave_out(school.workspace, school.actor(Role.HEAD), six[:2])
    qtbot.waitUntil(lambda: page.tabs["Left out"].text().endswith("2"), timeout=LONG_MS)
    press(qtbot, page.tabs["Left out"])
    assert {t.photo_id for t in page.grid.shots.tiles} == set(six[:2])
    press(qtbot, page.tabs["Kept"])
    assert "None of them" in words(page.nothing)
    press(qtbot, page.tabs["All"])
    assert page.grid.shots.rowCount() == 6


def test_only_what_is_kept_is_looked_through_and_named(open_role, school, six, qtbot):
    window = open_role(Role.CONTRIBUTOR)
    page = shown(qtbot, window)
    kept = page.grid.shots.tiles[0].photo_id
    qtbot.keyClick(page.grid, Qt.Key.Key_K)
    settled(qtbot, page)
    assert page.go.text().strip() == "Look for faces in 1 photo"
    assert page.go.accessibleName() == "Look for faces in 1 photo"
    page.go.setFocus()
    qtbot.keyClick(page.go, Qt.Key.Key_Return)
    assert page.grid.hasFocus()  # choosing goes on while faces are looked for
    qtbot.waitUntil(page.name_button.isVisible, timeout=2 * LONG_MS)
    qtbot.waitUntil(page.go.isHidden, timeout=LONG_MS)
    assert page.name_button.property("kind") == "primary"
    rest = [photo_id for photo_id in six if photo_id != kept]
    assert set(states(school, rest)) == {PhotoState.IMPORTED}
    press(qtbot, page.name_button)
    wait_for_page(qtbot, window, "review")
    assert window.current.photo_id == kept


def test_one_key_keeps_all_the_rest(open_role, school, six, qtbot):
    page = shown(qtbot, open_role(Role.CONTRIBUTOR))
    qtbot.keyClick(page.grid, Qt.Key.Key_X)
    qtbot.keyClick(page.grid, Qt.Key.Key_A)
    settled(qtbot, page)
    assert sorted(states(school, six)) == [PhotoState.PICKED] * 5 + [PhotoState.SKIPPED]
    assert "erased 30 days after it came in" in page.summary.text()


def test_what_cannot_be_stored_is_shown_as_it_is(open_role, school, six, qtbot, monkeypatch):
    from app.workflow import posts

    page = shown(qtbot, open_role(Role.CONTRIBUTOR))
    settled(qtbot, page)
    tile = page.grid.shots.tiles[0]
    posts.create_post(school.workspace, school.actor(Role.CONTRIBUTOR), title="News", photo_ids=(tile.photo_id,))
    qtbot.keyClick(page.grid, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: "is in a post" in page.notice.words(), timeout=LONG_MS)
    settled(qtbot, page)
    assert page.grid.shots.tiles[0].shot.state is PhotoState.IMPORTED


def test_photos_that_wait_for_the_headteacher_are_not_on_the_page(open_role, school, tmp_path, qtbot):
    bring(school, tmp_path / "phone", {"A.JPG": plain(1)}, kind=DeviceKind.UNKNOWN)
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("pick")
    page = window.pages["pick"]
    qtbot.waitUntil(lambda: not page._reading, timeout=LONG_MS)
    assert page.grid.shots.rowCount() == 0
    assert "No photos to choose from" in words(page.empty)


def test_the_grid_says_each_photo_to_a_screen_reader(open_role, school, six, qtbot):
    page = shown(qtbot, open_role(Role.CONTRIBUTOR))
    settled(qtbot, page)
    said = page.grid.shots.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Photo 1, to choose, 6 faces, 10:00, School camera")
    assert QAccessible.queryAccessibleInterface(page.grid).text(QAccessible.Text.Name) == "Photos to choose from"


def test_the_model_keeps_to_the_rules_of_item_models(open_role, school, six, qtbot, qtmodeltester):
    model = ShotsModel()
    office = school.actor(Role.CONTRIBUTOR)
    qtmodeltester.check(model)
    model.show_board(pick.board(school.workspace, office, EVENT), frozenset(PhotoState))
    model.set_states({six[0]: PhotoState.PICKED})
    model.show_board(pick.board(school.workspace, office, EVENT), frozenset({PhotoState.IMPORTED}))
    qtmodeltester.check(model)
    assert model.rowCount() == 6


def test_thousands_of_photos_are_fetched_as_they_come_into_sight_and_not_all_kept(open_role, school, six, qtbot):
    from dataclasses import replace

    from app.domain.moments import Moment
    from app.domain.photo import PhotoId

    window = open_role(Role.CONTRIBUTOR)
    page = shown(qtbot, window)
    settled(qtbot, page)
    shots = {
        PhotoId(f"{n}"): replace(page.board.shots[six[0]], photo_id=PhotoId(f"{n}"), number=n) for n in range(10_000)
    }
    moments = tuple(Moment((key,), frozenset(), None) for key in shots)
    page.grid.shots.show_board(replace(page.board, shots=shots, moments=moments), frozenset(PhotoState))
    store = thumbnails(window.desk)
    page.grid.scrollToBottom()
    last = page.grid.shots.index(9_999)
    page.grid.scrollTo(last, QAbstractItemView.ScrollHint.PositionAtBottom)
    assert page.grid.visualRect(last).isValid()
    assert page.grid.indexAt(page.grid.visualRect(last).center() + QPoint(1, 1)).row() == 9_999
    page.grid.grab()
    assert len(store._waiting) <= 160
    assert store.kept_bytes <= KEPT_BYTES


def test_who_may_not_review_photos_has_no_such_page(open_role, school):
    assert "pick" not in open_role(Role.GOVERNOR).pages
    assert "pick" not in open_role(Role.EXTERNAL).pages
