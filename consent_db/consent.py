"""Consent events and the snapshot that decisions rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from app.domain.consent import (
    OWN_CONSENT_AGE,
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    PlatformId,
    RegisterSnapshot,
    Target,
)
from app.domain.contacts import ContactId
from app.domain.people import Person, PersonId
from consent_db import contacts, holds, import_sources, people, settings
from consent_db.rows import new_id, now, one
from consent_db.schema_consent import consent_event as table
from consent_db.schema_imports import import_batch, import_source

RESTORED_AT = "restored_at"
"""The setting that says when the register came back from a back-up; what was answered after that one is unknown."""


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
    contact_id: ContactId | None = None
    form_version: str = ""
    evidence_file: str | None = None


_COLUMNS = (
    table.c.id, table.c.sequence, table.c.person_id, table.c.kind, table.c.platform_id, table.c.answer, table.c.giver,
    table.c.relationship, table.c.evidence, table.c.valid_from, table.c.valid_until, table.c.recorded_at,
    table.c.recorded_by, table.c.source, table.c.supersedes, table.c.to_confirm, table.c.contact_id,
    table.c.form_version, table.c.evidence_file,
)  # fmt: skip
"""In the order of `ConsentEvent`'s own fields: tens of thousands of rows are read, so nothing is looked up by name."""
_KINDS = {kind.value: kind for kind in ConsentKind}
_ANSWERS = {answer.value: answer for answer in Answer}


def record(connection: Connection, answer: NewConsent, *, by: str) -> ConsentEventId:
    """Add an answer to the history; nothing earlier is touched."""
    values = _values(answer, by)
    connection.execute(insert(table).values(**values))
    return ConsentEventId(values["id"])


def record_all(connection: Connection, answers: Iterable[NewConsent], *, by: str) -> None:
    """Add many answers in their order, as lists bring them: in one go, because one by one takes half a minute."""
    if rows := [_values(answer, by) for answer in answers]:
        connection.execute(insert(table), rows)


def _values(answer: NewConsent, by: str) -> dict[str, Any]:
    return {
        "id": new_id(),
        "person_id": answer.person_id,
        "kind": answer.kind.value,
        "platform_id": answer.platform_id,
        "answer": answer.answer.value,
        "giver": answer.giver,
        "relationship": answer.relationship,
        "evidence": answer.evidence,
        "valid_from": answer.valid_from,
        "valid_until": answer.valid_until,
        "recorded_at": now(),
        "recorded_by": by,
        "source": answer.source,
        "supersedes": answer.supersedes,
        "to_confirm": answer.to_confirm,
        "contact_id": answer.contact_id,
        "form_version": answer.form_version,
        "evidence_file": answer.evidence_file,
    }


def get(connection: Connection, event_id: ConsentEventId) -> ConsentEvent:
    """One answer as it was recorded.

    Raises:
        RegisterError: there is none with this id.
    """
    one(connection, select(table.c.id).where(table.c.id == event_id), "This answer")
    return _event(connection.execute(select(*_COLUMNS).where(table.c.id == event_id)).one())


def history(connection: Connection, person_id: PersonId) -> tuple[ConsentEvent, ...]:
    """Everything ever said about one person, oldest first, also under entries that were joined to theirs."""
    return tuple(_events_of(connection, [person_id]))


def snapshot(connection: Connection, people_ids: Collection[PersonId] | None = None) -> RegisterSnapshot:
    """The register as it stands now: of everybody, or of these people only. Holds are always complete."""
    known = people.everybody(connection) if people_ids is None else people.by_ids(connection, people_ids)
    return snapshot_of(connection, known, everybody=people_ids is None)


def snapshot_of(
    connection: Connection,
    known: Iterable[Person],
    *,
    answers_of: Collection[PersonId] | None = None,
    everybody: bool = False,
    held: frozenset[PersonId] | None = None,
) -> RegisterSnapshot:
    """The register of people who were read already.

    Args:
        connection: the one they were read with.
        known: the people it is to hold.
        answers_of: only these people's answers are wanted; the others read as never asked.
        everybody: `known` is the whole register and every answer is wanted.
        held: everybody on hold, where that was read with the same connection.
    """
    found = {person.id: person for person in known}
    wanted = None if everybody else list(found if answers_of is None else answers_of)
    grouped: dict[Target, list[ConsentEvent]] = defaultdict(list)
    for event in _events_of(connection, wanted):
        grouped[event.person_id, event.kind, event.platform_id].append(event)
    return RegisterSnapshot(
        people=found,
        events={key: tuple(events) for key, events in grouped.items()},
        holds=holds.held(connection) if held is None else held,
        as_of=as_of(connection),
        contacts={contact.id: contact for contact in contacts.of_people(connection, wanted)},
        own_consent_age=settings.get(connection, "own_consent_age", OWN_CONSENT_AGE),
    )


def _events_of(connection: Connection, people_ids: Collection[PersonId] | None) -> Iterable[ConsentEvent]:
    """The answers of these people in the order of recording; those of joined entries as answers of the one left."""
    stayed = people.joined(connection)
    query = select(*_COLUMNS).order_by(table.c.sequence)
    if people_ids is not None:
        left = {stayed.get(person_id, person_id) for person_id in people_ids}
        query = query.where(table.c.person_id.in_(left | {gone for gone, into in stayed.items() if into in left}))
    for row in connection.execute(query).all():
        yield _event(row, stayed.get(row[2], row[2]))


def is_answered_for(connection: Connection, platform_id: PlatformId) -> bool:
    """Whether anybody ever agreed to anything on this platform."""
    query = select(table.c.id).where(table.c.platform_id == platform_id, table.c.answer == Answer.YES.value).limit(1)
    return connection.execute(query).first() is not None


def kinds_asked(connection: Connection) -> frozenset[ConsentKind]:
    """The kinds anybody ever answered."""
    return frozenset(ConsentKind(kind) for kind in connection.execute(select(table.c.kind).distinct()).scalars())


def last_sequence(connection: Connection) -> int:
    """The number of the latest event; 0 when nobody has answered yet."""
    found: int = connection.execute(select(func.coalesce(func.max(table.c.sequence), 0))).scalar_one()
    return found


def as_of(connection: Connection) -> datetime | None:
    """As of when consents are known: of the lists in use the oldest, else the last list or yes taken by hand.

    A no does not count: it would make every other answer look fresh, and saying no must never show anybody else. A
    list in use that was never read makes it None, since nobody knows what it says.
    """
    in_use, oldest = import_sources.oldest_consents(connection)
    restored = settings.get(connection, RESTORED_AT)
    if restored is not None:
        return _since(connection, datetime.fromisoformat(restored), in_use, oldest)
    if in_use:
        return oldest
    by_hand = (table.c.answer == Answer.YES.value) & ~table.c.to_confirm & (table.c.source == "")
    lists = select(func.max(func.coalesce(import_batch.c.as_of, import_batch.c.applied_at)))
    instants = (
        connection.execute(select(func.max(table.c.recorded_at)).where(by_hand)).scalar(),
        connection.execute(lists.where(import_batch.c.kind == "consents", import_batch.c.undone_at.is_(None))).scalar(),
    )
    return max((i for i in instants if i is not None), default=None)


def _since(connection: Connection, restored_at: datetime, in_use: bool, oldest: datetime | None) -> datetime | None:
    """As of when consents are known in a register that came back from a back-up: only what was read or said since."""
    read = (
        import_batch.c.kind == "consents",
        import_batch.c.undone_at.is_(None),
        import_batch.c.applied_at > restored_at,
    )
    if in_use:
        active = select(import_source.c.id).where(import_source.c.kind == "consents", import_source.c.is_active)
        sources = set(connection.execute(active).scalars())
        again = set(connection.execute(select(import_batch.c.source_id).where(*read)).scalars())
        return oldest if sources <= again else None
    by_hand = (table.c.answer == Answer.YES.value) & ~table.c.to_confirm & (table.c.source == "")
    said = select(func.max(table.c.recorded_at)).where(by_hand, table.c.recorded_at > restored_at)
    lists = select(func.max(func.coalesce(import_batch.c.as_of, import_batch.c.applied_at))).where(*read)
    instants = (connection.execute(said).scalar(), connection.execute(lists).scalar())
    return max((i for i in instants if i is not None), default=None)


def _event(row: Row[*tuple[Any, ...]], person_id: PersonId | None = None) -> ConsentEvent:
    event_id, sequence, recorded_for, kind, platform_id, answer, *rest = row
    return ConsentEvent(
        event_id, sequence, person_id or recorded_for, _KINDS[kind], platform_id, _ANSWERS[answer], *rest
    )
