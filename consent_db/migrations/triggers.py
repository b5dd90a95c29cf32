"""The guards that keep what was recorded as it was recorded, in each engine's own words."""

from __future__ import annotations

from sqlalchemy import Connection

from consent_db.tables import ERASABLE_BY, INSERT_ONLY, REWORDED, metadata


def protect_on_sqlite(connection: Connection) -> None:
    """Refuse every change, and every removal without a tombstone; an entry of the chain is never taken out."""
    for table in INSERT_ONLY:
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
        when = f"WHEN NOT ({_is_reworded(table)}) " if table in REWORDED else ""
        connection.exec_driver_sql(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {when}{refuse}")
        when = ""
        if table in ERASABLE_BY:
            subject = ERASABLE_BY[table]
            when = f"WHEN NOT EXISTS (SELECT 1 FROM tombstone WHERE subject_id = OLD.{subject}) "
        connection.exec_driver_sql(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {when}{refuse}")


def protect_on_postgresql(connection: Connection) -> None:
    """The same guards on a server."""
    connection.exec_driver_sql(
        "CREATE FUNCTION clearpost_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION '%% is insert-only', TG_TABLE_NAME; END $$"
    )
    for table in INSERT_ONLY:
        refuse = "EXECUTE FUNCTION clearpost_insert_only()"
        if table in REWORDED:
            connection.exec_driver_sql(_rewordable(table))
        else:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW {refuse}"
            )
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}"
        )
        if table in ERASABLE_BY:
            connection.exec_driver_sql(_erasable(table, ERASABLE_BY[table]))
        else:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW {refuse}"
            )


def _is_reworded(table: str) -> str:
    same = [c.name for c in metadata.tables[table].c if c.name not in REWORDED[table]]
    unchanged = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in same)
    return f"EXISTS (SELECT 1 FROM tombstone WHERE subject_id = OLD.id) AND {unchanged}"


def _rewordable(table: str) -> str:
    without = "".join(f" - '{name}'" for name in REWORDED[table])
    return (
        f"CREATE FUNCTION clearpost_{table}_rewordable() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF to_jsonb(NEW){without} = to_jsonb(OLD){without} "
        f"AND EXISTS (SELECT 1 FROM tombstone WHERE subject_id = OLD.id AND school_id = OLD.school_id) "
        f"THEN RETURN NEW; END IF; RAISE EXCEPTION '{table} is insert-only'; END $$; "
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW "
        f"EXECUTE FUNCTION clearpost_{table}_rewordable()"
    )


def _erasable(table: str, subject: str) -> str:
    # A trigger's WHEN may not look into other tables on PostgreSQL, so the question is asked inside a function.
    return (
        f"CREATE FUNCTION clearpost_{table}_erasable() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF EXISTS (SELECT 1 FROM tombstone WHERE subject_id = OLD.{subject} AND school_id = OLD.school_id) "
        f"THEN RETURN OLD; END IF; RAISE EXCEPTION '{table} is insert-only'; END $$; "
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW "
        f"EXECUTE FUNCTION clearpost_{table}_erasable()"
    )
