"""Saying no, which is open to everybody who signs in and holds at once, and settling afterwards whose no it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import product

from sqlalchemy import Connection

from app.domain.consent import A_PARENT, CHILD, SELF, Answer, ConsentEvent, ConsentKind, PlatformId, counting
from app.domain.contacts import Contact, ContactId
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person, PersonId
from app.domain.post import TaskKind
from app.workflow.consequences import stop_showing
from app.workflow.workspace import Workspace
from consent_db import audit, consent, contacts, people, platforms, releases, users
from consent_db.consent import NewConsent

_ASK_FAMILY = "Ask the family which parent said no and what they want, then write it down."
_ASK_PERSON = "Ask them what they want, then write it down."
Kinds = Collection[tuple[ConsentKind, PlatformId]]


def take_consent_away(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    *,
    platform_ids: Collection[PlatformId] | None = None,
    kinds: Collection[ConsentKind] | None = None,
    by_child: bool = False,
    contact_id: ContactId | None = None,
    note: str = "",
) -> int:
    """A parent, the child, or an adult for themselves, says no: it holds at once, for everything unless said otherwise.

    Open to everybody who can sign in. The data manager gets a task to ask the family and write down what they say.

    Args:
        workspace: the school's workspace.
        actor: whoever was told.
        person_id: who may not be shown.
        platform_ids: where; everywhere when None.
        kinds: what; picture, name, video and work when None.
        by_child: the child said it themselves.
        contact_id: which contact said it, where that is known; with or without parental responsibility.
        note: what was said.

    Returns:
        How many published posts must now be taken down.

    Raises:
        RegisterError: the person, a platform or the contact is not known, or nothing was chosen.
    """
    actor.require(Action.TAKE_CONSENT_AWAY)
    with workspace.database.transaction() as connection:
        person_id = people.joined(connection).get(person_id, person_id)
        person = people.get(connection, person_id)
        there = [place.id for place in platforms.everything(connection)]
        where = there if platform_ids is None else list(dict.fromkeys(platform_ids))
        what = list(ConsentKind) if kinds is None else list(dict.fromkeys(kinds))
        if not set(where) <= set(there):
            raise RegisterError("One of these platforms is not in the register.", remedy="Open the page again.")
        if not what or (platform_ids is not None and not where):
            raise RegisterError("Say what the no is for.", remedy="Choose a platform, or leave it at everything.")
        contact = None if contact_id is None else _contact_of(connection, person, contact_id)
        today = workspace.clock.today()
        for kind, place in product(what, where):
            refusal = _refusal(person, kind, place, today, by_child=by_child, contact=contact, note=note)
            consent.record(connection, refusal, by=actor.user_id)
        takedowns = stop_showing(workspace, connection, person_id, None if platform_ids is None else where)
        words = _ASK_FAMILY if person.kind.is_child else _ASK_PERSON
        releases.raise_task(connection, TaskKind.CONFIRM_CONSENT, words, person_id=person_id)
        audit.append(
            connection,
            actor.user_id,
            "consent-taken-away",
            subjects=[person_id],
            details={"platforms": len(where), "kinds": len(what), "takedowns": takedowns},
        )
    return takedowns


def open_refusals(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[ConsentEvent, ...]:
    """The refusals in force that no known person stands behind; each waits for somebody to ask the family."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return tuple(_unsettled(connection, person_id))


def that_was(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    contact_id: ContactId,
    *,
    evidence: str,
    only: Kinds | None = None,
) -> int:
    """The no was this contact's: from now on it is theirs, and theirs alone to change. Returns how many answers.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: the contact is not the person's, or there is nothing to settle.
    """
    return _settle(workspace, actor, person_id, contact_id, evidence, only, misunderstood=False)


def was_misunderstanding(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    confirmed_with: ContactId,
    *,
    evidence: str,
    only: Kinds | None = None,
) -> int:
    """Nobody said no, a parent confirms: what was answered before counts again. Returns how many answers.

    Only a no by nobody knows which parent can be a misunderstanding, and only somebody with parental responsibility
    confirms it. This is no yes: whoever was never asked is covered as before.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: no evidence, the contact may not confirm it, or there is nothing to settle.
    """
    return _settle(workspace, actor, person_id, confirmed_with, evidence, only, misunderstood=True)


def _settle(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    contact_id: ContactId,
    evidence: str,
    only: Kinds | None,
    *,
    misunderstood: bool,
) -> int:
    actor.require(Action.EDIT_REGISTER)
    if not evidence.strip():
        raise RegisterError("Say how the family was asked.", remedy="For example: telephone call of 4 May, 10:15.")
    today = workspace.clock.today()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        person = people.get(connection, people.joined(connection).get(person_id, person_id))
        contact = _contact_of(connection, person, contact_id)
        if misunderstood and not contact.may_say_yes(today):
            raise RegisterError(
                f"{contact.name} does not hold parental responsibility and cannot confirm it.",
                remedy="Ask somebody who does.",
                code="no-responsibility",
            )
        open_ones = [e for e in _unsettled(connection, person.id) if only is None or (e.kind, e.platform_id) in only]
        told = [e for e in open_ones if e.is_anonymous or not misunderstood]
        if not told:
            raise RegisterError("There is no such refusal to settle.", remedy="Open the page again.", code="settled")
        for event in told:
            new = (_misunderstood if misunderstood else _owned)(event, contact, today, evidence.strip())
            consent.record(connection, new, by=actor.user_id)
        if not any(e.is_anonymous for e in _unsettled(connection, person.id)):
            _finish_task(connection, actor, person.id, evidence.strip())
        details = {"answers": len(told), "misunderstood": misunderstood}
        audit.append(connection, actor.user_id, "refusal-settled", subjects=[person.id, contact.id], details=details)
    return len(told)


def _unsettled(connection: Connection, person_id: PersonId) -> Iterator[ConsentEvent]:
    known = consent.snapshot(connection, [person_id])
    for events in known.events.values():
        yield from (e for e in counting(events) if e.refuses and e.contact_id is None and not e.is_own)


def _finish_task(connection: Connection, actor: Actor, person_id: PersonId, proof: str) -> None:
    for task in releases.open_tasks(connection, TaskKind.CONFIRM_CONSENT):
        if task.person_id == person_id:
            releases.finish_task(connection, task.id, by=actor.user_id, proof=proof)


def _contact_of(connection: Connection, person: Person, contact_id: ContactId) -> Contact:
    contact = contacts.get(connection, contact_id)
    if contact.person_id != person.id:
        raise RegisterError(f"{contact.name} is not a contact of {person.name}.", remedy="Choose another.")
    return contact


def _refusal(
    person: Person,
    kind: ConsentKind,
    platform_id: PlatformId,
    today: date,
    *,
    by_child: bool,
    contact: Contact | None,
    note: str,
) -> NewConsent:
    if contact is not None and not by_child:
        giver, relationship = contact.name, contact.relationship
    elif not person.kind.is_child:
        giver, relationship = SELF, "themselves"
    else:
        giver, relationship = (CHILD, "the child") if by_child else (A_PARENT, "parent")
    said = note.strip() or "said to a member of staff"
    return NewConsent(
        person.id, kind, platform_id, Answer.NO, giver, today, relationship, said,
        contact_id=None if contact is None or by_child else contact.id,
    )  # fmt: skip


def _owned(event: ConsentEvent, contact: Contact, today: date, evidence: str) -> NewConsent:
    return NewConsent(
        event.person_id, event.kind, event.platform_id, event.answer, contact.name, today, contact.relationship,
        f"{event.evidence}; that was {contact.name}: {evidence}", supersedes=event.id, contact_id=contact.id,
    )  # fmt: skip


def _misunderstood(event: ConsentEvent, contact: Contact, today: date, evidence: str) -> NewConsent:
    """A note that is never a yes: its giver is nobody in particular, and it waits to be confirmed for ever."""
    return NewConsent(
        event.person_id, event.kind, event.platform_id, Answer.YES, A_PARENT, today, contact.relationship,
        f"a misunderstanding, confirmed with {contact.name}: {evidence}", supersedes=event.id, to_confirm=True,
        contact_id=contact.id,
    )  # fmt: skip
