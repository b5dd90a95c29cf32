"""Small histories of answers to derive a status from, and strategies for arbitrary ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from app.domain.consent import (
    A_PARENT,
    CHILD,
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    PlatformId,
    Voices,
)
from app.domain.contacts import Contact, ContactId
from app.domain.people import PersonId

TODAY = date(2026, 6, 21)
AMARA, BEN = PersonId("amara"), PersonId("ben")
MOTHER = Contact(ContactId("mother"), AMARA, "Mrs Okafor", "mother", parental_responsibility=True)
FATHER = Contact(ContactId("father"), AMARA, "Mr Okafor", "father", parental_responsibility=True)
UNCLE = Contact(ContactId("uncle"), AMARA, "Mr Eze", "uncle")
FORMER = replace(MOTHER, id=ContactId("former"), name="Mrs Hall", until=TODAY - timedelta(days=1))
OTHERS = Contact(ContactId("others"), BEN, "Mrs Tailor", "mother", parental_responsibility=True)
CONTACTS = {c.id: c for c in (MOTHER, FATHER, UNCLE, FORMER, OTHERS)}
VOICES = Voices(contacts=CONTACTS)


def said(sequence: int, answer: Answer, by: Contact | str = MOTHER, **more: object) -> ConsentEvent:
    """One answer; `by` is a contact, or the words a form or list has for the giver."""
    event = ConsentEvent(
        id=ConsentEventId(f"event-{sequence}"), sequence=sequence, person_id=AMARA, kind=ConsentKind.IMAGE,
        platform_id=PlatformId("facebook"), answer=answer, giver=by if isinstance(by, str) else by.name,
        relationship="", evidence="paper form", valid_from=TODAY, valid_until=None,
        recorded_at=datetime(2026, 6, 1, tzinfo=UTC), recorded_by="data manager",
        contact_id=None if isinstance(by, str) else by.id, form_version="2026",
    )  # fmt: skip
    return replace(event, **more)  # type: ignore[arg-type]


givers = st.sampled_from([CHILD, A_PARENT, "Mrs Okafor", "the school's system", MOTHER, FATHER, UNCLE, FORMER, OTHERS])
days = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=400))


@st.composite
def histories(draw: st.DrawFn, most: int = 8) -> list[ConsentEvent]:
    """Answers in any order of givers, some pointing at earlier, later, unknown or other people's events."""
    events = []
    for sequence in range(1, draw(st.integers(0, most)) + 1):
        points_at = draw(st.none() | st.integers(1, most + 2))
        events.append(
            said(
                sequence,
                draw(st.sampled_from(Answer)),
                draw(givers),
                valid_from=draw(days),
                valid_until=draw(st.none() | days),
                to_confirm=draw(st.booleans()),
                source=draw(st.sampled_from(["", "", "batch:4"])),
                supersedes=None if points_at is None else ConsentEventId(f"event-{points_at}"),
                platform_id=PlatformId(draw(st.sampled_from(["facebook", "facebook", "facebook", "website"]))),
                person_id=draw(st.sampled_from([AMARA, AMARA, AMARA, BEN])),
            )
        )
    return events


voices = st.builds(Voices, is_adult=st.booleans(), asked_from=st.none() | days, contacts=st.just(CONTACTS))
