"""Biometric consent as people use it: notices, answers, objections, refusals and excusals; each holds at once.

Taking away is open to everybody who signs in and needs no paper. Giving needs the data manager or the safeguarding
lead, and the paper. Whatever ends a consent deletes the child's templates in the same transaction, with a receipt.
Whether the school compares faces at all is settled in `app.workflow.matching`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from app.domain.biometrics import ALTERNATIVE, BiometricEvent, BiometricFact, BiometricStanding, is_grown_up
from app.domain.days import day_in_words
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, Actor, PersonId
from app.domain.post import TaskKind
from app.workflow import evidence as evidence_kept
from app.workflow.evidence import Evidence
from app.workflow.workspace import Workspace
from consent_db import audit, biometrics, people, releases, sources, users
from consent_db.biometrics import NewFact

RECEIPT_KIND = "templates-deleted"
OBJECTED, REFUSED = "a parent objected", "the child said no"
NOT_ANY_MORE = "this face may not be compared any more"
"""For a hold, for leaving, and for whatever else ends a consent: the receipt says no more than that."""
MERGED = "two entries of one person became one"
OTHER_NETWORK = "another network compares faces now"
TEMPLATE_DAYS = 365
"""Children's faces change: after a year a template is made anew or not at all."""


def status(workspace: Workspace, actor: Actor, person_id: PersonId) -> BiometricStanding:
    """Whether this person's face may be compared today, and one sentence on each thing that is in the way.

    Whoever may not place holds reads one as a plain no.
    """
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        found = biometrics.standing_of(connection, person_id, workspace.clock.today())
    return found if actor.may(Action.PLACE_HOLD) else found.without_holds()


def history(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[BiometricEvent, ...]:
    """Everything ever recorded about comparing this face, oldest first."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return biometrics.history(connection, person_id)


def record_notice(
    workspace: Workspace, actor: Actor, person_id: PersonId, contact_id: str, *, on_day: date, evidence: str
) -> str:
    """A parent was told in writing of the intention and of the right to object.

    Raises:
        RegisterError: the contact is not this child's, the day is still to come, or nothing says how they were told.
    """
    _require_words(evidence, "Say how this parent was told in writing.", "For example: letter by post, school office.")
    told = NewFact(person_id, BiometricFact.NOTICE, on_day, contact_id, in_writing=True, evidence=evidence.strip())
    return _keep(workspace, actor, told)


def record_yes(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    contact_id: str | None,
    *,
    on_day: date,
    in_writing: bool,
    evidence: str = "",
    scan: bytes | None = None,
) -> str:
    """A parent, or with `contact_id` None a person of 18 or more for themselves, agreed in writing.

    A `scan` (PDF, JPEG or PNG) is kept in the vault; then `evidence` may stay empty.

    Raises:
        RegisterError: it was only said, nothing shows it, the contact is not this child's, the day is still to come,
            or a child answered where a parent has to.
    """
    if not in_writing:
        raise RegisterError(
            "A spoken yes to comparing a face cannot be saved.", remedy="Ask for it in writing.", code="not-written"
        )
    if scan is None:
        _require_words(evidence, "Say where this written yes is kept.", "For example: paper form, cabinet 3.")
    yes = NewFact(
        person_id, BiometricFact.YES, on_day, contact_id,
        in_writing=True, evidence=evidence.strip(),
    )  # fmt: skip
    return _keep(workspace, actor, yes, scan)


def read_scan(workspace: Workspace, actor: Actor, event: BiometricEvent) -> Evidence:
    """The scanned form a yes rests on; who looked at it is recorded.

    Raises:
        NotAllowedError: the actor does not see the register.
        RegisterError: there is no scan.
        StorageError, VerificationError: the vault's copy is gone, damaged, or another file.
    """
    actor.require(Action.SEE_REGISTER)
    subjects = [event.person_id, event.id]
    return evidence_kept.read_kept(workspace, actor, event.evidence_file, paper=event.evidence, subjects=subjects)


def record_objection(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    *,
    contact_id: str | None = None,
    giver: str = "",
    in_writing: bool = False,
    note: str = "",
) -> int:
    """A parent says no, or takes a yes back, on paper or in words: it holds at once. Open to everybody who signs in.

    When nobody knows which parent it was, it holds until each of them has agreed anew.

    Returns:
        How many templates were deleted.
    """
    said = NewFact(
        person_id, BiometricFact.OBJECTION, workspace.clock.today(), contact_id,
        giver=giver.strip(), in_writing=in_writing, evidence=note.strip(),
    )  # fmt: skip
    return _take_away(workspace, actor, said, OBJECTED)


def record_child_refusal(workspace: Workspace, actor: Actor, person_id: PersonId, *, note: str = "") -> int:
    """The child, of any age and in any form, does not want it: this comes before every yes. Open to everybody.

    Returns:
        How many templates were deleted.
    """
    said = NewFact(person_id, BiometricFact.CHILD_REFUSES, workspace.clock.today(), evidence=note.strip())
    return _take_away(workspace, actor, said, REFUSED)


def record_child_agrees(workspace: Workspace, actor: Actor, person_id: PersonId, *, on_day: date, evidence: str) -> str:
    """The child does not refuse any more; the parents' answers count again.

    Raises:
        RegisterError: nothing says how the child said so, or the day is still to come.
    """
    _require_words(evidence, "Say how the child agreed, and to whom.", "For example: told Mrs Hill in the office.")
    return _keep(
        workspace, actor, NewFact(person_id, BiometricFact.CHILD_AGREES_AGAIN, on_day, evidence=evidence.strip())
    )


def excuse(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    contact_id: str,
    *,
    reason: str,
    decided_by: str,
    on_day: date,
) -> str:
    """A parent need not be told or asked: not to be found, not able to decide, or kept away for the child's welfare.

    Raises:
        RegisterError: the reason or who decided is missing, or the day is still to come.
    """
    _require_words(reason, "Say why this parent need not be asked.", "The law allows it in few cases; write which.")
    _require_words(decided_by, "Say who decided this.", "Write the name and the office.")
    excused = NewFact(
        person_id, BiometricFact.EXCUSED, on_day, contact_id, giver=decided_by.strip(), reason=reason.strip()
    )
    return _keep(workspace, actor, excused)


@dataclass(frozen=True, slots=True)
class SealedTemplate:
    """Features of one photo of a face, sealed, and how good the photo was."""

    sealed: bytes
    quality: float


def require_comparable(workspace: Workspace, connection: Connection, person_id: PersonId) -> None:
    """Do nothing when the school compares faces and this one may be compared today.

    Raises:
        NotAllowedError: with what is in the way.
    """
    today = workspace.clock.today()
    if not biometrics.matching(connection).compares(today):
        raise NotAllowedError("The school compares no faces.", remedy=ALTERNATIVE, code="matching-off")
    found = biometrics.standing_of(connection, person_id, today)
    if not found.allows:
        raise NotAllowedError(f"This face may not be compared. {' '.join(found.words)}", remedy=ALTERNATIVE)


def store_template(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    *,
    network: str,
    sealed: bytes,
    quality: float,
    until: date | None = None,
) -> str:
    """Keep a template that the caller has sealed; it is given out until its last day, a year at most.

    Raises:
        NotAllowedError: the school compares no faces, or this one may not be compared; nothing is kept.
    """
    [kept] = store_templates(
        workspace, actor, person_id, network=network, templates=[SealedTemplate(sealed, quality)], until=until
    )
    return kept


def store_templates(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    *,
    network: str,
    templates: Sequence[SealedTemplate],
    until: date | None = None,
) -> tuple[str, ...]:
    """Keep several templates of one person, all of them or none; each is given out a year at most.

    What another network made of this face is deleted, with a receipt: nothing is compared with it any more.

    Raises:
        NotAllowedError: the school compares no faces, or this one may not be compared; nothing is kept.
    """
    actor.require(Action.KEEP_BIOMETRICS)
    today = workspace.clock.today()
    latest = today + timedelta(days=TEMPLATE_DAYS)
    last_day = min(until or latest, latest)
    kept = []
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        require_comparable(workspace, connection, person_id)
        for made in templates:
            template_id = biometrics.add_template(
                connection,
                person_id,
                network=network,
                sealed=made.sealed,
                quality=made.quality,
                until=last_day,
                by=actor.user_id,
            )
            audit.append(
                connection,
                actor.user_id,
                "template-stored",
                subjects=[person_id, template_id],
                details={"network": network, "until": last_day.isoformat()},
            )
            kept.append(template_id)
        gone = biometrics.delete_of_other_networks(connection, person_id, network)
        if gone:
            _write_receipt(workspace, connection, person_id, gone, OTHER_NETWORK, actor.user_id)
    return tuple(kept)


def delete_templates(
    workspace: Workspace,
    connection: Connection,
    person_id: PersonId,
    because: str,
    *,
    by: str,
    prove_none: bool = False,
) -> int:
    """Delete what is kept of this face, with a receipt; called inside the transaction whose act ends the consent.

    Args:
        workspace: whose day the receipt carries.
        connection: of that transaction.
        person_id: whose templates.
        because: part of a sentence without a name, for example `NOT_ANY_MORE`.
        by: who did what ends the consent.
        prove_none: write a receipt even when nothing was kept.

    Returns:
        How many there were.
    """
    number = biometrics.delete_templates(connection, person_id)
    if number or prove_none:
        _write_receipt(workspace, connection, person_id, number, because, by)
    return number


def delete_unless_allowed(
    workspace: Workspace, connection: Connection, person_id: PersonId, because: str = NOT_ANY_MORE, *, by: str
) -> int:
    """The same when, after a change to the person or their contacts, the face may not be compared any more."""
    if biometrics.standing_of(connection, person_id, workspace.clock.today()).allows:
        return 0
    return delete_templates(workspace, connection, person_id, because, by=by)


def delete_other_networks(workspace: Workspace, actor: Actor, network: str) -> int:
    """Delete every template that another network made, since nothing can be compared with it any more; how many."""
    actor.require(Action.KEEP_BIOMETRICS)
    number = 0
    with workspace.database.transaction() as connection:
        for person_id in biometrics.everybody_with_templates(connection):
            gone = biometrics.delete_of_other_networks(connection, person_id, network)
            if gone:
                _write_receipt(workspace, connection, person_id, gone, OTHER_NETWORK, actor.user_id)
            number += gone
    return number


def delete_lapsed(workspace: Workspace, connection: Connection, *, by: str) -> int:
    """Delete what only the calendar ended: eighteenth birthdays, last days on roll, templates a year old.

    Called in the transaction of the daily look. Nothing of it is given out before that, since every use asks for the
    consent of the day. Returns how many there were.
    """
    number, today = 0, workspace.clock.today()
    for person_id in biometrics.everybody_with_templates(connection):
        number += delete_unless_allowed(workspace, connection, person_id, by=by)
        over = biometrics.delete_expired(connection, person_id, today)
        if over:
            _write_receipt(workspace, connection, person_id, over, "their last day was over", by)
        number += over
    return number


def _keep(workspace: Workspace, actor: Actor, fact: NewFact, scan: bytes | None = None) -> str:
    """Record a fact that can lead to a yes."""
    actor.require(Action.KEEP_BIOMETRICS)
    if fact.on_day > workspace.clock.today():
        raise RegisterError("This day is still to come.", remedy="Write the day on the paper.", code="future")
    stored = None if scan is None else evidence_kept.put(workspace, scan)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        fact = _of_one_entry(connection, fact)
        person = people.get(connection, fact.person_id)
        if fact.fact is BiometricFact.YES and fact.contact_id is None and not is_grown_up(person, fact.on_day):
            raise RegisterError(
                "Until 18 a parent has to agree, in the sixth form too.",
                remedy="Choose the parent who signed; a child's own no can always be recorded.",
                code="not-grown-up",
            )
        if scan is not None:
            fact = replace(fact, evidence_file=evidence_kept.add(workspace, connection, scan, stored))
        return _record(connection, actor, fact)


def _take_away(workspace: Workspace, actor: Actor, fact: NewFact, because: str) -> int:
    actor.require(Action.OBJECT_TO_BIOMETRICS)
    with workspace.database.transaction() as connection:
        fact = _of_one_entry(connection, fact)
        people.get(connection, fact.person_id)
        number = delete_templates(workspace, connection, fact.person_id, because, by=actor.user_id, prove_none=True)
        if not fact.in_writing:
            words = "Ask the family about comparing faces and record their answer."
            releases.raise_task(connection, TaskKind.CONFIRM_CONSENT, words, person_id=fact.person_id)
        _record(connection, actor, fact)
    return number


def _of_one_entry(connection: Connection, fact: NewFact) -> NewFact:
    """The fact under the entry that stands for the person, when theirs was joined to another meanwhile."""
    return replace(fact, person_id=people.joined(connection).get(fact.person_id, fact.person_id))


def _record(connection: Connection, actor: Actor, fact: NewFact) -> str:
    if fact.contact_id is not None:
        biometrics.contact_name(connection, fact.person_id, fact.contact_id)
    event_id = biometrics.record(connection, fact, by=actor.user_id)
    audit.append(
        connection,
        actor.user_id,
        "biometric-recorded",
        subjects=[fact.person_id, event_id],
        details={"fact": fact.fact.value, "in_writing": fact.in_writing, "on": fact.on_day.isoformat()},
    )
    return event_id


def _write_receipt(
    workspace: Workspace, connection: Connection, person_id: PersonId, number: int, because: str, by: str
) -> None:
    event = audit.append(
        connection, by, "templates-deleted", subjects=[person_id], details={"templates": number, "because": because}
    )
    what = {0: "No face template was kept", 1: "1 face template was deleted"}
    words = what.get(number, f"{number} face templates were deleted")
    sources.add_receipt(
        connection,
        kind=RECEIPT_KIND,
        subject=person_id,
        words=f"{words} on {day_in_words(workspace.clock.today())}, because {because}.",
        actor=by,
        audit_head=event.hash,
    )


def _require_words(words: str, missing: str, remedy: str) -> None:
    if not words.strip():
        raise RegisterError(missing, remedy=remedy, code="incomplete")
