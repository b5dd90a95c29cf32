"""The vault: whole or not at all, never overwritten, damage noticed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import BugError, StorageError, VerificationError
from app.domain.faults import KillPoint
from app.domain.photo import digest_of
from app.storage.keys import WorkspaceKey
from app.storage.vault import StoredObject, Vault

PICTURE = b"not really a picture, but bytes all the same" * 1000


@pytest.fixture
def vault(tmp_path) -> Vault:
    return Vault(tmp_path / "vault", WorkspaceKey(bytes(range(32))))


def files_of(vault: Vault) -> list[Path]:
    return sorted(p for p in vault.folder.rglob("*") if p.is_file())


def spoil(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


@given(data=st.binary(max_size=4000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_what_goes_in_comes_out_byte_for_byte(vault, data):
    stored = vault.put(data)
    vault.read_back(stored.name, stored.wrapped_key, stored.sha256)
    assert vault.read(stored.name, stored.wrapped_key) == data
    assert stored == StoredObject(vault.name_for(digest_of(data)), stored.wrapped_key, digest_of(data), len(data))


def test_nothing_of_the_picture_or_its_digest_shows_in_the_folder(vault):
    vault.put(PICTURE)
    (path,) = files_of(vault)
    assert PICTURE[:16] not in path.read_bytes()
    assert digest_of(PICTURE)[:16] not in str(path)


def test_the_vault_opens_what_an_earlier_run_stored_and_another_key_does_not(vault):
    stored = vault.put(PICTURE)
    assert Vault(vault.folder, WorkspaceKey(bytes(range(32)))).read(stored.name, stored.wrapped_key) == PICTURE
    with pytest.raises(StorageError):
        Vault(vault.folder, WorkspaceKey.new()).read(stored.name, stored.wrapped_key)


def test_storing_the_same_picture_again_never_touches_the_object_that_is_there(vault):
    first = vault.put(PICTURE)
    second = vault.put(PICTURE)
    assert second.name == first.name
    assert second.wrapped_key != first.wrapped_key
    assert vault.read(first.name, first.wrapped_key) == vault.read(second.name, second.wrapped_key) == PICTURE


def test_a_sweep_deletes_strays_and_leaves_committed_objects(vault):
    kept, stray = vault.put(PICTURE), vault.put(PICTURE)
    assert vault.sweep([(kept.name, kept.wrapped_key)]) == 1
    vault.read_back(kept.name, kept.wrapped_key, kept.sha256)
    assert not vault.exists(stray.name, stray.wrapped_key)


@pytest.mark.parametrize("at", [0, 5, 20, -1])
def test_one_changed_bit_in_a_vault_file_is_noticed(vault, at):
    stored = vault.put(PICTURE)
    spoil(files_of(vault)[0], at)
    with pytest.raises(StorageError) as damaged:
        vault.read(stored.name, stored.wrapped_key)
    assert damaged.value.code == "vault-damaged"
    with pytest.raises(VerificationError):
        vault.read_back(stored.name, stored.wrapped_key, stored.sha256)


def test_a_vault_file_that_ends_early_or_is_gone_is_noticed(vault):
    stored = vault.put(PICTURE)
    (path,) = files_of(vault)
    path.write_bytes(path.read_bytes()[:10])
    with pytest.raises(VerificationError):
        vault.read_back(stored.name, stored.wrapped_key, stored.sha256)
    path.unlink()
    with pytest.raises(VerificationError):
        vault.read_back(stored.name, stored.wrapped_key, stored.sha256)
    with pytest.raises(StorageError) as missing:
        vault.read(stored.name, stored.wrapped_key)
    assert missing.value.code == "vault-missing"


def test_two_objects_swapped_on_the_disk_are_noticed(vault):
    one, other = vault.put(PICTURE), vault.put(PICTURE + b"!")
    paths = files_of(vault)
    a, b = paths[0].read_bytes(), paths[1].read_bytes()
    paths[0].write_bytes(b)
    paths[1].write_bytes(a)
    for stored in (one, other):
        with pytest.raises(VerificationError):
            vault.read_back(stored.name, stored.wrapped_key, stored.sha256)


def test_reading_back_with_the_digest_of_another_picture_fails(vault):
    stored = vault.put(PICTURE)
    with pytest.raises(VerificationError):
        vault.read_back(stored.name, stored.wrapped_key, digest_of(b"other"))


def test_a_damaged_object_is_restored_from_the_same_bytes_and_from_no_others(vault):
    stored = vault.put(PICTURE)
    spoil(files_of(vault)[0], 40)
    with pytest.raises(BugError):
        vault.restore(PICTURE + b"!", stored)
    vault.restore(PICTURE, stored)
    vault.read_back(stored.name, stored.wrapped_key, stored.sha256)


def test_a_wrapped_key_of_another_object_opens_nothing(vault):
    one, other = vault.put(PICTURE), vault.put(b"other")
    with pytest.raises(StorageError):
        vault.read(one.name, other.wrapped_key)


def test_erasing_takes_the_file_away_and_may_be_repeated(vault):
    stored = vault.put(PICTURE)
    vault.erase(stored.name, stored.wrapped_key)
    vault.erase(stored.name, stored.wrapped_key)
    assert files_of(vault) == []


@pytest.mark.parametrize("point", [KillPoint.MID_COPY, KillPoint.AFTER_COPY, KillPoint.BEFORE_FSYNC])
def test_no_object_is_there_before_it_is_complete(vault, point):
    seen = []

    def look(reached: str) -> None:
        if reached == point:
            seen.extend(p.suffix for p in files_of(vault))

    vault.put(PICTURE, look)
    assert seen == [".part"]
    assert ".part" not in [p.suffix for p in files_of(vault)]


def test_half_written_files_of_a_program_that_is_gone_are_deleted_and_others_stay(vault):
    vault.put(PICTURE)
    shelf = files_of(vault)[0].parent
    from app.storage import writing

    ended = subprocess.run(["sh", "-c", "echo $$"], capture_output=True, text=True, check=True).stdout.strip()
    gone = shelf / f"{'0' * 64}.{'0' * 16}.{writing._host_tag()}-{ended}.abcd.part"
    other_pc = shelf / f"{'0' * 64}.{'0' * 16}.deadbeef-1.abcd.part"
    alive = shelf / f"{'0' * 64}.{'0' * 16}.{writing._host_tag()}-1.abcd.part"
    for path in (gone, other_pc, alive):
        path.write_bytes(b"half")
    Vault(vault.folder, WorkspaceKey(bytes(range(32))))
    assert [p.exists() for p in (gone, other_pc, alive)] == [False, True, True]


@pytest.fixture
def tiny_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root may mount the small disk this test fills")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_written(tiny_disk):
    vault = Vault(tiny_disk / "vault", WorkspaceKey.new())
    small = vault.put(b"x" * 1000)
    before = files_of(vault)
    with pytest.raises(StorageError) as full:
        vault.put(bytes(400_000))
    assert full.value.code == "disk-full"
    assert files_of(vault) == before
    vault.read_back(small.name, small.wrapped_key, small.sha256)


def test_a_full_disk_while_restoring_leaves_the_old_file_as_it_was(tiny_disk):
    vault = Vault(tiny_disk / "vault", WorkspaceKey.new())
    stored = vault.put(bytes(150_000))
    with pytest.raises(StorageError):
        vault.restore(bytes(150_000), stored)
    vault.read_back(stored.name, stored.wrapped_key, stored.sha256)


def test_a_folder_that_is_gone_is_a_sentence_and_is_not_made_anew(vault):
    vault.folder.rmdir()
    with pytest.raises(StorageError) as missing:
        vault.put(PICTURE)
    assert missing.value.code == "folder-missing"
    assert not vault.folder.exists()


def test_a_disk_that_may_only_be_read_is_a_sentence(tiny_disk):
    vault = Vault(tiny_disk / "vault", WorkspaceKey.new())
    stored = vault.put(b"x")
    subprocess.run(["mount", "-o", "remount,ro", tiny_disk], check=True)
    with pytest.raises(StorageError) as refused:
        vault.put(PICTURE)
    assert refused.value.code == "not-writable"
    assert vault.read(stored.name, stored.wrapped_key) == b"x"
