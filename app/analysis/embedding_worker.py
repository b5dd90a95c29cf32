"""The process that compares faces: it starts with the first face the gates let through, and never otherwise.

What crosses in is cut-out faces, what crosses out is vectors, both through pipes: nothing of them is written to a file.
No name, id or key gets there. The process writes no core file and no word, and is replaced when it dies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.analysis.embedding import Cutting, FaceNetworkPort, cuttings_of, vectors_of
from app.analysis.engines.dlib_weights import NETWORK, engine_name
from app.analysis.engines.model_pack import read_pack
from app.analysis.matching.thresholds import Measurement, read_measurement
from app.domain.errors import EngineUnavailableError
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.imaging.guarded import Ending, Guard, GuardedProcess, Lane

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
        self._process = GuardedProcess(Guard("comparing", _refusal, TIMEOUT_S, MEMORY_BYTES))

    @property
    def is_running(self) -> bool:
        """Whether the process was started."""
        return self._process.is_running

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
        return self._process.run(_embed, None, self._task, self._pack, self._cache_folder, cuttings)

    def close(self) -> None:
        """End the process for good, and with it every vector it holds; safe to call twice."""
        self._process.close()

    def __enter__(self) -> EmbeddingProcess:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


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


_WORDS = {
    Ending.CRASHED: "Comparing faces failed half-way.",
    Ending.TOO_SLOW: "Comparing faces took too long.",
    Ending.NO_MEMORY: "The PC has too little memory to compare faces.",
    Ending.STOPPED: "Comparing faces was stopped.",
    Ending.FAILED: "Comparing faces failed.",
}


def _refusal(ending: Ending) -> EngineUnavailableError:
    if ending is Ending.STOPPED:
        return EngineUnavailableError(_WORDS[ending], code="stopped")
    code = ending.value if ending in (Ending.CRASHED, Ending.TOO_SLOW) else ""
    return EngineUnavailableError(_WORDS[ending], remedy=_TRY_AGAIN, code=code)


def _embed(
    _lane: Lane, task: Task, pack: Path | None, cache_folder: Path | None, cuttings: tuple[Cutting, ...]
) -> Vectors:
    return task(pack, cache_folder, cuttings)
