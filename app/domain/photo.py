"""A photo, the files it came from, and the states both go through."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
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
MAX_FILM_BYTES = 64_000_000_000
"""The largest film: some two hours of a phone's best quality. It goes into the vault piece by piece."""
MAX_IN_MEMORY_BYTES = 600_000_000
"""The most of one file that is ever held in memory."""
STREAMED_FROM_BYTES = 32_000_000
"""A film from this size on is copied, read back and compared piece by piece."""

RgbImage: TypeAlias = NDArray[np.uint8]
"""uint8, shape (height, width, 3), RGB, upright: the one picture type inside the program."""


def digest_of(data: bytes) -> Digest:
    """SHA-256 of the bytes."""
    return Digest(hashlib.sha256(data).hexdigest())


def digest_of_pieces(pieces: Iterable[bytes]) -> Digest:
    """SHA-256 of bytes that come piece by piece."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return Digest(digest.hexdigest())


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


class PhotoKind(StrEnum):
    """What a file in the vault is to the school. Only pictures are looked through and can go into a post."""

    PICTURE = "PICTURE"
    FILM = "FILM"
    LIVE = "LIVE"
    """The moving half of a phone's live photo; it goes with its picture."""
    RAW = "RAW"
    """A camera's raw file, with its picture or alone."""
    SIDECAR = "SIDECAR"
    """Notes of an edit (AAE, XMP, THM); they go with their picture or film."""

    @property
    def is_picture(self) -> bool:
        return self is PhotoKind.PICTURE


class DeviceFamily(StrEnum):
    """What a source is, for the words about copies that no program can reach."""

    CARD = "CARD"
    FOLDER = "FOLDER"
    CAMERA = "CAMERA"
    IPHONE = "IPHONE"
    ANDROID = "ANDROID"


class QuarantineReason(StrEnum):
    """Why a photo is set aside until the Headteacher decides."""

    UNKNOWN_DEVICE = "UNKNOWN_DEVICE"
    """Nobody who may say so has said whose device it came from."""
    NOT_APPROVED = "NOT_APPROVED"
    """Somebody's own device, and no permission of the Headteacher for it."""
    OUTSIDE_APPROVAL = "OUTSIDE_APPROVAL"
    """Taken on a day on which the device was not approved."""
    NOT_ATTESTED = "NOT_ATTESTED"
    """From a drop folder, and its owner has not said today that nothing is left where the photos were taken."""
    CLOCK = "CLOCK"
    """The camera's clock says a day that can hardly be right, or none: somebody has to ask."""


class DeviceKind(StrEnum):
    """Who a source belongs to; originals stay where they are on the school's own network and computers."""

    SCHOOL = "SCHOOL"
    PERSONAL = "PERSONAL"
    """A staff phone, or a card or stick that is not the school's: originals are removed after the copy is verified."""
    UNKNOWN = "UNKNOWN"
    DROP = "DROP"
    """A folder on a share or in the school's cloud that one colleague puts photos into."""


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
    kind: PhotoKind = PhotoKind.PICTURE
    goes_with: PhotoId | None = None
    """The picture or film whose companion this is."""


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
    listed_bytes: int | None = None
    """The size the device's listing gave; another one than `bytes` where the device converts what it hands over."""
    modified_at: datetime | None = None
    """When the device says the file was changed last."""
    taken_at: datetime | None = None
    """When the camera's clock says it was taken, read as the school's time; proves nothing."""
