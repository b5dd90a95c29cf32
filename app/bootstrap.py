"""The one place that builds real objects and hands them to each other.

A workspace is a folder: ``workspace.json`` (name, format, wrapped key), ``register.db`` and ``vault/``, both encrypted.
Nothing here loads Qt, and the engines start with the first picture.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.errors import NotAllowedError, StorageError
from app.domain.people import Actor, Role, UserId
from app.policy.pack import load_pack
from app.storage.keys import WorkspaceKey, seal, unseal, unwrap_with_passphrase, wrap_with_passphrase
from app.storage.locking import refuse_network_folder
from app.storage.vault import Vault
from app.storage.writing import write_whole
from app.workflow.workspace import Tools, Workspace, no_fault
from consent_db.database import Database
from consent_db.embedded import open_database
from consent_db.server import ServerAddress, open_server

log = logging.getLogger(__name__)

FORMAT = 1
_CARD = "workspace.json"
_REGISTER = "register.db"
_LOGIN = "register-login"
_SCHOOL_ZONE = ZoneInfo("Europe/London")
SET_UP = Actor(UserId("set-up"), "Set-up", frozenset({Role.IT}))
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
) -> Workspace:
    """Make a new workspace in an empty or missing folder and open it.

    With a `server`, its register is there already and lets this PC in (`consent_db.server_upkeep`); otherwise the
    register is an encrypted file in the folder.

    The card with the wrapped key is written last, so a folder without one is no workspace; what is refused on the way
    leaves the folder empty again.

    Raises:
        StorageError: the folder holds something already, or cannot be written.
        NotAllowedError: the passphrase or the administrator's password is too short.
    """
    if len(passphrase) < 12:
        raise NotAllowedError(
            "The passphrase is too short to protect the photos.",
            remedy="Use at least 12 characters, better four words.",
        )
    folder = folder.resolve()
    refuse_network_folder(folder)
    if folder.exists() and any(folder.iterdir()):
        raise StorageError(f"The folder {folder} is not empty.", remedy="Choose a new folder for the workspace.")
    try:
        (folder / "vault").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"The folder {folder} cannot be made: {error.strerror}.") from error
    key = WorkspaceKey.new()
    load_pack(pack)  # a bad name is refused before anything is written
    card = {
        "format": FORMAT,
        "id": school_id or str(uuid.uuid4()),
        "school": school,
        "pack": pack,
        "keys": {"passphrase": wrap_with_passphrase(key, passphrase)},
    }
    if server is not None:
        card["register"] = server_record(server, key)
    workspace = _open(folder, card, key, fault=no_fault)
    try:
        from app.workflow.users import add_user

        add_user(
            workspace,
            SET_UP,
            username=administrator.username,
            name=administrator.name,
            password=administrator.password,
            roles=frozenset({Role.IT}),
        )
        _write_card(folder, card)
    except BaseException:
        workspace.close()
        _take_back(folder)
        raise
    return workspace


def _take_back(folder: Path) -> None:
    """Leave the folder as empty as it was found, so that making the workspace can be tried again at once."""
    for path in folder.glob(f"{_REGISTER}*"):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        (folder / "vault").rmdir()  # never more than an empty folder


def open_workspace(folder: Path, *, passphrase: str, fault: Callable[[str], None] = no_fault) -> Workspace:
    """Open a workspace with its recovery passphrase.

    Raises:
        StorageError: there is no workspace, it is from a newer version, or the passphrase is wrong.
    """
    folder = folder.resolve()
    card = read_card(folder)
    refuse_network_folder(folder)
    return _open(folder, card, unwrap_with_passphrase(card["keys"]["passphrase"], passphrase), fault=fault)


def open_for_window(folder: Path, *, passphrase: str) -> Workspace:
    """Open a workspace for the window, and finish what a stop in the middle of an export left behind.

    Raises:
        StorageError: as for `open_workspace`.
    """
    from app.workflow.publish import finish_exports

    workspace = open_workspace(folder, passphrase=passphrase)
    finish_exports(workspace)
    return workspace


def read_card(folder: Path) -> dict[str, Any]:
    """The workspace's card: its name and wrapped keys, nothing secret in clear.

    Raises:
        StorageError: there is no card, it is damaged, or a newer version wrote it.
    """
    try:
        card = json.loads((folder / _CARD).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise StorageError(
            f"There is no ClearPost workspace in {folder}.", remedy="Choose another folder, or make a new workspace."
        ) from error
    except (OSError, ValueError) as error:
        raise StorageError(
            f"The workspace card in {folder} cannot be read.", remedy="Restore it from a back-up."
        ) from error
    if not isinstance(card, dict) or "keys" not in card:
        raise StorageError(f"The workspace card in {folder} is damaged.", remedy="Restore it from a back-up.")
    if card.get("format") != FORMAT:
        raise StorageError("A newer ClearPost made this workspace.", remedy="Update ClearPost on this PC.")
    return card


def _open(folder: Path, card: dict[str, Any], key: WorkspaceKey, *, fault: Callable[[str], None]) -> Workspace:
    return Workspace(
        folder=folder,
        school=str(card["school"]),
        database=_register(folder, card, key),
        vault=Vault(folder / "vault", key),
        pack=load_pack(str(card["pack"])),
        clock=SystemClock(),
        tools=build_tools(),
        fault=fault,
    )


def server_record(server: ServerAddress, key: WorkspaceKey) -> dict[str, Any]:
    """How the card remembers a server: in clear but for the password, which only the workspace key opens."""
    return {
        "engine": "postgresql",
        "host": server.host,
        "port": server.port,
        "database": server.database,
        "user": server.user,
        "tls": server.tls,
        "password": seal(key, _LOGIN, server.password.encode()),
    }


def _register(folder: Path, card: dict[str, Any], key: WorkspaceKey) -> Database:
    record = card.get("register", {"engine": "embedded"})
    if record["engine"] == "embedded":
        return open_database(folder / _REGISTER, key.derive("register"), school_id=str(card["id"]))
    address = ServerAddress(
        host=record["host"],
        port=record["port"],
        database=record["database"],
        user=record["user"],
        tls=record["tls"],
        password=unseal(key, _LOGIN, record["password"]).decode(),
    )
    return open_server(address, school_id=str(card["id"]))


def _write_card(folder: Path, card: dict[str, Any]) -> None:
    write_whole(folder / _CARD, json.dumps(card, indent=1).encode())
