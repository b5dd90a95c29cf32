"""Look whether what is online is what was approved: a saved copy or a screenshot beside the approved pictures."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError
from app.domain.people import Actor
from app.domain.post import Post, Release, ReleaseId, ReleaseState, Rendition
from app.publishing.comparing import Comparison, compare_pictures
from app.workflow.publish import require_may_publish
from app.workflow.workspace import Workspace
from consent_db import audit, photos, platforms, posts, releases


@dataclass(frozen=True, slots=True)
class LiveComparison:
    """What was seen: whether it is one of the approved pictures, which, and the sentence for the screen."""

    is_same: bool
    number: int
    words: str


def compare_live(workspace: Workspace, actor: Actor, release_id: ReleaseId, data: bytes) -> LiveComparison:
    """Compare a saved copy or screenshot of a live picture with the approved ones, and note what was seen.

    Args:
        workspace: the school's workspace.
        actor: who saved it.
        release_id: of the post as it is on its platform.
        data: the file; it is not kept.

    Raises:
        NotAllowedError: this person may not publish, or the post has no pictures made any more.
        PhotoUnreadableError: the file is no picture.
    """
    require_may_publish(actor)
    seen = workspace.decoder.decode(data).pixels
    with workspace.database.read() as connection:
        release = releases.get(connection, release_id)
        post = posts.get(connection, release.post_id)
        order = went_out(connection, release, post)
        keys = {r.id: photos.wrapped_key(connection, r.vault_name) for r in order}
        name = platforms.get(connection, release.platform_id).name
    if not order or release.state is ReleaseState.TAKEN_DOWN:
        raise NotAllowedError("There is no approved picture to compare with any more.", code="nothing-to-compare")
    found = [_compare(workspace, rendition, keys[rendition.id], seen) for rendition in order]
    best = max(range(len(found)), key=lambda at: found[at].score)
    result = _said(found[best], best + 1, name)
    with workspace.database.transaction() as connection:
        releases.note_compared(connection, release_id, result.words)
        details = {"same": result.is_same, "uncovered": found[best].uncovered}
        audit.append(connection, actor.user_id, "live-compared", subjects=[release_id], details=details)
    return result


def went_out(connection: Connection, release: Release, post: Post) -> list[Rendition]:
    """The very pictures that were handed out, in order, whatever the post has become since.

    Publications of earlier versions did not note them: there the post's current pictures are the nearest.
    """
    if release.pictures:
        made = {r.id: r for r in posts.renditions_by_ids(connection, release.pictures)}
        return [made[rendition_id] for rendition_id in release.pictures if rendition_id in made]
    mine = [r for r in posts.current_renditions(connection, post.id) if r.platform_id == release.platform_id]
    current = {r.photo_id: r for r in mine}
    return [current[p.photo_id] for p in post.pictures if p.photo_id in current]


def _compare(workspace: Workspace, rendition: Rendition, key: bytes, seen: object) -> Comparison:
    approved = workspace.decoder.decode(workspace.vault.read(rendition.vault_name, key)).pixels
    return compare_pictures(approved, seen, rendition.covered)  # type: ignore[arg-type]


def _said(found: Comparison, number: int, platform: str) -> LiveComparison:
    if found.is_same:
        return LiveComparison(True, number, f"This is picture {number} as it was approved for {platform}.")
    if found.uncovered:
        words = f"Picture {number} shows something where it was covered. Take it down from {platform} now."
        return LiveComparison(False, number, words)
    return LiveComparison(False, 0, f"None of the pictures approved for {platform} could be seen in this file.")
