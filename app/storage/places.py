"""Where a folder lies: on a disk of this PC, on a card or stick, on the network."""

from __future__ import annotations

import os
import plistlib
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.parsers.expat import ExpatError

_NETWORK_FILE_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smb2",
        "smbfs",
        "afs",
        "ncpfs",
        "ceph",
        "glusterfs",
        "lustre",
        "davfs",
        "afpfs",
        "webdav",
    }
    | {"fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.glusterfs", "fuse.ceph"}
    | {"fuse.smbnetfs", "fuse.curlftpfs", "fuse.google-drive-ocamlfuse"}
)
_PROGRAMS = frozenset({"fuse", "macfuse", "osxfuse", "fusefs"})
_FUSE_DISKS = frozenset(
    {"fuse.fuse-overlayfs", "fuse.ntfs-3g", "fuse.ntfs", "fuse.exfat", "fuse.exfat-fuse", "fuse.lxcfs", "fuse.fuseblk"}
)
_FUSE_PHONES = frozenset(
    {"fuse.ifuse", "fuse.jmtpfs", "fuse.mtpfs", "fuse.simple-mtpfs", "fuse.go-mtpfs", "fuse.aft-mtp-mount"}
    | {"fuse.android-file-transfer", "fuse.gphotofs", "fuse.adbfs"}
)
_MAC_FRESH_S = 1.5
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system in the tree: where it begins, its kind and the device it is on."""

    point: Path
    file_system: str
    source: str


def is_network_path(path: Path) -> bool:
    """Whether the path (or the nearest folder above it that exists) is on another machine."""
    if sys.platform == "win32":
        text = str(_existing(path))
        return text.startswith("\\\\") or _windows_drive_type(text) == _DRIVE_REMOTE
    mount = mount_of(path)
    return mount is not None and mount.file_system in _NETWORK_FILE_SYSTEMS


def is_from_a_program(path: Path) -> bool:
    """Whether a program makes up what is seen there (FUSE): a cloud, another machine, a phone.

    What a removal does there is up to that program. Disks of this PC that are read that way do not count.
    """
    mount = None if sys.platform == "win32" else mount_of(path)
    if mount is None:
        return False
    kind = mount.file_system.lower()
    return kind in _PROGRAMS or (kind.startswith("fuse.") and kind not in _FUSE_DISKS)


def is_phone_folder(path: Path) -> bool:
    """Whether a phone or camera on a cable shows up there as a folder, as some desktops and tools do it."""
    mount = None if sys.platform == "win32" else mount_of(path)
    if mount is None or not is_from_a_program(path):
        return False
    if mount.file_system.lower() in _FUSE_PHONES:
        return True
    below = _existing(path).relative_to(mount.point).parts
    return bool(below) and below[0].startswith(("mtp:", "gphoto2:", "afc:"))


def is_removable_drive(path: Path) -> bool:
    """Whether the path is on a card, stick or other drive that comes and goes."""
    if sys.platform == "win32":
        return _windows_drive_type(str(_existing(path))) == _DRIVE_REMOVABLE
    mount = mount_of(path)
    if mount is None:
        return False
    if mount.file_system in _NETWORK_FILE_SYSTEMS or is_from_a_program(path):
        return False
    plugged_in = ("/media", "/run/media", "/Volumes")
    return any(mount.point.is_relative_to(place) for place in plugged_in) or _on_removable_disk(mount)


def mount_of(path: Path, mounts: Sequence[Mount] | None = None) -> Mount | None:
    """The file system that holds the path; the deepest mount wins, the later of two at one place.

    Args:
        path: need not exist.
        mounts: asked of the system when not given; None comes back where there is no such list (Windows).
    """
    place = _existing(path)
    best: Mount | None = None
    for mount in current_mounts() if mounts is None else mounts:
        is_above = place.is_relative_to(mount.point)
        if is_above and (best is None or len(mount.point.parts) >= len(best.point.parts)):
            best = mount
    return best


def current_mounts() -> list[Mount]:
    """Every file system in the tree now; empty on Windows."""
    if sys.platform == "darwin":
        answer = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return parse_mac_mounts(answer.stdout)
    try:
        return parse_mounts(Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return []


def parse_mac_mounts(table: str) -> list[Mount]:
    """The lines of macOS's ``mount``: ``//user@server/share on /Volumes/share (smbfs, nodev)``."""
    found = [re.fullmatch(r"(.+) on (/.*) \(([^,)]+).*\)", line) for line in table.splitlines()]
    return [Mount(point=Path(m[2]), file_system=m[3].strip(), source=m[1]) for m in found if m]


def parse_mounts(table: str) -> list[Mount]:
    """The lines of ``/proc/mounts``, with the blanks in names, which stand there as octal codes, put back."""
    mounts = []
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) >= 3:
            mounts.append(Mount(point=Path(_unescaped(fields[1])), file_system=fields[2], source=_unescaped(fields[0])))
    return mounts


def volume_id(path: Path) -> str:
    """What the volume calls itself, the same whenever it is plugged in; empty when it cannot be told."""
    if sys.platform == "win32":
        return _windows_serial(str(_existing(path)))
    mount = mount_of(path)
    if mount is None:
        return ""
    if sys.platform == "darwin":
        return _mac_volume(str(mount.point), int(time.monotonic() / _MAC_FRESH_S))
    if not mount.source.startswith("/dev/"):
        return ""
    try:
        source = os.path.realpath(mount.source)
        for link in Path("/dev/disk/by-uuid").iterdir():
            if os.path.realpath(link) == source:
                return link.name
    except OSError:
        return ""
    return ""


def parse_diskutil(answer: bytes) -> str:
    """The volume's own number in what macOS's ``diskutil info -plist`` says; empty when it says none."""
    try:
        said = plistlib.loads(answer)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return ""
    return str(said.get("VolumeUUID") or said.get("DiskUUID") or "") if isinstance(said, dict) else ""


@lru_cache(maxsize=32)
def _mac_volume(point: str, _moment: int) -> str:
    """Asked at most once a second or two: nobody changes a card faster than that."""
    command = ["/usr/sbin/diskutil", "info", "-plist", point]
    answer = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  macOS's own, a place of this PC
    return parse_diskutil(answer.stdout)


def _existing(path: Path) -> Path:
    """The path without links, or the nearest folder above it that exists."""
    place = Path(os.path.realpath(path))
    while not place.exists() and place != place.parent:
        place = place.parent
    return place


def _unescaped(text: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, letter)
    return text


def _on_removable_disk(mount: Mount) -> bool:
    """Linux marks card readers and most sticks as removable in /sys."""
    name = Path(os.path.realpath(mount.source)).name
    if not mount.source.startswith("/dev/"):
        return False
    for flag in (Path(f"/sys/class/block/{name}/removable"), Path(f"/sys/class/block/{name}/../removable")):
        try:
            if flag.read_text().strip() == "1":
                return True
        except OSError:
            continue
    return False


def _windows_drive_type(text: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(text)[0] + "\\"))


def _windows_serial(text: str) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    serial = ctypes.c_ulong(0)
    root = os.path.splitdrive(text)[0] + "\\"
    known = ctypes.windll.kernel32.GetVolumeInformationW(root, None, 0, ctypes.byref(serial), None, None, None, 0)
    return f"{serial.value:08X}" if known else ""
