"""Move a workspace's register to a server or back to a file on this PC, and its vault to another folder.

The old register is read under its own lock for writing, so nothing can be added behind the move's back. The new one is
written in one transaction and proven row by row. Only then does the card, in one rename, say where the register is;
stopped before that, everything is as it was. What is left behind is kept: the old file beside the card, for reading
only, and the rows on the server without a login.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, select

from app.domain.errors import BugError, NotAllowedError, StorageError
from app.domain.people import Action, Actor
from app.domain.photo import digest_of_pieces
from app.storage.card import REGISTER, is_on_server, read_card, server_address, server_record, write_card
from app.storage.keys import WorkspaceKey
from app.storage.locking import WriterLock, refuse_network_folder
from app.storage.writing import blocks_from_disk, replace_whole, storage_error, sync_folder, write_pieces
from app.workflow.backup import Step
from app.workflow.pcs import new_login, require_registered_pc
from app.workflow.workspace import Workspace
from consent_db import audit, dump, vault_objects, workstations
from consent_db.database import EngineKind
from consent_db.embedded import close_for_good, open_database
from consent_db.schema_records import audit_event
from consent_db.server import ServerAddress, open_server

MOVED = "workspace-moved"
_LOCK_FILE = "import.lock"
_ARRIVING = "register.arriving.db"


class MovePoint(StrEnum):
    """Moments at which tests end the program."""

    BEFORE_COPY = "before-copy"
    COPIED = "copied"
    LET_IN = "let-in"
    BEFORE_CARD = "before-card"
    AFTER_CARD = "after-card"
    CLOSED = "closed"


MOVE_POINTS = tuple(MovePoint)


def move_to_server(workspace: Workspace, actor: Actor, owner: ServerAddress) -> None:
    """Move an embedded register to PostgreSQL. The workspace is closed afterwards; open it again.

    Args:
        workspace: on one of the school's registered PCs, which gets a login of its own.
        actor: an administrator.
        owner: the owner of a database with a ClearPost register or with nothing in it.

    Raises:
        NotAllowedError: the actor may not, or this PC is not registered.
        StorageError: the server refuses or has this school already; nothing changed.
    """
    from consent_db import server_upkeep

    key = _begin(workspace, actor, EngineKind.EMBEDDED)
    require_registered_pc(workspace)
    school_id = workspace.database.school_id
    with WriterLock(workspace.folder / _LOCK_FILE):
        server_upkeep.make_register(owner)
        server_upkeep.add_school(owner, school_id=school_id, name=workspace.school)
        workspace.fault(MovePoint.BEFORE_COPY)
        with workspace.database.transaction() as old:
            with server_upkeep.owning(owner, school_id=school_id) as new:
                if _is_left_behind(old, new, school_id):
                    server_upkeep.discard_copy(new, school_id=school_id)
                dump.restore_lines(new, dump.dump_lines(old))
            workspace.fault(MovePoint.COPIED)
            mine = _login_here(workspace, actor, owner)
            workspace.fault(MovePoint.LET_IN)
            _note_arrival(mine, school_id, actor)
            workspace.fault(MovePoint.BEFORE_CARD)
            card = read_card(workspace.folder)
            write_card(workspace.folder, card | {"register": server_record(mine, key) | {"school": school_id}})
            workspace.fault(MovePoint.AFTER_CARD)
            close_for_good(old)
        workspace.fault(MovePoint.CLOSED)
        workspace.close()
        _put_aside(workspace.folder, workspace.clock.today())


def move_to_this_pc(workspace: Workspace, actor: Actor, owner: ServerAddress) -> None:
    """Move a register from its server into a file of this PC. The workspace is closed afterwards; open it again.

    Args:
        workspace: on the only PC that still uses the register; the others are removed first.
        actor: an administrator.
        owner: the owner of the database, to take this PC's login away at the end.

    Raises:
        NotAllowedError: the actor may not, or other PCs use the register.
        StorageError: the folder cannot be written, or the server refuses; nothing changed.
    """
    from consent_db import server_upkeep

    key = _begin(workspace, actor, EngineKind.POSTGRESQL)
    require_registered_pc(workspace)
    refuse_network_folder(workspace.folder)
    card = read_card(workspace.folder)
    mine = server_address(card, key)
    with server_upkeep.owning(owner):
        pass  # refused now rather than after the move
    with WriterLock(workspace.folder / _LOCK_FILE):
        _put_aside(workspace.folder, workspace.clock.today())
        workspace.fault(MovePoint.BEFORE_COPY)
        with workspace.database.transaction() as old:
            _require_alone(old, mine.user)
            arriving = _fill_file(workspace, old, key, actor)
            workspace.fault(MovePoint.COPIED)
            try:
                replace_whole(arriving, workspace.folder / REGISTER)
                sync_folder(workspace.folder)
            except OSError as error:
                raise storage_error(error) from error
            workspace.fault(MovePoint.BEFORE_CARD)
            write_card(workspace.folder, {k: v for k, v in card.items() if k != "register"})
            workspace.fault(MovePoint.AFTER_CARD)
        school_id = workspace.database.school_id
        workspace.close()
        server_upkeep.shut_out(owner, school_id=school_id, login=mine.user)


def move_vault(workspace: Workspace, actor: Actor, folder: Path) -> Iterator[Step]:
    """Copy the vault to another folder, prove each copy, and let the card say so; the old folder is put aside.

    On a share, reading a copy back proves the server's copy only. The workspace is to be opened again afterwards.

    Args:
        workspace: with its register on a server; an embedded register keeps its vault beside it.
        actor: an administrator.
        folder: on the share, empty or with copies from a try that was stopped.

    Raises:
        NotAllowedError: the actor may not, the register is embedded, or other PCs know the vault where it is.
        StorageError: a copy cannot be written or does not read back; the old vault stays in use.
    """
    key = _begin(workspace, actor, EngineKind.POSTGRESQL)
    target, source = folder.resolve(), workspace.vault.folder
    if target == source:
        raise StorageError("The vault is in that folder already.")
    mine = server_address(read_card(workspace.folder), key).user
    with WriterLock(workspace.folder / _LOCK_FILE):
        with workspace.database.read() as connection:
            _require_alone(connection, mine)
            places = _places(workspace, connection)
        for number, place in enumerate(places, 1):
            _copy(source / place, target / place)
            yield Step(number, len(places))
        with workspace.database.transaction() as connection:
            _require_alone(connection, mine)
            for place in set(_places(workspace, connection)).difference(places):
                _copy(source / place, target / place)  # made meanwhile
            audit.append(connection, actor.user_id, "vault-moved", details={"objects": len(places)})
            write_card(workspace.folder, read_card(workspace.folder) | {"vault": str(target)})
            # A window that is still open must fail to write where nobody looks any more.
            with suppress(OSError):
                source.rename(source.with_name(f"{source.name}.moved-{workspace.clock.today().isoformat()}"))
    yield Step(len(places), len(places))


def _begin(workspace: Workspace, actor: Actor, wanted: EngineKind) -> WorkspaceKey:
    actor.require(Action.KEEP_WORKSPACE)
    if workspace.key is None:
        raise BugError("the workspace was opened without its key")
    if workspace.database.kind is not wanted or is_on_server(read_card(workspace.folder)) != (
        wanted is EngineKind.POSTGRESQL
    ):
        where = "a file on this PC" if wanted is EngineKind.POSTGRESQL else "on a server"
        raise NotAllowedError(f"The register is {where}.", remedy="Open the workspace again.", code="wrong-engine")
    return workspace.key


def _is_left_behind(old: Connection, new: Connection, school_id: str) -> bool:
    """Whether the server holds what a stopped move left: all its records are ours, but for the note of its arrival."""
    query = select(audit_event.c.hash, audit_event.c.action).order_by(audit_event.c.sequence)
    there = new.execute(query.where(audit_event.c.school_id == school_id)).all()
    if there and there[-1].action == MOVED:
        there = there[:-1]
    ours = old.execute(query).scalars().all()
    return bool(there) and [row.hash for row in there] == list(ours[: len(there)])


def _login_here(workspace: Workspace, actor: Actor, owner: ServerAddress) -> ServerAddress:
    from consent_db import server_upkeep

    if workspace.pc is None:
        raise BugError("a registered PC has a key pair")
    mine = new_login(owner)
    server_upkeep.let_in(
        owner,
        school_id=workspace.database.school_id,
        pc="",  # it keeps its entry and its name
        login=mine.user,
        password=mine.password,
        public_key=workspace.pc.public,
        by=actor.user_id,
    )
    return mine


def _note_arrival(mine: ServerAddress, school_id: str, actor: Actor) -> None:
    """Open the new register as this PC will, follow its chain once more, and add the move to it."""
    database = open_server(mine, school_id=school_id)
    try:
        with database.transaction() as connection:
            if not (proof := audit.verify(connection)).ok:
                raise StorageError(proof.words, remedy="Nothing was moved.", code="chain-broken")
            audit.append(connection, actor.user_id, MOVED, details={"to": "postgresql"})
    finally:
        database.close()


def _fill_file(workspace: Workspace, old: Connection, key: WorkspaceKey, actor: Actor) -> Path:
    arriving = workspace.folder / _ARRIVING
    for path in workspace.folder.glob(f"{_ARRIVING}*"):
        path.unlink()
    database = open_database(arriving, key.derive("register"), school_id=workspace.database.school_id)
    try:
        with database.transaction() as new:
            dump.restore_lines(new, dump.dump_lines(old))
            audit.append(new, actor.user_id, MOVED, details={"to": "embedded"})
    finally:
        database.close()
    return arriving


def _require_alone(connection: Connection, login: str) -> None:
    inside = [pc for pc in workstations.everyone(connection) if pc.removed_at is None and pc.login]
    others = ", ".join(pc.name for pc in inside if pc.login != login)
    if others:
        raise NotAllowedError(
            f"Other PCs use this register: {others}.",
            remedy="Remove them first: clearpost workspace remove-pc NAME.",
            code="other-pcs",
        )


def _put_aside(folder: Path, today: date) -> None:
    """Rename an embedded register that is not used any more, for reading only."""
    path = folder / REGISTER
    if not path.exists():
        return
    kept = folder / f"register.moved-{today.isoformat()}.db"
    number = 1
    while kept.exists():
        number += 1
        kept = folder / f"register.moved-{today.isoformat()}-{number}.db"
    try:
        for suffix in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(kept.with_name(kept.name + suffix))
        path.rename(kept)
        os.chmod(kept, 0o400)
        sync_folder(folder)
    except OSError as error:
        raise storage_error(error) from error


def _places(workspace: Workspace, connection: Connection) -> list[str]:
    """Where the committed objects are; what has no row is nobody's."""
    rows = vault_objects.everything(connection)
    return [workspace.vault.place_of(row.name, row.wrapped_key) for row in rows]


def _copy(source: Path, target: Path) -> None:
    try:
        wanted = digest_of_pieces(blocks_from_disk(source))
        if target.is_file() and digest_of_pieces(blocks_from_disk(target)) == wanted:
            return
        target.parent.mkdir(parents=True, exist_ok=True)

        def write(file: BinaryIO) -> Path:
            file.writelines(blocks_from_disk(source))
            return target

        write_pieces(target.parent, write)
        if digest_of_pieces(blocks_from_disk(target)) != wanted:
            raise StorageError("A copy in the new folder does not read back.", remedy="Have its disk looked at.")
    except OSError as error:
        raise storage_error(error) from error
