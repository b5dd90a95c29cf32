"""The key locked with a secret of the operating system's keyring, here one that lives in memory."""

from __future__ import annotations

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.errors
import pytest

from app.domain.errors import StorageError
from app.storage import os_keyring
from app.storage.keys import WorkspaceKey


class MemoryKeyring(keyring.backend.KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    def get_password(self, service, username):
        raise keyring.errors.KeyringLocked

    def set_password(self, service, username, password):
        raise keyring.errors.KeyringLocked


class PlaintextKeyring(MemoryKeyring):
    pass


@pytest.fixture
def use_keyring():
    before = keyring.get_keyring()
    yield lambda backend: keyring.set_keyring(backend) or backend
    keyring.set_keyring(before)


def test_the_key_opens_again_on_the_pc_it_was_locked_for(use_keyring):
    backend = use_keyring(MemoryKeyring())
    key = WorkspaceKey.new()
    wrapped = os_keyring.wrap_with_keyring(key, "w-1")
    assert os_keyring.unwrap_with_keyring(wrapped, "w-1") == key
    assert len(backend.kept) == 1
    assert str(wrapped["key"]) not in backend.kept.values()


def test_another_pc_or_a_forgotten_entry_does_not_open_it(use_keyring):
    use_keyring(MemoryKeyring())
    wrapped = os_keyring.wrap_with_keyring(WorkspaceKey.new(), "w-1")
    os_keyring.forget_in_keyring("w-1")
    os_keyring.forget_in_keyring("w-1")
    with pytest.raises(StorageError) as refused:
        os_keyring.unwrap_with_keyring(wrapped, "w-1")
    assert refused.value.code == "no-key-here"


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, PlaintextKeyring, LockedKeyring])
def test_no_keyring_a_locked_one_and_one_in_plain_files_are_refused_with_a_way_on(use_keyring, backend):
    use_keyring(backend())
    with pytest.raises(StorageError) as refused:
        os_keyring.wrap_with_keyring(WorkspaceKey.new(), "w-1")
    assert refused.value.code == "no-keyring"
    assert "passphrase" in refused.value.remedy
