"""Invented crests: what other schools, clubs and brands wear. The finder learns that they are not the one it wants."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from app.analysis.marks.cutouts import Cutout

_SIDE = 240
_INKS = (
    (12, 30, 92), (150, 18, 40), (10, 92, 52), (236, 190, 40), (248, 248, 244), (24, 24, 26), (96, 40, 120),
    (40, 130, 200), (210, 90, 20), (120, 120, 126), (200, 30, 30), (90, 58, 30),
)  # fmt: skip
_LETTERS = "ABCDEFGHJKLMNOPRSTW"
_Colour = tuple[float, float, float]


def emblem(rng: np.random.Generator) -> Cutout:
    """One invented crest: a shape in two to four colours with a device and perhaps letters on it."""
    inks: list[_Colour] = [_ink(i) for i in rng.permutation(len(_INKS))[:4]]
    picture = np.full((_SIDE, _SIDE, 3), inks[0], np.uint8)
    outline = _outline(rng)
    _divide(rng, picture, inks[1])
    for ink in inks[2 : 2 + int(rng.integers(1, 3))]:
        _add_device(rng, picture, ink)
    if rng.random() < 0.6:
        _add_letters(rng, picture, inks[3])
    cover = np.zeros((_SIDE, _SIDE), np.uint8)
    cv2.fillPoly(cover, [outline], 255, cv2.LINE_AA)
    if rng.random() < 0.8:
        cv2.polylines(picture, [outline], True, inks[int(rng.integers(1, 4))], int(rng.integers(6, 22)), cv2.LINE_AA)
    x, y, width, height = cv2.boundingRect(outline)
    own = (slice(max(0, y), y + height), slice(max(0, x), x + width))
    return Cutout(np.ascontiguousarray(picture[own]), np.ascontiguousarray(cover[own].astype(np.float32) / 255))


def _ink(number: int) -> _Colour:
    red, green, blue = _INKS[number]
    return float(red), float(green), float(blue)


def _outline(rng: np.random.Generator) -> NDArray[np.int32]:
    wide = rng.uniform(0.36, 0.48) * _SIDE
    middle = _SIDE / 2
    kind = int(rng.integers(4))
    turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    if kind == 0:  # a round badge
        x, y = middle + wide * np.cos(turn), middle + wide * rng.uniform(0.8, 1.2) * np.sin(turn)
    elif kind == 1:  # a lozenge or a star
        corners = int(rng.integers(4, 9))
        turn = np.linspace(-np.pi / 2, 1.5 * np.pi, 2 * corners, endpoint=False)
        reach = np.where(np.arange(2 * corners) % 2 == 0, 1.0, rng.uniform(0.6, 0.95)) * wide * 1.1
        x, y = middle + reach * np.cos(turn), middle + reach * np.sin(turn)
    else:  # a shield
        down = np.linspace(0, 1, 24)
        half = wide * 0.85 * np.where(down < 0.45, 1.0, np.sqrt(np.clip(1 - ((down - 0.45) / 0.55) ** 2, 0, 1)))
        x = np.concatenate([middle - half, (middle + half)[::-1]])
        y = np.concatenate([down, down[::-1]]) * _SIDE * 0.9 + _SIDE * 0.05
    return np.asarray(np.clip(np.stack([x, y], axis=1), 1, _SIDE - 2), np.int32)


def _divide(rng: np.random.Generator, picture: NDArray[np.uint8], ink: _Colour) -> None:
    kind, half = int(rng.integers(6)), _SIDE // 2
    if kind == 0:
        picture[:, half:] = ink
    elif kind == 1:
        picture[: int(_SIDE * rng.uniform(0.25, 0.5))] = ink
    elif kind == 2:
        picture[:half, half:] = ink
        picture[half:, :half] = ink
    elif kind == 3:
        cv2.line(picture, (0, 0), (_SIDE, _SIDE), ink, int(rng.integers(20, 60)))
    elif kind == 4:
        points = np.array([[0, _SIDE * 0.75], [half, _SIDE * 0.35], [_SIDE, _SIDE * 0.75]], np.int32)
        cv2.polylines(picture, [points], False, ink, int(rng.integers(18, 44)))


def _add_device(rng: np.random.Generator, picture: NDArray[np.uint8], ink: _Colour) -> None:
    x, y = int(rng.uniform(0.3, 0.7) * _SIDE), int(rng.uniform(0.25, 0.7) * _SIDE)
    size = int(rng.uniform(0.1, 0.24) * _SIDE)
    kind = int(rng.integers(6))
    if kind == 0:
        cv2.circle(picture, (x, y), size, ink, int(rng.choice([-1, 8, 14])), cv2.LINE_AA)
    elif kind == 1:
        turn = np.linspace(-np.pi / 2, 1.5 * np.pi, 10, endpoint=False)
        reach = np.where(np.arange(10) % 2 == 0, 1.0, 0.42) * size * 1.2
        points = np.stack([x + reach * np.cos(turn), y + reach * np.sin(turn)], axis=1)
        cv2.fillPoly(picture, [points.astype(np.int32)], ink, cv2.LINE_AA)
    elif kind == 2:
        cv2.line(picture, (x - size, y), (x + size, y), ink, size // 2)
        cv2.line(picture, (x, y - size), (x, y + size), ink, size // 2)
    elif kind == 3:  # an open book
        left = np.array([[x, y - size // 2], [x - size, y - size], [x - size, y + size // 3], [x, y + size]], np.int32)
        right = left.copy()
        right[:, 0] = 2 * x - right[:, 0]
        cv2.fillPoly(picture, [left, right], ink, cv2.LINE_AA)
        cv2.line(picture, (x, y - size // 2), (x, y + size), (30.0, 30.0, 30.0), 3)
    elif kind == 4:  # a tree
        cv2.circle(picture, (x, y - size // 2), round(size * 0.8), ink, -1, cv2.LINE_AA)
        cv2.line(picture, (x, y), (x, y + size), ink, max(4, size // 4))
    else:  # waves
        for row in range(3):
            along = np.arange(x - size, x + size)
            wave = y + row * size // 3 + np.sin(along / 9.0) * size / 8
            cv2.polylines(picture, [np.stack([along, wave], axis=1).astype(np.int32)], False, ink, 7)


def _add_letters(rng: np.random.Generator, picture: NDArray[np.uint8], ink: _Colour) -> None:
    words = "".join(_LETTERS[i] for i in rng.integers(0, len(_LETTERS), rng.integers(1, 4)))
    scale = {1: 4.5, 2: 3.0, 3: 2.2}[len(words)] * rng.uniform(0.6, 1.1)
    (width, _), _ = cv2.getTextSize(words, cv2.FONT_HERSHEY_TRIPLEX, scale, 8)
    place = ((_SIDE - width) // 2, int(rng.uniform(0.45, 0.85) * _SIDE))
    cv2.putText(
        picture, words, place, cv2.FONT_HERSHEY_TRIPLEX, float(scale), ink, int(rng.integers(4, 11)), cv2.LINE_AA
    )
