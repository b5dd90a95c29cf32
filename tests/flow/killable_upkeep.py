"""A program of its own that backs up, restores or moves and is struck on the way.

Arguments: what (``backup``, ``restore``, ``move``, ``back``), from, to, and when it is struck: after that many steps,
at that kill point, or ``-`` for never. For ``move`` and ``back`` "to" is the owner's address as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from app.bootstrap import open_workspace
from app.domain.errors import KnownError
from app.workflow import move, users
from app.workflow.backup import back_up
from app.workflow.restore import restore
from consent_db.server import ServerAddress
from tests.schools import PASSPHRASE, PASSWORD


def striker(when: str) -> Callable[[str], None]:
    def fault(at: str) -> None:
        if at == when:
            os.kill(os.getpid(), signal.SIGKILL)

    return fault


def walk(steps: Iterable[object], when: str) -> None:
    for number, _step in enumerate(steps, 1):
        striker(when)(str(number))


def main(arguments: list[str]) -> int:
    what, source, target, when = arguments
    try:
        if what == "restore":
            walk(restore(Path(source), Path(target), passphrase="the back-up has its own"), when)
            return 0
        workspace = open_workspace(Path(source), passphrase=PASSPHRASE, fault=striker(when))
        it = users.sign_in(workspace, "it", PASSWORD)
        if what == "backup":
            walk(back_up(workspace, it, Path(target), passphrase="the back-up has its own"), when)
        elif what == "move":
            move.move_to_server(workspace, it, ServerAddress(**json.loads(target)))
        else:
            move.move_to_this_pc(workspace, it, ServerAddress(**json.loads(target)))
        workspace.close()
    except KnownError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
