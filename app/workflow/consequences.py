"""What follows when somebody may no longer be shown: nothing prepared goes out, what is live becomes a task."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from app.domain.detection import Presence, Verdict
from app.domain.people import Person, PersonId
from app.domain.photo import PhotoId
from app.domain.post import Post, ReleaseState
from app.posts.names import names_in
from app.workflow.fallout import fall
from app.workflow.post_material import findings_of, judging
from app.workflow.workspace import Workspace
from consent_db import people, photos, posts, regions, releases

_REASON = "Somebody in the pictures may no longer be shown; prepare the pictures again."
_NAMED = "Somebody named in the words may no longer be named; change the words."
_NAME_CODES = ("name-in-words", "full-name-in-words")
_TAKEDOWN_WITHIN = timedelta(hours=4)


def stop_showing(workspace: Workspace, connection: Connection, person_id: PersonId) -> int:
    """Void approvals, drop prepared pictures and raise takedown tasks for every post with this person in it.

    Called inside the transaction that records why, so that there is no moment at which the one holds without the
    other. The words are the same for a plain no and for a hold.

    Returns:
        How many takedown tasks there are to do for this person's live posts.
    """
    due = workspace.clock.now() + _TAKEDOWN_WITHIN
    person, tasks = people.get(connection, person_id), 0
    for post in posts.everything(connection):
        if any(_shows(connection, photo_id, person_id) for photo_id in _pictures_of(connection, post)):
            tasks += fall(connection, post, because=_REASON, takedown_by=due)
        elif _names(workspace, connection, post, person):
            tasks += fall(connection, post, because=_NAMED, takedown_by=due)
    return tasks


def stop_showing_photo(workspace: Workspace, connection: Connection, photo_id: PhotoId) -> int:
    """The same for every post with this photo, whoever is named in it; returns how many takedown tasks there are."""
    due = workspace.clock.now() + _TAKEDOWN_WITHIN
    affected = [p for p in posts.everything(connection) if photo_id in _pictures_of(connection, p)]
    return sum(fall(connection, post, because=_REASON, takedown_by=due) for post in affected)


def _pictures_of(connection: Connection, post: Post) -> frozenset[PhotoId]:
    """The post's photos, with those an edit took out while what was published may still show them."""
    now = frozenset(picture.photo_id for picture in post.pictures)
    out = [r.exported_at for r in releases.of_post(connection, post.id) if r.state is not ReleaseState.TAKEN_DOWN]
    return now | posts.photos_made_before(connection, post.id, max(out)) if out else now


def _names(workspace: Workspace, connection: Connection, post: Post, person: Person) -> bool:
    """Whether a post that is out names the person in words that may not stand any more."""
    words = [*(p.caption for p in post.platforms), *(p.alt_text for p in post.pictures)]
    if not any(names_in(text, {person.id: person}) for text in words):
        return False
    if all(r.state is ReleaseState.TAKEN_DOWN for r in releases.of_post(connection, post.id)):
        return False
    found = findings_of(judging(workspace, connection), post)
    return any(finding.blocks and finding.code in _NAME_CODES for finding in found)


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
