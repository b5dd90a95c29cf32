"""Dress and situation: the author is asked to look, and what may hurt somebody waits for a decision by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.detection import Verdict
from app.domain.errors import NotAllowedError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.post import Asked, PictureCrop, PostState, Suitability
from app.domain.submission import Confirmed
from app.workflow import approve, posts, review
from tests.flow.posting import Story, post_now
from tests.schools import WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def seen(story: Story, post, mark: Suitability | None):
    now = post_now(story, post.id)
    pictures = [replace(picture, suitability=mark) for picture in now.pictures]
    return posts.edit_post(
        story.workspace, story.office, post.id, title=now.title, pictures=pictures, platforms=now.platforms
    )


def found(story: Story, post, code: str):
    return [f for f in posts.check(story.workspace, post.id) if f.code == code]


@pytest.mark.policy("000-29", "004-19")
@pytest.mark.parametrize(
    "mark", [Suitability.SPORTS_KIT, Suitability.SWIMWEAR, Suitability.INJURY, Suitability.DISTRESS]
)
def test_a_marked_picture_waits_until_the_headteacher_says_by_name_why_it_may_go_out(story, mark) -> None:
    post = seen(story, story.rendered(), mark)
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    [finding] = found(story, post, "suitability")
    assert (finding.asks, finding.blocks, finding.clause) == (Asked.APPROVER, False, "000-29")
    with pytest.raises(NotAllowedError, match="has to say why"):
        approve.approve(story.workspace, story.head, post.id)
    with pytest.raises(NotAllowedError):
        posts.give_reason(story.workspace, story.office, post.id, finding.key, "It is fine.")
    posts.give_reason(story.workspace, story.head, post.id, finding.key, "A group from behind, at the finish.")
    assert approve.approve(story.workspace, story.head, post.id)
    [said] = found(story, post, "suitability")
    assert said.reason == f"A group from behind, at the finish. ({story.head.name})"


@pytest.mark.policy("000-29")
def test_the_safeguarding_lead_may_decide_too_and_nobody_for_their_own_post(story) -> None:
    post = seen(story, story.rendered(), Suitability.INJURY)
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    [finding] = found(story, post, "suitability")
    both = replace(story.office, roles=frozenset({Role.CONTRIBUTOR, Role.DSL}))
    with pytest.raises(NotAllowedError):
        posts.give_reason(story.workspace, both, post.id, finding.key, "My own word.")
    dsl = story.school.actor(Role.DSL)
    posts.give_reason(story.workspace, dsl, post.id, finding.key, "The parents asked for it in writing.")
    assert approve.approve(story.workspace, story.head, post.id)


@pytest.mark.policy("000-29")
def test_undress_goes_out_for_nobodys_reason(story) -> None:
    post = seen(story, story.rendered(), Suitability.UNDRESS)
    with pytest.raises(NotAllowedError, match="undress or changing"):
        posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    assert post_now(story, post.id).state is PostState.DRAFT


@pytest.mark.policy("000-29")
def test_what_was_seen_once_stays_with_the_photo_in_every_other_post(story) -> None:
    seen(story, story.draft(), Suitability.SWIMWEAR)
    other = story.rendered()  # its author saw nothing
    posts.submit_post(story.workspace, story.office, other.id, confirmed=Confirmed)
    assert len(found(story, other, "suitability")) == 1
    with pytest.raises(NotAllowedError, match="swimwear"):
        approve.approve(story.workspace, story.head, other.id)


@pytest.mark.policy("004-03")
def test_whoever_did_not_look_is_asked_for_purpose_and_dress_and_the_approver_sees_it(story) -> None:
    post = seen(story, story.rendered(), None)
    [prompt] = found(story, post, "suitability-open")
    assert (prompt.blocks, prompt.clause) == (False, "004-03")
    assert "what is it for" in prompt.words
    assert "dressed" in prompt.words
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    shown = approve.approval_view(story.workspace, story.head, post.id).findings
    assert "suitability-open" in {finding.code for finding in shown}
    assert found(story, seen(story, post, Suitability.FINE), "suitability-open") == []


@pytest.mark.policy("004-03")
def test_a_child_alone_is_pointed_out(story) -> None:
    post = story.draft()
    assert found(story, post, "lone-child") == []
    for region in story.regions()[1:]:
        review.set_verdict(story.workspace, story.office, region.id, Verdict.NOT_A_FACE)
    [warning] = found(story, post, "lone-child")
    assert (warning.blocks, warning.clause) == (False, "004-03")
    assert "alone" in warning.words


@pytest.mark.policy("004-03")
def test_a_face_close_up_is_pointed_out_also_when_a_crop_by_hand_makes_it_one(story) -> None:
    post = story.draft()
    assert found(story, post, "close-up") == []
    [picture] = post.pictures
    near = replace(picture, crops=(PictureCrop(WEBSITE, Box(30, 40, 150, 160)),))  # Amara’s face is 80 high
    posts.edit_post(story.workspace, story.office, post.id, title=post.title, pictures=[near], platforms=post.platforms)
    [warning] = found(story, post, "close-up")
    assert (warning.blocks, warning.platform_id) == (False, WEBSITE)
