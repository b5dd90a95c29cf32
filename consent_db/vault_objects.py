"""The keys of the vault's objects: every object that was committed, in the order of their names."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.photo import Digest, VaultName
from consent_db.schema_photos import vault_object as table


@dataclass(frozen=True, slots=True)
class VaultRow:
    """What the register keeps of an object; `bytes` is the size of the plain data."""

    name: VaultName
    wrapped_key: bytes
    sha256: Digest
    bytes: int


def everything(connection: Connection) -> tuple[VaultRow, ...]:
    """Every committed object."""
    query = select(table.c.name, table.c.wrapped_key, table.c.sha256, table.c.bytes).order_by(table.c.name)
    return tuple(VaultRow(VaultName(n), bytes(k), Digest(d), b) for n, k, d, b in connection.execute(query))


def count(connection: Connection) -> tuple[int, int]:
    """How many objects there are, and the size of their plain data together."""
    objects, size = connection.execute(select(func.count(), func.coalesce(func.sum(table.c.bytes), 0))).one()
    return int(objects), int(size)
