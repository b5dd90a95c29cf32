"""Import: from a phone's folder into the vault and off the phone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError, NotAllowedError, RegisterError, StorageError
from app.domain.faults import KillPoint
from app.domain.photo import DeviceKind, QuarantineReason, SourceFileState
from app.storage.locking import WriterLock
from app.workflow.import_photos import ImportOutcome, finish_removals, import_photos
from app.workflow.workspace import Workspace
from consent_db import devices
from tests.flow.importing import (
    GOVERNOR,
    HEAD,
    SECRETARY,
    count,
    fill_phone,
    inconsistencies,
    open_school,
    originals_missing,
    photo_bytes,
    rows,
)


@pytest.fixture
def school(tmp_path):
    workspace = open_school(tmp_path / "school")
    yield workspace
    workspace.close()


@pytest.fixture
def phone(tmp_path) -> Path:
    (tmp_path / "phone").mkdir()
    return tmp_path / "phone"


def bring_in(workspace: Workspace, phone: Path, *, remove: bool = True, **changes) -> list[ImportOutcome]:
    asked = {"event": "Sports day", "device_kind": DeviceKind.PERSONAL, "remove_originals": remove} | changes
    device = asked.pop("device", None) or FolderDevice(phone)
    return list(import_photos(workspace, asked.pop("actor", SECRETARY), device, **asked))


def files_on(phone: Path) -> set[str]:
    return {p.relative_to(phone).as_posix() for p in phone.rglob("*") if p.is_file()}


@pytest.mark.policy("002-17")
def test_photos_go_into_the_vault_and_off_the_phone_with_a_receipt_each(school, phone):
    photos = fill_phone(phone, 3)
    outcomes = bring_in(school, phone)
    assert [o.state for o in outcomes] == [SourceFileState.REMOVED] * 3
    assert all("removed from the device’s file list" in o.receipt and "Recently deleted" in o.receipt for o in outcomes)
    assert files_on(phone) == set()
    assert count(school, "receipt") == 3
    assert [(r.object_id, school.vault.read(r.vault_name, r.wrapped_key)) for r in rows(school)] == sorted(
        photos.items()
    )
    assert list(inconsistencies(school)) == []


def test_without_being_asked_nothing_is_removed(school, phone):
    photos = fill_phone(phone, 2)
    outcomes = bring_in(school, phone, remove=False)
    assert [o.state for o in outcomes] == [SourceFileState.VERIFIED] * 2
    assert files_on(phone) == set(photos)


def test_files_that_are_no_whole_photos_are_refused_one_by_one_and_stay_while_the_rest_goes_on(school, phone):
    good = fill_phone(phone, 2)
    bad = {
        "a-film.mov": b"film",
        "a-letter.jpg": b"Dear parents",
        "cut-short.jpg": photo_bytes(7, size=(300, 200))[:-3000],
        "empty.png": b"",
        "raw.cr2": b"raw",
        "zz.pdf": b"%PDF-1.4",
    }
    for name, data in bad.items():
        (phone / name).write_bytes(data)
    outcomes = bring_in(school, phone)
    refused = {o.name: o for o in outcomes if o.photo_id is None}
    assert set(refused) == set(bad)
    assert all(o.problem is not None and name in o.problem.words and o.problem.remedy for name, o in refused.items())
    assert refused["cut-short.jpg"].problem.code == "truncated"
    assert files_on(phone) == set(bad)
    assert len(rows(school)) == len(good)
    assert list(inconsistencies(school)) == []


def test_the_same_picture_under_two_names_is_one_photo_and_both_files_go(school, phone):
    data = photo_bytes(1)
    (phone / "a.jpg").write_bytes(data)
    (phone / "copy of a.jpg").write_bytes(data)
    first, second = bring_in(school, phone)
    assert (first.is_duplicate, second.is_duplicate) == (False, True)
    assert first.photo_id == second.photo_id
    assert files_on(phone) == set()
    assert (count(school, "photo"), count(school, "source_file"), count(school, "receipt")) == (1, 2, 2)


def test_clashing_names_with_other_pictures_stay_two_photos(school, phone):
    for folder, seed in (("100CANON", 1), ("101CANON", 2)):
        (phone / folder).mkdir()
        (phone / folder / "IMG_0001.JPG").write_bytes(photo_bytes(seed))
    outcomes = bring_in(school, phone)
    assert len({o.photo_id for o in outcomes}) == 2
    assert list(inconsistencies(school)) == []


def test_a_name_the_camera_uses_again_for_another_picture_is_a_new_photo(school, phone):
    (phone / "IMG_0001.JPG").write_bytes(photo_bytes(1))
    (first,) = bring_in(school, phone)
    (phone / "IMG_0001.JPG").write_bytes(photo_bytes(2))
    (second,) = bring_in(school, phone)
    assert second.state is SourceFileState.REMOVED
    assert first.photo_id != second.photo_id
    assert count(school, "photo") == 2


def test_a_file_that_comes_back_after_its_removal_is_removed_again(school, phone):
    (phone / "a.jpg").write_bytes(photo_bytes(1))
    bring_in(school, phone)
    (phone / "a.jpg").write_bytes(photo_bytes(1))
    (again,) = bring_in(school, phone)
    assert again.state is SourceFileState.REMOVED
    assert (count(school, "source_file"), count(school, "receipt")) == (1, 2)


def test_importing_again_makes_nothing_twice(school, phone):
    fill_phone(phone, 3)
    bring_in(school, phone, remove=False)
    before = [count(school, table) for table in ("photo", "source_file", "vault_object", "audit_event")]
    again = bring_in(school, phone, remove=False)
    assert [count(school, table) for table in ("photo", "source_file", "vault_object", "audit_event")] == before
    assert all(o.state is SourceFileState.VERIFIED and not o.is_duplicate for o in again)


def test_removal_may_be_asked_for_later(school, phone):
    fill_phone(phone, 2)
    bring_in(school, phone, remove=False)
    assert [o.state for o in bring_in(school, phone)] == [SourceFileState.REMOVED] * 2
    assert files_on(phone) == set()


def test_only_the_chosen_files_are_imported(school, phone):
    photos = fill_phone(phone, 3)
    chosen = sorted(photos)[1]
    (outcome,) = bring_in(school, phone, only={chosen})
    assert outcome.object_id == chosen
    assert files_on(phone) == set(photos) - {chosen}


def test_cancelling_keeps_what_was_done_and_the_next_import_goes_on(school, phone):
    photos = fill_phone(phone, 3)
    asked = {"event": "Sports day", "device_kind": DeviceKind.PERSONAL, "remove_originals": True}
    running = import_photos(school, SECRETARY, FolderDevice(phone), **asked)
    next(running)
    running.close()
    assert len(files_on(phone)) == 2
    assert len(bring_in(school, phone)) == 2
    assert list(originals_missing(school, phone, photos)) == []


def damaged_copy(workspace: Workspace) -> Path:
    (path,) = [p for p in workspace.vault.folder.rglob("*") if p.is_file()]
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    return path


def test_a_copy_that_was_damaged_meanwhile_is_written_anew_before_the_original_goes(school, phone):
    photos = fill_phone(phone, 1)
    bring_in(school, phone, remove=False)
    damaged_copy(school)
    (outcome,) = bring_in(school, phone)
    assert outcome.state is SourceFileState.REMOVED
    assert list(originals_missing(school, phone, photos)) == []


def test_an_original_stays_when_its_copy_cannot_be_proved(school, phone):
    photos = fill_phone(phone, 1)
    sabotage = open_school(
        school.folder, fault=lambda point: damaged_copy(school) if point == KillPoint.BEFORE_READ_BACK else None
    )
    (outcome,) = bring_in(sabotage, phone)
    sabotage.close()
    assert outcome.state is SourceFileState.COPIED
    assert outcome.problem is not None
    assert outcome.problem.code == "read-back"
    assert files_on(phone) == set(photos)


def test_a_picture_that_changes_on_the_device_after_it_was_copied_stays(school, phone):
    fill_phone(phone, 1)
    (name,) = files_on(phone)

    def change(point: str) -> None:
        if point == KillPoint.AFTER_READ_BACK:
            (phone / name).write_bytes(photo_bytes(99))

    changing = open_school(school.folder, fault=change)
    (outcome,) = bring_in(changing, phone)
    changing.close()
    assert outcome.state is SourceFileState.REMOVAL_OUTSTANDING
    assert outcome.problem is not None
    assert outcome.problem.code == "changed"
    assert (phone / name).read_bytes() == photo_bytes(99)


@pytest.fixture
def locked_card(phone):
    photos = fill_phone(phone, 2)
    if subprocess.run(["mount", "--bind", phone, phone], capture_output=True).returncode:
        pytest.skip("only root may mount the read-only card of this test")
    subprocess.run(["mount", "-o", "remount,ro,bind", phone], check=True)
    yield phone, photos
    subprocess.run(["umount", phone], check=True)


@pytest.mark.policy("002-17")
def test_originals_on_a_write_protected_card_are_outstanding_until_they_can_be_removed(school, locked_card):
    phone, photos = locked_card
    outcomes = bring_in(school, phone)
    assert [o.state for o in outcomes] == [SourceFileState.REMOVAL_OUTSTANDING] * 2
    assert all(o.problem is not None and "write-protected" in o.problem.words for o in outcomes)
    assert files_on(phone) == set(photos)
    subprocess.run(["mount", "-o", "remount,rw,bind", phone], check=True)
    assert [o.state for o in finish_removals(school, SECRETARY, FolderDevice(phone))] == [SourceFileState.REMOVED] * 2
    assert files_on(phone) == set()
    assert list(inconsistencies(school)) == []


def test_a_folder_that_vanishes_half_way_ends_the_import_with_one_reason_and_loses_nothing(school, phone, tmp_path):
    photos = fill_phone(phone, 4)
    pulled = tmp_path / "pulled"
    seen: list[str] = []

    def pull(point: str) -> None:
        seen.append(point)
        if seen.count(KillPoint.AFTER_RENAME) == 2 and phone.exists():
            phone.rename(pulled)

    pulling = open_school(school.folder, fault=pull)
    outcomes = bring_in(pulling, phone)
    pulling.close()
    states = [o.state for o in outcomes]
    assert states == [SourceFileState.REMOVED, SourceFileState.REMOVAL_OUTSTANDING, None, None]
    assert all(o.problem is not None and o.problem.code == "gone" for o in outcomes[1:])
    pulled.rename(phone)
    assert list(originals_missing(school, phone, photos)) == []
    bring_in(school, phone)
    assert files_on(phone) == set()
    assert list(originals_missing(school, phone, photos)) == []


def test_a_full_disk_is_one_clear_reason_and_every_original_stays(phone, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1800k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("only root may mount the small disk this test fills")
    school = open_school(disk / "school")
    try:
        for i in range(6):
            (phone / f"{i}.png").write_bytes(photo_bytes(i, size=(500, 200), format_="PNG"))
        photos = {p.name: p.read_bytes() for p in phone.iterdir()}
        outcomes = bring_in(school, phone)
        full = [o for o in outcomes if o.state is not SourceFileState.REMOVED]
        assert full
        assert all(o.problem is not None and o.problem.code == "disk-full" for o in full)
        assert {o.name for o in full} <= files_on(phone)
        assert list(originals_missing(school, phone, photos)) == []
        assert list(inconsistencies(school)) == []
    finally:
        school.close()
        subprocess.run(["umount", disk], check=True)


def test_somebody_who_may_not_import_changes_nothing(school, phone):
    fill_phone(phone, 1)
    with pytest.raises(NotAllowedError):
        bring_in(school, phone, actor=GOVERNOR)
    with pytest.raises(NotAllowedError):
        list(finish_removals(school, GOVERNOR, FolderDevice(phone)))
    assert count(school, "audit_event") == 0


def test_originals_of_what_is_the_schools_stay(school, phone):
    photos = fill_phone(phone, 1)
    with pytest.raises(DeviceError):
        bring_in(school, phone, device_kind=DeviceKind.SCHOOL)
    assert files_on(phone) == set(photos)
    assert count(school, "photo") == 0


@pytest.mark.policy("002-16")
def test_photos_of_a_device_nobody_knows_are_copied_verified_removed_and_set_aside(school, phone):
    fill_phone(phone, 2)
    outcomes = bring_in(school, phone, device_kind=DeviceKind.UNKNOWN)
    assert [(o.state, o.is_set_aside) for o in outcomes] == [(SourceFileState.REMOVED, True)] * 2
    assert files_on(phone) == set()
    with school.database.read() as connection:
        assert {w.reason for w in devices.waiting(connection)} == {QuarantineReason.UNKNOWN_DEVICE}
        assert devices.number_waiting(connection) == 2


def test_a_file_with_another_name_while_its_removal_is_outstanding_is_no_false_receipt(school, phone):
    fill_phone(phone, 2)

    class Stubborn(FolderDevice):
        def remove(self, object_id: str) -> None:
            pass

    bring_in(school, phone, device=Stubborn(phone))
    shelf = phone / "DCIM" / "100APPLE"
    (phone / ".Trash").mkdir()
    (shelf / "IMG_0000.JPG").rename(phone / ".Trash" / "holiday.jpg")
    assert len(list(FolderDevice(phone).list_objects())) == 1  # the hidden one is not offered
    renamed, first_name, other = finish_removals(school, SECRETARY, FolderDevice(phone))
    assert (renamed.object_id, renamed.is_duplicate) == (".Trash/holiday.jpg", True)
    assert "was removed from" in renamed.receipt
    assert "found to be gone" in first_name.receipt
    assert other.state is SourceFileState.REMOVED
    assert files_on(phone) == set()
    assert list(inconsistencies(school)) == []


def test_a_file_that_may_be_the_one_by_its_time_keeps_the_removal_outstanding(school, phone):
    fill_phone(phone, 1)

    class Stubborn(FolderDevice):
        def remove(self, object_id: str) -> None:
            pass

    bring_in(school, phone, device=Stubborn(phone))
    original = phone / "DCIM" / "100APPLE" / "IMG_0000.JPG"
    facts = original.stat()
    original.write_bytes(photo_bytes(77))  # turned on the camera, under another name
    os.utime(original, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    original.rename(original.with_name("TURNED.JPG"))
    (outcome,) = finish_removals(school, SECRETARY, FolderDevice(phone))
    assert outcome.state is SourceFileState.REMOVAL_OUTSTANDING
    assert outcome.problem is not None
    assert (outcome.problem.code, "TURNED.JPG" in outcome.problem.words) == ("maybe-renamed", True)
    assert count(school, "receipt") == 0
    (original.with_name("TURNED.JPG")).unlink()
    (outcome,) = finish_removals(school, SECRETARY, FolderDevice(phone))
    assert "found to be gone" in outcome.receipt


def test_a_copy_that_was_imported_too_does_not_keep_a_deleted_file_outstanding(school, phone):
    data = photo_bytes(1)
    (phone / "a.jpg").write_bytes(data)
    (phone / "copy of a.jpg").write_bytes(data)

    class Stubborn(FolderDevice):
        def remove(self, object_id: str) -> None:
            pass

    bring_in(school, phone, device=Stubborn(phone))
    (phone / "a.jpg").unlink()
    gone, other = finish_removals(school, SECRETARY, FolderDevice(phone))
    assert "found to be gone" in gone.receipt
    assert "was removed" in other.receipt


def test_originals_are_never_removed_from_a_cloud_folder(school, tmp_path):
    folder = tmp_path / "OneDrive - Hillside" / "Camera Roll"
    photos = fill_phone(folder, 1)
    with pytest.raises(DeviceError, match="cloud") as refused:
        bring_in(school, folder)
    assert "without removing" in refused.value.remedy
    assert [o.state for o in bring_in(school, folder, remove=False)] == [SourceFileState.VERIFIED]
    assert files_on(folder) == set(photos)


def test_photos_from_a_source_nobody_vouched_for_are_kept_apart(school, phone):
    fill_phone(phone, 1)
    bring_in(school, phone, remove=False, device_kind=DeviceKind.UNKNOWN)
    with school.database.read() as connection:
        assert connection.exec_driver_sql("SELECT state FROM photo").scalar_one() == "QUARANTINED"


def test_whose_a_device_is_stays_settled_until_somebody_who_manages_devices_says_otherwise(school, phone):
    fill_phone(phone, 1)
    bring_in(school, phone, remove=False, device_kind=DeviceKind.SCHOOL)
    with pytest.raises(RegisterError, match="school's"):
        bring_in(school, phone)
    assert [o.state for o in bring_in(school, phone, actor=HEAD)] == [SourceFileState.REMOVED]


def test_a_missing_folder_is_a_sentence_and_changes_nothing(school, tmp_path):
    with pytest.raises(DeviceError, match="is not there"):
        bring_in(school, tmp_path / "nowhere")
    assert count(school, "audit_event") == 0


def test_two_imports_at_once_do_not_get_in_each_others_way(school, phone):
    fill_phone(phone, 1)
    with WriterLock(school.folder / "import.lock"), pytest.raises(StorageError) as busy:
        bring_in(school, phone)
    assert busy.value.code == "in-use"
    assert len(files_on(phone)) == 1


def test_originals_a_person_deleted_by_hand_are_receipted_as_found_gone(school, phone):
    fill_phone(phone, 2)

    class Lying(FolderDevice):
        def remove(self, object_id: str) -> None:
            pass

    bring_in(school, phone, device=Lying(phone))
    shutil.rmtree(phone / "DCIM")
    outcomes = list(finish_removals(school, SECRETARY, FolderDevice(phone)))
    assert [o.state for o in outcomes] == [SourceFileState.REMOVED] * 2
    assert all("found to be gone" in o.receipt for o in outcomes)


def test_nothing_is_finished_for_a_device_that_was_never_imported_from(school, phone):
    assert list(finish_removals(school, SECRETARY, FolderDevice(phone))) == []
