"""What a school must have settled before any face is compared: off until all of it is written down.

The assessment of its risks comes first (UK GDPR, article 35), and whoever is not compared has another way that is as
good (Protection of Freedoms Act 2012, section 26(6)). Then what comparing may ever say: suggestions for a person to
look at, never a name that stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.detection import Region, RegionId, RegionKind, Verdict
from app.domain.errors import KnownError
from app.domain.people import PersonId
from app.domain.photo import PhotoId

SETTING = "matching"
"""The school's setting that keeps the record."""

JURISDICTION_SETTING = "jurisdiction"
LOOK_ALIKES_SETTING = "look_alikes"
"""The school's setting that keeps pairs of people who are taken for each other."""


@dataclass(frozen=True, slots=True)
class MatchingRecord:
    """The school's own record on comparing faces.

    Attributes:
        dpia_reference, dpia_date: where the data protection impact assessment is, and when it was signed.
        dpo_name: the data protection officer who was asked.
        review_date: by when it is looked at again; comparing stops on that day.
        notices: where the notices are that parents and pupils were given.
        alternative: what is done for those who are not compared.
        is_on: whether somebody switched it on; that alone turns nothing on.
    """

    dpia_reference: str = ""
    dpia_date: date | None = None
    dpo_name: str = ""
    review_date: date | None = None
    notices: str = ""
    alternative: str = ""
    is_on: bool = False

    def missing(self, today: date) -> tuple[str, ...]:
        """What still has to be written down before faces may be compared, in words that follow "is missing:"."""
        return tuple(self._missing(today))

    def may_be_on(self, today: date) -> bool:
        """Whether everything is written down and the review is not due yet."""
        return not self.missing(today)

    def compares(self, today: date) -> bool:
        """Whether faces may be compared at all today."""
        return self.is_on and self.may_be_on(today)

    def _missing(self, today: date) -> Iterator[str]:
        if not self.dpia_reference.strip():
            yield "the reference of the impact assessment"
        if self.dpia_date is None or self.dpia_date > today:
            yield "the day the impact assessment was signed"
        if not self.dpo_name.strip():
            yield "the name of the data protection officer"
        if self.review_date is None or self.review_date <= today:
            yield "a review date that is still to come"
        if not self.notices.strip():
            yield "where the notices to parents and pupils are"
        if not self.alternative.strip():
            yield "what is done for those who are not compared"


class Likeness(StrEnum):
    """How a suggestion reads. Even the best is a suggestion."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whose face this could be.

    Attributes:
        score: cosine of the face and the template; comparable within one network only.
        look_alikes: others who are known to be taken for this person, twins for example: look twice.
    """

    person_id: PersonId
    score: float
    likeness: Likeness
    look_alikes: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class FaceSuggestion:
    """The candidates for one face, the best first. "None of these" is always a choice, so it is never a candidate.

    A face without a likely candidate is an unknown face, never a face without restrictions.
    """

    region_id: RegionId
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class PhotoSuggestions:
    """What comparing suggests for one photo, or why it was not compared; kept nowhere."""

    photo_id: PhotoId
    faces: tuple[FaceSuggestion, ...] = ()
    problem: KnownError | None = None


def may_be_compared(region: Region) -> bool:
    """Whether this face may reach the network at all: nobody spoke about it, and nobody wants it covered anyway."""
    return (
        region.kind is RegionKind.FACE
        and region.verdict is Verdict.UNNAMED
        and not region.removed
        and not region.always_cover
    )
