"""The checklist an author confirms when a post is handed over, kept with who said yes to what, and when."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError
from app.domain.people import Action, Actor
from app.domain.post import Post, PostId
from app.domain.submission import Confirmed, to_confirm
from app.workflow.post_material import facts_of, judging
from app.workflow.workspace import Workspace
from consent_db import platforms, posts, submissions


def checklist(workspace: Workspace, actor: Actor, post_id: PostId) -> tuple[Confirmed, ...]:
    """The points that have to be confirmed for this post as it is now.

    Raises:
        NotAllowedError: this person writes no posts.
        RegisterError: no such post.
    """
    actor.require(Action.WRITE_POST)
    with workspace.database.read() as connection:
        return _points(workspace, connection, posts.get(connection, post_id))


def require_confirmed(
    workspace: Workspace, connection: Connection, actor: Actor, post: Post, confirmed: Iterable[Confirmed]
) -> tuple[Confirmed, ...]:
    """Keep what the author confirmed, in the transaction that hands the post over; returns the points.

    Raises:
        NotAllowedError: a point that belongs to this post is missing.
    """
    wanted, said = _points(workspace, connection, post), frozenset(confirmed)
    if not said.issuperset(wanted):
        raise NotAllowedError(
            "The checklist for this post is not confirmed yet.",
            remedy="Read each point and tick it. Where one is not so, put the post right first.",
            code="not-confirmed",
        )
    submissions.add(connection, post.id, wanted, by=actor.user_id)
    return wanted


def _points(workspace: Workspace, connection: Connection, post: Post) -> tuple[Confirmed, ...]:
    judge = judging(workspace, connection, post)
    places = [platforms.get(connection, wanted.platform_id) for wanted in post.platforms]
    facts = [facts_of(connection, picture.photo_id) for picture in post.pictures]
    decisions = [judge.decide(photo, place) for photo in facts for place in places]
    return to_confirm(decisions, has_pictures=bool(post.pictures))
