"""Everybody by name and date of birth: what a few words are held against, without reading a hundred thousand people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, zip_longest

from sqlalchemy import Connection, or_, select

from app.domain.people import Person, PersonId, PersonKind
from consent_db.people import folded, is_there, people_of_rows
from consent_db.schema import person as table

_AT_ONCE = 400
"""So many values stand in one query."""
_FORENAMES = (table.c.legal_forename, table.c.preferred_forename)
_SURNAMES = (table.c.legal_surname, table.c.preferred_surname)


@dataclass(frozen=True, slots=True)
class Names:
    """First names and surnames, each as it is written in the register, whoever bears it."""

    forenames: frozenset[str]
    surnames: frozenset[str]


def names(connection: Connection) -> Names:
    """Every name of everybody on the register."""
    forenames: set[str] = set()
    surnames: set[str] = set()
    for columns, found in ((_FORENAMES, forenames), (_SURNAMES, surnames)):
        for row in connection.execute(select(*columns).where(is_there()).distinct()):
            found.update(row)
    return Names(frozenset(forenames - {""}), frozenset(surnames - {""}))


def bearing(connection: Connection, wanted: Names) -> dict[PersonId, Person]:
    """Everybody with one of these first names or one of these surnames, legal or preferred."""
    found: dict[PersonId, Person] = {}
    nobody: list[str] = []
    batches = zip_longest(_batches(wanted.forenames), _batches(wanted.surnames), fillvalue=nobody)
    for forenames, surnames in batches:
        bears = [column.in_(forenames) for column in _FORENAMES] + [column.in_(surnames) for column in _SURNAMES]
        rows = connection.execute(select(table).where(is_there(), or_(*bears))).mappings()
        found |= {person.id: person for person in people_of_rows(rows)}
    return found


def of_ids(connection: Connection, ids: Iterable[PersonId]) -> tuple[Person, ...]:
    """The entries with these ids, also those that were joined to another; as `people.by_ids` for however many."""
    found: list[Person] = []
    for some in _batches(set(ids)):
        found += people_of_rows(connection.execute(select(table).where(table.c.id.in_(some))).mappings())
    return tuple(found)


def with_ids(connection: Connection, ids: Iterable[PersonId]) -> dict[PersonId, Person]:
    """Those of these people who are on the register: neither erased nor joined to another entry."""
    found: dict[PersonId, Person] = {}
    for some in _batches(set(ids)):
        rows = connection.execute(select(table).where(is_there(), table.c.id.in_(some))).mappings()
        found |= {person.id: person for person in people_of_rows(rows)}
    return found


def in_group(connection: Connection, registration_group: str) -> tuple[Person, ...]:
    """Everybody of one class, whatever they are to the school, by name."""
    query = select(table).where(is_there(), table.c.registration_group == registration_group)
    return people_of_rows(connection.execute(query).mappings())


def beginning_like(connection: Connection, words: str, *, limit: int) -> tuple[Person, ...]:
    """So many people of whom each of these words begins a name, by name; more may fit."""
    query = select(table).where(is_there())
    for word in folded(words).split():
        starts = [table.c.search_key.startswith(word, autoescape=True)]
        starts += [table.c.search_key.contains(f"{before}{word}", autoescape=True) for before in " -"]
        query = query.where(or_(*starts))
    return people_of_rows(connection.execute(query.order_by(table.c.search_key).limit(limit)).mappings())


def birth_dates(connection: Connection) -> frozenset[date]:
    """The dates of birth of all children."""
    children = [kind.value for kind in PersonKind if kind.is_child]
    query = select(table.c.date_of_birth).where(is_there(), table.c.kind.in_(children)).distinct()
    return frozenset(day for day in connection.execute(query).scalars() if day is not None)


def _batches(values: Collection[str]) -> Iterator[list[str]]:
    rest = iter(sorted(values))
    while some := list(islice(rest, _AT_ONCE)):
        yield some
