"""Which column is what: recognised from the headings, or as a person said once and saved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.consent import ConsentKind, PlatformId
from app.domain.errors import RegisterError
from consent_db.lists.presets import FIELDS, heading_key
from consent_db.lists.table import MAX_COLUMNS

Target = tuple[ConsentKind, PlatformId]
"""What an answer is about."""
ColumnRef = str | int
"""A column by its heading, or by its number from 1 where it has none or shares it with another."""

_FORMAT = 1
_KEYS = frozenset({"format", "name", "sheet", "heading_line", "dates", "fields", "consents", "types"})


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How the columns of one export are to be read; dates are UK or ISO, always.

    Attributes:
        name: the export it was made for.
        fields: columns that say something about the person or the answer.
        consents: columns that hold answers, with what each answer counts for. A column for photos in general counts
            for the platforms listed here and never for one that is added later.
        types: in files with a line for each answer, what the words in the column of platforms or types stand for.
        heading_line: the line of the headings; None to look for it, 0 when there are none.
        sheet: the sheet of a spreadsheet; empty for the first with headings.
    """

    name: str = ""
    fields: tuple[tuple[ColumnRef, str], ...] = ()
    consents: tuple[tuple[ColumnRef, tuple[Target, ...]], ...] = ()
    types: tuple[tuple[str, tuple[Target, ...]], ...] = ()
    heading_line: int | None = None
    sheet: str = ""

    def __post_init__(self) -> None:
        columns = [_ref_key(column) for column, _ in (*self.fields, *self.consents)]
        names = [field for _, field in self.fields]
        for said, what in ((columns, "column"), (names, "field"), ([heading_key(w) for w, _ in self.types], "type")):
            if len(set(said)) != len(said):
                raise _refusal(f"one {what} is named twice")
        if unknown := [name for name in names if name not in FIELDS]:
            raise _refusal(f"there is no field “{unknown[0]}”")
        if any(not targets for _, targets in (*self.consents, *self.types)):
            raise _refusal("a column of answers stands for no platform")
        answered = [target for _, targets in self.consents for target in targets]
        if len(set(answered)) != len(answered):
            raise _refusal("two columns hold the answer for the same thing")
        if self.heading_line is not None and not 0 <= self.heading_line <= 10_000:
            raise _refusal("there is no such line of headings")
        if self.heading_line == 0 and any(isinstance(c, str) for c, _ in (*self.fields, *self.consents)):
            raise _refusal("without headings every column needs its number")

    @property
    def platforms(self) -> frozenset[PlatformId]:
        """Every platform an answer may count for."""
        return frozenset(place for _, targets in (*self.consents, *self.types) for _, place in targets)

    def to_json(self) -> str:
        """The mapping as it is saved."""
        return json.dumps(
            {
                "format": _FORMAT,
                "name": self.name,
                "sheet": self.sheet,
                "heading_line": self.heading_line,
                "dates": "uk",
                "fields": [{"column": column, "field": field} for column, field in self.fields],
                "consents": [{"column": column, "for": _targets_json(t)} for column, t in self.consents],
                "types": [{"words": words, "for": _targets_json(t)} for words, t in self.types],
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> ColumnMapping:
        """Read a saved mapping.

        Raises:
            RegisterError: it is not one, in any part; nothing is guessed.
        """
        try:
            saved = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _refusal("it is not JSON") from error
        if not isinstance(saved, dict) or set(saved) != _KEYS or saved["format"] != _FORMAT or saved["dates"] != "uk":
            raise _refusal("this version does not know its form")
        line = saved["heading_line"]
        if line is not None and type(line) is not int:
            raise _refusal("there is no such line of headings")
        return cls(
            name=_text(saved["name"]),
            sheet=_text(saved["sheet"]),
            heading_line=line,
            fields=tuple((_ref(i["column"]), _text(i["field"])) for i in _items(saved["fields"], "column", "field")),
            consents=tuple((_ref(i["column"]), _targets(i["for"])) for i in _items(saved["consents"], "column", "for")),
            types=tuple((_text(i["words"]), _targets(i["for"])) for i in _items(saved["types"], "words", "for")),
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table, by position from 0, under the label each is called by from here on."""

    labels: Mapping[int, str]
    consents: Mapping[str, tuple[Target, ...]]


def columns_of(mapping: ColumnMapping, headings: Sequence[str]) -> Columns:
    """Find the columns of a mapping in a table.

    Raises:
        RegisterError: a column is not there or stands there twice, so the export is not the one that was mapped.
    """
    labels = dict(enumerate(labels_of(headings)))
    consents: dict[str, tuple[Target, ...]] = {}
    for column, field in mapping.fields:
        labels[_position(column, headings)] = field
    for column, targets in mapping.consents:
        consents[labels[_position(column, headings)]] = targets
    return Columns(labels, consents)


def labels_of(headings: Sequence[str]) -> list[str]:
    """A name for every column: its heading, with the number of the column where others have the same or none."""
    keys = [heading_key(heading) for heading in headings]
    labels = []
    for number, (heading, key) in enumerate(zip(headings, keys, strict=True), start=1):
        if not heading:
            labels.append(f"column {number}")
        else:
            labels.append(heading if keys.count(key) == 1 and heading not in FIELDS else f"{heading} (column {number})")
    return labels


def _position(column: ColumnRef, headings: Sequence[str]) -> int:
    if isinstance(column, int):
        if column > max(len(headings), 1):
            raise _other_export(f"column {column}")
        return column - 1
    found = [at for at, heading in enumerate(headings) if heading_key(heading) == heading_key(column)]
    if len(found) != 1:
        raise _other_export(f"“{column}”", len(found))
    return found[0]


def _other_export(column: str, found: int = 0) -> RegisterError:
    how = "has no column" if not found else f"has {found} columns"
    return RegisterError(
        f"The file {how} {column}, which the saved mapping needs.",
        remedy="Export the same report again, or map the columns anew.",
        code="other-columns",
    )


def _refusal(why: str) -> RegisterError:
    return RegisterError(f"The column mapping cannot be used: {why}.", remedy="Map the columns anew.", code="mapping")


def _ref_key(column: ColumnRef) -> str:
    return f"#{column}" if isinstance(column, int) else heading_key(column)


def _items(value: Any, *keys: str) -> Iterable[dict[str, Any]]:
    if not isinstance(value, list) or len(value) > MAX_COLUMNS:
        raise _refusal("its columns are no list")
    for item in value:
        if not isinstance(item, dict) or set(item) != set(keys):
            raise _refusal("a column is described in an unknown way")
    return value


def _ref(value: Any) -> ColumnRef:
    if type(value) is int and 1 <= value <= MAX_COLUMNS:
        return value
    if not (text := _text(value)):
        raise _refusal("a column has no name")
    return text


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise _refusal("it holds something that is no text")
    return value


def _targets(value: Any) -> tuple[Target, ...]:
    targets = []
    for item in _items(value, "kind", "platform"):
        try:
            targets.append((ConsentKind(item["kind"]), PlatformId(_text(item["platform"]))))
        except ValueError as error:
            raise _refusal("it names an unknown kind of consent") from error
    if len(set(targets)) != len(targets):
        raise _refusal("one column stands for the same thing twice")
    return tuple(targets)


def _targets_json(targets: Iterable[Target]) -> list[dict[str, str]]:
    return [{"kind": kind.value, "platform": platform} for kind, platform in targets]
