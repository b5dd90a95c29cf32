"""The written permission of whoever made a picture, on the way of a post; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.consent import Answer, ConsentKind
from app.domain.errors import KnownError, NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.permissions import OF_PARENT, Permission, PermissionId, PermissionKind
from app.domain.post import Post, PostAbout, PostCategory, PostPlatform, PostState, RightsSource, TaskKind
from app.domain.submission import Confirmed
from app.workflow import approve, licences, merging, permissions, posts, publish, refresh, retention
from app.workflow.workspace import Workspace
from consent_db import people
from tests.clocks import later
from tests.flow.erasing import chain_of, everything_in
from tests.flow.posting import Story, nothing_written, post_now, tasks_open
from tests.schools import FACEBOOK, WEBSITE

LENS = "Jo Lens, autumn portraits"


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def licence(story: Story, kind: PermissionKind = PermissionKind.LICENCE, subject: str = LENS, **more) -> Permission:
    values = {
        "grantor": "Jo Lens", "grantor_role": "MAKER", "valid_from": story.workspace.clock.today(),
        "evidence": "contract, cabinet 2", "scope": "website and Facebook", "platform_ids": [FACEBOOK, WEBSITE],
    } | more  # fmt: skip
    return permissions.grant(story.workspace, story.head, kind, subject, **values)


def by_somebody(
    story: Story, given: PermissionId | None, source: RightsSource = RightsSource.PHOTOGRAPHER, credit: str = "Jo Lens"
) -> Post:
    """The story's photo as the work of somebody else, made for both platforms."""
    draft = story.draft()
    picture = replace(draft.pictures[0], rights=source, attribution=credit, licence=given)
    post = posts.edit_post(
        story.workspace,
        story.office,
        draft.id,
        title="Sports day",
        pictures=[picture],
        platforms=[PostPlatform(place, f"A sunny day. {credit}") for place in (FACEBOOK, WEBSITE)],
        about=PostAbout(PostCategory.CHILDREN, event="Sports day"),
    )
    assert [o.problem for o in posts.render_post(story.workspace, story.office, post.id)] == [None, None]
    return post


def approved(story: Story, post: Post) -> Post:
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    approve.approve(story.workspace, story.head, post.id)
    return post_now(story, post.id)


def stopped_by(story: Story, post: Post, workspace: Workspace | None = None) -> set[str]:
    return {finding.code for finding in posts.check(workspace or story.workspace, post.id) if finding.blocks}


@pytest.mark.policy("000-31", "002-33", "003-24", "004-26")
def test_a_hired_photographers_picture_is_handed_in_only_with_a_licence_in_force_for_every_platform(story: Story):
    post = by_somebody(story, None)
    assert stopped_by(story, post) == {"licence-missing"}
    with pytest.raises(NotAllowedError, match="written permission"):
        posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)

    website_only = licence(story, platform_ids=[WEBSITE])
    post = by_somebody(story, website_only.id)
    found = [f for f in posts.check(story.workspace, post.id) if f.blocks]
    assert [(f.code, f.platform_id) for f in found] == [("licence-elsewhere", FACEBOOK)]

    whole = licence(story, valid_until=story.workspace.clock.today() + timedelta(5))
    post = by_somebody(story, whole.id)
    assert stopped_by(story, post) == set()
    assert stopped_by(story, post, later(story.workspace, 6)) >= {"licence-over"}
    view = approve.approval_view(story.workspace, story.head, approved(story, post).id)
    assert view.licences == {story.photo_id: f"{LENS}: website and Facebook"}


def test_a_licence_that_runs_out_after_the_yes_stops_the_export_and_takes_the_post_back(story: Story, out: Path):
    given = licence(story, valid_until=story.workspace.clock.today() + timedelta(3))
    post = approved(story, by_somebody(story, given.id))
    tomorrow = later(story.workspace, 4)
    with pytest.raises(NotAllowedError, match="ran out"):
        publish.export_release(tomorrow, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    refresh.look_ahead(tomorrow)
    assert post_now(story, post.id).state is PostState.DRAFT


def test_ending_a_licence_takes_back_what_was_prepared_and_asks_to_take_down_what_is_online(story: Story, out: Path):
    given = licence(story)
    post = approved(story, by_somebody(story, given.id))
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://facebook.example/1")
    assert permissions.end(story.workspace, story.head, given.id, version=given.version) == 1
    assert post_now(story, post.id).state is PostState.DRAFT
    [task] = tasks_open(story, TaskKind.TAKEDOWN)
    assert (task.release_id, task.due_at is not None) == (made.release.id, True)
    with pytest.raises(NotAllowedError):
        publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)


@pytest.mark.policy("000-31", "004-26")
def test_the_work_of_a_pupil_needs_their_own_or_a_parents_permission_and_a_no_beats_it(story: Story, out: Path):
    dev = story.school.pupils["Dev"]
    with pytest.raises(RegisterError, match="parent"):
        licence(story, PermissionKind.WORK, dev.id, grantor_role="HEAD")
    with pytest.raises(RegisterError):
        licence(story, PermissionKind.WORK, story.head.user_id, grantor_role=OF_PARENT)
    with pytest.raises(RegisterError, match="whose pictures"):
        licence(story, subject=" ")
    given = licence(story, PermissionKind.WORK, dev.id, grantor="parent of Dev", grantor_role=OF_PARENT)
    post = approved(story, by_somebody(story, given.id, RightsSource.PUPIL_WORK, "Oak class"))
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://facebook.example/1")
    assert tasks_open(story, TaskKind.TAKEDOWN) == ()

    story.school.say("Dev", FACEBOOK, Answer.NO, ConsentKind.WORK)
    assert "work-refused" in stopped_by(story, post)
    assert [task.release_id for task in tasks_open(story, TaskKind.TAKEDOWN)] == [made.release.id]


def test_a_permission_of_another_kind_or_of_nobody_carries_no_picture(story: Story):
    of_a_work = licence(story, PermissionKind.WORK, story.school.pupils["Dev"].id, grantor_role=OF_PARENT)
    assert stopped_by(story, by_somebody(story, of_a_work.id)) == {"licence-missing"}
    with pytest.raises(KnownError):
        by_somebody(story, PermissionId("nobody"))
    own = by_somebody(story, of_a_work.id, RightsSource.STAFF)
    assert post_now(story, own.id).pictures[0].licence is None
    assert [about for _permission, about in licences.to_choose(story.workspace, story.office)] == [
        "Work of Dev Anand: website and Facebook"
    ]


def test_a_licence_is_part_of_what_was_approved(story: Story):
    first, second = licence(story), licence(story, subject="Jo Lens, spring portraits")
    post = by_somebody(story, first.id)
    before = approve.approval_view(story.workspace, story.head, post.id).digest
    other = replace(post.pictures[0], licence=second.id)
    posts.edit_post(
        story.workspace, story.office, post.id, title=post.title, pictures=[other], platforms=post.platforms
    )
    after = approve.approval_view(story.workspace, story.head, post.id).digest
    assert before is not None
    assert after not in (None, before)


@pytest.mark.policy("000-18")
def test_erasing_a_pupil_takes_the_permission_for_their_work_and_asks_to_take_it_down(story: Story, out: Path):
    dev = story.school.pupils["Dev"]
    given = licence(
        story, PermissionKind.WORK, dev.id, grantor="Dev Anand’s mother", grantor_role=OF_PARENT, scope="Dev’s collage"
    )
    post = approved(story, by_somebody(story, given.id, RightsSource.PUPIL_WORK, "Oak class"))
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://facebook.example/1")
    dpo = story.school.actor(Role.DPO)
    shown = retention.preview_person(story.workspace, dpo, dev.id)
    done = list(retention.erase(story.workspace, dpo, shown, typed=len(shown.items), because="asked in writing"))
    assert [outcome.problem for outcome in done] == [None]
    assert [task.release_id for task in tasks_open(story, TaskKind.TAKEDOWN)] == [made.release.id]
    assert "licence-missing" in stopped_by(story, post)
    assert "collage" not in everything_in(story.workspace)
    assert chain_of(story.workspace).ok


def test_a_permission_for_work_goes_along_when_two_entries_of_a_child_are_joined(story: Story):
    twin = story.school.add_pupil("Devan", "Anand")
    given = licence(story, PermissionKind.WORK, twin, grantor_role=OF_PARENT)
    post = by_somebody(story, given.id, RightsSource.PUPIL_WORK, "Oak class")
    data = story.school.actor(Role.CONSENT_ADMIN)
    with story.workspace.database.read() as connection:
        stays, goes = (people.get(connection, one) for one in (story.school.pupils["Dev"].id, twin))
    merging.join_entries(story.workspace, data, stays, goes)
    story.school.say("Dev", WEBSITE, Answer.NO, ConsentKind.WORK)
    assert "work-refused" in stopped_by(story, post)
