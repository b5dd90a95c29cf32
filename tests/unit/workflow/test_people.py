"""People in the register, on both engines: what an entry needs, leaving, contacts, and two entries of one child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.consent import Answer, ConsentStatus
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Person, PersonKind, Role
from app.domain.post import TaskKind
from app.workflow import consents, contacts, merging, refusals, register
from consent_db import people, releases
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.workflow.consent_acts import (
    IMAGE,
    change,
    child,
    days_later,
    history,
    office,
    parent,
    person_of,
    records_hold,
    says_no,
    sign,
    status,
    tasks,
    today,
)

TEMPORARY, PERMANENT, ANOTHER = "P35944002201A", "H801200001001", "B820200023001"


def add(school: School, forename: str, surname: str, kind: PersonKind = PersonKind.PUPIL, **details) -> Person:
    person = replace(people.new(kind, forename, surname), **details)
    register.add_person(school.workspace, office(school), person)
    school.pupils[f"{forename} {surname}"] = person
    return person


@pytest.mark.parametrize("kind", list(PersonKind))
def test_everybody_a_school_knows_can_be_in_the_register(either_school: School, kind: PersonKind) -> None:
    details = {
        "preferred_forename": "Zee", "upn": PERMANENT, "admission_number": "001234", "registration_group": "7A",
        "date_of_birth": date(2014, 3, 14), "year_group": "7", "on_roll_from": date(2025, 9, 1),
    }  # fmt: skip
    made = add(either_school, "Zoë", "O'Neill", kind, **details)
    [found] = register.find_people(either_school.workspace, office(either_school), "zoe oneill")
    assert found == made
    assert found.name == "Zee O'Neill"
    for words in ("zee", "001234", PERMANENT.lower(), "7a o'neill"):
        assert register.find_people(either_school.workspace, office(either_school), words) == (made,)


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"legal_forename": " ", "legal_surname": ""}, "needs a name"),
        ({"upn": "A801200001001"}, "check letter"),
        ({"upn": "H80120000100"}, "check letter"),
        ({"date_of_birth": date(2300, 1, 1)}, "date of birth"),
        ({"date_of_birth": date(1820, 1, 1)}, "date of birth"),
        ({"on_roll_from": date(2025, 9, 1), "on_roll_until": date(2025, 8, 31)}, "last day on roll"),
        ({"legal_surname": "x" * 201}, "longer than 200"),
    ],
)
def test_an_entry_that_cannot_be_right_is_refused_when_added_and_when_changed(
    school: School, details, sentence
) -> None:
    with pytest.raises(RegisterError, match=sentence):
        add(school, "Femi", "Bright", **details) if "legal_forename" not in details else register.add_person(
            school.workspace, office(school), replace(people.new(PersonKind.PUPIL, "", ""), **details)
        )
    with pytest.raises(RegisterError, match=sentence):
        change(school, **details)
    assert person_of(school).name == "Amara Okafor"


def test_a_permanent_upn_replaces_a_temporary_one_and_both_find_the_child(either_school: School) -> None:
    change(either_school, upn=f" {TEMPORARY.lower()} ")
    change(either_school, upn=PERMANENT)
    assert person_of(either_school).upn == PERMANENT
    with either_school.workspace.database.read() as connection:
        assert people.former_upns(connection) == {TEMPORARY: child(either_school)}


def test_a_number_belongs_to_one_entry(either_school: School) -> None:
    change(either_school, upn=TEMPORARY, admission_number="001234")
    change(either_school, upn=PERMANENT)
    for taken in ({"upn": PERMANENT}, {"upn": TEMPORARY}, {"admission_number": "1234"}):
        with pytest.raises(RegisterError, match="Amara Okafor"):
            change(either_school, "Ben", **taken)
    change(either_school, "Ben", upn=ANOTHER, admission_number="11234")


def test_somebody_who_changed_an_entry_meanwhile_is_not_overwritten(either_school: School) -> None:
    seen = person_of(either_school)
    change(either_school, year_group="4")
    with pytest.raises(RegisterError, match="changed meanwhile"):
        register.change_person(either_school.workspace, office(either_school), replace(seen, year_group="5"))
    assert person_of(either_school).year_group == "4"


@pytest.mark.policy("003-08")
def test_leaving_ends_consent_after_the_last_day_and_the_leaver_stays_in_the_register(either_school: School) -> None:
    school = either_school
    sign(school, "Mrs Okafor")
    says_no(school, "Ben")
    assert register.mark_as_left(school.workspace, office(school), child(school), today(school)) == 0
    register.mark_as_left(school.workspace, office(school), child(school, "Ben"), today(school) - timedelta(days=1))
    assert [status(school, days=days) for days in (0, 1)] == [ConsentStatus.YES, ConsentStatus.EXPIRED]
    assert status(school, forename="Ben") is ConsentStatus.NO
    assert person_of(school, "Ben").kind is PersonKind.LEAVER
    assert person_of(school).kind is PersonKind.PUPIL
    assert {e.answer for e in history(school)} == {Answer.YES}


def test_saying_that_somebody_left_answers_the_question_a_list_raised(school: School) -> None:
    with school.workspace.database.transaction() as connection:
        releases.raise_task(connection, TaskKind.POSSIBLE_LEAVER, "Have they left?", person_id=child(school))
    register.mark_as_left(school.workspace, office(school), child(school), today(school))
    assert tasks(school) == ()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CONSENT_ADMIN])
def test_only_the_data_manager_changes_people_and_contacts(school: School, role: Role) -> None:
    actor, workspace = school.actor(role), school.workspace
    mother = parent(school, "Mrs Okafor")
    ben, amara = person_of(school, "Ben"), person_of(school)
    for act in (
        lambda: register.mark_as_left(workspace, actor, amara.id, today(school)),
        lambda: register.change_person(workspace, actor, amara),
        lambda: merging.join_entries(workspace, actor, amara, ben),
        lambda: contacts.add_contact(workspace, actor, mother),
        lambda: contacts.end_contact(workspace, actor, mother.id, today(school)),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert person_of(school) == amara


def test_a_contact_is_added_corrected_and_ended_and_what_they_said_stays(either_school: School) -> None:
    school = either_school
    mother = parent(school, "Mrs Okafor")
    sign(school, mother)
    changed = contacts.change_contact(school.workspace, office(school), replace(mother, name="Mrs Okafor-Hall"))
    with pytest.raises(RegisterError, match="changed meanwhile"):
        contacts.change_contact(school.workspace, office(school), mother)
    contacts.end_contact(school.workspace, office(school), mother.id, today(school) - timedelta(days=1))
    [ended] = contacts.contacts_of(school.workspace, office(school), child(school))
    assert (ended.name, ended.version) == (changed.name, 3)
    assert status(school) is ConsentStatus.EXPIRED
    assert {e.giver for e in history(school)} == {"Mrs Okafor"}


def test_losing_parental_responsibility_ends_the_yes_and_keeps_the_no(school: School) -> None:
    mother = parent(school, "Mrs Okafor")
    sign(school, mother, {(IMAGE, FACEBOOK): Answer.YES, (IMAGE, WEBSITE): Answer.NO})
    contacts.change_contact(school.workspace, office(school), replace(mother, parental_responsibility=False))
    assert status(school, FACEBOOK) is ConsentStatus.EXPIRED
    assert status(school, WEBSITE) is ConsentStatus.NO


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_contact_needs_a_name_that_fits(school: School, name: str) -> None:
    with pytest.raises(RegisterError):
        parent(school, name)


def test_an_adult_has_no_contact_who_answers_for_them(school: School) -> None:
    add(school, "Ruth", "Ashworth", PersonKind.STAFF)
    with pytest.raises(RegisterError, match="is an adult"):
        parent(school, "Mr Ashworth", forename="Ruth Ashworth")


def joined(school: School, stays: str = "Amara", goes: str = "Amara Okafor") -> Person:
    known = {p.id: p for p in register.find_people(school.workspace, office(school))}
    return merging.join_entries(
        school.workspace, office(school), known[child(school, stays)], known[child(school, goes)]
    )


def test_two_entries_of_one_child_become_one_and_a_no_to_either_is_a_no(either_school: School) -> None:
    school = either_school
    add(school, "Amara", "Okafor", registration_group="Oak", upn=PERMANENT, admission_number="77")
    sign(school, "Mrs Okafor")
    mother = parent(school, "Mrs Okafor", forename="Amara Okafor")
    sign(school, mother, {(IMAGE, FACEBOOK): Answer.NO, (IMAGE, WEBSITE): Answer.YES}, forename="Amara Okafor")
    before = (*history(school), *history(school, "Amara Okafor"))
    stays = joined(school)
    assert (stays.upn, stays.admission_number) == (PERMANENT, "77")
    assert status(school, FACEBOOK) is ConsentStatus.NO
    assert status(school, WEBSITE) is ConsentStatus.YES
    assert {e.id for e in history(school)} == {e.id for e in before}
    assert {e.id for e in history(school, "Amara Okafor")} == {e.id for e in before}
    assert len(register.find_people(school.workspace, office(school), "amara")) == 1
    assert len(register.find_people(school.workspace, office(school), group="Oak")) == 5
    assert [c.id for c in contacts.contacts_of(school.workspace, office(school), child(school))] == [mother.id]
    assert records_hold(school)


@pytest.mark.policy("001-03")
def test_a_hold_on_the_entry_that_goes_holds_the_one_that_stays(either_school: School) -> None:
    school = either_school
    add(school, "Amara", "Okafor")
    register.place_hold(school.workspace, school.actor(Role.DSL), child(school, "Amara Okafor"))
    joined(school)
    assert child(school) in consents.snapshot(school.workspace, school.actor(Role.DSL)).holds


def test_what_is_said_of_a_joined_entry_from_then_on_is_said_of_the_one_left(school: School) -> None:
    add(school, "Amara", "Okafor")
    sign(school, "Mrs Okafor")
    joined(school)
    refusals.take_consent_away(school.workspace, school.actor(Role.GOVERNOR), child(school, "Amara Okafor"))
    assert status(school) is ConsentStatus.NO


def test_joining_three_entries_one_after_another_leaves_one(school: School) -> None:
    for surname in ("Okafor-Hall", "Hall"):
        add(school, "Amara", surname)
    sign(school, "Mrs Okafor", {(IMAGE, FACEBOOK): Answer.NO}, forename="Amara Hall")
    joined(school, "Amara Okafor-Hall", "Amara Hall")
    joined(school, "Amara", "Amara Okafor-Hall")
    assert status(school) is ConsentStatus.NO
    with pytest.raises(RegisterError, match="joined already"):
        merging.join_entries(school.workspace, office(school), person_of(school), school.pupils["Amara Hall"])


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"kind": PersonKind.STAFF}, "child and an adult"),
        ({"date_of_birth": date(2017, 1, 2)}, "different days"),
    ],
)
def test_people_who_cannot_be_one_are_not_joined(school: School, details, sentence) -> None:
    change(school, date_of_birth=date(2017, 1, 1))
    twin = replace(people.new(PersonKind.PUPIL, "Amara", "Okafor"), **details)
    register.add_person(school.workspace, office(school), twin)
    with pytest.raises(RegisterError, match=sentence):
        merging.join_entries(school.workspace, office(school), person_of(school), twin)
    with pytest.raises(RegisterError, match="one entry already"):
        merging.join_entries(school.workspace, office(school), person_of(school), person_of(school))
    assert len(register.find_people(school.workspace, office(school), "amara")) == 2


def test_an_entry_that_was_changed_meanwhile_is_not_joined(school: School) -> None:
    twin = add(school, "Amara", "Okafor")
    seen = person_of(school)
    change(school, year_group="4")
    with pytest.raises(RegisterError, match="changed meanwhile"):
        merging.join_entries(school.workspace, office(school), seen, twin)
    assert len(register.find_people(school.workspace, office(school), "amara")) == 2


def test_on_the_day_after_the_last_day_a_leaver_is_in_nobodys_way(school: School) -> None:
    sign(school, "Mrs Okafor")
    register.mark_as_left(school.workspace, office(school), child(school), today(school))
    seen = consents.class_status(days_later(school, 1), office(school), "Oak")
    assert seen.standings[child(school), IMAGE, FACEBOOK].status is ConsentStatus.EXPIRED
