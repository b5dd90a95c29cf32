"""Bytes of a photo file to upright 8-bit sRGB pixels, or a refusal with a plain reason.

Runs inside the worker process (`app.imaging.worker`): decoders are large programs in C and files come from anywhere.
Only five containers are taken; everything else Pillow could open stays unregistered or unasked.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass

import numpy as np
import pi_heif
from PIL import (  # noqa: F401  each plugin registers itself, and no other does
    Image,
    ImageFile,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from app.domain.errors import BugError
from app.domain.photo import RgbImage
from app.domain.ports import DecodedPhoto
from app.imaging.colour import to_srgb
from app.imaging.refusals import Refusal, refuse
from app.imaging.wholeness import ends_too_early

pi_heif.register_heif_opener()

_CONTAINERS = ("JPEG", "PNG", "HEIF", "WEBP", "TIFF")
"""What Pillow may try. MPO is a JPEG with more pictures behind it and comes through the JPEG plugin."""

_STRIP_PX = 256

_ANIMATED = ("PNG", "WEBP")
_ORIENTED_BY_THE_DECODER = ("HEIF", "TIFF")
"""libheif turns the pixels itself, and Pillow turns a TIFF as it loads; turning them again would be wrong."""

_ORIENTATION = 0x0112

_FAULTS = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError, ArithmeticError,
    RuntimeError, AssertionError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow's plugins let out on damaged files; a damaged file is the world's fault, whatever it is called."""


@dataclass(frozen=True, slots=True)
class DecodeLimits:
    """What one file may cost. The pixel limit leaves room for the 108-megapixel photos of today's phones."""

    max_pixels: int = 120_000_000
    max_edge_px: int = 40_000
    max_bytes: int = 200_000_000


def decode_photo(data: bytes, *, limits: DecodeLimits, max_edge_px: int | None = None) -> DecodedPhoto:
    """Decode a whole photo, turned upright, in sRGB.

    Of a file with several pictures (MPO, HEIC, TIFF) the main one is taken; animations are refused, since only their
    first image would be looked at.

    Args:
        data: the bytes of the file.
        limits: above them the file is refused before any pixel is decoded.
        max_edge_px: shrink to this long edge; the size reported stays that of the whole picture.

    Raises:
        PhotoUnreadableError: with one of the codes of `app.imaging.refusals.Refusal`.
    """
    if ImageFile.LOAD_TRUNCATED_IMAGES:
        raise BugError("something switched on LOAD_TRUNCATED_IMAGES: half a photo would pass as a whole one")
    if not data:
        raise refuse(Refusal.EMPTY)
    if len(data) > limits.max_bytes:
        raise refuse(Refusal.TOO_MANY_BYTES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns about odd metadata, which never leaves this function
        return _decode(data, limits, max_edge_px)


def _decode(data: bytes, limits: DecodeLimits, max_edge_px: int | None) -> DecodedPhoto:
    image = _open(data)
    container = image.format or ""
    _check_size(image, limits)
    if container in _ANIMATED and getattr(image, "is_animated", False):
        raise refuse(Refusal.ANIMATED)
    if ends_too_early(data, container):
        raise refuse(Refusal.TRUNCATED)
    width, height = image.size
    try:
        if max_edge_px and container in ("JPEG", "MPO"):
            _draft(image, max_edge_px)
        image.load()
        _check_size(image, limits)  # once more: some headers lie about what the decoder then draws
        if container in _ORIENTED_BY_THE_DECODER:
            width, height = image.size
        upright, turned = _upright(image, container)
        del image  # a large photo is held as few times as can be
        pixels = _pixels(_shrunk(upright, max_edge_px))
    except MemoryError as error:
        raise refuse(Refusal.TOO_LARGE) from error
    except _FAULTS as error:
        raise refuse(_reason(error)) from error
    if turned:
        width, height = height, width
    return DecodedPhoto(pixels=pixels, width=width, height=height, format=container)


def _open(data: bytes) -> ImageFile.ImageFile:
    try:
        return Image.open(io.BytesIO(data), formats=_CONTAINERS)
    except Image.DecompressionBombError as error:
        raise refuse(Refusal.TOO_LARGE) from error
    except MemoryError as error:
        raise refuse(Refusal.TOO_LARGE) from error
    except _FAULTS as error:
        raise refuse(_unidentified(data)) from error


def _unidentified(data: bytes) -> Refusal:
    """Tell a photo that lost its end, or was damaged, from a file that never was one."""
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"hevc", b"msf1"):
        return Refusal.TRUNCATED if ends_too_early(data, "HEIF") else Refusal.DAMAGED
    if data.startswith(b"\xff\xd8\xff"):
        return Refusal.DAMAGED if data.rstrip(b"\0").endswith(b"\xff\xd9") else Refusal.TRUNCATED
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Refusal.TRUNCATED if ends_too_early(data, "PNG") else Refusal.DAMAGED
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Refusal.TRUNCATED if ends_too_early(data, "WEBP") else Refusal.DAMAGED
    if data[:4] in (b"II*\0", b"MM\0*"):
        offset = int.from_bytes(data[4:8], "little" if data[:2] == b"II" else "big")
        return Refusal.TRUNCATED if offset >= len(data) else Refusal.DAMAGED
    return Refusal.NOT_A_PHOTO


def _reason(error: BaseException) -> Refusal:
    words = str(error).lower()
    if "memory" in words or "limit" in words:
        return Refusal.TOO_LARGE
    is_short = any(w in words for w in ("truncat", "end of file", "file read"))
    return Refusal.TRUNCATED if is_short or isinstance(error, EOFError) else Refusal.DAMAGED


def _check_size(image: Image.Image, limits: DecodeLimits) -> None:
    width, height = image.size
    if width * height > limits.max_pixels or max(width, height) > limits.max_edge_px:
        raise refuse(Refusal.TOO_LARGE)
    if width < 1 or height < 1:
        raise refuse(Refusal.DAMAGED)


def _draft(image: ImageFile.ImageFile, max_edge_px: int) -> None:
    """Let libjpeg decode at 1/2, 1/4 or 1/8, never below what is asked for: about half the time of a whole decode."""
    scale = max_edge_px / max(image.size)
    if scale < 1:
        image.draft(None, (max(1, round(image.width * scale)), max(1, round(image.height * scale))))


def _upright(image: ImageFile.ImageFile, container: str) -> tuple[Image.Image, bool]:
    """The image turned by its orientation tag, and whether width and height changed places."""
    if container in _ORIENTED_BY_THE_DECODER:
        return image, False
    try:
        orientation = image.getexif().get(_ORIENTATION, 1)
    except _FAULTS:
        return image, False  # unreadable EXIF says nothing about which way is up
    if orientation not in (2, 3, 4, 5, 6, 7, 8):
        return image, False
    return image.transpose(_TURNS[orientation]), orientation >= 5


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _pixels(image: Image.Image) -> RgbImage:
    """The image's pixels, taken in strips: as a whole they would be held three times for a moment."""
    pixels = np.empty((image.height, image.width, 3), np.uint8)
    for top in range(0, image.height, _STRIP_PX):
        bottom = min(image.height, top + _STRIP_PX)
        pixels[top:bottom] = np.asarray(image.crop((0, top, image.width, bottom)))
    return pixels


def _shrunk(image: Image.Image, max_edge_px: int | None) -> Image.Image:
    """In sRGB, at most `max_edge_px` on the long edge; colours are converted on the smaller picture where possible."""
    if not max_edge_px or max(image.size) <= max_edge_px:
        return to_srgb(image)
    if image.mode not in ("RGB", "L", "CMYK") or image.has_transparency_data:
        image = to_srgb(image)  # palette indices and colour keys cannot be averaged
        return ImageOps.contain(image, (max_edge_px, max_edge_px), Image.Resampling.LANCZOS)
    return to_srgb(ImageOps.contain(image, (max_edge_px, max_edge_px), Image.Resampling.LANCZOS))
