from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BugError
from app.domain.geometry import Box, head_around

boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    st.integers(-200, 4000),
    st.integers(-200, 4000),
    st.integers(1, 2000),
    st.integers(1, 2000),
)


def test_an_empty_box_is_refused() -> None:
    with pytest.raises(BugError):
        Box(10, 10, 10, 20)


@given(boxes)
def test_a_box_survives_there_and_back_through_every_convention(box: Box) -> None:
    assert Box.from_xywh(box.left, box.top, box.width, box.height) == box
    assert Box.from_list(box.to_list()) == box


@given(boxes, boxes)
def test_overlap_is_the_same_from_both_sides_and_between_nothing_and_all(a: Box, b: Box) -> None:
    assert a.iou(b) == b.iou(a)
    assert 0 <= a.iou(b) <= 1
    assert a.iou(a) == 1


@given(boxes)
def test_a_head_holds_the_face_and_a_quarter_more_on_every_side(face: Box) -> None:
    head = head_around(face)
    assert head.contains(face)
    assert face.left - head.left >= face.width * 0.25
    assert head.right - face.right >= face.width * 0.25
    assert face.top - head.top >= face.height * 0.25
    assert head.bottom - face.bottom >= face.height * 0.25


@given(boxes, st.floats(0.05, 3.0), st.floats(0.05, 3.0))
def test_scaling_never_lets_a_pixel_slip_out(box: Box, fx: float, fy: float) -> None:
    scaled = box.scaled(fx, fy)
    assert scaled.left <= box.left * fx
    assert scaled.right >= box.right * fx - 1e-6
    assert scaled.top <= box.top * fy
    assert scaled.bottom >= box.bottom * fy - 1e-6


@given(boxes)
def test_a_clipped_box_lies_inside_the_picture(box: Box) -> None:
    clipped = box.clipped(1000, 800)
    assert clipped is None or Box(0, 0, 1000, 800).contains(clipped)
