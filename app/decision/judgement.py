"""One rule's answer for one region, before clause and boxes are added."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.consent import ConsentEventId
from app.domain.people import PersonId
from app.domain.permissions import PermissionId
from app.domain.treatment import Reason, Treatment


@dataclass(frozen=True, slots=True)
class Judgement:
    """A treatment with its reason, whom it concerns and the answer or permission it rests on."""

    treatment: Treatment
    reason: Reason
    person_id: PersonId | None = None
    record: ConsentEventId | PermissionId | None = None
