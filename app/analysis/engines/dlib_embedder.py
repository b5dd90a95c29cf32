"""Embeddings by the network of `face_recognition` (dlib's ResNet, 128 numbers), run by OpenVINO.

Nothing on the way of a photo loads this module: faces are compared inside the matching gates alone. The vectors equal
those of `face_recognition.face_encodings(..., model="small")`; that package itself is not used, since importing it
changes Pillow for the whole program. dlib finds five landmarks and cuts the face out upright; its 68-point file is left
alone, since its terms exclude commercial use.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dlib
import numpy as np
from numpy.typing import NDArray

from app.analysis.engines.dlib_weights import DIMENSIONS, INPUT_PX, LANDMARKS, NETWORK, engine_name
from app.analysis.engines.face_network import FaceNetwork
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box
from app.domain.photo import RgbImage

_PADDING = 0.25


class DlibEmbedder:
    """Turns faces into vectors; those of one person lie within about 0.6 of each other, by Euclidean distance.

    Args:
        cache: a folder for the finished network; None builds it each time, in about a second.

    Raises:
        EngineUnavailableError: a model is missing or damaged.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._engine = engine_name()
        self._landmarks = Landmarks()
        self._network = FaceNetwork(NETWORK.checked(), NETWORK.sha256, cache=cache)

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
        return self.run(np.stack([self.cut(pixels, face) for face in faces]))

    def cut(self, image: RgbImage, face: Box) -> RgbImage:
        """The face upright, 150 by 150 pixels."""
        return np.asarray(dlib.get_face_chip(image, self._landmarks.find(image, face), INPUT_PX, _PADDING), np.uint8)

    def run(self, chips: NDArray[np.uint8]) -> NDArray[np.float32]:
        """One vector for each of the faces that `cut` gave."""
        return self._network.run(chips)


class Landmarks:
    """Five points of a face, by dlib: both corners of each eye and the lower end of the nose.

    Raises:
        EngineUnavailableError: the model is missing or damaged.
    """

    def __init__(self) -> None:
        try:
            self._predictor = dlib.shape_predictor(str(LANDMARKS.checked()))
        except RuntimeError as error:
            raise EngineUnavailableError("The part that compares faces cannot run on this PC.") from error

    def find(self, image: RgbImage, face: Box) -> Any:
        """The points as dlib keeps them; `face` is square, from the brows to the chin."""
        # dlib's rectangles include their last row and column; face_recognition passes ours on unchanged.
        return self._predictor(image, dlib.rectangle(face.left, face.top, face.right, face.bottom))

    def points(self, image: RgbImage, face: Box) -> NDArray[np.float64]:
        """Shape (5, 2), x and y: the eye on the right of the picture (outer, inner), the one on the left, the nose."""
        found = self.find(image, face)
        return np.array([(found.part(i).x, found.part(i).y) for i in range(found.num_parts)], np.float64)
