"""Pixels to the JPEG that goes out: made from pixels only, so that nothing of the old file can come along."""

from __future__ import annotations

import io
import math

import numpy as np
import PIL
from PIL import Image, features

from app.domain.errors import BugError, VerificationError
from app.domain.photo import RgbImage
from app.imaging.metadata import unexpected_blocks

QUALITY = 88
"""Where a photo of faces shows no blocks at normal size."""
_LOWEST_QUALITY = 40
_QUALITY_STEP = 8


def encoder_version() -> str:
    """Name and version of what writes the bytes, for the record kept with each rendition."""
    library = "libjpeg-turbo" if features.check_feature("libjpeg_turbo") else "libjpeg"
    return f"Pillow {PIL.__version__} {library} {features.version('libjpeg_turbo') or features.version('jpg')}"


def encode_jpeg(
    pixels: RgbImage,
    *,
    max_bytes: int,
    quality: int = QUALITY,
    copyright: str | None = None,  # noqa: A002
) -> bytes:
    """Encode as a progressive sRGB JPEG holding the picture and, if wanted, one line of copyright.

    The quality is lowered step by step until the file fits. The same pixels give the same bytes with the same encoder.
    The copyright is written as a JPEG comment, the one block that can hold nothing else.

    Args:
        pixels: uint8, shape (height, width, 3), RGB.
        max_bytes: what the platform takes.
        quality: where to start, 1 to 95.
        copyright: for example ``© Hill View Primary School``; nothing is written without it.

    Raises:
        BugError: `pixels` is not uint8 RGB.
        VerificationError: the file does not fit, or holds something that nobody asked for.
    """
    require_rgb(pixels)
    image = Image.fromarray(np.ascontiguousarray(pixels), "RGB")
    comment = copyright.encode("utf-8") if copyright else None
    for step in range(max(1, 1 + math.ceil((quality - _LOWEST_QUALITY) / _QUALITY_STEP))):
        data = _encoded(image, max(min(quality, _LOWEST_QUALITY), quality - step * _QUALITY_STEP), comment)
        if len(data) <= max_bytes:
            break
    else:
        raise VerificationError(
            "The picture does not fit into the size this platform takes.",
            remedy="Crop it, or ask for a smaller picture size for this platform.",
            code="too-many-bytes",
        )
    if found := unexpected_blocks(data, comment=comment):
        raise VerificationError(
            f"The picture came out with something that was not asked for: {', '.join(found)}.",
            remedy="It was not used. Tell whoever looks after ClearPost.",
            code="metadata",
        )
    return data


def _encoded(image: Image.Image, quality: int, comment: bytes | None) -> bytes:
    sheet = io.BytesIO()
    image.save(
        sheet, "JPEG", quality=quality, subsampling="4:2:0", optimize=True, progressive=True, comment=comment or b""
    )
    return sheet.getvalue()


def shrink(pixels: RgbImage, max_edge_px: int) -> RgbImage:
    """The picture with its long edge at most `max_edge_px` (Lanczos); never made larger.

    Raises:
        BugError: `pixels` is not uint8 RGB, or the edge is not positive.
    """
    require_rgb(pixels)
    if max_edge_px < 1:
        raise BugError(f"a picture cannot have an edge of {max_edge_px} pixels")
    height, width = pixels.shape[:2]
    size = shrunk_size(width, height, max_edge_px)
    if size == (width, height):
        return pixels.copy()
    image = Image.fromarray(np.ascontiguousarray(pixels), "RGB").resize(size, Image.Resampling.LANCZOS)
    return np.asarray(image, dtype=np.uint8).copy()


def shrunk_size(width: int, height: int, max_edge_px: int) -> tuple[int, int]:
    """Width and height after `shrink`, each at least 1."""
    scale = min(1.0, max_edge_px / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def require_rgb(pixels: RgbImage) -> None:
    """Refuse anything that is not the one picture type of the program.

    Raises:
        BugError: `pixels` is not uint8 of shape (height, width, 3) with at least one pixel.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size:
        raise BugError(f"a picture is uint8 RGB, not {pixels.dtype} of shape {pixels.shape}")
