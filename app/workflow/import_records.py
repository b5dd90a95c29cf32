"""What an import records: each function is one transaction with its audit event last, or one look at the register."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.domain.errors import DeviceError, KnownError, RegisterError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor
from app.domain.permissions import Permission, PermissionKind
from app.domain.photo import (
    DeviceKind,
    Digest,
    Photo,
    PhotoId,
    PhotoKind,
    QuarantineReason,
    SourceFile,
    SourceFileState,
)
from app.domain.ports import FOLDER_KEY, SourceIdentity, SourceObject
from app.domain.retention import school_day
from app.intake.policy import ApprovedDays, first_state, why_set_aside
from app.storage.vault import StoredObject
from app.workflow.device_kinds import require_may_become
from app.workflow.workspace import Workspace
from consent_db import audit, devices, permissions, photos, sources
from consent_db.releases import Receipt
from consent_db.sources import Device

_DONE = (SourceFileState.REMOVED, SourceFileState.ATTESTED)
WHOSE = {
    DeviceKind.SCHOOL: "the school's",
    DeviceKind.PERSONAL: "somebody's own",
    DeviceKind.UNKNOWN: "nobody's yet",
    DeviceKind.DROP: "a drop folder",
}
RECEIPT_KIND = "original-removed"
CHECKLIST = "device-checklist"
"""The owner looked at what no program can reach; for a drop folder it is asked on each day photos come from it."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a look at the bytes told: size in pixels (0 for what is no picture) and the container."""

    width: int
    height: int
    format: str


def require_not_stopped(workspace: Workspace, identity: SourceIdentity) -> None:
    """Do nothing unless somebody stopped an import from this device; then it is left exactly as it is.

    Raises:
        DeviceError: ``stopped``.
    """
    with workspace.database.read() as connection:
        if devices.is_stopped(connection, identity.key):
            raise DeviceError(
                f"The import from {identity.label} was stopped: nothing is copied from it or removed from it.",
                remedy="Leave the device as it is and ask the safeguarding lead.",
                code="stopped",
            )


def known_device(workspace: Workspace, identity: SourceIdentity) -> Device | None:
    """The device as registered, or None when it was never imported from."""
    with workspace.database.read() as connection:
        return sources.device_by_key(connection, identity.key)


def register_device(workspace: Workspace, actor: Actor, identity: SourceIdentity, kind: DeviceKind) -> Device:
    """Note whose device this is said to be; once that is said, only somebody who manages devices changes it.

    A folder of this PC is the school's without further ado. That a card or camera is the school's counts once somebody
    who manages devices says so; until then its photos are set aside.

    Raises:
        RegisterError: it is registered as somebody else's, or originals still have to leave it.
        NotAllowedError: it is somebody's own, and only the Headteacher says otherwise.
    """
    known = known_device(workspace, identity)
    if known is not None and known.kind is kind:
        return known
    is_settled = known is not None and known.kind is not DeviceKind.UNKNOWN
    if known is not None and is_settled and not actor.may(Action.MANAGE_DEVICES):
        raise RegisterError(
            f"{identity.label} is registered as {WHOSE[known.kind]}.",
            remedy="Import it as that, or ask IT or the Headteacher to change whose it is.",
            code="device-kind",
        )
    is_place_of_school = identity.suggested_kind is DeviceKind.SCHOOL
    is_confirmed = kind is DeviceKind.SCHOOL and (is_place_of_school or actor.may(Action.MANAGE_DEVICES))
    with _committing(workspace) as connection:
        known = sources.device_by_key(connection, identity.key)
        if known is not None:
            require_may_become(connection, actor, known, kind)
        label = identity.label if known is None else known.label  # what people call it stays
        device = sources.save_device(connection, key=identity.key, label=label, kind=kind, is_confirmed=is_confirmed)
        details: dict[str, str | int | bool | None] = {"kind": kind.value, "confirmed": is_confirmed}
        audit.append(connection, actor.user_id, "device-registered", subjects=[device.id], details=details)
    return device


@dataclass(frozen=True, slots=True)
class Entry:
    """What is recorded of a file beside its bytes."""

    found: SourceObject
    kind: PhotoKind = PhotoKind.PICTURE
    goes_with: PhotoId | None = None
    taken_at: datetime | None = None


def set_aside_because(
    workspace: Workspace, connection: Connection, device: Device, taken_at: datetime | None
) -> QuarantineReason | None:
    """Why a photo of this device waits for the Headteacher; None when it may be used."""
    given = permissions.of_subject(connection, PermissionKind.DEVICE, device.id)
    corrected = None if taken_at is None else taken_at + timedelta(seconds=device.clock_shift_s)
    return why_set_aside(
        device.kind,
        is_confirmed=device.is_confirmed,
        approved=[approved_days(permission) for permission in given],
        taken_on=None if corrected is None else school_day(corrected),
        today=workspace.clock.today(),
        attested_on=next((school_day(r.at) for r in _told(connection, device) if r.kind == CHECKLIST), None),
    )


def _told(connection: Connection, device: Device) -> tuple[Receipt, ...]:
    """Receipts about a drop folder, the newest first; for other devices nobody asks."""
    return devices.receipts_about(connection, device.id) if device.kind is DeviceKind.DROP else ()


def approved_days(permission: Permission) -> ApprovedDays:
    """The days a permission held: up to its last day, or to the day somebody ended it."""
    ended = None if permission.ended_at is None else school_day(permission.ended_at)
    last = min((day for day in (permission.valid_until, ended) if day is not None), default=None)
    return ApprovedDays(permission.valid_from, last)


def photo_with(workspace: Workspace, sha256: Digest) -> Photo | None:
    """The photo that holds these very bytes, whatever file they came from."""
    with workspace.database.read() as connection:
        return photos.by_sha256(connection, sha256)


def file_of(workspace: Workspace, device: Device, object_id: str, photo_id: PhotoId) -> SourceFile | None:
    """What is recorded of this file of the device with this content."""
    with workspace.database.read() as connection:
        return sources.file_of(connection, device_id=device.id, object_id=object_id, photo_id=photo_id)


def is_known_object(workspace: Workspace, device: Device, object_id: str) -> bool:
    """Whether a file with this name on the device was ever copied."""
    with workspace.database.read() as connection:
        return sources.has_object(connection, device.id, object_id)


def stored_object(workspace: Workspace, photo: Photo) -> StoredObject:
    """What opens the photo's vault object.

    Raises:
        RegisterError: its key was erased.
    """
    with workspace.database.read() as connection:
        wrapped_key = photos.wrapped_key(connection, photo.vault_name)
    return StoredObject(photo.vault_name, wrapped_key, photo.sha256, photo.bytes)


def originals_left(workspace: Workspace, device: Device) -> tuple[tuple[SourceFile, Photo], ...]:
    """Files of the device whose originals should be gone and are not yet."""
    with workspace.database.read() as connection:
        return sources.originals_left(connection, device.id)


def files_of(workspace: Workspace, device: Device) -> tuple[SourceFile, ...]:
    """Every file ever imported from the device."""
    with workspace.database.read() as connection:
        return sources.files_of(connection, device.id)


def record_copy(
    workspace: Workspace,
    actor: Actor,
    device: Device,
    entry: Entry,
    stored: StoredObject,
    facts: FileFacts,
    *,
    event: str,
    removal_wanted: bool,
) -> tuple[Photo, SourceFile] | None:
    """The photo, its vault object and the file it came from, COPIED: all of them or none.

    None when another PC has recorded the very same picture meanwhile; then `stored` is nobody's.
    """
    with _committing(workspace) as connection:
        if photos.by_sha256(connection, stored.sha256) is not None:
            return None
        if sources.vault_object(connection, stored.name) is None:
            sources.add_vault_object(
                connection, name=stored.name, wrapped_key=stored.wrapped_key, sha256=stored.sha256, size=stored.bytes
            )
        reason = set_aside_because(workspace, connection, device, entry.taken_at)
        photo = sources.add_photo(
            connection,
            sha256=stored.sha256,
            vault_name=stored.name,
            state=first_state(reason),
            width=facts.width,
            height=facts.height,
            format=facts.format,
            size=stored.bytes,
            event=event,
            kind=entry.kind,
            goes_with=entry.goes_with,
        )
        if reason is not None:
            devices.set_aside(connection, photo.id, reason)
        file = _add_file(connection, device, entry, photo, removal_wanted)
        details: dict[str, str | int | bool | None] = {
            "sha256": photo.sha256,
            "bytes": photo.bytes,
            "kind": photo.kind.value,
            "set_aside": None if reason is None else reason.value,
            "removal_wanted": removal_wanted,
        }
        audit.append(
            connection, actor.user_id, "photo-imported", subjects=[photo.id, file.id, device.id], details=details
        )
    return photo, file


def record_duplicate(
    workspace: Workspace, actor: Actor, device: Device, entry: Entry, photo: Photo, *, removal_wanted: bool
) -> SourceFile:
    """Another file with the bytes of a photo that is in the vault already.

    One that was set aside may be used from now on if this device is one whose photos may. That it lies in a folder of
    a PC frees nothing: anybody may have put it there, and it says nothing of what it was taken with.
    """
    with _committing(workspace) as connection:
        file = _add_file(connection, device, entry, photo, removal_wanted)
        is_fine = set_aside_because(workspace, connection, device, entry.taken_at) is None and not _is_place(device)
        freed = devices.release(connection, [photo.id], by=actor.user_id) if is_fine else 0
        details = {"removal_wanted": removal_wanted, "released": freed}
        audit.append(
            connection, actor.user_id, "duplicate-imported", subjects=[photo.id, file.id, device.id], details=details
        )
    return file


def record_verified(workspace: Workspace, actor: Actor, file: SourceFile, *, removal_wanted: bool) -> SourceFile:
    """The vault's copy was read back and the file is on the device: VERIFIED, whatever came before.

    A removal that is outstanding stays so until it is tried again.
    """
    wanted = removal_wanted or (file.removal_wanted and file.state not in _DONE)
    is_waiting = file.state is SourceFileState.REMOVAL_OUTSTANDING and not removal_wanted
    verified = replace(file, state=SourceFileState.VERIFIED, problem="", removal_wanted=wanted)
    if is_waiting or verified == file:
        return file
    with _committing(workspace) as connection:
        sources.change_file(connection, verified)
        details = {"before": file.state.value, "removal_wanted": wanted}
        audit.append(connection, actor.user_id, "copy-verified", subjects=[file.id, file.photo_id], details=details)
    return verified


def record_outstanding(workspace: Workspace, actor: Actor, file: SourceFile, problem: KnownError) -> SourceFile:
    """The original could not be removed; this keeps its photo from being submitted."""
    outstanding = replace(file, state=SourceFileState.REMOVAL_OUTSTANDING, problem=str(problem), removal_wanted=True)
    with _committing(workspace) as connection:
        sources.change_file(connection, outstanding)
        audit.append(
            connection,
            actor.user_id,
            "removal-outstanding",
            subjects=[file.id, file.photo_id],
            details={"reason": problem.code},
        )
    return outstanding


def record_removed(
    workspace: Workspace, actor: Actor, device: Device, file: SourceFile, photo: Photo, *, was_found_absent: bool
) -> tuple[SourceFile, str]:
    """The original is not in the device's listing any more; returns the file and the words of its receipt.

    `was_found_absent` says that nobody saw it go: a run that ended before its receipt removed it, or a person did.
    """
    removed = replace(file, state=SourceFileState.REMOVED, problem="")
    with _committing(workspace) as connection:
        sources.change_file(connection, removed)
        event = audit.append(
            connection,
            actor.user_id,
            "original-removed",
            subjects=[file.id, photo.id, device.id],
            details={"sha256": photo.sha256, "found_absent": was_found_absent},
        )
        words = _receipt_words(device, file, photo, was_found_absent=was_found_absent)
        sources.add_receipt(
            connection, kind=RECEIPT_KIND, subject=file.id, words=words, actor=actor.user_id, audit_head=event.hash
        )
    return removed, words


def _receipt_words(device: Device, file: SourceFile, photo: Photo, *, was_found_absent: bool) -> str:
    how = "was found to be gone from" if was_found_absent else "was removed from"
    what = "photo" if photo.kind.is_picture else "file"
    return (
        f"{file.name} ({file.bytes} bytes, SHA-256 {photo.sha256[:16]}) {how} the device’s file list ({device.label}). "
        f"Its copy is {what} {photo.number}, read back and compared before. "
        "Copies in “Recently deleted” or in a cloud are not covered by this receipt."
    )


def _is_place(device: Device) -> bool:
    """Whether it is a folder of a PC, a share or a cloud, and no device that somebody vouched for."""
    return device.kind in (DeviceKind.SCHOOL, DeviceKind.DROP) and device.key.startswith(FOLDER_KEY)


def _add_file(connection: Connection, device: Device, entry: Entry, photo: Photo, removal_wanted: bool) -> SourceFile:
    return sources.add_file(
        connection,
        photo_id=photo.id,
        device_id=device.id,
        found=entry.found,
        size=photo.bytes,
        wanted=removal_wanted,
        taken_at=entry.taken_at,
    )


@contextmanager
def _committing(workspace: Workspace) -> Iterator[Connection]:
    """A write transaction between its two kill points."""
    with workspace.database.transaction() as connection:
        yield connection
        workspace.fault(KillPoint.BEFORE_COMMIT)
    workspace.fault(KillPoint.AFTER_COMMIT)
