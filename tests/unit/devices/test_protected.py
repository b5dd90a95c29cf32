"""Places from which no original is ever removed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.devices import protected
from app.devices.protected import why_protected


def test_an_ordinary_folder_may_be_cleared(tmp_path):
    (tmp_path / "phone").mkdir()
    assert why_protected(tmp_path / "phone") == ""


@pytest.mark.parametrize(
    "name",
    [
        *("OneDrive", "OneDrive - Hillside Primary", "Dropbox", "Dropbox (School)", "Google Drive", "iCloudDrive"),
        *("Nextcloud", "My Drive", "Box Sync", "CloudStorage"),
    ],
)
def test_a_cloud_folder_keeps_its_originals(tmp_path, name):
    (tmp_path / name / "Pictures").mkdir(parents=True)
    assert "cloud" in why_protected(tmp_path / name / "Pictures")


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
