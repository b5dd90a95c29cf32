"""A PC's own key pair: it opens here, and in a copied folder on another computer it does not."""

from __future__ import annotations

import keyring
import pytest

from app.storage import this_pc
from app.storage.keys import WorkspaceKey
from app.storage.this_pc import PcKey, lock_pc_key, pc_key_here
from tests.unit.storage.test_os_keyring import MemoryKeyring

KEY = WorkspaceKey(bytes(range(32)))


@pytest.fixture(params=["keyring", "host"])
def kept_by(request):
    before = keyring.get_keyring()
    if request.param == "keyring":
        keyring.set_keyring(MemoryKeyring())
    yield request.param
    keyring.set_keyring(before)


def test_the_pair_opens_where_it_was_locked_and_for_that_workspace_only(kept_by):
    pc = PcKey.new()
    locked = lock_pc_key(pc, "w-1", KEY)
    assert locked["by"] == kept_by
    assert pc_key_here(locked, "w-1", KEY).public == pc.public
    assert pc_key_here(locked, "w-2", KEY) is None
    assert pc_key_here(None, "w-1", KEY) is None
    assert len(pc.public) == 44


def test_another_computer_does_not_open_it(kept_by, monkeypatch):
    locked = lock_pc_key(PcKey.new(), "w-1", KEY)
    keyring.set_keyring(MemoryKeyring()) if kept_by == "keyring" else monkeypatch.setattr(
        this_pc.socket, "gethostname", lambda: "a-laptop-at-home"
    )
    assert pc_key_here(locked, "w-1", KEY) is None


def test_computers_copied_from_one_image_differ_by_name_and_renamed_ones_by_machine(monkeypatch):
    marks = {this_pc.host_mark()}
    monkeypatch.setattr(this_pc.socket, "gethostname", lambda: "office-2")
    marks.add(this_pc.host_mark())
    monkeypatch.setattr(this_pc, "_machine_id", lambda: "another installation")
    marks.add(this_pc.host_mark())
    assert len(marks) == 3


def test_without_the_workspace_key_the_marks_of_the_computer_open_nothing():
    locked = lock_pc_key(PcKey.new(), "w-1", KEY)
    assert pc_key_here(locked, "w-1", WorkspaceKey.new()) is None


def test_the_pair_shows_nothing_of_itself_when_printed():
    assert "hidden" not in repr(PcKey.new())
    assert repr(PcKey.new()) == "PcKey()"
