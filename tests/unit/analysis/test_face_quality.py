"""A small, a blurred and a turned face have less quality than the same face large, sharp and from the front."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from app.analysis.engines.centerface import CenterFaceDetector
from app.analysis.quality import FaceQuality, face_quality
from app.domain.geometry import Box
from tests.bench.portraits import class_photo, portraits
from tests.bench.truth import TruePhoto, load_portraits, load_set


@pytest.fixture(scope="module")
def detector() -> CenterFaceDetector:
    return CenterFaceDetector()


def _judged(detector: CenterFaceDetector, picture: Image.Image) -> FaceQuality:
    image = np.asarray(picture)
    box, place = detector.places(image)[0]
    return face_quality(image, box, place.landmarks)


def _named(photos: tuple[TruePhoto, ...], name: str) -> Image.Image:
    return Image.fromarray(next(photo for photo in photos if photo.path.name == name).pixels())


def test_a_blurred_face_has_less_quality(detector: CenterFaceDetector) -> None:
    sharp = portraits()[0]
    clear, dim = _judged(detector, sharp), _judged(detector, sharp.filter(ImageFilter.GaussianBlur(4)))
    assert dim.sharpness < clear.sharpness
    assert dim.value < 0.8 * clear.value


def test_a_small_face_has_less_quality(detector: CenterFaceDetector) -> None:
    large = portraits()[0]
    small = large.resize((large.width // 4, large.height // 4))
    assert _judged(detector, small).size < 0.5 < _judged(detector, large).size
    assert _judged(detector, small).value < 0.7 * _judged(detector, large).value


def test_a_face_seen_from_the_side_has_less_quality_than_from_the_front(
    detector: CenterFaceDetector, shared_data: Path
) -> None:
    front = _judged(detector, _named(load_portraits(shared_data / "identify_wild"), "df_img14.jpg"))
    image = np.asarray(_named(load_set(shared_data / "faces_groups"), "cheer_4.jpg"))
    looking_aside = next((b, p) for b, p in detector.places(image) if b.contains_point(212, 286))
    side = face_quality(image, looking_aside[0], looking_aside[1].landmarks)
    assert (side.frontal or 0) < 0.6 < 0.9 < (front.frontal or 0)
    assert side.value < side.size * side.sharpness < front.value


def test_a_lying_face_has_less_quality_and_tells_how_far_it_is_turned(detector: CenterFaceDetector) -> None:
    picture = portraits()[0]
    upright, lying = _judged(detector, picture), _judged(detector, picture.transpose(Image.Transpose.ROTATE_270))
    assert abs(upright.roll_deg or 0) < 20
    assert 70 < (lying.roll_deg or 0) < 110
    assert lying.value < upright.value


def test_the_one_number_of_a_detection_is_made_from_the_parts(detector: CenterFaceDetector) -> None:
    image = np.asarray(class_photo(1200, 900))
    faces, _ = detector.detect(image)
    parts = {box: face_quality(image, box, place.landmarks) for box, place in detector.places(image)}
    assert len(faces) == 6
    assert all(face.quality == parts[face.box].value for face in faces)
    assert all(0 <= part <= 1 for q in parts.values() for part in (q.size, q.sharpness, q.frontal or 0, q.level or 0))


def test_without_landmarks_the_pose_lowers_nothing() -> None:
    image = np.random.default_rng(1).integers(0, 255, (200, 200, 3), np.uint8)
    judged = face_quality(image, Box(20, 20, 160, 180))
    assert judged.frontal is None
    assert judged.value == 1.0


def test_landmarks_of_a_profile_and_of_a_frontal_face_are_told_apart() -> None:
    image = np.random.default_rng(1).integers(0, 255, (200, 200, 3), np.uint8)
    face = Box(20, 20, 160, 180)
    front = face_quality(image, face, [(60, 70), (120, 70), (90, 100), (65, 130), (115, 130)])
    side = face_quality(image, face, [(60, 70), (75, 70), (40, 100), (62, 130), (75, 130)])
    assert (front.frontal, front.level, front.roll_deg) == (1.0, 1.0, 0.0)
    assert side.frontal == 0.0
    assert side.value == pytest.approx(0.6)
