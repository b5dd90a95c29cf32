"""The checklist an author confirms when a post is handed over; on both engines."""

from __future__ import annotations

import pytest

from app.domain.consent import Answer
from app.domain.errors import NotAllowedError
from app.domain.post import PostAbout, PostCategory, PostPlatform, PostState
from app.domain.submission import Confirmed
from app.workflow import approve, handing_over, posts
from consent_db import audit
from tests.flow.posting import Story, audit_length, post_now
from tests.schools import FACEBOOK, WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def hand_over(story: Story, post_id, *points: Confirmed):
    return posts.submit_post(story.workspace, story.office, post_id, confirmed=points)


@pytest.mark.policy("002-26", "000-14", "001-13")
def test_a_post_is_handed_over_only_once_its_author_confirms_every_point_of_the_checklist(story: Story) -> None:
    post = story.rendered()
    before = audit_length(story)
    for missing in Confirmed:
        with pytest.raises(NotAllowedError, match="checklist"):
            hand_over(story, post.id, *(point for point in Confirmed if point is not missing))
    with pytest.raises(NotAllowedError, match="checklist"):
        hand_over(story, post.id)
    assert post_now(story, post.id).state is PostState.DRAFT
    assert audit_length(story) == before
    assert approve.approval_view(story.workspace, story.head, post.id).handed_over is None

    assert hand_over(story, post.id, *Confirmed).state is PostState.SUBMITTED
    said = approve.approval_view(story.workspace, story.head, post.id).handed_over
    assert said is not None
    assert (said.points, said.by, said.by_name) == (tuple(Confirmed), story.office.user_id, story.office.name)
    assert said.at.date() == story.workspace.clock.now().date()
    with story.workspace.database.read() as connection:
        assert audit.verify(connection).ok


@pytest.mark.policy("002-26")
def test_a_returned_post_is_confirmed_anew(story: Story) -> None:
    post = story.submitted()
    approve.return_post(story.workspace, story.head, post.id, "Whose child is that?")
    with pytest.raises(NotAllowedError, match="checklist"):
        hand_over(story, post.id)
    first = approve.approval_view(story.workspace, story.head, post.id).handed_over
    hand_over(story, post.id, *Confirmed)
    second = approve.approval_view(story.workspace, story.head, post.id).handed_over
    assert first is not None
    assert second is not None
    assert second.at > first.at


@pytest.mark.policy("001-06", "004-24")
def test_whether_somebody_who_is_covered_can_still_be_recognised_is_asked_where_somebody_is_covered(
    story: Story,
) -> None:
    post = story.rendered()  # Ben is covered on Facebook
    asked = handing_over.checklist(story.workspace, story.office, post.id)
    assert asked[-1] is Confirmed.NOT_RECOGNISABLE
    with pytest.raises(NotAllowedError, match="checklist"):
        hand_over(story, post.id, *(point for point in asked if point is not Confirmed.NOT_RECOGNISABLE))

    story.school.say("Ben", FACEBOOK, Answer.YES)
    assert Confirmed.NOT_RECOGNISABLE not in handing_over.checklist(story.workspace, story.office, post.id)


def test_words_alone_ask_nothing_about_pictures(story: Story) -> None:
    post = posts.create_post(
        story.workspace,
        story.office,
        title="Closing",
        platforms=[PostPlatform(WEBSITE, "School closes at two on Friday.")],
        about=PostAbout(PostCategory.REMINDER),
    )
    asked = handing_over.checklist(story.workspace, story.office, post.id)
    assert asked == (Confirmed.FITTING, Confirmed.NO_DETAILS)
    assert hand_over(story, post.id, *asked).state is PostState.SUBMITTED
