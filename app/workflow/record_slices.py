"""A part of the records for an investigation: who did what, in these days, about this; on the screen or as evidence.

A part that is taken out is itself recorded. It holds ids and the names of staff, never those of children.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.errors import StorageError
from app.domain.people import Action, Actor
from app.domain.record_words import words_of
from app.storage.writing import write_whole
from app.workflow.workspace import Workspace
from consent_db import audit, record_slices, users
from consent_db.record_slices import Record, Wanted

_SCHOOL_ZONE = ZoneInfo("Europe/London")
_HEADINGS = ("number", "time", "who", "user", "what", "action", "about", "details", "body", "previous", "hash")
_HOW = (
    "Each record’s hash is the SHA-256 of its body in UTF-8, and the body holds the hash of the record before it. "
    "The head below is the hash of the last record before this part was taken out: compare it with one printed on a "
    "receipt, a pack or a back-up, and let ClearPost check the whole chain against it."
)


@dataclass(frozen=True, slots=True)
class Part:
    """Which records are wanted; days are the school's and inclusive, and every part that is given must fit."""

    user_id: str | None = None
    first: date | None = None
    last: date | None = None
    action: str | None = None
    subject: str | None = None
    actions: frozenset[str] | None = None
    """Any of these kinds of thing; None for every kind."""

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            actor=self.user_id,
            since=None if self.first is None else _midnight(self.first),
            before=None if self.last is None else _midnight(self.last + timedelta(days=1)),
            action=self.action,
            subject=self.subject,
            actions=self.actions,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A record as people read it."""

    record: Record
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A part that was taken out, and the note that goes with it."""

    path: Path
    records: int
    head: str
    note: str


def lines(workspace: Workspace, actor: Actor, part: Part, *, limit: int = 500) -> tuple[tuple[Line, ...], int]:
    """The newest records of a part, and how many there are in all."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        names = users.names(connection)
        found = record_slices.found(connection, part.wanted, newest_first=True, limit=limit)
        return tuple(_line(record, names) for record in found), record_slices.number(connection, part.wanted)


def highest(workspace: Workspace, actor: Actor) -> int:
    """The number of the newest record."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return record_slices.highest(connection)


def numbers(workspace: Workspace, actor: Actor, part: Part, *, limit: int | None = None) -> tuple[int, ...]:
    """The numbers of a part's records, all or so many, the newest first; `lines_of` says what they are."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return record_slices.sequences(connection, part.wanted, limit=limit)


def lines_of(workspace: Workspace, actor: Actor, numbers: Collection[int]) -> dict[int, Line]:
    """What these records say, by number."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        names = users.names(connection)
        return {r.sequence: _line(r, names) for r in record_slices.by_sequences(connection, numbers)}


def known_actions(workspace: Workspace, actor: Actor) -> tuple[str, ...]:
    """Every kind of thing that was recorded here."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return record_slices.actions(connection)


def people_in_records(workspace: Workspace, actor: Actor) -> tuple[tuple[str, str], ...]:
    """Id and name of everybody who can or could sign in, by name."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return tuple(sorted(users.names(connection).items(), key=lambda one: (one[1].casefold(), one[0])))


def export_part(workspace: Workspace, actor: Actor, part: Part, path: Path) -> Exported:
    """Write a part as a table (``.csv``) or as an evidence archive (``.db``, an SQLite file with its note).

    The file is there whole, and recorded, or it is not there.

    Raises:
        NotAllowedError: this person may not see the records.
        StorageError: another ending, a file of that name is there, or the folder cannot be written.
    """
    actor.require(Action.SEE_AUDIT)
    write = {".csv": _write_csv, ".db": _write_archive}.get(path.suffix.lower())
    if write is None:
        raise StorageError("Records are taken out as .csv or .db.", remedy="Choose a name with one of these endings.")
    if path.exists():
        raise StorageError(f"There is a file {path.name} already.", remedy="Choose another name.", code="exists")
    if not path.parent.is_dir():
        raise StorageError(f"The folder {path.parent} is not there.", remedy="Choose another folder.", code="no-folder")
    unfinished = path.with_name(f".{path.name}.part")
    try:
        exported = _export(workspace, actor, part, path, unfinished, write)
        os.replace(unfinished, path)
    except OSError as error:
        raise StorageError(
            f"{path.name} cannot be written: {error.strerror}.", remedy="Choose another folder."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return exported


_Write = Callable[[Path, Sequence[Line], str], None]


def _export(workspace: Workspace, actor: Actor, part: Part, path: Path, unfinished: Path, write: _Write) -> Exported:
    with workspace.database.transaction() as connection:
        names = users.names(connection)
        found = [_line(record, names) for record in record_slices.found(connection, part.wanted)]
        verified = audit.verify(connection)
        note = (
            f"{len(found)} of {verified.events} records of {workspace.school}, taken out by {actor.name} on "
            f"{workspace.clock.today().isoformat()}. {verified.words} {_HOW}\nHead: {verified.head}"
        )
        write(unfinished, found, note)
        details: dict[str, str | int | bool | None] = {
            "records": len(found),
            "kind": path.suffix.lower().lstrip("."),
            "user": part.user_id,
            "first": None if part.first is None else part.first.isoformat(),
            "last": None if part.last is None else part.last.isoformat(),
            "action": part.action,
            "subject": part.subject,
            "actions": None if part.actions is None else ", ".join(sorted(part.actions)),
            "verified": verified.ok,
        }
        audit.append(connection, actor.user_id, "records-exported", details=details)
    return Exported(path, len(found), verified.head, note)


def _write_csv(path: Path, found: Sequence[Line], _note: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    writer.writerows([_as_text(cell) for cell in _cells(line)] for line in found)
    write_whole(path, out.getvalue().encode("utf-8-sig"))


def _write_archive(path: Path, found: Sequence[Line], note: str) -> None:
    from sqlite_utils import Database

    path.unlink(missing_ok=True)
    database = Database(path)
    try:
        records = database.table("records").create(dict.fromkeys(_HEADINGS, str) | {"number": int}, pk="number")
        records.insert_all(dict(zip(_HEADINGS, _cells(line), strict=True)) for line in found)
        database.table("note").insert({"words": note})
    finally:
        database.close()


def _cells(line: Line) -> tuple[object, ...]:
    record = line.record
    about, details = ", ".join(record.subjects), ", ".join(f"{k}: {v}" for k, v in sorted(record.details.items()))
    return (
        record.sequence, record.at.isoformat(), line.who, record.actor, line.words, record.action, about, details,
        record.body, record.previous, record.hash,
    )  # fmt: skip


def _as_text(cell: object) -> object:
    """A cell no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _line(record: Record, names: dict[str, str]) -> Line:
    who = names.get(record.actor) or {"set-up": "Set-up", "unknown": "Somebody unknown"}.get(record.actor, "")
    return Line(record, who or "The program", words_of(record.action))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _SCHOOL_ZONE)
