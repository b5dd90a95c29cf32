"""Judge lines of text with the roll in hand: whose name could it be, is it a certificate, does it give details away.

Pure functions. In doubt a line is flagged, and what is flagged is covered until a person has looked.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.analysis.details import detail_in
from app.analysis.roll import Part, Roll, is_same
from app.analysis.spelling import folded, words_of
from app.domain.detection import TextFinding, TextKind
from app.domain.geometry import Box
from app.domain.people import Person, PersonId

_CERTIFICATE_PHRASES = (
    "presented to", "awarded to", "this certifies", "this is to certify", "is hereby", "congratulations to",
    "in recognition of", "in recognition for", "star of the", "pupil of the", "student of the", "learner of the",
    "reader of the", "writer of the", "mathematician of the", "star pupil", "star reader", "star award",
    "well done", "has achieved", "has completed", "has been awarded", "name:",
)  # fmt: skip
_CERTIFICATE_WORDS = ("certificate", "certifies", "certify", "award", "awarded", "diploma", "headteacher's award")
_REACH_LINES = 14.0
"""How far a sheet may reach from a line that gives it away, in heights of that line."""

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


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A line with its kind set, and the people it could name (empty: nobody we know, or no name at all)."""

    finding: TextFinding
    roster: tuple[PersonId, ...] = ()

    @property
    def is_flagged(self) -> bool:
        return self.finding.kind is not TextKind.OTHER


def judge_texts(texts: Sequence[TextFinding], people: Sequence[Person]) -> tuple[JudgedText, ...]:
    """Judge every line of one picture, in the order given.

    Args:
        texts: lines as read.
        people: everybody on the roll, leavers and staff included.
    """
    roll = Roll(people)
    sheets = [text.box for text in texts if is_certificate_line(text.text)]
    split = _names_over_two_lines(texts, roll)
    return tuple(_judge(text, people, roll, sheets, split.get(index, ())) for index, text in enumerate(texts))


def is_certificate_line(line: str) -> bool:
    """Whether the line gives a certificate away: ``Certificate of ...``, ``presented to``, ``Star of the Week``."""
    plain = " ".join(folded(line).split())
    if any(phrase in plain for phrase in _CERTIFICATE_PHRASES):
        return True
    return any(is_same(word, known) for word in words_of(line) for known in _CERTIFICATE_WORDS)


def reads_as_name(line: str) -> bool:
    """Whether the line looks like somebody's name: one to four words of letters, none of them an everyday word."""
    words = words_of(line)
    letters = re.sub(r"[^\w]|_", "", line)
    if not 1 <= len(words) <= _MOST_NAME_WORDS or any(c.isdigit() for c in letters) or len(letters) < 3:
        return False
    starts_large = line.strip()[:1].isupper()
    return starts_large and not any(word in _NOT_NAMES for word in words)


def _judge(
    text: TextFinding, people: Sequence[Person], roll: Roll, sheets: Sequence[Box], split: tuple[PersonId, ...]
) -> JudgedText:
    on_sheet = any(_is_near(text.box, sheet) for sheet in sheets)
    roster = tuple(sorted({*roll.named_in(text.text, first_names_count=on_sheet), *split}))
    kind = detail_in(text.text, people)
    if kind is None and roster:
        kind = TextKind.NAME
    elif kind is None and is_certificate_line(text.text):
        kind = TextKind.CERTIFICATE
    elif kind is None and on_sheet and reads_as_name(text.text):
        kind = TextKind.NAME
    return JudgedText(replace(text, kind=kind or TextKind.OTHER), roster)


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


def _is_near(line: Box, sheet: Box) -> bool:
    """Whether a line can stand on the same sheet as the line that gave it away."""
    return _gap(line, sheet) <= _REACH_LINES * min(sheet.height, sheet.width)


def _is_beside(one: Box, other: Box) -> bool:
    return _gap(one, other) <= 2.0 * max(min(one.height, one.width), min(other.height, other.width))


def _gap(one: Box, other: Box) -> int:
    """Pixels between two boxes, the larger of sideways and up or down; 0 when they touch."""
    sideways = max(one.left - other.right, other.left - one.right, 0)
    upwards = max(one.top - other.bottom, other.top - one.bottom, 0)
    return max(sideways, upwards)
