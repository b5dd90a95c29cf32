"""What makes this PC itself: a key pair of its own, kept so that a copied workspace folder does not carry it along.

The private half is locked by the operating system's keyring where there is a safe one. Elsewhere it is locked under the
workspace key and the marks of this computer (its machine id and name). That is the weaker way: it stops a copied folder
on another computer, but somebody who has the passphrase and imitates both marks gets past it. Neither is proof against
the administrator of the PC.
"""

from __future__ import annotations

import base64
import hashlib
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.errors import StorageError
from app.storage import os_keyring
from app.storage.keys import WorkspaceKey, WrappedKey, unwrap_with_secret, wrap_with_secret

_PAIR = "pc-key-pair/1"


@dataclass(frozen=True, slots=True)
class PcKey:
    """The key pair of one PC, grown from a random seed."""

    seed: WorkspaceKey = field(repr=False)

    @classmethod
    def new(cls) -> PcKey:
        """A fresh pair."""
        return cls(WorkspaceKey.new())

    @property
    def private(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.seed.derive(_PAIR))

    @property
    def public(self) -> str:
        """The half that others may know, in base64."""
        return base64.b64encode(self.private.public_key().public_bytes_raw()).decode()


def pc_name() -> str:
    """What this PC is called."""
    return socket.gethostname() or "this PC"


def host_mark() -> str:
    """A digest of this computer's machine id and name; computers copied from one image differ in their names."""
    return hashlib.sha256("\0".join((_machine_id(), pc_name())).encode()).hexdigest()


def lock_pc_key(pc: PcKey, workspace_id: str, key: WorkspaceKey) -> WrappedKey:
    """The pair locked to this PC, to stand in the card of a workspace."""
    try:
        return os_keyring.wrap_with_keyring(pc.seed, _entry(workspace_id))
    except StorageError:
        return {"by": "host", "key": wrap_with_secret(pc.seed, _host_secret(key), _context(workspace_id))}


def pc_key_here(locked: Mapping[str, str | int] | None, workspace_id: str, key: WorkspaceKey) -> PcKey | None:
    """The pair, if it was locked to this PC; None on every other, and for a workspace that has none."""
    if locked is None:
        return None
    try:
        if locked.get("by") == "keyring":
            return PcKey(os_keyring.unwrap_with_keyring(locked, _entry(workspace_id)))
        seed = unwrap_with_secret(str(locked.get("key", "")), _host_secret(key), _context(workspace_id))
    except StorageError:
        return None
    return None if seed is None else PcKey(seed)


def _entry(workspace_id: str) -> str:
    return f"{workspace_id}/pc"


def _context(workspace_id: str) -> bytes:
    return b"clearpost/pc-key/host/1/" + workspace_id.encode()


def _host_secret(key: WorkspaceKey) -> bytes:
    return key.derive(f"pc-key/{host_mark()}")


def _machine_id() -> str:
    """What the system calls this installation; empty where it says nothing."""
    if sys.platform == "win32":
        return _windows_machine_id()
    if sys.platform == "darwin":
        answer = subprocess.run(
            ["/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice"], capture_output=True, text=True, check=False
        )
        found = [line for line in answer.stdout.splitlines() if "IOPlatformUUID" in line]
        return found[0].split('"')[-2] if found else ""
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            return Path(place).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            continue
    return ""


def _windows_machine_id() -> str:
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as place:
            return str(winreg.QueryValueEx(place, "MachineGuid")[0])
    except OSError:
        return ""
