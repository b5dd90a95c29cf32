"""Where packs may be written: never where something carries them away."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import NotAllowedError
from app.publishing.destinations import refuse_destination
from app.storage.places import Mount

DISK = [Mount(Path("/"), "ext4", "/dev/sda1")]


def code_of(folder: Path, *registered: str, mounts: list[Mount] | None = None) -> str:
    with pytest.raises(NotAllowedError) as refused:
        refuse_destination(folder, registered, mounts=mounts)
    assert refused.value.remedy
    return refused.value.code


def test_a_folder_on_a_disk_of_this_pc_is_fine(tmp_path: Path) -> None:
    refuse_destination(tmp_path)
    refuse_destination(tmp_path / "not there yet")
    assert not (tmp_path / "not there yet").exists()  # looking at a place makes nothing there


@pytest.mark.policy("001-15")
@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Hollybank Primary", "Dropbox (School)", "Google Drive", "iCloud Drive", "Nextcloud",
     "Shared drives", "Proton Drive", "SynologyDrive", "Seafile", "Yandex.Disk",
     "My Drive", "Box Sync", "MEGA", "Syncthing", "WhatsApp Images"],
)  # fmt: skip
def test_folders_of_cloud_and_chat_services_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "packs").mkdir(parents=True)
    assert code_of(tmp_path / name / "packs") == "cloud-folder"


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", ".owncloudsync.log", "._sync_1a2b.db"])
def test_a_cloud_folder_with_another_name_is_known_by_what_the_service_leaves_in_it(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).write_text("")
    assert code_of(tmp_path / "deep" / "down") == "cloud-folder"


def test_the_place_the_service_says_itself_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Documents"))
    assert code_of(tmp_path / "Documents" / "posts") == "cloud-folder"


def test_a_link_does_not_hide_where_a_folder_is(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "posts").symlink_to(tmp_path / "Dropbox")
    assert code_of(tmp_path / "posts") == "cloud-folder"


@pytest.mark.parametrize(
    "kind",
    ["nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "fuse.google-drive-ocamlfuse", "fuse", "macfuse", "afpfs"],
)
def test_network_drives_and_what_a_program_mounts_are_refused(tmp_path: Path, kind: str) -> None:
    mounts = [*DISK, Mount(tmp_path, kind, "server:/share")]
    assert code_of(tmp_path / "packs", mounts=mounts) == "network-drive"


@pytest.mark.parametrize("kind", ["fuseblk", "fuse.ntfs-3g", "fuse.exfat"])
def test_a_windows_disk_of_this_pc_that_comes_through_the_same_door_is_fine(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "packs"
    refuse_destination(place, mounts=[*DISK, Mount(tmp_path, kind, "/dev/sda2")])
    assert not place.exists()


@pytest.mark.policy("001-15")
@pytest.mark.parametrize("name", ["Desktop", "Documents"])
def test_a_desktop_that_icloud_copies_is_refused_and_one_that_it_does_not_is_fine(tmp_path: Path, name: str) -> None:
    home = tmp_path / "jo"
    (home / name / "packs").mkdir(parents=True)
    refuse_destination(home / name / "packs")
    cloud = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    cloud.mkdir(parents=True)
    refuse_destination(home / name / "packs")
    (cloud / name).symlink_to(home / name)
    assert code_of(home / name / "packs") == "cloud-folder"
    refuse_destination(home / "Pictures" / "packs")


@pytest.mark.policy("001-15", "001-14", "001-17")
def test_a_stick_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.publishing.destinations.is_removable_drive", lambda _path: True)
    assert code_of(tmp_path) == "removable-drive"


@pytest.mark.policy("001-15", "001-14", "001-17")
def test_a_personal_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Personal" / "photos").mkdir(parents=True)
    assert code_of(tmp_path / "Personal" / "photos") == "personal-folder"


def test_where_the_school_registered_folders_no_other_will_do(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    refuse_destination(tmp_path / "packs" / "today", [str(tmp_path / "packs")])
    assert code_of(tmp_path, str(tmp_path / "packs")) == "unregistered-folder"
    assert code_of(tmp_path / "packs2", str(tmp_path / "packs")) == "unregistered-folder"
