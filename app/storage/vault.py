"""The vault: originals and renditions as files of ciphertext, written whole or not at all and read back.

Layout: ``<folder>/<first two letters of the name>/<name>.<key mark>``. The name is a keyed hash of the plain bytes and
says nothing about the picture. Every object has a random data key of its own; the data key, wrapped, lives in the
database, so dropping that row erases the picture wherever copies of the file may be. The key mark (a digest of the
wrapped key) makes each stored file belong to exactly one wrapped key: storing the same picture again, after a crash
or from another PC, writes another file and can never replace one that a committed row depends on.

A file that may not fit into memory, such as a long film, is stored and read back as a sealed stream
(`app.storage.sealed_stream`) under its data key; which of the two an object is, its first letters say.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.errors import BugError, StorageError, VerificationError
from app.domain.faults import Fault, KillPoint, no_fault
from app.domain.photo import Digest, VaultName, digest_of, digest_of_pieces
from app.storage.keys import KEY_BYTES, NONCE_BYTES, WorkspaceKey
from app.storage.sealed_stream import PIECE_BYTES, STREAM_MAGIC, Joined, SealedWriter, opened_pieces
from app.storage.writing import (
    blocks_from_disk,
    remove_leftovers,
    storage_error,
    sync_folder,
    write_pieces,
    write_whole,
)

_MAGIC = b"CPV1"
_STREAM = "vault-object/1"
_MARK_LETTERS = 16
_NAME = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"([0-9a-f]{64})\.([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class StoredObject:
    """What the database must keep to find and open an object again. `bytes` is the size of the plain data."""

    name: VaultName
    wrapped_key: bytes
    sha256: Digest
    bytes: int


def is_place(text: str) -> bool:
    """Whether this is where an object's file can be within a vault; nothing else of a copy is ever written."""
    shelf, _, file = text.partition("/")
    return bool(_FILE.fullmatch(file)) and shelf == file[:2]


class Vault:
    """The encrypted objects of one workspace.

    Args:
        folder: made when it is not there; files that an interrupted program left half-written are deleted.
        key: the workspace key; names and wrapping keys are derived from it.

    Raises:
        StorageError: the folder cannot be made or read.
    """

    def __init__(self, folder: Path, key: WorkspaceKey) -> None:
        self.folder = folder
        self._naming_key = key.derive("vault-names/1")
        self._wrapping = AESGCM(key.derive("vault-data-keys/1"))
        try:
            if not folder.is_dir():
                folder.mkdir(parents=True, exist_ok=True)
                sync_folder(folder.parent)
            for shelf in self._shelves():
                remove_leftovers(shelf)
        except OSError as error:
            raise storage_error(error) from error

    def name_for(self, sha256: Digest) -> VaultName:
        """The name of the object that holds these plain bytes; the same for the same bytes in one workspace."""
        return VaultName(hmac.new(self._naming_key, bytes.fromhex(sha256), hashlib.sha256).hexdigest())

    def put(self, data: bytes, fault: Fault = no_fault) -> StoredObject:
        """Store the bytes under a fresh data key; the file is complete and on the disk when this returns.

        The object counts only once its `StoredObject` is committed to the database. Until then it is a stray that
        nobody can open and `sweep` deletes.

        Raises:
            StorageError: disk full, folder gone, no right to write; nothing half-written stays.
        """
        sha256 = digest_of(data)
        name = self.name_for(sha256)
        data_key = AESGCM.generate_key(bit_length=8 * KEY_BYTES)
        nonce = secrets.token_bytes(NONCE_BYTES)
        wrapped_key = nonce + self._wrapping.encrypt(nonce, data_key, _MAGIC + name.encode())
        stored = StoredObject(name=name, wrapped_key=wrapped_key, sha256=sha256, bytes=len(data))
        self._write(stored, data, data_key, fault)
        fault(KillPoint.AFTER_RENAME)
        return stored

    def put_pieces(self, pieces: Iterable[bytes], fault: Fault = no_fault) -> StoredObject:
        """As `put`, for bytes that come piece by piece and may not fit into memory.

        Raises:
            StorageError: as for `put`. What `pieces` raises comes through. Nothing half-written stays.
        """
        data_key = AESGCM.generate_key(bit_length=8 * KEY_BYTES)
        made: list[StoredObject] = []

        def write(file: BinaryIO) -> Path:
            sha256, size = _seal(file, data_key, pieces, fault)
            name = self.name_for(sha256)
            nonce = secrets.token_bytes(NONCE_BYTES)
            wrapped_key = nonce + self._wrapping.encrypt(nonce, data_key, _MAGIC + name.encode())
            made.append(StoredObject(name=name, wrapped_key=wrapped_key, sha256=sha256, bytes=size))
            self._make_shelf(name[:2])
            return self._path(name, wrapped_key)

        shelf = self._make_shelf(secrets.token_hex(1))
        write_pieces(shelf, write, fault=fault)
        fault(KillPoint.AFTER_RENAME)
        return made[0]

    def restore_pieces(self, pieces: Iterable[bytes], stored: StoredObject) -> None:
        """As `restore`, piece by piece.

        Raises:
            VerificationError: these are other bytes; what was there stays.
            StorageError: as for `put`, or the wrapped key is damaged.
        """
        data_key = self._data_key(stored.name, stored.wrapped_key)

        def write(file: BinaryIO) -> Path:
            sha256, _size = _seal(file, data_key, pieces, no_fault)
            if sha256 != stored.sha256:
                raise _not_verified()
            return self._path(stored.name, stored.wrapped_key)

        write_pieces(self._make_shelf(stored.name[:2]), write)

    def restore(self, data: bytes, stored: StoredObject) -> None:
        """Write an object whose file is damaged or gone anew, from the same plain bytes and under its own key.

        Raises:
            BugError: these are other bytes.
            StorageError: as for `put`, or the wrapped key is damaged.
        """
        if digest_of(data) != stored.sha256 or self.name_for(stored.sha256) != stored.name:
            raise BugError("only the very same bytes may restore a vault object")
        self._write(stored, data, self._data_key(stored.name, stored.wrapped_key), no_fault)

    def exists(self, name: VaultName, wrapped_key: bytes) -> bool:
        """Whether the object's file is there; says nothing of its content."""
        return self._path(name, wrapped_key).is_file()

    def read(self, name: VaultName, wrapped_key: bytes) -> bytes:
        """The plain bytes.

        Raises:
            StorageError: ``vault-missing`` or ``vault-damaged``; damaged bytes are never returned.
        """
        return b"".join(self.pieces(name, wrapped_key))

    def pieces(self, name: VaultName, wrapped_key: bytes) -> Iterator[bytes]:
        """The plain bytes piece by piece. Do nothing for good before this has ended by itself.

        Raises:
            StorageError: ``vault-missing`` or ``vault-damaged``.
        """
        try:
            with self._path(name, wrapped_key).open("rb") as file:
                yield from self._plain(iter(partial(file.read, PIECE_BYTES), b""), name, wrapped_key)
        except OSError as error:
            raise _unreadable(error) from error

    def read_back(self, name: VaultName, wrapped_key: bytes, sha256: Digest, fault: Fault = no_fault) -> None:
        """Prove that the disk holds the very bytes with this digest: read past the cache, decrypt, compare.

        On a network share this proves the server's copy only.

        Raises:
            VerificationError: the file is missing or damaged, or holds other bytes.
        """
        fault(KillPoint.BEFORE_READ_BACK)
        try:
            blocks = blocks_from_disk(self._path(name, wrapped_key))
            same = digest_of_pieces(self._plain(blocks, name, wrapped_key)) == sha256
        except (OSError, StorageError) as error:
            raise _not_verified() from error
        if not same:
            raise _not_verified()
        fault(KillPoint.AFTER_READ_BACK)

    def sealed(self, name: VaultName, wrapped_key: bytes, sha256: Digest) -> Iterator[bytes]:
        """The object's file as it is, still encrypted, once it has shown that it opens to the bytes with this digest.

        Raises:
            StorageError: ``vault-missing`` or ``vault-damaged``, before the first piece comes.
        """
        if digest_of_pieces(self.pieces(name, wrapped_key)) != sha256:
            raise _damaged()
        return self._file_pieces(name, wrapped_key)

    def _file_pieces(self, name: VaultName, wrapped_key: bytes) -> Iterator[bytes]:
        try:
            with self._path(name, wrapped_key).open("rb") as file:
                yield from iter(partial(file.read, PIECE_BYTES), b"")
        except OSError as error:
            raise _unreadable(error) from error

    def place_of(self, name: VaultName, wrapped_key: bytes) -> str:
        """Where the object's file is within the vault, with ``/`` on every system; every copy of it is there too."""
        return self._path(name, wrapped_key).relative_to(self.folder).as_posix()

    def erase(self, name: VaultName, wrapped_key: bytes) -> None:
        """Delete the object's file; its row must be gone first. Nothing happens when the file is not there.

        Raises:
            StorageError: the file cannot be deleted. Without its wrapped key nobody can open it all the same.
        """
        path = self._path(name, wrapped_key)
        try:
            path.unlink(missing_ok=True)
            if path.parent.is_dir():
                sync_folder(path.parent)
        except OSError as error:
            raise storage_error(error) from error

    def strays(self, committed: Collection[tuple[VaultName, bytes]]) -> Iterator[Path]:
        """Files that belong to no committed object: left by a program that ended before its commit."""
        kept = {self._path(name, wrapped_key) for name, wrapped_key in committed}
        for shelf in self._shelves():
            yield from sorted(p for p in shelf.iterdir() if _FILE.fullmatch(p.name) and p not in kept)

    def sweep(self, committed: Collection[tuple[VaultName, bytes]]) -> int:
        """Delete strays; how many.

        For upkeep by hand only, with every committed object and while nothing else writes. Never at start-up: with a
        register put back from an older back-up, photos taken since would look like strays.

        Raises:
            StorageError: one cannot be deleted.
        """
        strays = list(self.strays(committed))
        try:
            for path in strays:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error) from error
        return len(strays)

    def _write(self, stored: StoredObject, data: bytes, data_key: bytes, fault: Fault) -> None:
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = _MAGIC + nonce + AESGCM(data_key).encrypt(nonce, data, _MAGIC + stored.name.encode())
        self._make_shelf(stored.name[:2])
        write_whole(self._path(stored.name, stored.wrapped_key), sealed, fault=fault)

    def _make_shelf(self, letters: str) -> Path:
        shelf = self.folder / letters
        try:
            if not shelf.is_dir():
                # Not parents=True: a vault on an unplugged disk must fail, not grow anew on the disk beneath.
                shelf.mkdir(exist_ok=True)
                sync_folder(self.folder)
        except OSError as error:
            raise storage_error(error) from error
        return shelf

    def _plain(self, blocks: Iterator[bytes], name: VaultName, wrapped_key: bytes) -> Iterator[bytes]:
        """What the blocks of an object's file open to; one sealed at once is opened at once."""
        first = b""
        while len(first) < len(_MAGIC) and (block := next(blocks, b"")):
            first += block
        whole = chain((first,), blocks)
        if not first.startswith(STREAM_MAGIC):
            yield self._opened(b"".join(whole), name, wrapped_key)
            return
        data_key = self._data_key(name, wrapped_key)
        try:
            yield from opened_pieces(Joined(whole), data_key, _STREAM)
        except StorageError as error:
            raise _damaged() from error

    def _opened(self, sealed: bytes, name: VaultName, wrapped_key: bytes) -> bytes:
        start = len(_MAGIC) + NONCE_BYTES
        data_key = self._data_key(name, wrapped_key)
        try:
            if sealed[: len(_MAGIC)] != _MAGIC or len(sealed) < start + 16:
                raise _damaged()
            return AESGCM(data_key).decrypt(sealed[len(_MAGIC) : start], sealed[start:], _MAGIC + name.encode())
        except InvalidTag as error:
            raise _damaged() from error

    def _data_key(self, name: VaultName, wrapped_key: bytes) -> bytes:
        nonce, sealed = wrapped_key[:NONCE_BYTES], wrapped_key[NONCE_BYTES:]
        try:
            return self._wrapping.decrypt(nonce, sealed, _MAGIC + name.encode())
        except (InvalidTag, ValueError) as error:
            raise _damaged() from error

    def _path(self, name: VaultName, wrapped_key: bytes) -> Path:
        if not _NAME.fullmatch(name):
            raise BugError("a vault name has 64 hexadecimal letters")
        mark = hashlib.sha256(wrapped_key).hexdigest()[:_MARK_LETTERS]
        return self.folder / name[:2] / f"{name}.{mark}"

    def _shelves(self) -> list[Path]:
        return sorted(p for p in self.folder.iterdir() if len(p.name) == 2 and p.is_dir())


def _seal(file: BinaryIO, data_key: bytes, pieces: Iterable[bytes], fault: Fault) -> tuple[Digest, int]:
    """Write the pieces sealed into the file; the digest and the number of the plain bytes."""
    digest, size = hashlib.sha256(), 0
    writer = SealedWriter(file, data_key, _STREAM)
    for piece in pieces:
        is_first = size == 0
        digest.update(piece)
        size += len(piece)
        writer.write(piece)
        if is_first:
            fault(KillPoint.MID_COPY)
    writer.close()
    return Digest(digest.hexdigest()), size


def _damaged() -> StorageError:
    return StorageError(
        "A file in the vault is damaged and cannot be opened.",
        remedy="Import the photo again from its device, or restore the vault from a back-up.",
        code="vault-damaged",
    )


def _unreadable(error: OSError) -> StorageError:
    if isinstance(error, FileNotFoundError):
        return StorageError(
            "A file of the vault is not there.",
            remedy="Import the photo again from its device, or restore the vault from a back-up.",
            code="vault-missing",
        )
    return storage_error(error)


def _not_verified() -> VerificationError:
    return VerificationError(
        "The copy in the vault could not be read back as it was written.",
        remedy="The original stays where it is. Import it again; if this comes back, have the disk looked at.",
        code="read-back",
    )
