"""Kill the program at every step on a post's way out, start it again: no half pack, no pack without its release."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import NotAllowedError
from app.domain.faults import KillPoint
from app.domain.photo import digest_of
from app.domain.post import PostState, ReleaseState
from app.domain.submission import Confirmed
from app.workflow import approve, posts, publish
from consent_db import audit, releases
from consent_db import posts as post_rows
from tests.flow.posting import Story, reopened, tell
from tests.schools import FACEBOOK

ROOT = Path(__file__).resolve().parents[2]
KILLED = -9


def run(story: Story, act: str, post_id: str, out: Path, point: str) -> int:
    """The exit code of a separate program that does one act and may be killed on the way."""
    story.workspace.close()
    command = [sys.executable, "-m", "tests.flow.killable_export", str(story.workspace.folder), act, post_id, str(out)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    code = subprocess.run([*command, point], cwd=ROOT, env=environment, timeout=120).returncode
    story.workspace = reopened(story)
    return code


def whole_packs(out: Path) -> list[Path]:
    """Visible packs, each of which must be complete to the byte."""
    packs = [path for path in out.iterdir() if not path.name.startswith(".")]
    for pack in packs:
        manifest = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
        for name, sha256 in manifest["files"].items():
            assert digest_of((pack / name).read_bytes()) == sha256
    return packs


def exported(story: Story) -> list[Path]:
    with story.workspace.database.read() as connection:
        found = releases.in_state(connection, ReleaseState.EXPORTED)
        assert audit.verify(connection).ok
        return [Path(releases.folder_of(connection, release.id)) for release in found]


@pytest.fixture
def story(school, tmp_path):
    told = tell(school, tmp_path / "camera")
    yield told
    told.workspace.close()


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("point", [KillPoint.BEFORE_PACK, KillPoint.MID_PACK, KillPoint.BEFORE_COMMIT])
def test_killed_before_the_release_is_recorded_nothing_is_out_and_the_next_export_cleans_up(story, out, point):
    post = story.approved()
    assert run(story, "export", post.id, out, point) == KILLED
    assert whole_packs(out) == []
    assert exported(story) == []

    made = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert list(out.iterdir()) == [made.folder]
    assert whole_packs(out) == exported(story) == [made.folder]


def test_killed_between_the_record_and_the_pack_the_pack_appears_at_the_next_start(story, out):
    post = story.approved()
    assert run(story, "export", post.id, out, KillPoint.AFTER_COMMIT) == KILLED
    assert whole_packs(out) == []

    assert list(publish.finish_exports(story.workspace)) == exported(story)
    assert list(out.iterdir()) == whole_packs(out) == exported(story)
    assert publish.finish_exports(story.workspace) == ()


def test_killed_after_the_pack_it_is_out_once(story, out):
    post = story.approved()
    assert run(story, "export", post.id, out, KillPoint.AFTER_PACK) == KILLED
    assert list(out.iterdir()) == whole_packs(out) == exported(story)
    with pytest.raises(NotAllowedError, match="already"):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)


def test_a_damaged_hidden_pack_is_never_made_visible(story, out):
    post = story.approved()
    assert run(story, "export", post.id, out, KillPoint.AFTER_COMMIT) == KILLED
    [hidden] = out.iterdir()
    picture = next(hidden.glob("*.jpg"))
    data = bytearray(picture.read_bytes())
    data[-30] ^= 1
    picture.write_bytes(bytes(data))
    assert publish.finish_exports(story.workspace) == ()
    assert whole_packs(out) == []


def test_killed_before_the_approval_is_kept_there_is_none(story, out):
    post = story.submitted()
    assert run(story, "approve", post.id, out, KillPoint.BEFORE_APPROVAL_COMMIT) == KILLED
    with story.workspace.database.read() as connection:
        assert post_rows.get(connection, post.id).state is PostState.SUBMITTED
        assert post_rows.standing_approval(connection, post.id) is None
        assert audit.verify(connection).ok
    assert approve.approve(story.workspace, story.head, post.id).post_id == post.id


@pytest.mark.parametrize(
    "point", [KillPoint.BEFORE_RENDER, KillPoint.AFTER_RENDER, KillPoint.AFTER_RENAME, KillPoint.BEFORE_FSYNC]
)
def test_killed_while_pictures_are_made_no_half_picture_is_recorded(story, out, point):
    post = story.draft()
    assert run(story, "render", post.id, out, point) == KILLED
    with story.workspace.database.read() as connection:
        assert post_rows.current_renditions(connection, post.id) == ()
        assert audit.verify(connection).ok
    assert [o.problem for o in posts.render_post(story.workspace, story.office, post.id)] == [None, None]
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
