"""Bring a register to this version: a new one is made whole, an older one goes step by step with Alembic.

Only the revision in the register is read at an ordinary start; Alembic itself is loaded when there is something to do.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

RELEASED = ("0001", "0002")
"""Every released revision, oldest first; a released one is never edited."""


class Standing(Enum):
    """How the register compares with this version."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


def standing_of(connection: Connection) -> Standing:
    """What the register's revision says; a revision this version has never heard of is a newer one."""
    if not inspect(connection).has_table("alembic_version"):
        return Standing.EMPTY
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision == RELEASED[-1]:
        return Standing.CURRENT
    return Standing.OLDER if revision in RELEASED else Standing.NEWER


def make(engine: Engine, *, school_id: str, made_at: datetime) -> None:
    """Make a new embedded register as the newest revision has it, in one transaction."""
    from consent_db.migrations.triggers import protect_on_sqlite
    from consent_db.tables import metadata

    with engine.connect().execution_options(clearpost_writes=True) as connection, connection.begin():
        if standing_of(connection) is not Standing.EMPTY:
            return  # another window made it meanwhile
        metadata.create_all(connection, checkfirst=False)
        protect_on_sqlite(connection)
        connection.execute(metadata.tables["school"].insert().values(id=school_id, name="", made_at=made_at))
        stamp(connection)


def stamp(connection: Connection) -> None:
    """Write down that this register is as the newest revision has it."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:now)"), {"now": RELEASED[-1]})


def upgrade(engine: Engine, *, to: str = RELEASED[-1]) -> None:
    """Run every step that is missing; a step that fails leaves the register as it was before that step."""
    with engine.connect().execution_options(clearpost_writes=True) as connection, connection.begin():
        run_steps(connection, to=to)


def run_steps(connection: Connection, *, to: str) -> None:
    """Run every step that is missing, within the caller's transaction."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(_folder()), version_locations=[str(_folder() / "versions")])

    def steps(revision: Any, _context: MigrationContext) -> Any:
        return scripts._upgrade_revs(to, revision)

    context = MigrationContext.configure(
        connection, opts={"fn": steps, "transactional_ddl": True, "transaction_per_migration": False}
    )
    with Operations.context(context):
        context.run_migrations()


def _folder() -> Any:
    from importlib.resources import files

    return files("consent_db") / "migrations"
