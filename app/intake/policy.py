"""Whether originals of a source are to be removed, and whether its photos may be used without the Headteacher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.errors import DeviceError
from app.domain.photo import DeviceKind, PhotoState, QuarantineReason
from app.domain.ports import SourceIdentity

_LIKELY_DAYS = 365
"""A camera whose day lies further than this before its approval has lost its clock rather than been used in secret."""


@dataclass(frozen=True, slots=True)
class ApprovedDays:
    """From when to when a device was approved, both inclusive; no last day until somebody ends it."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def check_removal(identity: SourceIdentity, kind: DeviceKind) -> None:
    """Do nothing when originals may be removed from this source.

    Never from what is the school's: its copies are the school's to keep. Never from the network, a cloud or a system
    folder. A device nobody vouches for is cleared like somebody's own: what was taken must not stay on it.

    Raises:
        DeviceError: with the reason; nothing has been copied or removed.
    """
    keep = "Import without removing the originals."
    if kind is DeviceKind.SCHOOL:
        raise DeviceError(
            f"{identity.label} is the school's own, so its originals stay.", remedy=keep, code="school-device"
        )
    if kind is DeviceKind.DROP or not identity.removable:
        raise DeviceError(
            f"Originals are never removed from {identity.label}: it is a network, cloud or system folder.",
            remedy=f"{keep} Then delete them by hand.",
            code="never-removed",
        )


def why_set_aside(
    kind: DeviceKind,
    *,
    is_confirmed: bool,
    approved: Sequence[ApprovedDays],
    taken_on: date | None,
    today: date,
    attested_on: date | None = None,
) -> QuarantineReason | None:
    """Why a photo of this device waits for the Headteacher; None when it may be used.

    Args:
        kind: whose it is said to be.
        is_confirmed: somebody who manages devices said so, or the source is a place on a school PC.
        approved: when the Headteacher allowed photos to be taken with it.
        taken_on: by its clock, corrected; None when neither the photo nor the device says.
        today: in the school's zone.
        attested_on: when the owner of a drop folder last said that nothing is left where its photos were taken.
    """
    if kind is DeviceKind.SCHOOL and is_confirmed:
        return None
    if kind is DeviceKind.DROP and is_confirmed:
        return None if attested_on == today else QuarantineReason.NOT_ATTESTED
    if kind is not DeviceKind.PERSONAL:
        return QuarantineReason.UNKNOWN_DEVICE
    if not approved:
        return QuarantineReason.NOT_APPROVED
    if taken_on is None or taken_on > today + timedelta(days=1):
        return QuarantineReason.CLOCK
    if any(days.holds(taken_on) for days in approved):
        return None
    begun = min(days.first for days in approved)
    return (
        QuarantineReason.CLOCK if taken_on < begun - timedelta(days=_LIKELY_DAYS) else QuarantineReason.OUTSIDE_APPROVAL
    )


def first_state(reason: QuarantineReason | None) -> PhotoState:
    """The state a photo enters in."""
    return PhotoState.IMPORTED if reason is None else PhotoState.QUARANTINED
