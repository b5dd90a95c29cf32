"""Requests, complaints, concerns and incidents as a long list shows them: what runs out first at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from app.domain.cases import CaseId, CaseKind
from consent_db.schema_cases import case_record as table

_BREACHES = sorted(kind.value for kind in CaseKind if kind.is_breach)


@dataclass(frozen=True, slots=True)
class CaseWord:
    """A word that was typed: in what was written, or in what its kind is called; the window knows how."""

    text: str
    kinds: frozenset[CaseKind] = frozenset()


def number(connection: Connection) -> int:
    """How many there are of all kinds."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def keys(
    connection: Connection, *, with_confined: bool, words: Sequence[CaseWord] = (), is_open: bool | None = None
) -> tuple[CaseId, ...]:
    """What fits, by the clock that runs out first, then the newest of the open ones, then of the closed.

    Args:
        connection: for reading.
        with_confined: also what only the Headteacher and the safeguarding lead may open.
        words: each is its number, or in what was asked, by whom, or what its kind is called.
        is_open: only open ones, or only closed ones; None for all.
    """
    clock = _next_clock()
    runs = clock.is_not(None)
    query = select(table.c.id).order_by(
        case((runs, 0), (table.c.closed_at.is_(None), 1), else_=2),
        clock,
        case((runs, table.c.number), else_=-table.c.number),
    )
    if not with_confined:
        query = query.where(table.c.kind != CaseKind.CONCERN.value, table.c.is_safeguarding.is_(False))
    if is_open is not None:
        query = query.where(table.c.closed_at.is_(None) if is_open else table.c.closed_at.is_not(None))
    query = query.where(*map(_fits, words))
    return tuple(CaseId(i) for i in connection.execute(query).scalars())


def _fits(word: CaseWord) -> ColumnElement[bool]:
    ways = [column.icontains(word.text, autoescape=True) for column in (table.c.words, table.c.asked_by)]
    if word.kinds:
        ways.append(table.c.kind.in_(sorted(kind.value for kind in word.kinds)))
    if word.text.isdecimal() and len(word.text) < 10:
        ways.append(table.c.number == int(word.text))
    return or_(*ways)


def _next_clock() -> ColumnElement[datetime]:
    """As `Case.next_clock`: a test holds both to each other."""
    waiting = case((table.c.acknowledged_at.is_(None), table.c.acknowledge_by), else_=None)
    first = case(
        (waiting.is_(None), table.c.due_at),
        (table.c.due_at.is_(None), waiting),
        (waiting < table.c.due_at, waiting),
        else_=table.c.due_at,
    )
    settled = and_(table.c.kind.in_(_BREACHES), table.c.acknowledged_at.is_not(None))
    stands = or_(table.c.closed_at.is_not(None), table.c.paused_on.is_not(None), settled)
    return case((stands, None), else_=first)
