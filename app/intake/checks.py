"""Refuse a file by what its listing says, before its bytes are read: a film on a full card has gigabytes."""

from __future__ import annotations

from pathlib import PurePosixPath

from app.domain.errors import PhotoUnreadableError
from app.domain.photo import MAX_PHOTO_BYTES
from app.domain.ports import SourceObject

_FILMS = frozenset({".mov", ".mp4", ".m4v", ".avi", ".mts", ".m2ts", ".3gp", ".mpg", ".mpeg", ".wmv", ".mkv", ".webm"})
_RAW = frozenset({".cr2", ".cr3", ".crw", ".nef", ".nrw", ".arw", ".srf", ".raf", ".rw2", ".orf", ".pef", ".dng"})
_STAYS = "It stays where it is."


def check_listing(found: SourceObject, *, max_bytes: int = MAX_PHOTO_BYTES) -> None:
    """Do nothing when the file is worth reading; whether it is a photo shows in its bytes, never in its name.

    Raises:
        PhotoUnreadableError: ``empty``, ``too-many-bytes``, ``film`` or ``raw``.
    """
    ending = PurePosixPath(found.name).suffix.lower()
    if ending in _FILMS:
        raise PhotoUnreadableError(f"{found.name} is a film; only photos are taken in.", remedy=_STAYS, code="film")
    if ending in _RAW:
        raise PhotoUnreadableError(
            f"{found.name} is a camera's raw file; only finished photos are taken in.",
            remedy=f"{_STAYS} Export it as JPEG, or set the camera to write JPEG as well.",
            code="raw",
        )
    if found.bytes == 0:
        raise PhotoUnreadableError(f"{found.name} is empty.", remedy="Copy it from the phone again.", code="empty")
    if found.bytes > max_bytes:
        raise PhotoUnreadableError(
            f"{found.name} is too large to be taken as a photo ({found.bytes // 1_000_000} MB).",
            remedy=f"{_STAYS} Make a smaller copy of the photo and import that.",
            code="too-many-bytes",
        )


def with_name(problem: PhotoUnreadableError, name: str) -> PhotoUnreadableError:
    """The same refusal, saying which file it is about."""
    if name in problem.words:
        return problem
    return PhotoUnreadableError(f"{name}: {problem.words}", remedy=problem.remedy, code=problem.code)
