"""The gallery: one template per person, and how alike a probe is to each of them.

A template is the mean of the unit vectors of a person's photos; a score is the cosine of probe and template. On the
photos we measure with, the best score over a person's photos, several cuts of each face, centred vectors and score
normalisation were no better than this or worse.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.errors import BugError
from app.domain.people import PersonId

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Gallery:
    """Those a probe is compared with, ordered by id.

    Attributes:
        people: their ids, without a name.
        templates: float32, (people, dimensions), each row of length 1.
        photos: from how many photos each template was made.
    """

    people: tuple[PersonId, ...]
    templates: Vectors
    photos: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.people)

    def scores(self, probes: Vectors) -> Vectors:
        """Cosines, shape (probes, people); 1 is the same direction."""
        return np.asarray(unit(probes) @ self.templates.T, np.float32)

    def narrowed(self, to: Collection[PersonId]) -> Gallery:
        """Those of `to` who are in it; nobody is ever added."""
        kept = [i for i, person in enumerate(self.people) if person in to]
        return Gallery(
            tuple(self.people[i] for i in kept), self.templates[kept], tuple(self.photos[i] for i in kept)
        )  # fmt: skip


def make_gallery(vectors: Mapping[PersonId, Vectors]) -> Gallery:
    """One template for everybody with at least one vector.

    Args:
        vectors: float32, (photos, dimensions) for each person; the same dimensions for all.

    Raises:
        BugError: vectors of different networks were mixed.
    """
    people = tuple(sorted(person for person, rows in vectors.items() if len(rows)))
    if len({vectors[person].shape[1] for person in people}) > 1:
        raise BugError("a gallery holds vectors of one network only")
    templates = [template(vectors[person]) for person in people]
    stacked = np.stack(templates) if templates else np.empty((0, 0), np.float32)
    return Gallery(people, stacked, tuple(len(vectors[person]) for person in people))


def template(vectors: Vectors) -> Vectors:
    """The mean of the unit vectors of several photos of one person, of length 1."""
    return np.asarray(unit(unit(vectors).mean(axis=0, keepdims=True))[0], np.float32)


def unit(vectors: Vectors) -> Vectors:
    """Each row made to length 1; a row of nothing stays nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)
