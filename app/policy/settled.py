"""What a policy pack may settle: every entry with how it is read, said in words, and which of two values is stricter.

One table for the reader, the comparison on the Policies page, and the test that the strict pack is the strictest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.domain.people import PERMITTED, ROLE_WORDS, Action, Role
from app.domain.retention import LONGEST_DAYS, RULES, SETTLED_BY_LAW, RecordClass, period_in_words
from app.domain.treatment import Treatment

PERSONAL_WITH_APPROVAL, PERSONAL_NEVER = "with-approval", "never"
_OFFICES = ("HEAD", "CEO")
"""Who may permit marks, the higher office last: a permission from further up is harder to get."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One entry of a pack.

    Attributes:
        table, key: where it stands in the file; `field` is the attribute of the pack.
        title: what it settles, for the screen.
        read: the value a pack holds; raises ValueError with what is wanted here.
        say: the value in words.
        as_strict: whether the first value is at least as strict as the second; None where neither can be.
        optional: may be left out, and reads as None then.
    """

    table: str
    key: str
    field: str
    title: str
    read: Callable[[Any], Any]
    say: Callable[[Any], str]
    as_strict: Callable[[Any, Any], bool] | None = None
    optional: bool = False


def _words(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("words in quotation marks are wanted here")
    return value.strip()


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false is wanted here")
    return value


def _whole(least: int, most: int, unit: str) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"a number of {unit} from {least} to {most} is wanted here")
        return value

    return read


def _role(action: Action) -> Callable[[Any], Role]:
    def read(value: Any) -> Role:
        able = [role.value for role in Role if action in PERMITTED[role]]
        word = _words(value)
        if word not in able:
            raise ValueError(f"{word} cannot {action.value}; possible is {' or '.join(able)}")
        return Role(word)

    return read


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"{' or '.join(allowed)} is wanted here")
        return str(value)

    return read


def _treatment(value: Any) -> Treatment:
    return Treatment(_one_of(Treatment.COVER, Treatment.WITHHOLD)(value))


def _offices(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("a list of roles or offices in quotation marks is wanted here")
    return tuple(dict.fromkeys(_words(item) for item in value))


def _periods(value: Any) -> Mapping[str, int]:
    if not isinstance(value, dict):
        raise ValueError("a table is wanted here")
    own = {r.value: rule for r, rule in RULES.items() if r not in SETTLED_BY_LAW}
    for key, days in value.items():
        if key not in own:
            raise ValueError(f"{key} is no kind of record with a period; there are {', '.join(own)}")
        if isinstance(days, bool) or not isinstance(days, int) or not own[key].least <= days <= LONGEST_DAYS:
            raise ValueError(f"{key} has to be a number of days from {own[key].least} to {LONGEST_DAYS}")
    return MappingProxyType(dict(value))


def _say_yes_no(value: bool) -> str:
    return "yes" if value else "no"


def _say_days(value: int | None) -> str:
    return "as long as its own dates say" if value is None else period_in_words(value)


def _say_role(value: str) -> str:
    return ROLE_WORDS[Role(value)] if value in Role.__members__ else value


def _say_periods(value: Mapping[str, int]) -> str:
    said = [f"{RULES[RecordClass(key)].title}: {period_in_words(days)}" for key, days in value.items()]
    return "; ".join(said) or "the program’s own periods"


def _say_age(value: int | None) -> str:
    return "never, parents answer" if value is None else f"from {value}"


def _fewer(a: int, b: int) -> bool:
    return a <= b


def _fewer_or_none(a: int | None, b: int | None) -> bool:
    return b is None or (a is not None and a <= b)


def _true(a: bool, b: bool) -> bool:
    return a or not b


def _false(a: bool, b: bool) -> bool:
    return b or not a


def _higher(a: str, b: str) -> bool:
    return (_OFFICES.index(a) if a in _OFFICES else len(_OFFICES)) >= (_OFFICES.index(b) if b in _OFFICES else 0)


def _no_longer(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    erased = [key for key, rule in RULES.items() if rule.least < 2 and key not in SETTLED_BY_LAW]
    return all(a.get(key, RULES[key].days) <= b.get(key, RULES[key].days) for key in erased)


def _withholds(a: Treatment, b: Treatment) -> bool:
    return a is b or a is Treatment.WITHHOLD


SETTINGS: tuple[Setting, ...] = (
    Setting("policy", "owner", "owner", "Who looks after the policy", _words, str),
    Setting("policy", "governors_first", "governors_first", "A change counts only once the governors approved it",
            _yes_no, _say_yes_no, _true),
    Setting("policy", "review_months", "review_months", "Months until the next review", _whole(1, 120, "months"),
            str, _fewer),
    Setting("policy", "escalation", "escalation", "Who is told of abuse and disparaging content", _offices,
            lambda value: ", ".join(_say_role(office) for office in value), lambda a, b: set(a) >= set(b)),
    Setting("people", "approver", "approver_role", "Who approves a post", _role(Action.APPROVE), _say_role,
            lambda a, b: bool(a == b)),
    Setting("people", "publisher", "publisher_role", "Who publishes a post", _role(Action.PUBLISH), _say_role,
            lambda a, b: bool(a == b)),
    Setting("people", "approval_days", "approval_days", "Days until an unused approval runs out",
            _whole(1, 3660, "days"), str, _fewer),
    Setting("people", "author_may_publish", "author_may_publish", "The author may publish their own post", _yes_no,
            _say_yes_no, _false),
    Setting("people", "urgent_words_alone", "urgent_words_alone",
            "The approver’s own urgent notice, words only, goes out on their word alone", _yes_no, _say_yes_no, _false),
    Setting("people", "named_posters_only", "named_posters_only", "Only people named for a platform publish there",
            _yes_no, _say_yes_no, _true),
    Setting("people", "posting_permission_required", "posting_permission_required",
            "Only people with a written permission to post publish", _yes_no, _say_yes_no, _true),
    Setting("people", "mark_grantor", "mark_grantor", "Who permits logos and brands", _words, _say_role, _higher),
    Setting("devices", "personal", "personal_devices", "Photos from personal phones and cameras",
            _one_of(PERSONAL_WITH_APPROVAL, PERSONAL_NEVER),
            lambda value: "never" if value == PERSONAL_NEVER else "once the Headteacher approved the device",
            lambda a, b: a in (b, PERSONAL_NEVER)),
    Setting("pictures", "obscure_every_pupil", "obscure_every_pupil", "Every pupil is covered, whatever was agreed",
            _yes_no, _say_yes_no, _true),
    Setting("pictures", "obscure_every_adult", "obscure_every_adult", "Every adult is covered, whatever was agreed",
            _yes_no, _say_yes_no, _true),
    Setting("pictures", "marks", "mark_treatment", "A crest or brand without permission", _treatment,
            lambda value: "is covered" if value is Treatment.COVER else "keeps the photo back", _withholds),
    Setting("register", "max_age_days", "register_max_age_days", "Consents older than this clear nobody",
            _whole(1, 3660, "days"), _say_days, _fewer),
    Setting("register", "consent_max_age_days", "consent_max_age_days", "A yes lasts",
            _whole(1, 3660, "days"), _say_days, _fewer_or_none, optional=True),
    Setting("register", "own_consent_age", "own_consent_age", "Pupils answer for themselves",
            _whole(10, 18, "years"), _say_age, _fewer_or_none, optional=True),
    Setting("register", "first_name_with_consent", "first_name_with_consent",
            "A first name may stand beside a picture where it was agreed to", _yes_no, _say_yes_no, _false),
    Setting("after", "takedown_hours", "takedown_hours", "Hours to take a post down", _whole(1, 168, "hours"), str,
            _fewer),
    Setting("", "retention", "retention", "How long records are kept", _periods, _say_periods, _no_longer),
)  # fmt: skip
