"""Whom on the roll could a line of text name? Generous on purpose: a wrong guess covers a word, a miss shows a child.

Both legal and preferred names are looked for: whole in either order, surname with initial or forename with initial,
parts of double names, one name alone where the line says that it is a name. Reading slips of up to one letter in five
are forgiven in longer words. Names that are everyday words too (Grace, Will, May, Day) need more around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from app.analysis.spelling import folded, owners_in, slips_allowed, words_of
from app.domain.people import Person, PersonId

_SHORTEST_WRITTEN_TOGETHER, _SHORTEST_WRITTEN_APART = 9, 7
"""``Jo Day`` misread is ``today`` or ``to day``: a whole name may have slips only from this length."""

_MOST_SLIPS_BESIDE_EVERYDAY = 1
"""``Summer fair`` is two letters from ``Summer Kaur``, all of them in the word that is no everyday word."""

_LONGEST_NAME_WORDS = 6
_LONGEST_LABEL_WORDS = 3
_EVERYDAY_LABEL_WORDS = 2
_MOST_WORDS_APART = 3
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "rev", "prof"})
_EVERYDAY = frozenset({
    "april", "autumn", "belle", "bell", "bill", "bird", "black", "brook", "brown", "carol", "chase", "christian",
    "cook", "daisy", "dawn", "day", "dean", "drew", "eve", "faith", "field", "fisher", "ford", "forest", "fox",
    "frank", "gene", "glen", "grace", "grant", "green", "hall", "harmony", "heath", "heather", "hill", "holly",
    "hope", "house", "hunter", "iris", "ivy", "jade", "jasmine", "joy", "june", "king", "lake", "lane", "lily",
    "long", "love", "mark", "mason", "may", "melody", "miles", "moss", "noble", "paige", "page", "park", "patience",
    "pearl", "penny", "poppy", "price", "prince", "reed", "river", "robin", "rose", "ruby", "sandy", "skye", "star",
    "stone", "summer", "sunny", "sky", "taylor", "tailor", "victor", "violet", "walker", "ward", "wells", "west",
    "white", "will", "willow", "wood", "woods", "young", "art", "rich", "pat", "sue", "jack", "max", "rob", "dot",
    "rain", "winter", "precious", "justice", "honor", "honour", "honey", "blue", "sage", "ash", "clay", "cliff",
    "rowan", "angel", "destiny", "gold", "sharp", "short", "small", "little", "best", "good", "lamb", "swan",
})  # fmt: skip
_BETWEEN_NAMES = frozenset({
    "all", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "he", "in", "is", "it", "no",
    "not", "of", "off", "on", "one", "or", "our", "she", "so", "than", "that", "the", "then", "they", "this", "to",
    "up", "we", "with", "you", "your",
})  # fmt: skip
"""In a sentence none of these is a misread name: ``we will all`` is not ``Will Hall``."""

_SAYS_A_NAME = re.compile(
    r"\b(?:by|name(?: is)?:?|from|to|dear|love|i ?am|im|this is|happy birthday|birthday|belongs to|made by|pupil:?)"
    r"\s+(?:my\s+)?([^\W\d_]+)"
)
_NAME_WITH_AGE = re.compile(r"^([^\W\d_]+)\W+(?:age[d]?\b|\(?\d{1,2}[a-z]?\)?$|yr?\b|year\b|class\b)")


class Part(StrEnum):
    FORENAME = "forename"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class _Names:
    forenames: frozenset[str]
    surnames: frozenset[str]

    def have_initial(self, initial: str, part: Part) -> bool:
        names = self.forenames if part is Part.FORENAME else self.surnames
        return any(name.startswith(initial) for name in names)


class Roll:
    """The names of everybody the register knows, made ready for looking up.

    Args:
        people: everybody whose name may not stand in a picture by accident; leavers and staff too.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        known = tuple(people)
        self._names = {person.id: _names_of(person) for person in known}
        self._longest = max([_LONGEST_NAME_WORDS, *(_word_count(person) for person in known)])
        self._whole = _Index((form, i) for i, names in self._names.items() for form in _whole_forms(names))
        parts = [
            (form, (i, part))
            for i, names in self._names.items()
            for part, forms in ((Part.FORENAME, names.forenames), (Part.SURNAME, names.surnames))
            for form in forms
        ]
        self._parts = _Index(parts)
        self._rare_parts = _Index((form, match) for form, match in parts if form not in _EVERYDAY)

    def named_in(self, line: str, *, first_names_count: bool = False) -> tuple[PersonId, ...]:
        """People the line could name, in a stable order; nobody for a line without a name.

        Args:
            line: as read.
            first_names_count: a forename or surname counts anywhere in the line, as on a certificate; otherwise only
                where the line says that it is a name, or says nothing else (a peg, a badge, a shirt).
        """
        words = words_of(line)
        found = set(self.whole_in(line)) | self._initial_matches(words)
        found |= {person_id for word in owners_in(line) for person_id, _ in self._parts.exactly(word)}
        alone = words if first_names_count else self._words_meant_as_names(line, words)
        found |= {person_id for word in alone for person_id, _ in self._parts.like(word)}
        found |= self._double_names(words, anywhere=first_names_count)
        return tuple(sorted(found))

    def whole_in(self, line: str) -> tuple[PersonId, ...]:
        """People of whom forename and surname stand in the line, in either order, with other words between or not."""
        words = words_of(line)
        forenames = {i for word in words for i, part in self._parts.like(word) if part is Part.FORENAME}
        surnames = {i for word in words for i, part in self._parts.like(word) if part is Part.SURNAME}
        both = {i for i in forenames & surnames if self._has_both(i, words)}
        return tuple(sorted(self._written_together(words) | both))

    def parts_in(self, line: str) -> frozenset[tuple[PersonId, Part]]:
        """Whose forename, and whose surname, stands in the line; names that are everyday words count on labels only."""
        words = words_of(line)
        if len(words) <= _EVERYDAY_LABEL_WORDS and (self.is_label(line) or self._all_names(words)):
            return frozenset(match for word in words for match in self._parts.like(word))
        return frozenset(match for word in words if word not in _EVERYDAY for match in self._rare_parts.like(word))

    def _all_names(self, words: Sequence[str]) -> bool:
        """Whether every word could be a name of the roll: ``Grace`` above ``Hill Price``, but not ``Sack race``."""
        return all(self._parts.like(word) for word in words)

    def is_label(self, line: str) -> bool:
        """Whether the line is one name of the roll and nothing else, an everyday word or not."""
        words = [word for word in words_of(line) if word not in _TITLES]
        return len(words) == 1 and bool(self._parts.like(words[0]))

    def _has_both(self, person_id: PersonId, words: Sequence[str]) -> bool:
        """Whether two different words are the person's forename and surname: ``James`` alone is not ``James James``."""
        first = {n for n, w in enumerate(words) if (person_id, Part.FORENAME) in self._parts.like(w)}
        last = {n for n, w in enumerate(words) if (person_id, Part.SURNAME) in self._parts.like(w)}
        reach = 1 if all(words[place] in _EVERYDAY for place in first | last) else _MOST_WORDS_APART
        return any(one != other and abs(one - other) <= reach for one in first for other in last)

    def _written_together(self, words: Sequence[str]) -> set[PersonId]:
        found: set[PersonId] = set()
        for start in range(len(words)):
            for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                window = "".join(words[start:end])
                shortest = _SHORTEST_WRITTEN_TOGETHER if end - start == 1 else _SHORTEST_WRITTEN_APART
                most = _slips_for(words[start:end], shortest, in_sentence=len(words) > _LONGEST_LABEL_WORDS)
                found |= self._whole.like(window, most=most)
        return found

    def _double_names(self, words: Sequence[str], *, anywhere: bool) -> set[PersonId]:
        """One name of several words, ``Anne-Marie`` or ``de Souza``: alone in the line, or anywhere in it."""
        rest = [word for word in words if word not in _TITLES]
        if not anywhere and len(rest) > _LONGEST_LABEL_WORDS:
            return set()
        lengths = range(2, _LONGEST_LABEL_WORDS + 1) if anywhere else (max(2, len(rest)),)
        windows = [rest[start : start + length] for length in lengths for start in range(len(rest) - length + 1)]
        return {
            person_id
            for window in windows
            for person_id, _ in self._parts.like(
                "".join(window), most=_slips_for(window, _SHORTEST_WRITTEN_APART, in_sentence=anywhere)
            )
        }

    def _words_meant_as_names(self, line: str, words: Sequence[str]) -> set[str]:
        """Words that may be a name by themselves: all of a label, or said to be a name by those around them."""
        plain = folded(line)
        said = {*_SAYS_A_NAME.findall(plain), *_NAME_WITH_AGE.findall(plain.strip())}
        meant = {word for name in said for word in words_of(name)} - _EVERYDAY
        rest = [word for word in words if word not in _TITLES]
        if len(rest) <= 1:
            has_title = len(rest) < len(words)
            meant |= {word for word in rest if has_title or word not in _EVERYDAY}
        return meant

    def _initial_matches(self, words: Sequence[str]) -> set[PersonId]:
        """``A. Okafor``, ``A J Okafor``, ``Okafor A``, ``Amara O.``."""
        found = set()
        is_label = len([word for word in words if word not in _TITLES]) <= _LONGEST_LABEL_WORDS
        for index, initial in enumerate(words):
            if len(initial) != 1:
                continue
            for word in (*words[max(0, index - 2) : index], *words[index + 1 : index + 3]):
                if word in _EVERYDAY and not is_label:
                    continue
                for person_id, part in self._parts.like(word):
                    other = Part.SURNAME if part is Part.FORENAME else Part.FORENAME
                    if self._names[person_id].have_initial(initial, other):
                        found.add(person_id)
        return found


def _slips_for(window: Sequence[str], shortest: int, *, in_sentence: bool) -> int | None:
    """Slips forgiven in words taken together as one name; None: as many as its length allows."""
    if sum(map(len, window)) < shortest or (in_sentence and any(word in _BETWEEN_NAMES for word in window)):
        return 0
    return _MOST_SLIPS_BESIDE_EVERYDAY if any(word in _EVERYDAY for word in window) else None


_T = TypeVar("_T")


class _Index(Generic[_T]):
    """Folded names and what they lead to, looked up with reading slips forgiven."""

    def __init__(self, entries: Iterable[tuple[str, _T]]) -> None:
        leads_to: dict[str, set[_T]] = {}
        for name, target in entries:
            leads_to.setdefault(name, set()).add(target)
        self._names = sorted(leads_to)
        self._targets = {name: frozenset(leads_to[name]) for name in self._names}
        self._allowed = np.array([slips_allowed(name) for name in self._names], np.int32)
        self._seen: dict[tuple[str, int | None], frozenset[_T]] = {}

    def exactly(self, word: str) -> frozenset[_T]:
        """What the name leads to, letter by letter."""
        return self._targets.get(word, frozenset())

    def like(self, word: str, most: int | None = None) -> frozenset[_T]:
        """What the names lead to that the word as read can be, with `most` slips at the most."""
        if not self._names or most == 0:
            return self.exactly(word)
        if (word, most) not in self._seen:
            slips = cdist([word], self._names, scorer=Levenshtein.distance, dtype=np.int32)[0]
            allowed = self._allowed if most is None else np.minimum(self._allowed, most)
            hits = np.nonzero(slips <= allowed)[0]
            self._seen[word, most] = frozenset().union(*(self._targets[self._names[hit]] for hit in hits))
        return self._seen[word, most]


def _word_count(person: Person) -> int:
    forename = max(len(words_of(person.legal_forename)), len(words_of(person.preferred_forename)))
    return forename + max(len(words_of(person.legal_surname)), len(words_of(person.preferred_surname)))


def _names_of(person: Person) -> _Names:
    return _Names(
        frozenset(_parts(person.legal_forename) | _parts(person.preferred_forename)),
        frozenset(_parts(person.legal_surname) | _parts(person.preferred_surname)),
    )


def _parts(name: str) -> set[str]:
    """The name written together, and each part of a double name that is more than a particle."""
    words = words_of(name)
    return {"".join(words), *(word for word in words if len(word) > 2)} - {""}


def _whole_forms(names: _Names) -> set[str]:
    """Both orders written together; the one name of somebody who has only one."""
    if not names.forenames or not names.surnames:
        return set(names.forenames | names.surnames)
    pairs = {(f, s) for f in names.forenames for s in names.surnames}
    return {f + s for f, s in pairs} | {s + f for f, s in pairs}
