"""Days as people in the office write them, day before month; months before days are never guessed."""

from __future__ import annotations

from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WELSH = ("ion", "chw", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tac", "rha")


def parse_day(words: str) -> date | None:
    """A day as people in the office write it, day before month; None when it is none."""
    parts = words.replace("/", " ").replace(".", " ").replace("-", " ").split()
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    month = parts[1][:3].casefold()
    months = _MONTHS if month in _MONTHS else _WELSH
    number = str(months.index(month) + 1) if month in months else parts[1]
    if not (parts[0].isdigit() and number.isdigit() and parts[2].isdigit() and len(parts[2]) == 4):
        return None
    try:
        return date(int(parts[2]), int(number), int(parts[0]))
    except ValueError:
        return None
