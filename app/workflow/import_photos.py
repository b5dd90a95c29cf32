"""Import: from files on a device to photos in the vault, and off the device once that is proved.

For every file: read, decode whole in the decoder's process, store encrypted, record, read back from the disk, record
that, read the device's file again, remove it, look for it again, write the receipt. Files that belong together are all
safe before the first of them leaves. The program may die between any two of these steps; the same import, started
again, goes on from what was recorded. Nothing is ever removed in doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.domain.errors import KnownError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor
from app.domain.photo import DeviceKind
from app.domain.ports import SourceDevice
from app.intake.groups import grouped
from app.intake.policy import check_removal
from app.storage.locking import WriterLock
from app.workflow import gates
from app.workflow import import_records as records
from app.workflow.import_steps import ImportOutcome, Step, reason_to_stop, refused
from app.workflow.workspace import Workspace

__all__ = ["LOCK_FILE", "ImportOutcome", "finish_removals", "import_photos"]

LOCK_FILE = "import.lock"
"""Held by whoever copies from a device, removes from it, or gives back to it."""


def import_photos(
    workspace: Workspace,
    actor: Actor,
    source: SourceDevice,
    *,
    event: str,
    device_kind: DeviceKind,
    remove_originals: bool,
    only: Collection[str] | None = None,
) -> Iterator[ImportOutcome]:
    """Import every photo of a device, or those with the ids in `only`; one outcome per file, bad ones refused.

    Whatever belongs to a chosen photo (its moving half, its raw file, the notes of its edit) comes along. Closing the
    iterator cancels: what was done stays done. Running it again resumes and makes nothing twice.

    Raises:
        NotAllowedError: this person may not import, or has not acknowledged a policy yet.
        DeviceError: originals may not be removed from this source, it cannot be listed, or somebody stopped its import.
        RegisterError: the device is registered as somebody else's.
        StorageError: another import is running, or the workspace cannot be written.
    """
    actor.require(Action.IMPORT)
    with workspace.database.read() as connection:
        gates.require_acknowledged(workspace, connection, actor)
    if remove_originals:
        check_removal(source.identity, device_kind)
    return _import(workspace, actor, source, event.strip(), device_kind, remove_originals, only)


def finish_removals(workspace: Workspace, actor: Actor, source: SourceDevice) -> Iterator[ImportOutcome]:
    """Remove the originals of this device that should be gone and are not; one outcome each.

    On somebody's own device that is every one that was copied, whether its removal was asked for then or not.

    Raises:
        NotAllowedError: this person may not import.
        DeviceError: somebody stopped an import from it.
        StorageError: an import is running.
    """
    actor.require(Action.IMPORT)
    return _finish_all(workspace, actor, source)


def _import(
    workspace: Workspace,
    actor: Actor,
    source: SourceDevice,
    event: str,
    kind: DeviceKind,
    remove_originals: bool,
    only: Collection[str] | None,
) -> Iterator[ImportOutcome]:
    with WriterLock(workspace.folder / LOCK_FILE):
        records.require_not_stopped(workspace, source.identity)
        groups = grouped(source.list_objects())
        chosen = None if only is None else frozenset(only)
        workspace.fault(KillPoint.AFTER_LISTING)
        device = records.register_device(workspace, actor, source.identity, kind)
        step = Step(workspace, actor, source, device, event, remove_originals)
        stop: KnownError | None = None
        left_alone: set[str] = set()
        for group in groups:
            if chosen is not None and not group.object_ids & chosen:
                left_alone |= group.object_ids
                continue
            outcomes = [refused(m, stop) for m in group.members] if stop else step.take_in(group)
            for outcome in outcomes:
                stop = stop or reason_to_stop(outcome)
                if outcome.problem is not None:
                    left_alone.add(outcome.object_id)
                yield outcome
        if remove_originals and stop is None:
            # Files that an interrupted run removed just before it could write the receipt.
            yield from step.finish(skip=left_alone, only_wanted=True)


def _finish_all(workspace: Workspace, actor: Actor, source: SourceDevice) -> Iterator[ImportOutcome]:
    with WriterLock(workspace.folder / LOCK_FILE):
        device = records.known_device(workspace, source.identity)
        if device is None:
            return
        records.require_not_stopped(workspace, source.identity)
        check_removal(source.identity, device.kind)
        yield from Step(workspace, actor, source, device, "", remove_originals=True).finish(skip=frozenset())
