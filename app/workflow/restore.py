"""Put a back-up back into an empty folder, on any PC: whole and proven, or not at all.

Everything is written beside the folder first, every row and every object is looked at again, and one rename puts it in
place. What comes back has an embedded register, whatever the old one was; this PC is not registered yet, so nothing
goes out until an administrator says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from app.domain.errors import StorageError, VerificationError
from app.domain.post import TaskKind
from app.storage.backup_file import BackupReader, opened_backup
from app.storage.card import REGISTER, VAULT, write_card
from app.storage.keys import WorkspaceKey
from app.storage.locking import refuse_network_folder
from app.storage.vault import Vault
from app.storage.writing import storage_error, sync_folder
from app.workflow.fallout import take_back
from consent_db import audit, consent, dump, posts, releases, settings, vault_objects
from consent_db.embedded import open_database

_RESTORED = "The register came back from a back-up; what was answered since is not in it. Submit the post anew."
_ENTER_AGAIN = (
    "The register came back from a back-up: enter every no, hold and leaver since then, and read the current lists."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back; `missing` objects were gone already when the back-up was made."""

    folder: Path
    school: str
    made_at: str
    head: str
    people: int
    objects: int
    missing: int


@dataclass(frozen=True, slots=True)
class RestoreStep:
    """How far it got; the last one carries the result."""

    number: int
    total: int
    done_with: Restored | None = None


def restore(source: Path, folder: Path, *, passphrase: str, against: str | None = None) -> Iterator[RestoreStep]:
    """Make a workspace from a back-up; refused, damaged or cancelled, it leaves nothing.

    Args:
        source: the back-up.
        folder: an empty or missing one on a disk of this PC.
        passphrase: the back-up's, which then opens the workspace too, or the printed recovery passphrase.
        against: a chain head on paper; the records must hold it.

    Raises:
        StorageError: the back-up is damaged, changed, of another version, or the passphrase is wrong; the folder is not
            empty or on the network; there is no room.
        VerificationError: the head on paper is not in the records.
    """
    folder = folder.resolve()
    refuse_network_folder(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StorageError(f"The folder {folder} is not empty.", remedy="Choose an empty or new folder.")
    unfinished = folder.with_name(f".{folder.name}.restoring")
    is_done = False
    try:
        with opened_backup(source, passphrase) as backup:
            _start(unfinished)
            restored = yield from _restored(backup, unfinished, against)
        _put_in_place(unfinished, folder)
        is_done = True
    except OSError as error:
        raise storage_error(error) from error
    finally:
        if not is_done:
            shutil.rmtree(unfinished, ignore_errors=True)
    yield RestoreStep(restored.objects, restored.objects, replace(restored, folder=folder))


def _start(unfinished: Path) -> None:
    if unfinished.exists():  # left by a restore that was killed
        shutil.rmtree(unfinished)
    (unfinished / VAULT).mkdir(parents=True)


def _restored(backup: BackupReader, folder: Path, against: str | None) -> Generator[RestoreStep, None, Restored]:
    card, total = backup.card, int(backup.card["objects"])
    for number, (place, pieces) in enumerate(backup.objects(), 1):
        _write(folder / VAULT / place, pieces)
        yield RestoreStep(number, 2 * total)
    head = _register(backup, folder / REGISTER, against)
    if head.audit_head != card["audit_head"]:
        raise VerificationError("The back-up's parts do not belong together; nothing was restored.", code="damaged")
    missing = 0
    for number, is_there in enumerate(_proven(backup.key, head.school_id, folder), 1):
        missing += not is_there
        yield RestoreStep(min(total + number, 2 * total), 2 * total)
    if missing != int(card["missing"]):
        raise VerificationError("Photos are missing from this back-up; nothing was restored.", code="damaged")
    keys = {slot: wrapped for slot, wrapped in card["keys"].items() if wrapped}
    write_card(folder, {"id": card["id"], "school": card["school"], "pack": card["pack"], "keys": keys})
    return Restored(folder, card["school"], card["made_at"], head.audit_head, head.rows["person"], total, missing)


def _register(backup: BackupReader, path: Path, against: str | None) -> dump.DumpHead:
    lines = backup.register_lines()
    first = next(lines, b"")
    database = open_database(path, backup.key.derive("register"), school_id=dump.read_head(first).school_id)
    try:
        with database.transaction() as connection:
            head = dump.restore_lines(connection, _all(first, lines))
            if against is not None and not (proof := audit.verify(connection, against)).ok:
                raise VerificationError(proof.words, remedy="Nothing was restored. Look for another back-up.")
            fallen = _let_fall(connection)
            details: dict[str, str | int | bool | None] = {"head": head.audit_head, "fallen": fallen}
            audit.append(connection, "set-up", "workspace-restored", details=details)
    finally:
        database.close()
    return head


def _let_fall(connection: Connection) -> int:
    """Let no yes of then stand: a no, a hold or somebody's leaving may have been recorded since and is lost.

    The consents count as unknown until a list is read, or a yes recorded, after this moment.
    """
    settings.put(connection, consent.RESTORED_AT, datetime.now(UTC).isoformat(), by="set-up")
    releases.raise_task(connection, TaskKind.READ_ANSWERS, _ENTER_AGAIN)
    return sum(take_back(connection, post, _RESTORED) for post in posts.everything(connection))


def _all(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _proven(key: WorkspaceKey, school_id: str, folder: Path) -> Iterator[bool]:
    """Open every object the register knows, from the disk; whether it is there at all."""
    vault = Vault(folder / VAULT, key)
    database = open_database(folder / REGISTER, key.derive("register"), school_id=school_id)
    try:
        with database.read() as connection:
            rows = vault_objects.everything(connection)
    finally:
        database.close()
    for row in rows:
        is_there = vault.exists(row.name, row.wrapped_key)
        if is_there:
            vault.read_back(row.name, row.wrapped_key, row.sha256)
        yield is_there


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    path.parent.mkdir(exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(unfinished: Path, folder: Path) -> None:
    for shelf in sorted(p for p in unfinished.rglob("*") if p.is_dir()):
        sync_folder(shelf)
    sync_folder(unfinished)
    if folder.exists():
        folder.rmdir()  # empty, as was seen
    unfinished.rename(folder)
    sync_folder(folder.parent)
