"""Import in the window: offered when plugged in, by event time, with speed and what is left, and a clear end."""

from __future__ import annotations

import os
from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QGuiApplication

from app.devices.connected import Connected
from app.domain.errors import DeviceError
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.ui import plugged
from app.ui.pages.import_progress import progress_words
from app.ui.plugged import PluggedBar
from app.workflow import pick
from tests.flow.importing import fill_phone
from tests.gui.pages import button, press, wait_for_page, words

LONG_MS = 60_000


@pytest.fixture
def phone(tmp_path):
    fill_phone(tmp_path / "phone", 3)
    return tmp_path / "phone"


def looked_at(qtbot, window, place):
    window.show_page("import", str(place))
    page = window.pages["import"]
    qtbot.waitUntil(lambda: page.device is not None and not window.desk.running, timeout=LONG_MS)
    return page


def brought_in(qtbot, page, kind: DeviceKind, event: str = "Trip") -> None:
    page.kind_buttons[kind].click()
    page.event.clear()
    qtbot.keyClicks(page.event, event)
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: bool(page.summary.text()) and not page.desk.running, timeout=LONG_MS)


@pytest.fixture
def bus(monkeypatch):
    """What is plugged in, changed by the test; looked for as often as can be."""
    there: list[Connected] = []
    monkeypatch.setattr(plugged, "connected", lambda: tuple(there))
    monkeypatch.setattr(plugged, "PERIOD_S", 0.01)
    monkeypatch.setattr(plugged, "_FIRST_S", 0.01)
    return there


def test_plugging_something_in_is_offered_on_any_page_and_one_press_looks_at_it(open_role, phone, bus, qtbot):
    window = open_role(Role.CONTRIBUTOR)
    bar = window.findChild(PluggedBar)
    assert not bar.isVisible()
    bus.append(Connected(str(phone), "EOS_DIGITAL", is_camera=False))
    qtbot.waitUntil(bar.isVisible, timeout=LONG_MS)
    assert bar.words.text() == "A card or stick is plugged in: EOS_DIGITAL"
    press(qtbot, bar.go)
    wait_for_page(qtbot, window, "import")
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: "3 files" in window.current.looking.text(), timeout=LONG_MS)


def test_what_is_sent_away_comes_back_only_when_it_is_plugged_in_again(open_role, phone, bus, qtbot):
    window = open_role(Role.CONTRIBUTOR)
    bar = window.findChild(PluggedBar)
    card = Connected(str(phone), "EOS_DIGITAL", is_camera=False)
    bus.append(card)
    qtbot.waitUntil(bar.isVisible, timeout=LONG_MS)
    press(qtbot, button(bar, "Not now"))
    assert not bar.isVisible()
    assert window.desk.plugged.offered is None
    bus.clear()
    qtbot.waitUntil(lambda: window.desk.plugged.sources == (), timeout=LONG_MS)
    bus.append(card)
    qtbot.waitUntil(bar.isVisible, timeout=LONG_MS)
    bus.clear()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=LONG_MS)


def test_nobody_is_offered_what_they_may_not_bring_in(open_role, bus, phone, qtbot):
    window = open_role(Role.GOVERNOR)
    bus.append(Connected(str(phone), "EOS_DIGITAL", is_camera=False))
    assert window.desk.plugged._task is None
    assert not window.findChild(PluggedBar).isVisible()


def test_a_bus_that_cannot_be_asked_leaves_what_was_there(open_role, bus, phone, qtbot, monkeypatch):
    bus.append(Connected(str(phone), "EOS_DIGITAL", is_camera=False))
    window = open_role(Role.CONTRIBUTOR)
    qtbot.waitUntil(lambda: bool(window.desk.plugged.sources), timeout=LONG_MS)
    asked = []

    def busy():
        asked.append(1)
        raise DeviceError("The camera is used by another program.", code="busy")

    window.desk.plugged.find = busy
    qtbot.waitUntil(lambda: len(asked) > 2, timeout=LONG_MS)
    assert [source.label for source in window.desk.plugged.sources] == ["EOS_DIGITAL"]


def test_photos_are_chosen_by_the_time_of_the_event(open_role, phone, qtbot):
    times = {"IMG_0000.JPG": "09:10", "IMG_0001.JPG": "11:30", "IMG_0002.JPG": "15:45"}
    for path in phone.rglob("*.JPG"):
        at = datetime.fromisoformat(f"2026-06-21 {times[path.name]}").timestamp()
        os.utime(path, (at, at))
    page = looked_at(qtbot, open_role(Role.CONTRIBUTOR), phone)
    assert not page.form.times.isVisible()
    page.days.setCurrentIndex(1)
    assert (page.form.first.time(), page.form.last.time()) == (QTime(9, 10), QTime(15, 45))
    page.form.first.setTime(QTime(10, 0))
    page.form.last.setTime(QTime(12, 0))
    assert [found.name for found in page.list.rows.items] == ["IMG_0001.JPG"]
    brought_in(qtbot, page, DeviceKind.SCHOOL)
    assert page.summary.text() == "1 photo safe in the school’s vault."
    assert len(list(phone.rglob("*.JPG"))) == 3


def test_the_end_says_what_became_of_each_file_with_receipts_and_leads_to_pick(open_role, school, phone, qtbot):
    (phone / "DCIM" / "100APPLE" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    window = open_role(Role.HEAD)
    page = looked_at(qtbot, window, phone)
    brought_in(qtbot, page, DeviceKind.SCHOOL)
    assert page.summary.text() == "3 photos safe in the school’s vault, 1 file not taken."
    assert "nothing was removed" in page.end.next.text()
    parts = [page.end.part.itemText(at) for at in range(page.end.part.count())]
    assert parts == ["Everything · 4", "Copied and checked · 3", "Not taken · 1"]
    assert [row.name for row in page.list.rows.items] == ["broken.jpg"]
    page.end.part.setFocus()
    qtbot.keyClick(page.end.part, Qt.Key.Key_Up)
    assert page.list.rows.rowCount() == 3
    assert not page.end.copy.isVisible()
    waiting = pick.waiting(school.workspace, school.actor(Role.CONTRIBUTOR))
    assert [(one.event, one.to_choose) for one in waiting] == [("Trip", 3)]
    assert (page.to_pick.property("kind"), page.go.property("kind")) == ("primary", "")
    press(qtbot, page.to_pick)
    wait_for_page(qtbot, window, "pick")
    assert window.current.event == "Trip"


def test_enter_in_the_event_begins_once_everything_is_said(open_role, phone, qtbot):
    page = looked_at(qtbot, open_role(Role.CONTRIBUTOR), phone)
    assert "0 MB" not in page.looking.text()
    qtbot.keyClick(page.event, Qt.Key.Key_Return)
    assert page.task is None
    page.kind_buttons[DeviceKind.SCHOOL].click()
    qtbot.keyClicks(page.event, "Trip")
    qtbot.keyClick(page.event, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.summary.text().startswith("3 photos safe"), timeout=LONG_MS)


def test_receipts_of_what_was_removed_can_be_copied(open_role, phone, qtbot):
    page = looked_at(qtbot, open_role(Role.CONTRIBUTOR), phone)
    brought_in(qtbot, page, DeviceKind.PERSONAL)
    assert "3 originals removed, each with a receipt" in page.summary.text()
    assert "3 set aside for the Headteacher" in page.summary.text()
    assert "Recently deleted" in page.end.next.text()
    press(qtbot, page.end.copy)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 3
    assert all("was removed from the device’s file list" in receipt for receipt in copied)
    assert not page.to_pick.isVisible()


def test_what_waits_for_the_headteacher_is_not_shown_as_a_picture(open_role, phone, qtbot, monkeypatch):
    from app.ui import thumbnails

    fetched = []
    monkeypatch.setattr(thumbnails, "load_picture", lambda *_args, **_how: fetched.append(1))
    page = looked_at(qtbot, open_role(Role.CONTRIBUTOR), phone)
    brought_in(qtbot, page, DeviceKind.UNKNOWN)
    page.stack.setCurrentWidget(page.progress)
    page.progress.grid.grab()
    assert page.progress.arrivals.rowCount() == 3
    assert fetched == []


def test_photos_are_seen_as_they_come_and_none_before(open_role, phone, qtbot):
    from app.ui.thumbnails import thumbnails

    window = open_role(Role.CONTRIBUTOR)
    page = looked_at(qtbot, window, phone)
    store = thumbnails(window.desk)
    page.grab()
    assert not store._waiting
    assert store.kept_bytes == 0
    brought_in(qtbot, page, DeviceKind.SCHOOL)
    page.stack.setCurrentWidget(page.progress)
    page.progress.grid.grab()
    qtbot.waitUntil(lambda: store.kept_bytes > 0 and not store._waiting, timeout=LONG_MS)
    assert len(store._kept) == 3


def test_a_folder_that_is_not_there_is_said_so(open_role, tmp_path, qtbot):
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("import")
    page = window.pages["import"]
    page.folder.setText(str(tmp_path / "nowhere"))
    qtbot.keyClick(page.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.notice.words()), timeout=LONG_MS)
    assert "is not there" in page.notice.words()
    assert "Plug in a phone or card" in words(page.empty)
    assert not page.go.isEnabled()


def test_the_fields_and_lists_of_the_page_have_names(open_role, phone, qtbot):
    page = looked_at(qtbot, open_role(Role.CONTRIBUTOR), phone)
    form = page.form
    parts = [form.folder, form.days, form.first, form.last, form.event, form.remove, page.list, page.progress.grid]
    assert [part.accessibleName() for part in parts] == [
        "Folder, card or stick", "Which day", "From", "To", "Event", "Then remove the originals from it",
        "Photos and how far they have come", "Photos that have come in",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((1, 400, 4_000_000, 1_596_000_000, 1.0), "1 of 400 files"),
        (
            (100, 400, 400_000_000, 1_200_000_000, 20.0),
            "100 of 400 files · 20 MB a second · 1.2 GB to go · about 1 min left",
        ),
        (
            (390, 400, 1_560_000_000, 40_000_000, 60.0),
            "390 of 400 files · 26 MB a second · 40 MB to go · less than a minute left",
        ),
        ((400, 400, 1_600_000_000, 0, 80.0), "400 of 400 files"),
        ((7, 0, 0, 0, 3.0), "7 done"),
    ],
)  # fmt: skip
def test_progress_says_how_fast_and_what_is_left(facts, said):
    assert progress_words(*facts) == said
