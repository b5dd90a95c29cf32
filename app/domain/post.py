"""A post and its way out: words, pictures, renditions, the approval bound to their bytes, and releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.domain.consent import PlatformId
from app.domain.geometry import Box
from app.domain.people import UserId
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


@dataclass(frozen=True, slots=True)
class PostPicture:
    """A picture in a post, in order. `attribution` is required for every source but our own staff."""

    photo_id: PhotoId
    alt_text: str = ""
    rights: RightsSource | None = None
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class PostPlatform:
    """Where the post is to go and the words it will carry there."""

    platform_id: PlatformId
    caption: str = ""


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


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `check_post` has to say about a post: it blocks, or it warns and a person decides.

    `words` is a finished sentence for the screen; `clause` names the policy row it answers.
    """

    code: str
    words: str
    clause: str
    blocks: bool
    photo_id: PhotoId | None = None
    platform_id: PlatformId | None = None
