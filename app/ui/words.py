"""The words of the screens: enums and reason codes in, short plain English out."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.consent import ConsentKind, ConsentStatus
from app.domain.detection import Region, RegionKind, TextKind, Verdict
from app.domain.people import PersonKind
from app.domain.photo import PhotoState, SourceFileState
from app.domain.post import PostState, ReleaseState, RightsSource
from app.domain.treatment import Outcome, Reason, RegionDecision, Treatment

TINY_FACE_PX = 24
"""Below this width a face is a matter of knowing who stood there."""
POOR_QUALITY = 0.3
"""A face wholly out of focus has at most 0.4, one of 24 sharp pixels 0.3."""
_SCHOOL_ZONE = ZoneInfo("Europe/London")

_REASONS = {
    Reason.CONSENT_YES: "may be shown on {platform}",
    Reason.CONSENT_NO: "the answer for {platform} is no",
    Reason.CONSENT_WITHDRAWN: "the yes for {platform} was taken back",
    Reason.CONSENT_EXPIRED: "the yes for {platform} has run out",
    Reason.CONSENT_NOT_ASKED: "no answer for {platform}",
    Reason.CONSENT_TO_CONFIRM: "the yes for {platform} has to be confirmed",
    Reason.CONSENT_ASK_PUPIL: "the pupil has to be asked about {platform}",
    Reason.HELD: "the answer for {platform} is no",
    Reason.LEFT_SCHOOL: "has left the school",
    Reason.ASKED_NOT_TO_APPEAR: "asked not to appear in this photo",
    Reason.ADULT_PERMISSION: "gave written permission for {platform}",
    Reason.ADULT_NO_PERMISSION: "no written permission for {platform}",
    Reason.UNNAMED: "nobody has said who this is",
    Reason.MAYBE_A_PERSON: "this may be a person",
    Reason.STRANGER: "not somebody on the register",
    Reason.UNKNOWN_PERSON: "not on the register any more",
    Reason.NAMED_TWICE: "the same name is on two faces",
    Reason.COVERED_BY_HAND: "covered by hand",
    Reason.NOT_A_FACE: "not a face",
    Reason.EVERY_PUPIL_COVERED: "the school covers every pupil",
    Reason.REGISTER_TOO_OLD: "the register has not been brought up to date",
    Reason.NAME_WITHOUT_CONSENT: "a pupil’s name without a yes for names",
    Reason.NAME_CONSENT: "the name may be shown on {platform}",
    Reason.PERSONAL_DETAILS: "personal details",
    Reason.CERTIFICATE: "the name on it could not be read",
    Reason.HARMLESS_TEXT: "words without a name",
    Reason.MARK_PERMISSION: "a logo with permission for {platform}",
    Reason.MARK_WITHOUT_PERMISSION: "a logo without permission",
    Reason.NOT_A_MARK: "not a logo",
    Reason.NOT_ANALYSED: "the photo has not been looked through completely",
}

STATUS = {
    ConsentStatus.YES: ("shown", "yes"),
    ConsentStatus.NO: ("withheld", "no"),
    ConsentStatus.WITHDRAWN: ("withheld", "taken back"),
    ConsentStatus.NOT_ASKED: ("covered", "not asked"),
    ConsentStatus.EXPIRED: ("needs", "run out"),
    ConsentStatus.TO_CONFIRM: ("needs", "to confirm"),
    ConsentStatus.ASK_PUPIL: ("needs", "ask the pupil"),
}
SIGNS = {
    ConsentStatus.YES: "tick",
    ConsentStatus.NO: "close",
    ConsentStatus.WITHDRAWN: "return",
    ConsentStatus.NOT_ASKED: "dash",
    ConsentStatus.EXPIRED: "clock",
    ConsentStatus.TO_CONFIRM: "question",
    ConsentStatus.ASK_PUPIL: "person",
}
"""The icon of each status in tables, so that colour is never the only sign."""
CONSENT_KIND = {
    ConsentKind.IMAGE: "Picture",
    ConsentKind.NAME: "First name",
    ConsentKind.VIDEO: "Video",
    ConsentKind.WORK: "Work",
}
PERSON_KIND = {
    PersonKind.PUPIL: ("Pupil", "Pupils"),
    PersonKind.STAFF: ("Member of staff", "Staff"),
    PersonKind.PARENT: ("Parent", "Parents"),
    PersonKind.GOVERNOR: ("Governor", "Governors"),
    PersonKind.VISITOR: ("Visitor", "Visitors"),
    PersonKind.LEAVER: ("Former pupil", "Former pupils"),
}
OUTCOME = {
    Outcome.CLEAR: ("shown", "Nothing needs covering"),
    Outcome.COVERED: ("covered", "Covered where needed"),
    Outcome.WITHHELD: ("withheld", "Held back"),
}
POST_STATE = {
    PostState.DRAFT: ("needs", "being written"),
    PostState.SUBMITTED: ("needs", "with the Headteacher"),
    PostState.ON_HOLD: ("needs", "on hold"),
    PostState.RETURNED: ("withheld", "returned with a note"),
    PostState.REJECTED: ("withheld", "not to be posted"),
    PostState.APPROVED: ("shown", "approved"),
}
RELEASE_STATE = {
    ReleaseState.EXPORTED: ("needs", "handed out, address still missing"),
    ReleaseState.LIVE: ("shown", "online"),
    ReleaseState.TAKEN_DOWN: ("covered", "taken down"),
}
PHOTO_STATE = {
    PhotoState.QUARANTINED: ("withheld", "set aside"),
    PhotoState.IMPORTED: ("needs", "to choose in Pick"),
    PhotoState.PICKED: ("needs", "kept, not looked through yet"),
    PhotoState.SKIPPED: ("covered", "left out"),
    PhotoState.ANALYSED: ("needs", "faces to name"),
    PhotoState.IDENTIFIED: ("shown", "faces named"),
}
SOURCE_STATE = {
    SourceFileState.COPIED: ("needs", "copied, not checked yet"),
    SourceFileState.VERIFIED: ("shown", "copied and checked"),
    SourceFileState.REMOVED: ("shown", "copied, checked, removed from the device"),
    SourceFileState.REMOVAL_OUTSTANDING: ("withheld", "copied, still on the device"),
    SourceFileState.ATTESTED: ("shown", "removed by hand"),
}
RIGHTS = {
    RightsSource.STAFF: "Taken by our own staff",
    RightsSource.PUPIL_WORK: "Work of a pupil",
    RightsSource.PHOTOGRAPHER: "By a photographer, with licence",
    RightsSource.PARENT_SUPPLIED: "Sent in by a parent",
    RightsSource.PRESS: "From the press, with permission",
    RightsSource.STOCK: "From a picture library",
}
_TEXT = {
    TextKind.NAME: "name",
    TextKind.CERTIFICATE: "certificate",
    TextKind.CONTACT: "contact details",
    TextKind.DATE_OF_BIRTH: "date of birth",
    TextKind.UPN: "pupil number",
    TextKind.OTHER: "words",
}


def reason_words(reason: Reason, platform: str) -> str:
    """Why something is shown, covered or held back, as the end of a sentence."""
    return _REASONS[reason].format(platform=platform)


def state_of(decision: RegionDecision | None, region: Region) -> tuple[str, str]:
    """The state and its word for one place in the picture; a face nobody named needs a person."""
    if decision is None:
        return "covered", "covered"
    if decision.treatment is Treatment.WITHHOLD:
        return "withheld", "held back"
    if region.kind is RegionKind.FACE and region.verdict is Verdict.UNNAMED and not region.always_cover:
        return "needs", "to name"
    if decision.treatment is Treatment.COVER:
        return "covered", "covered"
    return "shown", "shown"


def place_words(region: Region, name: str) -> str:
    """What a place in the picture is called in lists: the person, the words read, or what it is."""
    if region.kind is RegionKind.FACE:
        if region.verdict is Verdict.NOT_A_FACE:
            return "Not a face"
        if region.verdict is Verdict.STRANGER:
            return "Somebody else"
        return name or "Not named"
    if region.kind is RegionKind.TEXT:
        kind = _TEXT[region.text_kind or TextKind.OTHER]
        return f"“{region.text}” ({kind})" if region.text else kind.capitalize()
    if region.kind is RegionKind.HINT:
        return "Not a person" if region.verdict is Verdict.NOT_A_FACE else "Maybe a person"
    if region.kind is RegionKind.MARK:
        return "Not a logo" if region.verdict is Verdict.NOT_A_FACE else "Logo"
    return "Covered by hand"


def recognisable_words(region: Region) -> str:
    """Why it may be hard to say whose face this is; empty when it should not be, or nobody judged it."""
    if region.kind not in (RegionKind.FACE, RegionKind.HINT):
        return ""
    if min(region.box.width, region.box.height) < TINY_FACE_PX:
        return "too small to recognise"
    return "hard to recognise" if region.quality is not None and region.quality < POOR_QUALITY else ""


def sentence(words: str) -> str:
    """The words with a capital first letter; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def count(number: int, one: str, many: str = "") -> str:
    """``1 photo``, ``3 photos``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def day(when: date) -> str:
    """``4 Sep 2026``."""
    return f"{when.day} {when:%b %Y}"


def moment(when: datetime, today: date) -> str:
    """``today 07:40`` or ``4 Sep 2026 07:40``, in the school's zone."""
    local = when.astimezone(_SCHOOL_ZONE)
    return f"today {local:%H:%M}" if local.date() == today else f"{day(local.date())} {local:%H:%M}"
