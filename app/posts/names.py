"""Find people of the register in words: full names, first names, surnames, in any accent or case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
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


class NameIndex:
    """People by the words of their names, to hold several texts against: made once, since that takes longest."""

    def __init__(self, people: Mapping[PersonId, Person]) -> None:
        self._people = people
        self.firsts, self.lasts = _index(people.values(), forename=True), _index(people.values(), forename=False)
        self._whole: dict[str, set[PersonId]] | None = None

    @property
    def whole(self) -> Mapping[str, set[PersonId]]:
        """First name and surname as one word."""
        if self._whole is None:
            self._whole = _whole_names(self._people)
        return self._whole


def names_in(words: str, people: Mapping[PersonId, Person] | NameIndex) -> tuple[NamedInWords, ...]:
    """Everybody the words could name, whole names first; each word counts once, as the most telling name it is part of.

    Args:
        words: a caption or a picture's description.
        people: whom to look for; their legal and preferred names both count.
    """
    places = list(_places(words))
    tokens = [token for token, _start, _end in places]
    folded = [_folded(token) for token in tokens]
    index = people if isinstance(people, NameIndex) else NameIndex(people)
    firsts, lasts = index.firsts, index.lasts
    found: dict[NamedInWords, list[tuple[int, int]]] = {}
    used: set[int] = set()
    for at, end, who in _full_names(tokens, firsts, lasts):
        named = NamedInWords(NameHit.FULL, " ".join(tokens[at:end]), tuple(sorted(who)))
        found.setdefault(named, []).append((places[at][1], places[end - 1][2]))
        used.update(range(at, end))
    for at, named, start, end in _joined_names(places, folded, index):
        if at not in used:
            found.setdefault(named, []).append((start, end))
            used.add(at)
    for hit, bearers in ((NameHit.FIRST, firsts), (NameHit.SURNAME, lasts)):
        for at, word in enumerate(folded):
            if at in used or word not in bearers or len(word) < 2 or not _reads_as_name(tokens[at], word, hit):
                continue
            named = NamedInWords(hit, tokens[at], tuple(sorted(bearers[word])), doubtful=word in ALSO_WORDS)
            found.setdefault(named, []).append(places[at][1:])
            used.add(at)
        for at, word in enumerate(folded):
            stem = word[:-1]
            if (
                at in used
                or not word.endswith("s")
                or len(stem) <= 2
                or stem not in bearers
                or not tokens[at][0].isupper()
            ):
                continue
            # "Amaras race": an apostrophe that was left out, or another name, such as Adams: a person looks.
            named = NamedInWords(hit, tokens[at], tuple(sorted(bearers[stem])), doubtful=True)
            found.setdefault(named, []).append(places[at][1:])
            used.add(at)
    return tuple(replace(named, spans=tuple(spans)) for named, spans in found.items())


def names_to_look_for(
    texts: Iterable[str], *, forenames: Collection[str], surnames: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Which of these names could be in the texts: `names_in` finds nobody who bears none of them.

    So a large register is asked for a few people instead of being read whole. Names are told apart as `names_in` does.

    Args:
        texts: captions and descriptions.
        forenames: every first name of the register as it is written there.
        surnames: the same of surnames.

    Returns:
        The first names and the surnames.
    """
    words, together = _words_that_count(texts)
    firsts = frozenset(name for name in forenames if not words.isdisjoint(_parts(name)))
    lasts = frozenset(name for name in surnames if not words.isdisjoint(_parts(name)))
    if not together:
        return firsts, lasts
    first_joins = {"".join(_parts(name)) for name in forenames if name}
    by_join: dict[str, set[str]] = {}
    for name in filter(None, surnames):
        by_join.setdefault("".join(_parts(name)), set()).add(name)
    completing = {
        name
        for word in together
        for at in range(len(word) + 1)
        for first, last in ((word[:at], word[at:]), (word[at:], word[:at]))
        if first in first_joins
        for name in by_join.get(last, ())
    }
    return firsts, lasts | completing


def _words_that_count(texts: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Every word that a part of a name could be, and those that could be a first name and a surname in one."""
    words: set[str] = set()
    together: set[str] = set()
    for text in texts:
        for token, _start, _end in _places(text):
            word = _folded(token)
            words |= {word, word.removesuffix("s")}
            if len(token) >= _LEAST_JOINED:
                together.add(word)
                words |= {_folded(part.group()) for part in _HUMP.finditer(token) if part.group()}
    return frozenset(words - {""}), frozenset(together)


def _joined_names(
    places: list[tuple[str, int, int]], folded: list[str], index: NameIndex
) -> Iterator[tuple[int, NamedInWords, int, int]]:
    """Names written without a space, as in ``#AmaraKhan`` or ``#teamAmara``; with the number of the word."""
    firsts = index.firsts
    for at, (token, start, end) in enumerate(places):
        if folded[at] in firsts or folded[at] in index.lasts or len(token) < _LEAST_JOINED:
            continue
        if who := index.whole.get(folded[at]):
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
                one, two = "".join(_parts(first)), "".join(_parts(last))
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
            for part in _parts(name):
                index.setdefault(part, set()).add(person.id)
    return index


@lru_cache(maxsize=1 << 16)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared; the same few names are asked for again and again."""
    return tuple(_folded(token) for token, _start, _end in _places(name))


def _places(words: str) -> Iterable[tuple[str, int, int]]:
    """Runs of letters with where they stand in the words as NFC.

    A hyphen, an apostrophe and a possessive part words, so that each part of a name is found.
    """
    plain = re.sub(r"['’]s\b", "  ", unicodedata.normalize("NFC", words))
    return ((match.group(), match.start(), match.end()) for match in re.finditer(r"[^\W\d_]+", plain))


def _folded(token: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", token).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
