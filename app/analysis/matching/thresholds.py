"""From which score two faces may be one person's: measured for a network, and higher for a larger gallery.

A threshold keeps a promise about strangers: however many people the gallery holds, at most 1 in 100 strangers finds
anybody "possible" in it, and at most 3 in 1,000 "likely". Of n templates none may pass, so each may pass for a
stranger at that chance divided by n (the sum of the chances bounds the chance of any, whether or not they hang
together; on our photos the bound is tight). The score for such a rate comes from a measurement that names its network;
`./run bench identify --write` makes it. What is used lies half-way from the score as measured to the upper end of its
95 % interval.
"""

from __future__ import annotations

import itertools
import json
import math
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import EngineUnavailableError

POSSIBLE_RATE = 0.01
LIKELY_RATE = 0.003
MISFIT_RATE = 0.01
ENOUGH_PHOTOS = 3
"""With fewer photos of a person the threshold stays as high as for three, and nobody is "likely"."""
SMALLEST_GALLERY = 10
"""A smaller one is judged as if it were this large: there is nothing to gain from a lower threshold."""

NETWORKS = Path(__file__).resolve().parents[3] / "resources" / "networks"


@dataclass(frozen=True, slots=True)
class Levels:
    """From which score a candidate is possible, and from which likely; infinite when it is never said."""

    possible: float
    likely: float


UNMEASURED = Levels(possible=-1.0, likely=math.inf)
"""For a network nobody measured: somebody may be possible, nobody is ever likely."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """How often two strangers score how high with one network.

    Attributes:
        sha256: of the network it was measured with.
        scores: pairs of false match rate and score, the rate falling; one photo against one photo.
        more: pairs of a number of photos in a template and how much higher strangers score against such a one.
    """

    sha256: str
    scores: tuple[tuple[float, float], ...]
    more: tuple[tuple[int, float], ...]

    def score_at(self, rate: float) -> float:
        """The score that this share of strangers reaches against one template of one photo.

        Between two measured rates, and beyond the last, the score is a straight line over the logarithm of the rate:
        beyond it that is the careful side, since a cosine ends at 1.
        """
        points = [(math.log10(measured), score) for measured, score in self.scores]
        wanted = math.log10(rate)
        after = next((i for i, (at, _) in enumerate(points) if at <= wanted), len(points) - 1)
        (right, high), (left, low) = points[max(after, 1)], points[max(after, 1) - 1]
        return low + (high - low) * (wanted - left) / (right - left)

    def levels(self, people: int, photos: int) -> Levels:
        """For a gallery of so many people with at most so many photos each; a cosine above 1 is never reached."""
        people = max(people, SMALLEST_GALLERY)
        shift = self._more(max(photos, ENOUGH_PHOTOS))
        return Levels(
            possible=self.score_at(POSSIBLE_RATE / people) + shift, likely=self.score_at(LIKELY_RATE / people) + shift
        )

    def misfit(self, photos: int) -> float:
        """Below this score a photo does not fit a template of so many photos: 99 of 100 strangers' photos lie below."""
        return self.score_at(MISFIT_RATE) + self._more(photos)

    def _more(self, photos: int) -> float:
        return max((shift for count, shift in self.more if count <= photos), default=0.0)


def read_measurement(sha256: str, folder: Path = NETWORKS) -> Measurement | None:
    """What was measured for the network with this digest; None when nobody measured it.

    Raises:
        EngineUnavailableError: the file is there and cannot be used.
    """
    path = folder / f"{sha256[:16]}.json"
    if not path.is_file():
        return None
    try:
        told = json.loads(path.read_text("utf-8"))
        found = Measurement(
            sha256=str(told["sha256"]),
            scores=checked_scores(
                [(float(row["rate"]), careful(float(row["score"]), float(row["high"]))) for row in told["scores"]]
            ),
            more=tuple((int(count), float(shift)) for count, shift in told["more"].items()),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unusable() from error
    if found.sha256 != sha256:
        raise _unusable()
    return found


def careful(score: float, high: float) -> float:
    """What is used of a measured score and the upper end of its interval."""
    return (score + high) / 2


def checked_scores(scores: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The same, when they can be a measurement: at least two, rates falling from below 1, scores rising.

    Raises:
        ValueError: they cannot.
    """
    falling = all(a[0] > b[0] for a, b in itertools.pairwise(scores))
    rising = all(a[1] < b[1] for a, b in itertools.pairwise(scores))
    inside = all(0 < rate < 1 and -1 <= score <= 1 for rate, score in scores)
    if len(scores) < 2 or not (falling and rising and inside):
        raise ValueError("rates must fall and scores rise")
    return tuple(scores)


def _unusable() -> EngineUnavailableError:
    return EngineUnavailableError(
        "The measured thresholds of the part that compares faces cannot be used.",
        remedy="Ask IT to install ClearPost again; faces are named by hand meanwhile.",
    )
