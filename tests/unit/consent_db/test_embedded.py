"""The register's file on one PC: encrypted, strict, upgraded with a back-up, and shared without losses."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import RegisterError, StorageError
from app.domain.people import PersonKind
from consent_db import audit, people
from consent_db.database import Database
from consent_db.embedded import open_database

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(tmp_path / "register.db", KEY)


def test_no_pupils_name_stands_in_clear_in_the_file(database: Database) -> None:
    with database.transaction() as connection:
        people.add(connection, people.new(PersonKind.PUPIL, "Oluwaseun", "Featherstonehaugh"))
    database.close()
    for file in database.path.parent.iterdir():
        data = file.read_bytes()
        assert b"Featherstonehaugh" not in data
        assert b"SQLite format" not in data


def test_a_wrong_key_is_refused_in_a_sentence_and_harms_nothing(database: Database) -> None:
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(StorageError, match="the key is wrong or the file is damaged"):
        open_database(database.path, bytes(32))
    assert database.path.read_bytes() == before


def test_a_register_from_a_newer_version_is_refused(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StorageError, match="newer ClearPost"):
        open_database(database.path, KEY)


def test_two_writers_at_once_lose_no_record_and_keep_the_chain(database: Database) -> None:
    other = open_database(database.path, KEY)

    def write(into: Database) -> None:
        for _ in range(25):
            with into.transaction() as connection:
                audit.append(connection, "x", "something")

    threads = [threading.Thread(target=write, args=(d,)) for d in (database, other, database)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        assert audit.verify(connection).ok
        assert audit.verify(connection).events == 75
    other.close()


def test_a_changed_record_breaks_the_chain_where_it_was_changed(database: Database) -> None:
    for number in range(4):
        with database.transaction() as connection:
            audit.append(connection, "x", "counted", details={"number": number})
    with database.transaction() as connection:
        connection.execute(text("DROP TRIGGER audit_event_no_update"))
        connection.execute(text("UPDATE audit_event SET body = replace(body, '2', '7') WHERE sequence = 3"))
    with database.read() as connection:
        result = audit.verify(connection)
    assert not result.ok
    assert result.broken_at == 3


def test_records_cut_off_at_the_end_are_missed_by_a_head_on_paper(database: Database) -> None:
    for _ in range(3):
        with database.transaction() as connection:
            audit.append(connection, "x", "something")
    with database.read() as connection:
        head = audit.head(connection)
    with database.transaction() as connection:
        connection.execute(text("DROP TRIGGER audit_event_no_delete"))
        connection.execute(text("DELETE FROM audit_event WHERE sequence = 3"))
    with database.read() as connection:
        assert audit.verify(connection).ok
        assert not audit.verify(connection, against=head).ok


def test_replacing_a_row_does_not_slip_past_the_insert_only_rule(database: Database) -> None:
    with database.transaction() as connection:
        audit.append(connection, "x", "something")
    with pytest.raises(RegisterError, match="cannot be changed"), database.transaction() as connection:
        connection.execute(
            text("INSERT OR REPLACE INTO audit_event (sequence,school_id,at,actor,action,body,previous,hash) "
                 "SELECT 1, id, '2026-01-01', 'y', 'other', '{}', 'p', 'h' FROM school")
        )  # fmt: skip


def test_an_older_register_is_kept_beside_itself_before_it_is_upgraded(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.transaction() as connection:
        people.add(connection, people.new(PersonKind.PUPIL, "Amara", "Okafor"))
    database.close()
    done: list[str] = []
    monkeypatch.setattr("consent_db.upgrade.RELEASED", ("0001", "0002", "0003"))
    monkeypatch.setattr("consent_db.embedded.upgrade", lambda _engine: done.append("upgraded"))
    open_database(database.path, KEY).close()
    assert done == ["upgraded"]
    monkeypatch.undo()
    kept = open_database(database.path.with_name("register.db.before-upgrade"), KEY)
    with kept.read() as connection:
        assert [p.name for p in people.everybody(connection)] == ["Amara Okafor"]
    kept.close()


def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        open_database(tmp_path / "gone" / "register.db", KEY)


def test_a_full_disk_is_told_in_a_sentence_and_nothing_is_half_written(database: Database) -> None:
    with database.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()

    def fill() -> None:
        with database.transaction() as connection:
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
            for number in range(5000):
                people.add(connection, people.new(PersonKind.PUPIL, f"Pupil{number}", "Okafor" * 20))

    with pytest.raises(StorageError, match="disk is full"):
        fill()
    with database.read() as connection:
        assert people.everybody(connection) == ()


def test_the_migration_and_the_tables_agree(database: Database) -> None:
    from sqlalchemy import inspect

    from consent_db.tables import metadata

    with database.read() as connection:
        assert set(inspect(connection).get_table_names()) == set(metadata.tables) | {"alembic_version"}
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2


def test_a_file_that_went_away_while_it_was_in_use_is_not_made_anew(database: Database) -> None:
    database.close()
    away = database.path.rename(database.path.with_name("away"))
    with pytest.raises(StorageError, match="cannot be written"), database.read():
        pass
    assert not database.path.exists()
    away.rename(database.path)
    with database.read() as connection:
        assert people.everybody(connection) == ()
