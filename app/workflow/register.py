"""The register as people use it: who is in it, who left, and safeguarding holds.

Answers are in `app.workflow.consents`, saying no in `app.workflow.refusals`, contacts in `app.workflow.contacts`, two
entries of one person in `app.workflow.merging`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person, PersonId, PersonKind
from app.domain.post import TaskKind
from app.workflow import biometrics
from app.workflow.coming_back import ask_again
from app.workflow.consents import consent_history, named_only, record_consent, snapshot
from app.workflow.consequences import let_lapse, stop_showing
from app.workflow.refusals import take_consent_away
from app.workflow.register_import import ImportPreview, apply_import, preview_consents, preview_pupils
from app.workflow.workspace import Workspace
from consent_db import audit, holds, people, releases, users
from consent_db.lists.cells import admission_key, upn_is_valid, upn_of

__all__ = [
    "ImportPreview", "apply_import", "consent_history", "preview_consents", "preview_pupils", "record_consent",
    "snapshot", "take_consent_away",
]  # fmt: skip

_MOST = {
    "legal_forename": 200, "legal_surname": 200, "preferred_forename": 200, "preferred_surname": 200,
    "registration_group": 40, "year_group": 40, "admission_number": 40,
}  # fmt: skip


def add_person(workspace: Workspace, actor: Actor, person: Person) -> PersonId:
    """Put somebody new into the register (`consent_db.people.new` makes the value).

    Raises:
        RegisterError: a name is missing, the UPN's check letter does not fit, the dates cannot be right, or the UPN
            or admission number is somebody else's.
    """
    actor.require(Action.EDIT_REGISTER)
    person = _checked(person, workspace.clock.today())
    with workspace.database.transaction() as connection:
        _refuse_taken_numbers(connection, person)
        people.add(connection, person)
        audit.append(connection, actor.user_id, "person-added", subjects=[person.id])
    return person.id


def change_person(workspace: Workspace, actor: Actor, person: Person) -> Person:
    """Correct an entry. A UPN that is replaced, such as a temporary one by the permanent one, still finds the person.

    Raises:
        RegisterError: it was changed meanwhile, or what `add_person` refuses.
    """
    actor.require(Action.EDIT_REGISTER)
    person = _checked(person, workspace.clock.today())
    with workspace.database.transaction() as connection:
        _refuse_taken_numbers(connection, person)
        before = people.get(connection, person.id)
        changed = people.change(connection, person)
        ask_again(connection, before, changed, today=workspace.clock.today(), by=actor.user_id)
        _follow_up(workspace, connection, actor, changed)
        audit.append(connection, actor.user_id, "person-changed", subjects=[person.id])
    return changed


def mark_as_left(workspace: Workspace, actor: Actor, person_id: PersonId, last_day: date) -> int:
    """Somebody leaves the school: after the last day no yes counts; prepared posts fall, live ones are looked at again.

    Returns:
        How many live posts there are to look at; none before the last day is over.

    Raises:
        RegisterError: the last day is before the first, or too far ahead.
    """
    actor.require(Action.EDIT_REGISTER)
    today = workspace.clock.today()
    with workspace.database.transaction() as connection:
        person = people.get(connection, person_id)
        has_gone = last_day < today and person.kind is PersonKind.PUPIL
        left = replace(person, on_roll_until=last_day, kind=PersonKind.LEAVER if has_gone else person.kind)
        changed = people.change(connection, _checked(left, today))
        ask_again(connection, person, changed, today=today, by=actor.user_id)
        tasks = _follow_up(workspace, connection, actor, changed)
        for task in releases.open_tasks(connection, TaskKind.POSSIBLE_LEAVER):
            if task.person_id == person_id:
                releases.finish_task(connection, task.id, by=actor.user_id, proof=f"left on {last_day.isoformat()}")
        audit.append(
            connection,
            actor.user_id,
            "person-left",
            subjects=[person_id],
            details={"last_day": last_day.isoformat(), "to_look_at": tasks},
        )
    return tasks


def find_people(workspace: Workspace, actor: Actor, words: str = "", *, group: str = "") -> tuple[Person, ...]:
    """People whose names or numbers hold the words, or everybody in a class.

    Whoever names faces and does not keep the register gets names and classes, without numbers and dates of birth.
    """
    _may_look(actor)
    with workspace.database.read() as connection:
        found = people.by_class(connection, group) if group else people.search(connection, words, limit=5000)
    return found if actor.may(Action.SEE_REGISTER) else tuple(map(named_only, found))


def class_names(workspace: Workspace, actor: Actor) -> tuple[str, ...]:
    """The classes of the school."""
    _may_look(actor)
    with workspace.database.read() as connection:
        return people.classes(connection)


def place_hold(workspace: Workspace, actor: Actor, person_id: PersonId) -> int:
    """From now on no consent clears this person; why is never stored here. Returns the takedowns it raised."""
    actor.require(Action.PLACE_HOLD)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
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


def _follow_up(workspace: Workspace, connection: Connection, actor: Actor, person: Person) -> int:
    biometrics.delete_unless_allowed(workspace, connection, person.id, by=actor.user_id)
    return let_lapse(workspace, connection, person.id) if person.has_left(workspace.clock.today()) else 0


def _checked(person: Person, today: date) -> Person:
    """The entry without stray spaces and with the UPN as it is written.

    Raises:
        RegisterError: it cannot be right.
    """
    texts = {name: getattr(person, name).strip() for name in _MOST}
    person = replace(person, upn=upn_of(person.upn), **texts)
    if not person.legal_forename and not person.legal_surname:
        raise RegisterError("A person needs a name.")
    if too_long := [name for name, most in _MOST.items() if len(texts[name]) > most]:
        words = too_long[0].replace("_", " ")
        raise RegisterError(f"The {words} is longer than {_MOST[too_long[0]]} letters.", remedy="Write it shorter.")
    if person.upn and not upn_is_valid(person.upn):
        raise RegisterError(
            f"The UPN {person.upn[:20]} cannot be right: its check letter does not fit.",
            remedy="Copy it again from the school's system, or leave it empty.",
            code="upn",
        )
    born, first, last = person.date_of_birth, person.on_roll_from, person.on_roll_until
    if born is not None and not date(1900, 1, 1) <= born <= today:
        raise RegisterError("This date of birth cannot be right.", remedy="Write day, month and year.", code="born")
    if last is not None and ((first is not None and last < first) or (born is not None and last < born)):
        raise RegisterError("The last day on roll is before the first.", remedy="Check the dates.", code="dates")
    return person


def _refuse_taken_numbers(connection: Connection, person: Person) -> None:
    """A UPN and an admission number belong to one entry; a former UPN finds its owner."""
    owner = people.former_upns(connection).get(person.upn, person.id) if person.upn else person.id
    same = people.with_number(connection, upn=person.upn, admission_number=person.admission_number)
    for other in (p for p in same if p.id != person.id):
        is_upn = bool(person.upn) and other.upn == person.upn
        if is_upn or admission_key(other.admission_number) == admission_key(person.admission_number):
            what = "UPN" if is_upn else "admission number"
            raise RegisterError(f"This {what} belongs to {other.name}.", remedy="Check both entries.", code="taken")
    if owner != person.id:
        name = people.get(connection, owner).name
        raise RegisterError(f"This UPN was {name}'s before.", remedy="Check both entries.", code="taken")


def _may_look(actor: Actor) -> None:
    """Names are shown to those who keep the register and to those who name faces with it."""
    if not actor.may(Action.REVIEW):
        actor.require(Action.SEE_REGISTER)
