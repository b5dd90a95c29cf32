"""The platforms schools use, with what each takes and when that was looked up: `resources/platforms.csv`.

A place to begin. A school copies an entry and keeps its own limits from then on; the file can be edited too.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.consent import PlatformId
from app.domain.errors import RegisterError
from app.domain.platform_rules import PlatformLimits

PLATFORM_LIST = Path(__file__).resolve().parents[2] / "resources" / "platforms.csv"
_NUMBERS = ("max_edge_px", "max_bytes", "max_pictures", "caption_limit", "alt_text_limit")
_SHAPES = ("narrowest", "widest")
"""Older lists have no such columns: any shape."""


@dataclass(frozen=True, slots=True)
class ListedPlatform:
    """One line of the list."""

    id: PlatformId
    name: str
    limits: PlatformLimits
    note: str


def listed_platforms(path: Path = PLATFORM_LIST) -> tuple[ListedPlatform, ...]:
    """Every line of the list, in its order.

    Raises:
        RegisterError: the file is missing or a line cannot be read; names the line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(_line(number, row) for number, row in enumerate(csv.DictReader(file), start=2))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegisterError(f"The list of platforms cannot be read: {error}.") from error


def listed(name: str, path: Path = PLATFORM_LIST) -> ListedPlatform:
    """The line with this key or name, in any case.

    Raises:
        RegisterError: the list has none.
    """
    found = listed_platforms(path)
    for line in found:
        if name.strip().casefold() in (line.id.casefold(), line.name.casefold()):
            return line
    known = ", ".join(line.id for line in found)
    raise RegisterError(f"{name} is not on the list of platforms.", remedy=f"On it are: {known}.")


def _line(number: int, row: dict[str, str]) -> ListedPlatform:
    try:
        checked = (row["checked_on"] or "").strip()
        numbers = {name: int(row[name]) for name in _NUMBERS}
        numbers |= {name: int(row.get(name) or 0) for name in _SHAPES}
        limits = PlatformLimits(**numbers, checked_on=date.fromisoformat(checked) if checked else None)
        return ListedPlatform(PlatformId(row["key"].strip()), row["name"].strip(), limits, (row["note"] or "").strip())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RegisterError(f"Line {number} of the list of platforms cannot be read: {error}.") from error
