"""Comparing as arithmetic: templates, thresholds, one person once a photo, and the wrong photo in a set."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.analysis.matching.assignment import assign
from app.analysis.matching.gallery import Gallery, make_gallery, template, unit
from app.analysis.matching.outliers import doubts
from app.analysis.matching.ranking import rank
from app.analysis.matching.thresholds import UNMEASURED, Levels
from app.domain.errors import BugError
from app.domain.matching import Likeness
from app.domain.people import PersonId

Vectors = NDArray[np.float32]
LEVELS = Levels(possible=0.5, likely=0.8)
LIMITS = {"misfit": 0.5, "passes": 0.5}
MORE_THAN_UNLIKELY = {Likeness.LIKELY, Likeness.POSSIBLE}
seeds = st.integers(0, 2**32 - 1)


def people(count: int) -> list[PersonId]:
    return [PersonId(f"p{number:02}") for number in range(count)]


def crowd(seed: int, count: int, *, photos: int = 3, spread: float = 0.2) -> tuple[Gallery, Vectors]:
    """A gallery of random people, and one fresh vector of each of them."""
    random = np.random.default_rng(seed)
    middles = random.normal(size=(count, 16))
    sets = {
        person: (middle + spread * random.normal(size=(photos, 16))).astype(np.float32)
        for person, middle in zip(people(count), middles, strict=True)
    }
    return make_gallery(sets), unit((middles + spread * random.normal(size=(count, 16))).astype(np.float32))


def words(gallery: Gallery, probes: Vectors, levels: Levels = LEVELS) -> list[dict[PersonId, Likeness]]:
    return [{r.person_id: r.likeness for r in face} for face in rank(gallery, probes, levels)]


def test_a_template_is_the_mean_direction_of_the_photos() -> None:
    made = template(np.array([[3, 0], [0, 7]], np.float32))
    np.testing.assert_allclose(made, [0.5**0.5, 0.5**0.5], rtol=1e-6)


def test_vectors_of_two_networks_never_share_a_gallery() -> None:
    with pytest.raises(BugError):
        make_gallery({PersonId("a"): np.ones((1, 128), np.float32), PersonId("b"): np.ones((1, 512), np.float32)})


def test_somebody_without_photos_is_not_in_the_gallery() -> None:
    gallery = make_gallery({PersonId("a"): np.ones((1, 4), np.float32), PersonId("b"): np.empty((0, 4), np.float32)})
    assert gallery.people == ("a",)
    assert [len(face) for face in rank(make_gallery({}), np.ones((2, 4), np.float32), LEVELS)] == [0, 0]


def test_the_right_person_comes_first_and_is_likely() -> None:
    gallery, probes = crowd(1, 8)
    for person, face in zip(gallery.people, rank(gallery, probes, LEVELS), strict=True):
        assert (face[0].person_id, face[0].likeness) == (person, Likeness.LIKELY)
        assert [r.score for r in face[1:]] == sorted((r.score for r in face[1:]), reverse=True)


def test_whoever_has_few_photos_is_never_likely() -> None:
    gallery, probes = crowd(1, 4, photos=2)
    assert {face[0].likeness for face in rank(gallery, probes, LEVELS)} == {Likeness.POSSIBLE}


def test_with_a_network_nobody_measured_nobody_is_likely() -> None:
    gallery, probes = crowd(1, 4)
    assert {word for face in words(gallery, probes, UNMEASURED) for word in face.values()} == {
        Likeness.POSSIBLE,
        Likeness.UNLIKELY,
    }


def test_two_faces_like_one_person_get_that_person_once() -> None:
    gallery, probes = crowd(5, 3)
    twice = np.stack([probes[0], probes[0] * 0.9 + probes[1] * 0.1])
    named = [[person for person, word in face.items() if word in MORE_THAN_UNLIKELY] for face in words(gallery, twice)]
    assert sum(gallery.people[0] in face for face in named) == 1


@settings(max_examples=60, deadline=None)
@given(seed=seeds, count=st.integers(1, 7), faces=st.integers(0, 7), spread=st.floats(0.1, 2.0))
def test_nobody_is_more_than_unlikely_for_two_faces_of_a_photo(
    seed: int, count: int, faces: int, spread: float
) -> None:
    gallery, _ = crowd(seed, count)
    random = np.random.default_rng(seed + 1)
    probes = unit(random.normal(size=(faces, 16)).astype(np.float32) * spread + gallery.templates[0])
    told = words(gallery, probes, Levels(possible=0.0, likely=0.4))
    for person in gallery.people:
        assert sum(face[person] in MORE_THAN_UNLIKELY for face in told) <= 1


@settings(max_examples=40, deadline=None)
@given(seed=seeds, count=st.integers(2, 8), data=st.data())
def test_the_order_of_people_and_faces_changes_nothing(seed: int, count: int, data: st.DataObject) -> None:
    random = np.random.default_rng(seed)
    sets = {person: random.normal(size=(3, 16)).astype(np.float32) for person in people(count)}
    probes = unit(random.normal(size=(count, 16)).astype(np.float32))
    expected = words(make_gallery(sets), probes, Levels(0.1, 0.3))
    shuffled = data.draw(st.permutations(list(sets)))
    order = data.draw(st.permutations(range(count)))
    told = words(make_gallery({person: sets[person] for person in shuffled}), probes[list(order)], Levels(0.1, 0.3))
    assert told == [expected[i] for i in order]


@settings(max_examples=40, deadline=None)
@given(seed=seeds, count=st.integers(1, 8), data=st.data())
def test_a_roster_only_narrows(seed: int, count: int, data: st.DataObject) -> None:
    gallery, probes = crowd(seed, count)
    roster = data.draw(st.sets(st.sampled_from([*gallery.people, PersonId("not there")])))
    narrowed = gallery.narrowed(roster)
    assert set(narrowed.people) == set(gallery.people) & roster
    for i, person in enumerate(narrowed.people):
        np.testing.assert_array_equal(narrowed.templates[i], gallery.templates[gallery.people.index(person)])
    everything = rank(gallery, probes, LEVELS)
    for face, whole in zip(rank(narrowed, probes, LEVELS), everything, strict=True):
        scores = {r.person_id: r.score for r in whole}
        assert all(r.person_id in roster for r in face)
        assert all(abs(r.score - scores[r.person_id]) < 1e-3 for r in face)


@settings(max_examples=60, deadline=None)
@given(seed=seeds, rows=st.integers(1, 5), columns=st.integers(1, 5), floor=st.floats(-0.5, 0.9))
def test_the_assignment_is_the_best_of_all(seed: int, rows: int, columns: int, floor: float) -> None:
    scores = np.random.default_rng(seed).uniform(-1, 1, (rows, columns)).astype(np.float32)

    def worth(places: tuple[int | None, ...]) -> float:
        return sum(float(scores[row, c]) - floor for row, c in enumerate(places) if c is not None)

    found = assign(scores, floor)
    taken = [c for c in found if c is not None]
    assert len(taken) == len(set(taken))
    assert all(scores[row, c] >= floor for row, c in enumerate(found) if c is not None)
    choices = [*range(columns), *[None] * rows]
    best = max(
        worth(tuple(c if c is not None and scores[row, c] >= floor else None for row, c in enumerate(places)))
        for places in set(permutations(choices, rows))
    )
    assert worth(found) == pytest.approx(best, abs=1e-6)


def test_a_photo_of_somebody_else_is_found_in_a_set() -> None:
    gallery, probes = crowd(3, 5)
    others = gallery.narrowed(gallery.people[1:])
    own, _ = crowd(3, 5, photos=4)
    random = np.random.default_rng(3)
    good = unit(gallery.templates[0] + 0.05 * random.normal(size=(4, 16)).astype(np.float32))
    [doubt] = doubts(np.vstack([good[:2], probes[2:3], good[2:]]), others, **LIMITS)
    assert (doubt.number, doubt.other) == (2, others.people[1])
    assert doubts(good, others, **LIMITS) == ()
    assert len(own) == 5


def test_a_photo_of_a_stranger_is_found_in_a_set_of_three() -> None:
    gallery, probes = crowd(4, 4)
    good = np.stack([gallery.templates[0], unit(gallery.templates[:1] + 0.02)[0]])
    found = doubts(np.vstack([good, -probes[1:2]]), gallery.narrowed([]), **LIMITS)
    assert [(doubt.number, doubt.other) for doubt in found] == [(2, None)]


def test_of_two_photos_that_do_not_fit_both_are_in_doubt() -> None:
    gallery, probes = crowd(4, 4)
    found = doubts(np.stack([gallery.templates[0], -probes[0]]), gallery.narrowed([]), **LIMITS)
    assert [doubt.number for doubt in found] == [0, 1]


def test_a_single_photo_is_in_doubt_only_when_it_is_like_another_child() -> None:
    gallery, probes = crowd(4, 4)
    others = gallery.narrowed(gallery.people[1:])
    assert doubts(probes[:1], others, **LIMITS) == ()
    assert [doubt.other for doubt in doubts(probes[1:2], others, **LIMITS)] == [gallery.people[1]]
