"""Posts and publications as long lists show them: keys in order, and a line for each, however many there are.

What a post holds is in `consent_db.posts`; ten thousand of those would be read one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, exists, func, or_, select

from app.domain.consent import PlatformId
from app.domain.people import UserId
from app.domain.post import PostId, PostState, Release, ReleaseId, ReleaseState, TaskKind
from consent_db import releases
from consent_db.schema_posts import post, post_picture, post_platform, release, task

_OPEN = (PostState.DRAFT, PostState.RETURNED, PostState.APPROVED, PostState.SUBMITTED, PostState.ON_HOLD)


@dataclass(frozen=True, slots=True)
class PostLine:
    """As much of a post as one row of a list says.

    Attributes:
        pictures: how many it has.
        platforms: where it is to go.
        releases: what went out of it, oldest first.
    """

    id: PostId
    title: str
    state: PostState
    author: UserId
    created_at: datetime
    pictures: int
    platforms: tuple[PlatformId, ...] = ()
    releases: tuple[Release, ...] = ()


def number(connection: Connection) -> int:
    """How many posts there are."""
    return int(connection.execute(select(func.count()).select_from(post)).scalar_one())


def keys(connection: Connection, *, words: str = "", states: Collection[PostState] = ()) -> tuple[PostId, ...]:
    """Posts to write: those that still go somewhere first, the oldest at the top.

    Args:
        connection: for reading.
        words: every one of them is in the title, whatever its case.
        states: only posts in one of these.
    """
    is_over = case((post.c.state.in_([state.value for state in _OPEN]), 0), else_=1)
    query = select(post.c.id).order_by(is_over, post.c.created_at, post.c.id)
    for word in words.split():
        query = query.where(post.c.title.icontains(word, autoescape=True))
    if states:
        query = query.where(post.c.state.in_([state.value for state in states]))
    return tuple(PostId(i) for i in connection.execute(query).scalars())


def keys_to_publish(connection: Connection, *, words: str = "") -> tuple[PostId, ...]:
    """Posts that are approved, or went out: what has to come down first, then the oldest."""
    due = (
        select(task.c.id)
        .join(release, release.c.id == task.c.release_id)
        .where(task.c.kind == TaskKind.TAKEDOWN.value, task.c.done_at.is_(None), release.c.post_id == post.c.id)
    )
    went_out = select(release.c.id).where(release.c.post_id == post.c.id)
    query = (
        select(post.c.id)
        .where(or_(post.c.state == PostState.APPROVED.value, exists(went_out)))
        .order_by(case((exists(due), 0), else_=1), post.c.created_at, post.c.id)
    )
    for word in words.split():
        query = query.where(post.c.title.icontains(word, autoescape=True))
    return tuple(PostId(i) for i in connection.execute(query).scalars())


def lines(connection: Connection, post_ids: Iterable[PostId], *, with_releases: bool = False) -> dict[PostId, PostLine]:
    """A line for each of these posts; a few hundred at a time."""
    ids = list(post_ids)
    pictures = select(post_picture.c.post_id, func.count()).where(post_picture.c.post_id.in_(ids))
    numbers = {row[0]: row[1] for row in connection.execute(pictures.group_by(post_picture.c.post_id))}
    places: dict[str, list[PlatformId]] = {}
    wanted = select(post_platform).where(post_platform.c.post_id.in_(ids)).order_by(post_platform.c.position)
    for row in connection.execute(wanted).mappings():
        places.setdefault(row["post_id"], []).append(PlatformId(row["platform_id"]))
    out: dict[str, list[Release]] = {}
    if with_releases:
        for one in releases.of_posts(connection, ids):
            out.setdefault(one.post_id, []).append(one)
    rows = connection.execute(select(post).where(post.c.id.in_(ids))).mappings()
    return {
        PostId(row["id"]): PostLine(
            id=PostId(row["id"]),
            title=row["title"],
            state=PostState(row["state"]),
            author=UserId(row["author"]),
            created_at=row["created_at"],
            pictures=numbers.get(row["id"], 0),
            platforms=tuple(places.get(row["id"], ())),
            releases=tuple(out.get(row["id"], ())),
        )
        for row in rows
    }


def number_out(connection: Connection) -> int:
    """How many publications there are or were."""
    return int(connection.execute(select(func.count()).select_from(release)).scalar_one())


def keys_out(
    connection: Connection, *, words: str = "", state: ReleaseState | None = None, platform_id: str = ""
) -> tuple[ReleaseId, ...]:
    """Publications: what has to come down by its clock, what to look at again, then the newest that are online."""
    ranks = {kind: at for at, kind in enumerate((TaskKind.TAKEDOWN, TaskKind.REVIEW))}
    about = (
        select(
            task.c.release_id.label("about"),
            func.min(case({kind.value: rank for kind, rank in ranks.items()}, value=task.c.kind)).label("rank"),
            func.min(case((task.c.kind == TaskKind.TAKEDOWN.value, task.c.due_at), else_=None)).label("due"),
        )
        .where(task.c.done_at.is_(None), task.c.kind.in_([kind.value for kind in ranks]))
        .group_by(task.c.release_id)
        .subquery()
    )
    order = (ReleaseState.LIVE, ReleaseState.EXPORTED, ReleaseState.TAKEN_DOWN)
    by_state = case({one.value: 2 + at for at, one in enumerate(order)}, value=release.c.state)
    query = (
        select(release.c.id)
        .outerjoin(about, about.c.about == release.c.id)
        .order_by(func.coalesce(about.c.rank, by_state), about.c.due, release.c.exported_at.desc(), release.c.id)
    )
    if words.split():
        query = query.join(post, post.c.id == release.c.post_id)
    for word in words.split():
        query = query.where(post.c.title.icontains(word, autoescape=True))
    if state is not None:
        query = query.where(release.c.state == state.value)
    if platform_id:
        query = query.where(release.c.platform_id == platform_id)
    return tuple(ReleaseId(i) for i in connection.execute(query).scalars())
