"""No pixel under a cover has any part in the picture that goes out."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.errors import BugError, VerificationError
from app.domain.geometry import Box, head_around
from app.domain.photo import RgbImage
from app.redaction.covering import FLAT_TONE, CoverLook, cover, verify_fill
from app.redaction.shapes import reach_px

LOOKS = list(CoverLook)
WIDTH, HEIGHT = 60, 44


def noise(seed: int = 5) -> RgbImage:
    return np.random.default_rng(seed).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)


def mask_of(boxes: list[Box]) -> np.ndarray:
    mask = np.zeros((HEIGHT, WIDTH), bool)
    for box in boxes:
        mask[max(box.top, 0) : max(box.bottom, 0), max(box.left, 0) : max(box.right, 0)] = True
    return mask


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.integers(-12, WIDTH + 5)), draw(st.integers(-12, HEIGHT + 5))
    return Box(left, top, left + draw(st.integers(1, 40)), top + draw(st.integers(1, 40)))


some_boxes = st.lists(boxes(), max_size=4)


@pytest.mark.parametrize("look", LOOKS)
@settings(max_examples=60, deadline=None)
@given(found=some_boxes, seed=st.integers(0, 1000))
@example(found=[Box(0, 0, WIDTH, HEIGHT)], seed=1)
@example(found=[Box(3, 3, 4, 4), Box(59, 43, 60, 44)], seed=2)
@example(found=[Box(5, 5, 25, 25), Box(20, 20, 40, 40), Box(21, 2, 22, 43)], seed=3)
def test_what_stands_in_the_boxes_changes_nothing_anywhere(look: CoverLook, found: list[Box], seed: int) -> None:
    one, other = noise(), noise()
    mask = mask_of(found)
    other[mask] = noise(seed)[mask]
    assert np.array_equal(cover(one, found, look=look), cover(other, found, look=look))


@pytest.mark.parametrize("look", LOOKS)
@settings(max_examples=40, deadline=None)
@given(found=some_boxes)
def test_outside_the_covers_the_picture_stays_as_it_is(look: CoverLook, found: list[Box]) -> None:
    picture = noise()
    kept = picture.copy()
    grown = [Box(b.left - r, b.top - r, b.right + r, b.bottom + r) for b in found for r in [reach_px(b)]]
    outside = ~mask_of(grown)
    result = cover(picture, found, look=look)
    assert np.array_equal(result[outside], picture[outside])
    assert np.array_equal(picture, kept)


@settings(max_examples=40, deadline=None)
@given(found=some_boxes)
def test_a_flat_cover_is_one_tone_in_every_pixel_of_its_boxes(found: list[Box]) -> None:
    result = cover(noise(), found, look=CoverLook.FLAT)
    assert (result[mask_of(found)] == FLAT_TONE).all()


@pytest.mark.parametrize("look", LOOKS)
@settings(max_examples=25, deadline=None)
@given(found=some_boxes)
def test_a_cover_passes_its_own_check(look: CoverLook, found: list[Box]) -> None:
    picture = noise()
    verify_fill(picture, cover(picture, found, look=look), found, look=look)


@pytest.mark.parametrize("look", LOOKS)
def test_one_pixel_that_was_left_is_found(look: CoverLook) -> None:
    picture, found = noise(), [Box(10, 10, 30, 30)]
    leaky = cover(picture, found, look=look)
    leaky[29, 29] = picture[29, 29]
    with pytest.raises(VerificationError) as refusal:
        verify_fill(picture, leaky, found, look=look)
    assert refusal.value.code == "cover-leaks"


def test_a_blurred_face_does_not_pass_for_a_cover(shared_data: Path) -> None:
    picture, heads = group_photo(shared_data, "family_5.jpg")
    blurred = picture.copy()
    for head in heads:
        rows, columns = slice(head.top, head.bottom), slice(head.left, head.right)
        tiny = Image.fromarray(picture[rows, columns]).resize((3, 4))
        blurred[rows, columns] = np.asarray(tiny.resize((head.width, head.height), Image.Resampling.BICUBIC))
    for look in LOOKS:
        with pytest.raises(VerificationError):
            verify_fill(picture, blurred, heads, look=look)


def test_a_frosted_cover_of_a_real_face_shows_no_detail(shared_data: Path) -> None:
    picture, heads = group_photo(shared_data, "meeting_5.jpg")
    result = cover(picture, heads, look=CoverLook.FROSTED)
    for head in heads:
        inner = (slice(head.top + 4, head.bottom - 4), slice(head.left + 4, head.right - 4))
        steps = np.abs(np.diff(result[inner].astype(int), axis=1))
        assert steps.mean() < 6
        assert np.abs(np.diff(picture[inner].astype(int), axis=1)).mean() > steps.mean()


@pytest.mark.parametrize("look", LOOKS)
def test_a_picture_that_is_covered_whole_still_comes_out(look: CoverLook) -> None:
    result = cover(noise(), [Box(-5, -5, 500, 500)], look=look)
    assert result.shape == (HEIGHT, WIDTH, 3)
    assert result.astype(int).std() < 25


@pytest.mark.parametrize("look", LOOKS)
def test_no_boxes_no_change(look: CoverLook) -> None:
    picture = noise()
    result = cover(picture, [], look=look)
    assert np.array_equal(result, picture)
    assert result is not picture


def test_only_rgb_pictures_are_covered() -> None:
    with pytest.raises(BugError):
        cover(np.zeros((4, 4), np.uint8), [])


def group_photo(shared_data: Path, name: str) -> tuple[RgbImage, list[Box]]:
    folder = shared_data / "faces_groups"
    image = Image.open(folder / "images" / name).convert("RGB")
    faces = json.loads((folder / "faces.json").read_text())[name]
    heads = [head_around(Box.from_xywh(*face)).clipped(*image.size) for face in faces]
    return np.asarray(image), [head for head in heads if head]
