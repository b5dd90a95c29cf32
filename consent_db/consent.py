"""Consent events and the snapshot that decisions rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.engine.row import RowMapping

from app.domain.consent import (
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    PlatformId,
    RegisterSnapshot,
)
from app.domain.people import PersonId
from consent_db import holds, people
from consent_db.rows import new_id, now
from consent_db.schema_consent import consent_event as table
from consent_db.schema_imports import import_batch


@dataclass(frozen=True, slots=True)
class NewConsent:
    """An answer to be recorded."""

    person_id: PersonId
    kind: ConsentKind
    platform_id: PlatformId
    answer: Answer
    giver: str
    valid_from: date
    relationship: str = ""
    evidence: str = ""
    valid_until: date | None = None
    source: str = ""
    supersedes: ConsentEventId | None = None
    to_confirm: bool = False


def record(connection: Connection, answer: NewConsent, *, by: str) -> ConsentEventId:
    """Add an answer to the history; nothing earlier is touched."""
    event_id = ConsentEventId(new_id())
    connection.execute(
        insert(table).values(
            id=event_id,
            person_id=answer.person_id,
            kind=answer.kind.value,
            platform_id=answer.platform_id,
            answer=answer.answer.value,
            giver=answer.giver,
            relationship=answer.relationship,
            evidence=answer.evidence,
            valid_from=answer.valid_from,
            valid_until=answer.valid_until,
            recorded_at=now(),
            recorded_by=by,
            source=answer.source,
            supersedes=answer.supersedes,
            to_confirm=answer.to_confirm,
        )
    )
    return event_id


def history(connection: Connection, person_id: PersonId) -> tuple[ConsentEvent, ...]:
    """Everything ever said about one person, oldest first."""
    rows = connection.execute(select(table).where(table.c.person_id == person_id).order_by(table.c.sequence)).mappings()
    return tuple(_event(row) for row in rows)


def snapshot(connection: Connection, people_ids: Collection[PersonId] | None = None) -> RegisterSnapshot:
    """The register as it stands now: of everybody, or of these people only. Holds are always complete."""
    known = people.everybody(connection) if people_ids is None else people.by_ids(connection, people_ids)
    query = select(table).order_by(table.c.sequence)
    if people_ids is not None:
        query = query.where(table.c.person_id.in_(list(people_ids)))
    grouped: dict[tuple[PersonId, ConsentKind, PlatformId], list[ConsentEvent]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        event = _event(row)
        grouped[event.person_id, event.kind, event.platform_id].append(event)
    return RegisterSnapshot(
        people={person.id: person for person in known},
        events={key: tuple(events) for key, events in grouped.items()},
        holds=holds.held(connection),
        as_of=as_of(connection),
    )


def last_sequence(connection: Connection) -> int:
    """The number of the latest event; 0 when nobody has answered yet."""
    found: int = connection.execute(select(func.coalesce(func.max(table.c.sequence), 0))).scalar_one()
    return found


def as_of(connection: Connection) -> datetime | None:
    """When consents were last brought up to date: by a consent list from the school's system or a yes taken by hand.

    A no does not count: it would make every other answer look fresh, and saying no must never show anybody else.
    """
    said_yes = select(func.max(table.c.recorded_at)).where(table.c.answer == Answer.YES.value, ~table.c.to_confirm)
    lists = select(func.max(import_batch.c.applied_at)).where(import_batch.c.kind == "consents")
    instants = (connection.execute(said_yes).scalar(), connection.execute(lists).scalar())
    return max((i for i in instants if i is not None), default=None)


def _event(row: RowMapping) -> ConsentEvent:
    return ConsentEvent(
        id=ConsentEventId(row["id"]),
        sequence=row["sequence"],
        person_id=PersonId(row["person_id"]),
        kind=ConsentKind(row["kind"]),
        platform_id=PlatformId(row["platform_id"]),
        answer=Answer(row["answer"]),
        giver=row["giver"],
        relationship=row["relationship"],
        evidence=row["evidence"],
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        recorded_at=row["recorded_at"],
        recorded_by=row["recorded_by"],
        source=row["source"],
        supersedes=None if row["supersedes"] is None else ConsentEventId(row["supersedes"]),
        to_confirm=row["to_confirm"],
    )
