"""Shots of one moment: by corrected time and by what they look like from far away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.moments import Likeness, Seen, moments_of
from app.imaging.likeness import measure
from tests.bench.portraits import class_photo

START = datetime(2026, 6, 21, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def group():
    return np.asarray(class_photo(1024, 768, rows=2, columns=3))


@pytest.fixture(scope="module")
def other():
    """Another scene: a field with a track."""
    picture = np.full((768, 1024, 3), (90, 150, 70), np.uint8)
    picture[:260] = (150, 190, 230)
    cv2.line(picture, (0, 700), (1023, 380), (200, 120, 90), 90)
    cv2.circle(picture, (300, 420), 90, (30, 30, 60), -1)
    return picture


def shot(key, seconds, picture=None, device="A"):
    measured = None if picture is None else measure(picture)
    return Seen(
        key,
        None if seconds is None else START + timedelta(seconds=seconds),
        device,
        key,
        measured.sharpness if measured else None,
        measured.likeness if measured else None,
    )


def from_aside(picture):
    """What another phone sees from a step aside, in its own colours."""
    tone = picture.astype(float) * (1.12, 1.04, 0.92) + 6
    return np.clip(tone, 0, 255).astype(np.uint8)[40:, 70:]


def keys(shots):
    return [moment.keys for moment in moments_of(shots)]


def test_one_moment_from_two_devices_stands_side_by_side(group, other):
    assert keys([shot(1, 0, group), shot(2, 20, from_aside(group), "B"), shot(3, 25, other, "B")]) == [(1, 2), (3,)]


def test_the_same_scene_much_later_is_another_moment(group):
    assert keys([shot(1, 0, group), shot(2, 1000, group)]) == [(1,), (2,)]


def test_two_scenes_at_the_same_time_are_two_moments(group, other):
    assert keys([shot(1, 0, group), shot(2, 1, other, "B")]) == [(1,), (2,)]


def test_a_burst_of_one_device_is_one_moment_whatever_it_shows(group, other):
    assert keys([shot(1, 0, group), shot(2, 1, other)]) == [(1, 2)]


def test_what_was_not_measured_yet_goes_by_time_alone():
    assert keys([shot(1, 0), shot(2, 4, device="B"), shot(3, 60)]) == [(1, 2), (3,)]


def test_unsharp_shots_come_last_in_their_moment(group):
    soft = cv2.GaussianBlur(group, (0, 0), 2)
    (moment,) = moments_of([shot(1, 0, soft), shot(2, 1, group), shot(3, 2, group)])
    assert moment.keys == (2, 3, 1)
    assert moment.unsharp == {1}


def test_a_shot_that_is_unsharp_alone_is_called_so(group):
    (moment,) = moments_of([shot(1, 0, cv2.GaussianBlur(group, (0, 0), 5))])
    assert moment.unsharp == {1}


def test_a_background_out_of_focus_does_not_make_a_portrait_unsharp(group):
    portrait = cv2.GaussianBlur(group, (0, 0), 6)
    portrait[200:560, 330:700] = group[200:560, 330:700]
    (moment,) = moments_of([shot(1, 0, portrait)])
    assert moment.unsharp == set()


def test_shots_without_a_time_come_last_each_for_itself(group):
    assert keys([shot(2, None, group), shot(1, None, group), shot(3, 0, group)]) == [(3,), (1,), (2,)]


def test_what_a_picture_looks_like_survives_the_register(group):
    likeness = measure(group).likeness
    assert Likeness.from_bytes(likeness.to_bytes()) == likeness
    assert Likeness.from_bytes(None) is None
    assert Likeness.from_bytes(b"short") is None


def test_a_picture_without_contrast_can_be_compared():
    white, black = (measure(np.full((60, 80, 3), value, np.uint8)) for value in (255, 0))
    assert white.likeness.distance(black.likeness) == pytest.approx(1.5)
    assert white.sharpness == 0


@given(st.lists(st.tuples(st.integers(0, 5000), st.sampled_from("AB")), max_size=40, unique=True))
def test_every_shot_is_in_exactly_one_moment_and_moments_follow_time(taken):
    shots = [shot(number, seconds, device=device) for number, (seconds, device) in enumerate(taken)]
    moments = moments_of(shots)
    assert sorted(key for moment in moments for key in moment.keys) == list(range(len(shots)))
    assert [m.at for m in moments] == sorted(m.at for m in moments)
