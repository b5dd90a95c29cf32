"""Forms and answers through their front door, on both engines: who gave them, what they need, what is in force."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.consent import A_PARENT, CHILD, SELF, Answer, ConsentStatus, PlatformId
from app.domain.errors import KnownError, NotAllowedError, RegisterError, StorageError
from app.domain.people import PersonKind, Role
from app.workflow import consents, evidence, records, refusals, register
from consent_db import consent, people
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.workflow.consent_acts import (
    FORM,
    IMAGE,
    NAME,
    PDF,
    VIDEO,
    WORK,
    change,
    child,
    days_later,
    form_of,
    history,
    office,
    parent,
    records_hold,
    says_no,
    sign,
    status,
    tasks,
    today,
)

YES, NO = Answer.YES, Answer.NO


@pytest.mark.policy("002-18")
def test_a_whole_form_is_one_act_with_giver_form_version_date_and_evidence(either_school: School) -> None:
    school = either_school
    mother = parent(school, "Mrs Okafor")
    ids = sign(school, mother, {(IMAGE, FACEBOOK): YES, (NAME, FACEBOOK): NO, (VIDEO, WEBSITE): YES}, scan=PDF)
    said = history(school)
    assert [e.id for e in said] == list(ids)
    assert {(e.giver, e.relationship, e.contact_id, e.form_version, e.evidence) for e in said} == {
        ("Mrs Okafor", "mother", mother.id, "2026", "folder 3, page 12")
    }
    assert {(e.valid_from, e.recorded_by) for e in said} == {(today(school), office(school).user_id)}
    assert [status(school, p, k) for k, p in ((IMAGE, FACEBOOK), (NAME, FACEBOOK), (VIDEO, WEBSITE))] == [
        ConsentStatus.YES, ConsentStatus.NO, ConsentStatus.YES,
    ]  # fmt: skip
    assert status(school, WEBSITE) is ConsentStatus.NOT_ASKED
    assert records_hold(school)


@pytest.mark.policy("002-18")
@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"giver": " "}, "name of who gave it"),
        ({"giver": A_PARENT}, "name of who gave it"),
        ({"form_version": ""}, "the form that was signed"),
        ({"kept_where": " "}, "where the form is kept"),
        ({"valid_until": date(2020, 1, 1)}, "end before it begins"),
        ({"answers": {}}, "holds no answer"),
    ],
)
def test_a_yes_without_giver_form_or_evidence_is_refused_and_nothing_is_written(
    school: School, missing, sentence
) -> None:
    form = replace(form_of(school, "Mrs Okafor"), **missing)
    with pytest.raises(RegisterError, match=sentence):
        consents.record_form(school.workspace, office(school), form)
    assert history(school) == ()


def test_one_answer_that_may_not_be_recorded_keeps_the_whole_form_out(either_school: School) -> None:
    answers = {(IMAGE, FACEBOOK): NO, (IMAGE, PlatformId("nowhere")): YES}
    with pytest.raises(RegisterError):
        sign(either_school, "Mrs Okafor", answers)
    assert history(either_school) == ()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CONSENT_ADMIN])
def test_only_the_data_manager_records_a_form(school: School, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        consents.record_form(school.workspace, school.actor(role), form_of(school, "Mrs Okafor"))
    assert history(school) == ()


@pytest.mark.policy("002-18")
def test_somebody_without_parental_responsibility_cannot_say_yes_but_can_say_no(either_school: School) -> None:
    school = either_school
    uncle = parent(school, "Mr Eze", "uncle", responsible=False)
    with pytest.raises(RegisterError, match="does not hold parental responsibility"):
        sign(school, uncle)
    sign(school, "Mrs Okafor")
    sign(school, uncle, {(IMAGE, FACEBOOK): NO})
    assert status(school) is ConsentStatus.NO
    assert status(school, WEBSITE) is ConsentStatus.YES


def test_a_social_worker_with_parental_responsibility_answers_for_a_looked_after_child(school: School) -> None:
    worker = parent(school, "Ms Lane", "social worker, Hill County")
    sign(school, worker)
    assert status(school) is ConsentStatus.YES


def test_a_contact_of_another_child_cannot_answer(school: School) -> None:
    tailor = parent(school, "Mrs Tailor", forename="Ben")
    with pytest.raises(RegisterError, match="not a contact of Amara"):
        sign(school, tailor)


@pytest.mark.policy("004-13")
def test_a_pupils_own_yes_counts_from_sixteen_on_with_the_day_their_parents_were_told(either_school: School) -> None:
    school, day = either_school, today(either_school)
    sign(school, "Mrs Okafor")
    change(school, date_of_birth=day - timedelta(days=366 * 16))
    assert status(school) is ConsentStatus.ASK_PUPIL
    with pytest.raises(RegisterError, match="day their parents were told"):
        sign(school, CHILD)
    sign(school, CHILD, parent_informed_on=day)
    assert status(school) is ConsentStatus.YES
    assert "parents told on" in history(school)[-1].evidence


@pytest.mark.policy("004-13")
def test_a_pupil_under_sixteen_cannot_sign_but_their_no_beats_both_parents(school: School) -> None:
    change(school, date_of_birth=today(school) - timedelta(days=365 * 12))
    with pytest.raises(RegisterError, match="was not 16 on that day"):
        sign(school, CHILD, parent_informed_on=today(school))
    sign(school, parent(school, "Mrs Okafor"))
    says_no(school, by_child=True)
    sign(school, parent(school, "Mr Okafor", "father"))
    assert status(school) is ConsentStatus.NO


def test_a_pupil_whose_date_of_birth_nobody_knows_cannot_sign(school: School) -> None:
    with pytest.raises(RegisterError, match="date of birth is not in the register"):
        sign(school, "the pupil", parent_informed_on=today(school))


@pytest.mark.policy("000-35", "002-37")
def test_an_adult_gives_written_permission_themselves_and_nobody_does_it_for_them(either_school: School) -> None:
    school = either_school
    teacher = people.new(PersonKind.STAFF, "Ruth", "Ashworth")
    register.add_person(school.workspace, office(school), teacher)
    school.pupils["Ruth"] = teacher
    with pytest.raises(RegisterError, match="is an adult and answers for themselves"):
        sign(school, "Mr Ashworth", forename="Ruth")
    assert status(school, forename="Ruth") is ConsentStatus.NOT_ASKED
    sign(school, "Ruth Ashworth", forename="Ruth")
    assert status(school, forename="Ruth") is ConsentStatus.YES
    assert {e.giver for e in history(school, "Ruth")} == {SELF}
    says_no(school, "Ruth")
    assert status(school, forename="Ruth") is ConsentStatus.NO
    sign(school, "ruth ashworth", forename="Ruth")
    assert status(school, forename="Ruth") is ConsentStatus.YES


@pytest.mark.policy("002-03")
@pytest.mark.parametrize(
    "name", ["Facebook", "Twitter", "LinkedIn", "Blog", "Instagram", "TikTok", "WhatsApp", "Wikipedia"]
)
def test_each_platform_the_policy_names_has_a_consent_of_its_own(school: School, name: str) -> None:
    key = PlatformId(name.lower())
    if key != FACEBOOK:
        school.add_platform(key, name)
    assert status(school, key) is ConsentStatus.NOT_ASKED
    sign(school, "Mrs Okafor", {(IMAGE, key): YES})
    assert status(school, key) is ConsentStatus.YES
    assert status(school, WEBSITE) is ConsentStatus.NOT_ASKED


@pytest.mark.policy("001-02", "004-02")
def test_a_new_platform_starts_with_nobody_asked_whatever_they_said_elsewhere(either_school: School) -> None:
    school = either_school
    sign(school, parent(school, "Mrs Okafor"), dict.fromkeys(FORM, YES) | {(WORK, WEBSITE): YES})
    threads = school.add_platform(PlatformId("threads"), "Threads")
    for forename in school.pupils:
        assert {status(school, threads, k, forename=forename) for k in (IMAGE, NAME, VIDEO, WORK)} == {
            ConsentStatus.NOT_ASKED
        }


def test_a_yes_entered_by_mistake_stops_at_once_and_stays_in_the_history(either_school: School) -> None:
    school = either_school
    [wrong] = sign(school, "Mrs Okafor", {(IMAGE, FACEBOOK): YES})
    consents.correct_mistake(school.workspace, office(school), wrong, evidence="it was the form of another Amara")
    assert not consents_allow(school)
    said = history(school)
    assert said[0].id == wrong
    assert said[1].supersedes == wrong


def test_a_no_entered_by_mistake_needs_evidence_and_still_shows_nobody_until_confirmed(either_school: School) -> None:
    school, mother = either_school, parent(either_school, "Mrs Okafor")
    [wrong] = sign(school, mother, {(IMAGE, FACEBOOK): NO})
    with pytest.raises(RegisterError, match="how the mistake is known"):
        consents.correct_mistake(school.workspace, office(school), wrong, evidence=" ")
    consents.correct_mistake(school.workspace, office(school), wrong, evidence="the form in folder 3 says yes")
    assert status(school) is ConsentStatus.TO_CONFIRM
    sign(school, mother, {(IMAGE, FACEBOOK): YES})
    assert status(school) is ConsentStatus.YES


def test_only_a_givers_last_word_can_be_a_mistake(school: School) -> None:
    [first] = sign(school, "Mrs Okafor", {(IMAGE, FACEBOOK): NO})
    sign(school, "Mrs Okafor", {(IMAGE, FACEBOOK): NO})
    with pytest.raises(RegisterError, match="answered again since"):
        consents.correct_mistake(school.workspace, office(school), first, evidence="looked at the form")


def test_a_no_at_the_desk_is_not_called_a_mistake_without_asking_the_family(school: School) -> None:
    says_no(school)
    with pytest.raises(RegisterError, match="Nobody knows which parent"):
        consents.correct_mistake(school.workspace, office(school), history(school)[0].id, evidence="I think so")


def consents_allow(school: School) -> bool:
    return status(school) is ConsentStatus.YES


def test_a_scanned_form_comes_back_byte_for_byte_and_who_looked_is_recorded(either_school: School) -> None:
    school = either_school
    ids = sign(school, "Mrs Okafor", scan=PDF, kept_where="")
    kept = evidence.read_evidence(school.workspace, school.actor(Role.DSL), ids[0])
    assert (kept.data, kept.media_type) == (PDF, "application/pdf")
    newest = records.audit_events(school.workspace, school.actor(Role.IT), limit=1)[0]
    assert (newest.action, newest.actor) == ("evidence-read", school.actor(Role.DSL).user_id)
    stored = [p for p in school.workspace.vault.folder.rglob("*") if p.is_file()]
    assert len(stored) == 1
    assert b"%PDF" not in stored[0].read_bytes()


def test_the_same_scan_for_two_children_is_kept_once(either_school: School) -> None:
    school = either_school
    first = sign(school, "Mrs Okafor", scan=PDF)
    second = sign(school, "Mrs Okafor", forename="Ben", scan=PDF)
    for ids in (first, second):
        assert evidence.read_evidence(school.workspace, office(school), ids[0]).data == PDF
    assert len([p for p in school.workspace.vault.folder.rglob("*") if p.is_file()]) == 1


@pytest.mark.parametrize(
    "scan",
    [b"", b"MZ not a scan", b"<html>", b"%PDF-" + bytes(20 * 1024 * 1024)],
    ids=["empty", "program", "page", "too large"],
)
def test_what_is_no_scan_or_too_large_is_refused_before_anything_is_kept(school: School, scan: bytes) -> None:
    with pytest.raises(RegisterError):
        sign(school, "Mrs Okafor", scan=scan)
    assert history(school) == ()
    assert [p for p in school.workspace.vault.folder.rglob("*") if p.is_file()] == []


def test_the_scan_of_a_form_that_is_refused_is_not_kept(school: School) -> None:
    with pytest.raises(RegisterError):
        sign(school, parent(school, "Mr Eze", responsible=False), scan=PDF)
    assert [p for p in school.workspace.vault.folder.rglob("*") if p.is_file()] == []


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.IT, Role.GOVERNOR, Role.EXTERNAL, Role.BUSINESS_MANAGER])
def test_a_scan_is_for_those_who_see_the_register(school: School, role: Role) -> None:
    ids = sign(school, "Mrs Okafor", scan=PDF)
    with pytest.raises(NotAllowedError):
        evidence.read_evidence(school.workspace, school.actor(role), ids[0])


def test_a_damaged_scan_is_never_shown(school: School) -> None:
    ids = sign(school, "Mrs Okafor", scan=PDF)
    [stored] = [p for p in school.workspace.vault.folder.rglob("*") if p.is_file()]
    stored.write_bytes(stored.read_bytes()[:-1] + b"x")
    with pytest.raises(StorageError):
        evidence.read_evidence(school.workspace, office(school), ids[0])


def test_an_answer_without_a_scan_says_where_the_paper_is(school: School) -> None:
    ids = sign(school, "Mrs Okafor")
    with pytest.raises(RegisterError, match="folder 3, page 12"):
        evidence.read_evidence(school.workspace, office(school), ids[0])


def test_the_status_of_a_class_is_what_each_photo_is_decided_by(either_school: School) -> None:
    school = either_school
    sign(school, "Mrs Okafor")
    says_no(school, "Ben", platform_ids=[FACEBOOK])
    seen = consents.class_status(school.workspace, office(school), "Oak")
    assert [p.forename for p in seen.people] == ["Dev", "Ella", "Amara", "Caitlin", "Ben"]
    assert len(seen.standings) == 5 * 4 * 2
    for (person_id, kind, place), standing in seen.standings.items():
        forename = next(f for f, p in school.pupils.items() if p.id == person_id)
        assert standing.status is status(school, place, kind, forename=forename)
    assert seen.standings[child(school), IMAGE, FACEBOOK].event is not None
    assert consents.class_status(school.workspace, office(school), "Ash").people == ()


def test_the_status_on_a_day_that_is_over_is_what_was_known_then(school: School) -> None:
    sign(school, "Mrs Okafor", valid_from=today(school) - timedelta(days=100))
    key = (child(school), IMAGE, FACEBOOK)
    yesterday = today(school) - timedelta(days=1)
    before = consents.class_status(school.workspace, office(school), "Oak", yesterday)
    assert before.standings[key].status is ConsentStatus.NOT_ASKED
    assert consents.class_status(school.workspace, office(school), "Oak").standings[key].allows


def test_whoever_only_names_faces_gets_names_and_what_is_in_force_and_no_more(school: School) -> None:
    change(school, upn="H801200001001", date_of_birth=date(2017, 3, 14), admission_number="0012")
    sign(school, "Mrs Okafor")
    seen = consents.class_status(school.workspace, school.actor(Role.CONTRIBUTOR), "Oak")
    assert {s.event for s in seen.standings.values()} == {None}
    assert seen.standings[child(school), IMAGE, FACEBOOK].status is ConsentStatus.YES
    told = str([asdict(p) for p in seen.people])
    told += str(register.find_people(school.workspace, school.actor(Role.CONTRIBUTOR), "amara"))
    assert "Amara" in told
    assert not [secret for secret in ("H801200001001", "2017", "0012", "Mrs Okafor") if secret in told]
    with pytest.raises(NotAllowedError):
        consents.snapshot(school.workspace, school.actor(Role.CONTRIBUTOR))


@pytest.mark.policy("001-03")
def test_the_status_of_a_class_never_tells_of_a_hold(school: School) -> None:
    sign(school, "Mrs Okafor")
    before = consents.class_status(school.workspace, school.actor(Role.HEAD), "Oak")
    register.place_hold(school.workspace, school.actor(Role.DSL), child(school))
    assert consents.class_status(school.workspace, school.actor(Role.HEAD), "Oak") == before


def test_a_yes_is_over_after_its_last_day_without_anybody_doing_anything(either_school: School) -> None:
    school = either_school
    sign(school, "Mrs Okafor", valid_until=today(school) + timedelta(days=7))
    assert [status(school, days=days) for days in (0, 7, 8)] == [
        ConsentStatus.YES, ConsentStatus.YES, ConsentStatus.EXPIRED,
    ]  # fmt: skip


acts = st.lists(
    st.tuples(
        st.sampled_from(["yes", "no", "desk", "child", "that was", "misunderstood", "mistake", "platform", "leave"]),
        st.sampled_from(["Mrs Okafor", "Mr Okafor"]),
    ),
    max_size=8,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_whatever_is_done_what_was_recorded_stays_as_it_was_recorded(either_school: School, done) -> None:
    school = either_school
    for act, name in done:
        before = rows(school)
        refused_before = not consents_allow(school)
        try:
            perform(school, act, name)
        except KnownError:
            assert rows(school) == before
            continue
        assert rows(school)[: len(before)] == before
        if act in ("no", "desk", "child", "that was", "platform", "leave") and refused_before:
            assert not consents_allow(school)
        if act in ("no", "desk", "child", "that was"):
            assert not consents_allow(school)
    assert records_hold(school)


def rows(school: School) -> list[dict]:
    with school.workspace.database.read() as connection:
        known = consent.snapshot(connection)
    return sorted((asdict(e) for events in known.events.values() for e in events), key=lambda e: e["sequence"])


def perform(school: School, act: str, name: str) -> None:
    workspace, manager, amara = school.workspace, office(school), child(school)
    known = {c.name: c for c in contacts_of(school)}
    by = known.get(name) or parent(school, name)
    if act in ("yes", "no"):
        sign(school, by, {(IMAGE, FACEBOOK): YES if act == "yes" else NO})
    elif act in ("desk", "child"):
        says_no(school, by_child=act == "child", platform_ids=[FACEBOOK])
    elif act == "that was":
        refusals.that_was(workspace, manager, amara, by.id, evidence="telephone")
    elif act == "misunderstood":
        refusals.was_misunderstanding(workspace, manager, amara, by.id, evidence="telephone")
    elif act == "mistake":
        said = history(school)
        consents.correct_mistake(workspace, manager, said[-1].id if said else "", evidence="the paper")
    elif act == "platform":
        school.add_platform(PlatformId(f"place-{len(rows(school))}"), f"Place {len(rows(school))}")
    else:
        register.mark_as_left(workspace, manager, amara, today(school))


def contacts_of(school: School):
    from app.workflow.contacts import contacts_of as found

    return found(school.workspace, office(school), child(school))


def test_no_task_and_no_record_holds_a_name(school: School) -> None:
    sign(school, parent(school, "Mrs Okafor"), scan=PDF)
    says_no(school, note="Mrs Okafor rang")
    bodies = " ".join(e.body for e in records.audit_events(school.workspace, school.actor(Role.IT)))
    words = bodies + " ".join(t.words for t in tasks(school))
    assert not [name for name in ("Okafor", "Amara") if name in words]


def test_answers_of_a_later_day_of_the_workspace_are_read_on_that_day(school: School) -> None:
    sign(school, "Mrs Okafor", valid_until=today(school) + timedelta(days=1))
    key = (child(school), IMAGE, FACEBOOK)
    assert consents.class_status(days_later(school, 1), office(school), "Oak").standings[key].allows
    assert not consents.class_status(days_later(school, 2), office(school), "Oak").standings[key].allows
