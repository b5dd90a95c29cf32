"""The places posts go to, from the terminal."""

from __future__ import annotations

import argparse

from app.cli.main import DONE
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.consent import PlatformId
from app.domain.errors import RegisterError
from app.domain.people import Actor, UserId
from app.workflow import platforms
from app.workflow.workspace import Workspace


def add(arguments: argparse.Namespace) -> int:
    """Add a platform; everybody starts as not asked."""
    with signed_in(arguments) as (workspace, actor):
        platforms.add_platform(
            workspace,
            actor,
            platform_id=PlatformId(arguments.key),
            name=arguments.name,
            purpose=arguments.purpose,
            approved_by=_approver(workspace, actor, arguments.approved_by),
            owned_by_school=arguments.school_owns_it,
            account=arguments.account,
            mailbox=arguments.mailbox,
            owner=arguments.owner,
            audience=arguments.audience,
        )
    say(f"{arguments.name} is added. Nobody has said yes to it yet, so everybody is covered there.")
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """Where posts go."""
    with signed_in(arguments) as (workspace, _actor):
        found = platforms.all_platforms(workspace)
    if arguments.json:
        rows = [
            {
                "key": p.id, "name": p.name, "account": p.account, "purpose": p.purpose, "owner": p.owner,
                "mailbox": p.mailbox, "audience": p.audience, "open": p.is_open, "two_step": p.two_step,
                "privacy_checked_on": p.privacy_checked_on and p.privacy_checked_on.isoformat(),
                "limits_checked_on": p.limits_checked_on and p.limits_checked_on.isoformat(),
            }
            for p in found
        ]  # fmt: skip
        print_json({"platforms": rows})
        return DONE
    for platform in found:
        closed = "" if platform.is_open else " (closed)"
        print(f"{platform.id}: {platform.name}{closed}. {platform.purpose}")
    return DONE


def _approver(workspace: Workspace, actor: Actor, name: str) -> UserId:
    """The id behind a name; without a name whoever is at the keyboard, who may turn out not to be allowed."""
    if not name:
        return actor.user_id
    for user_id, known in platforms.approvers(workspace):
        if known.casefold() == name.casefold():
            return user_id
    names = ", ".join(known for _id, known in platforms.approvers(workspace)) or "nobody yet"
    raise RegisterError(f"{name} cannot agree to a platform.", remedy=f"Those who can: {names}.", code="approver")
