"""Pupil lists and consent lists from the school's system: look first, then write all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.domain.consent import (
    Answer,
    ConsentEvent,
    ConsentKind,
    ConsentStatus,
    Platform,
    PlatformId,
    RegisterSnapshot,
    standing_on,
)
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person, PersonKind
from app.domain.photo import digest_of
from app.workflow.consequences import stop_showing
from app.workflow.workspace import Workspace
from consent_db import audit, consent, import_batches, people, platforms
from consent_db.consent import NewConsent
from consent_db.people import folded
from consent_db.school_files import FileRow, SchoolFile, parse_answer, parse_date, read_school_file, upn_is_valid

SCHOOL_SYSTEM = "the school's system"
"""The giver of answers in files that do not say who gave them."""


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT_NO = "kept no"
    """The file says yes, an earlier no stands: a yes needs a date after it."""
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What one line of the file would do; `words` is a sentence for the screen."""

    line: int
    name: str
    change: Change
    words: str


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
    yes_to_no: int = 0
    no_to_yes: int = 0
    ignored_headings: tuple[str, ...] = ()
    seen_until: int = 0
    """The last consent event the preview knew of; a later one makes it out of date."""

    @property
    def problems(self) -> tuple[PreviewRow, ...]:
        return tuple(row for row in self.rows if row.change is Change.PROBLEM)

    @property
    def counts(self) -> Mapping[Change, int]:
        return Counter(row.change for row in self.rows)

    def to_words(self) -> list[str]:
        """The preview as lines for a person."""
        head = [f"{self.file_name}: " + ", ".join(f"{n} {change.value}" for change, n in self.counts.items())]
        if self.kind == "consents":
            head.append(f"From yes to no: {self.yes_to_no}. From no to yes: {self.no_to_yes}.")
        if self.ignored_headings:
            head.append("Columns that fit no platform and are left out: " + ", ".join(self.ignored_headings))
        return head + [f"Line {row.line}: {row.words}" for row in self.rows if row.change is not Change.SAME]

    def to_json(self) -> dict[str, Any]:
        """The preview for scripts."""
        return {
            "kind": self.kind,
            "counts": {change.value: n for change, n in self.counts.items()},
            "yes_to_no": self.yes_to_no,
            "no_to_yes": self.no_to_yes,
            "ignored_headings": list(self.ignored_headings),
            "rows": [{"line": r.line, "change": r.change.value, "words": r.words} for r in self.rows],
        }


def preview_pupils(workspace: Workspace, actor: Actor, path: Path) -> ImportPreview:
    """Compare a pupil list with the register.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: the file is no list of pupils.
    """
    actor.require(Action.EDIT_REGISTER)
    file = read_school_file(path)
    with workspace.database.read() as connection:
        known = _Known(people.everybody(connection))
    rows: list[PreviewRow] = []
    new: list[Person] = []
    changed: list[Person] = []
    for row in file.rows:
        try:
            person = _person_of(row, known)
        except (RegisterError, ValueError) as problem:
            rows.append(PreviewRow(row.line, _name_in(row), Change.PROBLEM, str(problem)))
            continue
        before = known.by_id.get(person.id)
        if before is None:
            new.append(person)
            known.add(person)
            rows.append(PreviewRow(row.line, person.name, Change.NEW, f"{person.name} is new."))
        elif before != person:
            changed.append(person)
            rows.append(PreviewRow(row.line, person.name, Change.CHANGED, f"{person.name} has new details."))
        else:
            rows.append(PreviewRow(row.line, person.name, Change.SAME, f"{person.name} stays as is."))
    return ImportPreview(
        "pupils", path.name, _digest(path), tuple(rows), new_people=tuple(new), changed_people=tuple(changed)
    )


def preview_consents(workspace: Workspace, actor: Actor, path: Path) -> ImportPreview:
    """Compare a consent list with the register: one column per platform, or one row per answer.

    A blank never changes anything. A yes never replaces a no that stands unless it is dated after it.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: the file is no list of consents.
    """
    actor.require(Action.EDIT_REGISTER)
    file = read_school_file(path)
    with workspace.database.read() as connection:
        snapshot, seen_until = consent.snapshot(connection), consent.last_sequence(connection)
        places = platforms.everything(connection)
    columns, ignored = _consent_columns(file, places)
    reading = _ConsentReading(snapshot, columns, places, workspace.clock.today(), f"file {_digest(path)[:12]}")
    for row in file.rows:
        reading.read(row)
    return ImportPreview(
        "consents",
        path.name,
        _digest(path),
        tuple(reading.rows),
        answers=tuple(reading.answers),
        yes_to_no=reading.yes_to_no,
        no_to_yes=reading.no_to_yes,
        ignored_headings=ignored,
        seen_until=seen_until,
    )


def apply_import(workspace: Workspace, actor: Actor, preview: ImportPreview) -> int:
    """Write everything a preview shows, in one transaction; lines with problems are left out.

    Returns:
        How many entries were written.

    Raises:
        RegisterError: the register changed since the preview; nothing is written.
    """
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.transaction() as connection:
        if preview.answers and consent.last_sequence(connection) != preview.seen_until:
            raise RegisterError(
                "Answers were recorded since this file was looked at.",
                remedy="Look at the file again.",
                code="conflict",
            )
        batch = import_batches.add(
            connection, kind=preview.kind, file_sha256=preview.file_sha256, rows=len(preview.rows), by=actor.user_id
        )
        for person in preview.new_people:
            people.add(connection, person)
        for person in preview.changed_people:
            people.change(connection, person)
        for answer in preview.answers:
            consent.record(connection, replace(answer, source=f"{batch}:{answer.source}"), by=actor.user_id)
        for person_id in sorted({a.person_id for a in preview.answers if a.answer is not Answer.YES}):
            stop_showing(workspace, connection, person_id)
        written = len(preview.new_people) + len(preview.changed_people) + len(preview.answers)
        audit.append(
            connection,
            actor.user_id,
            f"{preview.kind}-imported",
            subjects=[batch],
            details={"file": preview.file_sha256, "rows": len(preview.rows), "written": written},
        )
    return written


class _Known:
    """Finds the person a row is about: by UPN, else admission number, else name with date of birth."""

    def __init__(self, everybody: tuple[Person, ...]) -> None:
        self.by_id = {person.id: person for person in everybody}

    def add(self, person: Person) -> None:
        self.by_id[person.id] = person

    def find(self, row: FileRow) -> Person | None:
        """The one person who fits, None for somebody new.

        Raises:
            RegisterError: several people fit.
        """
        upn, number = row.get("upn").strip().upper(), row.get("admission_number").strip().lstrip("0")
        born = parse_date(row.get("date_of_birth"))
        forename, surname = folded(row.get("legal_forename")), folded(row.get("legal_surname"))
        if upn:
            fits = [p for p in self.by_id.values() if p.upn == upn]
        elif number:
            fits = [p for p in self.by_id.values() if p.admission_number.lstrip("0") == number]
        else:
            fits = []
        if not fits:
            fits = [
                p
                for p in self.by_id.values()
                if forename in (folded(p.legal_forename), folded(p.preferred_forename))
                and surname in (folded(p.legal_surname), folded(p.preferred_surname))
                and (born is None or p.date_of_birth is None or p.date_of_birth == born)
                and not (upn and p.upn and p.upn != upn)
            ]
        if len(fits) > 1:
            raise RegisterError(f"{len(fits)} people fit “{_name_in(row)}”.", remedy="Add the UPN to the file.")
        return fits[0] if fits else None


class _ConsentReading:
    """Goes through the rows and keeps what they would do."""

    def __init__(
        self,
        snapshot: RegisterSnapshot,
        columns: Mapping[str, tuple[ConsentKind, PlatformId]],
        places: tuple[Platform, ...],
        today: date,
        evidence: str,
    ) -> None:
        self.snapshot, self.columns, self.places, self.today, self.evidence = snapshot, columns, places, today, evidence
        self.known = _Known(tuple(snapshot.people.values()))
        self.rows: list[PreviewRow] = []
        self.answers: list[NewConsent] = []
        self.yes_to_no = self.no_to_yes = 0

    def read(self, row: FileRow) -> None:
        try:
            person = self.known.find(row)
            if person is None:
                raise RegisterError(f"“{_name_in(row)}” is not in the register.", remedy="Import the pupil list first.")
            given_on, until = parse_date(row.get("answered_on")), parse_date(row.get("valid_until"))
            for heading, (kind, platform_id) in self._cells(row):
                self._answer(row, person, heading, kind, platform_id, given_on, until)
        except (RegisterError, ValueError) as problem:
            self.rows.append(PreviewRow(row.line, _name_in(row), Change.PROBLEM, str(problem)))

    def _cells(self, row: FileRow) -> list[tuple[str, tuple[ConsentKind, PlatformId]]]:
        if self.columns:
            return list(self.columns.items())
        named = folded(row.get("platform") or row.get("consent_type"))
        target = _targets(self.places).get(named)
        if target is None:
            raise RegisterError(
                f"“{row.get('platform') or row.get('consent_type')}” is none of the school's platforms."
            )
        return [("answer", target)]

    def _answer(
        self, row: FileRow, person: Person, heading: str, kind: ConsentKind, platform_id: PlatformId,
        given_on: date | None, until: date | None,
    ) -> None:  # fmt: skip
        word = parse_answer(row.get(heading))
        if word is None:
            return
        answer = Answer(word)
        giver = row.get("giver").strip() or SCHOOL_SYSTEM
        events = self.snapshot.events.get((person.id, kind, platform_id), ())
        standing = standing_on(events, self.today)
        what = f"{person.name}, {_WHAT[kind]} on {platform_id}"
        last = next((e for e in reversed(events) if e.giver == giver), None)
        if last is not None and _says_the_same(last, answer, given_on, until):
            self.rows.append(PreviewRow(row.line, person.name, Change.SAME, f"{what}: still {word.lower()}."))
            return
        refused = [e for e in events if e.answer is not Answer.YES]
        stands = standing.status in (ConsentStatus.NO, ConsentStatus.WITHDRAWN)
        if answer is Answer.YES and stands and refused:
            newest = max(max(e.valid_from, e.recorded_at.date()) for e in refused)
            if given_on is None or given_on <= newest:
                words = (
                    f"{what}: the file says yes, but a no of {newest:%d %b %Y} stands. A yes must be dated after it."
                )
                self.rows.append(PreviewRow(row.line, person.name, Change.KEPT_NO, words))
                return
            self.no_to_yes += 1
        if answer is not Answer.YES and standing.allows:
            self.yes_to_no += 1
        change = Change.NEW if not events else Change.CHANGED
        self.rows.append(PreviewRow(row.line, person.name, change, f"{what}: {word.lower()}."))
        self.answers.append(
            NewConsent(
                person_id=person.id, kind=kind, platform_id=platform_id, answer=answer, giver=giver,
                valid_from=given_on or self.today, valid_until=until, relationship=row.get("relationship"),
                evidence=f"{self.evidence}, line {row.line}", source=str(row.line),
            )
        )  # fmt: skip


_WHAT = {
    ConsentKind.IMAGE: "picture",
    ConsentKind.NAME: "name",
    ConsentKind.VIDEO: "video",
    ConsentKind.WORK: "work",
}


def _says_the_same(last: ConsentEvent, answer: Answer, given_on: date | None, until: date | None) -> bool:
    same_day = given_on is None or last.valid_from == given_on
    return last.answer is answer and same_day and last.valid_until == until and not last.to_confirm


def _targets(places: tuple[Platform, ...]) -> dict[str, tuple[ConsentKind, PlatformId]]:
    """How a heading names a platform and a kind: "Facebook", "Facebook name", "Name on Facebook"."""
    targets: dict[str, tuple[ConsentKind, PlatformId]] = {}
    for place in places:
        for name in {folded(place.name), folded(place.id)}:
            targets[name] = targets[f"{name} image"] = targets[f"{name} photo"] = (ConsentKind.IMAGE, place.id)
            for kind in (ConsentKind.NAME, ConsentKind.VIDEO, ConsentKind.WORK):
                word = kind.value.lower()
                targets[f"{name} {word}"] = targets[f"{word} on {name}"] = (kind, place.id)
    return targets


def _consent_columns(
    file: SchoolFile, places: tuple[Platform, ...]
) -> tuple[dict[str, tuple[ConsentKind, PlatformId]], tuple[str, ...]]:
    """The columns that hold answers, and those that fit no platform; a column never counts for another platform."""
    targets = _targets(places)
    columns = {heading: targets[folded(heading)] for heading in file.other_headings if folded(heading) in targets}
    ignored = tuple(heading for heading in file.other_headings if heading not in columns)
    if not columns and not ({"answer"} <= file.fields and file.fields & {"platform", "consent_type"}):
        raise RegisterError(
            "No column of this file names one of the school's platforms.",
            remedy="Name the columns like the platforms: " + ", ".join(p.name for p in places),
        )
    return columns, ignored


def _person_of(row: FileRow, known: _Known) -> Person:
    upn = row.get("upn").strip().upper()
    if upn and not upn_is_valid(upn):
        raise RegisterError(f"The UPN {upn} of “{_name_in(row)}” cannot be right: its check letter does not fit.")
    if not (row.get("legal_forename") or row.get("legal_surname")):
        raise RegisterError("This line has no name.")
    before = known.find(row) or people.new(PersonKind.PUPIL, row.get("legal_forename"), row.get("legal_surname"))
    texts: dict[str, Any] = {
        field: row.get(field) or getattr(before, field)
        for field in (
            "legal_forename", "legal_surname", "preferred_forename", "preferred_surname",
            "admission_number", "registration_group", "year_group",
        )
    }  # fmt: skip
    return replace(
        before,
        **texts,
        upn=upn or before.upn,
        date_of_birth=parse_date(row.get("date_of_birth")) or before.date_of_birth,
        on_roll_until=parse_date(row.get("on_roll_until")) or before.on_roll_until,
    )


def _name_in(row: FileRow) -> str:
    return f"{row.get('legal_forename')} {row.get('legal_surname')}".strip() or row.get("upn") or "?"


def _digest(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except OSError as error:
        raise RegisterError(f"The file {path.name} cannot be read.") from error
