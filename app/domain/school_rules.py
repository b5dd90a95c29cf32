"""The rules a school may settle for itself: each key with its default, what it means, and which values make sense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.errors import RegisterError
from app.domain.people import Role
from app.domain.platform_rules import require_role_mailbox
from app.domain.school_days import parse_holidays

OWN_CONSENT_AGE = "own_consent_age"
LOCK_AFTER_MINUTES = "lock_after_minutes"
MARK_GRANTOR = "mark_grantor"
TRAINING_REQUIRED = "training_required"
GOVERNORS_APPROVE_POLICIES = "governors_approve_policies"
GOVERNORS_APPROVE_RULES = "governors_approve_rules"
NAMED_POSTERS_ONLY = "named_posters_only"
POSTING_PERMISSION_REQUIRED = "posting_permission_required"
ROLE_MAILBOXES = "role_mailboxes"
SIGN_IN_NOTICE = "sign_in_notice"
PRIVACY_NOTICE = "privacy_notice"
WORDS_NEVER = "words_never"
WORDS_CAREFUL = "words_careful"
LISTED_LINKS = "listed_links"
LISTED_CONTACTS = "listed_contacts"
LISTED_HANDLES = "listed_handles"
PACK_FOLDERS = "pack_folders"
SCHOOL_HOLIDAYS = "school_holidays"


@dataclass(frozen=True, slots=True)
class SchoolRule:
    """One rule; `fits` says whether a value makes sense, `wanted` what it should be, in words."""

    title: str
    default: Any
    wanted: str
    fits: Callable[[Any], bool]


def _whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high


def _yes_or_no(value: Any) -> bool:
    return isinstance(value, bool)


def _words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= 200


def _long_words(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 600


def _web_address(value: Any) -> bool:
    return isinstance(value, str) and (not value or (value.startswith("https://") and not any(map(str.isspace, value))))


def _list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(_words(item) for item in value)


def _topics_by_role(value: Any) -> bool:
    return isinstance(value, dict) and all(key in Role.__members__ and _list_of_words(v) for key, v in value.items())


def _holidays(value: Any) -> bool:
    try:
        return _list_of_words(value) and bool(parse_holidays(value) or not value)
    except RegisterError:
        return False


def _mailboxes(value: Any) -> bool:
    """Addresses that do not look like a role's, but no private provider's either."""
    return _list_of_words(value) and all(_is_at_a_school(item) for item in value)


def _is_at_a_school(address: str) -> bool:
    local, at, domain = address.strip().partition("@")
    try:
        require_role_mailbox(f"office@{domain}")
    except RegisterError:
        return False
    return bool(local and at)


SCHOOL_RULES: Mapping[str, SchoolRule] = {
    OWN_CONSENT_AGE: SchoolRule(
        "Age from which pupils answer for themselves", 16, "a whole number from 10 to 18, or nothing for never",
        lambda value: value is None or _whole(10, 18)(value),
    ),
    LOCK_AFTER_MINUTES: SchoolRule(
        "Minutes without a key or a click until the program locks", 10, "a whole number from 1 to 60", _whole(1, 60)
    ),
    MARK_GRANTOR: SchoolRule("Who permits logos and brands", Role.HEAD.value, "a role, or a title in words", _words),
    TRAINING_REQUIRED: SchoolRule(
        "Training that each role needs", {}, "a list of topics for each role", _topics_by_role
    ),
    GOVERNORS_APPROVE_POLICIES: SchoolRule(
        "A new policy counts only once the governors have approved it", True, "yes or no", _yes_or_no
    ),
    GOVERNORS_APPROVE_RULES: SchoolRule(
        "Nothing is approved or published under rules the governors have not approved", False, "yes or no", _yes_or_no
    ),
    NAMED_POSTERS_ONLY: SchoolRule(
        "Only people named for a platform publish there", False, "yes or no", _yes_or_no
    ),
    POSTING_PERMISSION_REQUIRED: SchoolRule(
        "Only people with a written permission to post publish there", False, "yes or no", _yes_or_no
    ),
    ROLE_MAILBOXES: SchoolRule(
        "Shared addresses that do not look like it", [], "a list of addresses at the school", _mailboxes
    ),
    SIGN_IN_NOTICE: SchoolRule(
        "What the sign-in page says about records, in the school's own words", "", "up to 600 letters", _long_words
    ),
    WORDS_NEVER: SchoolRule("More words that stop a post", [], "a list of words", _list_of_words),
    WORDS_CAREFUL: SchoolRule("More words that need a reason", [], "a list of words", _list_of_words),
    LISTED_LINKS: SchoolRule("Websites a post may name", [], "a list of web addresses", _list_of_words),
    LISTED_CONTACTS: SchoolRule(
        "The school’s published telephone numbers, addresses and postcode", [], "a list of numbers and addresses",
        _list_of_words,
    ),
    LISTED_HANDLES: SchoolRule("Account names a post may mention", [], "a list of account names", _list_of_words),
    PACK_FOLDERS: SchoolRule(
        "The only folders packs may go to", [], "a list of folders, or nothing for every safe one", _list_of_words
    ),
    SCHOOL_HOLIDAYS: SchoolRule(
        "School holidays, so that school days are counted right", [],
        "a list like 2026-12-21 to 2027-01-03, one for each holiday", _holidays,
    ),
    PRIVACY_NOTICE: SchoolRule(
        "Where the school's privacy notice is", "", "a web address that begins with https://, or nothing", _web_address
    ),
}  # fmt: skip


def require_fitting(key: str, value: Any) -> None:
    """Do nothing when a school may settle this.

    Raises:
        RegisterError: there is no such rule, or the value makes no sense for it.
    """
    rule = SCHOOL_RULES.get(key)
    if rule is None:
        raise RegisterError(f"There is no rule called {key}.", remedy=f"There are: {', '.join(sorted(SCHOOL_RULES))}.")
    if not rule.fits(value):
        raise RegisterError(f"{rule.title}: this does not fit.", remedy=f"It has to be {rule.wanted}.", code="setting")
