"""Phones on Windows, on a hand-written phone that behaves like Windows Portable Devices does: good, locked and sly."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from app.devices.wpd_device import ROOT, WpdDevice, WpdError, WpdFacts, WpdValues, find_phones
from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.photo import DeviceFamily, DeviceKind, SourceFileState
from app.workflow.import_photos import finish_removals, import_photos
from tests.flow.importing import SECRETARY, inconsistencies, open_school, photo_bytes

NOT_FOUND, UNPLUGGED, DENIED, ODD = 0x80070490, 0x8007001F, 0x80070005, 0x8000FFFF
TAKEN = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)


@dataclass
class FakePhone:
    """Storage, DCIM, 100APPLE and the files in it; session ids are numbers that change each time it is opened."""

    files: dict[str, bytes] = field(default_factory=dict)
    facts_said: WpdFacts = field(default_factory=lambda: WpdFacts("Samsung", "Galaxy A15", "R58", "Mrs Shah’s phone"))
    is_locked: bool = False
    protected: frozenset[str] = frozenset()
    refuses_silently: frozenset[str] = frozenset()
    only_pretends: frozenset[str] = frozenset()
    unplugged_after: int = 1_000_000
    wire: dict[str, list[bytes]] = field(default_factory=dict)
    """What is handed over at each reading instead of the file, as a phone that converts does."""
    opened: int = 0
    calls: int = 0

    def _step(self) -> None:
        self.calls += 1
        if self.calls > self.unplugged_after:
            raise WpdError(UNPLUGGED)

    def _name(self, object_id: str) -> str:
        prefix = f"o{self.opened}-"
        name = object_id.removeprefix(prefix)
        if not object_id.startswith(prefix) or name not in self.files:
            raise WpdError(NOT_FOUND)
        return name

    def facts(self) -> WpdFacts:
        self._step()
        return self.facts_said

    def children(self, object_id: str) -> Sequence[str]:
        self._step()
        tree = {ROOT: [] if self.is_locked else ["s10001"], "s10001": ["DCIM"], "DCIM": ["100APPLE"]}
        return tree[object_id] if object_id in tree else [f"o{self.opened}-{name}" for name in sorted(self.files)]

    def values(self, object_id: str) -> WpdValues:
        self._step()
        if object_id in ("DCIM", "100APPLE"):
            return WpdValues(object_id, f"p-{object_id}", is_folder=True)
        name = self._name(object_id)
        return WpdValues(
            name, f"p-{name}", False, len(self.files[name]), TAKEN, name not in self.protected, name.startswith(".")
        )

    def object_ids(self, persistent_id: str) -> Sequence[str]:
        self._step()
        name = persistent_id.removeprefix("p-")
        return [f"o{self.opened}-{name}"] if name in self.files else []

    def chunks(self, object_id: str) -> Iterator[bytes]:
        name = self._name(object_id)
        data = self.wire[name].pop(0) if self.wire.get(name) else self.files[name]
        for at in range(0, len(data), 1000):
            self._step()
            yield data[at : at + 1000]

    def delete(self, object_id: str) -> int:
        self._step()
        name = self._name(object_id)
        if name in self.refuses_silently:
            return DENIED
        if name not in self.only_pretends:
            del self.files[name]
        return 0

    def close(self) -> None:
        self.opened += 1

    def devices(self) -> Sequence[tuple[str, str]]:
        return [("\\\\?\\usb#vid_04e8", "Mrs Shah’s phone")]

    def open(self, device: str) -> FakePhone:
        if device != "\\\\?\\usb#vid_04e8":
            raise WpdError(NOT_FOUND)
        self.opened += 1
        return self


def film_of(size: int) -> bytes:
    def box(kind: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4, "big") + kind + content

    return box(b"ftyp", b"qt  " + bytes(4)) + box(b"mdat", bytes(range(250)) * (size // 250)) + box(b"moov", b"table")


def phone_with(count: int = 3, **changes: object) -> FakePhone:
    files = {f"IMG_000{number}.JPG": photo_bytes(number) for number in range(count)}
    return FakePhone(files, **changes)  # type: ignore[arg-type]


def opened(phone: FakePhone) -> WpdDevice:
    ((device, _name),) = find_phones(phone)
    return WpdDevice(phone, device)


def bring_in(tmp_path, phone: FakePhone):
    school = open_school(tmp_path / "school")
    outcomes = list(
        import_photos(
            school, SECRETARY, opened(phone), event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
    )
    return school, outcomes


@pytest.mark.policy("002-17")
def test_photos_go_from_a_phone_into_the_vault_and_off_its_list(tmp_path):
    phone = phone_with()
    school, outcomes = bring_in(tmp_path, phone)
    assert [o.state for o in outcomes] == [SourceFileState.REMOVED] * 3
    assert phone.files == {}
    assert list(inconsistencies(school)) == []
    school.close()


def test_a_phone_says_what_it_is_and_is_the_same_whenever_it_comes_back():
    phone = phone_with(1)
    first, second = opened(phone), opened(phone)
    assert first.identity == second.identity
    assert (first.identity.label, first.identity.family) == ("Mrs Shah’s phone", DeviceFamily.ANDROID)
    ids = [o.object_id for o in first.list_objects()], [o.object_id for o in second.list_objects()]
    assert ids[0] == ids[1] == ["p-IMG_0000.JPG"]


@pytest.mark.policy("002-17")
def test_a_removal_the_phone_refuses_for_one_object_or_only_pretends_is_outstanding(tmp_path):
    phone = phone_with(
        4,
        refuses_silently=frozenset({"IMG_0000.JPG"}),
        only_pretends=frozenset({"IMG_0001.JPG"}),
        protected=frozenset({"IMG_0002.JPG"}),
    )
    school, outcomes = bring_in(tmp_path, phone)
    found = [(o.state.value, o.problem.code if o.problem else "") for o in outcomes]
    assert found == [
        ("REMOVAL_OUTSTANDING", "not-allowed-by-device"),
        ("REMOVAL_OUTSTANDING", "still-listed"),
        ("REMOVAL_OUTSTANDING", "not-allowed-by-device"),
        ("REMOVED", ""),
    ]
    for trick in ("refuses_silently", "only_pretends", "protected"):
        setattr(phone, trick, frozenset())
    phone.close()  # it comes back with other session ids
    assert [o.state for o in finish_removals(school, SECRETARY, opened(phone))] == [SourceFileState.REMOVED] * 3
    assert phone.files == {}
    school.close()


def test_a_locked_phone_is_a_sentence_and_nothing_is_done(tmp_path):
    phone = phone_with(is_locked=True)
    with pytest.raises(DeviceError, match="shows no photos") as refused:
        list(opened(phone).list_objects())
    assert (refused.value.code, "Unlock" in refused.value.remedy) == ("locked", True)


@pytest.mark.parametrize("calls", range(4, 60, 5))
def test_a_cable_pulled_at_any_call_loses_nothing_and_the_next_time_ends_it(tmp_path, calls):
    phone = phone_with(2)
    phone.unplugged_after = calls
    school = open_school(tmp_path / "school")

    def take():
        return list(
            import_photos(
                school, SECRETARY, opened(phone), event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
            )
        )

    codes = set()
    try:
        codes |= {o.problem.code for o in take() if o.problem is not None}
    except DeviceError as problem:
        codes.add(problem.code)
    assert codes <= {"gone"}
    phone.unplugged_after = 1_000_000
    take()
    assert phone.files == {}
    assert list(inconsistencies(school)) == []
    school.close()


def test_a_phone_that_converts_is_read_twice_and_taken_only_when_both_agree(tmp_path):
    apple = WpdFacts("Apple Inc.", "iPhone", "F2L", "iPhone")
    jpeg, other = photo_bytes(7), photo_bytes(8)
    phone = FakePhone({"IMG_1.HEIC": b"heic" * 5000}, apple, wire={"IMG_1.HEIC": [jpeg, other]})
    school, (outcome,) = bring_in(tmp_path, phone)
    assert (outcome.problem.code, outcome.photo_id) == ("unsteady", None)
    assert "IMG_1.HEIC" in phone.files
    school.close()
    steady = FakePhone({"IMG_1.HEIC": b"heic" * 5000}, apple, wire={"IMG_1.HEIC": [jpeg] * 3})
    school, (outcome,) = bring_in(tmp_path / "again", steady)
    assert outcome.state is SourceFileState.REMOVED
    school.close()


@pytest.mark.policy("002-17")
def test_a_long_film_goes_piece_by_piece_and_only_when_it_came_the_same_twice(tmp_path, monkeypatch):
    monkeypatch.setattr("app.workflow.import_bytes.STREAMED_FROM_BYTES", 5000)
    apple, film = WpdFacts("Apple Inc.", "iPhone", "F2L", "iPhone"), film_of(9000)
    phone = FakePhone({"IMG_2.MOV": film}, apple, wire={"IMG_2.MOV": [film, film_of(8000)]})
    school, (outcome,) = bring_in(tmp_path, phone)
    assert (outcome.problem.code, outcome.photo_id, list(phone.files)) == ("unsteady", None, ["IMG_2.MOV"])
    assert [f for f in school.vault.folder.rglob("*") if f.is_file()] == []
    school.close()
    school, (outcome,) = bring_in(tmp_path, phone)
    assert (outcome.state, phone.files) == (SourceFileState.REMOVED, {})
    assert list(inconsistencies(school)) == []
    school.close()


@pytest.mark.parametrize("calls", range(5, 40, 3))
def test_a_cable_pulled_at_any_call_of_a_long_film_loses_nothing(tmp_path, monkeypatch, calls):
    monkeypatch.setattr("app.workflow.import_bytes.STREAMED_FROM_BYTES", 5000)
    phone = FakePhone({"IMG_2.MOV": film_of(9000)}, unplugged_after=calls)
    school = open_school(tmp_path / "school")
    with contextlib.suppress(DeviceError):
        list(
            import_photos(
                school, SECRETARY, opened(phone), event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
            )
        )
    school.close()
    phone.unplugged_after = 1_000_000
    school, _outcomes = bring_in(tmp_path, phone)
    assert phone.files == {}
    assert list(inconsistencies(school)) == []
    assert len([f for f in school.vault.folder.rglob("*") if f.is_file()]) == 1
    school.close()


def test_a_file_that_stops_half_way_is_not_taken(tmp_path):
    phone = phone_with(1, wire={"IMG_0000.JPG": [photo_bytes(0)[:500]]})
    with pytest.raises(DeviceError, match="stopped in the middle"):
        opened(phone).read("p-IMG_0000.JPG")


def test_what_is_not_there_is_told_apart_from_what_does_not_answer():
    device = opened(phone_with(1))
    assert (device.exists("p-IMG_0000.JPG"), device.exists("p-IMG_0009.JPG")) == (True, False)
    with pytest.raises(DeviceError) as missing:
        device.read("p-IMG_0009.JPG")
    assert missing.value.code == "file-gone"
    with pytest.raises(DeviceError):
        WpdDevice(phone_with(1), "another")


def test_hidden_files_are_offered_to_nobody_and_found_all_the_same():
    phone = phone_with(1)
    phone.files[".trashed-1-IMG_5.JPG"] = photo_bytes(5)
    device = opened(phone)
    assert [o.name for o in device.list_objects()] == ["IMG_0000.JPG"]
    assert len(list(device.list_objects(everything=True))) == 2


def test_an_enormous_file_is_refused_and_stays(monkeypatch):
    monkeypatch.setattr("app.devices.wpd_device.MAX_IN_MEMORY_BYTES", 300)
    with pytest.raises(PhotoUnreadableError, match="too large"):
        opened(phone_with(1)).read("p-IMG_0000.JPG")
