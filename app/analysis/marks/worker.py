"""Learning in a process of its own, with progress, an end when nobody waits any more, and a time limit.

What crosses in is pictures of the mark; what crosses out is how far it is and, at the end, the bytes to keep.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from app.analysis.marks.cutouts import cut_out
from app.analysis.marks.training import Effort, learn_mark
from app.domain.errors import EngineUnavailableError, KnownError
from app.domain.photo import RgbImage
from app.imaging.confinement import confine
from app.imaging.guarded import cannot_start

TIME_LIMIT_S = 300.0
"""An idle core needs about half a minute; a busy, slow PC ten times as long."""
MEMORY_BYTES = 3_000_000_000


@dataclass(frozen=True, slots=True)
class Lesson:
    """What learning starts from: one to five pictures of the mark, and photos known not to show it."""

    pictures: tuple[RgbImage, ...]
    without: tuple[RgbImage, ...] = ()
    effort: Effort = field(default_factory=Effort)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far learning is, 0 to 1; at the end with the bytes to keep."""

    share: float
    learned: bytes | None = None


Task = Callable[[Connection, Lesson], None]


def learn_in_process(
    lesson: Lesson, *, time_limit_s: float = TIME_LIMIT_S, task: Task | None = None
) -> Iterator[Progress]:
    """Learn a mark; closing the iterator ends the process at once.

    Args:
        lesson: what to learn from.
        time_limit_s: from start to end, loading included.
        task: the function that runs in the process; tests put one there that hangs or crashes.

    Raises:
        PhotoUnreadableError: a picture shows no mark.
        EngineUnavailableError: learning crashed, took too long, or the process could not start.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=task or learn_here, args=(there, lesson), daemon=True)
    ends = time.monotonic() + time_limit_s
    try:
        process.start()
    except OSError as error:
        here.close()
        there.close()
        raise cannot_start(error) from error
    there.close()  # so that its end is seen here when the process dies
    try:
        yield from _told(here, ends)
    finally:
        process.kill()
        process.join()
        here.close()


def _told(here: Connection, ends: float) -> Iterator[Progress]:
    while True:
        if not here.poll(max(0.0, ends - time.monotonic())):
            raise EngineUnavailableError(
                "Learning the mark took too long.", remedy="Close other programs and try again.", code="too-slow"
            )
        try:
            said = here.recv()
        except (EOFError, OSError) as error:
            raise EngineUnavailableError(
                "Learning the mark failed half-way.", remedy="Try again, or give other pictures.", code="crashed"
            ) from error
        if isinstance(said, KnownError):
            raise said
        yield said
        if said.learned is not None:
            return


def learn_here(there: Connection, lesson: Lesson) -> None:
    """Inside the process: learn, and say how far it is."""
    confine(MEMORY_BYTES)
    if hasattr(os, "nice"):
        os.nice(5)  # the window comes first
    from app.analysis.engines.mark_detector import Correlator

    with contextlib.suppress(BrokenPipeError):  # nobody waits any more
        try:
            cutouts = [cut_out(picture) for picture in lesson.pictures]
            for step in learn_mark(cutouts, Correlator, effort=lesson.effort, without=lesson.without):
                there.send(Progress(step.share, None if step.mark is None else step.mark.to_bytes()))
        except KnownError as problem:
            there.send(problem)
