"""Where a pack may be written: a folder on a disk of this PC that nothing carries away.

Sticks and cards, network drives and folders that a cloud service copies elsewhere are refused: what is in them cannot
be taken back. A school may name the only folders that are allowed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import NotAllowedError
from app.storage.places import Mount, is_network_path, is_removable_drive, mount_of

_CLOUD_NAMES = re.compile(
    r"onedrive(?:\b.*)?|sharepoint(?:\b.*)?|dropbox(?:\b.*)?|google ?drive(?:\b.*)?|googledrive(?:\b.*)?|"
    r"drivefs|my drive|icloud(?:\b.*)?|icloud ?drive(?:\b.*)?|com~apple~clouddocs|cloudstorage|nextcloud(?:\b.*)?|"
    r"owncloud(?:\b.*)?|box(?: sync)?|mega(?:sync)?(?:\b.*)?|pcloud ?drive(?:\b.*)?|syncthing(?:\b.*)?|"
    r"shared drives|proton ?drive(?:\b.*)?|synology ?drive(?:\b.*)?|seafile(?:\b.*)?|yandex\.?disk(?:\b.*)?|"
    r"amazon photos(?:\b.*)?|creative cloud files(?:\b.*)?|whatsapp(?:\b.*)?|telegram(?: desktop)?|airdrop"
)
"""What the folders of services are called that copy files elsewhere, or that belong to a chat."""
_CLOUD_MARKS = (
    ".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".megaignore",
    ".driveupload", ".tmp.driveupload", ".tmp.drivedownload", ".box_sync", ".syncthing.tmp",
)  # fmt: skip
"""Files and folders by which such a service marks the top of what it copies."""
_CLOUD_MARK_GLOBS = ("._sync_*.db", ".sync_*.db")
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "DROPBOX", "iCloudDrive")
_ICLOUD = ("Library", "Mobile Documents", "com~apple~CloudDocs")
"""Where macOS keeps what iCloud copies, below the home folder."""
_FROM_ELSEWHERE = ("fuse", "nfs", "cifs", "smb", "davfs", "webdav", "afpfs", "ftp", "vboxsf", "vmhgfs",
                   "osxfuse", "macfuse", "prl_fs")  # fmt: skip
_OF_THIS_PC = frozenset(
    {"fuseblk", "fuse.ntfs-3g", "fuse.ntfs", "fuse.exfat", "fuse.lxcfs", "fuse.fuse-overlayfs", "fusectl"}
)
"""NTFS and exFAT disks come through the same door."""
_PERSONAL_NAMES = frozenset({"personal", "private", "my personal files", "home photos", "family"})


def refuse_destination(folder: Path, registered: Sequence[str] = (), *, mounts: Sequence[Mount] | None = None) -> None:
    """Do nothing when a pack may be written into this folder.

    Args:
        folder: where the pack would stand; links in it are followed.
        registered: the only folders the school allows, with everything below them; empty leaves any that is safe.
        mounts: asked of the system when not given.

    Raises:
        NotAllowedError: it is carried away, personal or not one of the school's; with which code.
    """
    place = Path(os.path.realpath(folder))
    if mounts is None and is_removable_drive(place):
        raise _refused("This folder is on a stick, card or other drive that comes and goes.", "removable-drive")
    mount = mount_of(place, mounts)
    if (mounts is None and is_network_path(place)) or _is_mounted_from_elsewhere(mount):
        raise _refused("This folder is on the network.", "network-drive")
    if _is_cloud(place) or _is_cloud(folder.absolute()):
        raise _refused("A cloud or chat service copies this folder elsewhere.", "cloud-folder")
    if any(part.casefold() in _PERSONAL_NAMES for part in place.parts):
        raise _refused("This is somebody’s personal folder.", "personal-folder")
    if registered and not any(place.is_relative_to(os.path.realpath(entry)) for entry in registered):
        raise NotAllowedError(
            "This folder is not one of those the school registered for packs.",
            remedy=f"Choose {registered[0]}, or ask the Headteacher to register it under Rules.",
            code="unregistered-folder",
        )


def _refused(words: str, code: str) -> NotAllowedError:
    remedy = "Choose a folder on a disk of this PC, for example in your user folder."
    return NotAllowedError(f"{words} Packs do not go there.", remedy=remedy, code=code)


def _is_mounted_from_elsewhere(mount: Mount | None) -> bool:
    """Whether a program puts the files there, such as a phone's or a cloud's; NTFS disks come that way too."""
    if mount is None:
        return False
    kind = mount.file_system.casefold()
    return kind.startswith(_FROM_ELSEWHERE) and kind not in _OF_THIS_PC


def _is_cloud(place: Path) -> bool:
    if any(_CLOUD_NAMES.fullmatch(part.casefold()) for part in place.parts):
        return True
    if _is_in_icloud(place):
        return True
    roots = [os.environ[name] for name in _CLOUD_VARIABLES if os.environ.get(name)]
    if any(place.is_relative_to(os.path.realpath(root)) for root in roots):
        return True
    return any(_is_marked(above) for above in (place, *place.parents))


def _is_in_icloud(place: Path) -> bool:
    """Whether macOS copies the Desktop or Documents folder that holds the place to iCloud.

    It then keeps a link to the folder, or the folder itself, in iCloud's own.
    """
    for above in (place, *place.parents):
        if above.name in ("Desktop", "Documents"):
            cloud = above.parent.joinpath(*_ICLOUD)
            try:
                if (cloud / above.name).exists() or (cloud / f".{above.name}").exists():
                    return True
            except OSError:
                return True
    return False


def _is_marked(folder: Path) -> bool:
    try:
        if any((folder / mark).exists() for mark in _CLOUD_MARKS):
            return True
        return any(next(folder.glob(pattern), None) is not None for pattern in _CLOUD_MARK_GLOBS)
    except OSError:
        return False
