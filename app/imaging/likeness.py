"""How sharp a picture is and what it looks like from far away: cheap measures for choosing among photos.

They order photos on one page and decide nothing else. No face is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.domain.moments import COLOUR_CELLS, GREY_CELLS, Likeness
from app.domain.photo import RgbImage

MEASURED_AT_PX = 1024
"""The long edge to measure at: blur that cannot be seen in a picture of this size does not matter online, and the
camera's noise is averaged away."""

_TILES = 8
_SHARP_SHARE = 90
"""Per cent of the tiles that may be soft: a background out of focus does not make a portrait unsharp."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Attributes:
    sharpness: how strongly brightness bends from pixel to pixel in the sharpest tenth of the picture, 0 to about 60.
        Only comparable between pictures of the same scene.
    likeness: what it looks like from far away.
    """

    sharpness: float
    likeness: Likeness


def measure(image: RgbImage) -> Measures:
    """Measure an upright picture that was decoded at about `MEASURED_AT_PX`.

    Args:
        image: uint8, shape (height, width, 3), RGB.
    """
    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8)
    return Measures(round(_sharpness(grey), 3), Likeness(_small(grey, GREY_CELLS), _small(image, COLOUR_CELLS)))


def _sharpness(grey: NDArray[np.uint8]) -> float:
    """Root of the Laplacian-of-Gaussian's energy by tiles, the one that 90 per cent stay below."""
    smooth = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 0.8)
    bends = cv2.Laplacian(smooth, cv2.CV_32F) ** 2
    tiles = cv2.resize(bends, (_TILES, _TILES), interpolation=cv2.INTER_AREA)
    return float(np.sqrt(np.percentile(tiles, _SHARP_SHARE)))


def _small(picture: NDArray[np.uint8], cells: int) -> bytes:
    """The picture with so many pixels each way, row by row."""
    return np.asarray(cv2.resize(picture, (cells, cells), interpolation=cv2.INTER_AREA), np.uint8).tobytes()
