"""The school's registered PCs: only from them does a post go out, and on a server only they get in at all.

A PC is known by its key pair (`app.storage.this_pc`). The workspace folder copied to another computer does not carry
the private half along, so the copy may look and prepare, but not hand out.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from app.domain.errors import BugError, NotAllowedError, StorageError
from app.domain.people import Action, Actor
from app.storage.card import is_on_server, read_card, server_address, server_record, with_pc, write_card
from app.storage.joining import JoinRequest, make_grant
from app.storage.keys import WorkspaceKey
from app.storage.this_pc import PcKey, pc_name
from app.storage.writing import write_whole
from app.workflow.workspace import Workspace
from consent_db import audit, workstations
from consent_db.database import EngineKind
from consent_db.rows import new_id
from consent_db.server import ServerAddress
from consent_db.workstations import Workstation

_SERVER_ONLY = "A second PC can only join a register on a server; this one is a file on this PC."


def require_registered_pc(workspace: Workspace) -> None:
    """Do nothing on a PC the school registered.

    Raises:
        NotAllowedError: ``pc-not-registered``: this is another computer, or the PC was shut out.
    """
    if not is_registered_pc(workspace):
        raise NotAllowedError(
            "This PC is not one of the school's registered PCs, so nothing goes out from it.",
            remedy="Ask IT to register it: clearpost workspace register-pc.",
            code="pc-not-registered",
        )


def is_registered_pc(workspace: Workspace) -> bool:
    """Whether posts may go out from this PC."""
    if workspace.pc is None:
        return False
    with workspace.database.read() as connection:
        return workstations.is_registered(connection, workspace.pc.public)


def list_pcs(workspace: Workspace, actor: Actor) -> tuple[Workstation, ...]:
    """Every PC that was ever let in."""
    actor.require(Action.KEEP_WORKSPACE)
    with workspace.database.read() as connection:
        return workstations.everyone(connection)


def register_this_pc(workspace: Workspace, actor: Actor) -> None:
    """Let this PC hand out posts of an embedded register, from the moment the workspace was opened."""
    actor.require(Action.KEEP_WORKSPACE)
    if workspace.pc is None:
        raise BugError("the workspace was opened without a key pair of this PC")
    with workspace.database.transaction() as connection:
        if workstations.is_registered(connection, workspace.pc.public):
            return
        added = workstations.add(connection, name=pc_name(), public_key=workspace.pc.public, by=actor.user_id)
        audit.append(connection, actor.user_id, "pc-registered", subjects=[added])


def adopt_this_pc(workspace: Workspace, actor: Actor, owner: ServerAddress | None = None) -> Workspace:
    """Register this PC after the workspace was restored or copied here, and write its key pair into the card.

    Args:
        workspace: opened here.
        actor: an administrator.
        owner: the owner of the database, when the register is on a server; this PC gets a login of its own then.

    Raises:
        NotAllowedError: the actor may not, or the owner is needed.
    """
    actor.require(Action.KEEP_WORKSPACE)
    key, card = _key(workspace), read_card(workspace.folder)
    if is_registered_pc(workspace):
        return workspace
    pc = PcKey.new()
    ours = replace(workspace, pc=pc)
    if is_on_server(card):
        mine = let_in(ours, actor, _owner(owner), pc=pc_name(), public_key=pc.public)
        card["register"] = card["register"] | server_record(mine, key)
    else:
        register_this_pc(ours, actor)
    write_card(workspace.folder, with_pc(card, pc, key))
    return ours


def approve_pc(
    workspace: Workspace, actor: Actor, request: JoinRequest, owner: ServerAddress, *, out: Path
) -> Workstation:
    """Let a new PC in: a login of its own on the server, and the workspace key wrapped for it alone.

    Compare `request.fingerprint` with what the new PC shows before this is called.

    Args:
        workspace: with its register on a server.
        actor: an administrator.
        request: what the new PC asked.
        owner: the owner of the database.
        out: where the answer is written.

    Raises:
        NotAllowedError: the actor may not, or the register or vault is on this PC alone.
        StorageError: the server refuses, the PC was let in already, or the file cannot be written.
    """
    actor.require(Action.KEEP_WORKSPACE)
    key, card = _key(workspace), read_card(workspace.folder)
    if not is_on_server(card):
        raise NotAllowedError(_SERVER_ONLY, remedy="Move it first: clearpost workspace move.", code="not-on-server")
    if not card.get("vault"):
        raise NotAllowedError(
            "The photos are in a folder of this PC, where another PC cannot read them.",
            remedy="Move them to a share first: clearpost workspace move --vault FOLDER.",
            code="vault-not-shared",
        )
    if out.exists():
        raise StorageError(f"There is a file {out.name} there already.", remedy="Choose another name.")
    with workspace.database.read() as connection:
        if workstations.is_registered(connection, request.public_key):
            raise StorageError("This PC was let in already.", remedy="Remove it first to let it in again.")
    mine = let_in(workspace, actor, owner, pc=request.pc, public_key=request.public_key)
    shared = {k: card[k] for k in ("id", "school", "pack", "vault")}
    record = {"host": mine.host, "port": mine.port, "database": mine.database, "tls": mine.tls}
    details = shared | {
        "register": record | {"user": mine.user, "password": mine.password, "school": workspace.database.school_id},
        "recovery": card["keys"].get("recovery"),
    }
    try:
        write_whole(out, make_grant(request, key, details))
    except StorageError:
        from consent_db import server_upkeep

        server_upkeep.shut_out(owner, school_id=workspace.database.school_id, login=mine.user)
        raise
    with workspace.database.read() as connection:
        return next(pc for pc in workstations.everyone(connection) if pc.login == mine.user)


def let_in(workspace: Workspace, actor: Actor, owner: ServerAddress, *, pc: str, public_key: str) -> ServerAddress:
    """Make a login for a PC on the server, with a random password; how that PC reaches the register."""
    from consent_db import server_upkeep  # here and below: who never needs the owner does not load the driver

    mine = new_login(owner)
    added = server_upkeep.let_in(
        owner,
        school_id=workspace.database.school_id,
        pc=pc,
        login=mine.user,
        password=mine.password,
        public_key=public_key,
        by=actor.user_id,
    )
    with workspace.database.transaction() as connection:
        audit.append(connection, actor.user_id, "pc-registered", subjects=[added])
    return mine


def new_login(owner: ServerAddress) -> ServerAddress:
    """A fresh login's name and random password for one PC on the owner's server."""
    return replace(owner, user=f"pc_{new_id().replace('-', '')[:16]}", password=secrets.token_urlsafe(32))


def remove_pc(workspace: Workspace, actor: Actor, name: str, owner: ServerAddress | None = None) -> Workstation:
    """Shut a PC out: nothing goes out from it any more, and on a server it does not get in.

    Raises:
        NotAllowedError: the actor may not, or the owner is needed.
        StorageError: no PC is called that, or several are (then say its id).
    """
    actor.require(Action.KEEP_WORKSPACE)
    with workspace.database.read() as connection:
        inside = [pc for pc in workstations.everyone(connection) if pc.removed_at is None]
    wanted = [pc for pc in inside if name in (pc.name, pc.id)]
    if len(wanted) != 1:
        known = "; ".join(f"{pc.name} ({pc.id})" for pc in inside)
        raise StorageError(f"No one PC is called {name}.", remedy=f"Say one of: {known}.", code="which-pc")
    (pc,) = wanted
    if workspace.database.kind is EngineKind.POSTGRESQL:
        from consent_db import server_upkeep

        # First the record: once this PC's own login is gone, it could not be written any more.
        with workspace.database.transaction() as connection:
            audit.append(connection, actor.user_id, "pc-removed", subjects=[pc.id])
        server_upkeep.shut_out(_owner(owner), school_id=workspace.database.school_id, login=pc.login, pc=pc.id)
        return pc
    with workspace.database.transaction() as connection:
        workstations.remove(connection, pc.id)
        audit.append(connection, actor.user_id, "pc-removed", subjects=[pc.id])
    return pc


def server_of(workspace: Workspace) -> ServerAddress | None:
    """How this PC reaches the server; None with an embedded register."""
    card = read_card(workspace.folder)
    return server_address(card, _key(workspace)) if is_on_server(card) else None


def _key(workspace: Workspace) -> WorkspaceKey:
    if workspace.key is None:
        raise BugError("the workspace was opened without its key")
    return workspace.key


def _owner(owner: ServerAddress | None) -> ServerAddress:
    if owner is None:
        raise NotAllowedError(
            "The register is on a server, so the owner of its database is needed.",
            remedy="Say --owner USER.",
            code="owner-needed",
        )
    return owner
