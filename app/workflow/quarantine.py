"""Photos that are set aside: the Headteacher sees each and lets it be used, or has it destroyed with a receipt."""

from __future__ import annotations

import logging
from collections.abc import Collection

from sqlalchemy import Connection

from app.domain.errors import RegisterError, StorageError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor
from app.domain.photo import DeviceId, PhotoId, PhotoState
from app.workflow.retention_plan import require_not_frozen
from app.workflow.workspace import Workspace
from consent_db import audit, devices, erasing, photos, settings, sources, tombstones, users
from consent_db.devices import SetAside
from consent_db.erasing import LostObject
from consent_db.sources import HIGHEST_NUMBER

log = logging.getLogger(__name__)

RECEIPT_KIND = "destroyed"
_CLASS = "photo"
_REASON = "It was set aside, and the Headteacher decided that it is not kept."


def waiting(workspace: Workspace, actor: Actor) -> tuple[SetAside, ...]:
    """What waits for the Headteacher; those who manage devices see it too.

    Raises:
        NotAllowedError: this person neither decides nor manages devices.
    """
    actor.require(Action.MANAGE_DEVICES)
    with workspace.database.read() as connection:
        return devices.waiting(connection)


def number(workspace: Workspace, actor: Actor) -> int:
    """How many photos wait.

    Raises:
        NotAllowedError: this person neither decides nor manages devices.
    """
    actor.require(Action.MANAGE_DEVICES)
    with workspace.database.read() as connection:
        return devices.number_aside(connection)


def ids(workspace: Workspace, actor: Actor, device_id: DeviceId | None = None) -> tuple[PhotoId, ...]:
    """Which photos wait, oldest first; of one device when given. `by_ids` says what they are.

    Raises:
        NotAllowedError: this person neither decides nor manages devices.
    """
    actor.require(Action.MANAGE_DEVICES)
    with workspace.database.read() as connection:
        return devices.waiting_ids(connection, device_id)


def by_ids(workspace: Workspace, actor: Actor, photo_ids: Collection[PhotoId]) -> dict[PhotoId, SetAside]:
    """These photos as far as they still wait.

    Raises:
        NotAllowedError: this person neither decides nor manages devices.
    """
    actor.require(Action.MANAGE_DEVICES)
    with workspace.database.read() as connection:
        return {one.photo.id: one for one in devices.waiting(connection, photo_ids=photo_ids)}


def release(workspace: Workspace, actor: Actor, photo_ids: Collection[PhotoId]) -> int:
    """Let these photos be used, and what belongs to them; returns how many were freed.

    Raises:
        NotAllowedError: only the Headteacher decides.
        RegisterError: an import from their device was stopped, and nobody has answered that yet; nothing is freed.
    """
    actor.require(Action.GRANT_PERMISSION)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        ids = [i for photo_id in photo_ids for i in (photo_id, *_with(connection, photo_id))]
        if not devices.photos_of_stopped(connection).isdisjoint(ids):
            raise RegisterError(
                "Somebody stopped an import from the device one of these came from.",
                remedy="They wait until the safeguarding lead has answered that.",
                code="stopped",
            )
        freed = devices.release(connection, ids, by=actor.user_id)
        if freed:
            details = {"photos": freed}
            audit.append(connection, actor.user_id, "quarantine-released", subjects=sorted(ids), details=details)
    return freed


def destroy(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> str:
    """Destroy a photo that is set aside, and what belongs to it; returns the words of the receipt.

    From the commit on nobody can open it; its file is deleted right after.

    Raises:
        NotAllowedError: only the Headteacher decides.
        RegisterError: it is not set aside (any more), it is frozen, or its original is still on a device.
    """
    actor.require(Action.GRANT_PERMISSION)
    lost: list[LostObject] = []
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        photo = photos.get(connection, photo_id)
        if photo.state is not PhotoState.QUARANTINED:
            raise RegisterError(f"Photo {photo.number} is not set aside.", remedy="Look at the list anew.")
        group = (photo, *photos.companions(connection, photo_id))
        ids = [each.id for each in group]
        if photos.removals_outstanding(connection, ids):
            raise RegisterError(
                f"The original of photo {photo.number} still has to leave its device.",
                remedy="Finish the removal first, or the only copy that is accounted for would go.",
                code="removal-outstanding",
            )
        require_not_frozen(connection, ids)
        highest = max(int(settings.get(connection, HIGHEST_NUMBER, 0)), *(each.number for each in group))
        settings.put(connection, HIGHEST_NUMBER, highest, by=actor.user_id)
        for each in ids:
            tombstones.add(connection, each, record_class=_CLASS, reason=_REASON, by=actor.user_id)
        for each in reversed(ids):
            lost += erasing.photo_rows(connection, each)
        details: dict[str, str | int | bool | None] = {"sha256": photo.sha256, "files": len(ids)}
        event = audit.append(connection, actor.user_id, "quarantine-destroyed", subjects=ids, details=details)
        with_it = "".join(f", with file {each.number} (SHA-256 {each.sha256[:16]})" for each in group[1:])
        words = (
            f"Photo {photo.number} (SHA-256 {photo.sha256[:16]}), which was set aside, was destroyed in the vault by "
            f"decision of {actor.name}{with_it}. Back-ups made before may still hold it until they are replaced."
        )
        sources.add_receipt(
            connection, kind=RECEIPT_KIND, subject=photo_id, words=words, actor=actor.user_id, audit_head=event.hash
        )
        workspace.fault(KillPoint.BEFORE_COMMIT)
    workspace.fault(KillPoint.AFTER_COMMIT)
    delete_files(workspace, lost)
    return words


def delete_files(workspace: Workspace, lost: Collection[LostObject]) -> None:
    """Delete the files of objects nobody can open any more; one that stays is swept by upkeep."""
    for one in lost:
        try:
            workspace.vault.erase(one.name, one.wrapped_key)
        except StorageError as problem:
            log.warning("the file of a destroyed object stays for now", exc_info=problem)


def _with(connection: Connection, photo_id: PhotoId) -> tuple[PhotoId, ...]:
    return tuple(photo.id for photo in photos.companions(connection, photo_id))
