"""An urgent notice went out on one person's word: somebody else looks at it afterwards and says so."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError
from app.domain.people import Action, Actor
from app.domain.post import Post, PostId, ReleaseId, TaskKind
from app.workflow import gates
from app.workflow.workspace import Workspace
from consent_db import audit, posts, releases, users

_WITHIN = timedelta(days=3)


def raise_later_review(workspace: Workspace, connection: Connection, post: Post, release_id: ReleaseId) -> None:
    """Give people the task, in the transaction that records the export."""
    words = f"Look at “{post.title}”, which {post.author_name} sent out as urgent."
    due = workspace.clock.now() + _WITHIN
    releases.raise_task(connection, TaskKind.LATER_REVIEW, words, release_id=release_id, due_at=due)


def waits_for_review(connection: Connection, post_id: PostId) -> bool:
    """Whether an urgent post is out that nobody else has looked at yet."""
    return posts.urgent_unreviewed(connection, post_id) is not None


def review_urgent(workspace: Workspace, actor: Actor, post_id: PostId, note: str = "") -> None:
    """Say that one looked at an urgent notice of somebody else's; a note is kept beside it.

    Raises:
        NotAllowedError: somebody who neither approves nor publishes, the author themselves, or nothing to look at.
    """
    if not actor.may(Action.PUBLISH):
        actor.require(Action.APPROVE)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        gates.require_acknowledged(workspace, connection, actor)
        approval = posts.urgent_unreviewed(connection, post_id)
        if approval is None:
            raise NotAllowedError("There is nothing to look at afterwards.", code="nothing-to-review")
        if approval.approver == actor.user_id:
            raise NotAllowedError(
                f"{actor.name} sent this out.", remedy="Somebody else has to look at it.", code="own-approval"
            )
        posts.note_reviewed(connection, approval.id, by=actor.user_id, note=note.strip())
        out = {release.id for release in releases.of_post(connection, post_id)}
        for task in releases.open_tasks(connection, TaskKind.LATER_REVIEW):
            if task.release_id in out:
                releases.finish_task(connection, task.id, by=actor.user_id, proof=note.strip() or "Looked at.")
        audit.append(connection, actor.user_id, "urgent-reviewed", subjects=[post_id, approval.id])
