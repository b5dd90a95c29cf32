"""Live photos, raw files, the notes of edits, and films: kept, removed together, and never published."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoKind, SourceFileState
from app.workflow import retention
from app.workflow.analyse_photos import analyse_photos
from app.workflow.import_photos import finish_removals, import_photos
from consent_db import photos
from tests.clocks import later
from tests.flow.erasing import chain_of, vault_files
from tests.flow.importing import SECRETARY, inconsistencies, open_school, originals_missing, photo_bytes, rows


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def film(seed: int = 1, *, brand: bytes = b"qt  ") -> bytes:
    """A film as far as its outside tells: a brand, a table of contents, and data."""
    return box(b"ftyp", brand + bytes(4)) + box(b"mdat", bytes([seed]) * 3000) + box(b"moov", b"table")


RAW = b"II*\0" + bytes(range(256)) * 20
NOTES = b"<?xml version='1.0'?><plist/>"


@pytest.fixture
def school(tmp_path):
    workspace = open_school(tmp_path / "school")
    yield workspace
    workspace.close()


@pytest.fixture
def phone(tmp_path) -> Path:
    (tmp_path / "phone").mkdir()
    return tmp_path / "phone"


def fill(phone: Path, **files: bytes) -> dict[str, bytes]:
    named = {name.replace("__", "."): data for name, data in files.items()}
    for name, data in named.items():
        (phone / name).write_bytes(data)
    return named


def bring_in(school, phone, *, device=None, **changes):
    asked = {"event": "Trip", "device_kind": DeviceKind.PERSONAL, "remove_originals": True} | changes
    return {o.name: o for o in import_photos(school, SECRETARY, device or FolderDevice(phone), **asked)}


def left_on(phone: Path) -> set[str]:
    return {path.name for path in phone.iterdir()}


def test_a_live_photo_a_raw_pair_and_notes_leave_together_and_are_one_photo_each(school, phone):
    files = fill(
        phone, A__JPG=photo_bytes(1), A__MOV=film(1), B__JPG=photo_bytes(2), B__CR2=RAW, B__xmp=NOTES, C__MOV=film(2)
    )
    told = bring_in(school, phone)
    assert {name: (o.state, o.kind.value) for name, o in told.items()} == {
        "A.JPG": (SourceFileState.REMOVED, "PICTURE"),
        "A.MOV": (SourceFileState.REMOVED, "LIVE"),
        "B.JPG": (SourceFileState.REMOVED, "PICTURE"),
        "B.CR2": (SourceFileState.REMOVED, "RAW"),
        "B.xmp": (SourceFileState.REMOVED, "SIDECAR"),
        "C.MOV": (SourceFileState.REMOVED, "FILM"),
    }
    assert left_on(phone) == set()
    assert list(originals_missing(school, phone, files)) == []
    assert list(inconsistencies(school)) == []
    with school.database.read() as connection:
        assert len(photos.latest(connection)) == 2
        assert [p.kind for p in photos.companions(connection, told["B.JPG"].photo_id)] == [
            PhotoKind.RAW, PhotoKind.SIDECAR
        ]  # fmt: skip
        assert len(photos.of_kind(connection, PhotoKind.FILM)) == 1


def test_a_film_is_kept_and_removed_and_can_be_neither_looked_through_nor_posted(school, phone):
    fill(phone, C__MOV=film())
    film_id = bring_in(school, phone)["C.MOV"].photo_id
    [refused] = analyse_photos(school, SECRETARY, [film_id])
    assert refused.problem is not None
    assert refused.problem.code == "no-picture"
    with school.database.read() as connection:
        assert photos.latest(connection) == ()
        assert photos.facts(connection, film_id).is_analysed is False


def test_choosing_the_picture_brings_what_belongs_to_it_and_leaves_the_rest(school, phone):
    fill(phone, A__JPG=photo_bytes(1), A__MOV=film(1), B__JPG=photo_bytes(2))
    assert set(bring_in(school, phone, only=["A.JPG"])) == {"A.JPG", "A.MOV"}
    assert left_on(phone) == {"B.JPG"}


def test_while_one_half_cannot_be_kept_the_other_half_stays_on_the_phone_too(school, phone):
    files = fill(phone, A__JPG=photo_bytes(1), A__MOV=film(1)[:-9], B__JPG=photo_bytes(2))
    told = bring_in(school, phone)
    assert (told["A.JPG"].state, told["A.MOV"].state) == (SourceFileState.REMOVAL_OUTSTANDING, None)
    assert "A.JPG and A.MOV belong together" in str(told["A.JPG"].problem)
    assert told["A.MOV"].problem.code == "truncated"
    assert left_on(phone) == {"A.JPG", "A.MOV"}
    outcomes = list(finish_removals(school, SECRETARY, FolderDevice(phone)))
    assert [o.problem.code for o in outcomes] == ["goes-with"]
    (phone / "A.MOV").write_bytes(film(1))
    assert bring_in(school, phone)["A.JPG"].state is SourceFileState.REMOVED
    assert left_on(phone) == set()
    assert list(originals_missing(school, phone, {"A.JPG": files["A.JPG"]})) == []


def test_a_picture_that_cannot_be_read_keeps_its_companions_untouched(school, phone):
    fill(phone, A__JPG=b"Dear parents", A__MOV=film(1))
    told = bring_in(school, phone)
    assert [o.photo_id for o in told.values()] == [None, None]
    assert left_on(phone) == {"A.JPG", "A.MOV"}
    assert rows(school) == []


def test_a_phone_that_goes_between_the_halves_loses_neither(school, phone, tmp_path):
    fill(phone, A__JPG=photo_bytes(1), A__MOV=film(1))

    class Pulled(FolderDevice):
        def remove(self, object_id: str) -> None:
            if object_id == "A.MOV":
                raise DeviceError("The phone is gone.", code="gone")
            super().remove(object_id)

    told = bring_in(school, phone, device=Pulled(phone))
    assert (told["A.JPG"].state, told["A.MOV"].state) == (
        SourceFileState.REMOVED, SourceFileState.REMOVAL_OUTSTANDING
    )  # fmt: skip
    assert [o.state for o in finish_removals(school, SECRETARY, FolderDevice(phone))] == [SourceFileState.REMOVED]
    assert left_on(phone) == set()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.mov", b"film", "not-a-film"),
        ("a.mp4", film()[:-3], "truncated"),
        ("a.mp4", box(b"ftyp", b"isom") + box(b"mdat", b"data"), "truncated"),
        ("a.nef", b"II*\0 short", "not-raw"),
        ("a.cr2", b"no raw file" * 1000, "not-raw"),
        ("lost.aae", NOTES, "notes-alone"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused_and_stays(school, phone, name, data, code):
    (phone / name).write_bytes(data)
    outcome = bring_in(school, phone)[name]
    assert (outcome.photo_id, outcome.problem.code) == (None, code)
    assert outcome.problem.remedy
    assert left_on(phone) == {name}


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("a.mov", film(), "QUICKTIME"),
        ("a.mp4", film(brand=b"isom"), "MP4"),
        ("a.avi", b"RIFF" + (40).to_bytes(4, "little") + b"AVI " + bytes(36), "AVI"),
        ("a.mkv", b"\x1aE\xdf\xa3" + bytes(100), "MATROSKA"),
        ("a.mts", (bytes(4) + b"G" + bytes(187)) * 3, "MPEG-TS"),
        ("a.mpg", b"\0\0\1\xba" + bytes(50), "MPEG"),
        ("a.wmv", b"0&\xb2u" + bytes(50), "WMV"),
        ("a.dng", RAW, "RAW"),
    ],
)
def test_films_and_raw_files_of_every_usual_kind_are_taken(school, phone, name, data, format_):
    (phone / name).write_bytes(data)
    assert bring_in(school, phone)[name].state is SourceFileState.REMOVED
    with school.database.read() as connection:
        query = connection.exec_driver_sql("SELECT format, width, height FROM photo")
        assert tuple(query.one()) == (format_, 0, 0)


@pytest.mark.parametrize("ask", ["its time is over", "somebody asked"])
def test_erasing_a_photo_erases_what_goes_with_it(either_school, phone, ask):
    workspace, office = either_school.workspace, either_school.actor(Role.CONTRIBUTOR)
    fill(phone, A__JPG=photo_bytes(1), A__MOV=film(1), C__MOV=film(2))
    told = {
        o.name: o
        for o in import_photos(
            workspace, office, FolderDevice(phone), event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
    }
    assert len(vault_files(workspace)) == 3
    dpo = either_school.actor(Role.DPO)
    if ask == "somebody asked":
        shown = retention.preview_photos(workspace, dpo, [told["A.JPG"].photo_id])
    else:
        workspace = later(workspace, 40)
        shown = retention.preview(workspace, dpo)
    assert [item.id for item in shown.items] == [
        o.photo_id for name, o in told.items() if name in ("A.JPG", *(("C.MOV",) if ask != "somebody asked" else ()))
    ]
    outcomes = list(retention.erase(workspace, dpo, shown, typed=len(shown.items), because="asked for"))
    assert [o.problem for o in outcomes] == [None] * len(shown.items)
    left = {name for name in told if name == "C.MOV"} if ask == "somebody asked" else set()
    assert len(vault_files(workspace)) == len(left)
    assert chain_of(workspace).ok


def test_no_photo_is_erased_here_that_still_is_on_somebodys_own_phone(either_school, phone):
    workspace, office, dpo = (
        either_school.workspace,
        either_school.actor(Role.CONTRIBUTOR),
        either_school.actor(Role.DPO),
    )
    fill(phone, A__JPG=photo_bytes(1))
    asked = {"event": "Trip", "device_kind": DeviceKind.PERSONAL}
    (told,) = import_photos(workspace, office, FolderDevice(phone), remove_originals=False, **asked)
    shown = retention.preview_photos(workspace, dpo, [told.photo_id])
    assert (len(shown.items), len(shown.kept)) == (0, 1)
    assert "still waits to be removed" in shown.kept[0].words
    list(import_photos(workspace, office, FolderDevice(phone), remove_originals=True, **asked))
    shown = retention.preview_photos(workspace, dpo, [told.photo_id])
    assert (len(shown.items), len(shown.kept)) == (1, 0)


def test_while_one_half_is_still_on_the_phone_neither_is_erased(either_school, phone):
    workspace, office = either_school.workspace, either_school.actor(Role.CONTRIBUTOR)
    fill(phone, A__JPG=photo_bytes(1), A__MOV=film(1))

    class Keeps(FolderDevice):
        def remove(self, object_id: str) -> None:
            if object_id == "A.MOV":
                raise DeviceError("The film is protected.", code="not-allowed-by-device")
            super().remove(object_id)

    told = list(
        import_photos(
            workspace, office, Keeps(phone), event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
    )
    shown = retention.preview_photos(workspace, either_school.actor(Role.DPO), [told[0].photo_id])
    assert (len(shown.items), len(shown.kept)) == (0, 1)
    assert "still waits to be removed" in shown.kept[0].words
