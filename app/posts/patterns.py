"""Personal details in words: ways to reach somebody, dates of birth, pupil numbers, account names, links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import phonenumbers

from app.posts.terms import Span

_STREETS = "street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|way|place|court|mews|hill"
_MONTH_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMERIC = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})"
_ISO = r"\d{4}-\d{2}-\d{2}"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\.?(?:,? \d{{4}})?"
_MONTH_FIRST = rf"(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
_WORDY = rf"{_DAY_FIRST}|{_MONTH_FIRST}"
_BORN = r"\bborn\b|\bd\.?o\.?b\b\.?|\bdate of birth\b|\bbirthday\b|\bturn(?:s|ed|ing)? \d{1,2}\b"

_MAIL = ("contact-in-words", "an e-mail address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"))
_PATTERNS = (
    (
        "contact-in-words",
        "an e-mail address",
        re.compile(r"(?i)[\w.+-]+ ?[\[({] ?at ?[\])}] ?[\w-]+(?: ?[\[({] ?dot ?[\])}] ?[\w-]+|\.[\w-]+)*"),
    ),
    ("contact-in-words", "a telephone number", re.compile(r"(?<![\w£])(?:\+44|0)[\s().-]*(?:\d[\s().-]*){8,10}(?!\w)")),
    (
        "contact-in-words",
        "a postcode",
        re.compile(r"(?<!\w)(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?!\w)", re.IGNORECASE),
    ),
    (
        "contact-in-words",
        "an address",
        re.compile(rf"(?<!\w)\d{{1,4}}[a-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}(?i:{_STREETS})(?!\w)"),
    ),
    (
        "birth-date-in-words",
        "a date of birth",
        re.compile(rf"(?i:(?:{_BORN})[^.!?\n]{{0,25}}?(?<![\d])(?:{_ISO}|{_NUMERIC}|{_WORDY}))"),
    ),
    (
        "birth-date-in-words",
        "a date of birth",
        re.compile(rf"(?i:(?<!\d)(?:{_ISO}|{_NUMERIC}|{_WORDY})[^.!?\n]{{0,12}}(?:\bbirthday\b|\bd\.?o\.?b\b))"),
    ),
    ("pupil-number-in-words", "a pupil number", re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?!\w)", re.I)),
)
_ACCOUNT = re.compile(
    r"(?i)(?<![\w-])(?P<sort>\d{2}[- ]\d{2}[- ]\d{2})(?![\w-])(?P<rest>[^\n]{0,30}?(?<!\d)\d{8}(?!\d))?"
)
_SORT = re.compile(r"(?i)\bsort[ -]?code\b|\bacc(?:oun)?t\.? n(?:umber|o)\b")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_CARD = re.compile(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])")
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])")
_DATES = (
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(
        rf"(?i)(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?,? (?P<year>\d{{4}})(?!\d)"
    ),
    re.compile(rf"(?i)(?<!\w)(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})(?!\d)"),
)
_TIME = r"\d{1,2}:\d{2}(?: ?[ap]m)?|\d{1,2}(?:\.\d{2})? ?[ap]m"
_WHEN = re.compile(rf"(?i)(?<![\w£.:])(?:{_ISO}|{_NUMERIC}|{_WORDY}|{_TIME})(?!\w)")
_MAY_BE_PUBLISHED = ("contact-in-words", "financial-in-words")
_ENDINGS = "com|org|net|info|biz|io|ly|me|tv|app|blog|news|online|page|site|co|uk|eu|ie|fr|de|school|academy|link|gl|gd"
_LINK = re.compile(
    rf"(?i)(?<![\w@.])(?:https?://[^\s<>\"'”’)]+|(?:[a-z0-9-]+\.)+(?:{_ENDINGS})(?![\w-])(?:/[^\s<>\"'”’)]*)?)"
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One personal detail: the check it fails, what it is in words, the text itself and where it stands."""

    code: str
    what: str
    text: str
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """A web address in words, with the name of the computer it leads to in small letters."""

    host: str
    text: str
    span: Span


def personal_details(
    words: str,
    *,
    birth_dates: Collection[date] = (),
    published: Collection[str] = (),
    handles: Collection[str] = (),
) -> tuple[Detail, ...]:
    """Every detail found, in the order of the kinds of detail.

    Any date that is a pupil's date of birth in the register counts as one, whatever stands before it.

    Args:
        words: as NFC.
        birth_dates: of the pupils.
        published: the school's own office line, mail address, postcode and bank account, which may be named.
        handles: accounts that may be named, in small letters without the @.
    """
    allowed = {_plain(contact) for contact in published}
    money = tuple(_money(words))
    found = [*_matched(words), *_numbers(words), *_register_dates(words, birth_dates), *_handles(words, handles)]
    found = [d for d in found if not any(_overlap(d.span, m.span) for m in money)] + list(money)
    kept = [d for d in found if d.code not in _MAY_BE_PUBLISHED or _plain(d.text) not in allowed]
    return tuple(dict.fromkeys(d for d in kept if not _inside_another(d, kept)))


def links_in(words: str) -> tuple[Link, ...]:
    """Every web address, with or without ``https://``."""
    found = []
    for match in _LINK.finditer(words):
        text = match.group().rstrip(".,;:!?")
        host = re.sub(r"^https?://", "", text, flags=re.IGNORECASE)
        host = re.split(r"[/?#:]", host.rpartition("@")[2])[0].casefold()
        if host:
            found.append(Link(host, text, (match.start(), match.start() + len(text))))
    return tuple(found)


def dates_and_times(words: str) -> tuple[Span, ...]:
    """Dates with a day and a month, and times of the day, from left to right: whoever approves compares them."""
    return tuple(match.span() for match in _WHEN.finditer(words))


def is_below(host: str, listed: Collection[str]) -> bool:
    """Whether a computer is one of these or below one of them; ``www.`` makes no difference."""
    name = host.removeprefix("www.")
    plain = (re.sub(r"^https?://", "", entry.strip().casefold()).removeprefix("www.").split("/")[0] for entry in listed)
    return any(name == entry or name.endswith(f".{entry}") for entry in plain if entry)


def _matched(words: str) -> Iterator[Detail]:
    for code, what, pattern in (_MAIL, *_PATTERNS):
        for match in pattern.finditer(words):
            text = match.group().strip(" .-(")
            start = words.index(text, match.start())
            yield Detail(code, what, text, (start, start + len(text)))


def _numbers(words: str) -> Iterator[Detail]:
    """Telephone numbers as libphonenumber knows them, in every country's way of writing."""
    for match in phonenumbers.PhoneNumberMatcher(words, "GB"):
        yield Detail("contact-in-words", "a telephone number", match.raw_string, (match.start, match.end))


def _money(words: str) -> Iterator[Detail]:
    """Bank accounts and cards: a sort code that is called one or stands by an account number, an IBAN, a card."""
    for match in _ACCOUNT.finditer(words):
        near = words[max(0, match.start() - 25) : match.end() + 10]
        if match["rest"] or _SORT.search(near):
            yield Detail("financial-in-words", "a bank account", match.group(), match.span())
    for match in _IBAN.finditer(words):
        if _is_iban(match.group()):
            yield Detail("financial-in-words", "a bank account", match.group(), match.span())
    for match in _CARD.finditer(words):
        if _is_card(match.group()):
            yield Detail("financial-in-words", "the number of a bank card", match.group(), match.span())


def _is_iban(text: str) -> bool:
    """ISO 13616: the country and check digits to the end, letters as numbers from ten, modulo 97 is one."""
    plain = text.replace(" ", "")
    return int("".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])) % 97 == 1


def _is_card(text: str) -> bool:
    """The check of ISO/IEC 7812: every second digit from the right doubled."""
    digits = [int(digit) for digit in reversed(text) if digit.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) if at % 2 else digit for at, digit in enumerate(digits)]
    return sum(doubled) % 10 == 0


def _overlap(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _register_dates(words: str, birth_dates: Collection[date]) -> Iterator[Detail]:
    for pattern in _DATES:
        for match in pattern.finditer(words):
            year, month = int(match["year"]), _MONTHS.get(match["month"].casefold()) or int(match["month"])
            try:
                read = date(year if year > 99 else 2000 + year, month, int(match["day"]))
            except ValueError:
                continue
            if read in birth_dates:
                yield Detail("birth-date-in-words", "a date of birth", match.group(), match.span())


def _handles(words: str, allowed: Collection[str]) -> Iterator[Detail]:
    for match in _HANDLE.finditer(words):
        if match.group()[1:].casefold() not in allowed:
            yield Detail("handle-in-words", "somebody's account name", match.group(), match.span())


def _inside_another(detail: Detail, others: Collection[Detail]) -> bool:
    """Whether a longer find of the same kind holds it: a number found in two ways is one number."""
    start, end = detail.span
    return any(
        other.code == detail.code and other.span[0] <= start and end <= other.span[1] and other.span != detail.span
        for other in others
    )


def _plain(contact: str) -> str:
    """A contact as it is compared: small letters and digits, +44 as 0."""
    plain = re.sub(r"[^\w@.+]", "", contact.casefold())
    return re.sub(r"^(?:\+44|0044)0?", "0", plain)
