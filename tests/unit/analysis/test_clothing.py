"""The colours people wear below their faces, seen in real photos whatever the light."""

from __future__ import annotations

import numpy as np
import pytest

from app.analysis.clothing import clothes_in, light_gains, main_colours, torso_below
from app.domain.clothing import Uniform, UniformTag, dresses_in
from app.domain.geometry import Box
from tests.bench.portraits import class_faces, class_photo
from tests.bench.uniforms import COLOURS, LIGHTS, lit, paint

GREEN = Uniform("ours", True, (COLOURS["bottle green"],))
BURGUNDY = Uniform("Brook Academy", False, (COLOURS["burgundy"],))


@pytest.fixture(scope="module")
def dressed():
    """Six people: three in green, two in burgundy, one in their own clothes."""
    size = (1600, 1200)
    faces = class_faces(*size)
    image = np.asarray(class_photo(*size)).copy()
    for face, colour in zip(faces, ["bottle green"] * 3 + ["burgundy"] * 2, strict=False):
        paint(image, face, COLOURS[colour], [other for other in faces if other != face])
    return image, faces


@pytest.mark.parametrize("light", LIGHTS)
def test_our_uniform_is_told_from_another_in_any_light(dressed, light: str) -> None:
    image, faces = dressed
    seen = dresses_in(clothes_in(lit(image, LIGHTS[light]), faces), [GREEN, BURGUNDY])
    own, other = UniformTag.OWN_UNIFORM, UniformTag.OTHER_UNIFORM
    assert [d.tag for d in seen[:5]] == [own, own, own, other, other]
    assert seen[5].tag is not own


def test_warm_light_is_undone(dressed) -> None:
    image, faces = dressed
    plain, warm = light_gains(image, faces), light_gains(lit(image, LIGHTS["lamp"]), faces)
    assert warm[0] < plain[0]
    assert warm[2] > plain[2]


def test_where_no_body_is_seen_no_clothes_are() -> None:
    image = np.full((200, 200, 3), 128, np.uint8)
    at_the_edge = Box(60, 120, 140, 199)
    assert torso_below(at_the_edge, 200, 200) is None
    assert clothes_in(image, [at_the_edge]) == ((),)
    assert clothes_in(image, []) == ()


def test_a_face_too_small_to_stand_on_a_body_has_no_clothes() -> None:
    assert clothes_in(np.full((60, 60, 3), 90, np.uint8), [Box(20, 5, 30, 16)]) == ((),)


def test_the_colours_of_a_picture_come_largest_first() -> None:
    picture = np.zeros((100, 100, 3), np.uint8)
    picture[:] = (15, 77, 46)
    picture[:20] = (244, 244, 242)
    assert main_colours(picture)[:2] == ("#0f4d2e", "#f4f4f2")
