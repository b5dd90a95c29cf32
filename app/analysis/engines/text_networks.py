"""The two networks behind the text reader, run by OpenVINO: one finds lines in a view, one spells the line in a strip.

The networks are PP-OCR's as rapidocr ships them; what stands round them here is what that package does, with the
pixels of the original for the strips, lines of every direction, and no more work than is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import openvino  # type: ignore[import-untyped]
from numpy.typing import NDArray

from app.analysis.engines.processor import compiled
from app.domain.errors import EngineUnavailableError
from app.domain.photo import RgbImage

_INK = 0.3
"""From this probability a pixel of the finder's map belongs to a line (PP-OCR's own)."""

_LINE = 0.5
"""Mean probability from which a place is a line (rapidocr's own)."""

_GROW = 1.6
"""The network marks the core of a line; this is how far the line reaches round it (PP-OCR's own)."""

_SMALLEST_CORE_PX = 3.0
_MOST_PIXELS = 1_100_000
"""The network sees a larger view in bands, since it holds 200 bytes for every pixel it is shown, and keeps them."""

_LAP_PX, _LEAST_BAND_PX = 48, 256
"""How far a band looks beyond the rows that are kept of it. Larger letters are seen whole in the small view."""

STRIP_HEIGHT_PX = 48
_LONGEST_STRIP_PX = 3200
SHORTEST_STRIP_PX = 160
"""Shorter strips are filled up to this. Of 800 drawn names 642 were right with it and with 320 (PP-OCR's own) alike, in
two thirds of the time; 639 with 128, 631 with 96."""

Corners = NDArray[np.float32]
"""float32, shape (4, 2), x and y: clockwise from where reading starts, at its top."""


@dataclass(frozen=True, slots=True)
class Line:
    """A place where a line of text seems to stand.

    Attributes:
        corners: the long side first: reading runs from corner 0 to corner 1, or the other way round.
        score: mean probability, 0 to 1.
    """

    corners: Corners
    score: float

    @property
    def length(self) -> float:
        return float(np.linalg.norm(self.corners[1] - self.corners[0]))

    @property
    def height(self) -> float:
        return float(np.linalg.norm(self.corners[3] - self.corners[0]))


class LineFinder:
    """Finds lines of text in one view of a picture.

    Raises:
        EngineUnavailableError: this processor cannot run the network.
    """

    def __init__(self, model: Path) -> None:
        self._network = _compiled(model)[0]

    def find(self, view: RgbImage) -> tuple[Line, ...]:
        """Lines in pixels of the view, which is stretched to a multiple of 32 for the network."""
        height, width = view.shape[:2]
        fitted = (max(32, round(width / 32) * 32), max(32, round(height / 32) * 32))
        seen = np.asarray(cv2.resize(view, fitted, interpolation=cv2.INTER_LINEAR), np.uint8)
        chances = np.empty(seen.shape[:2], np.float32)
        for start, end, first, last in bands(fitted[1], most=max(_LEAST_BAND_PX, _MOST_PIXELS // fitted[0])):
            part = _answer(self._network, _as_input(seen[start:end])[None])[0, 0]
            chances[first:last] = part[first - start : last - start]
        stretch = np.array((width / fitted[0], height / fitted[1]), np.float32)
        return tuple(Line(line.corners * stretch, line.score) for line in lines_of_map(chances))


def bands(height: int, most: int) -> list[tuple[int, int, int, int]]:
    """Rows seen in bands of one size, since each size of input costs the network memory of its own.

    Returns:
        For each band the rows it sees, from start to end, and the rows to keep of it; those of all bands are all rows.
    """
    count = max(1, math.ceil((height - 2 * _LAP_PX) / most))
    size = min(height, math.ceil((height + (count - 1) * 2 * _LAP_PX) / count / 32) * 32)
    starts = [round((height - size) * number / max(1, count - 1) / 32) * 32 for number in range(count)]
    cuts = [0, *((before + size + after) // 2 for before, after in pairwise(starts)), height]
    return [(start, start + size, *cut) for start, cut in zip(starts, pairwise(cuts), strict=True)]


def lines_of_map(chances: NDArray[np.float32]) -> tuple[Line, ...]:
    """Lines of a map of probabilities, float32, shape (height, width), in its pixels."""
    mask = cv2.dilate((chances > _INK).astype(np.uint8), np.ones((2, 2), np.uint8))
    outlines = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)[0]
    lines = []
    for outline in outlines:
        middle, (breadth, depth), angle = cv2.minAreaRect(outline)
        if min(breadth, depth) < _SMALLEST_CORE_PX:
            continue
        score = _mean_inside(chances, np.asarray(cv2.boxPoints((middle, (breadth, depth), angle)), np.float32))
        if score >= _LINE:
            more = _GROW * breadth * depth / (breadth + depth)
            corners = np.asarray(cv2.boxPoints((middle, (breadth + more, depth + more), angle)), np.float32)
            lines.append(Line(in_reading_order(corners), score))
    return tuple(lines)


def in_reading_order(corners: Corners) -> Corners:
    """Clockwise, starting where the long side starts at its left (for upright lines, at its upper) end.

    A place hardly longer than high starts at its top left, since lines that stand or lie are commoner than steep ones.
    """
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    area = np.sum(corners[:, 0] * np.roll(corners[:, 1], -1) - np.roll(corners[:, 0], -1) * corners[:, 1])
    clockwise = corners if area > 0 else corners[::-1]
    if max(sides) < 1.5 * min(sides):
        start = int(np.argmin(clockwise.sum(axis=1)))
        return np.roll(clockwise, -start, axis=0)
    lengths = np.linalg.norm(np.roll(clockwise, -1, axis=0) - clockwise, axis=1)
    first, other = (0, 2) if lengths[0] >= lengths[1] else (1, 3)
    run = clockwise[(first + 1) % 4] - clockwise[first]
    forward = run[0] > 0 if abs(run[0]) > 0.35 * abs(run[1]) else run[1] > 0
    return np.roll(clockwise, -(first if forward else other), axis=0)


def _mean_inside(chances: NDArray[np.float32], corners: Corners) -> float:
    height, width = chances.shape
    low = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, (width - 1, height - 1))
    high = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, (width - 1, height - 1))
    part = chances[low[1] : high[1] + 1, low[0] : high[0] + 1]
    mask = np.zeros(part.shape, np.uint8)
    cv2.fillPoly(mask, [(corners - low).astype(np.int32)], 1)
    return float(cv2.mean(part, mask)[0])


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a strip says; `score` is the mean certainty of its letters, 0 for an empty one."""

    text: str
    score: float


class LineSpeller:
    """Spells strips of text.

    Raises:
        EngineUnavailableError: this processor cannot run the network, or it has no list of letters.
    """

    def __init__(self, model: Path) -> None:
        self._network, letters = _compiled(model)
        if not letters:
            raise EngineUnavailableError(
                "The model file of the text reader has no list of letters.", remedy="Ask IT to install ClearPost again."
            )
        self._letters = ["", *letters.splitlines(), " "]

    def spell(self, strips: Sequence[RgbImage]) -> tuple[Spelling, ...]:
        """Spell strips of any length in one go; strips of like length cost least.

        Args:
            strips: uint8, shape (48, width, 3), RGB, letters upright.
        """
        width = max(SHORTEST_STRIP_PX, *(strip.shape[1] for strip in strips))
        batch = np.zeros((len(strips), 3, STRIP_HEIGHT_PX, width), np.float32)
        for row, strip in zip(batch, strips, strict=True):
            row[:, :, : strip.shape[1]] = _as_input(strip)
        return tuple(self._decoded(chances) for chances in _answer(self._network, batch))

    def _decoded(self, chances: NDArray[np.float32]) -> Spelling:
        """The likeliest letter of each column; repeats without a gap between are one letter."""
        best = chances.argmax(axis=1)
        kept = (best != 0) & np.concatenate(([True], best[1:] != best[:-1]))
        if not kept.any():
            return Spelling("", 0.0)
        text = "".join(self._letters[index] for index in best[kept])
        return Spelling(text.strip(), float(chances[np.arange(len(best)), best][kept].mean()))


def strip_of(image: RgbImage, corners: Corners) -> RgbImage:
    """The line between the corners as a strip of 48 pixels height, letters upright if reading runs as they say."""
    length = max(np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[3]))
    height = max(np.linalg.norm(corners[3] - corners[0]), np.linalg.norm(corners[2] - corners[1]))
    width = min(_LONGEST_STRIP_PX, max(8, math.ceil(STRIP_HEIGHT_PX * float(length) / max(1.0, float(height)))))
    # Fewer pixels than the line has would alias: take it at a whole multiple of the height, then shrink by areas.
    times = max(1, min(8, round(float(height) / STRIP_HEIGHT_PX)))
    full = np.array(((0, 0), (width, 0), (width, STRIP_HEIGHT_PX), (0, STRIP_HEIGHT_PX)), np.float32) * times
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), full)
    size = (width * times, STRIP_HEIGHT_PX * times)
    way = cv2.INTER_CUBIC if times == 1 else cv2.INTER_LINEAR  # what is shrunk afterwards gains nothing by cubes
    strip = cv2.warpPerspective(image, turn, size, flags=way, borderMode=cv2.BORDER_REPLICATE)
    if times > 1:
        strip = cv2.resize(strip, (width, STRIP_HEIGHT_PX), interpolation=cv2.INTER_AREA)
    return np.asarray(strip, np.uint8)


def _as_input(image: RgbImage) -> NDArray[np.float32]:
    """-1 to 1, shape (3, height, width), blue first as the networks learnt it."""
    return np.ascontiguousarray(image[:, :, ::-1].transpose(2, 0, 1), np.float32) / 127.5 - 1.0


def _compiled(model: Path) -> tuple[Any, str]:
    """The network, and the letters that its file lists (none for the finder)."""
    try:
        network = openvino.Core().read_model(model)
        about = network.get_rt_info()
        letters = str(about["framework"]["character"].value) if "framework" in about else ""
        return compiled(network), letters
    except RuntimeError as error:
        raise EngineUnavailableError(
            "The text reader cannot run on this PC.", remedy="Ask IT to look at the log of ClearPost."
        ) from error


def _answer(network: Any, values: NDArray[np.float32]) -> NDArray[np.float32]:
    try:
        return np.asarray(network(values)[0], np.float32)
    except RuntimeError as error:
        raise EngineUnavailableError(
            "The text reader failed on a photo.", remedy="Try again; if it stays so, ask IT to look at the log."
        ) from error
