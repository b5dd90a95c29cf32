"""What makes an account one of the school's: a purpose, a role mailbox, an owner that is the school itself.

Plain rules over text and dates; who may change what is in `app.workflow.platforms`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from app.domain.consent import Platform
from app.domain.days import day_in_words
from app.domain.errors import RegisterError

_ALIKE = 0.8
"""So alike are a name and the same name with a slip put right."""
CHECK_AGAIN_AFTER = timedelta(days=365)
"""How long a check of an account's privacy settings, or of a platform's limits, is trusted."""

_PRIVATE_PROVIDER = re.compile(
    r"aol|blueyonder|btinternet|fastmail|gmail|gmx|googlemail|hey|hotmail|icloud|live|mac|mail|me|msn|ntlworld|"
    r"outlook|proton|protonmail|rocketmail|sky|talktalk|tutanota|virginmedia|yahoo|ymail|zoho"
)
_ONLY_ROLES = re.compile(
    r"(?:"
    r"administration|communications|announcements|academytrust|headmistress|headsoffice|headteacher|information|"
    r"photography|socialmedia|deputyhead|headmaster|newsletter|publishing|enquiries|instagram|marketing|principal|"
    r"publicity|reception|secretary|webmaster|business|facebook|linkedin|academy|contact|digital|enquiry|support|"
    r"twitter|website|welcome|youtube|bursar|deputy|events|office|photos|school|social|tiktok|tweets|admin|comms|"
    r"hello|media|photo|posts|press|trust|blog|data|head|info|mail|news|post|team|web|it|pr"
    r")+"
)
"""Words that name an office and not a person."""
_ADDRESS = re.compile(r"[a-z0-9._%+'-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}")
_GROUPS = re.compile(
    r"facebook\.com/groups/|chat\.whatsapp\.com/|(?:^|//|\.)t\.me/|discord\.(?:gg|com)/|reddit\.com/r/"
)


@dataclass(frozen=True, slots=True)
class PlatformLimits:
    """What a platform takes, and the day on which somebody looked that up."""

    max_edge_px: int = 1350
    max_bytes: int = 5_000_000
    max_pictures: int = 10
    caption_limit: int = 2200
    alt_text_limit: int = 1000
    narrowest: int = 0
    widest: int = 0
    checked_on: date | None = None

    @property
    def version(self) -> str:
        """What the recipe of a picture names: the day they were looked up."""
        return "" if self.checked_on is None else self.checked_on.isoformat()


def is_same_place(before: str, after: str) -> bool:
    """Whether a new name still says the place that people were asked about: a slip put right, or words added to it."""
    old, new = (" ".join(re.findall(r"\w+", name.casefold())) for name in (before, after))
    if not old or not new:
        return False
    return f" {old} " in f" {new} " or SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE


def require_sensible(platform: Platform, *, owned_by_school: bool, role_mailboxes: Collection[str] = ()) -> None:
    """Do nothing when this may be one of the school's places to post.

    Args:
        platform: as it would be stored.
        owned_by_school: whether somebody said that the account is the school's own.
        role_mailboxes: addresses the school settled to be role mailboxes whatever they look like.

    Raises:
        RegisterError: the first thing that is missing or wrong, with what to do.
    """
    if not str(platform.id).replace("-", "").isalnum() or not platform.name.strip():
        raise RegisterError("A platform needs a short key of letters and numbers, and a name.")
    if not platform.purpose.strip():
        raise RegisterError(
            f"Say what {platform.name} is for.", remedy="A place to post needs a purpose.", code="purpose"
        )
    if not platform.approved_by:
        raise RegisterError(
            f"Say who agreed to {platform.name}.", remedy="Ask the Headteacher to agree to it.", code="approver"
        )
    if not owned_by_school:
        raise RegisterError(
            f"{platform.name} is not the school's own account.",
            remedy="Posts go to accounts and groups that the school owns, never to personal ones or other people's.",
            code="not-ours",
        )
    if _GROUPS.search(platform.account.casefold()) and not platform.audience.strip():
        raise RegisterError(
            f"{platform.name} is a group.", remedy="Write down who can see what is posted there.", code="audience"
        )
    if platform.account.strip() and not platform.mailbox.strip():
        raise RegisterError(
            f"The account of {platform.name} needs a role mailbox.",
            remedy="Register it with a shared address such as office@ or media@ your school.",
            code="mailbox",
        )
    if platform.mailbox.strip() and platform.mailbox.strip().casefold() not in {m.casefold() for m in role_mailboxes}:
        require_role_mailbox(platform.mailbox)
    require_sensible_limits(platform)


def require_role_mailbox(address: str) -> None:
    """Do nothing when an address belongs to a role at the school; when in doubt it does not.

    Raises:
        RegisterError: it is no address, a private provider's, or it looks like one person's.
    """
    text = address.strip().casefold()
    remedy = "Use a shared address of the school such as office@ or media@."
    if not _ADDRESS.fullmatch(text):
        raise RegisterError(f"{address.strip()} is not an email address.", remedy=remedy, code="mailbox")
    local, _, domain = text.partition("@")
    provider, *rest = domain.split(".")
    if _PRIVATE_PROVIDER.fullmatch(provider) and (len(rest) == 1 or rest[0] in ("co", "com")):
        raise RegisterError(
            f"{address.strip()} is with a private email provider.", remedy=remedy, code="personal-mailbox"
        )
    words = [word for word in re.split(r"[^a-z]+", local) if word]
    place = re.sub(r"[^a-z]", "", domain.rpartition(".")[0])
    about_a_role = any(_ONLY_ROLES.fullmatch(word) for word in words)
    if not about_a_role or not all(_ONLY_ROLES.fullmatch(word) or (len(word) > 3 and word in place) for word in words):
        raise RegisterError(
            f"{address.strip()} looks like one person's own address.", remedy=remedy, code="personal-mailbox"
        )


def due_for_a_check(checked_on: date | None, today: date) -> bool:
    """Whether a check was never made, lies more than a year back, or claims to come from a later day."""
    return checked_on is None or not timedelta(0) <= today - checked_on <= CHECK_AGAIN_AFTER


def overdue_checks(platforms: Iterable[Platform], today: date) -> tuple[tuple[str, Platform, date | None], ...]:
    """What of the open platforms has to be looked at: ``privacy`` or ``limits``, the platform, and the last time."""
    found = []
    for platform in platforms:
        if not platform.is_open:
            continue
        for kind, day in (("privacy", platform.privacy_checked_on), ("limits", platform.limits_checked_on)):
            if due_for_a_check(day, today):
                found.append((kind, platform, day))
    return tuple(found)


def last_time(day: date | None) -> str:
    """``never yet`` or ``last on 4 Sep 2026``."""
    return "never yet" if day is None else f"last on {day_in_words(day)}"


def require_sensible_limits(platform: Platform) -> None:
    """Do nothing when pictures and words can be made to these limits.

    Raises:
        RegisterError: one is so low that nothing could be posted.
    """
    least = {
        "The longest side of a picture": (platform.max_edge_px, 200),
        "The size of a file": (platform.max_bytes, 50_000),
        "The number of pictures": (platform.max_pictures, 1),
        "The length of the words": (platform.caption_limit, 1),
        "The length of a description": (platform.alt_text_limit, 0),
    }
    if platform.narrowest and platform.widest and platform.narrowest > platform.widest:
        raise RegisterError("The narrowest shape is wider than the widest.", code="limits")
    for what, (value, low) in least.items():
        if value < low:
            raise RegisterError(f"{what} must be at least {low}.", code="limits")
