"""Who may speak for a child: parents, carers, a social worker; with parental responsibility or without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from app.domain.contacts import Contact, ContactId
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, PersonId
from app.workflow import biometrics
from app.workflow.consequences import let_lapse
from app.workflow.workspace import Workspace
from consent_db import audit, contacts, people, users


def contacts_of(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[Contact, ...]:
    """Everybody who speaks or spoke for this child, by name."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return contacts.of_people(connection, [people.joined(connection).get(person_id, person_id)])


def add_contact(workspace: Workspace, actor: Actor, contact: Contact) -> ContactId:
    """Note a contact of a child (`consent_db.contacts.new` makes the value).

    Raises:
        RegisterError: no name, or the person is an adult or not in the register.
    """
    actor.require(Action.EDIT_REGISTER)
    contact = _checked(contact)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        _require_child(connection, contact)
        contacts.add(connection, contact, by=actor.user_id)
        biometrics.delete_unless_allowed(workspace, connection, contact.person_id, by=actor.user_id)
        _note(connection, actor, "contact-added", contact)
    return contact.id


def change_contact(workspace: Workspace, actor: Actor, contact: Contact) -> Contact:
    """Correct a contact. Where they lose parental responsibility, a yes of theirs counts no more.

    What they said stays as it was recorded, and a no of theirs still binds.

    Raises:
        RegisterError: it was changed meanwhile, or what `add_contact` refuses.
    """
    actor.require(Action.EDIT_REGISTER)
    contact, today = _checked(contact), workspace.clock.today()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        before = contacts.get(connection, contact.id)
        if before.person_id != contact.person_id:
            raise RegisterError("A contact stays with their child.", remedy="Add them as a contact of the other child.")
        changed = contacts.change(connection, contact)
        biometrics.delete_unless_allowed(workspace, connection, contact.person_id, by=actor.user_id)
        if before.may_say_yes(today) and not changed.may_say_yes(today):
            let_lapse(workspace, connection, contact.person_id)
        _note(connection, actor, "contact-changed", changed)
    return changed


def end_contact(workspace: Workspace, actor: Actor, contact_id: ContactId, last_day: date) -> Contact:
    """After this day the contact speaks for the child no more; nothing is deleted.

    Raises:
        RegisterError: there is no such contact.
    """
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.read() as connection:
        contact = contacts.get(connection, contact_id)
    return change_contact(workspace, actor, replace(contact, until=last_day))


def _checked(contact: Contact) -> Contact:
    name, relationship = contact.name.strip(), contact.relationship.strip()
    if not name:
        raise RegisterError("A contact needs a name.")
    if len(name) > 200 or len(relationship) > 100:
        raise RegisterError("This name or relationship is too long.", remedy="Write it shorter.")
    return replace(contact, name=name, relationship=relationship)


def _require_child(connection: Connection, contact: Contact) -> None:
    person = people.get(connection, contact.person_id)
    if not person.kind.is_child:
        raise RegisterError(f"{person.name} is an adult and answers for themselves.", remedy="Ask them.")
    if contact.contact_person_id is not None:
        people.get(connection, contact.contact_person_id)


def _note(connection: Connection, actor: Actor, action: str, contact: Contact) -> None:
    details = {
        "responsibility": contact.parental_responsibility,
        "until": contact.until.isoformat() if contact.until else None,
    }
    audit.append(connection, actor.user_id, action, subjects=[contact.person_id, contact.id], details=details)
