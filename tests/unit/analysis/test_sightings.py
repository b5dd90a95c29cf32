"""What several views saw faintly or one saw clearly is a face; a part of a large face is not."""

from __future__ import annotations

import numpy as np
import pytest

from app.analysis.sightings import COLUMNS, JoinedSighting, Sightings, Thresholds, join_views
from app.analysis.views import View

EDGES = (192, 384, 768, 1344, 2688)
LONG_EDGE = 2688


def _seen(*faces: tuple[float, float, float, float, float]) -> Sightings:
    rows = np.zeros((len(faces), COLUMNS), np.float32)
    rows[:, :5] = np.reshape(faces, (-1, 5))
    return rows


def _face(score: float, *, left: float = 10) -> Sightings:
    return _seen((left, 10, left + 20, 30, score))


def _joined(*upright: Sightings, turned: Sightings | None = None) -> tuple[JoinedSighting, ...]:
    missing = [_seen()] * (len(EDGES) - len(upright))
    views = [(View(edge), seen) for edge, seen in zip(EDGES, [*upright, *missing], strict=True)]
    if turned is not None:
        views.append((View(768, turns=1), turned))
    return join_views(views, Thresholds(), long_edge=LONG_EDGE)


def test_a_faint_sighting_is_a_face_only_when_enough_views_agree() -> None:
    (agreed,) = _joined(_face(0.27), _face(0.27), _face(0.26), _face(0.2))
    (alone,) = _joined(_face(0.3))
    assert alone.evidence < Thresholds().face <= agreed.evidence


def test_one_clear_sighting_is_a_face_whatever_the_other_views_saw() -> None:
    (clear,) = _joined(_face(0.4))
    assert clear.evidence >= Thresholds().face


def test_a_faint_trace_is_not_even_a_hint() -> None:
    assert _joined(_face(0.2)) == ()


def test_a_turned_view_must_see_a_face_more_clearly_than_an_upright_one() -> None:
    (upright,) = _joined(_face(0.4))
    (lying,) = _joined(turned=_face(0.4))
    assert 0 < lying.evidence < Thresholds().face <= upright.evidence


def test_a_box_lies_where_the_views_agree_and_nearest_to_the_clearest() -> None:
    (place,) = _joined(_face(0.9, left=10), _face(0.3, left=15))
    assert 10 < place.box[0] < 11
    assert place.score == pytest.approx(0.9)


def test_faces_side_by_side_stay_two() -> None:
    view = _seen((0, 0, 20, 20, 0.9), (14, 0, 34, 20, 0.8))
    assert len(_joined(view, view)) == 2


def test_an_eye_that_only_large_views_take_for_a_face_is_dropped() -> None:
    whole = (0.0, 0.0, 800.0, 1000.0, 0.95)
    eye = (150.0, 200.0, 450.0, 600.0, 0.4)
    (place,) = _joined(_seen(whole), _seen(whole), _seen(), _seen(), _seen(eye))
    assert place.box[2] == 800


def test_a_small_face_before_a_large_one_stays_when_a_view_that_suits_both_sees_it() -> None:
    whole = (0.0, 0.0, 800.0, 1000.0, 0.95)
    small = (150.0, 200.0, 450.0, 600.0, 0.8)
    assert len(_joined(_seen(), _seen(whole, small), _seen(small))) == 2


def test_the_landmarks_are_those_of_the_clearest_sighting() -> None:
    clear, faint = _face(0.9), _face(0.5)
    clear[0, 5:], faint[0, 5:] = 7, 3
    (place,) = _joined(faint, clear)
    assert place.landmarks == ((7, 7),) * 5


def test_a_face_before_a_poster_that_two_views_see_clearly_stays() -> None:
    poster = (0.0, 0.0, 800.0, 1000.0, 0.95)
    child = (150.0, 200.0, 450.0, 600.0, 0.7)
    found = _joined(_seen(poster), _seen(poster), _seen(), _seen(child), _seen(child))
    assert [place.box[0] for place in found] == [0.0, 150.0]


def test_what_one_view_sees_clearly_before_a_large_face_is_a_hint_at_least() -> None:
    poster = (0.0, 0.0, 800.0, 1000.0, 0.95)
    child = (150.0, 200.0, 450.0, 600.0, 0.8)
    _poster, hint = _joined(_seen(poster), _seen(poster), _seen(), _seen(), _seen(child))
    assert hint.evidence == Thresholds().hint
