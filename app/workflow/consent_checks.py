"""Who may give an answer and what it needs, said in sentences: checked before anything is recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from app.domain.consent import A_PARENT, CHILD, OWN_CONSENT_AGE, SELF, Answer, birthday, is_own
from app.domain.contacts import Contact
from app.domain.days import day_in_words
from app.domain.errors import RegisterError
from app.domain.people import Person
from consent_db import contacts, people, platforms, settings
from consent_db.consent import NewConsent
from consent_db.people import folded


@dataclass(frozen=True, slots=True)
class _Facts:
    person: Person
    contact: Contact | None
    own_consent_age: int | None
    today: date


def checked(
    connection: Connection, answer: NewConsent, *, today: date, parent_informed_on: date | None = None
) -> NewConsent:
    """The answer as it is to be recorded: for the entry that stands for the person, under the giver's own name.

    Raises:
        RegisterError: the giver is missing or may not say yes, the form or the evidence is missing, the dates cannot
            be right, or the person, contact or platform is not known.
    """
    person_id = people.joined(connection).get(answer.person_id, answer.person_id)
    contact = None if answer.contact_id is None else contacts.get(connection, answer.contact_id)
    facts = _Facts(
        people.get(connection, person_id), contact, settings.get(connection, "own_consent_age", OWN_CONSENT_AGE), today
    )
    platforms.get(connection, answer.platform_id)
    if contact is not None and contact.person_id != person_id:
        raise RegisterError(f"{contact.name} is not a contact of {facts.person.name}.", remedy="Choose another.")
    if answer.valid_until is not None and answer.valid_until < answer.valid_from:
        raise RegisterError("This answer would end before it begins.", remedy="Check the two dates.")
    giver = _giver(answer, facts)
    named = replace(
        answer, person_id=person_id, giver=giver, relationship=_relationship(answer, giver, facts),
        form_version=answer.form_version.strip(), evidence=answer.evidence.strip(),
    )  # fmt: skip
    return named if named.answer is not Answer.YES else _checked_yes(named, facts, parent_informed_on)


def _giver(answer: NewConsent, facts: _Facts) -> str:
    """The giver by the name answers are compared under: of a contact theirs, of the person themselves one word."""
    if facts.contact is not None:
        return facts.contact.name
    giver, person, own = answer.giver.strip(), facts.person, CHILD if facts.person.kind.is_child else SELF
    names = {folded(person.name), folded(f"{person.legal_forename} {person.legal_surname}")}
    if is_own(giver) or folded(giver) in names:
        return own
    if not giver and answer.answer is not Answer.YES:
        return A_PARENT if person.kind.is_child else SELF
    return giver


def _relationship(answer: NewConsent, giver: str, facts: _Facts) -> str:
    if facts.contact is not None:
        return facts.contact.relationship
    return {CHILD: "the child", SELF: "themselves"}.get(giver, answer.relationship.strip())


def _checked_yes(answer: NewConsent, facts: _Facts, parent_informed_on: date | None) -> NewConsent:
    if not answer.giver or answer.giver == A_PARENT:
        raise RegisterError("A yes needs the name of who gave it.", remedy="Write the name that stands on the form.")
    if not answer.form_version:
        raise RegisterError("A yes needs the form that was signed.", remedy="Write which version it is, as “2026”.")
    if not (answer.evidence or answer.evidence_file):
        raise RegisterError("A yes needs a scan, or a word on where the form is kept.", remedy="For example: folder 3.")
    if answer.giver == CHILD:
        return _own_yes(answer, facts, parent_informed_on)
    if not facts.person.kind.is_child and answer.giver != SELF:
        raise RegisterError(
            f"{facts.person.name} is an adult and answers for themselves.", remedy="Ask them, and record who they are."
        )
    contact = facts.contact
    if contact is not None and not contact.may_say_yes(facts.today):
        raise RegisterError(
            f"{contact.name} does not hold parental responsibility, so their yes does not count.",
            remedy="Ask somebody who does. A no of theirs can always be recorded.",
            code="no-responsibility",
        )
    return answer


def _own_yes(answer: NewConsent, facts: _Facts, parent_informed_on: date | None) -> NewConsent:
    person, age = facts.person, facts.own_consent_age
    if age is None or person.date_of_birth is None:
        why = "the school asks parents only" if age is None else "their date of birth is not in the register"
        raise RegisterError(f"A yes of {person.name} themselves does not count: {why}.", remedy="Ask a parent.")
    if answer.valid_from < birthday(person.date_of_birth, age):
        raise RegisterError(
            f"{person.name} was not {age} on that day, so a parent has to agree.",
            remedy="A no of theirs can always be recorded.",
            code="too-young",
        )
    if parent_informed_on is None or parent_informed_on > facts.today:
        raise RegisterError(
            "A pupil who agrees themselves needs the day their parents were told.",
            remedy="Tell the parents, then write the day.",
            code="parents-not-told",
        )
    told = f"parents told on {day_in_words(parent_informed_on)}"
    return replace(answer, evidence=f"{answer.evidence}; {told}" if answer.evidence else told)
