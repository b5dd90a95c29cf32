"""Things a decoder must never do, done on purpose inside the decoding process."""

from __future__ import annotations

import ctypes
import os
import sys
import time

from app.domain.ports import DecodedPhoto
from app.imaging.decoding import DecodeLimits, decode_photo


def misbehave(data: bytes, limits: DecodeLimits, max_edge_px: int | None) -> DecodedPhoto:
    """Do what the bytes say; decode anything else."""
    if data == b"hang":
        time.sleep(3600)
    if data == b"exit":
        os._exit(9)
    if data == b"segfault":
        ctypes.string_at(0)
    if data == b"eat memory":
        hoard = bytearray(8_000_000_000)
        hoard[-1] = 1
    if data == b"surprise":
        raise LookupError("a plugin let something out that nobody expected")
    if data == b"write to the terminal":
        os.write(2, b"NOISE")
        print("NOISE", file=sys.stderr)
    if data == b"leave a core file":
        import resource

        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    return decode_photo(data, limits=limits, max_edge_px=max_edge_px)
