"""The text reader on real documents and on odd pictures."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rapidfuzz.fuzz import partial_ratio

from app.analysis.engines.text_reader import FINDER, SPELLER, TURNER, RapidTextReader
from app.domain.errors import BugError, EngineUnavailableError


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
        RapidTextReader((FINDER.locate(), TURNER.locate(), damaged))


def test_the_engine_names_its_models(reader: RapidTextReader) -> None:
    assert FINDER.short_digest in reader.engine
    assert SPELLER.short_digest in reader.engine
