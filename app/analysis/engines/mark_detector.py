"""Finds taught school marks; OpenVINO slides the linear filters over the maps, the rest is in `app.analysis.marks`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import openvino  # type: ignore[import-untyped]
import openvino.opset13 as ops  # type: ignore[import-untyped]
from numpy.typing import NDArray

from app.analysis.engines.processor import compiled
from app.analysis.marks.channels import CHANNELS, Maps
from app.analysis.marks.learning import Filters
from app.analysis.marks.model import TaughtMark
from app.analysis.marks.search import STRIDE, Sight, candidates_in, levels_of, sights_in, without_parts
from app.analysis.marks.windows import Window
from app.domain.detection import MarkFinding
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.photo import RgbImage

VERSION = 2
LONGEST_PX = 4096
"""Larger photos are looked at in this size: a mark of 32 pixels in 12 megapixels is one of 64 in 48."""


class Correlator:
    """Answers of a window's filters at every `STRIDE`-th place of a picture's maps."""

    def __init__(self, window: Window, filters: Filters) -> None:
        shape = (len(filters.weights), CHANNELS, window.rows, window.columns)
        maps = ops.parameter([1, CHANNELS, -1, -1], np.float32, name="maps")
        weights = ops.constant(np.ascontiguousarray(filters.weights.reshape(shape)))
        answers = ops.convolution(maps, weights, [STRIDE, STRIDE], [0, 0], [0, 0], [1, 1])
        offsets = ops.constant(np.ascontiguousarray(filters.offsets.reshape(1, -1, 1, 1)))
        model = openvino.Model([ops.add(answers, offsets)], [maps], "marks")
        try:
            self._request: Any = compiled(model, full_precision=True).create_infer_request()
        except RuntimeError as error:
            raise EngineUnavailableError("The finder of school marks cannot run on this PC.") from error

    def __call__(self, maps: Maps) -> NDArray[np.float32]:
        try:
            return np.asarray(self._request.infer([maps[None]])[0][0], np.float32)
        except RuntimeError as error:
            raise EngineUnavailableError("The finder of school marks failed.", remedy="Try again.") from error


class TaughtMarkDetector:
    """Finds every taught mark in one go; the maps of a picture are shared by all marks.

    Args:
        marks: the key of each mark, what was learned of it, and the digest of that.
    """

    def __init__(self, marks: Sequence[tuple[str, TaughtMark, str]]) -> None:
        self._marks = [(key, mark, Correlator(mark.coarse, mark.filters)) for key, mark, _ in marks]
        self._engine = " ".join([f"marks {VERSION}", *(digest for _, _, digest in marks)])

    @property
    def engine(self) -> str:
        return self._engine

    def detect(self, image: RgbImage) -> tuple[MarkFinding, ...]:
        """Marks by falling score; the score is the probability the closer look gives, 0 to 1.

        Args:
            image: uint8, shape (height, width, 3), RGB, upright.

        Raises:
            EngineUnavailableError: the search failed.
            BugError: `image` is not uint8 RGB.
        """
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or not image.size:
            raise BugError(f"the finder of marks wants uint8 RGB, not {image.dtype} of shape {image.shape}")
        if not self._marks:
            return ()
        seen, factor = _within(image)
        smallest = min(min(mark.coarse.rows, mark.coarse.columns) for _, mark, _ in self._marks)
        levels = levels_of(seen, smallest)
        found = []
        for key, mark, correlate in self._marks:
            candidates = candidates_in(levels, mark.coarse, mark.filters, correlate, lowest=mark.lowest_answer)
            sights = sights_in(seen, candidates, mark.fine, mark.judges, mark.views, lowest=mark.lowest_odds)
            for sight in without_parts(sights):
                box = sight.place.box().scaled(factor, factor).clipped(image.shape[1], image.shape[0])
                if box is not None:
                    found.append(MarkFinding(box, key, _probability(sight, mark)))
        return tuple(sorted(found, key=lambda f: (-f.score, f.box.left, f.box.top)))


def _probability(sight: Sight, mark: TaughtMark) -> float:
    """0.5 at the lowest odds that count, towards 1 above."""
    return round(float(1 / (1 + np.exp(-(sight.odds - mark.lowest_odds) / 2))), 4)


def _within(image: RgbImage) -> tuple[RgbImage, float]:
    longest = max(image.shape[:2])
    if longest <= LONGEST_PX:
        return image, 1.0
    import cv2

    factor = LONGEST_PX / longest
    size = (max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8), 1 / factor
