"""Whether the school compares faces at all: off until the Headteacher has written down all that comes before it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from app.domain.biometrics import Jurisdiction
from app.domain.errors import NotAllowedError
from app.domain.matching import JURISDICTION_SETTING, MatchingRecord
from app.domain.people import Action, Actor
from app.workflow.biometrics import delete_templates
from app.workflow.workspace import Workspace
from consent_db import audit, biometrics, settings, users

SWITCHED_OFF = "the school compares no faces any more"


def matching_record(workspace: Workspace, actor: Actor) -> MatchingRecord:
    """What the school wrote down about comparing faces."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return biometrics.matching(connection)


def how_many_agreed(workspace: Workspace, actor: Actor) -> int:
    """Of how many people the consent to comparing their face is in force today, whether or not it is done."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return len(biometrics.in_force(connection, workspace.clock.today()))


def record_matching(workspace: Workspace, actor: Actor, record: MatchingRecord) -> MatchingRecord:
    """Write down assessment, officer, review, notices and alternative; this alone switches nothing on.

    While faces are compared, a record that leaves something out switches that off.
    """
    actor.require(Action.SETTLE_RULES)
    today = workspace.clock.today()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        was_on = biometrics.matching(connection).is_on
        kept = replace(record, is_on=was_on and record.may_be_on(today))
        biometrics.put_matching(connection, kept, by=actor.user_id)
        if was_on and not kept.is_on:
            _delete_everybodys(workspace, connection, actor)
        details = {"missing": len(kept.missing(today)), "is_on": kept.is_on}
        audit.append(connection, actor.user_id, "matching-recorded", details=details)
    return kept


def switch_matching_on(workspace: Workspace, actor: Actor) -> MatchingRecord:
    """Let faces be compared, of those whose own consent is in force.

    Raises:
        NotAllowedError: not the Headteacher, or something is not written down yet; the sentence names it.
    """
    actor.require(Action.SETTLE_RULES)
    today = workspace.clock.today()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        record = biometrics.matching(connection)
        missing = record.missing(today)
        if missing:
            raise NotAllowedError(
                f"Faces may not be compared yet. Missing: {'; '.join(missing)}.",
                remedy="Write it down with the data protection officer first.",
                code="matching-incomplete",
            )
        on = replace(record, is_on=True)
        biometrics.put_matching(connection, on, by=actor.user_id)
        audit.append(connection, actor.user_id, "matching-switched", details={"is_on": True})
    return on


def switch_matching_off(workspace: Workspace, actor: Actor) -> int:
    """Compare no faces from now on; every template is deleted, with a receipt each. Returns how many."""
    actor.require(Action.SETTLE_RULES)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        biometrics.put_matching(connection, replace(biometrics.matching(connection), is_on=False), by=actor.user_id)
        number = _delete_everybodys(workspace, connection, actor)
        audit.append(connection, actor.user_id, "matching-switched", details={"is_on": False, "templates": number})
    return number


def set_jurisdiction(workspace: Workspace, actor: Actor, where: Jurisdiction) -> None:
    """Say where the school is. The same consents are asked for everywhere."""
    actor.require(Action.SETTLE_RULES)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        settings.put(connection, JURISDICTION_SETTING, where.value, by=actor.user_id)
        audit.append(connection, actor.user_id, "jurisdiction-set", details={"jurisdiction": where.value})


def jurisdiction(workspace: Workspace) -> Jurisdiction:
    """Where the school is; England and Wales when it did not say."""
    with workspace.database.read() as connection:
        return Jurisdiction(settings.get(connection, JURISDICTION_SETTING, Jurisdiction.ENGLAND_AND_WALES.value))


def _delete_everybodys(workspace: Workspace, connection: Connection, actor: Actor) -> int:
    return sum(
        delete_templates(workspace, connection, person_id, SWITCHED_OFF, by=actor.user_id)
        for person_id in biometrics.everybody_with_templates(connection)
    )
