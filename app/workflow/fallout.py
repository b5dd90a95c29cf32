"""What follows when a photo is judged otherwise than before: prepared posts fall, published ones are looked at."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from app.decision.fingerprint import fingerprint
from app.domain.consent import PlatformId
from app.domain.photo import PhotoId
from app.domain.post import Post, PostState, Release, ReleaseState, TaskKind
from app.workflow.post_material import facts_of, judging, made_by
from app.workflow.workspace import Workspace
from consent_db import platforms, posts, releases

PREPARED = (PostState.SUBMITTED, PostState.ON_HOLD, PostState.APPROVED)
_CHANGED = "What is shown or covered in a photo changed; prepare the pictures again."
_FOUND = "Something new was found in one of the pictures; look at it and prepare the pictures again."


def photo_changed(workspace: Workspace, connection: Connection, photo_id: PhotoId) -> int:
    """Let every post fall whose picture of this photo would now come out otherwise; returns how many.

    Called inside the transaction that changed the photo. A post whose pictures would come out the same stands.
    """
    fallen = 0
    for post in posts.with_photo(connection, photo_id):
        if _comes_out_otherwise(workspace, connection, post, photo_id):
            fall(connection, post, because=_CHANGED, photo_id=photo_id)
            fallen += 1
    return fallen


def something_new_found(connection: Connection, photo_id: PhotoId) -> int:
    """Let every post with this photo fall, because a place was found in it that nobody has decided about.

    Called inside the transaction that adds the region; returns how many posts there were.
    """
    affected = posts.with_photo(connection, photo_id)
    for post in affected:
        fall(connection, post, because=_FOUND, photo_id=photo_id)
    return len(affected)


def take_back(connection: Connection, post: Post, because: str) -> bool:
    """Void the approval and take the post back to a draft; its pictures stay. Whether an approval fell."""
    fell = posts.void_approvals(connection, post.id, because) > 0
    if post.state in PREPARED:
        posts.set_state(connection, post, PostState.DRAFT, note=because)
    return fell


def fall(
    connection: Connection,
    post: Post,
    *,
    because: str,
    photo_id: PhotoId | None = None,
    takedown_by: datetime | None = None,
    platform_ids: Collection[PlatformId] | None = None,
) -> int:
    """Void the approval, take the post back to a draft, and give people a task for each place it is out already.

    Args:
        connection: of the transaction whose act makes it fall.
        post: as read in that transaction.
        because: a sentence for the author, the same for a plain no and for a hold.
        photo_id: drop only this photo's renditions; all of the post's when None.
        takedown_by: the tasks are takedowns due then; when None they ask somebody to look again.
        platform_ids: tasks for these places only; for every place it is out when None.

    Returns:
        How many tasks there are for this post.
    """
    tasks = 0
    posts.drop_renditions(connection, post.id, photo_id)
    take_back(connection, post, because)
    for release in releases.of_post(connection, post.id):
        concerned = platform_ids is None or release.platform_id in platform_ids
        if concerned and release.state is not ReleaseState.TAKEN_DOWN:
            _raise_task(connection, post, release, because, takedown_by)
            tasks += 1
    return tasks


def _raise_task(connection: Connection, post: Post, release: Release, because: str, by: datetime | None) -> None:
    if by is None:
        words = f"Look again at “{post.title}” on {release.platform_id}: {because}"
        releases.raise_task(connection, TaskKind.REVIEW, words, release_id=release.id)
        return
    place = release.live_url or "it is in its folder and not live yet; delete the folder"
    words = f"Take down “{post.title}” from {release.platform_id}: {place}"
    releases.raise_task(connection, TaskKind.TAKEDOWN, words, release_id=release.id, due_at=by)


def _comes_out_otherwise(workspace: Workspace, connection: Connection, post: Post, photo_id: PhotoId) -> bool:
    made = {place: by for (photo, place), by in made_by(connection, post).items() if photo == photo_id}
    if not made:
        return False
    facts = facts_of(connection, photo_id)
    judge = judging(workspace, connection, facts)
    return any(by != fingerprint(judge.decide(facts, platforms.get(connection, place))) for place, by in made.items())
