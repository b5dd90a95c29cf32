"""Any Pillow image to 8-bit sRGB: colour profiles, 16 bits, grey, CMYK, palettes and transparency."""

from __future__ import annotations

import io
import logging
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

from app.imaging.refusals import Refusal, refuse

_log = logging.getLogger(__name__)

_WHITE = (255, 255, 255)
_PROFILE_MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""Colour space of a profile, as four letters of its header, to the Pillow mode it can be applied to."""
_MAX_PROFILE_BYTES = 4_000_000


def to_srgb(image: Image.Image) -> Image.Image:
    """An RGB image with 8 bits a channel in sRGB; transparency is laid on white.

    A profile that is damaged or does not fit the pixels is ignored: the picture is then taken as sRGB, as browsers do.

    Raises:
        PhotoUnreadableError: pixels that are no picture, such as floating point measurements.
    """
    profile = image.info.get("icc_profile")
    flat = _flatten(_to_eight_bits(image))
    if profile and flat.mode in ("RGB", "L", "CMYK"):
        flat = _apply_profile(flat, profile)
    return flat if flat.mode == "RGB" else flat.convert("RGB")


def _to_eight_bits(image: Image.Image) -> Image.Image:
    """Grey with more than 8 bits to L: Pillow's own conversion clips at 255 instead of scaling."""
    if not image.mode.startswith(("I", "F")):
        return image
    if image.mode == "F":
        raise refuse(Refusal.NOT_A_PHOTO)
    values = np.asarray(image).astype(np.int64)
    if values.size and (values.min() < 0 or values.max() > 0xFFFF):
        raise refuse(Refusal.NOT_A_PHOTO)
    return Image.fromarray((values >> 8).astype(np.uint8), "L")


def _flatten(image: Image.Image) -> Image.Image:
    """Without transparency, on white; palettes resolved; RGB, L and CMYK stay as they are for their profile."""
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, (*_WHITE, 255))
        return Image.alpha_composite(paper, layer).convert("RGB")
    if image.mode in ("RGB", "L", "CMYK"):
        return image
    if image.mode == "1":
        return image.convert("L")
    return image.convert("RGB")


def _apply_profile(image: Image.Image, profile: bytes) -> Image.Image:
    if len(profile) > _MAX_PROFILE_BYTES:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if _PROFILE_MODES.get(str(source.profile.xcolor_space).ljust(4)) != image.mode or _is_srgb(source):
            return image
        converted = ImageCms.profileToProfile(image, source, _srgb(), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        _log.info("a colour profile was ignored", extra={"code": type(error).__name__})
        return image
    return image if converted is None else converted


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """By its own description, as every profile called sRGB describes the same space; saves a pass over the pixels."""
    return "srgb" in (profile.profile.profile_description or "").lower()


@lru_cache(maxsize=1)
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
