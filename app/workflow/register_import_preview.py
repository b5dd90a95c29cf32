"""Pupil lists and consent lists from the school's system: what a list would change, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.people import Action, Actor, Person, PersonId
from app.domain.photo import digest_of
from app.workflow.consent_lists import Change, ConsentReading, PreviewRow, Turn, consent_columns
from app.workflow.pupil_lists import PupilReading
from app.workflow.workspace import Workspace
from consent_db import consent, import_batches, import_questions, people, platforms
from consent_db.consent import NewConsent
from consent_db.lists.mapping import ColumnMapping
from consent_db.lists.presets import speaks_of_consent
from consent_db.lists.school_file import ListSource, SchoolFile, read_list
from consent_db.people import folded

__all__ = ["Change", "ImportPreview", "PreviewRow", "Turn", "preview_consents", "preview_pupils"]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would change. Nothing is written until `apply_import` is given it."""

    kind: str
    file_name: str
    file_sha256: str
    rows: tuple[PreviewRow, ...]
    new_people: tuple[Person, ...] = ()
    changed_people: tuple[Person, ...] = ()
    answers: tuple[NewConsent, ...] = ()
    ignored_headings: tuple[str, ...] = ()
    asked: frozenset[tuple[PersonId | None, str]] = frozenset()
    """Questions that were left to a person already, by earlier readings."""
    source_id: str | None = None
    as_of: datetime | None = None
    """How old the answers are: when the file was written."""
    seen_until: int = 0
    """The last consent event the preview knew of; a later one makes it out of date."""
    people_seen: str = ""
    """Digest of the people the preview knew of; another one makes it out of date."""
    missing: tuple[Person, ...] = ()
    """Pupils of the register whom the list does not name: perhaps they left. Nothing is changed for them."""
    preset: str = ""
    """The school system whose headings these are, or the saved mapping that was used."""
    notes: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[PreviewRow, ...]:
        return tuple(row for row in self.rows if row.change is Change.PROBLEM)

    @property
    def free_text(self) -> tuple[PreviewRow, ...]:
        """Answers that are neither yes nor no: for a person to read."""
        return tuple(row for row in self.rows if row.change is Change.FREE_TEXT)

    def turns(self, turn: Turn) -> tuple[PreviewRow, ...]:
        """Every answer that turns what holds today, by name."""
        return tuple(row for row in self.rows if row.turn is turn)

    @property
    def yes_to_no(self) -> int:
        return len(self.turns(Turn.YES_TO_NO))

    @property
    def no_to_yes(self) -> int:
        return len(self.turns(Turn.NO_TO_YES))

    @property
    def yes_to_doubt(self) -> int:
        return len(self.turns(Turn.YES_TO_DOUBT))

    @property
    def counts(self) -> Mapping[Change, int]:
        return Counter(row.change for row in self.rows)

    def to_words(self) -> list[str]:
        """The preview as lines for a person."""
        head = [f"{self.file_name}: " + ", ".join(f"{n} {change.value}" for change, n in self.counts.items())]
        if self.kind == "consents":
            head.append(f"From yes to no: {self.yes_to_no}. From no to yes: {self.no_to_yes}.")
            if self.yes_to_doubt:
                head.append(f"From yes to “to be confirmed”: {self.yes_to_doubt}.")
            head += [f"  {turn.value}: {row.words}" for turn in Turn for row in self.turns(turn)]
        if self.ignored_headings:
            head.append("Columns that fit no platform and are left out: " + ", ".join(self.ignored_headings))
        head += self.notes
        if self.missing:
            head.append("In the register but not in this list: " + ", ".join(person.name for person in self.missing))
        return head + [f"Line {row.line}: {row.words}" for row in self.rows if row.change is not Change.SAME]

    def to_json(self) -> dict[str, Any]:
        """The preview for scripts."""
        return {
            "kind": self.kind,
            "counts": {change.value: n for change, n in self.counts.items()},
            "yes_to_no": self.yes_to_no,
            "no_to_yes": self.no_to_yes,
            "yes_to_doubt": self.yes_to_doubt,
            "ignored_headings": list(self.ignored_headings),
            "missing": [person.name for person in self.missing],
            "preset": self.preset,
            "notes": list(self.notes),
            "rows": [
                {
                    "line": r.line,
                    "change": r.change.value,
                    "words": r.words,
                    "turn": r.turn.value if r.turn else None,
                }
                for r in self.rows
            ],
        }


def preview_pupils(
    workspace: Workspace,
    actor: Actor,
    source: Path | ListSource,
    *,
    mapping: ColumnMapping | None = None,
    source_id: str | None = None,
) -> ImportPreview:
    """Compare a pupil list with the register; the arguments and refusals are those of `preview_consents`."""
    opened, file = _open(actor, source, mapping)
    with workspace.database.read() as connection:
        everybody, seen = people.everybody(connection), people.state(connection)
        aliases, asked = people.former_upns(connection), import_questions.asked(connection)
    reading = PupilReading([person for person in everybody if person.kind.is_child], aliases, workspace.clock.today())
    for row in file.rows:
        reading.read(row)
    return ImportPreview(
        "pupils",
        opened.name,
        digest_of(opened.data),
        tuple(reading.rows),
        new_people=tuple(reading.new),
        changed_people=tuple(reading.changed),
        people_seen=seen,
        missing=reading.missing({folded(row.get("registration_group")) for row in file.rows}),
        preset=file.preset,
        notes=file.notes,
        asked=asked,
        source_id=source_id,
        as_of=opened.written_at or workspace.clock.now(),
    )


def preview_consents(
    workspace: Workspace,
    actor: Actor,
    source: Path | ListSource,
    *,
    mapping: ColumnMapping | None = None,
    source_id: str | None = None,
) -> ImportPreview:
    """Compare a consent list with the register: one column per platform, or one row per answer.

    A blank never changes anything. A yes never replaces a no that stands unless it is dated after it.

    Args:
        workspace: the school's workspace.
        actor: who asks.
        source: the file, or what somebody pasted.
        mapping: what the columns mean, where a person has said so.
        source_id: the source whose file this is.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: the file is no such list.
    """
    opened, file = _open(actor, source, mapping)
    with workspace.database.read() as connection:
        snapshot, seen_until = consent.snapshot(connection), consent.last_sequence(connection)
        places, seen = platforms.everything(connection), people.state(connection)
        aliases, asked = people.former_upns(connection), import_questions.asked(connection)
        undone = import_batches.undone_ids(connection)
    columns, ignored = consent_columns(file, places)
    digest = digest_of(opened.data)
    reading = ConsentReading(
        snapshot, columns, places, workspace.clock.today(), f"file {digest[:12]}", file.types, aliases, asked, undone
    )
    for row in file.rows:
        reading.read(row)
    reading.finish()
    return ImportPreview(
        "consents",
        opened.name,
        digest,
        tuple(reading.rows),
        answers=tuple(reading.answers),
        ignored_headings=(*ignored, *reading.unknown_types),
        seen_until=seen_until,
        people_seen=seen,
        preset=file.preset,
        notes=(*file.notes, *_left_out(ignored, reading)),
        asked=asked,
        source_id=source_id,
        as_of=opened.written_at or workspace.clock.now(),
    )


def _open(actor: Actor, source: Path | ListSource, mapping: ColumnMapping | None) -> tuple[ListSource, SchoolFile]:
    actor.require(Action.EDIT_REGISTER)
    opened = source if isinstance(source, ListSource) else ListSource.from_path(source)
    return opened, read_list(opened, mapping)


def _left_out(ignored: tuple[str, ...], reading: ConsentReading) -> list[str]:
    notes = [
        f"The column “{heading}” may hold answers. Say which platforms it stands for, or it is left out."
        for heading in ignored
        if speaks_of_consent(heading)
    ]
    return notes + [
        f"“{words}” stands for no platform; {number} line(s) about it are left out."
        for words, number in reading.unknown_types.items()
    ]
