"""Which photos were looked through without looking for a mark, read from the names of the engines that looked."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, or_, select

from app.domain.photo import PhotoId, PhotoState
from app.domain.post import PostState
from consent_db import settings
from consent_db.schema_photos import photo
from consent_db.schema_posts import post, post_picture, release

KEY = "marks"
"""The setting that says which marks there are."""


def digests(connection: Connection) -> frozenset[str]:
    """Of what was learned of every mark that is looked for, as the engines' names carry them."""
    return frozenset(entry["digest"] for entry in settings.get(connection, KEY, []))


def may_be_published_without(connection: Connection, digests: Collection[str]) -> tuple[PhotoId, ...]:
    """Photos that were analysed without one of these marks, the newest first.

    Photos put aside, and those that only posts hold that were published or rejected, are left out.

    Args:
        connection: any.
        digests: of what was learned of each mark, as the engines' names carry them.
    """
    if not digests:
        return ()
    open_posts = select(post.c.id).where(
        post.c.id.not_in(select(release.c.post_id)), post.c.state != PostState.REJECTED.value
    )
    in_open = select(post_picture.c.photo_id).where(post_picture.c.post_id.in_(open_posts))
    query = (
        select(photo.c.id)
        .where(
            photo.c.is_analysed,
            photo.c.state.in_([PhotoState.ANALYSED.value, PhotoState.IDENTIFIED.value]),
            _lacks_one_of(digests),
            or_(photo.c.id.not_in(select(post_picture.c.photo_id)), photo.c.id.in_(in_open)),
        )
        .order_by(photo.c.number.desc())
    )
    return tuple(PhotoId(row) for row in connection.execute(query).scalars())


def of_these_without(
    connection: Connection, photo_ids: Collection[PhotoId], digests: Collection[str]
) -> tuple[PhotoId, ...]:
    """Those of the photos that were analysed without one of these marks."""
    if not digests or not photo_ids:
        return ()
    query = select(photo.c.id).where(photo.c.id.in_(photo_ids), photo.c.is_analysed, _lacks_one_of(digests))
    return tuple(PhotoId(row) for row in connection.execute(query).scalars())


def _lacks_one_of(digests: Collection[str]) -> ColumnElement[bool]:
    """That the engines which looked at the photo do not name all of these."""
    return or_(*(~photo.c.engines.contains(digest, autoescape=True) for digest in sorted(digests)))
