"""Who is suggested where when nobody can be twice in one photo: the assignment with the largest sum of margins.

The Hungarian method by shortest augmenting paths (Kuhn 1955, Munkres 1957, Jonker and Volgenant 1987).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def assign(scores: NDArray[np.float32], floor: float) -> tuple[int | None, ...]:
    """For each row (face) the column (person) it gets, each column once; None where nobody is left who passes.

    Args:
        scores: shape (faces, people).
        floor: pairs below it are never made; among the rest the sum of what lies above it is made largest.
    """
    faces, people = int(scores.shape[0]), int(scores.shape[1])
    if not faces or not people:
        return (None,) * faces
    # One column per face stands for "nobody", worth a little less than a pair that just passes.
    gains = np.full((faces, people + faces), -1e-9)
    gains[:, :people] = np.where(scores >= floor, scores.astype(np.float64) - floor, -4.0)
    columns = _cheapest(-gains)
    return tuple(int(c) if c < people and bool(scores[row, c] >= floor) else None for row, c in enumerate(columns))


def _cheapest(cost: NDArray[np.float64]) -> NDArray[np.intp]:
    """The column of each row in the assignment of least cost; there are at least as many columns as rows."""
    rows, columns = cost.shape
    row_price = np.zeros(rows)
    column_price = np.zeros(columns + 1)
    owner = np.full(columns + 1, -1)  # the last column is where each search starts
    for row in range(rows):
        owner[columns] = row
        at = columns
        shortest = np.full(columns, np.inf)
        came_from = np.full(columns, columns)
        reached = np.zeros(columns + 1, bool)
        while owner[at] >= 0:
            reached[at] = True
            reduced = cost[owner[at]] - row_price[owner[at]] - column_price[:columns]
            better = ~reached[:columns] & (reduced < shortest)
            shortest[better] = reduced[better]
            came_from[better] = at
            nearest = int(np.where(reached[:columns], np.inf, shortest).argmin())
            step = shortest[nearest]
            row_price[owner[reached]] += step
            column_price[reached] -= step
            shortest[~reached[:columns]] -= step
            at = nearest
        while at != columns:
            owner[at] = owner[came_from[at]]
            at = int(came_from[at])
    found = np.empty(rows, np.intp)
    for column in range(columns):
        if owner[column] >= 0:
            found[owner[column]] = column
    return found
