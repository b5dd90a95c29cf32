"""After publication: takedowns against the clock, urgent ones by the DSL, posts to look at again, the audit list."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.cases import CaseKind, Step
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.post import Release, ReleaseState, TaskKind
from app.domain.takedown import takedown_steps
from app.workflow import alerts, cases, older_posts, publish, refusals, takedowns
from app.workflow.alerts import AlertKind
from app.workflow.consequences import let_lapse, posts_with
from tests.clocks import later
from tests.flow.posting import Story, post_now, tasks_open
from tests.schools import FACEBOOK, WEBSITE

GONE = b"\x89PNG\r\n\x1a\n" + b"this page cannot be found"
URL = "https://facebook.com/hollybank/posts/1"


def live(story: Story, out: Path) -> Release:
    post = story.approved()
    exported = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    return publish.note_live(story.workspace, story.deputy, exported.release.id, URL)


@pytest.fixture
def story_on_either(either_story: Story) -> Story:
    return either_story


@pytest.mark.policy("000-07", "002-05", "003-03", "004-23")
def test_a_takedown_has_a_reason_a_requester_a_due_time_the_address_and_the_steps(
    story_on_either: Story, out: Path
) -> None:
    story, dsl = story_on_either, story_on_either.school.actor(Role.DSL)
    release = live(story, out)
    with pytest.raises(RegisterError, match="who asks"):
        takedowns.order_takedown(story.workspace, dsl, release.id, reason="breaks the policy", asked_by=" ")
    takedowns.order_takedown(story.workspace, dsl, release.id, reason="breaks the policy", asked_by="a parent")
    [due] = takedowns.takedowns(story.workspace, story.deputy)
    assert due.url == URL
    assert "breaks the policy (a parent)" in due.task.words
    assert due.task.due_at is not None
    hours = timedelta(hours=story.workspace.pack.takedown_hours)
    assert abs(due.task.due_at - (story.workspace.clock.now() + hours)) < timedelta(minutes=5)
    assert any("Recently deleted" in step or "bin" in step for step in due.steps)
    with pytest.raises(NotAllowedError, match="how it can be seen that it is gone"):
        publish.note_taken_down(story.workspace, story.deputy, release.id, " ")
    publish.note_taken_down(story.workspace, story.deputy, release.id, "screenshot, 10:42")
    assert takedowns.takedowns(story.workspace, story.deputy) == ()
    assert takedowns.published(story.workspace, story.head)[0].release.state is ReleaseState.TAKEN_DOWN


def test_what_was_live_is_never_called_gone_without_a_proof_though_nobody_asked_for_it(story: Story, out: Path) -> None:
    release = live(story, out)
    with pytest.raises(NotAllowedError, match="how it can be seen that it is gone"):
        publish.note_taken_down(story.workspace, story.deputy, release.id)
    refusals.take_consent_away(story.workspace, story.office, story.school.pupils["Amara"].id)
    assert [due.release.id for due in takedowns.takedowns(story.workspace, story.deputy)] == [release.id]


def test_a_picture_of_it_gone_is_a_proof_and_is_kept_in_the_vault(story_on_either: Story, out: Path) -> None:
    story = story_on_either
    release = live(story, out)
    takedowns.order_takedown(story.workspace, story.head, release.id, reason="old", asked_by="a parent")
    with pytest.raises(RegisterError, match="PDF, JPEG or PNG"):
        publish.note_taken_down(story.workspace, story.deputy, release.id, picture=b"a film")
    assert len(takedowns.takedowns(story.workspace, story.deputy)) == 1
    publish.note_taken_down(story.workspace, story.deputy, release.id, picture=GONE)
    assert takedowns.takedowns(story.workspace, story.deputy) == ()
    assert takedowns.picture_of_gone(story.workspace, story.head, release.id).data == GONE
    with pytest.raises(NotAllowedError):
        takedowns.picture_of_gone(story.workspace, story.school.actor(Role.GOVERNOR), release.id)


def test_what_never_left_its_folder_needs_no_proof(story: Story, out: Path) -> None:
    post = story.approved()
    release = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).release
    assert publish.note_taken_down(story.workspace, story.deputy, release.id).state is ReleaseState.TAKEN_DOWN


def test_an_incident_is_not_over_while_its_post_has_to_come_down(story: Story, out: Path) -> None:
    release = live(story, out)
    case = cases.open_case(
        story.workspace, story.office, CaseKind.WRONG_PICTURE, "Ben is on it.", release_id=release.id
    )
    cases.take_step(story.workspace, story.head, case.id, Step.ICO_SETTLED, "the data protection officer: no harm")
    with pytest.raises(RegisterError, match="its post has to come down"):
        cases.close(story.workspace, story.head, case.id, "nobody complained")
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    assert not cases.close(story.workspace, story.head, case.id, "taken down in ten minutes").is_open


def test_the_safeguarding_lead_starts_an_urgent_takedown_in_minutes_and_it_is_announced_when_overdue(
    story: Story, out: Path
) -> None:
    dsl = story.school.actor(Role.DSL)
    release = live(story, out)
    takedowns.order_takedown(story.workspace, dsl, release.id, reason="safety", asked_by="the DSL")
    takedowns.order_takedown(story.workspace, dsl, release.id, reason="safety", asked_by="the DSL", minutes=15)
    [due] = takedowns.takedowns(story.workspace, dsl)
    assert due.task.due_at is not None
    assert due.task.due_at - story.workspace.clock.now() < timedelta(minutes=16)
    after = later(story.workspace, 1)
    assert takedowns.takedowns(after, dsl)[0].is_late
    for who in (dsl, story.head, story.deputy):
        assert AlertKind.TAKEDOWN_LATE in {a.kind for a in alerts.due(after, who)}


@pytest.mark.policy("004-23")
def test_a_withdrawal_raises_a_takedown_and_the_end_of_a_consent_only_asks_somebody_to_look(
    story: Story, out: Path
) -> None:
    release = live(story, out)
    with story.workspace.database.transaction() as connection:
        assert let_lapse(story.workspace, connection, story.school.pupils["Amara"].id) == 1
    assert takedowns.takedowns(story.workspace, story.head) == ()
    [look] = takedowns.to_look_at(story.workspace, story.head)
    assert look.release.id == release.id
    with pytest.raises(RegisterError, match="why it may stay"):
        takedowns.stays(story.workspace, story.head, look.task.id, " ")
    takedowns.stays(story.workspace, story.head, look.task.id, "the form of 2025 lets old posts stay")
    assert tasks_open(story, TaskKind.REVIEW) == ()

    refusals.take_consent_away(story.workspace, story.office, story.school.pupils["Amara"].id)
    [due] = takedowns.takedowns(story.workspace, story.head)
    assert due.release.id == release.id


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CONSENT_ADMIN, Role.IT, Role.GOVERNOR, Role.EXTERNAL])
def test_others_neither_start_a_takedown_nor_see_the_list(story: Story, out: Path, role: Role) -> None:
    release, other = live(story, out), story.school.actor(role)
    with pytest.raises(NotAllowedError):
        takedowns.order_takedown(story.workspace, other, release.id, reason="a", asked_by="b", minutes=1)
    with pytest.raises(NotAllowedError):
        takedowns.takedowns(story.workspace, other)


def test_a_picture_published_by_mistake_is_an_urgent_takedown_before_anything_else_is_written(
    story: Story, out: Path
) -> None:
    release = live(story, out)
    case = cases.open_case(
        story.workspace, story.office, CaseKind.WRONG_PICTURE, "Ben is on it.", release_id=release.id
    )
    [due] = takedowns.takedowns(story.workspace, story.deputy)
    assert due.task.due_at is not None
    assert due.task.due_at - story.workspace.clock.now() < timedelta(minutes=31)
    assert case.due_at == case.received_at + timedelta(hours=72)


@pytest.mark.policy("001-20")
def test_the_audit_list_holds_everything_published_what_is_live_first_and_leads_to_its_takedown(
    story: Story, out: Path
) -> None:
    release = live(story, out)
    second = publish.export_release(story.workspace, story.deputy, release.post_id, WEBSITE, out)
    listed = takedowns.published(story.workspace, story.head)
    assert [one.release.id for one in listed] == [release.id, second.release.id]
    assert (listed[0].platform, listed[0].pictures, listed[0].is_open) == ("Facebook", 1, False)
    takedowns.order_takedown(story.workspace, story.head, release.id, reason="old post", asked_by="the audit")
    assert takedowns.published(story.workspace, story.head)[0].is_open


@pytest.mark.policy("001-20")
def test_a_post_from_before_is_listed_with_its_address_until_somebody_saw_it_gone(story_on_either: Story) -> None:
    story, dsl = story_on_either, story_on_either.school.actor(Role.DSL)
    address = "https://facebook.com/hollybank/2016"

    def order(where: str = address, *, reason: str = "full names", who=dsl, **more: int):
        return older_posts.order_older_down(
            story.workspace, who, where, reason=reason, asked_by="the yearly audit", **more
        )

    for wrong in ({"where": "facebook"}, {"where": "https://a b"}, {"reason": " "}):
        with pytest.raises(RegisterError):
            order(**wrong)
    with pytest.raises(NotAllowedError):
        order(who=story.office)
    first, second = order(), order("https://x.com/hollybank/7", minutes=15)
    with pytest.raises(RegisterError, match="already"):
        order()
    assert [task.id for task in older_posts.older_posts(story.workspace, story.deputy)] == [second, first]
    late = alerts.due(later(story.workspace, 30), story.head)
    assert sum(alert.kind is AlertKind.TAKEDOWN_LATE for alert in late) == 2
    with pytest.raises(RegisterError, match="it is gone"):
        older_posts.older_is_gone(story.workspace, story.deputy, first, " ")
    older_posts.older_is_gone(story.workspace, story.deputy, first, "seen gone by the Deputy Head, 10:42")
    assert [task.id for task in older_posts.older_posts(story.workspace, story.deputy)] == [second]
    with pytest.raises(RegisterError, match="any more"):
        older_posts.older_is_gone(story.workspace, story.deputy, first, "again")
    assert takedowns.takedowns(story.workspace, story.deputy) == ()


def test_the_audit_shows_the_very_pictures_that_went_out(story: Story, out: Path) -> None:
    release = live(story, out)
    [pixels] = takedowns.pictures_out(story.workspace, story.head, release.id)
    assert float(pixels[60:140, 60:120].std(axis=(0, 1)).max()) > 20, "Amara agreed"
    assert float(pixels[60:140, 260:320].std(axis=(0, 1)).max()) < 8, "Ben did not, on this platform"
    with pytest.raises(NotAllowedError):
        takedowns.pictures_out(story.workspace, story.school.actor(Role.GOVERNOR), release.id)


def test_the_posts_with_a_child_are_found_at_once(story: Story, out: Path) -> None:
    release = live(story, out)
    with story.workspace.database.read() as connection:
        found = posts_with(connection, story.school.pupils["Amara"].id)
        none = posts_with(connection, story.school.pupils["Ella"].id)
    assert [(post.id, shown) for post, shown in found] == [(release.post_id, True)]
    assert post_now(story, release.post_id).id == release.post_id
    assert none == ()


@pytest.mark.parametrize(
    ("platform", "name", "first"),
    [("facebook", "Facebook", "bin"), ("our-insta", "Instagram of the school", "Delete"), ("x", "X", "quoted")],
)
def test_the_steps_are_those_of_the_platform_and_end_with_the_proof(platform: str, name: str, first: str) -> None:
    steps = takedown_steps(platform, name)
    assert any(first in step for step in steps)
    assert "proof" in steps[-1]
    assert takedown_steps("mastodon", "Fediverse")[0].startswith("Open the address and delete")


def test_the_audit_says_who_last_looked_at_what_is_online_and_when(story_on_either: Story, out: Path) -> None:
    story = story_on_either
    release = live(story, out)
    assert takedowns.published(story.workspace, story.head)[0].release.looked_at is None
    with pytest.raises(NotAllowedError):
        takedowns.look(story.workspace, story.office, release.id)
    takedowns.look(story.workspace, story.head, release.id)
    first = takedowns.published(story.workspace, story.head)[0].release
    takedowns.look(story.workspace, story.deputy, release.id)
    again = takedowns.published(story.workspace, story.head)[0].release
    assert (first.looked_by, again.looked_by) == (story.head.user_id, story.deputy.user_id)
    assert first.looked_at is not None
    assert again.looked_at is not None
    assert again.looked_at > first.looked_at
    publish.note_taken_down(story.workspace, story.deputy, release.id, "screenshot, 10:42")
    with pytest.raises(NotAllowedError, match="not online"):
        takedowns.look(story.workspace, story.head, release.id)
