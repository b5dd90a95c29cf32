"""Personal details in words: ways to reach somebody, dates of birth, pupil numbers, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_STREETS = "street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|way|place|court|mews|hill"
_DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})"

_PATTERNS = (
    ("contact-in-words", "an e-mail address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
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
        re.compile(rf"(?i:\bborn\b|\bd\.?o\.?b\b\.?|\bdate of birth\b|\bbirthday\b)[^.!?\n]{{0,20}}?{_DATE}"),
    ),
    ("pupil-number-in-words", "a pupil number", re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?!\w)", re.I)),
    ("handle-in-words", "somebody's account name", re.compile(r"(?<![\w.@])@[A-Za-z0-9_.]{2,}")),
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One personal detail: the check it fails, what it is in words, and the text itself."""

    code: str
    what: str
    text: str


def personal_details(words: str, *, birth_dates: frozenset[date] = frozenset()) -> tuple[Detail, ...]:
    """Every detail found, in the order of the kinds of detail.

    Any date that is a pupil's date of birth in the register counts as one, whatever stands before it.
    """
    found = list(_matched(words)) + list(_register_dates(words, birth_dates))
    return tuple(dict.fromkeys(found))


def _matched(words: str) -> Iterator[Detail]:
    for code, what, pattern in _PATTERNS:
        for match in pattern.finditer(words):
            yield Detail(code, what, match.group().strip())


def _register_dates(words: str, birth_dates: frozenset[date]) -> Iterator[Detail]:
    for match in re.finditer(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)", words):
        day, month, year = (int(part) for part in match.groups())
        try:
            read = date(year if year > 99 else 2000 + year, month, day)
        except ValueError:
            continue
        if read in birth_dates:
            yield Detail("birth-date-in-words", "a date of birth", match.group())
