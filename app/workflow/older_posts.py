"""Posts from before ClearPost that break the policy: listed with their address, taken down against the clock.

Nothing is known of them here but their address, so each is a takedown of its own.
"""

from __future__ import annotations

from datetime import timedelta

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, Actor
from app.domain.post import TaskId, TaskKind
from app.workflow.takedowns import MAY_ORDER, may_look
from app.workflow.workspace import Workspace
from consent_db import audit, releases, users
from consent_db.releases import Task

_ADDRESS = ("https://", "http://")


def older_posts(workspace: Workspace, actor: Actor) -> tuple[Task, ...]:
    """Those that have still to come down, the most urgent first.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        return tuple(t for t in releases.open_tasks(connection, TaskKind.TAKEDOWN) if t.release_id is None)


def order_older_down(
    workspace: Workspace, actor: Actor, address: str, *, reason: str, asked_by: str, minutes: int | None = None
) -> TaskId:
    """Have a post from before ClearPost taken down, within the policy's hours or in minutes.

    Raises:
        NotAllowedError: this person starts no takedown.
        RegisterError: address, reason or requester is missing, or it has to come down already.
    """
    if not actor.roles & MAY_ORDER:
        raise NotAllowedError(
            f"{actor.name} may not start a takedown.", remedy="Ask the safeguarding lead or the Headteacher."
        )
    where = address.strip()
    if not where.startswith(_ADDRESS) or any(map(str.isspace, where)):
        raise RegisterError("That is not the address of a post.", remedy="It begins with https://.", code="url")
    if not reason.strip() or not asked_by.strip():
        raise RegisterError("Say why it has to come down and who asks for it.", code="incomplete")
    now = workspace.clock.now()
    due = now + (
        timedelta(hours=workspace.pack.takedown_hours) if minutes is None else timedelta(minutes=max(1, minutes))
    )
    words = f"Take down {where}, from before ClearPost. {reason.strip()} ({asked_by.strip()})"
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        still = releases.open_tasks(connection, TaskKind.TAKEDOWN)
        if any(t.release_id is None and f" {where}," in t.words for t in still):
            raise RegisterError("This post has to come down already.", code="twice")
        task_id = releases.raise_another(connection, TaskKind.TAKEDOWN, words, due_at=due)
        details: dict[str, str | int | bool | None] = {"due": due.isoformat(timespec="minutes"), "older": True}
        audit.append(connection, actor.user_id, "takedown-ordered", subjects=[task_id], details=details)
    return task_id


def older_is_gone(workspace: Workspace, actor: Actor, task_id: TaskId, proof: str) -> None:
    """Note that somebody saw it gone.

    Raises:
        NotAllowedError: this person neither publishes nor approves.
        RegisterError: the proof is missing, or nobody waits for this.
    """
    if not actor.may(Action.APPROVE):
        actor.require(Action.PUBLISH)
    if not proof.strip():
        raise RegisterError("Say how it can be seen that it is gone.", remedy="Who looked, and when.", code="proof")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        waiting = {t.id for t in releases.open_tasks(connection, TaskKind.TAKEDOWN) if t.release_id is None}
        if task_id not in waiting:
            raise RegisterError("Nobody waits for this any more.", code="missing")
        releases.finish_task(connection, task_id, by=actor.user_id, proof=proof.strip())
        audit.append(connection, actor.user_id, "release-taken-down", subjects=[task_id], details={"older": True})
