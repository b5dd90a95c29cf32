"""A picture has its platform's shape, and what is checked, approved and handed out is the cropped one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from app.domain.detection import RegionKind
from app.domain.errors import VerificationError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.platform_rules import PlatformLimits
from app.imaging.metadata import unexpected_blocks
from app.workflow import approve, platforms, posts, publish
from consent_db import posts as post_rows
from tests.flow.posting import PlannedEngines, Story, post_now, tell
from tests.schools import FACEBOOK, School


@pytest.fixture
def story(either_school: School, tmp_path: Path) -> Story:
    return tell(either_school, tmp_path / "camera")


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
