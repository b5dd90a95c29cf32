"""What is compared with: SIFT points of the reference found again in the photo, held together by one homography."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from app.analysis.marks.cutouts import Cutout
from app.domain.geometry import Box
from app.domain.photo import RgbImage

_RATIO = 0.78
_FEWEST = 7


class SiftFinder:
    """Finds one mark by its references, at most once per reference and photo."""

    def __init__(self, references: Sequence[Cutout]) -> None:
        self._sift: Any = cv2.SIFT_create(contrastThreshold=0.02)
        self._references = [(r, *self._points(_on_grey(r))) for r in references]

    def detect(self, image: RgbImage) -> list[Box]:
        """Boxes of the mark; the photo is looked at twice as large when it is small."""
        factor = 2.0 if max(image.shape[:2]) <= 1600 else 1.0
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        points, words = self._points(grey)
        return self.match(points, words, factor, image.shape)

    def match(self, points: Any, words: Any, factor: float, shape: tuple[int, ...]) -> list[Box]:
        """The same, from points found before."""
        boxes = [self._match(reference, points, words, factor, shape) for reference in self._references]
        return [box for box in boxes if box is not None]

    def points(self, image: RgbImage) -> tuple[Any, Any, float]:
        """Points of a photo, for several marks."""
        factor = 2.0 if max(image.shape[:2]) <= 1600 else 1.0
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        return (*self._points(grey), factor)

    def _points(self, grey: Any) -> tuple[Any, Any]:
        found, words = self._sift.detectAndCompute(grey, None)
        return np.float32([p.pt for p in found]).reshape(-1, 2), words

    def _match(self, reference: Any, points: Any, words: Any, factor: float, shape: tuple[int, ...]) -> Box | None:
        picture, own_points, own_words = reference
        if words is None or own_words is None or len(own_points) < _FEWEST or len(points) < _FEWEST:
            return None
        pairs = cv2.BFMatcher().knnMatch(own_words, words, k=2)
        good = [p[0] for p in pairs if len(p) == 2 and p[0].distance < _RATIO * p[1].distance]
        if len(good) < _FEWEST:
            return None
        source = own_points[[m.queryIdx for m in good]]
        target = points[[m.trainIdx for m in good]]
        matrix, held = cv2.findHomography(source, target, cv2.RANSAC, 5.0)
        if matrix is None or held.sum() < _FEWEST:
            return None
        height, width = picture.pixels.shape[:2]
        corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])[None]
        seen = cv2.perspectiveTransform(corners, matrix)[0] / factor
        if not cv2.isContourConvex(np.int32(seen * 8)) or cv2.contourArea(seen) < 200:
            return None
        (left, top), (right, bottom) = seen.min(axis=0), seen.max(axis=0)
        if right - left > shape[1] or bottom - top > shape[0] or right <= left + 2 or bottom <= top + 2:
            return None
        return Box(int(left), int(top), int(right), int(bottom)).clipped(shape[1], shape[0])


def _on_grey(mark: Cutout) -> Any:
    share = mark.cover[..., None]
    laid = mark.pixels * share + 128 * (1 - share)
    return cv2.cvtColor(laid.astype(np.uint8), cv2.COLOR_RGB2GRAY)
