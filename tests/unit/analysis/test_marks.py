"""A mark learned from one picture is found on cloth and nothing else is; what was learned is read back or refused."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from multiprocessing.connection import Connection

import numpy as np
import pytest

from app.analysis.engines.mark_detector import Correlator, TaughtMarkDetector
from app.analysis.marks.channels import CHANNELS, channels_of
from app.analysis.marks.cutouts import Cutout, cut_out
from app.analysis.marks.emblems import emblem
from app.analysis.marks.model import TaughtMark, digest, read_mark
from app.analysis.marks.rendering import Scene, render
from app.analysis.marks.search import Sight, without_parts
from app.analysis.marks.textures import background
from app.analysis.marks.training import Effort, learn_mark
from app.analysis.marks.windows import Place
from app.analysis.marks.worker import Lesson, learn_in_process
from app.domain.errors import BugError, EngineUnavailableError, PhotoUnreadableError
from app.domain.photo import RgbImage

LITTLE = Effort(views=120, looks=1, backgrounds=6, misses=50, rounds=1, measured=4, filters=2, judges=1)


def crest() -> Cutout:
    return emblem(np.random.default_rng(100))


def scenes(count: int, size_px: float) -> list[Scene]:
    rng = np.random.default_rng(12)
    return [render(rng, crest(), background(rng, 400, 320), size_px=size_px) for _ in range(count)]


def on_white(mark: Cutout, room: int = 30) -> RgbImage:
    share = np.pad(mark.cover, room)[..., None]
    inks = np.pad(mark.pixels, ((room, room), (room, room), (0, 0)))
    return (inks * share + 255 * (1 - share)).astype(np.uint8)


@pytest.fixture(scope="module")
def learned() -> bytes:
    """From one picture on white paper, with less effort than a school's."""
    last = list(learn_mark([cut_out(on_white(crest()))], Correlator, effort=LITTLE))[-1]
    assert last.mark is not None
    return last.mark.to_bytes()


@pytest.fixture(scope="module")
def finder(learned: bytes) -> TaughtMarkDetector:
    return TaughtMarkDetector([("own crest", read_mark(learned), digest(learned))])


@pytest.mark.parametrize("size_px", [48, 96])
def test_most_crests_are_found_where_they_are(finder: TaughtMarkDetector, size_px: int) -> None:
    found = [any(f.box.iou(s.box) >= 0.4 for f in finder.detect(s.image)) for s in scenes(12, size_px)]
    assert sum(found) >= 6  # with so little effort; `./run bench marks` measures what a school gets


def test_the_mark_scores_higher_than_what_is_taken_for_it_elsewhere(finder: TaughtMarkDetector) -> None:
    def highest(image: RgbImage) -> float:
        return max((f.score for f in finder.detect(image)), default=0.0)

    rng = np.random.default_rng(77)
    elsewhere = [highest(background(rng, 400, 320)) for _ in range(10)]
    marks = [highest(scene.image) for scene in scenes(10, 80)]
    assert sorted(marks)[3] > sorted(elsewhere)[6]


def test_a_finding_carries_the_name_a_score_and_a_box_inside_the_picture(finder: TaughtMarkDetector) -> None:
    found = [(f, s) for s in scenes(6, 90) for f in finder.detect(s.image)]
    assert found
    for finding, scene in found:
        assert finding.mark == "own crest"
        assert 0.5 <= finding.score <= 1
        assert finding.box.clipped(scene.image.shape[1], scene.image.shape[0]) == finding.box


def test_the_engine_names_what_was_learned(learned: bytes, finder: TaughtMarkDetector) -> None:
    assert finder.engine == f"marks 2 {digest(learned)}"


def test_what_was_learned_is_read_back_as_it_was(learned: bytes) -> None:
    mark = read_mark(learned)
    assert mark.to_bytes() == learned
    assert set(mark.recall) == {32, 48, 96}
    assert all(0 <= share <= 1 for share in mark.recall.values())
    assert mark.measured == LITTLE.measured


@pytest.mark.parametrize("damage", [lambda d: d[:-40], lambda d: b"", lambda d: b"PK" + d[2:400]])
def test_damaged_learning_is_refused(learned: bytes, damage) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(EngineUnavailableError, match="cannot be read"):
        read_mark(damage(learned))


def test_filters_of_another_window_are_refused(learned: bytes) -> None:
    mark = read_mark(learned)
    other = replace(mark, coarse=type(mark.coarse)(mark.coarse.rows + 1, mark.coarse.columns))
    with pytest.raises(EngineUnavailableError):
        read_mark(other.to_bytes())


def test_tiny_narrow_and_empty_pictures_hold_no_mark(finder: TaughtMarkDetector) -> None:
    assert finder.detect(np.zeros((1, 1, 3), np.uint8)) == ()
    assert finder.detect(np.full((20, 2000, 3), 90, np.uint8)) == ()
    with pytest.raises(BugError):
        finder.detect(np.zeros((40, 40), np.uint8))


def test_maps_have_one_cell_for_four_pixels_and_follow_no_light() -> None:
    picture = background(np.random.default_rng(5), 203, 150)
    maps = channels_of(picture)
    assert maps.shape == (CHANNELS, 37, 50)
    darker = channels_of((picture * 0.7).astype(np.uint8))
    strong = maps[:6] > 0.3
    assert np.corrcoef(maps[:6][strong], darker[:6][strong])[0, 1] > 0.9


def test_what_a_picture_looks_like_does_not_depend_on_where_in_memory_it_lies() -> None:
    picture = background(np.random.default_rng(1), 480, 400)
    elsewhere, seen = [], set()
    for number in range(40):
        elsewhere.append(np.empty(1000 + 9973 * number, np.uint8))
        seen.add(channels_of(picture).tobytes())
    assert len(seen) == 1


def test_white_paper_round_a_crest_is_no_part_of_it() -> None:
    cut = cut_out(on_white(crest()))
    height, width = crest().pixels.shape[:2]
    assert abs(cut.aspect - width / height) < 0.05
    assert cut.cover[-1, 0] < 0.1  # a shield has none of its own there
    assert cut.cover[cut.cover.shape[0] // 2, cut.cover.shape[1] // 2] > 0.9


def test_a_photo_crop_without_even_edges_is_taken_whole() -> None:
    picture = background(np.random.default_rng(8), 120, 90)
    cut = cut_out(picture)
    assert cut.cover.min() == 1
    assert cut.pixels.shape == picture.shape


@pytest.mark.parametrize("picture", [np.full((80, 80, 3), 200, np.uint8), np.zeros((10, 90, 3), np.uint8)])
def test_a_picture_that_shows_no_mark_is_refused(picture: RgbImage) -> None:
    with pytest.raises(PhotoUnreadableError):
        cut_out(picture)


def test_learning_tells_how_far_it_is_and_can_be_given_up() -> None:
    steps = learn_mark([crest()], Correlator, effort=LITTLE)
    shares = [next(steps).share for _ in range(3)]
    steps.close()
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


def crash(_there: Connection, _lesson: Lesson) -> None:
    os.abort()


def hang(_there: Connection, _lesson: Lesson) -> None:
    time.sleep(600)


def test_learning_that_crashes_or_takes_too_long_is_a_sentence() -> None:
    lesson = Lesson((on_white(crest()),))
    with pytest.raises(EngineUnavailableError, match="half-way"):
        list(learn_in_process(lesson, task=crash))
    with pytest.raises(EngineUnavailableError, match="too long"):
        list(learn_in_process(lesson, task=hang, time_limit_s=0.5))


def test_a_picture_without_a_mark_is_refused_from_inside_the_process() -> None:
    with pytest.raises(PhotoUnreadableError, match="even colour"):
        list(learn_in_process(Lesson((np.full((90, 90, 3), 250, np.uint8),))))


def test_the_mark_kept_is_the_mark_measured(learned: bytes) -> None:
    mark = read_mark(learned)
    assert isinstance(mark, TaughtMark)
    assert all(np.array_equal(j.first, j.first.astype(np.float16).astype(np.float32)) for j in mark.judges)


def _sight(x: float, side: float, odds: float) -> Sight:
    return Sight(Place(x, 100.0, side, side), odds)


def test_a_badge_within_the_crest_is_a_part_of_it_and_no_second_mark() -> None:
    crest_seen, badge, beside = _sight(100, 80, 3.0), _sight(105, 36, 5.5), _sight(180, 36, 1.0)
    assert without_parts([badge, beside, crest_seen]) == [crest_seen, beside]


def test_a_mark_is_not_hidden_by_something_larger_round_it_that_is_much_less_likely_one() -> None:
    around, mark = _sight(100, 120, 0.2), _sight(110, 40, 6.0)
    assert without_parts([mark, around]) == [around, mark]
