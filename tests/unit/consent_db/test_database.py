"""The register's file: encrypted, strict, insert-only where it must be, and shared without losses."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import RegisterError, StorageError
from app.domain.people import PersonId, PersonKind
from consent_db import audit, holds, people
from consent_db.database import Database, open_database
from consent_db.schema import INSERT_ONLY

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


def test_a_hold_on_somebody_unknown_is_refused_and_nothing_is_written(database: Database) -> None:
    def place_for_nobody() -> None:
        with database.transaction() as connection:
            audit.append(connection, "x", "before")
            holds.place(connection, PersonId("nobody"), by="dsl")

    with pytest.raises(RegisterError):
        place_for_nobody()
    with database.read() as connection:
        assert audit.verify(connection).events == 0


@pytest.mark.parametrize("table", INSERT_ONLY)
@pytest.mark.parametrize("change", ["UPDATE {} SET sequence = 99", "DELETE FROM {}"])
def test_what_was_recorded_can_be_neither_changed_nor_taken_out(database: Database, table: str, change: str) -> None:
    with database.transaction() as connection:
        person = people.new(PersonKind.PUPIL, "Amara", "Okafor")
        people.add(connection, person)
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        _fill(connection, table, person.id)
    with pytest.raises(RegisterError, match="cannot be changed"), database.transaction() as connection:
        connection.execute(text(change.format(table)))


def _fill(connection: object, table: str, person_id: str) -> None:
    if table == "hold_event":
        holds.place(connection, PersonId(person_id), by="dsl")  # type: ignore[arg-type]
    elif table == "audit_event":
        audit.append(connection, "x", "something")  # type: ignore[arg-type]
    else:
        columns = {
            "consent_event": "(sequence,id,person_id,kind,platform_id,answer,giver,relationship,evidence,valid_from,"
            "recorded_at,recorded_by,source,to_confirm) VALUES "
            f"(1,'a','{person_id}','IMAGE','facebook','YES','x','','','2026-01-01','2026-01-01','x','',0)",
            "verdict_event": "(sequence,photo_id,region_id,verdict,always_cover,removed,box,recorded_at,recorded_by) "
            "VALUES (1,'p','r','UNNAMED',0,0,'[0,0,1,1]','2026-01-01','x')",
        }
        statements = {
            "consent_event": [
                "INSERT INTO platform (id,name,account,max_edge_px,max_bytes,caption_limit,"
                "alt_text_limit,limits_version) VALUES ('facebook','F','',1,1,1,1,'')"
            ],
            "verdict_event": [
                "INSERT INTO vault_object VALUES ('v', x'00', 's', 1, '2026-01-01')",
                "INSERT INTO photo (id,number,sha256,vault_name,state,width,height,format,bytes,imported_at,event,"
                "is_analysed,engines) VALUES ('p',1,'s','v','IMPORTED',1,1,'JPEG',1,'2026-01-01','e',0,'')",
                "INSERT INTO region (id,sequence,photo_id,kind,box,origin,text,roster,touched,made_at) VALUES "
                "('r',1,'p','FACE','[0,0,1,1]','ENGINE','','[]',0,'2026-01-01')",
            ],
        }
        for statement in (*statements[table], f"INSERT INTO {table} {columns[table]}"):
            connection.execute(text(statement))  # type: ignore[attr-defined]


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


def test_a_person_changed_meanwhile_is_not_overwritten(database: Database) -> None:
    person = people.new(PersonKind.PUPIL, "Amara", "Okafor")
    with database.transaction() as connection:
        people.add(connection, person)
    with database.transaction() as connection:
        people.change(connection, person)
    with pytest.raises(RegisterError, match="changed meanwhile"), database.transaction() as connection:
        people.change(connection, person)


def test_people_are_found_without_accents_or_apostrophes(database: Database) -> None:
    with database.transaction() as connection:
        people.add(connection, people.new(PersonKind.PUPIL, "Zoë", "O'Neill"))
    with database.read() as connection:
        assert [p.name for p in people.search(connection, "zoe oneill")] == ["Zoë O'Neill"]
        assert people.search(connection, "zoe 100%") == ()


def test_a_hold_holds_until_it_is_lifted(database: Database) -> None:
    person = people.new(PersonKind.PUPIL, "Amara", "Okafor")
    with database.transaction() as connection:
        people.add(connection, person)
        holds.place(connection, person.id, by="dsl")
        assert holds.held(connection) == {person.id}
        holds.lift(connection, person.id, by="dsl")
        assert holds.held(connection) == frozenset()


def test_replacing_a_row_does_not_slip_past_the_insert_only_rule(database: Database) -> None:
    with database.transaction() as connection:
        audit.append(connection, "x", "something")
    with pytest.raises(RegisterError, match="cannot be changed"), database.transaction() as connection:
        connection.execute(
            text("INSERT OR REPLACE INTO audit_event (sequence,at,actor,action,body,previous,hash) VALUES "
                 "(1,'2026-01-01','y','other','{}','p','h')")
        )  # fmt: skip


def test_the_sixteen_characters_a_screen_shows_are_enough_to_look_for_a_head(database: Database) -> None:
    with database.transaction() as connection:
        head = audit.append(connection, "x", "something").hash
    with database.read() as connection:
        assert audit.verify(connection, against=head[:16].upper()).ok
        assert not audit.verify(connection, against=head[:8]).ok
        assert not audit.verify(connection, against="0" * 16).ok


def test_an_older_register_is_kept_beside_itself_before_it_is_upgraded(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.transaction() as connection:
        people.add(connection, people.new(PersonKind.PUPIL, "Amara", "Okafor"))
    database.close()
    done: list[str] = []
    monkeypatch.setattr("consent_db.upgrade.RELEASED", ("0001", "0002"))
    monkeypatch.setattr("consent_db.database.upgrade", lambda _engine: done.append("upgraded"))
    open_database(database.path, KEY).close()
    assert done == ["upgraded"]
    monkeypatch.undo()
    kept = open_database(database.path.with_name("register.db.before-upgrade"), KEY)
    with kept.read() as connection:
        assert [p.name for p in people.everybody(connection)] == ["Amara Okafor"]
    kept.close()


def test_a_value_outside_the_known_words_is_refused_by_the_file_itself(database: Database) -> None:
    with database.transaction() as connection:
        people.add(connection, people.new(PersonKind.PUPIL, "Amara", "Okafor"))
    with pytest.raises(RegisterError), database.transaction() as connection:
        connection.execute(text("UPDATE person SET kind = 'PIRATE'"))


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

    from consent_db.schema import metadata

    with database.read() as connection:
        assert set(inspect(connection).get_table_names()) == set(metadata.tables) | {"alembic_version"}
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
