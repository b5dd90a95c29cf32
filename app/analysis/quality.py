"""How usable a detected face is, from its size, sharpness and pose; says nothing about who it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from app.domain.geometry import Box
from app.domain.photo import RgbImage

GOOD_WIDTH_PX = 80.0
"""From this width on size no longer lowers the quality: comparing faces gains little above it."""
SHARP = 120.0
"""Variance of the Laplacian at 64 px of an in-focus face; portraits of our photo sets range from 60 to 900."""
_PATCH_PX = 64

Landmarks = Sequence[tuple[float, float]]
"""x and y of both eyes, the tip of the nose and both corners of the mouth, each pair from left to right in the face."""

_FRONTAL = 0.15
_PROFILE = 0.75
"""How far the nose lies beside the middle of the eyes, in distances from eyes to mouth: up to the first a face looks at
the camera, from the second on it shows its profile."""
_LEVEL_DEG = 30.0
_LYING_DEG = 90.0


@dataclass(frozen=True, slots=True)
class FaceQuality:
    """What makes a face easy or hard to recognise, each from 0 (bad) to 1 (good).

    Attributes:
        size: from its shorter side.
        sharpness: 1 in focus.
        frontal: 1 looks at the camera, 0 shows the profile; None when no landmarks were given.
        level: 1 upright, 0 lying or upside down; None when no landmarks were given.
        roll_deg: how far the face is turned with the clock, -180 to 180; None without landmarks.
    """

    size: float
    sharpness: float
    frontal: float | None = None
    level: float | None = None
    roll_deg: float | None = None

    @property
    def value(self) -> float:
        """All of it as one number from 0 to 1, rounded to two places; a pose that is not known lowers nothing."""
        frontal = 1.0 if self.frontal is None else self.frontal
        level = 1.0 if self.level is None else self.level
        return round(self.size * (0.4 + 0.6 * self.sharpness) * (0.6 + 0.4 * frontal) * (0.8 + 0.2 * level), 2)


def face_quality(image: RgbImage, face: Box, landmarks: Landmarks = ()) -> FaceQuality:
    """The quality of one face.

    Args:
        image: uint8, shape (height, width, 3), RGB, upright.
        face: inside the picture.
        landmarks: in pixels of the picture; without them the pose is not judged.
    """
    patch = np.ascontiguousarray(image[face.top : face.bottom, face.left : face.right])
    shrinks = min(face.width, face.height) > _PATCH_PX
    way = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    grey = cv2.cvtColor(cv2.resize(patch, (_PATCH_PX, _PATCH_PX), interpolation=way), cv2.COLOR_RGB2GRAY)
    sharpness = min(1.0, float(cv2.Laplacian(grey, cv2.CV_64F).var()) / SHARP)
    size = min(1.0, min(face.width, face.height) / GOOD_WIDTH_PX)
    frontal, level, roll = _pose(landmarks) if landmarks else (None, None, None)
    return FaceQuality(size, sharpness, frontal, level, roll)


def _pose(landmarks: Landmarks) -> tuple[float, float, float]:
    """Frontal, level and the roll in degrees, from the five landmarks."""
    left, right, nose, *mouth = (np.array(point, float) for point in landmarks)
    eyes, lips = (left + right) / 2, (mouth[0] + mouth[1]) / 2
    down = lips - eyes
    length = max(1e-6, float(np.hypot(*down)))
    beside = abs(float(down[0] * (nose - eyes)[1] - down[1] * (nose - eyes)[0])) / length**2
    narrow = float(np.hypot(*(right - left))) / length
    # From the side the nose leaves the middle, and both eyes come together: either tells a profile.
    turned = max(_share(beside, _FRONTAL, _PROFILE), _share(0.75 - narrow, 0.0, 0.5))
    # Eyes and mouth together give the roll: in a profile the line of the eyes alone says little.
    roll = math.degrees(math.atan2(-down[0], down[1]))
    return 1 - turned, 1 - _share(abs(roll), _LEVEL_DEG, _LYING_DEG), roll


def _share(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
