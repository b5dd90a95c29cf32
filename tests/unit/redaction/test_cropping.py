"""Pictures are cropped to the platform's shapes before anything is covered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.geometry import Box
from app.redaction.cropping import has_shape, shape_frame

SIDE = st.integers(16, 5000)
SHAPE = st.integers(50, 200)


@pytest.mark.parametrize(
    ("size", "frame"),
    [
        ((4000, 3000), None),
        ((4000, 1000), Box(1045, 0, 2955, 1000)),
        ((1000, 4000), Box(0, 1375, 1000, 2625)),
    ],
)
def test_only_what_does_not_fit_is_cropped_and_from_its_middle(size: tuple[int, int], frame: Box | None) -> None:
    assert shape_frame(*size, narrowest=80, widest=191) == frame
    assert shape_frame(*size, narrowest=0, widest=0) is None


def test_those_who_are_shown_stay_in_the_picture() -> None:
    face = Box(3800, 400, 3950, 600)
    frame = shape_frame(4000, 1000, narrowest=80, widest=191, keep=[face])
    assert frame is not None
    assert frame.contains(face)
    assert frame.right == 4000


@given(SIDE, SIDE, SHAPE, SHAPE, st.integers(0, 4999), st.integers(0, 4999))
def test_a_crop_lies_in_the_photo_and_has_the_shape(width, height, first, second, x, y) -> None:
    narrowest, widest = sorted((first, second))
    face = Box(min(x, width - 1), min(y, height - 1), min(x, width - 1) + 1, min(y, height - 1) + 1)
    frame = shape_frame(width, height, narrowest=narrowest, widest=widest, keep=[face])
    if frame is None:
        assert has_shape(width, height, narrowest=narrowest, widest=widest)
        return
    assert Box(0, 0, width, height).contains(frame)
    assert has_shape(frame.width, frame.height, narrowest=narrowest, widest=widest)
    assert frame.width == width or frame.height == height
    assert frame.contains_point(*face.centre)
