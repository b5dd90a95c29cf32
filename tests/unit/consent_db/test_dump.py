"""The whole register out and in again: between both engines, nothing lost, nothing accepted that is not whole."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.domain.errors import StorageError
from consent_db import audit, consent, dump, server_upkeep
from consent_db.database import Database
from consent_db.embedded import open_database
from consent_db.schema_consent import consent_event, hold_event
from consent_db.tables import metadata
from tests.full_register import everything, fill, nulls

KEY = bytes(range(32))


@pytest.fixture
def full(database: Database) -> Database:
    with database.transaction() as connection:
        fill(connection)
    return database


def lines_of(database: Database) -> list[bytes]:
    with database.read() as connection:
        return list(dump.dump_lines(connection))


def restored_here(lines: list[bytes], path: Path) -> Database:
    database = open_database(path, KEY, school_id=dump.read_head(lines[0]).school_id)
    with database.transaction() as connection:
        dump.restore_lines(connection, lines)
    return database


def test_every_row_of_every_table_comes_back_from_either_engine_into_a_file(full, tmp_path):
    lines = lines_of(full)
    back = restored_here(lines, tmp_path / "back.db")
    with full.read() as there, back.read() as here:
        assert everything(here) == everything(there)
        assert nulls(here) == nulls(there) == [False, True, False]
        assert audit.head(here) == audit.head(there)
        assert audit.verify(here).ok
        assert all(rows for rows in everything(here).values())
    with back.transaction() as connection:
        audit.append(connection, "u", "goes on")
    assert [line for line in lines_of(back)[1:-1] if b'"audit_event"' not in line] == [
        line for line in lines[1:-1] if b'"audit_event"' not in line
    ]
    back.close()


def test_every_row_of_every_table_comes_back_from_either_engine_on_a_server(full, postgres, empty_register):
    lines = lines_of(full)
    school_id = dump.read_head(lines[0]).school_id
    owner = postgres.new_database(template=empty_register.database)
    server_upkeep.add_school(owner, school_id=school_id, name="")
    with server_upkeep.owning(owner, school_id=school_id) as connection:
        dump.restore_lines(connection, lines)
    from tests.postgres import open_for_pc

    back = open_for_pc(owner, school_id=school_id, pc="the new one")
    with full.read() as there, back.read() as here:
        ours, theirs = everything(there), everything(here)
        theirs["workstation"] = [row for row in theirs["workstation"] if "the new one" not in row]
        assert theirs == ours
        assert nulls(here) == nulls(there)
        assert audit.verify(here).head == audit.head(there)
    with back.transaction() as connection:  # the server counts on from where the rows end
        row = {"person_id": "person-0", "placed": True, "recorded_by": "u"}
        from consent_db.rows import now

        connection.execute(insert(hold_event).values(recorded_at=now(), **row))
        numbers = connection.execute(select(hold_event.c.sequence).order_by(hold_event.c.sequence)).scalars().all()
    assert numbers == [1, 2, 3, 4]
    back.close()
    postgres.drop(owner)


def test_a_second_school_on_the_server_gets_other_numbers_in_the_same_order(postgres, empty_register, tmp_path):
    owner = postgres.new_database(template=empty_register.database)
    schools = []
    for at in range(2):
        database = open_database(tmp_path / f"{at}.db", KEY, school_id=str(uuid.uuid4()))
        with database.transaction() as connection:
            fill_own(connection, at)
        schools.append(database.school_id)
        server_upkeep.add_school(owner, school_id=database.school_id, name="")
        with server_upkeep.owning(owner, school_id=database.school_id) as connection:
            dump.restore_lines(connection, lines_of(database))
        database.close()
    with server_upkeep.owning(owner) as connection:
        query = select(consent_event.c.school_id, consent_event.c.sequence).order_by(consent_event.c.sequence)
        assert [tuple(row) for row in connection.execute(query)] == [
            (schools[0], 1), (schools[0], 2), (schools[1], 3), (schools[1], 4),
        ]  # fmt: skip
        assert audit.verify(connection, school_id=schools[1]).ok
    postgres.drop(owner)


def fill_own(connection, at):
    """Two answers of one pupil; ids differ between schools as they do in life."""
    from app.domain.consent import Answer, ConsentKind, Platform, PlatformId
    from app.domain.people import PersonKind
    from consent_db import people, platforms

    person = people.new(PersonKind.PUPIL, f"Amara{at}", "Okafor")
    people.add(connection, person)
    platforms.add(connection, Platform(PlatformId("website"), "Website"))
    for answer in (Answer.YES, Answer.NO):
        from datetime import date

        consent.record(
            connection,
            consent.NewConsent(
                person.id, ConsentKind.IMAGE, PlatformId("website"), answer, "parent", date(2026, 1, 5), evidence="form"
            ),
            by="u",
        )
    audit.append(connection, "u", "filled", details={"school": at})


def refused(lines: list[bytes], path: Path) -> StorageError:
    database = open_database(path, KEY, school_id=dump.read_head(lines[0]).school_id)
    try:
        with pytest.raises(StorageError) as refusal, database.transaction() as connection:
            dump.restore_lines(connection, lines)
        with database.read() as connection:
            left = {name: rows for name, rows in everything(connection).items() if rows and name != "school"}
        assert left == {}
    finally:
        database.close()
    return refusal.value


@pytest.fixture
def lines(tmp_path) -> list[bytes]:
    database = open_database(tmp_path / "first.db", KEY)
    with database.transaction() as connection:
        fill(connection)
    found = lines_of(database)
    database.close()
    return found


@pytest.mark.parametrize("cut", [1, 2, 20, -1])
def test_cut_off_anywhere_nothing_is_written(lines, tmp_path, cut):
    assert refused(lines[:cut], tmp_path / "back.db").code == "damaged"


def test_swapped_changed_left_out_or_added_rows_are_refused_and_nothing_is_written(lines, tmp_path):
    swapped = [lines[0], lines[2], lines[1], *lines[3:]]
    changed = [line.replace(b"Okafor", b"Okafur").replace(b"filled", b"killed") for line in lines]
    for number, doctored in enumerate((swapped, changed, lines[:5] + lines[6:], [*lines[:-1], lines[5], lines[-1]])):
        assert refused(doctored, tmp_path / f"{number}.db").code in ("damaged", "chain-broken")


def test_rows_of_another_school_and_a_broken_chain_are_refused_even_with_a_digest_that_fits(lines, tmp_path):
    other = [line.replace(json.loads(lines[0])["school"].encode(), b"x" * 36) for line in lines[1:-1]]
    assert refused(with_end([lines[0], *other]), tmp_path / "a.db").code == "damaged"
    forged = [line.replace(b"filled", b"killed") if b'"audit_event"' in line else line for line in lines[:-1]]
    assert refused(with_end(forged), tmp_path / "b.db").code == "chain-broken"


def with_end(lines: list[bytes]) -> list[bytes]:
    import hashlib

    digest = hashlib.sha256(b"".join(lines)).hexdigest()
    return [*lines, json.dumps({"end": digest}).encode() + b"\n"]


def test_a_register_with_somebody_in_it_is_left_alone(lines, tmp_path):
    database = restored_here(lines, tmp_path / "back.db")
    with database.read() as connection:
        before = everything(connection)
    with pytest.raises(StorageError) as refusal, database.transaction() as connection:
        dump.restore_lines(connection, lines)
    assert refusal.value.code == "not-empty"
    with database.read() as connection:
        assert everything(connection) == before
    database.close()


def test_a_dump_of_another_version_is_refused_with_a_sentence(lines, tmp_path):
    head = json.loads(lines[0]) | {"revision": "9999"}
    with pytest.raises(StorageError, match="Another version of ClearPost"):
        dump.read_head(json.dumps(head).encode())


def test_every_table_is_in_the_dump(lines):
    assert set(dump.read_head(lines[0]).rows) == set(metadata.tables)
