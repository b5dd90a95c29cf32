"""Find the wrong photo in a child's set before it is kept: one that fits the others badly, or another child better."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.analysis.matching.gallery import Gallery, Vectors, template
from app.domain.people import PersonId


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against a photo of a set.

    Attributes:
        number: which photo of the set, from 0.
        fit: how well it fits the others of the set; None when there are no others.
        other: somebody else it could be, when it fits them better than its own set.
    """

    number: int
    fit: float | None
    other: PersonId | None = None


def doubts(photos: Vectors, others: Gallery, *, misfit: float, passes: float) -> tuple[Doubt, ...]:
    """The photos of a set that somebody has to look at, in their order.

    Each photo is compared with the mean of the others of the set that it is not already worse than; of two photos
    that do not fit each other, both are in doubt, since nobody can tell which is the wrong one.

    Args:
        photos: one vector for each photo that is said to be of this child.
        others: templates of other children.
        misfit: below this score a photo does not fit its own set.
        passes: from this score a photo could be of somebody else.
    """
    fits = _fits(photos)
    elsewhere = others.scores(photos) if len(others) else np.empty((len(photos), 0), np.float32)
    found = []
    for number, fit in enumerate(fits):
        best = int(elsewhere[number].argmax()) if elsewhere.shape[1] else None
        other = None if best is None else _better(float(elsewhere[number, best]), fit, others.people[best], passes)
        if other is not None or (fit is not None and fit < misfit):
            found.append(Doubt(number, None if fit is None else round(fit, 4), other))
    return tuple(found)


def _fits(photos: Vectors) -> list[float | None]:
    """Each photo against the template of the others; one wrong photo among three is left out of the others' own."""
    if len(photos) < 2:
        return [None] * len(photos)
    alone = [_against(photos, number, set()) for number in range(len(photos))]
    worst = int(np.argmin(alone))
    if len(photos) < 3:
        return list(alone)
    return [alone[n] if n == worst else _against(photos, n, {worst}) for n in range(len(photos))]


def _against(photos: NDArray[np.float32], number: int, left_out: set[int]) -> float:
    rest = [i for i in range(len(photos)) if i != number and i not in left_out]
    own = photos[number] / max(float(np.linalg.norm(photos[number])), 1e-9)
    return float(own @ template(photos[rest]))


def _better(score: float, fit: float | None, person: PersonId, passes: float) -> PersonId | None:
    """Somebody else, when the photo passes for them and for its own set not as well."""
    return person if score >= passes and (fit is None or score > fit) else None
