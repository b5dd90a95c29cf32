"""From faces in a picture to the vectors that are compared: the same for enrolment, suggestions and measurements.

Each face is cut out of the picture with some surroundings first, so that nothing but the faces asked for gets to a
network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.analysis.matching.gallery import unit
from app.domain.errors import BugError
from app.domain.geometry import Box
from app.domain.photo import RgbImage

_AROUND = 0.9
"""How much of the face's size is cut out with it on each side: a face lying at 45 degrees still has its corners."""


class FaceNetworkPort(Protocol):
    """A network for faces, in two steps so that faces of several pictures go through it together."""

    @property
    def engine(self) -> str:
        """Name, version and model digest."""

    def cut(self, image: RgbImage, face: Box) -> RgbImage:
        """The face upright, as large as the network wants it; `face` is square, from the brows to the chin."""

    def run(self, chips: NDArray[np.uint8]) -> NDArray[np.float32]:
        """One vector for each of the cut-out faces, shape (n, height, width, 3) RGB.

        Raises:
            EngineUnavailableError: the network failed.
        """


@dataclass(frozen=True, slots=True, eq=False)
class Cutting:
    """One face with its surroundings: uint8 RGB pixels, and where the face is in them."""

    pixels: RgbImage
    face: Box


def cuttings_of(image: RgbImage, faces: Sequence[Box]) -> tuple[Cutting, ...]:
    """Copies of the faces asked for, each with its surroundings.

    Args:
        image: uint8, shape (height, width, 3), RGB, upright.
        faces: boxes of our face detector in it, forehead to chin.

    Raises:
        BugError: `image` is not uint8 RGB, or a face lies outside it.
    """
    if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3:
        raise BugError(f"the embedder wants uint8 RGB, not {image.dtype} of shape {image.shape}")
    return tuple(_cutting(image, face) for face in faces)


def vectors_of(network: FaceNetworkPort, cuttings: Sequence[Cutting]) -> NDArray[np.float32]:
    """One vector of length 1 per face: the mean of the face and its mirror image.

    Returns:
        float32, shape (len(cuttings), dimensions); (0, 0) for none.
    """
    if not cuttings:
        return np.empty((0, 0), np.float32)
    # Mirroring the face as cut out is as good as finding its landmarks a second time, and twice as fast.
    chips = np.stack([network.cut(c.pixels, _square(c.face)) for c in cuttings])
    plain, mirrored = np.split(network.run(np.concatenate([chips, chips[:, :, ::-1]])), 2)
    return unit(plain + mirrored)


def _cutting(image: RgbImage, face: Box) -> Cutting:
    around = face.grown(sides=_AROUND, top=_AROUND, bottom=_AROUND).clipped(image.shape[1], image.shape[0])
    if around is None:
        raise BugError("a face outside the picture")
    pixels = image[around.top : around.bottom, around.left : around.right].copy()
    left, top = around.left, around.top
    return Cutting(pixels, Box(face.left - left, face.top - top, face.right - left, face.bottom - top))


def _square(box: Box) -> Box:
    """The landmarks were trained on dlib's own detector's square boxes from the brows to the chin."""
    half = (box.width + box.height) / 4
    x, y = box.centre
    y += box.height * 0.06
    return Box.from_list([x - half, y - half, x + half, y + half])
