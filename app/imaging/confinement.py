"""What a decoding process is allowed: little memory, no core file, no word on the terminal."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path


def confine(memory_bytes: int) -> None:
    """Called once inside the new process, before any photo.

    A core file would hold a photo in clear, so there is none. libtiff and others write to standard error by
    themselves; a person at a terminal, or a script that reads ours, has no use for it. The memory limit counts from
    what the process uses now, since libraries reserve address space that they never touch; Windows and macOS have no
    such limit.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then ends this process
    # A handler of Python waits until a network or a decoder returns, which can take a second; being asked to end ends.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _silence()
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        limit = _address_space() + memory_bytes
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def give_memory_back() -> None:
    """Called after each task: what was freed returns to the system instead of waiting for the next picture.

    Looking at 12 megapixels leaves about 80 MB behind that nobody uses. Only the C library of Linux needs to be asked.
    """
    if sys.platform.startswith("linux"):
        with contextlib.suppress(AttributeError, OSError):  # another C library has no such word
            ctypes.CDLL(None).malloc_trim(0)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")
