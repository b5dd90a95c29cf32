"""Who may say anew whose a device is: what turns somebody's own phone into the school's frees it of every rule."""

from __future__ import annotations

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor
from app.domain.photo import DeviceKind
from consent_db import sources
from consent_db.sources import Device

_NEVER_CLEARED = (DeviceKind.SCHOOL, DeviceKind.DROP)


def require_may_become(connection: Connection, actor: Actor, device: Device, kind: DeviceKind) -> None:
    """Do nothing when this person may say that the device is of this kind from now on.

    Originals are never removed from the school's own devices and from drop folders, and their photos wait for nobody.
    So a device that still holds originals which have to go becomes neither, and only the Headteacher says that
    somebody's own device is not somebody's own any more.

    Raises:
        NotAllowedError: it is somebody's own, and this person is not the Headteacher.
        RegisterError: ``removal-outstanding``.
    """
    if kind is device.kind:
        return
    if kind in _NEVER_CLEARED and (left := len(sources.removals_wanted(connection, device.id))):
        raise RegisterError(
            f"{device.label} still holds {left} originals that have to leave it first.",
            remedy="Finish the removal, or record that its owner deleted them; then say whose it is.",
            code="removal-outstanding",
        )
    if device.kind is DeviceKind.PERSONAL:
        actor.require(Action.GRANT_PERMISSION)
