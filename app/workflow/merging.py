"""Two entries of one person become one. What was recorded of either stays, and is read as said of the one left."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from app.domain.consent import counting
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person
from app.workflow import biometrics
from app.workflow.coming_back import ask_again
from app.workflow.consequences import let_lapse, stop_showing
from app.workflow.workspace import Workspace
from consent_db import audit, consent, contacts, holds, joining, people, users

_FILLED = (
    "preferred_forename", "preferred_surname", "upn", "admission_number", "date_of_birth", "registration_group",
    "year_group", "on_roll_from",
)  # fmt: skip
"""What the entry that stays takes over where it has nothing of its own."""


def join_entries(workspace: Workspace, actor: Actor, stays: Person, goes: Person) -> Person:
    """Two entries of one person become one; the safer answer wins, and a hold on either holds.

    Pictures, lists and contacts of the one that goes are those of the one that stays. Every answer of both counts, so
    a no to either is a no. Prepared posts with this person fall, since what may be shown is looked at anew; live ones
    are looked at again.

    Args:
        workspace: the school's workspace.
        actor: who joins them.
        stays: the entry that stays, as it was looked at.
        goes: the other one, as it was looked at.

    Returns:
        The entry that stays.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: they cannot be one person, one of them was changed or joined meanwhile.
    """
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        _refuse_other_people(connection, stays, goes)
        filled = {name: getattr(stays, name) or getattr(goes, name) for name in _FILLED}
        left = [day for day in (stays.on_roll_until, goes.on_roll_until) if day is not None]
        people.change(connection, goes)  # its version rises, so that nobody else goes on with it
        people.join(connection, goes.id, into=stays.id)
        changed = people.change(connection, replace(stays, **filled, on_roll_until=min(left, default=None)))
        contacts.move(connection, of=goes.id, to=stays.id)
        joining.move_everything(connection, of=goes.id, to=stays.id, by=actor.user_id)
        held = holds.held(connection)
        if goes.id in held and stays.id not in held:
            holds.place(connection, stays.id, by=actor.user_id)
        today = workspace.clock.today()
        ask_again(connection, goes, changed, today=today, by=actor.user_id, entries=[goes.id])
        _follow_up(workspace, connection, actor, changed, goes)
        audit.append(connection, actor.user_id, "people-joined", subjects=[stays.id, goes.id])
    return changed


def _follow_up(workspace: Workspace, connection: Connection, actor: Actor, stays: Person, goes: Person) -> None:
    """A no to either takes live posts down; without one somebody looks at them again."""
    for person_id in (stays.id, goes.id):
        biometrics.delete_templates(workspace, connection, person_id, biometrics.MERGED, by=actor.user_id)
    known = consent.snapshot(connection, [stays.id])
    refused = any(event.refuses for events in known.events.values() for event in counting(events))
    consequence = stop_showing if refused or stays.id in known.holds else let_lapse
    consequence(workspace, connection, stays.id)


def _refuse_other_people(connection: Connection, stays: Person, goes: Person) -> None:
    joined = people.joined(connection)
    if stays.id == goes.id:
        raise RegisterError("This is one entry already.", remedy="Choose the other one.")
    if stays.id in joined or goes.id in joined:
        raise RegisterError("One of these entries was joined already.", remedy="Open the page again.", code="conflict")
    if stays.kind.is_child is not goes.kind.is_child:
        raise RegisterError("A child and an adult cannot be one person.", remedy="Look at both entries.")
    if stays.date_of_birth and goes.date_of_birth and stays.date_of_birth != goes.date_of_birth:
        raise RegisterError(
            f"{stays.name} and {goes.name} were born on different days.",
            remedy="Put the date of birth right first; twins stay two entries.",
            code="born",
        )
