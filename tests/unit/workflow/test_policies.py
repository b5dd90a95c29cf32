"""Policies: which version binds, what has to be read before anything else, and that nobody gets round it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.consent import Answer
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.domain.policies import PolicyVersion
from app.domain.post import PostAbout, PostCategory, PostPlatform
from app.workflow import policies, posts, register, school_settings
from app.workflow.import_photos import import_photos
from consent_db import audit, sources
from tests.schools import FACEBOOK, School


def record(school: School, label: str = "2026", *, name: str = "Social media policy", **more: object) -> PolicyVersion:
    today = school.workspace.clock.today()
    said: dict[str, object] = {
        "owner": "Business Manager", "effective_on": today, "noticed_on": today - timedelta(days=60),
        "governors_approved_on": today, "link": "https://hollybank.example/policies/social-media",
    }  # fmt: skip
    keeper = school.actor(Role.BUSINESS_MANAGER)
    return policies.add_version(school.workspace, keeper, name=name, label=label, **(said | more))  # type: ignore[arg-type]


def write_post(school: School, role: Role = Role.CONTRIBUTOR) -> str:
    words = [PostPlatform(FACEBOOK, "School closes at two.")]
    return posts.create_post(
        school.workspace, school.actor(role), title="Closing", platforms=words, about=PostAbout(PostCategory.REMINDER)
    ).id


def refusal(school: School, role: Role = Role.CONTRIBUTOR) -> str:
    with pytest.raises(NotAllowedError) as refused:
        write_post(school, role)
    assert refused.value.code == "not-acknowledged"
    return str(refused.value)


def test_a_school_without_policies_has_nothing_to_acknowledge(either_school: School) -> None:
    assert policies.unread(either_school.workspace, either_school.actor(Role.CONTRIBUTOR)) == ()
    write_post(either_school)


@pytest.mark.policy("000-01", "001-25", "003-02", "002-12", "004-05")
def test_a_new_version_has_to_be_acknowledged_again_before_anything_else(either_school: School) -> None:
    workspace, office = either_school.workspace, either_school.actor(Role.CONTRIBUTOR)
    first = record(either_school)
    assert "Social media policy 2026" in refusal(either_school)
    policies.acknowledge(workspace, office, first.id)
    write_post(either_school)

    today = workspace.clock.today()
    second = record(either_school, "2027", effective_on=today)
    assert "Social media policy 2027" in refusal(either_school)
    with pytest.raises(NotAllowedError):
        policies.acknowledge(workspace, office, first.id)
    policies.acknowledge(workspace, office, second.id)
    policies.acknowledge(workspace, office, second.id)
    write_post(either_school)

    mine = policies.acknowledgements(workspace, office)
    assert [(a.user_id, a.policy_version_id) for a in mine] == [(office.user_id, first.id), (office.user_id, second.id)]
    assert all(a.at.tzinfo is not None for a in mine)
    with workspace.database.read() as connection:
        said = [event for event in audit.latest(connection) if event.action == "policy-acknowledged"]
    assert len(said) == 2


@pytest.mark.policy("000-03")
def test_an_outside_photographer_cannot_import_before_acknowledging(either_school: School, tmp_path: Path) -> None:
    workspace, outsider = either_school.workspace, either_school.actor(Role.EXTERNAL)
    version = record(either_school)
    card = tmp_path / "card"
    card.mkdir()
    (card / "IMG_1.JPG").write_bytes(b"never read")

    def bring() -> int:
        outcomes = import_photos(
            workspace, outsider, FolderDevice(card), event="", device_kind=DeviceKind.SCHOOL, remove_originals=False
        )
        return len(list(outcomes))

    with pytest.raises(NotAllowedError, match="has not acknowledged"):
        bring()
    with workspace.database.read() as connection:
        assert sources.devices_with_originals(connection) == ()
    policies.acknowledge(workspace, outsider, version.id)
    assert bring() == 1
    for act in (lambda: write_post(either_school, Role.EXTERNAL), lambda: register.find_people(workspace, outsider)):
        with pytest.raises(NotAllowedError, match="may not"):
            act()


def test_taking_consent_away_and_reading_the_policies_never_wait(either_school: School) -> None:
    workspace, office = either_school.workspace, either_school.actor(Role.CONTRIBUTOR)
    either_school.say("Amara", FACEBOOK, Answer.YES)
    version = record(either_school)
    refusal(either_school)
    register.take_consent_away(workspace, office, either_school.pupils["Amara"].id)
    assert policies.library(workspace) == (version,)
    assert policies.unread(workspace, office) == (version,)


@pytest.mark.policy("002-38")
def test_an_amendment_binds_only_once_the_governors_have_approved_it(either_school: School) -> None:
    workspace, keeper = either_school.workspace, either_school.actor(Role.BUSINESS_MANAGER)
    today = workspace.clock.today()
    old = record(either_school)
    new = record(either_school, "2027", governors_approved_on=None)
    assert policies.binding(workspace) == (old,)
    with pytest.raises(NotAllowedError):
        policies.acknowledge(workspace, keeper, new.id)
    approved = policies.change_version(workspace, keeper, replace(new, governors_approved_on=today))
    assert policies.binding(workspace) == (approved,)


@pytest.mark.policy("002-38")
def test_rules_the_governors_have_not_approved_approve_nothing(either_school: School) -> None:
    from app.domain.people import Action
    from app.workflow import gates

    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    school_settings.settle(workspace, head, "governors_approve_rules", True)
    for action in (Action.APPROVE, Action.PUBLISH):
        with workspace.database.read() as connection, pytest.raises(NotAllowedError) as refused:
            gates.require_ready(workspace, connection, head, action)
        assert refused.value.code == "rules-not-approved"
    pack = workspace.pack
    version = record(either_school, pack.version, name=pack.title)
    policies.acknowledge(workspace, head, version.id)
    with workspace.database.read() as connection:
        gates.require_ready(workspace, connection, head, Action.APPROVE)


def test_where_governors_only_take_note_a_version_binds_from_its_first_day(either_school: School) -> None:
    workspace = either_school.workspace
    school_settings.settle(workspace, either_school.actor(Role.HEAD), "governors_approve_policies", False)
    version = record(either_school, governors_approved_on=None)
    later = record(either_school, "2030", governors_approved_on=None, effective_on=date(2090, 1, 1))
    assert policies.binding(workspace) == (version,)
    policies.acknowledge(workspace, either_school.actor(Role.HEAD), later.id)


@pytest.mark.policy("000-19", "002-01", "003-05", "004-06")
def test_the_library_says_who_owns_a_policy_where_it_is_and_what_it_is_read_with(either_school: School) -> None:
    workspace = either_school.workspace
    with pytest.raises(RegisterError, match="who owns"):
        record(either_school, owner="  ")
    made = record(
        either_school,
        owner="Director of Operations",
        related=["Electronic communications policy", "Data protection policy", "Electronic communications policy"],
        consulted="NEU and NASUWT, 3 May 2026",
        review_due_on=workspace.clock.today() + timedelta(days=365),
    )
    [kept] = policies.library(workspace)
    assert kept == made
    assert kept.owner == "Director of Operations"
    assert kept.related == ("Electronic communications policy", "Data protection policy")
    assert kept.consulted == "NEU and NASUWT, 3 May 2026"
    assert kept.link == "https://hollybank.example/policies/social-media"


def test_two_people_changing_a_policy_at_once_is_refused_for_the_second(either_school: School) -> None:
    workspace, keeper = either_school.workspace, either_school.actor(Role.BUSINESS_MANAGER)
    version = record(either_school)
    policies.change_version(workspace, keeper, replace(version, owner="The Board"))
    with pytest.raises(RegisterError) as refused:
        policies.change_version(workspace, keeper, replace(version, owner="The Headteacher"))
    assert refused.value.code == "conflict"
    assert policies.library(workspace)[0].owner == "The Board"


def test_what_somebody_acknowledged_stays_what_it_was(either_school: School) -> None:
    workspace, keeper = either_school.workspace, either_school.actor(Role.BUSINESS_MANAGER)
    version = record(either_school)
    policies.acknowledge(workspace, keeper, version.id)
    with pytest.raises(RegisterError, match="acknowledged"):
        policies.change_version(workspace, keeper, replace(version, link="https://elsewhere.example"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "}, {"label": ""}, {"noticed_on": date(2090, 1, 1)}, {"governors_approved_on": date(2090, 1, 1)},
        {"review_due_on": date(2020, 1, 1)},
    ],
)  # fmt: skip
def test_a_version_that_makes_no_sense_is_refused(school: School, wrong: dict[str, object]) -> None:
    with pytest.raises(RegisterError):
        record(school, **({"label": "2026"} | wrong))  # type: ignore[arg-type]
    assert policies.library(school.workspace) == ()


@pytest.mark.policy("000-09")
def test_who_has_not_read_what_is_for_those_who_keep_the_policies(either_school: School) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    version = record(either_school)
    policies.acknowledge(workspace, head, version.id)
    waiting = {reader.user_id for reader in policies.readers(workspace, head) if reader.unread}
    assert waiting == {actor.user_id for role, actor in either_school.actors.items() if role is not Role.HEAD}
    with pytest.raises(NotAllowedError):
        policies.readers(workspace, either_school.actor(Role.CONTRIBUTOR))
    assert policies.acknowledgements(workspace, either_school.actor(Role.CONTRIBUTOR)) == ()


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in (Role.HEAD, Role.BUSINESS_MANAGER)]
)  # fmt: skip
def test_nobody_else_records_a_policy(school: School, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        policies.add_version(
            school.workspace, school.actor(role), name="A", label="1", owner="B", effective_on=date(2026, 1, 1)
        )
