"""Somebody tries to get out what nobody approved, or to approve what is their own; each way is closed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import NotAllowedError, VerificationError
from app.domain.people import Role
from app.domain.photo import PhotoKind, PhotoState, digest_of
from app.domain.post import MessageKind, PostAbout, PostCategory, PostPlatform, PostState, ReleaseState
from app.domain.submission import Confirmed
from app.imaging.encoding import encode_jpeg
from app.workflow import approve, packs, posts, publish, users
from app.workflow.corrections import Correction
from app.workflow.live_check import compare_live
from consent_db import audit, photos, releases
from tests.flow.posting import Story, nothing_written, post_now, releases_of
from tests.flow.test_gates import on_day
from tests.flow.test_live_check import approved_pixels
from tests.schools import FACEBOOK, WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def export(story: Story, post, out: Path, platform=FACEBOOK):
    return publish.export_release(story.workspace, story.deputy, post.id, platform, out)


def edited(story: Story, post, words: str, **more):
    now = post_now(story, post.id)
    return posts.edit_post(
        story.workspace, story.office, post.id, title=now.title, pictures=now.pictures,
        platforms=[PostPlatform(p.platform_id, words) for p in now.platforms], **more,
    )  # fmt: skip


@pytest.mark.policy("002-25", "001-11")
def test_words_written_after_the_hand_out_are_never_there_to_be_copied(story, out) -> None:
    post = story.approved()
    release = export(story, post, out).release
    assert packs.handed_out(story.workspace, release).caption == "A sunny sports day."
    edited(story, post, "Words that nobody approved.")
    seen = packs.handed_out(story.workspace, release)
    assert (seen.caption, seen.alt_texts, seen.files) == ("", (), ())
    assert "may not be posted" in seen.problem
    packs.erase_packs(story.workspace)
    assert nothing_written(out)


@pytest.mark.policy("002-25")
def test_a_picture_swapped_in_a_pack_is_not_offered_for_posting(story, out) -> None:
    made = export(story, story.approved(), out)
    [picture] = packs.handed_out(story.workspace, made.release).files
    picture.write_bytes(picture.read_bytes() + b"\0")
    manifest = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["pictures"][0]["sha256"] = manifest["files"][picture.name] = digest_of(picture.read_bytes())
    (made.folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    seen = packs.handed_out(story.workspace, made.release)
    assert seen.files == ()
    assert "not the ones that were approved" in seen.problem


def test_a_pack_does_not_outlive_its_approval(story, out) -> None:
    post = story.approved()
    release = export(story, post, out).release
    later = on_day(story, 15)
    assert packs.handed_out(later, release).files == ()
    assert [r.id for r in packs.erase_packs(later)] == [release.id]
    assert nothing_written(out)
    with story.workspace.database.read() as connection:
        assert "approval-ran-out" in audit.latest(connection)[0].body


def test_moving_a_pack_away_does_not_bring_a_second_one(story, out, tmp_path) -> None:
    post = story.approved()
    made = export(story, post, out)
    made.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(NotAllowedError, match="not online yet"):
        export(story, post, out, WEBSITE)
    assert nothing_written(out)


def test_another_pc_has_no_second_pack_either(story, out) -> None:
    post = story.approved()
    export(story, post, out)
    with story.workspace.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE release SET pc = 'another'")
    with pytest.raises(NotAllowedError, match="on another PC and not online yet"):
        export(story, post, out, WEBSITE)
    assert [r.state for r in releases_of(story, post.id)] == [ReleaseState.EXPORTED]


def test_an_enquiry_exchanged_while_the_approver_reads_is_noticed(story) -> None:
    about = PostAbout(PostCategory.ENQUIRY, enquiry="Is the school open on Monday?")
    post = posts.create_post(
        story.workspace, story.office, title="Answer", about=about,
        platforms=[PostPlatform(WEBSITE, "Yes, it is.")],
    )  # fmt: skip
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    view = approve.approval_view(story.workspace, story.head, post.id)
    edited(story, post, "Yes, it is.", about=replace(about, enquiry="Is it true that the head resigns?"))
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    with pytest.raises(VerificationError, match="changed while you looked"):
        approve.approve(story.workspace, story.head, post.id, seen=view.digest, seen_version=view.post.version)
    assert post_now(story, post.id).state is PostState.SUBMITTED


@pytest.mark.policy("002-25")
def test_an_approver_does_not_put_a_text_of_their_own_in_place_of_the_authors(story) -> None:
    post = story.submitted()
    own = "The Headteacher is proud to announce a new partnership with a sponsor that helps us buy new laptops for all."
    with pytest.raises(NotAllowedError) as refused:
        approve.approve(story.workspace, story.head, post.id, corrected=Correction({FACEBOOK: own}))
    assert refused.value.code == "rewritten"
    assert post_now(story, post.id).platforms == post.platforms
    assert approve.approve(story.workspace, story.head, post.id, corrected=Correction({FACEBOOK: "A sports day."}))


@pytest.mark.policy("001-11")
def test_what_an_approver_corrected_can_be_read_afterwards(story) -> None:
    post = story.submitted()
    correction = Correction({FACEBOOK: "A very sunny sports day."}, {story.photo_id: "Three children run."})
    approve.approve(story.workspace, story.head, post.id, corrected=correction)
    thread = approve.approval_view(story.workspace, story.office, post.id).messages
    assert [(m.kind, m.said_by) for m in thread] == [(MessageKind.CORRECTION, story.head.user_id)] * 2
    assert {m.words for m in thread} == {
        "The words for Facebook: “A sunny sports day.” became “A very sunny sports day.”",
        "The description of photo 1: “Three children on a field.” became “Three children run.”",
    }


@pytest.mark.parametrize(
    "words",
    [
        "A sunny sports day with Am\u200bara.",  # a space of no width: neither names nor lists would see it
        "A sunny \u202eyad strops\u202c.",  # what is read is not what goes out
        "A sunny sports day with Аmara.",  # a Cyrillic A
        "A sunny\u3164sports day.",
        "Well done 𝐀𝐦𝐚𝐫𝐚!",
        "Well done ᴀᴍᴀʀᴀ!",
        "Well done Ⓐⓜⓐⓡⓐ!",
        "Well done A m a r a!",
        "Well done, you r.e.t.a.r.d",
    ],
)
def test_letters_that_are_not_what_they_seem_stop_a_post(story, words) -> None:
    post = story.draft(captions={FACEBOOK: words})
    assert "hidden-signs" in {f.code for f in posts.check(story.workspace, post.id) if f.blocks}


@pytest.mark.parametrize(
    "words",
    [
        "Flags 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f and 👩\u200d🏫",
        "S.T.E.M. day, U S A",
        "Café Ünal",
    ],
)
def test_emoji_flags_accents_and_short_forms_stay(story, words) -> None:
    post = story.draft(captions={FACEBOOK: words})
    assert [f for f in posts.check(story.workspace, post.id) if f.code == "hidden-signs"] == []


def test_a_name_whose_apostrophe_was_left_out_is_asked_about(story) -> None:
    post = story.draft(captions={FACEBOOK: "Amaras race was the best."})
    [finding] = [f for f in posts.check(story.workspace, post.id) if f.code == "name-in-words"]
    assert not finding.blocks
    assert "Amaras" in finding.words


@pytest.mark.parametrize("words", ["Write to jo(at)example(dot)org", "Write to jo [at] example.org"])
def test_an_address_written_around_is_still_an_address(story, words) -> None:
    post = story.draft(captions={FACEBOOK: words})
    assert "contact-in-words" in {f.code for f in posts.check(story.workspace, post.id) if f.blocks}


@pytest.mark.parametrize("words", ["Well run, #AmaraKhan!", "Well run, #amarakhan!", "Go #teamAmara"])
def test_a_name_is_found_in_a_hashtag(story, words) -> None:
    surname = story.school.pupils["Amara"].surname
    post = story.draft(captions={FACEBOOK: words.replace("Khan", surname).replace("khan", surname.casefold())})
    codes = {f.code for f in posts.check(story.workspace, post.id) if f.blocks}
    assert codes & {"full-name-in-words", "name-in-words"}


def test_what_is_online_is_compared_with_what_went_out_and_with_nothing_made_later(story, out) -> None:
    post = story.approved()
    release = export(story, post, out).release
    publish.note_live(story.workspace, story.deputy, release.id, "https://example.org/1")
    pixels = approved_pixels(story, post.id)
    edited(story, post, "Another text.")
    with story.workspace.database.transaction() as connection:
        went_out = releases.get(connection, release.id).pictures
        connection.exec_driver_sql("UPDATE rendition SET is_current = (1 = 0)")
    assert len(went_out) == 1
    seen = compare_live(story.workspace, story.deputy, release.id, encode_jpeg(pixels, max_bytes=900_000))
    assert (seen.is_same, seen.number) == (True, 1)


@pytest.mark.policy("002-16")
def test_a_photo_that_is_set_aside_is_in_no_post_and_stops_one_that_is_approved(story, out) -> None:
    post = story.approved()
    with story.workspace.database.transaction() as connection:
        photos.set_state(connection, story.photo_id, PhotoState.QUARANTINED)
    with pytest.raises(NotAllowedError, match="until the Headteacher decides"):
        story.draft()
    with pytest.raises(NotAllowedError, match="until the Headteacher decides"):
        export(story, post, out)
    assert nothing_written(out)
    assert post_now(story, post.id).state is PostState.DRAFT


@pytest.mark.parametrize("kind", [PhotoKind.FILM, PhotoKind.RAW])
def test_a_film_or_a_raw_file_is_in_no_post(story, kind) -> None:
    with story.workspace.database.transaction() as connection:
        connection.exec_driver_sql(f"UPDATE photo SET kind = '{kind.value}'")
    with pytest.raises(NotAllowedError, match="take a still"):
        story.draft()


def test_a_closed_account_that_is_still_signed_in_writes_submits_and_notes_nothing(story, out) -> None:
    post, it = story.rendered(), story.school.actor(Role.IT)
    live = export(story, story.approved(), out).release
    yesterday = story.workspace.clock.today() - timedelta(days=1)
    for user in users.list_users(story.workspace, it):
        if user.id in (story.office.user_id, story.deputy.user_id):
            users.change_user(story.workspace, it, replace(user, until=yesterday))
    acts = (
        story.draft,
        lambda: edited(story, post, "Another."),
        lambda: posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed),
        lambda: publish.note_live(story.workspace, story.deputy, live.id, "https://example.org/posts/1"),
    )
    for act in acts:
        with pytest.raises(NotAllowedError, match="is closed"):
            act()
    assert post_now(story, post.id).state is PostState.DRAFT
    assert {r.state for r in releases_of(story, live.post_id)} == {ReleaseState.EXPORTED}


@pytest.mark.policy("004-21")
@pytest.mark.parametrize(
    "words",
    [
        "Trip money: sort code 12-34-56, account 12345678.",
        "Trip money to GB29 NWBK 6016 1331 9268 19.",
        "Trip money by card 4111 1111 1111 1111.",
    ],
)
def test_bank_details_stop_a_post_and_a_date_is_none(story, words) -> None:
    post = story.draft(captions={FACEBOOK: words, WEBSITE: "The trip is on 12-05-26, score 10-12-14."})
    found = [f for f in posts.check(story.workspace, post.id) if f.code == "financial-in-words"]
    assert [(f.blocks, f.platform_id) for f in found] == [(True, FACEBOOK)]
