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


def faces_seen(
    picture_of: tuple[Path, str], left_open: int, look: CoverLook, faces: FaceDetector
) -> tuple[list[Box], tuple[Box, ...]]:
    """The heads of the picture in pixels of the rendition, and what the self-check takes for faces outside covers."""
    picture, heads = group_photo(*picture_of)
    done = render(picture, covering(heads[left_open:]), max_edge_px=1350, max_bytes=5_000_000, look=look)
    result = check_rendition(done.data, covered=done.covered, shown=(), faces=faces, texts=None, decoder=DecodeHere())
    assert result.problems == ()
    across, down = done.width / picture.shape[1], done.height / picture.shape[0]
    return [head.scaled(across, down) for head in heads], result.new_faces


@pytest.mark.parametrize("look", list(CoverLook))
@pytest.mark.parametrize("name", ["family_5.jpg", "staff_10.jpg", "steps_14.jpg"])
def test_no_covered_face_can_be_found_and_a_forgotten_one_is(
    shared_data: Path, name: str, look: CoverLook, faces: FaceDetector
) -> None:
    """A hand or a collar may be taken for a face, which only makes a person look again; a covered face never is."""
    heads, seen = faces_seen((shared_data, name), 0, look, faces)
    assert [box for box in seen if any(_is_of(box, head) for head in heads)] == []
    assert len(seen) <= 2
    heads, seen = faces_seen((shared_data, name), 1, look, faces)
    assert any(_is_of(box, heads[0]) for box in seen)


def _is_of(face: Box, head: Box) -> bool:
    """Whether a found face lies in this head, for the most part."""
    shared = face.intersection(head)
    return shared is not None and shared.area >= 0.6 * face.area and face.area >= 0.2 * head.area
