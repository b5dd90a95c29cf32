"""What follows when somebody may no longer be shown: nothing prepared goes out, what is live becomes a task."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from app.domain.detection import Presence, Verdict
from app.domain.people import PersonId
from app.domain.photo import PhotoId
from app.domain.post import Post
from app.workflow.fallout import fall
from app.workflow.workspace import Workspace
from consent_db import photos, posts, regions

_REASON = "Somebody in the pictures may no longer be shown; prepare the pictures again."
_TAKEDOWN_WITHIN = timedelta(hours=4)


def stop_showing(workspace: Workspace, connection: Connection, person_id: PersonId) -> int:
    """Void approvals, drop prepared pictures and raise takedown tasks for every post with this person in it.

    Called inside the transaction that records why, so that there is no moment at which the one holds without the
    other. The words are the same for a plain no and for a hold.

    Returns:
        How many takedown tasks there are to do for this person's live posts.
    """
    due = workspace.clock.now() + _TAKEDOWN_WITHIN
    return sum(fall(connection, post, because=_REASON, takedown_by=due) for post in _posts_with(connection, person_id))


def _posts_with(connection: Connection, person_id: PersonId) -> list[Post]:
    found = []
    for post in posts.everything(connection):
        if any(_shows(connection, picture.photo_id, person_id) for picture in post.pictures):
            found.append(post)
    return found


def _shows(connection: Connection, photo_id: PhotoId, person_id: PersonId) -> bool:
    """Whether the person was named in the photo, read on paper in it, or pointed at in the reverse check."""
    named = (
        (region.verdict is Verdict.NAMED and region.person_id == person_id) or person_id in region.roster
        for region in regions.of_photo(connection, photo_id)
    )
    pointed_at = (
        answer.person_id == person_id and answer.presence is Presence.IN_PICTURE
        for answer in photos.presence(connection, photo_id)
    )
    return any(named) or any(pointed_at)
