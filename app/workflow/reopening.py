"""What follows when a new place that needs a decision is found in a photo: what was prepared with it falls."""

from __future__ import annotations

from sqlalchemy import Connection

from app.domain.photo import PhotoId
from app.domain.post import PostState, ReleaseState, TaskKind
from consent_db import posts, releases

_REASON = "Something new was found in one of the pictures; look at it and prepare the pictures again."
_PREPARED = (PostState.SUBMITTED, PostState.APPROVED, PostState.ON_HOLD)


def reopen_posts(connection: Connection, photo_id: PhotoId) -> int:
    """Void approvals and drop renditions of every post with this photo; live ones become a task to look at.

    Called inside the transaction that adds the region, so that there is no moment at which the one holds without the
    other.

    Returns:
        How many posts went back to draft.
    """
    reopened = 0
    for post in posts.with_photo(connection, photo_id):
        posts.void_approvals(connection, post.id, _REASON)
        posts.drop_renditions(connection, post.id, photo_id)
        if post.state in _PREPARED:
            posts.set_state(connection, post, PostState.DRAFT, note=_REASON)
            reopened += 1
        for release in releases.of_post(connection, post.id):
            if release.state is not ReleaseState.TAKEN_DOWN:
                words = f"Look at “{post.title}” on {release.platform_id} again: {_REASON}"
                releases.raise_task(connection, TaskKind.REVIEW, words, release_id=release.id)
    return reopened
