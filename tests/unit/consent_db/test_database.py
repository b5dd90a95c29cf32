"""The register on both engines: strict, insert-only where it must be, and shared without losses."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, insert, text

from app.domain.consent import Answer, ConsentKind, Platform, PlatformId
from app.domain.errors import RegisterError, StorageError
from app.domain.people import PersonId, PersonKind
from consent_db import audit, consent, holds, people, platforms
from consent_db.consent import NewConsent
from consent_db.database import Database
from consent_db.tables import ERASABLE_BY, INSERT_ONLY, NEVER_TAKEN_OUT, metadata

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_a_hold_on_somebody_unknown_is_refused_and_nothing_is_written(database: Database) -> None:
    def place_for_nobody() -> None:
        with database.transaction() as connection:
            audit.append(connection, "x", "before")
            holds.place(connection, PersonId("nobody"), by="dsl")

    with pytest.raises(RegisterError):
        place_for_nobody()
    with database.read() as connection:
        assert audit.verify(connection).events == 0


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


def test_the_sixteen_characters_a_screen_shows_are_enough_to_look_for_a_head(database: Database) -> None:
    with database.transaction() as connection:
        head = audit.append(connection, "x", "something").hash
    with database.read() as connection:
        assert audit.verify(connection, against=head[:16].upper()).ok
        assert not audit.verify(connection, against=head[:8]).ok
        assert not audit.verify(connection, against="0" * 16).ok


def test_a_value_outside_the_known_words_is_refused_by_the_file_itself(database: Database) -> None:
    with database.transaction() as connection:
        people.add(connection, people.new(PersonKind.PUPIL, "Amara", "Okafor"))
    with pytest.raises(RegisterError), database.transaction() as connection:
        connection.execute(text("UPDATE person SET kind = 'PIRATE'"))


@pytest.mark.parametrize("table", INSERT_ONLY)
@pytest.mark.parametrize("change", ["UPDATE {} SET school_id = school_id", "DELETE FROM {}"])
def test_what_was_recorded_can_be_neither_changed_nor_taken_out(database: Database, table: str, change: str) -> None:
    with database.transaction() as connection:
        _record_in_every_insert_only_table(connection)
    with pytest.raises((RegisterError, StorageError)) as refused, database.transaction() as connection:
        connection.execute(text(change.format(table)))
    assert refused.value.code in ("insert-only", "not-allowed-there")


@pytest.mark.parametrize("table", ERASABLE_BY)
def test_what_somebody_said_goes_once_a_tombstone_stands_for_them(database: Database, table: str) -> None:
    with database.transaction() as connection:
        subjects = _record_in_every_insert_only_table(connection)
    with database.transaction() as connection:
        _bury(connection, subjects[ERASABLE_BY[table]])
        gone = connection.execute(text(f"DELETE FROM {table}"))
        assert gone.rowcount == 1


@pytest.mark.parametrize("table", NEVER_TAKEN_OUT)
def test_no_tombstone_opens_the_chain_or_the_list_of_what_was_erased(database: Database, table: str) -> None:
    with database.transaction() as connection:
        subjects = _record_in_every_insert_only_table(connection)
        for subject in subjects.values():
            _bury(connection, subject)
    with pytest.raises((RegisterError, StorageError)), database.transaction() as connection:
        connection.execute(text(f"DELETE FROM {table}"))


def _bury(connection: Connection, subject: str) -> None:
    _add(connection, "tombstone", subject_id=subject, record_class="test", reason="asked", erased_at=NOW, erased_by="x")


def _record_in_every_insert_only_table(connection: Connection) -> dict[str, str]:
    """One row in each, through the functions that write them where there are any; returns what they are about."""
    person = people.new(PersonKind.PUPIL, "Amara", "Okafor")
    people.add(connection, person)
    platforms.add(connection, Platform(PlatformId("facebook"), "Facebook"))
    consent.record(
        connection,
        NewConsent(person.id, ConsentKind.IMAGE, PlatformId("facebook"), Answer.YES, "Mrs Okafor", date(2026, 1, 1)),
        by="x",
    )
    holds.place(connection, person.id, by="dsl")
    said = {"recorded_at": NOW, "recorded_by": "x"}
    _add(connection, "biometric_event", id="b", person_id=person.id, fact="NOTICE", on_day=date(2026, 1, 1), **said)
    _add(connection, "vault_object", name="v", wrapped_key=b"k", sha256="s", bytes=1, stored_at=NOW)
    _add(
        connection, "photo", id="p", number=1, sha256="s", vault_name="v", state="IMPORTED", width=1, height=1,
        format="JPEG", bytes=1, imported_at=NOW, event="e",
    )  # fmt: skip
    box = [0, 0, 1, 1]
    _add(
        connection, "region", id="r", sequence=1, photo_id="p", kind="FACE", box=box, origin="ENGINE", roster=[],
        made_at=NOW,
    )  # fmt: skip
    _add(
        connection, "verdict_event", photo_id="p", region_id="r", verdict="UNNAMED", always_cover=False, removed=False,
        box=box, **said,
    )  # fmt: skip
    _bury(connection, "somebody else")
    audit.append(connection, "x", "something")
    return {"person_id": person.id, "photo_id": "p"}


def _add(connection: Connection, table: str, **values: object) -> None:
    connection.execute(insert(metadata.tables[table]).values(**values))
