"""How a new PC gets the workspace key: it asks with the public half of its key pair, and only it can open the answer.

The request is no secret, but somebody might swap it for their own on the way: people compare the fingerprint, which is
over the PC's name and key. The answer wraps the workspace key for that public key (X25519, HKDF-SHA256, AES-256-GCM).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import NotAllowedError, StorageError
from app.storage.keys import WorkspaceKey, seal, unseal, unwrap_with_secret, wrap_with_secret
from app.storage.this_pc import PcKey

_REQUEST, _GRANT = "clearpost/join-request/1", "clearpost/join-grant/1"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LONGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """A PC that asks to be let in; `public_key` in base64."""

    id: str
    pc: str
    public_key: str

    @property
    def fingerprint(self) -> str:
        """Twenty characters to read out: another name or key has another one."""
        number = int.from_bytes(hashlib.sha256(_canonical([_REQUEST, self.id, self.pc, self.public_key])).digest())
        letters = "".join(_ALPHABET[number >> (5 * place) & 31] for place in range(20))
        return "-".join(letters[at : at + 4] for at in range(0, 20, 4))

    def to_bytes(self) -> bytes:
        """The file that is carried to a PC of the school."""
        said = {"format": _REQUEST, "id": self.id, "pc": self.pc, "public_key": self.public_key}
        return json.dumps(said, indent=1, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Granted:
    """What an answer held: the workspace key, and what the card of the new PC needs."""

    key: WorkspaceKey
    details: dict[str, Any]


def new_request(pc: str, key: PcKey) -> JoinRequest:
    """A request of this PC.

    Raises:
        NotAllowedError: the PC has no name, or one that is too long.
    """
    name = " ".join(pc.split())
    if not 1 <= len(name) <= 100:
        raise NotAllowedError("The PC needs a name of at most 100 characters.", remedy="Say --pc NAME.")
    return JoinRequest(str(uuid.uuid4()), name, key.public)


def read_request(data: bytes) -> JoinRequest:
    """The request in a file.

    Raises:
        StorageError: it is none.
    """
    said = _document(data, _REQUEST, "This file is no request to join.")
    try:
        request = JoinRequest(str(uuid.UUID(said["id"])), str(said["pc"]), str(said["public_key"]))
        _public(request.public_key)
    except (KeyError, TypeError, ValueError) as error:
        raise _no("This request to join is damaged.") from error
    if not 1 <= len(request.pc) <= 100 or not request.pc.isprintable():
        raise _no("This request to join is damaged.")
    return request


def make_grant(request: JoinRequest, key: WorkspaceKey, details: dict[str, Any]) -> bytes:
    """The answer that only the PC with the request's private key opens."""
    once = X25519PrivateKey.generate()
    once_public = base64.b64encode(once.public_key().public_bytes_raw()).decode()
    bound = _canonical([_GRANT, request.id, request.pc, request.public_key, once_public])
    secret = _secret(once.exchange(_public(request.public_key)), bound)
    said = {
        "format": _GRANT,
        "request": request.id,
        "pc": request.pc,
        "once": once_public,
        "key": wrap_with_secret(key, secret, bound),
        "details": seal(key, f"join-grant/{request.id}", json.dumps(details).encode()),
    }
    return json.dumps(said, indent=1, ensure_ascii=False).encode()


def request_of_grant(data: bytes) -> str:
    """Which request an answer is for.

    Raises:
        StorageError: it is no answer.
    """
    return str(_document(data, _GRANT, "This file lets no PC in.").get("request", ""))


def open_grant(data: bytes, pc: PcKey) -> Granted:
    """What an answer held.

    Raises:
        StorageError: ``another-pc`` when it was made for another PC or was changed.
    """
    said = _document(data, _GRANT, "This file lets no PC in.")
    try:
        bound = _canonical([_GRANT, said["request"], said["pc"], pc.public, said["once"]])
        secret = _secret(pc.private.exchange(_public(said["once"])), bound)
        key = unwrap_with_secret(str(said["key"]), secret, bound)
        details = None if key is None else unseal(key, f"join-grant/{said['request']}", str(said["details"]))
    except (KeyError, TypeError, ValueError, StorageError) as error:
        raise _not_for_this_pc() from error
    if key is None or details is None:
        raise _not_for_this_pc()
    return Granted(key, json.loads(details))


def _secret(shared: bytes, bound: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=bound).derive(shared)


def _public(text: str) -> X25519PublicKey:
    try:
        return X25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except binascii.Error as error:
        raise ValueError(text) from error


def _document(data: bytes, wanted: str, refusal: str) -> dict[str, Any]:
    try:
        said = json.loads(data) if len(data) <= _LONGEST else None
    except ValueError as error:
        raise _no(refusal) from error
    if not isinstance(said, dict) or said.get("format") != wanted:
        raise _no(refusal)
    return said


def _canonical(parts: list[Any]) -> bytes:
    return json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()


def _no(words: str) -> StorageError:
    return StorageError(words, remedy="Make it again on the other PC.", code="not-a-join-file")


def _not_for_this_pc() -> StorageError:
    return StorageError(
        "This file was made for another PC, or it was changed on the way.",
        remedy="Ask again from this PC: clearpost workspace join --request FILE.",
        code="another-pc",
    )
