"""The text reader on real documents and on odd pictures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import matplotlib
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.fuzz import partial_ratio

from app.analysis.engines.text_networks import SHORTEST_STRIP_PX, LineSpeller, Spelling, bands
from app.analysis.engines.text_reader import FINDER, SPELLER, RapidTextReader, ReadingLimits
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.photo import RgbImage

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@pytest.fixture(scope="module")
def reader() -> RapidTextReader:
    return RapidTextReader()


@pytest.mark.parametrize(
    "name",
    [
        "nutrition_label_tilted.jpg",
        "multilingual.png",
        "shirt_microsoft.jpg",
        "english_poster.png",
        "phototest.tif",
        "phototest_rot_180.png",
        "phototest_rot_l.png",
        "no_text.jpg",
    ],
)
def test_documents_are_read(reader: RapidTextReader, shared_data: Path, name: str) -> None:
    expected = json.loads((shared_data / "documents" / "expected_text.json").read_text())[name]["text"]
    image = Image.open(shared_data / "documents" / "images" / name).convert("RGB")
    lines = reader.read(np.asarray(image))
    whole = " ".join(line.text for line in lines)
    assert all(partial_ratio(words.casefold(), whole.casefold()) >= 80 for words in expected)
    assert all(0 <= x < image.width and 0 <= y < image.height for line in lines for x, y in line.polygon)
    assert expected or len(lines) <= 2


def test_the_reader_says_nothing_on_the_terminal(reader: RapidTextReader, capfd: pytest.CaptureFixture[str]) -> None:
    reader.read(np.full((200, 300, 3), 255, np.uint8))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (9, 9), (4000, 10), (10, 4000), (8000, 6000)])
def test_an_empty_picture_of_any_size_has_no_text(reader: RapidTextReader, width: int, height: int) -> None:
    assert reader.read(np.full((height, width, 3), 200, np.uint8)) == ()


def test_a_picture_in_the_wrong_shape_is_our_fault(reader: RapidTextReader) -> None:
    with pytest.raises(BugError):
        reader.read(np.zeros((10, 10), np.uint8))


def test_a_damaged_model_is_refused_in_plain_words(tmp_path: Path) -> None:
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(b"not a model")
    with pytest.raises(EngineUnavailableError, match="The model file of the text reader is damaged or was replaced"):
        RapidTextReader((FINDER.locate(), damaged))


def test_the_engine_names_its_models(reader: RapidTextReader) -> None:
    assert FINDER.short_digest in reader.engine
    assert SPELLER.short_digest in reader.engine


def _page(words: str, degrees: float, shrink: float = 1.0) -> RgbImage:
    """A line of print on a card in the middle of a grey photo, turned."""
    page = Image.new("RGB", (900, 200), (250, 250, 245))
    font = ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), 70)
    ImageDraw.Draw(page).text((450, 100), words, (20, 20, 30), font=font, anchor="mm")
    page = page.resize((round(900 * shrink), round(200 * shrink)), Image.Resampling.LANCZOS)
    turned = page.convert("RGBA").rotate(degrees, expand=True, resample=Image.Resampling.BICUBIC)
    photo = Image.new("RGB", (2000, 1500), (120, 130, 140))
    photo.paste(turned, (700, 300), turned)
    return np.asarray(photo)


@pytest.mark.parametrize("degrees", [0, 15, -30, 45, 90, 180, 270])
def test_a_line_is_read_however_it_lies(reader: RapidTextReader, degrees: float) -> None:
    assert "Amara Okafor" in [line.text for line in reader.read(_page("Amara Okafor", degrees))]


@pytest.mark.parametrize("degrees", [75, 105, 120, 210, 240])
@pytest.mark.parametrize("name", ["Hana", "LOWRI", "Mateo"])
def test_a_short_name_is_read_the_right_way_up(reader: RapidTextReader, name: str, degrees: float) -> None:
    assert name in [line.text for line in reader.read(_page(name, degrees, shrink=0.5))]


def test_a_slanted_line_comes_with_its_four_corners(reader: RapidTextReader) -> None:
    line = next(line for line in reader.read(_page("Amara Okafor", -30)) if line.text == "Amara Okafor")
    (left, top), (right, lower), _, (_, bottom) = line.polygon
    assert right > left
    assert lower > top
    assert np.hypot(right - left, lower - top) > 2 * np.hypot(left - line.polygon[3][0], bottom - top)


def test_small_print_is_read_from_the_pixels_of_the_original(reader: RapidTextReader) -> None:
    assert "Amara Okafor" in [line.text for line in reader.read(_page("Amara Okafor", 0, shrink=0.35))]


def test_lines_at_every_height_are_read_though_a_photo_is_looked_at_in_bands(reader: RapidTextReader) -> None:
    photo = Image.new("RGB", (1920, 1440), (225, 225, 220))
    font = ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), 34)
    names = [f"Amara Okafor {number}" for number in range(10, 34)]
    for place, name in enumerate(names):
        ImageDraw.Draw(photo).text((100 + 60 * place, 10 + 59 * place), name, (20, 20, 30), font=font)
    assert {line.text for line in reader.read(np.asarray(photo))} >= set(names)


def test_a_short_line_is_not_filled_up_to_the_length_of_a_long_one(reader: RapidTextReader) -> None:
    photo = Image.new("RGB", (1600, 600), (235, 235, 230))
    font = ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), 32)
    long_line = "Sports day for all of Year Three on Friday afternoon"
    for place, words in enumerate(("Amara", "Bilal", long_line)):
        ImageDraw.Draw(photo).text((60, 60 + 160 * place), words, (20, 20, 30), font=font)
    batches: list[list[int]] = []

    def spell(speller: LineSpeller, strips: Sequence[RgbImage]) -> tuple[Spelling, ...]:
        batches.append([max(SHORTEST_STRIP_PX, strip.shape[1]) for strip in strips])
        return spelt(speller, strips)

    spelt = LineSpeller.spell
    with patch.object(LineSpeller, "spell", spell):
        lines = [line.text for line in reader.read(np.asarray(photo))]
    assert lines == ["Amara", "Bilal", long_line]
    assert any(len(batch) > 1 for batch in batches)
    assert all(max(batch) <= 1.5 * min(batch) for batch in batches)


@given(st.integers(1, 400), st.integers(256, 3000))
def test_bands_keep_every_row_once_and_are_all_of_one_size(height: int, most: int) -> None:
    cut = bands(32 * height, most)
    assert [row for _, _, first, last in cut for row in range(first, last)] == list(range(32 * height))
    assert len({end - start for start, end, _, _ in cut}) == 1
    assert all(0 <= start <= first < last <= end <= 32 * height for start, end, first, last in cut)
    assert all((end - start) % 32 == 0 and end - start <= most + 192 for start, end, _, _ in cut)
    assert all(first - start >= 32 for start, _, first, _ in cut[1:])
    assert all(end - last >= 32 for _, end, _, last in cut[:-1])


def test_a_photo_whose_time_ran_out_is_refused_whole() -> None:
    hasty = RapidTextReader(limits=ReadingLimits(budget_s=0.0))
    with pytest.raises(EngineUnavailableError, match="could be read in time") as caught:
        hasty.read(_page("Amara Okafor", 0))
    assert caught.value.code == "not-read"
