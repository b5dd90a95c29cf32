"""Posts that wait for somebody's answer, as a long list shows them, however many posts are on hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Subquery, and_, func, or_, select

from app.domain.people import UserId
from app.domain.post import MessageKind, PostId, PostState
from consent_db.schema import app_user
from consent_db.schema_posts import post, post_message


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """As much of a question as one row says."""

    id: PostId
    title: str
    asked_by: str
    asked_at: datetime


def waiting_for(connection: Connection, user_id: UserId) -> tuple[PostId, ...]:
    """The posts on hold whose last message asks this person, the oldest question first."""
    asked, last = post_message, _last()
    query = (
        select(post.c.id)
        .join(asked, asked.c.post_id == post.c.id)
        .join(last, and_(last.c.post_id == post.c.id, last.c.said_at == asked.c.said_at))
        .where(
            post.c.state == PostState.ON_HOLD.value,
            asked.c.kind == MessageKind.QUESTION.value,
            or_(asked.c.asked == user_id, and_(asked.c.asked.is_(None), post.c.author == user_id)),
        )
        .order_by(asked.c.said_at, post.c.id)
    )
    return tuple(dict.fromkeys(PostId(i) for i in connection.execute(query).scalars()))


def lines(connection: Connection, post_ids: Collection[PostId]) -> dict[PostId, QuestionLine]:
    """A line for each of these posts; a few hundred at a time."""
    asked, last = post_message, _last()
    query = (
        select(post.c.id, post.c.title, app_user.c.name, asked.c.said_at)
        .join(asked, asked.c.post_id == post.c.id)
        .join(last, and_(last.c.post_id == post.c.id, last.c.said_at == asked.c.said_at))
        .join(app_user, app_user.c.id == asked.c.said_by)
        .where(post.c.id.in_(list(post_ids)))
    )
    return {PostId(row.id): QuestionLine(row.id, row.title, row.name, row.said_at) for row in connection.execute(query)}


def _last() -> Subquery:
    """When the last message about each post was said."""
    query = select(post_message.c.post_id, func.max(post_message.c.said_at).label("said_at"))
    return query.group_by(post_message.c.post_id).subquery()
