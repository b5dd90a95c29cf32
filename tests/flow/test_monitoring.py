"""The monitoring report: what it counts, for whom, and the PDF of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.cases import CaseKind
from app.domain.errors import NotAllowedError, RegisterError, StorageError
from app.domain.people import Role
from app.workflow import approve, cases, monitoring, policies, publish, record_slices, register, takedowns
from tests.clocks import later
from tests.flow.posting import Story
from tests.schools import FACEBOOK, School


@pytest.fixture
def story_on_either(either_story: Story) -> Story:
    return either_story


@pytest.mark.policy("000-08", "000-36", "002-06")
def test_the_report_counts_posts_overrides_takedowns_and_what_is_overdue(story_on_either: Story, out: Path) -> None:
    story = story_on_either
    post = story.approved()
    exported = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    publish.note_live(story.workspace, story.deputy, exported.release.id, "https://facebook.com/hollybank/1")
    takedowns.order_takedown(
        story.workspace, story.head, exported.release.id, reason="old", asked_by="a parent", minutes=5
    )
    dsl, ella = story.school.actor(Role.DSL), story.school.pupils["Ella"].id
    register.place_hold(story.workspace, dsl, ella)
    register.lift_hold(story.workspace, dsl, ella)
    cases.open_case(story.workspace, story.office, CaseKind.CONCERN, "A question.")
    today = story.workspace.clock.today()
    for role in (Role.HEAD, Role.GOVERNOR, Role.IT):
        reader = story.school.actor(role)
        report = monitoring.monitoring_report(later(story.workspace, 1), reader, first=today, last=today)
        assert (report.acts["post-approved"], report.acts["post-exported"], report.acts["release-live"]) == (1, 1, 1)
        assert dict(report.by_platform) == {"Facebook": 1}
        assert sum(report.by_author.values()) == 1
        assert (report.takedowns, report.late_takedowns, report.open_takedowns) == (1, 1, 1)
        assert (report.live_now, report.overdue_removals) == (1, 0)
        assert dict(report.cases) == {CaseKind.CONCERN: 1}
        assert report.by_month == {f"{today:%Y-%m}": 1}
        assert {key for key, times in report.overrides.items() if times} == {"hold-lifted"}
    quiet = monitoring.monitoring_report(
        story.workspace, story.head, first=today - timedelta(9), last=today - timedelta(8)
    )
    assert sum(quiet.acts.values()) + quiet.takedowns + sum(quiet.cases.values()) == 0


@pytest.mark.policy("002-06")
def test_it_watches_governors_read_the_report_and_the_business_manager_keeps_the_policies(
    story: Story, out: Path, tmp_path: Path
) -> None:
    workspace, today = story.workspace, story.workspace.clock.today()
    post = story.submitted()
    watcher, governor = story.school.actor(Role.IT), story.school.actor(Role.GOVERNOR)
    manager = story.school.actor(Role.BUSINESS_MANAGER)
    for reader in (watcher, governor, manager):
        assert monitoring.monitoring_report(workspace, reader, first=today, last=today).acts["post-submitted"] == 1
        for act in (
            lambda who=reader: approve.approve(workspace, who, post.id),
            lambda who=reader: publish.export_release(workspace, who, post.id, FACEBOOK, out),
            lambda who=reader: cases.listing(workspace, who),
            lambda who=reader: register.place_hold(workspace, who, story.school.pupils["Ella"].id),
            lambda who=reader: takedowns.published(workspace, who),
        ):
            with pytest.raises(NotAllowedError):
                act()
    assert record_slices.lines(workspace, watcher, record_slices.Part())[1] > 0
    for reader in (governor, manager):
        with pytest.raises(NotAllowedError):
            record_slices.lines(workspace, reader, record_slices.Part())
    assert policies.readers(workspace, manager)
    for reader in (watcher, governor):
        with pytest.raises(NotAllowedError):
            policies.readers(workspace, reader)


def test_the_report_is_a_pdf_with_charts_and_its_making_is_recorded(story: Story, tmp_path: Path) -> None:
    today = story.workspace.clock.today()
    path = tmp_path / "report.pdf"
    governor = story.school.actor(Role.GOVERNOR)
    monitoring.export_report(story.workspace, governor, path, first=today - timedelta(90), last=today)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.stat().st_size > 8_000
    with pytest.raises(StorageError):
        monitoring.export_report(story.workspace, governor, path, first=today, last=today)
    with pytest.raises(StorageError, match=r"ends in \.pdf"):
        monitoring.export_report(story.workspace, governor, tmp_path / "report.doc", first=today, last=today)
    from consent_db import audit

    with story.workspace.database.read() as connection:
        assert audit.latest(connection, limit=1)[0].action == "monitoring-report-made"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CONSENT_ADMIN, Role.EXTERNAL])
def test_others_do_not_read_it(school: School, role: Role) -> None:
    today = school.workspace.clock.today()
    with pytest.raises(NotAllowedError):
        monitoring.monitoring_report(school.workspace, school.actor(role), first=today, last=today)


def test_days_the_wrong_way_round_are_refused(school: School) -> None:
    today = school.workspace.clock.today()
    with pytest.raises(RegisterError):
        monitoring.monitoring_report(school.workspace, school.actor(Role.HEAD), first=today, last=today - timedelta(1))
