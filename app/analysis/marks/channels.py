"""What a picture looks like to the mark finder: per cell of 4 x 4 pixels, edges by direction, and colour.

Ten numbers per cell, after Dollar's aggregate channels (PAMI 2014): strength of edges in six directions and in all,
both relative to their surroundings, so that light matters little; brightness relative to the surroundings; colour.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from app.domain.photo import RgbImage

CELL_PX = 4
DIRECTIONS = 6
CHANNELS = DIRECTIONS + 4
_STRIP_PX = 128
_ROOM_PX = 4

Maps = NDArray[np.float32]
"""float32, shape (`CHANNELS`, rows, columns) of cells."""


def channels_of(image: RgbImage, *, surround: int = 5) -> Maps:
    """The maps of a picture; pixels beyond the last whole cell are left out.

    Args:
        image: uint8 RGB, at least one cell wide and high.
        surround: how many cells wide the surroundings are that edges and brightness are relative to.
    """
    sums = np.concatenate([_sums(image, top) for top in range(0, _whole(image.shape[0]), _STRIP_PX)], axis=1)
    edges, light, colour = sums[:DIRECTIONS], sums[DIRECTIONS + 1], sums[DIRECTIONS + 2 :]
    strength = sums[DIRECTIONS]
    around = cv2.boxFilter(strength, -1, (surround, surround), borderType=cv2.BORDER_REFLECT)
    scale = 1.0 / (around + 6.0)
    maps = np.empty((CHANNELS, *strength.shape), np.float32)
    np.multiply(edges, scale, out=maps[:DIRECTIONS])
    np.multiply(strength, scale * 0.5, out=maps[DIRECTIONS])
    wide = 2 * surround + 1
    mean = cv2.boxFilter(light, -1, (wide, wide), borderType=cv2.BORDER_REFLECT)
    np.multiply(light - mean, 1 / 50.0, out=maps[DIRECTIONS + 1])
    np.multiply(colour - 128.0, 1 / 25.0, out=maps[DIRECTIONS + 2 :])
    return maps


def _whole(pixels: int) -> int:
    return pixels // CELL_PX * CELL_PX


def _sums(image: RgbImage, top: int) -> Maps:
    """Cell means of one strip: six directions, all edges, brightness, two colours; strips stay in the fast cache."""
    bottom = min(_whole(image.shape[0]), top + _STRIP_PX)
    first, last = max(0, top - _ROOM_PX), min(image.shape[0], bottom + _ROOM_PX)
    width = _whole(image.shape[1])
    light = cv2.cvtColor(image[first:last], cv2.COLOR_RGB2GRAY).astype(np.float32)
    own = slice(top - first, bottom - first)
    across = cv2.Sobel(light, cv2.CV_32F, 1, 0, ksize=1)[own, :width]
    down = cv2.Sobel(light, cv2.CV_32F, 0, 1, ksize=1)[own, :width]
    square_across, square_down = across * across, down * down
    # Not cv2.magnitude: its last digit depends on where in memory the picture lies, and learning makes much of that.
    strength = np.sqrt(square_across + square_down)
    weight = 1.0 / (strength + 1e-3)
    # Twice the angle, so that dark-to-light and light-to-dark are one direction.
    twice_cos = (square_across - square_down) * weight
    twice_sin = (2.0 * across * down) * weight
    size = (width // CELL_PX, (bottom - top) // CELL_PX)
    out = np.empty((CHANNELS, size[1], size[0]), np.float32)
    mean_cos, mean_sin = (cv2.resize(part, size, interpolation=cv2.INTER_AREA) for part in (twice_cos, twice_sin))
    for number in range(DIRECTIONS // 2):
        turn = 2 * np.pi * number / DIRECTIONS
        along, over = float(np.cos(turn)), float(np.sin(turn))
        part = cv2.addWeighted(twice_cos, along, twice_sin, over, 0.0)
        cv2.threshold(part, 0.0, 0.0, cv2.THRESH_TOZERO, part)
        out[number] = cv2.resize(part, size, interpolation=cv2.INTER_AREA)
        # What lies below zero is the direction opposite, and the two differ by the mean of the whole.
        out[number + DIRECTIONS // 2] = out[number] - (along * mean_cos + over * mean_sin)
    out[DIRECTIONS] = cv2.resize(strength, size, interpolation=cv2.INTER_AREA)
    small = cv2.resize(image[top:bottom, :width], size, interpolation=cv2.INTER_AREA)
    out[DIRECTIONS + 1 :] = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).transpose(2, 0, 1)
    return out
