"""Photos that were looked through before a mark was taught: how many, a warning for approvers, and looking again."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from app.domain.people import Action, Actor
from app.domain.photo import PhotoId
from app.domain.post import Finding, Post
from app.workflow.analyse_photos import AnalysisOutcome, analyse_photos
from app.workflow.teach_mark import digests_of, known_marks
from app.workflow.workspace import Workspace
from consent_db import mark_looks

_CODE = "mark-not-looked-for"


def photos_not_looked_at(workspace: Workspace, name: str | None = None) -> tuple[PhotoId, ...]:
    """Photos that may still be published and were not looked at for a mark as it is known now, the newest first.

    Args:
        workspace: of the school.
        name: of one mark; without it, photos that miss any of them.
    """
    digests = {mark.digest for mark in known_marks(workspace) if name in (None, mark.name)}
    with workspace.database.read() as connection:
        return mark_looks.may_be_published_without(connection, digests)


def look_through_again(workspace: Workspace, actor: Actor) -> Iterator[AnalysisOutcome]:
    """Look for every taught mark in those photos; what people decided stays, what is found anew is covered.

    Raises:
        NotAllowedError: this person may neither import nor review.
    """
    if not actor.may(Action.IMPORT):
        actor.require(Action.REVIEW)
    return analyse_photos(workspace, actor, photos_not_looked_at(workspace), only=frozenset({"marks"}))


def mark_findings(workspace: Workspace, connection: Connection, post: Post) -> tuple[Finding, ...]:
    """A warning for each picture of the post that was looked through before a mark was taught, or taught again."""
    photo_ids = [picture.photo_id for picture in post.pictures]
    missing = mark_looks.of_these_without(connection, photo_ids, digests_of(connection))
    words = "A picture was looked through before one of the school’s marks was taught, so the mark may still be in it."
    clause = workspace.pack.clause("mark-without-permission")
    return tuple(Finding(_CODE, words, clause, False, photo_id) for photo_id in missing)
