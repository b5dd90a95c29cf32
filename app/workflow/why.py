"""What the decision for each place of a photo rests on: who said what it is, and when the answer was recorded.

Nobody reads here that it was a hold: for whoever may see the register it has a day like a plain no.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from app.domain.consent import ConsentEventId
from app.domain.days import day_in_words
from app.domain.detection import PhotoFacts, RegionId
from app.domain.people import Action, Actor
from app.domain.permissions import PermissionId
from app.domain.treatment import Decision, Reason, RegionDecision
from consent_db import consent, holds, permissions, regions, users

_SAID = frozenset({Reason.COVERED_BY_HAND, Reason.STRANGER, Reason.NOT_A_FACE, Reason.NOT_A_MARK, Reason.HARMLESS_TEXT})
_ANSWERED = frozenset(
    {Reason.CONSENT_YES, Reason.CONSENT_NO, Reason.CONSENT_WITHDRAWN, Reason.CONSENT_EXPIRED, Reason.CONSENT_TO_CONFIRM}
)


def records_in(connection: Connection, actor: Actor, facts: PhotoFacts, decision: Decision) -> Mapping[RegionId, str]:
    """A sentence for each place that somebody or something on record decided; the others are left out."""
    said = regions.last_said(connection, facts.photo_id)
    names = users.names(connection) if said else {}
    sees_register = actor.may(Action.SEE_REGISTER)

    def sentence(place: RegionDecision) -> str:
        if place.reason in _SAID and place.region_id in said:
            by, at = said[place.region_id]
            return f"Said by {names.get(by, 'somebody who has left')}, {day_in_words(at.date())}."
        day = _recorded(connection, place) if sees_register else None
        return f"Recorded {day_in_words(day)}." if day else ""

    return {place.region_id: words for place in decision.regions if (words := sentence(place))}


def _recorded(connection: Connection, place: RegionDecision) -> date | None:
    """The day of the answer, the permission, or the hold that reads like an answer."""
    if place.reason is Reason.HELD and place.person_id is not None:
        held = holds.since(connection, place.person_id)
        return held.date() if held else None
    if place.record is None:
        return None
    if place.reason in _ANSWERED:
        return consent.get(connection, ConsentEventId(place.record)).recorded_at.date()
    if place.reason in (Reason.ADULT_PERMISSION, Reason.MARK_PERMISSION):
        return permissions.get(connection, PermissionId(place.record)).valid_from
    return None
