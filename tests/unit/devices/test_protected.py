"""Places from which no original is ever removed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.devices import protected
from app.devices.folder_device import FolderDevice
from app.devices.protected import why_protected
from app.domain.photo import DeviceKind
from app.storage import places
from app.storage.places import Mount


def test_an_ordinary_folder_may_be_cleared(tmp_path):
    (tmp_path / "phone").mkdir()
    assert why_protected(tmp_path / "phone") == ""


@pytest.mark.parametrize(
    "name",
    [
        *("OneDrive", "OneDrive - Hillside Primary", "Dropbox", "Dropbox (School)", "Google Drive", "iCloudDrive"),
        *("Nextcloud", "My Drive", "Box Sync", "CloudStorage", "iCloud Photos", "com~apple~CloudDocs", "Proton Drive"),
        *("SynologyDrive", "Shared drives", "Amazon Photos", "Syncthing", "Seafile", "pCloudDrive"),
    ],
)
def test_a_cloud_folder_keeps_its_originals(tmp_path, name):
    (tmp_path / name / "Pictures").mkdir(parents=True)
    assert "cloud" in why_protected(tmp_path / name / "Pictures")


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", ".megaignore", "._sync_1a2b.db", ".tmp.drivedownload"])
def test_a_folder_that_a_service_marked_as_its_own_keeps_its_originals(tmp_path, mark):
    (tmp_path / "Pictures" / "Trip").mkdir(parents=True)
    (tmp_path / "Pictures" / mark).touch()
    assert "cloud" in why_protected(tmp_path / "Pictures" / "Trip")


@pytest.mark.parametrize("place", ["Desktop", "Desktop/Trip", "Documents/Photos/Play"])
def test_a_desktop_that_icloud_keeps_in_step_keeps_its_originals(tmp_path, place):
    home = tmp_path / "office"
    (home / place).mkdir(parents=True)
    assert why_protected(home / place) == ""
    clouds = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    clouds.mkdir(parents=True)
    assert why_protected(home / place) == ""
    (clouds / place.split("/")[0]).symlink_to(home / place.split("/")[0])
    assert "cloud" in why_protected(home / place)


@pytest.mark.skipif(sys.platform == "win32", reason="drives have letters there")
@pytest.mark.parametrize("kind", ["fuse", "fuse.sshfs", "fuse.rclone", "fuse.some-new-cloud", "macfuse", "fuse.ifuse"])
def test_what_a_program_puts_there_keeps_its_originals(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(places, "current_mounts", lambda: [Mount(Path("/"), "ext4", "a"), Mount(tmp_path, kind, "b")])
    assert why_protected(tmp_path) != ""
    assert not FolderDevice(tmp_path).identity.removable


@pytest.mark.skipif(sys.platform == "win32", reason="drives have letters there")
@pytest.mark.parametrize("kind", ["fuseblk", "fuse.exfat", "vfat", "exfat", "lifs"])
def test_a_card_of_any_format_may_be_cleared(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(places, "current_mounts", lambda: [Mount(Path("/"), "ext4", "a"), Mount(tmp_path, kind, "b")])
    assert why_protected(tmp_path) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="drives have letters there")
@pytest.mark.policy("002-16")
@pytest.mark.parametrize(
    ("kind", "below"),
    [("fuse.ifuse", "DCIM"), ("fuse.gvfsd-fuse", "mtp:host=Pixel/DCIM"), ("fuse.gvfsd-fuse", "gphoto2:host=X")],
)
def test_a_phone_that_shows_up_as_a_folder_is_not_taken_for_the_schools(tmp_path, monkeypatch, kind, below):
    (tmp_path / below).mkdir(parents=True)
    monkeypatch.setattr(places, "current_mounts", lambda: [Mount(Path("/"), "ext4", "a"), Mount(tmp_path, kind, "b")])
    assert FolderDevice(tmp_path / below).identity.suggested_kind is DeviceKind.UNKNOWN
    (tmp_path / "smb-share:server=s").mkdir()
    share = FolderDevice(tmp_path / "smb-share:server=s").identity.suggested_kind
    assert share is (DeviceKind.UNKNOWN if kind == "fuse.ifuse" else DeviceKind.SCHOOL)


@pytest.mark.parametrize("name", ["Boxing day", "Megan", "Dropboxed", "one drive home"])
def test_a_name_that_only_sounds_like_a_cloud_does_not_count(tmp_path, name):
    (tmp_path / name).mkdir()
    assert why_protected(tmp_path / name) == ""


def test_a_folder_named_by_the_system_as_cloud_counts_whatever_it_is_called(tmp_path, monkeypatch):
    monkeypatch.setenv("ONEDRIVE", str(tmp_path / "x"))
    (tmp_path / "x" / "Camera").mkdir(parents=True)
    assert "cloud" in why_protected(tmp_path / "x" / "Camera")


def test_a_link_into_a_cloud_folder_is_looked_through(tmp_path):
    (tmp_path / "Dropbox" / "a").mkdir(parents=True)
    (tmp_path / "phone").symlink_to(tmp_path / "Dropbox" / "a")
    assert "cloud" in why_protected(tmp_path / "phone")


@pytest.mark.skipif(sys.platform == "win32", reason="other folders there")
@pytest.mark.parametrize("folder", ["/", "/usr", "/usr/share", "/etc", "/var", "/var/lib", "/proc"])
def test_system_folders_keep_their_files(folder):
    assert "system" in why_protected(Path(folder))


def test_a_whole_home_folder_keeps_its_files_but_a_folder_in_it_need_not(tmp_path, monkeypatch):
    home = tmp_path / "homes" / "office"
    (home / "Pictures").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    assert "home" in why_protected(home)
    assert "home" in why_protected(home.parent)
    assert why_protected(home / "Pictures") == ""


def test_a_network_drive_keeps_its_files(tmp_path, monkeypatch):
    monkeypatch.setattr(protected, "is_network_path", lambda _path: True)
    assert "network" in why_protected(tmp_path)


def test_a_workspace_and_everything_in_it_keeps_its_files(tmp_path):
    (tmp_path / "workspace.json").write_text("{}")
    (tmp_path / "vault" / "ab").mkdir(parents=True)
    assert "workspace" in why_protected(tmp_path / "vault" / "ab")
