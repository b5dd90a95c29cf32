"""A picture has its platform's shape, and what is checked, approved and handed out is the cropped one."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from app.domain.detection import RegionKind
from app.domain.errors import NotAllowedError, VerificationError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.platform_rules import PlatformLimits
from app.domain.post import PictureCrop, PostState
from app.domain.submission import Confirmed
from app.imaging.metadata import unexpected_blocks
from app.workflow import approve, framing, platforms, posts, publish, review
from consent_db import posts as post_rows
from tests.flow.posting import PlannedEngines, Story, post_now
from tests.schools import FACEBOOK


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def shape(story: Story, **limits: int) -> None:
    wanted = PlatformLimits(**limits, checked_on=story.workspace.clock.today())
    platforms.record_limits(story.workspace, story.school.actor(Role.CONSENT_ADMIN), FACEBOOK, wanted)


@pytest.mark.policy("002-03")
def test_the_crop_comes_first_and_the_cropped_picture_is_what_goes_out(story, out) -> None:
    shape(story, narrowest=80, widest=100, max_edge_px=200)
    post = story.approved()
    with story.workspace.database.read() as connection:
        made = {r.platform_id: r for r in post_rows.current_renditions(connection, post.id)}[FACEBOOK]
    assert (made.width, made.height) == (200, 200)
    assert made.crop == Box(140, 0, 440, 300)  # around Amara and Caitlin, who are shown; Ben is covered between them
    [name] = [
        f for f in publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).files if "jpg" in f
    ]
    data = next(out.rglob(name)).read_bytes()
    picture = Image.open(io.BytesIO(data))
    assert (picture.size, picture.mode, picture.info.get("icc_profile")) == ((200, 200), "RGB", None)
    assert unexpected_blocks(data, comment=None) == ()
    assert len(name) == 36


def test_a_face_found_in_a_cropped_picture_lands_where_it_is_in_the_photo(story) -> None:
    shape(story, narrowest=80, widest=100, max_edge_px=200)
    post = story.draft(captions={FACEBOOK: "Sports day."})
    story.engines.leaks.append(Box(10, 150, 30, 180))
    [outcome] = posts.render_post(story.workspace, story.office, post.id)
    assert isinstance(outcome.problem, VerificationError)
    new = [r for r in story.regions() if r.kind is RegionKind.FACE][-1]
    assert new.box == Box(155, 225, 185, 270)


def test_a_shape_that_changed_since_asks_for_the_picture_again(story) -> None:
    post = story.submitted()
    shape(story, narrowest=80, widest=100)
    view = approve.approval_view(story.workspace, story.head, post.id)
    assert {f.code for f in view.findings if f.blocks} == {"pictures-not-ready"}
    assert post_now(story, post.id).pictures
    assert isinstance(story.engines, PlannedEngines)


def cropped(story: Story, post, box: Box | None):
    now = post_now(story, post.id)
    crops = (PictureCrop(FACEBOOK, box),) if box else ()
    pictures = [replace(picture, crops=crops) for picture in now.pictures]
    return posts.edit_post(
        story.workspace, story.office, post.id, title=now.title, pictures=pictures, platforms=now.platforms
    )


def made_for_facebook(story: Story, post):
    with story.workspace.database.read() as connection:
        return {r.platform_id: r for r in post_rows.current_renditions(connection, post.id)}.get(FACEBOOK)


@pytest.mark.policy("002-03", "001-11")
def test_the_author_moves_the_crop_and_the_moved_part_is_covered_checked_and_approved_anew(story) -> None:
    shape(story, narrowest=80, widest=100, max_edge_px=200)
    post = story.approved()
    [seen] = framing.crop_views(story.workspace, story.office, story.photo_id, [FACEBOOK])
    assert seen.by_itself == Box(140, 0, 440, 300)
    assert len(seen.covers) == 1  # Ben: whoever crops sees his cover

    moved = cropped(story, post, Box(0, 0, 300, 300))
    assert moved.state is PostState.DRAFT
    assert made_for_facebook(story, post) is None  # nothing made for another part is left
    blocking = {f.code for f in posts.check(story.workspace, post.id) if f.blocks}
    assert blocking == {"pictures-not-ready"}
    assert [o.problem for o in posts.render_post(story.workspace, story.office, post.id)] == [None, None]
    made = made_for_facebook(story, post)
    assert (made.crop, made.width, made.height) == (Box(0, 0, 300, 300), 200, 200)
    assert len(made.shown) == 1  # Amara; Caitlin is outside this part
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    assert approve.approve(story.workspace, story.head, post.id)

    cropped(story, post, None)
    assert [o.problem for o in posts.render_post(story.workspace, story.office, post.id)] == [None, None]
    assert made_for_facebook(story, post).crop == Box(140, 0, 440, 300)


@pytest.mark.parametrize("box", [Box(0, 0, 600, 300), Box(400, 0, 700, 300), Box(0, 0, 40, 40)])
def test_a_crop_of_another_shape_outside_the_photo_or_too_small_is_refused(story, box) -> None:
    shape(story, narrowest=80, widest=100)
    post = story.draft()
    with pytest.raises(NotAllowedError) as refused:
        cropped(story, post, box)
    assert refused.value.code == "crop"
    assert post_now(story, post.id).pictures == post.pictures


def test_a_crop_that_its_platform_does_not_take_any_more_is_never_rendered_otherwise(story) -> None:
    post = cropped(story, story.draft(), Box(0, 0, 400, 200))
    shape(story, narrowest=80, widest=100)
    problems = {o.platform_id: o.problem for o in posts.render_post(story.workspace, story.office, post.id)}
    assert problems[FACEBOOK].code == "crop"
    assert made_for_facebook(story, post) is None


def test_nobody_crops_who_writes_no_posts_nor_a_photo_that_may_not_go_there(story) -> None:
    with pytest.raises(NotAllowedError, match="may not write"):
        framing.crop_views(story.workspace, story.school.actor(Role.GOVERNOR), story.photo_id, [FACEBOOK])
    review.refuse_appearance(story.workspace, story.office, story.photo_id, story.school.pupils["Amara"].id)
    with pytest.raises(NotAllowedError) as refused:
        framing.crop_views(story.workspace, story.office, story.photo_id, [FACEBOOK])
    assert refused.value.code == "withheld"
