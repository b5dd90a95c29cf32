"""People in the register: add, correct, find."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, false, func, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import RegisterError
from app.domain.people import Person, PersonId, PersonKind
from consent_db.rows import new_id, now, one
from consent_db.schema import person as table
from consent_db.schema import person_alias as alias

_FORMER_UPN, _MERGED = "UPN", "MERGED"

_FIELDS = (
    "legal_forename", "legal_surname", "preferred_forename", "preferred_surname", "upn", "admission_number",
    "date_of_birth", "registration_group", "year_group", "on_roll_from", "on_roll_until",
)  # fmt: skip


def new(kind: PersonKind, legal_forename: str, legal_surname: str) -> Person:
    """Somebody the register does not know yet; not stored."""
    return Person(PersonId(new_id()), kind, legal_forename, legal_surname)


def add(connection: Connection, person: Person) -> None:
    """Store somebody new."""
    connection.execute(insert(table).values(id=person.id, version=1, **_values(person)))


def change(connection: Connection, person: Person) -> Person:
    """Store corrections; `person.version` is the version that was read. A UPN that was replaced still finds them.

    Raises:
        RegisterError: somebody else changed this person meanwhile; nothing is written.
    """
    before = connection.execute(select(table.c.upn).where(table.c.id == person.id)).scalar()
    if before and before != person.upn:
        _note_former_upn(connection, person.id, before)
    changed = connection.execute(
        update(table)
        .where(table.c.id == person.id, table.c.version == person.version)
        .values(version=person.version + 1, **_values(person))
    )
    if changed.rowcount != 1:
        raise RegisterError(
            f"{person.name} was changed meanwhile.", remedy="Look at the new entry, then change it.", code="conflict"
        )
    return replace(person, version=person.version + 1)


def get(connection: Connection, person_id: PersonId) -> Person:
    """One person.

    Raises:
        RegisterError: nobody has this id.
    """
    return _person(one(connection, select(table).where(table.c.id == person_id), "This person"))


def everybody(connection: Connection) -> tuple[Person, ...]:
    """All people, by name; of entries that were joined the one that stayed."""
    return people_of_rows(connection.execute(select(table).where(is_there())).mappings())


def in_parts(connection: Connection, size: int) -> Iterator[tuple[Person, ...]]:
    """All people as in `everybody`, so many at a time, for what looks at each of them once; in no order."""
    query, last = select(table).where(is_there()).order_by(table.c.id).limit(size), ""
    while rows := connection.execute(query.where(table.c.id > last)).mappings().all():
        yield tuple(_person(row) for row in rows)
        last = rows[-1]["id"]


@dataclass(frozen=True, slots=True)
class Entry:
    """As much of somebody as looking for them takes: a hundred thousand of these are kept, and no more."""

    id: PersonId
    key: str
    group: str
    kind: PersonKind
    on_roll_until: date | None

    def has_left(self, today: date) -> bool:
        """As `Person.has_left`."""
        return self.kind is PersonKind.LEAVER or (self.on_roll_until is not None and today > self.on_roll_until)


def index(connection: Connection) -> tuple[Entry, ...]:
    """Everybody, by name, to be looked for; `by_ids` brings those who are shown."""
    columns = (
        table.c.id, table.c.search_key, table.c.registration_group, table.c.kind, table.c.on_roll_until,
        table.c.preferred_surname, table.c.legal_surname, table.c.preferred_forename, table.c.legal_forename,
    )  # fmt: skip
    kinds = {kind.value: kind for kind in PersonKind}
    # Nearly in order already: sorting a hundred thousand names from scratch would keep every other thread waiting.
    nearly = (
        func.lower(func.coalesce(func.nullif(table.c.preferred_surname, ""), table.c.legal_surname)),
        func.lower(func.coalesce(func.nullif(table.c.preferred_forename, ""), table.c.legal_forename)),
        table.c.id,
    )
    found = [
        (folded(surname or legal), folded(forename or first), key, search_key, group, kinds[kind], until)
        for key, search_key, group, kind, until, surname, legal, forename, first in connection.execute(
            select(*columns).where(is_there()).order_by(*nearly)
        )
    ]
    found.sort(key=lambda one: one[:3])
    return tuple(Entry(PersonId(key), words, group, kind, until) for _s, _f, key, words, group, kind, until in found)


def are_more_than(connection: Connection, few: int) -> bool:
    """Whether there are more entries than this; those that were erased or joined to another count, too."""
    return connection.execute(select(table.c.id).limit(1).offset(few)).first() is not None


def number(connection: Connection, kind: PersonKind | None = None) -> int:
    """How many people there are, of one kind when given."""
    query = select(func.count()).select_from(table).where(is_there())
    if kind is not None:
        query = query.where(table.c.kind == kind.value)
    return int(connection.execute(query).scalar_one())


def state(connection: Connection) -> str:
    """A digest of everybody's id and version: another one means that somebody was added or changed."""
    rows = connection.execute(select(table.c.id, table.c.version).order_by(table.c.id))
    return hashlib.sha256("\n".join(f"{row.id} {row.version}" for row in rows).encode()).hexdigest()


def by_ids(connection: Connection, ids: Iterable[PersonId]) -> tuple[Person, ...]:
    """These people, by name; unknown ids are left out."""
    return people_of_rows(connection.execute(select(table).where(table.c.id.in_(list(ids)))).mappings())


def by_class(connection: Connection, registration_group: str) -> tuple[Person, ...]:
    """The pupils of one class, by name."""
    return people_of_rows(
        connection.execute(
            select(table).where(
                table.c.registration_group == registration_group, table.c.kind == PersonKind.PUPIL.value, is_there()
            )
        ).mappings()
    )


def with_number(connection: Connection, *, upn: str, admission_number: str) -> tuple[Person, ...]:
    """Everybody with this UPN, or with this admission number give or take leading zeros; an empty one is nobody's."""
    number = admission_number.lstrip("0")
    same_upn = table.c.upn == upn if upn else false()
    same_number = table.c.admission_number.endswith(number, autoescape=True) if number else false()
    return people_of_rows(connection.execute(select(table).where(is_there(), same_upn | same_number)).mappings())


def classes(connection: Connection) -> tuple[str, ...]:
    """The names of all classes."""
    groups = connection.execute(select(table.c.registration_group).where(is_there()).distinct()).scalars()
    return tuple(sorted(group for group in groups if group))


def search(connection: Connection, words: str, *, limit: int = 50) -> tuple[Person, ...]:
    """People whose names, class or numbers hold every one of the words, accents and case aside."""
    query = select(table).where(is_there())
    for word in folded(words).split():
        query = query.where(table.c.search_key.contains(word, autoescape=True))
    return people_of_rows(connection.execute(query.order_by(table.c.search_key).limit(limit)).mappings())


def former_upns(connection: Connection) -> dict[str, PersonId]:
    """UPNs that were replaced, and whose they are."""
    rows = connection.execute(select(alias.c.value, alias.c.person_id).where(alias.c.kind == _FORMER_UPN))
    return {value: PersonId(person_id) for value, person_id in rows}


def join(connection: Connection, gone: PersonId, *, into: PersonId) -> None:
    """From now on one entry stands for both; the other is in no list any more and its history counts for both."""
    connection.execute(update(alias).where(alias.c.person_id == gone).values(person_id=into))
    _add_alias(connection, into, _MERGED, gone)
    if upn := connection.execute(select(table.c.upn).where(table.c.id == gone)).scalar():
        _note_former_upn(connection, into, upn)


def joined(connection: Connection) -> dict[PersonId, PersonId]:
    """Entries that were joined to another, and to which."""
    rows = connection.execute(select(alias.c.value, alias.c.person_id).where(alias.c.kind == _MERGED))
    return {PersonId(value): PersonId(person_id) for value, person_id in rows}


def entries_of(connection: Connection, people_ids: Collection[PersonId]) -> frozenset[PersonId]:
    """The ids of these people with those of the entries that were joined to theirs: all that history may name."""
    wanted = set(people_ids)
    return frozenset(wanted | {gone for gone, stayed in joined(connection).items() if stayed in wanted})


def _note_former_upn(connection: Connection, person_id: PersonId, upn: str) -> None:
    """Keep it; one that is known stays whose it is."""
    known = select(alias.c.id).where(alias.c.kind == _FORMER_UPN, alias.c.value == upn)
    if connection.execute(known).first() is None:
        _add_alias(connection, person_id, _FORMER_UPN, upn)


def _add_alias(connection: Connection, person_id: PersonId, kind: str, value: str) -> None:
    connection.execute(
        insert(alias).values(id=new_id(), person_id=person_id, kind=kind, value=value, recorded_at=now())
    )


def is_there() -> ColumnElement[bool]:
    """Neither erased nor joined to another entry."""
    return table.c.erased_at.is_(None) & table.c.id.not_in(select(alias.c.value).where(alias.c.kind == _MERGED))


def folded(text: str) -> str:
    """Lower case without accents or apostrophes, as names are compared."""
    if text.isascii():
        return text.lower().replace("'", "").strip()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.casefold().replace("'", "").replace("’", "").strip()


def _values(person: Person) -> dict[str, object]:
    values = {name: getattr(person, name) for name in _FIELDS}
    parts = (person.preferred_forename, person.preferred_surname, person.legal_forename, person.legal_surname)
    key = folded(" ".join((*parts, person.registration_group, person.upn, person.admission_number)))
    return values | {"kind": person.kind.value, "search_key": key}


def _person(row: RowMapping) -> Person:
    fields = {name: row[name] for name in _FIELDS}
    return Person(id=PersonId(row["id"]), kind=PersonKind(row["kind"]), version=row["version"], **fields)


def people_of_rows(rows: Iterable[RowMapping]) -> tuple[Person, ...]:
    """The people of these rows, by name."""
    return tuple(sorted((_person(row) for row in rows), key=lambda p: (folded(p.surname), folded(p.forename), p.id)))
