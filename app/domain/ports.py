"""What stages need from engines, devices and the clock, as protocols. One adapter per library implements them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.domain.detection import FaceDetection, Hint, MarkFinding, TextFinding
from app.domain.geometry import Box
from app.domain.photo import DeviceFamily, DeviceKind, RgbImage


class FaceDetector(Protocol):
    """Finds faces; attaches no name."""

    @property
    def engine(self) -> str:
        """Name, version and model digest."""

    def detect(self, image: RgbImage) -> tuple[tuple[FaceDetection, ...], tuple[Hint, ...]]:
        """Faces by falling score, and hints below the score of a face.

        Raises:
            EngineUnavailableError: the network could not run.
        """


class TextReader(Protocol):
    """Reads lines of text; `TextFinding.kind` stays OTHER, judging it is not the reader's business."""

    @property
    def engine(self) -> str: ...

    def read(self, image: RgbImage) -> tuple[TextFinding, ...]:
        """Lines in reading order.

        Raises:
            EngineUnavailableError: the reader could not run.
        """


class MarkDetector(Protocol):
    @property
    def engine(self) -> str: ...

    def detect(self, image: RgbImage) -> tuple[MarkFinding, ...]: ...


class FaceEmbedder(Protocol):
    """Turns faces into vectors that can be compared; never used outside the matching gates."""

    @property
    def engine(self) -> str: ...

    def embed(self, image: RgbImage, faces: Sequence[Box]) -> NDArray[np.float32]:
        """float32, shape (len(faces), dimensions)."""


class Decoder(Protocol):
    """Bytes of a file to the upright picture, where a crash or a hang cannot take the program down."""

    def decode(self, data: bytes, *, max_edge_px: int | None = None) -> DecodedPhoto:
        """Decode whole, upright, sRGB; shrink to `max_edge_px` on the long edge when given.

        Raises:
            PhotoUnreadableError: with a code and a sentence (see `app.imaging.decoding`).
        """

    def still(self, film: bytes, at_s: float) -> bytes:
        """The picture so many seconds into a film, as JPEG without metadata.

        Raises:
            PhotoUnreadableError: the film cannot be played.
        """


@dataclass(frozen=True, slots=True)
class DecodedPhoto:
    """The upright picture; `width` and `height` are upright too, before any shrinking; `format` is the container."""

    pixels: RgbImage
    width: int
    height: int
    format: str


@dataclass(frozen=True, slots=True)
class SourceObject:
    """A file on a device. `object_id` is what the device calls it and what is removed by."""

    object_id: str
    name: str
    bytes: int
    modified: datetime | None = None
    folder: str = ""
    """Where it lies on the device; files with one name in one folder belong together."""


FOLDER_KEY = "folder-"
"""Begins the key of a source that is a folder and no device of its own."""


@dataclass(frozen=True, slots=True)
class SourceIdentity:
    """What a device says of itself; `key` stays the same when it comes back (volume id, serial number)."""

    key: str
    label: str
    suggested_kind: DeviceKind
    removable: bool
    """Whether originals may be removed from it at all: never for network, cloud or system folders."""
    family: DeviceFamily = DeviceFamily.CARD
    may_convert: bool = False
    """Whether the device may hand over other bytes than it stores, as a phone does that turns HEIC into JPEG."""
    is_certain: bool = True
    """Whether it says something only this one device says; without that, what is missing may be on another."""


class SourceDevice(Protocol):
    """A phone, card, stick or folder that photos come from. Every method raises `DeviceError` when it is gone."""

    @property
    def identity(self) -> SourceIdentity: ...

    def list_objects(self, *, everything: bool = False) -> Iterator[SourceObject]:
        """What a person would choose from; `everything` is every file of the whole device, hidden ones too."""

    def read(self, object_id: str) -> bytes:
        """All bytes of a file that fits into memory."""

    def pieces(self, object_id: str) -> Iterator[bytes]:
        """The bytes of a file of any length, piece by piece; an error may come after any of them."""

    def remove(self, object_id: str) -> None: ...

    def exists(self, object_id: str) -> bool:
        """Asked anew of the device, never of a remembered list."""


class Clock(Protocol):
    def now(self) -> datetime:
        """The instant, in UTC, with a time zone."""

    def today(self) -> date:
        """The day in the school's zone."""
