"""Learn a mark from one to five pictures of it: render it, search with what was learned so far, learn from mistakes.

Nothing is learned from anybody's photos: backgrounds and other crests are drawn. Photos known not to show the mark may
be given besides; they make the finder stricter on scenes like theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.analysis.marks.confirming import View
from app.analysis.marks.cutouts import Cutout
from app.analysis.marks.emblems import emblem
from app.analysis.marks.learning import Filters, Judge, learn_filters, learn_judge
from app.analysis.marks.model import TaughtMark, as_kept
from app.analysis.marks.rendering import Scene, render
from app.analysis.marks.search import Candidate, Correlate, candidates_in, levels_of, sights_in
from app.analysis.marks.textures import background
from app.analysis.marks.windows import Place, Window, jittered, overlaps
from app.domain.photo import RgbImage

COARSE_CELLS, FINE_CELLS = 8, 16
_COARSE_SHIFT = 0.08
"""The filters answer at every other cell of 8, so they see most marks a little beside."""
LOWEST_ODDS = -0.7
"""From here on it is the mark: over three crests and 270 photos, 0.037 false places a photo from -0.5 and 0.059 from
-1.0, both at a recall of 0.937 at 48 pixels. What drawn backgrounds and renderings of the mark reach did not tell the
right value of single crests: a threshold half-way between them let 33 false places through."""
_NOTHING = -20.0
MEASURED_SIZES_PX = (32, 48, 96)
Floats = NDArray[np.float32]
BuildCorrelate = Callable[[Window, Filters], Correlate]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is rendered; the default takes about half a minute on an idle core."""

    views: int = 800
    looks: int = 2
    backgrounds: int = 36
    misses: int = 180
    rounds: int = 2
    measured: int = 60
    filters: int = 4
    judges: int = 2


@dataclass(frozen=True, slots=True)
class Step:
    """How far learning is, 0 to 1; the last step carries the mark."""

    share: float
    mark: TaughtMark | None = None


def learn_mark(
    pictures: Sequence[Cutout],
    build: BuildCorrelate,
    *,
    seed: int = 0,
    effort: Effort = Effort(),
    without: Sequence[RgbImage] = (),
) -> Iterator[Step]:
    """Learn step by step; closing the iterator gives up.

    Args:
        pictures: one to five cut-outs of the mark.
        build: makes the search for a window and its filters.
        seed: the same seed and pictures give the same mark.
        effort: how much to render.
        without: photos that do not show the mark.
    """
    rng = np.random.default_rng([seed, 1])
    aspect = float(np.exp(np.mean([np.log(p.aspect) for p in pictures])))
    coarse, fine = Window.for_aspect(aspect, COARSE_CELLS), Window.for_aspect(aspect, FINE_CELLS)
    fields = _Fields(rng, without, effort.backgrounds)
    yield Step(0.05)
    small, large = [], []
    for number in range(effort.views):
        scene = _view(rng, pictures[number % len(pictures)], fields.any())
        place = Place.around(scene.box, coarse)
        small.append(coarse.seen(scene.image, jittered(rng, place, shift=_COARSE_SHIFT, scale=0.08)))
        large += [fine.seen(scene.image, jittered(rng, place)) for _ in range(effort.looks)]
        if number % 40 == 39:
            yield Step(0.05 + 0.35 * number / effort.views)
    filters = _kept_filters(learn_filters(rng, np.stack(small), _windows(rng, fields, coarse), count=effort.filters))
    lowest_answer = float(np.quantile(filters.answers(np.stack(small)), 0.01)) - 0.25
    correlate = build(coarse, filters)
    yield Step(0.45)
    views = tuple(View.of(picture) for picture in pictures)
    mark = TaughtMark(coarse, fine, filters, lowest_answer, (), views, 0.0)
    marks, others = np.stack(large), _near_misses(rng, pictures, fields, fine, effort.misses)
    for turn in range(effort.rounds):
        mistakes = []
        for number, image in enumerate(fields.fresh(turn)):
            mistakes.append(_mistakes(rng, image, mark, correlate))
            if number % 6 == 5:
                yield Step(0.45 + 0.35 * (turn + number / effort.backgrounds / 2) / effort.rounds)
        others = np.concatenate([others, *mistakes])
        samples, truth = np.concatenate([marks, others]), np.arange(len(marks) + len(others)) < len(marks)
        count = effort.judges if turn == effort.rounds - 1 else 1
        judges = tuple(_kept_judge(learn_judge(rng, samples, truth)) for _ in range(count))
        mark = replace(mark, judges=judges)
        yield Step(0.45 + 0.35 * (turn + 1) / effort.rounds)
    yield from _measured(np.random.default_rng([seed, 2]), pictures, mark, correlate, without, effort)


class _Fields:
    """Pictures without the mark: drawn ones, and those that were given."""

    def __init__(self, rng: np.random.Generator, given: Sequence[RgbImage], count: int) -> None:
        self._rng, self._given, self._count = rng, list(given), count
        self._drawn = [background(rng, 480, 400) for _ in range(max(4, count // 2))]

    def any(self) -> RgbImage:
        """A part of one of them."""
        rng = self._rng
        if self._given and rng.random() < 0.5:
            return crop(rng, self._given[rng.integers(len(self._given))], 300)
        return crop(rng, self._drawn[rng.integers(len(self._drawn))], 300)

    def all(self) -> list[RgbImage]:
        return [*self._drawn, *self._given]

    def fresh(self, turn: int) -> Iterator[RgbImage]:
        """For a round of looking for mistakes: new drawings with other crests on them, and all that were given."""
        for _ in range(self._count):
            picture = background(self._rng, 640, 480)
            for _ in range(self._rng.integers(0, 5)):
                size = float(np.exp(self._rng.uniform(np.log(28), np.log(150))))
                picture = render(self._rng, emblem(self._rng), picture, size_px=size).image
            yield picture
        yield from self._given


def crop(rng: np.random.Generator, image: RgbImage, side: int) -> RgbImage:
    """A square part of the picture, somewhere; what is smaller is repeated as in a mirror."""
    missing = [(0, max(0, side - length)) for length in image.shape[:2]]
    whole = np.pad(image, [*missing, (0, 0)], mode="symmetric") if any(m[1] for m in missing) else image
    top, left = (int(rng.integers(0, length - side + 1)) for length in whole.shape[:2])
    return np.ascontiguousarray(whole[top : top + side, left : left + side])


def _view(rng: np.random.Generator, picture: Cutout, field: RgbImage) -> Scene:
    size = float(np.exp(rng.uniform(np.log(27), np.log(150))))
    side = int(min(300, max(64, 2.6 * size)))
    return render(rng, picture, crop(rng, field, side), size_px=size)


def _windows(rng: np.random.Generator, fields: _Fields, window: Window) -> Floats:
    """What the window shows at any place of backgrounds."""
    samples = []
    for image in fields.all():
        for level in levels_of(image, max(window.rows, window.columns)):
            rows, columns = level.maps.shape[1] - window.rows, level.maps.shape[2] - window.columns
            if rows < 0 or columns < 0:
                continue
            for _ in range(max(4, min(40, rows * columns // 40))):
                row, column = int(rng.integers(0, rows + 1)), int(rng.integers(0, columns + 1))
                part = level.maps[:, row : row + window.rows, column : column + window.columns]
                samples.append(part.reshape(-1))
    return np.stack(samples)


def _near_misses(
    rng: np.random.Generator, pictures: Sequence[Cutout], fields: _Fields, window: Window, count: int
) -> Floats:
    """Other crests, and the mark itself seen far too large, too small or beside."""
    samples = []
    for _ in range(count):
        scene = _view(rng, emblem(rng), fields.any())
        samples.append(window.seen(scene.image, jittered(rng, Place.around(scene.box, window))))
    for number in range(count):
        scene = _view(rng, pictures[number % len(pictures)], fields.any())
        place = Place.around(scene.box, window)
        turn, reach = rng.uniform(0, 2 * np.pi), rng.uniform(0.5, 1.0)
        scale = float(rng.choice([0.5, 0.6, 1.0, 1.0, 1.6, 1.9]))
        away = place.moved(reach * np.cos(turn), reach * np.sin(turn), scale)
        samples.append(window.seen(scene.image, away))
    return np.stack(samples)


def _mistakes(rng: np.random.Generator, image: RgbImage, mark: TaughtMark, correlate: Correlate) -> Floats:
    """What the search so far takes for the mark in a picture that does not show it."""
    levels = levels_of(image, min(mark.coarse.rows, mark.coarse.columns))
    candidates = _spread(candidates_in(levels, mark.coarse, mark.filters, correlate, lowest=mark.lowest_answer))
    samples = [mark.fine.seen(image, jittered(rng, c.place, shift=0.02, scale=0.04)) for c in candidates[:60]]
    if not samples:
        return np.empty((0, mark.fine.numbers), np.float32)
    found = np.stack(samples)
    if mark.judges:
        odds = np.mean([judge.scores(found) for judge in mark.judges], axis=0)
        return np.asarray(found[odds > -4.0], np.float32)
    return found


def _spread(candidates: Sequence[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in candidates:
        near = overlaps(candidate.place, [k.place for k in kept])
        if not len(near) or near.max() < 0.5:
            kept.append(candidate)
    return kept


def _measured(
    rng: np.random.Generator,
    pictures: Sequence[Cutout],
    mark: TaughtMark,
    correlate: Correlate,
    without: Sequence[RgbImage],
    effort: Effort,
) -> Iterator[Step]:
    """Measure with pictures nothing was learned from."""
    smallest = min(mark.coarse.rows, mark.coarse.columns)
    fields = _Fields(rng, without, effort.backgrounds)
    highest = []
    for image in fields.fresh(0):
        candidates = candidates_in(
            levels_of(image, smallest), mark.coarse, mark.filters, correlate, lowest=mark.lowest_answer
        )
        sights = sights_in(image, candidates, mark.fine, mark.judges, mark.views, lowest=_NOTHING)
        highest.append(max((s.odds for s in sights), default=_NOTHING))
    yield Step(0.88)
    odds: dict[int, list[float]] = {}
    for size in MEASURED_SIZES_PX:
        for number in range(effort.measured):
            scene = render(rng, pictures[number % len(pictures)], crop(rng, fields.any(), 240), size_px=size)
            levels = levels_of(scene.image, smallest)
            candidates = candidates_in(levels, mark.coarse, mark.filters, correlate, lowest=mark.lowest_answer)
            sights = sights_in(scene.image, candidates, mark.fine, mark.judges, mark.views, lowest=_NOTHING)
            hits = [s.odds for s in sights if s.place.box().iou(scene.box) >= 0.4]
            odds.setdefault(size, []).append(max(hits, default=_NOTHING))
        yield Step(0.88 + 0.04 * len(odds))
    lowest = LOWEST_ODDS
    recall = {size: float(np.mean(np.array(found) >= lowest)) for size, found in odds.items()}
    false_share = float(np.mean(np.array(highest) >= lowest))
    done = replace(mark, lowest_odds=lowest, recall=recall, false_share=false_share, measured=effort.measured)
    yield Step(1.0, done)


def _kept_filters(filters: Filters) -> Filters:
    return Filters(as_kept(filters.weights), as_kept(filters.offsets))


def _kept_judge(judge: Judge) -> Judge:
    return Judge(
        as_kept(judge.mean), as_kept(judge.scale), as_kept(judge.first), as_kept(judge.first_bias),
        as_kept(judge.second), as_kept(judge.second_bias),
    )  # fmt: skip


__all__ = ["Effort", "Step", "crop", "learn_mark"]
