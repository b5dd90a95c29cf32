"""Words beside others' answers that held an erased name; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.consent import Answer, ConsentKind
from app.domain.errors import KnownError
from app.domain.people import Role
from app.workflow import retention
from consent_db import audit, tombstones
from consent_db import consent as answers
from consent_db.consent import NewConsent
from consent_db.schema_consent import consent_event
from tests.flow.erasing import chain_of, everything_in
from tests.flow.posting import Story
from tests.schools import FACEBOOK, WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def ellas(story: Story) -> NewConsent:
    return NewConsent(
        person_id=story.school.pupils["Ella"].id, kind=ConsentKind.VIDEO, platform_id=FACEBOOK, answer=Answer.YES,
        giver="mother of Ella", valid_from=date(2026, 9, 1), evidence="form",
    )  # fmt: skip


def erase(story: Story, forename: str) -> None:
    dpo = story.school.actor(Role.DPO)
    shown = retention.preview_person(story.workspace, dpo, story.school.pupils[forename].id)
    done = retention.erase(story.workspace, dpo, shown, typed=len(shown.items), because="asked for in writing")
    assert [outcome.problem for outcome in done] == [None] * len(shown.items)


@pytest.mark.policy("000-18")
def test_a_name_beside_a_sisters_answer_goes_too_and_what_she_answered_stays_as_it_was_recorded(story: Story) -> None:
    ella, dev = story.school.pupils["Ella"].id, story.school.pupils["Dev"]
    said = replace(ellas(story), evidence=f"form of {dev.name} and Ella, folder 3", relationship="mother")
    with story.workspace.database.transaction() as connection:
        event_id = answers.record(connection, said, by="data")
        untouched = answers.record(connection, replace(said, platform_id=WEBSITE, evidence="form, folder 3"), by="data")
        audit.append(connection, "data", "consent-recorded", subjects=[event_id, untouched])
        before = {event.id: event for event in answers.history(connection, ella)}
    erase(story, "Dev")
    with story.workspace.database.read() as connection:
        after = {event.id: event for event in answers.history(connection, ella)}
        assert tombstones.stands(connection, event_id)
        assert not tombstones.stands(connection, untouched)
    assert after[event_id] == replace(before[event_id], evidence="form of … and Ella, folder 3")
    assert after[untouched] == before[untouched]
    assert dev.legal_surname not in everything_in(story.workspace)
    assert chain_of(story.workspace).ok


@pytest.mark.parametrize("column", ["answer", "giver", "valid_from", "person_id"])
def test_a_tombstone_lets_no_answer_be_changed(story: Story, column: str) -> None:
    with story.workspace.database.transaction() as connection:
        event_id = answers.record(connection, ellas(story), by="data")
        tombstones.add(connection, event_id, record_class="words", reason="a test", by="data")
    other = {"answer": "NO", "giver": "x", "valid_from": date(2020, 1, 1), "person_id": story.school.pupils["Dev"].id}
    with pytest.raises(KnownError), story.workspace.database.transaction() as connection:
        connection.execute(consent_event.update().where(consent_event.c.id == event_id).values({column: other[column]}))
    with pytest.raises(KnownError), story.workspace.database.transaction() as connection:
        connection.execute(consent_event.update().where(consent_event.c.id != event_id).values(evidence="changed"))
