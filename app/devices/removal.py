"""Remove one original, last of all: only the very bytes that are safe, and only believed once the listing says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from app.domain.errors import DeviceError, KnownError
from app.domain.faults import Fault, KillPoint, no_fault
from app.domain.photo import Digest, SourceFile, SourceFileState, digest_of, digest_of_pieces
from app.domain.ports import SourceDevice, SourceObject

_Key = TypeVar("_Key")
_DONE = (SourceFileState.REMOVED, SourceFileState.ATTESTED)


@dataclass(frozen=True, slots=True)
class Removal:
    """How it went: gone from the device's listing, or why not."""

    is_removed: bool
    problem: KnownError | None = None


def remove_original(
    device: SourceDevice, object_id: str, *, sha256: Digest, by_pieces: bool = False, fault: Fault = no_fault
) -> Removal:
    """Remove the file if it still holds the bytes with this digest.

    The caller has committed that the vault's copy was read back. The file is read once more just before, because a
    camera may have used the name for another photo since. What is proved is that the file left the device's listing;
    copies in a phone's "Recently deleted" or in a cloud are beyond any program's reach. A long film
    is read `by_pieces`.
    """
    try:
        fault(KillPoint.BEFORE_REMOVE)
        if (
            _digest(device, object_id, by_pieces=by_pieces) != sha256
        ):  # nothing stands between this look and the removal
            return Removal(is_removed=False, problem=_changed())
        device.remove(object_id)
        is_there = device.exists(object_id)
    except KnownError as problem:
        return Removal(is_removed=False, problem=problem)
    if is_there:
        return Removal(is_removed=False, problem=_still_there())
    fault(KillPoint.AFTER_REMOVE_BEFORE_RECEIPT)
    return Removal(is_removed=True)


@dataclass(frozen=True, slots=True)
class FoundOnDevice:
    """Where a file went that is not where it was; doubtful when only its time speaks for it."""

    found: SourceObject
    is_doubtful: bool


class WholeListing:
    """Everything on a device, asked once: to tell a file that is gone from one that only has another name now.

    Args:
        device: the device; hidden files and other folders are listed too.
        recorded: every file ever imported from it; those that should still be there speak for themselves.
    """

    def __init__(self, device: SourceDevice, recorded: Collection[SourceFile]) -> None:
        self._device = device
        self._known = frozenset(file.object_id for file in recorded)
        self._standing = frozenset(file.object_id for file in recorded if file.state not in _DONE)
        self._digests: dict[str, Digest] = {}

    @cached_property
    def objects(self) -> tuple[SourceObject, ...]:
        return tuple(self._device.list_objects(everything=True))

    def look_for(self, file: SourceFile, sha256: Digest, *, by_pieces: bool = False) -> FoundOnDevice | None:
        """The file under another name: the same bytes, or (doubtful) an unknown file of the same moment; None if gone.

        Raises:
            DeviceError: the device is gone, or a file that could be the one cannot be read.
        """
        for found in (*self._by_size[file.bytes], *self._by_size[file.listed_bytes or file.bytes]):
            if self._digest_of(found, by_pieces=by_pieces) == sha256:
                return FoundOnDevice(found, is_doubtful=found.object_id in self._known)
        same_moment = [] if file.modified_at is None else self._by_time[file.modified_at]
        return FoundOnDevice(same_moment[0], is_doubtful=True) if same_moment else None

    @cached_property
    def _others(self) -> tuple[SourceObject, ...]:
        return tuple(found for found in self.objects if found.object_id not in self._standing)

    @cached_property
    def _by_size(self) -> dict[int, list[SourceObject]]:
        return _grouped((found.bytes, found) for found in self._others)

    @cached_property
    def _by_time(self) -> dict[datetime, list[SourceObject]]:
        return _grouped((found.modified, found) for found in self._others if found.modified is not None)

    def _digest_of(self, found: SourceObject, *, by_pieces: bool) -> Digest:
        """Read once, however many files are looked for."""
        if found.object_id not in self._digests:
            self._digests[found.object_id] = _digest(self._device, found.object_id, by_pieces=by_pieces)
        return self._digests[found.object_id]


def _grouped(pairs: Iterable[tuple[_Key, SourceObject]]) -> dict[_Key, list[SourceObject]]:
    groups: dict[_Key, list[SourceObject]] = defaultdict(list)
    for key, found in pairs:
        groups[key].append(found)
    return groups


def _digest(device: SourceDevice, object_id: str, *, by_pieces: bool) -> Digest:
    """What the device holds under this name now; a long film is not held in memory."""
    return digest_of_pieces(device.pieces(object_id)) if by_pieces else digest_of(device.read(object_id))


def _changed() -> DeviceError:
    return DeviceError(
        "The file on the device changed since it was copied, so it stays.",
        remedy="Import from the device again; the new version is then copied too.",
        code="changed",
    )


def _still_there() -> DeviceError:
    return DeviceError(
        "The device says the file was removed but still lists it.",
        remedy="Delete the photo on the device itself, then import from it again.",
        code="still-listed",
    )
