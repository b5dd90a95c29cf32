"""What a platform would show of a photo, now."""

from __future__ import annotations

from app.domain.consent import Platform, PlatformId
from app.domain.detection import PhotoFacts
from app.domain.people import Action, Actor, Person
from app.domain.photo import PhotoId
from app.domain.treatment import Decision
from app.workflow.post_material import Judging, facts_of, judging
from app.workflow.workspace import Workspace
from consent_db import platforms


def decide_photo(workspace: Workspace, photo_id: PhotoId, platform_id: PlatformId) -> Decision:
    """The decision for one photo on one platform by the register as it stands.

    Raises:
        RegisterError: no such photo or platform.
    """
    with workspace.database.read() as connection:
        platform = platforms.get(connection, platform_id)
        facts = facts_of(connection, photo_id)
        return judging(workspace, connection, facts).decide(facts, platform)


def reverse_check(
    workspace: Workspace, photo_id: PhotoId, platform_id: PlatformId, *, shown_to: Actor | None = None
) -> tuple[Person, ...]:
    """The children who may not be shown there and of whom nobody has said whether they are in the photo.

    For `shown_to` it holds nobody who is asked for only because of a hold, unless they may place holds: on the event's
    list a hold reads like any no, but beside it would give itself away.

    Raises:
        RegisterError: no such photo or platform.
    """
    with workspace.database.read() as connection:
        platform = platforms.get(connection, platform_id)
        facts = facts_of(connection, photo_id)
        return asked_of(judging(workspace, connection, facts), facts, platform, shown_to)


def asked_of(judge: Judging, facts: PhotoFacts, platform: Platform, shown_to: Actor | None) -> tuple[Person, ...]:
    """The reverse check as `reverse_check` gives it, by a register that was read already."""
    asked = judge.unanswered(facts, platform)
    if shown_to is None or shown_to.may(Action.PLACE_HOLD):
        return asked
    return tuple(person for person in asked if person.id in facts.roster)
