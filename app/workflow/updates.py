"""Is there a newer version? A signed file in a folder or at an address that IT names is read and told; nothing more.

ClearPost asks only when somebody asks it to, sends nothing about the school, and never installs anything by itself.
The file is believed when its signature (Ed25519) fits the maker's public key, which IT puts on the PC. It names the
installers with their digests, so that IT can prove the one that was copied to a share.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app import __version__
from app.domain.errors import KnownError
from app.machine import MachinePolicy

FILE = "clearpost-update.json"
SIGNATURE = f"{FILE}.sig"
FORMAT = "clearpost/update/1"
SIGNED = b"clearpost/update/1\n"
"""Stands before the bytes of the file when they are signed, so that no other signature of the key fits."""
_MOST_BYTES = 1 << 18
_TIMEOUT_S = 15.0
_VERSION = re.compile(r"\d+(\.\d+){1,3}")
_ASK_IT = "Ask IT."

Fetch = Callable[[str, str], bytes]
"""Place and name of a file to its bytes."""


class UpdateError(KnownError):
    """Nothing can be said about updates; the words say why."""


class Standing(Enum):
    """How the version that is offered compares with this one."""

    NEWER = "newer"
    SAME = "same"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Installer:
    """One file that installs the version that is offered."""

    name: str
    system: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Update:
    """What is offered at the place that IT names."""

    version: str
    released: str
    notes: tuple[str, ...]
    installers: tuple[Installer, ...]

    def standing(self, current: str = __version__) -> Standing:
        """Compared with the version that runs."""
        offered, running = _numbers(self.version), _numbers(current)
        return Standing.SAME if offered == running else Standing.NEWER if offered > running else Standing.OLDER


def look_for_update(policy: MachinePolicy, fetch: Fetch | None = None) -> Update:
    """Read what is offered, and believe it only with the maker's signature.

    Args:
        policy: where IT says to look, and by which key the file is known.
        fetch: reads a file of a place; the disk or the network if not given.

    Raises:
        UpdateError: ``no-place``, ``no-key``, ``offline``, ``bad-signature`` or ``damaged``.
    """
    if not policy.update_place:
        raise UpdateError("No place to look for updates is named on this PC.", remedy=_ASK_IT, code="no-place")
    key = _public_key(policy.update_key)
    read = fetch or fetch_file
    content, signature = read(policy.update_place, FILE), read(policy.update_place, SIGNATURE)
    try:
        key.verify(base64.b64decode(signature.strip(), validate=True), SIGNED + content)
    except (InvalidSignature, ValueError) as error:
        raise UpdateError(
            "What is offered as an update does not carry the maker's signature, so nothing of it is believed.",
            remedy="Do not install it. Ask IT who put it there.",
            code="bad-signature",
        ) from error
    return _parse(content)


def told(update: Update, current: str = __version__) -> str:
    """One sentence for people."""
    standing = update.standing(current)
    if standing is Standing.SAME:
        return f"This is the newest version, {current}."
    if standing is Standing.OLDER:
        return f"Offered is {update.version}, which is older than this version, {current}. There is nothing to do."
    return f"Version {update.version} is there; this is {current}. IT installs it, ClearPost never does so by itself."


def fits(file: Path, update: Update) -> bool:
    """Whether this is one of the installers that the signed file names, byte for byte.

    Raises:
        UpdateError: it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise UpdateError(f"{file} cannot be read: {error.strerror}.", code="no-file") from error
    return any(installer.sha256 == found for installer in update.installers)


def fetch_file(place: str, name: str) -> bytes:
    """The bytes of a file in a folder, or at an https address.

    Raises:
        UpdateError: ``offline``: it is not there now; ``damaged``: it is far too large.
    """
    is_address = re.match(r"[a-z][a-z0-9+.-]+://", place, re.IGNORECASE) is not None
    if is_address and urlsplit(place).scheme != "https":
        raise UpdateError(f"{place} is no https address and no folder.", remedy=_ASK_IT, code="no-place")
    try:
        content = _download(f"{place.rstrip('/')}/{name}") if is_address else _read(Path(place) / name)
    except (OSError, ValueError) as error:  # urllib's errors are an OSError too
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        raise UpdateError(
            f"The place for updates, {place}, cannot be reached now ({reason}).",
            remedy="Try again later; everything else works as before.",
            code="offline",
        ) from error
    if len(content) > _MOST_BYTES:
        raise _damaged()
    return content


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_MOST_BYTES + 1)


def _download(address: str) -> bytes:
    import urllib.error  # here, since nobody else needs the network's libraries
    import urllib.request

    class SameSchemeOnly(urllib.request.HTTPRedirectHandler):
        """A redirect may lead to another https address, nowhere else."""

        def redirect_request(self, *given: Any) -> urllib.request.Request | None:
            if urlsplit(str(given[-1])).scheme != "https":
                raise urllib.error.URLError("it leads away from https")
            return super().redirect_request(*given)

    opener = urllib.request.build_opener(SameSchemeOnly)
    with opener.open(urllib.request.Request(address), timeout=_TIMEOUT_S) as answer:  # noqa: S310  https, see fetch_file
        return bytes(answer.read(_MOST_BYTES + 1))


def _public_key(text: str) -> Ed25519PublicKey:
    if not text:
        raise UpdateError(
            "The maker's key is not on this PC, so nothing that is offered can be believed.",
            remedy=_ASK_IT,
            code="no-key",
        )
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except ValueError as error:
        raise UpdateError("The maker's key on this PC is damaged.", remedy=_ASK_IT, code="no-key") from error


def _parse(content: bytes) -> Update:
    """Signed content; it may still be of another version of the program."""
    try:
        said = json.loads(content)
        if said["format"] != FORMAT or _VERSION.fullmatch(said["version"]) is None:
            raise _damaged()
        installers = [Installer(f["name"], f["system"], int(f["bytes"]), f["sha256"].lower()) for f in said["files"]]
        notes = tuple(str(note) for note in said["notes"])
        return Update(said["version"], str(said["released"]), notes, tuple(installers))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged() from error


def _damaged() -> UpdateError:
    return UpdateError("The file about updates cannot be understood by this version.", remedy=_ASK_IT, code="damaged")


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(number) for number in re.findall(r"\d+", version)[:4]]
    return tuple([*numbers, 0, 0, 0, 0][:4])
