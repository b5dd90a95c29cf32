"""Clear what erased and changed rows left in the server's own files: IT does it as the owner of the database.

PostgreSQL keeps old versions of rows until it vacuums, and even then their bytes may stay in a page. Writing a table
anew leaves them behind. The server's write-ahead log and its back-ups keep older pages for as long as IT set.
"""

from __future__ import annotations

import psycopg
from psycopg import sql

from app.domain.errors import StorageError
from consent_db.server import ServerAddress
from consent_db.tables import metadata


def sweep(owner: ServerAddress) -> int:
    """Write every table of the register anew; how many. Whoever uses the register waits meanwhile.

    Raises:
        StorageError: the server cannot be reached, or this sign-in does not own the tables.
    """
    tables = [table.name for table in metadata.sorted_tables]
    skipped: list[str] = []
    try:
        with psycopg.connect(autocommit=True, **owner.parameters()) as connection:
            # A table of somebody else is only skipped with a warning.
            connection.add_notice_handler(lambda said: skipped.append(said.severity_nonlocalized or ""))
            connection.execute("SET lock_timeout = '60s'")
            for name in tables:
                connection.execute(sql.SQL("VACUUM (FULL) {}").format(sql.Identifier(name)))
    except psycopg.Error as error:
        raise _not_swept() from error
    if "WARNING" in skipped:
        raise _not_swept()
    return len(tables)


def _not_swept() -> StorageError:
    return StorageError(
        "The server's old rows could not all be cleared.",
        remedy="Try again as the owner of the database when nobody works.",
        code="not-swept",
    )
