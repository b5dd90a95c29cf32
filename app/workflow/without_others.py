"""Take everybody but one person out of words, before they are handed to that person or their family."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.people import Person, PersonId, PersonKind
from app.posts.names import NameHit, names_in
from app.posts.patterns import personal_details
from app.workflow.scrubbing import GAP
from consent_db import contacts, people, users

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "prof", "rev"})
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WithoutOthers:
    """Words as one person alone may read them; what could be somebody else goes too.

    Attributes:
        own: small letters of the person's own names: these stay, though others share them.
        others: people any part of whose names goes, ordinary words that are names as well included.
        adults: those of whom whole names and surnames go: parents of others and staff.
        numbers: the person's own numbers, which stay.
    """

    own: frozenset[str]
    others: Mapping[PersonId, Person]
    adults: Mapping[PersonId, Person]
    numbers: frozenset[str] = frozenset()

    def clean(self, words: str) -> str:
        """The words with a gap for each name, address, number and birthday of somebody else."""
        plain = unicodedata.normalize("NFC", words)
        details = [d.span for d in personal_details(plain) if d.text.casefold() not in self.numbers]
        return _without(plain, [*self._names(plain), *details])

    def clean_address(self, address: str) -> str:
        """The same for a web address, whose digits are no telephone numbers."""
        return _without(address, self._names(address))

    def _names(self, plain: str) -> Iterable[Span]:
        for hit in names_in(plain, self.others):
            if not self._is_own(hit.text):
                yield from hit.spans
        for hit in names_in(plain, self.adults):
            is_sure = hit.hit is NameHit.FULL or (hit.hit is NameHit.SURNAME and not hit.doubtful)
            if is_sure and not self._is_own(hit.text):
                yield from hit.spans

    def _is_own(self, text: str) -> bool:
        return _words_of([text]) <= self.own


def without_others(connection: Connection, entries: Collection[PersonId]) -> WithoutOthers:
    """For one person, under all of their entries."""
    theirs = people.by_ids(connection, entries)
    known = contacts.of_people(connection)
    family = [c for c in known if c.person_id in entries]
    near = [_somebody(f"contact {c.id}", c.name) for c in family]
    far = [_somebody(f"contact {c.id}", c.name) for c in known if c.person_id not in entries]
    far += [_somebody(f"user {user.id}", user.name) for user in users.everybody(connection)]
    names = [n for p in theirs for n in (p.legal_forename, p.legal_surname, p.preferred_forename, p.preferred_surname)]
    others = [p for p in people.everybody(connection) if p.id not in entries]
    numbers = frozenset(n.casefold() for p in theirs for n in (p.upn, p.admission_number) if n)
    return WithoutOthers(_words_of(names), {p.id: p for p in [*others, *near]}, {p.id: p for p in far}, numbers)


def _somebody(identifier: str, name: str) -> Person:
    """An adult known by one line: first names first, without title and initials."""
    parts = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1 and word.casefold() not in _TITLES]
    blank = Person(PersonId(identifier), PersonKind.PARENT, "", "")
    return replace(blank, legal_forename=" ".join(parts[:-1]), legal_surname=" ".join(parts[-1:]))


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(w.casefold() for t in texts for w in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", t)))


def _without(words: str, spans: Iterable[Span]) -> str:
    kept, at = [], 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        kept += [words[at : max(at, start)], GAP if start >= at else ""]
        at = end
    return "".join([*kept, words[at:]])
