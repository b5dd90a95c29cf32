"""The packs that stand on this PC: one at a time, erased once a post is live or may not go out any more.

A pack is erased after the commit that makes it unneeded; a program that ends in between leaves it to the next sweep.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError, StorageError
from app.domain.people import UserId
from app.domain.post import Release, ReleaseId, ReleaseState
from app.publishing.destinations import refuse_destination
from app.publishing.pack_files import erase_pack, remove_unrecorded, staged_at
from app.storage.locking import WriterLock
from app.workflow import school_settings
from app.workflow.workspace import Workspace
from consent_db import audit, platforms, posts, releases

log = logging.getLogger(__name__)

_LOCK = "export.lock"
_WAIT_S = 20.0
SYSTEM = UserId("clearpost")
"""Who the records say erased a pack that may not stay, when nobody asked for it."""


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
    """Do nothing when no pack stands on this PC that somebody still has to post.

    Raises:
        NotAllowedError: naming the post and the platform whose turn it is.
    """
    for release, folder in releases.packs_on(connection, pc_of(workspace)):
        if release.state is not ReleaseState.EXPORTED or not _is_there(Path(folder)):
            continue
        post, platform = posts.get(connection, release.post_id), platforms.get(connection, release.platform_id)
        raise NotAllowedError(
            f"The pictures of “{post.title}” for {platform.name} are handed out and not online yet.",
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
        unneeded = [(r, there, why) for r, there in standing if (why := _why_unneeded(connection, r))]
    erased = []
    for release, there, why in unneeded:
        if not erase_pack(there):
            log.warning("a pack could not be erased yet: %s", release.id)
            continue
        with workspace.database.transaction() as connection:
            releases.note_pack_erased(connection, release.id)
            audit.append(connection, by, "pack-erased", subjects=[release.id], details={"because": why})
        erased.append(release)
    return tuple(erased)


def erase_stopped(workspace: Workspace, release_id: ReleaseId, there: Path, *, by: UserId) -> None:
    """Erase the pack of an export that was stopped after it was recorded, and say so in the records."""
    gone = erase_pack(there)
    with workspace.database.transaction() as connection:
        if gone:
            releases.note_pack_erased(connection, release_id)
        audit.append(connection, by, "export-stopped", subjects=[release_id], details={"erased": gone})


def _why_unneeded(connection: Connection, release: Release) -> str:
    if release.state is not ReleaseState.EXPORTED:
        return release.state.value
    approval = posts.standing_approval(connection, release.post_id)
    return "" if approval is not None and approval.id == release.approval_id else "approval-fell"


def _is_there(folder: Path) -> bool:
    return folder.exists() or staged_at(folder) is not None
