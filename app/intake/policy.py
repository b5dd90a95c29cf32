"""Whether originals of a source are to be removed, and may be."""

from __future__ import annotations

from app.domain.errors import DeviceError
from app.domain.photo import DeviceKind, PhotoState
from app.domain.ports import SourceIdentity


def check_removal(identity: SourceIdentity, kind: DeviceKind) -> None:
    """Do nothing when originals may be removed from this source.

    Only from a device that somebody declared to be personal: the school's own copies are the school's to keep, and what
    belongs to nobody known is not ours to clear. Never from the network, a cloud or a system folder.

    Raises:
        DeviceError: with the reason; nothing has been copied or removed.
    """
    keep = "Import without removing the originals."
    if kind is DeviceKind.UNKNOWN:
        raise DeviceError(
            f"Nobody has said yet whose {identity.label} is, so nothing is removed from it.",
            remedy=f"Say whether it is the school's or a member of staff's. {keep}",
            code="unknown-device",
        )
    if kind is DeviceKind.SCHOOL:
        raise DeviceError(
            f"{identity.label} is the school's own, so its originals stay.", remedy=keep, code="school-device"
        )
    if not identity.removable:
        raise DeviceError(
            f"Originals are never removed from {identity.label}: it is a network, cloud or system folder.",
            remedy=f"{keep} Then delete them by hand.",
            code="never-removed",
        )


def first_state(kind: DeviceKind) -> PhotoState:
    """The state a photo enters in: from a source nobody has vouched for it is kept apart."""
    return PhotoState.QUARANTINED if kind is DeviceKind.UNKNOWN else PhotoState.IMPORTED
