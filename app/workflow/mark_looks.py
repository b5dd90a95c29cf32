"""Photos that were looked through before a mark was taught: how many, and looking again."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.people import Action, Actor
from app.domain.photo import PhotoId
from app.workflow.analyse_photos import AnalysisOutcome, analyse_photos
from app.workflow.teach_mark import known_marks
from app.workflow.workspace import Workspace
from consent_db import mark_looks


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
