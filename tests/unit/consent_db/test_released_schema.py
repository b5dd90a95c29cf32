"""A released revision is never edited: what it makes is held here by digest, and an old file becomes the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import Engine, text

from app.domain.consent import ConsentStatus, standing_on
from consent_db import audit, consent, people, upgrade
from consent_db.embedded import _engine, open_database

KEY = bytes(32)
SHAPES = {"0001": "0a5666091765ae9b", "0002": "fab4581ea97603c7"}


def old_register(path: Path, revision: str) -> Engine:
    """A file as a released version left it."""
    engine = _engine(path, KEY, foreign_keys=False, make=True)
    upgrade.upgrade(engine, to=revision)
    return engine


def shape_of(engine: Engine) -> str:
    """Digest of every table, index and trigger, but for the table that only says which revision it is."""
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    lines = sorted(" ".join(f"{kind} {name} {sql}".replace('"', "").split()) for kind, name, sql in rows)
    engine.dispose()
    shape = "\n".join(line for line in lines if "alembic_version" not in line)
    return hashlib.sha256(shape.encode()).hexdigest()[:16]


def test_every_released_revision_still_makes_the_tables_it_was_released_with(tmp_path: Path) -> None:
    made = {revision: shape_of(old_register(tmp_path / revision, revision)) for revision in upgrade.RELEASED}
    assert made == SHAPES, (
        "the tables changed: leave the released revision as it is, freeze its tables, and write the next revision"
    )


def test_a_new_register_has_the_tables_an_upgraded_one_has(tmp_path: Path) -> None:
    open_database(tmp_path / "new", KEY).close()
    assert shape_of(_engine(tmp_path / "new", KEY)) == SHAPES[upgrade.RELEASED[-1]]


def test_a_register_of_the_first_version_keeps_every_row_and_its_chain(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    engine = old_register(path, "0001")
    with engine.begin() as connection:
        for statement in _ROWS:
            connection.execute(text(statement))
    head = _first_chain(engine)
    engine.dispose()

    database = open_database(path, KEY)
    with database.read() as connection:
        (person,) = people.everybody(connection)
        assert (person.name, person.upn) == ("Amara Okafor", "H801200001001")
        events = consent.history(connection, person.id)
        assert [e.source for e in events] == ["b:2", "b:2 #2"]
        assert standing_on(events, events[0].valid_from).status is ConsentStatus.YES
        assert audit.verify(connection, against=head).ok
    with database.transaction() as connection:
        audit.append(connection, "x", "after the upgrade")
    with database.read() as connection:
        assert audit.verify(connection, against=head).events == 2
    database.close()
    assert path.with_name("register.db.before-upgrade").exists()


_ANSWER = (
    "INSERT INTO consent_event (id,person_id,kind,platform_id,answer,giver,relationship,evidence,valid_from,"
    "recorded_at,recorded_by,source,to_confirm) VALUES ('{}','p1','IMAGE','facebook','YES','Mrs Okafor','mother',"
    "'form','2026-01-01','2026-01-02T08:00:00.000000+00:00','u','b:2',0)"
)
_ROWS = (
    "INSERT INTO person (id,kind,legal_forename,legal_surname,preferred_forename,preferred_surname,upn,"
    "admission_number,registration_group,year_group,search_key,version) VALUES "
    "('p1','PUPIL','Amara','Okafor','','','H801200001001','','Oak','3','amara okafor',1)",
    "INSERT INTO platform (id,name,account,max_edge_px,max_bytes,caption_limit,alt_text_limit,limits_version) "
    "VALUES ('facebook','Facebook','',1350,5000000,2200,1000,'')",
    _ANSWER.format("e1"),
    _ANSWER.format("e2"),
)


def _first_chain(engine: Engine) -> str:
    """One event as the first version wrote it."""
    at = "2026-01-02T08:00:00.000000+00:00"
    body = (
        f'{{"action":"something","actor":"u","at":"{at}","details":{{}},"previous":"{audit.GENESIS}",'
        '"sequence":1,"subjects":[]}'
    )
    digest = hashlib.sha256(body.encode()).hexdigest()
    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO audit_event VALUES (1, :at, 'u', 'something', :body, :previous, :hash)"),
            {"at": at, "body": body, "previous": audit.GENESIS, "hash": digest},
        )
    return digest
