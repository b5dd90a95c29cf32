"""Text files and pasted tables: which encoding, which delimiter, and the lines they hold."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from app.domain.errors import RegisterError
from consent_db.lists.table import MAX_LINES, SEARCHED_LINES, Table, table_of, too_large

Score = Callable[[Sequence[str]], int]
"""How many cells of a line are headings somebody knows."""

_DELIMITERS = ",;\t|"
_TWO_BYTE_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]")


def decoded(data: bytes, name: str) -> str:
    """The text of a file: UTF-8 or UTF-16 as its mark says, else UTF-8, else Windows-1252.

    Raises:
        RegisterError: binary data, or two encodings in one file, so that some letters would be wrong.
    """
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise RegisterError(
            f"Some letters of {name} cannot be read: the file is damaged or cut off.",
            remedy="Export it from the school's system again.",
            code="letters",
        ) from error
    if "\0" in text:
        raise RegisterError(f"{name} is not a list: it holds binary data.", remedy="Export it as CSV or XLSX.")
    return text


def delimited_table(text: str, name: str, score: Score) -> Table:
    """The lines of a text, split by the delimiter that shows most headings.

    Raises:
        RegisterError: a quotation mark is never closed (what follows it would vanish into one cell), or too large.
    """
    text, delimiter, first_line = _announced(text)
    if not delimiter:
        delimiter = max(_DELIMITERS, key=lambda d: _fitness(text, d, score))
    try:
        return table_of(name, _records(text, delimiter, first_line, strict=True), is_text=True)
    except csv.Error as error:
        if delimiter != "\t":
            raise RegisterError(
                f"{name} cannot be read as a list: {_why(error)}.",
                remedy="Export it again as CSV or XLSX.",
                code="quotation-marks",
            ) from error
    try:  # what a spreadsheet puts on the clipboard quotes only cells with a line break in them
        return table_of(name, _records(text, delimiter, first_line, strict=False), is_text=True)
    except csv.Error as error:
        raise RegisterError(f"{name} cannot be read as a list.", remedy="Export it again as CSV or XLSX.") from error


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # Letters of two bytes are UTF-8's; in Windows-1252 they would read as names like "ZoÃ«".
        return "utf-8" if _TWO_BYTE_LETTER.search(data) else "cp1252"
    return "utf-8"


def _announced(text: str) -> tuple[str, str, int]:
    """Excel's own first line, such as ``sep=;``, names the delimiter."""
    found = re.match(r"\ufeff?\"?sep=([,;|\t])\"?\r?\n", text, re.IGNORECASE)
    return (text[found.end() :], found[1], 2) if found else (text, "", 1)


def _fitness(text: str, delimiter: str, score: Score) -> tuple[int, int]:
    best = cells = 0
    try:
        for _number, row in islice(_records(text[:100_000], delimiter, 1, strict=False), SEARCHED_LINES):
            best, cells = max(best, score([cell.strip() for cell in row])), cells + len(row)
    except csv.Error:
        return 0, 0
    return best, cells


def _records(text: str, delimiter: str, first_line: int, *, strict: bool) -> Iterator[tuple[int, Sequence[str]]]:
    lines = io.StringIO(text, newline="")
    if strict or delimiter != "\t":
        reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    before = 0
    for row in reader:
        if reader.line_num > MAX_LINES * 4:
            raise too_large("The file")
        yield before + first_line, row
        before = reader.line_num


def _why(error: csv.Error) -> str:
    words = str(error)
    if "field larger" in words:
        return "a cell is far too long, as if a quotation mark were not closed"
    return "a quotation mark is not closed" if "unexpected end" in words else "a quotation mark stands inside a cell"
