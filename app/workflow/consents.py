"""What was answered about people: forms and single answers, corrections, history, and what is in force in a class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from app.domain.consent import (
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    ConsentStanding,
    Platform,
    PlatformId,
    RegisterSnapshot,
    Target,
)
from app.domain.contacts import ContactId
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person, PersonId
from app.policy.standing import SCHOOL_ZONE, standing_of
from app.workflow import evidence
from app.workflow.consent_checks import checked
from app.workflow.consequences import stop_showing
from app.workflow.workspace import Workspace
from consent_db import audit, consent, people, platforms, users
from consent_db.consent import NewConsent


@dataclass(frozen=True, slots=True)
class SignedForm:
    """One form of one giver, with every answer on it.

    Attributes:
        giver: the name on the form, or `CHILD`; left empty when `contact_id` says who it was.
        kept_where: where the paper is; may be empty when there is a scan.
        scan: a PDF, JPEG or PNG file.
        parent_informed_on: of a pupil who signed themselves, when the parents were told.
    """

    person_id: PersonId
    answers: Mapping[tuple[ConsentKind, PlatformId], Answer]
    form_version: str
    valid_from: date
    valid_until: date | None = None
    giver: str = ""
    contact_id: ContactId | None = None
    relationship: str = ""
    kept_where: str = ""
    scan: bytes | None = None
    parent_informed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClassStatus:
    """What is in force for the pupils of one class on a day."""

    people: tuple[Person, ...]
    platforms: tuple[Platform, ...]
    standings: Mapping[Target, ConsentStanding] = field(default_factory=dict)


def record_form(workspace: Workspace, actor: Actor, form: SignedForm) -> tuple[ConsentEventId, ...]:
    """Record every answer of a form at once, all of them or none.

    Raises:
        NotAllowedError: only the data manager records a yes; anybody may record a no (`refusals.take_consent_away`).
        RegisterError: the form holds no answer, or one that may not be recorded; nothing is written.
        StorageError, VerificationError: the scan could not be kept; nothing is written.
    """
    actor.require(Action.EDIT_REGISTER)
    if not form.answers:
        raise RegisterError("The form holds no answer.", remedy="Tick what was answered.")
    scan = None if form.scan is None else evidence.name_of(workspace, form.scan)
    answers = [
        NewConsent(
            form.person_id, kind, platform_id, answer, form.giver, form.valid_from, form.relationship,
            form.kept_where, form.valid_until, contact_id=form.contact_id, form_version=form.form_version,
            evidence_file=scan,
        )
        for (kind, platform_id), answer in form.answers.items()
    ]  # fmt: skip
    with workspace.database.transaction() as connection:
        return _record(workspace, connection, actor, answers, form.parent_informed_on, form.scan)


def record_consent(
    workspace: Workspace, actor: Actor, answer: NewConsent, *, parent_informed_on: date | None = None
) -> ConsentEventId:
    """Record one answer with its evidence.

    Raises:
        NotAllowedError: only the data manager records a yes; anybody may record a no (`refusals.take_consent_away`).
        RegisterError: the giver, the form or the evidence of a yes is missing, the giver may not say yes, or it ends
            before it begins.
    """
    actor.require(Action.EDIT_REGISTER)
    plain = replace(answer, supersedes=None, to_confirm=False, source="")
    with workspace.database.transaction() as connection:
        return _record(workspace, connection, actor, [plain], parent_informed_on)[0]


def correct_mistake(workspace: Workspace, actor: Actor, event_id: ConsentEventId, *, evidence: str) -> ConsentEventId:
    """Note that an answer was entered by mistake. What was recorded stays; the note is one more event.

    A yes is taken back. A no is not turned into a yes: the giver's answer has to be confirmed before anything shows.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: nothing says how the mistake is known, it is not the giver's last word, or nobody knows whose no
            it was (`refusals.settle_refusals` asks the family).
    """
    actor.require(Action.EDIT_REGISTER)
    if not evidence.strip():
        raise RegisterError("Say how the mistake is known.", remedy="For example: the form in folder 3 says no.")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        wrong = consent.get(connection, event_id)
        if wrong.is_anonymous:
            raise RegisterError("Nobody knows which parent said this no.", remedy="Ask the family, then settle it.")
        if _last_word(connection, wrong).id != wrong.id:
            raise RegisterError("The giver answered again since.", remedy="Look at their last answer.", code="conflict")
        new_id = consent.record(
            connection, _taken_back(wrong, workspace.clock.today(), evidence.strip()), by=actor.user_id
        )
        if wrong.answer is Answer.YES:
            stop_showing(workspace, connection, wrong.person_id, [wrong.platform_id])
        audit.append(connection, actor.user_id, "consent-corrected", subjects=[wrong.person_id, wrong.id, new_id])
    return new_id


def consent_history(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[ConsentEvent, ...]:
    """Everything ever answered for one person, oldest first."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return consent.history(connection, person_id)


def snapshot(workspace: Workspace, actor: Actor, people_ids: Iterable[PersonId] | None = None) -> RegisterSnapshot:
    """The answers of these people, or of everybody.

    Holds are left out for everybody but those who may place them.

    Raises:
        NotAllowedError: the actor does not see the register; `class_status` says what is in force without saying why.
    """
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        whole = consent.snapshot(connection, None if people_ids is None else set(people_ids))
    return whole if actor.may(Action.PLACE_HOLD) else replace(whole, holds=frozenset())


def class_status(workspace: Workspace, actor: Actor, group: str, day: date | None = None) -> ClassStatus:
    """What is in force for every pupil of a class, each kind and each platform, on a day.

    Of a day that is over it says what the register knew then. Holds are not in it. Whoever only names faces gets
    names and what is in force, without who gave it and how.
    """
    _may_look(actor)
    today = workspace.clock.today()
    day = day or today
    with workspace.database.read() as connection:
        pupils, places = people.by_class(connection, group), platforms.everything(connection)
        known = consent.snapshot_of(connection, pupils)
    if day < today:
        known = replace(known, events={key: _known_on(events, day) for key, events in known.events.items()})
    sees = actor.may(Action.SEE_REGISTER)
    standings = {
        (person.id, kind, place.id): _as_seen(
            standing_of(person.id, kind=kind, snapshot=known, pack=workspace.pack, platform=place, today=day), sees
        )
        for person in pupils
        for kind in ConsentKind
        for place in places
    }
    return ClassStatus(pupils if sees else tuple(map(named_only, pupils)), places, standings)


def named_only(person: Person) -> Person:
    """What somebody who names faces needs to know of a person: names, class and whether they are still here."""
    return replace(person, upn="", admission_number="", date_of_birth=None)


def _may_look(actor: Actor) -> None:
    if not actor.may(Action.REVIEW):
        actor.require(Action.SEE_REGISTER)


def _record(
    workspace: Workspace,
    connection: Connection,
    actor: Actor,
    answers: Iterable[NewConsent],
    parent_informed_on: date | None,
    scan: bytes | None = None,
) -> tuple[ConsentEventId, ...]:
    today = workspace.clock.today()
    said_now = tuple(answers)
    takes_away = all(answer.answer is not Answer.YES for answer in said_now)
    users.require_current(connection, actor, today, even_unread=takes_away)
    taken = [checked(connection, a, today=today, parent_informed_on=parent_informed_on) for a in said_now]
    if scan is not None:
        evidence.add(workspace, connection, scan, evidence.put(workspace, scan))
    ids = tuple(consent.record(connection, answer, by=actor.user_id) for answer in taken)
    if refused := {answer.platform_id for answer in taken if answer.answer is not Answer.YES}:
        stop_showing(workspace, connection, taken[0].person_id, refused)
    said = {f"{a.kind.value}:{a.platform_id}": a.answer.value for a in taken}
    audit.append(connection, actor.user_id, "consent-recorded", subjects=[taken[0].person_id, *ids], details=said)
    return ids


def _last_word(connection: Connection, event: ConsentEvent) -> ConsentEvent:
    same = [
        e
        for e in consent.history(connection, event.person_id)
        if (e.kind, e.platform_id, e.giver, e.contact_id)
        == (event.kind, event.platform_id, event.giver, event.contact_id)
    ]
    return same[-1]


def _taken_back(wrong: ConsentEvent, today: date, evidence: str) -> NewConsent:
    """A withdrawal for a yes; for a refusal a yes that does not clear until somebody confirms it."""
    answer = Answer.WITHDRAWN if wrong.answer is Answer.YES else Answer.YES
    return NewConsent(
        wrong.person_id, wrong.kind, wrong.platform_id, answer, wrong.giver, today, wrong.relationship,
        f"entered by mistake: {evidence}", supersedes=wrong.id, to_confirm=answer is Answer.YES,
        contact_id=wrong.contact_id,
    )  # fmt: skip


def _known_on(events: tuple[ConsentEvent, ...], day: date) -> tuple[ConsentEvent, ...]:
    return tuple(e for e in events if e.recorded_at.astimezone(SCHOOL_ZONE).date() <= day)


def _as_seen(standing: ConsentStanding, sees_register: bool) -> ConsentStanding:
    return standing if sees_register else ConsentStanding(standing.status)
