"""What a guarded process is asked to do in tests; a new process finds it by its module."""

from __future__ import annotations

import os
import time

from app.imaging.guarded import Lane
from app.imaging.slots import Parcel


def mirror(lane: Lane) -> Parcel:
    """The picture that came, mirrored, on its way home."""
    return lane.lay(lane.picture()[:, ::-1])


def wait_for_ever(_lane: Lane) -> None:
    time.sleep(600)


def add(_lane: Lane, one: int, *, other: int) -> int:
    return one + other


def own_number(_lane: Lane) -> int:
    """The number the system gave this process."""
    return os.getpid()
