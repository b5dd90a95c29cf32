"""A program of its own that erases what is past its time and is killed on the way.

Arguments: workspace folder, kill point, which time it strikes.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from app.domain.people import Actor, Role, UserId
from app.workflow import retention
from tests.clocks import later
from tests.flow.importing import open_school

OFFICER = Actor(UserId("u-dpo"), "Kim Rowe", frozenset({Role.DPO}))


def killer(point: str, which: int) -> Callable[[str], None]:
    """A fault hook that ends the program as a power cut would, the `which`-th time its moment comes."""
    reached = 0

    def fault(at: str) -> None:
        nonlocal reached
        reached += at == point
        if at == point and reached == which:
            os.kill(os.getpid(), signal.SIGKILL)

    return fault


def main(arguments: list[str]) -> int:
    """Erase everything past its time, as somebody does who confirmed it."""
    folder, point, which = Path(arguments[0]), arguments[1], int(arguments[2])
    workspace = later(open_school(folder, fault=killer(point, which)), 60)
    try:
        shown = retention.preview(workspace, OFFICER)
        done = list(retention.erase(workspace, OFFICER, shown, typed=len(shown.items)))
        return 0 if all(outcome.problem is None for outcome in done) else 1
    finally:
        workspace.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
