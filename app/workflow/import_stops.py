"""Somebody sees something on a device that must be neither copied nor removed: stop, call, record. And giving back.

Indecent or suspect material is evidence: nobody copies, sends, prints or deletes it. The record says that it happened,
on which device and who was told, and never what was to be seen. What was merely taken by mistake is handed back: it
leaves the vault while its original is still on the owner's device, or is written back for its owner first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from sqlalchemy import Connection

from app.devices.protected import why_protected
from app.domain.errors import RegisterError, VerificationError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor, Role
from app.domain.photo import Photo, PhotoId, SourceFile, SourceFileState, digest_of_pieces
from app.domain.ports import SourceDevice, SourceIdentity
from app.storage.locking import WriterLock
from app.storage.writing import blocks_from_disk, storage_error, write_pieces
from app.workflow import gates
from app.workflow import import_records as records
from app.workflow.import_bytes import digest_on
from app.workflow.import_photos import LOCK_FILE
from app.workflow.quarantine import delete_files
from app.workflow.retention_plan import require_not_frozen
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

    Until that is answered nothing is copied from this device or removed from it by anybody, an import under way goes
    no further, and no photo that came from it is destroyed. Nothing has to be acknowledged or allowed first: whoever
    sees it may say it.

    Args:
        workspace: where it is recorded.
        actor: whoever saw it.
        identity: of the device; None when it is not plugged in.
        note: time, place and who was told; never what was to be seen.
    """
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        label, key = ("a device that is not plugged in", "") if identity is None else (identity.label, identity.key)
        stop_id = devices.add_stop(connection, device_label=label, device_key=key, note=note.strip(), by=actor.user_id)
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
        DeviceError: the device does not hold it (any more), or somebody stopped its import.
        StorageError: an import is running, which might remove the original just now.
    """
    actor.require(Action.IMPORT)
    with WriterLock(workspace.folder / LOCK_FILE):
        return _hand_back(workspace, actor, source, photo_id)


def _hand_back(workspace: Workspace, actor: Actor, source: SourceDevice, photo_id: PhotoId) -> str:
    records.require_not_stopped(workspace, source.identity)
    with workspace.database.read() as connection:
        gates.require_acknowledged(workspace, connection, actor)
        device = sources.device_by_key(connection, source.identity.key)
        photo = photos.get(connection, photo_id)
        group = (photo, *photos.companions(connection, photo_id))
        files = () if device is None else sources.files_of(connection, device.id)
    for each in group:
        _require_still_there(source, [f for f in files if f.photo_id == each.id], each)
    words = (
        f"Photo {photo.number} (SHA-256 {photo.sha256[:16]}) was taken from {source.identity.label} by mistake. "
        "Its copy was destroyed in the vault; the original was still on the device and stays there."
    )
    return _take_out(workspace, actor, group, words)


def give_back(workspace: Workspace, actor: Actor, photo_id: PhotoId, folder: Path) -> str:
    """Write a photo that was taken by mistake and left its device to its owner's card; then destroy the copy.

    Nothing is destroyed before what was written there was read back and is the very same.

    Raises:
        NotAllowedError: only the Headteacher gives a photo out of the vault.
        RegisterError: its original still is on a device (hand it back there), a post uses it, or the folder is one of
            the network, a cloud or the system.
        StorageError: the folder cannot be written, or an import is running.
        VerificationError: what was written there is not what was to be written; nothing is destroyed.
    """
    actor.require(Action.GRANT_PERMISSION)
    if why := why_protected(folder):
        raise RegisterError(f"The folder is {why}.", remedy="Choose the owner’s card or stick.", code="not-theirs")
    with WriterLock(workspace.folder / LOCK_FILE):
        return _give_back(workspace, actor, photo_id, folder)


def _give_back(workspace: Workspace, actor: Actor, photo_id: PhotoId, folder: Path) -> str:
    with workspace.database.read() as connection:
        photo = photos.get(connection, photo_id)
        group = (photo, *photos.companions(connection, photo_id))
        if photos.removals_outstanding(connection, [each.id for each in group]):
            raise RegisterError(
                f"The original of photo {photo.number} is still on its device.",
                remedy="Hand it back there, with the device plugged in.",
                code="removal-outstanding",
            )
        _require_unused(connection, group)
        require_not_frozen(connection, [each.id for each in group])
        keys = {each.id: photos.wrapped_key(connection, each.vault_name) for each in group}
        names = {each.id: sources.name_of(connection, each.id) or f"photo-{each.number}" for each in group}
    for each in group:
        path = _free_path(folder, names[each.id])
        write_pieces(folder, partial(_write, path, workspace.vault.pieces(each.vault_name, keys[each.id])))
        try:
            written = digest_of_pieces(blocks_from_disk(path))
        except OSError as error:
            raise storage_error(error) from error
        if written != each.sha256:
            raise VerificationError(f"{path.name} could not be read back as it was written.", code="read-back")
    words = (
        f"Photo {photo.number} (SHA-256 {photo.sha256[:16]}) was taken by mistake. By decision of {actor.name} it was "
        "written to its owner's card or stick, read back and compared; then its copy was destroyed in the vault."
    )
    return _take_out(workspace, actor, group, words)


def _take_out(workspace: Workspace, actor: Actor, group: Sequence[Photo], words: str) -> str:
    """Destroy a photo and what goes with it in the vault, with a receipt."""
    photo, lost = group[0], list[LostObject]()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        _require_unused(connection, group)
        require_not_frozen(connection, [each.id for each in group])
        highest = max(int(settings.get(connection, HIGHEST_NUMBER, 0)), *(each.number for each in group))
        settings.put(connection, HIGHEST_NUMBER, highest, by=actor.user_id)
        reason = "It was taken by mistake and handed back."
        for each in reversed(group):
            tombstones.add(connection, each.id, record_class="photo", reason=reason, by=actor.user_id)
            lost += erasing.photo_rows(connection, each.id)
        ids, details = [each.id for each in group], {"sha256": photo.sha256}
        event = audit.append(connection, actor.user_id, "original-handed-back", subjects=ids, details=details)
        sources.add_receipt(
            connection, kind=HANDED_BACK, subject=photo.id, words=words, actor=actor.user_id, audit_head=event.hash
        )
        workspace.fault(KillPoint.BEFORE_COMMIT)
    workspace.fault(KillPoint.AFTER_COMMIT)
    delete_files(workspace, lost)
    return words


def _require_unused(connection: Connection, group: Sequence[Photo]) -> None:
    if any(posts.with_photo(connection, each.id) for each in group):
        raise RegisterError(f"A post uses photo {group[0].number}.", remedy="Take it out of the post first.")


def _write(path: Path, pieces: Iterable[bytes], file: BinaryIO) -> Path:
    file.writelines(pieces)
    return path


def _free_path(folder: Path, name: str) -> Path:
    """A place in the folder where nothing is; the file's own name when that is free."""
    plain = PurePosixPath(name.replace("\\", "/")).name
    for number in range(1, 1000):
        path = folder / (plain if number == 1 else f"{PurePosixPath(plain).stem}-{number}{PurePosixPath(plain).suffix}")
        if not path.exists():
            return path
    raise RegisterError(f"The folder holds too many files called {plain}.", code="name")


def _require_still_there(source: SourceDevice, files: Sequence[SourceFile], photo: Photo) -> None:
    number = photo.number
    standing = [f for f in files if f.state not in (SourceFileState.REMOVED, SourceFileState.ATTESTED)]
    if not standing:
        raise RegisterError(
            f"The original of photo {number} is not on this device any more, so its copy is the only one.",
            remedy="Ask the Headteacher; photos can be erased on request on the Keeping page.",
            code="only-copy",
        )
    if not any(source.exists(f.object_id) and digest_on(source, f.object_id, photo) == photo.sha256 for f in standing):
        raise RegisterError(
            f"The device does not hold photo {number} as it was copied.",
            remedy="Leave it in the vault.",
            code="changed",
        )


def _may_see(actor: Actor) -> None:
    if not actor.roles & {Role.DSL, Role.HEAD}:
        actor.require(Action.PLACE_HOLD)
