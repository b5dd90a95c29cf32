"""A back-up as one file: a plain zip of ciphertext, so that nobody needs ClearPost to see whether it is whole.

``register`` and ``contents`` are sealed streams (`app.storage.sealed_stream`), ``vault/...`` the vault's own files and
``backup.json`` the wrapped key and what is in the file, bound to the key by a digest. The streams carry the back-up's
id, so that parts of two back-ups do not fit together.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

from app.domain.errors import StorageError
from app.storage.keys import WorkspaceKey, has_recovery_form, unwrap_with_passphrase
from app.storage.sealed_stream import SealedWriter, damaged, lines_of, opened_pieces
from app.storage.vault import is_place
from app.storage.writing import replace_whole, storage_error, sync_folder

FORMAT = "clearpost/backup/1"
_CARD, _REGISTER, _CONTENTS, _VAULT = "backup.json", "register", "contents", "vault/"
_LONGEST_CARD = 1 << 20
_CHUNK = 1 << 20


class BackupWriter:
    """Fills a back-up; `finish` makes it count. Use `writing_backup`."""

    def __init__(self, file: IO[bytes], key: WorkspaceKey, backup_id: str) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True)
        self._key, self._id = key, backup_id
        self._contents: list[bytes] = []

    def add_register(self, lines: Iterable[bytes]) -> None:
        """The register, as `consent_db.dump.dump_lines` gives it."""
        self._add_sealed(_REGISTER, lines)

    def add_object(self, place: str, sealed: Iterable[bytes]) -> None:
        """A file of the vault, as it stands there, in pieces."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(_VAULT + place, "w", force_zip64=True) as member:
            for piece in sealed:
                member.write(piece)
                digest.update(piece)
                size += len(piece)
        said = {"place": place, "bytes": size, "sha256": digest.hexdigest()}
        self._contents.append(json.dumps(said).encode() + b"\n")

    def finish(self, card: dict[str, Any]) -> None:
        """Write what is in the file and close it."""
        self._add_sealed(_CONTENTS, self._contents)
        said = card | {"format": FORMAT, "backup": self._id, "objects": len(self._contents)}
        said["bound"] = _bound(self._key, said)
        self._zip.writestr(_CARD, json.dumps(said, indent=1, ensure_ascii=False))
        self._zip.close()

    def abandon(self) -> None:
        """Let go of the file; nothing of it counts."""
        with suppress(OSError, ValueError):
            self._zip.close()

    def _add_sealed(self, name: str, lines: Iterable[bytes]) -> None:
        with self._zip.open(name, "w", force_zip64=True) as member:
            stream = SealedWriter(cast(Any, member), self._key.derive(f"backup-{name}/1"), f"{name} {self._id}")
            for line in lines:
                stream.write(line)
            stream.close()


@contextmanager
def writing_backup(target: Path, key: WorkspaceKey, backup_id: str) -> Iterator[BackupWriter]:
    """A back-up that appears at `target` when the block ends well, whole and on the disk; otherwise nothing does.

    Raises:
        StorageError: the disk is full, the folder is gone or may not be written.
    """
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "w+b") as file:
            writer = BackupWriter(file, key, backup_id)
            try:
                yield writer
            finally:
                writer.abandon()
            file.flush()
            os.fsync(file.fileno())
        replace_whole(unfinished, target)
        sync_folder(target.parent)
    except OSError as error:
        raise storage_error(error) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


class BackupReader:
    """A back-up that was opened with its passphrase.

    Attributes:
        card: what it says of itself; not changed since it was written.
    """

    def __init__(self, archive: zipfile.ZipFile, card: dict[str, Any], key: WorkspaceKey) -> None:
        self._zip = archive
        self.card, self.key = card, key
        self._id = str(card["backup"])

    def register_lines(self) -> Iterator[bytes]:
        """The lines of the register.

        Raises:
            StorageError: damaged or changed.
        """
        yield from self._lines(_REGISTER)

    def objects(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each file of the vault: its place and its bytes in pieces, which end in a refusal when they do not fit.

        Raises:
            StorageError: damaged or changed, or a file more or less than was written.
        """
        seen = {_CARD, _REGISTER, _CONTENTS}
        for line in self._lines(_CONTENTS):
            said = json.loads(line)
            place = str(said["place"])
            if not is_place(place) or _VAULT + place in seen:
                raise damaged()
            seen.add(_VAULT + place)
            yield place, self._pieces(_VAULT + place, int(said["bytes"]), str(said["sha256"]))
        if seen != set(self._zip.namelist()) or len(seen) != len(self._zip.namelist()):
            raise damaged()

    def check(self) -> Iterator[int]:
        """Read everything once; yields the number of files read so far.

        Raises:
            StorageError: something is not as it was written.
        """
        for _line in self.register_lines():
            pass
        for number, (_place, pieces) in enumerate(self.objects(), 1):
            for _piece in pieces:
                pass
            yield number

    def _lines(self, name: str) -> Iterator[bytes]:
        with _as_damage(), self._zip.open(name) as member:
            yield from lines_of(opened_pieces(member, self.key.derive(f"backup-{name}/1"), f"{name} {self._id}"))

    def _pieces(self, name: str, size: int, sha256: str) -> Iterator[bytes]:
        digest, read = hashlib.sha256(), 0
        with _as_damage(), self._zip.open(name) as member:
            while piece := member.read(_CHUNK):
                digest.update(piece)
                read += len(piece)
                yield piece
        if read != size or digest.hexdigest() != sha256:
            raise damaged()


@contextmanager
def opened_backup(source: Path, passphrase: str | WorkspaceKey) -> Iterator[BackupReader]:
    """A back-up, opened with its passphrase, with the printed recovery passphrase, or with the workspace key itself.

    Raises:
        StorageError: there is none, it is damaged or changed, a newer version wrote it, or the passphrase is wrong.
    """
    try:
        file = source.open("rb")
    except OSError as error:
        raise StorageError(
            f"There is no back-up {source}.", remedy="Say which file it is.", code="no-backup"
        ) from error
    with file:
        _forget_cached(file)
        with _as_damage():
            archive = zipfile.ZipFile(file)
        with archive:
            card = _card(archive)
            key = passphrase if isinstance(passphrase, WorkspaceKey) else _unlock(card, passphrase)
            if not hmac.compare_digest(str(card.get("bound", "")), _bound(key, card)):
                raise damaged()
            yield BackupReader(archive, card, key)


def _card(archive: zipfile.ZipFile) -> dict[str, Any]:
    with _as_damage():
        if archive.getinfo(_CARD).file_size > _LONGEST_CARD:
            raise damaged()
        card = json.loads(archive.read(_CARD))
    if not isinstance(card, dict) or not isinstance(card.get("keys"), dict) or "backup" not in card:
        raise damaged()
    if card.get("format") != FORMAT:
        raise StorageError("A newer ClearPost made this back-up.", remedy="Update ClearPost on this PC.")
    return card


def _unlock(card: dict[str, Any], passphrase: str) -> WorkspaceKey:
    keys = card["keys"]
    if has_recovery_form(passphrase) and keys.get("recovery"):
        with suppress(StorageError):  # it may be the back-up's own passphrase all the same
            return unwrap_with_passphrase(keys["recovery"], passphrase)
    return unwrap_with_passphrase(keys.get("passphrase") or {}, passphrase)


def _bound(key: WorkspaceKey, card: dict[str, Any]) -> str:
    said = json.dumps({k: v for k, v in card.items() if k != "bound"}, sort_keys=True, separators=(",", ":"))
    return hmac.new(key.derive("backup-card/1"), said.encode(), hashlib.sha256).hexdigest()


@contextmanager
def _as_damage() -> Iterator[None]:
    """What the zip library says of a damaged file, in our words."""
    try:
        yield
    except (zipfile.BadZipFile, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError) as error:
        raise damaged() from error
    except OSError as error:
        raise storage_error(error) from error


def _forget_cached(file: IO[bytes]) -> None:
    """Ask the disk rather than memory, where the system lets us."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
