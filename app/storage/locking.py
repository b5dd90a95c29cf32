"""One writer at a time in a workspace, and no embedded register on a network drive.

The lock is the operating system's own lock on a file, so it ends with the process however that ends.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType

from app.domain.errors import StorageError
from app.storage.places import is_network_path
from app.storage.writing import storage_error

_PAUSE_S = 0.05


class WriterLock:
    """Held while something is written that two programs must not write at once, such as an import.

    Use it as a context manager. It is not re-entrant.

    Args:
        path: the lock file; made when it is not there, never deleted (deleting would let two holders in).
        timeout_s: how long to wait for the other program.
    """

    def __init__(self, path: Path, *, timeout_s: float = 0.0) -> None:
        self._path = path
        self._timeout_s = timeout_s
        self._descriptor: int | None = None

    def __enter__(self) -> WriterLock:
        """Take the lock.

        Raises:
            StorageError: ``in-use`` when another program holds it; or the file cannot be made.
        """
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise storage_error(error) from error
        deadline = time.monotonic() + self._timeout_s
        while not _try_lock(descriptor):
            if time.monotonic() >= deadline:
                os.close(descriptor)
                raise StorageError(
                    "Another window or command is importing into this workspace just now.",
                    remedy="Wait until it has finished, then start again.",
                    code="in-use",
                )
            time.sleep(_PAUSE_S)
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)  # which gives the lock back
            self._descriptor = None


def refuse_network_folder(folder: Path) -> None:
    """Do nothing when `folder` is on a disk of this PC.

    Raises:
        StorageError: it is on a network drive, where the embedded register would be damaged sooner or later (its
            write-ahead log needs memory that the programs share).
    """
    if is_network_path(folder):
        raise StorageError(
            "The workspace is on a network drive.",
            remedy="Put it on a disk of this PC, or ask IT to set up the register on a database server.",
            code="network-drive",
        )


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
