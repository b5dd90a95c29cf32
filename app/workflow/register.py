"""The register as people use it: who is in it, what was answered, holds, and taking consent away."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.domain.consent import (
    CHILD,
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    PlatformId,
    RegisterSnapshot,
)
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person, PersonId
from app.domain.post import TaskKind
from app.workflow import biometrics
from app.workflow.consequences import stop_showing
from app.workflow.platforms import A_PARENT
from app.workflow.register_import import ImportPreview, apply_import, preview_consents, preview_pupils
from app.workflow.workspace import Workspace
from consent_db import audit, consent, holds, people, platforms, releases, users
from consent_db.consent import NewConsent

__all__ = ["ImportPreview", "apply_import", "preview_consents", "preview_pupils"]


def add_person(workspace: Workspace, actor: Actor, person: Person) -> PersonId:
    """Put somebody new into the register (`consent_db.people.new` makes the value)."""
    actor.require(Action.EDIT_REGISTER)
    _check_names(person)
    with workspace.database.transaction() as connection:
        people.add(connection, person)
        audit.append(connection, actor.user_id, "person-added", subjects=[person.id])
    return person.id


def change_person(workspace: Workspace, actor: Actor, person: Person) -> Person:
    """Correct an entry.

    Raises:
        RegisterError: it was changed meanwhile, or a name is missing.
    """
    actor.require(Action.EDIT_REGISTER)
    _check_names(person)
    with workspace.database.transaction() as connection:
        changed = people.change(connection, person)
        if changed.has_left(workspace.clock.today()):
            stop_showing(workspace, connection, person.id)
        biometrics.delete_unless_allowed(workspace, connection, person.id, by=actor.user_id)
        audit.append(connection, actor.user_id, "person-changed", subjects=[person.id])
    return changed


def find_people(workspace: Workspace, actor: Actor, words: str = "", *, group: str = "") -> tuple[Person, ...]:
    """People whose names or numbers hold the words, or everybody in a class."""
    _may_look(actor)
    with workspace.database.read() as connection:
        return people.by_class(connection, group) if group else people.search(connection, words, limit=5000)


def class_names(workspace: Workspace, actor: Actor) -> tuple[str, ...]:
    """The classes of the school."""
    _may_look(actor)
    with workspace.database.read() as connection:
        return people.classes(connection)


def snapshot(workspace: Workspace, actor: Actor) -> RegisterSnapshot:
    """The register as it stands; holds are left out for everybody but those who may place them."""
    _may_look(actor)
    with workspace.database.read() as connection:
        whole = consent.snapshot(connection)
    if actor.may(Action.PLACE_HOLD):
        return whole
    return RegisterSnapshot(people=whole.people, events=whole.events, as_of=whole.as_of)


def consent_history(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[ConsentEvent, ...]:
    """Everything ever answered for one person, oldest first."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return consent.history(connection, person_id)


def record_consent(workspace: Workspace, actor: Actor, answer: NewConsent) -> ConsentEventId:
    """Record an answer with its evidence.

    Raises:
        NotAllowedError: only the data manager records a yes; anybody may record a no (`take_consent_away`).
        RegisterError: a yes without saying who gave it and how that can be seen, or that ends before it begins.
    """
    actor.require(Action.EDIT_REGISTER)
    if answer.answer is Answer.YES and not (answer.giver.strip() and answer.evidence.strip()):
        raise RegisterError("A yes needs the name of who gave it, and where the form is kept.")
    if answer.valid_until is not None and answer.valid_until < answer.valid_from:
        raise RegisterError("This answer would end before it begins.", remedy="Check the two dates.")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        event_id = consent.record(connection, answer, by=actor.user_id)
        if answer.answer is not Answer.YES:
            stop_showing(workspace, connection, answer.person_id)
        audit.append(
            connection,
            actor.user_id,
            "consent-recorded",
            subjects=[answer.person_id, event_id],
            details={"kind": answer.kind.value, "platform": answer.platform_id, "answer": answer.answer.value},
        )
    return event_id


def take_consent_away(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    *,
    platform_ids: Collection[PlatformId] | None = None,
    by_child: bool = False,
    note: str = "",
) -> int:
    """A parent, or the child, says no: it holds at once, everywhere or on the platforms named.

    Open to everybody who can sign in. The data manager gets a task to ask the family and write down what they say.

    Returns:
        How many published posts must now be taken down.
    """
    actor.require(Action.TAKE_CONSENT_AWAY)
    today = workspace.clock.today()
    with workspace.database.transaction() as connection:
        people.get(connection, person_id)
        where = platform_ids if platform_ids is not None else [p.id for p in platforms.everything(connection)]
        for platform_id in where:
            for kind in ConsentKind:
                consent.record(
                    connection,
                    _refusal(person_id, kind, platform_id, today, by_child=by_child, note=note),
                    by=actor.user_id,
                )
        takedowns = stop_showing(workspace, connection, person_id)
        releases.raise_task(
            connection, TaskKind.CONFIRM_CONSENT, "Ask the family and record their answer.", person_id=person_id
        )
        audit.append(
            connection,
            actor.user_id,
            "consent-taken-away",
            subjects=[person_id],
            details={"platforms": len(where), "takedowns": takedowns},
        )
    return takedowns


def place_hold(workspace: Workspace, actor: Actor, person_id: PersonId) -> int:
    """From now on no consent clears this person; why is never stored here. Returns the takedowns it raised."""
    actor.require(Action.PLACE_HOLD)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        people.get(connection, person_id)
        holds.place(connection, person_id, by=actor.user_id)
        biometrics.delete_unless_allowed(workspace, connection, person_id, by=actor.user_id)
        takedowns = stop_showing(workspace, connection, person_id)
        audit.append(connection, actor.user_id, "hold-placed", subjects=[person_id], details={"takedowns": takedowns})
    return takedowns


def lift_hold(workspace: Workspace, actor: Actor, person_id: PersonId) -> None:
    """Consents count again for this person."""
    actor.require(Action.PLACE_HOLD)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        people.get(connection, person_id)
        holds.lift(connection, person_id, by=actor.user_id)
        audit.append(connection, actor.user_id, "hold-lifted", subjects=[person_id])


def _refusal(
    person_id: PersonId, kind: ConsentKind, platform_id: PlatformId, today: date, *, by_child: bool, note: str
) -> NewConsent:
    return NewConsent(
        person_id=person_id,
        kind=kind,
        platform_id=platform_id,
        answer=Answer.NO,
        giver=CHILD if by_child else A_PARENT,
        valid_from=today,
        relationship="the child" if by_child else "parent",
        evidence=note or "said to a member of staff",
    )


def _check_names(person: Person) -> None:
    if not person.legal_forename.strip() and not person.legal_surname.strip():
        raise RegisterError("A person needs a name.")


def _may_look(actor: Actor) -> None:
    """Names are shown to those who keep the register and to those who name faces with it."""
    if not actor.may(Action.REVIEW):
        actor.require(Action.SEE_REGISTER)
