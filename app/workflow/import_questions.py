"""What lists left to a person: reading free words, and saying whether somebody who is missing has left.

That they left is said to the register itself (`app.workflow.register.mark_as_left`), which closes the question too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from app.domain.consent import Answer
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Person, PersonId
from app.domain.post import TaskKind
from app.workflow.consent_checks import checked
from app.workflow.register_import_writing import hide
from app.workflow.workspace import Workspace
from consent_db import audit, consent, import_questions, people, releases, roll, users
from consent_db.consent import NewConsent
from consent_db.import_questions import ImportQuestion


def open_questions(workspace: Workspace, actor: Actor) -> tuple[ImportQuestion, ...]:
    """What somebody still has to read, the oldest first."""
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.read() as connection:
        return import_questions.unsettled(connection)


def open_ids(workspace: Workspace, actor: Actor) -> tuple[str, ...]:
    """Which lines somebody still has to read, the oldest first; `by_ids` says what they are."""
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.read() as connection:
        return import_questions.unsettled_ids(connection)


def by_ids(workspace: Workspace, actor: Actor, question_ids: Collection[str]) -> dict[str, ImportQuestion]:
    """These lines by id."""
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.read() as connection:
        return import_questions.by_ids(connection, question_ids)


def settle_question(
    workspace: Workspace, actor: Actor, question_id: str, *, outcome: str, answers: Sequence[NewConsent] = ()
) -> None:
    """Note what a person made of a line, and record the answers they found in it.

    Args:
        workspace: the school's workspace.
        actor: who read it.
        question_id: which line.
        outcome: in a few words, what was made of it.
        answers: what the line really says, each with who gave it, on which form and where that can be seen; none is
            an answer too.

    Raises:
        RegisterError: it was settled already, an answer is about somebody else, or a yes lacks its giver or form.
    """
    actor.require(Action.EDIT_REGISTER)
    if not outcome.strip():
        raise RegisterError("Say in a few words what you made of it.")
    with workspace.database.transaction() as connection:
        today = workspace.clock.today()
        users.require_current(connection, actor, today)
        taken: list[NewConsent] = []
        question = import_questions.get(connection, question_id)
        for answer in answers:
            if question.person_id not in (None, answer.person_id):
                raise RegisterError("The answer is about somebody else than the line.")
            plain = replace(answer, supersedes=None, to_confirm=False, source="")
            taken.append(checked(connection, plain, today=today))
        consent.record_all(connection, taken, by=actor.user_id)
        hide(workspace, connection, [a for a in taken if a.answer is not Answer.YES])
        import_questions.settle(connection, question_id, on=today, by=actor.user_id, outcome=outcome.strip())
        if not import_questions.is_anything_unsettled(connection):
            for task in releases.open_tasks(connection, TaskKind.READ_ANSWERS):
                releases.finish_task(connection, task.id, by=actor.user_id, proof="every line was read")
        audit.append(
            connection, actor.user_id, "question-settled", subjects=[question_id], details={"answers": len(answers)}
        )


def possible_leavers(workspace: Workspace, actor: Actor) -> tuple[Person, ...]:
    """Pupils whom the last pupil list did not name, until somebody says whether they left."""
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.read() as connection:
        tasks = releases.open_tasks(connection, TaskKind.POSSIBLE_LEAVER)
        found = roll.of_ids(connection, [task.person_id for task in tasks if task.person_id is not None])
    return tuple(sorted(found, key=lambda p: (people.folded(p.surname), people.folded(p.forename), p.id)))


def say_stayed(workspace: Workspace, actor: Actor, person_id: PersonId) -> None:
    """Somebody who was missing from a list is still at the school; nothing else changes."""
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        people.get(connection, person_id)
        _finish(connection, actor, person_id, import_questions.STAYED)
        audit.append(connection, actor.user_id, "leaver-denied", subjects=[person_id])


def _finish(connection: Connection, actor: Actor, person_id: PersonId, proof: str) -> None:
    for task in releases.open_tasks(connection, TaskKind.POSSIBLE_LEAVER):
        if task.person_id == person_id:
            releases.finish_task(connection, task.id, by=actor.user_id, proof=proof)
