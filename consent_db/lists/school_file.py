"""A school's list as rows with named fields: find the headings, name the columns, leave titles and totals out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import RegisterError
from consent_db.lists.cells import is_month_first, split_name
from consent_db.lists.delimited import decoded, delimited_table
from consent_db.lists.mapping import ColumnMapping, Target, columns_of
from consent_db.lists.presets import (
    DATE_FIELDS,
    FIELDS,
    Preset,
    heading_key,
    known_headings,
    preset_of,
    rank,
)
from consent_db.lists.table import SEARCHED_LINES, Line, Table
from consent_db.lists.workbook import is_old_workbook, is_workbook, workbook_tables

MAX_BYTES = 100_000_000
_SEVERAL_MEAN_ONE = frozenset({"registration_group", "year_group"})
"""Fields of which a file may have two columns: the one with the better name counts."""
_TOTAL = re.compile(
    r"(grand |sub-? ?)?totals?( (number|count|pupils|students|on roll|records)[ a-z]*)?\W*\d*"
    r"|(number|count) of (pupils|students|records)\W*\d*|\d+ (pupils|students|records|rows)( .*)?"
    r"|(printed|report (produced|run|generated|created)|generated|exported|created) (on|at|by)\b.*"
    r"|page \d+( of \d+)?|end of (report|file|list)"
)


@dataclass(frozen=True, slots=True)
class ListSource:
    """The bytes of a list, read once, with the name to call it by."""

    name: str
    data: bytes
    written_at: datetime | None = None
    """When the file was last written, so how old its answers are; None for what was pasted just now."""

    @classmethod
    def from_path(cls, path: Path) -> ListSource:
        """Read a file.

        Raises:
            RegisterError: it is not there, cannot be read, or is far too large for a list.
        """
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
                written_at = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
        except (OSError, ValueError, OverflowError) as error:
            raise RegisterError(
                f"The file {path.name} cannot be read.", remedy="Check that it is still there."
            ) from error
        if len(data) > MAX_BYTES:
            raise RegisterError(f"The file {path.name} is too large to be a list of pupils.", code="too-large")
        return cls(path.name, data, written_at)

    @classmethod
    def from_text(cls, text: str) -> ListSource:
        """A table somebody pasted."""
        return cls("The pasted table", text.encode("utf-8", errors="replace"))


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row: `values` by our field names where the column is known, by the column's label where it is not.

    `is_shifted`: the line of a text file has more cells than there are headings, so none is surely under its own.
    """

    line: int
    values: Mapping[str, str]
    is_shifted: bool = False

    def get(self, name: str) -> str:
        """The text of a field, empty when the file has none."""
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class SchoolFile:
    """A list as read.

    Attributes:
        fields: our fields the file has columns for.
        other_headings: labels of the columns that are no field.
        consents: of those, the ones a saved mapping knows as answers, and what they count for.
        types: what a saved mapping knows of the words in a column of platforms or types, by `heading_key`.
        doubled: headings that more than one column has.
        notes: sentences about what was left out or cleaned.
    """

    fields: frozenset[str]
    other_headings: tuple[str, ...]
    rows: tuple[FileRow, ...]
    consents: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    types: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    doubled: tuple[str, ...] = ()
    preset: str = ""
    notes: tuple[str, ...] = ()


def read_school_file(path: Path, mapping: ColumnMapping | None = None) -> SchoolFile:
    """Read a list of pupils or of consents from a file.

    Raises:
        RegisterError: the file is missing, empty, too large, damaged, or no row looks like headings.
    """
    return read_list(ListSource.from_path(path), mapping)


def read_list(source: ListSource, mapping: ColumnMapping | None = None) -> SchoolFile:
    """Read a list; a mapping, where there is one, decides alone what its columns mean.

    Raises:
        RegisterError: the list cannot be read for certain, with a sentence why.
    """
    table, at = headed_table(source, mapping)
    if mapping is None:
        preset = preset_of(table.lines[at].cells)
        return _file(table, at, suggested_mapping(table, at), source.name, preset)
    return _file(table, at, mapping, source.name, None)


def headed_table(source: ListSource, mapping: ColumnMapping | None = None) -> tuple[Table, int]:
    """The sheet with headings, and the index of their line in it (-1 when the mapping says there are none).

    Raises:
        RegisterError: nothing can be read, or there are no headings.
    """
    tables = _tables(source, mapping)
    if mapping and mapping.sheet:
        tables = [table for table in tables if table.name == mapping.sheet]
    found = [(table, at) for table in tables if (at := _heading_index(table, mapping)) is not None]
    if not found:
        raise RegisterError(
            f"No row of {source.name} looks like headings.",
            remedy="There must be a column for the UPN, or for forename and surname.",
            code="no-headings",
        )
    return max(found, key=lambda f: _score(f[0].lines[f[1]].cells, _knows(mapping)) if f[1] >= 0 else 0)


def first_table(source: ListSource) -> Table:
    """The first sheet, whatever its lines are; for a person who is going to say what its columns mean.

    Raises:
        RegisterError: nothing can be read, or there is nothing in it.
    """
    tables = [table for table in _tables(source, None) if table.lines]
    if not tables:
        raise RegisterError(
            f"{source.name} is empty.", remedy="Export it from the school's system again.", code="empty"
        )
    return tables[0]


def suggested_mapping(table: Table, at: int) -> ColumnMapping:
    """What the headings of a table mean, as far as they are known; a person may correct it and save it.

    Raises:
        RegisterError: two columns would be the same thing.
    """
    headings = table.lines[at].cells
    preset = preset_of(headings)
    keys = [heading_key(heading) for heading in headings]
    chosen: list[tuple[str | int, str]] = []
    for name, positions in _candidates(headings, preset).items():
        if len(positions) > 1 and name not in _SEVERAL_MEAN_ONE:
            both = "” and “".join(headings[p] for p in positions[:2])
            raise RegisterError(
                f"“{both}” are two columns for the same thing ({FIELDS[name].lower()}).",
                remedy="Keep one of them, or map the columns by hand.",
                code="two-columns",
            )
        best = positions[0]
        chosen.append((best + 1 if keys.count(keys[best]) > 1 else headings[best], name))
    return ColumnMapping(preset.name if preset else "", tuple(chosen), heading_line=table.lines[at].number)


def suggested_fields(headings: Sequence[str]) -> dict[int, str]:
    """The field each column seems to be, by its position; of several for one field the best named."""
    return {positions[0]: name for name, positions in _candidates(headings, preset_of(headings)).items()}


def _candidates(headings: Sequence[str], preset: Preset | None) -> dict[str, list[int]]:
    """The columns that could be each field, the best named first."""
    known = known_headings(preset)
    columns: dict[str, list[int]] = {}
    for position, heading in enumerate(headings):
        if name := known.get(heading_key(heading)):
            columns.setdefault(name, []).append(position)
    _legal_and_known(columns, headings)
    return {name: sorted(found, key=lambda p: rank(name, headings[p])) for name, found in columns.items()}


def _tables(source: ListSource, mapping: ColumnMapping | None) -> list[Table]:
    data, name = source.data, source.name
    if not data.strip(b"\0\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise RegisterError(f"{name} is empty.", remedy="Export it from the school's system again.", code="empty")
    if is_old_workbook(data):
        raise RegisterError(
            f"{name} is an old Excel file or has a password.",
            remedy="Open it in Excel and save it as XLSX without a password.",
            code="old-workbook",
        )
    if is_workbook(data):
        return list(workbook_tables(data, name))
    return [delimited_table(decoded(data, name), name, lambda cells: _score(cells, _knows(mapping)))]


def _knows(mapping: ColumnMapping | None) -> Mapping[str, str]:
    if mapping is None:
        return known_headings(None)
    said = (column for column, _ in (*mapping.fields, *mapping.consents) if isinstance(column, str))
    return {heading_key(column): column for column in said}


def _score(cells: Sequence[str], known: Mapping[str, str]) -> int:
    return sum(heading_key(cell) in known for cell in cells if cell)


def _heading_index(table: Table, mapping: ColumnMapping | None) -> int | None:
    if mapping is not None and mapping.heading_line == 0:
        return -1
    known = _knows(mapping)
    near = range(min(SEARCHED_LINES, len(table.lines)))
    if mapping is None:
        near_named = [at for at in near if _names_people(table.lines[at], known)]
        return max(near_named, key=lambda at: (_score(table.lines[at].cells, known), -at), default=None)
    if mapping.heading_line is not None:
        there = [at for at, line in enumerate(table.lines) if line.number == mapping.heading_line]
        if there and (not known or _score(table.lines[there[0]].cells, known)):
            return there[0]
    scored = [at for at in near if _score(table.lines[at].cells, known)]
    return max(scored, key=lambda at: (_score(table.lines[at].cells, known), -at), default=None)


def _names_people(line: Line, known: Mapping[str, str]) -> bool:
    names = {known.get(heading_key(cell)) for cell in line.cells}
    return "upn" in names or {"legal_forename", "legal_surname"} <= names or "full_name" in names


def _legal_and_known(columns: dict[str, list[int]], headings: Sequence[str]) -> None:
    """Where "Legal Forename" stands beside a plain "Forename", the plain one is the name the child goes by."""
    for legal, preferred in (("legal_forename", "preferred_forename"), ("legal_surname", "preferred_surname")):
        positions = columns.get(legal, [])
        named = [p for p in positions if heading_key(headings[p]).startswith("legal")]
        plain = [p for p in positions if p not in named]
        if len(named) == 1 and len(plain) == 1 and preferred not in columns:
            columns[legal], columns[preferred] = named, plain
    if len(columns.get("full_name", ())) > 0 and {"legal_forename", "legal_surname"} <= set(columns):
        del columns["full_name"]


def _file(table: Table, at: int, mapping: ColumnMapping, name: str, preset: Preset | None) -> SchoolFile:
    lines = table.lines[at + 1 :]
    head = table.lines[at].cells if at >= 0 else ()
    widest = max((len(line.cells) for line in lines), default=0)
    headings = [*head, *[""] * (widest - len(head))]
    columns = columns_of(mapping, headings)
    labels = [columns.labels[position] for position in range(len(headings))]
    kept, left_out = _body(lines, head)
    most = len(head) if head and table.is_text else len(headings)
    rows = tuple(FileRow(line.number, _values(line.cells, labels), len(line.cells) > most) for line in kept)
    _refuse_month_first(rows, name)
    keys = [heading_key(heading) for heading in headings]
    return SchoolFile(
        fields=frozenset(labels) & frozenset(FIELDS),
        other_headings=tuple(_others(labels, headings, rows)),
        rows=rows,
        consents=columns.consents,
        types={heading_key(words): targets for words, targets in mapping.types},
        doubled=tuple(dict.fromkeys(h for h, k in zip(headings, keys, strict=True) if k and keys.count(k) > 1)),
        preset=preset.name if preset else mapping.name,
        notes=(*table.notes, *left_out),
    )


def _body(lines: Iterable[Line], headings: tuple[str, ...]) -> tuple[list[Line], tuple[str, ...]]:
    kept, left_out = [], []
    for line in lines:
        first = next(cell for cell in line.cells if cell)
        said = sum(1 for cell in line.cells if cell)
        repeats = line.cells == headings
        if repeats or (said <= max(2, len(headings) // 2) and _TOTAL.fullmatch(heading_key(first))):
            left_out.append(line.number)
        else:
            kept.append(line)
    if not left_out:
        return kept, ()
    where = ", ".join(map(str, left_out[:5])) + (" and others" if len(left_out) > 5 else "")
    return kept, (f"Line {where} is a total, a footer or a repeated heading and was left out.",)


def _others(labels: Sequence[str], headings: Sequence[str], rows: Iterable[FileRow]) -> Iterable[str]:
    said = {label for row in rows for label, cell in row.values.items() if cell}
    for label, heading in zip(labels, headings, strict=True):
        if label not in FIELDS and (heading or label in said):
            yield label


def _values(cells: Sequence[str], labels: Sequence[str]) -> Mapping[str, str]:
    values = dict(zip(labels, cells, strict=False))
    whole = values.get("full_name", "")
    if whole and not values.get("legal_forename") and not values.get("legal_surname"):
        forename, surname, known = split_name(whole)
        values |= {"legal_forename": forename, "legal_surname": surname}
        if known and not values.get("preferred_forename"):
            values["preferred_forename"] = known
    return values


def _refuse_month_first(rows: Sequence[FileRow], name: str) -> None:
    """One date that can only be month first makes every other date of the file doubtful, so none is read.

    Raises:
        RegisterError: there is such a date.
    """
    for row in rows:
        for date_field in DATE_FIELDS:
            if is_month_first(row.get(date_field)):
                raise RegisterError(
                    f"The dates of {name} are written month first, as “{row.get(date_field)}” in line {row.line}.",
                    remedy="Export it with UK dates, such as 14/03/2017.",
                    code="us-dates",
                )
