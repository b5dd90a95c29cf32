"""Import: from files on a device to photos in the vault, and off the device once that is proved.

For every file: read, decode whole in the decoder's process, store encrypted, record, read back from the disk, record
that, read the device's file again, remove it, look for it again, write the receipt. The program may die between any two
of these steps; the same import, started again, goes on from what was recorded. Nothing is ever removed in doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.devices.removal import remove_original
from app.domain.errors import DeviceError, KnownError, PhotoUnreadableError, RegisterError, StorageError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor
from app.domain.photo import DeviceKind, Photo, PhotoId, SourceFile, SourceFileState, digest_of
from app.domain.ports import SourceDevice, SourceObject
from app.intake.checks import check_listing, with_name
from app.intake.policy import check_removal, first_state
from app.storage.locking import WriterLock
from app.storage.vault import StoredObject
from app.workflow import gates
from app.workflow import import_records as records
from app.workflow.workspace import Workspace
from consent_db.sources import Device

_LOCK_FILE = "import.lock"
_CHECK_EDGE_PX = 64
"""The decoder reads the whole photo; only its size and a thumbnail's worth of pixels come back."""

_STOPPING = frozenset({"gone", "disk-full", "folder-missing", "not-writable", "disk-error", "clock", "no-file"})
"""Problems of the device, the disk or the clock, not of one photo: the files after it are not tried."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """How far one file came.

    Attributes:
        object_id, name: what the device calls it, and its file name.
        photo_id: the photo in the vault; None when the file was refused and stays on the device.
        state: COPIED means that the copy could not be verified yet; None when the file was refused.
        is_duplicate: the picture was in the vault already.
        problem: why it was refused, or why the original is still there.
        receipt: the words of the receipt when the original was removed.
    """

    object_id: str
    name: str
    photo_id: PhotoId | None = None
    state: SourceFileState | None = None
    is_duplicate: bool = False
    problem: KnownError | None = None
    receipt: str = ""


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

    Closing the iterator cancels: what was done stays done. Running it again resumes and makes nothing twice.

    Raises:
        NotAllowedError: this person may not import, or has not acknowledged a policy yet.
        DeviceError: originals may not be removed from this source, or it cannot be listed.
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
    """Try again to remove the originals of this device that should have gone; one outcome each.

    Raises:
        NotAllowedError: this person may not import.
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
    with WriterLock(workspace.folder / _LOCK_FILE):
        listed = list(source.list_objects())
        workspace.fault(KillPoint.AFTER_LISTING)
        device = records.register_device(workspace, actor, source.identity, kind)
        step = _Step(workspace, actor, source, device, event, remove_originals)
        stop: KnownError | None = None
        left_alone: set[str] = set()
        for found in listed:
            if only is not None and found.object_id not in only:
                left_alone.add(found.object_id)
                continue
            outcome = _refused(found, stop) if stop else step.take_in(found)
            stop = stop or _reason_to_stop(outcome)
            if outcome.problem is not None:
                left_alone.add(found.object_id)
            yield outcome
        if remove_originals and stop is None:
            # Files that an interrupted run removed just before it could write the receipt.
            yield from step.finish(skip=left_alone)


def _finish_all(workspace: Workspace, actor: Actor, source: SourceDevice) -> Iterator[ImportOutcome]:
    with WriterLock(workspace.folder / _LOCK_FILE):
        device = records.known_device(workspace, source.identity)
        if device is None:
            return
        check_removal(source.identity, device.kind)
        yield from _Step(workspace, actor, source, device, "", remove_originals=True).finish(skip=frozenset())


@dataclass(frozen=True, slots=True)
class _Step:
    """What the steps of one import share."""

    workspace: Workspace
    actor: Actor
    source: SourceDevice
    device: Device
    event: str
    remove_originals: bool

    def take_in(self, found: SourceObject) -> ImportOutcome:
        """All steps for one listed file; whatever the world does wrong becomes the outcome's problem."""
        try:
            check_listing(found)
            data = self.source.read(found.object_id)
            photo = records.photo_with(self.workspace, digest_of(data))
            if photo is None:
                photo, file = self._store(found, data)
                return self._verify_and_remove(photo, file, data, is_duplicate=False)
            known = records.file_of(self.workspace, self.device, found.object_id, photo.id)
            file = known or records.record_duplicate(
                self.workspace, self.actor, self.device, found, photo, removal_wanted=self.remove_originals
            )
            return self._verify_and_remove(photo, file, data, is_duplicate=known is None)
        except PhotoUnreadableError as problem:
            return _refused(found, with_name(problem, found.name))
        except (DeviceError, StorageError, RegisterError) as problem:
            return _refused(found, problem)

    def finish(self, skip: Collection[str]) -> Iterator[ImportOutcome]:
        """Removals that were wanted and not done, for files not in `skip`."""
        for file, photo in records.removals_wanted(self.workspace, self.device):
            if file.object_id in skip:
                continue
            try:
                outcome = self._finish_one(file, photo)
            except KnownError as problem:
                outcome = ImportOutcome(file.object_id, file.name, photo.id, file.state, problem=problem)
            yield outcome
            if _reason_to_stop(outcome):
                return

    def _store(self, found: SourceObject, data: bytes) -> tuple[Photo, SourceFile]:
        """Refuse what is not a whole photo, then encrypt it into the vault and record it."""
        decoded = self.workspace.decoder.decode(data, max_edge_px=_CHECK_EDGE_PX)
        stored = self.workspace.vault.put(data, self.workspace.fault)
        return records.record_copy(
            self.workspace,
            self.actor,
            self.device,
            found,
            stored,
            decoded,
            event=self.event,
            state=first_state(self.device.kind),
            removal_wanted=self.remove_originals,
        )

    def _verify_and_remove(
        self, photo: Photo, file: SourceFile, data: bytes | None, *, is_duplicate: bool
    ) -> ImportOutcome:
        try:
            # Before every removal, not only the first time: the vault's file may have been damaged since.
            self._read_back(records.stored_object(self.workspace, photo), data)
            file = records.record_verified(self.workspace, self.actor, file, removal_wanted=self.remove_originals)
            if self.remove_originals:
                return self._remove(photo, file, is_duplicate=is_duplicate)
        except KnownError as problem:
            return ImportOutcome(file.object_id, file.name, photo.id, file.state, is_duplicate, problem)
        return ImportOutcome(file.object_id, file.name, photo.id, file.state, is_duplicate)

    def _read_back(self, stored: StoredObject, data: bytes | None) -> None:
        """Prove the copy; one that does not hold is written anew from the device's bytes and proved again."""
        vault, fault = self.workspace.vault, self.workspace.fault
        try:
            vault.read_back(stored.name, stored.wrapped_key, stored.sha256, fault)
        except KnownError:
            if data is None:
                raise
            vault.restore(data, stored)
            vault.read_back(stored.name, stored.wrapped_key, stored.sha256, fault)

    def _remove(self, photo: Photo, file: SourceFile, *, is_duplicate: bool) -> ImportOutcome:
        """Only ever called with VERIFIED committed."""
        fault = self.workspace.fault
        removal = remove_original(self.source, file.object_id, sha256=photo.sha256, fault=fault)
        if removal.problem is not None:
            file = records.record_outstanding(self.workspace, self.actor, file, removal.problem)
            return ImportOutcome(file.object_id, file.name, photo.id, file.state, is_duplicate, removal.problem)
        file, receipt = records.record_removed(
            self.workspace, self.actor, self.device, file, photo, was_found_absent=False
        )
        fault(KillPoint.AFTER_RECEIPT)
        return ImportOutcome(file.object_id, file.name, photo.id, file.state, is_duplicate, receipt=receipt)

    def _finish_one(self, file: SourceFile, photo: Photo) -> ImportOutcome:
        if self.source.exists(file.object_id):
            data = self.source.read(file.object_id)
            same = data if digest_of(data) == photo.sha256 else None
            return self._verify_and_remove(photo, file, same, is_duplicate=False)
        # Removed by a run that ended before its receipt, or by hand: gone from the listing either way.
        self._read_back(records.stored_object(self.workspace, photo), None)
        file, receipt = records.record_removed(
            self.workspace, self.actor, self.device, file, photo, was_found_absent=True
        )
        return ImportOutcome(file.object_id, file.name, photo.id, file.state, receipt=receipt)


def _refused(found: SourceObject, problem: KnownError) -> ImportOutcome:
    return ImportOutcome(found.object_id, found.name, problem=problem)


def _reason_to_stop(outcome: ImportOutcome) -> KnownError | None:
    return outcome.problem if outcome.problem is not None and outcome.problem.code in _STOPPING else None
