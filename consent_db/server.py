"""The register on a school's PostgreSQL: one database, schools apart by row-level security, one sign-in per PC.

The program signs in as the PC's own login, which may read and write its school's rows and nothing else: no tables are
made with it, and the audit chain can only grow through `clearpost_append`. `consent_db.server_upkeep` does what needs
the owner of the database.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import StorageError
from consent_db.columns import SCHOOL_OPTION
from consent_db.database import WRITES_OPTION, Database, EngineKind
from consent_db.failures import in_plain_words
from consent_db.schema import school
from consent_db.upgrade import Standing, standing_of
from consent_db.watching import ServerWatch

CHANNEL = "clearpost"
_LOCK_TIMEOUT = "10s"
_CLOCK_TOLERANCE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where the database is and who signs in; the password shows in no text made of this.

    Attributes:
        host: a name, an address, or the folder of a socket.
        tls: libpq's word: ``prefer``, ``require``, ``verify-ca`` or ``verify-full``.
    """

    host: str
    database: str
    user: str
    password: str = field(default="", repr=False)
    port: int = 5432
    tls: str = "prefer"

    def __str__(self) -> str:
        return f"postgresql://{self.user}@{self.host}:{self.port}/{self.database}"

    def connect(self) -> Any:
        """A plain connection that commits each statement, for listening."""
        import psycopg

        return psycopg.connect(autocommit=True, **self.parameters())

    def parameters(self) -> dict[str, Any]:
        """What libpq wants to know."""
        return {
            "host": self.host,
            "port": self.port,
            "dbname": self.database,
            "user": self.user,
            "password": self.password or None,
            "sslmode": "disable" if self.host.startswith("/") else self.tls,
            "connect_timeout": 10,
            "application_name": "clearpost",
        }


def open_server(address: ServerAddress, *, school_id: str) -> Database:
    """Open a school's register on its server.

    Raises:
        StorageError: the server cannot be reached or refuses this PC, its register is older or newer than this
            program, this login does not belong to the school, or the two clocks differ.
    """
    engine = engine_for(address)
    with ExitStack() as undoing:
        undoing.callback(engine.dispose)
        _require_usable(engine, school_id)
        undoing.pop_all()
    return Database(
        engine,
        kind=EngineKind.POSTGRESQL,
        school_id=school_id,
        path=Path(f"{address.host}/{address.database}"),
        watch=lambda: ServerWatch(address.connect, CHANNEL, school_id),
    )


def _require_usable(engine: Engine, school_id: str) -> None:
    try:
        with engine.execution_options(**{SCHOOL_OPTION: school_id}).connect() as connection:
            _refuse_other_versions(standing_of(connection))
            _refuse_wrong_clock(connection)
            if connection.execute(select(school.c.id).where(school.c.id == school_id)).first() is None:
                raise StorageError(
                    "This PC's sign-in does not belong to this school's register.",
                    remedy="Ask IT to approve this PC.",
                    code="not-allowed-there",
                )
    except DBAPIError as error:
        raise in_plain_words(error) from error


def engine_for(address: ServerAddress) -> Engine:
    """An engine whose reads see one picture of one school, and whose writes within a school follow one another."""
    engine = create_engine(
        URL.create("postgresql+psycopg"),
        connect_args=address.parameters(),
        pool_size=4,
        pool_pre_ping=True,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        its_school = options.get(SCHOOL_OPTION, "")
        if not options.get(WRITES_OPTION, False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            connection.execute(text("SELECT set_config('clearpost.school', :school, true)"), {"school": its_school})
            return
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'")
        connection.execute(
            text(
                "SELECT set_config('clearpost.school', :school, true), "
                "pg_advisory_xact_lock(hashtextextended('clearpost ' || :school, 0)), "
                f"pg_notify('{CHANNEL}', :school)"
            ),
            {"school": its_school},
        )

    return engine


def _refuse_other_versions(standing: Standing) -> None:
    if standing is Standing.NEWER:
        raise StorageError("A newer ClearPost wrote this register.", remedy="Update ClearPost on this PC.")
    if standing is Standing.EMPTY:
        raise StorageError(
            "There is no ClearPost register in this database.", remedy="Ask IT to make it: clearpost workspace move."
        )
    if standing is Standing.OLDER:
        raise StorageError(
            "The school's register is older than this ClearPost.",
            remedy="Ask IT to bring it up to date: clearpost workspace upgrade.",
            code="older-register",
        )


def _refuse_wrong_clock(connection: Connection) -> None:
    theirs: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    behind = abs(theirs - datetime.now(UTC))
    if behind > _CLOCK_TOLERANCE:
        raise StorageError(
            f"This PC's clock and the school's database are {round(behind.total_seconds() / 60)} minutes apart.",
            remedy="Set this PC's clock, then start ClearPost again.",
            code="clock",
        )
