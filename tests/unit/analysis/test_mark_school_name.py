"""Lines that name the school are its mark, reading slips included; lines that only look like it are not."""

from __future__ import annotations

from pathlib import Path

import cv2
import matplotlib
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from app.analysis.engines.text_reader import RapidTextReader
from app.analysis.marks.school_name import OWN_NAME, names_school, own_names_in
from app.domain.detection import TextFinding
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from tests.bench.portraits import class_photo

SCHOOL = "Hollybank Primary School"


@pytest.mark.parametrize(
    "line",
    [
        "Hollybank Primary School", "HOLLYBANK", "Welcome to Hollybank", "Ho11ybank Primary",
        "Hollybenk Primary Schoo1", "HollybankPrimarySchool", "www.hollybank.example.sch.uk", "Hollybänk",
    ],
)  # fmt: skip
def test_lines_that_name_the_school(line: str) -> None:
    assert names_school(line, SCHOOL)


@pytest.mark.parametrize("line", ["Our school", "Ashgrove Primary School", "Holly", "Bank", "!!"])
def test_lines_that_do_not(line: str) -> None:
    assert not names_school(line, SCHOOL)


def test_a_short_or_common_name_needs_another_word_of_a_school_beside_it() -> None:
    assert names_school("Oak Primary", "Oak Primary School")
    assert names_school("St Mary's School PTA", "St Mary's Church of England Primary School")
    assert not names_school("an oak tree", "Oak Primary School")
    assert not names_school("Mary's bag", "St Mary's Church of England Primary School")


def test_a_name_of_shared_words_alone_is_only_known_as_a_whole() -> None:
    assert names_school("The Free School", "The Free School")
    assert not names_school("our school", "The Free School")


def test_words_the_school_adds_count_too() -> None:
    assert not names_school("HPS Choir", SCHOOL)
    assert names_school("HPS Choir", SCHOOL, ["HPS"])
    assert not names_school("CHIPS", SCHOOL, ["HPS"])
    assert names_school("Brook Valley Learning Trusl", SCHOOL, ["Brook Valley Learning Trust"])


def test_a_line_becomes_a_mark_at_its_place() -> None:
    corners = ((10, 20), (90, 22), (90, 40), (10, 38))
    lines = [TextFinding(corners, "Hollybank", 0.8), TextFinding(corners, "Exit", 0.9)]
    [mark] = own_names_in(lines, SCHOOL)
    assert (mark.mark, mark.score, mark.box) == (OWN_NAME, 0.8, lines[0].box)


@given(st.integers(0, 8), st.characters(categories=["Ll"], max_codepoint=122))
def test_one_letter_read_wrongly_hides_no_long_name(place: int, letter: str) -> None:
    read = "hollybank"[:place] + letter + "hollybank"[place + 1 :]
    assert names_school(read, SCHOOL)


@given(st.text(max_size=60))
def test_no_line_breaks_it(line: str) -> None:
    assert names_school(line, SCHOOL) in (True, False)


def with_sign(words: str) -> tuple[RgbImage, Box]:
    """A class photo with a leaning sign above the heads, and where the sign is."""
    photo = np.array(class_photo(1500, 1125))
    font = ImageFont.truetype(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans-Bold.ttf"), 60)
    sign = Image.new("RGB", (1000, 120), (24, 60, 120))
    ImageDraw.Draw(sign).text((500, 60), words, fill=(240, 220, 120), font=font, anchor="mm")
    corners = np.array([[0, 0], [1000, 0], [1000, 120], [0, 120]], np.float32)
    seen = np.array([[420, 40], [1010, 78], [1000, 160], [415, 104]], np.float32)
    way = cv2.getPerspectiveTransform(corners, seen)
    laid = cv2.warpPerspective(np.array(sign), way, (1500, 1125), flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.ones((120, 1000), np.uint8), way, (1500, 1125)) > 0
    photo[cover] = laid[cover]
    return photo, Box(415, 40, 1010, 160)


def test_the_name_on_a_leaning_sign_in_a_class_photo_is_a_mark() -> None:
    photo, place = with_sign("Hollybank Primary School")
    marks = own_names_in(RapidTextReader().read(photo), SCHOOL)
    assert marks
    assert all(place.contains_point(*mark.box.centre) for mark in marks)
    assert own_names_in(RapidTextReader().read(photo), "Ashgrove Primary School") == ()


def test_a_name_printed_on_a_shirt_in_a_real_photo_is_a_mark(shared_data: Path) -> None:
    shirt = np.asarray(Image.open(shared_data / "documents" / "images" / "shirt_microsoft.jpg").convert("RGB"))
    lines = RapidTextReader().read(shirt)
    assert [mark.mark for mark in own_names_in(lines, "Microsoft Primary School")] == [OWN_NAME]
    assert own_names_in(lines, SCHOOL) == ()
