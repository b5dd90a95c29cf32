"""One undo for a whole reading: everything back, nobody shown because of it, and only once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.consent import (
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    ConsentStatus,
    RegisterSnapshot,
    standing_on,
)
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Person, PersonId, PersonKind, Role
from app.domain.post import TaskKind
from app.workflow import register
from app.workflow.import_undo import compensations, past_imports, undo_import
from app.workflow.register_import import Change
from consent_db import people, releases
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.workflow.imports import ADMIN, HEAD, events, look, records_hold, say_no_later, status, take


def undo(school: School, batch: str):  # type: ignore[no-untyped-def]
    return undo_import(school.workspace, school.actor(ADMIN), batch)


def everybody(school: School) -> dict[str, Person]:
    with school.workspace.database.read() as connection:
        return {person.forename: person for person in people.everybody(connection)}


def test_a_no_that_is_undone_leaves_the_earlier_yes_to_be_confirmed(either_school: School) -> None:
    school = either_school
    take(school, f"{HEAD}Amara,Okafor,Yes,Yes\n")
    batch = take(school, f"{HEAD}Amara,Okafor,No,\n")
    assert status(school, "Amara") is ConsentStatus.NO
    assert undo(school, batch).to_confirm == 1
    assert status(school, "Amara") is ConsentStatus.TO_CONFIRM
    assert status(school, "Amara", WEBSITE) is ConsentStatus.YES
    assert records_hold(school)


def test_a_yes_that_is_undone_shows_nobody_any_more(either_school: School) -> None:
    school = either_school
    batch = take(school, f"{HEAD}Amara,Okafor,Yes,\nBen,Tailor,No,\n")
    undo(school, batch)
    assert status(school, "Amara") is ConsentStatus.TO_CONFIRM
    assert status(school, "Ben") is ConsentStatus.TO_CONFIRM


def test_a_no_of_one_parent_that_is_undone_does_not_bring_the_other_parents_yes_back_unasked(school: School) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    batch = take(school, "Forename,Surname,Given by,Facebook\nAmara,Okafor,Mr J. Okafor,No\n")
    undo(school, batch)
    assert status(school, "Amara") is ConsentStatus.TO_CONFIRM


def test_what_the_family_said_since_stays(school: School) -> None:
    batch = take(school, f"{HEAD}Amara,Okafor,Yes,\n")
    say_no_later(school, "Amara", school.workspace.clock.today())
    assert undo(school, batch).to_confirm == 0
    assert status(school, "Amara") is ConsentStatus.NO


def test_the_same_list_can_be_read_again_after_its_undoing_and_then_counts(either_school: School) -> None:
    school = either_school
    text = f"{HEAD}Amara,Okafor,Yes,No\n"
    undo(school, take(school, text))
    assert look(school, text).counts == {Change.CHANGED: 2}
    take(school, text)
    assert (status(school, "Amara"), status(school, "Amara", WEBSITE)) == (ConsentStatus.YES, ConsentStatus.NO)
    assert set(look(school, text).counts) == {Change.SAME}


def test_a_second_undoing_is_refused_with_a_sentence_and_writes_nothing(school: School) -> None:
    batch = take(school, f"{HEAD}Amara,Okafor,Yes,\n")
    undo(school, batch)
    before = events(school)
    with pytest.raises(RegisterError, match="undone already"):
        undo(school, batch)
    assert events(school) == before


@pytest.mark.parametrize("role", [role for role in Role if role is not ADMIN])
def test_only_the_data_manager_undoes_a_reading(school: School, role: Role) -> None:
    batch = take(school, f"{HEAD}Amara,Okafor,Yes,\n")
    with pytest.raises(NotAllowedError):
        undo_import(school.workspace, school.actor(role), batch)
    assert status(school, "Amara") is ConsentStatus.YES


def test_the_past_readings_say_what_was_undone(school: School) -> None:
    batch = take(school, f"{HEAD}Amara,Okafor,Yes,\n")
    undo(school, batch)
    listed = past_imports(school.workspace, school.actor(ADMIN))
    assert [(read.id, read.kind, read.can_be_undone) for read in listed] == [(batch, "consents", False)]


def test_people_a_list_added_go_again_and_changed_details_come_back(either_school: School) -> None:
    school = either_school
    batch = take(school, "Forename,Surname,Class\nAmara,Okafor,Birch\nFemi,Bright,Birch\n", pupils=True)
    assert everybody(school)["Amara"].registration_group == "Birch"
    outcome = undo(school, batch)
    assert (outcome.restored, outcome.taken_out) == (1, 1)
    assert "Femi" not in everybody(school)
    assert everybody(school)["Amara"].registration_group == "Oak"
    assert records_hold(school)


def test_somebody_a_list_added_who_has_answers_by_now_is_kept_as_a_leaver(either_school: School) -> None:
    school = either_school
    batch = take(school, "Forename,Surname\nFemi,Bright\n", pupils=True)
    school.pupils["Femi"] = everybody(school)["Femi"]
    school.say("Femi", FACEBOOK, Answer.YES)
    assert undo(school, batch).kept == 1
    assert everybody(school)["Femi"].kind is PersonKind.LEAVER
    assert status(school, "Femi") is not ConsentStatus.YES


def test_details_somebody_changed_since_are_left_to_a_person(school: School) -> None:
    batch = take(school, "Forename,Surname,Class\nAmara,Okafor,Birch\n", pupils=True)
    by_hand = replace(everybody(school)["Amara"], registration_group="Elm")
    register.change_person(school.workspace, school.actor(ADMIN), by_hand)
    assert undo(school, batch).asked == 1
    assert everybody(school)["Amara"].registration_group == "Elm"
    with school.workspace.database.read() as connection:
        assert TaskKind.CONFIRM_CONSENT in [task.kind for task in releases.open_tasks(connection)]


_TODAY = date(2026, 3, 2)
_EVENT = st.tuples(
    st.sampled_from(["Mrs O", "Mr O", "child", "a parent", "the school's system"]),
    st.sampled_from(list(Answer)), st.booleans(), st.booleans(), st.sampled_from([None, date(2025, 1, 1), _TODAY]),
)  # fmt: skip


def _history(drawn: list[tuple[str, Answer, bool, bool, date | None]]) -> list[ConsentEvent]:
    return [
        ConsentEvent(
            id=ConsentEventId(f"e{n}"), sequence=n, person_id=PersonId("p"), kind=ConsentKind.IMAGE,
            platform_id=FACEBOOK, answer=answer, giver=giver, relationship="", evidence="", valid_from=date(2024, 9, 1),
            valid_until=until, recorded_at=datetime.combine(_TODAY, time(9), UTC), recorded_by="x",
            source=f"batch:{n}:0" if of_batch else "", to_confirm=waits and answer is Answer.YES,
        )
        for n, (giver, answer, of_batch, waits, until) in enumerate(drawn, start=1)
    ]  # fmt: skip


def test_a_yes_that_took_the_place_of_a_no_gives_way_to_the_no_again() -> None:
    before = _history([("Mrs O", Answer.NO, False, False, None), ("Mrs O", Answer.YES, True, False, None)])
    (back,) = compensations(before, "batch")
    assert (back.answer, back.giver, back.supersedes) == (Answer.NO, "Mrs O", "e2")


@settings(max_examples=1_000, deadline=None)
@given(st.lists(_EVENT, max_size=8))
@pytest.mark.policy("004-32")
def test_undoing_a_reading_never_makes_anybody_shown(drawn: list[tuple[str, Answer, bool, bool, date | None]]) -> None:
    before = _history(drawn)
    back = compensations(before, "batch")
    after = [
        *before,
        *(
            replace(before[0], id=ConsentEventId(f"u{n}"), sequence=100 + n, answer=new.answer, giver=new.giver,
                    valid_from=new.valid_from, valid_until=new.valid_until, source=new.source,
                    to_confirm=new.to_confirm, supersedes=new.supersedes)
            for n, new in enumerate(back)
        ),
    ]  # fmt: skip
    was, now = standing_on(before, _TODAY), standing_on(after, _TODAY)
    assert now.allows <= was.allows
    assert after[: len(before)] == before
    if not any(event.source for event in before):
        assert back == []
    person = Person(PersonId("p"), PersonKind.PUPIL, "Amara", "Okafor")
    key = PersonId("p"), ConsentKind.IMAGE, FACEBOOK
    shown = RegisterSnapshot({person.id: person}, {key: tuple(after)}).standing(
        person.id, kind=key[1], platform_id=FACEBOOK, today=_TODAY
    )
    assert shown.allows <= was.allows
    if shown.allows:
        assert shown.event is not None
        assert not shown.event.source.startswith("undo:")
