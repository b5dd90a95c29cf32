"""Bring a register to this version: Alembic without a configuration file, each step in one transaction.

Only the revision in the file is read at an ordinary start; Alembic itself is loaded when there is something to do.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

RELEASED = ("0001",)
"""Every released revision, oldest first; a released one is never edited."""


class Standing(Enum):
    """How the file compares with this version."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


def standing_of(connection: Connection) -> Standing:
    """What the file's revision says; a revision this version has never heard of is a newer one."""
    if not inspect(connection).has_table("alembic_version"):
        return Standing.EMPTY
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision == RELEASED[-1]:
        return Standing.CURRENT
    return Standing.OLDER if revision in RELEASED else Standing.NEWER


def upgrade(engine: Engine) -> None:
    """Run every step that is missing; a step that fails leaves the register as it was before that step."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(_folder()), version_locations=[str(_folder() / "versions")])

    def steps(revision: Any, _context: MigrationContext) -> Any:
        return scripts._upgrade_revs(RELEASED[-1], revision)

    with engine.connect().execution_options(clearpost_writes=True) as connection, connection.begin():
        context = MigrationContext.configure(
            connection, opts={"fn": steps, "transactional_ddl": True, "transaction_per_migration": False}
        )
        with Operations.context(context):
            context.run_migrations()


def _folder() -> Any:
    from importlib.resources import files

    return files("consent_db") / "migrations"
