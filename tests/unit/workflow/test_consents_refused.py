"""Saying no at the desk and settling it afterwards, on both engines, for every role."""

from __future__ import annotations

from itertools import product

import pytest

from app.domain.consent import A_PARENT, CHILD, SELF, Answer, ConsentKind, ConsentStatus, PlatformId
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import PersonKind, Role
from app.domain.post import TaskKind
from app.workflow import refusals, register
from consent_db import people
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.workflow.consent_acts import (
    FORM,
    IMAGE,
    NAME,
    child,
    history,
    office,
    parent,
    records_hold,
    says_no,
    sign,
    status,
    tasks,
)

YES, NO = Answer.YES, Answer.NO


@pytest.mark.policy("004-32")
@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_signs_in_can_record_a_no_and_it_holds_everywhere_at_once(school: School, role: Role) -> None:
    sign(school, "Mrs Okafor")
    says_no(school, role=role)
    assert {status(school, p, k) for p, k in product((FACEBOOK, WEBSITE), ConsentKind)} == {ConsentStatus.NO}
    [task] = tasks(school)
    assert (task.kind, task.person_id) == (TaskKind.CONFIRM_CONSENT, child(school))
    assert {e.recorded_by for e in history(school) if e.answer is NO} == {school.actor(role).user_id}
    assert records_hold(school)


def test_a_no_for_one_thing_on_one_platform_leaves_the_rest(either_school: School) -> None:
    school = either_school
    sign(school, "Mrs Okafor")
    says_no(school, platform_ids=[FACEBOOK], kinds=[NAME])
    assert status(school, FACEBOOK, NAME) is ConsentStatus.NO
    assert {status(school, p, k) for k, p in FORM if (k, p) != (NAME, FACEBOOK)} == {ConsentStatus.YES}


@pytest.mark.parametrize(
    "nothing", [{"platform_ids": []}, {"kinds": []}, {"platform_ids": [PlatformId("nowhere")]}], ids=str
)
def test_a_no_to_nothing_or_nowhere_is_refused(school: School, nothing) -> None:
    with pytest.raises(RegisterError):
        says_no(school, **nothing)
    assert history(school) == ()
    assert tasks(school) == ()


def test_a_known_parents_no_is_recorded_as_theirs_with_or_without_responsibility(school: School) -> None:
    uncle = parent(school, "Mr Eze", "uncle", responsible=False)
    says_no(school, contact_id=uncle.id, platform_ids=[FACEBOOK])
    assert {(e.giver, e.relationship, e.contact_id) for e in history(school)} == {("Mr Eze", "uncle", uncle.id)}


def test_a_contact_of_another_child_is_refused(school: School) -> None:
    with pytest.raises(RegisterError, match="not a contact"):
        says_no(school, contact_id=parent(school, "Mrs Tailor", forename="Ben").id)


@pytest.mark.policy("000-35", "002-37")
def test_an_adult_says_no_for_themselves_and_takes_it_back_themselves(either_school: School) -> None:
    school = either_school
    school.pupils["Ruth"] = people.new(PersonKind.GOVERNOR, "Ruth", "Ashworth")
    register.add_person(school.workspace, office(school), school.pupils["Ruth"])
    sign(school, SELF, forename="Ruth")
    says_no(school, "Ruth", platform_ids=[FACEBOOK])
    assert status(school, FACEBOOK, forename="Ruth") is ConsentStatus.NO
    assert status(school, WEBSITE, forename="Ruth") is ConsentStatus.YES
    assert tasks(school)[0].words.startswith("Ask them")
    sign(school, SELF, forename="Ruth")
    assert status(school, FACEBOOK, forename="Ruth") is ConsentStatus.YES


@pytest.mark.policy("002-18")
def test_a_no_at_the_desk_is_lifted_by_no_parents_yes_until_the_family_was_asked(either_school: School) -> None:
    school = either_school
    mother, father = parent(school, "Mrs Okafor"), parent(school, "Mr Okafor", "father")
    sign(school, mother)
    says_no(school, platform_ids=[FACEBOOK])
    sign(school, mother)
    sign(school, father)
    assert status(school) is ConsentStatus.NO
    assert refusals.that_was(school.workspace, office(school), child(school), mother.id, evidence="telephone") == 4
    assert status(school) is ConsentStatus.NO
    assert tasks(school) == ()
    sign(school, father)
    assert status(school) is ConsentStatus.NO
    sign(school, mother)
    assert status(school) is ConsentStatus.YES
    assert records_hold(school)


def test_settling_says_who_it_was_in_the_history_and_leaves_the_first_record_as_it_was(school: School) -> None:
    mother = parent(school, "Mrs Okafor")
    says_no(school, platform_ids=[FACEBOOK], kinds=[IMAGE], note="rang at nine")
    before = history(school)
    refusals.that_was(school.workspace, office(school), child(school), mother.id, evidence="telephone, 4 May")
    after = history(school)
    assert after[:1] == before
    assert (after[1].giver, after[1].contact_id, after[1].supersedes) == ("Mrs Okafor", mother.id, before[0].id)
    assert after[1].evidence == "rang at nine; that was Mrs Okafor: telephone, 4 May"


def test_a_misunderstanding_brings_back_what_was_and_shows_nobody_who_was_never_asked(either_school: School) -> None:
    school = either_school
    mother = parent(school, "Mrs Okafor")
    sign(school, mother, {(IMAGE, FACEBOOK): YES})
    says_no(school)
    assert len(tasks(school, TaskKind.CONFIRM_CONSENT)) == 1
    settle = refusals.was_misunderstanding
    assert settle(school.workspace, office(school), child(school), mother.id, evidence="telephone, 4 May") == 8
    assert status(school) is ConsentStatus.YES
    assert status(school, WEBSITE) is ConsentStatus.NOT_ASKED
    assert tasks(school) == ()


def test_only_somebody_with_parental_responsibility_confirms_a_misunderstanding(school: School) -> None:
    uncle = parent(school, "Mr Eze", "uncle", responsible=False)
    says_no(school)
    with pytest.raises(RegisterError, match="does not hold parental responsibility"):
        refusals.was_misunderstanding(school.workspace, office(school), child(school), uncle.id, evidence="he said so")
    assert status(school) is ConsentStatus.NO


def test_a_misunderstanding_never_undoes_what_the_child_or_a_known_parent_said(school: School) -> None:
    mother, father = parent(school, "Mrs Okafor"), parent(school, "Mr Okafor", "father")
    sign(school, mother)
    says_no(school, by_child=True, platform_ids=[FACEBOOK])
    says_no(school, contact_id=father.id, platform_ids=[WEBSITE])
    with pytest.raises(RegisterError, match="no such refusal"):
        refusals.was_misunderstanding(school.workspace, office(school), child(school), mother.id, evidence="she says")
    assert {status(school, p) for p in (FACEBOOK, WEBSITE)} == {ConsentStatus.NO}
    assert {e.giver for e in history(school) if e.refuses} == {CHILD, "Mr Okafor"}


def test_the_task_stays_until_every_no_is_settled(school: School) -> None:
    mother = parent(school, "Mrs Okafor")
    says_no(school, kinds=[IMAGE])
    settle = refusals.that_was
    settle(school.workspace, office(school), child(school), mother.id, evidence="telephone", only={(IMAGE, FACEBOOK)})
    assert len(tasks(school)) == 1
    left = refusals.open_refusals(school.workspace, office(school), child(school))
    assert [(e.kind, e.platform_id, e.giver) for e in left] == [(IMAGE, WEBSITE, A_PARENT)]
    settle(school.workspace, office(school), child(school), mother.id, evidence="telephone")
    assert tasks(school) == ()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CONSENT_ADMIN])
def test_only_the_data_manager_settles_whose_no_it_was(school: School, role: Role) -> None:
    mother = parent(school, "Mrs Okafor")
    says_no(school)
    for settle in (refusals.that_was, refusals.was_misunderstanding):
        with pytest.raises(NotAllowedError):
            settle(school.workspace, school.actor(role), child(school), mother.id, evidence="telephone")
    assert status(school) is ConsentStatus.NO


def test_settling_needs_a_word_on_how_the_family_was_asked(school: School) -> None:
    mother = parent(school, "Mrs Okafor")
    says_no(school)
    with pytest.raises(RegisterError, match="how the family was asked"):
        refusals.that_was(school.workspace, office(school), child(school), mother.id, evidence=" ")
    assert len(tasks(school)) == 1


@pytest.mark.policy("001-03")
def test_a_hold_beats_every_yes_and_every_settlement(school: School) -> None:
    mother = parent(school, "Mrs Okafor")
    sign(school, mother)
    register.place_hold(school.workspace, school.actor(Role.DSL), child(school))
    says_no(school)
    refusals.was_misunderstanding(school.workspace, office(school), child(school), mother.id, evidence="telephone")
    assert child(school) in register.snapshot(school.workspace, school.actor(Role.DSL)).holds


def test_a_no_to_everything_holds_on_a_platform_added_later_for_whoever_said_it(either_school: School) -> None:
    school = either_school
    mother, father = parent(school, "Mrs Okafor"), parent(school, "Mr Okafor", "father")
    says_no(school, contact_id=mother.id)
    says_no(school, "Ben", by_child=True)
    says_no(school, "Caitlin", platform_ids=[FACEBOOK])
    later = school.add_platform(PlatformId("newsletter"), "Newsletter")
    assert {status(school, later, forename=forename) for forename in ("Amara", "Ben")} == {ConsentStatus.NO}
    assert status(school, later, forename="Caitlin") is ConsentStatus.NOT_ASKED
    sign(school, father, {(IMAGE, later): YES})
    assert status(school, later) is ConsentStatus.NO
    sign(school, mother, {(IMAGE, later): YES})
    assert status(school, later) is ConsentStatus.YES


def test_a_no_at_the_desk_that_was_settled_does_not_come_back_on_a_new_platform(school: School) -> None:
    mother = parent(school, "Mrs Okafor")
    says_no(school)
    refusals.was_misunderstanding(school.workspace, office(school), child(school), mother.id, evidence="telephone")
    assert status(school, school.add_platform(PlatformId("newsletter"), "Newsletter")) is ConsentStatus.NOT_ASKED
