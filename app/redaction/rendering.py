"""One photo as it will go out on one platform: crop, resize, cover, prove the cover, encode once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import NotAllowedError, VerificationError
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.domain.treatment import Decision, Outcome
from app.imaging.encoding import encode_jpeg, encoder_version, require_rgb, shrink
from app.redaction.covering import CoverLook, cover, verify_fill

RESIZE_REACH_PX = 4
"""How far resizing carries a pixel, in pixels of the result: Lanczos reaches three, and one for the rounding."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes that are checked, approved and copied out, and what they show.

    Attributes:
        covered: boxes without any pixel of the original, in pixels of this picture.
        shown: faces left visible, in pixels of this picture.
        recipe: encoder and version, look and size, so that it can be told later how it was made.
    """

    data: bytes
    width: int
    height: int
    covered: tuple[Box, ...]
    shown: tuple[Box, ...]
    recipe: str


def render(
    image: RgbImage,
    decision: Decision,
    *,
    max_edge_px: int,
    max_bytes: int,
    look: CoverLook = CoverLook.FLAT,
    crop: Box | None = None,
) -> Rendered:
    """Make the rendition of a photo that a decision lets out.

    The covers reach beyond their boxes by what resizing spreads, so that the result, and every byte of it, is the same
    whatever stood in the boxes.

    Args:
        image: uint8 RGB, upright, whole, as decoded: the boxes of the decision are in its pixels.
        decision: for this photo and platform.
        max_edge_px: long edge of the result; a smaller picture is not made larger.
        max_bytes: what the platform takes.
        look: of the covers.
        crop: the part to publish, in pixels of `image`.

    Raises:
        NotAllowedError: the decision withholds the photo.
        VerificationError: the boxes do not fit the picture, a cover leaks, or the file does not fit the platform.
        BugError: `image` is not uint8 RGB.
    """
    require_rgb(image)
    if decision.outcome is Outcome.WITHHELD:
        raise NotAllowedError("This photo may not be used on this platform.", code="withheld")
    frame = _frame(image, decision, crop)
    cropped = image[frame.top : frame.bottom, frame.left : frame.right]
    small = shrink(cropped, max_edge_px)
    height, width = small.shape[:2]
    is_resized = (width, height) != (frame.width, frame.height)
    covered = _placed(decision.covers, frame, width, height, spare=RESIZE_REACH_PX if is_resized else 0)
    shown = _placed((r.box for r in decision.shown), frame, width, height, spare=0)
    picture = cover(small, covered, look=look)
    verify_fill(small, picture, covered, look=look)
    return Rendered(
        data=encode_jpeg(picture, max_bytes=max_bytes),
        width=width,
        height=height,
        covered=covered,
        shown=tuple(box for box in shown if not _is_hidden(box, covered)),
        recipe=f"{encoder_version()}; {look.value} covers; long edge {max_edge_px} px",
    )


def _frame(image: RgbImage, decision: Decision, crop: Box | None) -> Box:
    """The part of the picture to publish.

    A region outside the picture means that these are not the pixels the decision was made on: then nothing is certain.
    """
    height, width = image.shape[:2]
    whole = Box(0, 0, width, height)
    if any(not whole.intersection(region.box) for region in decision.regions):
        raise VerificationError(
            "What was found in this photo does not fit the picture.", remedy="Analyse the photo again.", code="frame"
        )
    if crop is None:
        return whole
    frame = whole.intersection(crop)
    if frame is None:
        raise VerificationError("Nothing of the photo is inside the crop.", remedy="Crop it again.", code="crop")
    return frame


def _placed(boxes: Iterable[Box], frame: Box, width: int, height: int, *, spare: int) -> tuple[Box, ...]:
    """Boxes of the original in pixels of the rendition, rounded outwards; those outside the crop are left out."""
    placed = []
    for box in boxes:
        moved = box.moved(-frame.left, -frame.top).scaled(width / frame.width, height / frame.height)
        grown = Box(moved.left - spare, moved.top - spare, moved.right + spare, moved.bottom + spare)
        if inside := grown.clipped(width, height):
            placed.append(inside)
    return tuple(placed)


def _is_hidden(box: Box, covered: Iterable[Box]) -> bool:
    """A face that may be shown but stands behind somebody's cover."""
    return any(cover_box.contains_point(*box.centre) for cover_box in covered)
