"""The workspace key, and the two ways it is locked away: a passphrase, or the operating system's keyring.

The key itself is random and is never written in clear, logged, put into the environment or passed as an argument.
Everything else that needs a key derives one from it with a purpose of its own, so that no key serves two ends.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import unicodedata
from collections.abc import Mapping
from typing import TypeAlias

import argon2.low_level
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import BugError, StorageError

KEY_BYTES = 32
NONCE_BYTES = 12
WrappedKey: TypeAlias = dict[str, str | int]
"""A locked workspace key as it stands in ``workspace.json``: text and numbers only, useless without the secret."""

# RFC 9106 names t=3 and 64 MiB for places where memory is scarce: about 0.12 s on a school PC.
_ARGON_PASSES, _ARGON_KIB, _ARGON_LANES = 3, 64 * 1024, 4
_ARGON_KIB_MAX, _ARGON_PASSES_MAX = 1024 * 1024, 20
_PASSPHRASE_AAD = b"clearpost/workspace-key/passphrase/1"

# Crockford's base 32: no letter that looks like a digit, so a printed sheet can be typed in by anybody.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("OIL", "011", "- \t")
_RECOVERY_CHARACTERS = 26  # 130 bits
_CHECK_CHARACTERS = 2


class WorkspaceKey:
    """The 32 random bytes everything in a workspace hangs on; shows nothing of itself when printed."""

    __slots__ = ("_bytes",)

    def __init__(self, data: bytes) -> None:
        if len(data) != KEY_BYTES:
            raise BugError(f"a workspace key has {KEY_BYTES} bytes, not {len(data)}")
        self._bytes = bytes(data)

    @classmethod
    def new(cls) -> WorkspaceKey:
        """A fresh key from the system's own randomness."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose (HKDF-SHA256, RFC 5869); different purposes know nothing of each other."""
        if not purpose:
            raise BugError("a derived key needs a purpose")
        info = b"clearpost/" + purpose.encode()
        return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self._bytes)

    def __repr__(self) -> str:
        return "WorkspaceKey(hidden)"

    def __reduce__(self) -> tuple[object, ...]:
        raise BugError("a workspace key never leaves its process")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WorkspaceKey) and secrets.compare_digest(self._bytes, other._bytes)

    def __hash__(self) -> int:
        return hash(self.derive("hash"))


def wrap_with_secret(key: WorkspaceKey, secret: bytes, context: bytes) -> str:
    """Lock the key under 32 secret bytes (AES-256-GCM); base64 of nonce and ciphertext."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return base64.b64encode(nonce + AESGCM(secret).encrypt(nonce, key._bytes, context)).decode()


def unwrap_with_secret(wrapped: str, secret: bytes, context: bytes) -> WorkspaceKey | None:
    """The key, or None when the secret is not the one it was locked with."""
    data = _decoded(wrapped)
    try:
        return WorkspaceKey(AESGCM(secret).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], context))
    except InvalidTag:
        return None


def seal(key: WorkspaceKey, purpose: str, data: bytes) -> str:
    """Lock a small secret under the workspace key, for one purpose (AES-256-GCM); base64 of nonce and ciphertext."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return base64.b64encode(nonce + AESGCM(key.derive(purpose)).encrypt(nonce, data, purpose.encode())).decode()


def unseal(key: WorkspaceKey, purpose: str, sealed: str) -> bytes:
    """What `seal` locked.

    Raises:
        StorageError: it was changed, or locked under another key or for another purpose.
    """
    data = _decoded(sealed)
    try:
        return AESGCM(key.derive(purpose)).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], purpose.encode())
    except InvalidTag as error:
        raise _damaged() from error


def wrap_with_passphrase(key: WorkspaceKey, passphrase: str) -> WrappedKey:
    """Lock the key under a passphrase (argon2id, 64 MiB, three passes).

    Raises:
        StorageError: the passphrase is empty.
    """
    salt = secrets.token_bytes(16)
    wrapped: WrappedKey = {
        "by": "passphrase",
        "kdf": "argon2id",
        "passes": _ARGON_PASSES,
        "kib": _ARGON_KIB,
        "lanes": _ARGON_LANES,
        "salt": base64.b64encode(salt).decode(),
    }
    wrapped["key"] = wrap_with_secret(key, _stretched(passphrase, wrapped), _PASSPHRASE_AAD)
    return wrapped


def unwrap_with_passphrase(wrapped: Mapping[str, str | int], passphrase: str) -> WorkspaceKey:
    """Open the key with its passphrase; a recovery passphrase may be typed without dashes and in small letters.

    Raises:
        StorageError: ``wrong-passphrase``, or ``workspace-damaged`` when the lock itself cannot be read.
    """
    if wrapped.get("by") != "passphrase" or wrapped.get("kdf") != "argon2id":
        raise _damaged()
    key = unwrap_with_secret(str(wrapped.get("key", "")), _stretched(passphrase, wrapped), _PASSPHRASE_AAD)
    if key is None:
        raise StorageError(
            "That passphrase does not open this workspace.",
            remedy="Type it again, or use the printed recovery passphrase.",
            code="wrong-passphrase",
        )
    return key


def new_recovery_passphrase() -> str:
    """A passphrase to print and lock away: 130 random bits in seven groups of four, the last two letters a check."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_RECOVERY_CHARACTERS))
    whole = body + _check_letters(body)
    return "-".join(whole[i : i + 4] for i in range(0, len(whole), 4))


def has_recovery_form(passphrase: str) -> bool:
    """Whether this reads as a recovery passphrase typed without a mistake."""
    typed = passphrase.upper().translate(_LOOK_ALIKE)
    body, check = typed[:_RECOVERY_CHARACTERS], typed[_RECOVERY_CHARACTERS:]
    return len(typed) == _RECOVERY_CHARACTERS + _CHECK_CHARACTERS and check == _check_letters(body)


def _check_letters(body: str) -> str:
    # Position-weighted sum modulo a prime near 32 squared: every single slip and every swap of neighbours shows.
    total = sum((i + 1) * (_ALPHABET.find(letter) + 1) for i, letter in enumerate(body)) % 1021
    return _ALPHABET[total // 32] + _ALPHABET[total % 32]


def _stretched(passphrase: str, settings: Mapping[str, str | int]) -> bytes:
    if not passphrase.strip():
        raise StorageError("The passphrase is empty.", remedy="Type the passphrase.", code="wrong-passphrase")
    if has_recovery_form(passphrase):
        passphrase = passphrase.upper().translate(_LOOK_ALIKE)
    try:
        passes, kib, lanes = int(settings["passes"]), int(settings["kib"]), int(settings["lanes"])
    except (KeyError, ValueError) as error:
        raise _damaged() from error
    # A doctored file must not be able to make the program ask for all memory there is.
    if not (1 <= passes <= _ARGON_PASSES_MAX and 8 * lanes <= kib <= _ARGON_KIB_MAX and 1 <= lanes <= 16):
        raise _damaged()
    return argon2.low_level.hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        _decoded(str(settings.get("salt", ""))),
        time_cost=passes,
        memory_cost=kib,
        parallelism=lanes,
        hash_len=KEY_BYTES,
        type=argon2.low_level.Type.ID,
    )


def _decoded(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise _damaged() from error
    if len(data) < NONCE_BYTES:
        raise _damaged()
    return data


def _damaged() -> StorageError:
    return StorageError(
        "The key record of this workspace cannot be read.",
        remedy="Restore workspace.json from a back-up; the photos and the register are untouched.",
        code="workspace-damaged",
    )
