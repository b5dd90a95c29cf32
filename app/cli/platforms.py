"""The places posts go to, from the terminal."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from app.cli.main import DONE, USAGE
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.consent import Platform, PlatformId
from app.domain.days import day_in_words
from app.domain.errors import RegisterError
from app.domain.people import Actor, UserId
from app.policy.platform_list import listed_platforms
from app.workflow import platforms
from app.workflow.colleagues import colleague
from app.workflow.workspace import Workspace


def add(arguments: argparse.Namespace) -> int:
    """Add a platform, from the list or with its own name; everybody starts as not asked."""
    if bool(arguments.from_list) == bool(arguments.key and arguments.name):
        say("Give a key and a name, or --from-list with one of the platforms of the list.")
        return USAGE
    with signed_in(arguments) as (workspace, actor):
        details: dict[str, Any] = {
            "purpose": arguments.purpose,
            "approved_by": _approver(workspace, actor, arguments.approved_by),
            "owned_by_school": arguments.school_owns_it,
            "account": arguments.account,
            "mailbox": arguments.mailbox,
            "owner": arguments.owner,
            "audience": arguments.audience,
        }
        if arguments.from_list:
            made = platforms.add_from_list(workspace, actor, arguments.from_list, **details)
        else:
            key = PlatformId(arguments.key)
            made = platforms.add_platform(workspace, actor, platform_id=key, name=arguments.name, **details)
    say(f"{made.name} is added. Nobody has said yes to it yet, so everybody is covered there.")
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """Where posts go."""
    with signed_in(arguments) as (workspace, _actor):
        found = platforms.all_platforms(workspace)
    if arguments.json:
        print_json({"platforms": [_as_json(platform) for platform in found]})
        return DONE
    for platform in found:
        closed = "" if platform.is_open else " (closed)"
        print(f"{platform.id}: {platform.name}{closed}. {platform.purpose}")
    return DONE


def checked(arguments: argparse.Namespace) -> int:
    """Note that somebody looked at the account, or changed its password."""
    key = PlatformId(arguments.key)
    with signed_in(arguments) as (workspace, actor):
        if arguments.new_password:
            kept = platforms.record_credential_change(
                workspace, actor, key, two_step=arguments.two_step, on=arguments.on
            )
        else:
            kept = platforms.record_privacy_check(workspace, actor, key, on=arguments.on)
    say(f"Noted for {kept.name}.")
    return DONE


def name(arguments: argparse.Namespace) -> int:
    """Name a user who may post there, or end it."""
    key = PlatformId(arguments.key)
    with signed_in(arguments) as (workspace, actor):
        who = colleague(workspace, actor, arguments.username)
        if arguments.end:
            last = arguments.until or workspace.clock.today()
            platforms.end_user_posting(workspace, actor, key, who.id, last_day=last)
            say(f"{who.name} may post to {key} until {day_in_words(last)}.")
        else:
            platforms.let_user_post(workspace, actor, key, who.id, starts_on=arguments.first, until=arguments.until)
            say(f"{who.name} is named for {key}.")
    return DONE


def close(arguments: argparse.Namespace) -> int:
    """No new posts go there."""
    with signed_in(arguments) as (workspace, actor):
        closed = platforms.close_platform(workspace, actor, PlatformId(arguments.key))
    say(f"{closed.name} is closed for new posts. What was answered about it stays.")
    return DONE


def open_again(arguments: argparse.Namespace) -> int:
    """Posts may go there again."""
    with signed_in(arguments) as (workspace, actor):
        opened = platforms.open_platform_again(workspace, actor, PlatformId(arguments.key))
    say(f"{opened.name} is open again.")
    return DONE


def known(arguments: argparse.Namespace) -> int:
    """The list that comes with the program."""
    found = listed_platforms()
    if arguments.json:
        print_json({"known": [{"key": line.id, "name": line.name, "note": line.note} for line in found]})
    else:
        for line in found:
            print(f"{line.id}: {line.name}. {line.note}")
    return DONE


def _as_json(platform: Platform) -> dict[str, Any]:
    return {
        "key": platform.id, "name": platform.name, "account": platform.account, "purpose": platform.purpose,
        "owner": platform.owner, "mailbox": platform.mailbox, "audience": platform.audience, "open": platform.is_open,
        "two_step": platform.two_step, "privacy_checked_on": _day(platform.privacy_checked_on),
        "credentials_changed_on": _day(platform.credentials_changed_on),
        "limits_checked_on": _day(platform.limits_checked_on),
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _approver(workspace: Workspace, actor: Actor, name: str) -> UserId:
    """The id behind a name; without a name whoever is at the keyboard, who may turn out not to be allowed."""
    if not name:
        return actor.user_id
    for user_id, said in platforms.approvers(workspace):
        if said.casefold() == name.casefold():
            return user_id
    names = ", ".join(said for _id, said in platforms.approvers(workspace)) or "nobody yet"
    raise RegisterError(f"{name} cannot agree to a platform.", remedy=f"Those who can: {names}.", code="approver")
