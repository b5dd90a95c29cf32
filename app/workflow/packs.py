"""The packs that are handed out: one at a time, erased once a post is live or may not go out any more.

A pack is erased after the commit that makes it unneeded; a program that ends in between leaves it to the next sweep.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError, StorageError
from app.domain.people import UserId
from app.domain.post import Release, ReleaseId, ReleaseState
from app.publishing.destinations import refuse_destination
from app.publishing.pack_files import erase_pack, pictures_of, remove_unrecorded, staged_at
from app.storage.locking import WriterLock
from app.workflow import school_settings
from app.workflow.post_material import findings_of, judging
from app.workflow.workspace import Workspace
from consent_db import audit, platforms, posts, releases

log = logging.getLogger(__name__)

_LOCK = "export.lock"
_WAIT_S = 20.0
SYSTEM = UserId("clearpost")
"""Who the records say erased a pack that may not stay, when nobody asked for it."""


@dataclass(frozen=True, slots=True)
class PackView:
    """A pack as it is shown to whoever posts it.

    Attributes:
        files: its pictures in the post's order.
        problem: why there is less to show; empty when all is well.
    """

    folder: Path
    caption: str
    alt_texts: tuple[str, ...]
    files: tuple[Path, ...]
    problem: str = ""


@contextmanager
def exporting(workspace: Workspace) -> Iterator[None]:
    """Only one program of this workspace on this PC writes a pack at a time.

    Raises:
        StorageError: another window or command is handing out a post just now.
    """
    lock = WriterLock(workspace.folder / _LOCK, timeout_s=_WAIT_S)
    try:
        lock.__enter__()
    except StorageError as error:
        if error.code != "in-use":
            raise
        raise StorageError(
            "Another window or command is handing out a post just now.", remedy="Wait until it is done.", code="in-use"
        ) from error
    with lock_held(lock):
        yield


@contextmanager
def lock_held(lock: WriterLock) -> Iterator[None]:
    """Give a taken lock back at the end."""
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def pc_of(workspace: Workspace) -> str:
    """What this PC is called in releases: a digest of the public half of its key."""
    return "" if workspace.pc is None else hashlib.sha256(workspace.pc.public.encode()).hexdigest()[:32]


def mark_of(workspace: Workspace) -> str:
    """What the names of this workspace's packs hold, so that nobody clears away another school's."""
    return hashlib.sha256(str(workspace.folder.resolve()).encode()).hexdigest()[:6]


def require_place(workspace: Workspace, folder: Path) -> None:
    """Do nothing when a pack may be written into this folder.

    Raises:
        NotAllowedError: removable, on the network, in a cloud, personal or not registered.
    """
    with workspace.database.read() as connection:
        registered = school_settings.pack_folders(connection)
    refuse_destination(folder, registered)


def require_no_other(workspace: Workspace, connection: Connection) -> None:
    """Do nothing when no pack stands on any PC that somebody still has to post.

    A folder that was moved or renamed is still a pack, so only the register is asked.

    Raises:
        NotAllowedError: naming the post and the platform whose turn it is.
    """
    for release, pc in releases.packs_out(connection):
        post, platform = posts.get(connection, release.post_id), platforms.get(connection, release.platform_id)
        where = "" if pc in (pc_of(workspace), "") else " on another PC"
        raise NotAllowedError(
            f"The pictures of “{post.title}” for {platform.name} are handed out{where} and not online yet.",
            remedy="Post them and note the address, or say that they are taken down. Then comes the next.",
            code="pack-out",
        )


def clear_unrecorded(workspace: Workspace, folder: Path) -> None:
    """Delete what a stopped program of this workspace left half-written; called with the export lock held."""
    with workspace.database.read() as connection:
        recorded = {Path(there).name for _release, there in releases.packs_on(connection, pc_of(workspace))}
    remove_unrecorded(folder, recorded, mark_of(workspace))


def erase_packs(workspace: Workspace, *, by: UserId = SYSTEM) -> tuple[Release, ...]:
    """Erase every pack on this PC that is online, taken down, or may not go out any more; returns whose they were.

    Called after a post is noted live, when the program starts, and when somebody else changed something.
    """
    with workspace.database.read() as connection:
        standing = [(r, Path(there)) for r, there in releases.packs_on(connection, pc_of(workspace))]
        unneeded = [(r, there, why) for r, there in standing if (why := why_unneeded(workspace, connection, r))]
    erased = []
    for release, there, why in unneeded:
        was_there = _is_there(there)
        if not erase_pack(there):
            log.warning("a pack could not be erased yet")
            continue
        with workspace.database.transaction() as connection:
            releases.note_pack_erased(connection, release.id)
            audit.append(
                connection, by, "pack-erased", subjects=[release.id], details={"because": why, "found": was_there}
            )
        erased.append(release)
    return tuple(erased)


def erase_stopped(workspace: Workspace, release_id: ReleaseId, there: Path, *, by: UserId) -> None:
    """Erase the pack of an export that was stopped after it was recorded, and say so in the records."""
    gone = erase_pack(there)
    with workspace.database.transaction() as connection:
        if gone:
            releases.note_pack_erased(connection, release_id)
        audit.append(connection, by, "export-stopped", subjects=[release_id], details={"erased": gone})


def why_unneeded(workspace: Workspace, connection: Connection, release: Release) -> str:
    """Why the pack of a release may not stand any longer, in a word for the records; empty while it may.

    It is online or taken down, its approval fell or ran out, or what it shows or says may not go out today.
    """
    if release.state is not ReleaseState.EXPORTED:
        return release.state.value
    approval = posts.standing_approval(connection, release.post_id)
    if approval is None or approval.id != release.approval_id:
        return "approval-fell"
    if workspace.clock.now() >= approval.expires_at:
        return "approval-ran-out"
    post = posts.get(connection, release.post_id)
    findings = findings_of(judging(workspace, connection, post), post)
    return next((finding.code for finding in findings if finding.blocks), "")


def handed_out(workspace: Workspace, release: Release) -> PackView:
    """What a pack that waits to be posted holds: the words as they were approved, and its pictures, each looked at.

    Nothing is shown of a pack that may not stand any longer, and no picture that is not the one that was approved.
    """
    with workspace.database.read() as connection:
        folder = Path(releases.folder_of(connection, release.id))
        if audit.is_clock_behind(connection, workspace.clock.now()):
            return PackView(folder, "", (), (), "This PC’s clock is behind the records. Set it first.")
        if release.pack_erased_at is not None or why_unneeded(workspace, connection, release):
            return PackView(folder, "", (), (), "This pack may not be posted any more.")
        caption, *alt_texts = releases.words_of(connection, release.id) or ("",)
        sizes = {r.id: r.sha256 for r in posts.renditions_by_ids(connection, release.pictures)}
    wanted = [sizes.get(rendition_id, "") for rendition_id in release.pictures]
    found = pictures_of(folder)
    if not folder.is_dir():
        return PackView(folder, caption, tuple(alt_texts), (), "The pack is not on this PC.")
    if [digest for _path, digest in found] != wanted:
        words = "The pictures in this pack are not the ones that were approved. Say that it is taken down."
        return PackView(folder, "", (), (), words)
    return PackView(folder, caption, tuple(alt_texts), tuple(path for path, _digest in found))


def _is_there(folder: Path) -> bool:
    return folder.exists() or staged_at(folder) is not None
