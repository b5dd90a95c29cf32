"""The key of a request to join leaves this PC when the request is withdrawn, or when nobody answers in time."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import keyring
import pytest

from app.bootstrap import open_for_window
from app.cli import run
from app.domain.errors import StorageError
from app.storage.joining import make_grant
from app.storage.keys import WorkspaceKey
from app.workflow import joining
from app.workflow.joining import LAPSES_AFTER, ask_to_join, finish_joining, forget_lapsed, withdraw
from tests.schools import PASSPHRASE
from tests.unit.storage.test_os_keyring import LockedKeyring, MemoryKeyring

SECRET = "the deputy has four words"


@pytest.fixture
def waiting(tmp_path):
    return tmp_path / "waiting"


@pytest.fixture
def kept():
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend.kept
    keyring.set_keyring(before)


def lapsed() -> datetime:
    return datetime.now(UTC) + LAPSES_AFTER + timedelta(minutes=1)


@pytest.mark.parametrize("by_keyring", [True, False])
def test_a_withdrawn_request_leaves_no_key_and_no_answer_opens_here(tmp_path, waiting, kept, by_keyring):
    passphrase = None if by_keyring else SECRET
    request = ask_to_join("library", tmp_path / "req", passphrase=passphrase, waiting=waiting)
    assert len(kept) == by_keyring
    assert len(list(waiting.iterdir())) == 1
    assert withdraw((tmp_path / "req").read_bytes(), waiting=waiting) == request
    assert kept == {}
    assert list(waiting.iterdir()) == []
    grant = make_grant(request, WorkspaceKey.new(), {})
    for act in (
        lambda: finish_joining(grant, tmp_path / "new", passphrase=SECRET, waiting=waiting),
        lambda: withdraw((tmp_path / "req").read_bytes(), waiting=waiting),
    ):
        with pytest.raises(StorageError) as refusal:
            act()
        assert refusal.value.code == "another-pc"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("by_keyring", [True, False])
def test_what_nobody_answers_in_time_is_forgotten_and_what_is_newer_waits_on(tmp_path, waiting, kept, by_keyring):
    passphrase = None if by_keyring else SECRET
    ask_to_join("library", tmp_path / "req", passphrase=passphrase, waiting=waiting)
    assert forget_lapsed(waiting, now=datetime.now(UTC) + LAPSES_AFTER - timedelta(hours=1)) == 0
    assert len(list(waiting.iterdir())) == 1
    assert forget_lapsed(waiting, now=lapsed()) == 1
    assert list(waiting.iterdir()) == []
    assert kept == {}


def test_asking_anew_forgets_what_lapsed(tmp_path, waiting):
    old = ask_to_join("library", tmp_path / "old", passphrase=SECRET, waiting=waiting)
    file = waiting / f"{old.id}.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"asked": "2026-01-01T08:00:00+00:00"}))
    new = ask_to_join("library", tmp_path / "new", passphrase=SECRET, waiting=waiting)
    assert [path.stem for path in waiting.iterdir()] == [new.id]


def test_a_locked_keyring_keeps_the_request_for_the_next_try(tmp_path, waiting, kept, monkeypatch):
    ask_to_join("library", tmp_path / "req", passphrase=None, waiting=waiting)

    class Locked(LockedKeyring):
        def delete_password(self, service, username):
            raise keyring.errors.KeyringLocked

    with monkeypatch.context() as patch:
        patch.setattr(keyring, "get_keyring", Locked)
        assert forget_lapsed(waiting, now=lapsed()) == 0
    assert len(list(waiting.iterdir())) == len(kept) == 1
    assert forget_lapsed(waiting, now=lapsed()) == 1
    assert kept == {}


def test_what_cannot_be_told_is_kept(waiting):
    waiting.mkdir()
    (waiting / "torn.json").write_text("{")
    (waiting / "strange.json").write_text('{"asked": "some day"}')
    (waiting / "list.json").write_text("[1]")
    assert forget_lapsed(waiting, now=lapsed()) == 0
    assert len(list(waiting.iterdir())) == 3
    assert forget_lapsed(waiting / "not there") == 0


def test_opening_the_window_forgets_what_lapsed(school, tmp_path, waiting, monkeypatch):
    monkeypatch.setattr(joining, "waiting_folder", lambda: waiting)
    request = ask_to_join("library", tmp_path / "req", passphrase=SECRET)
    file = waiting / f"{request.id}.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"asked": "2026-01-01T08:00:00+00:00"}))
    school.workspace.close()
    open_for_window(school.workspace.folder, passphrase=PASSPHRASE).close()
    assert list(waiting.iterdir()) == []


def test_the_terminal_withdraws_with_the_file_of_the_request(tmp_path, waiting, monkeypatch, capsys):
    monkeypatch.setattr(joining, "waiting_folder", lambda: waiting)
    ask_to_join("library", tmp_path / "req", passphrase=SECRET)
    assert run(["workspace", "join", "--withdraw", str(tmp_path / "req")]) == 0
    assert "The request of library is withdrawn" in capsys.readouterr().err
    assert list(waiting.iterdir()) == []
    assert run(["workspace", "join", "--withdraw", str(tmp_path / "req")]) == 1
    assert "has not asked" in capsys.readouterr().err
