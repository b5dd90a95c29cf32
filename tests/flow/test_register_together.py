"""Several PCs on one register: nothing anybody was told is kept gets lost, whoever is killed on the way."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from app.domain.people import Role
from app.workflow import register
from consent_db import audit, consent
from tests.conftest import ROOT
from tests.schools import FACEBOOK, PASSPHRASE, School


def _start(school: School, forename: str, count: int) -> subprocess.Popen[str]:
    arguments = [str(school.workspace.folder), school.pupils[forename].id, str(count)]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.flow.register_writer", *arguments],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(PASSPHRASE + "\n")
    process.stdin.close()
    return process


def _told(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        told = process.stdout.read().split()
        assert process.wait() in (0, -signal.SIGKILL), process.stderr.read()
    return told


def _recorded(school: School, forename: str) -> list[str]:
    with school.workspace.database.read() as connection:
        assert audit.verify(connection).ok
        return [e.id for e in consent.history(connection, school.pupils[forename].id)]


def test_programs_that_write_at_the_same_time_lose_nothing(either_school: School) -> None:
    writers = [_start(either_school, forename, 15) for forename in ("Amara", "Ben")]
    register.take_consent_away(
        either_school.workspace, either_school.actor(Role.CONTRIBUTOR), either_school.pupils["Dev"].id,
        platform_ids=[FACEBOOK],
    )  # fmt: skip
    told = [_told(writer) for writer in writers]
    assert [len(ids) for ids in told] == [15, 15]
    assert told == [_recorded(either_school, "Amara"), _recorded(either_school, "Ben")]
    assert _recorded(either_school, "Dev")


def test_a_program_killed_while_writing_leaves_all_it_told_and_nothing_half(either_school: School) -> None:
    killed, other = _start(either_school, "Amara", 100_000), _start(either_school, "Ben", 15)
    assert killed.stdout is not None
    first = [killed.stdout.readline().strip() for _ in range(5)]
    killed.send_signal(signal.SIGKILL)
    told = first + _told(killed)
    recorded = _recorded(either_school, "Amara")
    assert recorded[: len(told)] == told
    assert len(recorded) - len(told) in (0, 1)  # one may have been kept without having been told yet
    assert len(_told(other)) == 15
    with either_school.workspace.database.read() as connection:
        said = [e for e in audit.latest(connection, limit=10_000) if e.actor == "writer"]
    assert len(said) == len(_recorded(either_school, "Amara")) + 15


def test_the_files_of_a_workspace_hold_no_name_no_picture_and_no_number_in_clear(
    school: School, tmp_path: Path
) -> None:
    from tests.flow.posting import photo_with_faces, tell

    story = tell(school, tmp_path / "camera")
    story.submitted()
    photo = photo_with_faces()
    secrets = [
        name.encode(coding)
        for pupil in school.pupils.values()
        for name in (pupil.legal_surname, pupil.name)
        for coding in ("utf-8", "utf-16-le")
    ]
    secrets += [b"Hollybank pupils", b"Sports day", b"paper form", photo[:64], photo[1000:1064], b"SQLite format 3"]
    files = [path for path in school.workspace.folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"register.db", "register.db-wal", "workspace.json"}
    assert sum(path.parent.name != school.workspace.folder.name for path in files) >= 3  # the photo and two pictures
    for path in files:
        data = path.read_bytes()
        found = [secret for secret in secrets if secret in data]
        assert not found, f"{path.name} holds {found[0]!r} in clear"
