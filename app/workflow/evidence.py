"""Scanned forms: kept encrypted in the vault like photos, read back only by those who see the register, and noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.consent import ConsentEventId
from app.domain.errors import RegisterError, VerificationError
from app.domain.people import Action, Actor
from app.domain.photo import Digest, VaultName, digest_of
from app.storage.vault import StoredObject
from app.workflow.workspace import Workspace
from consent_db import audit, consent, sources

MOST_BYTES = 20 * 1024 * 1024
_KINDS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A form as it was scanned; `media_type` comes from its first bytes."""

    data: bytes
    media_type: str


def name_of(workspace: Workspace, scan: bytes) -> VaultName:
    """What the scan is called in the vault, whether it is there or not.

    Raises:
        RegisterError: it is empty, over 20 MB, or neither PDF, JPEG nor PNG.
    """
    if len(scan) > MOST_BYTES:
        raise RegisterError("The scan is larger than 20 MB.", remedy="Scan it again in grey at 200 dpi.", code="scan")
    if _media_type(scan) is None:
        raise RegisterError("A scan must be a PDF, JPEG or PNG file.", remedy="Save it as PDF.", code="scan")
    return workspace.vault.name_for(digest_of(scan))


def put(workspace: Workspace, scan: bytes) -> StoredObject | None:
    """Write the scan into the vault and prove it is there; it counts once `add` is committed. None if it is known.

    Raises:
        RegisterError: not a scan that can be kept.
        StorageError, VerificationError: it could not be written whole.
    """
    name = name_of(workspace, scan)
    with workspace.database.read() as connection:
        if sources.vault_object(connection, name) is not None:
            return None
    stored = workspace.vault.put(scan)
    workspace.vault.read_back(stored.name, stored.wrapped_key, stored.sha256)
    return stored


def add(workspace: Workspace, connection: Connection, scan: bytes, stored: StoredObject | None) -> VaultName:
    """Let the scan count from this transaction on, and return its name; the same scan twice is kept once."""
    name = name_of(workspace, scan)
    if sources.vault_object(connection, name) is None:
        if stored is None:
            raise VerificationError("The scan went from the vault meanwhile.", remedy="Record the form again.")
        sources.add_vault_object(
            connection, name=stored.name, wrapped_key=stored.wrapped_key, sha256=stored.sha256, size=stored.bytes
        )
    return name


def read_evidence(workspace: Workspace, actor: Actor, event_id: ConsentEventId) -> Evidence:
    """The scanned form an answer rests on; who looked at it is recorded.

    Raises:
        NotAllowedError: the actor does not see the register.
        RegisterError: no such answer, or it has no scan.
        StorageError, VerificationError: the vault's copy is gone, damaged, or another file.
    """
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        event = consent.get(connection, event_id)
    return read_kept(workspace, actor, event.evidence_file, paper=event.evidence, subjects=[event.person_id, event_id])


def read_kept(
    workspace: Workspace, actor: Actor, evidence_file: str | None, *, paper: str, subjects: Sequence[str]
) -> Evidence:
    """The scan of this name out of the vault; the caller has asked whether the actor may see it.

    Args:
        workspace: whose vault.
        actor: who looks at it, for the records.
        evidence_file: its name in the vault; None when there is no scan.
        paper: where the paper is, for whoever finds no scan.
        subjects: ids for the records, of whom or what the scan is about.

    Raises:
        RegisterError, StorageError, VerificationError: as for `read_evidence`.
    """
    with workspace.database.read() as connection:
        kept = None if evidence_file is None else sources.vault_object(connection, VaultName(evidence_file))
    if kept is None or evidence_file is None:
        raise RegisterError("There is no scan of this answer.", remedy=paper, code="no-scan")
    wrapped_key, sha256 = kept
    data = workspace.vault.read(VaultName(evidence_file), wrapped_key)
    media_type = _media_type(data)
    if digest_of(data) != Digest(sha256) or media_type is None:
        raise VerificationError("The scan in the vault is not the one that was kept.", remedy="Ask IT.", code="scan")
    with workspace.database.transaction() as connection:
        audit.append(connection, actor.user_id, "evidence-read", subjects=subjects)
    return Evidence(data, media_type)


def _media_type(data: bytes) -> str | None:
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)
