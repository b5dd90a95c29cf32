"""Who may take a post further: policies read, training in date, named for the platform, never two duties at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.consent import PlatformId
from app.domain.errors import NotAllowedError
from app.domain.people import Actor, Role
from app.domain.post import PostAbout, PostCategory, PostPlatform, PostState, TaskKind
from app.domain.submission import Confirmed
from app.workflow import approve, platforms, policies, posts, publish, register, school_settings, training, users
from consent_db import users as user_rows
from tests.clocks import later
from tests.flow.posting import Story, nothing_written, post_now, releases_of, tasks_open
from tests.schools import FACEBOOK, PASSWORD, WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def on_day(story: Story, days: int):
    return later(story.workspace, days)


def code_of(act) -> str:
    with pytest.raises(NotAllowedError) as refused:
        act()
    assert refused.value.words
    assert refused.value.remedy
    return refused.value.code


def new_policy(story: Story, label: str = "2026"):
    today = story.workspace.clock.today()
    return policies.add_version(
        story.workspace, story.head, name="Social media policy", label=label, owner="The Board", effective_on=today,
        noticed_on=today, governors_approved_on=today,
    )  # fmt: skip


def train(story: Story, actor: Actor, *, topic="Safeguarding", done=-10, until: int | None = 355):
    today = story.workspace.clock.today()
    training.record_training(
        story.workspace, story.head, user_id=actor.user_id, topic=topic, done_on=today + timedelta(done),
        valid_until=None if until is None else today + timedelta(until), evidence="certificate 12",
    )  # fmt: skip


@pytest.mark.policy("000-01", "004-05")
def test_a_new_policy_stops_everybody_at_every_step_until_they_acknowledge_it(story, out):
    submitted = story.submitted()
    version = new_policy(story)
    words = [PostPlatform(FACEBOOK, "School closes at two.")]
    places = (PostPlatform(FACEBOOK, "New words."),)
    steps = {
        story.office: [
            lambda: posts.create_post(
                story.workspace, story.office, title="Closing", platforms=words, about=PostAbout(PostCategory.REMINDER)
            ),
            lambda: posts.edit_post(
                story.workspace, story.office, submitted.id, title="New", pictures=(), platforms=places
            ),
            lambda: list(posts.render_post(story.workspace, story.office, submitted.id)),
        ],
        story.head: [
            lambda: approve.approve(story.workspace, story.head, submitted.id),
            lambda: approve.return_post(story.workspace, story.head, submitted.id, "Shorter, please."),
            lambda: approve.reject_post(story.workspace, story.head, submitted.id, "No."),
        ],
    }
    for acts in steps.values():
        assert {code_of(act) for act in acts} == {"not-acknowledged"}
    assert post_now(story, submitted.id) == submitted

    policies.acknowledge(story.workspace, story.head, version.id)
    approve.approve(story.workspace, story.head, submitted.id)
    export = (story.workspace, story.deputy, submitted.id, FACEBOOK, out)
    assert code_of(lambda: publish.export_release(*export)) == "not-acknowledged"
    assert nothing_written(out)
    policies.acknowledge(story.workspace, story.deputy, version.id)
    assert publish.export_release(*export).folder.is_dir()


def test_somebody_who_has_not_read_a_policy_can_still_take_a_post_down_and_say_no_for_a_child(story, out):
    post = story.approved()
    release = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).release
    new_policy(story)
    register.take_consent_away(story.workspace, story.deputy, story.school.pupils["Amara"].id)
    assert len(tasks_open(story, TaskKind.TAKEDOWN)) == 1
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    assert tasks_open(story, TaskKind.TAKEDOWN) == ()


@pytest.mark.policy("000-20", "002-14", "003-06", "003-16")
def test_whoever_lacks_training_their_role_needs_cannot_submit_approve_or_publish(story, out):
    post = story.rendered()
    needed = {role.value: ["Safeguarding"] for role in (Role.CONTRIBUTOR, Role.HEAD, Role.DEPUTY)}
    school_settings.settle(story.workspace, story.head, "training_required", needed)
    submit = (story.workspace, story.office, post.id)
    assert code_of(lambda: posts.submit_post(*submit, confirmed=Confirmed)) == "not-trained"
    train(story, story.office, topic="safeguarding ", until=-1)
    with pytest.raises(NotAllowedError, match="ran out on"):
        posts.submit_post(*submit, confirmed=Confirmed)
    train(story, story.office, topic="Fire safety")
    assert code_of(lambda: posts.submit_post(*submit, confirmed=Confirmed)) == "not-trained"
    assert post_now(story, post.id).state is PostState.DRAFT
    train(story, story.office)
    posts.submit_post(*submit, confirmed=Confirmed)

    assert code_of(lambda: approve.approve(story.workspace, story.head, post.id)) == "not-trained"
    train(story, story.head, until=None)
    approve.approve(story.workspace, story.head, post.id)

    export = (story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert code_of(lambda: publish.export_release(*export)) == "not-trained"
    train(story, story.deputy, until=0)
    tomorrow = (on_day(story, 1), *export[1:])
    assert code_of(lambda: publish.export_release(*tomorrow)) == "not-trained"
    assert nothing_written(out)
    assert publish.export_release(*export).folder.is_dir()


@pytest.mark.policy("002-39", "003-06")
def test_the_training_register_says_by_role_who_lacks_what(story):
    school_settings.settle(
        story.workspace,
        story.head,
        "training_required",
        {"IT": ["Monitoring"], "DSL": ["Investigations", "Monitoring"]},
    )
    keeper, it, dsl = (story.school.actor(role) for role in (Role.BUSINESS_MANAGER, Role.IT, Role.DSL))
    train(story, it, topic="Monitoring")
    [of_it] = training.register_of(story.workspace, keeper, Role.IT)
    assert (of_it.user_id, of_it.needed, of_it.missing) == (it.user_id, ("Monitoring",), ())
    assert [course.evidence for course in of_it.done] == ["certificate 12"]
    [of_dsl] = training.register_of(story.workspace, keeper, Role.DSL)
    assert [missing.topic for missing in of_dsl.missing] == ["Investigations", "Monitoring"]
    assert [t.user_id for t in training.register_of(story.workspace, dsl)] == [dsl.user_id]
    with pytest.raises(NotAllowedError):
        training.record_training(
            story.workspace, dsl, user_id=dsl.user_id, topic="Monitoring", done_on=story.workspace.clock.today()
        )


@pytest.mark.policy("001-22")
def test_where_people_are_named_for_a_platform_only_they_publish_there_and_only_in_their_dates(story, out):
    post, today = story.approved(), story.workspace.clock.today()
    data = story.school.actor(Role.CONSENT_ADMIN)
    somebody_else = story.school.actor(Role.BUSINESS_MANAGER).user_id
    platforms.let_user_post(story.workspace, data, FACEBOOK, somebody_else)
    export = (story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert code_of(lambda: publish.export_release(*export)) == "not-on-platform"

    platforms.let_user_post(
        story.workspace,
        data,
        FACEBOOK,
        story.deputy.user_id,
        starts_on=today - timedelta(9),
        until=today - timedelta(1),
    )
    with pytest.raises(NotAllowedError, match="could post to Facebook until"):
        publish.export_release(*export)
    platforms.let_user_post(story.workspace, data, FACEBOOK, story.deputy.user_id, starts_on=today + timedelta(1))
    assert code_of(lambda: publish.export_release(*export)) == "not-on-platform"
    assert nothing_written(out)
    platforms.let_user_post(story.workspace, data, FACEBOOK, story.deputy.user_id, until=today)
    assert publish.export_release(*export).release in releases_of(story, post.id)


@pytest.mark.policy("000-20", "002-14", "003-16")
def test_somebody_limited_to_some_platforms_hands_in_and_publishes_for_those_only(story, out):
    data = story.school.actor(Role.CONSENT_ADMIN)
    platforms.let_user_post(story.workspace, data, WEBSITE, story.office.user_id)
    both = story.rendered()
    with pytest.raises(NotAllowedError, match="may not post to Facebook"):
        posts.submit_post(story.workspace, story.office, both.id, confirmed=Confirmed)
    words = [PostPlatform(WEBSITE, "School closes at two.")]
    mine = posts.create_post(
        story.workspace, story.office, title="Closing", platforms=words, about=PostAbout(PostCategory.REMINDER)
    )
    posts.submit_post(story.workspace, story.office, mine.id, confirmed=Confirmed)
    approve.approve(story.workspace, story.head, mine.id)
    platforms.let_user_post(story.workspace, data, WEBSITE, story.deputy.user_id)
    assert publish.export_release(story.workspace, story.deputy, mine.id, WEBSITE, out).folder.is_dir()


def test_a_school_can_ask_for_a_name_on_every_platform_before_anybody_publishes(story, out):
    post = story.approved()
    school_settings.settle(story.workspace, story.head, "named_posters_only", True)
    export = (story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert code_of(lambda: publish.export_release(*export)) == "not-on-platform"
    platforms.let_user_post(story.workspace, story.school.actor(Role.CONSENT_ADMIN), FACEBOOK, story.deputy.user_id)
    assert publish.export_release(*export).folder.is_dir()


@pytest.mark.policy("004-22")
def test_a_closed_group_gets_no_easier_rule_than_a_public_page(story):
    group = platforms.add_platform(
        story.workspace, story.school.actor(Role.CONSENT_ADMIN), platform_id=PlatformId("oak-group"), name="Oak group",
        purpose="news for Oak class", approved_by=story.head.user_id, owned_by_school=True,
        account="https://www.facebook.com/groups/hollybank-oak", mailbox="office@hollybank.sch.uk",
        audience="parents of Oak class only",
    )  # fmt: skip
    from app.workflow.decide import decide_photo

    assert group.audience == "parents of Oak class only"
    decided = decide_photo(story.workspace, story.photo_id, group.id)
    assert not decided.shown, "what was answered for other platforms says nothing about a group"


def test_a_platform_closed_after_the_approval_takes_the_post_no_more(story, out):
    post = story.approved()
    platforms.close_platform(story.workspace, story.school.actor(Role.CONSENT_ADMIN), FACEBOOK)
    export = (story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert code_of(lambda: publish.export_release(*export)) == "platform-closed"
    assert publish.export_release(*export[:3], WEBSITE, out).folder.is_dir()


@pytest.fixture
def all_rounder(story) -> Actor:
    """Somebody with every role a post passes through."""
    roles = {Role.CONTRIBUTOR, Role.HEAD, Role.DEPUTY}
    it = story.school.actor(Role.IT)
    users.add_user(story.workspace, it, username="all", name="Alex Rounder", password=PASSWORD, roles=roles)
    with story.workspace.database.read() as connection:
        user = next(u for u in user_rows.everybody(connection) if u.username == "all")
    assert user.roles == roles
    return user.actor


def text_post(story: Story, author: Actor):
    words = [PostPlatform(FACEBOOK, "School closes at two.")]
    post = posts.create_post(
        story.workspace, author, title="Closing", platforms=words, about=PostAbout(PostCategory.REMINDER)
    )
    return posts.submit_post(story.workspace, author, post.id, confirmed=Confirmed)


def test_nobody_approves_their_own_post_however_many_roles_they_hold(story, all_rounder):
    post = text_post(story, all_rounder)
    assert code_of(lambda: approve.approve(story.workspace, all_rounder, post.id)) == "own-post"
    assert code_of(lambda: approve.reject_post(story.workspace, all_rounder, post.id, "No.")) == "own-post"
    assert post_now(story, post.id).state is PostState.SUBMITTED


def test_nobody_publishes_what_they_approved_however_many_roles_they_hold(story, all_rounder, out):
    post = text_post(story, story.office)
    approve.approve(story.workspace, all_rounder, post.id)
    assert code_of(lambda: publish.export_release(story.workspace, all_rounder, post.id, FACEBOOK, out)) == (
        "own-approval"
    )
    assert nothing_written(out)
    assert publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).folder.is_dir()


def test_nobody_publishes_their_own_post_unless_the_schools_rules_allow_it(story, all_rounder, out):
    post = text_post(story, all_rounder)
    approve.approve(story.workspace, story.head, post.id)
    assert code_of(lambda: publish.export_release(story.workspace, all_rounder, post.id, FACEBOOK, out)) == "own-post"
    assert nothing_written(out)
    looser = replace(story.workspace, first_pack=replace(story.workspace.pack, author_may_publish=True))
    assert publish.export_release(looser, all_rounder, post.id, FACEBOOK, out).folder.is_dir()


def test_no_rules_let_somebody_publish_what_they_approved(story, all_rounder, out):
    post = text_post(story, story.office)
    looser = replace(story.workspace, first_pack=replace(story.workspace.pack, author_may_publish=True))
    approve.approve(looser, all_rounder, post.id)
    assert code_of(lambda: publish.export_release(looser, all_rounder, post.id, FACEBOOK, out)) == "own-approval"


@pytest.mark.policy("000-01", "002-12")
def test_no_other_act_goes_on_either_until_the_policy_is_acknowledged(story):
    from app.domain.consent import Answer
    from app.workflow import permissions, review

    region = story.regions()[0]
    version = new_policy(story)
    data, it = story.school.actor(Role.CONSENT_ADMIN), story.school.actor(Role.IT)
    amara = story.school.pupils["Amara"].id
    acts = (
        lambda: review.name_region(story.workspace, story.office, region.id, amara),
        lambda: story.school.say("Dev", FACEBOOK, Answer.YES),
        lambda: users.add_user(
            story.workspace, it, username="new", name="New", password=PASSWORD, roles={Role.CONTRIBUTOR}
        ),
        lambda: platforms.close_platform(story.workspace, data, FACEBOOK),
        lambda: school_settings.settle(story.workspace, story.head, "named_posters_only", True),
        lambda: permissions.register_device(story.workspace, it, key="usb-1", label="A phone"),
        lambda: train(story, story.office),
    )
    assert {code_of(act) for act in acts} == {"not-acknowledged"}
    for role in (Role.CONTRIBUTOR, Role.CONSENT_ADMIN, Role.IT, Role.HEAD):
        policies.acknowledge(story.workspace, story.school.actor(role), version.id)
    for act in acts:
        act()


def test_a_no_a_hold_and_a_wrong_date_of_the_policy_itself_never_wait(story):
    from app.domain.consent import Answer
    from app.workflow import signing_in

    version = new_policy(story)
    story.school.say("Amara", FACEBOOK, Answer.NO)
    register.place_hold(story.workspace, story.school.actor(Role.DSL), story.school.pupils["Ben"].id)
    later = version.effective_on + timedelta(days=30)
    keeper = story.school.actor(Role.BUSINESS_MANAGER)
    policies.change_version(story.workspace, keeper, replace(version, effective_on=later))
    assert policies.unread(story.workspace, keeper) == ()
    assert signing_in.refreshed(story.workspace, story.office) == story.office


def test_a_picture_made_for_larger_limits_is_made_again_before_it_goes_out(story, out):
    from app.domain.platform_rules import PlatformLimits

    post = story.approved()
    limits = PlatformLimits(max_edge_px=320, checked_on=story.workspace.clock.today())
    platforms.record_limits(story.workspace, story.head, FACEBOOK, limits)
    export = (story.workspace, story.deputy, post.id, FACEBOOK, out)
    with pytest.raises(NotAllowedError, match="prepare the pictures") as refused:
        publish.export_release(*export)
    assert refused.value.code == "pictures-not-ready"
    assert nothing_written(out)
    posts.edit_post(
        story.workspace, story.office, post.id, title=post.title, pictures=post.pictures, platforms=post.platforms
    )
    assert [o.problem for o in posts.render_post(story.workspace, story.office, post.id)] == [None, None]
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    approve.approve(story.workspace, story.head, post.id)
    assert publish.export_release(*export).folder.is_dir()
