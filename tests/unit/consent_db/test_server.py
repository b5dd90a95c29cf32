"""The register on PostgreSQL: what a PC's login can never do, schools kept apart, and two PCs at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import psycopg
import pytest
from sqlalchemy import insert, select, text

from app.domain.errors import StorageError
from app.domain.people import PersonKind
from consent_db import audit, people, server_upkeep
from consent_db.database import Database
from consent_db.schema import person
from consent_db.server import ServerAddress, open_server
from consent_db.tables import metadata
from consent_db.watching import Watch
from tests.postgres import PC_PASSWORD, Server, open_for_pc

OAK, ELM = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"


@dataclass
class Trust:
    """Two schools in one database, one PC in each, and the PC's addresses."""

    owner: ServerAddress
    oak: Database
    elm: Database
    oak_login: ServerAddress


@pytest.fixture
def trust(postgres: Server, empty_register: ServerAddress) -> Iterator[Trust]:
    owner = postgres.new_database(template=empty_register.database)
    for school_id, name in ((OAK, "Oak Primary"), (ELM, "Elm Primary")):
        server_upkeep.add_school(owner, school_id=school_id, name=name)
    login = f"pc_oak_{owner.database}"
    server_upkeep.let_in(owner, school_id=OAK, pc="office", login=login, password=PC_PASSWORD, by="it")
    oak_login = replace(owner, user=login, password=PC_PASSWORD)
    made = Trust(owner, open_server(oak_login, school_id=OAK), open_for_pc(owner, school_id=ELM), oak_login)
    yield made
    made.oak.close()
    made.elm.close()
    postgres.drop(owner)


def _add(database: Database, forename: str) -> str:
    with database.transaction() as connection:
        somebody = people.new(PersonKind.PUPIL, forename, "Okafor")
        people.add(connection, somebody)
        audit.append(connection, "x", "person-added", subjects=[somebody.id])
    return somebody.id


def _names(database: Database) -> list[str]:
    with database.read() as connection:
        return [p.forename for p in people.everybody(connection)]


def test_a_school_sees_and_counts_its_own_people_only(trust: Trust) -> None:
    _add(trust.oak, "Amara")
    _add(trust.elm, "Ben")
    assert (_names(trust.oak), _names(trust.elm)) == (["Amara"], ["Ben"])


def test_each_school_has_a_chain_of_its_own(trust: Trust) -> None:
    for database in (trust.oak, trust.elm, trust.oak):
        _add(database, "Somebody")
    for database, events in ((trust.oak, 2), (trust.elm, 1)):
        with database.read() as connection:
            result = audit.verify(connection)
        assert result.ok
        assert result.events == events


def test_a_login_that_asks_for_another_school_sees_nothing_of_it(trust: Trust) -> None:
    _add(trust.elm, "Ben")
    with pytest.raises(StorageError, match="does not belong to this school"):
        open_server(trust.oak_login, school_id=ELM)
    with psycopg.connect(**trust.oak_login.parameters()) as connection:
        connection.execute("SELECT set_config('clearpost.school', %s, true)", [ELM])
        for table in metadata.tables:
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_a_row_cannot_be_slipped_into_another_school(trust: Trust) -> None:
    with pytest.raises(StorageError), trust.oak.transaction() as connection:
        connection.execute(
            insert(person).values(
                id="x", school_id=ELM, kind="PUPIL", legal_forename="A", legal_surname="B", search_key="", version=1
            )
        )


def test_a_record_cannot_refer_to_a_person_of_another_school(trust: Trust) -> None:
    theirs = _add(trust.elm, "Ben")
    from app.domain.people import PersonId
    from consent_db import holds

    with pytest.raises(Exception, match="does not fit"), trust.oak.transaction() as connection:
        holds.place(connection, PersonId(theirs), by="dsl")


@pytest.mark.parametrize(
    "forbidden",
    [
        "INSERT INTO audit_event (sequence, school_id, at, actor, action, body, previous, hash) "
        "SELECT 99, id, 'now', 'x', 'y', '{}', 'p', 'h' FROM school",
        "UPDATE audit_event SET body = '{}'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
        "TRUNCATE consent_event CASCADE",
        "DELETE FROM tombstone",
        "UPDATE workstation SET school_id = school_id",
        "INSERT INTO school (id, name, made_at) VALUES ('z', 'z', 'z')",
        "CREATE TABLE mine (x integer)",
        "DROP TABLE person",
        "ALTER TABLE audit_event DISABLE TRIGGER ALL",
        "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
        "CREATE ROLE another LOGIN",
        "SET ROLE school_it",
        "SET session_replication_role = replica",
    ],
)
def test_a_pcs_login_can_neither_clear_the_records_nor_change_the_tables(trust: Trust, forbidden: str) -> None:
    _add(trust.oak, "Amara")
    with psycopg.connect(**trust.oak_login.parameters()) as connection:
        connection.execute("SELECT set_config('clearpost.school', %s, false)", [OAK])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(forbidden)


@pytest.mark.parametrize(
    ("number", "previous", "digest"),
    [(9, None, None), (2, "0" * 64, None), (2, None, "0" * 64)],
    ids=["a number left out", "not bound to the last", "a hash that does not fit"],
)
def test_the_server_takes_nothing_into_the_chain_that_does_not_continue_it(
    trust: Trust, number: int, previous: str | None, digest: str | None
) -> None:
    import hashlib

    _add(trust.oak, "Amara")
    with trust.oak.read() as connection:
        head = audit.head(connection)
    body = '{"invented":true}'
    words = (number, "2026-01-01T00:00:00.000000+00:00", "x", "invented", body, previous or head)
    with psycopg.connect(**trust.oak_login.parameters()) as connection:
        connection.execute("SELECT set_config('clearpost.school', %s, false)", [OAK])
        with pytest.raises(psycopg.errors.RaiseException, match="insert-only"):
            connection.execute(
                "SELECT clearpost_append(%s, %s, %s, %s, %s, %s, %s)",
                [*words, digest or hashlib.sha256(body.encode()).hexdigest()],
            )


def test_two_pcs_writing_at_once_lose_no_record_and_keep_one_chain(trust: Trust) -> None:
    second = open_for_pc(trust.owner, school_id=OAK, pc="library")

    def write(database: Database) -> None:
        for number in range(20):
            _add(database, f"Pupil{number}")

    _all_at_once([lambda d=d: write(d) for d in (trust.oak, second, trust.elm)])
    assert (len(_names(trust.oak)), len(_names(trust.elm))) == (40, 20)
    with trust.oak.read() as connection:
        assert audit.verify(connection).events == 40
        assert audit.verify(connection).ok
    second.close()


def test_what_is_read_in_a_transaction_cannot_change_before_it_is_written(trust: Trust) -> None:
    second = open_for_pc(trust.owner, school_id=OAK)
    seen: list[int] = []

    def count_and_add(database: Database) -> None:
        for _ in range(10):
            with database.transaction() as connection:
                before = len(people.everybody(connection))
                people.add(connection, people.new(PersonKind.PUPIL, f"P{before}", "Okafor"))
                seen.append(before)

    _all_at_once([lambda: count_and_add(trust.oak), lambda: count_and_add(second)])
    assert sorted(seen) == list(range(20))
    second.close()


def test_reading_sees_one_picture_while_others_write(trust: Trust) -> None:
    _add(trust.oak, "Amara")
    second = open_for_pc(trust.owner, school_id=OAK)
    with trust.oak.read() as connection:
        before = connection.execute(select(person.c.id)).all()
        _add(second, "Ben")
        assert connection.execute(select(person.c.id)).all() == before
    assert len(_names(trust.oak)) == 2
    second.close()


def _heard(watch: Watch, patience_s: float = 30) -> bool:
    """A notice is on its way for a moment after the commit that sent it."""
    until = time.monotonic() + patience_s
    while not watch.changed():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def test_a_pc_hears_of_its_own_schools_changes_only(trust: Trust) -> None:
    watch, second = trust.oak.watch(), open_for_pc(trust.owner, school_id=OAK)
    try:
        assert not watch.changed()
        _add(trust.elm, "Ben")
        assert not watch.changed()
        _add(second, "Amara")
        assert _heard(watch)  # the server tells in order, so Elm's change has been told by now
        assert not watch.changed()
    finally:
        watch.close()
        second.close()


def test_a_pc_that_was_shut_out_is_refused_in_a_sentence(trust: Trust) -> None:
    server_upkeep.shut_out(trust.owner, school_id=OAK, login=trust.oak_login.user)
    with pytest.raises(StorageError, match="does not let this PC in"):
        open_server(trust.oak_login, school_id=OAK)


def test_a_login_that_is_gone_is_a_refused_pc(trust: Trust) -> None:
    with pytest.raises(StorageError) as refusal:
        open_server(replace(trust.oak_login, user="pc_of_nobody"), school_id=OAK)
    assert refusal.value.code == "server-refuses"


def test_a_database_that_is_not_there_is_no_refused_pc(trust: Trust) -> None:
    with pytest.raises(StorageError, match="not on it") as refusal:
        open_server(replace(trust.oak_login, database="gone"), school_id=OAK)
    assert refusal.value.code == "no-database"


@pytest.mark.parametrize("what", ["TABLE person", "FUNCTION clearpost_append"])
def test_a_missing_part_of_the_register_is_told_as_that_and_not_as_a_refused_pc(trust: Trust, what: str) -> None:
    with psycopg.connect(autocommit=True, **trust.owner.parameters()) as connection:
        connection.execute(f"DROP {what} CASCADE".encode())

    def work() -> None:
        with trust.oak.transaction() as inside:
            people.everybody(inside)
            audit.append(inside, "office", "looked")

    with pytest.raises(StorageError, match="missing") as refusal:
        work()
    assert refusal.value.code == "no-tables"


def test_a_server_that_is_away_is_told_in_a_sentence(trust: Trust) -> None:
    with pytest.raises(StorageError, match="cannot be reached"):
        open_server(replace(trust.oak_login, host="/nonexistent"), school_id=OAK)


def test_a_connection_the_server_cut_is_made_again(trust: Trust) -> None:
    _add(trust.oak, "Amara")
    with psycopg.connect(autocommit=True, **trust.owner.parameters()) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [trust.oak_login.user]
        )
    assert _names(trust.oak) == ["Amara"]


@pytest.mark.parametrize(("revision", "words"), [("9999", "newer ClearPost"), ("0001", "older than this ClearPost")])
def test_a_register_of_another_version_is_refused_by_pc_and_owner(trust: Trust, revision: str, words: str) -> None:
    with server_upkeep.owning(trust.owner) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
    with pytest.raises(StorageError, match=words):
        open_server(trust.oak_login, school_id=OAK)
    with pytest.raises(StorageError):
        server_upkeep.make_register(trust.owner)


def test_making_the_register_twice_is_making_it_once(trust: Trust) -> None:
    assert server_upkeep.make_register(trust.owner) is False


def test_the_password_stands_in_no_text_made_of_an_address(trust: Trust) -> None:
    assert PC_PASSWORD not in f"{trust.oak_login} {trust.oak_login!r}"


def _all_at_once(acts: list[Callable[[], None]]) -> None:
    failed: list[BaseException] = []

    def guarded(act: Callable[[], None]) -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001  shown by the test's own thread
            failed.append(error)

    threads = [threading.Thread(target=guarded, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, failed
