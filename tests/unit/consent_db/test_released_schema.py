"""A released migration is never edited: what it makes is held here by digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import text

from consent_db.database import open_database
from consent_db.upgrade import RELEASED

SHAPES = {"0001": "dcf6057cd93b31d0"}


def test_every_released_revision_still_makes_the_tables_it_was_released_with(tmp_path: Path) -> None:
    database = open_database(tmp_path / "register.db", bytes(32))
    with database.read() as connection:
        rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    shape = "\n".join(sorted(" ".join(f"{kind} {name} {sql}".split()) for kind, name, sql in rows))
    digest = hashlib.sha256(shape.encode()).hexdigest()[:16]
    database.close()
    assert digest == SHAPES[RELEASED[-1]], (
        f"the tables changed (now {digest}): leave the released revision as it is, freeze its tables, "
        "and write the next revision"
    )
