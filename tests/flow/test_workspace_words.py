"""``clearpost workspace ...`` as a person at a terminal uses it: real programs, secrets on standard input alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.bootstrap import open_workspace
from app.storage.keys import has_recovery_form
from consent_db import audit
from consent_db.server import ServerAddress
from tests.flow.test_workspace_backup import photo_digests
from tests.flow.test_workspace_move import owner, rows_of  # noqa: F401  a fixture

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE, PASSWORD, ITS_OWN = "four words of secret", "long enough password", "the back-up has its own"
HEAD = re.compile(r"[0-9a-f]{64}")


@dataclass
class Pc:
    """A PC with nothing on it but Python: its own home, no keyring, and a name of its own."""

    home: Path
    name: str = ""
    said: list[str] = field(default_factory=list)

    def run(self, *words: object, secrets: tuple[str, ...] = (), expect: int = 0) -> subprocess.CompletedProcess[str]:
        self.home.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "app", "workspace", *map(str, words)]
        if self.name:  # a namespace of its own, in which the computer is called otherwise
            command = ["unshare", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"', self.name, *command]
        clean = {"HOME": str(self.home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        done = subprocess.run(
            command, cwd=ROOT, env=clean, input="".join(f"{s}\n" for s in secrets), capture_output=True, text=True
        )
        self.said.append(done.stdout + done.stderr)
        assert done.returncode == expect, done.stderr
        assert "Traceback" not in done.stderr
        return done


@pytest.fixture
def here(tmp_path) -> Iterator[Pc]:
    """The first PC; at the end nothing it ever said may hold a secret that was handed in."""
    pc = Pc(tmp_path / "home")
    yield pc
    for secret in (PASSPHRASE, PASSWORD, ITS_OWN):
        assert not any(secret in words for words in pc.said)


SIGN_IN = ("--user", "it", "--passphrase-stdin", "--password-stdin")


def make(pc: Pc, folder: Path, *words: object, more: tuple[str, ...] = ()) -> str:
    """A workspace by the terminal; its recovery passphrase."""
    done = pc.run(
        "create", "--workspace", folder, "--school", "Hollybank Primary School", "--administrator", "it",
        "--name", "Sam Hill", "--passphrase-stdin", "--password-stdin", *words, secrets=(PASSPHRASE, PASSWORD, *more),
    )  # fmt: skip
    return done.stdout.strip()


def status(pc: Pc, folder: Path, passphrase: str = PASSPHRASE) -> dict:
    done = pc.run("status", "--workspace", folder, *SIGN_IN, "--json", secrets=(passphrase, PASSWORD))
    return json.loads(done.stdout)


def test_made_backed_up_and_restored_on_an_empty_pc(here, tmp_path):
    folder = tmp_path / "school"
    recovery = make(here, folder)
    assert has_recovery_form(recovery)
    before = status(here, folder)
    assert (before["engine"], before["people"], before["backed_up_at"]) == ("embedded", 0, None)
    assert before["is_registered_pc"] is True
    assert before["key_places"] == ["a passphrase", "the printed recovery passphrase"]

    target = tmp_path / "stick"
    target.mkdir()
    words = ("backup", target, "--workspace", folder, *SIGN_IN, "--backup-passphrase-stdin")
    done = here.run(*words, secrets=(PASSPHRASE, PASSWORD, ITS_OWN))
    head = HEAD.search(done.stdout)[0]
    assert "same disk" in done.stderr
    assert status(here, folder)["backed_up_at"]

    (file,) = target.iterdir()
    there = Pc(tmp_path / "empty-home")
    new = tmp_path / "new"
    back = there.run(
        "restore", file, "--to", new, "--against", head, "--passphrase-stdin", "--json", secrets=(ITS_OWN,)
    )
    assert json.loads(back.stdout)["head"] == head
    after = status(there, new, ITS_OWN)
    assert (after["school"], after["is_registered_pc"]) == ("Hollybank Primary School", False)
    there.run("register-pc", "--workspace", new, *SIGN_IN, secrets=(ITS_OWN, PASSWORD))
    assert status(there, new, recovery)["is_registered_pc"] is True
    opened = open_workspace(new, passphrase=ITS_OWN)
    with opened.database.read() as connection:
        assert audit.verify(connection, against=head).ok
    opened.close()


def test_a_damaged_back_up_and_a_wrong_passphrase_end_in_a_sentence_and_exit_1(here, tmp_path):
    folder = tmp_path / "school"
    make(here, folder)
    words = ("backup", tmp_path / "b", "--workspace", folder, *SIGN_IN, "--backup-passphrase-stdin")
    here.run(*words, secrets=(PASSPHRASE, PASSWORD, ITS_OWN))
    restore = ("restore", tmp_path / "b", "--to", tmp_path / "new", "--passphrase-stdin")
    assert "does not open" in here.run(*restore, secrets=(PASSPHRASE,), expect=1).stderr
    data = bytearray((tmp_path / "b").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "b").write_bytes(data)
    assert "damaged" in here.run(*restore, secrets=(ITS_OWN,), expect=1).stderr
    assert not (tmp_path / "new").exists()


def test_the_passphrase_is_changed_and_the_old_and_the_old_printed_one_open_no_more(here, tmp_path):
    folder = tmp_path / "school"
    printed = make(here, folder)
    new = "five other words of secret"
    words = ("passphrase", "--workspace", folder, *SIGN_IN)
    here.run(*words, "--new-passphrase-stdin", secrets=(PASSPHRASE, PASSWORD, new))
    here.run("status", "--workspace", folder, *SIGN_IN, secrets=(PASSPHRASE, PASSWORD), expect=1)
    again = here.run(*words, "--recovery", secrets=(new, PASSWORD)).stdout.strip()
    here.run("status", "--workspace", folder, *SIGN_IN, secrets=(printed, PASSWORD), expect=1)
    assert status(here, folder, again.lower().replace("-", " "))["people"] == 0


def test_a_pc_without_a_keyring_says_so_when_it_is_asked_to_remember(here, tmp_path):
    folder = tmp_path / "school"
    make(here, folder)
    done = here.run(
        "passphrase", "--remember", "--workspace", folder, *SIGN_IN, secrets=(PASSPHRASE, PASSWORD), expect=1
    )
    assert "no keyring that keeps secrets safely" in done.stderr
    assert "keyring" not in json.loads((folder / "workspace.json").read_text())["keys"]


@pytest.mark.parametrize(
    "words",
    [
        ["create", "--workspace", "w", "--school", "S", "--administrator", "a", "--vault", "v"],
        ["create", "--workspace", "w", "--school", "S", "--administrator", "a", "--server", "h"],
        ["move", "--workspace", "w", "--user", "it"],
        ["move", "--workspace", "w", "--user", "it", "--to-this-pc", "--vault", "v"],
        ["join", "--grant", "g"],
        ["join"],
    ],
)
def test_words_that_do_not_go_together_are_wrong_usage(here, words):
    here.run(*words, expect=2)


def test_moved_to_a_server_by_the_terminal_and_back(here, tmp_path, owner: ServerAddress):  # noqa: F811
    folder = tmp_path / "school"
    make(here, folder)
    server = ("--server", owner.host, "--database", owner.database, "--owner", owner.user, "--owner-password-stdin")
    secrets = (PASSPHRASE, PASSWORD, "the owner's own")
    here.run("move", "--workspace", folder, *SIGN_IN, *server, secrets=secrets)
    there = status(here, folder)
    assert (there["engine"], there["is_registered_pc"], len(there["left_behind"])) == ("postgresql", True, 1)
    assert "up to date" in here.run(
        "upgrade", "--workspace", folder, "--owner", owner.user, "--owner-password-stdin", secrets=secrets[2:]
    ).stderr  # fmt: skip
    back = ("--to-this-pc", "--owner", owner.user, "--owner-password-stdin")
    here.run("move", "--workspace", folder, *SIGN_IN, *back, secrets=secrets)
    assert status(here, folder)["engine"] == "embedded"


@pytest.fixture
def on_server(here, tmp_path, owner: ServerAddress) -> tuple[Path, ServerAddress]:  # noqa: F811
    """A workspace made with its register on a server and its photos on a share."""
    (tmp_path / "share").mkdir()
    folder = tmp_path / "school"
    server = ("--server", owner.host, "--database", owner.database, "--owner", owner.user, "--owner-password-stdin")
    make(here, folder, *server, "--vault", tmp_path / "share", more=("the owner's own",))
    return folder, owner


def can_rename_itself() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "--uts", "hostname", "other"], capture_output=True, check=False).returncode == 0


needs_another_host = pytest.mark.skipif(not can_rename_itself(), reason="only root on Linux can play another computer")


@needs_another_host
def test_a_second_pc_joins_works_and_is_shut_out_again(here, on_server, tmp_path):
    folder, its_owner = on_server
    by_owner = ("--owner", its_owner.user, "--owner-password-stdin")
    secrets = (PASSPHRASE, PASSWORD, "the owner's own")
    deputy = Pc(tmp_path / "deputy-home", name="deputys-pc")
    asked = deputy.run(
        "join", "--request", tmp_path / "req", "--passphrase-stdin", secrets=("the deputy has four words",)
    )
    fingerprint = asked.stdout.strip()
    approve = ("approve", tmp_path / "req", "--out", tmp_path / "grant", "--workspace", folder, *SIGN_IN, *by_owner)
    assert "fingerprints differ" in here.run(*approve, "--fingerprint", "AAAA", secrets=secrets, expect=1).stderr
    here.run(*approve, "--fingerprint", fingerprint.lower(), secrets=secrets)
    join = ("join", "--grant", tmp_path / "grant", "--workspace", tmp_path / "deputys", "--passphrase-stdin")
    deputy.run(*join, secrets=("the deputy has four words",))

    theirs = status(deputy, tmp_path / "deputys", "the deputy has four words")
    assert theirs["is_registered_pc"] is True
    assert [pc["name"] for pc in theirs["pcs"]][1:] == ["deputys-pc"]
    here.run("remove-pc", "deputys-pc", "--workspace", folder, *SIGN_IN, *by_owner, secrets=secrets)
    words = ("status", "--workspace", tmp_path / "deputys", *SIGN_IN)
    refusal = deputy.run(*words, secrets=("the deputy has four words", PASSWORD), expect=1)
    assert "does not let this PC in" in refusal.stderr
    assert status(here, folder)["is_registered_pc"] is True


@needs_another_host
@pytest.mark.policy("004-10")
def test_a_workspace_copied_to_another_computer_opens_there_but_is_not_registered(here, tmp_path):
    folder = tmp_path / "school"
    make(here, folder)
    shutil.copytree(folder, tmp_path / "copied")
    assert status(here, tmp_path / "copied")["is_registered_pc"] is True
    other = Pc(tmp_path / "other-home", name="a-laptop-at-home")
    assert status(other, tmp_path / "copied")["is_registered_pc"] is False


def test_photos_and_rows_are_where_the_card_says_after_making_it_on_a_server(on_server, tmp_path):
    folder, _owner = on_server
    opened = open_workspace(folder, passphrase=PASSPHRASE)
    assert opened.vault.folder == tmp_path / "share"
    assert photo_digests(opened) == {}
    assert [row[1] for row in rows_of(opened)["app_user"]]
    opened.close()
    assert not (folder / "register.db").exists()
    assert "the owner's own" not in (folder / "workspace.json").read_text()
