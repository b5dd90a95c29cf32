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


OPENS, SIGNS_IN = "--passphrase-stdin", "--password-stdin"
PASSPHRASE, PASSWORD, OF_BACK_UP, ANOTHER = (*SECRETS[:2], "a passphrase of the back-up", "another passphrase of words")
IN_ORDER = (
    ("workspace create", "Hollybank", {OPENS: PASSPHRASE, SIGNS_IN: PASSWORD}),
    ("workspace status", "Hollybank", {OPENS: PASSPHRASE, SIGNS_IN: PASSWORD}),
    (
        "workspace backup", "Hollybank",
        {OPENS: PASSPHRASE, SIGNS_IN: PASSWORD, "--backup-passphrase-stdin": OF_BACK_UP},
    ),
    ("workspace restore", "Restored", {OPENS: OF_BACK_UP}),
    ("workspace status", "Restored", {OPENS: OF_BACK_UP, SIGNS_IN: PASSWORD}),
    ("audit verify", "Restored", {OPENS: OF_BACK_UP, SIGNS_IN: PASSWORD}),
    ("workspace register-pc", "Restored", {OPENS: OF_BACK_UP, SIGNS_IN: PASSWORD}),
    (
        "workspace passphrase --workspace", "Hollybank",
        {OPENS: PASSPHRASE, SIGNS_IN: PASSWORD, "--new-passphrase-stdin": ANOTHER},
    ),
    ("workspace passphrase --recovery", "Hollybank", {OPENS: ANOTHER, SIGNS_IN: PASSWORD}),
    ("audit export", "Hollybank", {OPENS: ANOTHER, SIGNS_IN: PASSWORD}),
    ("audit verify", "Hollybank", {OPENS: ANOTHER, SIGNS_IN: PASSWORD}),
)  # fmt: skip


def test_its_commands_make_back_up_restore_and_verify_a_school(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As they stand, with folders of this PC, the secrets on standard input, and the names that were printed."""
    (tmp_path / "back-ups").mkdir()
    file = head = ""
    for begins, folder, secrets in IN_ORDER:
        lines = (*COMMANDS, *INLINE)
        typed = next(line for line in lines if line.startswith(f"clearpost {begins}") and folder in line)
        for place, here in ((r"C:\ClearPost", "."), (r"E:\back-ups", "back-ups"), (r"C:\temp", ".")):
            typed = typed.replace(place, str(tmp_path / here))
        words = shlex.split(typed.replace("\\", "/"))[1:]
        words = [head if re.fullmatch("[0-9a-f]{64}", word) else word for word in words]
        words = [str(tmp_path / "back-ups" / file) if word.endswith(".backup") else word for word in words]
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{secret}\n" for secret in secrets.values())))
        code = run([*words, *secrets])
        out, err = capsys.readouterr()
        assert code == 0, (typed, err)
        if begins == "workspace backup":
            file = next((tmp_path / "back-ups").iterdir()).name
            head = re.findall("[0-9a-f]{64}", out)[0]
    assert (tmp_path / "Restored" / "workspace.json").is_file()
    assert (tmp_path / "term.csv").is_file()


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
