"""`./run bench register`: how long the register takes to answer, on both engines, for one school and for a trust.

The times are of whole questions as the window asks them: connection, query, and the values a page is drawn from.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from app.bootstrap import SystemClock
from app.domain.people import Actor, Role, UserId
from app.policy.pack import load_pack
from app.workflow import consents
from app.workflow.workspace import Workspace
from consent_db import audit, consent, people, photos, server_upkeep
from consent_db.columns import SCHOOL_OPTION
from consent_db.database import Database
from consent_db.embedded import open_database
from consent_db.server import open_server
from consent_db.tables import metadata
from tests import postgres
from tests.bench.register_data import write_school

ROUNDS = 30
DATA_MANAGER = Actor(UserId("bench"), "Bench", frozenset({Role.CONSENT_ADMIN}))
SCHOOL = "0f3e1c52-8f5e-4b34-9a39-6d8d4c1f7b11"


@dataclass(frozen=True)
class Question:
    """What was asked, and how many milliseconds the answers took; `aim` is what was promised."""

    what: str
    aim: float | None
    times: tuple[float, ...]

    def to_row(self) -> str:
        aim = "" if self.aim is None else f"{self.aim:.0f}"
        return f"{self.what:<44}{statistics.median(self.times):>10.1f}{max(self.times):>10.1f}{aim:>8}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table for each engine; 1 when a median is above its aim, 2 when PostgreSQL is not there."""
    parser = argparse.ArgumentParser(prog="./run bench register", description=__doc__)
    parser.add_argument("--pupils", type=int, default=2000)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--schools", type=int, default=100, help="of the trust, 1,000 pupils each; 0 leaves it out")
    chosen = parser.parse_args(argv)
    late = 0
    print(f"\nOne school: {chosen.pupils:,} pupils × 12 platforms × 3 kinds, records of {chosen.photos:,} photos")
    with tempfile.TemporaryDirectory(prefix="clearpost-register-") as folder:
        database = open_database(Path(folder) / "register.db", bytes(32))
        _fill_through(database, pupils=chosen.pupils, photos=chosen.photos)
        late += _report("embedded", _ask(database))
        database.close()
    if postgres.programs() is None:
        print(postgres.MISSING, file=sys.stderr)
        return 2
    with postgres.running() as server:
        with _school_on(server, pupils=chosen.pupils, photos=chosen.photos) as database:
            late += _report("PostgreSQL", _ask(database))
        if chosen.schools:
            print(f"\nA trust: {chosen.schools} schools, {chosen.schools * 1000:,} pupils × 12 platforms")
            with _trust_on(server, chosen.schools) as database:
                late += _report("PostgreSQL", _ask(database))
    return 1 if late else 0


def _ask(database: Database) -> list[Question]:
    with database.read() as connection:
        groups = people.classes(connection)
        known = people.by_class(connection, groups[len(groups) // 2])
    group, pupil = groups[len(groups) // 2], known[0]

    words = [pupil.name[:n] for n in range(1, len(pupil.name) + 1)]
    workspace = _workspace(database)
    questions: list[tuple[str, float | None, Callable[[Connection, int], object]]] = [
        ("search as you type, one letter more each", 30, lambda c, n: people.search(c, words[n % len(words)])),
        ("history of one pupil", None, lambda c, _n: consent.history(c, pupil.id)),
        ("the newest 1,000 photos", None, lambda c, _n: photos.latest(c)),
        ("how old the consents are", None, lambda c, _n: consent.as_of(c)),
        ("the head of the records", None, lambda c, _n: audit.head(c)),
    ]
    status = _timed(lambda _n: consents.class_status(workspace, DATA_MANAGER, group))
    return [
        Question("status of a class on a day, all kinds", 50, tuple(status)),
        *(Question(what, aim, tuple(_timed(_reading(database, ask)))) for what, aim, ask in questions),
    ]


def _workspace(database: Database) -> Workspace:
    """As the window has it, without the engines and the vault that reading the register does not touch."""
    nothing: Any = None
    return Workspace(
        folder=database.path,
        school="Hollybank",
        database=database,
        vault=nothing,
        first_pack=load_pack("strict"),
        clock=SystemClock(),
        tools=nothing,
    )


def _reading(database: Database, ask: Callable[[Connection, int], object]) -> Callable[[int], None]:
    def read(number: int) -> None:
        with database.read() as connection:
            ask(connection, number)

    return read


def _timed(ask: Callable[[int], object]) -> Iterator[float]:
    for number in range(ROUNDS):
        started = time.perf_counter()
        ask(number)
        yield (time.perf_counter() - started) * 1000


def _report(engine: str, questions: list[Question]) -> int:
    print(f"\n{engine:<44}{'median ms':>10}{'slowest':>10}{'aim':>8}")
    for question in questions:
        print(question.to_row())
    return sum(q.aim is not None and statistics.median(q.times) > q.aim for q in questions)


def _fill_through(database: Database, *, pupils: int, photos: int) -> None:
    def add(name: str, rows: list[dict[str, Any]]) -> None:
        with database.transaction() as connection:
            connection.execute(insert(metadata.tables[name]), rows)

    write_school(add, pupils=pupils, photos=photos)


@contextmanager
def _school_on(server: postgres.Server, *, pupils: int, photos: int) -> Iterator[Database]:
    owner = server.new_database()
    server_upkeep.make_register(owner)
    server_upkeep.add_school(owner, school_id=SCHOOL, name="Hollybank")
    database = postgres.open_for_pc(owner, school_id=SCHOOL)
    _fill_through(database, pupils=pupils, photos=photos)
    _settle(owner)
    yield database
    database.close()
    server.drop(owner)


@contextmanager
def _trust_on(server: postgres.Server, schools: int) -> Iterator[Database]:
    owner = server.new_database()
    server_upkeep.make_register(owner)
    login = "pc_of_the_trust"
    for number in range(schools):
        school_id = f"{number:08}-0000-4000-8000-000000000000"
        server_upkeep.add_school(owner, school_id=school_id, name=f"School {number}")
        with server_upkeep.owning(owner, school_id=school_id) as connection:
            bulk = connection.execution_options(**{SCHOOL_OPTION: school_id})

            def add(name: str, rows: list[dict[str, Any]], into: Connection = bulk) -> None:
                into.execute(insert(metadata.tables[name]), rows)

            write_school(add, pupils=1000, kinds=1, seed=number)
    middle = f"{schools // 2:08}-0000-4000-8000-000000000000"
    server_upkeep.let_in(owner, school_id=middle, pc="office", login=login, password=postgres.PC_PASSWORD, by="it")
    _settle(owner)
    database = open_server(replace(owner, user=login, password=postgres.PC_PASSWORD), school_id=middle)
    yield database
    database.close()
    server.drop(owner)


def _settle(owner: Any) -> None:
    """What the server does by itself some minutes after so many rows: look at them for its plans."""
    with server_upkeep.owning(owner) as connection:
        connection.execute(text("ANALYZE"))
