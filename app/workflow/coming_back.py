"""A pupil who had left is on the roll again: what was agreed before has to be confirmed, since leaving ended it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy import Connection

from app.domain.consent import Answer, ConsentEvent
from app.domain.people import Person, PersonId
from app.domain.post import TaskKind
from consent_db import consent, releases
from consent_db.consent import NewConsent


def ask_again(
    connection: Connection,
    before: Person,
    after: Person,
    *,
    today: date,
    by: str,
    entries: Collection[PersonId] | None = None,
) -> int:
    """Let no yes from before somebody left come back by itself; called in the transaction that changes the entry.

    Every giver's last word stays as it was recorded; a yes is followed by the same one to be confirmed, and a no stays
    a no.

    Args:
        connection: of that transaction.
        before: the entry as it was.
        after: the entry as it is stored now.
        today: the day in the school.
        by: who changes the entry.
        entries: whose answers; the entry's own and those of entries joined to it when None.

    Returns:
        How many answers have to be confirmed.
    """
    if not before.has_left(today) or after.has_left(today):
        return 0
    answers = [
        answer
        for entry in ([after.id] if entries is None else sorted(entries))
        for answer in _again(consent.history(connection, entry))
    ]
    consent.record_all(connection, answers, by=by)
    if answers:
        words = f"{after.name} is back. Ask again what may be shown; what was agreed before does not count any more."
        releases.raise_task(connection, TaskKind.CONFIRM_CONSENT, words, person_id=after.id)
    return len(answers)


def _again(history: Sequence[ConsentEvent]) -> Iterator[NewConsent]:
    last: dict[tuple[object, ...], ConsentEvent] = {}
    for event in sorted(history, key=lambda e: e.sequence):
        last[event.kind, event.platform_id, event.giver, event.contact_id] = event
    for event in last.values():
        if event.answer is Answer.YES and not event.to_confirm:
            yield NewConsent(
                event.person_id, event.kind, event.platform_id, Answer.YES, event.giver, event.valid_from,
                relationship=event.relationship, evidence=event.evidence, valid_until=event.valid_until,
                supersedes=event.id, to_confirm=True, contact_id=event.contact_id, form_version=event.form_version,
                evidence_file=event.evidence_file,
            )  # fmt: skip
