"""The one place that builds real objects and hands them to each other.

A workspace is a folder: ``workspace.json`` (`app.storage.card`: name, wrapped keys), ``register.db`` and ``vault/``,
both encrypted; or the register is on a server and the vault on a share, and the card says where.
Nothing here loads Qt, and the engines start with the first picture.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain import people
from app.domain.errors import KnownError, StorageError
from app.domain.people import Actor, Role
from app.machine import read_policy
from app.policy.pack import STRICT, PolicyPack, load_pack
from app.storage import os_keyring
from app.storage.card import (
    REGISTER,
    VAULT,
    Card,
    is_on_server,
    is_remembered,
    is_remembered_in,
    pc_of,
    read_card,
    remember,
    require_long_enough,
    server_address,
    server_record,
    unlock,
    vault_folder,
    with_passphrase,
    with_pc,
    write_card,
)
from app.storage.keys import WorkspaceKey
from app.storage.locking import refuse_network_folder
from app.storage.this_pc import PcKey
from app.storage.vault import Vault
from app.workflow.workspace import Tools, Workspace, no_fault
from consent_db import packs, settings
from consent_db.database import Database, EngineKind
from consent_db.embedded import open_database
from consent_db.server import ServerAddress, open_server

__all__ = [
    "SET_UP",
    "Administrator",
    "SystemClock",
    "build_tools",
    "can_remember",
    "create_workspace",
    "is_remembered_here",
    "open_for_window",
    "open_workspace",
    "read_card",
    "server_record",
]

_SCHOOL_ZONE = ZoneInfo("Europe/London")
SET_UP = Actor(people.SET_UP, "Set-up", frozenset({Role.IT}))
"""Who the records name while a workspace is being made and nobody can have signed in yet."""


class SystemClock:
    """The computer's clock; days are the school's."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(_SCHOOL_ZONE).date()


@dataclass(frozen=True, slots=True)
class Administrator:
    """The first person who can sign in; adds the others."""

    username: str
    name: str
    password: str


def build_tools() -> Tools:
    """The decoder and the engines, neither started yet."""
    from app.analysis.worker import EngineProcess
    from app.imaging.worker import DecoderProcess

    return Tools(decoder=DecoderProcess(), engines=EngineProcess())


def create_workspace(
    folder: Path,
    *,
    school: str,
    passphrase: str,
    administrator: Administrator,
    pack: str = "strict",
    school_id: str | None = None,
    server: ServerAddress | None = None,
    pc: PcKey | None = None,
    vault: Path | None = None,
    recovery: str | None = None,
    remembered: bool = False,
    fill: Callable[[Workspace], object] | None = None,
) -> Workspace:
    """Make a new workspace in an empty or missing folder, with this PC as its first registered one, and open it.

    With a `server`, its register is there already and lets this PC in (`consent_db.server_upkeep`); otherwise the
    register is an encrypted file in the folder. The card with the wrapped keys is written last, so a folder without
    one is no workspace; what is refused on the way leaves the folder empty again.

    Args:
        folder: for the card, and for the register and vault when they are of this PC.
        school: its name.
        passphrase: at least 12 characters; opens the workspace on this PC.
        administrator: who can sign in first.
        pack: the policy pack the school begins with: a name, or the path of a file that is then kept in the register.
        school_id: which school it is on the `server`; a new id otherwise.
        server: the server with the login of this PC.
        pc: the key pair whose public half the server knows this PC by; a new one otherwise.
        vault: a folder on a share, when the register is on a server; verification there proves the server's copy only.
        recovery: a second passphrase to be printed (`app.storage.keys.new_recovery_passphrase`).
        remembered: let this PC's keyring open the workspace from now on.
        fill: what else it begins with (`app.workflow.set_up.begin`); what this raises takes the workspace back.

    Raises:
        StorageError: the folder holds something already or cannot be written; the passphrase is too short; there is no
            keyring to remember the key in.
        NotAllowedError: the administrator's password is too short.
    """
    require_long_enough(passphrase)
    if remembered:
        _require_remembering()
    folder = _new_folder(folder, with_register=server is None, with_vault=vault is None)
    first_pack = load_pack(pack)  # a bad name is refused before anything is written
    key = WorkspaceKey.new()
    with ExitStack() as undoing:
        undoing.callback(_take_back, folder)
        card: Card = {"id": school_id or str(uuid.uuid4()), "school": school, "pack": first_pack.name, "keys": {}}
        card = _with_places(card, key, server, vault)
        card = with_pc(_with_ways_in(card, key, passphrase, recovery, remembered), pc or PcKey.new(), key)
        workspace = _open(folder, card, key, fault=no_fault, is_new=True)
        undoing.callback(workspace.close)
        _first_records(workspace, administrator, first_pack)
        if fill is not None:
            fill(workspace)
        write_card(folder, card)
        undoing.pop_all()
    return workspace


def _with_places(card: Card, key: WorkspaceKey, server: ServerAddress | None, vault: Path | None) -> Card:
    """The card with where register and vault are, when they are not in its own folder."""
    if server is not None:
        card["register"] = server_record(server, key)
        if vault is not None:
            card["vault"] = str(vault.resolve())
    return card


def _with_ways_in(card: Card, key: WorkspaceKey, passphrase: str, recovery: str | None, remembered: bool) -> Card:
    """The card with the key wrapped by each secret that opens the workspace, and by this PC's keyring when wanted."""
    card = with_passphrase(card, key, passphrase)
    if recovery is not None:
        card = with_passphrase(card, key, recovery, slot="recovery")
    return remember(card, key) if remembered else card


def _new_folder(folder: Path, *, with_register: bool, with_vault: bool) -> Path:
    """The folder, made and empty; a register in a file is not kept on a network drive."""
    folder = folder.resolve()
    if with_register:
        refuse_network_folder(folder)
    if folder.exists() and any(folder.iterdir()):
        raise StorageError(f"The folder {folder} is not empty.", remedy="Choose a new folder for the workspace.")
    try:
        (folder / VAULT if with_vault else folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"The folder {folder} cannot be made: {error.strerror}.") from error
    return folder


def _first_records(workspace: Workspace, administrator: Administrator, pack: PolicyPack) -> None:
    """Who may sign in, this PC, and the policy pack where it is another than the strict one."""
    from app.workflow.pcs import register_this_pc
    from app.workflow.users import add_user

    add_user(
        workspace,
        SET_UP,
        username=administrator.username,
        name=administrator.name,
        password=administrator.password,
        roles=frozenset({Role.IT}),
    )
    if workspace.database.kind is EngineKind.EMBEDDED:  # a server's owner lets PCs in
        register_this_pc(workspace, SET_UP)
    if pack.name != STRICT:
        with workspace.database.transaction() as connection:
            settings.put(connection, packs.FIRST_PACK, pack.text, by=SET_UP.user_id)


def _take_back(folder: Path) -> None:
    """Leave the folder as empty as it was found, so that making the workspace can be tried again at once."""
    for path in folder.glob(f"{REGISTER}*"):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        (folder / VAULT).rmdir()  # never more than an empty folder


def open_workspace(
    folder: Path, *, passphrase: str = "", fault: Callable[[str], None] = no_fault, remembered: bool = False
) -> Workspace:
    """Open a workspace with its passphrase or the printed recovery passphrase.

    Args:
        folder: where its card is.
        passphrase: empty where this PC's keyring remembers the key.
        fault: for tests, see `Workspace`.
        remembered: let this PC's keyring open it from now on.

    Raises:
        StorageError: there is no workspace, it is from a newer version, the passphrase is wrong, its register is not
            there, or there is no keyring to remember the key in.
    """
    folder = folder.resolve()
    card = read_card(folder)
    if not is_on_server(card):
        refuse_network_folder(folder)
    if remembered or (not passphrase and "passphrase" in card["keys"]):
        _require_remembering()
    key = unlock(card, passphrase)
    workspace = _open(folder, card, key, fault=fault)
    try:
        if remembered and not is_remembered(card):
            write_card(folder, remember(card, key))
    except StorageError:
        workspace.close()
        raise
    return workspace


def open_for_window(folder: Path, *, passphrase: str = "", remembered: bool = False) -> Workspace:
    """Open a workspace for the window, finish what a stop in the middle of an export left, and look at the calendar.

    A key of this PC that waits for an answer which never came goes, too.

    Raises:
        StorageError: as for `open_workspace`.
    """
    from app.workflow.joining import forget_lapsed
    from app.workflow.publish import finish_exports
    from app.workflow.refresh import look_ahead

    workspace = open_workspace(folder, passphrase=passphrase, remembered=remembered)
    finish_exports(workspace)
    with suppress(KnownError):  # it only tells people of what has ended already
        look_ahead(workspace)
    forget_lapsed()
    return workspace


def can_remember() -> bool:
    """Whether this PC has a keyring that keeps secrets safely, so that remembering can be offered."""
    return read_policy().remember_key and os_keyring.is_available()


def is_remembered_here(folder: Path) -> bool:
    """Whether whoever is signed in to this PC opens this workspace without its passphrase."""
    return read_policy().remember_key and is_remembered_in(folder.resolve())


def _require_remembering() -> None:
    """Raise a StorageError where IT settled that no keyring of this PC opens a workspace."""
    if not read_policy().remember_key:
        raise StorageError(
            "On this PC the workspace opens with its passphrase only.",
            remedy="Type the passphrase. IT has settled that this PC does not remember it.",
            code="no-remembering",
        )


def _open(
    folder: Path, card: Card, key: WorkspaceKey, *, fault: Callable[[str], None], is_new: bool = False
) -> Workspace:
    return Workspace(
        folder=folder,
        school=str(card["school"]),
        database=_register(folder, card, key, is_new=is_new),
        vault=Vault(vault_folder(folder, card), key),
        clock=SystemClock(),
        tools=build_tools(),
        fault=fault,
        key=key,
        pc=pc_of(card, key),
    )


def _register(folder: Path, card: Card, key: WorkspaceKey, *, is_new: bool) -> Database:
    if is_on_server(card):
        return open_server(server_address(card, key), school_id=str(card["register"].get("school", card["id"])))
    if not is_new and not (folder / REGISTER).is_file():
        # An empty one would be made in its place, and everybody covered without a word why.
        raise StorageError(
            "The register of this workspace is not there.", remedy="Restore it from a back-up.", code="no-register"
        )
    return open_database(folder / REGISTER, key.derive("register"), school_id=str(card["id"]))
