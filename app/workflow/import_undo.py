"""Take a whole reading back: one act, all of it or nothing, and nobody is shown again because of it.

What was recorded stays recorded. Answers are taken back by later answers; a yes that comes back that way is to be
confirmed, so it shows nobody until a person has asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.domain.consent import CHILD, Answer, ConsentEvent
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, PersonId, PersonKind
from app.domain.post import TaskKind
from app.workflow import biometrics
from app.workflow.consent_lists import UNDOING
from app.workflow.consequences import let_lapse
from app.workflow.register_import_writing import hide
from app.workflow.workspace import Workspace
from consent_db import audit, consent, import_batches, import_questions, import_sources, people, releases, users
from consent_db.consent import NewConsent
from consent_db.import_batches import ImportBatch, PersonChange


@dataclass(frozen=True, slots=True)
class ReadList:
    """A reading that was applied, for the list of past readings."""

    id: str
    kind: str
    file_name: str
    rows: int
    applied_at: datetime
    applied_by: str
    undone_at: datetime | None

    @property
    def can_be_undone(self) -> bool:
        return self.undone_at is None


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a reading back did.

    Attributes:
        to_confirm: answers that are to be confirmed now.
        noes: refusals that hold again.
        taken_out: people it had added and nothing refers to.
        kept: people it had added who are in pictures or answers by now; they count as leavers.
        restored: people whose details are as before.
        asked: people whose details somebody changed since; a person must look.
    """

    to_confirm: int = 0
    noes: int = 0
    taken_out: int = 0
    kept: int = 0
    restored: int = 0
    asked: int = 0

    def to_words(self) -> str:
        """What was done, in a sentence."""
        parts = (
            (self.to_confirm, "answers are to be confirmed"),
            (self.noes, "noes hold again"),
            (self.taken_out, "people were taken out"),
            (self.kept, "people are kept as leavers because something refers to them"),
            (self.restored, "entries are as before"),
            (self.asked, "entries were changed since and are left to a person"),
        )
        return ", ".join(f"{number} {words}" for number, words in parts if number) or "Nothing had to be changed"


def past_imports(workspace: Workspace, actor: Actor) -> tuple[ReadList, ...]:
    """The lists that were taken over, the newest first."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        batches = import_batches.latest(connection)
        names = {str(user.id): user.name for user in users.everybody(connection)}
    return tuple(
        ReadList(b.id, b.kind, b.file_name, b.rows, b.applied_at, names.get(b.applied_by, "?"), b.undone_at)
        for b in batches
        if b.undoes is None
    )


def undo_import(workspace: Workspace, actor: Actor, batch_id: str) -> Undone:
    """Take a reading back.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: there is no such reading, or it was undone already; nothing is written.
    """
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        batch = import_batches.get(connection, batch_id)
        if batch.undoes is not None:
            raise RegisterError("This is an undoing itself.", remedy="Read the list again instead.", code="undone")
        import_batches.mark_undone(connection, batch_id, by=actor.user_id)
        answers = _take_back_answers(workspace, connection, actor, batch_id)
        entries = _take_back_people(workspace, connection, actor, batch)
        outcome = replace(entries, to_confirm=answers.to_confirm, noes=answers.noes)
        questions = import_questions.drop(connection, batch_id, on=workspace.clock.today(), by=actor.user_id)
        import_batches.add(
            connection, kind="undo", file_sha256=batch.file_sha256, file_name=batch.file_name, rows=batch.rows,
            by=actor.user_id, source_id=batch.source_id, undoes=batch_id,
        )  # fmt: skip
        if batch.source_id is not None:
            import_sources.taken_back(connection, batch.source_id)
        audit.append(
            connection,
            actor.user_id,
            "import-undone",
            subjects=[batch_id],
            details={
                "to_confirm": outcome.to_confirm,
                "noes": outcome.noes,
                "taken_out": outcome.taken_out,
                "kept": outcome.kept,
                "restored": outcome.restored,
                "asked": outcome.asked + questions,
            },
        )
    return outcome


def _take_back_answers(workspace: Workspace, connection: Connection, actor: Actor, batch_id: str) -> Undone:
    snapshot, today = consent.snapshot(connection), workspace.clock.today()
    to_confirm = noes = 0
    answers: list[NewConsent] = []
    shown: list[NewConsent] = []
    for (person_id, _kind, _place), events in snapshot.events.items():
        back = compensations(events, batch_id)
        answers += back
        to_confirm += sum(answer.to_confirm for answer in back)
        noes += sum(not answer.to_confirm for answer in back)
        if back and snapshot.judge(person_id, events, today).allows:
            shown += back[:1]
    consent.record_all(connection, answers, by=actor.user_id)
    hide(workspace, connection, shown)
    return Undone(to_confirm=to_confirm, noes=noes)


def compensations(events: Sequence[ConsentEvent], batch_id: str) -> list[NewConsent]:
    """The answers that take a reading's answers back, for one person, kind and platform.

    Of each giver the last word before the reading comes back, a yes as one to be confirmed; where there was none, a
    yes of no day at all says that a person must ask. A giver who answered since is left as they are. Where a no is
    taken back every other giver's yes is to be confirmed as well, so that nobody is shown again by this act.
    """
    of_giver: dict[tuple[str, str | None], list[ConsentEvent]] = defaultdict(list)
    for event in sorted(events, key=lambda e: e.sequence):
        of_giver[CHILD if event.is_own else event.giver, event.contact_id].append(event)
    back: list[NewConsent] = []
    untouched: list[ConsentEvent] = []
    takes_back_a_no = False
    for said in of_giver.values():
        if _is_of(said[-1], batch_id):
            earlier = [event for event in said if not _is_of(event, batch_id)]
            back.append(_back(said[-1], earlier[-1] if earlier else None))
            takes_back_a_no |= said[-1].refuses
        else:
            untouched.append(said[-1])
    if takes_back_a_no:
        back += [_back(event, event) for event in untouched if not event.refuses and not event.to_confirm]
    return [replace(answer, source=f"{UNDOING}{batch_id}:{number}") for number, answer in enumerate(back)]


def _is_of(event: ConsentEvent, batch_id: str) -> bool:
    return event.source.startswith(f"{batch_id}:")


def _back(event: ConsentEvent, earlier: ConsentEvent | None) -> NewConsent:
    if earlier is None:
        return NewConsent(
            event.person_id, event.kind, event.platform_id, Answer.YES, event.giver, event.valid_from,
            valid_until=event.valid_from - timedelta(days=1), supersedes=event.id, to_confirm=True,
            evidence="the reading was undone, and nobody had answered before it",
        )  # fmt: skip
    return NewConsent(
        event.person_id, event.kind, event.platform_id, earlier.answer, earlier.giver, earlier.valid_from,
        relationship=earlier.relationship, evidence=earlier.evidence, valid_until=earlier.valid_until,
        supersedes=event.id, to_confirm=not earlier.refuses, contact_id=earlier.contact_id,
        form_version=earlier.form_version, evidence_file=earlier.evidence_file,
    )  # fmt: skip


def _take_back_people(workspace: Workspace, connection: Connection, actor: Actor, batch: ImportBatch) -> Undone:
    taken_out = kept = restored = asked = 0
    for change in import_batches.changes(connection, batch.id):
        if change.before is not None:
            if _restored(workspace, connection, actor, change):
                restored += 1
            else:
                asked += 1
        elif import_batches.take_out(connection, change.person_id, notes=[batch.id]):
            taken_out += 1
        else:
            kept += _has_left(workspace, connection, actor, change.person_id)
    return Undone(taken_out=taken_out, kept=kept, restored=restored, asked=asked)


def _restored(workspace: Workspace, connection: Connection, actor: Actor, change: PersonChange) -> bool:
    person = people.get(connection, change.person_id)
    if person.version != change.version_after or change.before is None:
        words = f"{person.name} was changed after the reading that is undone. Check the entry."
        releases.raise_task(connection, TaskKind.CONFIRM_CONSENT, words, person_id=person.id)
        return False
    people.change(connection, import_batches.as_before(person, change.before))
    let_lapse(workspace, connection, person.id)
    biometrics.delete_unless_allowed(workspace, connection, person.id, by=actor.user_id)
    return True


def _has_left(workspace: Workspace, connection: Connection, actor: Actor, person_id: PersonId) -> int:
    person = people.get(connection, person_id)
    if person.kind is PersonKind.LEAVER:
        return 0
    people.change(connection, replace(person, kind=PersonKind.LEAVER))
    let_lapse(workspace, connection, person_id)
    biometrics.delete_unless_allowed(workspace, connection, person_id, by=actor.user_id)
    return 1
