"""Objects of the vault that go in and come out piece by piece."""

from __future__ import annotations

from itertools import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import DeviceError, StorageError, VerificationError
from app.domain.photo import digest_of
from app.storage.keys import WorkspaceKey
from app.storage.vault import Vault

KEY = WorkspaceKey(bytes(range(32)))
PIECES = [bytes([n]) * 700_000 for n in range(4)]


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / "vault", KEY)


def files(vault):
    return [path for path in vault.folder.rglob("*") if path.is_file()]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.binary(max_size=3000), max_size=8))
def test_what_goes_in_comes_out_whatever_the_pieces(tmp_path_factory, pieces):
    vault = Vault(tmp_path_factory.mktemp("v") / "vault", KEY)
    stored = vault.put_pieces(pieces)
    whole = b"".join(pieces)
    assert (stored.sha256, stored.bytes) == (digest_of(whole), len(whole))
    assert vault.read(stored.name, stored.wrapped_key) == whole
    vault.read_back(stored.name, stored.wrapped_key, stored.sha256)


def test_the_same_bytes_have_the_same_name_however_they_were_stored(vault):
    assert vault.put_pieces(PIECES).name == vault.put(b"".join(PIECES)).name
    assert len(files(vault)) == 2


@pytest.mark.parametrize("at", [0, 10, 30, 1_000_000, -1])
def test_one_changed_bit_is_noticed(vault, at):
    stored = vault.put_pieces(PIECES)
    (file,) = files(vault)
    sealed = bytearray(file.read_bytes())
    sealed[at] ^= 1
    file.write_bytes(sealed)
    with pytest.raises(StorageError, match="damaged"):
        list(vault.pieces(stored.name, stored.wrapped_key))
    with pytest.raises(VerificationError):
        vault.read_back(stored.name, stored.wrapped_key, stored.sha256)


@pytest.mark.parametrize("kept", [0, 3, 20, 1_048_600, -5])
def test_one_that_ends_early_is_noticed(vault, kept):
    stored = vault.put_pieces(PIECES)
    (file,) = files(vault)
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(StorageError, match="damaged"):
        list(vault.pieces(stored.name, stored.wrapped_key))


def test_two_objects_swapped_on_the_disk_are_noticed(vault):
    first, second = vault.put_pieces(PIECES), vault.put_pieces(PIECES[:2])
    one, two = (vault.folder / vault.place_of(s.name, s.wrapped_key) for s in (first, second))
    swapped = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(swapped)
    for stored in (first, second):
        with pytest.raises(VerificationError):
            vault.read_back(stored.name, stored.wrapped_key, stored.sha256)


def test_pieces_that_stop_coming_leave_nothing_behind(vault):
    def broken():
        yield PIECES[0]
        raise DeviceError("The cable was pulled.", code="gone")

    with pytest.raises(DeviceError):
        vault.put_pieces(broken())
    assert files(vault) == []


def test_one_is_restored_from_the_same_bytes_and_from_no_others(vault):
    stored = vault.put_pieces(PIECES)
    (file,) = files(vault)
    file.write_bytes(b"gone bad")
    with pytest.raises(VerificationError):
        vault.restore_pieces(PIECES[:3], stored)
    assert file.read_bytes() == b"gone bad"
    vault.restore_pieces(repeat(PIECES[0], 0), vault.put_pieces([]))
    vault.restore_pieces(PIECES, stored)
    assert vault.read(stored.name, stored.wrapped_key) == b"".join(PIECES)


def test_its_file_is_handed_on_as_it_stands_only_once_it_has_opened(vault):
    stored = vault.put_pieces(PIECES)
    (file,) = files(vault)
    assert b"".join(vault.sealed(stored.name, stored.wrapped_key, stored.sha256)) == file.read_bytes()
    with pytest.raises(StorageError):
        vault.sealed(stored.name, stored.wrapped_key, digest_of(b"another"))
