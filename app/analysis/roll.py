"""Whom on the roll could a line of text name? Generous on purpose: a wrong guess covers a word, a miss shows a child.

Both legal and preferred names are looked for: whole in either order, surname with initial or forename with initial,
parts of double names, one name alone when nothing else stands in the line. Reading slips of up to one letter in five
are forgiven in longer words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from app.analysis.spelling import words_of
from app.domain.people import Person, PersonId

SLIPS_PER_LETTER = 0.2
"""Tilted script on a certificate came with 1 to 3 wrong letters in some 15."""

_SHORTEST_FOR_SLIPS = 5
_LONGEST_NAME_WORDS = 6
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "rev", "prof"})


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
        self._names = {person.id: _names_of(person) for person in people}
        self._whole = _Index((form, i) for i, names in self._names.items() for form in _whole_forms(names))
        self._parts = _Index(
            (form, (i, part))
            for i, names in self._names.items()
            for part, forms in ((Part.FORENAME, names.forenames), (Part.SURNAME, names.surnames))
            for form in forms
        )

    def named_in(self, line: str, *, first_names_count: bool = False) -> tuple[PersonId, ...]:
        """People the line could name, in a stable order; nobody for a line without a name.

        Args:
            line: as read.
            first_names_count: a forename or surname counts anywhere in the line, as on a certificate; otherwise only
                when it is all the line says (a peg, a badge, a shirt).
        """
        words = words_of(line)
        found = self._whole_matches(words) | self._initial_matches(words)
        if first_names_count or sum(word not in _TITLES for word in words) <= 1:
            found |= {person_id for word in words for person_id, _ in self._parts.like(word)}
        return tuple(sorted(found))

    def parts_in(self, line: str) -> frozenset[tuple[PersonId, Part]]:
        """Whose forename, and whose surname, stands in the line."""
        return frozenset(match for word in words_of(line) for match in self._parts.like(word))

    def _whole_matches(self, words: Sequence[str]) -> set[PersonId]:
        windows = {
            "".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, min(start + _LONGEST_NAME_WORDS, len(words)) + 1)
        }
        return {person_id for window in windows for person_id in self._whole.like(window)}

    def _initial_matches(self, words: Sequence[str]) -> set[PersonId]:
        """``A. Okafor``, ``A J Okafor``, ``Okafor A``, ``Amara O.``."""
        found = set()
        for index, initial in enumerate(words):
            if len(initial) != 1:
                continue
            for word in (*words[max(0, index - 2) : index], *words[index + 1 : index + 3]):
                for person_id, part in self._parts.like(word):
                    other = Part.SURNAME if part is Part.FORENAME else Part.FORENAME
                    if self._names[person_id].have_initial(initial, other):
                        found.add(person_id)
        return found


_T = TypeVar("_T")


class _Index(Generic[_T]):
    """Folded names and what they lead to, looked up with reading slips forgiven."""

    def __init__(self, entries: Iterable[tuple[str, _T]]) -> None:
        leads_to: dict[str, set[_T]] = {}
        for name, target in entries:
            leads_to.setdefault(name, set()).add(target)
        self._names = sorted(leads_to)
        self._targets = [frozenset(leads_to[name]) for name in self._names]
        self._allowed = np.array([slips_allowed(name) for name in self._names], np.int32)
        self._seen: dict[str, frozenset[_T]] = {}

    def like(self, word: str) -> frozenset[_T]:
        """What the names lead to that the word as read can be."""
        if not self._names:
            return frozenset()
        if word not in self._seen:
            slips = cdist([word], self._names, scorer=Levenshtein.distance, dtype=np.int32)[0]
            hits = np.nonzero(slips <= self._allowed)[0]
            self._seen[word] = frozenset().union(*(self._targets[hit] for hit in hits))
        return self._seen[word]


def is_same(word: str, name: str) -> bool:
    """Whether a word as read can be the name: equal, or nearly so when it is long enough to tell."""
    allowed = slips_allowed(name)
    return bool(Levenshtein.distance(word, name, score_cutoff=allowed) <= allowed)


def slips_allowed(name: str) -> int:
    """Wrong, missing or added letters forgiven in a name of that length."""
    return 0 if len(name) < _SHORTEST_FOR_SLIPS else max(1, int(len(name) * SLIPS_PER_LETTER))


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
    pairs = {(f, s) for f in names.forenames for s in names.surnames}
    return {f + s for f, s in pairs} | {s + f for f, s in pairs}
