"""Ways to lose a photo or to have a false receipt that somebody tried: each ends with the photo safe."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import pytest

from app.devices import folder_device
from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError
from app.domain.faults import KillPoint
from app.domain.people import Role
from app.domain.photo import DeviceKind, SourceFileState
from app.storage.places import Mount
from app.workflow import quarantine
from app.workflow.import_photos import finish_removals, import_photos
from app.workflow.records import verify_audit
from consent_db import photos
from tests.flow.importing import fill_phone, photo_bytes


class Stubborn(FolderDevice):
    def remove(self, object_id):
        raise DeviceError("The card is busy.", code="not-allowed-by-device")


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """A card reader: whatever card is in it is at one place; `volumes[0]` is what the card in it calls itself."""
    place = tmp_path / "reader"
    fill_phone(place, 2)
    volumes = ["A1B2-C3D4"]
    mount = Mount(place, "vfat", "/dev/sdb1")
    monkeypatch.setattr(folder_device, "is_removable_drive", lambda path: path.is_relative_to(place))
    monkeypatch.setattr(folder_device, "volume_id", lambda _path: volumes[0])
    monkeypatch.setattr(folder_device, "mount_of", lambda _path: mount)
    return place, volumes


def bring_in(school, device, *, remove=True, **changes):
    workspace, office = school.workspace, school.actor(Role.CONTRIBUTOR)
    asked = {"event": "Trip", "device_kind": DeviceKind.PERSONAL, "remove_originals": remove} | changes
    return list(import_photos(workspace, office, device, **asked))


@pytest.mark.policy("002-17")
def test_another_card_in_the_same_reader_proves_nothing_about_the_first(school, reader):
    place, volumes = reader
    device = Stubborn(place)
    assert [o.state for o in bring_in(school, device)] == [SourceFileState.REMOVAL_OUTSTANDING] * 2
    shutil.rmtree(place / "DCIM")
    volumes[0] = "FFFF-0000"
    office = school.actor(Role.CONTRIBUTOR)
    (outcome, *_rest) = finish_removals(school.workspace, office, device)
    assert (outcome.problem.code, outcome.receipt) == ("gone", "")
    with pytest.raises(DeviceError, match="is not there"):
        list(device.list_objects())
    assert list(finish_removals(school.workspace, office, FolderDevice(place))) == []
    volumes[0] = "A1B2-C3D4"
    assert [o.state for o in finish_removals(school.workspace, office, FolderDevice(place))] == [
        SourceFileState.REMOVED
    ] * 2


@pytest.mark.policy("002-17")
def test_a_card_that_does_not_say_which_one_it_is_proves_nothing_by_what_is_missing(school, reader):
    place, volumes = reader
    volumes[0] = ""
    assert [o.state for o in bring_in(school, Stubborn(place))] == [SourceFileState.REMOVAL_OUTSTANDING] * 2
    gone = sorted(place.rglob("*.JPG"))[0]
    gone.unlink()
    first, second = finish_removals(school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(place))
    assert (first.problem.code, first.receipt) == ("maybe-another", "")
    assert second.state is SourceFileState.REMOVED


def test_a_card_changed_between_the_look_and_the_removal_keeps_its_files(school, reader):
    place, volumes = reader

    def change_card(point):
        if point == KillPoint.BEFORE_REMOVE:
            volumes[0] = "FFFF-0000"

    changed = replace(school, workspace=replace(school.workspace, fault=change_card))
    outcomes = bring_in(changed, FolderDevice(place))
    assert {o.problem.code for o in outcomes} == {"gone"}
    assert len(list(place.rglob("*.JPG"))) == 2


@pytest.mark.policy("002-17")
def test_two_pcs_that_take_the_same_picture_at_the_same_moment_keep_it_once_and_both_go_on(either_school, tmp_path):
    school = either_school
    for name in ("one", "two"):
        fill_phone(tmp_path / name, 1)
    other = []

    def meanwhile(point):
        if point == KillPoint.AFTER_RENAME and not other:
            other.append("begun")
            plain = replace(school.workspace, folder=tmp_path / "pc2")
            plain.folder.mkdir()
            other[:] = bring_in(replace(school, workspace=plain), FolderDevice(tmp_path / "two"))

    raced = replace(school, workspace=replace(school.workspace, fault=meanwhile))
    (outcome,) = bring_in(raced, FolderDevice(tmp_path / "one"))
    assert (outcome.problem, outcome.state, outcome.is_duplicate) == (None, SourceFileState.REMOVED, True)
    assert (other[0].problem, other[0].state, other[0].photo_id) == (None, SourceFileState.REMOVED, outcome.photo_id)
    with school.workspace.database.read() as connection:
        (photo,) = photos.latest(connection)
        key = photos.wrapped_key(connection, photo.vault_name)
    assert school.workspace.vault.read(photo.vault_name, key) == photo_bytes(0)
    assert len([f for f in school.workspace.vault.folder.rglob("*") if f.is_file()]) == 1
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok


@pytest.mark.policy("002-17")
def test_a_photo_destroyed_between_its_proof_and_the_removal_keeps_its_original(either_school, tmp_path):
    school, phone = either_school, tmp_path / "phone"
    (name,) = fill_phone(phone, 1)
    (first,) = bring_in(school, FolderDevice(phone), remove=False)

    def destroy(point):
        if point == KillPoint.AFTER_READ_BACK:
            quarantine.destroy(school.workspace, school.actor(Role.HEAD), first.photo_id)

    raced = replace(school, workspace=replace(school.workspace, fault=destroy))
    (outcome,) = bring_in(raced, FolderDevice(phone))
    assert (outcome.receipt, outcome.problem.code) == ("", "conflict")
    assert (phone / name).read_bytes() == photo_bytes(0)
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok
    (again,) = bring_in(school, FolderDevice(phone))
    assert again.state is SourceFileState.REMOVED


def test_names_that_differ_only_in_the_size_of_letters_stay_two_photos(school, tmp_path):
    card = tmp_path / "card"
    card.mkdir()
    (card / "IMG_1.JPG").write_bytes(photo_bytes(1))
    (card / "img_1.jpg").write_bytes(photo_bytes(2))
    outcomes = bring_in(school, FolderDevice(card))
    assert [o.state for o in outcomes] == [SourceFileState.REMOVED] * 2
    assert len({o.photo_id for o in outcomes}) == 2


def test_an_empty_file_beside_its_photo_keeps_both_and_the_rest_goes_on(school, tmp_path):
    card = tmp_path / "card"
    card.mkdir()
    (card / "IMG_1.JPG").write_bytes(photo_bytes(1))
    (card / "IMG_1.MOV").write_bytes(b"")
    (card / "IMG_2.JPG").write_bytes(photo_bytes(2))
    found = {o.name: o for o in bring_in(school, FolderDevice(card))}
    assert found["IMG_1.MOV"].problem.code == "empty"
    assert found["IMG_1.JPG"].state is SourceFileState.REMOVAL_OUTSTANDING
    assert found["IMG_2.JPG"].state is SourceFileState.REMOVED
    assert sorted(p.name for p in card.iterdir()) == ["IMG_1.JPG", "IMG_1.MOV"]


def test_a_file_that_became_a_link_after_it_was_listed_is_neither_read_nor_removed(school, tmp_path):
    card = tmp_path / "card"
    (name,) = fill_phone(card, 1)
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(photo_bytes(9))

    def change(point):
        if point == KillPoint.AFTER_LISTING:
            (card / name).unlink()
            os.symlink(secret, card / name)

    changed = replace(school, workspace=replace(school.workspace, fault=change))
    (outcome,) = bring_in(changed, FolderDevice(card))
    assert outcome.problem is not None
    assert outcome.photo_id is None
    assert secret.read_bytes() == photo_bytes(9)
    assert (card / name).is_symlink()
