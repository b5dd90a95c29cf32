"""Who was trained in what. What each role needs is a rule of the school; without it nothing is handed on or out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Role, UserId
from app.domain.policies import MissingTraining, Training, TrainingId, missing_training, topics_needed
from app.workflow import school_settings
from app.workflow.workspace import Workspace
from consent_db import audit, training, users


@dataclass(frozen=True, slots=True)
class Trained:
    """Somebody who can sign in, the topics their roles need, what they have done and what is missing."""

    user_id: UserId
    name: str
    roles: frozenset[Role]
    needed: tuple[str, ...]
    done: tuple[Training, ...]
    missing: tuple[MissingTraining, ...]


def record_training(
    workspace: Workspace,
    actor: Actor,
    *,
    user_id: UserId,
    topic: str,
    done_on: date,
    valid_until: date | None = None,
    evidence: str = "",
) -> TrainingId:
    """Note that somebody was trained.

    Raises:
        NotAllowedError: this person does not keep the training register.
        RegisterError: the topic is missing, there is no such user, or a date makes no sense.
    """
    actor.require(Action.KEEP_POLICIES)
    if not topic.strip():
        raise RegisterError("Say what the training was about.")
    if done_on > workspace.clock.today():
        raise RegisterError("This training is still to come.", remedy="Record it once it is done.", code="date")
    if valid_until is not None and valid_until < done_on:
        raise RegisterError("This training would run out before it was done.", remedy="Check the two dates.")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        users.get(connection, user_id)
        key = training.add(
            connection,
            user_id=user_id,
            topic=topic.strip(),
            done_on=done_on,
            valid_until=valid_until,
            evidence=evidence.strip(),
            by=actor.user_id,
        )
        days: dict[str, str | int | bool | None] = {"done_on": done_on.isoformat()}
        days["until"] = valid_until.isoformat() if valid_until else None
        audit.append(connection, actor.user_id, "training-recorded", subjects=[user_id, key], details=days)
    return key


def register_of(workspace: Workspace, actor: Actor, role: Role | None = None) -> tuple[Trained, ...]:
    """Everybody who can sign in, or everybody with a role, with their training; oneself alone for most people."""
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        required = school_settings.training_required(connection)
        everything = training.everything(connection)
        people = [user for user in users.everybody(connection, today) if user.may_sign_in(today)]
    found = []
    for user in people:
        if not (actor.may(Action.KEEP_POLICIES) or user.id == actor.user_id) or (role and role not in user.roles):
            continue
        needed = topics_needed(user.roles, required)
        done = tuple(course for course in everything if course.user_id == user.id)
        missing = missing_training(needed, done, today)
        found.append(Trained(user.id, user.name, user.roles, needed, done, missing))
    return tuple(found)


def missing_of(connection: Connection, actor: Actor, today: date) -> tuple[MissingTraining, ...]:
    """What an actor's roles need and they cannot show on this day."""
    needed = topics_needed(actor.roles, school_settings.training_required(connection))
    return missing_training(needed, training.of(connection, actor.user_id), today) if needed else ()
