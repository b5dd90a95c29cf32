"""Write a file whole or not at all, and read it back from the disk rather than from memory.

This is the one place that knows how each system is asked to put bytes on the disk for good.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import StorageError
from app.domain.faults import Fault, KillPoint, no_fault

_TEMPORARY_SUFFIX = ".part"
_STALE_AFTER_S = 24 * 3600
_CHUNK = 1 << 20
_READ_BLOCK = 4 << 20


def write_whole(path: Path, data: bytes, *, fault: Fault = no_fault) -> None:
    """Put `data` at `path`: temporary name in the same folder, write, fsync, rename, fsync the folder.

    At every moment `path` is either as it was before or complete. What is at `path` already is replaced.

    Raises:
        StorageError: the disk is full, the folder is gone or may not be written; nothing is left behind.
    """
    temporary = path.with_name(f"{path.name}.{_own_tag()}.{secrets.token_hex(4)}{_TEMPORARY_SUFFIX}")
    try:
        _write_and_sync(temporary, data, fault)
        replace_whole(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise storage_error(error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)  # there only if something failed or was interrupted


def sync_folder(folder: Path) -> None:
    """Make what was made, renamed or deleted in `folder` last through a power cut.

    Windows knows no such thing; there the rename itself is written through.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_pieces(folder: Path, write: Callable[[BinaryIO], Path], *, fault: Fault = no_fault) -> Path:
    """Put a file of any length where `write` says once it has written it, whole or not at all; returns the place.

    Args:
        folder: where the unfinished file stands; on the same disk as its place.
        write: writes into the file it is given, from its beginning to its end, and returns the file's place.
        fault: passed on at the kill points.

    Raises:
        StorageError: as for `write_whole`; what `write` raises comes through. Nothing is left behind.
    """
    temporary = folder / f"pieces.{_own_tag()}.{secrets.token_hex(4)}{_TEMPORARY_SUFFIX}"
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            path = write(file)
            file.flush()
            fault(KillPoint.AFTER_COPY)
            fault(KillPoint.BEFORE_FSYNC)
            os.fsync(file.fileno())
        replace_whole(temporary, path)
        for each in {folder, path.parent}:
            sync_folder(each)
    except OSError as error:
        raise storage_error(error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return path


def read_from_disk(path: Path) -> bytes:
    """The bytes of the file as the disk gives them, past the copy the system keeps in memory.

    On a network share this reads the server's answer, which may come from the server's own memory.

    Raises:
        OSError: as usual.
    """
    return b"".join(blocks_from_disk(path))


def blocks_from_disk(path: Path) -> Iterator[bytes]:
    """The same, block by block, for a file that does not fit into memory.

    Raises:
        OSError: as usual.
    """
    if sys.platform == "win32":
        from app.storage.windows_files import unbuffered_blocks

        yield from unbuffered_blocks(path)
        return
    with path.open("rb", buffering=0) as file:
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(file, fcntl.F_NOCACHE, 1)
        else:
            # Only clean pages are dropped, and they are clean after write_whole's fsync.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := file.read(_READ_BLOCK):
            yield block


def remove_leftovers(folder: Path) -> int:
    """Delete temporary files that a program that ended early left in `folder` (not below); how many there were.

    A file that another running program may be writing stays: one of this PC whose process lives, or a young one of
    another PC.
    """
    removed = 0
    for path in folder.glob(f"*{_TEMPORARY_SUFFIX}"):
        try:
            if _is_leftover(path):
                path.unlink()
                removed += 1
        except FileNotFoundError:
            continue  # another program cleaned up at the same moment
        except OSError as error:
            if sys.platform != "win32":  # there, a file that is being written cannot be deleted, which is right
                raise storage_error(error) from error
    return removed


def storage_error(error: OSError) -> StorageError:
    """The sentence for what the system said."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StorageError(
            "The disk that holds the workspace is full.",
            remedy="Nothing was removed anywhere. Make room on the disk and start again.",
            code="disk-full",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StorageError(
            "The workspace folder may not be written on.",
            remedy="Nothing was removed anywhere. Ask IT for the right to write there.",
            code="not-writable",
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE):
        return StorageError(
            "The workspace folder, or a file in it, is not there.",
            remedy="Nothing was removed anywhere. Connect the disk or share that holds it and start again.",
            code="folder-missing",
        )
    return StorageError(
        f"The disk that holds the workspace answers with an error ({error.strerror}).",
        remedy="Nothing was removed anywhere. Ask IT to look at the disk.",
        code="disk-error",
    )


def _write_and_sync(path: Path, data: bytes, fault: Fault) -> None:
    view = memoryview(data)
    half = len(view) // 2
    # O_EXCL: never into a file that is already there. 0o600: nobody else on a shared PC reads even ciphertext.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb", buffering=0) as file:
        for start, end in ((0, half), (half, len(view))):
            for at in range(start, end, _CHUNK):
                _write_all(file.fileno(), view[at : min(at + _CHUNK, end)])
            fault(KillPoint.MID_COPY if end == half else KillPoint.AFTER_COPY)
        fault(KillPoint.BEFORE_FSYNC)
        os.fsync(file.fileno())


def replace_whole(source: Path, target: Path) -> None:
    """Rename a finished file, replacing what is there; sync the folder afterwards.

    Raises:
        OSError: as usual.
    """
    if sys.platform == "win32":
        from app.storage.windows_files import replace_through

        replace_through(source, target)
        return
    os.replace(source, target)


def _write_all(descriptor: int, view: memoryview) -> None:
    while view:
        view = view[os.write(descriptor, view) :]


def _own_tag() -> str:
    return f"{_host_tag()}-{os.getpid()}"


def _host_tag() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]


def _is_leftover(path: Path) -> bool:
    if time.time() - path.stat().st_mtime > _STALE_AFTER_S:
        return True
    parts = path.name.split(".")
    host, _, process = parts[-3].partition("-") if len(parts) >= 4 else ("", "", "")
    if host != _host_tag() or not process.isdecimal():
        return False
    return int(process) != os.getpid() and not _is_running(int(process))


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return False  # a file that a living process writes refuses deletion by itself
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
