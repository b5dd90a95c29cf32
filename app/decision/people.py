"""What the register says of one person on one platform today, as a judgement."""

from __future__ import annotations

from datetime import date

from app.decision.judgement import Judgement
from app.domain.consent import ConsentKind, ConsentStatus, Platform, RegisterSnapshot
from app.domain.detection import PhotoFacts
from app.domain.people import PersonId
from app.domain.permissions import Permits
from app.domain.treatment import Reason, Treatment
from app.policy.pack import PolicyPack
from app.policy.standing import standing_of

_WITHOUT_YES = {
    ConsentStatus.NO: Reason.CONSENT_NO,
    ConsentStatus.WITHDRAWN: Reason.CONSENT_WITHDRAWN,
    ConsentStatus.NOT_ASKED: Reason.CONSENT_NOT_ASKED,
    ConsentStatus.EXPIRED: Reason.CONSENT_EXPIRED,
    ConsentStatus.TO_CONFIRM: Reason.CONSENT_TO_CONFIRM,
    ConsentStatus.ASK_PUPIL: Reason.CONSENT_ASK_PUPIL,
}


def held_around(facts: PhotoFacts, snapshot: RegisterSnapshot) -> frozenset[PersonId]:
    """The children on hold of the photo's list and its classes; every child on hold when there is no list.

    The classes count because a list can be made shorter: leaving a child out of it must not clear a picture.
    """
    listed = [snapshot.people[person_id] for person_id in facts.roster if person_id in snapshot.people]
    groups = {person.registration_group for person in listed if person.registration_group}
    children = (p for p in snapshot.people.values() if p.id in snapshot.holds and p.kind.is_child)
    near = {p.id for p in children if not facts.roster or p.registration_group in groups}
    return frozenset(near | (snapshot.holds & set(facts.roster)))


def pupil_standing(
    person_id: PersonId, snapshot: RegisterSnapshot, pack: PolicyPack, platform: Platform, today: date
) -> Judgement:
    """A pupil's face: shown with a YES for the image on this platform, otherwise covered with the exact reason."""
    standing = standing_of(
        person_id, kind=ConsentKind.IMAGE, snapshot=snapshot, pack=pack, platform=platform, today=today
    )
    record = standing.event.id if standing.event else None
    if standing.allows:
        return Judgement(Treatment.KEEP, Reason.CONSENT_YES, person_id, record)
    return Judgement(Treatment.COVER, _WITHOUT_YES[standing.status], person_id, record)


def adult_standing(
    person_id: PersonId,
    snapshot: RegisterSnapshot,
    pack: PolicyPack,
    platform: Platform,
    today: date,
    *,
    permits: Permits,
) -> Judgement:
    """An adult's face: shown with their own written permission or a yes that can be seen, otherwise covered.

    A no or a withdrawal comes before every permission, whenever it was written.
    """
    standing = standing_of(
        person_id, kind=ConsentKind.IMAGE, snapshot=snapshot, pack=pack, platform=platform, today=today
    )
    event = standing.event
    if standing.allows and event is not None and (event.evidence.strip() or event.evidence_file):
        return Judgement(Treatment.KEEP, Reason.ADULT_PERMISSION, person_id, event.id)
    permission = permits.for_adult(person_id, platform.id, today)
    if permission is not None and standing.status not in (ConsentStatus.NO, ConsentStatus.WITHDRAWN):
        return Judgement(Treatment.KEEP, Reason.ADULT_PERMISSION, person_id, permission.id)
    return Judgement(Treatment.COVER, Reason.ADULT_NO_PERMISSION, person_id, event.id if event else None)
