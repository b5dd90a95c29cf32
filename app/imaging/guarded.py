"""A process of its own for work that may crash, hang or eat memory: it is ended and replaced, the program goes on.

What such work costs is one answer. The process starts with the first task, does one at a time in the order asked for,
writes no core file and no word, and dies with the program. Pictures travel through memory both sides see where the
system has it (`app.imaging.slots`).
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
from enum import Enum
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from app.domain.errors import AppError, BugError, EngineUnavailableError, KnownError
from app.domain.photo import RgbImage
from app.imaging.confinement import confine, give_memory_back
from app.imaging.slots import Parcel, PixelSlots

_log = logging.getLogger(__name__)

START_GRACE_S = 60.0
"""How long a new process may take to start, on a busy school PC with a virus scanner."""

T = TypeVar("T")
P = ParamSpec("P")


class Ending(Enum):
    """How a task ended without an answer of its own."""

    CRASHED = "crashed"
    TOO_SLOW = "too-slow"
    NO_MEMORY = "no-memory"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Guard:
    """What a process may cost, and what is said when a task ends badly.

    Attributes:
        doing: one word for the log: ``decoding``.
        refusal: the error for whoever waits; errors of ours that a task raises cross as they are.
        timeout_s: seconds for one task.
        memory_bytes: what the process may add to its address space (Linux only).
        slots: how many pictures may be on their way at once without being copied into messages.
    """

    doing: str
    refusal: Callable[[Ending], KnownError]
    timeout_s: float
    memory_bytes: int
    slots: int = 0


class Lane:
    """Inside the process: where a task finds the picture it was given, and lays one for the way home."""

    def __init__(self, slots: PixelSlots | None, slot: int | None, given: Parcel | None) -> None:
        self._slots, self._slot, self._given = slots, slot, given

    def picture(self) -> RgbImage:
        """What came with the task; good until something is laid.

        Raises:
            BugError: none came.
        """
        if self._given is None:
            raise BugError("a picture came without pixels")
        return (self._slots or PixelSlots(())).look_into(self._given)

    def lay(self, pixels: RgbImage) -> Parcel:
        """Pixels on their way home; `GuardedProcess.unpack` opens them."""
        return (self._slots or PixelSlots(())).pack(self._slot, pixels)


@dataclass(frozen=True, slots=True)
class Ticket(Generic[T]):
    """One task under way."""

    future: ProcessFuture[T]
    slot: int | None
    patience_s: float


class GuardedProcess:
    """Runs functions in a process of its own; safe from many threads. Building it starts nothing."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._slots: PixelSlots | None = None
        self._under_way: set[ProcessFuture[Any]] = set()
        self._is_closed = False

    @property
    def is_running(self) -> bool:
        """Whether a process was started and not ended."""
        return self._pool is not None

    @property
    def is_busy(self) -> bool:
        """Whether a task waits or runs."""
        return bool(self._under_way)

    def run(
        self,
        function: Callable[Concatenate[Lane, P], T],
        picture: RgbImage | None = None,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The function's answer, from the process.

        Raises:
            KnownError: the guard's refusal, or what the function raised on purpose.
            BugError: this was closed.
        """
        ticket = self.hand_in(function, picture, *args, **kwargs)
        try:
            return self.collect(ticket)
        finally:
            self.finish(ticket)

    def hand_in(
        self,
        function: Callable[Concatenate[Lane, P], T],
        picture: RgbImage | None = None,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Ticket[T]:
        """Put a task in the queue; every ticket must come to `finish` in the end.

        Args:
            function: found by its module and name in the process; gets a `Lane` first.
            picture: uint8, shape (height, width, 3), for `Lane.picture`.
            *args: what else the function gets.
            **kwargs: the same, by name.

        Raises:
            EngineUnavailableError: the system does not let a process start.
            KnownError: the guard's refusal, when this was cancelled meanwhile.
            BugError: this was closed.
        """
        with self._lock:
            pool, slots = self._running()
            slot = slots.take()
        try:
            given = None if picture is None else slots.pack(slot, picture)
            with self._lock:
                future: ProcessFuture[T] = pool.schedule(
                    _in_process, args=(function, slot, given, args, kwargs), timeout=self._guard.timeout_s
                )
                self._under_way.add(future)
                patience_s = START_GRACE_S + self._guard.timeout_s * len(self._under_way)
        except RuntimeError as error:  # cancelled or closed since the pool was asked for
            slots.give_back(slot)
            raise self._guard.refusal(Ending.STOPPED) from error
        except OSError as error:  # no semaphores or no process left: the account's limits, or no shared memory
            slots.give_back(slot)
            raise cannot_start(error) from error
        return Ticket(future, slot, patience_s)

    def collect(self, ticket: Ticket[T]) -> T:
        """Wait for the answer.

        Raises:
            KnownError: the guard's refusal, or what the function raised on purpose.
        """
        try:
            # `exception` rather than `result`, so that a fault of any kind can be looked at without catching it.
            fault = ticket.future.exception(timeout=ticket.patience_s)
            if fault is not None:
                raise self._told(fault) from fault
            return ticket.future.result()
        except WaitedTooLong as error:  # the pool watches a task that runs; this is a process that never started
            ticket.future.cancel()  # type: ignore[no-untyped-call]
            raise self._guard.refusal(Ending.TOO_SLOW) from error
        except CancelledError as error:
            raise self._guard.refusal(Ending.STOPPED) from error

    def unpack(self, parcel: Parcel) -> RgbImage:
        """The picture a task laid for the way home, before its ticket is finished.

        Raises:
            KnownError: the guard's refusal, when this was closed meanwhile.
        """
        slots = self._slots
        if slots is None:
            raise self._guard.refusal(Ending.STOPPED)
        try:
            return slots.unpack(parcel)
        except (OSError, IndexError) as error:
            raise self._guard.refusal(Ending.STOPPED) from error

    def finish(self, ticket: Ticket[Any]) -> None:
        """Forget a task and free its slot; one that nobody collected is cancelled."""
        if not ticket.future.done():
            ticket.future.cancel()  # type: ignore[no-untyped-call]
        with self._lock:
            self._under_way.discard(ticket.future)
            if self._slots:
                self._slots.give_back(ticket.slot)

    def cancel(self) -> None:
        """End what runs and what waits, at once; whoever waits gets a refusal. The next task starts a new process."""
        with self._lock:
            pool, self._pool = self._pool, None
            waiting = tuple(self._under_way)
        _end(pool, waiting)

    def close(self) -> None:
        """End the process for good; safe to call twice. Whoever still waits gets a refusal."""
        with self._lock:
            self._is_closed = True
            pool, self._pool = self._pool, None
            slots, self._slots = self._slots, None
            waiting = tuple(self._under_way)
        _end(pool, waiting)
        if slots:
            slots.close()

    def _running(self) -> tuple[ProcessPool, PixelSlots]:
        """The pool, started or replaced if need be; called with the lock held."""
        if self._is_closed:
            raise BugError(f"the process for {self._guard.doing} was closed")
        if self._slots is None:
            self._slots = PixelSlots.create(self._guard.slots)
        if self._pool is None or not self._pool.active:
            _end(self._pool)
            self._pool = ProcessPool(
                max_workers=1,
                initializer=_settle_in,
                initargs=(self._guard.memory_bytes, self._slots),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool, self._slots

    def _told(self, fault: BaseException) -> BaseException:
        """What whoever waits is told of a fault in the process."""
        if isinstance(fault, AppError):
            level = logging.WARNING if isinstance(fault, EngineUnavailableError) else logging.INFO
            _log.log(level, "a task was refused in its process", exc_info=fault, extra={"code": self._guard.doing})
            return fault
        if isinstance(fault, MemoryError):
            return self._guard.refusal(Ending.NO_MEMORY)
        if isinstance(fault, WaitedTooLong | TimeoutError):
            return self._guard.refusal(Ending.TOO_SLOW)
        if isinstance(fault, ProcessExpired | BrokenProcessPool):
            code = f"{self._guard.doing} {getattr(fault, 'exitcode', 'unknown')}"
            _log.warning("a process ended and is replaced", extra={"code": code})
            return self._guard.refusal(Ending.CRASHED)
        _log.warning("a task failed in its process", exc_info=fault, extra={"code": self._guard.doing})
        return self._guard.refusal(Ending.FAILED)


def cannot_start(error: OSError) -> EngineUnavailableError:
    """What to say when the operating system refuses another process; nothing was looked at."""
    return EngineUnavailableError(
        f"This computer does not let ClearPost start the process that looks at photos ({error.strerror}).",
        remedy="Ask IT to check shared memory (/dev/shm) and the limits of this account.",
        code="no-process",
    )


def _end(pool: ProcessPool | None, waiting: tuple[ProcessFuture[Any], ...] = ()) -> None:
    for future in waiting:  # the pool itself would leave them waiting for ever
        future.cancel()  # type: ignore[no-untyped-call]
    if pool is not None:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


_slots_here: PixelSlots | None = None
"""Inside the process: the slots it was started with."""


def _settle_in(memory_bytes: int, slots: PixelSlots) -> None:
    global _slots_here
    _slots_here = slots
    confine(memory_bytes)


def _in_process(
    function: Callable[..., T], slot: int | None, given: Parcel | None, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> T:
    answer = function(Lane(_slots_here, slot, given), *args, **kwargs)
    give_memory_back()
    return answer
