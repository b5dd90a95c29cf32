"""What an administrator sees of a workspace as a whole, and its passphrases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.errors import BugError
from app.domain.people import Action, Actor
from app.storage import card as cards
from app.storage.keys import new_recovery_passphrase
from app.workflow.backup import BACKED_UP
from app.workflow.pcs import is_registered_pc
from app.workflow.workspace import Workspace
from consent_db import audit, counts, vault_objects, workstations
from consent_db.workstations import Workstation


@dataclass(frozen=True, slots=True)
class Standing:
    """A workspace in numbers and places. `objects` and `object_bytes` are the vault's, `register_bytes` a file's."""

    school: str
    engine: str
    register: str
    revision: str
    people: int
    photos: int
    objects: int
    object_bytes: int
    register_bytes: int | None
    vault: Path
    key_places: tuple[str, ...]
    pcs: tuple[Workstation, ...]
    is_registered_pc: bool
    backed_up_at: datetime | None
    records: int
    head: str
    left_behind: tuple[str, ...]
    """Registers that moved away and are kept for reading; they hold what was erased since."""


def standing_of(workspace: Workspace, actor: Actor) -> Standing:
    """What there is, where it is, and when it was last backed up."""
    actor.require(Action.KEEP_WORKSPACE)
    card = cards.read_card(workspace.folder)
    file = workspace.folder / cards.REGISTER
    is_registered = is_registered_pc(workspace)
    with workspace.database.read() as connection:
        objects, size = vault_objects.count(connection)
        return Standing(
            school=workspace.school,
            engine=workspace.database.kind.value,
            register=str(workspace.database.path),
            revision=counts.revision(connection),
            people=counts.people(connection),
            photos=counts.photos(connection),
            objects=objects,
            object_bytes=size,
            register_bytes=file.stat().st_size if not cards.is_on_server(card) else None,
            vault=workspace.vault.folder,
            key_places=cards.key_places(card),
            pcs=workstations.everyone(connection),
            is_registered_pc=is_registered,
            backed_up_at=counts.last_time(connection, BACKED_UP),
            records=counts.records(connection),
            head=audit.head(connection),
            left_behind=tuple(sorted(path.name for path in workspace.folder.glob("register.moved-*.db"))),
        )


def change_passphrase(workspace: Workspace, actor: Actor, passphrase: str) -> None:
    """Another passphrase for this workspace on this PC; the old one opens it no more. Old back-ups keep their own.

    Raises:
        NotAllowedError: the actor may not.
        StorageError: it is too short, or the card cannot be written.
    """
    _rewrap(workspace, actor, passphrase, "passphrase")


def print_new_recovery(workspace: Workspace, actor: Actor) -> str:
    """A new recovery passphrase, to be printed and locked away; shown this once, and the one before opens no more."""
    passphrase = new_recovery_passphrase()
    _rewrap(workspace, actor, passphrase, "recovery")
    return passphrase


def remember_here(workspace: Workspace, actor: Actor) -> None:
    """Let this PC's keyring open the workspace for whoever is signed in to the PC now.

    Raises:
        StorageError: ``no-keyring``: this PC has none that keeps secrets safely.
    """
    actor.require(Action.KEEP_WORKSPACE)
    if workspace.key is None:
        raise BugError("the workspace was opened without its key")
    card = cards.remember(cards.read_card(workspace.folder), workspace.key)
    with workspace.database.transaction() as connection:
        audit.append(connection, actor.user_id, "key-remembered")
        cards.write_card(workspace.folder, card)


def _rewrap(workspace: Workspace, actor: Actor, passphrase: str, slot: str) -> None:
    actor.require(Action.KEEP_WORKSPACE)
    if workspace.key is None:
        raise BugError("the workspace was opened without its key")
    card = cards.with_passphrase(cards.read_card(workspace.folder), workspace.key, passphrase, slot=slot)
    with workspace.database.transaction() as connection:
        audit.append(connection, actor.user_id, f"{slot}-changed")
        cards.write_card(workspace.folder, card)
