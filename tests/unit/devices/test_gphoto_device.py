"""Cameras on the bus, on libgphoto2's own virtual camera: listed, read to the byte, removed, and found missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.devices import connected, gphoto_device
from app.domain.errors import DeviceError
from tests.flow.importing import photo_bytes

pytest.importorskip("gphoto2", reason="libgphoto2 comes with the wheel for Linux and macOS only")
ROOT = Path(__file__).resolve().parents[3]
FOLDER = "/store_00010001/DCIM/100NIKON"


@pytest.fixture
def card(tmp_path) -> Path:
    """The folder that plays the card of the virtual camera."""
    shelf = tmp_path / "card" / "DCIM" / "100NIKON"
    shelf.mkdir(parents=True)
    for number in range(3):
        (shelf / f"DSC_000{number}.JPG").write_bytes(photo_bytes(number))
    return tmp_path / "card"


def camera(what: str, *places: Path) -> Any:
    command = [sys.executable, "-m", "tests.unit.devices.camera_tasks", what, *map(str, places)]
    surroundings = {name: value for name, value in os.environ.items() if name != "VCAMERADIR"}
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_camera_lists_its_photos_and_hands_them_over_to_the_byte(card):
    said = camera("list", card)
    names = [f"DSC_000{number}.JPG" for number in range(3)]
    sizes = [(card / "DCIM" / "100NIKON" / name).stat().st_size for name in names]
    assert said["objects"] == [[f"{FOLDER}/{n}", size, FOLDER, True] for n, size in zip(names, sizes, strict=True)]
    assert said["same"] == dict.fromkeys(names, True)
    assert said["key"].startswith("camera-")
    assert said["kind"] == "UNKNOWN"


def test_a_removed_photo_leaves_the_cameras_list_and_the_others_stay(card):
    said = camera("list", card)
    assert (said["gone"], said["others"], said["never"]) == (True, [True, True], False)


@pytest.mark.policy("002-17")
def test_photos_go_from_a_camera_into_the_vault_and_off_its_list_with_a_receipt_each(card, tmp_path):
    said = camera("import", card, tmp_path / "school")
    assert said["states"] == ["REMOVED"] * 3
    assert all("removed from the device’s file list" in words for words in said["receipts"])
    assert (said["left"], said["wrong"], said["again"]) == ([], [], [])


@pytest.mark.policy("002-17")
def test_a_camera_that_lists_a_photo_again_when_asked_anew_gets_no_receipt(card, tmp_path):
    """The virtual camera forgets removals between sessions, like a phone that only pretends to delete."""
    said = camera("import-anew", card, tmp_path / "school")
    assert said["states"] == ["REMOVAL_OUTSTANDING"] * 3
    assert said["codes"] == ["still-listed"] * 3
    assert said["receipts"] == ["", "", ""]
    assert said["again"] == ["REMOVAL_OUTSTANDING"] * 3
    assert len(said["left"]) == 3


def test_without_a_camera_there_is_none_and_opening_one_says_what_to_do():
    said = camera("missing")
    assert (said["found"], said["code"]) == (0, "gone")
    assert "Plug the device in" in said["remedy"]


def test_where_the_library_is_missing_loading_ahead_says_nothing_and_the_search_says_what_to_do(monkeypatch) -> None:
    def missing() -> Any:
        raise DeviceError("Cameras cannot be read on this PC.", remedy="Put the card into a reader.", code="no-adapter")

    monkeypatch.setattr(gphoto_device, "_library", missing)
    gphoto_device._known_models.cache_clear()
    assert connected.get_ready() is None
    with pytest.raises(DeviceError, match="Put the card into a reader"):
        gphoto_device.find_cameras()
