"""Long films: copied, read back, compared and removed piece by piece, with memory that does not grow with them."""

from __future__ import annotations

import shutil
import struct
from dataclasses import replace

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import RegisterError, StorageError
from app.domain.faults import KillPoint
from app.domain.people import Role
from app.domain.photo import STREAMED_FROM_BYTES, DeviceKind, PhotoKind, SourceFileState, digest_of_pieces
from app.workflow import films, import_stops, quarantine
from app.workflow.import_photos import finish_removals, import_photos
from app.workflow.records import verify_audit
from consent_db import photos
from tests.flow.importing import photo_bytes

MEGABYTE = 1_000_000


def write_film(path, *, size=STREAMED_FROM_BYTES + 3 * MEGABYTE, seed=1):
    """A film as far as its outside tells, of this many bytes; its data is written piece by piece."""
    head, tail = struct.pack(">I4s", 16, b"ftyp") + b"qt  " + bytes(4), struct.pack(">I4s", 13, b"moov") + b"table"
    left = size - len(head) - len(tail)
    with path.open("wb") as file:
        file.write(head + struct.pack(">I4sQ", 1, b"mdat", left))
        left -= 16
        piece = bytes((seed + i) % 251 for i in range(MEGABYTE))
        while left:
            left -= file.write(piece[: min(left, MEGABYTE)])
        file.write(tail)


class Whole(FolderDevice):
    """A phone that minds when somebody asks for a long film in one go."""

    most = 0

    def read(self, object_id):
        data = super().read(object_id)
        Whole.most = max(Whole.most, len(data))
        assert len(data) < STREAMED_FROM_BYTES
        return data


@pytest.fixture
def phone(tmp_path):
    (tmp_path / "phone").mkdir()
    write_film(tmp_path / "phone" / "IMG_1.MOV")
    return tmp_path / "phone"


def bring_in(school, device, *, remove=True, **changes):
    asked = {"event": "Play", "device_kind": DeviceKind.PERSONAL, "remove_originals": remove} | changes
    return list(import_photos(school.workspace, school.actor(Role.CONTRIBUTOR), device, **asked))


def in_vault(school, photo_id):
    with school.workspace.database.read() as connection:
        photo = photos.get(connection, photo_id)
        return photo, photos.wrapped_key(connection, photo.vault_name)


def digest_of_file(path):
    with path.open("rb") as file:
        return digest_of_pieces(iter(lambda: file.read(MEGABYTE), b""))


@pytest.mark.policy("002-17")
def test_a_long_film_goes_into_the_vault_and_off_the_phone_without_ever_being_held_whole(either_school, phone):
    school = either_school
    wanted, size = digest_of_file(phone / "IMG_1.MOV"), (phone / "IMG_1.MOV").stat().st_size
    (outcome,) = bring_in(school, Whole(phone))
    assert (outcome.problem, outcome.state, outcome.kind) == (None, SourceFileState.REMOVED, PhotoKind.FILM)
    assert list(phone.iterdir()) == []
    photo, key = in_vault(school, outcome.photo_id)
    assert (photo.bytes, photo.sha256, photo.format) == (size, wanted, "QUICKTIME")
    pieces = list(school.workspace.vault.pieces(photo.vault_name, key))
    assert max(map(len, pieces)) <= 1 << 20
    assert digest_of_pieces(pieces) == wanted
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok


def test_a_live_photo_with_a_long_half_leaves_together(school, phone):
    (phone / "IMG_1.JPG").write_bytes(photo_bytes(1))
    outcomes = bring_in(school, Whole(phone))
    assert [(o.name, o.state) for o in outcomes] == [
        ("IMG_1.JPG", SourceFileState.REMOVED), ("IMG_1.MOV", SourceFileState.REMOVED)
    ]  # fmt: skip
    assert in_vault(school, outcomes[1].photo_id)[0].goes_with == outcomes[0].photo_id


def test_a_long_film_that_ends_too_early_stays_and_leaves_nothing_in_the_vault(school, phone):
    with (phone / "IMG_1.MOV").open("r+b") as file:
        file.truncate(STREAMED_FROM_BYTES + MEGABYTE)
    (outcome,) = bring_in(school, FolderDevice(phone))
    assert outcome.problem.code == "truncated"
    assert (phone / "IMG_1.MOV").is_file()
    assert [f for f in school.workspace.vault.folder.rglob("*") if f.is_file()] == []


def test_a_cable_pulled_in_the_middle_of_a_long_film_loses_nothing_and_the_next_time_ends_it(school, phone, tmp_path):
    def pull(point):
        if point == KillPoint.MID_COPY:
            phone.rename(tmp_path / "unplugged")
            (phone).mkdir()

    class Cut(FolderDevice):
        def pieces(self, object_id):
            for piece in super().pieces(object_id):
                yield piece
                self._require_there()

    pulled = replace(school, workspace=replace(school.workspace, fault=pull))
    (outcome,) = bring_in(pulled, Cut(phone))
    assert outcome.problem.code == "gone"
    assert [f for f in school.workspace.vault.folder.rglob("*") if f.is_file()] == []
    phone.rmdir()
    (tmp_path / "unplugged").rename(phone)
    assert [o.state for o in bring_in(school, FolderDevice(phone))] == [SourceFileState.REMOVED]


def test_a_long_film_whose_copy_is_damaged_is_written_anew_before_its_original_goes(school, phone):
    (outcome,) = bring_in(school, FolderDevice(phone), remove=False)
    (file,) = [f for f in school.workspace.vault.folder.rglob("*") if f.is_file()]
    sealed = bytearray(file.read_bytes())
    sealed[len(sealed) // 2] ^= 1
    file.write_bytes(sealed)
    photo, key = in_vault(school, outcome.photo_id)
    with pytest.raises(StorageError, match="damaged"):
        list(school.workspace.vault.pieces(photo.vault_name, key))
    assert [o.state for o in bring_in(school, FolderDevice(phone))] == [SourceFileState.REMOVED]
    assert digest_of_pieces(school.workspace.vault.pieces(photo.vault_name, key)) == photo.sha256
    assert list(phone.iterdir()) == []


def test_a_long_film_that_changed_on_the_phone_stays_until_it_too_was_copied(school, phone):
    bring_in(school, FolderDevice(phone), remove=False)

    def change(point):
        if point == KillPoint.BEFORE_REMOVE:
            write_film(phone / "IMG_1.MOV", seed=2)

    changed = replace(school, workspace=replace(school.workspace, fault=change))
    (outcome,) = bring_in(changed, FolderDevice(phone))
    assert outcome.problem.code == "changed"
    assert (phone / "IMG_1.MOV").is_file()
    assert {o.state for o in bring_in(school, FolderDevice(phone))} == {SourceFileState.REMOVED}
    assert list(phone.iterdir()) == []
    with school.workspace.database.read() as connection:
        assert len(photos.of_kind(connection, PhotoKind.FILM)) == 2


def test_the_same_long_film_twice_is_kept_once(school, phone):
    shutil.copy(phone / "IMG_1.MOV", phone / "IMG_2.MOV")
    first, second = bring_in(school, FolderDevice(phone))
    assert (first.photo_id, second.is_duplicate) == (second.photo_id, True)
    assert len([f for f in school.workspace.vault.folder.rglob("*") if f.is_file()]) == 1
    assert list(phone.iterdir()) == []


def test_a_long_film_taken_by_mistake_is_handed_back_or_written_back(school, phone, tmp_path):
    wanted = digest_of_file(phone / "IMG_1.MOV")
    (outcome,) = bring_in(school, FolderDevice(phone), remove=False)
    assert "by mistake" in import_stops.hand_back(
        school.workspace, school.actor(Role.CONTRIBUTOR), Whole(phone), outcome.photo_id
    )
    (outcome,) = bring_in(school, FolderDevice(phone))
    (tmp_path / "stick").mkdir()
    import_stops.give_back(school.workspace, school.actor(Role.HEAD), outcome.photo_id, tmp_path / "stick")
    assert digest_of_file(tmp_path / "stick" / "IMG_1.MOV") == wanted
    assert [f for f in school.workspace.vault.folder.rglob("*") if f.is_file()] == []


def test_no_still_is_taken_out_of_a_film_that_does_not_fit_into_memory(school, phone, monkeypatch):
    (outcome,) = bring_in(school, FolderDevice(phone))
    quarantine.release(school.workspace, school.actor(Role.HEAD), [outcome.photo_id])
    monkeypatch.setattr(films, "MAX_IN_MEMORY_BYTES", MEGABYTE)
    with pytest.raises(RegisterError, match="too long for a still"):
        films.take_still(school.workspace, school.actor(Role.CONTRIBUTOR), outcome.photo_id, at_s=1)


def test_a_removal_that_is_left_is_finished_for_a_long_film_too(school, phone):
    class Lying(Whole):
        def remove(self, object_id):
            pass

    (outcome,) = bring_in(school, Lying(phone))
    assert outcome.state is SourceFileState.REMOVAL_OUTSTANDING
    (phone / "IMG_1.MOV").rename(phone / "Renamed.MOV")
    office = school.actor(Role.CONTRIBUTOR)
    states = [o.state for o in finish_removals(school.workspace, office, Whole(phone))]
    assert states == [SourceFileState.REMOVED] * 2
    assert list(phone.iterdir()) == []
