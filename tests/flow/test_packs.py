"""Packs on this PC: one at a time, erased once they are not needed, stopped by a no however far the export has come."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.domain import school_rules as rules
from app.domain.consent import Answer, ConsentKind
from app.domain.errors import NotAllowedError, StorageError
from app.domain.faults import KillPoint
from app.domain.post import PostPlatform, PostState, ReleaseState, TaskKind
from app.domain.submission import Confirmed
from app.publishing.pack_files import PackWords, stage_pack
from app.workflow import approve, packs, posts, publish, register, review, school_settings
from app.workflow.places import live_places
from consent_db import audit
from consent_db.schema_photos import photo as photo_table
from tests.flow.posting import EVENT, Story, nothing_written, post_now, releases_of, tasks_open
from tests.schools import FACEBOOK, WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def actions(story: Story) -> list[str]:
    with story.workspace.database.read() as connection:
        assert audit.verify(connection).ok
        return [event.action for event in audit.latest(connection)]


def export(story: Story, post, out: Path, platform=FACEBOOK, workspace=None):
    return publish.export_release(workspace or story.workspace, story.deputy, post.id, platform, out)


def saying_no(story: Story, point: str):
    """The workspace in which Amara's parents say no at this very moment of an export."""
    said: list[str] = []

    def fault(at: str) -> None:
        if at == point and not said:
            said.append(at)
            register.take_consent_away(story.workspace, story.deputy, story.school.pupils["Amara"].id)

    return replace(story.workspace, fault=fault)


@pytest.mark.policy("002-25", "002-18")
@pytest.mark.parametrize(
    "point", [KillPoint.BEFORE_PACK, KillPoint.MID_PACK, KillPoint.AFTER_COMMIT, KillPoint.AFTER_PACK]
)
def test_a_no_during_an_export_stops_it_removes_the_pack_and_stands_in_the_records(story, out, point) -> None:
    post = story.approved()
    with pytest.raises(NotAllowedError):
        export(story, post, out, workspace=saying_no(story, point))
    assert nothing_written(out)
    assert "export-stopped" in actions(story)
    assert post_now(story, post.id).state is PostState.DRAFT
    live = [r for r in releases_of(story, post.id) if r.pack_erased_at is None]
    assert live == []


def test_a_no_after_the_export_removes_the_pack_at_the_next_look(story, out) -> None:
    post = story.approved()
    made = export(story, post, out)
    register.take_consent_away(story.workspace, story.deputy, story.school.pupils["Amara"].id)
    assert len(tasks_open(story, TaskKind.TAKEDOWN)) == 1
    assert [r.id for r in packs.erase_packs(story.workspace)] == [made.release.id]
    assert nothing_written(out)
    assert actions(story)[0] == "pack-erased"
    assert packs.erase_packs(story.workspace) == ()
    assert releases_of(story, post.id)[0].state is ReleaseState.EXPORTED  # it may have been posted: the task stays


def test_one_pack_at_a_time_and_none_once_it_is_online(story, out) -> None:
    post = story.approved()
    first = export(story, post, out)
    with pytest.raises(NotAllowedError, match="not online yet"):
        export(story, post, out, WEBSITE)
    publish.note_live(story.workspace, story.deputy, first.release.id, "https://example.org/posts/1")
    assert nothing_written(out)
    second = export(story, post, out, WEBSITE)
    publish.note_taken_down(story.workspace, story.deputy, second.release.id, "seen gone, 10:42")
    assert nothing_written(out)
    assert actions(story).count("pack-erased") == 2


def test_only_a_pack_is_ever_erased(story, out) -> None:
    post = story.approved()
    made = export(story, post, out)
    (made.folder / "manifest.json").unlink()
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://example.org/posts/1")
    assert made.folder.is_dir()
    assert releases_of(story, post.id)[0].pack_erased_at is None


def test_what_another_school_is_writing_into_the_same_folder_is_left_alone(story, out) -> None:
    words = PackWords(caption="Hello", checklist=lambda names: "", details={})
    theirs = stage_pack(out, "clearpost-facebook-2026-01-01-ffffff12345678", pictures=(), words=words)
    mark = packs.mark_of(story.workspace)
    ours = stage_pack(out, f"clearpost-facebook-2026-01-01-{mark}12345678", pictures=(), words=words)
    export(story, story.approved(), out)
    assert theirs.staged.is_dir()
    assert not ours.staged.exists()


def test_while_another_program_writes_a_pack_nobody_clears_it_away(story, out, monkeypatch) -> None:
    monkeypatch.setattr(packs, "_WAIT_S", 0.0)
    words = PackWords(caption="Hello", checklist=lambda names: "", details={})
    mark = packs.mark_of(story.workspace)
    with packs.exporting(story.workspace):
        half = stage_pack(out, f"clearpost-facebook-2026-01-01-{mark}12345678", pictures=(), words=words)
        with pytest.raises(StorageError, match="handing out a post just now"):
            export(story, story.approved(), out)
        assert half.staged.is_dir()


@pytest.mark.policy("001-15")
def test_packs_go_to_no_cloud_folder_and_only_to_the_folders_the_school_registered(story, out) -> None:
    post = story.approved()
    cloud = out / "OneDrive - Hollybank"
    cloud.mkdir()
    with pytest.raises(NotAllowedError, match="cloud"):
        export(story, post, cloud)
    school_settings.settle(story.workspace, story.head, rules.PACK_FOLDERS, [str(out / "packs")])
    with pytest.raises(NotAllowedError, match="registered"):
        export(story, post, out)
    assert [p.name for p in out.iterdir()] == [cloud.name]
    assert export(story, post, out / "packs").folder.is_dir()


@pytest.mark.policy("002-22")
def test_a_name_in_words_that_went_out_is_remembered_after_the_post_was_edited(story, out) -> None:
    story.school.say("Amara", FACEBOOK, Answer.YES, ConsentKind.NAME)
    post = story.draft(captions={FACEBOOK: "Well done Amara!"})
    own = story
    assert [o.problem for o in posts.render_post(own.workspace, own.office, post.id)] == [None]
    posts.submit_post(own.workspace, own.office, post.id, confirmed=Confirmed)
    approve.approve(own.workspace, own.head, post.id)
    made = export(own, post, out)
    publish.note_live(own.workspace, own.deputy, made.release.id, "https://example.org/posts/1")
    posts.edit_post(
        own.workspace, own.office, post.id, title="Later", pictures=(), about=post.about,
        platforms=[PostPlatform(FACEBOOK, "A sunny day.")],
    )  # fmt: skip
    with own.workspace.database.read() as connection:
        assert live_places(connection, own.school.pupils["Amara"]) == ("“Later” on facebook",)
    own.school.say("Amara", FACEBOOK, Answer.WITHDRAWN, ConsentKind.NAME)
    [task] = tasks_open(own, TaskKind.TAKEDOWN)
    assert task.release_id == made.release.id


def test_a_list_of_children_reaches_every_photo_of_its_event(story) -> None:
    with story.workspace.database.transaction() as connection:
        row = dict(connection.execute(select(photo_table)).mappings().one())
        for number in range(2, 1003):
            new = {"id": f"copy-{number}", "number": number, "sha256": f"{number:064d}"}
            connection.execute(insert(photo_table).values(**(row | new)))
    pupils = [p.id for p in story.school.pupils.values()]
    review.set_roster(story.workspace, story.office, EVENT, pupils)
    with story.workspace.database.read() as connection:
        newest = audit.latest(connection)[0]
    assert newest.action == "roster-set"
    assert story.photo_id in json.loads(newest.body)["subjects"]  # the oldest of them
