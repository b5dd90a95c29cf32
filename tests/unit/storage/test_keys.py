"""The workspace key and the ways it is locked."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import BugError, StorageError
from app.storage import keys
from app.storage.keys import WorkspaceKey


@pytest.fixture(scope="module")
def locked() -> tuple[WorkspaceKey, dict[str, str | int]]:
    key = WorkspaceKey.new()
    return key, keys.wrap_with_passphrase(key, "correct horse battery")


def test_the_passphrase_opens_the_key_after_a_way_through_json(locked):
    key, wrapped = locked
    assert keys.unwrap_with_passphrase(json.loads(json.dumps(wrapped)), "correct horse battery") == key


def test_another_passphrase_does_not_open_the_key(locked):
    with pytest.raises(StorageError) as refused:
        keys.unwrap_with_passphrase(locked[1], "correct horse batterz")
    assert refused.value.code == "wrong-passphrase"


def test_an_empty_passphrase_locks_nothing():
    with pytest.raises(StorageError):
        keys.wrap_with_passphrase(WorkspaceKey.new(), "  ")


def test_locking_twice_gives_different_locks(locked):
    key, wrapped = locked
    again = keys.wrap_with_passphrase(key, "correct horse battery")
    assert again["salt"] != wrapped["salt"]
    assert again["key"] != wrapped["key"]


@pytest.mark.parametrize(
    "change",
    [{"kib": 1 << 40}, {"passes": 0}, {"lanes": 500}, {"salt": "x"}, {"key": "!"}, {"by": "magic"}, {"kib": "many"}],
)
def test_a_doctored_lock_is_refused_as_damaged(locked, change):
    with pytest.raises(StorageError) as refused:
        keys.unwrap_with_passphrase({**locked[1], **change}, "correct horse battery")
    assert refused.value.code == "workspace-damaged"


def test_the_key_shows_nothing_of_itself(locked):
    key = WorkspaceKey(bytes(range(32)))
    assert "hidden" in repr(key)
    assert "\\x01" not in f"{key!r} {key!s}"
    with pytest.raises(BugError):
        pickle.dumps(key)


def test_derived_keys_differ_by_purpose_and_by_workspace_and_stay_the_same():
    one, other = WorkspaceKey(bytes(32)), WorkspaceKey(bytes([1]) * 32)
    derived = [one.derive("a"), one.derive("b"), other.derive("a")]
    assert len(set(derived)) == 3
    assert one.derive("a") == derived[0]
    assert all(len(d) == 32 and d != bytes(32) for d in derived)


def test_a_recovery_passphrase_may_be_typed_in_small_letters_without_dashes_and_with_look_alikes():
    printed = keys.new_recovery_passphrase()
    wrapped = keys.wrap_with_passphrase(key := WorkspaceKey.new(), printed)
    typed = printed.replace("-", " ").replace("0", "o").replace("1", "l").lower()
    assert keys.unwrap_with_passphrase(wrapped, typed) == key


@given(st.integers(0, 27), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
@settings(max_examples=200)
def test_a_slip_of_one_letter_in_a_recovery_passphrase_is_noticed(position, letter):
    letters = list(keys.new_recovery_passphrase().replace("-", ""))
    was, letters[position] = letters[position], letter
    assert keys.has_recovery_form("".join(letters)) == (was == letter)


def test_recovery_passphrases_are_printable_groups_and_never_the_same():
    printed = {keys.new_recovery_passphrase() for _ in range(50)}
    assert len(printed) == 50
    assert all([len(group) for group in p.split("-")] == [4] * 7 for p in printed)
