"""Who works here, as those need it who name people for a platform or write down their training: names only."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, UserId
from app.workflow.workspace import Workspace
from consent_db import users


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can sign in today."""

    id: UserId
    username: str
    name: str


def colleagues(workspace: Workspace, actor: Actor) -> tuple[Colleague, ...]:
    """Everybody who can sign in today, by name.

    Raises:
        NotAllowedError: this person keeps neither platforms nor policies.
    """
    if not (actor.may(Action.KEEP_PLATFORMS) or actor.may(Action.KEEP_POLICIES)):
        actor.require(Action.MANAGE_USERS)
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        known = users.everybody(connection, today)
    return tuple(Colleague(user.id, user.username, user.name) for user in known if user.may_sign_in(today))


def colleague(workspace: Workspace, actor: Actor, name: str) -> Colleague:
    """The one who signs in with this name, or is called it.

    Raises:
        RegisterError: nobody, or more than one.
    """
    wanted = name.strip().casefold()
    found = [c for c in colleagues(workspace, actor) if wanted in (c.username.casefold(), c.name.casefold())]
    exact = [c for c in found if c.username.casefold() == wanted] or found
    if len(exact) != 1:
        raise RegisterError(f"{name} is nobody who can sign in here.", remedy="Use a sign-in name.", code="missing")
    return exact[0]
