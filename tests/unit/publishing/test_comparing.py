"""A saved copy or a screenshot of a live picture is known again, and a cover that came off is noticed."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from app.domain.geometry import Box
from app.publishing.comparing import compare_pictures

COVERED = Box(300, 200, 420, 340)


def scene(seed: int) -> np.ndarray:
    """A picture with large and small shapes, 900 by 600."""
    dice = np.random.default_rng(seed)
    small = dice.integers(0, 255, (12, 18, 3), dtype=np.uint8)
    picture = cv2.resize(small, (900, 600), interpolation=cv2.INTER_CUBIC)
    return np.clip(picture + dice.normal(0, 6, picture.shape), 0, 255).astype(np.uint8)


def approved(seed: int = 1) -> np.ndarray:
    picture = scene(seed)
    picture[COVERED.top : COVERED.bottom, COVERED.left : COVERED.right] = 128
    return picture


def jpeg(picture: np.ndarray, quality: int = 60) -> np.ndarray:
    sheet = io.BytesIO()
    Image.fromarray(picture).save(sheet, "JPEG", quality=quality)
    return np.asarray(Image.open(sheet).convert("RGB"))


def test_a_saved_copy_in_another_size_and_quality_is_the_same_picture() -> None:
    small = jpeg(cv2.resize(approved(), (540, 360), interpolation=cv2.INTER_AREA))
    found = compare_pictures(approved(), small, [COVERED])
    assert found.is_same
    assert found.score > 0.97


@pytest.mark.parametrize(("left", "top", "width"), [(200, 150, 700), (40, 300, 420), (500, 60, 600)])
def test_a_screenshot_with_a_window_around_it_is_known_too(left: int, top: int, width: int) -> None:
    screen = np.full((900, 1400, 3), 245, np.uint8)
    screen[:60] = (40, 60, 120)
    shown = cv2.resize(approved(), (width, width * 600 // 900), interpolation=cv2.INTER_AREA)
    screen[top : top + shown.shape[0], left : left + shown.shape[1]] = shown
    assert compare_pictures(approved(), jpeg(screen), [COVERED]).is_same


def test_another_photo_is_not_the_same() -> None:
    for seed in range(2, 8):
        found = compare_pictures(approved(), jpeg(approved(seed)), [COVERED])
        assert not found.is_same
        assert found.score < 0.8


def test_the_same_photo_with_its_cover_off_is_noticed() -> None:
    bare = scene(1)
    bare[COVERED.top : COVERED.bottom, COVERED.left : COVERED.right] = (240, 190, 160)
    found = compare_pictures(approved(), jpeg(bare), [COVERED])
    assert not found.is_same
    assert found.uncovered == 1


def test_an_empty_screen_shows_nothing() -> None:
    assert not compare_pictures(approved(), np.full((300, 400, 3), 200, np.uint8), [COVERED]).is_same
