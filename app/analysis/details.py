"""Personal details in a line of text: telephone numbers, addresses, dates of birth, pupil numbers. Patterns only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from app.analysis.spelling import folded
from app.domain.detection import TextKind
from app.domain.people import Person

_EMAIL = re.compile(r"[^\s@]+\s?@\s?[^\s@]+\.\s?[a-z]{2,}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.@])@\s?[A-Za-z][\w.]{2,29}")
_ABROAD = re.compile(r"(?<![\w+])(?:\+|00)\s?[1-9](?:[\s().-]*\d){8,13}(?!\d)")
_PHONE = re.compile(r"(?<![\d/.])(?:\+\s?44|0044|0)[\s().-]*\d(?:[\s().-]*\d){8,9}(?!\d)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s?[0-9][A-Z]{2}\b")
_UPN = re.compile(r"\b[A-HJ-NP-RT-Z][\sO0-9]{11,14}[A-Z0-9]\b")
_UPN_LENGTH = 13
_BIRTH_WORDS = re.compile(r"\b(?:d\s?\.?\s?o\s?\.?\s?b\b|date of birth|birth ?date|born(?: on)?\b|birthday:)")
_DATE = re.compile(r"\b(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4}|\d{2})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_MONTHS)})[a-z]*\.?,?\s+(\d{{4}}|\d{{2}})\b")


def detail_in(line: str, people: Iterable[Person]) -> TextKind | None:
    """The kind of personal detail in the line, or None.

    A date counts as a date of birth when the line says so, or when somebody on the roll was born that day.
    """
    if any(pattern.search(line) for pattern in (_EMAIL, _HANDLE, _PHONE, _ABROAD, _POSTCODE)):
        return TextKind.CONTACT
    known = tuple(people)
    if _has_pupil_number(line, known):
        return TextKind.UPN
    if _BIRTH_WORDS.search(folded(line)) or _dates_in(line) & {p.date_of_birth for p in known if p.date_of_birth}:
        return TextKind.DATE_OF_BIRTH
    return None


def _has_pupil_number(line: str, people: tuple[Person, ...]) -> bool:
    together = re.sub(r"\s", "", line).upper()
    if any(person.upn and person.upn.upper() in together for person in people):
        return True
    return any(len(re.sub(r"\s", "", found)) == _UPN_LENGTH for found in _UPN.findall(line.upper()))


def _dates_in(line: str) -> set[date]:
    small = folded(line)
    numbers = [(d, m, y) for d, m, y in _DATE.findall(small)]
    numbers += [(d, str(_MONTHS.index(m) + 1), y) for d, m, y in _WRITTEN_DATE.findall(small)]
    return {found for day, month, year in numbers for found in _as_dates(int(day), int(month), int(year))}


def _as_dates(day: int, month: int, year: int) -> set[date]:
    years = {year} if year >= 100 else {1900 + year, 2000 + year}
    found = set()
    for number in years:
        try:
            found.add(date(number, month, day))
        except ValueError:
            continue  # 31/02, or the month first: not a date of ours
    return found
