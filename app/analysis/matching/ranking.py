"""From scores to suggestions: everybody ranked for every face, with a word, and each person suggested once a photo."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.analysis.matching.assignment import assign
from app.analysis.matching.gallery import Gallery, Vectors
from app.analysis.matching.thresholds import ENOUGH_PHOTOS, Levels
from app.domain.matching import Likeness
from app.domain.people import PersonId

_ORDER = (Likeness.LIKELY, Likeness.POSSIBLE, Likeness.UNLIKELY)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One person for one face. `score` is the cosine of probe and template."""

    person_id: PersonId
    score: float
    likeness: Likeness


def rank(gallery: Gallery, probes: Vectors, levels: Levels) -> tuple[tuple[Ranked, ...], ...]:
    """Everybody in the gallery for each probe of one photo, the best first.

    A person is more than "unlikely" for one face of the photo at most: where the best assignment puts them, or else
    where they score highest. Whoever has few photos in the gallery is never "likely".
    """
    if not len(gallery):
        return ((),) * len(probes)
    scores = gallery.scores(probes)
    places = _places(scores, levels.possible)
    faces = []
    for face, row in enumerate(scores):
        ranked = [
            Ranked(
                person,
                round(float(row[i]), 4),
                _word(float(row[i]), gallery.photos[i], levels) if places[i] == face else Likeness.UNLIKELY,
            )
            for i, person in enumerate(gallery.people)
        ]
        faces.append(tuple(sorted(ranked, key=lambda r: (_ORDER.index(r.likeness), -r.score, r.person_id))))
    return tuple(faces)


def _places(scores: NDArray[np.float32], floor: float) -> list[int]:
    """For each person the one face they may be suggested for."""
    places = [int(face) for face in scores.argmax(axis=0)] if len(scores) else [0] * scores.shape[1]
    for face, column in enumerate(assign(scores, floor)):
        if column is not None:
            places[column] = face
    return places


def _word(score: float, photos: int, levels: Levels) -> Likeness:
    if score >= levels.likely and photos >= ENOUGH_PHOTOS:
        return Likeness.LIKELY
    return Likeness.POSSIBLE if score >= levels.possible else Likeness.UNLIKELY
