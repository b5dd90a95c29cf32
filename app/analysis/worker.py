"""The one process that runs the networks: one that crashes or hangs costs a photo, never the program.

What crosses in is pixels and what to look for; what crosses out are frozen findings. No name, path or key gets there.
The process starts with the first picture, loads each network once, and is replaced when it dies
(`app.imaging.guarded`). What a school taught of its marks crosses in with each picture, since it may change between
two of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.analysis.looking import Marks, count_faces, look, names_of_engines
from app.domain.detection import FaceDetection, Findings, Hint, TextFinding
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.photo import RgbImage
from app.imaging.guarded import Ending, Guard, GuardedProcess, Lane

EVERYTHING = frozenset({"faces", "texts", "marks"})

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
        limits = limits or EngineLimits()
        self._task = task
        self._process = GuardedProcess(Guard("looking", _refusal, limits.timeout_s, limits.memory_bytes, slots=1))

    @property
    def faces(self) -> ProcessFaces:
        """The face detector, as a port."""
        return ProcessFaces(self)

    @property
    def texts(self) -> ProcessTexts:
        """The text reader, as a port."""
        return ProcessTexts(self)

    @property
    def is_busy(self) -> bool:
        """Whether a picture waits or is being looked at."""
        return self._process.is_busy

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
        return self._process.run(_look, image, self._task, only, marks)

    def count_faces(self, image: RgbImage) -> int:
        """About how many faces are in a small picture (768 pixels are enough), in a fraction of the time.

        Raises:
            EngineUnavailableError: as `analyse`.
        """
        return self._process.run(_count, image)

    def cancel(self) -> None:
        """End what runs now, at once; whoever waits gets a refusal. The next picture starts a new process."""
        self._process.cancel()

    def close(self) -> None:
        """End the process for good; safe to call twice. Whoever still waits gets a refusal."""
        self._process.close()

    def __enter__(self) -> EngineProcess:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


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


_WORDS = {
    Ending.CRASHED: "Looking at this photo failed half-way.",
    Ending.TOO_SLOW: "Looking at this photo took too long.",
    Ending.NO_MEMORY: "The PC has too little memory to look at this photo.",
    Ending.STOPPED: "Looking at the photo was stopped.",
    Ending.FAILED: "Looking at this photo failed.",
}


def _refusal(ending: Ending) -> EngineUnavailableError:
    if ending is Ending.STOPPED:
        return EngineUnavailableError(_WORDS[ending], code="stopped")
    code = ending.value if ending in (Ending.CRASHED, Ending.TOO_SLOW) else ""
    return EngineUnavailableError(_WORDS[ending], remedy=_TRY_AGAIN, code=code)


def _look(lane: Lane, task: Task, only: frozenset[str], marks: Marks) -> Findings:
    picture = lane.picture()
    return task(picture, only, marks=marks) if marks else task(picture, only)


def _count(lane: Lane) -> int:
    return count_faces(lane.picture())
