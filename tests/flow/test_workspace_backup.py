"""A back-up and what comes out of it: the same photos and records on another PC, or a refusal that leaves nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.bootstrap import open_workspace
from app.devices.folder_device import FolderDevice
from app.domain.errors import KnownError, NotAllowedError, StorageError
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.storage.keys import new_recovery_passphrase
from app.workflow import backup as backups
from app.workflow.backup import back_up
from app.workflow.import_photos import import_photos
from app.workflow.restore import restore
from consent_db import audit, photos, vault_objects
from consent_db.consent import RESTORED_AT
from tests.flow.importing import PlainDecoder, fill_phone
from tests.full_register import everything
from tests.schools import School

ROOT = Path(__file__).resolve().parents[2]
BACKUP_PASSPHRASE = "the back-up has its own"


def with_photos(school: School, phone: Path, count: int = 3) -> School:
    from dataclasses import replace

    from app.workflow.workspace import Tools

    fill_phone(phone, count)
    workspace = replace(school.workspace, tools=Tools(decoder=PlainDecoder(), engines=school.workspace.engines))
    outcomes = import_photos(
        workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(phone),
        event="Sports day", device_kind=DeviceKind.SCHOOL, remove_originals=False,
    )  # fmt: skip
    assert [o.problem for o in outcomes] == [None] * count
    return school


def backed_up(school: School, target: Path) -> backups.BackupDone:
    *_, last = back_up(school.workspace, school.actor(Role.IT), target, passphrase=BACKUP_PASSPHRASE)
    assert last.done_with is not None
    return last.done_with


def photo_digests(workspace) -> dict[str, bytes]:
    """Every object of the vault as its register finds and opens it."""
    with workspace.database.read() as connection:
        rows = vault_objects.everything(connection)
    return {row.sha256: workspace.vault.read(row.name, row.wrapped_key) for row in rows}


def rows_of(workspace, *, without_records_after: int | None = None):
    with workspace.database.read() as connection:
        found = everything(connection)
        count = audit.verify(connection).events
    if without_records_after is not None:
        found["audit_event"] = [row for row in found["audit_event"] if row[0] <= without_records_after]
        # What a restore adds by itself: when it was, and that somebody enters what was answered since.
        found["school_setting"] = [row for row in found["school_setting"] if RESTORED_AT not in row]
        found["task"] = [
            row for row in found["task"] if not any("came back from a back-up" in str(cell) for cell in row)
        ]
    return found, count


@pytest.fixture
def saved(either_school, tmp_path) -> tuple[School, backups.BackupDone, dict, int]:
    """A school with photos, its back-up, and what was in the register at that moment."""
    school = with_photos(either_school, tmp_path / "phone")
    before, count = rows_of(school.workspace)
    done = backed_up(school, tmp_path / "school.backup")
    return school, done, before, count


def test_what_comes_back_is_the_same_to_the_last_row_and_byte_from_either_engine(saved, tmp_path):
    school, done, before, count = saved
    *_, last = restore(done.file, tmp_path / "new", passphrase=BACKUP_PASSPHRASE, against=done.head)
    assert (last.done_with.objects, last.done_with.missing, last.done_with.head) == (3, 0, done.head)
    workspace = open_workspace(tmp_path / "new", passphrase=BACKUP_PASSPHRASE)
    after, _count = rows_of(workspace, without_records_after=count)
    assert after == before
    assert photo_digests(workspace) == photo_digests(school.workspace)
    with workspace.database.read() as connection:
        assert audit.verify(connection, against=done.head).ok
        assert len(photos.latest(connection)) == 3
    workspace.close()


def test_making_one_is_recorded_with_the_head_that_is_in_it(saved):
    school, done, _before, _count = saved
    with school.workspace.database.read() as connection:
        event = audit.latest(connection, limit=1)[0]
    assert event.action == "workspace-backed-up"
    assert done.head in event.body
    assert done.is_on_same_disk


def test_nothing_readable_is_in_the_file(saved):
    _school, done, _before, _count = saved
    data = done.file.read_bytes()
    for word in (b"Amara", b"Okafor", b"Caitlin", b"IMG_0001", b"JFIF", b"Sam Hill", b"argon2id$"):
        assert word not in data


def test_only_its_passphrase_or_the_printed_one_opens_it(school, tmp_path):
    from app.storage.card import read_card, with_passphrase, write_card

    printed = new_recovery_passphrase()
    card = read_card(school.workspace.folder)
    write_card(school.workspace.folder, with_passphrase(card, school.workspace.key, printed, slot="recovery"))
    done = backed_up(school, tmp_path)
    assert done.file.parent == tmp_path
    with pytest.raises(StorageError) as refusal:
        list(restore(done.file, tmp_path / "new", passphrase="four words of secret"))
    assert refusal.value.code == "wrong-passphrase"
    assert not (tmp_path / "new").exists()
    *_, last = restore(done.file, tmp_path / "new", passphrase=printed.lower())
    assert last.done_with.school == "Hollybank Primary School"
    open_workspace(tmp_path / "new", passphrase=printed).close()


def test_only_an_administrator_backs_up_and_never_over_another_file(school, tmp_path):
    target = tmp_path / "school.backup"
    with pytest.raises(NotAllowedError):
        list(back_up(school.workspace, school.actor(Role.HEAD), target, passphrase=BACKUP_PASSPHRASE))
    target.write_bytes(b"the last good one")
    with pytest.raises(StorageError) as refusal:
        backed_up(school, target)
    assert refusal.value.code == "is-there"
    assert target.read_bytes() == b"the last good one"
    with pytest.raises(StorageError, match="too short"):
        list(back_up(school.workspace, school.actor(Role.IT), tmp_path / "b", passphrase="short"))
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["school.backup"]


def test_cancelled_half_way_it_leaves_nothing(school, tmp_path):
    with_photos(school, tmp_path / "phone")
    out = tmp_path / "out"
    out.mkdir()
    steps = back_up(school.workspace, school.actor(Role.IT), out / "b", passphrase=BACKUP_PASSPHRASE)
    assert next(steps).total == 6
    steps.close()
    assert list(out.iterdir()) == []


def test_a_photo_that_was_damaged_before_is_named_and_the_others_are_kept(school, tmp_path):
    with_photos(school, tmp_path / "phone")
    first, second, _third = sorted(p for p in school.workspace.vault.folder.rglob("*") if p.is_file())
    first.write_bytes(first.read_bytes()[:-1] + b"!")
    second.unlink()
    steps = list(back_up(school.workspace, school.actor(Role.IT), tmp_path / "b", passphrase=BACKUP_PASSPHRASE))
    codes = sorted(step.problem.code for step in steps if step.problem)
    assert codes == ["vault-damaged", "vault-missing"]
    assert (steps[-1].done_with.objects, steps[-1].done_with.missing) == (1, 2)
    *_, last = restore(tmp_path / "b", tmp_path / "new", passphrase=BACKUP_PASSPHRASE)
    assert (last.done_with.objects, last.done_with.missing) == (1, 2)


def refusal_of(file: Path, target: Path, against: str | None = None) -> KnownError:
    with pytest.raises(KnownError) as refusal:
        list(restore(file, target, passphrase=BACKUP_PASSPHRASE, against=against))
    assert not target.exists()
    assert [p.name for p in target.parent.iterdir() if target.name in p.name] == []
    return refusal.value


@pytest.mark.parametrize("part", ["register", "contents", "backup.json", "vault/"])
def test_a_byte_changed_in_any_part_is_refused_and_leaves_nothing(school, tmp_path, part):
    done = backed_up(with_photos(school, tmp_path / "phone", 1), tmp_path / "b")
    with zipfile.ZipFile(done.file) as archive:
        entries = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    name = next(name for name in entries if name.startswith(part))
    place = len(entries[name]) // 2 if part != "backup.json" else entries[name].index(b"Hollybank")
    entries[name][place] ^= 1
    rewritten(tmp_path / "changed", entries)
    assert refusal_of(tmp_path / "changed", tmp_path / "new").code == "damaged"


@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.9, 0.999])
def test_cut_off_anywhere_it_is_refused_and_leaves_nothing(school, tmp_path, share):
    done = backed_up(with_photos(school, tmp_path / "phone", 1), tmp_path / "b")
    data = done.file.read_bytes()
    done.file.write_bytes(data[: int(len(data) * share)])
    assert refusal_of(done.file, tmp_path / "new").code == "damaged"


def test_parts_of_two_back_ups_and_files_put_in_or_taken_out_are_refused(school, tmp_path):
    with_photos(school, tmp_path / "phone", 2)
    first, second = (backed_up(school, tmp_path / name).file for name in "ab")
    entries, others = {}, {}
    for file, found in ((first, entries), (second, others)):
        with zipfile.ZipFile(file) as archive:
            found |= {name: archive.read(name) for name in archive.namelist()}
    photo = next(name for name in entries if name.startswith("vault/"))
    for number, doctored in enumerate(
        (
            entries | {"register": others["register"]},
            entries | {"contents": others["contents"]},
            {name: data for name, data in entries.items() if name != photo},
            entries | {"vault/../../evil": b"x"},
            entries | {"vault/aa/" + "a" * 64 + "." + "b" * 16: b"x"},
        )
    ):
        rewritten(tmp_path / f"doctored{number}", doctored)
        assert refusal_of(tmp_path / f"doctored{number}", tmp_path / "new").code == "damaged"
    assert not (tmp_path / "evil").exists()


def test_a_head_from_another_paper_is_refused_and_a_folder_with_something_in_it_is_left_alone(school, tmp_path):
    done = backed_up(school, tmp_path / "b")
    refusal_of(done.file, tmp_path / "new", against="0123456789abcdef" * 4)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("keep me")
    with pytest.raises(StorageError, match="not empty"):
        list(restore(done.file, tmp_path / "full", passphrase=BACKUP_PASSPHRASE))
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["letter.txt"]


def rewritten(path: Path, entries) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, bytes(data))


KILLED = -signal.SIGKILL


@pytest.mark.parametrize("after", ["1", "3", "5", "after-copy", "after-rename"])
def test_killed_while_backing_up_there_is_a_whole_back_up_or_none(school, tmp_path, after):
    with_photos(school, tmp_path / "phone")
    school.workspace.close()
    out = tmp_path / "out"
    out.mkdir()
    assert run_killable("backup", school.workspace.folder, out / "b", after) == KILLED
    if (out / "b").exists():
        *_, last = restore(out / "b", tmp_path / "new", passphrase=BACKUP_PASSPHRASE)
        assert last.done_with.objects == 3
    else:
        assert after in ("1", "3", "after-copy")
    assert run_killable("backup", school.workspace.folder, out / "again", "-") == 0


@pytest.mark.parametrize("after", ["1", "4", "6"])
def test_killed_while_restoring_there_is_no_workspace_and_it_can_be_tried_again(school, tmp_path, after):
    done = backed_up(with_photos(school, tmp_path / "phone"), tmp_path / "b")
    assert run_killable("restore", done.file, tmp_path / "new", after) == KILLED
    assert not (tmp_path / "new").exists()
    *_, last = restore(done.file, tmp_path / "new", passphrase=BACKUP_PASSPHRASE)
    assert last.done_with.objects == 3
    assert [p.name for p in tmp_path.iterdir() if "restoring" in p.name] == []


def run_killable(*words: object) -> int:
    command = [sys.executable, "-m", "tests.flow.killable_upkeep", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=120).returncode


def test_a_disk_that_is_full_leaves_nothing(school, tmp_path):
    with_photos(school, tmp_path / "phone")
    small = tmp_path / "small"
    small.mkdir()
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("a small disk can only be made by root")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(small)], check=False)
    if made.returncode != 0:
        pytest.skip("this container may not mount a small disk")
    try:
        with pytest.raises(StorageError) as refusal:
            backed_up(school, small / "b")
        assert refusal.value.code == "disk-full"
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_work_goes_on_meanwhile_and_the_back_up_holds_one_moment(either_school, tmp_path):
    from app.domain.consent import Answer
    from tests.schools import FACEBOOK

    school = with_photos(either_school, tmp_path / "phone")
    before, count = rows_of(school.workspace)
    steps = back_up(school.workspace, school.actor(Role.IT), tmp_path / "b", passphrase=BACKUP_PASSPHRASE)
    next(steps)
    school.say("Amara", FACEBOOK, Answer.NO)
    with_photos(school, tmp_path / "another phone", 4)
    *_, last = steps
    assert last.done_with.objects == 3
    list(restore(tmp_path / "b", tmp_path / "new", passphrase=BACKUP_PASSPHRASE))
    workspace = open_workspace(tmp_path / "new", passphrase=BACKUP_PASSPHRASE)
    after, _count = rows_of(workspace, without_records_after=count)
    assert after == before
    workspace.close()
