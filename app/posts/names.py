"""Find people of the register in words: full names, first names, surnames, in any accent or case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from app.domain.people import Person, PersonId

_ALSO_WORDS = """
    amber angel april art ash aurora autumn bay bell bill blue bright brook brown carol chance chase christian
    cliff crystal daisy dale dawn dean drew eve faith fern field flora ford forest frank grace grant gray green grey
    guy hall harmony harper harvest hazel heather hill holly hope hunter iris ivy jack jade jay jewel josh joy june
    justice king knight lake lance lane lily long major mark marsh mason may melody miles mill mills moss nick noble
    north olive page park parks paris pat pearl penny piper poppy potter price prince queen ray read reed rich river
    rob robin rose ruby sage sandy savannah scout short sky skye star stone storm sue summer sunny tanner taylor
    tiger trinity valentine victory violet walker ward waters way west white will willow winter wise wood woods young
"""
_LEAST_JOINED = 5
_HUMP = re.compile(r"[A-ZÀ-ÖØ-Þ]?[^A-ZÀ-ÖØ-Þ]*")
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""Names that are ordinary words too: on their own a person looks, where another name stops the post."""


class NameHit(StrEnum):
    """How much of a name the words give away."""

    FULL = "full"
    FIRST = "first"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class NamedInWords:
    """A name as it stands in the words, and everybody it could mean.

    Attributes:
        doubtful: the name is an ordinary word as well and stands alone.
        spans: where it stands, each from the first letter to the one behind the last, in the words as NFC.
    """

    hit: NameHit
    text: str
    people: tuple[PersonId, ...]
    doubtful: bool = False
    spans: tuple[tuple[int, int], ...] = field(default=(), compare=False)


def names_in(words: str, people: Mapping[PersonId, Person]) -> tuple[NamedInWords, ...]:
    """Everybody the words could name, whole names first; each word counts once, as the most telling name it is part of.

    Args:
        words: a caption or a picture's description.
        people: whom to look for; their legal and preferred names both count.
    """
    places = list(_places(words))
    tokens = [token for token, _start, _end in places]
    folded = [_folded(token) for token in tokens]
    firsts, lasts = _index(people.values(), forename=True), _index(people.values(), forename=False)
    found: dict[NamedInWords, list[tuple[int, int]]] = {}
    used: set[int] = set()
    for at, end, who in _full_names(tokens, firsts, lasts):
        named = NamedInWords(NameHit.FULL, " ".join(tokens[at:end]), tuple(sorted(who)))
        found.setdefault(named, []).append((places[at][1], places[end - 1][2]))
        used.update(range(at, end))
    for at, named, start, end in _joined_names(places, folded, firsts, lasts, people):
        if at not in used:
            found.setdefault(named, []).append((start, end))
            used.add(at)
    for hit, index in ((NameHit.FIRST, firsts), (NameHit.SURNAME, lasts)):
        for at, word in enumerate(folded):
            if at in used or word not in index or len(word) < 2 or not _reads_as_name(tokens[at], word, hit):
                continue
            named = NamedInWords(hit, tokens[at], tuple(sorted(index[word])), doubtful=word in ALSO_WORDS)
            found.setdefault(named, []).append(places[at][1:])
            used.add(at)
        for at, word in enumerate(folded):
            stem = word[:-1]
            if (
                at in used
                or not word.endswith("s")
                or len(stem) <= 2
                or stem not in index
                or not tokens[at][0].isupper()
            ):
                continue
            # "Amaras race": an apostrophe that was left out, or another name, such as Adams: a person looks.
            named = NamedInWords(hit, tokens[at], tuple(sorted(index[stem])), doubtful=True)
            found.setdefault(named, []).append(places[at][1:])
            used.add(at)
    return tuple(replace(named, spans=tuple(spans)) for named, spans in found.items())


def _joined_names(
    places: list[tuple[str, int, int]],
    folded: list[str],
    firsts: Mapping[str, set[PersonId]],
    lasts: Mapping[str, set[PersonId]],
    people: Mapping[PersonId, Person],
) -> Iterator[tuple[int, NamedInWords, int, int]]:
    """Names written without a space, as in ``#AmaraKhan`` or ``#teamAmara``; with the number of the word."""
    whole: dict[str, set[PersonId]] | None = None
    for at, (token, start, end) in enumerate(places):
        if folded[at] in firsts or folded[at] in lasts or len(token) < _LEAST_JOINED:
            continue
        whole = _whole_names(people) if whole is None else whole
        if who := whole.get(folded[at]):
            yield at, NamedInWords(NameHit.FULL, token, tuple(sorted(who))), start, end
            continue
        for part in _HUMP.finditer(token) if _has_hump(token) else ():
            word = _folded(part.group())
            if word in firsts and len(word) > 2 and part.group()[0].isupper():
                named = NamedInWords(NameHit.FIRST, part.group(), tuple(sorted(firsts[word])), word in ALSO_WORDS)
                yield at, named, start + part.start(), start + part.end()


def _has_hump(token: str) -> bool:
    """Whether a capital follows a small letter."""
    return any(one.islower() and two.isupper() for one, two in pairwise(token))


def _whole_names(people: Mapping[PersonId, Person]) -> dict[str, set[PersonId]]:
    """First name and surname of everybody as one word, in either order."""
    found: dict[str, set[PersonId]] = {}
    for person in people.values():
        for first in {person.legal_forename, person.preferred_forename} - {""}:
            for last in {person.legal_surname, person.preferred_surname} - {""}:
                one, two = "".join(map(_folded, _tokens(first))), "".join(map(_folded, _tokens(last)))
                found.setdefault(one + two, set()).add(person.id)
                found.setdefault(two + one, set()).add(person.id)
    return found


def _reads_as_name(token: str, word: str, hit: NameHit) -> bool:
    """A capital letter makes a name; without one only a first name that is no ordinary word does."""
    if token[:1].isupper():
        return True
    return hit is NameHit.FIRST and word not in ALSO_WORDS and len(word) > 2


def _full_names(
    tokens: list[str], firsts: Mapping[str, set[PersonId]], lasts: Mapping[str, set[PersonId]]
) -> Iterable[tuple[int, int, set[PersonId]]]:
    """First name or initial beside the surname of the same person, in either order, one word between at most."""
    for at, token in enumerate(tokens):
        for other in (at + 1, at + 2):
            if other >= len(tokens) or not _could_be_a_name(token, tokens[other]):
                continue
            word, next_word = _folded(token), _folded(tokens[other])
            who = _beside(word, next_word, firsts, lasts) | _beside(next_word, word, firsts, lasts)
            if who:
                yield at, other + 1, who


def _could_be_a_name(one: str, two: str) -> bool:
    """An initial is a capital; two ordinary words ("will" and "moss") make a name only with capitals."""
    if any(len(token) == 1 and not token.isupper() for token in (one, two)):
        return False
    ordinary = _folded(one) in ALSO_WORDS and _folded(two) in ALSO_WORDS
    return not ordinary or (one[:1].isupper() and two[:1].isupper())


def _beside(
    first: str, last: str, firsts: Mapping[str, set[PersonId]], lasts: Mapping[str, set[PersonId]]
) -> set[PersonId]:
    bearers = lasts.get(last, set())
    if not bearers:
        return set()
    if len(first) == 1:
        initials = {person for name, people in firsts.items() if name.startswith(first) for person in people}
        return bearers & initials if last not in ALSO_WORDS else set()
    return bearers & firsts.get(first, set())


def _index(people: Iterable[Person], *, forename: bool) -> dict[str, set[PersonId]]:
    index: dict[str, set[PersonId]] = {}
    for person in people:
        names = (
            (person.legal_forename, person.preferred_forename)
            if forename
            else (person.legal_surname, person.preferred_surname)
        )
        for name in names:
            for token in _tokens(name):
                index.setdefault(_folded(token), set()).add(person.id)
    return index


def _tokens(words: str) -> list[str]:
    return [token for token, _start, _end in _places(words)]


def _places(words: str) -> Iterable[tuple[str, int, int]]:
    """Runs of letters with where they stand in the words as NFC.

    A hyphen, an apostrophe and a possessive part words, so that each part of a name is found.
    """
    plain = re.sub(r"['’]s\b", "  ", unicodedata.normalize("NFC", words))
    return ((match.group(), match.start(), match.end()) for match in re.finditer(r"[^\W\d_]+", plain))


def _folded(token: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", token).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
