"""Who may speak for a child: parents, carers and social workers, with or without parental responsibility."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.domain.people import PersonId

ContactId = NewType("ContactId", str)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the school knows as a parent or carer of one child.

    Attributes:
        person_id: the child.
        parental_responsibility: whether they may say yes; anybody may say no.
        until: the last day of it, inclusive; None while it lasts.
        contact_person_id: the parent's own entry, when the register has one.
    """

    id: ContactId
    person_id: PersonId
    name: str
    relationship: str = ""
    parental_responsibility: bool = False
    until: date | None = None
    contact_person_id: PersonId | None = None
    version: int = 1

    def may_say_yes(self, today: date) -> bool:
        """Whether a yes of theirs counts on this day."""
        return self.parental_responsibility and (self.until is None or today <= self.until)
