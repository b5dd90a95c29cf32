"""Facts about comparing faces, the templates that rest on them, and whose faces may be compared today.

A template is ciphertext when it comes here. Deleting one takes its row out for good: the embedded file overwrites
what is deleted (SQLite's secure_delete is on), and the page as it was stays in the write-ahead log, encrypted, until
the next checkpoint; on a server the row's old version goes with the next vacuum. Neither place holds the key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.engine.row import RowMapping

from app.domain.biometrics import BiometricEvent, BiometricFact, BiometricStanding, standing
from app.domain.errors import RegisterError
from app.domain.matching import SETTING, MatchingRecord
from app.domain.people import PersonId
from consent_db import holds, people, settings
from consent_db.rows import new_id, now, one
from consent_db.schema import contact as contacts
from consent_db.schema_consent import biometric_event as table
from consent_db.schema_consent import face_template as templates


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact to be recorded."""

    person_id: PersonId
    fact: BiometricFact
    on_day: date
    contact_id: str | None = None
    giver: str = ""
    in_writing: bool = False
    evidence: str = ""
    evidence_file: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FaceTemplate:
    """Features of one child's face, sealed; `until` is the last day on which they are given out."""

    id: str
    person_id: PersonId
    network: str
    sealed: bytes
    quality: float
    made_at: datetime
    made_by: str
    until: date | None


@dataclass(frozen=True, slots=True)
class _Contact:
    id: str
    name: str
    parental_responsibility: bool
    until: date | None


def record(connection: Connection, fact: NewFact, *, by: str) -> str:
    """Add a fact to the history; nothing earlier is touched. Returns its id."""
    event_id = new_id()
    connection.execute(
        insert(table).values(
            id=event_id,
            person_id=fact.person_id,
            fact=fact.fact.value,
            contact_id=fact.contact_id,
            giver=fact.giver,
            in_writing=fact.in_writing,
            evidence=fact.evidence,
            evidence_file=fact.evidence_file,
            reason=fact.reason,
            on_day=fact.on_day,
            recorded_at=now(),
            recorded_by=by,
        )
    )
    return event_id


def history(connection: Connection, person_id: PersonId) -> tuple[BiometricEvent, ...]:
    """Everything ever recorded about comparing one person's face, also under entries merged into theirs; oldest first.

    What a child said under an entry that became part of another one still counts: facts are never rewritten.
    """
    entries = sorted(people.entries_of(connection, [person_id]))
    rows = connection.execute(select(table).where(table.c.person_id.in_(entries)).order_by(table.c.sequence))
    return tuple(_event(row) for row in rows.mappings())


def contact_name(connection: Connection, person_id: PersonId, contact_id: str) -> str:
    """The name of one of the person's contacts.

    Raises:
        RegisterError: the contact is not there, or is somebody else's.
    """
    row = one(connection, select(contacts).where(contacts.c.id == contact_id), "This parent or carer")
    if row["person_id"] != person_id:
        raise RegisterError("This parent or carer belongs to another child.", remedy="Choose one of this child's own.")
    return str(row["name"])


def standing_of(connection: Connection, person_id: PersonId, today: date) -> BiometricStanding:
    """Whether this person's face may be compared today, and what is in the way.

    Raises:
        RegisterError: nobody has this id.
    """
    person = people.get(connection, person_id)
    events, known = history(connection, person_id), _contacts(connection, person_id)
    return standing(events, known[person_id], person, today, on_hold=person_id in holds.held(connection))


def in_force(connection: Connection, today: date) -> frozenset[PersonId]:
    """Everybody whose own consent is in force today, whatever the school settled for all."""
    said_yes = select(table.c.person_id).where(table.c.fact == BiometricFact.YES.value)
    joined = people.joined(connection)
    agreed = {joined.get(PersonId(i), PersonId(i)) for i in connection.execute(said_yes.distinct()).scalars()}
    events: dict[PersonId, list[BiometricEvent]] = defaultdict(list)
    for row in connection.execute(select(table)).mappings():
        event = _event(row)
        events[joined.get(event.person_id, event.person_id)].append(event)
    known, held = _contacts(connection), holds.held(connection)
    allowed = (
        person.id
        for batch in _batches(sorted(agreed))
        for person in people.by_ids(connection, batch)
        if standing(events[person.id], known[person.id], person, today, on_hold=person.id in held).allows
    )
    return frozenset(allowed)


def matching(connection: Connection) -> MatchingRecord:
    """The school's record on comparing faces; off and empty when nothing was settled."""
    kept = settings.get(connection, SETTING, {})
    days = {key: date.fromisoformat(kept[key]) for key in ("dpia_date", "review_date") if kept.get(key)}
    return MatchingRecord(**(kept | {"dpia_date": None, "review_date": None} | days))


def put_matching(connection: Connection, record: MatchingRecord, *, by: str) -> None:
    """Keep the school's record on comparing faces."""
    value = {
        "dpia_reference": record.dpia_reference,
        "dpia_date": record.dpia_date.isoformat() if record.dpia_date else None,
        "dpo_name": record.dpo_name,
        "review_date": record.review_date.isoformat() if record.review_date else None,
        "notices": record.notices,
        "alternative": record.alternative,
        "is_on": record.is_on,
    }
    settings.put(connection, SETTING, value, by=by)


def matching_may_be_on(connection: Connection, today: date) -> bool:
    """Whether the school has written down all that comparing faces needs."""
    return matching(connection).may_be_on(today)


def gallery(connection: Connection, today: date) -> frozenset[PersonId]:
    """The only people a face may be compared with today; nobody while the school compares no faces."""
    return in_force(connection, today) if matching(connection).compares(today) else frozenset()


def comparable(connection: Connection, today: date, network: str) -> tuple[FaceTemplate, ...]:
    """The templates of one network that may be given out today: not expired, and of the gallery only."""
    allowed = gallery(connection, today)
    query = select(templates).where(templates.c.network == network).order_by(templates.c.person_id, templates.c.made_at)
    found = (_template(row) for row in connection.execute(query).mappings())
    return tuple(t for t in found if t.person_id in allowed and (t.until is None or today <= t.until))


def add_template(
    connection: Connection,
    person_id: PersonId,
    *,
    network: str,
    sealed: bytes,
    quality: float,
    until: date,
    by: str,
) -> str:
    """Keep a sealed template; the workflow has made sure that it may be kept. Returns its id."""
    template_id = new_id()
    connection.execute(
        insert(templates).values(
            id=template_id, person_id=person_id, network=network, sealed=sealed, quality=quality,
            made_at=now(), made_by=by, until=until,
        )
    )  # fmt: skip
    return template_id


def templates_of(connection: Connection, person_id: PersonId) -> tuple[FaceTemplate, ...]:
    """What is kept of one person, oldest first, whether or not it may be given out."""
    query = select(templates).where(templates.c.person_id == person_id).order_by(templates.c.made_at)
    return tuple(_template(row) for row in connection.execute(query).mappings())


def everybody_with_templates(connection: Connection) -> tuple[PersonId, ...]:
    """Everybody of whom a template is kept."""
    found = connection.execute(select(templates.c.person_id).distinct().order_by(templates.c.person_id)).scalars()
    return tuple(PersonId(person_id) for person_id in found)


def delete_templates(connection: Connection, person_id: PersonId) -> int:
    """Take out every template of this person; returns how many there were."""
    return connection.execute(delete(templates).where(templates.c.person_id == person_id)).rowcount


def delete_of_other_networks(connection: Connection, person_id: PersonId, network: str) -> int:
    """Take out this person's templates that another network made; returns how many there were."""
    others = delete(templates).where(templates.c.person_id == person_id, templates.c.network != network)
    return connection.execute(others).rowcount


def delete_expired(connection: Connection, person_id: PersonId, today: date) -> int:
    """Take out this person's templates whose last day is over; returns how many there were."""
    over = delete(templates).where(templates.c.person_id == person_id, templates.c.until < today)
    return connection.execute(over).rowcount


def _contacts(connection: Connection, person_id: PersonId | None = None) -> dict[PersonId, list[_Contact]]:
    query = select(contacts) if person_id is None else select(contacts).where(contacts.c.person_id == person_id)
    found: dict[PersonId, list[_Contact]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        contact = _Contact(row["id"], row["name"], row["parental_responsibility"], row["until"])
        found[PersonId(row["person_id"])].append(contact)
    return found


def _batches(ids: list[PersonId], size: int = 5000) -> Iterable[list[PersonId]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _event(row: RowMapping) -> BiometricEvent:
    return BiometricEvent(
        id=row["id"],
        sequence=row["sequence"],
        person_id=PersonId(row["person_id"]),
        fact=BiometricFact(row["fact"]),
        contact_id=row["contact_id"],
        giver=row["giver"],
        in_writing=row["in_writing"],
        evidence=row["evidence"],
        evidence_file=row["evidence_file"],
        reason=row["reason"],
        on_day=row["on_day"],
        recorded_at=row["recorded_at"],
        recorded_by=row["recorded_by"],
    )


def _template(row: RowMapping) -> FaceTemplate:
    return FaceTemplate(
        id=row["id"],
        person_id=PersonId(row["person_id"]),
        network=row["network"],
        sealed=row["sealed"],
        quality=row["quality"],
        made_at=row["made_at"],
        made_by=row["made_by"],
        until=row["until"],
    )
