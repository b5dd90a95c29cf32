"""What is due: who is told, from which day, and in words that say what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.people import Actor, Role
from app.domain.policies import PolicyVersion
from app.workflow import alerts, platforms, policies, school_settings, training
from app.workflow.alerts import Alert, AlertKind
from tests.clocks import later
from tests.schools import FACEBOOK, WEBSITE, School


def told(school: School, actor: Actor, *kinds: AlertKind, days: int = 0) -> list[Alert]:
    workspace = later(school.workspace, days)
    return [alert for alert in alerts.due(workspace, actor) if alert.kind in kinds]


def policy(school: School, *, noticed: int | None, effective: int = 0, **more: object) -> PolicyVersion:
    today = school.workspace.clock.today()
    said = {"label": "2026", "governors_approved_on": today} | more
    return policies.add_version(
        school.workspace, school.actor(Role.HEAD), name="Social media policy", owner="The Board",
        effective_on=today + timedelta(effective), noticed_on=None if noticed is None else today + timedelta(noticed),
        **said,
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.policy("002-02")
def test_staff_should_be_told_a_month_before_and_must_be_a_month_after(either_school: School) -> None:
    head, both = either_school.actor(Role.HEAD), (AlertKind.NOTICE_LATE, AlertKind.NOTICE_MISSED)
    version = policy(either_school, noticed=None, effective=45)
    assert told(either_school, head, *both) == []
    assert [a.kind for a in told(either_school, head, *both, days=20)] == [AlertKind.NOTICE_LATE]
    assert [a.kind for a in told(either_school, head, *both, days=60)] == [AlertKind.NOTICE_LATE]
    [missed] = told(either_school, head, *both, days=80)
    assert missed.kind is AlertKind.NOTICE_MISSED
    assert "have not been told of Social media policy 2026" in missed.words
    today = either_school.workspace.clock.today()
    policies.change_version(either_school.workspace, head, replace(version, noticed_on=today))
    assert told(either_school, head, *both, days=80) == []


@pytest.mark.policy("002-02")
def test_staff_who_were_told_too_late_are_a_breach_that_is_said(either_school: School) -> None:
    head = either_school.actor(Role.HEAD)
    policy(either_school, noticed=0, effective=-60)
    [missed] = told(either_school, head, AlertKind.NOTICE_MISSED)
    assert "were told late" in missed.words
    assert told(either_school, head, AlertKind.NOTICE_MISSED, days=40) == []


def test_a_review_is_announced_a_month_before_and_until_it_is_done(either_school: School) -> None:
    today = either_school.workspace.clock.today()
    policy(either_school, noticed=-40, review_due_on=today + timedelta(60))
    head = either_school.actor(Role.HEAD)
    assert told(either_school, head, AlertKind.REVIEW_DUE) == []
    for days, word in ((30, "is due"), (61, "was due"), (600, "was due")):
        [alert] = told(either_school, head, AlertKind.REVIEW_DUE, days=days)
        assert word in alert.words
        assert "The Board" in alert.words
    assert told(either_school, either_school.actor(Role.CONTRIBUTOR), AlertKind.REVIEW_DUE, days=61) == []


def test_a_version_that_waits_for_the_governors_is_said_until_they_approve(either_school: School) -> None:
    head = either_school.actor(Role.HEAD)
    version = policy(either_school, noticed=-40, governors_approved_on=None)
    assert len(told(either_school, head, AlertKind.GOVERNORS_WAITING)) == 1
    today = either_school.workspace.clock.today()
    policies.change_version(either_school.workspace, head, replace(version, governors_approved_on=today))
    assert told(either_school, head, AlertKind.GOVERNORS_WAITING) == []


@pytest.mark.policy("001-22")
def test_an_account_nobody_looked_at_for_a_year_is_stale(either_school: School) -> None:
    data, workspace = either_school.actor(Role.CONSENT_ADMIN), either_school.workspace
    assert {a.subject for a in told(either_school, data, AlertKind.PRIVACY_CHECK)} == {FACEBOOK, WEBSITE}
    platforms.record_privacy_check(workspace, data, FACEBOOK)
    platforms.close_platform(workspace, data, WEBSITE)
    assert told(either_school, data, AlertKind.PRIVACY_CHECK, days=365) == []
    [stale] = told(either_school, data, AlertKind.PRIVACY_CHECK, days=366)
    assert stale.subject == FACEBOOK
    assert stale.day == workspace.clock.today()
    assert told(either_school, either_school.actor(Role.CONTRIBUTOR), AlertKind.PRIVACY_CHECK, days=366) == []


def test_limits_looked_up_long_ago_are_warned_of(either_school: School) -> None:
    data, workspace = either_school.actor(Role.CONSENT_ADMIN), either_school.workspace
    made = platforms.add_from_list(
        workspace, data, "instagram", purpose="news", approved_by=either_school.actor(Role.HEAD).user_id,
        owned_by_school=True,
    )  # fmt: skip
    assert made.limits_checked_on is not None
    age = (workspace.clock.today() - made.limits_checked_on).days
    due = {a.subject for a in told(either_school, data, AlertKind.LIMITS_CHECK, days=366 - age)}
    not_yet = {a.subject for a in told(either_school, data, AlertKind.LIMITS_CHECK, days=365 - age)}
    assert "instagram" in due
    assert "instagram" not in not_yet


def test_training_that_is_missing_or_runs_out_is_said_to_its_person_and_to_those_who_keep_it(
    either_school: School,
) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    deputy, today = either_school.actor(Role.DEPUTY), workspace.clock.today()
    school_settings.settle(workspace, head, "training_required", {"DEPUTY": ["Safeguarding"]})
    kinds = (AlertKind.TRAINING_MISSING, AlertKind.TRAINING_ENDS)
    [own] = told(either_school, deputy, *kinds)
    assert own.words == "Your training in Safeguarding is not recorded."
    [heads] = told(either_school, head, *kinds)
    assert heads.words.startswith("Deputy’s training in Safeguarding")
    training.record_training(
        workspace, head, user_id=deputy.user_id, topic="Safeguarding", done_on=today,
        valid_until=today + timedelta(40),
    )  # fmt: skip
    assert told(either_school, deputy, *kinds) == []
    [ends] = told(either_school, deputy, *kinds, days=11)
    assert (ends.kind, ends.day) == (AlertKind.TRAINING_ENDS, today + timedelta(40))
    [over] = told(either_school, deputy, *kinds, days=41)
    assert over.kind is AlertKind.TRAINING_MISSING
    assert "ran out on" in over.words
    assert told(either_school, either_school.actor(Role.CONTRIBUTOR), *kinds, days=41) == []


def test_everybody_is_told_what_they_have_to_read_and_nothing_once_they_did(either_school: School) -> None:
    version = policy(either_school, noticed=-40)
    for role in Role:
        actor = either_school.actor(role)
        [alert] = told(either_school, actor, AlertKind.READ_POLICY)
        assert alert.subject == version.id
        policies.acknowledge(either_school.workspace, actor, version.id)
        assert told(either_school, actor, AlertKind.READ_POLICY) == []
