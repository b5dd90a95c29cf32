"""What a list left to a person: answers in free words, and lines that may be about somebody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import RegisterError
from app.domain.people import PersonId
from app.domain.post import TaskKind
from consent_db.rows import new_id, now, one
from consent_db.schema_imports import import_batch
from consent_db.schema_imports import import_question as table
from consent_db.schema_posts import task

STAYED = "is still at the school"
"""The proof of a task about a possible leaver who did not leave."""


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """One cell or line somebody must read. `said` is the text of the file, `words` a sentence for the screen."""

    id: str
    batch_id: str
    person_id: PersonId | None
    line: int
    heading: str
    words: str
    said: str
    raised_at: datetime
    settled_at: datetime | None
    outcome: str


def add(
    connection: Connection,
    *,
    batch_id: str,
    line: int,
    words: str,
    person_id: PersonId | None = None,
    heading: str = "",
    said: str = "",
) -> None:
    """Leave something to a person."""
    connection.execute(
        insert(table).values(
            id=new_id(), batch_id=batch_id, person_id=person_id, line=line, heading=heading[:200], words=words,
            said=said, raised_at=now(),
        )
    )  # fmt: skip


def asked(connection: Connection) -> frozenset[tuple[PersonId | None, str]]:
    """What was asked already, open or settled, by readings that stand: about whom, and in which words."""
    query = (
        select(table.c.person_id, table.c.words)
        .join(import_batch, import_batch.c.id == table.c.batch_id)
        .where(import_batch.c.undone_at.is_(None))
    )
    return frozenset((row.person_id, row.words) for row in connection.execute(query))


def unsettled(connection: Connection) -> tuple[ImportQuestion, ...]:
    """What is still to be read, the oldest reading first."""
    query = select(table).where(table.c.settled_at.is_(None)).order_by(table.c.raised_at, table.c.line, table.c.id)
    return tuple(_question(row) for row in connection.execute(query).mappings())


def unsettled_ids(connection: Connection) -> tuple[str, ...]:
    """Which are still to be read, the oldest reading first."""
    query = select(table.c.id).where(table.c.settled_at.is_(None)).order_by(table.c.raised_at, table.c.line, table.c.id)
    return tuple(connection.execute(query).scalars())


def is_anything_unsettled(connection: Connection) -> bool:
    """Whether something is still to be read."""
    return connection.execute(select(table.c.id).where(table.c.settled_at.is_(None)).limit(1)).first() is not None


def by_ids(connection: Connection, question_ids: Collection[str]) -> dict[str, ImportQuestion]:
    """These questions by id; a few hundred at a time."""
    rows = connection.execute(select(table).where(table.c.id.in_(list(question_ids)))).mappings()
    return {row["id"]: _question(row) for row in rows}


def get(connection: Connection, question_id: str) -> ImportQuestion:
    """One question.

    Raises:
        RegisterError: there is none with this id.
    """
    return _question(one(connection, select(table).where(table.c.id == question_id), "This question"))


def settle(connection: Connection, question_id: str, *, on: date, by: str, outcome: str) -> None:
    """Note what a person made of it.

    Raises:
        RegisterError: somebody settled it already.
    """
    changed = connection.execute(
        update(table)
        .where(table.c.id == question_id, table.c.settled_at.is_(None))
        .values(settled_on=on, settled_at=now(), settled_by=by, outcome=outcome)
    )
    if changed.rowcount != 1:
        raise RegisterError("Somebody has settled this already.", code="conflict")


def drop(connection: Connection, batch_id: str, *, on: date, by: str) -> int:
    """Close the open questions of a reading that was undone; returns how many."""
    closed = connection.execute(
        update(table)
        .where(table.c.batch_id == batch_id, table.c.settled_at.is_(None))
        .values(settled_on=on, settled_at=now(), settled_by=by, outcome="The reading was undone.")
    )
    return closed.rowcount


def said_to_stay(connection: Connection, since: datetime) -> frozenset[PersonId]:
    """Of whom somebody said lately that they are still at the school though a list did not name them."""
    query = select(task.c.person_id).where(
        task.c.kind == TaskKind.POSSIBLE_LEAVER.value, task.c.proof == STAYED, task.c.done_at >= since
    )
    return frozenset(PersonId(found) for found in connection.execute(query).scalars() if found is not None)


def _question(row: RowMapping) -> ImportQuestion:
    names = ("id", "batch_id", "line", "heading", "words", "said", "raised_at", "settled_at", "outcome")
    person_id = None if row["person_id"] is None else PersonId(row["person_id"])
    return ImportQuestion(person_id=person_id, **{name: row[name] for name in names})
