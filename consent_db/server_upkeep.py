"""What IT does on the school's PostgreSQL as the owner of the database: make it, add schools, let PCs in and out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from psycopg import sql
from sqlalchemy import URL, Connection, Table, create_engine, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from app.domain.errors import StorageError
from consent_db import upgrade
from consent_db.audit import GENESIS
from consent_db.columns import SCHOOL_OPTION
from consent_db.failures import in_plain_words
from consent_db.migrations.triggers import protect_on_postgresql
from consent_db.rows import new_id
from consent_db.schema import school
from consent_db.schema_records import workstation
from consent_db.server import CHANNEL, ServerAddress
from consent_db.tables import NEVER_TAKEN_OUT, metadata
from consent_db.upgrade import Standing, stamp, standing_of

APP_ROLE = "clearpost_app"
"""The group every PC's login belongs to; it owns nothing and can make nothing."""

_READ_ONLY = frozenset({"school", "workstation", "audit_event"})
_OLDEST_SERVER = 15
_FUNCTIONS = (
    # Which school this session may see: the one it asked for, if its login belongs there. A login of one school that
    # asks for another gets none.
    "CREATE FUNCTION clearpost_school() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER "
    "SET search_path = public, pg_temp AS $$ SELECT w.school_id FROM workstation w WHERE w.login = session_user "
    "AND w.removed_at IS NULL AND w.school_id = current_setting('clearpost.school', true) LIMIT 1 $$",
    # The only way into the chain: the next number, bound to the last hash, with a hash that fits the text.
    "CREATE FUNCTION clearpost_append(number integer, instant text, who text, what text, words text, before text, "
    "digest text) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ "
    "DECLARE mine text := clearpost_school(); last record; BEGIN "
    "IF mine IS NULL THEN RAISE insufficient_privilege; END IF; "
    "PERFORM pg_advisory_xact_lock(hashtextextended('clearpost ' || mine, 0)); "
    "SELECT a.sequence, a.hash INTO last FROM audit_event a WHERE a.school_id = mine "
    "ORDER BY a.sequence DESC LIMIT 1; "
    f"IF number <> coalesce(last.sequence, 0) + 1 OR before <> coalesce(last.hash, '{GENESIS}') "
    "OR digest <> encode(sha256(convert_to(words, 'UTF8')), 'hex') "
    "THEN RAISE EXCEPTION 'audit_event is insert-only'; END IF; "
    "INSERT INTO audit_event (sequence, school_id, at, actor, action, body, previous, hash) "
    "VALUES (number, mine, instant, who, what, words, before, digest); RETURN number; END $$",
    "REVOKE ALL ON FUNCTION clearpost_append(integer, text, text, text, text, text, text) FROM PUBLIC",
    f"GRANT EXECUTE ON FUNCTION clearpost_append(integer, text, text, text, text, text, text) TO {APP_ROLE}",
)


@contextmanager
def owning(owner: ServerAddress, *, school_id: str = "") -> Iterator[Connection]:
    """One transaction as the owner of the database; all of it happens, or nothing.

    Raises:
        StorageError: the server cannot be reached, refuses, or is older than PostgreSQL 15.
    """
    engine = create_engine(
        URL.create("postgresql+psycopg"), connect_args=owner.parameters(), pool_size=1, hide_parameters=True
    )
    try:
        with engine.execution_options(**{SCHOOL_OPTION: school_id}).begin() as connection:
            version = connection.dialect.server_version_info
            if version is None or int(version[0]) < _OLDEST_SERVER:
                raise StorageError("This PostgreSQL is too old.", remedy="ClearPost needs PostgreSQL 15 or newer.")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended('clearpost upkeep', 0))")
            yield connection
    except DBAPIError as error:
        raise in_plain_words(error) from error
    finally:
        engine.dispose()


def make_register(owner: ServerAddress) -> bool:
    """Make the tables, guards and rights in an empty database; returns whether there was anything to do.

    Raises:
        StorageError: another version of ClearPost made it.
    """
    with owning(owner) as connection:
        standing = standing_of(connection)
        if standing is Standing.CURRENT:
            return False
        if standing is Standing.NEWER:
            raise StorageError("A newer ClearPost wrote this register.", remedy="Update ClearPost on this PC.")
        if standing is Standing.OLDER:
            raise StorageError("This register is older than this ClearPost.", remedy="Upgrade it first.")
        _make_app_role(connection)
        metadata.create_all(connection, checkfirst=False)
        protect_on_postgresql(connection)
        for statement in _FUNCTIONS:
            connection.exec_driver_sql(statement)
        stamp(connection)
        connection.exec_driver_sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}")
        connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {APP_ROLE}")
        for table in metadata.sorted_tables:
            _keep_apart(connection, table)
        connection.exec_driver_sql(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}")
    return True


def upgrade_register(owner: ServerAddress) -> str | None:
    """Bring the register up to date, all of it or nothing; PCs with an older ClearPost are refused from then on.

    Every table is first copied as it was into a schema of the same database that only the owner sees.

    Returns:
        The name of that schema, or None when there was nothing to do.

    Raises:
        StorageError: there is no register, or a newer version of ClearPost made it.
    """
    with owning(owner) as connection:
        standing = standing_of(connection)
        if standing is Standing.CURRENT:
            return None
        if standing is Standing.EMPTY:
            raise StorageError("There is no ClearPost register in this database.", remedy="Check the database's name.")
        if standing is Standing.NEWER:
            raise StorageError("A newer ClearPost wrote this register.", remedy="Update ClearPost on this PC.")
        kept = _keep_as_it_was(connection)
        upgrade.run_steps(connection, to=upgrade.RELEASED[-1])
        for statement in _FUNCTIONS:
            connection.exec_driver_sql(statement.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"))
        guarded = set(
            connection.execute(text("SELECT tablename FROM pg_policies WHERE schemaname = 'public'")).scalars()
        )
        for table in metadata.sorted_tables:
            if table.name not in guarded:
                _keep_apart(connection, table)
        connection.exec_driver_sql(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}")
    return kept


def _keep_as_it_was(connection: Connection) -> str:
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    kept = f"clearpost_{revision}_{datetime.now(UTC):%Y%m%d_%H%M%S}"
    _run(connection, sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(kept)))
    names = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).scalars().all()
    for name in names:
        copy = sql.SQL("CREATE TABLE {} AS TABLE {}")
        _run(connection, copy.format(sql.Identifier(kept, name), sql.Identifier("public", name)))
    return kept


def add_school(owner: ServerAddress, *, school_id: str, name: str) -> None:
    """Let a school keep its register here; adding it twice is adding it once."""
    with owning(owner, school_id=school_id) as connection:
        known = connection.execute(school.select().where(school.c.id == school_id)).first()
        if known is None:
            connection.execute(insert(school).values(id=school_id, name=name, made_at=datetime.now(UTC)))


def let_in(
    owner: ServerAddress, *, school_id: str, pc: str, login: str, password: str, public_key: str = "", by: str
) -> str:
    """Make a login for one PC of one school; returns the workstation's id.

    A PC that is known by its key and has no login yet, since the register was a file on it before, keeps its entry.

    Raises:
        StorageError: the login exists already, or its name has other characters than a-z, 0-9 and _.
    """
    if not re.fullmatch(r"[a-z_][a-z0-9_]{2,60}", login):
        raise StorageError(
            f"“{login}” cannot be a sign-in name of the database.",
            remedy="Use small letters, numbers and _ only.",
        )
    workstation_id = new_id()
    with owning(owner, school_id=school_id) as connection:
        taken = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :login"), {"login": login}).first()
        if taken is not None:
            raise StorageError(f"The database has a sign-in {login} already.", remedy="Choose another name.")
        _run(
            connection,
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD {} IN ROLE {}").format(
                sql.Identifier(login), sql.Literal(_scram(connection, login, password)), sql.Identifier(APP_ROLE)
            ),
        )
        known = _give_login(connection, school_id=school_id, public_key=public_key, login=login)
        if known is not None:
            return known
        connection.execute(
            insert(workstation).values(
                id=workstation_id,
                name=pc,
                login=login,
                public_key=public_key,
                approved_at=datetime.now(UTC),
                approved_by=by,
            )
        )
    return workstation_id


def _give_login(connection: Connection, *, school_id: str, public_key: str, login: str) -> str | None:
    mine = (workstation.c.school_id == school_id, workstation.c.public_key == public_key, workstation.c.login == "")
    query = select(workstation.c.id).where(*mine, workstation.c.removed_at.is_(None)).limit(1)
    known: str | None = connection.execute(query).scalar() if public_key else None
    if known is not None:
        connection.execute(update(workstation).where(workstation.c.id == known).values(login=login))
    return known


def discard_copy(connection: Connection, *, school_id: str) -> None:
    """Take a whole school's rows and logins out, guards and all.

    Only for what a move that was stopped left behind; whoever calls this has proven that everything in it is in the
    register it was copied from.
    """
    for table in metadata.sorted_tables:
        connection.exec_driver_sql(f"ALTER TABLE {table.name} DISABLE TRIGGER USER")
    query = select(workstation.c.login).where(workstation.c.school_id == school_id, workstation.c.login != "")
    logins = connection.execute(query.where(workstation.c.removed_at.is_(None))).scalars().all()
    for table in reversed(metadata.sorted_tables):
        if table is not school:
            connection.execute(delete(table).where(table.c.school_id == school_id))
    for login in logins:
        _run(connection, sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login)))
    for table in metadata.sorted_tables:
        connection.exec_driver_sql(f"ALTER TABLE {table.name} ENABLE TRIGGER USER")


def shut_out(owner: ServerAddress, *, school_id: str, login: str, pc: str = "") -> None:
    """Take a PC's login away; what it wrote stays.

    Args:
        owner: of the database.
        school_id: whose PC it is.
        login: its login; empty for one that shares another's, since two people of one PC are registered apart.
        pc: its id, where the login alone does not tell.

    Raises:
        StorageError: no PC of this school has this login.
    """
    wanted = workstation.c.id == pc if pc else workstation.c.login == login
    with owning(owner, school_id=school_id) as connection:
        removed = connection.execute(
            update(workstation)
            .where(wanted, workstation.c.school_id == school_id, workstation.c.removed_at.is_(None))
            .values(removed_at=datetime.now(UTC))
        )
        if removed.rowcount != 1:
            raise StorageError(f"No PC of this school signs in as {login}.")
        if login:
            _run(connection, sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login)))


def _make_app_role(connection: Connection) -> None:
    # Roles belong to the whole server, so another database of it may have made this one already.
    connection.exec_driver_sql(
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN "
        f"CREATE ROLE {APP_ROLE} NOLOGIN; END IF; END $$"
    )


def _keep_apart(connection: Connection, table: Table) -> None:
    rights = "SELECT, INSERT, UPDATE, DELETE"
    if table.name in _READ_ONLY:
        rights = "SELECT"
    elif table.name in NEVER_TAKEN_OUT:
        rights = "SELECT, INSERT"
    connection.exec_driver_sql(f"GRANT {rights} ON {table.name} TO {APP_ROLE}")
    mine = "id" if table.name == "school" else "school_id"
    connection.exec_driver_sql(f"ALTER TABLE {table.name} ENABLE ROW LEVEL SECURITY")
    connection.exec_driver_sql(
        f"CREATE POLICY {table.name}_school ON {table.name} "
        f"USING ({mine} = (SELECT clearpost_school())) WITH CHECK ({mine} = (SELECT clearpost_school()))"
    )


def _scram(connection: Connection, login: str, password: str) -> str:
    """The password as the server keeps it, so that its clear text is in no statement and no server log."""
    driver = connection.connection.driver_connection
    hashed: bytes = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")  # type: ignore[union-attr]
    return hashed.decode()


def _run(connection: Connection, statement: sql.Composed) -> None:
    driver = connection.connection.driver_connection
    connection.exec_driver_sql(statement.as_string(driver).replace("%", "%%"))


__all__ = [
    "APP_ROLE",
    "CHANNEL",
    "add_school",
    "discard_copy",
    "let_in",
    "make_register",
    "owning",
    "shut_out",
    "upgrade_register",
]
