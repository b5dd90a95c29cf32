"""The one process that decodes: a file that crashes a decoder, or never ends, costs that process and nothing else.

What crosses in is bytes and limits, what crosses out is a frozen picture; no name, path or key ever gets there. The
process starts with the first photo and is replaced when it dies.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as WaitedTooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from app.domain.errors import AppError, BugError, EngineUnavailableError, PhotoUnreadableError
from app.domain.ports import DecodedPhoto
from app.imaging.confinement import confine
from app.imaging.decoding import DecodeLimits, decode_photo
from app.imaging.refusals import Refusal, refuse
from app.imaging.slots import PixelSlots

_log = logging.getLogger(__name__)

START_GRACE_S = 60.0
"""How long a new process may take to load, on a busy school PC with a virus scanner."""

_SLOTS = 3

DecodeTask = Callable[[bytes, DecodeLimits, int | None], DecodedPhoto]


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one photo may cost the PC.

    Attributes:
        decode: limits of the file itself.
        timeout_s: seconds for one photo; a 108-megapixel JPEG with a colour profile took 3.4 to 6.5 s on two cores.
        memory_bytes: what the process may add to its address space (Linux only); that same JPEG took 1.5 GB.
    """

    decode: DecodeLimits = field(default_factory=DecodeLimits)
    timeout_s: float = 30.0
    memory_bytes: int = 2_500_000_000


def decode_task(data: bytes, limits: DecodeLimits, max_edge_px: int | None) -> DecodedPhoto:
    """What runs in the process for each photo."""
    return decode_photo(data, limits=limits, max_edge_px=max_edge_px)


@dataclass(frozen=True, slots=True)
class _InSlot:
    """A decoded picture whose pixels wait in a slot."""

    shape: tuple[int, ...]
    width: int
    height: int
    format: str


@dataclass(frozen=True, slots=True)
class _Ticket:
    """One photo under way, and the slot its pixels will come back in."""

    future: ProcessFuture[DecodedPhoto | _InSlot]
    slot: int | None
    patience_s: float


def cannot_start(error: OSError) -> EngineUnavailableError:
    """What to say when the operating system refuses another process; nothing was looked at."""
    return EngineUnavailableError(
        f"This computer does not let ClearPost start the process that looks at photos ({error.strerror}).",
        remedy="Ask IT to check shared memory (/dev/shm) and the limits of this account.",
        code="no-process",
    )


class DecoderProcess:
    """Decodes in a process of its own; one at a time, in the order asked for; safe from many threads.

    Args:
        limits: of files, time and memory.
        task: the function that runs in the process; tests put one there that hangs or crashes.
    """

    def __init__(self, limits: WorkerLimits | None = None, *, task: DecodeTask = decode_task) -> None:
        self._limits = limits or WorkerLimits()
        self._task = task
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._slots: PixelSlots | None = None
        self._under_way: set[ProcessFuture[DecodedPhoto | _InSlot]] = set()
        self._is_closed = False

    def decode(self, data: bytes, *, max_edge_px: int | None = None) -> DecodedPhoto:
        """Decode whole, upright, sRGB; shrink to `max_edge_px` on the long edge when given.

        Raises:
            PhotoUnreadableError: with one of the codes of `app.imaging.refusals.Refusal`.
        """
        return self._collect(self._hand_in(data, max_edge_px))

    def decode_many(
        self, files: Iterable[bytes], *, max_edge_px: int | None = None, ahead: int = 1
    ) -> Iterator[DecodedPhoto | PhotoUnreadableError]:
        """Decode file after file, in order, and `ahead` more while the caller works on the one before.

        A file that cannot be read becomes its error in the stream, and the next one follows.
        """
        waiting: deque[_Ticket | PhotoUnreadableError] = deque()
        try:
            for data in files:
                waiting.append(self._hand_in_or_problem(data, max_edge_px))
                if len(waiting) > ahead:
                    yield self._collect_or_problem(waiting.popleft())
            while waiting:
                yield self._collect_or_problem(waiting.popleft())
        finally:
            for ticket in waiting:
                if isinstance(ticket, _Ticket):
                    ticket.future.cancel()  # type: ignore[no-untyped-call]
                    self._finish(ticket)

    def close(self) -> None:
        """End the process at once; safe to call twice. Whoever still waits gets a refusal."""
        with self._lock:
            self._is_closed = True
            pool, self._pool = self._pool, None
            slots, self._slots = self._slots, None
            waiting = tuple(self._under_way)
        for future in waiting:  # the pool itself would leave them waiting for ever
            future.cancel()  # type: ignore[no-untyped-call]
        _end(pool)
        if slots:
            slots.close()

    def __enter__(self) -> DecoderProcess:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _hand_in(self, data: bytes, max_edge_px: int | None) -> _Ticket:
        if not data:
            raise refuse(Refusal.EMPTY)
        if len(data) > self._limits.decode.max_bytes:
            raise refuse(Refusal.TOO_MANY_BYTES)  # before it is copied into another process
        with self._lock:
            pool, slots = self._running()
            slot = slots.take()
            try:
                future: ProcessFuture[DecodedPhoto | _InSlot] = pool.schedule(
                    _run,
                    args=(self._task, data, self._limits.decode, max_edge_px, slot),
                    timeout=self._limits.timeout_s,
                )
            except OSError as error:  # no semaphores or no process left: the account's limits, or no shared memory
                if slot is not None:
                    slots.give_back(slot)
                raise cannot_start(error) from error
            self._under_way.add(future)
            return _Ticket(future, slot, START_GRACE_S + self._limits.timeout_s * len(self._under_way))

    def _running(self) -> tuple[ProcessPool, PixelSlots]:
        """The pool, started or replaced if need be; called with the lock held."""
        if self._is_closed:
            raise BugError("the decoder was closed")
        if self._slots is None:
            self._slots = PixelSlots.create(_SLOTS)
        if self._pool is None or not self._pool.active:
            _end(self._pool)
            self._pool = ProcessPool(
                max_workers=1,
                initializer=_settle_in,
                initargs=(self._limits.memory_bytes, self._slots),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool, self._slots

    def _collect(self, ticket: _Ticket) -> DecodedPhoto:
        """Wait for the picture, or say why there is none."""
        try:
            # `exception` rather than `result`, so that a fault of any kind can be looked at without catching it.
            fault = ticket.future.exception(timeout=ticket.patience_s)
            if fault is not None:
                raise _refusal_for(fault) from fault
            found = ticket.future.result()
            if isinstance(found, DecodedPhoto):
                return found
            return self._from_slot(ticket, found)
        except WaitedTooLong as error:  # the pool watches a task that runs; this is a process that never started
            ticket.future.cancel()  # type: ignore[no-untyped-call]
            raise refuse(Refusal.TOO_SLOW) from error
        except CancelledError as error:
            raise refuse(Refusal.STOPPED) from error
        finally:
            self._finish(ticket)

    def _from_slot(self, ticket: _Ticket, found: _InSlot) -> DecodedPhoto:
        slots = self._slots
        if slots is None or ticket.slot is None:
            raise refuse(Refusal.STOPPED)
        try:
            pixels = slots.read(ticket.slot, found.shape)
        except (OSError, IndexError) as error:  # closed while we waited
            raise refuse(Refusal.STOPPED) from error
        return DecodedPhoto(pixels=pixels, width=found.width, height=found.height, format=found.format)

    def _finish(self, ticket: _Ticket) -> None:
        with self._lock:
            self._under_way.discard(ticket.future)
            if self._slots:
                self._slots.give_back(ticket.slot)

    def _hand_in_or_problem(self, data: bytes, max_edge_px: int | None) -> _Ticket | PhotoUnreadableError:
        try:
            return self._hand_in(data, max_edge_px)
        except PhotoUnreadableError as problem:
            return problem

    def _collect_or_problem(self, ticket: _Ticket | PhotoUnreadableError) -> DecodedPhoto | PhotoUnreadableError:
        if isinstance(ticket, PhotoUnreadableError):
            return ticket
        try:
            return self._collect(ticket)
        except PhotoUnreadableError as problem:
            return problem


def _refusal_for(fault: BaseException) -> BaseException:
    if isinstance(fault, AppError):
        return fault
    if isinstance(fault, MemoryError):
        return refuse(Refusal.TOO_LARGE)
    if isinstance(fault, WaitedTooLong | TimeoutError):
        return refuse(Refusal.TOO_SLOW)
    if isinstance(fault, ProcessExpired | BrokenProcessPool):
        _log.warning("the decoding process ended (%s) and is replaced", getattr(fault, "exitcode", "unknown"))
        return refuse(Refusal.CRASHED)
    _log.warning("decoding failed with %s", type(fault).__name__)
    return refuse(Refusal.DAMAGED)


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
    task: DecodeTask, data: bytes, limits: DecodeLimits, max_edge_px: int | None, slot: int | None
) -> DecodedPhoto | _InSlot:
    photo = task(data, limits, max_edge_px)
    if slot is None or _slots_here is None:
        return photo
    _slots_here.write(slot, photo.pixels)
    return _InSlot(photo.pixels.shape, photo.width, photo.height, photo.format)
