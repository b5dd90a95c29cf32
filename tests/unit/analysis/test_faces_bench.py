"""The judge of face finders counts what it should: who was found, what is false, and how sure that is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.domain.geometry import Box
from tests.bench.accuracy import Run, curve, hint_table, table, width_table
from tests.bench.faces_hard import close_up, together, turned
from tests.bench.faces_score import by_width, drawn_false, drawn_recall, score, wilson
from tests.bench.truth import Tally, TruePhoto, load_lfw, load_portraits, tally

FACE = Box(100, 100, 140, 150)
FAR = Box(300, 300, 310, 312)
HIDDEN = Box(400, 400, 440, 440)
ELSEWHERE = Box(10, 10, 40, 50)
PHOTO = TruePhoto(Path("photo.png"), (FACE, FAR), (HIDDEN,))


def _tallies(found: int, missed: int, false: int) -> list[Tally]:
    hits = [Tally((40,), (True,), (True,), (True,), false) for _ in range(found)]
    return hits + [Tally((40,), (False,), (False,), (False,), false) for _ in range(missed)]


def test_a_face_is_found_once_and_the_second_box_on_it_is_false() -> None:
    counted = tally(PHOTO, [FACE, FACE.moved(3, 0)])
    assert (counted.found, counted.false) == ((True,), 1)


def test_what_lies_on_an_ignored_or_a_tiny_face_counts_neither_way() -> None:
    counted = tally(PHOTO, [HIDDEN.moved(2, 2), FAR.moved(4, 4), ELSEWHERE])
    assert counted.widths == (40,)
    assert (counted.found, counted.false) == ((False,), 1)


def test_false_boxes_are_not_counted_where_other_people_are_not_labelled() -> None:
    photo = TruePhoto(Path("photo.png"), (FACE,), (), counts_false=False)
    assert tally(photo, [FACE, ELSEWHERE]).false is None
    assert score([tally(photo, [FACE, ELSEWHERE])]).judged == 0


def test_an_interval_holds_its_share_and_narrows_with_more_faces() -> None:
    low, high = wilson(98, 100)
    lower, higher = wilson(980, 1000)
    assert low < lower < 0.98 < higher < high
    assert wilson(135, 135) == (pytest.approx(0.972, abs=0.001), 1.0)  # Wilson's interval by hand


def test_drawing_photos_anew_gives_the_same_interval_in_each_run() -> None:
    photos = _tallies(90, 10, 1) + _tallies(10, 0, 3)
    assert drawn_recall(photos) == drawn_recall(photos)
    assert drawn_recall(photos)[0] < score(photos).recall < drawn_recall(photos)[1]
    assert drawn_false(photos)[0] < score(photos).false_per_photo < drawn_false(photos)[1]


def test_faces_are_sorted_by_width() -> None:
    mixed = Tally((12, 15, 16, 500), (True, False, True, True), (True, False, False, True), (True,) * 4, 0)
    rows = {words: (faces, found, half) for words, faces, found, half in by_width([mixed])}
    assert rows["12-16"] == (2, 1, 1)
    assert rows["16-24"] == (1, 1, 0)
    assert rows["192+"] == (1, 1, 1)
    assert rows["24-48"] == (0, 0, 0)


def test_the_tables_tell_recall_false_boxes_and_hints() -> None:
    runs = {"one": Run([PHOTO], [[(FACE, 0.9), (ELSEWHERE, 0.5)]], 0.45), "two": Run([PHOTO], [[(FACE, 0.35)]], 0.45)}
    assert "all together" in table(runs)
    assert "1 of 2" in width_table({"ClearPost": runs})
    *_, both = hint_table(runs, 0.3).splitlines()
    assert both.split()[-3:] == ["0.50", "1", "1"]
    strict, loose = curve("ClearPost", runs, (0.6, 0.3)).splitlines()[1:]
    assert strict.split() == ["0.600", "0.500", "0.500", "0.00"]
    assert loose.split() == ["0.300", "1.000", "1.000", "0.50"]


@pytest.fixture
def marked(tmp_path: Path) -> TruePhoto:
    """A grey picture with a white "face" on it."""
    pixels = np.full((400, 600, 3), 90, np.uint8)
    pixels[FACE.top : FACE.bottom, FACE.left : FACE.right] = 255
    Image.fromarray(pixels).save(tmp_path / "marked.png")
    return TruePhoto(tmp_path / "marked.png", (FACE,), ())


@pytest.mark.parametrize("angle", [90, 180, -90])
def test_the_truth_turns_with_the_picture(marked: TruePhoto, angle: int) -> None:
    made = turned(marked, angle)
    rows, columns = np.nonzero(made.pixels[:, :, 0] > 200)
    white = Box(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
    assert made.truth.faces[0].iou(white) > 0.9


def test_a_close_up_has_the_size_asked_for_and_its_face_the_share_of_the_height(marked: TruePhoto) -> None:
    made = close_up(marked, 0.5, 1200, 800)
    (face,) = made.truth.faces
    assert made.pixels.shape == (800, 1200, 3)
    assert face.height == pytest.approx(400, abs=2)
    assert made.pixels[face.top + 10 : face.bottom - 10, face.left + 10 : face.right - 10].min() > 200


def test_photos_laid_on_a_sheet_keep_their_size_and_each_lies_on_one_sheet(marked: TruePhoto) -> None:
    sheets = list(together([marked] * 5, 1300, 800))
    assert [len(sheet.truth.faces) for sheet in sheets] == [4, 1]
    for sheet in sheets:
        cuts = [sheet.pixels[f.top : f.bottom, f.left : f.right] for f in sheet.truth.faces]
        assert all(cut.shape == (50, 40, 3) and cut.min() == 255 for cut in cuts)


def test_portraits_and_lfw_serve_as_sets(shared_data: Path) -> None:
    portraits = load_portraits(shared_data / "identify_wild")
    assert sum(len(photo.faces) for photo in portraits) >= 70
    assert all(photo.path.is_file() for photo in portraits)
    assert not any(photo.counts_false for photo in load_lfw(shared_data / "identify_lfw", every=200))
