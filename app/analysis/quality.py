"""How usable a detected face is, from its size and sharpness; says nothing about who it is."""

from __future__ import annotations

import cv2
import numpy as np

from app.domain.geometry import Box
from app.domain.photo import RgbImage

GOOD_WIDTH_PX = 80.0
"""From this width on size no longer lowers the quality: comparing faces gains little above it."""
SHARP = 120.0
"""Variance of the Laplacian at 64 px of an in-focus face; portraits of our photo sets range from 60 to 900."""
_PATCH_PX = 64


def face_quality(image: RgbImage, face: Box) -> float:
    """From 0 (a smudge) to 1 (large and sharp), rounded to two places.

    Args:
        image: uint8, shape (height, width, 3), RGB, upright.
        face: inside the picture.
    """
    patch = np.ascontiguousarray(image[face.top : face.bottom, face.left : face.right])
    shrinks = min(face.width, face.height) > _PATCH_PX
    way = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    grey = cv2.cvtColor(cv2.resize(patch, (_PATCH_PX, _PATCH_PX), interpolation=way), cv2.COLOR_RGB2GRAY)
    sharpness = min(1.0, float(cv2.Laplacian(grey, cv2.CV_64F).var()) / SHARP)
    size = min(1.0, min(face.width, face.height) / GOOD_WIDTH_PX)
    return round(size * (0.4 + 0.6 * sharpness), 2)
