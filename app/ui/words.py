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
from app.ui.language import Told, day_words, phrase, tr, trn

TINY_FACE_PX = 24
"""Below this width a face is a matter of knowing who stood there."""
POOR_QUALITY = 0.3
"""A face wholly out of focus has at most 0.4, one of 24 sharp pixels 0.3."""
_SCHOOL_ZONE = ZoneInfo("Europe/London")

_REASONS = Told(
    {
        Reason.CONSENT_YES: phrase("may be shown on {platform}"),
        Reason.CONSENT_NO: phrase("the answer for {platform} is no"),
        Reason.CONSENT_WITHDRAWN: phrase("the yes for {platform} was taken back"),
        Reason.CONSENT_EXPIRED: phrase("the yes for {platform} has run out"),
        Reason.CONSENT_NOT_ASKED: phrase("no answer for {platform}"),
        Reason.CONSENT_TO_CONFIRM: phrase("the yes for {platform} has to be confirmed"),
        Reason.CONSENT_ASK_PUPIL: phrase("the pupil has to be asked about {platform}"),
        Reason.HELD: phrase("the answer for {platform} is no"),
        Reason.LEFT_SCHOOL: phrase("has left the school"),
        Reason.ASKED_NOT_TO_APPEAR: phrase("asked not to appear in this photo"),
        Reason.ADULT_PERMISSION: phrase("gave written permission for {platform}"),
        Reason.ADULT_NO_PERMISSION: phrase("no written permission for {platform}"),
        Reason.UNNAMED: phrase("nobody has said who this is"),
        Reason.MAYBE_A_PERSON: phrase("this may be a person"),
        Reason.STRANGER: phrase("not somebody on the register"),
        Reason.UNKNOWN_PERSON: phrase("not on the register any more"),
        Reason.NAMED_TWICE: phrase("the same name is on two faces"),
        Reason.COVERED_BY_HAND: phrase("covered by hand"),
        Reason.NOT_A_FACE: phrase("not a face"),
        Reason.EVERY_PUPIL_COVERED: phrase("the school covers every pupil"),
        Reason.REGISTER_TOO_OLD: phrase("the register has not been brought up to date"),
        Reason.NAME_WITHOUT_CONSENT: phrase("a pupil’s name without a yes for names"),
        Reason.NAME_CONSENT: phrase("the name may be shown on {platform}"),
        Reason.PERSONAL_DETAILS: phrase("personal details"),
        Reason.CERTIFICATE: phrase("the name on it could not be read"),
        Reason.HARMLESS_TEXT: phrase("words without a name"),
        Reason.MARK_PERMISSION: phrase("a logo with permission for {platform}"),
        Reason.MARK_WITHOUT_PERMISSION: phrase("a logo without permission"),
        Reason.NOT_A_MARK: phrase("not a logo"),
        Reason.NOT_ANALYSED: phrase("the photo has not been looked through completely"),
    }
)

STATUS = Told(
    {
        ConsentStatus.YES: ("shown", phrase("yes")),
        ConsentStatus.NO: ("withheld", phrase("no")),
        ConsentStatus.WITHDRAWN: ("withheld", phrase("taken back")),
        ConsentStatus.NOT_ASKED: ("covered", phrase("not asked")),
        ConsentStatus.EXPIRED: ("needs", phrase("run out")),
        ConsentStatus.TO_CONFIRM: ("needs", phrase("to confirm")),
        ConsentStatus.ASK_PUPIL: ("needs", phrase("ask the pupil")),
    }
)
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
CONSENT_KIND = Told(
    {
        ConsentKind.IMAGE: phrase("Picture"),
        ConsentKind.NAME: phrase("First name"),
        ConsentKind.VIDEO: phrase("Video"),
        ConsentKind.WORK: phrase("Work"),
    }
)
PERSON_KIND = Told(
    {
        PersonKind.PUPIL: (phrase("Pupil"), phrase("Pupils")),
        PersonKind.STAFF: (phrase("Member of staff"), phrase("Staff")),
        PersonKind.PARENT: (phrase("Parent"), phrase("Parents")),
        PersonKind.GOVERNOR: (phrase("Governor"), phrase("Governors")),
        PersonKind.VISITOR: (phrase("Visitor"), phrase("Visitors")),
        PersonKind.LEAVER: (phrase("Former pupil"), phrase("Former pupils")),
    }
)
OUTCOME = Told(
    {
        Outcome.CLEAR: ("shown", phrase("Nothing needs covering")),
        Outcome.COVERED: ("covered", phrase("Covered where needed")),
        Outcome.WITHHELD: ("withheld", phrase("Held back")),
    }
)
POST_STATE = Told(
    {
        PostState.DRAFT: ("needs", phrase("being written")),
        PostState.SUBMITTED: ("needs", phrase("with the Headteacher")),
        PostState.ON_HOLD: ("needs", phrase("on hold")),
        PostState.RETURNED: ("withheld", phrase("returned with a note")),
        PostState.REJECTED: ("withheld", phrase("not to be posted")),
        PostState.APPROVED: ("shown", phrase("approved")),
    }
)
RELEASE_STATE = Told(
    {
        ReleaseState.EXPORTED: ("needs", phrase("handed out, address still missing")),
        ReleaseState.LIVE: ("shown", phrase("online")),
        ReleaseState.TAKEN_DOWN: ("covered", phrase("taken down")),
    }
)
PHOTO_STATE = Told(
    {
        PhotoState.QUARANTINED: ("withheld", phrase("set aside")),
        PhotoState.IMPORTED: ("needs", phrase("to choose in Pick")),
        PhotoState.PICKED: ("needs", phrase("kept, not looked through yet")),
        PhotoState.SKIPPED: ("covered", phrase("left out")),
        PhotoState.ANALYSED: ("needs", phrase("faces to name")),
        PhotoState.IDENTIFIED: ("shown", phrase("faces named")),
    }
)
SOURCE_STATE = Told(
    {
        SourceFileState.COPIED: ("needs", phrase("copied, not checked yet")),
        SourceFileState.VERIFIED: ("shown", phrase("copied and checked")),
        SourceFileState.REMOVED: ("shown", phrase("copied, checked, removed from the device")),
        SourceFileState.REMOVAL_OUTSTANDING: ("withheld", phrase("copied, still on the device")),
        SourceFileState.ATTESTED: ("shown", phrase("removed by hand")),
    }
)
RIGHTS = Told(
    {
        RightsSource.STAFF: phrase("Taken by our own staff"),
        RightsSource.PUPIL_WORK: phrase("Work of a pupil"),
        RightsSource.PHOTOGRAPHER: phrase("By a photographer, with licence"),
        RightsSource.PARENT_SUPPLIED: phrase("Sent in by a parent"),
        RightsSource.PRESS: phrase("From the press, with permission"),
        RightsSource.STOCK: phrase("From a picture library"),
    }
)
_TEXT = Told(
    {
        TextKind.NAME: phrase("name"),
        TextKind.CERTIFICATE: phrase("certificate"),
        TextKind.CONTACT: phrase("contact details"),
        TextKind.DATE_OF_BIRTH: phrase("date of birth"),
        TextKind.UPN: phrase("pupil number"),
        TextKind.OTHER: phrase("words"),
    }
)


def reason_words(reason: Reason, platform: str) -> str:
    """Why something is shown, covered or held back, as the end of a sentence."""
    return _REASONS[reason].format(platform=platform)


def state_of(decision: RegionDecision | None, region: Region) -> tuple[str, str]:
    """The state and its word for one place in the picture; a face nobody named needs a person."""
    if decision is None:
        return "covered", tr("covered")
    if decision.treatment is Treatment.WITHHOLD:
        return "withheld", tr("held back")
    if region.kind is RegionKind.FACE and region.verdict is Verdict.UNNAMED and not region.always_cover:
        return "needs", tr("to name")
    if decision.treatment is Treatment.COVER:
        return "covered", tr("covered")
    return "shown", tr("shown")


def place_words(region: Region, name: str) -> str:
    """What a place in the picture is called in lists: the person, the words read, or what it is."""
    if region.kind is RegionKind.FACE:
        if region.verdict is Verdict.NOT_A_FACE:
            return tr("Not a face")
        if region.verdict is Verdict.STRANGER:
            return tr("Somebody else")
        return name or tr("Not named")
    if region.kind is RegionKind.TEXT:
        kind = _TEXT[region.text_kind or TextKind.OTHER]
        return f"“{region.text}” ({kind})" if region.text else kind.capitalize()
    if region.kind is RegionKind.HINT:
        return tr("Not a person") if region.verdict is Verdict.NOT_A_FACE else tr("Maybe a person")
    if region.kind is RegionKind.MARK:
        return tr("Not a logo") if region.verdict is Verdict.NOT_A_FACE else tr("Logo")
    return tr("Covered by hand")


def recognisable_words(region: Region) -> str:
    """Why it may be hard to say whose face this is; empty when it should not be, or nobody judged it."""
    if region.kind not in (RegionKind.FACE, RegionKind.HINT):
        return ""
    if min(region.box.width, region.box.height) < TINY_FACE_PX:
        return tr("too small to recognise")
    return tr("hard to recognise") if region.quality is not None and region.quality < POOR_QUALITY else ""


def sentence(words: str) -> str:
    """The words with a capital first letter; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def count(number: int, one: str, many: str = "") -> str:
    """``1 photo``, ``3 photos``."""
    return trn(f"{{n}} {one}", f"{{n}} {many or one + 's'}", number)


def day(when: date) -> str:
    """``4 Sep 2026``."""
    return day_words(when)


def moment(when: datetime, today: date) -> str:
    """``today 07:40`` or ``4 Sep 2026 07:40``, in the school's zone."""
    local = when.astimezone(_SCHOOL_ZONE)
    return (
        tr("today {local}", local=f"{local:%H:%M}") if local.date() == today else f"{day(local.date())} {local:%H:%M}"
    )
