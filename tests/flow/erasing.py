"""What the erasure tests share: a clock that stands later, a whole register as text, and the file's pages in clear."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.workflow.workspace import Workspace
from consent_db import audit
from consent_db.tables import metadata

_PAGE, _RESERVED, _SALT = 4096, 80, 16


def everything_in(workspace: Workspace) -> str:
    """Every value of every table of the register as text."""
    with workspace.database.read() as connection:
        return "\n".join(
            f"{table.name}: {tuple(row)!r}"
            for table in metadata.sorted_tables
            for row in connection.execute(table.select())
        )


def rows_in(workspace: Workspace, table: str) -> int:
    with workspace.database.read() as connection:
        return len(connection.execute(metadata.tables[table].select()).all())


def chain_of(workspace: Workspace, against: str | None = None) -> audit.Verification:
    with workspace.database.read() as connection:
        return audit.verify(connection, against)


def vault_files(workspace: Workspace) -> set[str]:
    return {path.name for path in (workspace.folder / "vault").rglob("*") if path.is_file()}


def pages_in_clear(register: Path, key: bytes) -> bytes:
    """Every page of an embedded register decrypted, freed parts and all: what somebody with the key could dig out."""
    data = register.read_bytes()
    pages = []
    for start in range(0, len(data), _PAGE):
        page = data[start : start + _PAGE]
        skip = _SALT if start == 0 else 0
        vector = page[_PAGE - _RESERVED : _PAGE - _RESERVED + 16]
        plain = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
        pages.append(plain.update(page[skip : _PAGE - _RESERVED]) + plain.finalize())
    return b"".join(pages)
