"""The written permission of whoever made a picture: which there are to choose from, and what follows when one ends."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from app.domain.people import Action, Actor, PersonId
from app.domain.permissions import Permission, PermissionKind
from app.workflow.fallout import fall
from app.workflow.workspace import Workspace
from consent_db import people, permissions, posts

_OVER = "The written permission for a picture in it has ended; leave the picture out or choose another permission."
_RAN_OUT = "The written permission for a picture in it ran out; leave the picture out or choose another permission."


def to_choose(workspace: Workspace, actor: Actor) -> tuple[tuple[Permission, str], ...]:
    """Permissions in force today that a picture can rest on, each with what it is about in words.

    Raises:
        NotAllowedError: this person neither writes nor approves posts.
    """
    if not actor.may(Action.APPROVE):
        actor.require(Action.WRITE_POST)
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        found = [
            permission
            for kind in (PermissionKind.WORK, PermissionKind.LICENCE)
            for permission in permissions.everything(connection, kind)
            if permission.holds(today)
        ]
        return tuple((permission, words_of(connection, permission)) for permission in found)


def words_of(connection: Connection, permission: Permission) -> str:
    """Whose it is and what it is for, in words."""
    about = permission.subject
    if permission.kind is PermissionKind.WORK:
        found = people.by_ids(connection, [PersonId(permission.subject)])
        about = next((f"Work of {person.name}" for person in found), "Work of somebody erased")
    return f"{about}: {permission.scope}" if permission.scope else about


def let_licence_fall(workspace: Workspace, connection: Connection, permission: Permission, *, is_over: bool) -> int:
    """Let every post fall whose picture rests on a permission, in the transaction that ends it.

    Args:
        workspace: the school's workspace.
        connection: of that transaction.
        permission: of whoever made the picture; nothing rests on any other kind.
        is_over: somebody ended it, so what is online is to be taken down; otherwise the calendar did, and people look.

    Returns:
        How many tasks there are for published posts.
    """
    due = workspace.clock.now() + timedelta(hours=workspace.pack.takedown_hours) if is_over else None
    resting = posts.with_licence(connection, permission.id)
    because = _OVER if is_over else _RAN_OUT
    return sum(fall(connection, post, because=because, takedown_by=due) for post in resting)
