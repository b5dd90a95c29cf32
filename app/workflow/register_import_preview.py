"""Pupil lists and consent lists from the school's system: what a list would change, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person, PersonId, PersonKind
from app.domain.photo import digest_of
from app.workflow.consent_lists import Change, ConsentReading, PreviewRow, Turn, consent_columns
from app.workflow.list_matching import KnownPeople, name_in, upn_in
from app.workflow.workspace import Workspace
from consent_db import consent, import_batches, import_questions, people, platforms
from consent_db.consent import NewConsent
from consent_db.lists.cells import admission_key, checked_number, checked_text, parse_date, upn_is_valid
from consent_db.lists.mapping import ColumnMapping
from consent_db.lists.presets import speaks_of_consent
from consent_db.lists.school_file import FileRow, ListSource, read_list
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
    """Compare a pupil list with the register.

    Args:
        workspace: the school's workspace.
        actor: who asks.
        source: the file, or what somebody pasted.
        mapping: what the columns mean, where a person has said so.
        source_id: the source whose file this is.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: the file is no list of pupils.
    """
    actor.require(Action.EDIT_REGISTER)
    source = source if isinstance(source, ListSource) else ListSource.from_path(source)
    file = read_list(source, mapping)
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        before_all, seen = people.everybody(connection), people.state(connection)
        aliases, asked = people.former_upns(connection), import_questions.asked(connection)
    children = [person for person in before_all if person.kind.is_child]
    known = KnownPeople(children, aliases)
    met: dict[PersonId, int] = {}
    rows: list[PreviewRow] = []
    new: list[Person] = []
    changed: list[Person] = []
    for row in file.rows:
        try:
            person = _person_of(row, known, today)
            if person.id in met:
                raise RegisterError(
                    f"“{name_in(row)}” could be the person of line {met[person.id]}.",
                    remedy="Add the UPN or the date of birth to the file.",
                )
        except (RegisterError, ValueError) as problem:
            rows.append(PreviewRow(row.line, name_in(row), Change.PROBLEM, str(problem)))
            continue
        met[person.id] = row.line
        before = known.by_id.get(person.id)
        if before is None:
            new.append(person)
            known.add(person)
            rows.append(PreviewRow(row.line, person.name, Change.NEW, f"{person.name} is new.", person_id=person.id))
        elif before != person:
            changed.append(person)
            known.add(person)
            words = f"{person.name} has new details."
            rows.append(PreviewRow(row.line, person.name, Change.CHANGED, words, person_id=person.id))
        else:
            words = f"{person.name} stays as is."
            rows.append(PreviewRow(row.line, person.name, Change.SAME, words, person_id=person.id))
    missing = _missing(children, met, {folded(row.get("registration_group")) for row in file.rows}, today)
    return ImportPreview(
        "pupils", source.name, digest_of(source.data), tuple(rows), new_people=tuple(new),
        changed_people=tuple(changed), people_seen=seen, missing=missing, preset=file.preset, notes=file.notes,
        asked=asked, source_id=source_id, as_of=source.written_at or workspace.clock.now(),
    )  # fmt: skip


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
        RegisterError: the file is no list of consents.
    """
    actor.require(Action.EDIT_REGISTER)
    source = source if isinstance(source, ListSource) else ListSource.from_path(source)
    file = read_list(source, mapping)
    with workspace.database.read() as connection:
        snapshot, seen_until = consent.snapshot(connection), consent.last_sequence(connection)
        places, seen = platforms.everything(connection), people.state(connection)
        aliases, asked = people.former_upns(connection), import_questions.asked(connection)
        undone = import_batches.undone_ids(connection)
    columns, ignored = consent_columns(file, places)
    digest = digest_of(source.data)
    reading = ConsentReading(
        snapshot, columns, places, workspace.clock.today(), f"file {digest[:12]}", file.types, aliases, asked, undone
    )
    for row in file.rows:
        reading.read(row)
    reading.finish()
    return ImportPreview(
        "consents",
        source.name,
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
        as_of=source.written_at or workspace.clock.now(),
    )


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


def _missing(
    children: Sequence[Person], met: Mapping[PersonId, int], classes: set[str], today: date
) -> tuple[Person, ...]:
    """Pupils on roll whom the list does not name; of a list of a few classes only those of these classes count."""
    on_roll = [p for p in children if not p.has_left(today)]
    away = [p for p in on_roll if p.id not in met]
    if classes - {""} and 2 * len(away) > len(on_roll):
        away = [p for p in away if folded(p.registration_group) in classes - {""}]
    return tuple(away)


_LENGTHS = {
    "legal_forename": 200, "legal_surname": 200, "preferred_forename": 200, "preferred_surname": 200,
    "registration_group": 40, "year_group": 40,
}  # fmt: skip


def _person_of(row: FileRow, known: KnownPeople, today: date) -> Person:
    upn = upn_in(row)
    if row.is_shifted:
        raise RegisterError(f"The line of “{name_in(row)}” has more cells than there are headings.")
    if upn and not upn_is_valid(upn):
        raise RegisterError(f"The UPN {upn[:20]} of “{name_in(row)}” cannot be right: its check letter does not fit.")
    if not (row.get("legal_forename") or row.get("legal_surname")):
        raise RegisterError("This line has no name.")
    born = parse_date(row.get("date_of_birth"))
    if born is not None and born > today:
        raise RegisterError(f"“{name_in(row)}” would be born on a day to come, {born:%d %b %Y}.")
    texts: dict[str, Any] = {name: checked_text(row.get(name), most=most) for name, most in _LENGTHS.items()}
    texts["admission_number"] = checked_number(row.get("admission_number"))
    before = known.find(row) or people.new(PersonKind.PUPIL, row.get("legal_forename"), row.get("legal_surname"))
    if before.has_left(today):
        raise RegisterError(
            f"{before.name} has left, says the register.", remedy="If the child is back, put that into the register."
        )
    if admission_key(texts["admission_number"]) == admission_key(before.admission_number):
        texts["admission_number"] = max(texts["admission_number"], before.admission_number, key=len)
    return replace(
        before,
        **{name: text or getattr(before, name) for name, text in texts.items()},
        upn=upn or before.upn,
        date_of_birth=born or before.date_of_birth,
        on_roll_from=parse_date(row.get("on_roll_from")) or before.on_roll_from,
        on_roll_until=parse_date(row.get("on_roll_until")) or before.on_roll_until,
    )
