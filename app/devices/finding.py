"""Cards, sticks and cameras that are plugged in now and show up as a drive."""

from __future__ import annotations

import os
import string
import sys
from dataclasses import dataclass
from pathlib import Path

from app.storage.places import current_mounts, is_network_path, is_removable_drive

_CAMERA_FOLDER = "DCIM"


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A place that may hold photos. `has_camera_folder` says that a camera or phone has written there."""

    folder: Path
    label: str
    has_camera_folder: bool


def find_sources() -> tuple[FoundSource, ...]:
    """Every plugged-in drive that comes and goes, those with a camera's folder first; empty when there is none."""
    found = [_described(root) for root in _drives() if _is_offered(root)]
    return tuple(sorted(found, key=lambda source: (not source.has_camera_folder, source.label.lower())))


def camera_folder(root: Path) -> Path | None:
    """The DCIM folder at the top of a card, however its letters are cased; None when there is none."""
    try:
        names = [entry.name for entry in os.scandir(root) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return None
    return next((root / name for name in names if name.upper() == _CAMERA_FOLDER), None)


def _is_offered(root: Path) -> bool:
    return not is_network_path(root) and (is_removable_drive(root) or camera_folder(root) is not None)


def _described(root: Path) -> FoundSource:
    return FoundSource(folder=root, label=root.name or str(root), has_camera_folder=camera_folder(root) is not None)


def _drives() -> list[Path]:
    """Tops of drives other than the system's own."""
    if sys.platform == "win32":
        system = os.environ.get("SYSTEMDRIVE", "C:").upper()
        letters = [f"{letter}:" for letter in string.ascii_uppercase]
        return [Path(f"{letter}\\") for letter in letters if letter != system and os.path.isdir(f"{letter}\\")]
    if sys.platform == "darwin":
        return [path for path in Path("/Volumes").iterdir() if path.is_dir() and not path.is_symlink()]
    return [m.point for m in current_mounts() if m.source.startswith("/dev/") and m.point != Path("/")]
