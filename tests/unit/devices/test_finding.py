"""Finding plugged-in cards and cameras."""

from __future__ import annotations

from app.devices import finding
from app.devices.finding import camera_folder, find_sources


def test_a_camera_folder_is_found_however_it_is_written(tmp_path):
    assert camera_folder(tmp_path) is None
    (tmp_path / "dcim").mkdir()
    assert camera_folder(tmp_path) == tmp_path / "dcim"
    assert camera_folder(tmp_path / "nowhere") is None


def test_drives_with_a_camera_folder_come_first_and_fixed_drives_without_one_are_left_out(tmp_path, monkeypatch):
    for name in ("A-STICK", "CAMERA", "BACKUP"):
        (tmp_path / name).mkdir()
    (tmp_path / "CAMERA" / "DCIM").mkdir()
    monkeypatch.setattr(finding, "_drives", lambda: sorted(tmp_path.iterdir()))
    monkeypatch.setattr(finding, "is_removable_drive", lambda root: root.name == "A-STICK")
    found = find_sources()
    assert [(s.label, s.has_camera_folder) for s in found] == [("CAMERA", True), ("A-STICK", False)]


def test_looking_for_drives_on_this_pc_never_fails():
    assert all(source.folder.is_absolute() for source in find_sources())
