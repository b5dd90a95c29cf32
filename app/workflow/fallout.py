"""What follows when a photo is judged otherwise than before: prepared posts fall, published ones are looked at."""

from __future__ import annotations

from sqlalchemy import Connection

from app.decision.fingerprint import fingerprint
from app.domain.photo import PhotoId
from app.domain.post import Post, PostState, ReleaseState, TaskKind
from app.workflow.post_material import facts_of, judging, made_by
from app.workflow.workspace import Workspace
from consent_db import platforms, posts, releases

PREPARED = (PostState.SUBMITTED, PostState.ON_HOLD, PostState.APPROVED)
_REASON = "What is shown or covered in a photo changed; prepare the pictures again."


def photo_changed(workspace: Workspace, connection: Connection, photo_id: PhotoId) -> int:
    """Let every post fall whose picture of this photo would now come out otherwise; returns how many.

    Called inside the transaction that changed the photo. A post whose pictures would come out the same stands.
    """
    fallen = 0
    for post in posts.with_photo(connection, photo_id):
        if _comes_out_otherwise(workspace, connection, post, photo_id):
            fall(connection, post, because=_REASON, photo_id=photo_id)
            fallen += 1
    return fallen


def fall(connection: Connection, post: Post, *, because: str, photo_id: PhotoId | None = None) -> None:
    """Void the approval, take the post back to a draft, and have somebody look at what is out already.

    With `photo_id` only that photo's renditions are dropped; otherwise all of the post's.
    """
    posts.drop_renditions(connection, post.id, photo_id)
    posts.void_approvals(connection, post.id, because)
    if post.state in PREPARED:
        posts.set_state(connection, post, PostState.DRAFT, note=because)
    for release in releases.of_post(connection, post.id):
        if release.state is not ReleaseState.TAKEN_DOWN:
            words = f"Look again at “{post.title}” on {release.platform_id}: {because}"
            releases.raise_task(connection, TaskKind.REVIEW, words, release_id=release.id)


def _comes_out_otherwise(workspace: Workspace, connection: Connection, post: Post, photo_id: PhotoId) -> bool:
    made = {place: by for (photo, place), by in made_by(connection, post).items() if photo == photo_id}
    if not made:
        return False
    judge, facts = judging(workspace, connection), facts_of(connection, photo_id)
    return any(by != fingerprint(judge.decide(facts, platforms.get(connection, place))) for place, by in made.items())
