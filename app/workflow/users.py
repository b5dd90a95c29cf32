"""Signing in, and who can."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.errors import NotAllowedError, RegisterError, SignInError
from app.domain.people import Action, Actor, Role, UserId
from app.workflow.workspace import Workspace
from consent_db import audit, users
from consent_db.users import User

SHORTEST_PASSWORD = 10


def sign_in(workspace: Workspace, username: str, password: str) -> Actor:
    """Who this is, if name and password fit; every try is recorded.

    Raises:
        SignInError: they do not fit (the words never say which), or it is too early to try again.
    """
    with workspace.database.transaction() as connection:
        result = users.try_sign_in(connection, username, password)
        who = result.known_user_id or "unknown"
        audit.append(connection, who, "signed-in" if result.user else "sign-in-failed")
    if result.user is not None:
        return result.user.actor
    if result.wait_until is not None:
        wait = max(1, round((result.wait_until - workspace.clock.now()).total_seconds()))
        raise SignInError(
            "There were too many wrong passwords.", remedy=f"Wait {_in_words(wait)}, then try again.", code="locked"
        )
    raise SignInError("The name or the password is wrong.", remedy="Check both and try again.")


def add_user(
    workspace: Workspace, actor: Actor, *, username: str, name: str, password: str, roles: Collection[Role]
) -> UserId:
    """Let somebody new sign in.

    Raises:
        NotAllowedError: the actor may not, or the password is too short.
        RegisterError: the name is taken, or there is none, or no role.
    """
    actor.require(Action.MANAGE_USERS)
    _check_password(password)
    if not username.strip() or not name.strip():
        raise RegisterError("A user needs a sign-in name and a name to show.")
    if not roles:
        raise RegisterError(f"{name} needs at least one role.")
    with workspace.database.transaction() as connection:
        if users.exists(connection, username):
            raise RegisterError(f"Somebody signs in as {username} already.", remedy="Choose another sign-in name.")
        user_id = users.add(connection, username=username, name=name.strip(), password=password, roles=roles)
        audit.append(
            connection, actor.user_id, "user-added", subjects=[user_id], details={"roles": ",".join(sorted(roles))}
        )
    return user_id


def change_password(workspace: Workspace, actor: Actor, *, old: str, new: str) -> None:
    """Replace one's own password.

    Raises:
        SignInError: the old one is wrong.
        NotAllowedError: the new one is too short.
    """
    _check_password(new)
    with workspace.database.transaction() as connection:
        username = users.get(connection, actor.user_id).username
        fits = users.try_sign_in(connection, username, old).user is not None
        if fits:
            users.set_password(connection, actor.user_id, new)
        audit.append(connection, actor.user_id, "password-changed" if fits else "sign-in-failed")
    if not fits:
        raise SignInError("The old password is wrong.")


def list_users(workspace: Workspace, actor: Actor) -> tuple[User, ...]:
    """Everybody who can sign in."""
    actor.require(Action.MANAGE_USERS)
    with workspace.database.read() as connection:
        return users.everybody(connection)


def _check_password(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise NotAllowedError("The password is too short.", remedy=f"Use at least {SHORTEST_PASSWORD} characters.")


def _in_words(seconds: int) -> str:
    return f"{seconds} seconds" if seconds < 120 else f"{round(seconds / 60)} minutes"
