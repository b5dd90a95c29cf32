"""Back up the whole workspace into one file: the register, every object of the vault, and the key under a passphrase.

The register and the list of objects come from one consistent picture, so work may go on meanwhile. Each object is
opened on the way to prove it, and the finished file is read back from the disk; only then is it called a back-up.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from app.domain.errors import BugError, KnownError, StorageError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor
from app.storage.backup_file import BackupWriter, opened_backup, writing_backup
from app.storage.card import read_card, require_long_enough
from app.storage.keys import WorkspaceKey, wrap_with_passphrase
from app.workflow.workspace import Workspace
from consent_db import audit, dump, vault_objects

BACKED_UP = "workspace-backed-up"


@dataclass(frozen=True, slots=True)
class BackupDone:
    """The finished file. `head` is the chain's head in it, to be kept on paper; `missing` objects were gone before."""

    file: Path
    head: str
    objects: int
    missing: int
    bytes: int
    is_on_same_disk: bool


@dataclass(frozen=True, slots=True)
class Step:
    """How far a long piece of upkeep got; `problem` is one object's, `done_with` the last step's result."""

    number: int
    total: int
    problem: KnownError | None = None
    done_with: BackupDone | None = None


def back_up(workspace: Workspace, actor: Actor, target: Path, *, passphrase: str) -> Iterator[Step]:
    """Write a back-up; cancelled or refused, it leaves nothing.

    Args:
        workspace: may be in use meanwhile.
        actor: an administrator.
        target: a file that is not there yet, or a folder for a file named after the moment.
        passphrase: of the back-up alone; at least 12 characters. The printed recovery passphrase opens it as well.

    Raises:
        NotAllowedError: the actor may not.
        StorageError: the passphrase is too short, the file is there, there is no room, or what was written does not
            read back.
    """
    actor.require(Action.KEEP_WORKSPACE)
    require_long_enough(passphrase)
    if workspace.key is None:
        raise BugError("the workspace was opened without its key")
    file = _file(target, workspace.clock.now())
    missing = 0
    with writing_backup(file, workspace.key, str(uuid.uuid4())) as writer, workspace.database.read() as connection:
        writer.add_register(dump.dump_lines(connection))
        rows = vault_objects.everything(connection)
        for number, row in enumerate(rows, 1):
            problem = _add(workspace, writer, row)
            missing += problem is not None
            yield Step(number, 2 * len(rows), problem)
        head = audit.head(connection)
        writer.finish(_card(workspace, connection, workspace.key, passphrase) | {"missing": missing})
        workspace.fault(KillPoint.AFTER_COPY)
    workspace.fault(KillPoint.AFTER_RENAME)
    yield from _checked(file, workspace.key, len(rows))
    workspace.fault(KillPoint.AFTER_READ_BACK)
    done = BackupDone(file, head, len(rows) - missing, missing, file.stat().st_size, _same_disk(file, workspace.folder))
    with workspace.database.transaction() as connection:
        details: dict[str, str | int | bool | None] = {
            "head": head,
            "objects": done.objects,
            "missing": missing,
            "bytes": done.bytes,
        }
        audit.append(connection, actor.user_id, BACKED_UP, details=details)
    yield Step(2 * len(rows), 2 * len(rows), done_with=done)


def _add(workspace: Workspace, writer: BackupWriter, row: vault_objects.VaultRow) -> KnownError | None:
    """Copy one object; one that is damaged already must not keep the others from being backed up."""
    try:
        sealed = workspace.vault.sealed(row.name, row.wrapped_key, row.sha256)
    except StorageError as problem:
        if problem.code not in ("vault-missing", "vault-damaged"):
            raise
        return problem
    writer.add_object(workspace.vault.place_of(row.name, row.wrapped_key), sealed)
    return None


def _card(workspace: Workspace, connection: Connection, key: WorkspaceKey, passphrase: str) -> dict[str, object]:
    card = read_card(workspace.folder)
    keys = {"passphrase": wrap_with_passphrase(key, passphrase), "recovery": card["keys"].get("recovery")}
    return {
        "made_at": workspace.clock.now().isoformat(timespec="seconds"),
        "id": card["id"],
        "school": card["school"],
        "pack": card["pack"],
        "keys": keys,
        "audit_head": audit.head(connection),
    }


def _checked(file: Path, key: WorkspaceKey, objects: int) -> Iterator[Step]:
    """Read the file back; one that does not read back is no back-up and is taken away."""
    is_whole = False
    try:
        with opened_backup(file, key) as backup:
            for number in backup.check():
                yield Step(objects + number, 2 * objects)
        is_whole = True
    finally:
        if not is_whole:
            file.unlink(missing_ok=True)


def _file(target: Path, now: datetime) -> Path:
    file = target
    if target.is_dir():
        file = target / f"clearpost-{now:%Y-%m-%d-%H%M%S}.backup"
    if file.exists():
        raise StorageError(
            f"There is a file {file.name} there already.", remedy="Choose another name.", code="is-there"
        )
    if not file.parent.is_dir():
        raise StorageError(f"There is no folder {file.parent}.", remedy="Connect the disk, or make the folder first.")
    return file


def _same_disk(file: Path, folder: Path) -> bool:
    return os.stat(file).st_dev == os.stat(folder).st_dev
