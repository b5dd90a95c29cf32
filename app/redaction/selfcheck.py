"""Attack a rendition before anybody sees it: its bytes, its faces, its words.

What is checked are the encoded bytes themselves, decoded anew. No face is compared with any person here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from app.domain.detection import TextFinding
from app.domain.errors import PhotoUnreadableError, VerificationError
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.domain.ports import Decoder, FaceDetector, TextReader
from app.imaging.metadata import unexpected_blocks

_MOSTLY = 0.6
"""The part of a detection that must lie under covers for it to be a cover and not a face."""
_SAME_WORD = 0.84
"""Likeness (difflib) from which a word counts as read: one wrong letter in six."""
_SHORT_WORD = 4
"""Words up to this length must be read exactly."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the attack found.

    Attributes:
        problems: finished sentences; any of them means that the rendition must not be used.
        new_faces: faces that belong to no known region, in pixels of the rendition: the photo goes back to review.
        lines: what can be read outside the covers, in pixels of the rendition: for the caller to judge with the roll.
    """

    problems: tuple[str, ...] = ()
    new_faces: tuple[Box, ...] = ()
    lines: tuple[TextFinding, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not self.problems and not self.new_faces


def check_rendition(
    data: bytes,
    *,
    covered: Sequence[Box],
    shown: Sequence[Box],
    faces: FaceDetector,
    texts: TextReader | None,
    decoder: Decoder,
    forbidden_names: Iterable[str] = (),
) -> CheckResult:
    """Look at the bytes as a stranger would.

    Args:
        data: the rendition, as it would be copied out.
        covered: its covers, in its own pixels.
        shown: its known faces that stay visible, in its own pixels.
        faces: every face it finds must be a known one.
        texts: reads the picture; None only where no names were looked for in the first place.
        decoder: opens the bytes anew.
        forbidden_names: names of people whose names may not appear, each as it might be written.

    Raises:
        EngineUnavailableError: an engine could not run: nothing is known, so nothing is let through.
        VerificationError: the bytes cannot be read back as a photo.
    """
    problems = [f"The file holds something that was not put there on purpose: {b}." for b in unexpected_blocks(data)]
    pixels = _pixels(data, decoder)
    new_faces = tuple(_unknown_faces(pixels, faces, covered, shown))
    read = texts.read(pixels) if texts is not None else ()
    problems += [
        f"A name can still be read in the picture: {name}." for name in _readable(tuple(forbidden_names), read)
    ]
    return CheckResult(tuple(problems), new_faces, tuple(line for line in read if not _lies_under(line.box, covered)))


def _pixels(data: bytes, decoder: Decoder) -> RgbImage:
    try:
        photo = decoder.decode(data)
    except PhotoUnreadableError as error:
        raise VerificationError(
            "The finished picture cannot be read back.", remedy="Make it again.", code=error.code
        ) from error
    if photo.format != "JPEG":
        raise VerificationError("The finished picture is not a JPEG.", remedy="Make it again.", code="format")
    return photo.pixels


def _unknown_faces(
    pixels: RgbImage, faces: FaceDetector, covered: Sequence[Box], shown: Sequence[Box]
) -> Iterator[Box]:
    height, width = pixels.shape[:2]
    detections, _hints = faces.detect(pixels)
    for detection in detections:
        box = detection.box.clipped(width, height)
        if box and not _lies_under(box, covered) and not any(_is_same_face(box, face) for face in shown):
            yield box


def _lies_under(box: Box, covered: Sequence[Box]) -> bool:
    """Whether covers hide the middle of a detection and most of the rest: an outline some detectors take for a head."""
    if not any(cover.contains_point(*box.centre) for cover in covered):
        return False
    hidden = sum(part.area for cover in covered if (part := box.intersection(cover)))
    return hidden >= _MOSTLY * box.area


def _is_same_face(box: Box, face: Box) -> bool:
    """Generous about the size, since detectors are, but not about the place: a neighbour is somebody else."""
    return box.iou(face) >= 0.3 or (face.contains_point(*box.centre) and box.contains_point(*face.centre))


def _readable(names: Sequence[str], lines: Sequence[TextFinding]) -> Iterator[str]:
    """The names that stand in one line, or in two that follow each other."""
    words = [_words(line.text) for line in lines]
    runs = [*words, *(first + second for first, second in pairwise(words))]
    for name in names:
        wanted = _words(name)
        if wanted and any(_stands_in(wanted, run) for run in runs):
            yield name


def _stands_in(wanted: Sequence[str], run: Sequence[str]) -> bool:
    if all(any(_is_same_word(word, read) for read in run) for word in wanted):
        return True
    joined, whole = "".join(wanted), "".join(run)
    return len(joined) > _SHORT_WORD and joined in whole


def _is_same_word(wanted: str, read: str) -> bool:
    if wanted == read:
        return True
    if len(wanted) <= _SHORT_WORD or abs(len(wanted) - len(read)) > 2:
        return False
    return SequenceMatcher(None, wanted, read).ratio() >= _SAME_WORD


def _words(text: str) -> list[str]:
    """Lower case, without accents; letters and digits only."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain).split()
