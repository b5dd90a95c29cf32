"""Who was trained in what. What each role needs is a rule of the school; without it nothing is handed on or out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Role, UserId
from app.domain.policies import MissingTraining, Training, TrainingId, missing_training, topics_needed
from app.workflow import school_settings
from app.workflow.workspace import Workspace
from consent_db import audit, training, users
from consent_db.users import User


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
        if not actor.may(Action.KEEP_POLICIES):
            found = _trained(connection, users.by_ids(connection, [actor.user_id], today), today)
        else:
            found = _trained(connection, users.everybody(connection, today), today)
    return tuple(person for person in found if role is None or role in person.roles)


@dataclass(frozen=True, slots=True)
class TrainingOrder:
    """Everybody whose training may be seen, whoever lacks some first, then by name; and how many lack some."""

    ids: tuple[UserId, ...]
    lacking: int


def in_order(workspace: Workspace, actor: Actor) -> TrainingOrder:
    """Whose training may be seen; `trained_by_ids` says what they have done."""
    every = sorted(register_of(workspace, actor), key=lambda p: (not p.missing, p.name.casefold()))
    return TrainingOrder(tuple(p.user_id for p in every), sum(1 for p in every if p.missing))


def trained_by_ids(workspace: Workspace, actor: Actor, user_ids: Collection[UserId]) -> dict[UserId, Trained]:
    """The training of these people as far as it may be seen, by id."""
    wanted = [i for i in user_ids if actor.may(Action.KEEP_POLICIES) or i == actor.user_id]
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        return {p.user_id: p for p in _trained(connection, users.by_ids(connection, wanted, today), today)}


def _trained(connection: Connection, people: Sequence[User], today: date) -> tuple[Trained, ...]:
    required = school_settings.training_required(connection)
    done: dict[UserId, list[Training]] = defaultdict(list)
    for course in training.of_users(connection, [user.id for user in people]):
        done[course.user_id].append(course)
    found = []
    for user in (user for user in people if user.may_sign_in(today)):
        needed, courses = topics_needed(user.roles, required), tuple(done[user.id])
        missing = missing_training(needed, courses, today)
        found.append(Trained(user.id, user.name, user.roles, needed, courses, missing))
    return tuple(found)


def missing_of(connection: Connection, actor: Actor, today: date) -> tuple[MissingTraining, ...]:
    """What an actor's roles need and they cannot show on this day."""
    needed = topics_needed(actor.roles, school_settings.training_required(connection))
    return missing_training(needed, training.of(connection, actor.user_id), today) if needed else ()
