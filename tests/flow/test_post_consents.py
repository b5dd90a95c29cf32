"""What consents, holds, the reverse check and a full disk do to a post that is on its way."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from app.domain.consent import Answer, ConsentKind, PlatformId
from app.domain.detection import Presence, RegionKind, Verdict
from app.domain.errors import KnownError, NotAllowedError, RegisterError, StorageError, VerificationError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import digest_of
from app.domain.post import PostAbout, PostCategory, PostPlatform, PostState, ReleaseState, RightsSource, TaskKind
from app.domain.submission import Confirmed
from app.domain.treatment import Outcome, Reason
from app.workflow import approve, posts, publish, register, review
from app.workflow.decide import decide_photo, reverse_check
from consent_db import posts as post_rows
from tests.clocks import later
from tests.flow.posting import FACES, nothing_written, post_now, releases_of, tasks_open
from tests.schools import FACEBOOK, WEBSITE


def test_an_approval_counts_for_fourteen_days_and_not_a_day_longer(story, out):
    post = story.approved()
    late = later(story.workspace, 14)
    with pytest.raises(NotAllowedError, match="ran out"):
        publish.export_release(late, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    in_time = later(story.workspace, 13)
    assert publish.export_release(in_time, story.deputy, post.id, FACEBOOK, out).folder.is_dir()


@pytest.mark.policy("002-18")
def test_consents_older_than_a_month_clear_nobody(story):
    late = later(story.workspace, 32)
    decision = decide_photo(late, story.photo_id, WEBSITE)
    assert {r.reason for r in decision.regions} == {Reason.REGISTER_TOO_OLD}
    assert decision.shown == ()


@pytest.mark.policy("004-23")
def test_a_consent_withdrawn_after_the_approval_stops_the_export_and_the_approval_falls(story, out):
    post = story.approved()
    register.take_consent_away(
        story.workspace, story.school.actor(Role.GOVERNOR), story.school.pupils["Amara"].id, platform_ids=[FACEBOOK]
    )
    with pytest.raises(NotAllowedError, match="no longer be shown"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert post_now(story, post.id).state is PostState.DRAFT
    with story.workspace.database.read() as connection:
        assert post_rows.standing_approval(connection, post.id) is None


def test_a_no_written_straight_into_the_register_is_found_at_export(story, out):
    post = story.approved()
    with story.workspace.database.transaction() as connection:
        from consent_db import consent
        from consent_db.consent import NewConsent

        answer = NewConsent(
            person_id=story.school.pupils["Amara"].id,
            kind=ConsentKind.IMAGE,
            platform_id=FACEBOOK,
            answer=Answer.NO,
            giver="father",
            valid_from=story.workspace.clock.today(),
        )
        consent.record(connection, answer, by="import")
    with pytest.raises(NotAllowedError, match="before something changed"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert post_now(story, post.id).state is PostState.DRAFT
    with story.workspace.database.read() as connection:
        assert post_rows.standing_approval(connection, post.id) is None


def test_an_import_that_says_the_same_again_leaves_the_approval(story, out):
    post = story.approved()
    story.school.say("Amara", FACEBOOK, Answer.YES)
    assert publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).folder.is_dir()


@pytest.mark.policy("001-03")
def test_a_hold_beats_every_yes_and_reads_like_a_plain_no(story):
    register.place_hold(story.workspace, story.school.actor(Role.DSL), story.school.pupils["Amara"].id)
    decision = decide_photo(story.workspace, story.photo_id, WEBSITE)
    assert decision.outcome is Outcome.WITHHELD
    post = story.draft()
    problems = [o.problem for o in posts.render_post(story.workspace, story.office, post.id)]
    assert [p.code for p in problems] == ["withheld", "withheld"]
    said = " ".join(str(p) for p in problems).lower()
    assert "hold" not in said
    assert "amara" not in said
    assert "safeguarding" not in said


@pytest.mark.policy("001-03")
def test_while_a_child_of_the_class_is_on_hold_only_the_safeguarding_lead_clears_unnamed_people(story):
    dsl, dev = story.school.actor(Role.DSL), story.school.pupils["Dev"].id
    review.set_verdict(story.workspace, story.office, story.regions()[2].id, Verdict.STRANGER)
    register.place_hold(story.workspace, dsl, dev)
    assert decide_photo(story.workspace, story.photo_id, WEBSITE).outcome is Outcome.WITHHELD
    review.answer_presence(story.workspace, story.office, story.photo_id, dev, Presence.NOT_IN_PICTURE)
    assert decide_photo(story.workspace, story.photo_id, WEBSITE).outcome is Outcome.WITHHELD
    review.answer_presence(story.workspace, dsl, story.photo_id, dev, Presence.NOT_IN_PICTURE)
    assert decide_photo(story.workspace, story.photo_id, WEBSITE).outcome is Outcome.COVERED


def test_a_child_who_asked_not_to_appear_keeps_the_photo_back_everywhere_at_once(story):
    post = story.approved()
    review.refuse_appearance(
        story.workspace, story.school.actor(Role.GOVERNOR), story.photo_id, story.school.pupils["Caitlin"].id
    )
    assert decide_photo(story.workspace, story.photo_id, WEBSITE).outcome is Outcome.WITHHELD
    assert post_now(story, post.id).state is PostState.DRAFT


@pytest.mark.policy("002-18")
def test_the_reverse_check_asks_for_each_child_who_may_not_be_shown(story):
    answer = story.school.pupils["Dev"]
    review.answer_presence(story.workspace, story.office, story.photo_id, answer.id, None)
    assert [p.name for p in reverse_check(story.workspace, story.photo_id, FACEBOOK)] == ["Dev Anand"]
    post = story.rendered()
    with pytest.raises(NotAllowedError, match="Is Dev Anand in photo 1"):
        posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    assert post_now(story, post.id).state is PostState.DRAFT


@pytest.mark.policy("000-31")
@pytest.mark.policy("002-33")
@pytest.mark.policy("003-24")
def test_a_picture_nobody_says_who_made_cannot_be_submitted(story):
    post = story.rendered()
    pictures = (replace(post.pictures[0], rights=None),)
    posts.edit_post(
        story.workspace, story.office, post.id, title=post.title, pictures=pictures, platforms=post.platforms
    )
    with pytest.raises(NotAllowedError, match="Say who made photo 1"):
        posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)


def test_a_face_found_in_the_finished_picture_becomes_a_region_and_reopens_the_review(story):
    post = story.draft()
    story.engines.leaks.append(Box(180, 180, 220, 230))
    outcomes = list(posts.render_post(story.workspace, story.office, post.id))
    assert [o.problem.code if o.problem else "" for o in outcomes] == ["new-face", ""]
    assert outcomes[0].rendition is None
    found = [r for r in story.regions() if r.box not in FACES]
    assert len(found) == 1
    assert found[0].box.iou(Box(180, 180, 220, 230)) > 0.8
    assert found[0].verdict is Verdict.UNNAMED
    again = list(posts.render_post(story.workspace, story.office, post.id))
    assert [o.problem for o in again] == [None, None]
    assert all(o.rendition and len(o.rendition.covered) >= 1 for o in again)


def test_drawing_a_box_on_an_approved_photo_makes_the_approval_fall(story, out):
    post = story.approved()
    box = Box(180, 200, 220, 250)
    region = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.FACE, box)
    assert post_now(story, post.id).state is PostState.DRAFT
    assert region.id in {r.id for r in story.regions()}
    with pytest.raises(NotAllowedError):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)


def test_every_step_of_a_review_can_be_taken_back(story):
    before = story.regions()
    region = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.OTHER, Box(10, 200, 60, 260))
    review.move_region(story.workspace, story.office, region.id, Box(20, 200, 70, 260))
    review.set_verdict(story.workspace, story.office, before[0].id, Verdict.NOT_A_FACE)
    review.set_always_cover(story.workspace, story.office, before[1].id, True)
    for _ in range(4):
        assert review.undo_last(story.workspace, story.office, story.photo_id) is not None
    assert story.regions() == before


def test_a_box_the_program_found_is_not_taken_away_but_a_drawn_one_is(story):
    with pytest.raises(KnownError, match="found by the program"):
        review.remove_region(story.workspace, story.office, story.regions()[0].id)
    drawn = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.FACE, Box(10, 200, 60, 260))
    review.remove_region(story.workspace, story.office, drawn.id)
    assert drawn.id not in {r.id for r in story.regions()}


@pytest.mark.parametrize("act", [approve.return_post, approve.hold_post, approve.reject_post])
def test_the_headteacher_says_why_and_the_author_reads_it(story, act):
    post = story.submitted()
    with pytest.raises(NotAllowedError, match="note"):
        act(story.workspace, story.head, post.id, " ")
    answered = act(story.workspace, story.head, post.id, "Crop the left side, please.")
    assert answered.state in (PostState.RETURNED, PostState.ON_HOLD, PostState.REJECTED)
    assert post_now(story, post.id).note == "Crop the left side, please."


def test_what_was_looked_at_is_what_is_approved(story):
    post = story.submitted()
    view = approve.approval_view(story.workspace, story.head, post.id)
    assert view.digest is not None
    assert view.shown[story.photo_id, FACEBOOK] == ("Amara Okafor", "Caitlin Price")
    assert view.covered[story.photo_id, FACEBOOK] == ("Ben Tailor: no answer for Facebook.",)
    assert "Dev Anand: not in the picture" in view.answers[story.photo_id]
    with pytest.raises(VerificationError, match="changed while you looked"):
        approve.approve(story.workspace, story.head, post.id, seen=digest_of(b"another"))
    assert approve.approve(story.workspace, story.head, post.id, seen=view.digest).digest == view.digest


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_may_not_be_written_leaves_no_release(story, out):
    post = story.approved()
    out.chmod(0o500)
    with pytest.raises(StorageError):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert releases_of(story, post.id) == ()


def test_a_missing_folder_leaves_no_release(story, tmp_path):
    post = story.approved()
    with pytest.raises(StorageError):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, tmp_path / "stick" / "gone")
    assert releases_of(story, post.id) == ()
    assert post_now(story, post.id).state is PostState.APPROVED


def test_a_full_disk_leaves_no_release_and_no_half_pack(story, out, monkeypatch):
    import errno

    from app.publishing import pack_files
    from app.storage.writing import storage_error

    written = []

    def full(path, data, **_kwargs):
        if len(written) == 2:
            raise storage_error(OSError(errno.ENOSPC, "No space left on device"))
        written.append(path)
        path.write_bytes(data)

    post = story.approved()
    monkeypatch.setattr(pack_files, "write_whole", full)
    with pytest.raises(StorageError, match="full"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert releases_of(story, post.id) == ()


def test_a_post_goes_out_once_per_platform(story, out):
    post = story.approved()
    publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    with pytest.raises(NotAllowedError, match="already"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert len(list(out.iterdir())) == 1


@pytest.mark.policy("000-07")
def test_a_withdrawn_consent_of_a_live_post_is_a_takedown_task_until_somebody_saw_it_gone(story, out):
    post = story.approved()
    made = publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://example.org/news/1")
    register.take_consent_away(story.workspace, story.office, story.school.pupils["Ben"].id)
    assert [t.release_id for t in tasks_open(story, TaskKind.TAKEDOWN)] == [made.release.id]
    assert releases_of(story, post.id)[0].state is ReleaseState.LIVE
    publish.note_taken_down(story.workspace, story.deputy, made.release.id, "seen gone, 10:42")
    assert tasks_open(story, TaskKind.TAKEDOWN) == ()


@pytest.mark.parametrize("address", ["", "facebook", "javascript:alert(1)", "https://", "https://a b.org/posts"])
def test_an_address_that_is_none_is_not_noted(story, out, address):
    post = story.approved()
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    with pytest.raises(NotAllowedError, match="address"):
        publish.note_live(story.workspace, story.deputy, made.release.id, address)
    assert releases_of(story, post.id)[0].state is ReleaseState.EXPORTED


@pytest.mark.policy("000-22")
@pytest.mark.policy("003-18")
def test_a_text_only_post_takes_the_same_way(story, out):
    post = posts.create_post(
        story.workspace,
        story.office,
        title="Reminder",
        platforms=[PostPlatform(WEBSITE, "School closes at two on Friday.")],
        about=PostAbout(PostCategory.REMINDER),
    )
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    approve.approve(story.workspace, story.head, post.id)
    made = publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)
    assert (made.folder / "caption.txt").read_text(encoding="utf-8") == "School closes at two on Friday."


@pytest.mark.policy("000-33")
@pytest.mark.policy("002-35")
@pytest.mark.policy("004-26")
def test_somebody_elses_picture_is_credited_in_the_words(story):
    post = story.rendered()
    pictures = (replace(post.pictures[0], rights=RightsSource.PRESS, attribution="Hillside Gazette"),)
    platforms = (PostPlatform(FACEBOOK, "Photo: Hillside Gazette"), PostPlatform(WEBSITE, "Our sports day."))
    posts.edit_post(story.workspace, story.office, post.id, title="x", pictures=pictures, platforms=platforms)
    blocking = [f for f in posts.check(story.workspace, post.id) if f.code == "attribution-missing"]
    assert [(f.blocks, f.platform_id, f.clause) for f in blocking] == [(True, WEBSITE, "000-33")]


@pytest.mark.policy("000-04")
@pytest.mark.policy("003-01")
def test_nothing_is_written_for_or_handed_out_to_a_platform_that_is_not_registered(story, out):
    elsewhere = PlatformId("somebodys-own-blog")
    with pytest.raises(RegisterError):
        story.draft(captions={elsewhere: "Our sports day."})
    post = story.approved()
    with pytest.raises(KnownError):
        publish.export_release(story.workspace, story.deputy, post.id, elsewhere, out)
    assert nothing_written(out)
    assert releases_of(story, post.id) == ()
