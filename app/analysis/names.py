"""Judge lines of text with the roll in hand: whose name could it be, is it a certificate, does it give details away.

Pure functions. In doubt a line is flagged, and what is flagged is covered until a person has looked.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.analysis.details import detail_in
from app.analysis.roll import Part, Roll
from app.analysis.sheets import Sheet, find_sheets, height_of, is_certificate_line, is_near
from app.analysis.spelling import words_of
from app.domain.detection import TextFinding, TextKind
from app.domain.geometry import Box
from app.domain.people import Person, PersonId

_NOT_NAMES = frozenset({
    "and", "the", "for", "of", "to", "in", "is", "has", "been", "with", "this", "that", "your", "our", "you", "are",
    "was", "on", "at", "by", "from", "a", "an", "class", "year", "group", "school", "primary", "academy", "college",
    "week", "day", "month", "term", "head", "teacher", "headteacher", "signed", "date", "science", "maths",
    "english", "history", "geography", "music", "art", "sports", "sport", "reading", "writing", "spelling",
    "football", "team", "first", "second", "third", "place", "winner", "gold", "silver", "bronze", "star", "stars",
    "excellent", "effort", "work", "great", "good", "super", "certificate", "award", "awarded", "presented",
    "achievement", "attendance", "exit", "fire", "welcome", "please", "no", "entry", "way", "out"
})  # fmt: skip
_MOST_NAME_WORDS = 4
_LABEL_REACH_LINES = 3.0
"""Other words nearer than this many heights stand on the same notice: ``May`` above ``2026`` is no peg."""


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A line with its kind set, and the people it could name (empty: nobody we know, or no name at all)."""

    finding: TextFinding
    roster: tuple[PersonId, ...] = ()

    @property
    def is_flagged(self) -> bool:
        return self.finding.kind is not TextKind.OTHER


def judge_texts(texts: Sequence[TextFinding], people: Sequence[Person]) -> tuple[JudgedText, ...]:
    """Judge every line of one picture, in the order given; whole sheets whose name nobody can tell come after them.

    Args:
        texts: lines as read; one that was seen and could not be spelt has no text.
        people: everybody on the roll, leavers and staff included.
    """
    roll = Roll(people)
    clues = [text for text in texts if is_certificate_line(text.text)]
    sheets = find_sheets(texts, [bool(roll.whole_in(text.text)) for text in texts])
    named = {index for sheet in sheets for index in sheet.names}
    split = _names_over_two_lines(texts, roll)
    labels = _labels(texts, roll)
    lines = [
        _judge(
            text,
            people,
            roll,
            on_sheet=any(is_near(text, clue) for clue in clues),
            is_name=index in named,
            more=(*split.get(index, ()), *labels.get(index, ())),
        )
        for index, text in enumerate(texts)
    ]
    return (*lines, *(_whole_sheet(sheet, texts) for sheet in sheets if not sheet.is_sure))


def reads_as_name(line: str) -> bool:
    """Whether the line looks like somebody's name: one to four words of letters, none of them an everyday word."""
    words = words_of(line)
    letters = re.sub(r"[^\w]|_", "", line)
    if not 1 <= len(words) <= _MOST_NAME_WORDS or any(c.isdigit() for c in letters) or len(letters) < 3:
        return False
    starts_large = line.strip()[:1].isupper()
    return starts_large and not any(word in _NOT_NAMES for word in words)


def _judge(
    text: TextFinding,
    people: Sequence[Person],
    roll: Roll,
    *,
    on_sheet: bool,
    is_name: bool,
    more: Sequence[PersonId],
) -> JudgedText:
    """Judge one line; `is_name`: it holds the name of a certificate, read or not; `more`: named by its neighbours."""
    roster = tuple(sorted({*roll.named_in(text.text, first_names_count=on_sheet), *more}))
    kind = detail_in(text.text, people)
    if kind is None and (roster or is_name):
        kind = TextKind.NAME
    elif kind is None and is_certificate_line(text.text):
        kind = TextKind.CERTIFICATE
    elif kind is None and on_sheet and reads_as_name(text.text):
        kind = TextKind.NAME
    return JudgedText(replace(text, kind=kind or TextKind.OTHER), roster)


def _whole_sheet(sheet: Sheet, texts: Sequence[TextFinding]) -> JudgedText:
    box = sheet.box
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return JudgedText(TextFinding(corners, "", max(texts[i].score for i in sheet.lines), TextKind.CERTIFICATE))


def _labels(texts: Sequence[TextFinding], roll: Roll) -> dict[int, tuple[PersonId, ...]]:
    """Names that are everyday words too, on labels: alone, or beside nothing but other names (a row of pegs)."""
    found = {}
    labels = [roll.is_label(text.text) for text in texts]
    for index, text in enumerate(texts):
        if not labels[index]:
            continue
        near = [other for other, there in enumerate(texts) if other != index and _is_neighbour(text, there)]
        if all(labels[other] for other in near):
            found[index] = roll.named_in(text.text, first_names_count=True)
    return found


def _is_neighbour(one: TextFinding, other: TextFinding) -> bool:
    return _gap(one.box, other.box) <= _LABEL_REACH_LINES * height_of(one)


def _names_over_two_lines(texts: Sequence[TextFinding], roll: Roll) -> dict[int, tuple[PersonId, ...]]:
    """A forename in one line and the surname of the same person in a line beside or below it."""
    parts = [roll.parts_in(text.text) for text in texts]
    found: dict[int, set[PersonId]] = {}
    for (first, here), (second, there) in itertools.permutations(enumerate(parts), 2):
        forenames = {person_id for person_id, part in here if part is Part.FORENAME}
        surnames = {person_id for person_id, part in there if part is Part.SURNAME}
        whole = forenames & surnames
        if whole and _is_beside(texts[first].box, texts[second].box):
            found.setdefault(first, set()).update(whole)
            found.setdefault(second, set()).update(whole)
    return {index: tuple(sorted(ids)) for index, ids in found.items()}


def _is_beside(one: Box, other: Box) -> bool:
    return _gap(one, other) <= 2.0 * max(min(one.height, one.width), min(other.height, other.width))


def _gap(one: Box, other: Box) -> int:
    """Pixels between two boxes, the larger of sideways and up or down; 0 when they touch."""
    sideways = max(one.left - other.right, other.left - one.right, 0)
    upwards = max(one.top - other.bottom, other.top - one.bottom, 0)
    return max(sideways, upwards)
