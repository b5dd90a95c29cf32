"""Open the register: key, pragmas, back-up before an upgrade, migrations, and the one way to read and to write.

Only `open_database` opens a connection, because foreign keys are off on every new one until a pragma says otherwise.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from app.domain.errors import BugError, RegisterError, StorageError
from consent_db.upgrade import Standing, standing_of, upgrade

log = logging.getLogger(__name__)

BUSY_TIMEOUT_MS = 10_000
KEY_BYTES = 32


class Database:
    """The opened register. `read` and `transaction` hand out connections; each belongs to the thread that asked."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading: one consistent picture of the register, never waiting for a writer.

        Raises:
            StorageError: the file cannot be read.
        """
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise _in_plain_words(error) from error

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection for writing: everything done with it is there, or nothing is.

        The lock for writing is taken at once, so that what is read inside cannot change before it is written.

        Raises:
            StorageError: the disk is full, the file is gone or another program keeps it locked.
            RegisterError: a rule of the register forbids the change.
        """
        try:
            with self._engine.connect().execution_options(clearpost_writes=True) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise _in_plain_words(error) from error

    def close(self) -> None:
        """Give every connection back; safe to call twice."""
        self._engine.dispose()


def open_database(path: Path, key: bytes) -> Database:
    """Open the register, making or upgrading it first when needed.

    Args:
        path: the file; its folder must be there.
        key: 32 random bytes.

    Raises:
        StorageError: the key is wrong, the file is damaged, or a newer version of the program wrote it.
    """
    if len(key) != KEY_BYTES:
        raise BugError(f"the register's key has {KEY_BYTES} bytes, not {len(key)}")
    engine = _engine(path, key)
    try:
        with engine.connect() as connection:
            standing = standing_of(connection)
        if standing is Standing.NEWER:
            raise StorageError("A newer ClearPost wrote this register.", remedy="Update ClearPost on this PC.")
        if standing is not Standing.CURRENT:
            if standing is Standing.OLDER:
                _back_up(engine, path)
            upgrade(engine)
    except DBAPIError as error:
        engine.dispose()
        raise _in_plain_words(error) from error
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, path)


def _engine(path: Path, key: bytes) -> Engine:
    def connect() -> Any:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")  # else REPLACE slips past the insert-only triggers
        connection.execute("PRAGMA cipher_memory_security = OFF")
        return connection

    # Without hide_parameters an error would carry the names it was about into the log.
    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, pool_size=4, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver would begin a transaction only before the first write; what was read before would not be covered.
        writes = connection.get_execution_options().get("clearpost_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _back_up(engine: Engine, path: Path) -> None:
    """Keep the register as it was before an upgrade beside it, encrypted with the same key."""
    target = path.with_name(path.name + ".before-upgrade")
    unfinished = path.with_name(path.name + ".before-upgrade.new")
    unfinished.unlink(missing_ok=True)
    raw = engine.raw_connection()
    try:
        # Not a copy of the file: what is still in the write-ahead log would be missing from it.
        raw.cursor().execute("VACUUM INTO ?", (str(unfinished),))
    finally:
        raw.close()
    unfinished.replace(target)


def _in_plain_words(error: DBAPIError) -> StorageError | RegisterError:
    words = str(error.orig).lower()
    if "insert-only" in words:
        return RegisterError("What was recorded cannot be changed or taken out.", code="insert-only")
    if isinstance(error, IntegrityError):
        return RegisterError(
            "The register refuses this change because it does not fit what is there.",
            remedy="Open the page again and look what changed meanwhile.",
            code="conflict",
        )
    if "not a database" in words or "hmac" in words:
        return StorageError(
            "The register cannot be opened: the key is wrong or the file is damaged.",
            remedy="Check the passphrase; if it is right, restore the register from a back-up.",
            code="wrong-key",
        )
    if "full" in words:
        return StorageError(
            "The disk is full; nothing was written.", remedy="Free some space and try again.", code="disk-full"
        )
    if "locked" in words or "busy" in words:
        return StorageError(
            "The register is busy: another window of ClearPost is writing.", remedy="Try again.", code="busy"
        )
    if isinstance(error, OperationalError) and (
        "readonly" in words or "unable to open" in words or "disk i/o" in words
    ):
        return StorageError(
            "The register cannot be written.",
            remedy="Check that its folder is there and may be written.",
            code="no-file",
        )
    log.error("the register failed with %s", type(error.orig).__name__)
    return StorageError("The register failed and nothing was written.", remedy="Start ClearPost again.")
