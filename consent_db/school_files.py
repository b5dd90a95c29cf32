"""Read the lists schools export: CSV in either encoding and with any delimiter, or a spreadsheet.

What comes out is text by heading, row by row with its line number; unknown headings stay as they are written. Dates and
answers are read strictly: what could be two things is refused, never guessed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import RegisterError
from consent_db.people import folded

MAX_BYTES = 20_000_000
_SEARCHED_ROWS = 10
"""How many rows may stand above the headings: report titles and blanks."""

_HEADINGS = {
    "upn": ("upn", "unique pupil number"),
    "admission_number": ("adno", "admission number", "admission no", "student number", "learnercode", "pupil id"),
    "legal_forename": ("legal forename", "legal_forename", "legal first name", "forename", "first name"),
    "legal_surname": ("legal surname", "legal_surname", "surname", "last name"),
    "preferred_forename": ("preferred forename", "preferred first name", "known as", "preferred_forename"),
    "preferred_surname": ("preferred surname", "preferred last name", "preferred_surname"),
    "full_name": ("name", "student name", "pupil name", "legal name", "full name"),
    "registration_group": ("reg", "reg group", "registration group", "registration form", "form", "class"),
    "year_group": ("year", "year group", "nc year", "year_code"),
    "date_of_birth": ("dob", "date of birth", "date_of_birth"),
    "on_roll_until": ("leaving date", "dol", "date of leaving"),
    "giver": ("given by", "giver", "parent", "parent name", "contact", "signed by"),
    "relationship": ("relationship",),
    "answered_on": ("date", "date given", "consent date", "answered on", "signed on"),
    "valid_until": ("valid until", "expires", "expiry", "expiry date"),
    "platform": ("platform", "channel"),
    "consent_type": ("consent", "consent type", "type"),
    "answer": ("answer", "status", "value", "response"),
}
_DATES = ("date_of_birth", "on_roll_until", "answered_on", "valid_until")
_BY_HEADING = {heading: field for field, headings in _HEADINGS.items() for heading in headings}

_YES = frozenset({"yes", "y", "1", "true", "consented", "granted", "given", "✓", "✔", "tick"})
_NO = frozenset({"no", "n", "0", "false", "declined", "refused", "denied", "✗", "✘"})
"""A bare x is in neither: in a tick box it may mean yes."""
_WITHDRAWN = frozenset({"withdrawn", "revoked"})
_BLANK = frozenset({"", "-", "n/a", "not asked", "pending", "none"})


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row: `values` by our field names where the heading is known, by the heading itself where it is not."""

    line: int
    values: dict[str, str]

    def get(self, field: str) -> str:
        """The text of a field, empty when the file has none."""
        return self.values.get(field, "")


@dataclass(frozen=True, slots=True)
class SchoolFile:
    """A file as read: its known fields, the headings nobody knows, and its rows."""

    fields: frozenset[str]
    other_headings: tuple[str, ...]
    rows: tuple[FileRow, ...]


def read_school_file(path: Path) -> SchoolFile:
    """Read a list of pupils or of consents.

    Raises:
        RegisterError: the file is missing, empty, too large, damaged, or no row looks like headings.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise RegisterError(f"The file {path.name} cannot be read.", remedy="Check that it is still there.") from error
    if data is None:
        raise RegisterError(f"The file {path.name} is too large to be a list of pupils.")
    if not data.strip():
        raise RegisterError(f"The file {path.name} is empty.", remedy="Export it from the school's system again.")
    table = _spreadsheet(data, path.name) if data[:2] == b"PK" else _csv(data, path.name)
    return _with_headings(table, path.name)


def parse_date(text: str) -> date | None:
    """A UK date (``dd/mm/yyyy``), an ISO date, or an Excel serial number; None for a blank.

    Raises:
        ValueError: it is none of these; a month above 12 is refused rather than swapped with the day.
    """
    text = text.strip()
    if not text:
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}([ T]00:00(:00)?)?", text):
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            raise ValueError(f"“{text}” is no day of the calendar") from None
    if re.fullmatch(r"\d{5}(\.0)?", text):
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(float(text)))
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", text):
        day, month, year = (int(part) for part in re.split(r"[/.-]", text))
        try:
            return date(year, month, day)
        except ValueError:
            raise ValueError(f"“{text}” is no day of the calendar; write day, month, year") from None
    raise ValueError(f"“{text}” is not a date such as 14/03/2017")


def parse_answer(text: str) -> str | None:
    """``YES``, ``NO``, ``WITHDRAWN``; None for a blank, which never means no and never means yes.

    Raises:
        ValueError: it is free text; a person must read it.
    """
    word = text.strip().casefold()
    if word in _BLANK:
        return None
    for words, answer in ((_YES, "YES"), (_NO, "NO"), (_WITHDRAWN, "WITHDRAWN")):
        if word in words:
            return answer
    raise ValueError(f"“{text.strip()[:60]}” is neither yes nor no")


def upn_is_valid(upn: str) -> bool:
    """Whether the check letter fits: weights 2 to 13 on what follows it, modulo 23 (DfE common basic data set)."""
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    if not re.fullmatch(rf"[{letters}]\d{{11}}[\d{letters}]", upn):
        return False
    values = [int(c) if c.isdigit() else letters.index(c) for c in upn[1:]]
    return letters[sum(w * v for w, v in zip(range(2, 14), values, strict=True)) % 23] == upn[0]


def _csv(data: bytes, name: str) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise RegisterError(f"{name} is not a list: it holds binary data.", remedy="Export it as CSV or XLSX.")
    first = "\n".join(text.splitlines()[:_SEARCHED_ROWS])
    delimiter = max(",;\t", key=first.count)
    try:
        return [
            [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise RegisterError(f"{name} cannot be read as a list.", remedy="Export it again as CSV.") from error


def _spreadsheet(data: bytes, name: str) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        return [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise RegisterError(f"{name} cannot be read as a spreadsheet.", remedy="Save it as XLSX or CSV.") from error


def _cell(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _with_headings(table: Sequence[Sequence[str]], name: str) -> SchoolFile:
    for index, row in enumerate(table[:_SEARCHED_ROWS]):
        headings = [_BY_HEADING.get(cell.strip().casefold(), cell.strip()) for cell in row]
        known = set(headings) & set(_HEADINGS)
        if "upn" in known or {"legal_forename", "legal_surname"} <= known or "full_name" in known:
            doubled = sorted({h for h in headings if h and headings.count(h) > 1})
            if doubled:
                raise RegisterError(f"{name} has two columns for “{doubled[0]}”.", remedy="Keep one of them.")
            rows = _rows(table[index + 1 :], headings, first_line=index + 2)
            _refuse_months_first(rows, name)
            others = tuple(h for h in headings if h and h not in _HEADINGS)
            return SchoolFile(frozenset(known), others, rows)
    raise RegisterError(
        f"No row of {name} looks like headings.",
        remedy="There must be a column for the UPN, or for forename and surname.",
        code="no-headings",
    )


def _refuse_months_first(rows: Sequence[FileRow], name: str) -> None:
    """One date that can only be month first makes every other date of the file doubtful, so none is read.

    Raises:
        RegisterError: there is such a date.
    """
    for row in rows:
        for field in _DATES:
            numbers = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}", row.get(field))
            if numbers and int(numbers[1]) <= 12 < int(numbers[2]) <= 31:
                raise RegisterError(
                    f"The dates of {name} are written month first, as “{row.get(field)}” in line {row.line}.",
                    remedy="Export it with UK dates, such as 14/03/2017.",
                    code="us-dates",
                )


def _rows(table: Sequence[Sequence[str]], headings: Sequence[str], *, first_line: int) -> tuple[FileRow, ...]:
    rows = []
    for line, cells in enumerate(table, start=first_line):
        values = {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading}
        if not any(values.values()) or folded(next(iter(values.values()))).startswith("total"):
            continue
        rows.append(FileRow(line, _named(values)))
    return tuple(rows)


def _named(values: dict[str, str]) -> dict[str, str]:
    """Split "Surname, Forename" at the first comma when the file has only whole names."""
    whole = values.get("full_name", "")
    if not whole or values.get("legal_forename"):
        return values
    surname, comma, forename = whole.partition(",")
    if not comma:
        forename, _, surname = whole.rpartition(" ")
    return values | {"legal_forename": forename.strip() or surname.strip(), "legal_surname": surname.strip()}
