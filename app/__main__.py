"""Start-up order only. The first word decides before anything of Qt or of the engines is loaded."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence

from app import log


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or run the command the first word names; returns the exit code (0 done, 1 refused, 2 usage)."""
    multiprocessing.freeze_support()
    log.begin()
    words = list(sys.argv[1:] if argv is None else argv)
    if words and words[0] != "window":
        from app.cli import run

        return run(words)
    if words[1:] == ["--check"]:
        from app.ui.health import check_window

        return check_window()
    return _open_window(words[1:])


def _open_window(words: list[str]) -> int:
    if not _has_display():
        print(
            "ClearPost needs a screen to open its window, and there is none here. Commands work: clearpost --help",
            file=sys.stderr,
        )
        return 2
    try:
        from app.ui.application import run_window
    except ImportError as error:
        print(f"The window cannot start because a system library is missing: {error}", file=sys.stderr)
        return 2
    from app.bootstrap import Administrator, create_workspace, open_for_window

    log.note_start()
    return run_window(
        words, open_workspace=open_for_window, create_workspace=create_workspace, administrator=Administrator
    )


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
