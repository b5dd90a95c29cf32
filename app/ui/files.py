"""Small files that people bring in or take out, such as screenshots."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import StorageError
from app.ui.language import tr


def read_file(path: Path) -> bytes:
    """All of it.

    Raises:
        StorageError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError(tr("{name} cannot be read: {strerror}.", name=path.name, strerror=error.strerror)) from error


def write_file(path: Path, data: bytes) -> bool:
    """Write it, over what was there; always True.

    Raises:
        StorageError: it cannot be written.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        raise StorageError(
            tr("{name} cannot be written: {strerror}.", name=path.name, strerror=error.strerror),
            remedy=tr("Choose another name."),
        ) from error
    return True
