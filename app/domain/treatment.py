"""What happens to a region, and why: keep, cover or withhold, with a reason, its clause and the record it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.consent import ConsentEventId, PlatformId
from app.domain.detection import RegionId, RegionKind
from app.domain.geometry import Box
from app.domain.people import PersonId
from app.domain.permissions import PermissionId
from app.domain.photo import PhotoId


class Treatment(StrEnum):
    KEEP = "keep"
    COVER = "cover"
    WITHHOLD = "withhold"


class Outcome(StrEnum):
    """Of one photo on one platform."""

    CLEAR = "clear"
    COVERED = "covered"
    WITHHELD = "withheld"


class Reason(StrEnum):
    """Why; the window turns the code into words. A contributor reads a hold as a plain no."""

    CONSENT_YES = "consent-yes"
    CONSENT_NO = "consent-no"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    CONSENT_EXPIRED = "consent-expired"
    CONSENT_NOT_ASKED = "consent-not-asked"
    CONSENT_TO_CONFIRM = "consent-to-confirm"
    CONSENT_ASK_PUPIL = "consent-ask-pupil"
    """The parents agreed, and the pupil is now old enough to be asked."""
    HELD = "held"
    LEFT_SCHOOL = "left-school"
    ASKED_NOT_TO_APPEAR = "asked-not-to-appear"
    ADULT_PERMISSION = "adult-permission"
    ADULT_NO_PERMISSION = "adult-no-permission"
    UNNAMED = "unnamed"
    MAYBE_A_PERSON = "maybe-a-person"
    STRANGER = "stranger"
    UNKNOWN_PERSON = "unknown-person"
    NAMED_TWICE = "named-twice"
    COVERED_BY_HAND = "covered-by-hand"
    NOT_A_FACE = "not-a-face"
    EVERY_PUPIL_COVERED = "every-pupil-covered"
    REGISTER_TOO_OLD = "register-too-old"
    NAME_WITHOUT_CONSENT = "name-without-consent"
    NAME_CONSENT = "name-consent"
    FULL_NAME = "full-name"
    """A surname is readable; consent for the name lets at most the first name stay."""
    PERSONAL_DETAILS = "personal-details"
    CERTIFICATE = "certificate"
    HARMLESS_TEXT = "harmless-text"
    MARK_PERMISSION = "mark-permission"
    MARK_WITHOUT_PERMISSION = "mark-without-permission"
    NOT_A_MARK = "not-a-mark"
    NOT_ANALYSED = "not-analysed"


@dataclass(frozen=True, slots=True)
class RegionDecision:
    """The treatment of one region. `cover_box` is what a cover must reach, in upright pixels of the original."""

    region_id: RegionId
    kind: RegionKind
    box: Box
    cover_box: Box
    treatment: Treatment
    reason: Reason
    clause: str
    person_id: PersonId | None = None
    record: ConsentEventId | PermissionId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One photo on one platform on one day. Equal inputs give an equal decision."""

    photo_id: PhotoId
    platform_id: PlatformId
    outcome: Outcome
    regions: tuple[RegionDecision, ...]
    withheld_because: tuple[Reason, ...] = ()
    """Reasons that concern the whole photo."""
    clauses: tuple[str, ...] = ()

    @property
    def covers(self) -> tuple[Box, ...]:
        return tuple(r.cover_box for r in self.regions if r.treatment is Treatment.COVER)

    @property
    def shown(self) -> tuple[RegionDecision, ...]:
        """The faces that stay visible."""
        return tuple(r for r in self.regions if r.kind is RegionKind.FACE and r.treatment is Treatment.KEEP)
