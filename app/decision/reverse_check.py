"""The reverse check: whom the reviewer must look for, because a child who may not be shown was not named.

A face named wrongly is always named as somebody else. So the few children of the event or class who may not be shown
are listed, and the reviewer answers for each: not in this picture, or this face.
"""

from __future__ import annotations

from datetime import date

from app.decision.people import held_around
from app.domain.consent import ConsentKind, Platform, RegisterSnapshot
from app.domain.detection import PhotoFacts, Presence, RegionKind, Verdict
from app.domain.errors import BugError
from app.domain.people import Person, PersonId
from app.policy.pack import PolicyPack
from app.policy.standing import standing_of


def children_to_ask(
    facts: PhotoFacts, *, snapshot: RegisterSnapshot, pack: PolicyPack, platform: Platform, today: date
) -> tuple[Person, ...]:
    """The children of the roster still to be answered for, by name.

    Asked for is everybody without a YES in force, on hold, gone from the school, or who asked not to appear; done is
    whoever was named in the photo or found not to be in it.

    Raises:
        BugError: the roster holds somebody the snapshot does not know.
    """
    done = _named(facts) | _found_absent(facts)
    asked: list[Person] = []
    for person_id in sorted((set(facts.roster) | held_around(facts, snapshot)) - done):
        person = snapshot.people.get(person_id)
        if person is None:
            raise BugError(f"the roster of photo {facts.photo_id} holds {person_id}, whom the register does not know")
        if not person.kind.is_child:
            continue
        standing = standing_of(
            person_id, kind=ConsentKind.IMAGE, snapshot=snapshot, pack=pack, platform=platform, today=today
        )
        barred = person_id in snapshot.holds or person_id in facts.refused_here or person.has_left(today)
        if barred or not standing.allows:
            asked.append(person)
    return tuple(sorted(asked, key=lambda p: (p.name.casefold(), p.id)))


def _named(facts: PhotoFacts) -> set[PersonId]:
    return {
        region.person_id
        for region in facts.regions
        if region.kind is RegionKind.FACE
        and region.verdict is Verdict.NAMED
        and region.person_id is not None
        and not region.removed
    }


def _found_absent(facts: PhotoFacts) -> set[PersonId]:
    """Whoever's latest answer is NOT_IN_PICTURE."""
    latest = {answer.person_id: answer for answer in sorted(facts.presence, key=lambda a: a.answered_at)}
    return {person_id for person_id, answer in latest.items() if answer.presence is Presence.NOT_IN_PICTURE}
