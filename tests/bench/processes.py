"""Run a program and see what it and its children took: seconds, memory, output."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE_S = 0.05


@dataclass(frozen=True)
class Took:
    """`peak_mb` is the highest sum of the shares of memory (PSS) of the program and all its children, in 10⁶ bytes."""

    code: int
    seconds: float
    peak_mb: float
    output: str


def run_and_watch(command: Sequence[str], *, cwd: Path, settings: Mapping[str, str] | None = None) -> Took:
    """Run to the end. Memory is sampled 20 times a second from /proc; 0 where the system has none."""
    started = time.perf_counter()
    child = subprocess.Popen(
        list(command), cwd=cwd, env={**os.environ, **(settings or {})}, stdout=subprocess.PIPE, text=True
    )
    peak = [0]
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(PAUSE_S):
            peak[0] = max(peak[0], sum(_share(process) for process in _family(child.pid)))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    output, _ = child.communicate()
    seconds = time.perf_counter() - started
    is_over.set()
    watcher.join()
    return Took(child.returncode, seconds, peak[0] / 1e6, output)


def _family(process: int) -> list[int]:
    """The process and all that descend from it."""
    family = [process]
    for member in family:
        for path in Path(f"/proc/{member}/task").glob("*/children"):
            family += [int(word) for word in _text(path).split()]
    return family


def _share(process: int) -> int:
    for line in _text(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:  # it has ended meanwhile
        return ""
