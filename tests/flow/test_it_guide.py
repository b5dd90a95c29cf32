"""The IT guide is true: its commands are the program's own, and its database is enough for a school."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from app.cli.main import build_parser, run
from app.machine import read_policy
from tests.postgres import MISSING, Server, programs, running

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "it-guide.md"
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SECRETS = ("a passphrase of four words", "first password of Ivy", "owner of the database")


def _blocks(kind: str) -> list[str]:
    return [text for found, text in FENCED.findall(GUIDE.read_text(encoding="utf-8")) if found == kind]


COMMANDS = [line for block in _blocks("") for line in block.splitlines() if line.startswith("clearpost ")]
INLINE = [
    words
    for words in re.findall(r"`(clearpost [^`]+)`", GUIDE.read_text(encoding="utf-8"))
    if len(words.split()) > 2 and "--workspace" in words
]


def test_there_are_commands_for_each_part_of_its_work() -> None:
    words = {" ".join(line.split()[1:3]) for line in COMMANDS}
    wanted = "create status move join approve remove-pc backup restore passphrase upgrade"
    assert {f"workspace {word}" for word in wanted.split()} <= words


@pytest.mark.parametrize("line", [*COMMANDS, *INLINE])
def test_every_command_is_understood_as_it_stands(line: str) -> None:
    words = shlex.split(line.replace("\\", "\\\\"))[1:]
    assert build_parser().parse_args(words).command


def test_every_setting_for_a_whole_pc_is_understood(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text("\n".join(_blocks("toml")), encoding="utf-8")
    file.chmod(0o644)
    settled = read_policy(file)
    assert settled.problems == ()
    assert (settled.theme, settled.lock_after_minutes, settled.remember_key) == ("dark", 5, False)
    assert settled.update_place
    assert len(settled.update_key) == 44


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that nobody else uses: logins and groups belong to the whole of it."""
    if programs() is None:
        pytest.skip(MISSING)
    with running() as server:
        yield server


def test_the_database_it_describes_keeps_a_school(
    own_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with psycopg.connect(autocommit=True, **own_server.owner.parameters()) as connection:
        for statement in filter(str.strip, _blocks("sql")[0].split(";")):
            connection.execute(statement.encode())
    folder = str(tmp_path / "school")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(SECRETS) + "\n"))
    create = ["workspace", "create", "--workspace", folder, "--school", "Hollybank", "--administrator", "it"]
    create += ["--server", own_server.owner.host, "--database", "clearpost", "--owner", "clearpost_owner"]
    assert run([*create, "--passphrase-stdin", "--password-stdin", "--owner-password-stdin"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(SECRETS[:2]) + "\n"))
    status = ["workspace", "status", "--workspace", folder, "--user", "it", "--passphrase-stdin", "--password-stdin"]
    assert run(status) == 0
    assert "Register: postgresql" in capsys.readouterr().out
