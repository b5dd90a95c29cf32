"""A program of its own that imports and is struck on the way; what the kill-point tests and the benchmark start.

Arguments: workspace folder, phone folder, what strikes, which time it does, and ``finish`` to only finish removals.
A kill point kills there, ``*`` at any kill point, ``pull`` takes the phone away at any kill point, ``-`` does nothing.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError, KnownError, StorageError
from app.domain.photo import DeviceKind
from app.workflow.import_photos import finish_removals, import_photos
from tests.flow.importing import SECRETARY, open_school


def pulled(phone: Path) -> Path:
    """Where a phone is while it is unplugged."""
    return phone.with_name(phone.name + "-unplugged")


def striker(what: str, which: int, phone: Path) -> Callable[[str], None]:
    """A fault hook that strikes the `which`-th time its moment comes: SIGKILL is what a power cut does to a program."""
    reached = 0

    def fault(at: str) -> None:
        nonlocal reached
        reached += what in ("*", "pull", at)
        if reached != which:
            return
        if what != "pull":
            os.kill(os.getpid(), signal.SIGKILL)
        elif phone.exists():
            phone.rename(pulled(phone))

    return fault


def main(arguments: list[str]) -> int:
    """Import everything; exit code 1 when the device or the disk was at fault."""
    folder, phone, what, which = Path(arguments[0]), Path(arguments[1]), arguments[2], int(arguments[3])
    try:
        workspace = open_school(folder, fault=striker(what, which, phone))
    except KnownError as problem:
        print(problem, file=sys.stderr)
        return 1
    try:
        source = FolderDevice(phone)
        if "finish" in arguments[4:]:
            outcomes = finish_removals(workspace, SECRETARY, source)
        else:
            outcomes = import_photos(
                workspace, SECRETARY, source, event="Sports day", device_kind=DeviceKind.PERSONAL, remove_originals=True
            )
        problems = [outcome.problem for outcome in outcomes]
    except KnownError as problem:
        print(problem, file=sys.stderr)
        return 1
    finally:
        workspace.close()
    return 1 if any(isinstance(problem, DeviceError | StorageError) for problem in problems) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
