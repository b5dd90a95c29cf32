"""The one process that runs the networks: one that crashes or hangs costs a photo, never the program.

What crosses in is pixels and what to look for; what crosses out are frozen findings. No name, path or key gets there.
The process starts with the first picture, loads each network once, and is replaced when it dies. What a school taught
of its marks crosses in with each picture, since it may change between two of them.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as WaitedTooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from app.analysis.looking import Marks, look, names_of_engines
from app.domain.detection import FaceDetection, Findings, Hint, TextFinding
from app.domain.errors import AppError, BugError, EngineUnavailableError
from app.domain.photo import RgbImage
from app.imaging.confinement import confine
from app.imaging.slots import PixelSlots
from app.imaging.worker import cannot_start

_log = logging.getLogger(__name__)

EVERYTHING = frozenset({"faces", "texts", "marks"})
START_GRACE_S = 60.0
"""How long a new process may take to start, on a busy school PC with a virus scanner."""

_TRY_AGAIN = "Try this photo again; if it stays so, leave it out and tell IT."
Task = Callable[..., Findings]
"""Takes the picture and what to look for, and `marks` when the school taught some."""


@dataclass(frozen=True, slots=True)
class EngineLimits:
    """What one photo may cost the PC.

    Attributes:
        timeout_s: seconds for one photo, loading included; two busy cores need about 3 s for 12 megapixels.
        memory_bytes: what the process may add to its address space (Linux only).
    """

    timeout_s: float = 120.0
    memory_bytes: int = 8_000_000_000


class EngineProcess:
    """Looks at pictures in a process of its own; one at a time, in the order asked for; safe from many threads.

    Building it costs nothing; the process starts with the first picture.

    Args:
        limits: of time and memory.
        task: the function that runs in the process; tests put one there that hangs or crashes.
    """

    def __init__(self, limits: EngineLimits | None = None, *, task: Task = look) -> None:
        self._limits = limits or EngineLimits()
        self._task = task
        self._pool: ProcessPool | None = None
        self._slots: PixelSlots | None = None
        self._lock = threading.Lock()
        self._under_way = 0
        self._is_closed = False

    @property
    def faces(self) -> ProcessFaces:
        """The face detector, as a port."""
        return ProcessFaces(self)

    @property
    def texts(self) -> ProcessTexts:
        """The text reader, as a port."""
        return ProcessTexts(self)

    def analyse(self, image: RgbImage, *, only: frozenset[str] = EVERYTHING, marks: Marks = ()) -> Findings:
        """Everything found in one upright picture.

        Args:
            image: uint8, shape (height, width, 3), RGB, upright.
            only: of ``faces``, ``texts``, ``marks``; what is not named is not looked for.
            marks: name and learned bytes of each mark that was taught.

        Raises:
            EngineUnavailableError: an engine could not run, crashed, was stopped or took too long; nothing was judged.
            BugError: `image` is not uint8 RGB, `only` holds another word, or this was closed.
        """
        if only - EVERYTHING:
            raise BugError(f"no engine looks for {', '.join(sorted(only - EVERYTHING))}")
        future, slot, patience_s = self._hand_in(image, only, marks)
        try:
            # `exception` rather than `result`, so that a fault of any kind can be looked at without catching it.
            fault = future.exception(timeout=patience_s)
            if fault is not None:
                raise _problem_for(fault) from fault
            return future.result()
        except WaitedTooLong as error:  # the pool watches a task that runs; this is a process that never started
            future.cancel()  # type: ignore[no-untyped-call]
            raise _too_slow() from error
        except CancelledError as error:
            raise EngineUnavailableError("Looking at the photo was stopped.", code="stopped") from error
        finally:
            self._finish(slot)

    def cancel(self) -> None:
        """End what runs now, at once; whoever waits gets a refusal. The next picture starts a new process."""
        with self._lock:
            pool, self._pool = self._pool, None
        _end(pool)

    def close(self) -> None:
        """End the process for good; safe to call twice. Whoever still waits gets a refusal."""
        with self._lock:
            self._is_closed = True
            pool, self._pool = self._pool, None
            slots, self._slots = self._slots, None
        _end(pool)
        if slots:
            slots.close()

    def __enter__(self) -> EngineProcess:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _hand_in(
        self, image: RgbImage, only: frozenset[str], marks: Marks
    ) -> tuple[ProcessFuture[Findings], int | None, float]:
        with self._lock:
            pool, slots = self._running()
            slot = slots.take()
            self._under_way += 1
            patience_s = START_GRACE_S + self._limits.timeout_s * self._under_way
        if slot is not None:
            slots.write(slot, image)
        pixels = None if slot is not None else image
        try:
            future: ProcessFuture[Findings] = pool.schedule(
                _run, args=(self._task, slot, image.shape, pixels, only, marks), timeout=self._limits.timeout_s
            )
        except RuntimeError as error:  # cancelled or closed since the pool was asked for
            self._finish(slot)
            raise EngineUnavailableError("Looking at the photo was stopped.", code="stopped") from error
        except OSError as error:
            self._finish(slot)
            raise cannot_start(error) from error
        return future, slot, patience_s

    def _running(self) -> tuple[ProcessPool, PixelSlots]:
        """The pool, started or replaced if need be; called with the lock held."""
        if self._is_closed:
            raise BugError("the engines were closed")
        if self._slots is None:
            self._slots = PixelSlots.create(1)
        if self._pool is None or not self._pool.active:
            _end(self._pool)
            self._pool = ProcessPool(
                max_workers=1,
                initializer=_settle_in,
                initargs=(self._limits.memory_bytes, self._slots),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool, self._slots

    def _finish(self, slot: int | None) -> None:
        with self._lock:
            self._under_way -= 1
            if self._slots:
                self._slots.give_back(slot)


class ProcessFaces:
    """`FaceDetector` over the process."""

    def __init__(self, process: EngineProcess) -> None:
        self._process = process

    @property
    def engine(self) -> str:
        return names_of_engines()["faces"]

    def detect(self, image: RgbImage) -> tuple[tuple[FaceDetection, ...], tuple[Hint, ...]]:
        found = self._process.analyse(image, only=frozenset({"faces"}))
        return found.faces, found.hints


class ProcessTexts:
    """`TextReader` over the process."""

    def __init__(self, process: EngineProcess) -> None:
        self._process = process

    @property
    def engine(self) -> str:
        return names_of_engines()["texts"]

    def read(self, image: RgbImage) -> tuple[TextFinding, ...]:
        return self._process.analyse(image, only=frozenset({"texts"})).texts


def _problem_for(fault: BaseException) -> BaseException:
    if isinstance(fault, AppError):
        return fault
    if isinstance(fault, MemoryError):
        return EngineUnavailableError("The PC has too little memory to look at this photo.", remedy=_TRY_AGAIN)
    if isinstance(fault, WaitedTooLong | TimeoutError):
        return _too_slow()
    if isinstance(fault, ProcessExpired | BrokenProcessPool):
        _log.warning("the looking process ended (%s) and is replaced", getattr(fault, "exitcode", "unknown"))
        return EngineUnavailableError("Looking at this photo failed half-way.", remedy=_TRY_AGAIN, code="crashed")
    _log.warning("looking failed with %s", type(fault).__name__)
    return EngineUnavailableError("Looking at this photo failed.", remedy=_TRY_AGAIN)


def _too_slow() -> EngineUnavailableError:
    return EngineUnavailableError("Looking at this photo took too long.", remedy=_TRY_AGAIN, code="too-slow")


def _end(pool: ProcessPool | None) -> None:
    if pool is not None:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


_slots_here: PixelSlots | None = None
"""Inside the process: the slots it was started with."""


def _settle_in(memory_bytes: int, slots: PixelSlots) -> None:
    global _slots_here
    _slots_here = slots
    confine(memory_bytes)


def _run(
    task: Task,
    slot: int | None,
    shape: tuple[int, ...],
    pixels: RgbImage | None,
    only: frozenset[str],
    marks: Marks = (),
) -> Findings:
    if slot is not None and _slots_here is not None:
        pixels = _slots_here.read(slot, shape)
    if pixels is None:
        raise BugError("a picture came without pixels")
    return task(pixels, only, marks=marks) if marks else task(pixels, only)
