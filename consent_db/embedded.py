"""The register as one encrypted file on one PC: key, pragmas, back-up before an upgrade, migrations.

Only this module opens a connection to the file, because foreign keys are off on every new one until a pragma says
otherwise.
"""

from __future__ import annotations

import uuid
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, select
from sqlalchemy.exc import DBAPIError

from app.domain.errors import BugError, StorageError
from consent_db.database import WRITES_OPTION, Database, EngineKind
from consent_db.failures import in_plain_words
from consent_db.rows import now
from consent_db.schema import school
from consent_db.upgrade import Standing, make, standing_of, upgrade
from consent_db.watching import FileWatch

BUSY_TIMEOUT_MS = 10_000
KEY_BYTES = 32


def open_database(path: Path, key: bytes, *, school_id: str | None = None) -> Database:
    """Open the register's file, making or upgrading it first when needed.

    Args:
        path: the file; its folder must be there.
        key: 32 random bytes.
        school_id: which school a new file is for; a random one when not given. An old file knows its own.

    Raises:
        StorageError: the key is wrong, the file is damaged, or a newer version of the program wrote it.
    """
    if len(key) != KEY_BYTES:
        raise BugError(f"the register's key has {KEY_BYTES} bytes, not {len(key)}")
    if not path.exists():
        _make_empty(path, key)
    engine = _engine(path, key)
    with ExitStack() as undoing:
        undoing.callback(engine.dispose)
        its_school = _made_ready(engine, path, key, school_id)
        undoing.pop_all()
    return Database(
        engine,
        kind=EngineKind.EMBEDDED,
        school_id=its_school,
        path=path,
        watch=lambda: FileWatch(lambda: _connect(path, key)),
    )


def _made_ready(engine: Engine, path: Path, key: bytes, school_id: str | None) -> str:
    """The id of the school whose register this is, once the file has the tables of this program."""
    try:
        with engine.connect() as connection:
            standing = standing_of(connection)
        if standing is Standing.NEWER:
            raise StorageError("A newer ClearPost wrote this register.", remedy="Update ClearPost on this PC.")
        if standing is Standing.EMPTY:
            make(engine, school_id=school_id or str(uuid.uuid4()), made_at=now())
        elif standing is Standing.OLDER:
            _back_up(engine, path)
            _upgrade(path, key)
        with engine.connect() as connection:
            found: str = connection.execute(select(school.c.id)).scalar_one()
    except DBAPIError as error:
        raise in_plain_words(error) from error
    return found


def close_for_good(connection: Connection) -> None:
    """Refuse every act from now on, since the register has moved: a window that is still open must not write here."""
    connection.exec_driver_sql(
        "CREATE TRIGGER moved_away BEFORE INSERT ON audit_event BEGIN SELECT RAISE(ABORT, 'moved away'); END"
    )


def _connect(path: Path, key: bytes, *, foreign_keys: bool = True, make: bool = False) -> Any:
    # A file that went away while it was in use is not made anew: an empty register would look like a school's.
    place = f"{path.absolute().as_uri()}?mode={'rwc' if make else 'rw'}"
    connection = sqlcipher.connect(place, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    connection.execute("PRAGMA recursive_triggers = ON")  # else REPLACE slips past the insert-only triggers
    connection.execute("PRAGMA secure_delete = ON")  # what was erased leaves no trace in freed parts of the file
    connection.execute("PRAGMA cipher_memory_security = OFF")
    return connection


def _engine(path: Path, key: bytes, *, foreign_keys: bool = True, make: bool = False) -> Engine:
    # Without hide_parameters an error would carry the names it was about into the log.
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: _connect(path, key, foreign_keys=foreign_keys, make=make),
        poolclass=QueuePool,
        pool_size=4,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver would begin a transaction only before the first write; what was read before would not be covered.
        writes = connection.get_execution_options().get(WRITES_OPTION, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _make_empty(path: Path, key: bytes) -> None:
    engine = _engine(path, key, make=True)
    try:
        engine.connect().close()
    except DBAPIError as error:
        raise in_plain_words(error) from error
    finally:
        engine.dispose()


def _upgrade(path: Path, key: bytes) -> None:
    """Run the migrations with foreign keys off: tables are made anew, and each step checks them as a whole."""
    engine = _engine(path, key, foreign_keys=False)
    try:
        upgrade(engine)
    finally:
        engine.dispose()


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
