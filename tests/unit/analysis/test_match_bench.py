"""What the bench says of identification is counted rightly, and what it writes can be used."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.analysis.matching.gallery import unit
from app.analysis.matching.thresholds import read_measurement
from tests.bench import identify_thresholds
from tests.bench.identify_rates import Trial
from tests.bench.identify_thresholds import RATES, rows_for, shifts_for, write


def trial() -> Trial:
    """Two people: one photo found, one ranked wrongly, one below every stranger; of four strangers one scores 0.7."""
    members = np.array([[0.9, 0.1], [0.8, 0.6], [0.1, 0.2]], np.float32)
    strangers = np.array([[0.1, 0.3], [0.7, 0.2], [0.2, 0.2], [0.3, 0.1]], np.float32)
    return Trial(members, np.array([0, 1, 1]), strangers)


def test_a_member_counts_when_ranked_first_and_passing_and_a_stranger_when_anybody_passes() -> None:
    assert [trial().tpir(at) for at in (0.15, 0.5, 0.95)] == pytest.approx([2 / 3, 1 / 3, 0])
    assert [trial().fpir(at) for at in (0.15, 0.5, 0.95)] == pytest.approx([1, 1 / 4, 0])
    assert trial().fpir(trial().at(0.25)) <= 0.5


def test_drawing_anew_keeps_the_gallery_and_the_photos_of_a_person_together() -> None:
    drawn = trial().drawn(np.random.default_rng(3))
    assert drawn.members.shape[1] == 2
    assert len(drawn.strangers) == 4
    assert sum(drawn.own == 1) % 2 == 0


def test_thresholds_of_made_up_strangers_are_written_and_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identify_thresholds, "REPEATS", 20)
    monkeypatch.setattr(identify_thresholds, "NETWORKS", tmp_path)
    random = np.random.default_rng(2)
    strangers = unit(random.normal(size=(300, 24)).astype(np.float32))
    middles = random.normal(size=(12, 24))
    members = {str(i): unit((m + 0.5 * random.normal(size=(8, 24))).astype(np.float32)) for i, m in enumerate(middles)}
    rows, shifts = rows_for(strangers), shifts_for(members, strangers)
    assert all(row.low <= row.score <= row.high for row in rows)
    pairs = (strangers @ strangers.T)[np.triu_indices(300, 1)]
    for row in rows[: len(RATES) - 2]:
        assert float((pairs >= row.score).mean()) == pytest.approx(row.rate, rel=0.1)
    assert list(shifts) == [1, 2, 3, 4, 5, 6, 8]
    write("ab" * 32, rows, shifts, 300, 12)
    measured = read_measurement("ab" * 32, tmp_path)
    assert measured is not None
    assert measured.levels(12, 3).possible < measured.levels(12, 3).likely
