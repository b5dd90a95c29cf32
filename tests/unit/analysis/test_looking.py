"""The engines look side by side and find what each finds alone, the same every time."""

from __future__ import annotations

import numpy as np
import pytest

from app.analysis.looking import look
from app.domain.errors import BugError
from app.domain.photo import RgbImage
from tests.bench.portraits import certificate_photo, class_photo

BOTH = frozenset({"faces", "texts"})


def _photo() -> RgbImage:
    """People above, a certificate below."""
    people, sheet = class_photo(1200, 900), certificate_photo().resize((1200, 900))
    return np.concatenate([np.asarray(people), np.asarray(sheet)])


def test_side_by_side_they_find_what_each_finds_alone_and_find_it_again() -> None:
    photo = _photo()
    together, faces, texts = (look(photo, only) for only in (BOTH, frozenset({"faces"}), frozenset({"texts"})))
    assert len(together.faces) >= 6
    assert any("Certificate" in line.text for line in together.texts)
    assert (together.faces, together.hints, together.texts) == (faces.faces, faces.hints, texts.texts)
    assert together.engines == (*faces.engines, *texts.engines)
    assert look(photo, BOTH) == together


def test_what_is_not_asked_for_is_not_looked_for() -> None:
    found = look(_photo(), frozenset({"texts"}))
    assert found.texts
    assert (found.faces, found.hints, found.marks) == ((), (), ())


def test_a_picture_without_pixels_is_a_mistake_of_the_program() -> None:
    with pytest.raises(BugError):
        look(np.zeros((0, 4, 3), np.uint8), BOTH)
