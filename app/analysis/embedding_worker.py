"""The process that compares faces: it starts with the first face the gates let through, and never otherwise.

What crosses in is cut-out faces, what crosses out is vectors, both through pipes: nothing of them is written to a file.
No name, id or key gets there. The process writes no core file and no word, and is replaced when it dies.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as WaitedTooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pebble import ProcessExpired, ProcessFuture, ProcessPool

from app.analysis.embedding import Cutting, FaceNetworkPort, cuttings_of, vectors_of
from app.analysis.engines.dlib_weights import NETWORK, engine_name
from app.analysis.engines.model_pack import read_pack
from app.analysis.matching.thresholds import Measurement, read_measurement
from app.domain.errors import AppError, BugError, EngineUnavailableError
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.imaging.confinement import confine
from app.imaging.worker import cannot_start

_log = logging.getLogger(__name__)

START_GRACE_S = 60.0
TIMEOUT_S = 60.0
MEMORY_BYTES = 4_000_000_000
_TRY_AGAIN = "Name the faces by hand, or try again."

Vectors = NDArray[np.float32]
Task = Callable[[Path | None, Path | None, tuple[Cutting, ...]], Vectors]


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """Which network compares, told without loading it. `measurement` is None when nobody measured its scores."""

    name: str
    measurement: Measurement | None


def network_facts(pack: Path | None) -> NetworkFacts:
    """Of the pack in this folder, or with None of the network that comes with the program.

    Raises:
        EngineUnavailableError: the network is not there, or the pack is not whole.
    """
    if pack is None:
        return NetworkFacts(engine_name(), read_measurement(NETWORK.sha256))
    found = read_pack(pack)
    return NetworkFacts(found.engine, found.measurement)


class EmbeddingProcess:
    """Turns faces into vectors in a process of its own; safe from many threads. Building it starts nothing.

    Args:
        pack: the folder of a model pack; None for the network that comes with the program.
        cache_folder: where the finished network is kept between starts; it holds nothing of anybody.
        task: the function that runs in the process; tests put one there that crashes.
    """

    def __init__(self, pack: Path | None = None, cache_folder: Path | None = None, *, task: Task | None = None) -> None:
        self._pack, self._cache_folder = pack, cache_folder
        self._task = task or embed_here
        self._pool: ProcessPool | None = None
        self._lock = threading.Lock()
        self._is_closed = False

    @property
    def is_running(self) -> bool:
        """Whether the process was started."""
        return self._pool is not None

    def facts(self) -> NetworkFacts:
        """Which network compares; starts nothing.

        Raises:
            EngineUnavailableError: the network is not there, or the pack is not whole.
        """
        return network_facts(self._pack)

    def vectors(self, image: RgbImage, faces: Sequence[Box]) -> Vectors:
        """One vector of length 1 per face; only the faces named leave the picture.

        Raises:
            EngineUnavailableError: the network could not run, crashed or took too long.
            BugError: `image` is not uint8 RGB, or this was closed.
        """
        cuttings = cuttings_of(image, faces)
        if not cuttings:
            return np.empty((0, 0), np.float32)
        with self._lock:
            pool = self._running()
            try:
                arguments = (self._pack, self._cache_folder, cuttings)
                future: ProcessFuture[Vectors] = pool.schedule(self._task, args=arguments, timeout=TIMEOUT_S)
            except RuntimeError as error:
                raise _stopped() from error
            except OSError as error:
                raise cannot_start(error) from error
        try:
            fault = future.exception(timeout=START_GRACE_S + TIMEOUT_S)
            if fault is not None:
                raise _problem_for(fault) from fault
            return future.result()
        except WaitedTooLong as error:
            future.cancel()  # type: ignore[no-untyped-call]
            raise _too_slow() from error
        except CancelledError as error:
            raise _stopped() from error

    def close(self) -> None:
        """End the process for good, and with it every vector it holds; safe to call twice."""
        with self._lock:
            self._is_closed = True
            pool, self._pool = self._pool, None
        _end(pool)

    def __enter__(self) -> EmbeddingProcess:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _running(self) -> ProcessPool:
        if self._is_closed:
            raise BugError("the process that compares faces was closed")
        if self._pool is None or not self._pool.active:
            _end(self._pool)
            self._pool = ProcessPool(
                max_workers=1,
                initializer=confine,
                initargs=(MEMORY_BYTES,),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool


def embed_here(pack: Path | None, cache_folder: Path | None, cuttings: tuple[Cutting, ...]) -> Vectors:
    """What runs inside the process."""
    return vectors_of(_network(pack, cache_folder), cuttings)


@cache
def _network(pack: Path | None, cache_folder: Path | None) -> FaceNetworkPort:
    """The network of this process; its library is loaded here and nowhere else."""
    try:
        if pack is not None:
            from app.analysis.engines.pack_embedder import PackEmbedder

            return PackEmbedder(read_pack(pack))
        from app.analysis.engines.dlib_embedder import DlibEmbedder
    except ImportError as error:
        remedy = "Ask IT to install ClearPost again; faces are named by hand meanwhile."
        raise EngineUnavailableError("The part that compares faces is not installed whole.", remedy=remedy) from error
    return DlibEmbedder(cache_folder)


def _problem_for(fault: BaseException) -> BaseException:
    if isinstance(fault, AppError):
        return fault
    if isinstance(fault, MemoryError):
        return EngineUnavailableError("The PC has too little memory to compare faces.", remedy=_TRY_AGAIN)
    if isinstance(fault, WaitedTooLong | TimeoutError):
        return _too_slow()
    if isinstance(fault, ProcessExpired | BrokenProcessPool):
        _log.warning("the comparing process ended (%s) and is replaced", getattr(fault, "exitcode", "unknown"))
        return EngineUnavailableError("Comparing faces failed half-way.", remedy=_TRY_AGAIN, code="crashed")
    _log.warning("comparing faces failed with %s", type(fault).__name__)
    return EngineUnavailableError("Comparing faces failed.", remedy=_TRY_AGAIN)


def _too_slow() -> EngineUnavailableError:
    return EngineUnavailableError("Comparing faces took too long.", remedy=_TRY_AGAIN, code="too-slow")


def _stopped() -> EngineUnavailableError:
    return EngineUnavailableError("Comparing faces was stopped.", code="stopped")


def _end(pool: ProcessPool | None) -> None:
    if pool is not None:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
