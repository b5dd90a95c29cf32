"""From a thousand strangers to thresholds: which score what share of pairs reaches, with intervals, as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.analysis.matching.gallery import template
from app.analysis.matching.thresholds import NETWORKS, Measurement, careful

Vectors = NDArray[np.float32]
RATES = (1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4)
EXTRAPOLATED = (1e-5, 1e-6)
"""Below one pair in 10,000 a straight line over the logarithm of the rate stands for the measurement."""
_LINE = np.geomspace(1e-3, 3e-5, 10)
_SHIFT_RATES = (1e-2, 3e-3, 1e-3, 3e-4)
_PHOTOS = (2, 3, 4, 5, 6, 8)
REPEATS = 300


@dataclass(frozen=True)
class Row:
    """A false match rate, the score that this share of pairs of strangers reaches, and its 95 % interval."""

    rate: float
    score: float
    low: float
    high: float


def rows_for(strangers: Vectors, seed: int = 4) -> tuple[Row, ...]:
    """The scores of all pairs of strangers; the interval by drawing the strangers anew."""
    everybody = strangers @ strangers.T
    middle = _scores(everybody, np.arange(len(strangers)))
    random = np.random.default_rng(seed)
    drawn = [_scores(everybody, random.integers(0, len(strangers), len(strangers))) for _ in range(REPEATS)]
    low, high = np.quantile(np.array(drawn), [0.025, 0.975], axis=0)
    rates = (*RATES, *EXTRAPOLATED)
    return tuple(Row(rate, *(round(float(x), 5) for x in (middle[i], low[i], high[i]))) for i, rate in enumerate(rates))


def _scores(everybody: Vectors, chosen: NDArray[np.intp]) -> NDArray[np.float64]:
    pairs = np.triu_indices(len(chosen), 1)
    one, other = chosen[pairs[0]], chosen[pairs[1]]
    scores = np.sort(everybody[one, other][one != other])
    slope, base = np.polyfit(np.log10(_LINE), np.quantile(scores, 1 - _LINE), 1)
    beyond = base + slope * np.log10(EXTRAPOLATED)
    return np.concatenate([np.quantile(scores, 1 - np.array(RATES)), beyond])


def shifts_for(members: Mapping[str, Vectors], strangers: Vectors, seed: int = 4) -> dict[int, float]:
    """How much higher strangers score against the mean of several photos than against one photo."""
    random = np.random.default_rng(seed)

    def heights(photos: int) -> NDArray[np.float64]:
        drawn = []
        for _ in range(20):
            made = [template(v[random.permutation(len(v))[:photos]]) for v in members.values() if len(v) >= photos]
            drawn.append(np.quantile(strangers @ np.array(made).T, 1 - np.array(_SHIFT_RATES)))
        return np.asarray(np.mean(drawn, axis=0))

    one = heights(1)
    most = max((len(v) for v in members.values()), default=0)
    found = {photos: float(np.mean(heights(photos) - one)) for photos in _PHOTOS if photos <= most}
    return {1: 0.0} | {photos: round(max(shift, 0.0), 5) for photos, shift in found.items()}


def measurement(sha256: str, rows: Sequence[Row], shifts: Mapping[int, float]) -> Measurement:
    """What the program makes of it."""
    return Measurement(sha256, tuple((row.rate, careful(row.score, row.high)) for row in rows), tuple(shifts.items()))


def write(sha256: str, rows: Sequence[Row], shifts: Mapping[int, float], strangers: int, members: int) -> Path:
    """The file the program reads, beside the others."""
    NETWORKS.mkdir(exist_ok=True)
    path = NETWORKS / f"{sha256[:16]}.json"
    told = {
        "sha256": sha256,
        "measured_with": (
            f"pairs of {strangers} strangers and templates of {members} people: adults in news photos, few of them "
            "women or children; at children's faces the network is weaker"
        ),
        "extrapolated_below": RATES[-1],
        "scores": [{"rate": r.rate, "score": r.score, "low": r.low, "high": r.high} for r in rows],
        "more": {str(photos): shift for photos, shift in shifts.items()},
    }
    path.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return path
