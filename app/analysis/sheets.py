"""Certificates and awards: which lines stand on one sheet, which of them holds the name, and when nobody can tell.

Pure geometry and words. A sheet is known by the words that give it away; where the line of the name cannot be told from
the others, all that is written on the sheet is one place to cover.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.analysis.spelling import folded, is_nearly, words_of
from app.domain.detection import TextFinding
from app.domain.geometry import Box

_LEADS = (
    "presented to", "awarded to", "this certifies that", "certifies that", "this is to certify", "to certify that",
    "is hereby", "congratulations to", "given to", "goes to", "name:", "well done to",
)  # fmt: skip
"""Words after which the name comes, as a rule in the next line."""

_TITLES = (
    "in recognition of", "in recognition for", "star of the", "pupil of the", "student of the", "learner of the",
    "reader of the", "writer of the", "mathematician of the", "artist of the", "star pupil", "star reader",
    "star award", "well done", "has achieved", "has completed", "has been awarded", "house points", "heads award",
    "headteachers award", "pen licence", "100% attendance",
)  # fmt: skip
_WORDS = ("certificate", "certifies", "certify", "award", "awarded", "diploma", "commendation", "merit")
_AFTER_THE_NAME = re.compile(r"^(?:for|has|have|in|with|who|on|during|at|from|because|date|signed|class|year)\b")
_SIGNATURE = re.compile(r"^(?:signed|signature|head ?teacher|mr|mrs|ms|miss|mx|dr)\b")
_REACH_LINES = 14.0
"""How far a sheet may reach from a line that gives it away, in heights of that line."""

_NEXT_LINES = 9.0
"""How far below its lead the name stands at most, in heights of the lead: names are written large, with room."""

_LINE_GAP = 6.0
"""Lines of one sheet are at most this many heights apart."""

_SAME_ROW = 0.6
_ENOUGH_LINES = 4
"""With fewer lines read, the sheet reaches further than what was read of it."""

_BELOW_LINES, _BESIDE_LINES = 7.0, 2.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one sheet.

    Attributes:
        lines: indices of its lines, those that gave it away included.
        names: indices of the lines that hold the name, read or not.
        is_sure: whether `names` are surely all; otherwise `box` is what has to be covered.
        box: round everything written on it; with few lines read, room below them as well.
    """

    lines: tuple[int, ...]
    names: tuple[int, ...]
    is_sure: bool
    box: Box


def is_certificate_line(line: str) -> bool:
    """Whether the line gives a certificate away: ``Certificate of ...``, ``presented to``, ``Star of the Week``."""
    plain = _plain(line)
    if any(phrase in plain for phrase in (*_LEADS, *_TITLES)):
        return True
    return any(is_nearly(word, known) for word in words_of(line) for known in _WORDS)


def find_sheets(texts: Sequence[TextFinding], named: Sequence[bool]) -> tuple[Sheet, ...]:
    """The sheets of one picture.

    Args:
        texts: every line, those that could not be spelt with no text.
        named: for each line, whether it surely names somebody on the roll in full.
    """
    clues = [index for index, text in enumerate(texts) if is_certificate_line(text.text)]
    return tuple(_sheet(texts, group, named) for group in _groups(texts, clues))


def is_near(line: TextFinding, clue: TextFinding) -> bool:
    """Whether a line can stand on the same sheet as the line that gave it away."""
    return _gap(line.box, clue.box) <= _REACH_LINES * height_of(clue)


def height_of(text: TextFinding) -> float:
    """The line's height in pixels, however it lies."""
    first, second, third, _ = text.polygon
    return max(1.0, min(math.dist(first, second), math.dist(second, third)))


def _groups(texts: Sequence[TextFinding], clues: Sequence[int]) -> list[list[int]]:
    """Clues that are near each other belong to one sheet."""
    groups: list[list[int]] = []
    for clue in clues:
        near = [g for g in groups if any(is_near(texts[clue], texts[o]) or is_near(texts[o], texts[clue]) for o in g)]
        groups = [g for g in groups if g not in near] + [[clue, *(index for g in near for index in g)]]
    return groups


def _sheet(texts: Sequence[TextFinding], clues: Sequence[int], named: Sequence[bool]) -> Sheet:
    lines = sorted(i for i, text in enumerate(texts) if any(is_near(text, texts[clue]) for clue in clues))
    near = _chain(texts, lines, clues)
    read = [index for index in lines if named[index] and not _SIGNATURE.match(_plain(texts[index].text))]
    names, is_sure = _name_lines(texts, lines, clues)
    names = sorted({*names, *read})
    heights = [height_of(texts[clue]) for clue in clues]
    unread = [i for i in near if not texts[i].text and i not in names and height_of(texts[i]) >= min(heights)]
    box = _hull([texts[index].box for index in {*near, *names}])
    if len(near) < _ENOUGH_LINES:
        box = _grown(_reaching(box, _down(texts[clues[0]]), _BELOW_LINES * max(heights)), _BESIDE_LINES * max(heights))
    return Sheet(tuple(lines), tuple(names), (is_sure or bool(read)) and not unread, box)


def _chain(texts: Sequence[TextFinding], lines: Sequence[int], clues: Sequence[int]) -> list[int]:
    """The lines that follow each other from a clue on without a wide gap: those on the sheet rather than behind it."""
    found, waiting = list(clues), list(clues)
    while waiting:
        here = texts[waiting.pop()]
        more = [
            index
            for index in lines
            if index not in found and _gap(here.box, texts[index].box) <= _LINE_GAP * height_of(here)
        ]
        found += more
        waiting += more
    return found


def _name_lines(texts: Sequence[TextFinding], lines: Sequence[int], clues: Sequence[int]) -> tuple[list[int], bool]:
    """The row below the lead; sure where it is a row of its own, under the lead, and not the reason for the award."""
    leads = [index for index in clues if any(phrase in _plain(texts[index].text) for phrase in _LEADS)]
    for lead in leads:
        behind = _behind_lead(texts[lead].text)
        below = _rows_below(texts, lead, [index for index in lines if index not in clues])
        if behind and not _AFTER_THE_NAME.match(behind):
            return [lead], True
        if not below:
            continue
        row = below[0]
        words = " ".join(_plain(texts[index].text) for index in row).strip()
        distance = min(_offset(texts[lead], texts[index])[1] for index in row)
        if _AFTER_THE_NAME.match(words) or distance > _NEXT_LINES * height_of(texts[lead]):
            continue
        return row, _is_centred(texts, lead, row) and len(below) > 1
    return [], False


def _behind_lead(text: str) -> str:
    """What follows the lead within its line: ``Awarded to Amara``."""
    plain = _plain(text)
    found = max((plain.find(lead) + len(lead), lead) for lead in _LEADS if lead in plain)[0]
    rest = plain[found:].strip(" :.,-")
    return "" if rest in ("that", "") else rest.removeprefix("that ")


def _rows_below(texts: Sequence[TextFinding], lead: int, others: Sequence[int]) -> list[list[int]]:
    """Lines below the lead, nearest first, those of one height side by side."""
    places = sorted((_offset(texts[lead], texts[index])[1], index) for index in others if index != lead)
    rows: list[tuple[float, list[int]]] = []
    for down, index in places:
        if down < _SAME_ROW * height_of(texts[lead]):
            continue
        if rows and down - rows[-1][0] < _SAME_ROW * max(height_of(texts[i]) for i in (*rows[-1][1], index)):
            rows[-1][1].append(index)
        else:
            rows.append((down, [index]))
    return [row for _, row in rows]


def _is_centred(texts: Sequence[TextFinding], lead: int, row: Sequence[int]) -> bool:
    """Whether the row's middle stands under the lead, or begins where it begins: else a part of it was not seen."""
    along = [_span(texts[lead], texts[index]) for index in row]
    start, end = min(a for a, _ in along), max(b for _, b in along)
    lead_start, lead_end = _span(texts[lead], texts[lead])
    slack = 1.5 * height_of(texts[lead])
    return abs((start + end) - (lead_start + lead_end)) / 2 <= slack or abs(start - lead_start) <= slack


def _offset(lead: TextFinding, other: TextFinding) -> tuple[float, float]:
    """From the middle of the lead to that of another line: along the reading direction, and down from it."""
    (ax, ay), (bx, by) = _along(lead), _down(lead)
    x, y = (b - a for a, b in zip(_middle(lead), _middle(other), strict=True))
    return x * ax + y * ay, x * bx + y * by


def _span(lead: TextFinding, other: TextFinding) -> tuple[float, float]:
    """From where to where another line reaches along the lead's reading direction."""
    x, y = _along(lead)
    places = [px * x + py * y for px, py in other.polygon]
    return min(places), max(places)


def _along(text: TextFinding) -> tuple[float, float]:
    (x, y), (other_x, other_y) = text.polygon[0], text.polygon[1]
    length = max(1.0, math.dist((x, y), (other_x, other_y)))
    return (other_x - x) / length, (other_y - y) / length


def _down(text: TextFinding) -> tuple[float, float]:
    x, y = _along(text)
    return -y, x


def _middle(text: TextFinding) -> tuple[float, float]:
    xs, ys = zip(*text.polygon, strict=True)
    return sum(xs) / 4, sum(ys) / 4


def _hull(boxes: Sequence[Box]) -> Box:
    return Box(
        max(0, min(b.left for b in boxes)),
        max(0, min(b.top for b in boxes)),
        max(b.right for b in boxes),
        max(b.bottom for b in boxes),
    )


def _reaching(box: Box, direction: tuple[float, float], length: float) -> Box:
    """The box and as far again in the direction: few lines were read, and the name stands below a title."""
    x, y = (round(part * length) for part in direction)
    return Box(
        max(0, min(box.left, box.left + x)),
        max(0, min(box.top, box.top + y)),
        max(box.right, box.right + x),
        max(box.bottom, box.bottom + y),
    )


def _grown(box: Box, length: float) -> Box:
    more = round(length)
    return Box(max(0, box.left - more), max(0, box.top - more), box.right + more, box.bottom + more)


def _gap(one: Box, other: Box) -> int:
    """Pixels between two boxes, the larger of sideways and up or down; 0 when they touch."""
    sideways = max(one.left - other.right, other.left - one.right, 0)
    upwards = max(one.top - other.bottom, other.top - one.bottom, 0)
    return max(sideways, upwards)


def _plain(line: str) -> str:
    return " ".join(folded(line).replace("’", "").replace("'", "").split())
