"""A post from draft to takedown, and everything that must stop it on the way."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.detection import Verdict
from app.domain.errors import KnownError, NotAllowedError, VerificationError
from app.domain.people import Role
from app.domain.photo import digest_of
from app.domain.post import PostPlatform, PostState, ReleaseState
from app.domain.submission import Confirmed
from app.domain.treatment import Outcome, Reason
from app.workflow import approve, posts, publish, review
from app.workflow.decide import decide_photo
from consent_db import audit, photos
from consent_db import posts as post_rows
from tests.flow.posting import audit_length, nothing_written, post_now, releases_of
from tests.schools import FACEBOOK, WEBSITE


@pytest.mark.policy("002-19")
def test_one_photo_is_covered_differently_on_two_platforms(story):
    facebook = decide_photo(story.workspace, story.photo_id, FACEBOOK)
    website = decide_photo(story.workspace, story.photo_id, WEBSITE)
    assert [r.reason for r in facebook.regions] == [Reason.CONSENT_YES, Reason.CONSENT_NOT_ASKED, Reason.CONSENT_YES]
    assert website.outcome is Outcome.CLEAR
    assert len(website.shown) == 3


@pytest.mark.policy("002-26", "002-11")
def test_the_whole_way_out_and_back(story, out):
    post = story.approved()
    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    with pytest.raises(NotAllowedError, match="not online yet") as refused:
        publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)
    assert refused.value.code == "pack-out"

    assert made.folder.parent == out
    names = {path.name for path in made.folder.iterdir()}
    assert names == set(made.files)
    assert {"caption.txt", "alt-text.txt", "checklist.txt", "manifest.json"} < names
    manifest = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["release"] == made.release.id
    for name, sha256 in manifest["files"].items():
        assert digest_of((made.folder / name).read_bytes()) == sha256
    with story.workspace.database.read() as connection:
        approved = {r.platform_id: r.sha256 for r in post_rows.current_renditions(connection, post.id)}
    assert manifest["pictures"][0]["sha256"] == approved[FACEBOOK]
    assert (made.folder / "caption.txt").read_text(encoding="utf-8") == "A sunny sports day."

    live = publish.note_live(story.workspace, story.deputy, made.release.id, "https://example.org/posts/1")
    assert live.state is ReleaseState.LIVE
    assert live.pack_erased_at is not None
    assert nothing_written(out)
    second = publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)
    told = publish.note_live(story.workspace, story.deputy, second.release.id, proof="Page 2 of the newsletter")
    assert (told.state, told.live_url, told.proof) == (ReleaseState.LIVE, "", "Page 2 of the newsletter")
    assert nothing_written(out)
    down = publish.note_taken_down(story.workspace, story.deputy, made.release.id, "seen gone, 10:42")
    assert down.state is ReleaseState.TAKEN_DOWN
    with story.workspace.database.read() as connection:
        assert audit.verify(connection).ok


@pytest.mark.policy("002-25")
def test_nothing_goes_out_before_the_headteacher_said_yes(story, out):
    post = story.submitted()
    with pytest.raises(NotAllowedError, match="not approved"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)


def test_somebody_who_was_not_named_is_covered_whatever_the_class_said(story):
    region = story.regions()[0]
    review.set_verdict(story.workspace, story.office, region.id, Verdict.UNNAMED)
    decision = decide_photo(story.workspace, story.photo_id, WEBSITE)
    assert next(r.reason for r in decision.regions) is Reason.UNNAMED


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.DEPUTY, Role.IT, Role.GOVERNOR, Role.DPO])
def test_only_the_headteacher_approves(story, role):
    post = story.submitted()
    before = audit_length(story)
    with pytest.raises(NotAllowedError, match="may not approve"):
        approve.approve(story.workspace, story.school.actor(role), post.id)
    assert post_now(story, post.id).state is PostState.SUBMITTED
    assert audit_length(story) == before


@pytest.mark.policy("002-11")
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.HEAD, Role.IT, Role.CONSENT_ADMIN])
def test_only_the_deputy_head_publishes(story, out, role):
    post = story.approved()
    with pytest.raises(NotAllowedError, match="may not publish"):
        publish.export_release(story.workspace, story.school.actor(role), post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert releases_of(story, post.id) == ()


def test_nobody_approves_or_publishes_what_they_wrote_or_approved(story, out):
    post = posts.submit_post(story.workspace, story.office, story.rendered().id, confirmed=Confirmed)
    both = replace(story.office, roles=frozenset({Role.CONTRIBUTOR, Role.HEAD, Role.DEPUTY}))
    with pytest.raises(NotAllowedError, match="wrote this post"):
        approve.approve(story.workspace, both, post.id)
    approve.approve(story.workspace, story.head, post.id)
    with pytest.raises(NotAllowedError, match="wrote this post"):
        publish.export_release(story.workspace, both, post.id, FACEBOOK, out)
    head_and_deputy = replace(story.head, roles=frozenset({Role.HEAD, Role.DEPUTY}))
    with pytest.raises(NotAllowedError, match="approved this post"):
        publish.export_release(story.workspace, head_and_deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)


def test_nobody_slips_their_words_into_somebody_elses_post(story):
    post = story.draft()
    with pytest.raises(NotAllowedError, match="wrote this post"):
        posts.edit_post(
            story.workspace, story.head, post.id, title="Mine", pictures=post.pictures, platforms=post.platforms
        )
    assert post_now(story, post.id).title == "Sports day"


@pytest.mark.policy("001-11")
@pytest.mark.parametrize("change", ["letter", "description", "platform", "title"])
def test_an_edit_takes_the_post_back_to_a_draft_and_the_approval_falls(story, out, change):
    post = post_now(story, story.approved().id)
    pictures, platforms, title = post.pictures, post.platforms, post.title
    if change == "letter":
        platforms = (PostPlatform(FACEBOOK, "A sunny sports daY."), platforms[1])
    elif change == "description":
        pictures = (replace(pictures[0], alt_text="Three children on a field!"),)
    elif change == "platform":
        platforms = platforms[:1]
    else:
        title = "Another title"
    edited = posts.edit_post(
        story.workspace, story.office, post.id, title=title, pictures=pictures, platforms=platforms
    )
    assert edited.state is PostState.DRAFT
    with pytest.raises(NotAllowedError, match="not approved"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)


@pytest.mark.policy("002-25")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE post_platform SET caption = 'A sunny sports daY.' WHERE platform_id = 'facebook'",
        "UPDATE post_picture SET alt_text = 'Three children on a fielD.'",
        "DELETE FROM post_platform WHERE platform_id = 'website'",
        "UPDATE platform SET account = '@somebody-else' WHERE id = 'facebook'",
        "UPDATE post_picture SET rights = 'PUPIL_WORK', attribution = 'A sunny sports day.'",
    ],
)
def test_words_changed_behind_the_programs_back_are_refused(story, out, statement):
    post = story.approved()
    with story.workspace.database.transaction() as connection:
        connection.exec_driver_sql(statement)
    with pytest.raises(KnownError):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert releases_of(story, post.id) == ()


@pytest.mark.policy("002-25")
@pytest.mark.parametrize("platform", [FACEBOOK, WEBSITE])
def test_one_flipped_byte_in_a_stored_picture_is_refused(story, out, platform):
    post = story.approved()
    with story.workspace.database.read() as connection:
        made = {r.platform_id: r for r in post_rows.current_renditions(connection, post.id)}[platform]
    [path] = list(story.workspace.vault.folder.rglob(f"{made.vault_name}.*"))
    sealed = bytearray(path.read_bytes())
    sealed[len(sealed) // 2] ^= 1
    path.chmod(0o600)
    path.write_bytes(bytes(sealed))
    with pytest.raises(VerificationError, match="damaged"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)


@pytest.mark.policy("002-25")
def test_one_changed_pixel_put_into_the_vault_in_place_of_the_approved_picture_is_refused(story, out):
    post = story.approved()
    with story.workspace.database.read() as connection:
        made = {r.platform_id: r for r in post_rows.current_renditions(connection, post.id)}[FACEBOOK]
        key = photos.wrapped_key(connection, made.vault_name)
    data = bytearray(story.workspace.vault.read(made.vault_name, key))
    data[-40] ^= 1
    other = story.workspace.vault.put(bytes(data))
    with story.workspace.database.transaction() as connection:
        from consent_db import sources

        sources.add_vault_object(
            connection, name=other.name, wrapped_key=other.wrapped_key, sha256=other.sha256, size=other.bytes
        )
        connection.exec_driver_sql(
            "UPDATE rendition SET vault_name = ?, sha256 = ? WHERE id = ?", (other.name, other.sha256, made.id)
        )
    with pytest.raises(NotAllowedError, match="not the ones that were approved"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
