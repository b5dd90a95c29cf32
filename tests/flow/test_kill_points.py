"""Kill the program at every step of an import, start it again: nothing lost, nothing early, nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError
from app.domain.faults import IMPORT_POINTS, KillPoint
from app.domain.photo import DeviceKind, SourceFileState
from app.workflow.import_photos import import_photos
from tests.flow import killable_import
from tests.flow.importing import (
    SECRETARY,
    count,
    fill_phone,
    inconsistencies,
    open_school,
    originals_missing,
    photo_bytes,
    rows,
)

ROOT = Path(__file__).resolve().parents[2]
KILLED = -9


def run_import(folder: Path, phone: Path, *arguments: str) -> int:
    """The exit code of a separate program that imports."""
    command = [sys.executable, "-m", "tests.flow.killable_import", str(folder), str(phone), *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=120).returncode


@pytest.fixture
def phone(tmp_path) -> tuple[Path, dict[str, bytes]]:
    """Three photos, one of them twice, and a file that is none."""
    folder = tmp_path / "phone"
    photos = fill_phone(folder, 3)
    (folder / "DCIM" / "copy.jpg").write_bytes(photo_bytes(1))
    (folder / "letter.txt").write_bytes(b"Dear parents")
    return folder, photos | {"DCIM/copy.jpg": photo_bytes(1)}


def check_nothing_lost(school: Path, phone: Path, photos: dict[str, bytes]) -> None:
    workspace = open_school(school)
    try:
        assert list(originals_missing(workspace, phone, photos)) == []
        assert list(inconsistencies(workspace)) == []
        assert not list((school / "vault").rglob("*.part"))
    finally:
        workspace.close()


@pytest.mark.policy("002-17")
@pytest.mark.parametrize("which", [1, 2])
@pytest.mark.parametrize("point", IMPORT_POINTS)
def test_killed_here_and_started_again_nothing_is_lost_early_or_half_done(tmp_path, phone, point, which):
    folder, photos = phone
    school = tmp_path / "school"
    if point is KillPoint.AFTER_LISTING:
        which = 1  # a run lists once
    assert run_import(school, folder, point, str(which)) == KILLED

    check_nothing_lost(school, folder, photos)

    assert killable_import.main([str(school), str(folder), "-", "1"]) == 0
    check_nothing_lost(school, folder, photos)
    assert [p.name for p in folder.rglob("*") if p.is_file()] == ["letter.txt"]
    workspace = open_school(school)
    assert [(r.object_id, r.state) for r in rows(workspace)] == [(object_id, "REMOVED") for object_id in sorted(photos)]
    assert (count(workspace, "photo"), count(workspace, "vault_object")) == (3, 3)
    assert count(workspace, "receipt") == 4
    workspace.close()


def test_killed_again_and_again_it_still_ends_well(tmp_path, phone):
    folder, photos = phone
    school = tmp_path / "school"
    deaths = 0
    while run_import(school, folder, "*", "9") == KILLED:
        deaths += 1
        check_nothing_lost(school, folder, photos)
        assert deaths < 40
    assert deaths >= 3
    assert [p.name for p in folder.rglob("*") if p.is_file()] == ["letter.txt"]


@pytest.mark.policy("002-17")
def test_killed_again_and_again_while_finishing_a_phone_its_owner_tidied_meanwhile(tmp_path, phone):
    folder, photos = phone
    school = tmp_path / "school"

    class Stubborn(FolderDevice):
        def remove(self, object_id: str) -> None:
            raise DeviceError("The phone does not allow deleting.", code="not-allowed-by-device")

    workspace = open_school(school)
    told = import_photos(
        workspace, SECRETARY, Stubborn(folder), event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
    )
    assert sum(outcome.state is SourceFileState.REMOVAL_OUTSTANDING for outcome in told) == 4
    workspace.close()
    first, second, _third, *_rest = sorted(photos)
    (folder / first).unlink()
    (folder / second).rename(folder / "DCIM" / "best one.jpg")
    deaths = 0
    while run_import(school, folder, "*", "5", "finish") == KILLED:
        deaths += 1
        check_nothing_lost(school, folder, photos)
        assert deaths < 40
    assert deaths >= 2
    assert [p.name for p in folder.rglob("*") if p.is_file()] == ["letter.txt"]
    workspace = open_school(school)
    assert {row.state for row in rows(workspace)} == {"REMOVED"}
    workspace.close()


def test_killed_between_removal_and_receipt_the_receipt_is_written_by_finishing(tmp_path, phone):
    folder, photos = phone
    school = tmp_path / "school"
    assert run_import(school, folder, KillPoint.AFTER_REMOVE_BEFORE_RECEIPT, "2") == KILLED
    assert killable_import.main([str(school), str(folder), "-", "1", "finish"]) == 0
    workspace = open_school(school)
    assert count(workspace, "receipt") == 3  # the copy under another name goes too, and says so
    assert {r.state for r in rows(workspace)} == {"REMOVED"}
    workspace.close()
    check_nothing_lost(school, folder, photos)
