"""A part of the records as evidence: it matches the log, proves itself, and taking it out is recorded."""

from __future__ import annotations

import csv
import hashlib
import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import NotAllowedError, StorageError
from app.domain.people import Role
from app.domain.record_words import has_words, words_of
from app.workflow import publish, record_slices, register, users
from app.workflow.record_slices import Part
from consent_db import audit
from tests.flow.posting import Story
from tests.schools import FACEBOOK, PASSWORD

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def everything(story: Story) -> list[audit.AuditEvent]:
    with story.workspace.database.read() as connection:
        return sorted(audit.latest(connection, limit=10_000), key=lambda e: e.sequence)


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.policy("000-06", "004-17")
def test_a_part_by_user_and_day_matches_the_log_and_each_line_proves_itself(story: Story, tmp_path) -> None:
    today, office = story.workspace.clock.today(), story.office
    theirs = [event for event in everything(story) if event.actor == office.user_id]
    part = Part(user_id=office.user_id, first=today, last=today)
    exported = record_slices.export_part(story.workspace, story.head, part, tmp_path / "part.csv")
    lines = read_csv(exported.path)
    assert [(int(line["number"]), line["action"], line["hash"]) for line in lines] == [
        (event.sequence, event.action, event.hash) for event in theirs
    ]
    assert len(lines) > 5
    assert all(hashlib.sha256(line["body"].encode()).hexdigest() == line["hash"] for line in lines)
    assert {line["who"] for line in lines} == {"Contributor"}


def test_an_archive_holds_the_same_lines_with_the_head_and_how_to_check_it(story: Story, tmp_path) -> None:
    head = everything(story)[-1].hash
    exported = record_slices.export_part(story.workspace, story.head, Part(), tmp_path / "part.db")
    with sqlite3.connect(exported.path) as archive:
        lines = archive.execute("SELECT number, body, hash FROM records ORDER BY number").fetchall()
        [(note,)] = archive.execute("SELECT words FROM note").fetchall()
    archive.close()
    assert [line[2] for line in lines] == [event.hash for event in everything(story)[:-1]]
    assert f"Head: {head}" in note
    assert "SHA-256" in note
    with story.workspace.database.read() as connection:
        assert audit.verify(connection, against=head).ok


@pytest.mark.parametrize("among", [1, 2, 1000])
def test_the_first_of_a_part_are_its_newest_however_far_back_they_are(story: Story, monkeypatch, among: int) -> None:
    monkeypatch.setattr("consent_db.record_slices._AMONG", among)
    for action in {event.action for event in everything(story)}:
        part = Part(actions=frozenset({action}))
        whole = record_slices.numbers(story.workspace, story.head, part)
        assert whole
        for limit in (1, 3, len(whole), len(whole) + 1):
            assert record_slices.numbers(story.workspace, story.head, part, limit=limit) == whole[:limit]


def test_taking_a_part_out_is_recorded(story: Story, tmp_path) -> None:
    record_slices.export_part(story.workspace, story.head, Part(action="signed-in"), tmp_path / "part.csv")
    last = everything(story)[-1]
    assert (last.action, last.actor) == ("records-exported", story.head.user_id)


def test_records_of_one_photo_are_found_by_its_id(story: Story) -> None:
    lines, number = record_slices.lines(story.workspace, story.head, Part(subject=story.photo_id))
    assert number == len(lines) > 3
    assert all(story.photo_id in line.record.subjects for line in lines)
    assert record_slices.lines(story.workspace, story.head, Part(subject=story.photo_id[:-1])) == ((), 0)


@pytest.mark.policy("002-05")
def test_the_story_of_one_publication_to_its_takedown_is_one_part_of_the_records(story: Story, tmp_path) -> None:
    post = story.approved()
    (tmp_path / "packs").mkdir()
    release = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, tmp_path / "packs").release
    publish.note_live(story.workspace, story.deputy, release.id, "https://social.example/p/1")
    register.take_consent_away(story.workspace, story.office, story.school.pupils["Amara"].id)
    publish.note_taken_down(story.workspace, story.deputy, release.id, proof="looked, it is gone")
    exported = record_slices.export_part(
        story.workspace, story.head, Part(subject=release.id), tmp_path / "investigation.csv"
    )
    lines = read_csv(exported.path)
    assert [line["action"] for line in lines] == [
        "post-exported",
        "release-live",
        "pack-erased",
        "release-taken-down",
    ]
    assert {line["who"] for line in lines} == {"Deputy"}


def test_days_are_the_schools_and_inclusive(story: Story) -> None:
    today = story.workspace.clock.today()
    whole = len(everything(story))
    for first, last, expected in (
        (today, today, whole),
        (today + timedelta(1), None, 0),
        (None, today - timedelta(1), 0),
    ):
        _lines, number = record_slices.lines(story.workspace, story.head, Part(first=first, last=last))
        assert number == expected


@pytest.mark.parametrize("ending", [".csv", ".db"])
def test_a_part_that_cannot_be_written_leaves_no_file_and_no_record(story: Story, tmp_path, ending) -> None:
    before = len(everything(story))
    there = tmp_path / f"there{ending}"
    there.write_bytes(b"mine")
    for path in (there, tmp_path / "nowhere" / f"part{ending}", tmp_path / "part.txt"):
        with pytest.raises(StorageError):
            record_slices.export_part(story.workspace, story.head, Part(), path)
    assert there.read_bytes() == b"mine"
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*")) == []
    assert len(everything(story)) == before


def test_a_name_that_looks_like_a_formula_stays_text_in_the_table(story: Story, tmp_path) -> None:
    it = story.school.actor(Role.IT)
    users.add_user(story.workspace, it, username="eve", name="=1+1", password=PASSWORD, roles={Role.GOVERNOR})
    users.sign_in(story.workspace, "eve", PASSWORD)
    exported = record_slices.export_part(story.workspace, story.head, Part(action="signed-in"), tmp_path / "part.csv")
    assert read_csv(exported.path)[-1]["who"] == "'=1+1"


@pytest.mark.policy("000-17")
def test_nobody_without_the_right_reads_or_exports_records(story: Story, tmp_path) -> None:
    for role in (
        Role.CONTRIBUTOR,
        Role.DSL,
        Role.CONSENT_ADMIN,
        Role.DEPUTY,
        Role.BUSINESS_MANAGER,
        Role.GOVERNOR,
        Role.EXTERNAL,
    ):
        actor = story.school.actor(role)
        with pytest.raises(NotAllowedError, match="may not see the records"):
            record_slices.lines(story.workspace, actor, Part())
        with pytest.raises(NotAllowedError):
            record_slices.export_part(story.workspace, actor, Part(), tmp_path / "part.csv")
    for role in (Role.HEAD, Role.DPO, Role.IT):
        assert record_slices.lines(story.workspace, story.school.actor(role), Part())[1] > 0


@pytest.mark.policy("000-16", "001-23", "003-15", "004-15")
def test_sign_ins_imports_views_edits_approvals_and_exports_are_all_in_the_records(story: Story, tmp_path) -> None:
    from app.workflow import review

    users.sign_in(story.workspace, "head", PASSWORD)
    review.note_look_underneath(story.workspace, story.office, story.photo_id)
    register.take_consent_away(story.workspace, story.office, story.school.pupils["Dev"].id)
    post = story.approved()
    (tmp_path / "packs").mkdir()
    publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, tmp_path / "packs")
    recorded = {event.action for event in everything(story)}
    assert recorded >= {
        "signed-in", "photo-imported", "looked-underneath", "consent-taken-away", "post-created", "post-approved",
        "post-exported",
    }  # fmt: skip


def test_every_action_the_program_records_has_plain_words() -> None:
    recorded = set()
    for path in [*(ROOT / "app").rglob("*.py"), *(ROOT / "consent_db").rglob("*.py")]:
        for call in re.findall(r"audit\.append\(([^)]*)", path.read_text(encoding="utf-8")):
            recorded |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', call.split("subjects")[0].split("details")[0]))
    assert len(recorded) > 30
    assert sorted(action for action in recorded if not has_words(action)) == []
    assert words_of("something-new") == "something new"
