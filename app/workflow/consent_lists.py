"""What the lines of a consent list would change: which column is which platform, and when a yes is not taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from app.domain.consent import (
    CHILD,
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    ConsentStatus,
    Platform,
    RegisterSnapshot,
    counting,
    is_own,
)
from app.domain.errors import RegisterError
from app.domain.people import Person, PersonId
from app.workflow.list_matching import KnownPeople, name_in
from consent_db.consent import NewConsent
from consent_db.lists.cells import checked_text, parse_answer, parse_date
from consent_db.lists.mapping import Target
from consent_db.lists.presets import heading_key
from consent_db.lists.school_file import FileRow, SchoolFile

_PREVIEWED = "preview"
UNDOING = "undo:"
"""How the source of an answer begins that was written because a reading was undone."""
SCHOOL_SYSTEM = "the school's system"
"""The giver of answers in files that do not say who gave them."""

Targets = tuple[Target, ...]
_WHAT = {
    ConsentKind.IMAGE: "picture",
    ConsentKind.NAME: "name",
    ConsentKind.VIDEO: "video",
    ConsentKind.WORK: "work",
}


_KIND_WORDS = {
    "image": "IMAGE", "images": "IMAGE", "photo": "IMAGE", "photos": "IMAGE", "photograph": "IMAGE",
    "photographs": "IMAGE", "picture": "IMAGE", "pictures": "IMAGE", "name": "NAME", "names": "NAME",
    "first name": "NAME", "video": "VIDEO", "videos": "VIDEO", "film": "VIDEO", "work": "WORK", "school work": "WORK",
}  # fmt: skip
"""How the kinds of consent are called in headings and in the column of types."""


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT_NO = "kept no"
    """The file says yes, an earlier no stands: a yes needs a date after it."""
    FREE_TEXT = "needs a person"
    """Words that are neither yes nor no: somebody must read them."""
    PROBLEM = "problem"


class Turn(StrEnum):
    """Which way an answer would turn what holds today."""

    YES_TO_NO = "from yes to no"
    NO_TO_YES = "from no to yes"
    YES_TO_DOUBT = "from yes to “to be confirmed”"
    """The file says something only a person can read, so the yes does not show anybody until somebody has."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What one line of the file would do; `words` is a sentence for the screen.

    Attributes:
        person_id: whom it is about, where that is certain.
        targets: of free text, what it would be the answer for.
        said: of free text, the words of the file.
    """

    line: int
    name: str
    change: Change
    words: str
    turn: Turn | None = None
    person_id: PersonId | None = None
    targets: Targets = ()
    said: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """One answer of a line, as written: to whom it belongs, and its dates."""

    line: int
    person: Person
    target: Target
    answer: Answer
    giver: str
    given_on: date | None
    until: date | None
    relationship: str

    @property
    def what(self) -> str:
        return f"{self.person.name}, {_WHAT[self.target[0]]} on {self.target[1]}"


@dataclass
class ConsentReading:
    """Goes through the lines and keeps what they would do; a line sees what the lines before it said."""

    snapshot: RegisterSnapshot
    columns: Mapping[str, Targets]
    places: tuple[Platform, ...]
    today: date
    evidence: str
    types: Mapping[str, Targets] = field(default_factory=dict)
    aliases: Mapping[str, PersonId] = field(default_factory=dict)
    asked: Collection[tuple[PersonId | None, str]] = ()
    undone: Collection[str] = ()
    rows: list[PreviewRow] = field(default_factory=list)
    answers: list[NewConsent] = field(default_factory=list)
    unknown_types: dict[str, int] = field(default_factory=dict)
    """Types of consent that stand for no platform, with the number of their lines."""

    def __post_init__(self) -> None:
        self._known = KnownPeople(self.snapshot.people.values(), self.aliases)
        self._events = dict(self.snapshot.events)
        self._named = {key: (target,) for key, target in targets_of(self.places).items()} | dict(self.types)

    def read(self, row: FileRow) -> None:
        """Take in one line; a cell nobody can read is a problem of its own and hides no other cell's no."""
        try:
            if row.is_shifted:
                raise RegisterError(
                    f"The line of “{name_in(row)}” has more cells than there are headings.",
                    remedy="A comma inside a name must stand in quotation marks; export the list as XLSX.",
                )
            person = self._known.find(row, same_class=True)
            if person is None:
                raise RegisterError(f"“{name_in(row)}” is not in the register.", remedy="Import the pupil list first.")
            given_on, until = self._dates(row)
            giver = checked_text(row.get("giver"), most=200) or SCHOOL_SYSTEM
            giver = CHILD if is_own(giver) else giver
            relationship = checked_text(row.get("relationship"), most=100)
            cells = self._cells(row)
        except (RegisterError, ValueError) as problem:
            self._problem(row, problem)
            return
        for heading, targets in cells:
            text = row.get(heading)
            try:
                word = parse_answer(text)
            except ValueError as problem:
                words = f"{person.name}, column {heading}: {problem}. Somebody must read it."
                free = PreviewRow(
                    row.line, person.name, Change.FREE_TEXT, words, None, person.id, targets, text, heading
                )
                self._ask(free)
                continue
            if word is None:
                continue
            for target in targets:
                self._take(_Said(row.line, person, target, Answer(word), giver, given_on, until, relationship))

    def _dates(self, row: FileRow) -> tuple[date | None, date | None]:
        given_on, until = parse_date(row.get("answered_on")), parse_date(row.get("valid_until"))
        if given_on is not None and given_on > self.today:
            raise RegisterError(f"“{name_in(row)}” would have answered on a day to come, {given_on:%d %b %Y}.")
        if given_on is not None and until is not None and until < given_on:
            raise RegisterError(f"The answer of “{name_in(row)}” would end before it begins.")
        return given_on, until

    def _cells(self, row: FileRow) -> list[tuple[str, Targets]]:
        if self.columns:
            return list(self.columns.items())
        place, kind = row.get("platform"), row.get("consent_type")
        if not (place or kind):
            raise RegisterError(f"The line of “{name_in(row)}” names no platform.")
        both = f"{place} {kind}" if place and kind else place or kind
        targets = self._named.get(heading_key(both))
        if targets is None and not place:
            self.unknown_types[kind] = self.unknown_types.get(kind, 0) + 1
            return []
        if targets is None:
            raise RegisterError(f"“{both}” is none of the school's platforms.")
        return [("answer", targets)]

    def _ask(self, row: PreviewRow) -> None:
        """Leave words to a person, once."""
        if (row.person_id, row.words) in self.asked:
            row = replace(row, change=Change.SAME, words=f"{row.name}, column {row.heading}: asked already.")
        self.rows.append(row)

    def finish(self) -> None:
        """After the last line: a yes that free words may speak against shows nobody until somebody has read them.

        Not sooner, because another line of the same file may say yes, above or below. Words that were asked about
        before still speak against what lists say, and no longer against what a person recorded since.
        """
        for at, row in enumerate(self.rows):
            if row.targets and row.person_id is not None:
                doubted = [self._doubt(row, row.person_id, target) for target in row.targets]
                self.rows[at] = replace(row, turn=Turn.YES_TO_DOUBT if any(doubted) else None)

    def _doubt(self, row: PreviewRow, person_id: PersonId, target: Target) -> bool:
        events = self._events.get((person_id, *target), ())
        asked = row.change is Change.SAME
        doubtful = [e for e in counting(events) if not e.to_confirm and not (asked and not e.source)]
        if not doubtful or not self.snapshot.judge(person_id, events, self.today).allows:
            return False
        for event in doubtful:
            new = NewConsent(
                person_id=event.person_id, kind=event.kind, platform_id=event.platform_id, answer=Answer.YES,
                giver=event.giver, valid_from=event.valid_from, valid_until=event.valid_until,
                relationship=event.relationship, evidence=f"{self.evidence}, line {row.line}: free text",
                contact_id=event.contact_id, form_version=event.form_version, evidence_file=event.evidence_file,
                source=f"{row.line}:{len(self.answers)}", to_confirm=True,
                supersedes=None if event.id.startswith(_PREVIEWED) else event.id,
            )  # fmt: skip
            self.answers.append(new)
            events = (*events, self._event(new, events))
        self._events[person_id, *target] = events
        return True

    def _take(self, said: _Said) -> None:
        events = self._events.get((said.person.id, *said.target), ())
        before = self.snapshot.judge(said.person.id, events, self.today)
        stand = [
            e for e in events if e.source.partition(":")[0] not in self.undone and not e.source.startswith(UNDOING)
        ]
        if _was_said(stand, said):
            self._row(said, Change.SAME, f"{said.what}: still {said.answer.value.lower()}.")
            return
        refused = [e for e in stand if e.answer is not Answer.YES]
        if said.answer is Answer.YES and refused and before.status in (ConsentStatus.NO, ConsentStatus.WITHDRAWN):
            newest = max(max(e.valid_from, e.recorded_at.date()) for e in refused)
            if said.given_on is None or said.given_on <= newest:
                words = f"the file says yes, but a no of {newest:%d %b %Y} stands. A yes must be dated after it."
                self._row(said, Change.KEPT_NO, f"{said.what}: {words}")
                return
        new = self._new(said)
        events_after = (*events, self._event(new, events))
        self._events[said.person.id, *said.target] = events_after
        after = self.snapshot.judge(said.person.id, events_after, self.today)
        turn = None
        if before.allows and not after.allows:
            turn = Turn.YES_TO_NO
        elif after.allows and before.status in (ConsentStatus.NO, ConsentStatus.WITHDRAWN):
            turn = Turn.NO_TO_YES
        words = said.answer.value.lower()
        if said.answer is Answer.YES and not after.allows and after.event is not None:
            words = f"yes from {said.giver} is noted, but {after.event.giver} said {after.status.value.lower()}"
        self._row(said, Change.CHANGED if events else Change.NEW, f"{said.what}: {words}.", turn)
        self.answers.append(new)

    def _new(self, said: _Said) -> NewConsent:
        kind, platform_id = said.target
        return NewConsent(
            person_id=said.person.id, kind=kind, platform_id=platform_id, answer=said.answer, giver=said.giver,
            valid_from=said.given_on or self.today, valid_until=said.until, relationship=said.relationship,
            evidence=f"{self.evidence}, line {said.line}", source=f"{said.line}:{len(self.answers)}",
        )  # fmt: skip

    def _event(self, new: NewConsent, events: tuple[ConsentEvent, ...]) -> ConsentEvent:
        """The event as it would stand after the import, dated by what the file says."""
        return ConsentEvent(
            id=ConsentEventId(f"{_PREVIEWED} {new.source}"), person_id=new.person_id,
            sequence=max((e.sequence for e in events), default=0) + 1,
            kind=new.kind, platform_id=new.platform_id, answer=new.answer, giver=new.giver,
            relationship=new.relationship, evidence=new.evidence, valid_from=new.valid_from,
            valid_until=new.valid_until, recorded_at=datetime.combine(new.valid_from, time(), UTC), recorded_by="",
            to_confirm=new.to_confirm, contact_id=new.contact_id, source=new.source,
        )  # fmt: skip

    def _row(self, said: _Said, change: Change, words: str, turn: Turn | None = None) -> None:
        self.rows.append(PreviewRow(said.line, said.person.name, change, words, turn, said.person.id))

    def _problem(self, row: FileRow, words: object) -> None:
        self.rows.append(PreviewRow(row.line, name_in(row), Change.PROBLEM, str(words)))


def _was_said(events: Sequence[ConsentEvent], said: _Said) -> bool:
    """Whether the register holds this very answer: a dated one anywhere in the history, an undated one as the last.

    An undated refusal says nothing new where the giver's last word is a refusal, whichever of the two words it is.
    """
    given = [e for e in events if e.giver == said.giver]
    if said.given_on is None and said.answer is not Answer.YES:
        return bool(given) and given[-1].answer is not Answer.YES
    if said.given_on is None:
        given = given[-1:]
    return any(
        e.answer is said.answer
        and said.given_on in (None, e.valid_from)
        and said.until in (None, e.valid_until)
        and not e.to_confirm
        for e in given
    )


def targets_of(places: tuple[Platform, ...]) -> dict[str, Target]:
    """How a heading names a platform and a kind: "Facebook", "Facebook name", "Name on Facebook"."""
    targets: dict[str, Target] = {}
    for place in places:
        for name in {heading_key(place.name), heading_key(place.id)}:
            targets[name] = (ConsentKind.IMAGE, place.id)
            for word, kind in _KIND_WORDS.items():
                targets[f"{name} {word}"] = targets[f"{word} on {name}"] = (ConsentKind(kind), place.id)
    return targets


def consent_columns(file: SchoolFile, places: tuple[Platform, ...]) -> tuple[dict[str, Targets], tuple[str, ...]]:
    """The columns that hold answers, and those that fit no platform; a column never counts for another platform.

    Columns a saved mapping knows count for the platforms it lists, and no others do.

    Raises:
        RegisterError: no column holds answers for a platform of the school, or two hold them for the same.
    """
    there = {place.id for place in places}
    mapped = {place for targets in (*file.consents.values(), *file.types.values()) for _, place in targets}
    if gone := sorted(mapped - there):
        raise RegisterError(
            f"The saved mapping names the platform “{gone[0]}”, which the school does not have.",
            remedy="Map the columns anew.",
        )
    targets = targets_of(places)
    if doubled := [heading for heading in file.doubled if heading_key(heading) in targets and not file.consents]:
        raise RegisterError(f"There are two columns for “{doubled[0]}”.", remedy="Keep one of them.")
    columns: dict[str, Targets] = dict(file.consents)
    if not columns:
        named = {heading: targets.get(heading_key(heading)) for heading in file.other_headings}
        columns = {heading: (target,) for heading, target in named.items() if target}
        answered = [target for (target,) in columns.values()]
        if twice := [t for t in answered if answered.count(t) > 1]:
            both = "” and “".join(heading for heading, (target,) in columns.items() if target == twice[0])
            raise RegisterError(f"“{both}” are two columns for the same answer.", remedy="Keep one of them.")
    ignored = tuple(heading for heading in file.other_headings if heading not in columns)
    if not columns and not ({"answer"} <= file.fields and file.fields & {"platform", "consent_type"}):
        raise RegisterError(
            "No column of this file names one of the school's platforms.",
            remedy="Say which column is which, or name the columns like the platforms: "
            + ", ".join(place.name for place in places),
            code="no-answers",
        )
    return columns, ignored
