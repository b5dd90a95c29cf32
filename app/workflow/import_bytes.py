"""A file's bytes on their way from a device into the vault: photos whole, long films piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.errors import DeviceError, KnownError
from app.domain.photo import STREAMED_FROM_BYTES, Digest, Photo, PhotoKind, digest_of, digest_of_pieces
from app.domain.ports import SourceDevice, SourceObject
from app.imaging.other_files import Outline
from app.intake.checks import check_whole
from app.storage.vault import StoredObject
from app.workflow.workspace import Workspace

_FILMS = (PhotoKind.FILM, PhotoKind.LIVE)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read from a device.

    Attributes:
        head: the file's beginning, or all of it.
        data: all of it; None when it went by piece by piece.
        outline: what its outside told, for what went by.
        stored: where it is in the vault already; None when it still has to be put there.
    """

    found: SourceObject
    sha256: Digest
    head: bytes
    data: bytes | None = None
    outline: Outline | None = None
    stored: StoredObject | None = None


def is_long(size: int, kind: PhotoKind) -> bool:
    """Whether a file of this size is handled piece by piece."""
    return kind in _FILMS and size >= STREAMED_FROM_BYTES


def take(
    workspace: Workspace, source: SourceDevice, found: SourceObject, kind: PhotoKind, *, store_at_once: bool
) -> Taken:
    """Read a file; twice where the device may hand over other bytes than it keeps.

    Args:
        workspace: whose vault a long film goes to.
        source: the device.
        found: the file.
        kind: what it is.
        store_at_once: put a long film into the vault while it is read; otherwise it is only looked at.

    Raises:
        DeviceError: it cannot be read, is shorter than listed, or came differently the second time.
        StorageError: the vault cannot take it.
    """
    if not is_long(found.bytes, kind):
        data = source.read(found.object_id)
        if source.identity.may_convert and source.read(found.object_id) != data:
            raise _unsteady(found)
        return Taken(found, digest_of(data), data, data=data)
    outline = Outline()
    pieces = _noted(source.pieces(found.object_id), outline)
    stored = workspace.vault.put_pieces(pieces, workspace.fault) if store_at_once else None
    sha256 = digest_of_pieces(pieces) if stored is None else stored.sha256
    taken = Taken(found, sha256, outline.head, outline=outline, stored=stored)
    try:
        if not source.identity.may_convert:
            if stored is not None:  # where nothing is kept, the digest says all
                check_whole(found, outline.length)
        elif digest_of_pieces(source.pieces(found.object_id)) != sha256:
            raise _unsteady(found)
    except KnownError:
        drop(workspace, taken)
        raise
    return taken


def drop(workspace: Workspace, taken: Taken) -> None:
    """Delete what was put into the vault and is not needed; nobody could open it."""
    if taken.stored is not None:
        workspace.vault.erase(taken.stored.name, taken.stored.wrapped_key)


def prove(workspace: Workspace, stored: StoredObject, again: Taken | None, source: SourceDevice) -> None:
    """Read the copy back from the disk; one that does not hold is written anew from the device and read back again.

    Raises:
        VerificationError: it could not be proved.
        DeviceError: the device could not be read again.
    """
    vault, fault = workspace.vault, workspace.fault
    try:
        vault.read_back(stored.name, stored.wrapped_key, stored.sha256, fault)
    except KnownError:
        if again is None or again.sha256 != stored.sha256:
            raise
        if again.data is not None:
            vault.restore(again.data, stored)
        else:
            vault.restore_pieces(source.pieces(again.found.object_id), stored)
        vault.read_back(stored.name, stored.wrapped_key, stored.sha256, fault)


def digest_on(source: SourceDevice, object_id: str, photo: Photo) -> Digest:
    """The digest of what the device holds under a name now, read as the photo was."""
    if is_long(photo.bytes, photo.kind):
        return digest_of_pieces(source.pieces(object_id))
    return digest_of(source.read(object_id))


def _noted(pieces: Iterator[bytes], outline: Outline) -> Iterator[bytes]:
    for piece in pieces:
        outline.feed(piece)
        yield piece


def _unsteady(found: SourceObject) -> DeviceError:
    return DeviceError(
        f"The device handed {found.name} over differently the second time, so it was not taken.",
        remedy="On the phone choose “Keep originals” for transfers to a PC, then import again.",
        code="unsteady",
    )
