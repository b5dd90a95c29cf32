"""Lines of text by RapidOCR's PP-OCR networks on OpenVINO; the models come inside its package, nothing is fetched.

RapidOCR takes and gives blue-green-red pictures and float corners; both are turned on this doorstep.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np

from app.analysis.engines.models import ModelFile, check_digest
from app.domain.detection import Point, TextFinding
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.photo import RgbImage

_WORDS = "the text reader"
FINDER = ModelFile(
    "rapidocr",
    "rapidocr/models/PP-OCRv6_det_small.onnx",
    "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    _WORDS,
)
TURNER = ModelFile(
    "rapidocr",
    "rapidocr/models/ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "e47acedf663230f8863ff1ab0e64dd2d82b838fceb5957146dab185a89d6215c",
    _WORDS,
)
SPELLER = ModelFile(
    "rapidocr",
    "rapidocr/models/PP-OCRv6_rec_small.onnx",
    "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
    _WORDS,
)
FINDING_EDGE_PX = 1280
"""Long edge in which lines are looked for: 12 megapixels take 1.8 s instead of 5.1, and 960 loses half of the lines."""

LOWEST_SCORE = 0.4
"""The package's own 0.5 drops slanted script that a person can still read."""


class RapidTextReader:
    """Reads lines of text.

    Raises:
        EngineUnavailableError: a model is missing or damaged, or this processor cannot run it.
    """

    def __init__(self, models: tuple[Path, Path, Path] | None = None) -> None:
        paths = models or (FINDER.locate(), TURNER.locate(), SPELLER.locate())
        for path, model in zip(paths, (FINDER, TURNER, SPELLER), strict=True):
            check_digest(path, model)
        self._engine = f"rapidocr {SPELLER.version()} {FINDER.short_digest}-{SPELLER.short_digest}"
        self._reader = _build_reader(paths)

    @property
    def engine(self) -> str:
        return self._engine

    def read(self, image: RgbImage) -> tuple[TextFinding, ...]:
        """Lines from top to bottom, as the networks order them.

        Args:
            image: uint8, shape (height, width, 3), RGB, upright.

        Raises:
            EngineUnavailableError: the networks failed.
            BugError: `image` is not uint8 RGB.
        """
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or not image.size:
            raise BugError(f"the text reader wants uint8 RGB, not {image.dtype} of shape {image.shape}")
        if min(image.shape[:2]) < _SMALLEST_PX:
            return ()
        failures = _failures()
        try:
            found = self._reader(_prepared(image))
        except failures as error:
            raise EngineUnavailableError(
                "The text reader failed on a photo.", remedy="Try again; if it stays so, ask IT to look at the log."
            ) from error
        if found.boxes is None or found.txts is None or found.scores is None:
            return ()
        height, width = image.shape[:2]
        return tuple(
            TextFinding(_corners(box, width, height), text.strip(), round(float(score), 4))
            for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
            if text.strip()
        )


_SMALLEST_PX = 8
"""No letter fits into less, and the finder needs a few pixels to work on."""

_LONGEST_SHAPE = 30
"""RapidOCR refuses pictures much longer than this many times their breadth, so those get a white margin."""


def _prepared(image: RgbImage) -> RgbImage:
    """Blue-green-red, and not too slim; a margin is added right and below, so places stay where they are."""
    height, width = image.shape[:2]
    shortest = -(-max(height, width) // _LONGEST_SHAPE)
    margin = ((0, max(0, shortest - height)), (0, max(0, shortest - width)), (0, 0))
    return np.ascontiguousarray(np.pad(image, margin, constant_values=255)[:, :, ::-1])


def _build_reader(paths: tuple[Path, Path, Path]) -> Any:
    try:
        from rapidocr import EngineType, RapidOCR
    except ImportError as error:
        raise EngineUnavailableError(
            "The text reader is not installed.", remedy="Ask IT to install ClearPost again."
        ) from error
    finder, turner, speller = paths
    openvino = EngineType.OPENVINO
    settings = {
        "Global.log_level": "critical",
        "Global.text_score": LOWEST_SCORE,
        "Det.engine_type": openvino,
        "Det.model_path": str(finder),
        "Det.limit_type": "max",
        "Det.limit_side_len": FINDING_EDGE_PX,
        "Cls.engine_type": openvino,
        "Cls.model_path": str(turner),
        "Rec.engine_type": openvino,
        "Rec.model_path": str(speller),
    }
    failures = _failures()
    try:
        reader = RapidOCR(params=settings)
    except failures as error:
        raise EngineUnavailableError(
            "The text reader cannot run on this PC.", remedy="Ask IT to look at the log of ClearPost."
        ) from error
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)  # its console handler would write into our output
    return reader


def _failures() -> tuple[type[Exception], ...]:
    """What RapidOCR raises when a network cannot run; its own error is not a RuntimeError."""
    from rapidocr.inference_engine.openvino.main import OpenVINOError

    return (OpenVINOError, RuntimeError)


def _corners(box: Any, width: int, height: int) -> tuple[Point, Point, Point, Point]:
    def corner(point: Any) -> Point:
        x, y = round(float(point[0])), round(float(point[1]))
        return min(max(x, 0), width - 1), min(max(y, 0), height - 1)

    first, second, third, fourth = (corner(point) for point in box)
    return first, second, third, fourth
