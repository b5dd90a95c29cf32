"""Windows: read a file past the system's cache, so that a read-back asks the disk, and rename so that it lasts."""

from __future__ import annotations

import ctypes
import mmap
import sys
from collections.abc import Iterator
from pathlib import Path

_GENERIC_READ = 0x80000000
_SHARE_READ = 0x1
_OPEN_EXISTING = 3
_NO_BUFFERING = 0x20000000
_SECTOR = 4096  # every disk in use has sectors of 512 or 4096 bytes
_BLOCK = 4 << 20
_REPLACE_EXISTING, _WRITE_THROUGH = 0x1, 0x8


def replace_through(source: Path, target: Path) -> None:
    """Rename, replacing what is there; on the disk when this returns (MOVEFILE_WRITE_THROUGH).

    Raises:
        OSError: as Windows says.
    """
    if sys.platform != "win32":
        raise OSError("only Windows renames files this way")
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    flags = _REPLACE_EXISTING | _WRITE_THROUGH
    if not kernel.MoveFileExW(ctypes.c_wchar_p(str(source)), ctypes.c_wchar_p(str(target)), flags):
        raise ctypes.WinError(ctypes.get_last_error())


def unbuffered_blocks(path: Path) -> Iterator[bytes]:
    """The bytes of the file, block by block (FILE_FLAG_NO_BUFFERING).

    Raises:
        OSError: as Windows says.
    """
    if sys.platform != "win32":
        raise OSError("only Windows reads files this way")
    size = path.stat().st_size
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(
        ctypes.c_wchar_p(str(path)), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, _NO_BUFFERING, None
    )
    if handle == ctypes.c_void_p(-1).value:
        raise ctypes.WinError(ctypes.get_last_error())
    # Buffer address, length and position must all be multiples of the sector size; mmap gives whole pages.
    buffer = mmap.mmap(-1, _BLOCK)
    at = 0
    try:
        done = ctypes.c_ulong(0)
        address = (ctypes.c_char * _BLOCK).from_buffer(buffer)
        while at < size:
            wanted = min(_BLOCK, -(-(size - at) // _SECTOR) * _SECTOR)
            if not kernel.ReadFile(ctypes.c_void_p(handle), address, wanted, ctypes.byref(done), None):
                raise ctypes.WinError(ctypes.get_last_error())
            if done.value == 0:
                break
            block = buffer[: min(done.value, size - at)]
            at += len(block)
            yield block
        del address  # the map cannot be closed while something points into it
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
