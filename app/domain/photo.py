"""A photo, the files it came from, and the states both go through."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, TypeAlias

import numpy as np
from numpy.typing import NDArray

PhotoId = NewType("PhotoId", str)
SourceFileId = NewType("SourceFileId", str)
DeviceId = NewType("DeviceId", str)
VaultName = NewType("VaultName", str)
"""The file name of a vault object: a keyed hash, so that it says nothing about the picture."""
Digest = NewType("Digest", str)
"""SHA-256 in lower-case hexadecimal."""

MAX_PHOTO_BYTES = 200_000_000
"""The largest file that is taken as a photo; today's largest phone photos have some 60 million bytes."""

RgbImage: TypeAlias = NDArray[np.uint8]
"""uint8, shape (height, width, 3), RGB, upright: the one picture type inside the program."""


def digest_of(data: bytes) -> Digest:
    """SHA-256 of the bytes."""
    return Digest(hashlib.sha256(data).hexdigest())


class PhotoState(StrEnum):
    QUARANTINED = "QUARANTINED"
    IMPORTED = "IMPORTED"
    PICKED = "PICKED"
    SKIPPED = "SKIPPED"
    ANALYSED = "ANALYSED"
    IDENTIFIED = "IDENTIFIED"


class SourceFileState(StrEnum):
    COPIED = "COPIED"
    VERIFIED = "VERIFIED"
    REMOVED = "REMOVED"
    REMOVAL_OUTSTANDING = "REMOVAL_OUTSTANDING"
    ATTESTED = "ATTESTED"


class DeviceKind(StrEnum):
    """Who a source belongs to; originals stay where they are on the school's own network and computers."""

    SCHOOL = "SCHOOL"
    PERSONAL = "PERSONAL"
    """A staff phone, or a card or stick that is not the school's: originals are removed after the copy is verified."""
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture in the vault, whatever number of files it came from."""

    id: PhotoId
    sha256: Digest
    vault_name: VaultName
    state: PhotoState
    width: int
    """Pixels of the upright picture."""
    height: int
    format: str
    """The container as decoded: JPEG, PNG, HEIF, WEBP, TIFF, MPO."""
    bytes: int
    imported_at: datetime
    event: str
    """What the photos are of, in the words of whoever imported them, for example ``Sports day``."""
    number: int
    """A short number people can say aloud: photo 14."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file on a device, and how far its journey into the vault and off the device has come."""

    id: SourceFileId
    photo_id: PhotoId
    device_id: DeviceId
    object_id: str
    """What the device calls it: a path relative to its root, or an object handle."""
    name: str
    bytes: int
    state: SourceFileState
    problem: str
    """Why a removal is outstanding, in plain words; empty otherwise."""
    removal_wanted: bool
