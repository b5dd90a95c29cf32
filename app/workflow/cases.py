"""The registers of complaints, requests, concerns and incidents: opened, worked on against the clock, closed.

What protects somebody works at once, before any answer is written: an objection is a no, a restriction keeps every
picture back and every record in place, a picture published by mistake becomes an urgent takedown.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.domain.cases import Case, CaseId, CaseKind, CaseStep, Step, acknowledge_by, due_at
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import ROLE_WORDS, Action, Actor, PersonId, Role
from app.domain.post import ReleaseId, TaskKind
from app.workflow import evidence as evidence_kept
from app.workflow import refusals, school_settings
from app.workflow.consequences import stop_showing
from app.workflow.evidence import Evidence
from app.workflow.takedowns import order_takedown_in
from app.workflow.workspace import Workspace
from consent_db import audit, case_lists, cases, people, releases, users
from consent_db.case_lists import CaseWord

_OPENS_CONFINED = frozenset({Role.HEAD, Role.DSL})
_URGENT = timedelta(minutes=30)
_TOLD_OF = frozenset({CaseKind.DISPARAGING, CaseKind.ABUSE, CaseKind.BLACKMAIL, CaseKind.WRONG_PICTURE})


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case as somebody who may open it sees it."""

    case: Case
    steps: tuple[CaseStep, ...]


def open_case(
    workspace: Workspace,
    actor: Actor,
    kind: CaseKind,
    words: str,
    *,
    received_at: datetime | None = None,
    person_id: PersonId | None = None,
    release_id: ReleaseId | None = None,
    asked_by: str = "",
    standing: str = "",
    is_safeguarding: bool = False,
    picture: bytes | None = None,
) -> Case:
    """Record what somebody asks for, complains of, worries about or saw; everybody may report a concern or incident.

    Args:
        workspace: the school's workspace.
        actor: who records it.
        kind: what it is; requests and complaints are recorded by those who keep the registers.
        words: what is asked or what happened.
        received_at: when the school got to know of it; now without it. The clock of the law runs from then.
        person_id: whom it is about.
        release_id: the published post it is about.
        asked_by: who asks; needed for requests and complaints.
        standing: by what right, for example as the child themselves or with parental responsibility.
        is_safeguarding: touches keeping children safe; only the Headteacher and the safeguarding lead open it then.
        picture: a screenshot, kept with its time.

    Raises:
        NotAllowedError: this person does not record requests.
        RegisterError: something is missing, or the day is still to come.
    """
    _check(workspace, actor, kind, words, received_at, person_id, asked_by, standing)
    if kind is CaseKind.OBJECTION and person_id is not None:  # it holds before anything else is written
        refusals.take_consent_away(workspace, actor, person_id, note=f"Objection by {asked_by}".strip())
    stored = None if picture is None else evidence_kept.put(workspace, picture)
    now = workspace.clock.now()
    since = received_at or now
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        if person_id is not None:
            people.get(connection, person_id)
        told = workspace.look_up_pack(connection).escalation if kind in _TOLD_OF else ()
        case = Case(
            id=cases.fresh_id(), number=cases.next_number(connection), kind=kind, words=words.strip(),
            received_at=since, recorded_at=now, recorded_by=actor.user_id, person_id=person_id,
            release_id=release_id, asked_by=asked_by.strip(), standing=standing.strip(),
            due_at=due_at(kind, since, holidays=school_settings.school_holidays(connection)),
            acknowledge_by=acknowledge_by(kind, since),
            is_safeguarding=is_safeguarding, tell=", ".join(_office(role) for role in told),
        )  # fmt: skip
        cases.add(connection, case)
        if picture is not None:
            name = evidence_kept.add(workspace, connection, picture, stored)
            cases.add_step(connection, case.id, Step.EVIDENCE, "", by=actor.user_id, evidence_file=name)
        details = {"kind": kind.value, "number": case.number} | _work_at_once(workspace, connection, actor, case)
        audit.append(connection, actor.user_id, "case-opened", subjects=_subjects(case), details=details)
    return case


def listing(workspace: Workspace, actor: Actor, *, open_only: bool = False) -> tuple[Case, ...]:
    """The cases this person may open: what runs out first at the top, then the newest of the open ones, of the closed.

    Raises:
        NotAllowedError: this person does not keep the registers.
    """
    actor.require(Action.KEEP_CASES)
    with workspace.database.read() as connection:
        found = [case for case in cases.everything(connection, open_only=open_only) if _may_open(actor, case)]
    running = [case for case in found if case.next_clock() is not None]
    rest = sorted((case for case in found if case.next_clock() is None), key=lambda case: not case.is_open)
    return (*sorted(running, key=lambda case: (case.next_clock(), case.number)), *rest)


def ids_of(
    workspace: Workspace, actor: Actor, words: Sequence[CaseWord] = (), *, is_open: bool | None = None
) -> tuple[CaseId, ...]:
    """Which cases this person may open and fit, in the order of `listing`; `by_ids` says what they are.

    Raises:
        NotAllowedError: this person does not keep the registers.
    """
    actor.require(Action.KEEP_CASES)
    confined = bool(actor.roles & _OPENS_CONFINED)
    with workspace.database.read() as connection:
        return case_lists.keys(connection, with_confined=confined, words=words, is_open=is_open)


def by_ids(workspace: Workspace, actor: Actor, case_ids: Collection[CaseId]) -> dict[CaseId, Case]:
    """These cases as far as this person may open them.

    Raises:
        NotAllowedError: this person does not keep the registers.
    """
    actor.require(Action.KEEP_CASES)
    with workspace.database.read() as connection:
        found = cases.by_ids(connection, case_ids)
    return {case_id: case for case_id, case in found.items() if _may_open(actor, case)}


def view(workspace: Workspace, actor: Actor, case_id: CaseId) -> CaseView:
    """One case with what was done; that it was opened is recorded where only two people may.

    Raises:
        NotAllowedError: this person may not open it.
    """
    with workspace.database.read() as connection:
        case = _openable(connection, actor, case_id)
        return CaseView(case, cases.steps(connection, case_id))


def picture_of(workspace: Workspace, actor: Actor, case_id: CaseId, step: CaseStep) -> Evidence:
    """A screenshot that was kept.

    Raises:
        NotAllowedError: this person may not open the case.
        RegisterError: the step holds none.
    """
    with workspace.database.read() as connection:
        _openable(connection, actor, case_id)
        kept = [s.evidence_file for s in cases.steps(connection, case_id)]
    if step.evidence_file is None or step.evidence_file not in kept:
        raise RegisterError("There is no picture with it.", code="missing")
    return evidence_kept.read_kept(workspace, actor, step.evidence_file, paper="", subjects=[case_id])


def take_step(
    workspace: Workspace, actor: Actor, case_id: CaseId, step: Step, words: str = "", *, picture: bytes | None = None
) -> Case:
    """Note something done: acknowledged, identity checked, told somebody, the safeguarding lead's answer.

    Raises:
        NotAllowedError: this person may not open it, or is not the safeguarding lead whose answer it is.
        RegisterError: it is closed, words are missing, or the step is done by another act.
    """
    if step in (Step.CLOSED, Step.EXTENDED, Step.PAUSED, Step.RESUMED, Step.PACK_MADE):
        raise RegisterError("This is done in another way.", code="step")
    if step in (Step.DSL_CLEARED, Step.DSL_REFUSED) and Role.DSL not in actor.roles:
        raise NotAllowedError(f"{actor.name} is not the safeguarding lead.", remedy="Ask the safeguarding lead.")
    if step in (Step.TOLD, Step.NOTED, Step.IDENTITY, Step.ICO_SETTLED) and not words.strip():
        raise RegisterError(
            "Say who, and how.", remedy="For example: telephone call, passport seen.", code="incomplete"
        )
    stored = None if picture is None else evidence_kept.put(workspace, picture)
    with workspace.database.transaction() as connection:
        case = _open_for_work(workspace, connection, actor, case_id)
        name = None if picture is None else evidence_kept.add(workspace, connection, picture, stored)
        cases.add_step(connection, case.id, step, words.strip(), by=actor.user_id, evidence_file=name)
        if step is Step.ICO_SETTLED and not case.kind.is_breach:
            raise RegisterError("The ICO has to hear of breaches only.", code="step")
        settles = Step.ICO_SETTLED if case.kind.is_breach else Step.ACKNOWLEDGED
        if step is settles and case.acknowledged_at is None:
            case = replace(case, acknowledged_at=workspace.clock.now())
        case = cases.change(connection, case)
        audit.append(
            connection, actor.user_id, "case-worked-on", subjects=_subjects(case), details={"step": step.value}
        )
    return case


def extend(workspace: Workspace, actor: Actor, case_id: CaseId, because: str) -> Case:
    """Take the two more months the law gives for a hard request; the person who asked has to be told why.

    Raises:
        RegisterError: not a request, extended already, over time already, or the reason is missing.
    """
    with workspace.database.transaction() as connection:
        case = _open_for_work(workspace, connection, actor, case_id)
        if not case.kind.can_wait or case.is_extended:
            raise RegisterError(
                "Only a request under data protection law can take two more months, and only once.", code="step"
            )
        if case.due_at is None or workspace.clock.now() > case.due_at:
            raise RegisterError("The month is over; it cannot be made longer any more.", code="late")
        if not because.strip():
            raise RegisterError("Say why it is hard, as you told the person who asked.", code="incomplete")
        stood_still = case.due_at - (due_at(case.kind, case.received_at) or case.due_at)
        longer = (due_at(case.kind, case.received_at, extended=True) or case.due_at) + stood_still
        case = cases.change(connection, replace(case, is_extended=True, due_at=longer))
        cases.add_step(connection, case.id, Step.EXTENDED, because.strip(), by=actor.user_id)
        audit.append(connection, actor.user_id, "case-extended", subjects=_subjects(case))
    return case


def pause(workspace: Workspace, actor: Actor, case_id: CaseId, because: str) -> Case:
    """Stop the clock while the school waits for what it needs to know from the person who asked.

    Raises:
        RegisterError: not a request, stopped already, or the reason is missing.
    """
    with workspace.database.transaction() as connection:
        case = _open_for_work(workspace, connection, actor, case_id)
        if not case.kind.can_wait or case.paused_on is not None or not because.strip():
            raise RegisterError("Only a request’s clock stops, once at a time, with what you asked for.", code="step")
        case = cases.change(connection, replace(case, paused_on=workspace.clock.today()))
        cases.add_step(connection, case.id, Step.PAUSED, because.strip(), by=actor.user_id)
        audit.append(connection, actor.user_id, "case-paused", subjects=_subjects(case))
    return case


def resume(workspace: Workspace, actor: Actor, case_id: CaseId) -> Case:
    """Let the clock go on; the days it stood still are added."""
    with workspace.database.transaction() as connection:
        case = _open_for_work(workspace, connection, actor, case_id)
        if case.paused_on is None or case.due_at is None:
            raise RegisterError("Its clock runs.", code="step")
        stood = workspace.clock.today() - case.paused_on
        case = cases.change(connection, replace(case, paused_on=None, due_at=case.due_at + stood))
        cases.add_step(connection, case.id, Step.RESUMED, "", by=actor.user_id)
        audit.append(connection, actor.user_id, "case-resumed", subjects=_subjects(case), details={"days": stood.days})
    return case


def close(workspace: Workspace, actor: Actor, case_id: CaseId, outcome: str) -> Case:
    """Close a case with what came of it.

    Raises:
        RegisterError: the outcome is missing, or something the law or the policy wants first was not done.
    """
    if not outcome.strip():
        raise RegisterError("Say what came of it.", code="incomplete")
    with workspace.database.transaction() as connection:
        case = _open_for_work(workspace, connection, actor, case_id)
        _require_down(connection, case)
        _require_done(case, {step.step for step in cases.steps(connection, case_id)})
        now = workspace.clock.now()
        case = replace(case, closed_at=now, closed_by=actor.user_id, outcome=outcome.strip(), paused_on=None)
        case = cases.change(connection, case)
        cases.add_step(connection, case.id, Step.CLOSED, outcome.strip(), by=actor.user_id)
        audit.append(connection, actor.user_id, "case-closed", subjects=_subjects(case))
    return case


def _require_down(connection: Connection, case: Case) -> None:
    """An incident about a post is not over while the post has to come down."""
    if case.release_id is not None and any(
        task.release_id == case.release_id for task in releases.open_tasks(connection, TaskKind.TAKEDOWN)
    ):
        raise RegisterError(
            "This cannot be closed yet: its post has to come down.",
            remedy="Take it down, and note the proof on the page Published.",
            code="not-done",
        )


def _require_done(case: Case, done: Collection[Step]) -> None:
    wanted = []
    if case.kind is CaseKind.COMPLAINT and case.acknowledged_at is None:
        wanted.append("Tell whoever complained that it came in.")
    if case.kind.is_for_access and not {Step.IDENTITY, Step.DSL_CLEARED} <= set(done):
        if Step.IDENTITY not in done:
            wanted.append("Check who asks.")
        if not {Step.DSL_CLEARED, Step.DSL_REFUSED} & set(done):
            wanted.append("Ask the safeguarding lead first.")
    if case.kind.is_breach and Step.ICO_SETTLED not in done:
        wanted.append("Note that you told the ICO within 72 hours, or why the data protection officer need not.")
    if case.kind in (CaseKind.DISPARAGING, CaseKind.ABUSE) and Step.TOLD not in done:
        wanted.append(f"Note that you told {case.tell or 'the Headteacher'}.")
    if wanted:
        raise RegisterError("This cannot be closed yet.", remedy=" ".join(wanted), code="not-done")


def _work_at_once(workspace: Workspace, connection: Connection, actor: Actor, case: Case) -> dict[str, int]:
    """What protects somebody and waits for nobody; how many takedowns came of it, for the records."""
    if case.kind is CaseKind.RESTRICTION and case.person_id is not None:
        return {"takedowns": stop_showing(workspace, connection, case.person_id)}
    if case.kind is CaseKind.WRONG_PICTURE and case.release_id is not None:
        due = workspace.clock.now() + _URGENT
        order_takedown_in(connection, case.release_id, reason="Published by mistake.", due_at=due)
        return {"takedowns": 1}
    return {}


def _check(
    workspace: Workspace, actor: Actor, kind: CaseKind, words: str, received_at: datetime | None,
    person_id: PersonId | None, asked_by: str, standing: str,
) -> None:  # fmt: skip
    asks = kind.is_request or kind is CaseKind.COMPLAINT
    actor.require(Action.KEEP_CASES if asks else Action.REPORT)
    if not words.strip():
        raise RegisterError("Say what is asked for or what happened.", code="incomplete")
    if asks and not asked_by.strip():
        raise RegisterError("Say who asks.", code="incomplete")
    if kind.is_request and person_id is None:
        raise RegisterError("Say whom it is about.", code="incomplete")
    if kind.is_request and not standing.strip():
        raise RegisterError(
            "Say by what right they ask.",
            remedy="For example: the pupil themselves, or the mother with parental responsibility.",
            code="incomplete",
        )
    if received_at is not None and received_at > workspace.clock.now():
        raise RegisterError("This day is still to come.", remedy="Record it once it has happened.", code="date")


def _open_for_work(workspace: Workspace, connection: Connection, actor: Actor, case_id: CaseId) -> Case:
    users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
    case = _openable(connection, actor, case_id)
    if not case.is_open:
        raise RegisterError(f"No. {case.number} is closed.", remedy="Open a new one.", code="closed")
    return case


def _openable(connection: Connection, actor: Actor, case_id: CaseId) -> Case:
    actor.require(Action.KEEP_CASES)
    case = cases.get(connection, case_id)
    if not _may_open(actor, case):
        raise NotAllowedError(
            "Only the Headteacher and the safeguarding lead open this.", remedy="Ask one of them.", code="confined"
        )
    return case


def _may_open(actor: Actor, case: Case) -> bool:
    return not case.is_confined or bool(actor.roles & _OPENS_CONFINED)


def _office(role: str) -> str:
    return ROLE_WORDS[Role(role)] if role in Role.__members__ else f"the {role}"


def _subjects(case: Case) -> list[str]:
    return [case.id, *([case.person_id] if case.person_id else []), *([case.release_id] if case.release_id else [])]
