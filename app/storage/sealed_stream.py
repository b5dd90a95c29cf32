"""Long data as encrypted pieces: nothing can be changed, swapped, left out or cut off without it showing.

Layout: magic, 16 random bytes, then frames of ``length (4 bytes), last? (1 byte), ciphertext``. Each stream has a key
of its own, drawn from the given one with those random bytes, and each piece is bound to its number and to whether it is
the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import BugError, StorageError

PIECE_BYTES = 1 << 20
STREAM_MAGIC = b"CPS1"
"""How every sealed stream begins."""
_SALT_BYTES = 16
_TAG_BYTES = 16


class Readable(Protocol):
    """What a sealed stream is read from."""

    def read(self, size: int, /) -> bytes: ...


class Joined:
    """Blocks of any size, to be read in any size; nothing is kept but what is left of one block."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._left = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        while not self._left:
            block = next(self._blocks, None)
            if block is None:
                return b""
            self._left = memoryview(block)
        taken, self._left = self._left[:size], self._left[size:]
        return bytes(taken)


class SealedWriter:
    """Write data of any length into `target`; it counts only once `close` has written the last piece.

    Args:
        target: an open file; stays open.
        key: 32 bytes of one purpose.
        label: what the stream is; another label does not open it.
    """

    def __init__(self, target: BinaryIO, key: bytes, label: str) -> None:
        salt = secrets.token_bytes(_SALT_BYTES)
        self._target, self._label = target, label.encode()
        self._sealing = AESGCM(_stream_key(key, salt))
        self._held = bytearray()
        self._number = 0
        self._is_closed = False
        target.write(STREAM_MAGIC + salt)

    def write(self, data: bytes) -> None:
        """Add bytes."""
        if self._is_closed:
            raise BugError("the stream is closed")
        self._held += data
        while len(self._held) > PIECE_BYTES:
            self._put(bytes(self._held[:PIECE_BYTES]), last=False)
            del self._held[:PIECE_BYTES]

    def close(self) -> None:
        """Write what is held as the last piece."""
        if not self._is_closed:
            self._is_closed = True
            self._put(bytes(self._held), last=True)

    def _put(self, piece: bytes, *, last: bool) -> None:
        sealed = self._sealing.encrypt(_nonce(self._number, last=last), piece, self._label)
        self._target.write(len(sealed).to_bytes(4, "big") + bytes([last]) + sealed)
        self._number += 1


def opened_pieces(source: Readable, key: bytes, label: str) -> Iterator[bytes]:
    """The plain bytes, piece by piece. Do nothing for good before this has ended by itself.

    Raises:
        StorageError: ``damaged`` for changed, missing, swapped or added bytes, or another key.
    """
    if _exactly(source, len(STREAM_MAGIC)) != STREAM_MAGIC:
        raise damaged()
    opening = AESGCM(_stream_key(key, _exactly(source, _SALT_BYTES)))
    number, last = 0, False
    while not last:
        length, mark = int.from_bytes(_exactly(source, 4), "big"), _exactly(source, 1)
        if not _TAG_BYTES <= length <= PIECE_BYTES + _TAG_BYTES or mark not in (b"\0", b"\1"):
            raise damaged()
        last = mark == b"\1"
        try:
            yield opening.decrypt(_nonce(number, last=last), _exactly(source, length), label.encode())
        except InvalidTag as error:
            raise damaged() from error
        number += 1
    if source.read(1):
        raise damaged()


def lines_of(pieces: Iterator[bytes], *, longest: int = 64 << 20) -> Iterator[bytes]:
    r"""The lines of plain pieces, without their ``\n``; what follows the last one must be nothing.

    Raises:
        StorageError: a line is longer than any this program writes, or the last has no end.
    """
    held = b""
    for piece in pieces:
        *whole, held = (held + piece).split(b"\n")
        if len(held) > longest:
            raise damaged()
        yield from whole
    if held:
        raise damaged()


def damaged() -> StorageError:
    """The refusal for everything that does not open as it was written."""
    return StorageError(
        "This file is damaged or was changed; nothing of it was used.",
        remedy="Take another copy of it.",
        code="damaged",
    )


def _stream_key(key: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=b"clearpost/sealed-stream/1").derive(key)


def _nonce(number: int, *, last: bool) -> bytes:
    return bytes(7) + number.to_bytes(4, "big") + bytes([last])


def _exactly(source: Readable, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = source.read(size - len(parts))
        if not part:
            raise damaged()
        parts += part
    return bytes(parts)
