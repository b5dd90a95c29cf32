"""Complaints, requests, concerns and incidents: clocks, who opens them, what works at once, what closing needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.cases import CaseKind, Step, acknowledge_by, due_at, end_of_day
from app.domain.consent import Answer, ConsentStatus
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.retention import Keep, RecordClass
from app.domain.school_days import school_days_after
from app.workflow import alerts, cases, retention, school_settings, subject_access
from app.workflow.alerts import AlertKind
from app.workflow.erasure import erase_item
from consent_db import audit, consent, holds
from tests.clocks import later
from tests.schools import FACEBOOK, School

PNG = b"\x89PNG\r\n\x1a\n" + b"the post as it was seen"
BY_RIGHT = {"asked_by": "Mrs A. Okafor", "standing": "mother, with parental responsibility"}


def opened(school: School, kind: CaseKind, *, role: Role = Role.DPO, **more):
    asks = kind.is_request or kind is CaseKind.COMPLAINT
    about = {"person_id": school.pupils["Amara"].id} | BY_RIGHT if asks else {}
    return cases.open_case(school.workspace, school.actor(role), kind, "a letter came", **about | more)


RECEIVED = datetime(2027, 1, 31, 10, 0, tzinfo=UTC)


def test_the_law_sets_the_clocks() -> None:
    assert due_at(CaseKind.ACCESS, RECEIVED) == end_of_day(date(2027, 2, 28))
    assert due_at(CaseKind.ACCESS, RECEIVED, extended=True) == end_of_day(date(2027, 4, 30))
    assert due_at(CaseKind.WRONG_PICTURE, RECEIVED) == RECEIVED + timedelta(hours=72)
    assert acknowledge_by(CaseKind.COMPLAINT, RECEIVED) == end_of_day(date(2027, 3, 2))
    assert due_at(CaseKind.CONCERN, RECEIVED) is None
    assert acknowledge_by(CaseKind.ACCESS, RECEIVED) is None


def test_an_education_record_is_owed_within_fifteen_school_days_which_nothing_makes_longer(
    either_school: School,
) -> None:
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    now = workspace.clock.now()
    first, last = now.date() - timedelta(days=20), now.date() + timedelta(days=10)
    plain = opened(either_school, CaseKind.EDUCATION)
    school_settings.settle(
        workspace, either_school.actor(Role.HEAD), "school_holidays", [f"{first.isoformat()} to {last.isoformat()}"]
    )
    case = opened(either_school, CaseKind.EDUCATION)
    assert plain.due_at == due_at(CaseKind.EDUCATION, plain.received_at)
    assert case.due_at == end_of_day(school_days_after(last, 15))
    assert plain.due_at < case.due_at
    for act in (cases.extend, cases.pause):
        with pytest.raises(RegisterError):
            act(workspace, dpo, case.id, "we are busy")
    with pytest.raises(RegisterError, match="Check who asks"):
        cases.close(workspace, dpo, case.id, "sent")
    assert subject_access.index(workspace, dpo, case.id).person.id == either_school.pupils["Amara"].id


def test_a_complaint_is_acknowledged_in_time_and_closed_with_its_outcome(either_school: School) -> None:
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    case = opened(either_school, CaseKind.COMPLAINT)
    assert case.next_clock() == case.acknowledge_by
    with pytest.raises(RegisterError, match=r"cannot be closed yet.*came in"):
        cases.close(workspace, dpo, case.id, "settled")
    cases.take_step(workspace, dpo, case.id, Step.ACKNOWLEDGED)
    closed = cases.close(workspace, dpo, case.id, "apologised, picture taken down")
    assert (closed.is_open, closed.outcome) == (False, "apologised, picture taken down")
    assert [s.step for s in cases.view(workspace, dpo, case.id).steps] == [Step.ACKNOWLEDGED, Step.CLOSED]
    with pytest.raises(RegisterError, match="is closed"):
        cases.take_step(workspace, dpo, case.id, Step.NOTED, "more")
    with workspace.database.read() as connection:
        bodies = [event.body for event in audit.latest(connection, limit=3)]
    assert not any("Okafor" in body or "apologised" in body for body in bodies)


@pytest.mark.policy("000-09", "003-07")
def test_everybody_reports_a_concern_and_only_the_head_and_the_dsl_open_it(either_school: School) -> None:
    workspace = either_school.workspace
    case = cases.open_case(
        workspace, either_school.actor(Role.CONTRIBUTOR), CaseKind.CONCERN, "A colleague posts pupils privately."
    )
    for role in (Role.HEAD, Role.DSL):
        assert cases.view(workspace, either_school.actor(role), case.id).case.words.startswith("A colleague")
    assert cases.listing(workspace, either_school.actor(Role.DPO)) == ()
    with pytest.raises(NotAllowedError, match="Only the Headteacher and the safeguarding lead"):
        cases.view(workspace, either_school.actor(Role.DPO), case.id)
    for role in (Role.CONTRIBUTOR, Role.DEPUTY, Role.IT, Role.GOVERNOR, Role.EXTERNAL):
        with pytest.raises(NotAllowedError):
            cases.view(workspace, either_school.actor(role), case.id)


@pytest.mark.policy("002-08")
def test_what_touches_keeping_children_safe_is_tagged_and_confined(school: School) -> None:
    case = opened(school, CaseKind.ABUSE, role=Role.GOVERNOR, is_safeguarding=True)
    assert case.is_confined
    assert [c.id for c in cases.listing(school.workspace, school.actor(Role.DSL))] == [case.id]
    assert cases.listing(school.workspace, school.actor(Role.DPO)) == ()


@pytest.mark.policy("000-28", "002-32")
def test_disparaging_content_is_kept_with_a_screenshot_and_its_time(either_school: School) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    case = opened(either_school, CaseKind.DISPARAGING, role=Role.CONTRIBUTOR, picture=PNG)
    [step] = cases.view(workspace, head, case.id).steps
    assert step.step is Step.EVIDENCE
    assert abs(step.at - workspace.clock.now()) < timedelta(minutes=5)
    assert cases.picture_of(workspace, head, case.id, step).data == PNG
    assert any(a.kind is AlertKind.CASE for a in alerts.due(workspace, head))


@pytest.mark.policy("003-22")
def test_the_policy_says_whom_to_tell_and_it_stays_open_until_somebody_noted_it(either_school: School) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    case = opened(either_school, CaseKind.DISPARAGING, role=Role.HEAD)
    assert case.tell == "the Headteacher, the safeguarding lead, the CEO"
    with pytest.raises(RegisterError, match="you told the Headteacher, the safeguarding lead, the CEO"):
        cases.close(workspace, head, case.id, "removed by the platform")
    with pytest.raises(RegisterError, match="Say who"):
        cases.take_step(workspace, head, case.id, Step.TOLD)
    cases.take_step(workspace, head, case.id, Step.TOLD, "the CEO, by telephone")
    assert not cases.close(workspace, head, case.id, "removed by the platform").is_open


@pytest.mark.policy("004-07")
def test_threats_and_harassment_are_an_incident_of_their_own_that_everybody_can_report(school: School) -> None:
    case = opened(school, CaseKind.ABUSE, role=Role.EXTERNAL)
    assert case.kind is CaseKind.ABUSE
    assert "the safeguarding lead" in case.tell
    told = alerts.due(school.workspace, school.actor(Role.DSL))
    assert [a.subject for a in told if a.kind is AlertKind.CASE] == [case.id]


@pytest.mark.policy("004-08")
def test_personal_information_that_got_out_is_an_incident_against_the_72_hours(school: School) -> None:
    since = school.workspace.clock.now() - timedelta(hours=70)
    case = opened(school, CaseKind.DISCLOSURE, role=Role.CONTRIBUTOR, received_at=since)
    assert case.due_at == since + timedelta(hours=72)
    [alert] = [a for a in alerts.due(school.workspace, school.actor(Role.DPO)) if a.kind is AlertKind.CASE]
    assert "72 hours" in alert.words
    with pytest.raises(RegisterError, match="ICO within 72 hours"):
        cases.close(school.workspace, school.actor(Role.DPO), case.id, "no harm")
    over = alerts.due(later(school.workspace, 1), school.actor(Role.DPO))
    assert any("over since" in a.words for a in over if a.kind is AlertKind.CASE)


def test_the_72_hours_end_when_it_is_settled_with_the_ico_and_by_nothing_else(either_school: School) -> None:
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    case = opened(either_school, CaseKind.BLACKMAIL, role=Role.DPO)
    for step, words in ((Step.ACKNOWLEDGED, ""), (Step.TOLD, "the police"), (Step.TOLD, "the family")):
        assert cases.take_step(workspace, dpo, case.id, step, words).next_clock() == case.due_at
    with pytest.raises(RegisterError, match="told the ICO within 72 hours"):
        cases.close(workspace, dpo, case.id, "over")
    with pytest.raises(RegisterError, match="Say who, and how"):
        cases.take_step(workspace, dpo, case.id, Step.ICO_SETTLED)
    settled = cases.take_step(workspace, dpo, case.id, Step.ICO_SETTLED, "told by its form, reference 4711")
    assert settled.next_clock() is None
    assert not settled.was_late(workspace.clock.now() + timedelta(days=9))
    assert not cases.close(later(workspace, 30), dpo, case.id, "the police go on").was_late(workspace.clock.now())
    late = opened(either_school, CaseKind.DISCLOSURE, received_at=workspace.clock.now() - timedelta(hours=80))
    assert cases.take_step(workspace, dpo, late.id, Step.ICO_SETTLED, "told").was_late(workspace.clock.now())
    complaint = opened(either_school, CaseKind.COMPLAINT)
    with pytest.raises(RegisterError, match="breaches only"):
        cases.take_step(workspace, dpo, complaint.id, Step.ICO_SETTLED, "told")


def test_an_objection_is_a_no_at_once_everywhere(either_school: School) -> None:
    either_school.say("Amara", FACEBOOK, Answer.YES)
    opened(either_school, CaseKind.OBJECTION)
    today, amara = either_school.workspace.clock.today(), either_school.pupils["Amara"].id
    with either_school.workspace.database.read() as connection:
        known = consent.snapshot(connection, [amara])
    standings = {known.standing(p, kind=k, platform_id=place, today=today).status for p, k, place in known.events}
    assert standings <= {ConsentStatus.NO, ConsentStatus.WITHDRAWN}
    assert standings


def test_a_restriction_holds_every_picture_back_and_erases_nothing_until_it_is_settled(either_school: School) -> None:
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    amara = either_school.pupils["Amara"].id
    case = opened(either_school, CaseKind.RESTRICTION)
    with workspace.database.read() as connection:
        assert amara in holds.held(connection)
    kept = retention.preview_person(workspace, dpo, amara).kept
    assert [Keep.FROZEN in k.why for k in kept] == [True]
    cases.close(workspace, dpo, case.id, "accuracy was checked")
    with workspace.database.read() as connection:
        assert amara not in holds.held(connection)


def test_a_request_needs_who_asks_and_by_what_right(school: School) -> None:
    for missing in ("asked_by", "standing"):
        with pytest.raises(RegisterError):
            opened(school, CaseKind.ACCESS, **{missing: " "})
    with pytest.raises(RegisterError):
        opened(school, CaseKind.ERASURE, person_id=None)
    with pytest.raises(NotAllowedError):
        opened(school, CaseKind.ACCESS, role=Role.CONTRIBUTOR)
    with pytest.raises(RegisterError, match="still to come"):
        opened(school, CaseKind.ACCESS, received_at=school.workspace.clock.now() + timedelta(days=1))


def test_a_hard_request_takes_two_more_months_once_and_the_clock_stops_while_the_school_waits(school: School) -> None:
    workspace, dpo = school.workspace, school.actor(Role.DPO)
    case = opened(school, CaseKind.ACCESS)
    longer = cases.extend(workspace, dpo, case.id, "600 photos, told on the phone")
    assert longer.due_at == due_at(CaseKind.ACCESS, case.received_at, extended=True)
    with pytest.raises(RegisterError, match="only once"):
        cases.extend(workspace, dpo, case.id, "again")
    stopped = cases.pause(workspace, dpo, case.id, "asked for a proof of identity")
    assert stopped.next_clock() is None
    resumed = cases.resume(later(workspace, 5), dpo, case.id)
    assert resumed.due_at == longer.due_at + timedelta(days=5)
    other = opened(school, CaseKind.ACCESS)
    cases.pause(workspace, dpo, other.id, "asked which photos they mean")
    cases.resume(later(workspace, 5), dpo, other.id)
    assert cases.extend(workspace, dpo, other.id, "600 photos").due_at == (
        due_at(CaseKind.ACCESS, other.received_at, extended=True) + timedelta(days=5)
    )
    late = opened(school, CaseKind.ACCESS, received_at=workspace.clock.now() - timedelta(days=40))
    with pytest.raises(RegisterError, match="month is over"):
        cases.extend(workspace, dpo, late.id, "late")


def test_only_the_safeguarding_lead_lets_a_pack_go_out(school: School) -> None:
    case = opened(school, CaseKind.ACCESS)
    with pytest.raises(NotAllowedError, match="not the safeguarding lead"):
        cases.take_step(school.workspace, school.actor(Role.HEAD), case.id, Step.DSL_CLEARED)
    cases.take_step(school.workspace, school.actor(Role.DSL), case.id, Step.DSL_CLEARED)
    with pytest.raises(RegisterError, match="Check who asks"):
        cases.close(school.workspace, school.actor(Role.DPO), case.id, "sent")


def test_two_people_working_on_one_case_never_write_over_each_other(either_school: School) -> None:
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    case = opened(either_school, CaseKind.COMPLAINT)
    cases.take_step(workspace, dpo, case.id, Step.ACKNOWLEDGED)
    from consent_db import cases as rows

    with pytest.raises(RegisterError, match="changed meanwhile"), workspace.database.transaction() as connection:
        rows.change(connection, replace(case, outcome="mine"))


@pytest.mark.policy("000-18")
def test_a_closed_case_is_erased_with_its_picture_once_its_time_is_over_and_leaves_a_tombstone(
    either_school: School,
) -> None:
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    case = opened(either_school, CaseKind.DISPARAGING, role=Role.HEAD, picture=PNG)
    cases.take_step(workspace, either_school.actor(Role.HEAD), case.id, Step.TOLD, "the CEO")
    after = later(workspace, 2193)
    assert RecordClass.CASE not in retention.preview(after, dpo).counts()
    cases.close(workspace, either_school.actor(Role.HEAD), case.id, "gone")
    assert RecordClass.CASE not in retention.preview(later(workspace, 2192), dpo).counts()
    shown = retention.preview(after, dpo)
    assert [item.id for item in shown.items if item.record_class is RecordClass.CASE] == [case.id]
    [item] = [item for item in shown.items if item.record_class is RecordClass.CASE]
    erase_item(after, dpo, item, "past its time")
    assert case.id not in {c.id for c in cases.listing(workspace, either_school.actor(Role.HEAD))}
    assert case.id in {stone.subject_id for stone in retention.erasure_log(workspace, dpo)}


def test_erasing_a_person_takes_their_name_and_the_pictures_out_of_the_cases_about_them(either_school: School) -> None:
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    amara = either_school.pupils["Amara"].id
    case = cases.open_case(
        workspace, dpo, CaseKind.ERASURE, "Erase all of Amara Okafor.", person_id=amara, picture=PNG, **BY_RIGHT
    )
    [item] = retention.preview_person(workspace, dpo, amara).items
    erase_item(workspace, dpo, item, "asked for")
    seen = cases.view(workspace, dpo, case.id)
    assert "Amara" not in seen.case.words
    assert [step.evidence_file for step in seen.steps] == [None]
