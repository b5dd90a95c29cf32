"""The self-check with the real detector on real group photos."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.analysis.looking import face_detector
from app.domain.geometry import Box
from app.domain.ports import FaceDetector
from app.redaction.covering import CoverLook
from app.redaction.rendering import render
from app.redaction.selfcheck import check_rendition
from tests.unit.redaction.test_covering import group_photo
from tests.unit.redaction.test_rendering import covering
from tests.unit.redaction.test_selfcheck import DecodeHere


@pytest.fixture(scope="module")
def faces() -> FaceDetector:
    return face_detector()


def unknown_faces(
    picture_of: tuple[Path, str], left_open: int, look: CoverLook, faces: FaceDetector
) -> tuple[Box, ...]:
    picture, heads = group_photo(*picture_of)
    done = render(picture, covering(heads[left_open:]), max_edge_px=1350, max_bytes=5_000_000, look=look)
    result = check_rendition(done.data, covered=done.covered, shown=(), faces=faces, texts=None, decoder=DecodeHere())
    assert result.problems == ()
    return result.new_faces


@pytest.mark.parametrize("look", list(CoverLook))
@pytest.mark.parametrize("name", ["family_5.jpg", "staff_10.jpg", "steps_14.jpg"])
def test_no_covered_face_can_be_found_and_a_forgotten_one_is(
    shared_data: Path, name: str, look: CoverLook, faces: FaceDetector
) -> None:
    assert unknown_faces((shared_data, name), 0, look, faces) == ()
    assert unknown_faces((shared_data, name), 1, look, faces)
