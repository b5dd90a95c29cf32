"""The Headteacher's side: correct and approve in one step, ask and be answered, stand in, and urgent words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.detection import RegionKind, Verdict
from app.domain.errors import NotAllowedError, VerificationError
from app.domain.geometry import Box
from app.domain.people import EmploymentKind, Role
from app.domain.post import (
    MessageKind,
    Post,
    PostAbout,
    PostCategory,
    PostPicture,
    PostPlatform,
    PostState,
    RightsSource,
    TaskKind,
)
from app.domain.submission import Confirmed
from app.workflow import approve, posts, publish, review, users
from app.workflow.corrections import Correction
from app.workflow.later_review import review_urgent
from app.workflow.questions import people_to_ask, waiting_for
from consent_db import audit
from consent_db import posts as post_rows
from consent_db.users import Grant
from tests.flow.posting import Story, nothing_written, post_now, tasks_open
from tests.flow.test_gates import on_day
from tests.schools import FACEBOOK, PASSWORD, WEBSITE

DAY = timedelta(days=1)


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def renditions(story: Story, post: Post) -> set[str]:
    with story.workspace.database.read() as connection:
        return {r.id for r in post_rows.current_renditions(connection, post.id)}


def actions(story: Story) -> list[str]:
    with story.workspace.database.read() as connection:
        assert audit.verify(connection).ok
        return [event.action for event in audit.latest(connection)]


@pytest.mark.policy("002-25", "001-11")
def test_a_word_is_corrected_and_approved_in_one_step_and_the_corrected_words_go_out(story, out) -> None:
    post = story.submitted()
    seen = approve.approval_view(story.workspace, story.head, post.id).digest
    made = renditions(story, post)
    correction = Correction({FACEBOOK: "A very sunny sports day."}, {story.photo_id: "Three children run."})
    yes = approve.approve(story.workspace, story.head, post.id, seen=seen, corrected=correction)
    assert yes.digest != seen
    now = post_now(story, post.id)
    assert (now.state, now.platforms[0].caption) == (PostState.APPROVED, "A very sunny sports day.")
    assert now.pictures[0].alt_text == "Three children run."
    assert renditions(story, post) == made
    assert actions(story)[:2] == ["post-approved", "post-corrected"]
    folder = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).folder
    assert (folder / "caption.txt").read_text(encoding="utf-8") == "A very sunny sports day."


def test_a_picture_is_dropped_and_the_rest_approved_in_one_step(story, out) -> None:
    post = story.submitted()
    yes = approve.approve(
        story.workspace, story.head, post.id, corrected=Correction(dropped=frozenset({story.photo_id}))
    )
    assert post_now(story, post.id).pictures == ()
    assert renditions(story, post) == set()
    assert approve.approval_view(story.workspace, story.head, post.id).digest == yes.digest
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert not [name for name in made.files if name.endswith(".jpg")]


@pytest.mark.parametrize(
    ("correction", "code"),
    [
        (Correction({FACEBOOK: "Well done Amara Okafor."}), "full-name-in-words"),
        (Correction({FACEBOOK: "What a load of shit."}), "offensive-words"),
        (Correction({FACEBOOK: "Ofsted saw our sports day."}), "sensitive-topic"),
        (Correction({"tiktok": "Hello"}), "correction"),
        (Correction(dropped=frozenset({"another"})), "correction"),
    ],
)
def test_what_was_corrected_is_checked_again_and_nothing_stays_of_a_refused_correction(story, correction, code) -> None:
    post = post_now(story, story.submitted().id)
    with pytest.raises(NotAllowedError) as refused:
        approve.approve(story.workspace, story.head, post.id, corrected=correction)
    assert refused.value.code == code
    assert post_now(story, post.id) == post


def test_a_correction_of_a_post_that_changed_meanwhile_is_refused(story) -> None:
    post = story.submitted()
    seen = approve.approval_view(story.workspace, story.head, post.id).digest
    posts.edit_post(
        story.workspace, story.office, post.id, title="x", pictures=post.pictures,
        platforms=(PostPlatform(FACEBOOK, "Other words."), post.platforms[1]),
    )  # fmt: skip
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    with pytest.raises(VerificationError, match="changed while you looked"):
        approve.approve(story.workspace, story.head, post.id, seen=seen, corrected=Correction({FACEBOOK: "Mine."}))
    assert post_now(story, post.id).platforms[0].caption == "Other words."


@pytest.mark.policy("002-23", "001-13")
def test_nothing_is_approved_that_the_headteacher_does_not_find_positive_and_relevant(story) -> None:
    post = story.submitted()
    with pytest.raises(NotAllowedError, match="accurate, positive and relevant"):
        approve.approve(story.workspace, story.head, post.id, is_fitting=False)
    assert post_now(story, post.id).state is PostState.SUBMITTED
    approve.approve(story.workspace, story.head, post.id, is_fitting=True)


@pytest.mark.policy("000-27", "002-31", "003-21", "004-14")
def test_a_question_holds_the_post_until_the_author_or_whoever_was_asked_answers(story) -> None:
    post = story.submitted()
    with pytest.raises(NotAllowedError, match="Nobody asked"):
        approve.answer_question(story.workspace, story.office, post.id, "Yes.")
    dsl = story.school.actor(Role.DSL)
    held = approve.hold_post(story.workspace, story.head, post.id, "Is the gate in it?", asked=dsl.user_id)
    assert held.state is PostState.ON_HOLD
    with pytest.raises(NotAllowedError, match="Somebody else was asked"):
        approve.answer_question(story.workspace, story.deputy, post.id, "No.")
    with pytest.raises(NotAllowedError, match="Somebody else was asked"):
        approve.answer_question(story.workspace, story.office, post.id, "Nothing to worry about.")  # not the author's
    with pytest.raises(NotAllowedError, match="answer is missing"):
        approve.answer_question(story.workspace, dsl, post.id, " ")
    approve.answer_question(story.workspace, dsl, post.id, "No, it is the field.")
    thread = approve.approval_view(story.workspace, story.head, post.id).messages
    assert [(m.kind, m.words) for m in thread] == [
        (MessageKind.QUESTION, "Is the gate in it?"),
        (MessageKind.ANSWER, "No, it is the field."),
    ]
    approve.hold_post(story.workspace, story.head, post.id, "And the sign?")
    approve.answer_question(story.workspace, story.office, post.id, "Not in it.")
    approve.approve(story.workspace, story.head, post.id)
    assert actions(story).count("question-answered") == 2


def test_nobody_who_was_not_asked_looks_and_nobody_from_outside_or_oneself_is_asked(story) -> None:
    post = story.submitted()
    it, data = story.school.actor(Role.IT), story.school.actor(Role.CONSENT_ADMIN)
    with pytest.raises(NotAllowedError):
        approve.approval_view(story.workspace, data, post.id)
    with pytest.raises(NotAllowedError, match="cannot be asked"):
        approve.hold_post(story.workspace, story.head, post.id, "Why?", asked=story.head.user_id)
    users.add_user(
        story.workspace, it, username="snap", name="Sam Snap", roles=[Grant(Role.EXTERNAL)], password=PASSWORD,
        employment=EmploymentKind.EXTERNAL, until=story.workspace.clock.today() + DAY,
    )  # fmt: skip
    [outside] = [u for u in users.list_users(story.workspace, it) if u.username == "snap"]
    with pytest.raises(NotAllowedError, match="cannot be asked"):
        approve.hold_post(story.workspace, story.head, post.id, "Yours?", asked=outside.id)
    assert "Sam Snap" not in {one.name for one in people_to_ask(story.workspace, story.head, post.id)}
    approve.hold_post(story.workspace, story.head, post.id, "Is the list new?", asked=data.user_id)
    assert waiting_for(story.workspace, data) == (post.id,)
    assert approve.approval_view(story.workspace, data, post.id).post.title == "Sports day"
    approve.answer_question(story.workspace, data, post.id, "Since today.")
    assert waiting_for(story.workspace, data) == ()
    with pytest.raises(NotAllowedError):
        approve.approval_view(story.workspace, data, post.id)


@pytest.mark.policy("002-26")
def test_a_dated_stand_in_approves_on_their_days_only(story) -> None:
    today, it = story.workspace.clock.today(), story.school.actor(Role.IT)
    post = story.submitted()
    users.add_user(
        story.workspace, it, username="robin", name="Robin Cover", password=PASSWORD,
        roles=[Grant(Role.CONTRIBUTOR), Grant(Role.HEAD, today + DAY, today + 3 * DAY)],
        employment=EmploymentKind.STAFF,
    )  # fmt: skip
    with pytest.raises(NotAllowedError, match="may not approve"):
        approve.approve(story.workspace, users.sign_in(story.workspace, "robin", PASSWORD), post.id)
    [account] = [u for u in users.list_users(story.workspace, it) if u.username == "robin"]
    users.change_user(
        story.workspace, it, replace(account, grants=(Grant(Role.CONTRIBUTOR), Grant(Role.HEAD, today, today)))
    )
    robin = users.sign_in(story.workspace, "robin", PASSWORD)
    assert approve.approve(story.workspace, robin, post.id).approver_name == "Robin Cover"
    with pytest.raises(NotAllowedError):
        approve.approve(on_day(story, 1), robin, story.submitted().id)


@pytest.mark.policy("002-25")
def test_a_yes_that_nobody_used_runs_out_after_fourteen_days(story, out) -> None:
    post = story.approved()
    later = on_day(story, 14)
    with pytest.raises(NotAllowedError, match="ran out"):
        publish.export_release(later, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert publish.export_release(on_day(story, 13), story.deputy, post.id, FACEBOOK, out).folder.is_dir()


SNOW = PostAbout(PostCategory.REMINDER, is_urgent=True)


def notice(story: Story, author, **more) -> Post:
    words = [PostPlatform(WEBSITE, "School is closed today because of snow.")]
    return posts.create_post(story.workspace, author, title="Snow", platforms=words, about=SNOW, **more)


@pytest.mark.policy("002-24")
def test_the_headteachers_own_snow_notice_gets_out_at_once_and_another_looks_at_it_afterwards(story, out) -> None:
    post = notice(story, story.head)
    posts.submit_post(story.workspace, story.head, post.id, confirmed=Confirmed)
    assert approve.approve(story.workspace, story.head, post.id).is_urgent
    made = publish.export_release(story.workspace, story.head, post.id, WEBSITE, out)
    publish.note_live(story.workspace, story.head, made.release.id, "https://hollybank.example/snow")
    assert len(tasks_open(story, TaskKind.LATER_REVIEW)) == 1
    with pytest.raises(NotAllowedError, match="sent this out"):
        review_urgent(story.workspace, story.head, post.id)
    with pytest.raises(NotAllowedError):
        review_urgent(story.workspace, story.office, post.id)
    review_urgent(story.workspace, story.deputy, post.id, "Fine.")
    assert tasks_open(story, TaskKind.LATER_REVIEW) == ()
    with pytest.raises(NotAllowedError, match="nothing to look at"):
        review_urgent(story.workspace, story.deputy, post.id)
    assert actions(story)[0] == "urgent-reviewed"


@pytest.mark.policy("002-24", "002-26")
def test_nobody_else_and_nothing_else_takes_the_urgent_way(story, out) -> None:
    by_office = notice(story, story.office)
    posts.submit_post(story.workspace, story.office, by_office.id, confirmed=Confirmed)
    assert not approve.approve(story.workspace, story.head, by_office.id).is_urgent
    with pytest.raises(NotAllowedError, match="may not publish"):
        publish.export_release(story.workspace, story.head, by_office.id, WEBSITE, out)

    calm = posts.create_post(
        story.workspace, story.head, title="Fair", platforms=[PostPlatform(WEBSITE, "Fair on Friday.")],
        about=PostAbout(PostCategory.REMINDER),
    )  # fmt: skip
    posts.submit_post(story.workspace, story.head, calm.id, confirmed=Confirmed)
    with pytest.raises(NotAllowedError, match="wrote this post"):
        approve.approve(story.workspace, story.head, calm.id)

    picture = PostPicture(story.photo_id, "Snow.", RightsSource.STAFF)
    with_picture = notice(story, story.head, pictures=[picture])
    assert "urgent-with-pictures" in {f.code for f in posts.check(story.workspace, with_picture.id) if f.blocks}
    named = posts.create_post(
        story.workspace, story.head, title="Snow", platforms=[PostPlatform(WEBSITE, "Ask Amara Okafor.")], about=SNOW
    )
    with pytest.raises(NotAllowedError, match="Amara Okafor"):
        posts.submit_post(story.workspace, story.head, named.id, confirmed=Confirmed)
    assert nothing_written(out)


def test_the_approver_is_told_what_somebody_said_is_no_mark(story) -> None:
    box = Box(10, 200, 60, 260)
    mark = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.MARK, box)
    review.set_verdict(story.workspace, story.office, mark.id, Verdict.NOT_A_FACE)
    view = approve.approval_view(story.workspace, story.head, story.submitted().id)
    assert any("this is no crest" in line for line in view.covered[story.photo_id, FACEBOOK])
