"""Cover regions of a picture for good: what is painted is made from anything but the pixels it hides.

Blur and mosaic of the face itself are not offered: blurred faces can be restored and re-identified (Revelio,
arXiv 2506.12344), and even coarse grids tell the few children of one class apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from app.domain.errors import VerificationError
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.imaging.encoding import require_rgb
from app.redaction.frost import frosted_pixels
from app.redaction.shapes import distances, opacity

FLAT_TONE = (0x7F, 0x89, 0x98)
"""A calm slate, halfway between the covered colours of the light and the dark window; nobody's skin or hair."""


class CoverLook(StrEnum):
    FLAT = "flat"
    FROSTED = "frosted"


def cover(image: RgbImage, boxes: Sequence[Box], *, look: CoverLook = CoverLook.FLAT) -> RgbImage:
    """Return a copy of the picture with every box covered by a rounded box that contains it.

    No pixel of any box has a part in the result: changing one changes nothing, inside the covers or outside. Outside
    the covers the picture stays as it is, except for the soft rim one pixel wide. Equal inputs give equal pixels.

    Args:
        image: uint8, shape (height, width, 3), RGB, upright; left as it was.
        boxes: half-open pixels of that picture; parts outside it are ignored.
        look: FLAT is one tone; FROSTED is made from the surroundings of all covers, a light tone and noise.

    Raises:
        BugError: `image` is not uint8 RGB.
    """
    require_rgb(image)
    height, width = image.shape[:2]
    covered: RgbImage = image.copy()
    field = distances(width, height, boxes)
    alpha = opacity(field)
    touched = alpha > 0
    if not touched.any():
        return covered
    if look is CoverLook.FLAT:
        fill = np.broadcast_to(np.array(FLAT_TONE, dtype=np.float32), (int(touched.sum()), 3))
    else:
        fill = frosted_pixels(image, field, touched)
    share = alpha[touched][:, np.newaxis]
    source = np.where(share < 1, image[touched], 0)  # where the cover is whole, the source is not even looked at
    covered[touched] = np.rint(fill * share + source * (1 - share)).astype(np.uint8)
    return covered


def verify_fill(original: RgbImage, covered: RgbImage, boxes: Sequence[Box], *, look: CoverLook) -> None:
    """Prove that nothing of the boxes is left in `covered`.

    Every pixel of every box is replaced by its opposite, each in plain slices that share no code with the covers, and
    the covering is done again: the result must be the same picture, byte for byte. A picture that kept a pixel, or a
    mean of some, would differ.

    Raises:
        VerificationError: something of a covered place would still be in the picture.
    """
    height, width = original.shape[:2]
    opposite: RgbImage = original.copy()
    for box in boxes:
        rows = slice(max(box.top, 0), max(min(box.bottom, height), 0))
        columns = slice(max(box.left, 0), max(min(box.right, width), 0))
        opposite[rows, columns] = 255 - original[rows, columns]
    if original.shape != covered.shape or not np.array_equal(cover(opposite, boxes, look=look), covered):
        raise VerificationError(
            "A covered place would still hold something of the picture under it.",
            remedy="The picture was not used. Tell whoever looks after ClearPost.",
            code="cover-leaks",
        )
