"""Lists a school's system writes again and again: where they lie, how their columns are read, how fresh they are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import RegisterError
from consent_db.lists.mapping import ColumnMapping
from consent_db.rows import new_id, now, one
from consent_db.schema_imports import import_batch, import_source
from consent_db.schema_imports import import_source as table


@dataclass(frozen=True, slots=True)
class ImportSource:
    """One export of the school's system.

    Attributes:
        kind: ``pupils`` or ``consents``.
        mapping: what its columns mean; None to recognise them each time.
        folder: where new files appear; empty when somebody chooses the file each time.
        pattern: which files of the folder, such as ``consents*.csv``.
        refusals_at_once: take over a no as soon as it is found; everything else waits for a person.
        last_sha256: the file that was taken over last.
        as_of: how old its answers are: the date of that file.
    """

    id: str
    name: str
    kind: str
    mapping: ColumnMapping | None = None
    folder: str = ""
    pattern: str = ""
    refusals_at_once: bool = False
    last_sha256: str = ""
    last_seen_at: datetime | None = None
    as_of: datetime | None = None
    is_active: bool = True
    version: int = 1


def add(connection: Connection, source: ImportSource) -> None:
    """Store a new source.

    Raises:
        RegisterError: there is one of this name.
    """
    if connection.execute(select(table.c.id).where(table.c.name == source.name)).first() is not None:
        raise RegisterError(f"There is a list called “{source.name}” already.", remedy="Choose another name.")
    connection.execute(insert(table).values(id=source.id, version=1, **_values(source)))


def new(name: str, kind: str) -> ImportSource:
    """A source that is not stored yet."""
    return ImportSource(new_id(), name, kind)


def change(connection: Connection, source: ImportSource) -> None:
    """Store how a source is read; `source.version` is the version that was looked at.

    Raises:
        RegisterError: somebody else changed it meanwhile.
    """
    changed = connection.execute(
        update(table)
        .where(table.c.id == source.id, table.c.version == source.version)
        .values(version=source.version + 1, **_values(source))
    )
    if changed.rowcount != 1:
        raise RegisterError(
            f"“{source.name}” was changed meanwhile.", remedy="Look at it again, then change it.", code="conflict"
        )


def get(connection: Connection, source_id: str) -> ImportSource:
    """One source.

    Raises:
        RegisterError: there is none with this id.
    """
    return _source(one(connection, select(table).where(table.c.id == source_id), "This list"))


def everything(connection: Connection) -> tuple[ImportSource, ...]:
    """All sources by name, those no longer used too."""
    return tuple(_source(row) for row in connection.execute(select(table).order_by(table.c.name)).mappings())


def taken_over(connection: Connection, source_id: str, *, sha256: str) -> None:
    """Note that a file of this source was taken over, and how fresh its answers are now."""
    connection.execute(update(table).where(table.c.id == source_id).values(last_sha256=sha256, last_seen_at=now()))
    refresh(connection, source_id)


def taken_back(connection: Connection, source_id: str) -> None:
    """Note that a reading of this source was undone: its file counts as not read, its answers as old as before."""
    connection.execute(update(table).where(table.c.id == source_id).values(last_sha256=""))
    refresh(connection, source_id)


def refresh(connection: Connection, source_id: str) -> None:
    """Set how fresh the answers of a source are: the newest of its readings that still stand."""
    stand = select(func.max(import_batch.c.as_of)).where(
        import_batch.c.source_id == source_id,
        import_batch.c.undone_at.is_(None),
        import_batch.c.kind.in_(["pupils", "consents"]),
    )
    connection.execute(update(table).where(table.c.id == source_id).values(as_of=connection.execute(stand).scalar()))


def oldest_consents(connection: Connection) -> tuple[bool, datetime | None]:
    """Whether any list in use brings consents, and as of when the oldest of them does; None when one was never read."""
    query = select(import_source.c.as_of).where(import_source.c.kind == "consents", import_source.c.is_active)
    instants = list(connection.execute(query).scalars())
    return bool(instants), None if not instants or None in instants else min(i for i in instants if i is not None)


def _values(source: ImportSource) -> dict[str, Any]:
    return {
        "name": source.name,
        "kind": source.kind,
        "mapping": {} if source.mapping is None else json.loads(source.mapping.to_json()),
        "folder": source.folder,
        "pattern": source.pattern,
        "refusals_at_once": source.refusals_at_once,
        "is_active": source.is_active,
    }


def _source(row: RowMapping) -> ImportSource:
    names = (
        "id", "name", "kind", "folder", "pattern", "refusals_at_once", "last_sha256", "last_seen_at", "as_of",
        "is_active", "version",
    )  # fmt: skip
    mapping = ColumnMapping.from_json(json.dumps(row["mapping"])) if row["mapping"] else None
    return ImportSource(**{name: row[name] for name in names}, mapping=mapping)
