"""Pairs of people who are taken for each other, twins above all: a suggestion of one of them says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.matching import LOOK_ALIKES_SETTING
from app.domain.people import Action, Actor, PersonId
from app.workflow.workspace import Workspace
from consent_db import audit, people, settings, users

LookAlikes = Mapping[PersonId, tuple[PersonId, ...]]
"""For everybody with look-alikes, who they are."""


def mark(workspace: Workspace, actor: Actor, one: PersonId, other: PersonId, *, alike: bool = True) -> None:
    """Note that two people look alike, or with `alike` False that they do not after all.

    Raises:
        RegisterError: somebody is not in the register, or both are the same person.
    """
    actor.require(Action.KEEP_BIOMETRICS)
    if one == other:
        raise RegisterError("Choose two different people.", code="same-person")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        known = {person.id for person in people.by_ids(connection, [one, other])}
        if len(known) < 2:
            raise RegisterError("One of these people is not in the register.", remedy="Choose somebody who is.")
        pairs = _pairs(connection)
        wanted = (min(one, other), max(one, other))
        pairs = pairs | {wanted} if alike else pairs - {wanted}
        settings.put(connection, LOOK_ALIKES_SETTING, [list(pair) for pair in sorted(pairs)], by=actor.user_id)
        audit.append(
            connection, actor.user_id, "look-alikes-marked", subjects=[one, other], details={"alike": alike}
        )  # fmt: skip


def look_alikes(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[PersonId, ...]:
    """Who is taken for this person."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return known(connection).get(person_id, ())


def known(connection: Connection) -> LookAlikes:
    """For everybody with look-alikes, who they are."""
    found: dict[PersonId, list[PersonId]] = defaultdict(list)
    for one, other in sorted(_pairs(connection)):
        found[one].append(other)
        found[other].append(one)
    return {person: tuple(others) for person, others in found.items()}


def forget(connection: Connection, person_id: PersonId, *, by: str) -> None:
    """Leave nothing of a person who is erased: neither this id nor the one it was joined to stays in a pair."""
    kept = settings.get(connection, LOOK_ALIKES_SETTING, [])
    others = [pair for pair in kept if person_id not in pair]
    if others != kept:
        settings.put(connection, LOOK_ALIKES_SETTING, others, by=by)


def _pairs(connection: Connection) -> set[tuple[PersonId, PersonId]]:
    """The pairs whose people are both there; an entry joined to another counts as that one."""
    kept = settings.get(connection, LOOK_ALIKES_SETTING, [])
    joined = people.joined(connection)
    pairs = {tuple(sorted(joined.get(PersonId(i), PersonId(i)) for i in pair)) for pair in kept}
    there = {person.id for person in people.by_ids(connection, sorted({i for pair in pairs for i in pair}))}
    return {(one, other) for one, other in pairs if one != other and {one, other} <= there}
