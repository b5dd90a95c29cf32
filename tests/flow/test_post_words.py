"""The words of a post on its way: reasons that are asked for, given and seen, and the school's own lists."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain import school_rules as rules
from app.domain.errors import NotAllowedError
from app.domain.people import Role
from app.domain.post import Asked, PostAbout, PostCategory, PostPicture, PostPlatform, PostState, RightsSource
from app.domain.submission import Confirmed
from app.workflow import approve, posts, publish, school_settings
from app.workflow.scrubbing import cleaner_of
from consent_db import audit, erasing
from tests.flow.erasing import everything_in
from tests.flow.posting import EVENT, Story, post_now
from tests.schools import FACEBOOK, WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def words_post(story: Story, words: str, **about: object):
    return posts.create_post(
        story.workspace,
        story.office,
        title="News",
        platforms=[PostPlatform(FACEBOOK, words), PostPlatform(WEBSITE, words)],
        about=PostAbout(**({"category": PostCategory.SCHOOL_NEWS} | about)),
    )


def codes(story: Story, post) -> set[str]:
    return {f.code for f in posts.check(story.workspace, post.id) if f.blocks}


@pytest.mark.policy("000-26", "002-30", "001-05")
def test_a_sensitive_topic_waits_for_the_authors_reason_which_the_headteacher_reads(story):
    post = words_post(story, "Ofsted came to see us.")
    with pytest.raises(NotAllowedError, match="Ofsted"):
        posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    asked = [f for f in posts.check(story.workspace, post.id) if f.asks]
    assert {f.key for f in asked} == {asked[0].key}  # one reason for the same words on both platforms
    with pytest.raises(NotAllowedError, match="reason is missing"):
        posts.give_reason(story.workspace, story.office, post.id, asked[0].key, "  ")
    with pytest.raises(NotAllowedError, match="wrote this post"):
        posts.give_reason(story.workspace, story.deputy, post.id, asked[0].key, "I say so.")
    with pytest.raises(NotAllowedError, match="asks for that reason"):
        posts.give_reason(story.workspace, story.office, post.id, "0" * 32, "For something else.")
    posts.give_reason(story.workspace, story.office, post.id, asked[0].key, "The report is public.")
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    view = approve.approval_view(story.workspace, story.head, post.id)
    assert {f.reason for f in view.findings if f.asks} == {"The report is public. (Contributor)"}
    approve.approve(story.workspace, story.head, post.id)
    with story.workspace.database.read() as connection:
        kept = {event.action: json.loads(event.body)["details"] for event in reversed(audit.latest(connection))}
    assert kept["reason-given"]["check"] == "sensitive-topic"
    assert (kept["post-approved"]["checks"], kept["post-approved"]["reasons"]) == ("sensitive-topic", 1)
    assert kept["post-submitted"]["checks"] == "sensitive-topic"


@pytest.mark.policy("000-12", "002-28")
def test_nobody_is_run_down_unless_the_headteacher_gives_a_reason(story):
    post = words_post(story, "The council let us down.")
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    with pytest.raises(NotAllowedError, match="why it may stand"):
        approve.approve(story.workspace, story.head, post.id)
    [asked] = {f for f in posts.check(story.workspace, post.id) if f.asks and f.platform_id == FACEBOOK}
    assert asked.asks is Asked.APPROVER
    with pytest.raises(NotAllowedError):
        posts.give_reason(story.workspace, story.office, post.id, asked.key, "It is true.")
    posts.give_reason(story.workspace, story.head, post.id, asked.key, "Agreed with the council’s press office.")
    approve.approve(story.workspace, story.head, post.id)
    assert post_now(story, post.id).state is PostState.APPROVED


@pytest.mark.policy("002-23")
def test_a_post_without_a_category_goes_nowhere(story):
    post = words_post(story, "The field is white.", category=None)
    assert codes(story, post) == {"category-missing"}
    with pytest.raises(NotAllowedError, match="what the post is about"):
        posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    about = PostAbout(PostCategory.SCHOOL_NEWS)
    posts.edit_post(
        story.workspace, story.office, post.id, title="News", pictures=(), platforms=post.platforms, about=about
    )
    assert posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed).about == about


@pytest.mark.policy("000-21", "002-15", "003-17")
def test_an_answer_to_an_enquiry_carries_what_was_asked_and_takes_the_whole_way(story):
    post = words_post(story, "Thank you for asking about our field.", category=PostCategory.ENQUIRY)
    assert codes(story, post) == {"enquiry-missing"}
    about = replace(post.about, enquiry="The Gazette asked on Monday why the field is closed.")
    posts.edit_post(
        story.workspace, story.office, post.id, title="News", pictures=(), platforms=post.platforms, about=about
    )
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    assert approve.approval_view(story.workspace, story.head, post.id).post.about.enquiry.startswith("The Gazette")
    approve.approve(story.workspace, story.head, post.id)


@pytest.mark.policy("003-13", "004-31")
def test_the_schools_own_lists_count_at_once(story):
    post = words_post(story, "Ring 01632 960100 or see hollybank.org. Ask @hollybank about the bogey.")
    assert codes(story, post) == {"contact-in-words", "unlisted-link", "handle-in-words"}
    for key, value in (
        (rules.LISTED_CONTACTS, ["+44 1632 960100"]),
        (rules.LISTED_LINKS, ["hollybank.org"]),
        (rules.LISTED_HANDLES, ["@Hollybank"]),
    ):
        school_settings.settle(story.workspace, story.head, key, value)
    assert codes(story, post) == set()
    school_settings.settle(story.workspace, story.head, rules.WORDS_NEVER, ["bogey"])
    assert codes(story, post) == {"offensive-words"}
    with pytest.raises(NotAllowedError):
        school_settings.settle(story.workspace, story.school.actor(Role.CONTRIBUTOR), rules.LISTED_LINKS, [])


def test_words_are_kept_in_one_form_so_that_marks_stand_at_the_same_letters(story):
    post = words_post(story, "Cafe\u0301 open.\r\nOfsted came.")
    assert post_now(story, post.id).platforms[0].caption == "Café open.\nOfsted came."
    [found] = [f for f in posts.check(story.workspace, post.id) if f.asks and f.platform_id == FACEBOOK]
    assert found.marked is not None
    assert [post.platforms[0].caption[slice(*span)] for span in found.marked.spans] == ["Ofsted"]


def test_erasing_somebody_takes_their_name_out_of_reasons_questions_proofs_and_words_that_went_out(story, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    post = words_post(story, "Ofsted came.")
    [asked, *_more] = [f for f in posts.check(story.workspace, post.id) if f.asks]
    posts.give_reason(story.workspace, story.office, post.id, asked.key, "Dev Anand’s father agreed.")
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    approve.hold_post(story.workspace, story.head, post.id, "Is Dev Anand in it?")
    approve.answer_question(story.workspace, story.office, post.id, "Dev Anand is not.")
    approve.approve(story.workspace, story.head, post.id)
    release = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).release
    publish.note_live(story.workspace, story.deputy, release.id, proof="Seen by Dev Anand")
    assert everything_in(story.workspace).count("Dev Anand") == 4
    with story.workspace.database.transaction() as connection:
        cleaner = cleaner_of(story.school.pupils["Dev"], (), ())
        erasing.scrub(connection, cleaner.clean, cleaner.look_for)
    assert "Dev Anand" not in everything_in(story.workspace)


def test_who_wrote_a_post_with_pictures_gives_no_approvers_reason_however_urgent(story):
    post = posts.create_post(
        story.workspace,
        story.head,
        title="News",
        pictures=[PostPicture(story.photo_id, "Three children on a field.", RightsSource.STAFF)],
        platforms=[PostPlatform(WEBSITE, "The council let us down.")],
        about=PostAbout(PostCategory.CHILDREN, event=EVENT, is_urgent=True),
    )
    [asked] = {f for f in posts.check(story.workspace, post.id) if f.asks is Asked.APPROVER}
    with pytest.raises(NotAllowedError, match="wrote this post"):
        posts.give_reason(story.workspace, story.head, post.id, asked.key, "It is true.")
