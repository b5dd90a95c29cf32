"""Lines of text by the PP-OCR networks that rapidocr ships, on OpenVINO; nothing is fetched.

A line is looked for in a small view and spelt from the pixels of the original, so small print stays sharp. Upside-down
and standing lines are spelt both ways. A line that was seen and could not be spelt is given with no text, since on a
certificate it can be the name.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from app.analysis.engines.models import LINE_FINDER as FINDER
from app.analysis.engines.models import LINE_SPELLER as SPELLER
from app.analysis.engines.models import check_digest, text_engine
from app.analysis.engines.text_networks import SHORTEST_STRIP_PX, Line, LineFinder, LineSpeller, Spelling, strip_of
from app.domain.detection import Point, TextFinding
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.photo import RgbImage

VIEW_EDGES_PX = (640, 1920)
"""Long edges of the views in which lines are looked for. The finder misses large and lonely lines in large views and
small print in small ones. Of 432 drawn names of 16 pixels and more in photos of 3 and 12 megapixels, 1280 alone found
413, 640 and 1600 found 420, these two 423, and a third of 1024 between them not one more."""

LOWEST_SCORE = 0.4
"""The package's own 0.5 drops slanted script that a person can still read."""

_SURE = 0.95
"""A level line spelt with less is spelt a second time turned upside down; a steep one always is, since which way it is
read is a guess. Letters read the wrong way up score lower: of 160 names drawn in 13 directions 151 were right with both
ways tried on every line, and 145 with the second way below 0.85 only."""

_SQUARE = 1.5
"""A line no longer than that for its height may be read along its other side: ``Jo`` on a slanted label."""

_STRIP_BATCH_PX = 3840
"""Total length of the strips spelt in one go: the answer holds 19,000 chances for every eight pixels."""

_LIKE_LENGTH = 1.5
"""Strips up to so much longer than the shortest one are spelt with it; each counts as long as the longest."""

_SMALLEST_PX = 8
"""No letter fits into less, and the finder needs a few pixels to work on."""

_SAME_LINE = 0.6


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What reading one picture may cost.

    Attributes:
        view_edges_px: long edges of the views in which lines are looked for.
        budget_s: seconds after which a picture is given up, since a line not looked at may be a name.
    """

    view_edges_px: tuple[int, ...] = VIEW_EDGES_PX
    budget_s: float = 30.0


class RapidTextReader:
    """Reads lines of text.

    Raises:
        EngineUnavailableError: a model is missing or damaged, or this processor cannot run it.
    """

    def __init__(self, models: tuple[Path, Path] | None = None, limits: ReadingLimits | None = None) -> None:
        finder, speller = models or (FINDER.locate(), SPELLER.locate())
        for path, model in zip((finder, speller), (FINDER, SPELLER), strict=True):
            check_digest(path, model)
        self._limits = limits or ReadingLimits()
        self._engine = text_engine()
        self._finder, self._speller = LineFinder(finder), LineSpeller(speller)

    @property
    def engine(self) -> str:
        return self._engine

    def read(self, image: RgbImage) -> tuple[TextFinding, ...]:
        """Lines from top to bottom; one that could not be spelt has no text and score 0.

        Args:
            image: uint8, shape (height, width, 3), RGB, upright.

        Raises:
            EngineUnavailableError: the networks failed, or the time ran out with lines still unread; nothing that was
                read is given then, since the rest could hold a name.
            BugError: `image` is not uint8 RGB.
        """
        if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or not image.size:
            raise BugError(f"the text reader wants uint8 RGB, not {image.dtype} of shape {image.shape}")
        if min(image.shape[:2]) < _SMALLEST_PX:
            return ()
        clock = _Budget(self._limits.budget_s)
        lines = self._find(image, clock)
        spellings = self._spell(image, lines, clock)
        height, width = image.shape[:2]
        found = [_finding(line, spelling, width, height) for line, spelling in zip(lines, spellings, strict=True)]
        return tuple(sorted(found, key=lambda text: (text.box.top, text.box.left)))

    def _find(self, image: RgbImage, clock: _Budget) -> list[Line]:
        """Lines of all views; one that a smaller view showed as well is taken once."""
        lines: list[Line] = []
        longest, view, shown = max(image.shape[:2]), image, 1.0
        for scale in sorted({min(1.0, edge / longest) for edge in self._limits.view_edges_px}, reverse=True):
            clock.check(len(lines))
            view, shown = _view(view, scale / shown), scale  # each from the next larger: the original is slow to shrink
            for line in self._finder.find(view):
                _add(lines, Line(line.corners / scale, line.score))
        return lines

    def _spell(self, image: RgbImage, lines: Sequence[Line], clock: _Budget) -> list[Spelling]:
        strips = [strip_of(image, line.corners) for line in lines]
        spellings = [Spelling("", 0.0)] * len(lines)
        for part in _batches(strips, range(len(lines))):
            clock.check(sum(not s.score for s in spellings))
            for index, spelling in zip(part, self._speller.spell([strips[i] for i in part]), strict=True):
                spellings[index] = spelling
        turns = {2: [i for i, line in enumerate(lines) if spellings[i].score < _SURE or _is_steep(line)]}
        self._spell_turned(image, lines, spellings, turns, clock)
        squares = [i for i, line in enumerate(lines) if spellings[i].score < _SURE and _is_square(line)]
        self._spell_turned(image, lines, spellings, {1: squares, 3: squares}, clock)
        return spellings

    def _spell_turned(
        self,
        image: RgbImage,
        lines: Sequence[Line],
        spellings: list[Spelling],
        turns: dict[int, list[int]],
        clock: _Budget,
    ) -> None:
        """Spell some lines again, turned by quarters, and keep what is surer."""
        for quarters, chosen in turns.items():
            strips = {i: strip_of(image, np.roll(lines[i].corners, -quarters, axis=0)) for i in chosen}
            for part in _batches(strips, chosen):
                clock.check(len(chosen))
                for index, spelling in zip(part, self._speller.spell([strips[i] for i in part]), strict=True):
                    if spelling.score > spellings[index].score:
                        spellings[index] = spelling


class _Budget:
    """Seconds from now on."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def check(self, unread: int) -> None:
        if time.monotonic() > self._end:
            raise EngineUnavailableError(
                f"Not everything written in this photo could be read in time: {unread} lines are left.",
                remedy="Try again when the PC is less busy; if it stays so, leave the photo out.",
                code="not-read",
            )


def _view(image: RgbImage, scale: float) -> RgbImage:
    if scale >= 1.0:
        return image
    height, width = image.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _add(lines: list[Line], line: Line) -> None:
    """Add a line, or keep the better sight of one that another view showed as well."""
    same = next((place for place, known in enumerate(lines) if _is_same_line(line, known)), None)
    if same is None:
        lines.append(line)
    elif line.score > lines[same].score:
        lines[same] = line


def _is_same_line(line: Line, known: Line) -> bool:
    """Whether most of a line lies in a known one of about its height."""
    if not known.height / 2 < line.height < known.height * 2:
        return False
    shared = cv2.intersectConvexConvex(line.corners, known.corners)[0]
    return bool(shared > _SAME_LINE * line.length * line.height)


def _is_steep(line: Line) -> bool:
    along, down = np.abs(line.corners[1] - line.corners[0])
    return bool(down > along)


def _is_square(line: Line) -> bool:
    return max(line.length, line.height) <= _SQUARE * min(line.length, line.height)


def _batches(strips: Sequence[RgbImage] | Mapping[int, RgbImage], chosen: Sequence[int]) -> list[list[int]]:
    """The chosen strips, short ones first, in groups of like length that cost about the same."""
    groups: list[list[int]] = []
    shortest = 0
    for index in sorted(chosen, key=lambda i: strips[i].shape[1]):
        width = max(SHORTEST_STRIP_PX, strips[index].shape[1])
        if groups and width <= _LIKE_LENGTH * shortest and (len(groups[-1]) + 1) * width <= _STRIP_BATCH_PX:
            groups[-1].append(index)
        else:
            groups.append([index])
            shortest = width
    return groups


def _finding(line: Line, spelling: Spelling, width: int, height: int) -> TextFinding:
    def corner(index: int) -> Point:
        x, y = (round(float(value)) for value in line.corners[index])
        return min(max(x, 0), width - 1), min(max(y, 0), height - 1)

    is_read = spelling.score >= LOWEST_SCORE and bool(spelling.text)
    text, score = (spelling.text, round(spelling.score, 4)) if is_read else ("", 0.0)
    return TextFinding((corner(0), corner(1), corner(2), corner(3)), text, score)
