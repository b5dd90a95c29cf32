"""The school's name in words seen in a photo: on a sign, a jumper, a minibus. Pure; reading slips are borne."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from app.analysis.spelling import words_of
from app.domain.detection import MarkFinding, TextFinding

OWN_NAME = "own name"
"""The mark such a line counts as; a written permission for it is given under this name."""

_GENERAL = frozenset({
    "school", "schools", "primary", "infant", "infants", "junior", "juniors", "nursery", "secondary", "high", "grammar",
    "academy", "college", "community", "church", "of", "england", "ce", "cofe", "rc", "catholic", "roman", "the", "and",
    "for", "st", "saint", "saints", "st.", "voluntary", "aided", "controlled", "federation", "trust", "upper", "lower",
    "middle", "first", "preparatory", "prep", "free", "studio", "girls", "boys", "special", "methodist", "c", "e",
})  # fmt: skip
"""Words that many schools' names share."""

_KIND = frozenset({
    "school", "schools", "primary", "infant", "infants", "junior", "juniors", "nursery", "secondary", "grammar",
    "academy", "college", "prep", "preparatory", "pta", "www", "sch",
})  # fmt: skip
"""Words that say that a line speaks of a school."""

_SPEAKS_ALONE = 7
"""Letters of the school's own words from which they stand for it by themselves: Hollybank does, Oak does not."""
_ALIKE = 82.0


def own_names_in(texts: Sequence[TextFinding], school: str, words: Sequence[str] = ()) -> tuple[MarkFinding, ...]:
    """The lines that name the school, as marks.

    Args:
        texts: lines as read.
        school: its name, ``Hollybank Primary School``.
        words: what else it is known by, each a word or several: initials, a web address, a trust.
    """
    return tuple(MarkFinding(t.box, OWN_NAME, t.score) for t in texts if names_school(t.text, school, words))


def names_school(line: str, school: str, words: Sequence[str] = ()) -> bool:
    """Whether the line names the school, reading slips allowed."""
    read = words_of(line)
    if not read:
        return False
    return _names(read, school) or any(_holds(read, words_of(known)) for known in words)


def _names(read: Sequence[str], school: str) -> bool:
    full = words_of(school)
    own = [word for word in full if word not in _GENERAL]
    if not own:  # all its words are shared with other schools: only the whole name is it
        return bool(full) and _holds(read, full)
    if not _holds(read, own):
        return False
    if sum(map(len, own)) >= _SPEAKS_ALONE:
        return True
    kinds = [word for word in read if any(_is_alike(word, kind) for kind in _KIND)]
    return bool(kinds) or _holds(read, full)


def _holds(read: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted words are all in the line, together or run into one another."""
    if not wanted:
        return False
    if all(any(_is_alike(word, one) for word in read) for one in wanted):
        return True
    joined = "".join(wanted)
    if len(joined) < _SPEAKS_ALONE:
        return False
    line = re.sub(r"\W", "", "".join(read))
    return len(line) >= len(joined) - 1 and fuzz.partial_ratio(joined, line) >= _ALIKE + 4


def _is_alike(word: str, wanted: str) -> bool:
    if len(wanted) < 5:
        return word == wanted
    return abs(len(word) - len(wanted)) <= 2 and fuzz.ratio(word, wanted) >= _ALIKE
