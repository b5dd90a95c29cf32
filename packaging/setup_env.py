"""Set up the private environment where it is missing or stale, then hand over to what was asked for.

Runs on any Python 3.11 to 3.13 with nothing but the standard library and pip. When nothing has to be done it costs
some milliseconds and touches neither network nor disk. All that it says goes to standard error; standard output
belongs to the program that is handed over to.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment
import system_libraries

ROOT = Path(__file__).resolve().parent.parent
TASKS = {"test", "bench", "measure", "policy", "demo", "tour", "guide", "build", "languages", "lock"}
# What a word needs of the system; all other words work without any part of it.
PURPOSES = {"": "window", "window": "window", "test": "test", "tour": "tour", "guide": "tour"}
WRONG_USAGE = 2


def main(words: list[str]) -> int:
    """Make the environment ready and hand over; the exit code is that of the program handed over to."""
    first = words[0] if words else ""
    try:
        is_fresh = not environment.is_ready(ROOT)
        if is_fresh:
            environment.prepare(ROOT)
    except environment.SetupError as error:
        print(f"ClearPost could not set itself up: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("The set-up was stopped; the next run carries on with it.", file=sys.stderr)
        return 130
    if sys.platform == "linux" and not _has_system_parts(first, is_fresh):
        return WRONG_USAGE
    return _hand_over(first, words)


def _has_system_parts(first: str, is_fresh: bool) -> bool:
    """Whether the run may go on; where it may not, a message has named the missing parts.

    Words that open no window are never held up: for them the system is looked at once, after the set-up.
    """
    marker = ROOT / ".venv" / "system-parts-present"
    purpose = PURPOSES.get(first, "window")
    if (first not in PURPOSES and not is_fresh) or system_libraries.were_present(marker, purpose):
        return True
    if system_libraries.provide(purpose):
        system_libraries.remember(marker, purpose)
        return True
    return first not in PURPOSES or not system_libraries.is_held_up(purpose)


def _hand_over(first: str, words: list[str]) -> int:
    """Become the asked-for program where the system can do that; run it and wait where it cannot."""
    python = environment.python_of(ROOT)
    target = [str(ROOT / "packaging" / "tasks.py")] if first in TASKS else ["-m", "app"]
    # -P: a folder named `app` where the user happens to stand must not win over ours.
    command = [str(python), "-P", *target, *words]
    settings = environment.without_foreign_python(os.environ)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execve(python, command, settings)  # noqa: S606  # signals and exit code pass through by themselves
    try:
        return subprocess.call(command, env=settings)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
