"""Who can sign in, from the terminal; for a server without a screen and for many accounts at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from app.bootstrap import open_workspace
from app.cli.main import DONE, USAGE
from app.cli.output import print_json, say
from app.cli.session import ask_secret, signed_in
from app.cli.user_words import role_of
from app.domain.errors import RegisterError
from app.domain.people import Actor, EmploymentKind, Role, UserId
from app.workflow import users
from app.workflow.workspace import Workspace
from consent_db.users import Grant, User


def add(arguments: argparse.Namespace) -> int:
    """Add somebody, with a password that is asked for or with one that is made for one sign-in."""
    grants = _grants(arguments.role)
    if grants is None:
        return _say_roles()
    details: dict[str, Any] = {
        "username": arguments.username,
        "name": arguments.name,
        "roles": grants,
        "employment": arguments.kind or EmploymentKind.STAFF,
        "until": _until(arguments, None),
    }
    with signed_in(arguments) as (workspace, actor):
        if arguments.temporary:
            _print_password(arguments, users.admit(workspace, actor, **details).password)
        else:
            password = ask_secret(f"New password for {arguments.username}", from_input=arguments.password_stdin)
            users.add_user(workspace, actor, password=password, **details)
    say(f"{arguments.name} can sign in now.")
    return DONE


def change(arguments: argparse.Namespace) -> int:
    """Change what is named, and leave the rest."""
    grants = _grants(arguments.role or [])
    if grants is None:
        return _say_roles()
    with signed_in(arguments) as (workspace, actor):
        user = _find(workspace, actor, arguments.username)
        changed = users.change_user(
            workspace,
            actor,
            replace(
                user,
                name=arguments.name or user.name,
                employment=arguments.kind or user.employment,
                until=_until(arguments, user.until),
                grants=grants or user.grants,
            ),
        )
    say(f"{changed.name} is changed.")
    return DONE


def listing(arguments: argparse.Namespace) -> int:
    """Who can sign in, as what, and until when."""
    with signed_in(arguments) as (workspace, actor):
        everybody = users.list_users(workspace, actor)
    if arguments.json:
        print_json({"users": [_as_json(user) for user in everybody]})
        return DONE
    for user in everybody:
        roles = ", ".join(_role_text(grant) for grant in user.grants)
        ends = f", until {user.until.isoformat()}" if user.until else ""
        closed = "" if user.is_active else " [closed]"
        print(f"{user.username}: {user.name} ({roles}; {user.employment.value.lower()}{ends}){closed}")
    return DONE


def deactivate(arguments: argparse.Namespace) -> int:
    """Let somebody sign in no more."""
    return _to(arguments, users.close_account, "can sign in no more.")


def reactivate(arguments: argparse.Namespace) -> int:
    """Let somebody sign in again."""
    return _to(arguments, users.open_account, "can sign in again.")


def reset(arguments: argparse.Namespace) -> int:
    """Give somebody a password for one sign-in."""
    with signed_in(arguments) as (workspace, actor):
        user = _find(workspace, actor, arguments.username)
        made = users.reset_password(workspace, actor, user.id)
    _print_password(arguments, made.password)
    say(f"{user.name} chooses a password of their own with it; the old one no longer works.")
    return DONE


def password(arguments: argparse.Namespace) -> int:
    """Change one's own password, which may have been one for a single sign-in."""
    passphrase = ask_secret("Workspace passphrase", from_input=arguments.passphrase_stdin)
    old = ask_secret("Your password", from_input=arguments.password_stdin)
    new = ask_secret("Your new password", from_input=arguments.password_stdin)
    workspace = open_workspace(arguments.workspace, passphrase=passphrase)
    try:
        users.choose_password(workspace, arguments.user, old=old, new=new)
    finally:
        workspace.close()
    say("Your new password is in use.")
    return DONE


def _to(arguments: argparse.Namespace, act: Callable[[Workspace, Actor, UserId], None], words: str) -> int:
    with signed_in(arguments) as (workspace, actor):
        user = _find(workspace, actor, arguments.username)
        act(workspace, actor, user.id)
    say(f"{user.name} {words}")
    return DONE


def _find(workspace: Workspace, actor: Actor, username: str) -> User:
    wanted = username.strip().casefold()
    for user in users.list_users(workspace, actor):
        if user.username == wanted:
            return user
    raise RegisterError(f"Nobody signs in as {username}.", remedy="See who does: clearpost users list.")


def _grants(texts: list[str]) -> tuple[Grant, ...] | None:
    """The roles that were named; None when one is none."""
    try:
        return tuple({role: Grant(role, since, until) for role, since, until in map(role_of, texts)}.values())
    except ValueError:
        return None


def _say_roles() -> int:
    say("A role is one of: " + ", ".join(role.value for role in Role))
    say("A cover has days: DEPUTY:2026-09-01..2026-09-12")
    return USAGE


def _until(arguments: argparse.Namespace, before: date | None) -> date | None:
    if arguments.until is None:
        return before
    return arguments.until if isinstance(arguments.until, date) else None


def _print_password(arguments: argparse.Namespace, one_time: str) -> None:
    """On standard output, where it is not mixed with messages; it is written nowhere."""
    if arguments.json:
        print_json({"username": arguments.username, "password_for_one_sign_in": one_time})
    else:
        print(one_time)


def _as_json(user: User) -> dict[str, Any]:
    return {
        "username": user.username,
        "name": user.name,
        "roles": sorted(user.roles),
        "grants": [_role_text(grant) for grant in user.grants],
        "kind": user.employment.value,
        "until": user.until.isoformat() if user.until else None,
        "active": user.is_active,
        "must_change_password": user.must_change_password,
        "signed_in_at": user.signed_in_at.isoformat() if user.signed_in_at else None,
    }


def _role_text(grant: Grant) -> str:
    if grant.since is None and grant.until is None:
        return grant.role.value
    since, until = (day.isoformat() if day else "" for day in (grant.since, grant.until))
    return f"{grant.role.value}:{since}..{until}"
