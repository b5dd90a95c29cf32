"""Whose a device is, its approval, its clock, what is still on it, and what happens to photos that are set aside."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from app.devices.folder_device import FolderDevice
from app.domain.device_checks import checks_for
from app.domain.errors import DeviceError, NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.photo import DeviceFamily, DeviceKind, PhotoState, QuarantineReason, SourceFileState, digest_of
from app.workflow import devices, posts, quarantine
from app.workflow.import_photos import finish_removals, import_photos
from app.workflow.records import verify_audit
from consent_db import photos
from tests.flow.importing import fill_phone, photo_bytes
from tests.schools import WEBSITE

OWNER = "Mrs Shah"


class Stubborn(FolderDevice):
    """A phone that does not let a computer delete anything."""

    def remove(self, object_id: str) -> None:
        raise DeviceError("The phone does not allow deleting.", code="not-allowed-by-device")


def bring_in(school, device, kind=DeviceKind.PERSONAL, *, remove=True, role=Role.CONTRIBUTOR):
    return list(
        import_photos(
            school.workspace, school.actor(role), device, event="Sports day", device_kind=kind, remove_originals=remove
        )
    )


def the_device(school):
    (standing,) = devices.listed(school.workspace, school.actor(Role.HEAD))
    return standing


def approve(school, device, **changes):
    today = school.workspace.clock.today()
    known = devices.add(
        school.workspace, school.actor(Role.IT), key=device.identity.key, label="Mrs Shah’s phone",
        kind=DeviceKind.PERSONAL, owner=OWNER,
    )  # fmt: skip
    asked = {"owner": OWNER, "first": today, "evidence": "letter in her file"} | changes
    return devices.approve(school.workspace, school.actor(Role.HEAD), known, **asked)


def states(school):
    with school.workspace.database.read() as connection:
        return [photo.state for photo in reversed(photos.latest(connection))]


def dated(path: Path, days_ago: float) -> None:
    when = (datetime.now(UTC) - timedelta(days=days_ago)).timestamp()
    os.utime(path, (when, when))


@pytest.mark.policy("002-16")
def test_photos_of_an_approved_phone_may_be_used_and_those_taken_before_wait(either_school, tmp_path):
    school = either_school
    names = sorted(fill_phone(tmp_path / "phone", 2))
    dated(tmp_path / "phone" / names[0], 20)
    device = FolderDevice(tmp_path / "phone")
    approve(school, device)
    outcomes = bring_in(school, device)
    assert [(o.state, o.is_set_aside) for o in outcomes] == [
        (SourceFileState.REMOVED, True), (SourceFileState.REMOVED, False)
    ]  # fmt: skip
    (waits,) = quarantine.waiting(school.workspace, school.actor(Role.HEAD))
    assert (waits.reason, waits.device.owner) == (QuarantineReason.OUTSIDE_APPROVAL, OWNER)
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok


@pytest.mark.policy("002-16")
def test_a_phone_nobody_approved_brings_photos_in_that_only_the_headteacher_frees(either_school, tmp_path):
    school = either_school
    fill_phone(tmp_path / "phone", 2)
    outcomes = bring_in(school, FolderDevice(tmp_path / "phone"))
    assert states(school) == [PhotoState.QUARANTINED] * 2
    ids = [o.photo_id for o in outcomes]
    for role in (Role.CONTRIBUTOR, Role.IT, Role.DEPUTY):
        with pytest.raises(NotAllowedError, match="Headteacher"):
            quarantine.release(school.workspace, school.actor(role), ids)
    assert quarantine.release(school.workspace, school.actor(Role.HEAD), ids) == 2
    assert states(school) == [PhotoState.IMPORTED] * 2
    assert quarantine.waiting(school.workspace, school.actor(Role.HEAD)) == ()


def test_a_photo_set_aside_can_be_destroyed_for_good_with_a_receipt(either_school, tmp_path):
    school = either_school
    fill_phone(tmp_path / "phone", 1)
    (outcome,) = bring_in(school, FolderDevice(tmp_path / "phone"))
    vault = school.workspace.vault.folder
    assert len([f for f in vault.rglob("*") if f.is_file()]) == 1
    receipt = quarantine.destroy(school.workspace, school.actor(Role.HEAD), outcome.photo_id)
    assert "was destroyed in the vault by decision of" in receipt
    assert [f for f in vault.rglob("*") if f.is_file()] == []
    assert states(school) == []
    with school.workspace.database.read() as connection:
        assert photos.by_sha256(connection, digest_of(photo_bytes(0))) is None
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok
    with pytest.raises(RegisterError):
        quarantine.destroy(school.workspace, school.actor(Role.HEAD), outcome.photo_id)


def test_no_number_of_what_was_destroyed_is_ever_given_again(either_school, tmp_path):
    school = either_school
    (tmp_path / "phone").mkdir()
    (tmp_path / "phone" / "IMG_1.JPG").write_bytes(photo_bytes(1))
    (tmp_path / "phone" / "IMG_1.AAE").write_bytes(b"<?xml version='1.0'?><plist/>")
    picture, notes = bring_in(school, FolderDevice(tmp_path / "phone"))
    with school.workspace.database.read() as connection:
        number = photos.get(connection, notes.photo_id).number
    assert f"with file {number} " in quarantine.destroy(school.workspace, school.actor(Role.HEAD), picture.photo_id)
    (tmp_path / "phone" / "IMG_2.JPG").write_bytes(photo_bytes(2))
    (later,) = bring_in(school, FolderDevice(tmp_path / "phone"))
    with school.workspace.database.read() as connection:
        assert photos.get(connection, later.photo_id).number == number + 1


def test_nothing_is_destroyed_whose_original_is_still_to_leave_its_device(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    (outcome,) = bring_in(school, Stubborn(tmp_path / "phone"))
    with pytest.raises(RegisterError, match="still has to leave"):
        quarantine.destroy(school.workspace, school.actor(Role.HEAD), outcome.photo_id)
    assert states(school) == [PhotoState.QUARANTINED]


def test_a_wrong_clock_is_asked_about_and_a_corrected_one_counts_for_what_comes_next(school, tmp_path):
    names = sorted(fill_phone(tmp_path / "phone", 2))
    for name in names:
        dated(tmp_path / "phone" / name, 4000)  # the camera lost its clock
    device = FolderDevice(tmp_path / "phone")
    approve(school, device)
    (tmp_path / "phone" / names[1]).rename(tmp_path / "kept back")
    bring_in(school, device)
    (waits,) = quarantine.waiting(school.workspace, school.actor(Role.HEAD))
    assert waits.reason is QuarantineReason.CLOCK
    with pytest.raises(NotAllowedError):
        devices.set_clock(school.workspace, school.actor(Role.CONTRIBUTOR), waits.device, shift=timedelta(days=4000))
    corrected = devices.set_clock(
        school.workspace, school.actor(Role.HEAD), waits.device, shift=timedelta(days=4000, minutes=1)
    )
    assert corrected.clock_shift_s == 4000 * 86_400 + 60
    (tmp_path / "kept back").rename(tmp_path / "phone" / names[1])
    bring_in(school, device)
    assert states(school) == [PhotoState.QUARANTINED, PhotoState.IMPORTED]


def test_only_the_headteacher_approves_and_only_in_advance(either_school, tmp_path):
    school = either_school
    fill_phone(tmp_path / "phone", 1)
    device, today = FolderDevice(tmp_path / "phone"), school.workspace.clock.today()
    with pytest.raises(RegisterError, match="in advance"):
        approve(school, device, first=today - timedelta(days=1))
    known = the_device(school).device
    for role in (Role.IT, Role.CONTRIBUTOR):
        with pytest.raises(NotAllowedError):
            devices.approve(school.workspace, school.actor(role), known, owner=OWNER, first=today, evidence="letter")
    head = school.actor(Role.HEAD)
    with pytest.raises(RegisterError, match="in writing"):
        devices.approve(school.workspace, head, known, owner=OWNER, first=today, evidence=" ")
    devices.approve(school.workspace, head, known, owner=OWNER, first=today, evidence="letter")
    assert the_device(school).approval is not None
    assert devices.end_approval(school.workspace, head, known.id) == 1
    assert the_device(school).approval is None


def test_what_was_changed_meanwhile_is_not_written_over(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    bring_in(school, FolderDevice(tmp_path / "phone"))
    device, head = the_device(school).device, school.actor(Role.HEAD)
    devices.describe(school.workspace, head, device, label="Phone", owner=OWNER, kind=DeviceKind.PERSONAL)
    with pytest.raises(RegisterError) as refused:
        devices.describe(school.workspace, head, device, label="Other", owner="", kind=DeviceKind.SCHOOL)
    assert refused.value.code == "conflict"
    assert the_device(school).device.label == "Phone"


@pytest.mark.policy("002-17")
def test_one_original_left_on_a_phone_keeps_every_photo_of_it_from_being_submitted(either_school, tmp_path):
    school = either_school
    fill_phone(tmp_path / "phone", 2)
    device = FolderDevice(tmp_path / "phone")
    approve(school, device)

    class Half(FolderDevice):
        def remove(self, object_id: str) -> None:
            if object_id.endswith("0001.JPG"):
                raise DeviceError("The photo is protected on the camera.", code="not-allowed-by-device")
            super().remove(object_id)

    gone, left = bring_in(school, Half(tmp_path / "phone"))
    assert (gone.state, left.state) == (SourceFileState.REMOVED, SourceFileState.REMOVAL_OUTSTANDING)
    assert found(school, gone.photo_id) == found(school, left.photo_id) == ["removal-outstanding"]
    head, today = school.actor(Role.HEAD), school.workspace.clock.today()
    known = the_device(school).device
    with pytest.raises(NotAllowedError):
        devices.lift(school.workspace, school.actor(Role.DEPUTY), known, until=today)
    with pytest.raises(RegisterError, match="Choose a day"):
        devices.lift(school.workspace, head, known, until=today + timedelta(days=60))
    devices.lift(school.workspace, head, known, until=today)
    assert found(school, gone.photo_id) == []
    devices.lift(school.workspace, head, the_device(school).device, until=today)
    (outcome,) = finish_removals(school.workspace, school.actor(Role.CONTRIBUTOR), device)
    assert outcome.state is SourceFileState.REMOVED
    assert the_device(school).left == ()


@pytest.mark.policy("002-17")
def test_what_was_copied_and_left_on_somebodys_own_phone_goes_into_no_post_before_it_is_removed(
    either_school, tmp_path
):
    school = either_school
    fill_phone(tmp_path / "phone", 2)
    device, office = FolderDevice(tmp_path / "phone"), school.actor(Role.CONTRIBUTOR)
    approve(school, device)
    first, second = bring_in(school, device, remove=False)
    assert first.state is SourceFileState.VERIFIED
    assert len(the_device(school).left) == 2
    assert found(school, first.photo_id) == ["removal-outstanding"]
    list(bring_in(school, device))
    assert the_device(school).left == ()
    assert found(school, first.photo_id) == found(school, second.photo_id) == []
    fill_phone(tmp_path / "phone", 1, seed=7)
    bring_in(school, device, remove=False)
    (outcome,) = finish_removals(school.workspace, office, device)
    assert outcome.receipt
    assert [p for p in (tmp_path / "phone").rglob("*") if p.is_file()] == []


def test_what_is_left_in_a_folder_of_the_schools_holds_nothing_up(school, tmp_path):
    fill_phone(tmp_path / "pc", 1)
    (outcome,) = bring_in(school, FolderDevice(tmp_path / "pc"), DeviceKind.SCHOOL, remove=False)
    assert found(school, outcome.photo_id) == []
    assert the_device(school).left == ()


@pytest.mark.policy("002-17")
def test_from_a_cloud_folder_of_somebodys_own_the_owner_deletes_by_hand_and_says_so(school, tmp_path):
    fill_phone(tmp_path / "OneDrive", 1)
    device, office = FolderDevice(tmp_path / "OneDrive"), school.actor(Role.CONTRIBUTOR)
    approve(school, device)
    (outcome,) = bring_in(school, device, remove=False)
    assert found(school, outcome.photo_id) == ["removal-outstanding"]
    with pytest.raises(DeviceError, match="never removed"):
        list(finish_removals(school.workspace, office, device))
    standing = the_device(school)
    ids = [file.id for file in standing.left]
    assert devices.attest_removed(school.workspace, office, standing.device.id, ids, said_by=OWNER) == 1
    assert found(school, outcome.photo_id) == []


def found(school, photo_id):
    author = school.actor(Role.CONTRIBUTOR)
    places = [posts.PostPlatform(WEBSITE, "words")]
    post = posts.create_post(school.workspace, author, title="Post", photo_ids=[photo_id], platforms=places)
    codes = [finding.code for finding in posts.check(school.workspace, post.id)]
    return [code for code in codes if code == "removal-outstanding"]


@pytest.mark.policy("002-17")
def test_originals_deleted_by_hand_are_attested_only_when_the_device_does_not_list_them(either_school, tmp_path):
    school = either_school
    fill_phone(tmp_path / "phone", 2)
    phone = Stubborn(tmp_path / "phone")
    bring_in(school, phone)
    standing, office = the_device(school), school.actor(Role.CONTRIBUTOR)
    ids = [file.id for file in standing.left]
    with pytest.raises(DeviceError, match="still on the device"):
        devices.attest_removed(school.workspace, office, standing.device.id, ids, said_by=OWNER, source=phone)
    with pytest.raises(RegisterError, match="who deleted"):
        devices.attest_removed(school.workspace, office, standing.device.id, ids, said_by=" ")
    assert len(the_device(school).left) == 2
    assert devices.attest_removed(school.workspace, office, standing.device.id, ids, said_by=OWNER) == 2
    receipts = devices.receipts_of(school.workspace, office, standing.device.id)
    assert all("ClearPost did not see it go" in r.words and OWNER in r.words for r in receipts)
    assert not any("wiped" in r.words for r in receipts)
    assert the_device(school).left == ()
    with pytest.raises(RegisterError):
        devices.attest_removed(school.workspace, office, standing.device.id, ids, said_by=OWNER)


def test_after_a_removal_the_owner_is_asked_about_copies_no_program_can_reach(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    bring_in(school, FolderDevice(tmp_path / "phone"))
    standing, office = the_device(school), school.actor(Role.CONTRIBUTOR)
    assert not standing.is_checked
    asked = checks_for(DeviceFamily.IPHONE)
    assert "Recently Deleted" in asked[0]
    act = (school.workspace, office, standing.device.id, DeviceFamily.IPHONE)
    with pytest.raises(RegisterError, match="Not said yet"):
        devices.attest_checks(*act, asked[:-1], said_by=OWNER)
    assert OWNER in devices.attest_checks(*act, asked, said_by=OWNER)
    assert the_device(school).is_checked


@pytest.mark.parametrize("role", [Role.GOVERNOR, Role.DPO, Role.CONSENT_ADMIN])
def test_others_neither_see_nor_change_devices(school, role):
    with pytest.raises(NotAllowedError):
        devices.listed(school.workspace, school.actor(role))
    with pytest.raises(NotAllowedError):
        devices.add(school.workspace, school.actor(role), key="k", label="l", kind=DeviceKind.SCHOOL, owner="")


def test_a_card_said_to_be_the_schools_counts_once_somebody_who_manages_devices_says_so(school, tmp_path):
    fill_phone(tmp_path / "card", 1)

    class Card(FolderDevice):
        @property
        def identity(self):
            from dataclasses import replace

            return replace(super().identity, suggested_kind=DeviceKind.UNKNOWN)

    bring_in(school, Card(tmp_path / "card"), DeviceKind.SCHOOL, remove=False)
    (waits,) = quarantine.waiting(school.workspace, school.actor(Role.IT))
    assert waits.reason is QuarantineReason.UNKNOWN_DEVICE
    devices.describe(
        school.workspace, school.actor(Role.IT), waits.device, label="Camera card 2", owner="", kind=DeviceKind.SCHOOL
    )
    (tmp_path / "card" / "another.jpg").write_bytes(photo_bytes(50))
    bring_in(school, Card(tmp_path / "card"), DeviceKind.SCHOOL, remove=False)
    assert states(school) == [PhotoState.QUARANTINED, PhotoState.IMPORTED]


@pytest.mark.policy("002-16")
@pytest.mark.parametrize("kind", [DeviceKind.SCHOOL, DeviceKind.DROP, DeviceKind.UNKNOWN])
def test_only_the_headteacher_says_that_somebodys_own_phone_is_not_their_own_any_more(either_school, tmp_path, kind):
    school = either_school
    fill_phone(tmp_path / "phone", 1)
    bring_in(school, FolderDevice(tmp_path / "phone"))
    said = {"label": "Tablet 3", "owner": "Mrs Hill", "kind": kind}
    with pytest.raises(NotAllowedError):
        devices.describe(school.workspace, school.actor(Role.IT), the_device(school).device, **said)
    assert the_device(school).device.kind is DeviceKind.PERSONAL
    changed = devices.describe(school.workspace, school.actor(Role.HEAD), the_device(school).device, **said)
    assert (changed.kind, changed.label) == (kind, "Tablet 3")


@pytest.mark.policy("002-17")
def test_no_device_that_still_holds_originals_becomes_one_that_is_never_cleared(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    bring_in(school, Stubborn(tmp_path / "phone"), DeviceKind.UNKNOWN)
    said = {"label": "Tablet 3", "owner": "Mrs Hill"}
    for kind in (DeviceKind.SCHOOL, DeviceKind.DROP):
        for role in (Role.IT, Role.HEAD):
            with pytest.raises(RegisterError, match="have to leave it first"):
                devices.describe(school.workspace, school.actor(role), the_device(school).device, **said, kind=kind)
        with pytest.raises(RegisterError, match="have to leave it first"):
            bring_in(school, FolderDevice(tmp_path / "phone"), kind, remove=False, role=Role.HEAD)
    assert the_device(school).is_blocking
    list(finish_removals(school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(tmp_path / "phone")))
    devices.describe(school.workspace, school.actor(Role.IT), the_device(school).device, **said, kind=DeviceKind.SCHOOL)
    assert the_device(school).device.is_confirmed


def test_what_people_call_a_device_stays_when_whose_it_is_changes_with_an_import(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    device = FolderDevice(tmp_path / "phone")
    devices.add(
        school.workspace, school.actor(Role.IT), key=device.identity.key, label="Old tablet", kind=DeviceKind.UNKNOWN,
        owner="",
    )  # fmt: skip
    bring_in(school, device)
    assert (the_device(school).device.label, the_device(school).device.kind) == ("Old tablet", DeviceKind.PERSONAL)


@pytest.mark.policy("000-05")
def test_every_photo_knows_whether_it_came_from_the_schools_kit_or_from_somebodys_own(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    fill_phone(tmp_path / "pc", 1, seed=5)
    bring_in(school, FolderDevice(tmp_path / "phone"))
    bring_in(school, FolderDevice(tmp_path / "pc"), DeviceKind.SCHOOL, remove=False)
    kinds = {
        s.device.label: (s.device.kind, s.imported) for s in devices.listed(school.workspace, school.actor(Role.IT))
    }
    assert kinds == {"phone": (DeviceKind.PERSONAL, 1), "pc": (DeviceKind.SCHOOL, 1)}


def test_the_day_a_photo_was_taken_is_read_from_the_file_before_the_devices_list(school, tmp_path):
    phone = tmp_path / "phone"
    phone.mkdir()
    day = school.workspace.clock.today() - timedelta(days=3)
    written = Image.Exif()
    written.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = f"{day:%Y:%m:%d} 09:30:00"
    with Image.open(io.BytesIO(photo_bytes(1))) as picture:
        picture.save(phone / "a.jpg", exif=written)
    device = FolderDevice(phone)
    approve(school, device)
    bring_in(school, device)
    (waits,) = quarantine.waiting(school.workspace, school.actor(Role.HEAD))
    assert waits.reason is QuarantineReason.OUTSIDE_APPROVAL
    assert waits.taken_at.astimezone().date() == day


def test_photos_of_a_drop_folder_may_be_used_once_its_owner_says_that_none_are_left(either_school, tmp_path):
    school = either_school
    folder = tmp_path / "OneDrive - Hollybank" / "Photos from Mrs Shah"
    names = sorted(fill_phone(folder, 2))
    kept = {name: (folder / name).read_bytes() for name in names}
    device, it, office = FolderDevice(folder), school.actor(Role.IT), school.actor(Role.CONTRIBUTOR)
    known = devices.add(
        school.workspace, it, key=device.identity.key, label="Mrs Shah’s folder", kind=DeviceKind.DROP, owner=OWNER
    )
    with pytest.raises(DeviceError, match="never removed"):
        bring_in(school, device, DeviceKind.DROP)
    (folder / names[1]).rename(tmp_path / "later.jpg")
    (first,) = bring_in(school, device, DeviceKind.DROP, remove=False)
    assert first.is_set_aside
    (waits,) = quarantine.waiting(school.workspace, school.actor(Role.HEAD))
    assert waits.reason is QuarantineReason.NOT_ATTESTED
    asked = checks_for(DeviceFamily.FOLDER)
    devices.attest_checks(school.workspace, office, known.id, DeviceFamily.FOLDER, asked, said_by=OWNER)
    (tmp_path / "later.jpg").rename(folder / names[1])
    outcomes = bring_in(school, device, DeviceKind.DROP, remove=False)
    assert [o.is_set_aside for o in outcomes if not o.is_duplicate][-1] is False
    assert states(school) == [PhotoState.QUARANTINED, PhotoState.IMPORTED]
    assert {name: (folder / name).read_bytes() for name in names} == kept


def test_a_drop_folder_anybody_claims_is_not_one_until_somebody_who_manages_devices_says_so(school, tmp_path):
    fill_phone(tmp_path / "share", 1)
    (outcome,) = bring_in(school, FolderDevice(tmp_path / "share"), DeviceKind.DROP, remove=False)
    assert outcome.is_set_aside
    (waits,) = quarantine.waiting(school.workspace, school.actor(Role.HEAD))
    assert waits.reason is QuarantineReason.UNKNOWN_DEVICE
