"""Choosing the school's rules: preview, governors, first day, acknowledgement, review, and what acts differently."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.retention import RecordClass
from app.policy.pack import PolicyPack, load_pack, read_pack
from app.workflow import alerts, gates, permissions, policies, retention, school_settings
from app.workflow import policy_packs as packs
from app.workflow.alerts import AlertKind
from app.workflow.policy_packs import PackState
from consent_db import audit, settings
from tests.clocks import later
from tests.schools import OWN_PACK, School, reopen


def choose(school: School, pack: PolicyPack, *, days: int = 0, **more):
    today = school.workspace.clock.today()
    return packs.choose(school.workspace, school.actor(Role.HEAD), pack, effective_on=today + timedelta(days), **more)


def own(**changes: str) -> PolicyPack:
    """A copy of the school's own pack with other entries."""
    text = OWN_PACK.read_text(encoding="utf-8")
    for key, value in changes.items():
        [line] = [line for line in text.splitlines() if line.startswith(f"{key} = ")]
        text = text.replace(line, f"{key} = {value}")
    return read_pack(text, file="own.toml")


def test_a_school_goes_by_the_pack_it_began_with_on_every_pc(either_school: School) -> None:
    assert either_school.workspace.pack.name == "hollybank"
    again = reopen(either_school.workspace.folder)
    try:
        assert again.pack.digest == load_pack(OWN_PACK).digest
    finally:
        again.close()
    assert packs.choices(either_school.workspace) == ()


@pytest.mark.policy("000-01", "001-25", "003-02")
def test_a_chosen_pack_counts_from_its_first_day_and_everybody_acknowledges_it_first(either_school: School) -> None:
    workspace, office = either_school.workspace, either_school.actor(Role.CONTRIBUTOR)
    version = choose(either_school, load_pack("att"), days=3)
    assert workspace.pack.name == "hollybank"
    assert [c.state for c in packs.choices(workspace)] == [PackState.COMING]
    assert policies.unread(workspace, office) == ()

    then = later(workspace, 3)
    assert then.pack.name == "att"
    assert [c.state for c in packs.choices(then)] == [PackState.IN_FORCE]
    assert [v.id for v in policies.unread(then, office)] == [version.id]
    with workspace.database.read() as connection, pytest.raises(NotAllowedError, match="acknowledged"):
        gates.require_acknowledged(then, connection, office)
    policies.acknowledge(then, office, version.id)
    assert policies.unread(then, office) == ()


@pytest.mark.policy("002-38")
def test_cansfields_rules_count_only_once_the_governors_approval_is_recorded_with_its_minute(
    either_school: School,
) -> None:
    workspace, manager = either_school.workspace, either_school.actor(Role.BUSINESS_MANAGER)
    today = workspace.clock.today()
    with pytest.raises(RegisterError, match="written down"):
        choose(either_school, load_pack("cansfield"), governors_approved_on=today)
    version = choose(either_school, load_pack("cansfield"))
    assert [c.state for c in packs.choices(workspace)] == [PackState.WAITING]
    assert workspace.pack.name == "hollybank"
    assert any(a.kind is AlertKind.GOVERNORS_WAITING for a in alerts.due(workspace, manager))

    with pytest.raises(RegisterError, match="written down"):
        packs.approve(workspace, manager, version.id, on=today, minute=" ")
    packs.approve(workspace, manager, version.id, on=today, minute="minutes of September, item 7")
    [choice] = packs.choices(workspace)
    assert (choice.state, choice.chosen.minute) == (PackState.IN_FORCE, "minutes of September, item 7")
    assert workspace.pack.name == "cansfield"
    with workspace.database.read() as connection:
        actions = [event.action for event in audit.latest(connection, limit=2)]
    assert actions == ["policy-pack-approved", "policy-pack-chosen"]


def test_a_policy_that_wants_approval_first_wants_it_of_the_one_that_takes_its_place(school: School) -> None:
    today = school.workspace.clock.today()
    choose(school, load_pack("cansfield"), governors_approved_on=today, minute="item 7")
    assert school.workspace.pack.name == "cansfield"
    choose(school, own(), days=0)
    assert school.workspace.pack.name == "cansfield"
    assert packs.choices(school.workspace)[0].state is PackState.WAITING


def test_the_latest_choice_counts_and_the_one_before_is_over(either_school: School) -> None:
    choose(either_school, load_pack("att"))
    choose(either_school, load_pack("bay"))
    assert either_school.workspace.pack.name == "bay"
    assert [c.state for c in packs.choices(either_school.workspace)] == [PackState.IN_FORCE, PackState.OVER]
    with pytest.raises(RegisterError, match="counts already"):
        choose(either_school, load_pack("bay"))
    choose(either_school, load_pack("att"))
    assert either_school.workspace.pack.name == "att"


@pytest.mark.policy("000-36")
@pytest.mark.parametrize(("name", "months"), [("invictus", 36), ("att", 24), ("societas", 12)])
def test_the_review_is_due_after_the_packs_own_months_and_is_announced(school: School, name: str, months: int) -> None:
    version = choose(school, load_pack(name))
    assert version.review_due_on is not None
    assert version.review_due_on.month == version.effective_on.month
    assert (version.review_due_on.year - version.effective_on.year) * 12 == months
    days = (version.review_due_on - version.effective_on).days
    told = alerts.due(later(school.workspace, days - 20), school.actor(Role.BUSINESS_MANAGER))
    [alert] = [a for a in told if a.kind is AlertKind.REVIEW_DUE]
    assert load_pack(name).owner in alert.words


@pytest.mark.policy("002-02")
def test_staff_who_were_not_told_a_month_before_are_an_alert(school: School) -> None:
    choose(school, load_pack("att"), days=10)
    found = alerts.due(school.workspace, school.actor(Role.BUSINESS_MANAGER))
    assert AlertKind.NOTICE_LATE in {a.kind for a in found}
    found = alerts.due(later(school.workspace, 45), school.actor(Role.BUSINESS_MANAGER))
    assert AlertKind.NOTICE_MISSED in {a.kind for a in found}


def test_the_preview_says_what_would_change_and_what_the_school_settled_for_itself(school: School) -> None:
    school_settings.settle(school.workspace, school.actor(Role.HEAD), "own_consent_age", 13)
    change = packs.preview(school.workspace, load_pack("cansfield"))
    assert (change.before.name, change.after.name, change.needs_governors) == ("hollybank", "cansfield", True)
    assert "Who looks after the policy" in {d.title for d in change.differences}
    assert change.kept == ("Age from which pupils answer for themselves",)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.DEPUTY, Role.DSL, Role.IT, Role.GOVERNOR, Role.DPO])
def test_only_who_keeps_the_policies_chooses_rules(school: School, role: Role) -> None:
    today = school.workspace.clock.today()
    with pytest.raises(NotAllowedError):
        packs.choose(school.workspace, school.actor(role), load_pack("att"), effective_on=today)
    assert packs.choices(school.workspace) == ()


def test_a_first_day_that_is_over_is_refused(school: School) -> None:
    with pytest.raises(RegisterError, match="over already"):
        choose(school, load_pack("att"), days=-1)


@pytest.mark.policy("001-12")
def test_entries_about_rules_a_school_may_settle_act_where_those_rules_act(either_school: School) -> None:
    workspace = either_school.workspace
    choose(either_school, own(own_consent_age="14", mark_grantor='"CEO"', named_posters_only="true"))
    with workspace.database.read() as connection:
        assert school_settings.own_consent_age(connection) == 14
        assert school_settings.mark_grantor(connection) == "CEO"
        assert school_settings.named_posters_only(connection)


def test_a_school_cannot_settle_what_its_policy_demands_away(either_school: School) -> None:
    workspace = either_school.workspace
    with workspace.database.transaction() as connection:
        settings.put(connection, "named_posters_only", False, by="head")
    choose(either_school, load_pack("att"))
    with workspace.database.read() as connection:
        assert school_settings.named_posters_only(connection)


def test_periods_of_a_pack_act_where_the_school_settled_none(either_school: School) -> None:
    text = OWN_PACK.read_text(encoding="utf-8").replace("UNUSED_PHOTO = 30", "UNUSED_PHOTO = 14")
    choose(either_school, read_pack(text, file="own.toml"))
    workspace, dpo = either_school.workspace, either_school.actor(Role.DPO)
    assert retention.schedule(workspace, dpo).days[RecordClass.UNUSED_PHOTO] == 14


def test_where_a_pack_forbids_personal_devices_none_is_permitted(school: School) -> None:
    workspace, head = school.workspace, school.actor(Role.HEAD)
    device = permissions.register_device(workspace, head, key="phone-1", label="Jo’s phone")
    choose(school, own(personal='"never"'))
    for version in policies.unread(workspace, head):
        policies.acknowledge(workspace, head, version.id)
    with pytest.raises(NotAllowedError, match="no personal device"):
        permissions.grant(
            workspace, head, permissions.PermissionKind.DEVICE, device, grantor="Ms Lane", grantor_role="HEAD",
            valid_from=workspace.clock.today(), evidence="letter",
        )  # fmt: skip


def test_settling_away_what_the_policy_demands_is_refused_with_its_name(school: School) -> None:
    choose(school, own(posting_permission_required="true"))
    for version in policies.unread(school.workspace, school.actor(Role.HEAD)):
        policies.acknowledge(school.workspace, school.actor(Role.HEAD), version.id)
    with pytest.raises(RegisterError, match=r"Hollybank Primary School: pictures and posts.*asks for this"):
        school_settings.settle(school.workspace, school.actor(Role.HEAD), "posting_permission_required", False)
    assert school_settings.all_rules(school.workspace)["posting_permission_required"] is True
