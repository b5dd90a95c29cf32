"""Which uniform somebody seems to wear, told from the colours below the face."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clothing import (
    NOT_SEEN,
    Cloth,
    Uniform,
    UniformTag,
    difference,
    dress_of,
    dresses_in,
    is_colour,
    lab_of,
    likeness,
)

OURS = Uniform("ours", True, ("#0f4d2e", "#f4f4f2"))
THEIRS = Uniform("Brook Academy", False, ("#6b1226",))
GREEN, BURGUNDY, ORANGE = lab_of("#0f4d2e"), lab_of("#6b1226"), lab_of("#e07b1a")

hexes = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@pytest.mark.parametrize(
    ("colour", "lab"),
    [
        ("#ffffff", (100.0, 0.0, 0.0)),
        ("#000000", (0.0, 0.0, 0.0)),
        ("#ff0000", (53.2, 80.1, 67.2)),
        ("#0000ff", (32.3, 79.2, -107.9)),
    ],
)
def test_colours_are_where_the_standard_says(colour: str, lab: tuple[float, float, float]) -> None:
    assert lab_of(colour) == pytest.approx(lab, abs=0.1)


@given(one=hexes, other=hexes)
def test_a_difference_is_the_same_both_ways_and_nothing_for_one_colour(one: str, other: str) -> None:
    assert is_colour(one)
    assert difference(lab_of(one), lab_of(one)) == 0
    assert difference(lab_of(one), lab_of(other)) == pytest.approx(difference(lab_of(other), lab_of(one)))


def test_a_jumper_of_our_green_is_our_uniform_also_in_its_folds() -> None:
    lit, folds = Cloth(GREEN, 0.5), Cloth(lab_of("#0a3a22"), 0.4)
    assert dress_of([lit, folds], [OURS, THEIRS]).tag is UniformTag.OWN_UNIFORM


def test_another_schools_jumper_is_told_by_its_name() -> None:
    worn = dress_of([Cloth(BURGUNDY, 0.8)], [OURS, THEIRS])
    assert (worn.tag, worn.uniform) == (UniformTag.OTHER_UNIFORM, "Brook Academy")
    assert worn.score == 1.0


def test_a_scarf_in_our_colour_is_no_uniform() -> None:
    clothes = [Cloth(ORANGE, 0.8), Cloth(GREEN, 0.15)]
    assert dress_of(clothes, [OURS]).tag is UniformTag.NONE


def test_nothing_seen_is_no_uniform() -> None:
    assert dress_of([], [OURS]) == NOT_SEEN
    assert dress_of([Cloth(GREEN, 1.0)], []) == NOT_SEEN


def test_three_people_in_one_strange_colour_look_like_a_group_and_two_do_not() -> None:
    strange = [Cloth(ORANGE, 0.7)]
    three = dresses_in([strange, strange, [Cloth(GREEN, 0.9)], strange], [OURS])
    assert [d.tag for d in three] == [
        UniformTag.OTHER_UNIFORM, UniformTag.OTHER_UNIFORM, UniformTag.OWN_UNIFORM, UniformTag.OTHER_UNIFORM,
    ]  # fmt: skip
    assert {d.tag for d in dresses_in([strange, strange], [OURS])} == {UniformTag.NONE}


def test_a_crowd_in_grey_is_no_group_and_without_our_uniform_nobody_is() -> None:
    grey, strange = [Cloth(lab_of("#6d7278"), 0.9)], [Cloth(ORANGE, 0.9)]
    assert {d.tag for d in dresses_in([grey] * 5, [OURS])} == {UniformTag.NONE}
    assert {d.tag for d in dresses_in([strange] * 5, [])} == {UniformTag.NONE}


@given(share=st.floats(0, 1), more=st.floats(0, 1))
def test_the_more_of_a_uniform_is_seen_the_more_alike_it_is(share: float, more: float) -> None:
    low, high = sorted((share, more))
    assert likeness([Cloth(GREEN, low)], OURS) <= likeness([Cloth(GREEN, high)], OURS)
