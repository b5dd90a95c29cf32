"""The signed file that tells of an update: version, words, and each installer with its digest.

The maker's private key is a file that only the maker has; it is never part of the repository or the build. Its public
half goes to schools, into the policy file of their PCs.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.workflow.updates import FILE, FORMAT, SIGNATURE, SIGNED
from bundle import making
from bundle.making import BuildError

SYSTEMS = {".deb": "linux", ".exe": "windows", ".msi": "windows", ".dmg": "macos"}


def add_words(parser: argparse.ArgumentParser) -> None:
    """The words of `./run build sign`."""
    parser.add_argument("installers", nargs="*", type=Path, help="the files that schools install")
    parser.add_argument("--key", type=Path, required=True, help="the file of the private key")
    parser.add_argument("--new-key", action="store_true", help="make that file first, and print the public half")
    parser.add_argument(
        "--note", action="append", default=[], help="one line of what is new; may be given more than once"
    )
    parser.add_argument("--version", default="", help="the one in app/__init__.py if not given")


def run(arguments: argparse.Namespace) -> int:
    """Make a key, or sign."""
    if arguments.new_key:
        print(f'key = "{new_key(arguments.key)}"')
    if arguments.installers:
        made = sign(
            arguments.installers,
            read_key(arguments.key),
            arguments.out,
            version=arguments.version or making.version_of(),
            notes=arguments.note,
        )
        print(f"made {made} and its signature")
    return 0


def new_key(file: Path) -> str:
    """Write a new private key that only its owner can read; returns the public half, base64.

    Raises:
        BuildError: a file of that name is there already.
    """
    key = Ed25519PrivateKey.generate()
    raw = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(raw)
    except FileExistsError as error:
        raise BuildError(f"{file} is there already; a key is never replaced") from error
    return public_half(key)


def read_key(file: Path) -> Ed25519PrivateKey:
    """The private key of a file.

    Raises:
        BuildError: it is not there, or not such a key.
    """
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), None)
    except (OSError, ValueError, TypeError) as error:
        raise BuildError(f"{file} holds no key: {error}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BuildError(f"{file} holds a key of another kind; Ed25519 is needed")
    return key


def public_half(key: Ed25519PrivateKey) -> str:
    """What goes into the policy file of a PC, base64."""
    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def sign(installers: list[Path], key: Ed25519PrivateKey, out: Path, *, version: str, notes: list[str]) -> Path:
    """Write the file and its signature beside it; returns the file.

    Raises:
        BuildError: an installer is not there or of no known kind.
    """
    day = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).timestamp()), UTC)
    said = {
        "format": FORMAT,
        "version": version,
        "released": day.strftime("%Y-%m-%d"),
        "notes": notes,
        "files": [_told(installer) for installer in installers],
    }
    content = (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()
    out.mkdir(parents=True, exist_ok=True)
    (out / FILE).write_bytes(content)
    (out / SIGNATURE).write_bytes(base64.b64encode(key.sign(SIGNED + content)) + b"\n")
    return out / FILE


def _told(installer: Path) -> dict[str, object]:
    system = SYSTEMS.get(installer.suffix.lower())
    if system is None or not installer.is_file():
        raise BuildError(f"{installer} is not an installer ({', '.join(SYSTEMS)}) that is there")
    with installer.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": installer.name, "system": system, "bytes": installer.stat().st_size, "sha256": digest}
