"""A second, worse box of a face that was found asks nobody; whoever may be somebody else still does."""

from __future__ import annotations

import pytest

from app.analysis.doubles import is_maybe_in_a_head, is_of_the_face
from app.domain.detection import FaceDetection, Hint
from app.domain.geometry import Box, head_around

FACE = Box(716, 146, 892, 364)
FOREHEAD = Box(731, 96, 885, 221)
BEHIND = Box(731, 20, 885, 200)
"""Reaches beyond the hair."""
FAR_AWAY = Box(670, 150, 700, 190)
AT_THE_CHIN = Box(740, 340, 880, 415)


def found(score: float = 0.94) -> FaceDetection:
    return FaceDetection(FACE, head_around(FACE), score, 1.0)


def test_the_forehead_of_a_clear_face_is_nobody_else() -> None:
    assert is_of_the_face(Hint(FOREHEAD, 0.27), found())


@pytest.mark.parametrize("box", [BEHIND, FAR_AWAY, AT_THE_CHIN])
def test_somebody_behind_far_away_or_below_is_still_asked_about(box: Box) -> None:
    assert not is_of_the_face(Hint(box, 0.27), found())


def test_what_was_seen_clearly_is_still_asked_about() -> None:
    assert not is_of_the_face(Hint(FOREHEAD, 0.6), found())


def test_a_face_that_is_itself_a_guess_speaks_for_no_hint() -> None:
    assert not is_of_the_face(Hint(FOREHEAD, 0.27), found(0.4))


def test_a_faint_speck_in_the_hair_of_a_clear_face_is_asked_about_instead() -> None:
    speck = FaceDetection(Box(780, 60, 794, 78), Box(778, 56, 796, 80), 0.37, 0.2)
    assert is_maybe_in_a_head(speck, found())


def test_a_clear_small_face_in_the_head_box_of_another_stays_a_face() -> None:
    far = FaceDetection(Box(780, 60, 794, 78), Box(778, 56, 796, 80), 0.6, 0.2)
    assert not is_maybe_in_a_head(far, found())


def test_a_faint_small_face_beside_a_head_stays_a_face() -> None:
    beside = FaceDetection(Box(640, 60, 672, 100), Box(636, 50, 676, 108), 0.37, 0.2)
    assert not is_maybe_in_a_head(beside, found())
