"""A program of its own that imports and is killed on the way; what the kill-point tests and the benchmark start.

Arguments: workspace folder, phone folder, kill point (``-``: none, ``*``: any), which time it is reached, and ``finish``
to only finish removals.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from app.devices.folder_device import FolderDevice
from app.domain.photo import DeviceKind
from app.workflow.import_photos import finish_removals, import_photos
from tests.flow.importing import SECRETARY, open_school


def killer(point: str, which: int) -> Callable[[str], None]:
    """A fault hook that ends this process as a power cut would, the `which`-th time `point` is reached (``*``: any)."""
    reached = 0

    def fault(at: str) -> None:
        nonlocal reached
        reached += point in ("*", at)
        if reached == which:
            os.kill(os.getpid(), signal.SIGKILL)

    return fault


def main(arguments: list[str]) -> int:
    """Import everything; exit code 0 when nothing killed it."""
    folder, phone, point, which = Path(arguments[0]), Path(arguments[1]), arguments[2], int(arguments[3])
    workspace = open_school(folder, fault=killer(point, which))
    source = FolderDevice(phone)
    if "finish" in arguments[4:]:
        outcomes = finish_removals(workspace, SECRETARY, source)
    else:
        outcomes = import_photos(
            workspace, SECRETARY, source, event="Sports day", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
    for _outcome in outcomes:
        pass
    workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
