"""The yearly list of who must be asked again, and what the calendar brings, on both engines."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from app.domain.consent import Answer, ConsentStatus
from app.domain.errors import NotAllowedError
from app.domain.people import Role
from app.domain.post import TaskKind
from app.workflow import consents, records, refresh, register
from app.workflow.refresh import LookedAhead, Why
from consent_db import settings
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.workflow.consent_acts import (
    IMAGE,
    NAME,
    change,
    child,
    days_later,
    office,
    parent,
    records_hold,
    says_no,
    sign,
    status,
    tasks,
    today,
)

YES = Answer.YES
BOTH = {(IMAGE, FACEBOOK): YES, (IMAGE, WEBSITE): YES}


def reasons(school: School, days: int = 0, **options) -> dict[str, dict[Why, list]]:
    found = refresh.refresh_list(days_later(school, days), office(school), **options)
    return {e.person.forename: {why: list(what) for why, what in e.reasons.items()} for e in found.people}


def test_the_list_says_who_must_be_asked_and_why(either_school: School) -> None:
    school, day = either_school, today(either_school)
    sign(school, "Mrs Okafor", BOTH)
    sign(school, "Mrs Tailor", BOTH, forename="Ben", valid_until=day + timedelta(days=20))
    sign(school, "Mr Price", BOTH, forename="Caitlin", valid_from=day - timedelta(days=366))
    sign(school, "Mr Anand", BOTH, forename="Dev", valid_from=day - timedelta(days=9), valid_until=day - timedelta(1))
    says_no(school, "Ella", kinds=[IMAGE])
    places = [(IMAGE, FACEBOOK), (IMAGE, WEBSITE)]
    assert reasons(school) == {
        "Ben": {Why.RUNS_OUT: places}, "Caitlin": {Why.TOO_OLD: places}, "Dev": {Why.RAN_OUT: places},
    }  # fmt: skip


def test_whoever_was_never_asked_is_on_the_list_for_the_kinds_the_school_asks_about(school: School) -> None:
    assert reasons(school)["Amara"] == {Why.NEVER_ASKED: [(IMAGE, FACEBOOK), (IMAGE, WEBSITE)]}
    sign(school, "Mrs Tailor", {(NAME, FACEBOOK): YES}, forename="Ben")
    assert reasons(school)["Amara"] == {Why.NEVER_ASKED: [(NAME, FACEBOOK), (NAME, WEBSITE)]}


def test_an_answer_to_be_confirmed_and_a_pupil_now_old_enough_are_on_the_list(school: School) -> None:
    day, mother = today(school), parent(school, "Mrs Okafor")
    sign(school, "Mrs Tailor", {(IMAGE, FACEBOOK): YES}, forename="Ben")
    change(school, "Ben", date_of_birth=day - timedelta(days=366 * 16))
    [wrong] = sign(school, mother, {(IMAGE, FACEBOOK): Answer.NO})
    consents.correct_mistake(school.workspace, office(school), wrong, evidence="the form says yes")
    found = reasons(school)
    assert found["Ben"][Why.ASK_PUPIL] == [(IMAGE, FACEBOOK)]
    assert found["Amara"][Why.TO_CONFIRM] == [(IMAGE, FACEBOOK)]


def test_the_school_may_say_since_when_everybody_is_to_be_asked_anew(school: School) -> None:
    sign(school, "Mrs Okafor", BOTH, valid_from=today(school) - timedelta(days=100))
    assert "Amara" not in reasons(school)
    assert Why.TOO_OLD in reasons(school, asked_since=today(school) - timedelta(days=50))["Amara"]


def test_the_list_is_counted_by_class_and_leaves_leavers_out(either_school: School) -> None:
    school = either_school
    school.add_pupil("Femi", "Bright", "Ash")
    register.mark_as_left(school.workspace, office(school), child(school, "Ben"), today(school) - timedelta(days=1))
    found = refresh.refresh_list(school.workspace, office(school))
    assert dict(found.classes) == {"Ash": 1, "Oak": 4}
    assert dict(found.counts) == {Why.NEVER_ASKED: 5}
    assert found.to_words()[:2] == ["Ash: 1 to ask", "  Femi Bright: never asked"]
    assert len(refresh.refresh_list(school.workspace, office(school), group="Ash").people) == 1


def test_the_list_goes_out_as_a_table_no_spreadsheet_takes_for_formulas(school: School) -> None:
    school.add_pupil("=HYPERLINK(1)", "@Bright", "Ash")
    text = refresh.export_refresh_list(school.workspace, office(school), group="Ash")
    assert list(csv.reader(io.StringIO(text))) == [
        ["Class", "Surname", "Forename", "UPN", "Reason", "For"],
        ["Ash", "'@Bright", "'=HYPERLINK(1)", "", "never asked", "image on Facebook, image on Website"],
    ]
    newest = records.audit_events(school.workspace, school.actor(Role.IT), limit=1)[0]
    assert newest.action == "refresh-list-exported"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.IT, Role.GOVERNOR, Role.EXTERNAL, Role.BUSINESS_MANAGER])
def test_the_list_is_for_those_who_see_the_register(school: School, role: Role) -> None:
    for act in (refresh.refresh_list, refresh.export_refresh_list):
        with pytest.raises(NotAllowedError):
            act(school.workspace, school.actor(role))


def test_answers_that_run_out_within_the_month_raise_one_task_once(either_school: School) -> None:
    school = either_school
    sign(school, "Mrs Okafor", BOTH, valid_until=today(school) + timedelta(days=60))
    assert refresh.look_ahead(school.workspace) == LookedAhead()
    assert refresh.look_ahead(days_later(school, 29)) == LookedAhead()
    assert refresh.look_ahead(days_later(school, 31)) == LookedAhead(run_out_soon=1)
    [task] = tasks(school, TaskKind.REFRESH_CONSENT)
    finish(school, task)
    for days in (31, 32, 40):
        assert refresh.look_ahead(days_later(school, days)) == LookedAhead()
    assert tasks(school) == ()
    assert records_hold(school)


@pytest.mark.policy("004-13")
def test_on_the_sixteenth_birthday_the_office_is_told_once_to_ask_the_pupil(either_school: School) -> None:
    school, birthday = either_school, today(either_school) + timedelta(days=40)
    born = birthday.replace(year=birthday.year - 16)
    sign(school, "Mrs Okafor", BOTH)
    change(school, date_of_birth=born)
    refresh.look_ahead(school.workspace)
    assert tasks(school, TaskKind.ASK_PUPIL) == ()
    assert refresh.look_ahead(days_later(school, 41)).to_ask == 1
    [task] = tasks(school, TaskKind.ASK_PUPIL)
    assert task.person_id == child(school)
    assert status(school, days=41) is ConsentStatus.ASK_PUPIL
    finish(school, task)
    refresh.look_ahead(days_later(school, 42))
    assert tasks(school, TaskKind.ASK_PUPIL) == ()


def test_looking_twice_on_one_day_or_with_a_clock_set_back_does_nothing(either_school: School) -> None:
    school = either_school
    sign(school, "Mrs Okafor", BOTH, valid_until=today(school) + timedelta(days=10))
    assert refresh.look_ahead(school.workspace).run_out_soon == 1
    before = records.audit_events(school.workspace, school.actor(Role.IT))
    for days in (0, -3, 0):
        assert refresh.look_ahead(days_later(school, days)) == LookedAhead()
    assert records.audit_events(school.workspace, school.actor(Role.IT)) == before


def test_a_pc_that_was_off_for_weeks_catches_up(school: School) -> None:
    refresh.look_ahead(school.workspace)
    sign(school, "Mrs Okafor", BOTH, valid_until=today(school) + timedelta(days=5))
    birthday = today(school) + timedelta(days=10)
    born = birthday.replace(year=birthday.year - 16)
    sign(school, "Mrs Tailor", BOTH, forename="Ben")
    change(school, "Ben", date_of_birth=born)
    assert refresh.look_ahead(days_later(school, 60)).to_ask == 1


def test_the_schools_setting_moves_the_birthday_or_switches_the_rule_off(school: School) -> None:
    sign(school, "Mrs Okafor", BOTH)
    change(school, date_of_birth=today(school) - timedelta(days=366 * 16))
    seen = []
    for age in (16, 18, None):
        with school.workspace.database.transaction() as connection:
            settings.put(connection, "own_consent_age", age, by="test")
        seen.append(status(school))
    assert seen == [ConsentStatus.ASK_PUPIL, ConsentStatus.YES, ConsentStatus.YES]


def finish(school: School, task) -> None:
    from consent_db import releases

    with school.workspace.database.transaction() as connection:
        releases.finish_task(connection, task.id, by="test", proof="done")


def test_looking_at_the_register_in_small_parts_finds_the_same_people(
    either_school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    school, day = either_school, today(either_school)
    sign(school, "Mrs Okafor", BOTH, valid_until=day + timedelta(days=9))
    sign(school, "Mrs Tailor", BOTH, forename="Ben", valid_until=day + timedelta(days=20))
    sign(school, "Mr Price", BOTH, forename="Caitlin", valid_from=day - timedelta(days=366))
    whole = refresh.refresh_list(school.workspace, office(school))
    monkeypatch.setattr(refresh, "_AT_ONCE", 2)
    assert refresh.refresh_list(school.workspace, office(school)) == whole
    *parts, number = refresh.running_out(school.workspace, office(school))
    assert number == whole.counts[Why.RUNS_OUT] == 2
    assert len(parts) >= 3
    assert set(parts) == {None}
