"""Take a name out of words people typed: captions, notes, file names. Events and the records never held one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.people import Person, PersonId, PersonKind
from app.posts.names import NamedInWords, NameHit, names_in

GAP = "…"
"""What stands where a name stood."""

_LEAST_LETTERS = 2
_LEAST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Takes one person's names and numbers out of words.

    Attributes:
        look_for: small letters; words without any of them hold nothing of this person.
        shared: small letters of names others bear too: alone they say nothing of this person and stay.
        whole_only: leave a first name or surname that stands alone; for adults, who share theirs with children.
    """

    person: Person
    numbers: tuple[str, ...]
    look_for: tuple[str, ...]
    shared: frozenset[str] = frozenset()
    whole_only: bool = False

    def clean(self, words: str) -> str:
        """The words without this person; the very same text when they are not in it."""
        plain = unicodedata.normalize("NFC", words)
        cleaned = plain
        for hit in self._hits(plain):
            if not self._is_unsure(hit):
                said = r"[\W\d_]+".join(re.escape(part) for part in hit.text.split())
                cleaned = re.sub(rf"(?<![^\W\d_]){said}(?![^\W\d_])", GAP, cleaned)
        for number in self.numbers:
            cleaned = re.sub(rf"(?<!\w){re.escape(number)}(?!\w)", GAP, cleaned, flags=re.IGNORECASE)
        return words if cleaned == plain else cleaned

    def is_doubtful_in(self, words: str) -> bool:
        """Whether they hold a name that is an ordinary word or somebody else's too, so that a person has to look."""
        return any(self._is_unsure(hit) for hit in self._hits(words))

    def _is_unsure(self, hit: NamedInWords) -> bool:
        return hit.doubtful or (hit.hit is not NameHit.FULL and hit.text.casefold() in self.shared)

    def _hits(self, words: str) -> tuple[NamedInWords, ...]:
        found = names_in(words, {self.person.id: self.person})
        return tuple(hit for hit in found if not self.whole_only or hit.hit is NameHit.FULL)


def cleaner_of(person: Person, former_numbers: Iterable[str], names_of_others: Iterable[str]) -> Cleaner:
    """For an entry of the register, with the numbers it had before and the names others bear."""
    said = (person.upn, person.admission_number, *former_numbers)
    numbers = tuple(dict.fromkeys(number for number in said if len(number) >= _LEAST_NUMBER))
    return Cleaner(person, numbers, _look_for(person, numbers), frozenset(_parts(names_of_others)))


def cleaner_of_name(name: str) -> Cleaner:
    """For somebody known by one line only, first name first; only the whole name is taken out."""
    forename, _, surname = name.strip().rpartition(" ")
    person = Person(PersonId(""), PersonKind.STAFF, forename, surname)
    return Cleaner(person, (), _look_for(person, ()), whole_only=True)


def names_somebody(words: str, people: Collection[Person]) -> bool:
    """Whether the words surely name one of these people."""
    return any(not hit.doubtful for hit in names_in(words, {person.id: person for person in people}))


def _look_for(person: Person, numbers: Iterable[str]) -> tuple[str, ...]:
    names = (person.legal_forename, person.legal_surname, person.preferred_forename, person.preferred_surname)
    return tuple(sorted(_parts(names) | {number.casefold() for number in numbers}))


def _parts(names: Iterable[str]) -> set[str]:
    parts = (p.casefold() for n in names for p in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", n)))
    return {part for part in parts if len(part) >= _LEAST_LETTERS}
