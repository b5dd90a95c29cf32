"""What is online is compared with what was approved, from a saved copy or a screenshot."""

from __future__ import annotations

import numpy as np
import pytest

from app.domain.errors import NotAllowedError
from app.imaging.encoding import encode_jpeg
from app.workflow import publish
from app.workflow.live_check import compare_live
from consent_db import audit, photos
from consent_db import posts as post_rows
from tests.flow.posting import Story, releases_of
from tests.schools import FACEBOOK


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def approved_pixels(story: Story, post_id: str) -> np.ndarray:
    with story.workspace.database.read() as connection:
        made = {r.platform_id: r for r in post_rows.current_renditions(connection, post_id)}[FACEBOOK]
        key = photos.wrapped_key(connection, made.vault_name)
    return story.workspace.decoder.decode(story.workspace.vault.read(made.vault_name, key)).pixels.copy()


def test_a_saved_copy_is_known_a_strange_picture_is_not_and_a_cover_that_came_off_is_noticed(story, out) -> None:
    post = story.approved()
    release = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).release
    publish.note_live(story.workspace, story.deputy, release.id, "https://example.org/1")
    pixels = approved_pixels(story, post.id)

    same = compare_live(story.workspace, story.deputy, release.id, encode_jpeg(pixels, max_bytes=500_000, quality=70))
    assert (same.is_same, same.number) == (True, 1)

    strange = np.random.default_rng(3).integers(0, 255, pixels.shape, dtype=np.uint8)
    other = compare_live(story.workspace, story.deputy, release.id, encode_jpeg(strange, max_bytes=2_000_000))
    assert not other.is_same
    assert "None of the pictures" in other.words

    bare = pixels.copy()
    bare[40:160, 240:340] = (250, 200, 170)
    leaked = compare_live(story.workspace, story.deputy, release.id, encode_jpeg(bare, max_bytes=2_000_000))
    assert not leaked.is_same
    assert "Take it down" in leaked.words
    assert releases_of(story, post.id)[0].comparison == leaked.words
    with story.workspace.database.read() as connection:
        assert audit.verify(connection).ok
    with pytest.raises(NotAllowedError):
        compare_live(story.workspace, story.office, release.id, b"")
