"""Enlarge small fields of numbers smoothly; pictures themselves are shrunk in `app.imaging.encoding`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def stretched(values: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
    """The field at another size, channel by channel (bilinear).

    Args:
        values: float32, shape (rows, columns, channels).
        width: columns of the result.
        height: rows of the result.

    Returns:
        float32, shape (height, width, channels).
    """
    channels = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(values[..., c], dtype=np.float32)).resize(
                (width, height), Image.Resampling.BILINEAR
            ),
            dtype=np.float32,
        )
        for c in range(values.shape[2])
    ]
    return np.stack(channels, axis=-1)
