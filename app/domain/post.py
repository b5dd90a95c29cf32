"""A post and its way out: words, pictures, renditions, the approval bound to their bytes, and releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.domain.consent import PlatformId
from app.domain.geometry import Box
from app.domain.people import UserId
from app.domain.permissions import PermissionId, PermissionKind
from app.domain.photo import Digest, PhotoId, VaultName

PostId = NewType("PostId", str)
RenditionId = NewType("RenditionId", str)
ApprovalId = NewType("ApprovalId", str)
ReleaseId = NewType("ReleaseId", str)
TaskId = NewType("TaskId", str)


class PostState(StrEnum):
    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    ON_HOLD = "ON_HOLD"
    RETURNED = "RETURNED"
    REJECTED = "REJECTED"
    APPROVED = "APPROVED"


class PostCategory(StrEnum):
    """What a post is about; the approver says that it is positive and relevant."""

    CHILDREN = "CHILDREN"
    STAFF_WORK = "STAFF_WORK"
    SCHOOL_NEWS = "SCHOOL_NEWS"
    ACHIEVEMENT = "ACHIEVEMENT"
    REMINDER = "REMINDER"
    ENQUIRY = "ENQUIRY"
    """An answer to somebody who asked the school for a comment; it carries what they asked."""


class MessageKind(StrEnum):
    QUESTION = "QUESTION"
    ANSWER = "ANSWER"
    CORRECTION = "CORRECTION"
    """What the approver put right with the yes: the words before and after, or the picture left out."""


class ReleaseState(StrEnum):
    EXPORTED = "EXPORTED"
    LIVE = "LIVE"
    TAKEN_DOWN = "TAKEN_DOWN"


class RightsSource(StrEnum):
    """Who made the picture; empty means the post cannot be submitted."""

    STAFF = "STAFF"
    PUPIL_WORK = "PUPIL_WORK"
    PHOTOGRAPHER = "PHOTOGRAPHER"
    PARENT_SUPPLIED = "PARENT_SUPPLIED"
    PRESS = "PRESS"
    STOCK = "STOCK"

    @property
    def rests_on(self) -> PermissionKind | None:
        """The written permission a picture from here needs; None for what the school's own staff made."""
        if self is RightsSource.STAFF:
            return None
        return PermissionKind.WORK if self is RightsSource.PUPIL_WORK else PermissionKind.LICENCE


class Suitability(StrEnum):
    """What the author saw who looked at dress and situation; all but `FINE` wait for a decision by name."""

    FINE = "FINE"
    """Dressed for the occasion, at ease, and the occasion can be seen."""
    SPORTS_KIT = "SPORTS_KIT"
    SWIMWEAR = "SWIMWEAR"
    UNDRESS = "UNDRESS"
    INJURY = "INJURY"
    """An injury, a treatment, an aid or anything else that tells of somebody's health."""
    DISTRESS = "DISTRESS"


@dataclass(frozen=True, slots=True)
class PictureCrop:
    """The part of a photo to show on one platform, chosen by hand, in the photo's pixels."""

    platform_id: PlatformId
    box: Box


@dataclass(frozen=True, slots=True)
class PostPicture:
    """A picture in a post, in order.

    Attributes:
        attribution: required for every source but our own staff.
        suitability: what was seen when somebody looked at dress and situation; None while nobody has.
        crops: by hand; platforms without one are cropped around those who are shown.
        licence: the written permission it rests on, for every source but our own staff.
    """

    photo_id: PhotoId
    alt_text: str = ""
    rights: RightsSource | None = None
    attribution: str = ""
    suitability: Suitability | None = None
    crops: tuple[PictureCrop, ...] = ()
    licence: PermissionId | None = None

    def crop_for(self, platform_id: PlatformId) -> Box | None:
        """What was chosen by hand for a platform."""
        return next((crop.box for crop in self.crops if crop.platform_id == platform_id), None)


@dataclass(frozen=True, slots=True)
class PostPlatform:
    """Where the post is to go and the words it will carry there."""

    platform_id: PlatformId
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PostAbout:
    """What a post is about.

    Attributes:
        event: whose roster says who may be in the pictures; empty for none.
        enquiry: what was asked, for an answer to an enquiry.
        is_urgent: words that cannot wait, such as a closed school; approved and published by one person where the
            school's rules allow it, and looked at by another afterwards.
    """

    category: PostCategory | None = None
    event: str = ""
    enquiry: str = ""
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    id: PostId
    title: str
    state: PostState
    author: UserId
    author_name: str
    pictures: tuple[PostPicture, ...]
    platforms: tuple[PostPlatform, ...]
    created_at: datetime
    note: str = ""
    """What the Headteacher wrote when returning, holding or rejecting it."""
    version: int = 1
    about: PostAbout = PostAbout()

    @property
    def is_words_only(self) -> bool:
        return not self.pictures


@dataclass(frozen=True, slots=True)
class Message:
    """A question about a post that waits, or the answer to one."""

    kind: MessageKind
    words: str
    said_by: UserId
    said_by_name: str
    said_at: datetime
    asked: UserId | None = None
    """Who is asked; None means the author."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One picture as it will go out on one platform: encoded once, stored, checked, approved, copied.

    Attributes:
        covered, shown: boxes in the rendition's own pixels.
        recipe: encoder and version, platform limits' version, policy pack's version.
    """

    id: RenditionId
    post_id: PostId
    photo_id: PhotoId
    platform_id: PlatformId
    sha256: Digest
    vault_name: VaultName
    width: int
    height: int
    bytes: int
    covered: tuple[Box, ...]
    shown: tuple[Box, ...]
    recipe: str
    made_at: datetime
    crop: Box | None = None
    """The part of the photo it shows, in the photo's pixels; None for the whole photo."""
    readable: tuple[str, ...] = ()
    """The lines of text that can be read in it."""


@dataclass(frozen=True, slots=True)
class Approval:
    """The Headteacher's yes to exactly these bytes and words, until it expires or falls."""

    id: ApprovalId
    post_id: PostId
    digest: Digest
    approver: UserId
    approver_name: str
    approved_at: datetime
    expires_at: datetime
    voided_because: str = ""
    is_urgent: bool = False
    """Given to one's own words under the urgent rule; somebody else looks at it afterwards."""
    reviewed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One publication of one approved post on one platform."""

    id: ReleaseId
    post_id: PostId
    platform_id: PlatformId
    state: ReleaseState
    approval_id: ApprovalId
    exported_at: datetime
    exported_by: UserId
    live_url: str = ""
    proof: str = ""
    """How it can be seen where there is no address: a story, a message, a newsletter."""
    gone_file: str | None = None
    """The name in the vault of the picture that shows it gone."""
    pack_erased_at: datetime | None = None
    compared_at: datetime | None = None
    comparison: str = ""
    pictures: tuple[RenditionId, ...] = ()
    """What went out, in order; empty for words alone."""
    looked_at: datetime | None = None
    """When somebody last looked at it where it is, for the audit of what is published."""
    looked_by: UserId | None = None


class TaskKind(StrEnum):
    TAKEDOWN = "TAKEDOWN"
    REVIEW = "REVIEW"
    CONFIRM_CONSENT = "CONFIRM_CONSENT"
    POSSIBLE_LEAVER = "POSSIBLE_LEAVER"
    READ_ANSWERS = "READ_ANSWERS"
    """A list holds answers that only a person can read."""
    REFRESH_CONSENT = "REFRESH_CONSENT"
    ASK_PUPIL = "ASK_PUPIL"
    """A pupil is now old enough to be asked themselves."""
    LATER_REVIEW = "LATER_REVIEW"
    """An urgent notice went out on one person's word; another person looks at it afterwards."""


class Asked(StrEnum):
    """Whose reason lets a finding stand."""

    AUTHOR = "AUTHOR"
    APPROVER = "APPROVER"


@dataclass(frozen=True, slots=True)
class Marked:
    """Where in a post's words a finding is: the caption of its platform, or the description of its photo.

    Attributes:
        spans: each from the first letter to the one behind the last.
    """

    is_caption: bool
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `check_post` has to say about a post: it blocks, or it warns and a person decides.

    `words` is a finished sentence for the screen; `clause` names the policy row it answers.

    Attributes:
        marked: the words it is about.
        asks: whose reason lets it stand; the author's is wanted before the post is handed over, the approver's before
            it is approved.
        key: what a reason is kept by: the same words in another sentence, or for another platform, need no new one.
        reason: the reason that was given, with who gave it.
    """

    code: str
    words: str
    clause: str
    blocks: bool
    photo_id: PhotoId | None = None
    platform_id: PlatformId | None = None
    marked: Marked | None = None
    asks: Asked | None = None
    key: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FindingReason:
    """Why something the checks ask about may stand, in somebody's own words."""

    key: str
    reason: str
    given_by: UserId
    given_by_name: str
    given_at: datetime
