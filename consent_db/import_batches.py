"""Imports that were applied: which file, how many rows, who and when."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from consent_db.rows import new_id, now
from consent_db.schema_imports import import_batch as table


def add(connection: Connection, *, kind: str, file_sha256: str, rows: int, by: str) -> str:
    """Note an import and return its id."""
    batch_id = new_id()
    connection.execute(
        insert(table).values(
            id=batch_id, kind=kind, file_sha256=file_sha256, rows=rows, applied_at=now(), applied_by=by
        )
    )
    return batch_id
