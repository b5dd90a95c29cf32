"""Contacts of children: who they are to the child, and whether they hold parental responsibility."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.contacts import Contact, ContactId
from app.domain.errors import RegisterError
from app.domain.people import PersonId
from consent_db.rows import new_id, now, one
from consent_db.schema import contact as table

_FIELDS = ("person_id", "name", "relationship", "parental_responsibility", "until", "contact_person_id")


def new(person_id: PersonId, name: str, relationship: str = "", *, parental_responsibility: bool = False) -> Contact:
    """A contact the register does not know yet; not stored."""
    return Contact(ContactId(new_id()), person_id, name, relationship, parental_responsibility)


def add(connection: Connection, contact: Contact, *, by: str) -> None:
    """Store a new contact."""
    connection.execute(insert(table).values(id=contact.id, recorded_at=now(), recorded_by=by, **_values(contact)))


def change(connection: Connection, contact: Contact) -> Contact:
    """Store corrections; `contact.version` is the version that was read.

    Raises:
        RegisterError: somebody else changed this contact meanwhile; nothing is written.
    """
    query = update(table).where(table.c.id == contact.id, table.c.version == contact.version)
    if connection.execute(query.values(version=contact.version + 1, **_values(contact))).rowcount != 1:
        raise RegisterError(
            f"{contact.name} was changed meanwhile.", remedy="Look at the new entry, then change it.", code="conflict"
        )
    return replace(contact, version=contact.version + 1)


def get(connection: Connection, contact_id: ContactId) -> Contact:
    """One contact.

    Raises:
        RegisterError: nobody has this id.
    """
    return _contact(one(connection, select(table).where(table.c.id == contact_id), "This contact"))


def of_people(connection: Connection, people_ids: Collection[PersonId] | None = None) -> tuple[Contact, ...]:
    """The contacts of these people, or of everybody, by name; those whose time is over too."""
    query = select(table).order_by(table.c.name, table.c.id)
    if people_ids is not None:
        query = query.where(table.c.person_id.in_(list(people_ids)))
    return tuple(_contact(row) for row in connection.execute(query).mappings())


def move(connection: Connection, *, of: PersonId, to: PersonId) -> None:
    """Let the contacts of one entry be those of another: both are the same child."""
    query = update(table).where(table.c.person_id == of)
    connection.execute(query.values(person_id=to, version=table.c.version + 1))


def _values(contact: Contact) -> dict[str, object]:
    return {name: getattr(contact, name) for name in _FIELDS}


def _contact(row: RowMapping) -> Contact:
    fields = {name: row[name] for name in _FIELDS}
    return Contact(id=ContactId(row["id"]), version=row["version"], **fields)
