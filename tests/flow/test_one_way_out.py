"""There is one way out for everything a school says, and it stops what the schools' policies forbid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.consent import PlatformId
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, PersonKind
from app.domain.post import PostAbout, PostCategory, PostPicture, PostPlatform, PostState, ReleaseState, RightsSource
from app.domain.treatment import Reason, Treatment
from app.policy.pack import load_pack, shipped_packs
from app.workflow import approve, posts, publish, record_slices, register
from app.workflow.decide import decide_photo
from app.workflow.record_slices import Part
from consent_db import releases
from tests.flow.posting import Story, nothing_written, post_now, releases_of
from tests.schools import FACEBOOK, WEBSITE


def written(story: Story, words: str, *, rights: RightsSource | None = RightsSource.STAFF):
    return posts.create_post(
        story.workspace, story.office, title="Sports day",
        pictures=[PostPicture(story.photo_id, "Children on a field.", rights)],
        platforms=[PostPlatform(FACEBOOK, words)], about=PostAbout(PostCategory.CHILDREN, event="Sports day"),
    )  # fmt: skip


def stopped_by(story: Story, post) -> set[str]:
    return {finding.code for finding in posts.check(story.workspace, post.id) if finding.blocks}


@pytest.mark.policy("002-13", "004-01")
@pytest.mark.parametrize("answer", ["nothing", "submitted", "returned", "held", "rejected"])
def test_nothing_goes_out_but_what_the_headteacher_approved(story: Story, out: Path, answer: str) -> None:
    post = story.rendered() if answer == "nothing" else story.submitted()
    say = {"returned": approve.return_post, "held": approve.hold_post, "rejected": approve.reject_post}
    if answer in say:
        say[answer](story.workspace, story.head, post.id, "not like this")
    with pytest.raises(NotAllowedError, match="not approved"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert releases_of(story, post.id) == ()


@pytest.mark.policy("000-14")
def test_a_post_goes_to_the_schools_own_accounts_only_once_the_approver_ticks_that_it_is_accurate(
    story: Story, out: Path
) -> None:
    post = story.submitted()
    with pytest.raises(NotAllowedError, match="accurate"):
        approve.approve(story.workspace, story.head, post.id, is_fitting=False)
    approve.approve(story.workspace, story.head, post.id, is_fitting=True)
    with pytest.raises((NotAllowedError, RegisterError)):
        publish.export_release(story.workspace, story.deputy, post.id, PlatformId("somebodys-own"), out)
    assert nothing_written(out)
    assert publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).release.post_id == post.id


@pytest.mark.policy("000-14", "003-20")
def test_author_approver_and_publisher_stand_by_name_with_every_publication(story: Story, out: Path) -> None:
    post = story.approved()
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    approval = approve.approval_view(story.workspace, story.head, post.id).approval
    assert approval is not None
    assert post_now(story, post.id).author_name == story.office.name
    assert approval.approver_name == story.head.name
    assert made.release.exported_by == story.deputy.user_id
    assert len({story.office.user_id, story.head.user_id, story.deputy.user_id}) == 3


@pytest.mark.policy("004-11")
def test_every_post_and_publication_is_in_a_log_that_can_be_read_by_kind(story: Story, out: Path) -> None:
    post = story.approved()
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://facebook.com/hollybank/1")
    who = {"post-created": story.office, "post-approved": story.head, "post-exported": story.deputy,
           "release-live": story.deputy}  # fmt: skip
    for action, actor in who.items():
        lines, number = record_slices.lines(story.workspace, story.head, Part(action=action), limit=10)
        assert number == 1
        assert lines[0].who == actor.name
        about = lines[0].record.subjects
        assert post.id in about or made.release.id in about
    with story.workspace.database.read() as connection:
        [live] = releases.in_state(connection, ReleaseState.LIVE)
    assert live.live_url == "https://facebook.com/hollybank/1"


@pytest.mark.policy("004-18")
def test_personal_details_a_missing_consent_and_missing_rights_each_stop_a_post(story: Story) -> None:
    assert "contact-in-words" in stopped_by(story, written(story, "Ring 01942 000 111."))
    assert "birth-date-in-words" in stopped_by(story, written(story, "Amara was born 04/05/2015."))
    assert "rights-missing" in stopped_by(story, written(story, "A sunny day.", rights=None))
    decision = decide_photo(story.workspace, story.photo_id, FACEBOOK)
    ben = next(r for r in decision.regions if r.person_id == story.school.pupils["Ben"].id)
    assert ben.treatment is Treatment.COVER


@pytest.mark.policy("000-23")
def test_nobody_is_written_to_tagged_or_named_by_their_account_and_a_leaver_stays_a_child(story: Story) -> None:
    assert not any(
        word in action.value for action in Action for word in ("message", "reply", "friend", "tag", "follow")
    )
    assert "handle-in-words" in stopped_by(story, written(story, "Well done @amara_okafor!"))
    amara = story.school.pupils["Amara"]
    today = story.workspace.clock.today()
    from datetime import timedelta

    from app.domain.people import Role

    gone = replace(amara, on_roll_until=today - timedelta(days=1))
    register.change_person(story.workspace, story.school.actor(Role.CONSENT_ADMIN), gone)
    decision = decide_photo(story.workspace, story.photo_id, WEBSITE)
    region = next(r for r in decision.regions if r.person_id == amara.id)
    assert (region.treatment, region.reason) == (Treatment.COVER, Reason.LEFT_SCHOOL)
    assert PersonKind.LEAVER.is_child


@pytest.mark.policy("004-16")
def test_harmful_words_stop_a_post_and_there_is_nothing_to_like_others_posts_with(story: Story) -> None:
    assert "offensive-words" in stopped_by(story, written(story, "We will kill you all."))
    assert not any(word in action.value for action in Action for word in ("like", "share", "react"))


@pytest.mark.policy("003-11")
@pytest.mark.parametrize("name", shipped_packs())
def test_every_answer_rests_on_a_clause_of_the_pack_the_school_chose(story: Story, name: str) -> None:
    pack = load_pack(name)
    workspace = replace(story.workspace, first_pack=pack)
    decision = decide_photo(workspace, story.photo_id, FACEBOOK)
    assert decision.regions
    assert all(region.clause == pack.clause(region.reason) != "" for region in decision.regions)
    post = written(story, "Ring 01942 000 111, @amara_okafor!", rights=None)
    blocking = [f for f in posts.check(workspace, post.id) if f.blocks]
    assert {"contact-in-words", "handle-in-words", "rights-missing"} <= {f.code for f in blocking}
    assert all(finding.clause for finding in blocking)
    assert post_now(story, post.id).state is PostState.DRAFT
