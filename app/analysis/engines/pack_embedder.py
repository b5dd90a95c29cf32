"""Runs the network of a model pack: five landmarks, the face turned upright as ArcFace wants it, OpenVINO.

The landmarks are dlib's: the middles of both eyes and the lower end of the nose. ArcFace's own five points have the tip
of the nose instead, so the nose's place was carried over from dlib's mean face by the distance of the eyes.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import openvino  # type: ignore[import-untyped]
from numpy.typing import NDArray

from app.analysis.engines.dlib_embedder import Landmarks
from app.analysis.engines.model_pack import ModelPack
from app.domain.errors import EngineUnavailableError
from app.domain.geometry import Box
from app.domain.photo import RgbImage

EDGE_PX = 112
_TARGET = np.array([(38.29, 51.70), (73.53, 51.50), (55.92, 78.85)])
"""Where the eye on the left of the picture, the one on the right and the lower end of the nose go."""


class PackEmbedder:
    """Turns faces into vectors with the network of a pack.

    Raises:
        EngineUnavailableError: ``bad-pack``: this is no network for faces of 112 by 112 pixels, or it cannot run here.
    """

    def __init__(self, pack: ModelPack) -> None:
        self._pack = pack
        self._landmarks = Landmarks()
        try:
            model = openvino.Core().read_model(str(pack.file))
            if len(model.inputs) != 1 or not _takes_faces(model.inputs[0].partial_shape):
                raise self._refused()
            model.reshape([1, 3, EDGE_PX, EDGE_PX])
            options = {"INFERENCE_PRECISION_HINT": "f32", "NUM_STREAMS": "1"}
            self._request = openvino.Core().compile_model(model, "CPU", options).create_infer_request()
        except RuntimeError as error:
            raise self._refused() from error
        tried = self._run(np.zeros((EDGE_PX, EDGE_PX, 3), np.uint8))
        if tried.ndim != 2 or tried.shape[0] != 1 or tried.shape[1] < 2 or not np.isfinite(tried).all():
            raise self._refused()

    @property
    def engine(self) -> str:
        return self._pack.engine

    def cut(self, image: RgbImage, face: Box) -> RgbImage:
        """The face upright, 112 by 112 pixels."""
        points = self._landmarks.points(image, face)
        right, left, nose = points[0:2].mean(axis=0), points[2:4].mean(axis=0), points[4]
        turn = similarity(np.array([left, right, nose]), _TARGET)
        # Turning looks at four pixels only, so a large face is made smaller first.
        shrink = min(1.0, 2 * float(np.hypot(turn[0, 0], turn[1, 0])))
        if shrink < 1:
            image = np.asarray(cv2.resize(image, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)
            turn[:, :2] /= shrink
        return np.asarray(cv2.warpAffine(image, turn, (EDGE_PX, EDGE_PX), flags=cv2.INTER_LINEAR), np.uint8)

    def run(self, chips: NDArray[np.uint8]) -> NDArray[np.float32]:
        """One vector for each of the faces that `cut` gave."""
        return np.concatenate([self._run(chip) for chip in chips])

    def _run(self, chip: RgbImage) -> NDArray[np.float32]:
        colours = chip[:, :, ::-1] if self._pack.is_bgr else chip
        pixels = (colours.astype(np.float32) - self._pack.mean) * self._pack.scale
        try:
            return np.array(self._request.infer([pixels.transpose(2, 0, 1)[None]])[0], np.float32)
        except RuntimeError as error:
            raise EngineUnavailableError("The part that compares faces failed.", remedy="Try again.") from error

    def _refused(self) -> EngineUnavailableError:
        return EngineUnavailableError(
            f"The face network “{self._pack.name}” does not turn a face of 112 by 112 pixels into a vector.",
            remedy="Ask whoever provided the network for a whole pack, or remove its folder.",
            code="bad-pack",
        )


def _takes_faces(declared: Any) -> bool:
    """Whether an input is for colour pictures of 112 by 112 pixels, as far as the file says so."""
    if declared.rank.is_dynamic:
        return True
    sizes = [size.get_length() if size.is_static else None for size in declared]
    wanted = (3, EDGE_PX, EDGE_PX)
    return len(sizes) == 4 and all(size in (None, want) for size, want in zip(sizes[1:], wanted, strict=True))


def similarity(points: NDArray[np.float64], to: NDArray[np.float64]) -> NDArray[np.float64]:
    """The turn, size and shift that bring points nearest to others (Umeyama, PAMI 1991), as a 2 by 3 matrix.

    Never a mirror image: in the plane the best turn follows from sums over points taken as complex numbers.
    """
    source, target = points @ (1, 1j), to @ (1, 1j)
    from_middle, to_middle = source.mean(), target.mean()
    spread = float((np.abs(source - from_middle) ** 2).sum())
    turn: Any = ((source - from_middle).conj() * (target - to_middle)).sum() / max(spread, 1e-9)
    shift: Any = to_middle - turn * from_middle
    return np.array([[turn.real, -turn.imag, shift.real], [turn.imag, turn.real, shift.imag]])
