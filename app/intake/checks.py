"""Refuse a file by what its listing says, before its bytes are read."""

from __future__ import annotations

from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.photo import MAX_FILM_BYTES, MAX_PHOTO_BYTES, PhotoKind
from app.domain.ports import SourceObject

_STAYS = "It stays where it is."
_MOST = {PhotoKind.FILM: MAX_FILM_BYTES, PhotoKind.LIVE: MAX_FILM_BYTES}


def check_listing(found: SourceObject, kind: PhotoKind = PhotoKind.PICTURE) -> None:
    """Do nothing when the file is worth reading; whether it is what it seems shows in its bytes, never in its name.

    Raises:
        PhotoUnreadableError: ``empty`` or ``too-many-bytes``.
    """
    if found.bytes == 0:
        raise PhotoUnreadableError(f"{found.name} is empty.", remedy="Copy it from the phone again.", code="empty")
    if found.bytes > _MOST.get(kind, MAX_PHOTO_BYTES):
        what, instead = ("photo", "photo") if kind not in _MOST else ("film", "film, or cut it on the phone")
        raise PhotoUnreadableError(
            f"{found.name} is too large to be taken as a {what} ({found.bytes // 1_000_000} MB).",
            remedy=f"{_STAYS} Make a smaller copy of the {instead} and import that.",
            code="too-many-bytes",
        )


def check_whole(found: SourceObject, size: int) -> None:
    """Do nothing when as many bytes came as the listing says.

    Raises:
        DeviceError: ``short-read``.
    """
    if size != found.bytes:
        raise DeviceError(
            f"{found.name} came with {size} bytes instead of {found.bytes}.",
            remedy="Unlock the device, plug it in again and repeat the import.",
            code="short-read",
        )


def refuse_alone(found: SourceObject) -> PhotoUnreadableError:
    """The notes of an edit without the photo they belong to."""
    return PhotoUnreadableError(
        f"{found.name} holds the notes of an edit, and its photo is not beside it.", remedy=_STAYS, code="notes-alone"
    )


def with_name(problem: PhotoUnreadableError, name: str) -> PhotoUnreadableError:
    """The same refusal, saying which file it is about."""
    if name in problem.words:
        return problem
    return PhotoUnreadableError(f"{name}: {problem.words}", remedy=problem.remedy, code=problem.code)
