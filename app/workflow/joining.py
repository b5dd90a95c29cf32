"""The new PC's side of joining a school whose register is on a server: ask, then take the answer.

Between the two the private half of the PC's key pair waits on this PC, locked by its keyring or by a passphrase chosen
here, until the answer comes, the request is withdrawn, or `LAPSES_AFTER` has gone by. Nobody is signed in yet; who
approved the PC is recorded by the one that did (`app.workflow.pcs`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import platformdirs

from app.domain.errors import StorageError
from app.storage import os_keyring
from app.storage.card import Card, remember, require_long_enough, server_record, with_passphrase, with_pc, write_card
from app.storage.joining import Granted, JoinRequest, new_request, open_grant, read_request, request_of_grant
from app.storage.keys import unwrap_with_passphrase, wrap_with_passphrase
from app.storage.this_pc import PcKey
from app.storage.writing import storage_error, write_whole
from consent_db import audit
from consent_db.server import ServerAddress, open_server

LAPSES_AFTER = timedelta(days=30)
"""How long a request waits for its answer; then its key is deleted, and this PC asks anew."""


def ask_to_join(pc: str, out: Path, *, passphrase: str | None, waiting: Path | None = None) -> JoinRequest:
    """Make this PC's key pair and write the request; read its fingerprint out to whoever approves it.

    Requests that lapsed meanwhile are forgotten.

    Args:
        pc: what the school calls this PC.
        out: the file to carry to a PC of the school.
        passphrase: will open the workspace on this PC; None to let this PC's keyring do that.
        waiting: where the private half waits; this user's own data folder when not given.

    Raises:
        NotAllowedError: the PC has no name.
        StorageError: the passphrase is too short, there is no keyring, or the file is there or cannot be written.
    """
    if passphrase is not None:
        require_long_enough(passphrase)
    if out.exists():
        raise StorageError(f"There is a file {out.name} there already.", remedy="Choose another name.")
    key = PcKey.new()
    request = new_request(pc, key)
    if passphrase is None:
        locked = os_keyring.wrap_with_keyring(key.seed, _entry(request.id))
    else:
        locked = wrap_with_passphrase(key.seed, passphrase)
    folder = waiting or waiting_folder()
    forget_lapsed(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error) from error
    kept = locked | {"asked": datetime.now(UTC).isoformat(timespec="seconds")}
    write_whole(folder / f"{request.id}.json", json.dumps(kept).encode())
    write_whole(out, request.to_bytes())
    return request


def withdraw(request: bytes, *, waiting: Path | None = None) -> JoinRequest:
    """Take back what this PC asked, by the file of the request: its key is deleted, so no answer to it opens here.

    Raises:
        StorageError: the file is no request, or ``another-pc``: this PC has not asked with it, or not any more.
    """
    asked = read_request(request)
    locked = _waiting(asked.id, waiting)
    _forget(waiting or waiting_folder(), asked.id, by_keyring=locked.get("by") == "keyring")
    return asked


def forget_lapsed(waiting: Path | None = None, *, now: datetime | None = None) -> int:
    """Delete the keys of requests nobody answered in time; how many there were. What cannot be told is kept.

    Args:
        waiting: as for `ask_to_join`.
        now: the moment by which they are judged.
    """
    folder, now = waiting or waiting_folder(), now or datetime.now(UTC)
    lapsed = [
        (request_id, by_keyring) for request_id, asked, by_keyring in _asked(folder) if now - asked > LAPSES_AFTER
    ]
    forgotten = 0
    for request_id, by_keyring in lapsed:
        with suppress(StorageError, OSError):  # a locked keyring or a file in use: the next start tries again
            _forget(folder, request_id, by_keyring=by_keyring)
            forgotten += 1
    return forgotten


def needs_passphrase(grant: bytes, *, waiting: Path | None = None) -> bool:
    """Whether the private half of this answer waits under a passphrase rather than in the keyring.

    Raises:
        StorageError: the answer is for another PC, or is none.
    """
    return _waiting(request_of_grant(grant), waiting).get("by") != "keyring"


def finish_joining(grant: bytes, folder: Path, *, passphrase: str = "", waiting: Path | None = None) -> str:
    """Write the card of this PC's workspace from the answer; returns the school's name.

    Args:
        grant: the file the approving PC wrote.
        folder: empty or missing.
        passphrase: the one chosen when asking, unless the keyring has the key.
        waiting: as for `ask_to_join`.

    Raises:
        StorageError: the answer is for another PC or was changed, the passphrase is wrong, the folder is not empty, or
            the server or the share with the photos cannot be reached from here.
    """
    folder = folder.resolve()
    if folder.exists() and any(folder.iterdir()):
        raise StorageError(f"The folder {folder} is not empty.", remedy="Choose a new folder for the workspace.")
    request_id = request_of_grant(grant)
    locked = _waiting(request_id, waiting)
    by_keyring = locked.get("by") == "keyring"
    if by_keyring:
        pc = PcKey(os_keyring.unwrap_with_keyring(locked, _entry(request_id)))
    else:
        pc = PcKey(unwrap_with_passphrase(locked, passphrase))
    granted = open_grant(grant, pc)
    card = _card(granted)
    card = remember(card, granted.key) if by_keyring else with_passphrase(card, granted.key, passphrase)
    card = with_pc(card, pc, granted.key)
    _look_round(granted)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error) from error
    write_card(folder, card)
    _forget(waiting or waiting_folder(), request_id, by_keyring=by_keyring)
    return str(card["school"])


def waiting_folder() -> Path:
    """Where this user's private halves wait for their answers."""
    return platformdirs.user_data_path("ClearPost") / "joining"


def _card(granted: Granted) -> Card:
    said = granted.details
    register = server_record(_address(said), granted.key) | {"school": said["register"]["school"]}
    keys: dict[str, Any] = {"recovery": said["recovery"]} if said.get("recovery") else {}
    return {k: said[k] for k in ("id", "school", "pack", "vault")} | {"register": register, "keys": keys}


def _address(said: dict[str, Any]) -> ServerAddress:
    record = said["register"]
    return ServerAddress(**{k: record[k] for k in ("host", "port", "database", "tls", "user", "password")})


def _look_round(granted: Granted) -> None:
    """See that everything the card will name can be reached, and record that this PC is in."""
    vault = Path(granted.details["vault"])
    if not vault.is_dir():
        raise StorageError(
            f"The folder with the photos cannot be reached from this PC: {vault}.",
            remedy="Connect the share under this very name, then take the answer again.",
            code="vault-not-here",
        )
    database = open_server(_address(granted.details), school_id=granted.details["register"]["school"])
    try:
        with database.transaction() as connection:
            audit.append(connection, "set-up", "pc-joined", details={"login": granted.details["register"]["user"]})
    finally:
        database.close()


def _waiting(request_id: str, waiting: Path | None) -> dict[str, Any]:
    path = (waiting or waiting_folder()) / f"{Path(request_id).name}.json"
    try:
        locked = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StorageError(
            "This PC has not asked with the request this answer is for.",
            remedy="Take the answer on the PC that asked, signed in as the same person, or ask again.",
            code="another-pc",
        ) from error
    return dict(locked)


def _asked(folder: Path) -> Iterator[tuple[str, datetime, bool]]:
    """Each waiting request: its id, when it was asked, and whether the keyring holds its secret."""
    for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            locked = dict(json.loads(file.read_text(encoding="utf-8")))
            said = locked.get("asked")  # older requests do not say
            when = datetime.fromisoformat(said) if said else datetime.fromtimestamp(file.stat().st_mtime, UTC)
        except (OSError, ValueError, TypeError):
            continue
        if when.tzinfo is not None:
            yield file.stem, when, locked.get("by") == "keyring"


def _forget(folder: Path, request_id: str, *, by_keyring: bool) -> None:
    """Delete the private half, the keyring's secret first: without it the file opens nothing."""
    if by_keyring:
        os_keyring.forget_in_keyring(_entry(request_id))
    folder.joinpath(f"{request_id}.json").unlink(missing_ok=True)


def _entry(request_id: str) -> str:
    return f"join/{request_id}"
