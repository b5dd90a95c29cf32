"""A picture of a mark as people give it, cut out: its own pixels and how much of each belongs to the mark."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.domain.errors import PhotoUnreadableError
from app.domain.photo import RgbImage

LONGEST_PX = 256
"""Taught pictures are kept no larger: nothing finer is ever compared."""
SMALLEST_PX = 24
_EVEN = 16.0
"""How far the colours of an edge may lie apart, per channel, for it to count as an empty background."""


@dataclass(frozen=True, slots=True)
class Cutout:
    """One view of a mark.

    Attributes:
        pixels: uint8 RGB, at most `LONGEST_PX` long.
        cover: float32, 0 to 1, same height and width: how much of the pixel is the mark and not what lies behind it.
    """

    pixels: RgbImage
    cover: NDArray[np.float32]

    @property
    def aspect(self) -> float:
        """Width by height."""
        return float(self.pixels.shape[1] / self.pixels.shape[0])


def cut_out(image: RgbImage) -> Cutout:
    """The mark in a picture that shows little else: an even background round it is taken away.

    Args:
        image: uint8, shape (height, width, 3), RGB. Transparent pictures come here on an even background.

    Raises:
        PhotoUnreadableError: the picture is too small, or nothing is on it.
    """
    if min(image.shape[:2]) < SMALLEST_PX:
        raise PhotoUnreadableError(
            f"A picture of the mark is only {min(image.shape[:2])} pixels small.",
            remedy=f"Give one that is at least {SMALLEST_PX} pixels wide and high, better 100.",
            code="small-mark",
        )
    shrunk = _shrunk(image, 2 * LONGEST_PX)
    cover = _cover_of(shrunk)
    rows, columns = np.nonzero(cover > 0.5)
    if len(rows) < SMALLEST_PX or np.ptp(rows) < 8 or np.ptp(columns) < 8 or _is_flat(shrunk, cover):
        raise PhotoUnreadableError(
            "A picture given as a mark shows nothing but an even colour.",
            remedy="Give a picture that the crest nearly fills.",
            code="empty-mark",
        )
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    pixels, whole = shrunk[top:bottom, left:right], cover[top:bottom, left:right]
    factor = min(1.0, LONGEST_PX / max(pixels.shape[:2]))
    size = (max(8, round(pixels.shape[1] * factor)), max(8, round(pixels.shape[0] * factor)))
    return Cutout(
        np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8),
        np.asarray(cv2.resize(whole, size, interpolation=cv2.INTER_AREA), np.float32),
    )


def _shrunk(image: RgbImage, longest: int) -> RgbImage:
    factor = min(1.0, longest / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _cover_of(image: RgbImage) -> NDArray[np.float32]:
    """Everything, or all that is not joined to an even edge."""
    edge = np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]]).astype(np.float32)
    usual = np.median(edge, axis=0)
    if np.mean(np.abs(edge - usual).max(axis=1) < _EVEN) < 0.9:
        return np.ones(image.shape[:2], np.float32)
    is_like_edge = (np.abs(image.astype(np.float32) - usual).max(axis=2) < 1.5 * _EVEN).astype(np.uint8)
    framed = np.pad(is_like_edge, 1, constant_values=1)
    _, numbers = cv2.connectedComponents(framed, connectivity=4)
    outside = numbers == numbers[0, 0]
    cover = 1.0 - outside[1:-1, 1:-1].astype(np.float32)
    return np.asarray(cv2.GaussianBlur(cover, (0, 0), 0.7), np.float32)


def _is_flat(image: RgbImage, cover: NDArray[np.float32]) -> bool:
    inside = image[cover > 0.5].astype(np.float32)
    return bool(inside.std(axis=0).max() < 6.0) and bool(cover.mean() > 0.95)
