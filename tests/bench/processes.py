"""Run a program and see what it and its children took: seconds, processor, memory, output."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True)
class Moment:
    """What the program and all its children took up to now: seconds since the start, of processor, memory (PSS)."""

    at_s: float
    processor_s: float
    memory_mb: float


class Watched:
    """A program under watch. The peak of memory is sampled every `pause_s` from /proc; 0 where the system has none."""

    def __init__(
        self, command: Sequence[str], *, cwd: Path, settings: Mapping[str, str] | None = None, pause_s: float = PAUSE_S
    ) -> None:
        self.peak_mb = 0.0
        self.code = 0
        self._command, self._cwd = list(command), cwd
        self._settings = {**os.environ, **(settings or {})}
        self._pause_s = pause_s

    def lines(self) -> Iterator[tuple[str, Moment]]:
        """Each line as it is printed, with what was taken until then; leaving early ends the program."""
        started = time.perf_counter()
        child = subprocess.Popen(
            self._command, cwd=self._cwd, env=self._settings, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        is_over = threading.Event()

        def watch() -> None:
            while not is_over.wait(self._pause_s):
                self.peak_mb = max(self.peak_mb, memory_mb(child.pid))

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        assert child.stdout is not None
        try:
            for line in child.stdout:
                yield line, Moment(time.perf_counter() - started, processor_s(child.pid), memory_mb(child.pid))
            child.wait()
        finally:
            child.kill()  # where somebody left early; one that has ended does not mind
            self.code = child.wait()
            child.stdout.close()
            is_over.set()
            watcher.join()


def run_and_watch(command: Sequence[str], *, cwd: Path, settings: Mapping[str, str] | None = None) -> Took:
    """Run to the end. Memory is sampled 20 times a second from /proc; 0 where the system has none."""
    started = time.perf_counter()
    watched = Watched(command, cwd=cwd, settings=settings)
    output = "".join(line for line, _ in watched.lines())
    return Took(watched.code, time.perf_counter() - started, watched.peak_mb, output)


def family(process: int) -> list[int]:
    """The process and all that descend from it."""
    members = [process]
    for member in members:
        for path in Path(f"/proc/{member}/task").glob("*/children"):
            members += [int(word) for word in _text(path).split()]
    return members


def memory_mb(process: int) -> float:
    """The sum of the shares of memory (PSS) of the process and its descendants, in 10⁶ bytes."""
    return sum(_share(member) for member in family(process)) / 1e6


def processor_s(process: int) -> float:
    """Seconds of processor of the process and its descendants, those that have ended included."""
    ticks = 0
    for member in family(process):
        fields = _text(Path(f"/proc/{member}/stat")).rpartition(")")[2].split()
        ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


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
