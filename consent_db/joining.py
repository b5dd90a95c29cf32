"""Make what names one entry of a person name another: lists, pictures, answers about pictures, tasks.

Verdicts are insert-only, so a face named as the entry that goes is named anew. Answers, holds and biometric facts are
not touched at all: `consent_db.people.joined` says whose they are.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, String, Table, cast, delete, insert, select, update

from app.domain.detection import Presence, Verdict
from app.domain.people import PersonId
from app.domain.permissions import PermissionKind
from app.domain.photo import PhotoId
from consent_db import photos, regions
from consent_db.schema import contact
from consent_db.schema_cases import case_record
from consent_db.schema_consent import permission
from consent_db.schema_imports import import_question
from consent_db.schema_photos import photo_refusal, presence_answer, region, roster_entry, verdict_event
from consent_db.schema_posts import task


def move_everything(connection: Connection, *, of: PersonId, to: PersonId, by: str) -> None:
    """From now on all of it is about `to`. Where both have an answer for a photo, the safer one stays."""
    _move_lists(connection, of, to)
    _move_presence(connection, of, to, by)
    for photo_id in connection.execute(select(photo_refusal.c.photo_id).where(photo_refusal.c.person_id == of)).all():
        photos.refuse_appearance(connection, PhotoId(photo_id[0]), to, by=by)
    connection.execute(delete(photo_refusal).where(photo_refusal.c.person_id == of))
    _name_anew(connection, of, to, by)
    _move_readings(connection, of, to)
    _point(connection, task, "person_id", of, to)
    _point(connection, import_question, "person_id", of, to)
    _point(connection, case_record, "person_id", of, to)
    _point(connection, contact, "contact_person_id", of, to)
    about_people = [kind.value for kind in PermissionKind if kind.is_about_person]
    theirs = update(permission).where(permission.c.kind.in_(about_people), permission.c.subject == of)
    connection.execute(theirs.values(subject=to, version=permission.c.version + 1))


def _move_lists(connection: Connection, of: PersonId, to: PersonId) -> None:
    events = select(roster_entry.c.event)
    there = set(connection.execute(events.where(roster_entry.c.person_id == to)).scalars())
    for event in connection.execute(events.where(roster_entry.c.person_id == of)).scalars().all():
        if event not in there:
            connection.execute(insert(roster_entry).values(event=event, person_id=to))
    connection.execute(delete(roster_entry).where(roster_entry.c.person_id == of))


def _move_presence(connection: Connection, of: PersonId, to: PersonId, by: str) -> None:
    table = presence_answer
    known = {
        row.photo_id: row.presence
        for row in connection.execute(select(table.c.photo_id, table.c.presence).where(table.c.person_id == to))
    }
    for row in connection.execute(select(table).where(table.c.person_id == of)).mappings().all():
        mine = known.get(row["photo_id"])
        if mine is None:
            values = {name: row[name] for name in ("photo_id", "presence", "answered_by", "answered_at")}
            connection.execute(insert(table).values(person_id=to, **values))
        elif row["presence"] == Presence.IN_PICTURE.value != mine:
            photos.answer_presence(connection, PhotoId(row["photo_id"]), to, Presence.IN_PICTURE, by=by)
    connection.execute(delete(table).where(table.c.person_id == of))


def _name_anew(connection: Connection, of: PersonId, to: PersonId, by: str) -> None:
    said = select(verdict_event.c.photo_id).where(verdict_event.c.person_id == of).distinct()
    for photo_id in connection.execute(said).scalars().all():
        for found in regions.of_photo(connection, PhotoId(photo_id)):
            if found.verdict is Verdict.NAMED and found.person_id == of:
                regions.say(connection, replace(found, person_id=to), by=by)


def _move_readings(connection: Connection, of: PersonId, to: PersonId) -> None:
    """Names read in pictures; each text keeps the list of everybody it could mean."""
    named = select(region.c.id, region.c.roster).where(cast(region.c.roster, String).contains(of))
    for row in connection.execute(named).all():
        ids = list(dict.fromkeys(to if i == of else i for i in row.roster))
        connection.execute(update(region).where(region.c.id == row.id).values(roster=ids))


def _point(connection: Connection, table: Table, column: str, of: PersonId, to: PersonId) -> None:
    connection.execute(update(table).where(table.c[column] == of).values({column: to}))
