"""The steps of an import for one group of files, and of finishing removals that are outstanding."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from app.devices.removal import FoundOnDevice, WholeListing, remove_original
from app.domain.errors import BugError, DeviceError, KnownError, PhotoUnreadableError, RegisterError, StorageError
from app.domain.faults import KillPoint
from app.domain.people import Actor
from app.domain.photo import Photo, PhotoId, PhotoKind, PhotoState, SourceFile, SourceFileState
from app.domain.ports import SourceDevice, SourceObject
from app.imaging.capture_time import taken_at
from app.imaging.other_files import format_of
from app.intake.checks import check_listing, refuse_alone, with_name
from app.intake.groups import Group, Member, grouped
from app.workflow import import_records as records
from app.workflow.import_bytes import Taken, drop, is_long, prove, take
from app.workflow.import_records import Entry, FileFacts
from app.workflow.workspace import Workspace
from consent_db.sources import Device

_CHECK_EDGE_PX = 64
"""The decoder reads the whole photo; only its size and a thumbnail's worth of pixels come back."""
_SCHOOL_ZONE = ZoneInfo("Europe/London")
_SAFE = (
    SourceFileState.VERIFIED,
    SourceFileState.REMOVAL_OUTSTANDING,
    SourceFileState.REMOVED,
    SourceFileState.ATTESTED,
)

_STOPPING = frozenset(
    {"gone", "locked", "stopped", "disk-full", "folder-missing", "not-writable", "disk-error", "clock", "no-file"}
)
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
        kind: a picture, or what else it is.
        is_set_aside: nobody may use it until the Headteacher decides.
    """

    object_id: str
    name: str
    photo_id: PhotoId | None = None
    state: SourceFileState | None = None
    is_duplicate: bool = False
    problem: KnownError | None = None
    receipt: str = ""
    kind: PhotoKind = PhotoKind.PICTURE
    is_set_aside: bool = False


@dataclass(frozen=True, slots=True)
class _Safe:
    """A file whose copy was read back and recorded as VERIFIED."""

    photo: Photo
    file: SourceFile
    is_duplicate: bool

    def outcome(self, *, problem: KnownError | None = None, receipt: str = "") -> ImportOutcome:
        file, photo = self.file, self.photo
        return ImportOutcome(
            file.object_id, file.name, photo.id, file.state, self.is_duplicate, problem, receipt, photo.kind,
            photo.state is PhotoState.QUARANTINED,
        )  # fmt: skip


@dataclass(frozen=True)
class Step:
    """What the steps of one import share."""

    workspace: Workspace
    actor: Actor
    source: SourceDevice
    device: Device
    event: str
    remove_originals: bool

    def take_in(self, group: Group) -> Iterator[ImportOutcome]:
        """All steps for files that belong together; whatever the world does wrong becomes an outcome's problem."""
        secured: list[_Safe | ImportOutcome] = []
        goes_with: PhotoId | None = None
        for member in group.members:
            before = next((s for s in secured if isinstance(s, ImportOutcome)), None)
            if before is not None and (member is not group.main):
                # The first could not be made safe, so the rest stays beside it, untouched.
                secured.append(refused(member, _left_beside(group, before.problem)))
                continue
            found = self._secure(member, goes_with)
            secured.append(found)
            if member is group.main and isinstance(found, _Safe):
                goes_with = found.photo.id
        problem = next((s.problem for s in secured if isinstance(s, ImportOutcome)), None)
        for one in secured:
            if isinstance(one, ImportOutcome):
                yield one
            elif not self.remove_originals:
                yield one.outcome()
            elif problem is not None:
                yield self._keep_back(one, _left_beside(group, problem))
            else:
                yield self._remove(one)

    def finish(self, skip: Collection[str], *, only_wanted: bool = False) -> Iterator[ImportOutcome]:
        """Originals that should be gone and are not, but for `skip`; all, or those whose removal was wanted."""
        for file, photo in records.originals_left(self.workspace, self.device):
            if file.object_id in skip or (only_wanted and not file.removal_wanted):
                continue
            outcomes: tuple[ImportOutcome, ...]
            try:
                outcomes = self._finish_one(_Safe(photo, file, is_duplicate=False))
            except KnownError as problem:
                outcomes = (_Safe(photo, file, is_duplicate=False).outcome(problem=problem),)
            yield from outcomes
            if any(reason_to_stop(outcome) for outcome in outcomes):
                return

    def _secure(self, member: Member, goes_with: PhotoId | None) -> _Safe | ImportOutcome:
        """Read, store, record and read back; the outcome says why when that did not work."""
        found = member.found
        try:
            records.require_not_stopped(self.workspace, self.source.identity)
            if member.kind is PhotoKind.SIDECAR and goes_with is None:
                raise refuse_alone(found)
            check_listing(found, member.kind)
            taken = self._take(found, member.kind)
            entry = Entry(found, member.kind, goes_with, _taken_at(taken.head, found))
            made = None
            if records.photo_with(self.workspace, taken.sha256) is None:
                taken, made = self._store(entry, taken)
            else:
                drop(self.workspace, taken)
            photo, file, is_duplicate = (*made, False) if made else self._record_again(entry, taken)
        except PhotoUnreadableError as problem:
            return refused(member, with_name(problem, found.name))
        except (DeviceError, StorageError, RegisterError) as problem:
            return refused(member, problem)
        return self._verify(_Safe(photo, file, is_duplicate), taken)

    def _verify(self, safe: _Safe, again: Taken | None) -> _Safe | ImportOutcome:
        try:
            # Before every removal, not only the first time: the vault's file may have been damaged since.
            prove(self.workspace, records.stored_object(self.workspace, safe.photo), again, self.source)
            file = records.record_verified(self.workspace, self.actor, safe.file, removal_wanted=self.remove_originals)
        except KnownError as problem:
            return safe.outcome(problem=problem)
        return _Safe(safe.photo, file, safe.is_duplicate)

    def _take(self, found: SourceObject, kind: PhotoKind) -> Taken:
        """Read the file; what came from this device before is most likely in the vault, so it is only looked at."""
        is_known = records.is_known_object(self.workspace, self.device, found.object_id)
        return take(self.workspace, self.source, found, kind, store_at_once=not is_known)

    def _store(self, entry: Entry, taken: Taken) -> tuple[Taken, tuple[Photo, SourceFile] | None]:
        """Refuse what is not whole, then encrypt it into the vault and record it; None if another PC was quicker."""
        with ExitStack() as undoing:
            undoing.callback(drop, self.workspace, taken)
            facts = self._facts(entry.kind, taken)
            undoing.pop_all()
        if taken.data is None and taken.stored is None:  # another film under a name that was used before
            taken = take(self.workspace, self.source, entry.found, entry.kind, store_at_once=True)
        elif taken.data is not None:
            taken = replace(taken, stored=self.workspace.vault.put(taken.data, self.workspace.fault))
        if taken.stored is None:
            raise BugError("what was read is nowhere")
        made = records.record_copy(
            self.workspace,
            self.actor,
            self.device,
            entry,
            taken.stored,
            facts,
            event=self.event,
            removal_wanted=self.remove_originals,
        )
        if made is None:
            drop(self.workspace, taken)
        return taken, made

    def _record_again(self, entry: Entry, taken: Taken) -> tuple[Photo, SourceFile, bool]:
        """The file of a photo that is in the vault already; whether the file is new."""
        photo = records.photo_with(self.workspace, taken.sha256)
        if photo is None:
            raise RegisterError(f"{entry.found.name} was destroyed just now.", remedy="Import again.", code="conflict")
        known = records.file_of(self.workspace, self.device, entry.found.object_id, photo.id)
        file = known or records.record_duplicate(
            self.workspace, self.actor, self.device, entry, photo, removal_wanted=self.remove_originals
        )
        return photo, file, known is None

    def _facts(self, kind: PhotoKind, taken: Taken) -> FileFacts:
        if taken.outline is not None:
            return FileFacts(0, 0, taken.outline.format())
        if not kind.is_picture:
            return FileFacts(0, 0, format_of(taken.head, kind))
        decoded = self.workspace.decoder.decode(taken.head, max_edge_px=_CHECK_EDGE_PX)
        return FileFacts(decoded.width, decoded.height, decoded.format)

    def _remove(self, safe: _Safe) -> ImportOutcome:
        """Only ever called with VERIFIED committed."""
        fault, file, photo = self.workspace.fault, safe.file, safe.photo
        try:
            records.require_not_stopped(self.workspace, self.source.identity)
            removal = remove_original(
                self.source,
                file.object_id,
                sha256=photo.sha256,
                by_pieces=is_long(photo.bytes, photo.kind),
                fault=fault,
            )
            if removal.problem is not None:
                return self._keep_back(safe, removal.problem)
            file, receipt = records.record_removed(
                self.workspace, self.actor, self.device, file, photo, was_found_absent=False
            )
        except KnownError as problem:
            return safe.outcome(problem=problem)
        fault(KillPoint.AFTER_RECEIPT)
        return _Safe(photo, file, safe.is_duplicate).outcome(receipt=receipt)

    def _keep_back(self, safe: _Safe, problem: KnownError) -> ImportOutcome:
        try:
            file = records.record_outstanding(self.workspace, self.actor, safe.file, problem)
        except KnownError as worse:
            return safe.outcome(problem=worse)
        return _Safe(safe.photo, file, safe.is_duplicate).outcome(problem=problem)

    # removals that are outstanding

    @cached_property
    def _on_device(self) -> WholeListing:
        """All that is on the device now; hidden files and other folders too."""
        return WholeListing(self.source, records.files_of(self.workspace, self.device))

    @cached_property
    def _not_safe_beside(self) -> dict[str, Group]:
        """Listed files whose group holds one that is not safe in the vault yet, by object id."""
        states = {file.object_id: file.state for file in records.files_of(self.workspace, self.device)}
        return {
            object_id: group
            for group in grouped(self._on_device.objects)
            if any(states.get(one) not in _SAFE for one in group.object_ids)
            for object_id in group.object_ids
        }

    def _finish_one(self, safe: _Safe) -> tuple[ImportOutcome, ...]:
        file, photo = safe.file, safe.photo
        if not self.source.exists(file.object_id):
            found = self._on_device.look_for(file, photo.sha256, by_pieces=is_long(photo.bytes, photo.kind))
            if found is None and not self.source.identity.is_certain:
                return (self._keep_back(safe, _maybe_another(self.source.identity.label)),)
            if found is None:
                return (self._found_gone(safe),)
            if found.is_doubtful:
                return (self._keep_back(safe, _maybe_renamed(file, found)),)
            return self._finish_renamed(safe, found.found)
        group = self._not_safe_beside.get(file.object_id)
        if group is not None and len(group.members) > 1:
            return (self._keep_back(safe, _left_beside(group, None)),)
        listed = SourceObject(file.object_id, file.name, photo.bytes)
        verified = self._verify(safe, take(self.workspace, self.source, listed, photo.kind, store_at_once=False))
        return (self._remove(verified) if isinstance(verified, _Safe) else verified,)

    def _finish_renamed(self, safe: _Safe, found: SourceObject) -> tuple[ImportOutcome, ...]:
        """The same bytes have another name now: that file goes first; then the first name is said to be gone."""
        moved = self._secure(Member(found, safe.photo.kind), safe.photo.goes_with)
        outcome = self._remove(moved) if isinstance(moved, _Safe) else moved
        if outcome.state is not SourceFileState.REMOVED:
            problem = outcome.problem or _maybe_renamed(safe.file, FoundOnDevice(found, is_doubtful=False))
            return outcome, self._keep_back(safe, problem)
        return outcome, self._found_gone(safe)

    def _found_gone(self, safe: _Safe) -> ImportOutcome:
        """Removed by a run that ended before its receipt, or by hand: nowhere on the device either way."""
        prove(self.workspace, records.stored_object(self.workspace, safe.photo), None, self.source)
        file, receipt = records.record_removed(
            self.workspace, self.actor, self.device, safe.file, safe.photo, was_found_absent=True
        )
        return _Safe(safe.photo, file, is_duplicate=False).outcome(receipt=receipt)


def refused(member: Member, problem: KnownError) -> ImportOutcome:
    """A file that stays where it is, and why."""
    return ImportOutcome(member.found.object_id, member.found.name, problem=problem, kind=member.kind)


def reason_to_stop(outcome: ImportOutcome) -> KnownError | None:
    """The problem, when it is one of the device, the disk or the clock and the next file would meet it too."""
    return outcome.problem if outcome.problem is not None and outcome.problem.code in _STOPPING else None


def _taken_at(data: bytes, found: SourceObject) -> datetime | None:
    """By the camera's clock, as the school's time; without one in the file, when the device says it was changed."""
    said = taken_at(data)
    return found.modified if said is None else said.replace(tzinfo=_SCHOOL_ZONE)


def _left_beside(group: Group, problem: KnownError | None) -> DeviceError:
    if problem is not None and problem.code in _STOPPING:
        return DeviceError(problem.words, remedy=problem.remedy, code=problem.code)
    others = " and ".join(sorted(member.found.name for member in group.members))
    why = f" {problem.words}" if problem is not None else ""
    return DeviceError(
        f"{others} belong together, and one of them is not safe in the vault.{why}",
        remedy="Import them again, so that they leave together.",
        code="goes-with",
    )


def _maybe_another(label: str) -> DeviceError:
    return DeviceError(
        f"{label} does not say which one it is, so this may be another of its kind.",
        remedy="If it is the same and the photo was deleted, let its owner say so on the Devices page.",
        code="maybe-another",
    )


def _maybe_renamed(file: SourceFile, found: FoundOnDevice) -> DeviceError:
    return DeviceError(
        f"{file.name} is not there under its name, but {found.found.name} is, from the same moment.",
        remedy=f"Import {found.found.name} too, or delete it on the device; then try again.",
        code="maybe-renamed",
    )
