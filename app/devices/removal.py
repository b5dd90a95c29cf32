"""Remove one original, last of all: only the very bytes that are safe, and only believed once the listing says so."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import DeviceError, KnownError
from app.domain.faults import Fault, KillPoint, no_fault
from app.domain.photo import Digest, digest_of
from app.domain.ports import SourceDevice


@dataclass(frozen=True, slots=True)
class Removal:
    """How it went: gone from the device's listing, or why not."""

    is_removed: bool
    problem: KnownError | None = None


def remove_original(device: SourceDevice, object_id: str, *, sha256: Digest, fault: Fault = no_fault) -> Removal:
    """Remove the file if it still holds the bytes with this digest.

    The caller has committed that the vault's copy was read back. The file is read once more just before, because a
    camera may have used the name for another photo since. What is proved is that the file left the device's listing;
    copies in a phone's "Recently deleted" or in a cloud are beyond any program's reach.
    """
    try:
        if digest_of(device.read(object_id)) != sha256:
            return Removal(is_removed=False, problem=_changed())
        fault(KillPoint.BEFORE_REMOVE)
        device.remove(object_id)
        is_there = device.exists(object_id)
    except KnownError as problem:
        return Removal(is_removed=False, problem=problem)
    if is_there:
        return Removal(is_removed=False, problem=_still_there())
    fault(KillPoint.AFTER_REMOVE_BEFORE_RECEIPT)
    return Removal(is_removed=True)


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
