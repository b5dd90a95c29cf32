"""The register read with a pack's limits: how old it may be, and how long a YES lasts."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.domain.consent import ConsentKind, ConsentStanding, ConsentStatus, Platform, RegisterSnapshot
from app.domain.people import PersonId
from app.policy.pack import PolicyPack

SCHOOL_ZONE = ZoneInfo("Europe/London")


def register_is_too_old(snapshot: RegisterSnapshot, pack: PolicyPack, today: date) -> bool:
    """Whether the consents are older than the pack allows, were never entered, or claim to come from a later day."""
    if snapshot.as_of is None:
        return True
    age = today - snapshot.as_of.astimezone(SCHOOL_ZONE).date()
    return not timedelta(0) <= age <= timedelta(days=pack.register_max_age_days)


def standing_of(
    person_id: PersonId,
    *,
    kind: ConsentKind,
    snapshot: RegisterSnapshot,
    pack: PolicyPack,
    platform: Platform,
    today: date,
) -> ConsentStanding:
    """What is in force, after the pack's own limit on how long a YES lasts."""
    standing = snapshot.standing(person_id, kind=kind, platform_id=platform.id, today=today)
    if not standing.allows or standing.event is None or pack.consent_max_age_days is None:
        return standing
    if today - standing.event.valid_from > timedelta(days=pack.consent_max_age_days):
        return ConsentStanding(ConsentStatus.EXPIRED, standing.event)
    return standing
