"""How much waits for somebody, as numbers: counted by the register itself, since thousands of posts are never read."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.people import UserId
from app.domain.photo import PhotoState
from app.domain.post import PostState, ReleaseState, TaskKind
from consent_db.schema_imports import import_question
from consent_db.schema_photos import photo
from consent_db.schema_posts import post, post_platform, release, task


@dataclass(frozen=True, slots=True)
class PostCounts:
    """Posts by what they wait for; `mine` are somebody's own, `others` everybody else's."""

    mine: dict[PostState, int]
    others: dict[PostState, int]


def posts(connection: Connection, user_id: UserId) -> PostCounts:
    """How many posts are in each state, one's own and those of others."""
    is_mine = post.c.author == user_id
    counts = PostCounts({}, {})
    query = select(post.c.state, is_mine, func.count()).group_by(post.c.state, is_mine)
    for state, own, number in connection.execute(query):
        (counts.mine if own else counts.others)[PostState(state)] = number
    return counts


def approved_with_a_place_left(connection: Connection) -> int:
    """Approved posts that were not handed out for every platform yet."""
    places = (
        select(post_platform.c.post_id, post_platform.c.platform_id)
        .join(post, post.c.id == post_platform.c.post_id)
        .where(post.c.state == PostState.APPROVED.value)
    )
    # A difference of two lists: a join would look at each platform's releases for each of thousands of posts.
    left = places.except_(select(release.c.post_id, release.c.platform_id)).subquery()
    return int(connection.execute(select(func.count(func.distinct(left.c.post_id)))).scalar_one())


def releases(connection: Connection, state: ReleaseState) -> int:
    """How many publications are in one state."""
    query = select(func.count()).select_from(release).where(release.c.state == state.value)
    return int(connection.execute(query).scalar_one())


def photos(connection: Connection, state: PhotoState) -> int:
    """How many photos are in one state."""
    query = select(func.count()).select_from(photo).where(photo.c.state == state.value)
    return int(connection.execute(query).scalar_one())


def left_by_lists(connection: Connection) -> int:
    """How many lines of lists are to be read and pupils to be asked about, as lists left them to a person."""
    lines = select(func.count()).select_from(import_question).where(import_question.c.settled_at.is_(None))
    pupils = select(func.count()).select_from(task)
    pupils = pupils.where(task.c.kind == TaskKind.POSSIBLE_LEAVER.value, task.c.done_at.is_(None))
    return int(connection.execute(lines).scalar_one()) + int(connection.execute(pupils).scalar_one())
