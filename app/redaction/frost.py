"""The frosted look: light and colour of the surroundings, behind glass; nothing of what stands there.

Colours come from the pixels outside all covers only. They are carried inwards over a coarse grid (pull-push, Gortler et
al., The Lumigraph, 1996, 3.4), mixed with a light tone and given a grain from a fixed seed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.domain.photo import RgbImage
from app.imaging.resampling import stretched

_GRID_CELLS = 96
"""Cells along the long edge; what is finer than that has no place behind the glass."""
_GLASS = np.array((226.0, 231.0, 238.0), dtype=np.float32)
_GLASS_SHARE = 0.42
_GRAIN = 1.6
"""Standard deviation of the grain, in levels of 255."""
_BORDER_PX = 2.0
_BORDER_LIGHT = 0.5
_GLOW_PX = 9.0
_GLOW_LIGHT = 0.16
_SEED = 7

Field = NDArray[np.float32]


def frosted_pixels(image: RgbImage, field: Field, touched: NDArray[np.bool_]) -> Field:
    """The paint for the pixels of `touched`, in the order numpy selects them.

    Args:
        image: uint8, shape (height, width, 3); only pixels outside `touched` are looked at.
        field: distances to the covers, see `app.redaction.shapes.distances`.
        touched: bool, shape (height, width): the pixels the covers change.

    Returns:
        float32, shape (number of touched pixels, 3), 0 to 255.
    """
    backdrop = _backdrop(image, ~touched)[touched]
    paint = backdrop * (1 - _GLASS_SHARE) + _GLASS * _GLASS_SHARE
    paint += _grain(*touched.shape)[touched][:, np.newaxis]
    depth = -field[touched]
    light = _GLOW_LIGHT * np.exp(-np.maximum(depth, 0) / _GLOW_PX)
    light += _BORDER_LIGHT * np.clip(_BORDER_PX + 0.5 - depth, 0, 1)
    paint += (255 - paint) * np.clip(light, 0, 1)[:, np.newaxis]
    clipped: Field = np.clip(paint, 0, 255).astype(np.float32)
    return clipped


def _backdrop(image: RgbImage, known: NDArray[np.bool_]) -> Field:
    """A very soft picture of the surroundings, filled in where nothing is known."""
    height, width = known.shape
    cell = max(1, -(-max(height, width) // _GRID_CELLS))
    weights = _cell_sums(known.astype(np.float32)[..., np.newaxis], cell)
    sums = _cell_sums(np.where(known[..., np.newaxis], image, 0).astype(np.float32), cell)
    if not weights.any():
        return np.broadcast_to(_GLASS, (height, width, 3))
    grid = _softened(_pull_push(sums, weights))
    rows, columns = grid.shape[:2]
    return stretched(grid, columns * cell, rows * cell)[:height, :width]


def _cell_sums(values: Field, cell: int) -> Field:
    """Sums over square cells; float32, shape (rows, columns, channels)."""
    down = np.add.reduceat(values, np.arange(0, values.shape[0], cell), axis=0)
    sums: Field = np.add.reduceat(down, np.arange(0, values.shape[1], cell), axis=1)
    return sums


def _pull_push(sums: Field, weights: Field) -> Field:
    """Means where there is weight; elsewhere the mean of ever larger neighbourhoods, blended in softly."""
    means = sums / np.maximum(weights, 1e-6)
    if min(means.shape[:2]) <= 1 and max(means.shape[:2]) <= 2:
        whole = weights.sum()
        return np.where(weights > 0, means, sums.sum(axis=(0, 1)) / max(float(whole), 1e-6)).astype(np.float32)
    coarse = _pull_push(_cell_sums(sums, 2), _cell_sums(weights, 2))
    guess = stretched(coarse, coarse.shape[1] * 2, coarse.shape[0] * 2)[: means.shape[0], : means.shape[1]]
    trust = np.clip(weights / max(float(weights.max()), 1e-6), 0, 1)
    filled: Field = (means * trust + guess * (1 - trust)).astype(np.float32)
    return filled


def _softened(grid: Field, rounds: int = 3) -> Field:
    """Means of three by three cells, a few times over."""
    for _ in range(rounds):
        padded = np.pad(grid, ((1, 1), (1, 1), (0, 0)), mode="edge")
        rows = padded[:-2] + padded[1:-1] + padded[2:]
        grid = ((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9).astype(np.float32)
    return grid


def _grain(height: int, width: int) -> Field:
    """The same fine grain for every picture of this size, so that rendering twice gives the same bytes."""
    noise = np.random.default_rng(_SEED).standard_normal((height + 1, width + 1), dtype=np.float32)
    soft = (noise[:-1, :-1] + noise[1:, :-1] + noise[:-1, 1:] + noise[1:, 1:]) / 2
    return (soft * _GRAIN).astype(np.float32)
