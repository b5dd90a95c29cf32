"""What a school must have settled before any face is compared: off until all of it is written down.

The assessment of its risks comes first (UK GDPR, article 35), and whoever is not compared has another way that is as
good (Protection of Freedoms Act 2012, section 26(6)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

SETTING = "matching"
"""The school's setting that keeps the record."""

JURISDICTION_SETTING = "jurisdiction"


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
