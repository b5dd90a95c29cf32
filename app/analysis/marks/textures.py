"""Backgrounds that hold no mark: heaps of shapes over shapes like those in photos, cloth, stripes, letters. All drawn.

A heap of discs and boxes whose sizes follow an inverse-cube law ("dead leaves") has the statistics of edges that
photos have (Lee, Mumford, Huang 2001), so what such a picture does not hold is worth knowing for real ones too.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from app.domain.photo import RgbImage

CLOTH_COLOURS = (
    (22, 28, 58), (110, 18, 34), (14, 62, 40), (34, 62, 140), (168, 24, 30), (28, 28, 30), (236, 236, 232),
    (120, 124, 128), (82, 40, 104), (232, 190, 40), (70, 150, 200), (230, 120, 30), (60, 60, 70), (180, 200, 220),
)  # fmt: skip
"""Jumpers, blazers, polo shirts and shirts of schools, RGB."""
_FONTS = (
    cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX,
    cv2.FONT_HERSHEY_SCRIPT_SIMPLEX,
)  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNOPRSTUVWY abcdefghiklmnoprstuvwy0123456789"


def background(rng: np.random.Generator, width: int, height: int) -> RgbImage:
    """One picture without a mark, never the same twice."""
    picture = _heap(rng, width, height) if rng.random() < 0.8 else _cloth_sheet(rng, width, height)
    for _ in range(rng.integers(0, 5)):
        _add_pattern(rng, picture)
    for _ in range(rng.integers(0, 8)):
        _add_words(rng, picture)
    picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.3, 1.6))), np.uint8)
    return lit(rng, picture, amount=0.25)


def smooth_noise(rng: np.random.Generator, width: int, height: int, *, period: float) -> NDArray[np.float32]:
    """Soft hills and valleys of about `period` pixels, mean 0, standard deviation near 1."""
    coarse = rng.standard_normal((max(3, round(height / period) + 3), max(3, round(width / period) + 3)))
    return np.asarray(
        cv2.resize(coarse.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC) * 1.3, np.float32
    )


def cloth(rng: np.random.Generator, width: int, height: int, colour: NDArray[np.float32]) -> NDArray[np.float32]:
    """A piece of cloth of one colour with folds and threads, float32 RGB 0 to 255."""
    period = float(rng.uniform(2.0, 4.5))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = float(rng.uniform(0, np.pi))
    threads = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period) * rng.uniform(0, 0.05)
    folds = smooth_noise(rng, width, height, period=max(6.0, max(width, height) / rng.uniform(1.5, 5)))
    shade = 1 + threads + folds * rng.uniform(0.02, 0.16) + rng.standard_normal((height, width)) * rng.uniform(0, 0.03)
    return np.asarray(np.clip(colour[None, None] * shade[..., None], 0, 255), np.float32)


def cloth_colour(rng: np.random.Generator) -> NDArray[np.float32]:
    """The colour of a garment."""
    if rng.random() < 0.35:
        return np.asarray(rng.uniform(10, 245, 3), np.float32)
    return np.asarray(np.array(CLOTH_COLOURS[rng.integers(len(CLOTH_COLOURS))]) + rng.normal(0, 10, 3), np.float32)


def lit(rng: np.random.Generator, picture: NDArray[np.uint8], *, amount: float) -> RgbImage:
    """The same under another light: gain, white balance, a slope of brightness, grain."""
    height, width = picture.shape[:2]
    gains = rng.uniform(1 - amount, 1 + amount) * (1 + rng.normal(0, amount / 4, 3))
    slope = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * rng.normal(0, amount / 3)
    slope = slope + np.linspace(-1, 1, height, dtype=np.float32)[:, None] * rng.normal(0, amount / 3)
    light = np.exp(slope)[..., None] * gains
    grain = rng.standard_normal((height, width, 1)).astype(np.float32) * rng.uniform(0, 6)
    return np.asarray(np.clip(picture * light + grain, 0, 255), np.uint8)


def _heap(rng: np.random.Generator, width: int, height: int) -> NDArray[np.uint8]:
    palette = rng.uniform(0, 255, (rng.integers(4, 24), 3))
    if rng.random() < 0.5:
        grey = palette.mean(axis=1, keepdims=True)
        palette = grey + (palette - grey) * rng.uniform(0.1, 0.7)
    picture = np.full((height, width, 3), palette[0], np.uint8)
    small, large = float(rng.choice([3.0, 7.0, 14.0])), 0.5 * max(width, height)
    count = int(rng.integers(150, 700))
    uniform = rng.random(count)
    radii = 1 / np.sqrt(uniform / small**2 + (1 - uniform) / large**2)
    for radius in rng.permutation(radii):
        _add_shape(rng, picture, float(radius), palette[rng.integers(len(palette))] + rng.normal(0, 18, 3))
    return picture


def _add_shape(
    rng: np.random.Generator, picture: NDArray[np.uint8], radius: float, colour: NDArray[np.float64]
) -> None:
    height, width = picture.shape[:2]
    centre = (int(rng.integers(0, width)), int(rng.integers(0, height)))
    tone = tuple(float(c) for c in np.clip(colour, 0, 255))
    kind = rng.random()
    long, short = max(1, round(radius)), max(1, round(radius * rng.uniform(0.3, 1)))
    angle = float(rng.uniform(0, 180))
    if kind < 0.45:
        cv2.ellipse(picture, centre, (long, short), angle, 0, 360, tone, -1, cv2.LINE_AA)
    elif kind < 0.85:
        corners = cv2.boxPoints((centre, (2 * long, 2 * short), angle))
        cv2.fillConvexPoly(picture, np.asarray(corners, np.int32), tone, cv2.LINE_AA)
    else:
        turn = np.sort(rng.uniform(0, 2 * np.pi, rng.integers(3, 7)))
        points = np.stack([centre[0] + long * np.cos(turn), centre[1] + short * np.sin(turn)], axis=1)
        cv2.fillPoly(picture, [np.asarray(points, np.int32)], tone, cv2.LINE_AA)


def _cloth_sheet(rng: np.random.Generator, width: int, height: int) -> NDArray[np.uint8]:
    sheet = cloth(rng, width, height, cloth_colour(rng)).astype(np.uint8)
    for _ in range(rng.integers(5, 60)):
        _add_shape(rng, sheet, float(rng.uniform(3, 60)), np.asarray(cloth_colour(rng), np.float64))
    return sheet


def _add_pattern(rng: np.random.Generator, picture: NDArray[np.uint8]) -> None:
    """Stripes, checks or a grid in one part of the picture."""
    height, width = picture.shape[:2]
    w, h = int(rng.integers(20, max(21, width // 2))), int(rng.integers(20, max(21, height // 2)))
    left, top = int(rng.integers(0, max(1, width - w))), int(rng.integers(0, max(1, height - h)))
    part = picture[top : top + h, left : left + w]
    y, x = np.mgrid[0 : part.shape[0], 0 : part.shape[1]].astype(np.float32)
    angle, period = float(rng.uniform(0, np.pi)), float(rng.uniform(4, 30))
    wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
    if rng.random() < 0.5:
        wave = wave * np.sin(2 * np.pi * (y * np.cos(angle) - x * np.sin(angle)) / period)
    one, other = cloth_colour(rng), cloth_colour(rng)
    part[:] = np.where(wave[..., None] > rng.uniform(-0.5, 0.5), one, other).clip(0, 255).astype(np.uint8)


def _add_words(rng: np.random.Generator, picture: NDArray[np.uint8]) -> None:
    height, width = picture.shape[:2]
    words = "".join(_LETTERS[i] for i in rng.integers(0, len(_LETTERS), rng.integers(2, 12)))
    place = (int(rng.integers(-20, width)), int(rng.integers(0, height)))
    tone = tuple(float(c) for c in rng.uniform(0, 255, 3))
    scale = float(rng.uniform(0.3, 3))
    cv2.putText(
        picture, words, place, _FONTS[rng.integers(len(_FONTS))], scale, tone, int(rng.integers(1, 5)), cv2.LINE_AA
    )
