"""Where somebody stopped, so that their next look at the program begins there. Ids only; what is done stays done.

Kept with the school's settings rather than on the PC: it outlives a crash, and another PC knows it too. Nothing is
decided by it, so it is no record.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, UserId
from app.domain.photo import PhotoId, PhotoState
from app.domain.post import PostId, PostState
from app.workflow.workspace import Workspace
from consent_db import photos, posts, settings

REVIEW, POSTS = "review", "posts"
_OPEN = (PostState.DRAFT, PostState.RETURNED)
_TO_DO = (PhotoState.IMPORTED, PhotoState.PICKED, PhotoState.ANALYSED)


@dataclass(frozen=True, slots=True)
class Place:
    """A page with the id it had in front, and what that is, in words: ``Sports day, photo 14 of 22``."""

    page: str
    subject: str
    words: str


def note_place(workspace: Workspace, actor: Actor, page: str, subject: str) -> None:
    """Remember where this person is; writes only where that is somewhere else than before."""
    place = {"page": page, "subject": subject}
    key = settings.left_off(actor.user_id)
    with workspace.database.read() as connection:
        if settings.get(connection, key) == place:
            return
    with workspace.database.transaction() as connection:
        settings.put(connection, key, place, by=actor.user_id)


def carry_on(workspace: Workspace, actor: Actor) -> Place | None:
    """Where this person stopped; None when there is nothing left to do there, or it is gone."""
    with workspace.database.read() as connection:
        said = settings.get(connection, settings.left_off(actor.user_id))
        if not isinstance(said, dict):
            return None
        page, subject = str(said.get("page", "")), str(said.get("subject", ""))
        words = ""
        if page == REVIEW and actor.may(Action.REVIEW):
            words = _photo(connection, PhotoId(subject))
        elif page == POSTS and actor.may(Action.WRITE_POST):
            words = _post(connection, PostId(subject), actor.user_id)
    return Place(page, subject, words) if words else None


def _photo(connection: Connection, photo_id: PhotoId) -> str:
    with suppress(RegisterError):  # it may have been erased since
        event = photos.get(connection, photo_id).event
        pictures = photos.in_event(connection, event)
        ids = [photo.id for photo in pictures]
        if photo_id in ids and any(photo.state in _TO_DO for photo in pictures):  # it may have been left out since
            return f"{event}, photo {ids.index(photo_id) + 1} of {len(pictures)}"
    return ""


def _post(connection: Connection, post_id: PostId, user_id: UserId) -> str:
    with suppress(RegisterError):
        post = posts.get(connection, post_id)
        if post.author == user_id and post.state in _OPEN:
            return f"the post “{post.title}”" if post.title else "a post without a title"
    return ""
