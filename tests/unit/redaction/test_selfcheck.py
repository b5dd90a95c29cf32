"""The attack on a rendition: faces, names and blocks that should not be there are found before anybody sees it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from app.domain.detection import FaceDetection, Hint, TextFinding
from app.domain.errors import EngineUnavailableError, VerificationError
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.domain.ports import DecodedPhoto
from app.imaging.decoding import DecodeLimits, decode_photo
from app.imaging.encoding import encode_jpeg
from app.redaction.selfcheck import CheckResult, check_rendition

DATA = encode_jpeg(np.full((200, 300, 3), 120, np.uint8), max_bytes=100_000)
COVER, FACE = Box(20, 20, 80, 100), Box(200, 40, 240, 90)


class DecodeHere:
    def decode(self, data: bytes, *, max_edge_px: int | None = None) -> DecodedPhoto:
        return decode_photo(data, limits=DecodeLimits(), max_edge_px=max_edge_px)


class FindsFaces:
    engine = "fake 1"

    def __init__(self, *boxes: Box) -> None:
        self.boxes = boxes

    def detect(self, image: RgbImage) -> tuple[tuple[FaceDetection, ...], tuple[Hint, ...]]:
        assert image.shape == (200, 300, 3)
        return tuple(FaceDetection(box, box, 0.9) for box in self.boxes), ()


class Fails(FindsFaces):
    def detect(self, image: RgbImage) -> tuple[tuple[FaceDetection, ...], tuple[Hint, ...]]:
        raise EngineUnavailableError("The face detector is not there.")


class ReadsText:
    engine = "fake 1"

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def read(self, image: RgbImage) -> tuple[TextFinding, ...]:
        corners = ((0, 0), (9, 0), (9, 9), (0, 9))
        return tuple(TextFinding(corners, line, 0.9) for line in self.lines)


def checked(
    *found: Box,
    data: bytes = DATA,
    lines: Sequence[str] = (),
    names: Sequence[str] = (),
    detector: FindsFaces | None = None,
) -> CheckResult:
    return check_rendition(
        data,
        covered=[COVER],
        shown=[FACE],
        faces=detector or FindsFaces(*found),
        texts=ReadsText(*lines),
        decoder=DecodeHere(),
        forbidden_names=names,
    )


def test_known_faces_and_covers_taken_for_heads_are_no_news() -> None:
    result = checked(Box(198, 38, 244, 95), Box(30, 30, 70, 90), Box(25, 15, 85, 98))
    assert result == CheckResult()
    assert result.is_clean


@pytest.mark.parametrize(
    "found",
    [
        Box(120, 100, 150, 140),  # somebody in the background
        Box(245, 40, 285, 90),  # beside a face that may be shown
        Box(70, 30, 130, 90),  # half behind a cover
        Box(0, 0, 200, 190),  # a large face with the cover in its middle
    ],
)
def test_a_face_that_belongs_to_no_region_sends_the_photo_back_to_review(found: Box) -> None:
    result = checked(found)
    assert result.new_faces == (found,)
    assert not result.is_clean


def test_a_block_nobody_asked_for_refuses_the_rendition() -> None:
    assert (
        "comment"
        in checked(data=encode_jpeg(np.zeros((200, 300, 3), np.uint8), max_bytes=9000, copyright="x")).problems[0]
    )
    assert "after the end" in checked(data=DATA + b"hidden").problems[0]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Well done Amara Okafor!", "Amara Okafor"),
        ("AMARA OKAFOR", "Amara Okafor"),
        ("Okafor, Amara", "Amara Okafor"),
        ("AmaraOkafor", "Amara Okafor"),
        ("Zoë Łukasz", "Zoe Łukasz"),
        ("Amara Chornbury", "Amara Thornbury"),
        ("Caitlin", "Caitlin"),
    ],
)
def test_a_name_that_can_still_be_read_refuses_the_rendition(line: str, name: str) -> None:
    assert name in checked(lines=["Star of the Week", line], names=["Ben Tailor", name]).problems[0]


def test_a_name_on_two_lines_is_read_as_one() -> None:
    assert checked(lines=["Presented to Amara", "Okafor for kindness"], names=["Amara Okafor"]).problems


@pytest.mark.parametrize("line", ["Star of the Week", "Ben and the beanstalk", "Tailor made", "Reading corner"])
def test_other_words_do_not(line: str) -> None:
    assert checked(lines=[line], names=["Ben Tailor", "Ella Moss", "Dev Anand"]).is_clean


def test_an_engine_that_fails_lets_nothing_through() -> None:
    with pytest.raises(EngineUnavailableError):
        checked(detector=Fails())


def test_bytes_that_cannot_be_read_back_let_nothing_through() -> None:
    with pytest.raises(VerificationError):
        checked(data=DATA[: len(DATA) // 2])
    with pytest.raises(VerificationError):
        checked(data=b"")
