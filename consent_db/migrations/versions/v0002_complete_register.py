"""The complete register: every row says which school it belongs to, and permissions, contacts and erasure get tables.

An embedded file of revision 0001 is made over into new tables with the same rows. It runs with foreign keys off (they
are checked as a whole at the end), because every table is made anew. PostgreSQL begins with this revision.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from alembic import op
from sqlalchemy import Connection, String, Table, text

from app.domain.errors import StorageError
from consent_db.migrations.triggers import protect_on_sqlite
from consent_db.tables import metadata

revision = "0002"
down_revision = "0001"

_OLD_TRIGGERS = ("consent_event", "hold_event", "audit_event", "verdict_event")
_COPIED_OTHERWISE = {
    # One reading may not record the same answer twice any more; what an older one recorded twice stays told apart.
    ("consent_event", "source"): (
        "CASE WHEN source <> '' AND EXISTS (SELECT 1 FROM old_consent_event AS o "
        "WHERE o.person_id = consent_event.person_id AND o.kind = consent_event.kind "
        "AND o.platform_id = consent_event.platform_id AND o.source = consent_event.source "
        "AND o.sequence < consent_event.sequence) "
        "THEN source || ' #' || sequence ELSE source END"
    ),
}


def upgrade() -> None:
    """Make every table anew beside the old one, copy its rows, and put it in the old one's place."""
    connection = op.get_bind()
    school_id = str(uuid.uuid4())
    for protected in _OLD_TRIGGERS:
        for action in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER {protected}_no_{action}")
    old = {name: _columns(connection, name) for name in _tables(connection)}
    counts = {name: _count(connection, name) for name in old}
    for name in old:
        for index_name in _indexes(connection, name):
            connection.exec_driver_sql(f"DROP INDEX {index_name}")
        connection.exec_driver_sql(f"ALTER TABLE {name} RENAME TO old_{name}")
    metadata.create_all(connection, checkfirst=False)
    connection.execute(metadata.tables["school"].insert().values(id=school_id, name="", made_at=datetime.now(UTC)))
    for table in metadata.sorted_tables:
        if table.name in old:
            _copy(connection, table, old[table.name], school_id)
            if _count(connection, table.name) != counts[table.name]:
                raise StorageError("The register could not be upgraded: rows would be missing. Nothing was changed.")
    for name in old:
        connection.exec_driver_sql(f"DROP TABLE old_{name}")
    protect_on_sqlite(connection)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StorageError("The register could not be upgraded: entries do not fit. Nothing was changed.")


def _copy(connection: Connection, table: Table, columns: list[str], school_id: str) -> None:
    targets, sources = ["school_id"], [":school"]
    for column in table.columns:
        if column.name in columns:
            targets.append(column.name)
            sources.append(_COPIED_OTHERWISE.get((table.name, column.name), column.name))
        elif column.name != "school_id" and not column.nullable:
            targets.append(column.name)
            value = column.default.arg if column.default is not None else ""  # type: ignore[attr-defined]
            sources.append(str(int(value)) if not isinstance(column.type, String) else f"'{value}'")
    connection.execute(
        text(
            f"INSERT INTO {table.name} ({', '.join(targets)}) "
            f"SELECT {', '.join(sources)} FROM old_{table.name} AS {table.name}"
        ),
        {"school": school_id},
    )


def _tables(connection: Connection) -> list[str]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    )
    return list(connection.execute(text(query)).scalars())


def _columns(connection: Connection, name: str) -> list[str]:
    return [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")]


def _indexes(connection: Connection, name: str) -> list[str]:
    query = text("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = :name AND sql IS NOT NULL")
    return list(connection.execute(query, {"name": name}).scalars())


def _count(connection: Connection, name: str) -> int:
    found: int = connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
    return found
