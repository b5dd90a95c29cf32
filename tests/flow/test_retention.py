"""Keeping and erasing by the school's schedule: what is past its time, what is kept all the same, and who confirms."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.faults import KillPoint
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.domain.retention import Keep, RecordClass, end_of_school_year, school_day
from app.workflow import publish, register, retention
from app.workflow.import_photos import import_photos
from consent_db import audit, biometrics, sources, tombstones
from consent_db.schema_imports import import_batch, import_question
from tests.clocks import later
from tests.flow.erasing import chain_of, rows_in, vault_files
from tests.flow.importing import SECRETARY, count, fill_phone, inconsistencies, open_school, rows
from tests.flow.killable_erasure import OFFICER
from tests.flow.posting import Story
from tests.schools import FACEBOOK

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def on_day(story: Story, days: int, role: Role = Role.DPO):
    return retention.preview(later(story.workspace, days), story.school.actor(role))


def classes(shown) -> list[RecordClass]:
    return [item.record_class for item in shown.items]


def confirm(story: Story, days: int, shown=None):
    workspace = later(story.workspace, days)
    shown = shown or retention.preview(workspace, story.school.actor(Role.DPO))
    return retention.erase(workspace, story.school.actor(Role.DPO), shown, typed=len(shown.items))


@pytest.mark.policy("000-18", "001-24", "002-12")
def test_an_expired_photo_is_purged_and_leaves_only_a_tombstone(story: Story) -> None:
    head = chain_of(story.workspace).head
    assert classes(on_day(story, 30)) == []
    shown = on_day(story, 31)
    assert classes(shown) == [RecordClass.UNUSED_PHOTO]
    assert [outcome.problem for outcome in confirm(story, 31, shown)] == [None]
    assert rows_in(story.workspace, "photo") == rows_in(story.workspace, "vault_object") == 0
    assert vault_files(story.workspace) == set()
    [left] = retention.erasure_log(story.workspace, story.school.actor(Role.DPO))
    assert left.reason == "past its time: 30 days after the day they came in"
    assert left.erased_by == story.school.actor(Role.DPO).user_id
    assert chain_of(story.workspace, against=head).ok


def test_a_photo_behind_a_post_is_kept_to_the_end_of_its_school_year_and_thirty_days(story: Story) -> None:
    story.draft()
    today = school_day(story.workspace.clock.now())
    last = (end_of_school_year(today) + timedelta(days=30) - today).days
    assert RecordClass.POSTED_PHOTO not in classes(on_day(story, last))
    assert classes(on_day(story, last + 1)) == [RecordClass.POSTED_PHOTO]


def test_what_a_post_that_is_out_needs_is_kept_past_its_time_and_said_so(story: Story, tmp_path) -> None:
    post = story.approved()
    (tmp_path / "packs").mkdir()
    release = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, tmp_path / "packs").release
    shown = on_day(story, 700)
    assert shown.items == ()
    assert {kept.item.record_class for kept in shown.kept} == {RecordClass.POSTED_PHOTO, RecordClass.PICTURE}
    assert {kept.why for kept in shown.kept} == {(Keep.LIVE,)}
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    assert classes(on_day(story, 700)) == [RecordClass.POSTED_PHOTO], "its pictures go with it"
    assert classes(on_day(story, 31)) == [RecordClass.PICTURE] * 2


def test_pictures_that_wait_for_the_headteacher_are_kept(story: Story) -> None:
    story.submitted()
    assert {kept.why for kept in on_day(story, 40).kept} == {(Keep.WAITING,)}


def test_an_approval_that_ran_out_keeps_nothing(story: Story) -> None:
    story.approved()
    assert classes(on_day(story, 40)) == [RecordClass.PICTURE] * 2


def leave(story: Story, forename: str) -> None:
    gone = replace(story.school.pupils[forename], on_roll_until=story.workspace.clock.today() - timedelta(days=1))
    register.change_person(story.workspace, story.school.actor(Role.CONSENT_ADMIN), gone)


def test_a_leaver_is_kept_a_year_and_then_erased_with_their_evidence(story: Story) -> None:
    leave(story, "Ella")
    assert RecordClass.LEAVER not in classes(on_day(story, 364))
    shown = on_day(story, 365)
    [item] = [item for item in shown.items if item.record_class is RecordClass.LEAVER]
    assert item.label == "Ella Moss"
    assert [outcome.problem for outcome in confirm(story, 365, shown)] == [None] * len(shown.items)
    with story.workspace.database.read() as connection:
        assert tombstones.stands(connection, item.id)


def test_a_leaver_in_a_post_that_is_out_is_kept_as_long_as_it_is(story: Story, tmp_path) -> None:
    post = story.approved()
    (tmp_path / "packs").mkdir()
    publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, tmp_path / "packs")
    leave(story, "Amara")
    [kept] = [kept for kept in on_day(story, 400).kept if kept.item.record_class is RecordClass.LEAVER]
    assert kept.why == (Keep.LIVE,)
    assert kept.places == ("“Sports day” on facebook",)


def test_names_stand_in_a_preview_only_for_those_who_may_see_the_register(story: Story) -> None:
    leave(story, "Ella")
    words = [item.label for item in on_day(story, 400, Role.IT).items]
    assert words
    assert not any("Ella" in label or "Sports day" in label for label in words)
    with pytest.raises(NotAllowedError):
        on_day(story, 400, Role.CONTRIBUTOR)


def test_a_face_template_without_a_consent_is_overdue_at_once(story: Story) -> None:
    with story.workspace.database.transaction() as connection:
        biometrics.add_template(
            connection, story.school.pupils["Ben"].id, network="none", sealed=b"sealed", quality=0.9,
            until=story.workspace.clock.today() + timedelta(days=300), by="set-up",
        )  # fmt: skip
    assert classes(on_day(story, 0)) == [RecordClass.TEMPLATE]
    assert [outcome.problem for outcome in confirm(story, 0)] == [None]
    assert rows_in(story.workspace, "face_template") == 0


def test_settled_questions_go_after_a_year_and_open_ones_stay(story: Story) -> None:
    now = story.workspace.clock.now()
    with story.workspace.database.transaction() as connection:
        connection.execute(
            import_batch.insert().values(
                id="b1", kind="consents", file_sha256="0" * 64, rows=1, applied_at=now, applied_by="data"
            )
        )
        for identifier, settled_at in (("q1", now), ("q2", None)):
            connection.execute(
                import_question.insert().values(
                    id=identifier, batch_id="b1", line=1, words="no FB please", raised_at=now, settled_at=settled_at
                )
            )
    assert RecordClass.QUESTION not in classes(on_day(story, 365))
    assert [i.id for i in on_day(story, 366).items if i.record_class is RecordClass.QUESTION] == ["q1"]


def test_receipts_go_after_six_years_and_the_chain_of_records_never_does(story: Story) -> None:
    with story.workspace.database.transaction() as connection:
        sources.add_receipt(connection, kind="x", subject="s", words="w", actor="a", audit_head="0" * 64)
    shown = on_day(story, 2193)
    assert RecordClass.RECEIPT in classes(shown)
    assert RecordClass.RECEIPT not in classes(on_day(story, 2192))
    [chain] = [kept for kept in shown.kept if kept.item.record_class is RecordClass.AUDIT]
    assert chain.why == (Keep.CHAIN,)
    assert chain.count == chain_of(story.workspace).events


def test_a_school_changes_a_period_and_never_below_what_the_law_needs(story: Story) -> None:
    head, dpo = story.head, story.school.actor(Role.DPO)
    retention.set_period(story.workspace, head, RecordClass.UNUSED_PHOTO, 7)
    assert classes(on_day(story, 8)) == [RecordClass.UNUSED_PHOTO]
    with story.workspace.database.read() as connection:
        assert audit.latest(connection, limit=1)[0].action == "retention-settled"
    for record_class, days in ((RecordClass.RECEIPT, 2000), (RecordClass.UNUSED_PHOTO, 0), (RecordClass.TEMPLATE, 5)):
        with pytest.raises(RegisterError):
            retention.set_period(story.workspace, head, record_class, days)
    with pytest.raises(NotAllowedError):
        retention.set_period(story.workspace, dpo, RecordClass.UNUSED_PHOTO, 30)


def test_a_preview_that_changed_meanwhile_erases_nothing(story: Story) -> None:
    shown = on_day(story, 31)
    story.draft()
    with pytest.raises(RegisterError, match="changed since this was looked up"):
        confirm(story, 31, shown)
    assert rows_in(story.workspace, "photo") == 1


def test_something_that_changes_while_others_are_erased_is_left_whole(story: Story) -> None:
    shown = on_day(story, 31)
    erasing = confirm(story, 31, shown)
    story.draft()
    [outcome] = list(erasing)
    assert outcome.problem is not None
    assert outcome.problem.code == "conflict"
    assert rows_in(story.workspace, "photo") == 1
    assert rows_in(story.workspace, "tombstone") == 0


def test_a_look_ahead_cannot_be_confirmed_today(story: Story) -> None:
    ahead = retention.preview(
        story.workspace, story.school.actor(Role.DPO), story.workspace.clock.today() + timedelta(40)
    )
    assert len(ahead.items) == 1
    with pytest.raises(RegisterError):
        retention.erase(story.workspace, story.school.actor(Role.DPO), ahead, typed=1)


def test_the_number_of_items_has_to_be_typed(story: Story) -> None:
    workspace, dpo, shown = later(story.workspace, 31), story.school.actor(Role.DPO), on_day(story, 31)
    assert "Nobody can bring them back" in shown.warning
    assert "Type 1 to confirm" in shown.warning
    with pytest.raises(NotAllowedError, match="1 items, and 2 was typed"):
        retention.erase(workspace, dpo, shown, typed=2)
    with pytest.raises(RegisterError, match="nothing to erase"):
        retention.erase(story.workspace, dpo, on_day(story, 0), typed=0)


def fill_school(folder: Path, phone: Path):
    workspace = open_school(folder)
    fill_phone(phone, 3)
    outcomes = import_photos(
        workspace, SECRETARY, FolderDevice(phone), event="Sports day", device_kind=DeviceKind.SCHOOL,
        remove_originals=False,
    )  # fmt: skip
    assert [outcome.problem for outcome in outcomes] == [None] * 3
    return workspace


def test_cancelling_keeps_what_was_not_reached(tmp_path) -> None:
    workspace = later(fill_school(tmp_path / "school", tmp_path / "phone"), 60)
    erasing = retention.erase(workspace, OFFICER, retention.preview(workspace, OFFICER), typed=3)
    assert next(erasing).problem is None
    erasing.close()
    assert count(workspace, "photo") == count(workspace, "tombstone") + 1 == 2
    assert list(inconsistencies(workspace)) == []
    workspace.close()


@pytest.mark.parametrize("which", [1, 2, 3])
@pytest.mark.parametrize("point", [KillPoint.BEFORE_COMMIT, KillPoint.AFTER_COMMIT])
def test_a_program_that_ends_while_erasing_leaves_each_photo_whole_or_gone(tmp_path, point, which) -> None:
    folder = tmp_path / "school"
    fill_school(folder, tmp_path / "phone").close()
    command = [sys.executable, "-m", "tests.flow.killable_erasure", str(folder), point, str(which)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=120)
    assert done.returncode == -9
    workspace = open_school(folder)
    gone = which if point is KillPoint.AFTER_COMMIT else which - 1
    assert count(workspace, "tombstone") == gone
    assert len(rows(workspace)) == count(workspace, "photo") == count(workspace, "vault_object") == 3 - gone
    assert list(inconsistencies(workspace)) == []
    with workspace.database.read() as connection:
        strays = list(workspace.vault.strays(sources.vault_objects(connection)))
    assert len(strays) == (1 if point is KillPoint.AFTER_COMMIT else 0), "ciphertext without a key, for upkeep to sweep"
    workspace.close()
    again = [*command[:-2], "-", "1"]
    left = subprocess.run(again, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert left.returncode == 0 or gone == 3, left.stderr
    workspace = open_school(folder)
    assert count(workspace, "photo") == 0
    assert count(workspace, "tombstone") == 3
    workspace.close()
