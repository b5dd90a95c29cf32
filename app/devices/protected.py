"""Places from which no original is ever removed: the network, cloud folders, the system, whole homes, our own vault.

The answer is a half sentence for the screen ("the folder is ..."); empty means that originals may be removed.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from app.storage.places import is_from_a_program, is_network_path

WORKSPACE_FILE = "workspace.json"

_CLOUD_FOLDER = re.compile(
    r"(onedrive|dropbox|google ?drive|drivefs|my drive|shared drives|icloud ?drive|icloud ?photos?|mobile documents"
    r"|com~apple~clouddocs|cloudstorage|nextcloud|owncloud|pcloud ?drive|box|box sync|mega|megasync|sharepoint"
    r"|syncthing|proton ?drive|synology ?drive|seafile|yandex\.?disk|amazon (photos|drive)|creative cloud files"
    r"|tresorit( drive)?|sync\.com|jottacloud|hidrive|egnyte( drive)?)( ?[-(].*)?",
    re.IGNORECASE,
)
_CLOUD_MARKERS = (
    ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log", ".stfolder", ".megaignore", ".box_sync",
    ".driveupload", ".tmp.driveupload", ".tmp.drivedownload",
)  # fmt: skip
_CLOUD_MARK_GLOBS = ("._sync_*.db", ".sync_*.db")
_ICLOUD_KEEPS = ("Desktop", "Documents")
"""With “Desktop & Documents” switched on, iCloud keeps these in step; its own folder then shows them as well."""
_ICLOUD = "Library/Mobile Documents/com~apple~CloudDocs"
_CLOUD_VARIABLES = ("ONEDRIVE", "ONEDRIVECOMMERCIAL", "ONEDRIVECONSUMER")

_SYSTEM_FOLDERS = (
    "/bin /boot /dev /etc /lib /lib32 /lib64 /opt /proc /sbin /snap /sys /usr /var/lib /var/log /var/cache /var/spool "
    "/System /Library /Applications /private/etc"
)
_WINDOWS_SYSTEM_VARIABLES = ("SYSTEMROOT", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMDATA")


def why_protected(folder: Path) -> str:
    """Why originals in `folder` stay, as the end of "the folder is ..."; empty when they may be removed.

    Args:
        folder: an existing folder; links in it are followed first.
    """
    place = Path(os.path.realpath(folder))
    if is_network_path(place):
        return "on a network drive"
    if is_from_a_program(place):
        return "put there by a program, such as one for a cloud or a phone"
    if _is_in_cloud(place):
        return "kept in step with a cloud"
    if _is_system(place):
        return "part of the system"
    if _is_whole_home(place):
        return "somebody's whole home folder"
    if _is_in_workspace(place):
        return "part of a ClearPost workspace"
    return ""


def _is_in_cloud(place: Path) -> bool:
    if any(_CLOUD_FOLDER.fullmatch(part) for part in place.parts):
        return True
    roots = [os.path.realpath(value) for name in _CLOUD_VARIABLES if (value := os.environ.get(name))]
    if any(place.is_relative_to(root) for root in roots):
        return True
    return _is_in_icloud(place) or any(_is_marked(above) for above in (place, *place.parents))


def _is_marked(folder: Path) -> bool:
    try:
        if any((folder / marker).exists() for marker in _CLOUD_MARKERS):
            return True
        return any(next(folder.glob(pattern), None) is not None for pattern in _CLOUD_MARK_GLOBS)
    except OSError:
        return False


def _is_in_icloud(place: Path) -> bool:
    """Whether the folder is in a Desktop or Documents that iCloud keeps in step on a Mac."""
    for home in (above.parent for above in (place, *place.parents) if above.name in _ICLOUD_KEEPS):
        at = place.relative_to(home).parts[0]
        if os.path.lexists(home / _ICLOUD / at):
            return True
    return False


def _is_system(place: Path) -> bool:
    if place == place.parent and not _is_foreign_drive(place):
        return True
    if sys.platform == "win32":
        roots = [Path(value) for name in _WINDOWS_SYSTEM_VARIABLES if (value := os.environ.get(name))]
    else:
        roots = [Path(root) for root in _SYSTEM_FOLDERS.split()]
    # A folder above a system folder holds it, so it is protected too.
    return any(place.is_relative_to(root) or root.is_relative_to(place) for root in roots)


def _is_foreign_drive(root: Path) -> bool:
    """Windows: the root of a drive without Windows on it, such as a camera's card."""
    if sys.platform != "win32":
        return False
    return root.drive.upper() != os.environ.get("SYSTEMDRIVE", "C:").upper()


def _is_whole_home(place: Path) -> bool:
    home = Path(os.path.realpath(Path.home()))
    homes = {home, home.parent, Path("/home"), Path("/Users"), Path("/root")}
    return place in homes or place.parent in (Path("/home"), Path("/Users")) or home.is_relative_to(place)


def _is_in_workspace(place: Path) -> bool:
    return any((above / WORKSPACE_FILE).exists() for above in (place, *place.parents))
