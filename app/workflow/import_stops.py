"""Somebody sees something on a device that must be neither copied nor removed: stop, call, record. And giving back.

Indecent or suspect material is evidence: nobody copies, sends, prints or deletes it. The record says that it happened,
on which device and who was told, and never what was to be seen. What was merely taken by mistake is handed back: it
leaves the vault while its original is still on the owner's device.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.errors import RegisterError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor, Role
from app.domain.photo import Digest, PhotoId, SourceFile, SourceFileState, digest_of
from app.domain.ports import SourceDevice, SourceIdentity
from app.workflow import gates
from app.workflow.quarantine import delete_files
from app.workflow.workspace import Workspace
from consent_db import audit, devices, erasing, photos, posts, settings, sources, tombstones, users
from consent_db.devices import Stop
from consent_db.erasing import LostObject
from consent_db.sources import HIGHEST_NUMBER

WHAT_TO_DO = (
    "Do not copy, print, send, share or delete anything, and do not look further.",
    "Put the device down, leave it as it is, and let nobody use it.",
    "Call the safeguarding lead now; if a child is in danger, call the police on 999.",
    "Note the time and who was there, and nothing of what was to be seen.",
)
"""What the screen says, in this order. UKCIS: sharing nudes and semi-nudes, advice for education settings."""
HANDED_BACK = "handed-back"


def stop(workspace: Workspace, actor: Actor, identity: SourceIdentity | None, *, note: str = "") -> str:
    """Record that an import was stopped; the safeguarding lead sees it at once. Returns the record's id.

    Nothing has to be acknowledged or allowed first: whoever sees it may say it.

    Args:
        workspace: where it is recorded.
        actor: whoever saw it.
        identity: of the device; None when it is not plugged in.
        note: time, place and who was told; never what was to be seen.
    """
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        label = "a device that is not plugged in" if identity is None else identity.label
        stop_id = devices.add_stop(connection, device_label=label, note=note.strip(), by=actor.user_id)
        audit.append(connection, actor.user_id, "import-stopped", subjects=[stop_id])
    return stop_id


def stops(workspace: Workspace, actor: Actor, *, only_open: bool = False) -> tuple[Stop, ...]:
    """Imports that were stopped, the latest first.

    Raises:
        NotAllowedError: only the safeguarding lead and the Headteacher see them.
    """
    _may_see(actor)
    with workspace.database.read() as connection:
        return devices.all_stops(connection, only_open=only_open)


def answer(workspace: Workspace, actor: Actor, stop_id: str, words: str) -> None:
    """Record what was done about it: whom it was referred to, and when.

    Raises:
        NotAllowedError: only the safeguarding lead and the Headteacher answer.
        RegisterError: nothing is said, or it was answered already.
    """
    _may_see(actor)
    if not words.strip():
        raise RegisterError("Say what was done, and nothing of what was to be seen.", code="incomplete")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        devices.answer_stop(connection, stop_id, answer=words.strip(), by=actor.user_id)
        audit.append(connection, actor.user_id, "import-stop-answered", subjects=[stop_id])


def hand_back(workspace: Workspace, actor: Actor, source: SourceDevice, photo_id: PhotoId) -> str:
    """Take a photo out of the vault that was taken by mistake; its original stays on the device. The receipt's words.

    Only while the device still holds the very same bytes, and nobody has used the photo.

    Raises:
        NotAllowedError: this person may not import.
        RegisterError: it did not come from this device, its original was removed, or a post uses it.
        DeviceError: the device does not hold it (any more).
    """
    actor.require(Action.IMPORT)
    with workspace.database.read() as connection:
        gates.require_acknowledged(workspace, connection, actor)
        device = sources.device_by_key(connection, source.identity.key)
        photo = photos.get(connection, photo_id)
        group = (photo, *photos.companions(connection, photo_id))
        files = () if device is None else sources.files_of(connection, device.id)
    for each in group:
        _require_still_there(source, [f for f in files if f.photo_id == each.id], each.sha256, each.number)
    lost: list[LostObject] = []
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        if any(posts.with_photo(connection, each.id) for each in group):
            raise RegisterError(f"A post uses photo {photo.number}.", remedy="Take it out of the post first.")
        highest = max(int(settings.get(connection, HIGHEST_NUMBER, 0)), *(each.number for each in group))
        settings.put(connection, HIGHEST_NUMBER, highest, by=actor.user_id)
        for each in reversed(group):
            tombstones.add(
                connection, each.id, record_class="photo", reason="It was taken by mistake and handed back.",
                by=actor.user_id,
            )  # fmt: skip
            lost += erasing.photo_rows(connection, each.id)
        event = audit.append(
            connection, actor.user_id, "original-handed-back", subjects=[each.id for each in group],
            details={"sha256": photo.sha256},
        )  # fmt: skip
        words = (
            f"Photo {photo.number} (SHA-256 {photo.sha256[:16]}) was taken from {source.identity.label} by mistake. "
            "Its copy was destroyed in the vault; the original was still on the device and stays there."
        )
        sources.add_receipt(
            connection, kind=HANDED_BACK, subject=photo_id, words=words, actor=actor.user_id, audit_head=event.hash
        )
        workspace.fault(KillPoint.BEFORE_COMMIT)
    workspace.fault(KillPoint.AFTER_COMMIT)
    delete_files(workspace, lost)
    return words


def _require_still_there(source: SourceDevice, files: Sequence[SourceFile], sha256: Digest, number: int) -> None:
    standing = [f for f in files if f.state not in (SourceFileState.REMOVED, SourceFileState.ATTESTED)]
    if not standing:
        raise RegisterError(
            f"The original of photo {number} is not on this device any more, so its copy is the only one.",
            remedy="Ask the Headteacher; photos can be erased on request on the Keeping page.",
            code="only-copy",
        )
    if not any(source.exists(f.object_id) and digest_of(source.read(f.object_id)) == sha256 for f in standing):
        raise RegisterError(
            f"The device does not hold photo {number} as it was copied.",
            remedy="Leave it in the vault.",
            code="changed",
        )


def _may_see(actor: Actor) -> None:
    if not actor.roles & {Role.DSL, Role.HEAD}:
        actor.require(Action.PLACE_HOLD)
