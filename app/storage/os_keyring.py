"""Lock the workspace key with a secret that the operating system keeps for the person signed in to this PC.

The keyring holds a random wrapping secret, not the workspace key: the entry alone opens nothing. A keyring that would
write the secret to a plain file is refused.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from app.domain.errors import StorageError
from app.storage.keys import KEY_BYTES, WorkspaceKey, WrappedKey, unwrap_with_secret, wrap_with_secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "ClearPost workspace"
_AAD = b"clearpost/workspace-key/keyring/1/"


def is_available() -> bool:
    """Whether this PC has a keyring that keeps secrets safely."""
    try:
        _safe_keyring()
    except StorageError:
        return False
    return True


def wrap_with_keyring(key: WorkspaceKey, workspace_id: str) -> WrappedKey:
    """Lock the key for this PC and user; the secret goes into the keyring.

    Raises:
        StorageError: ``no-keyring`` when there is none, it is locked, or it would keep secrets in a plain file.
    """
    from keyring.errors import KeyringError  # here, so that programs that never ask for a keyring do not load one

    backend = _safe_keyring()
    secret = secrets.token_bytes(KEY_BYTES)
    try:
        backend.set_password(_SERVICE, workspace_id, base64.b64encode(secret).decode())
    except KeyringError as error:
        raise _locked() from error
    return {"by": "keyring", "key": wrap_with_secret(key, secret, _AAD + workspace_id.encode())}


def unwrap_with_keyring(wrapped: Mapping[str, str | int], workspace_id: str) -> WorkspaceKey:
    """Open the key on the PC it was locked for.

    Raises:
        StorageError: ``no-keyring``, or the entry is not there or not the one that fits.
    """
    from keyring.errors import KeyringError

    backend = _safe_keyring()
    try:
        kept = backend.get_password(_SERVICE, workspace_id)
    except KeyringError as error:
        raise _locked() from error
    secret = base64.b64decode(kept) if kept else b""
    key = None
    if len(secret) == KEY_BYTES:
        key = unwrap_with_secret(str(wrapped.get("key", "")), secret, _AAD + workspace_id.encode())
    if key is None:
        raise StorageError(
            "This PC does not hold the key of this workspace.",
            remedy="Open it with the passphrase.",
            code="no-key-here",
        )
    return key


def forget_in_keyring(workspace_id: str) -> None:
    """Take the secret out of the keyring; nothing happens when it is not there."""
    from keyring.errors import KeyringError, PasswordDeleteError

    backend = _safe_keyring()
    try:
        backend.delete_password(_SERVICE, workspace_id)
    except PasswordDeleteError:
        return
    except KeyringError as error:
        raise _locked() from error


def _safe_keyring() -> KeyringBackend:
    import keyring

    backend = keyring.get_keyring()
    members = list(_members(backend))
    # keyrings.alt writes secrets to plain files and is picked silently wherever it is installed.
    if not members or any(_is_unsafe(member) for member in members):
        raise StorageError(
            "This PC has no keyring that keeps secrets safely.",
            remedy="Open the workspace with its passphrase.",
            code="no-keyring",
        )
    return backend


def _members(backend: object) -> Iterable[object]:
    """The backend itself, or the ones a chain would ask."""
    chained = getattr(backend, "backends", None)
    return [backend] if chained is None else list(chained)


def _is_unsafe(backend: object) -> bool:
    kind = type(backend)
    module = kind.__module__
    return (
        module.startswith(("keyrings.alt", "keyring.backends.fail", "keyring.backends.null"))
        or "plaintext" in kind.__name__.lower()
    )


def _locked() -> StorageError:
    return StorageError(
        "The keyring of this PC is locked or does not answer.",
        remedy="Unlock it, or open the workspace with its passphrase.",
        code="no-keyring",
    )
