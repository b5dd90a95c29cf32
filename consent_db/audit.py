"""The records: one chain of events, each bound to the one before by a hash; nobody can clear it.

The stored text itself is hashed, so verifying needs no knowledge of what an event means. An event holds ids and salted
hashes only; a person can be erased from the register and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import rfc8785
from sqlalchemy import Connection, func, insert, select
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import StorageError
from consent_db.rows import now
from consent_db.schema_records import audit_event as table

GENESIS = hashlib.sha256(b"clearpost/audit/1").hexdigest()
"""What the first event of every chain is bound to."""

_CLOCKS_DIFFER = timedelta(minutes=2)
_SHORTEST_HEAD = 16
"""How many characters of a head screens show, and so how many are enough to look for it."""


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One thing that happened: `body` is the canonical JSON text that was hashed."""

    sequence: int
    at: datetime
    actor: str
    action: str
    body: str
    hash: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying found: `words` for a person, `broken_at` the first event that does not fit."""

    ok: bool
    events: int
    head: str
    words: str
    broken_at: int | None = None


def append(
    connection: Connection,
    actor: str,
    action: str,
    *,
    subjects: Sequence[str] = (),
    details: Mapping[str, str | int | bool | None] | None = None,
) -> AuditEvent:
    """Add an event; call it last in the transaction whose act it records.

    Args:
        connection: of a write transaction, so that nobody can append in between.
        actor: a user's id.
        action: a short word such as ``photo-imported``.
        subjects: ids of what it was about.
        details: numbers, states and digests; never names.

    Raises:
        StorageError: this PC's clock is behind the last event; nothing may be recorded until it is right.
    """
    last = connection.execute(
        select(table.c.sequence, table.c.at, table.c.hash).order_by(table.c.sequence.desc())
    ).first()
    at = _now(connection)
    if last is not None and at < last.at:
        raise StorageError(
            "This PC's clock is behind the records.", remedy="Set the clock, then try again.", code="clock"
        )
    sequence, previous = (1, GENESIS) if last is None else (last.sequence + 1, last.hash)
    body = rfc8785.dumps(
        {
            "sequence": sequence,
            "at": at.isoformat(timespec="microseconds"),
            "actor": actor,
            "action": action,
            "subjects": list(subjects),
            "details": dict(details or {}),
            "previous": previous,
        }
    ).decode()
    event = AuditEvent(sequence, at, actor, action, body, hashlib.sha256(body.encode()).hexdigest())
    _store(connection, event, previous)
    return event


def is_clock_behind(connection: Connection, at: datetime) -> bool:
    """Whether this PC says it is earlier than the last event, so that nothing that ran out can be told."""
    last = connection.execute(select(table.c.at).order_by(table.c.sequence.desc()).limit(1)).scalar()
    return last is not None and at < last - _CLOCKS_DIFFER


def head(connection: Connection) -> str:
    """The hash of the last event; printed on receipts and packs."""
    found = connection.execute(select(table.c.hash).order_by(table.c.sequence.desc()).limit(1)).scalar()
    return found or GENESIS


def latest(connection: Connection, *, limit: int = 500, offset: int = 0) -> tuple[AuditEvent, ...]:
    """The newest events first."""
    rows = connection.execute(select(table).order_by(table.c.sequence.desc()).limit(limit).offset(offset)).mappings()
    return tuple(AuditEvent(r["sequence"], r["at"], r["actor"], r["action"], r["body"], r["hash"]) for r in rows)


def verify(connection: Connection, against: str | None = None, *, school_id: str | None = None) -> Verification:
    """Follow the chain from its beginning.

    Args:
        connection: for reading.
        against: a head printed earlier, or its first 16 characters at least; it must be one of the chain's hashes.
        school_id: whose chain, for a connection that sees several schools; an opened register sees its own.
    """
    query = select(table).order_by(table.c.sequence)
    if school_id is not None:
        query = query.where(table.c.school_id == school_id)
    wanted = None if against is None else against.strip().lower()
    previous, count, seen = GENESIS, 0, wanted is None or _is_head(GENESIS, wanted)
    for row in connection.execute(query).mappings():
        count += 1
        if not _fits(row["body"], row["hash"], previous, count, row):
            words = f"Record {row['sequence']} does not fit the one before it: the records were changed."
            return Verification(False, count, previous, words, row["sequence"])
        previous = row["hash"]
        seen = seen or (wanted is not None and _is_head(previous, wanted))
    if not seen:
        return Verification(False, count, previous, "The head on paper is not in these records: some were taken out.")
    return Verification(True, count, previous, f"All {count} records fit together. The last is {previous[:16]}.")


def _now(connection: Connection) -> datetime:
    """On a server its own clock, since several PCs write to one chain and their clocks differ."""
    if connection.dialect.name != "postgresql":
        return now()
    at: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return at.astimezone(UTC)


def _store(connection: Connection, event: AuditEvent, previous: str) -> None:
    values = {
        "sequence": event.sequence,
        "at": event.at,
        "actor": event.actor,
        "action": event.action,
        "body": event.body,
        "previous": previous,
        "hash": event.hash,
    }
    if connection.dialect.name == "postgresql":  # where nobody but this function may write to the chain
        values["at"] = event.at.isoformat(timespec="microseconds")
        connection.execute(select(func.clearpost_append(*values.values())))
    else:
        connection.execute(insert(table).values(**values))


def _is_head(recorded: str, printed: str) -> bool:
    return len(printed) >= _SHORTEST_HEAD and recorded.startswith(printed)


def _fits(body: str, recorded: str, previous: str, sequence: int, row: RowMapping) -> bool:
    if hashlib.sha256(body.encode()).hexdigest() != recorded or row["sequence"] != sequence:
        return False
    said = json.loads(body)
    same = said["actor"] == row["actor"] and said["action"] == row["action"] and said["sequence"] == row["sequence"]
    at = row["at"]
    return bool(
        same
        and said["previous"] == previous == row["previous"]
        and isinstance(at, datetime)
        and said["at"] == at.isoformat(timespec="microseconds")
    )
