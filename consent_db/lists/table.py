"""A list as text: lines of cells with the line numbers a person sees in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import RegisterError

MAX_LINES = 250_000
MAX_COLUMNS = 1_000
MAX_CELLS = 5_000_000
SEARCHED_LINES = 20
"""How many lines may stand above the headings: titles, filters, blanks."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PLAIN = re.compile(r"[\x20-\x7e]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank. `cells` end with the last one that holds something."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or the whole of a text file; `notes` are sentences about what was cleaned on the way."""

    name: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    is_text: bool = False
    """Cells were found by a delimiter, so a delimiter inside a cell shifts what follows."""


def table_of(name: str, numbered: Iterable[tuple[int, Sequence[str]]], *, is_text: bool = False) -> Table:
    """Clean the cells and leave blank lines out.

    Raises:
        RegisterError: more lines, columns or cells than a school's list can have.
    """
    lines: list[Line] = []
    spoilt: list[int] = []
    cells = 0
    for number, raw in numbered:
        cleaned = [clean(cell) for cell in raw]
        while cleaned and not cleaned[-1]:
            cleaned.pop()
        if not cleaned:
            continue
        cells += len(cleaned)
        if len(cleaned) > MAX_COLUMNS or len(lines) >= MAX_LINES or cells > MAX_CELLS:
            raise too_large(name)
        if any(_hides_something(cell) for cell in raw):
            spoilt.append(number)
        lines.append(Line(number, tuple(cleaned)))
    return Table(name, tuple(lines), _notes(spoilt), is_text)


def clean(cell: str) -> str:
    """The text a person sees: composed letters, single blanks, nothing invisible, no spreadsheet's wrapping.

    Letters that turn the direction of writing are invisible and would show one name while another is stored.
    """
    if not _PLAIN.fullmatch(cell):
        cell = unicodedata.normalize("NFC", "".join(_seen(c) for c in cell))
    elif not (cell.startswith((" ", "=", "'")) or cell.endswith((" ", "'")) or "  " in cell):
        return cell
    cell = " ".join(cell.split())
    if wrapped := re.fullmatch(r'="([^"]*)"', cell):
        return wrapped[1].strip()
    return cell[1:] if re.fullmatch(r"'\d+", cell) else cell


def too_large(name: str) -> RegisterError:
    """The refusal of a list no school can have."""
    return RegisterError(
        f"{name} has more lines or columns than a list of pupils.",
        remedy="Export the list again, without empty pages.",
        code="too-large",
    )


def _seen(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in _UNSEEN else letter


def _hides_something(cell: str) -> bool:
    return not _PLAIN.fullmatch(cell) and any(
        unicodedata.category(c) in _UNSEEN and not c.isspace() and c != "\ufeff" for c in cell
    )


def _notes(spoilt: Sequence[int]) -> tuple[str, ...]:
    if not spoilt:
        return ()
    where = ", ".join(map(str, spoilt[:5])) + (" and others" if len(spoilt) > 5 else "")
    return (f"Invisible letters were taken out of line {where}.",)
