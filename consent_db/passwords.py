"""Passwords as argon2id hashes; nothing here touches the register, so that no lock is held while one is stretched."""

from __future__ import annotations

import base64
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
"""RFC 9106's second recommended choice of passes and memory, on one lane: about 0.1 s on a school PC."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4
"""Sixteen of 31 characters that nobody mistakes for another: 79 bits."""


def hash_password(password: str) -> str:
    """The argon2id hash of a password, with its own salt."""
    return _HASHER.hash(password)


def fits(hashed: str | None, password: str) -> bool:
    """Whether this is the password; without a hash the same work is done and the answer is no."""
    try:
        return _HASHER.verify(hashed or _nobody(), password) and hashed is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(hashed: str) -> bool:
    """Whether the hash was made with other parameters than those of today."""
    return _HASHER.check_needs_rehash(hashed)


def new_temporary() -> str:
    """A password for one sign-in, easy to read out: ``k7fq-2mxd-hw9r-tb4e``."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _nobody() -> str:
    """A hash that no password has, made with today's parameters."""
    salt, digest = (base64.b64encode(bytes(n)).decode().rstrip("=") for n in (_HASHER.salt_len, _HASHER.hash_len))
    cost = f"m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    return f"$argon2id$v=19${cost}${salt}${digest}"
