"""A program of its own that takes a post out and is killed on the way; what the export kill-point tests start.

Arguments: workspace folder, what to do (render, approve, export), post id, output folder, kill point or ``-``.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from app.domain.faults import no_fault
from app.domain.post import PostId
from app.workflow import approve, posts, publish, users
from tests.flow.posting import PlannedEngines, with_engines
from tests.schools import FACEBOOK, PASSWORD, reopen


def killer(point: str) -> Callable[[str], None]:
    """A fault hook that ends the program as a power cut would, the first time its moment comes."""

    def fault(at: str) -> None:
        if at == point:
            os.kill(os.getpid(), signal.SIGKILL)

    return no_fault if point == "-" else fault


def main(arguments: list[str]) -> int:
    """Do one act as the person whose act it is."""
    folder, act, post_id, out, point = arguments
    workspace = with_engines(reopen(Path(folder)), PlannedEngines(), killer(point))
    try:
        if act == "render":
            office = users.sign_in(workspace, "contributor", PASSWORD)
            outcomes = list(posts.render_post(workspace, office, PostId(post_id)))
            return 0 if all(outcome.problem is None for outcome in outcomes) else 1
        if act == "approve":
            approve.approve(workspace, users.sign_in(workspace, "head", PASSWORD), PostId(post_id))
            return 0
        deputy = users.sign_in(workspace, "deputy", PASSWORD)
        publish.export_release(workspace, deputy, PostId(post_id), FACEBOOK, Path(out))
        return 0
    finally:
        workspace.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
