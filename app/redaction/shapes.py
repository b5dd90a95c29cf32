"""The outline of covers: rounded boxes that contain the whole box they were asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.domain.geometry import Box

_ROUNDNESS = 0.28
"""Corner radius as a part of the shorter side."""
_CORNER_SHARE = 1 - math.sqrt(0.5)
"""How far an arc of radius 1 cuts into its corner, along each side."""
_EDGE = 0.5
"""Half the width of the soft rim, in pixels."""


def distances(width: int, height: int, boxes: Sequence[Box]) -> NDArray[np.float32]:
    """How far each pixel lies outside the union of the covers, in pixels; negative inside.

    Every pixel of every box is at -1 or less: the rounding only takes from what was added around the box.

    Returns:
        float32, shape (height, width); far away it is infinite.
    """
    field = np.full((height, width), np.inf, dtype=np.float32)
    for box in boxes:
        inside = box.clipped(width, height)
        if inside is None:
            continue
        radius, margin = _rounding(inside)
        reach = Box(inside.left - margin, inside.top - margin, inside.right + margin, inside.bottom + margin)
        window = Box(reach.left - 2, reach.top - 2, reach.right + 2, reach.bottom + 2).clipped(width, height)
        if window is None:
            continue
        place = (slice(window.top, window.bottom), slice(window.left, window.right))
        field[place] = np.minimum(field[place], _distance_to(reach, radius, window))
        core = (slice(inside.top, inside.bottom), slice(inside.left, inside.right))
        field[core] = np.minimum(field[core], -1.0)
    return field


def opacity(field: NDArray[np.float32]) -> NDArray[np.float32]:
    """1 inside the covers, 0 outside, in between on the rim, which lies outside every box."""
    alpha: NDArray[np.float32] = np.clip(_EDGE - field, 0.0, 1.0).astype(np.float32)
    return alpha


def reach_px(box: Box) -> int:
    """How many pixels beyond the box its cover may change."""
    return _rounding(box)[1] + 1


def _rounding(box: Box) -> tuple[float, int]:
    """Corner radius, and the margin that keeps the corners of the box inside the arc."""
    radius = _ROUNDNESS * min(box.width, box.height)
    return radius, math.ceil(radius * _CORNER_SHARE) + 1


def _distance_to(reach: Box, radius: float, window: Box) -> NDArray[np.float32]:
    """Signed distance to a rounded rectangle, at the centres of the pixels of `window`."""
    centre_x, centre_y = reach.centre
    across = np.abs(np.arange(window.left, window.right, dtype=np.float32) + 0.5 - centre_x)
    down = np.abs(np.arange(window.top, window.bottom, dtype=np.float32) + 0.5 - centre_y)
    over_x = (across - (reach.width / 2 - radius))[np.newaxis, :]
    over_y = (down - (reach.height / 2 - radius))[:, np.newaxis]
    outside = np.hypot(np.maximum(over_x, 0), np.maximum(over_y, 0))
    inside = np.minimum(np.maximum(over_x, over_y), 0)
    distance: NDArray[np.float32] = (outside + inside - radius).astype(np.float32)
    return distance
