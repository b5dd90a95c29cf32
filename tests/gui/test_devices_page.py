"""The Devices page: approving, what is left on a phone, what is set aside, stopped imports; and Import's part of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.ui.widgets import Button
from app.workflow import devices, quarantine
from app.workflow.import_photos import import_photos
from tests.flow.importing import fill_phone
from tests.gui.pages import button, press, type_into, wait_for_page, wait_for_words, words


class Stubborn(FolderDevice):
    def remove(self, object_id: str) -> None:
        raise DeviceError("The phone does not allow deleting.", code="not-allowed-by-device")


@pytest.fixture
def phone(school, tmp_path):
    """A phone with two photos, imported by the office; none of them could be removed."""
    fill_phone(tmp_path / "Shah", 2)
    device = Stubborn(tmp_path / "Shah")
    office = school.actor(Role.CONTRIBUTOR)
    list(
        import_photos(
            school.workspace, office, device, event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
    )
    return tmp_path / "Shah"


def shown(window):
    window.show_page("devices")
    return window.pages["devices"]


def test_home_leads_to_the_phone_that_still_holds_photos(open_role, phone, qtbot):
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("home")
    said = words(window.pages["home"])
    assert "phone or card still holds 2 photos that should be gone" in said
    card = next(b for b in window.pages["home"].findChildren(Button) if "Remove originals" in b.text())
    press(qtbot, card)
    wait_for_page(qtbot, window, "devices")
    assert "2 originals still on it" in words(window.current)


def test_the_headteacher_approves_a_phone_and_ends_it(open_role, school, phone, qtbot):
    page = shown(open_role(Role.HEAD))
    sheet = page.sheet
    assert "Not approved" in words(sheet)
    type_into(qtbot, sheet.days, owner="Mrs Shah")
    sheet.approve_button.click()
    assert "in writing" in sheet.days.problems["evidence"].text()
    type_into(qtbot, sheet.days, evidence="staff file")
    sheet.approve_button.click()
    assert "is approved" in page.notice.words()
    (standing,) = devices.listed(school.workspace, school.actor(Role.HEAD))
    assert (standing.device.owner, standing.approval.grantor) == ("Mrs Shah", "Head")
    sheet.end_button.click()
    assert "set aside from now on" in page.notice.words()
    button(page.notice, "End the approval").click()
    assert "The approval is over" in page.notice.words()


def test_it_may_describe_a_device_and_neither_approve_nor_decide(open_role, phone):
    page = shown(open_role(Role.IT))
    assert page.sheet.whose.isVisible()
    assert not page.sheet.approve_button.isVisible()
    page.show_part("aside")
    assert not page.aside.release_button.isEnabled()
    assert set(page.views) == {"devices", "aside"}


def test_what_the_owner_deleted_by_hand_is_recorded_with_a_name(open_role, school, phone, qtbot):
    page = shown(open_role(Role.CONTRIBUTOR))
    page.sheet.by_hand.click()
    wait_for_words(qtbot, page, "Say who deleted them")
    qtbot.keyClicks(page.sheet.said_by, "Mrs Shah")
    page.sheet.by_hand.click()
    qtbot.waitUntil(lambda: "ClearPost did not see them go" in page.notice.words(), timeout=20_000)
    qtbot.waitUntil(lambda: not page.desk.running, timeout=20_000)
    assert not page.sheet.left.isVisible()
    assert "Mrs Shah says that" in page.sheet.receipt_words.text()
    page.sheet.check_button.click()
    assert "Not said yet" in page.notice.words()
    for tick in page.sheet.ticks:
        tick.setChecked(True)
    qtbot.keyClicks(page.sheet.looked, "Mrs Shah")
    page.sheet.check_button.click()
    assert "That is recorded" in page.notice.words()
    assert not page.sheet.checks.isVisible()


def test_what_a_phone_that_is_plugged_in_still_lists_cannot_be_said_to_be_deleted(
    open_role, school, phone, qtbot, monkeypatch
):
    from app.devices.connected import Connected

    monkeypatch.setattr("app.devices.connected.connected", lambda: (Connected(str(phone), "Shah", True),))
    page = shown(open_role(Role.CONTRIBUTOR))
    qtbot.keyClicks(page.sheet.said_by, "Mrs Shah")
    page.sheet.by_hand.click()
    wait_for_words(qtbot, page, "is still on the device")
    qtbot.waitUntil(lambda: not page.desk.running, timeout=20_000)
    (standing,) = devices.listed(school.workspace, school.actor(Role.HEAD))
    assert len(standing.left) == 2


def test_a_device_that_is_not_plugged_in_cannot_be_listed_again(open_role, phone, qtbot, monkeypatch):
    monkeypatch.setattr("app.devices.connected.connected", lambda: ())
    page = shown(open_role(Role.CONTRIBUTOR))
    page.sheet.again.click()
    wait_for_words(qtbot, page, "not plugged in")
    assert page.sheet.left.isVisible()


def test_a_device_that_is_plugged_in_again_is_found_and_cleared(open_role, school, phone, qtbot, monkeypatch):
    from app.devices.connected import Connected

    monkeypatch.setattr("app.devices.connected.connected", lambda: (Connected(str(phone), "Shah", True),))
    page = shown(open_role(Role.CONTRIBUTOR))
    page.sheet.again.click()
    qtbot.waitUntil(lambda: not page.desk.running and not page.sheet.left.isVisible(), timeout=20_000)
    assert list(phone.rglob("*.JPG")) == []
    assert "removed from the device’s file list" in page.notice.words()


def test_the_headteacher_lets_one_photo_be_used_and_destroys_the_other(open_role, school, tmp_path, qtbot):
    fill_phone(tmp_path / "card", 2)
    office = school.actor(Role.CONTRIBUTOR)
    list(
        import_photos(
            school.workspace, office, FolderDevice(tmp_path / "card"), event="Trip", device_kind=DeviceKind.UNKNOWN,
            remove_originals=True,
        )
    )  # fmt: skip
    window = open_role(Role.HEAD)
    window.show_page("home")
    assert "photos are set aside until you decide" in words(window.pages["home"])
    page = shown(window)
    page.open("aside")
    qtbot.waitUntil(lambda: page.aside.picture.has_picture, timeout=20_000)
    page.aside.release_button.click()
    assert "cannot be set aside again" in page.notice.words()
    button(page.notice, "Let them be used").click()
    assert "1 photo may be used" in page.notice.words()
    page.aside.destroy.click()
    assert "for good" in page.notice.words()
    button(page.notice, "Destroy it").click()
    assert "was destroyed in the vault" in page.notice.words()
    assert quarantine.waiting(school.workspace, school.actor(Role.HEAD)) == ()
    assert page.aside.empty.isVisible()


def test_a_stopped_import_copies_nothing_and_the_safeguarding_lead_answers_it(open_role, school, tmp_path, qtbot):
    files = fill_phone(tmp_path / "phone", 2)
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("import")
    page = window.pages["import"]
    page.use(str(tmp_path / "phone"))
    qtbot.waitUntil(lambda: page.device is not None, timeout=30_000)
    page.stop_button.click()
    assert "Do not copy" in page.notice.words()
    button(page.notice, "Record it and tell the safeguarding lead").click()
    assert "Call the safeguarding lead" in page.notice.words()
    assert page.list.rows.rowCount() == 0
    assert all((tmp_path / "phone" / name).exists() for name in files)
    lead = open_role(Role.DSL)
    lead.show_page("home")
    assert "stopped because of what somebody saw" in words(lead.pages["home"])
    stops = shown(lead)
    stops.open("stops")
    stops.stops.go.click()
    assert "Say what was done" in stops.notice.words()
    qtbot.keyClicks(stops.stops.answer, "Referred at 11:00")
    stops.stops.go.click()
    assert "Referred at 11:00" in stops.stops.facts.text()


def test_import_says_that_photos_will_wait_and_takes_the_day_of_the_event(open_role, school, tmp_path, qtbot):
    import os
    from datetime import UTC, datetime, timedelta

    names = sorted(fill_phone(tmp_path / "phone", 3))
    before = (datetime.now(UTC) - timedelta(days=9)).timestamp()
    os.utime(tmp_path / "phone" / names[0], (before, before))
    window = open_role(Role.CONTRIBUTOR)
    window.show_page("import")
    page = window.pages["import"]
    page.use(str(tmp_path / "phone"))
    qtbot.waitUntil(lambda: page.device is not None, timeout=30_000)
    page.kind_buttons[DeviceKind.PERSONAL].click()
    assert "not approved this device" in page.aside.text()
    assert page.days.count() == 3
    page.days.setCurrentIndex(1)
    assert page.list.rows.rowCount() == 2
    qtbot.keyClicks(page.event, "Trip")
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.summary.text()) and not page.desk.running, timeout=30_000)
    assert "2 set aside for the Headteacher" in page.summary.text()
    assert [p.name for p in (tmp_path / "phone").rglob("*.JPG")] == ["IMG_0000.JPG"]
    assert not page.to_pick.isVisible()


def test_every_field_of_the_page_has_a_name(open_role, phone):
    page = shown(open_role(Role.HEAD))
    from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

    fields = [w for kind in (QCheckBox, QComboBox, QLineEdit) for w in page.findChildren(kind)]
    assert fields
    assert all(w.accessibleName() for w in fields)


def test_a_still_is_taken_out_of_a_film(open_role, school, tmp_path, qtbot):
    from tests.flow.test_films import record

    (tmp_path / "card").mkdir()
    record(tmp_path / "card" / "MVI_1.MP4")
    office = school.actor(Role.CONTRIBUTOR)
    list(
        import_photos(
            school.workspace, office, FolderDevice(tmp_path / "card"), event="Trip", device_kind=DeviceKind.SCHOOL,
            remove_originals=False,
        )
    )  # fmt: skip
    page = shown(open_role(Role.CONTRIBUTOR))
    page.show_part("films")
    page.films.seconds.setText("soon")
    page.films.go.click()
    assert "number of seconds" in page.films.problem.text()
    page.films.seconds.setText("1,5")
    page.films.go.click()
    qtbot.waitUntil(lambda: "It is photo 2 now" in page.notice.words(), timeout=30_000)
    qtbot.waitUntil(lambda: not page.desk.running, timeout=60_000)


def test_a_private_picture_that_waits_is_written_back_for_its_owner(open_role, school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    office, stick = school.actor(Role.CONTRIBUTOR), tmp_path / "stick"
    stick.mkdir()
    device = FolderDevice(tmp_path / "phone")
    list(
        import_photos(
            school.workspace, office, device, event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
    )
    page = shown(open_role(Role.HEAD))
    page.show_part("aside")
    page.give_back(page.aside.list.chosen(), stick)
    assert "written to its owner" in page.notice.words()
    assert [path.name for path in stick.iterdir()] == ["IMG_0000.JPG"]
    assert page.aside.empty.isVisible()
