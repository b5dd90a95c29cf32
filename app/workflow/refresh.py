"""What the calendar does to consents: yeses that run out, birthdays, leavers, and who must be asked again this year.

Nothing has to happen for a yes to end: what is in force on a day is derived. `look_ahead` only tells people about it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from app.domain.consent import ConsentKind, ConsentStanding, ConsentStatus, Platform, PlatformId, RegisterSnapshot
from app.domain.people import Action, Actor, Person, PersonId
from app.domain.post import TaskKind
from app.policy.pack import PolicyPack
from app.policy.standing import SCHOOL_ZONE, standing_of
from app.storage.writing import write_whole
from app.workflow import biometrics, permissions
from app.workflow.consequences import let_lapse
from app.workflow.workspace import Workspace
from consent_db import audit, consent, people, platforms, releases, settings

NOTICE_DAYS = 30
"""So long before an answer runs out somebody is told."""
_AT_ONCE = 100
"""So many people are read and let go of together: more of them would keep the window waiting."""
_LOOKED_ON = "looked_ahead_on"
_BY = "clearpost"
_ENDED = (ConsentStatus.EXPIRED, ConsentStatus.ASK_PUPIL)


class Why(StrEnum):
    """Why somebody must be asked again."""

    NEVER_ASKED = "never asked"
    RAN_OUT = "ran out"
    RUNS_OUT = "runs out soon"
    TOO_OLD = "given too long ago"
    TO_CONFIRM = "to be confirmed"
    ASK_PUPIL = "now old enough to be asked"


_OF_STATUS = {
    ConsentStatus.NOT_ASKED: Why.NEVER_ASKED,
    ConsentStatus.EXPIRED: Why.RAN_OUT,
    ConsentStatus.TO_CONFIRM: Why.TO_CONFIRM,
    ConsentStatus.ASK_PUPIL: Why.ASK_PUPIL,
}


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One person to ask again, and for each reason about what."""

    person: Person
    reasons: Mapping[Why, tuple[tuple[ConsentKind, PlatformId], ...]]


@dataclass(frozen=True, slots=True)
class RefreshList:
    """Who must be asked again, by class and name."""

    day: date
    people: tuple[ToAsk, ...]
    platforms: Mapping[PlatformId, Platform]

    @property
    def classes(self) -> Mapping[str, int]:
        """How many of each class."""
        return Counter(entry.person.registration_group for entry in self.people)

    @property
    def counts(self) -> Mapping[Why, int]:
        """How many people for each reason."""
        return Counter(why for entry in self.people for why in entry.reasons)

    def to_csv(self) -> str:
        """The list for the office's own letters: one line for each person and reason; safe to open as a spreadsheet."""
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(["Class", "Surname", "Forename", "UPN", "Reason", "For"])
        for line in self._lines():
            writer.writerow([_harmless(cell) for cell in line])
        return out.getvalue()

    def to_words(self) -> list[str]:
        """The list to print, class by class."""
        lines: list[str] = []
        for group, number in sorted(self.classes.items()):
            lines += ["", f"{group or 'Without a class'}: {number} to ask"]
            lines += [f"  {e.person.name}: {'; '.join(e.reasons)}" for e in self.people if _group(e) == group]
        return lines[1:]

    def _lines(self) -> Iterator[tuple[str, ...]]:
        for entry in self.people:
            for why, targets in entry.reasons.items():
                what = ", ".join(f"{kind.value.lower()} on {self.platforms[place].name}" for kind, place in targets)
                person = entry.person
                yield person.registration_group, person.surname, person.forename, person.upn, why.value, what


@dataclass(frozen=True, slots=True)
class LookedAhead:
    """What the calendar brought since the last look."""

    to_look_at: int = 0
    """Live posts with somebody whose yes ended."""
    to_ask: int = 0
    """Pupils who are now old enough to be asked themselves."""
    run_out_soon: int = 0
    """People with an answer that runs out within the month."""


def refresh_list(
    workspace: Workspace,
    actor: Actor,
    *,
    group: str | None = None,
    asked_since: date | None = None,
    within_days: int = NOTICE_DAYS,
) -> RefreshList:
    """Who must be asked again. A refusal is left alone; kinds that nobody was ever asked about are left out.

    Args:
        workspace: the school's workspace.
        actor: who asks.
        group: one class only.
        asked_since: a yes given before this day is too old; a year ago when None.
        within_days: how far ahead to look for answers that run out.

    Raises:
        NotAllowedError: the actor does not see the register.
    """
    actor.require(Action.SEE_REGISTER)
    since = asked_since or workspace.clock.today() - timedelta(days=365)
    with workspace.database.read() as connection:
        places = platforms.everything(connection)
        parts = _to_ask(workspace, connection, places, group=group, since=since, within_days=within_days)
        found = [entry for part in parts for entry in part]
    found.sort(key=lambda e: (_group(e), e.person.surname.casefold(), e.person.forename.casefold(), e.person.id))
    return RefreshList(workspace.clock.today(), tuple(found), {place.id: place for place in places})


def running_out(workspace: Workspace, actor: Actor) -> Iterator[int | None]:
    """Count those with an answer that runs out; None after each part of the register, so that it can be ended.

    Raises:
        NotAllowedError: the actor does not see the register.
    """
    actor.require(Action.SEE_REGISTER)
    number, since = 0, workspace.clock.today() - timedelta(days=365)
    with workspace.database.read() as connection:
        places = platforms.everything(connection)
        for part in _to_ask(workspace, connection, places, group=None, since=since, within_days=NOTICE_DAYS):
            number += sum(1 for entry in part if Why.RUNS_OUT in entry.reasons)
            yield None
    yield number


def _to_ask(
    workspace: Workspace,
    connection: Connection,
    places: Sequence[Platform],
    *,
    group: str | None,
    since: date,
    within_days: int,
) -> Iterator[list[ToAsk]]:
    """Those to ask again, in no order, from one part of the register after the other."""
    today, asked = workspace.clock.today(), consent.kinds_asked(connection)
    kinds = [kind for kind in ConsentKind if kind in asked] or [ConsentKind.IMAGE]
    for some in people.in_parts(connection, _AT_ONCE):
        children = [
            person
            for person in some
            if person.kind.is_child and not person.has_left(today) and group in (None, person.registration_group)
        ]
        look = _Look(consent.snapshot_of(connection, children), workspace.pack, today)
        found = []
        for person in children:
            reasons: dict[Why, list[tuple[ConsentKind, PlatformId]]] = defaultdict(list)
            for kind in kinds:
                for place in places:
                    why = look.why(person.id, kind, place, since=since, within_days=within_days)
                    if why is not None:
                        reasons[why].append((kind, place.id))
            if reasons:
                found.append(ToAsk(person, {why: tuple(reasons[why]) for why in Why if why in reasons}))
        yield found


def export_refresh_list(workspace: Workspace, actor: Actor, *, group: str | None = None) -> str:
    """The list as CSV text; that it left the program is recorded."""
    found = refresh_list(workspace, actor, group=group)
    with workspace.database.transaction() as connection:
        audit.append(connection, actor.user_id, "refresh-list-exported", details={"people": len(found.people)})
    return found.to_csv()


def save_refresh_list(workspace: Workspace, actor: Actor, path: Path, *, group: str | None = None) -> Path:
    """Write the list as a table for the office's own letters; the file is there whole, or not at all.

    Raises:
        NotAllowedError: the actor does not see the register.
        StorageError: the disk is full, or the folder cannot be written.
    """
    write_whole(path, export_refresh_list(workspace, actor, group=group).encode("utf-8-sig"))
    return path


def look_ahead(workspace: Workspace) -> LookedAhead:
    """Tell people once of what the calendar ended since the last look; called at sign-in, it does work once a day.

    Live posts with somebody whose yes ended are to be looked at again, pupils who are old enough to be asked, and the
    office to be told when answers run out within the month.
    """
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        if settings.get(connection, _LOOKED_ON) == today.isoformat():
            return LookedAhead()
    with workspace.database.transaction() as connection:
        last = settings.get(connection, _LOOKED_ON)
        if last is not None and last >= today.isoformat():
            return LookedAhead()
        since = None if last is None else date.fromisoformat(last)
        look = _Look(consent.snapshot(connection), workspace.pack, today)
        outcome = _tell(workspace, connection, look, platforms.everything(connection), since)
        biometrics.delete_lapsed(workspace, connection, by=_BY)
        permissions.let_run_out(workspace, connection, since=since)
        settings.put(connection, _LOOKED_ON, today.isoformat(), by=_BY)
        details = {
            "to_look_at": outcome.to_look_at, "to_ask": outcome.to_ask, "run_out_soon": outcome.run_out_soon,
        }  # fmt: skip
        audit.append(connection, _BY, "looked-ahead", details=details)
    return outcome


def _tell(
    workspace: Workspace, connection: Connection, look: _Look, places: Collection[Platform], since: date | None
) -> LookedAhead:
    ended: dict[PersonId, set[PlatformId]] = defaultdict(set)
    to_ask: set[PersonId] = set()
    soon: set[PersonId] = set()
    by_id = {place.id: place for place in places}
    for person_id, kind, platform_id in look.known.events:
        person, place = look.known.people.get(person_id), by_id[platform_id]
        if person is None:
            continue
        now = look.on(look.today, person_id, kind, place)
        if now.status in _ENDED and look.is_news(now, kind, place, since):
            ended[person_id].add(platform_id)
            if now.status is ConsentStatus.ASK_PUPIL:
                to_ask.add(person_id)
        elif now.allows and look.begins_to_run_out(now, kind, place, since):
            soon.add(person_id)
    tasks = sum(let_lapse(workspace, connection, person_id, places) for person_id, places in sorted(ended.items()))
    for person_id in sorted(to_ask):
        words = "This pupil is old enough to be asked themselves now. Ask them, and tell the parents."
        releases.raise_task(connection, TaskKind.ASK_PUPIL, words, person_id=person_id)
    if soon:
        words = "Answers run out within the month: print the list of who must be asked again."
        releases.raise_task(connection, TaskKind.REFRESH_CONSENT, words)
    return LookedAhead(tasks, len(to_ask), len(soon))


@dataclass(frozen=True, slots=True)
class _Look:
    """The register as it is, read for several days."""

    known: RegisterSnapshot
    pack: PolicyPack
    today: date

    def on(self, day: date, person_id: PersonId, kind: ConsentKind, place: Platform) -> ConsentStanding:
        return standing_of(person_id, kind=kind, snapshot=self.known, pack=self.pack, platform=place, today=day)

    def why(
        self, person_id: PersonId, kind: ConsentKind, place: Platform, *, since: date, within_days: int
    ) -> Why | None:
        """Why this person must be asked about this; None when they need not."""
        now = self.on(self.today, person_id, kind, place)
        if not now.allows or now.event is None:
            return _OF_STATUS.get(now.status)
        if now.event.valid_from < since:
            return Why.TOO_OLD
        still = self.still_allows(now, kind, place, self.today + timedelta(days=within_days))
        return None if still else Why.RUNS_OUT

    def still_allows(self, now: ConsentStanding, kind: ConsentKind, place: Platform, day: date) -> bool:
        """Whether a yes of today counts on that later day too; looked up in full only where something ends before."""
        event = now.event
        if event is None:
            return False
        person = self.known.people[event.person_id]
        contact = None if event.contact_id is None else self.known.contacts.get(event.contact_id)
        asked_from = self.known.asked_from(person)
        ends = [event.valid_until, person.on_roll_until, None if contact is None else contact.until]
        grows_up = asked_from is not None and self.today < asked_from <= day
        if self.pack.consent_max_age_days is None and not grows_up and all(end is None or day <= end for end in ends):
            return True
        return self.on(day, event.person_id, kind, place).allows

    def is_news(self, now: ConsentStanding, kind: ConsentKind, place: Platform, since: date | None) -> bool:
        """Whether this yes ended after that day, or ever."""
        if now.event is None:
            return False
        recorded = now.event.recorded_at.astimezone(SCHOOL_ZONE).date()
        return since is None or recorded >= since or self.on(since, now.event.person_id, kind, place).allows

    def begins_to_run_out(self, now: ConsentStanding, kind: ConsentKind, place: Platform, since: date | None) -> bool:
        """Whether this yes ends within the month, and did not yet when somebody last looked."""
        ahead = timedelta(days=NOTICE_DAYS)
        if now.event is None or self.still_allows(now, kind, place, self.today + ahead):
            return False
        return since is None or self.on(since + ahead, now.event.person_id, kind, place).allows


def _group(entry: ToAsk) -> str:
    return entry.person.registration_group


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
