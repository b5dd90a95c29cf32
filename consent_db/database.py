"""The opened register: the one way to read and the one way to write, whichever engine keeps it.

`consent_db.embedded` opens the encrypted file of one PC, `consent_db.server` a school's PostgreSQL. Both write one
after another within a school: what is read inside a transaction cannot change before it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from consent_db.columns import SCHOOL_OPTION
from consent_db.failures import in_plain_words
from consent_db.watching import Watch

WRITES_OPTION = "clearpost_writes"
"""The execution option of a connection that will write, so that its lock is taken at the beginning."""


class EngineKind(StrEnum):
    """Where a register lives."""

    EMBEDDED = "embedded"
    POSTGRESQL = "postgresql"


class Database:
    """The opened register of one school. `read` and `transaction` hand out connections to the thread that asked.

    Attributes:
        path: the embedded file; for a server the address in words, never with a password.
    """

    def __init__(
        self, engine: Engine, *, kind: EngineKind, school_id: str, path: Path, watch: Callable[[], Watch]
    ) -> None:
        self._engine = engine.execution_options(**{SCHOOL_OPTION: school_id})
        self._watch = watch
        self.kind = kind
        self.school_id = school_id
        self.path = path

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading: one consistent picture of the register, never waiting for a writer.

        Raises:
            StorageError: the register cannot be read.
        """
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise in_plain_words(error) from error

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection for writing: everything done with it is there, or nothing is.

        The lock for writing is taken at once, so that what is read inside cannot change before it is written.

        Raises:
            StorageError: the disk is full, the file or server is gone, or somebody else keeps writing.
            RegisterError: a rule of the register forbids the change.
        """
        try:
            with (
                self._engine.connect().execution_options(**{WRITES_OPTION: True}) as connection,
                connection.begin(),
            ):
                yield connection
        except DBAPIError as error:
            raise in_plain_words(error) from error

    def watch(self) -> Watch:
        """Learn of changes others make; its `changed` says whether there were any since it was last asked."""
        return self._watch()

    def close(self) -> None:
        """Give every connection back; safe to call twice."""
        self._engine.dispose()
