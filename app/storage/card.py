"""The card of a workspace (``workspace.json``): its name, where its register and vault are, and its wrapped keys.

Nothing secret stands in it in clear. It is written whole or not at all, last of all when a workspace is made or moved,
so what it says is always true.
"""

from __future__ import annotations

import getpass
import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.domain.errors import StorageError
from app.storage.keys import (
    WorkspaceKey,
    has_recovery_form,
    seal,
    unseal,
    unwrap_with_passphrase,
    wrap_with_passphrase,
)
from app.storage.os_keyring import unwrap_with_keyring, wrap_with_keyring
from app.storage.this_pc import PcKey, host_mark, lock_pc_key, pc_key_here
from app.storage.writing import write_whole
from consent_db.server import ServerAddress

FORMAT = 2
"""1 had a register beside the card always; an older program must not take a card of 2 for one of those."""
CARD, REGISTER, VAULT = "workspace.json", "register.db", "vault"
_READABLE = (1, FORMAT)
_LOGIN = "register-login"
_COMPUTER = "computer"

Card = dict[str, Any]


def read_card(folder: Path) -> Card:
    """The workspace's card: its name and wrapped keys, nothing secret in clear.

    Raises:
        StorageError: there is no card, it is damaged, or a newer version wrote it.
    """
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise StorageError(
            f"There is no ClearPost workspace in {folder}.", remedy="Choose another folder, or make a new workspace."
        ) from error
    except (OSError, ValueError) as error:
        raise StorageError(
            f"The workspace card in {folder} cannot be read.", remedy="Restore it from a back-up."
        ) from error
    if not isinstance(card, dict) or not isinstance(card.get("keys"), dict):
        raise StorageError(f"The workspace card in {folder} is damaged.", remedy="Restore it from a back-up.")
    if card.get("format") not in _READABLE:
        raise StorageError("A newer ClearPost made this workspace.", remedy="Update ClearPost on this PC.")
    return card


def write_card(folder: Path, card: Card) -> None:
    """Put the card in its place; at every moment there is the old one or the new one.

    Raises:
        StorageError: the folder cannot be written.
    """
    write_whole(folder / CARD, json.dumps(card | {"format": FORMAT}, indent=1).encode())


def unlock(card: Card, passphrase: str) -> WorkspaceKey:
    """The workspace key, by its passphrase, the printed recovery passphrase, or without one by this PC's keyring.

    Raises:
        StorageError: ``wrong-passphrase``, or with an empty one ``no-key-here`` or ``no-keyring``.
    """
    keys = card["keys"]
    if not passphrase and (remembered := keys.get("keyring", {}).get(_seat())) is not None:
        return unwrap_with_keyring(remembered, str(card["id"]))
    if has_recovery_form(passphrase) and "recovery" in keys:
        with suppress(StorageError):  # it may be the ordinary passphrase all the same
            return unwrap_with_passphrase(keys["recovery"], passphrase)
    if "passphrase" not in keys:
        raise StorageError(
            "This PC has no passphrase for the workspace; its keyring holds the key.",
            remedy="Leave the passphrase empty, or use the printed recovery passphrase.",
            code="wrong-passphrase",
        )
    return unwrap_with_passphrase(keys["passphrase"], passphrase)


def is_remembered(card: Card) -> bool:
    """Whether whoever is signed in to this PC opens the workspace without its passphrase."""
    return _seat() in card["keys"].get("keyring", {})


def is_remembered_in(folder: Path) -> bool:
    """Whether whoever is signed in to this PC opens the workspace in this folder without its passphrase."""
    try:
        return is_remembered(read_card(folder))
    except StorageError:
        return False


def remember(card: Card, key: WorkspaceKey) -> Card:
    """The card with the key locked by this PC's keyring as well, for the person signed in to the PC.

    Raises:
        StorageError: ``no-keyring``: there is none that keeps secrets safely.
    """
    wrapped = wrap_with_keyring(key, str(card["id"]))
    keyring = card["keys"].get("keyring", {}) | {_seat(): wrapped}
    return card | {"keys": card["keys"] | {"keyring": keyring}}


def with_pc(card: Card, pc: PcKey, key: WorkspaceKey) -> Card:
    """The card with this PC's key pair: in the keyring of whoever is signed in to it, or locked to the computer."""
    locked = lock_pc_key(pc, str(card["id"]), key)
    slot = _seat() if locked["by"] == "keyring" else _COMPUTER
    return card | {"pcs": card.get("pcs", {}) | {slot: locked}}


def pc_of(card: Card, key: WorkspaceKey) -> PcKey | None:
    """This PC's key pair; None on a computer the card was copied to, and for a person whose keyring has none."""
    locked = card.get("pcs", {})
    found = (pc_key_here(locked.get(slot), str(card["id"]), key) for slot in (_seat(), _COMPUTER))
    return next((pc for pc in found if pc is not None), None)


def with_passphrase(card: Card, key: WorkspaceKey, passphrase: str, *, slot: str = "passphrase") -> Card:
    """The card with another passphrase (or, in the slot ``recovery``, another printed one); the old one opens no more.

    Raises:
        StorageError: the passphrase is too short.
    """
    require_long_enough(passphrase)
    return card | {"keys": card["keys"] | {slot: wrap_with_passphrase(key, passphrase)}}


def require_long_enough(passphrase: str) -> None:
    """Do nothing when a passphrase can protect a workspace.

    Raises:
        StorageError: it is shorter than 12 characters.
    """
    if len(passphrase.strip()) < 12:
        raise StorageError(
            "The passphrase is too short to protect the photos.",
            remedy="Use at least 12 characters, better four words.",
            code="short-passphrase",
        )


def key_places(card: Card) -> tuple[str, ...]:
    """In words, what opens this workspace."""
    keys = card["keys"]
    places = [words for slot, words in _PLACES.items() if keys.get(slot)]
    return tuple(places) if not is_remembered(card) else (*places, "this PC's keyring")


_PLACES = {"passphrase": "a passphrase", "recovery": "the printed recovery passphrase"}


def vault_folder(folder: Path, card: Card) -> Path:
    """Where the vault is: beside the card, or on the share the card names."""
    return Path(card["vault"]) if card.get("vault") else folder / VAULT


def is_on_server(card: Card) -> bool:
    """Whether the register is on a server."""
    return bool(card.get("register", {}).get("engine") == "postgresql")


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


def server_address(card: Card, key: WorkspaceKey) -> ServerAddress:
    """The server of a card, with the login of this PC.

    Raises:
        StorageError: the record was changed.
    """
    record = card["register"]
    return ServerAddress(
        host=record["host"],
        port=record["port"],
        database=record["database"],
        user=record["user"],
        tls=record["tls"],
        password=unseal(key, _LOGIN, record["password"]).decode(),
    )


def _seat() -> str:
    """This PC and the person signed in to it, since each of them has a keyring of their own."""
    try:
        person = getpass.getuser()
    except (KeyError, OSError):  # a user the system has no name for
        person = ""
    return hashlib.sha256(f"{host_mark()}\0{person}".encode()).hexdigest()[:16]
