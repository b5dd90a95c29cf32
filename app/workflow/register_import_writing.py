"""Take a list over: everything its preview showed, in one transaction, with what it left to a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from app.domain.consent import Answer, PlatformId
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, PersonId
from app.domain.post import TaskKind
from app.workflow import biometrics
from app.workflow.coming_back import ask_again
from app.workflow.consent_lists import Change
from app.workflow.consequences import let_lapse, stop_showing
from app.workflow.register_import_preview import ImportPreview
from app.workflow.workspace import Workspace
from consent_db import (
    audit,
    consent,
    import_batches,
    import_questions,
    import_sources,
    people,
    releases,
    users,
)
from consent_db.consent import NewConsent

_ASK_AGAIN_AFTER = timedelta(days=30)
"""How long nobody is asked again about a pupil whom the lists miss and who is still at the school."""


def apply_import(workspace: Workspace, actor: Actor, preview: ImportPreview) -> int:
    """Write everything a preview shows, in one transaction; lines with problems are left to a person.

    Returns:
        How many entries were written.

    Raises:
        RegisterError: the register changed since the preview, or no line can be used; nothing is written.
    """
    actor.require(Action.EDIT_REGISTER)
    if len(preview.problems) == len(preview.rows):
        # An import also says that the consents are up to date; a file nobody can read must not.
        raise RegisterError(f"No line of {preview.file_name} can be used.", remedy="Put the lines right first.")
    return _write(workspace, actor, preview, preview.kind)


def apply_refusals(workspace: Workspace, actor: Actor, preview: ImportPreview) -> int:
    """Write only the noes of a consent list; the rest of it waits for a person, and nothing counts as fresher.

    Returns:
        How many noes were written; 0 when there are none, and then nothing is written at all.

    Raises:
        RegisterError: the register changed since the preview.
    """
    actor.require(Action.EDIT_REGISTER)
    refusals = tuple(answer for answer in preview.answers if answer.answer is not Answer.YES)
    if not refusals:
        return 0
    return _write(workspace, actor, replace(preview, answers=refusals, rows=()), "refusals")


def _write(workspace: Workspace, actor: Actor, preview: ImportPreview, kind: str) -> int:
    with workspace.database.transaction() as connection:
        takes_away = all(answer.answer is not Answer.YES for answer in preview.answers) and kind != "pupils"
        users.require_current(connection, actor, workspace.clock.today(), even_unread=takes_away)
        _refuse_stale(connection, preview)
        batch = import_batches.add(
            connection, kind=kind, file_sha256=preview.file_sha256, rows=len(preview.rows), by=actor.user_id,
            file_name=preview.file_name, source_id=preview.source_id,
            as_of=min(preview.as_of or workspace.clock.now(), workspace.clock.now()),
        )  # fmt: skip
        _write_people(workspace, connection, actor, preview, batch)
        answers = [replace(answer, source=f"{batch}:{answer.source}") for answer in preview.answers]
        consent.record_all(connection, answers, by=actor.user_id)
        hide(workspace, connection, [a for a in answers if a.answer is not Answer.YES or a.to_confirm])
        questions = _ask(connection, preview, batch)
        asked_lately = import_questions.said_to_stay(connection, workspace.clock.now() - _ASK_AGAIN_AFTER)
        for person in (p for p in preview.missing if p.id not in asked_lately):
            words = f"{person.name} is missing from the last pupil list. Say whether they have left."
            releases.raise_task(connection, TaskKind.POSSIBLE_LEAVER, words, person_id=person.id)
        if kind == "pupils":
            _met_again(connection, actor, preview)
        if preview.source_id is not None and kind == preview.kind:
            import_sources.taken_over(connection, preview.source_id, sha256=preview.file_sha256)
        written = len(preview.new_people) + len(preview.changed_people) + len(preview.answers)
        audit.append(
            connection,
            actor.user_id,
            f"{kind}-imported",
            subjects=[batch],
            details={
                "file": preview.file_sha256,
                "rows": len(preview.rows),
                "written": written,
                "questions": questions,
                "possible_leavers": len(preview.missing),
            },
        )
    return written


def hide(workspace: Workspace, connection: Connection, answers: Iterable[NewConsent]) -> None:
    """Let everything fall that shows somebody where one of these answers says that they may not be shown."""
    places: dict[PersonId, set[PlatformId]] = defaultdict(set)
    for answer in answers:
        places[answer.person_id].add(answer.platform_id)
    for person_id, platform_ids in sorted(places.items()):
        stop_showing(workspace, connection, person_id, platform_ids)


def _write_people(
    workspace: Workspace, connection: Connection, actor: Actor, preview: ImportPreview, batch: str
) -> None:
    for person in preview.new_people:
        people.add(connection, person)
        import_batches.note_change(connection, batch, None, person)
    for person in preview.changed_people:
        before = people.get(connection, person.id)
        changed = people.change(connection, person)
        import_batches.note_change(connection, batch, before, changed)
        ask_again(connection, before, changed, today=workspace.clock.today(), by=actor.user_id)
        if person.has_left(workspace.clock.today()):
            let_lapse(workspace, connection, person.id)
        biometrics.delete_unless_allowed(workspace, connection, person.id, by=actor.user_id)


def _ask(connection: Connection, preview: ImportPreview, batch: str) -> int:
    rows = [
        row
        for row in preview.rows
        if row.change in (Change.FREE_TEXT, Change.PROBLEM) and (row.person_id, row.words) not in preview.asked
    ]
    for row in rows:
        import_questions.add(
            connection, batch_id=batch, line=row.line, words=row.words, person_id=row.person_id, heading=row.heading,
            said=row.said,
        )  # fmt: skip
    if rows:
        releases.raise_task(connection, TaskKind.READ_ANSWERS, "A list holds lines that only a person can read.")
    return len(rows)


def _met_again(connection: Connection, actor: Actor, preview: ImportPreview) -> None:
    """Whoever the list names has not left, so nobody need ask any more."""
    missing = {person.id for person in preview.missing}
    named = {row.person_id for row in preview.rows if row.person_id is not None}
    for task in releases.open_tasks(connection, TaskKind.POSSIBLE_LEAVER):
        if task.person_id in named - missing:
            releases.finish_task(connection, task.id, by=actor.user_id, proof="named in a later pupil list")


def _refuse_stale(connection: Connection, preview: ImportPreview) -> None:
    answered = preview.kind == "consents" and consent.last_sequence(connection) != preview.seen_until
    if answered or people.state(connection) != preview.people_seen:
        raise RegisterError(
            "The register was changed since this file was looked at.", remedy="Look at the file again.", code="conflict"
        )
