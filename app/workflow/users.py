"""Who can sign in, and with which roles. Signing in itself is in `app.workflow.signing_in`.

Nobody gives themselves anything here: a second person with the right to manage users has to do it. Who gave somebody
the right to approve, publish or place holds is shown to the Headteacher until they have looked at it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import PERMITTED, ROLE_WORDS, Action, Actor, EmploymentKind, Role, UserId
from app.workflow.account_rules import NEED_A_LAST_DAY, POWERFUL, check_details, for_the_records, refuse_own_gain
from app.workflow.signing_in import (
    MUST_CHANGE,
    SHORTEST_PASSWORD,
    change_password,
    check_password,
    choose_password,
    name_key,
    refreshed,
    sign_in,
)
from app.workflow.workspace import Workspace
from consent_db import audit, passwords, sign_in_tries, user_lists, users
from consent_db.user_lists import UserWord
from consent_db.users import Grant, User

__all__ = [
    "MUST_CHANGE",
    "NEED_A_LAST_DAY",
    "SHORTEST_PASSWORD",
    "Admission",
    "add_user",
    "admit",
    "change_password",
    "change_user",
    "choose_password",
    "close_account",
    "list_users",
    "note_roles_seen",
    "open_account",
    "refreshed",
    "reset_password",
    "roles_to_look_at",
    "sign_in",
]


@dataclass(frozen=True, slots=True)
class Admission:
    """A new account, or an old one with a new password: `password` is for one sign-in and is kept nowhere in clear."""

    user_id: UserId
    password: str


def add_user(
    workspace: Workspace,
    actor: Actor,
    *,
    username: str,
    name: str,
    password: str,
    roles: Collection[Role | Grant],
    employment: EmploymentKind = EmploymentKind.STAFF,
    until: date | None = None,
) -> UserId:
    """Let somebody new sign in with a password they chose, from now on or for as long as their roles say.

    Raises:
        NotAllowedError: the actor may not, or the password is too short.
        RegisterError: the name is taken, or there is none, or no role, or no last day for somebody from outside.
    """
    actor.require(Action.MANAGE_USERS)
    check_password(password)
    return _add(workspace, actor, username, name, password, roles, employment, until, must_change=False)


def admit(
    workspace: Workspace,
    actor: Actor,
    *,
    username: str,
    name: str,
    roles: Collection[Role | Grant],
    employment: EmploymentKind = EmploymentKind.STAFF,
    until: date | None = None,
) -> Admission:
    """Let somebody new sign in with a password for one sign-in, which they replace by their own.

    Raises:
        NotAllowedError, RegisterError: as for `add_user`.
    """
    actor.require(Action.MANAGE_USERS)
    password = passwords.new_temporary()
    user_id = _add(workspace, actor, username, name, password, roles, employment, until, must_change=True)
    return Admission(user_id, password)


def change_user(workspace: Workspace, actor: Actor, changed: User) -> User:
    """Store other details or roles (`changed.grants`); the version that was read must still be the one stored.

    Raises:
        NotAllowedError: the actor may not, or would give themselves a role or more time.
        RegisterError: changed meanwhile, something is missing, or nobody could manage users any more.
    """
    actor.require(Action.MANAGE_USERS)
    today = workspace.clock.today()
    check_details(changed.name, changed.grants, changed.employment, changed.until)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        before = users.get(connection, changed.id, today)
        if changed.id == actor.user_id:
            refuse_own_gain(actor, before, changed)
        users.change(connection, replace(changed, name=changed.name.strip(), is_active=before.is_active))
        given = users.set_grants(connection, changed.id, changed.grants, by=actor.user_id)
        _note_powerful(connection, actor, changed.id, given)
        _require_somebody_left(connection, today)
        audit.append(
            connection,
            actor.user_id,
            "user-changed",
            subjects=[changed.id],
            details=for_the_records(changed.grants, changed.employment, changed.until, given),
        )
        return users.get(connection, changed.id, today)


def close_account(workspace: Workspace, actor: Actor, user_id: UserId) -> None:
    """Let somebody sign in no more; what they did stays recorded under their name.

    Raises:
        NotAllowedError: the actor may not, or it is their own account.
        RegisterError: nobody could manage users any more.
    """
    _set_active(workspace, actor, user_id, is_active=False)


def open_account(workspace: Workspace, actor: Actor, user_id: UserId) -> None:
    """Let somebody sign in again, with the roles they have.

    Raises:
        NotAllowedError: the actor may not, or it is their own account.
    """
    _set_active(workspace, actor, user_id, is_active=True)


def reset_password(workspace: Workspace, actor: Actor, user_id: UserId) -> Admission:
    """A password for one sign-in, shown this once; the old one no longer works and any wait is over.

    Raises:
        NotAllowedError: the actor may not, or it is their own account.
    """
    actor.require(Action.MANAGE_USERS)
    if user_id == actor.user_id:
        raise NotAllowedError("Nobody resets their own password.", remedy="Change it instead.", code="own-account")
    password = passwords.new_temporary()
    hashed = passwords.hash_password(password)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        user = users.get(connection, user_id)
        users.set_password(connection, user_id, hashed, must_change=True)
        sign_in_tries.forget(connection, name_key(workspace, user.username))
        audit.append(connection, actor.user_id, "password-reset", subjects=[user_id])
    return Admission(user_id, password)


def list_users(workspace: Workspace, actor: Actor) -> tuple[User, ...]:
    """Everybody who can sign in."""
    actor.require(Action.MANAGE_USERS)
    with workspace.database.read() as connection:
        return users.everybody(connection, workspace.clock.today())


def ids_of(workspace: Workspace, actor: Actor, words: Sequence[UserWord] = ()) -> tuple[UserId, ...]:
    """Who can sign in and fits every word, by name; `users_by_ids` says who they are."""
    actor.require(Action.MANAGE_USERS)
    with workspace.database.read() as connection:
        return user_lists.keys(connection, words)


def users_by_ids(workspace: Workspace, actor: Actor, user_ids: Collection[UserId]) -> dict[UserId, User]:
    """These users by id, with the roles that count today."""
    actor.require(Action.MANAGE_USERS)
    with workspace.database.read() as connection:
        return {user.id: user for user in users.by_ids(connection, user_ids, workspace.clock.today())}


def roles_to_look_at(workspace: Workspace, actor: Actor) -> tuple[tuple[User, tuple[Grant, ...]], ...]:
    """For the Headteacher: who was given a role that decides what goes out, by somebody else than a Headteacher.

    Empty for everybody else. Nobody is asked about their own roles.
    """
    if Role.HEAD not in actor.roles:
        return ()
    with workspace.database.read() as connection:
        found = users.with_unseen_roles(connection, POWERFUL, workspace.clock.today())
    unseen = ((user, tuple(g for g in user.grants if g.role in POWERFUL and g.seen_by is None)) for user in found)
    return tuple((user, grants) for user, grants in unseen if grants and user.id != actor.user_id)


def note_roles_seen(workspace: Workspace, actor: Actor, user_id: UserId) -> None:
    """The Headteacher looked at somebody's roles and leaves them as they are.

    Raises:
        NotAllowedError: not the Headteacher, or their own roles.
    """
    if Role.HEAD not in actor.roles or user_id == actor.user_id:
        raise NotAllowedError(
            f"{actor.name} may not confirm these roles.", remedy=f"Ask {ROLE_WORDS[Role.HEAD]}.", code="own-account"
        )
    today = workspace.clock.today()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        seen = [grant.role for grant in users.get(connection, user_id, today).grants if grant.role in POWERFUL]
        users.note_grants_seen(connection, user_id, seen, by=actor.user_id)
        audit.append(
            connection, actor.user_id, "roles-seen", subjects=[user_id], details={"roles": ",".join(sorted(seen))}
        )


def _add(
    workspace: Workspace,
    actor: Actor,
    username: str,
    name: str,
    password: str,
    roles: Collection[Role | Grant],
    employment: EmploymentKind,
    until: date | None,
    *,
    must_change: bool,
) -> UserId:
    grants = tuple(role if isinstance(role, Grant) else Grant(role) for role in roles)
    if not username.strip():
        raise RegisterError("A user needs a sign-in name and a name to show.")
    check_details(name, grants, employment, until)
    hashed = passwords.hash_password(password)
    with workspace.database.transaction() as connection:
        if users.count(connection) > 0:  # the first user is added by the set-up, which is nobody
            users.require_current(connection, actor, workspace.clock.today())
        if users.exists(connection, username):
            raise RegisterError(f"Somebody signs in as {username} already.", remedy="Choose another sign-in name.")
        user_id = users.add(
            connection,
            username=username,
            name=name.strip(),
            password_hash=hashed,
            grants=grants,
            by=actor.user_id,
            employment=employment,
            until=until,
            must_change_password=must_change,
        )
        _note_powerful(connection, actor, user_id, grants)
        audit.append(
            connection,
            actor.user_id,
            "user-added",
            subjects=[user_id],
            details=for_the_records(grants, employment, until, grants),
        )
    return user_id


def _set_active(workspace: Workspace, actor: Actor, user_id: UserId, *, is_active: bool) -> None:
    actor.require(Action.MANAGE_USERS)
    if user_id == actor.user_id:
        raise NotAllowedError(
            "Nobody closes or opens their own account.", remedy="Ask IT or the Headteacher.", code="own-account"
        )
    today = workspace.clock.today()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today, even_unread=not is_active)
        users.change(connection, replace(users.get(connection, user_id, today), is_active=is_active))
        _require_somebody_left(connection, today)
        audit.append(connection, actor.user_id, "user-opened" if is_active else "user-closed", subjects=[user_id])


def _note_powerful(connection: Connection, actor: Actor, user_id: UserId, given: Collection[Grant]) -> None:
    """What a Headteacher gives somebody needs no second look by a Headteacher."""
    if Role.HEAD in actor.roles and user_id != actor.user_id:
        users.note_grants_seen(connection, user_id, [grant.role for grant in given], by=actor.user_id)


def _require_somebody_left(connection: Connection, today: date) -> None:
    """Roll back an act after which nobody could manage users, today or once the covers have ended."""
    for user in users.everybody(connection, today):
        lasting = {grant.role for grant in user.grants if grant.until is None} & user.roles
        if user.is_active and user.until is None and any(Action.MANAGE_USERS in PERMITTED[role] for role in lasting):
            return
    raise RegisterError(
        "Nobody would be left who can manage users.", remedy="Give somebody else the IT role first.", code="last-one"
    )
