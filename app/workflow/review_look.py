"""All that Review shows of one photo, read in one moment: a reviewer waits for it after every key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.consent import PlatformId
from app.domain.detection import PhotoFacts, RegionId
from app.domain.people import Action, Actor, Person, PersonId
from app.domain.photo import Photo, PhotoId
from app.domain.treatment import Decision
from app.workflow.decide import asked_of
from app.workflow.post_material import facts_of, judging
from app.workflow.why import records_in
from app.workflow.workspace import Workspace
from consent_db import photos, platforms


@dataclass(frozen=True, slots=True)
class Looked:
    """One photo on one platform.

    Attributes:
        people: those who are named in the photo, on its list or spoken of by an answer.
        decision: what the platform would show.
        asked: the children of whom the reviewer still has to say whether they are in the photo.
        records: what the decision for each place rests on, as a sentence.
    """

    photo: Photo
    facts: PhotoFacts
    people: Mapping[PersonId, Person]
    decision: Decision
    asked: tuple[Person, ...]
    records: Mapping[RegionId, str]


def look(workspace: Workspace, actor: Actor, photo_id: PhotoId, platform_id: PlatformId) -> Looked:
    """Read and decide.

    Raises:
        NotAllowedError: this person may not review photos.
        RegisterError: no such photo or platform.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        platform = platforms.get(connection, platform_id)
        facts = facts_of(connection, photo_id)
        judge = judging(workspace, connection, facts)
        decision = judge.decide(facts, platform)
        known = judge.snapshot.people
        spoken_of = {*facts.roster, *(answer.person_id for answer in facts.presence)}
        spoken_of |= {region.person_id for region in facts.regions if region.person_id is not None}
        return Looked(
            photo=photos.get(connection, photo_id),
            facts=facts,
            people={person_id: known[person_id] for person_id in spoken_of if person_id in known},
            decision=decision,
            asked=asked_of(judge, facts, platform, actor),
            records=records_in(connection, actor, facts, decision),
        )
