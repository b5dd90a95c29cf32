"""One writer at a time, and what counts as a network drive."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import StorageError
from app.storage import locking
from app.storage.locking import WriterLock, refuse_network_folder
from app.storage.places import is_network_path, mount_of, parse_diskutil, parse_mac_mounts, parse_mounts

HOLD = """
import sys
from pathlib import Path
from app.storage.locking import WriterLock
with WriterLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

TABLE = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/school\\040share cifs rw 0 0
/dev/sdb1 /mnt/school\\040share/card vfat rw 0 0
staff@host: /home/office/remote fuse.sshfs rw 0 0
"""


def test_a_second_writer_is_turned_away_until_the_first_one_ends_however_it_ends(tmp_path):
    path = tmp_path / "lock"
    other = subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdout.readline().strip() == b"held"
    with pytest.raises(StorageError) as busy, WriterLock(path):
        pass
    assert busy.value.code == "in-use"
    other.kill()
    other.communicate()
    with WriterLock(path):
        assert path.exists()


def test_the_lock_is_given_back_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), WriterLock(tmp_path / "lock"):
        1 / 0  # noqa: B018
    with WriterLock(tmp_path / "lock") as taken:
        assert taken is not None


def test_a_folder_that_is_missing_is_a_sentence(tmp_path):
    with pytest.raises(StorageError) as missing, WriterLock(tmp_path / "nowhere" / "lock"):
        pass
    assert missing.value.code == "folder-missing"


def test_an_ordinary_folder_of_this_pc_is_no_network_drive(tmp_path):
    assert refuse_network_folder(tmp_path / "not there yet") is None


def test_a_workspace_on_a_network_drive_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "is_network_path", lambda _path: True)
    with pytest.raises(StorageError) as refused:
        refuse_network_folder(tmp_path)
    assert refused.value.code == "network-drive"


@pytest.mark.parametrize(
    ("place", "is_network"),
    [
        ("/mnt/school share/photos", True),
        ("/mnt/school share/card/DCIM", False),
        ("/mnt/school", False),
        ("/home/office/remote/x", True),
        ("/home/office/Pictures", False),
    ],
)
def test_the_deepest_mount_decides_whether_a_path_is_on_the_network(place, is_network, monkeypatch):
    monkeypatch.setattr("app.storage.places._existing", lambda path: path)
    mount = mount_of(Path(place), parse_mounts(TABLE))
    monkeypatch.setattr("app.storage.places.mount_of", lambda _path: mount)
    assert is_network_path(Path(place)) == is_network


def test_a_share_on_a_mac_is_known_as_one():
    table = "/dev/disk3s1 on / (apfs, sealed, local)\n//sam@server/photos on /Volumes/School photos (smbfs, nodev)\n"
    disk, share = parse_mac_mounts(table)
    assert (disk.point, disk.file_system) == (Path("/"), "apfs")
    assert (share.point, share.file_system) == (Path("/Volumes/School photos"), "smbfs")


def test_a_mac_tells_one_card_from_another_by_its_volumes_number():
    said = {"VolumeName": "NO NAME", "VolumeUUID": "9F1A-1", "DiskUUID": "7C"}
    assert parse_diskutil(plistlib.dumps(said)) == "9F1A-1"
    assert parse_diskutil(plistlib.dumps({"DiskUUID": "7C"})) == "7C"
    for answer in (b"", b"Could not find disk", b"<?xml version='1.0'?><plist><dict>", plistlib.dumps([1])):
        assert parse_diskutil(answer) == ""
