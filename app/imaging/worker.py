"""The one process that decodes: a file that crashes a decoder, or never ends, costs that process and nothing else.

What crosses in is bytes and limits, what crosses out is a frozen picture; no name, path or key ever gets there. The
process starts with the first photo and is replaced when it dies (`app.imaging.guarded`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from app.domain.errors import PhotoUnreadableError
from app.domain.ports import DecodedPhoto
from app.imaging.decoding import DecodeLimits, decode_photo
from app.imaging.guarded import Ending, Guard, GuardedProcess, Lane, Ticket
from app.imaging.refusals import Refusal, refuse
from app.imaging.slots import Parcel
from app.imaging.stills import still_of

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
class _OnTheWay:
    """A decoded picture and where its pixels are."""

    pixels: Parcel
    width: int
    height: int
    format: str


class DecoderProcess:
    """Decodes in a process of its own; one at a time, in the order asked for; safe from many threads.

    Args:
        limits: of files, time and memory.
        task: the function that runs in the process; tests put one there that hangs or crashes.
    """

    def __init__(self, limits: WorkerLimits | None = None, *, task: DecodeTask = decode_task) -> None:
        self._limits = limits or WorkerLimits()
        self._task = task
        guard = Guard("decoding", _refusal, self._limits.timeout_s, self._limits.memory_bytes, slots=_SLOTS)
        self._process = GuardedProcess(guard)

    @property
    def is_busy(self) -> bool:
        """Whether a photo waits or is being decoded."""
        return self._process.is_busy

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
        waiting: deque[Ticket[_OnTheWay] | PhotoUnreadableError] = deque()
        try:
            for data in files:
                waiting.append(self._hand_in_or_problem(data, max_edge_px))
                if len(waiting) > ahead:
                    yield self._collect_or_problem(waiting.popleft())
            while waiting:
                yield self._collect_or_problem(waiting.popleft())
        finally:
            for ticket in waiting:
                if isinstance(ticket, Ticket):
                    self._process.finish(ticket)

    def still(self, film: bytes, at_s: float) -> bytes:
        """One picture out of a film, as JPEG.

        Raises:
            PhotoUnreadableError: the film cannot be played, or playing it crashed or took too long.
        """
        ticket = self._process.hand_in(_still, None, film, at_s)
        try:
            return self._process.collect(ticket)
        finally:
            self._process.finish(ticket)

    def close(self) -> None:
        """End the process at once; safe to call twice. Whoever still waits gets a refusal."""
        self._process.close()

    def __enter__(self) -> DecoderProcess:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _hand_in(self, data: bytes, max_edge_px: int | None) -> Ticket[_OnTheWay]:
        if not data:
            raise refuse(Refusal.EMPTY)
        if len(data) > self._limits.decode.max_bytes:
            raise refuse(Refusal.TOO_MANY_BYTES)  # before it is copied into another process
        return self._process.hand_in(_decode, None, self._task, data, self._limits.decode, max_edge_px)

    def _collect(self, ticket: Ticket[_OnTheWay]) -> DecodedPhoto:
        """Wait for the picture, or say why there is none."""
        try:
            found = self._process.collect(ticket)
            pixels = self._process.unpack(found.pixels)
        finally:
            self._process.finish(ticket)
        return DecodedPhoto(pixels=pixels, width=found.width, height=found.height, format=found.format)

    def _hand_in_or_problem(self, data: bytes, max_edge_px: int | None) -> Ticket[_OnTheWay] | PhotoUnreadableError:
        try:
            return self._hand_in(data, max_edge_px)
        except PhotoUnreadableError as problem:
            return problem

    def _collect_or_problem(
        self, ticket: Ticket[_OnTheWay] | PhotoUnreadableError
    ) -> DecodedPhoto | PhotoUnreadableError:
        if isinstance(ticket, PhotoUnreadableError):
            return ticket
        try:
            return self._collect(ticket)
        except PhotoUnreadableError as problem:
            return problem


_REFUSALS = {
    Ending.CRASHED: Refusal.CRASHED,
    Ending.TOO_SLOW: Refusal.TOO_SLOW,
    Ending.NO_MEMORY: Refusal.TOO_LARGE,
    Ending.STOPPED: Refusal.STOPPED,
    Ending.FAILED: Refusal.DAMAGED,
}


def _refusal(ending: Ending) -> PhotoUnreadableError:
    return refuse(_REFUSALS[ending])


def _still(_lane: Lane, film: bytes, at_s: float) -> bytes:
    return still_of(film, at_s)


def _decode(lane: Lane, task: DecodeTask, data: bytes, limits: DecodeLimits, max_edge_px: int | None) -> _OnTheWay:
    photo = task(data, limits, max_edge_px)
    return _OnTheWay(lane.lay(photo.pixels), photo.width, photo.height, photo.format)
