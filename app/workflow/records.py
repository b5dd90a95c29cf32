"""What happened, as those who may see it read it, and the proof that nobody changed it."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.people import Action, Actor
from app.workflow.workspace import Workspace
from consent_db import audit, releases
from consent_db.audit import AuditEvent, Verification
from consent_db.releases import Receipt


def audit_events(workspace: Workspace, actor: Actor, *, limit: int = 500, offset: int = 0) -> tuple[AuditEvent, ...]:
    """The newest records first."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return audit.latest(connection, limit=limit, offset=offset)


def verify_audit(workspace: Workspace, actor: Actor, *, against: str | None = None) -> Verification:
    """Follow the whole chain; with `against`, also look for a head that was printed earlier."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return audit.verify(connection, against)


def receipts(workspace: Workspace, actor: Actor, *, kind: str | None = None) -> tuple[Receipt, ...]:
    """Receipts of removals and publications, the newest first."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return releases.receipts(connection, kind=kind)


def receipt_ids(workspace: Workspace, actor: Actor) -> tuple[str, ...]:
    """Every receipt, the newest first; `receipts_by_ids` says what they are."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return releases.receipt_ids(connection)


def receipts_by_ids(workspace: Workspace, actor: Actor, ids: Collection[str]) -> dict[str, Receipt]:
    """These receipts."""
    actor.require(Action.SEE_AUDIT)
    with workspace.database.read() as connection:
        return releases.receipts_by_ids(connection, ids)
