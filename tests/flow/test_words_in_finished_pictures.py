"""Finished pictures are read again with the roll of that moment: whoever joined since is looked for too."""

from __future__ import annotations

import pytest

from app.domain.detection import RegionKind, TextFinding, Verdict
from app.domain.errors import NotAllowedError
from app.domain.geometry import Box
from app.domain.post import Asked
from app.domain.submission import Confirmed
from app.workflow import posts, review
from consent_db import audit
from tests.flow.posting import Story

PEG_LABEL = ((180, 200), (300, 200), (300, 220), (180, 220))


def written(words: str) -> TextFinding:
    return TextFinding(PEG_LABEL, words, 0.95)


def codes(story: Story, post_id) -> set[str]:
    outcomes = posts.render_post(story.workspace, story.office, post_id)
    return {outcome.problem.code if outcome.problem else "" for outcome in outcomes}


@pytest.mark.policy("002-22")
def test_the_name_of_a_child_who_joined_after_the_photo_was_looked_at_is_covered_too(story: Story) -> None:
    post = story.draft()
    story.engines.readable = (written("Zuleika Featherstone"),)
    assert codes(story, post.id) == {""}  # nobody of that name is known yet

    joined = story.school.add_pupil("Zuleika", "Featherstone")
    assert "new-words" in codes(story, post.id)
    [label] = [region for region in story.regions() if region.kind is RegionKind.TEXT]
    assert label.roster == (joined,)
    assert label.box.contains_point(240, 210)

    assert codes(story, post.id) == {""}  # covered now: what lies under a cover is not asked about again
    with story.workspace.database.read() as connection:
        assert audit.verify(connection).ok


@pytest.mark.parametrize("line", ["office.hollybank@example.org", "DOB 14/03/2017", "01632 960123"])
def test_personal_details_that_show_only_in_the_finished_picture_reopen_the_review(story: Story, line: str) -> None:
    post = story.draft()
    story.engines.readable = (written(line),)
    assert "new-words" in codes(story, post.id)
    assert codes(story, post.id) == {""}


def test_words_a_person_let_stand_are_not_asked_about_again(story: Story) -> None:
    post = story.draft()
    story.engines.readable = (written("01632 960123"),)
    assert "new-words" in codes(story, post.id)
    [label] = [region for region in story.regions() if region.kind is RegionKind.TEXT]
    review.set_verdict(story.workspace, story.office, label.id, Verdict.NOT_A_NAME)
    assert codes(story, post.id) == {""}


def test_ordinary_words_in_a_finished_picture_are_left_alone(story: Story) -> None:
    post = story.draft()
    story.engines.readable = (written("Sports Day 2026"),)
    assert codes(story, post.id) == {""}
    assert all(region.kind is RegionKind.FACE for region in story.regions())


def judged(story: Story, post_id) -> dict[str, bool]:
    """The checks that say something of words in the pictures, and whether they block."""
    return {f.code: f.blocks for f in posts.check(story.workspace, post_id) if "Picture 1" in f.words}


@pytest.mark.policy("000-10", "003-10")
def test_a_slur_on_a_banner_stops_the_post_until_it_is_covered(story: Story) -> None:
    post = story.draft()
    story.engines.readable = (written("Away fans are spastics"),)
    assert codes(story, post.id) == {""}
    assert judged(story, post.id) == {"offensive-words": True}
    with pytest.raises(NotAllowedError, match="Cover them on Review"):
        posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)

    review.add_region(story.workspace, story.office, story.photo_id, RegionKind.TEXT, Box(170, 190, 310, 230))
    assert codes(story, post.id) == {""}
    assert judged(story, post.id) == {}
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)


@pytest.mark.policy("000-11")
def test_a_sensitive_topic_on_a_noticeboard_asks_the_author_and_the_list_of_today_counts(story: Story) -> None:
    post = story.draft()
    story.engines.readable = (written("SEN review, Tuesday"),)
    assert codes(story, post.id) == {""}
    found = [f for f in posts.check(story.workspace, post.id) if f.code in ("sensitive-topic", "confidential-words")]
    assert {f.asks for f in found} == {Asked.AUTHOR}
    assert all(f.marked is None for f in found)  # the words are in the picture, not in its description
    for finding in found:
        posts.give_reason(story.workspace, story.office, post.id, finding.key, "The board is for everybody to read.")
    assert posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)


@pytest.mark.policy("000-13", "004-21")
def test_a_telephone_number_in_a_picture_that_review_let_stand_still_wants_a_reason(story: Story) -> None:
    post = story.draft()
    story.engines.readable = (written("01632 960123"),)
    codes(story, post.id)
    [label] = [region for region in story.regions() if region.kind is RegionKind.TEXT]
    review.set_verdict(story.workspace, story.office, label.id, Verdict.NOT_A_NAME)
    assert codes(story, post.id) == {""}
    assert judged(story, post.id) == {"contact-in-words": True}
    [finding] = {f.key: f for f in posts.check(story.workspace, post.id) if f.asks}.values()
    posts.give_reason(story.workspace, story.office, post.id, finding.key, "The number of the sponsor’s help line.")
    assert judged(story, post.id) == {"contact-in-words": False}
