"""The device register: whose a device is, the Headteacher's approval, its clock, what is still on it, and attestations.

An approval is a written permission like every other (`app.workflow.permissions`); here it is asked for and ended by
device. Whatever a device's approval says, photos of theirs that were set aside wait for `app.workflow.quarantine`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from app.domain.days import day_in_words
from app.domain.device_checks import checks_for
from app.domain.errors import DeviceError, RegisterError
from app.domain.people import Action, Actor, Role
from app.domain.permissions import Permission, PermissionKind
from app.domain.photo import DeviceFamily, DeviceId, DeviceKind, SourceFile, SourceFileId, SourceFileState
from app.domain.ports import SourceDevice
from app.domain.retention import school_day
from app.workflow import gates, permissions
from app.workflow.device_kinds import require_may_become
from app.workflow.import_records import CHECKLIST
from app.workflow.workspace import Workspace
from consent_db import audit, device_lists, devices, sources, users
from consent_db import permissions as permits
from consent_db.releases import Receipt
from consent_db.sources import Device

ATTESTED = "removed-by-hand"
_SETTLED = (DeviceKind.SCHOOL, DeviceKind.DROP)
_LONGEST_LIFT_DAYS = 31
_LARGEST_SHIFT = timedelta(days=40 * 366)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one device today.

    Attributes:
        approval: the permission in force today, or None.
        left: originals that should be gone from it and are not yet.
        imported: how many files ever came from it.
        set_aside: how many of its photos wait for the Headteacher.
        is_checked: whether its owner attested the other copies since the last removal.
    """

    device: Device
    approval: Permission | None
    left: tuple[SourceFile, ...]
    imported: int
    set_aside: int
    is_checked: bool

    @property
    def is_blocking(self) -> bool:
        return bool(self.left)


def listed(workspace: Workspace, actor: Actor) -> tuple[Standing, ...]:
    """Every device the school knows, those that need somebody first.

    Raises:
        NotAllowedError: this person neither reviews photos nor manages devices.
    """
    return tuple(standings(workspace, actor, ids(workspace, actor)).values())


def ids(workspace: Workspace, actor: Actor, *, words: str = "") -> tuple[DeviceId, ...]:
    """Every device, or those with these words in name or owner, first those that need somebody; see `standings`.

    Raises:
        NotAllowedError: this person neither reviews photos nor manages devices.
    """
    _may_look(actor)
    with workspace.database.read() as connection:
        return device_lists.ids(connection, words)


def standings(workspace: Workspace, actor: Actor, device_ids: Collection[DeviceId]) -> dict[DeviceId, Standing]:
    """What is known of these devices, in their order; those that are gone meanwhile are left out.

    Raises:
        NotAllowedError: this person neither reviews photos nor manages devices.
    """
    _may_look(actor)
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        waiting = devices.numbers_waiting(connection, device_ids)
        left = device_lists.files_left(connection, device_ids)
        imported = device_lists.numbers_of_files(connection, device_ids)
        told = device_lists.told(connection, device_ids)
        approvals = permits.device_permissions(connection, device_ids, today)
        known = {device.id: device for device in sources.devices_by_ids(connection, device_ids)}
    return {
        key: Standing(
            device=known[key],
            approval=approvals.get(key),
            left=tuple(left.get(key, ())),
            imported=imported.get(key, 0),
            set_aside=waiting.get(key, 0),
            is_checked=_is_checked(known[key], told.get(key, []), today),
        )
        for key in device_ids
        if key in known
    }


def _is_checked(device: Device, told: Sequence[device_lists.Told], today: date) -> bool:
    """Whether its owner attested the other copies since the last removal; of a drop folder, today."""
    if device.kind is DeviceKind.DROP:
        return any(receipt.kind == CHECKLIST and school_day(receipt.at) == today for receipt in told)
    return not told or told[0].kind == CHECKLIST


def add(workspace: Workspace, actor: Actor, *, key: str, label: str, kind: DeviceKind, owner: str) -> Device:
    """Note a device before its first photo.

    Raises:
        NotAllowedError: this person does not manage devices.
        RegisterError: its mark or name is missing, or it is there already.
    """
    actor.require(Action.MANAGE_DEVICES)
    if not key.strip() or not label.strip():
        raise RegisterError("A device needs its own mark and a name.", remedy="For example: Mrs Hill’s phone.")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        if sources.device_by_key(connection, key.strip()) is not None:
            raise RegisterError("This device is in the register already.")
        is_settled = kind in _SETTLED
        device = sources.save_device(
            connection, key=key.strip(), label=label.strip(), kind=kind, owner=owner.strip(), is_confirmed=is_settled
        )
        audit.append(connection, actor.user_id, "device-registered", subjects=[device.id])
    return device


def describe(workspace: Workspace, actor: Actor, device: Device, *, label: str, owner: str, kind: DeviceKind) -> Device:
    """Say whose a device is and what it is called; `device` is what was read.

    That something is the school's counts from here on. Photos that were set aside before stay so until the Headteacher
    decides.

    Raises:
        NotAllowedError: this person does not manage devices, or somebody's own device is to become another's.
        RegisterError: a name is missing, originals still have to leave it, or somebody changed it meanwhile.
    """
    actor.require(Action.MANAGE_DEVICES)
    if not label.strip():
        raise RegisterError("Give the device a name.", remedy="For example: Mrs Hill’s phone.", code="incomplete")
    if kind in (DeviceKind.PERSONAL, DeviceKind.DROP) and not owner.strip():
        raise RegisterError("Say whose device it is.", code="incomplete")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        require_may_become(connection, actor, devices.get(connection, device.id), kind)
        values = {"label": label.strip()[:200], "owner": owner.strip()[:200], "kind": kind.value}
        changed = devices.change(connection, device, **values, is_confirmed=kind in _SETTLED)
        audit.append(connection, actor.user_id, "device-changed", subjects=[device.id], details={"kind": kind.value})
    return changed


def approve(
    workspace: Workspace,
    actor: Actor,
    device: Device,
    *,
    owner: str,
    first: date,
    last: date | None = None,
    evidence: str,
) -> Permission:
    """The Headteacher allows photos to be taken with somebody's own device, from a day on.

    Photos taken before that day are set aside as before; nothing that waits is freed by this.

    Raises:
        NotAllowedError: only the Headteacher approves a device.
        RegisterError: the owner or the writing is missing, or the days do not fit.
    """
    actor.require(Action.GRANT_PERMISSION)
    if not owner.strip():
        raise RegisterError("Say whose device it is.", code="incomplete")
    given = permissions.grant(
        workspace,
        actor,
        PermissionKind.DEVICE,
        device.id,
        grantor=actor.name,
        grantor_role=Role.HEAD.value,
        valid_from=first,
        valid_until=last,
        scope="taking photos for the school",
        evidence=evidence,
    )
    # Should this not come to pass, the permission stands for a device that is not noted as anybody's: set aside.
    if device.kind is not DeviceKind.PERSONAL or device.owner != owner.strip():
        describe(workspace, actor, device, label=device.label, owner=owner, kind=DeviceKind.PERSONAL)
    return given


def end_approval(workspace: Workspace, actor: Actor, device_id: DeviceId) -> int:
    """End every approval of a device now; returns how many there were.

    Raises:
        NotAllowedError: only the Headteacher ends one.
    """
    actor.require(Action.GRANT_PERMISSION)
    with workspace.database.read() as connection:
        found = permits.of_subject(connection, PermissionKind.DEVICE, device_id)
    today = workspace.clock.today()
    standing = [p for p in found if p.ended_at is None and (p.valid_until is None or p.valid_until >= today)]
    for permission in standing:
        permissions.end(workspace, actor, permission.id, version=permission.version)
    return len(standing)


def set_clock(workspace: Workspace, actor: Actor, device: Device, *, shift: timedelta) -> Device:
    """Say how far a camera's clock is off: what to add to its times. It holds for photos that come from now on.

    Raises:
        NotAllowedError: this person does not manage devices.
        RegisterError: too far, or somebody changed the device meanwhile.
    """
    actor.require(Action.MANAGE_DEVICES)
    if abs(shift) > _LARGEST_SHIFT:
        raise RegisterError("No clock is that far off.", remedy="Look at the camera’s clock again.", code="clock-shift")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        seconds = round(shift.total_seconds())
        changed = devices.change(connection, device, clock_shift_s=seconds)
        details = {"clock_shift_s": seconds}
        audit.append(connection, actor.user_id, "device-changed", subjects=[device.id], details=details)
    return changed


def lift(workspace: Workspace, actor: Actor, device: Device, *, until: date) -> Device:
    """Let posts with this device's photos go on until a day, although it still holds originals.

    Raises:
        NotAllowedError: only the Headteacher does.
        RegisterError: the day is over or too far away, or somebody changed the device meanwhile.
    """
    actor.require(Action.GRANT_PERMISSION)
    today = workspace.clock.today()
    if not today <= until <= today + timedelta(days=_LONGEST_LIFT_DAYS):
        raise RegisterError(
            f"Choose a day from today to {day_in_words(today + timedelta(days=_LONGEST_LIFT_DAYS))}.", code="lift-day"
        )
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        changed = devices.change(connection, device, lifted_until=until, lifted_by=actor.user_id)
        details = {"until": until.isoformat()}
        audit.append(connection, actor.user_id, "device-lifted", subjects=[device.id], details=details)
    return changed


def attest_removed(
    workspace: Workspace,
    actor: Actor,
    device_id: DeviceId,
    file_ids: Collection[SourceFileId],
    *,
    said_by: str,
    source: SourceDevice | None = None,
) -> int:
    """Note that somebody deleted originals by hand where the program cannot look; returns how many.

    Args:
        workspace: where it is recorded.
        actor: who records it.
        device_id: the device.
        file_ids: which of its files that are still outstanding.
        said_by: the owner, who says so.
        source: the device when it is plugged in: what it still lists cannot be attested.

    Raises:
        NotAllowedError: this person may not import.
        RegisterError: nobody is named, or a file does not wait for its removal (any more).
        DeviceError: the device still lists one of them; nothing is written.
    """
    actor.require(Action.IMPORT)
    if not said_by.strip():
        raise RegisterError("Say who deleted them and looked that they are gone.", code="incomplete")
    with workspace.database.read() as connection:
        gates.require_acknowledged(workspace, connection, actor)
        wanted = _outstanding(connection, device_id, file_ids)
    if source is not None:
        _require_not_listed(source, wanted)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        device = devices.get(connection, device_id)
        for file in _outstanding(connection, device_id, file_ids):
            sources.change_file(connection, replace(file, state=SourceFileState.ATTESTED, problem=""))
            event = audit.append(
                connection, actor.user_id, "original-attested", subjects=[file.id, file.photo_id, device_id]
            )
            words = (
                f"{said_by.strip()} says that {file.name} was deleted by hand from {device.label}. "
                f"ClearPost did not see it go; {actor.name} recorded it. "
                "Copies in “Recently deleted” or in a cloud are not covered by this receipt."
            )
            sources.add_receipt(
                connection, kind=ATTESTED, subject=file.id, words=words, actor=actor.user_id, audit_head=event.hash
            )
    return len(wanted)


def attest_checks(
    workspace: Workspace,
    actor: Actor,
    device_id: DeviceId,
    family: DeviceFamily,
    answers: Collection[str],
    *,
    said_by: str,
) -> str:
    """Note that the owner looked at all that software cannot reach; returns the words of the receipt.

    Raises:
        NotAllowedError: this person may not import.
        RegisterError: somebody is missing, or one of the statements was not affirmed; nothing is written.
    """
    actor.require(Action.IMPORT)
    asked = checks_for(family)
    missing = [words for words in asked if words not in answers]
    if missing:
        raise RegisterError(f"Not said yet: {missing[0]}", remedy="Do that first, then tick it.", code="checklist")
    if not said_by.strip():
        raise RegisterError("Say who looked.", code="incomplete")
    with workspace.database.transaction() as connection:
        gates.require_acknowledged(workspace, connection, actor)
        users.require_current(connection, actor, workspace.clock.today())
        device = devices.get(connection, device_id)
        event = audit.append(connection, actor.user_id, "device-checked", subjects=[device_id])
        words = f"{said_by.strip()} says of {device.label}: {' '.join(asked)}"
        sources.add_receipt(
            connection, kind=CHECKLIST, subject=device_id, words=words, actor=actor.user_id, audit_head=event.hash
        )
    return words


def receipts_of(workspace: Workspace, actor: Actor, device_id: DeviceId) -> tuple[Receipt, ...]:
    """Every receipt about this device and its files, the newest first.

    Raises:
        NotAllowedError: this person neither reviews photos nor manages devices.
    """
    _may_look(actor)
    with workspace.database.read() as connection:
        return devices.receipts_about(connection, device_id)


def _may_look(actor: Actor) -> None:
    if not actor.may(Action.MANAGE_DEVICES):
        actor.require(Action.REVIEW)


def _outstanding(
    connection: Connection, device_id: DeviceId, file_ids: Collection[SourceFileId]
) -> tuple[SourceFile, ...]:
    waiting = {f.id: f for f in sources.files_left(connection, device_id)}
    if not file_ids or not waiting.keys() >= set(file_ids):
        raise RegisterError("One of these does not wait to be removed.", remedy="Look at the list anew.")
    found = tuple(waiting[file_id] for file_id in file_ids)
    if any(file.state is SourceFileState.COPIED for file in found):
        raise RegisterError(
            "The copy of one of these was not verified yet, so its original must stay.",
            remedy="Import it again first.",
            code="not-verified",
        )
    return found


def _require_not_listed(source: SourceDevice, files: Collection[SourceFile]) -> None:
    listed_now = {found.object_id for found in source.list_objects(everything=True)}
    still = next((file for file in files if file.object_id in listed_now), None)
    if still is not None:
        raise DeviceError(
            f"{still.name} is still on the device.", remedy="Delete it there, then try again.", code="still-listed"
        )
