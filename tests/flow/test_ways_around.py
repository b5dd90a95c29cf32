"""Ways around a no: what came down, a child who is back, another name for a place, an old back-up, two PCs at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_workspace
from app.domain.consent import Answer, PlatformId
from app.domain.errors import KnownError, NotAllowedError, RegisterError
from app.domain.people import PersonKind, Role
from app.domain.post import Post, PostState, ReleaseState, TaskKind
from app.domain.submission import Confirmed
from app.domain.treatment import Reason, Treatment
from app.workflow import (
    approve,
    decide,
    merging,
    packs,
    platforms,
    posts,
    publish,
    register,
    retention,
    takedowns,
)
from app.workflow.restore import restore
from app.workflow.workspace import Workspace
from consent_db import audit, consent, people
from tests.flow.posting import Story, nothing_written, post_now, releases_of, tasks_open, tell, with_engines
from tests.flow.test_workspace_backup import BACKUP_PASSPHRASE, backed_up
from tests.schools import FACEBOOK, WEBSITE, School, reopen

DAY = timedelta(days=1)


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def export(story: Story, post: Post, out: Path, platform: PlatformId = FACEBOOK, workspace: Workspace | None = None):
    return publish.export_release(workspace or story.workspace, story.deputy, post.id, platform, out)


def seen(story: Story, forename: str, platform: PlatformId = FACEBOOK) -> tuple[Treatment, Reason]:
    decision = decide.decide_photo(story.workspace, story.photo_id, platform)
    wanted = story.school.pupils[forename].id
    return next((r.treatment, r.reason) for r in decision.regions if r.person_id == wanted)


def live(story: Story, out: Path) -> Post:
    post = story.approved()
    made = export(story, post, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://facebook.example/1")
    return post


@pytest.mark.policy("003-03")
def test_what_somebody_wanted_down_does_not_go_out_again_on_the_yes_of_before(story: Story, out: Path) -> None:
    post = live(story, out)
    [release] = releases_of(story, post.id)
    takedowns.order_takedown(story.workspace, story.head, release.id, reason="a parent is upset", asked_by="a parent")
    assert post_now(story, post.id).state is PostState.DRAFT
    with pytest.raises(NotAllowedError, match="not approved"):
        export(story, post, out, WEBSITE)
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    with pytest.raises(NotAllowedError, match="not approved"):
        export(story, post, out)
    assert nothing_written(out)


def test_what_was_online_and_came_down_needs_another_yes_and_what_never_was_does_not(story: Story, out: Path) -> None:
    post = live(story, out)
    [release] = releases_of(story, post.id)
    website = export(story, post, out, WEBSITE)
    publish.note_taken_down(story.workspace, story.deputy, website.release.id)
    again = export(story, post, out, WEBSITE)
    publish.note_taken_down(story.workspace, story.deputy, again.release.id)
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    with pytest.raises(NotAllowedError, match="not approved"):
        export(story, post, out)


@pytest.mark.policy("003-08")
def test_a_pupil_who_left_and_is_back_is_covered_until_the_family_is_asked_again(story: Story, out: Path) -> None:
    data, today = story.school.actor(Role.CONSENT_ADMIN), story.workspace.clock.today()
    amara = story.school.pupils["Amara"].id
    post = story.approved()
    register.mark_as_left(story.workspace, data, amara, today - DAY)
    assert seen(story, "Amara")[0] is Treatment.COVER
    with story.workspace.database.read() as connection:
        gone = people.get(connection, amara)
    register.change_person(story.workspace, data, replace(gone, kind=PersonKind.PUPIL, on_roll_until=None))
    assert seen(story, "Amara")[0] is Treatment.COVER
    assert post_now(story, post.id).state is PostState.DRAFT
    assert any(task.person_id == amara for task in tasks_open(story, TaskKind.CONFIRM_CONSENT))

    story.school.say("Amara", FACEBOOK, Answer.YES)
    assert seen(story, "Amara")[0] is Treatment.KEEP
    assert seen(story, "Amara", WEBSITE)[0] is Treatment.COVER


@pytest.mark.policy("003-08")
def test_a_leaver_joined_with_a_new_entry_brings_no_yes_from_before(story: Story) -> None:
    data, amara = story.school.actor(Role.CONSENT_ADMIN), story.school.pupils["Amara"].id
    with story.workspace.database.read() as connection:
        entry = people.get(connection, amara)
    gone = register.change_person(story.workspace, data, replace(entry, kind=PersonKind.LEAVER))
    back = story.school.add_pupil("Amara", "Okafor-Bell")
    with story.workspace.database.read() as connection:
        stays = people.get(connection, back)
    merging.join_entries(story.workspace, data, stays, gone)
    decision = decide.decide_photo(story.workspace, story.photo_id, FACEBOOK)
    [face] = [r for r in decision.regions if r.person_id in (amara, back)]
    assert face.treatment is Treatment.COVER


def test_a_no_stays_a_no_when_somebody_is_back(story: Story) -> None:
    data, today = story.school.actor(Role.CONSENT_ADMIN), story.workspace.clock.today()
    caitlin = story.school.pupils["Caitlin"].id
    story.school.say("Caitlin", WEBSITE, Answer.NO)
    register.mark_as_left(story.workspace, data, caitlin, today - DAY)
    with story.workspace.database.read() as connection:
        gone, before = people.get(connection, caitlin), len(consent.history(connection, caitlin))
    register.change_person(story.workspace, data, replace(gone, kind=PersonKind.PUPIL, on_roll_until=today + 9 * DAY))
    with story.workspace.database.read() as connection:
        added = consent.history(connection, caitlin)[before:]
    assert [(event.platform_id, event.answer, event.to_confirm) for event in added] == [(FACEBOOK, Answer.YES, True)]
    assert seen(story, "Caitlin", WEBSITE) == (Treatment.COVER, seen(story, "Caitlin", WEBSITE)[1])


@pytest.mark.policy("001-02", "004-02")
def test_a_platform_people_were_asked_about_is_not_made_another_by_its_name(story: Story) -> None:
    data = story.school.actor(Role.CONSENT_ADMIN)
    facebook = next(p for p in platforms.all_platforms(story.workspace) if p.id == FACEBOOK)
    with pytest.raises(RegisterError, match="nobody about TikTok"):
        platforms.change_platform(story.workspace, data, replace(facebook, name="TikTok"), owned_by_school=True)
    longer = platforms.change_platform(
        story.workspace, data, replace(facebook, name=f"{facebook.name} page"), owned_by_school=True
    )
    assert longer.name == "Facebook page"
    story.school.add_platform(PlatformId("blog"), "Blogg")
    blog = next(p for p in platforms.all_platforms(story.workspace) if p.id == "blog")
    other = platforms.change_platform(story.workspace, data, replace(blog, name="Newsletter"), owned_by_school=True)
    assert other.name == "Newsletter"  # nobody was asked about it yet


def test_a_platform_that_is_closed_after_the_yes_gets_nothing(story: Story, out: Path) -> None:
    post = story.approved()
    platforms.close_platform(story.workspace, story.school.actor(Role.CONSENT_ADMIN), FACEBOOK)
    with pytest.raises(KnownError):
        export(story, post, out)
    assert nothing_written(out)


def test_a_register_from_a_back_up_shows_nobody_until_the_lists_are_read_again(
    school: School, tmp_path: Path, out: Path
) -> None:
    story = tell(school, tmp_path / "camera")
    post = story.approved()
    made = backed_up(school, tmp_path / "b")
    story.school.say("Amara", FACEBOOK, Answer.NO)  # is lost with the restore
    list(restore(made.file, tmp_path / "new", passphrase=BACKUP_PASSPHRASE))
    restored = with_engines(open_workspace(tmp_path / "new", passphrase=BACKUP_PASSPHRASE), story.engines)
    back = replace(story, workspace=restored, school=replace(school, workspace=restored))
    try:
        assert post_now(back, post.id).state is PostState.DRAFT
        assert tasks_open(back, TaskKind.READ_ANSWERS)
        with restored.database.read() as connection:
            assert consent.as_of(connection) is None
        assert {finding.code for finding in posts.check(restored, post.id) if finding.blocks} >= {"register-old"}
        with pytest.raises(NotAllowedError):
            posts.submit_post(restored, back.office, post.id, confirmed=Confirmed)
        back.school.say("Amara", FACEBOOK, Answer.NO)
        back.school.say("Ella", FACEBOOK, Answer.YES)
        with restored.database.read() as connection:
            assert consent.as_of(connection) is not None
        assert seen(back, "Amara")[0] is Treatment.COVER
    finally:
        restored.close()


def test_a_clock_that_was_turned_back_makes_no_old_pack_good_again(story: Story, out: Path) -> None:
    post = story.approved()
    made = export(story, post, out)
    assert packs.handed_out(story.workspace, made.release).files

    class Earlier:
        def now(self):
            return story.workspace.clock.now() - 30 * DAY

        def today(self):
            return story.workspace.clock.today() - 30 * DAY

    view = packs.handed_out(replace(story.workspace, clock=Earlier()), made.release)
    assert (view.files, view.caption) == ((), "")
    assert "clock" in view.problem


def together(*acts: Callable[[], object]) -> list[KnownError]:
    """All acts at the same moment, each in a thread of its own; what refused."""
    ready, refused = threading.Barrier(len(acts)), []

    def one(act: Callable[[], object]) -> None:
        ready.wait()
        try:
            act()
        except KnownError as problem:
            refused.append(problem)

    threads = [threading.Thread(target=one, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


@pytest.fixture
def other_pc(story: Story):
    """The same school opened a second time."""
    opened = with_engines(reopen(story.workspace.folder), story.engines)
    yield opened
    opened.close()


def chain_holds(story: Story) -> bool:
    with story.workspace.database.read() as connection:
        return audit.verify(connection).ok


def test_a_yes_and_a_no_at_the_same_moment_leave_nothing_that_could_go_out(
    story: Story, other_pc: Workspace, out: Path
) -> None:
    post, amara = story.submitted(), story.school.pupils["Amara"].id
    together(
        lambda: approve.approve(story.workspace, story.head, post.id),
        lambda: register.take_consent_away(other_pc, story.office, amara),
    )
    assert post_now(story, post.id).state is PostState.DRAFT
    with pytest.raises(NotAllowedError):
        export(story, post, out)
    assert nothing_written(out)
    assert chain_holds(story)


def test_a_hold_while_a_pack_is_made_leaves_no_pack_to_be_posted(story: Story, other_pc: Workspace, out: Path) -> None:
    post, dsl = story.approved(), story.school.actor(Role.DSL)
    together(
        lambda: export(story, post, out),
        lambda: register.place_hold(other_pc, dsl, story.school.pupils["Caitlin"].id),
    )
    packs.erase_packs(story.workspace)
    assert nothing_written(out)
    out_now = [r for r in releases_of(story, post.id) if r.state is not ReleaseState.TAKEN_DOWN]
    due = {task.release_id for task in tasks_open(story, TaskKind.TAKEDOWN)}
    assert {release.id for release in out_now} <= due
    assert chain_holds(story)


def test_erasing_somebody_while_their_post_is_handed_over_leaves_it_with_its_author(
    story: Story, other_pc: Workspace, out: Path
) -> None:
    post, dpo = story.rendered(), story.school.actor(Role.DPO)
    shown = retention.preview_person(other_pc, dpo, story.school.pupils["Amara"].id)
    together(
        lambda: posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed),
        lambda: list(retention.erase(other_pc, dpo, shown, typed=len(shown.items), because="asked in writing")),
    )
    with pytest.raises(NotAllowedError):
        approve.approve(story.workspace, story.head, post.id)
    with pytest.raises(NotAllowedError):
        export(story, post, out)
    assert chain_holds(story)


def test_two_deputies_at_two_pcs_hand_out_one_pack(
    story: Story, other_pc: Workspace, out: Path, tmp_path: Path
) -> None:
    post, there = story.approved(), tmp_path / "there"
    there.mkdir()
    refused = together(lambda: export(story, post, out), lambda: export(story, post, there, workspace=other_pc))
    assert len(refused) == 1
    assert len(releases_of(story, post.id)) == 1
    assert nothing_written(out) != nothing_written(there)
