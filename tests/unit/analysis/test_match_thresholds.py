"""Thresholds belong to a network and grow with the gallery; what cannot be used is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.engines.dlib_weights import NETWORK
from app.analysis.matching.thresholds import (
    LIKELY_RATE,
    POSSIBLE_RATE,
    SMALLEST_GALLERY,
    Measurement,
    checked_scores,
    read_measurement,
)
from app.domain.errors import EngineUnavailableError

TWO_SCORES = [{"rate": 0.1, "score": 0.5, "high": 0.52}, {"rate": 0.01, "score": 0.6, "high": 0.64}]
MADE_UP = Measurement("00" * 32, ((1e-1, 0.5), (1e-2, 0.6), (1e-4, 0.7)), ((1, 0.0), (2, 0.01), (3, 0.02), (5, 0.03)))


def test_between_and_beyond_measured_rates_the_score_follows_the_logarithm() -> None:
    rates = (1e-1, 1e-2, 1e-3, 1e-4, 1e-6)
    assert [MADE_UP.score_at(rate) for rate in rates] == pytest.approx([0.5, 0.6, 0.65, 0.7, 0.8])


@given(people=st.integers(1, 5000), more=st.integers(0, 5000), photos=st.integers(0, 12))
def test_a_larger_gallery_never_lowers_a_threshold(people: int, more: int, photos: int) -> None:
    small, large = MADE_UP.levels(people, photos), MADE_UP.levels(people + more, photos)
    assert large.possible >= small.possible
    assert small.likely > small.possible


def test_few_photos_are_held_to_the_threshold_of_three_and_more_raise_it() -> None:
    assert MADE_UP.levels(35, 1) == MADE_UP.levels(35, 3)
    assert MADE_UP.levels(35, 6).possible == pytest.approx(MADE_UP.levels(35, 3).possible + 0.01)


def test_the_chance_of_any_template_is_shared_among_all() -> None:
    assert MADE_UP.levels(100, 3).possible == pytest.approx(MADE_UP.score_at(POSSIBLE_RATE / 100) + 0.02)
    assert MADE_UP.levels(100, 3).likely == pytest.approx(MADE_UP.score_at(LIKELY_RATE / 100) + 0.02)
    assert MADE_UP.levels(2, 3) == MADE_UP.levels(SMALLEST_GALLERY, 3)


def test_the_network_that_comes_with_the_program_was_measured() -> None:
    measured = read_measurement(NETWORK.sha256)
    assert measured is not None
    assert 0.93 < measured.levels(35, 3).possible < measured.levels(35, 3).likely < 0.96
    assert measured.levels(1000, 3).possible < 1


def test_what_is_used_lies_between_the_measured_score_and_the_end_of_its_interval(tmp_path: Path) -> None:
    told = {"sha256": "ab" * 32, "scores": TWO_SCORES, "more": {"3": 0.01}}
    (tmp_path / f"{'ab' * 8}.json").write_text(json.dumps(told))
    measured = read_measurement("ab" * 32, tmp_path)
    assert measured is not None
    assert measured.score_at(0.1) == pytest.approx(0.51)
    assert measured.score_at(0.01) == pytest.approx(0.62)
    assert measured.misfit(3) == pytest.approx(0.63)


def test_another_network_has_no_thresholds(tmp_path: Path) -> None:
    assert read_measurement("ab" * 32) is None
    assert read_measurement(NETWORK.sha256, tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        json.dumps({"sha256": "ab" * 32, "scores": TWO_SCORES[:1], "more": {}}),
        json.dumps({"sha256": "cd" * 32, "scores": TWO_SCORES, "more": {}}),
    ],
)
def test_a_damaged_measurement_stops_comparing(tmp_path: Path, content: str) -> None:
    (tmp_path / f"{'ab' * 8}.json").write_text(content)
    with pytest.raises(EngineUnavailableError) as refused:
        read_measurement("ab" * 32, tmp_path)
    assert "by hand" in refused.value.remedy


@pytest.mark.parametrize(
    "scores", [[], [(0.1, 0.5)], [(0.1, 0.5), (0.2, 0.6)], [(0.1, 0.5), (0.01, 0.4)], [(0.1, 0.5), (0.01, 1.4)]]
)
def test_scores_that_cannot_be_a_measurement_are_refused(scores: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="rise"):
        checked_scores(scores)
