"""How the bench of the text reader counts words, so that its figures mean what they say."""

from __future__ import annotations

import pytest

from app.domain.detection import TextFinding
from tests.bench.texts_truth import Tally, Word, count, scene_words, wilson


def line(text: str) -> TextFinding:
    return TextFinding(((0, 0), (100, 0), (100, 20), (0, 20)), text, 0.9)


def counted(word: str, text: str, middle: tuple[float, float] | None = (50.0, 10.0)) -> Tally:
    tallies: dict[str, Tally] = {}
    count(tallies, [Word(word, middle, 20, "set")], [line(text)])
    return tallies["set"]


@pytest.mark.parametrize("text", ["KITCHEN", "The Kitchen, open", "kit chen"])
def test_a_word_is_read_whatever_its_case_and_whatever_stands_round_it(text: str) -> None:
    tally = counted("Kitchen", text)
    assert (tally.seen, tally.read, tally.nearly) == (1, 1, 1)


def test_one_wrong_letter_is_nearly_read_and_an_unspelt_line_is_only_seen() -> None:
    slip, unspelt, short = counted("Kitchen", "the Kltchen"), counted("Kitchen", ""), counted("Inn", "Imn")
    assert (slip.seen, slip.read, slip.nearly) == (1, 0, 1)
    assert (unspelt.seen, unspelt.read, unspelt.nearly) == (1, 0, 0)
    assert (short.read, short.nearly) == (0, 0)


def test_a_word_beside_every_line_is_not_seen() -> None:
    tally = counted("Kitchen", "Kitchen", middle=(50.0, 60.0))
    assert (tally.seen, tally.read) == (0, 0)


def test_a_word_without_a_place_must_stand_by_itself() -> None:
    assert counted("the", "the end", middle=None).read == 1
    assert counted("the", "other", middle=None).read == 0


def test_only_legible_words_of_enough_height_are_looked_for() -> None:
    high, low = [0, 0, 90, 0, 90, 20, 0, 20], [0, 0, 90, 0, 90, 12, 0, 12]
    quads = [{"text": "A1", "quad": high}, {"text": None, "quad": high}, {"text": "B", "quad": low}]
    assert [word.text for word in scene_words(quads)] == ["A1"]


def test_the_interval_is_wilsons() -> None:
    assert wilson(60, 60) == "1.000 [0.940-1.000]"
    assert wilson(1, 154) == "0.006 [0.001-0.036]"
    assert wilson(0, 0) == "-"
