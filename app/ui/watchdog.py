"""Records whatever keeps the window from answering for longer than a moment: how long, and where in our code.

Off unless somebody asks for it: ``CLEARPOST_WATCHDOG=FILE`` writes the list when the program ends, `./run bench window`
prints the longest. What is recorded are names of functions, never of people.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT_MS = 50
"""What takes longer than this on the window's thread is felt."""
_BEAT_MS = 5
_TIDYING = "Python, looking for rubbish"
_LOOK_S = 0.01
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Stall:
    """How long the window did not answer, and the innermost function of ours that was running meanwhile."""

    ms: int
    where: str
    own_ms: int = 0
    """How much of that its thread computed; the rest it waited."""
    others_ms: int = 0
    """How much the program's other threads computed meanwhile; what neither did, the machine did elsewhere."""


class Watchdog(QObject):
    """The window's thread beats; another thread listens, and looks where it is when a beat is late."""

    def __init__(self, parent: QObject | None = None, *, limit_ms: int = LIMIT_MS) -> None:
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self._limit_s = limit_ms / 1000
        self._thread_id = threading.get_ident()
        self._beat_at = self._own_at = self._all_at = self._tidied_s = self._tidied_from = 0.0
        self._where = ""
        self._stop = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._listener: threading.Thread | None = None

    def begin(self) -> None:
        """Watch from now on."""
        self._beat_at, self._own_at, self._all_at = time.monotonic(), time.thread_time(), time.process_time()
        self._tidied_s = 0.0
        gc.callbacks.append(self._note_tidying)
        self._stop.clear()
        self._timer.start()
        self._listener = threading.Thread(target=self._listen, name="watchdog", daemon=True)
        self._listener.start()

    def end(self) -> tuple[Stall, ...]:
        """Watch no more; what was recorded, the longest first."""
        self._beat()
        self._timer.stop()
        gc.callbacks.remove(self._note_tidying)
        self._stop.set()
        if self._listener is not None:
            self._listener.join()
            self._listener = None
        return tuple(sorted(self.stalls, key=lambda stall: -stall.ms))

    def _beat(self) -> None:
        now, own, every = time.monotonic(), time.thread_time(), time.process_time()
        late = now - self._beat_at
        if late > self._limit_s:
            where = _TIDYING if self._tidied_s > late / 2 else self._where or "between two looks"
            computed = own - self._own_at
            others = max(0.0, every - self._all_at - computed)
            self.stalls.append(Stall(_ms(late), where, _ms(computed), _ms(others)))
        self._beat_at, self._own_at, self._all_at, self._tidied_s, self._where = now, own, every, 0.0, ""

    def _note_tidying(self, phase: str, _told: dict[str, int]) -> None:
        """Python looks for rubbish on whichever thread it likes, and all others wait."""
        if phase == "start":
            self._tidied_from = time.monotonic()
        else:
            self._tidied_s += time.monotonic() - self._tidied_from

    def _listen(self) -> None:
        while not self._stop.wait(_LOOK_S):
            if not self._where and time.monotonic() - self._beat_at > self._limit_s:
                self._where = _place(sys._current_frames().get(self._thread_id))


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _place(frame: FrameType | None) -> str:
    """``ui/pages/home.py refresh``: the innermost function of ours, or Qt itself."""
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(_ROOT / "app") or file.is_relative_to(_ROOT / "consent_db"):
            return f"{file.relative_to(_ROOT).as_posix()} {frame.f_code.co_name}"
        frame = frame.f_back
    return "Qt"


@contextmanager
def watching(file: str) -> Iterator[None]:
    """Watch while the program runs, and write what was recorded into the file; no file, no watching."""
    if not file:
        yield
        return
    dog = Watchdog()
    dog.begin()
    try:
        yield
    finally:
        lines = [f"{stall.ms} ms  {stall.where}" for stall in dog.end()]
        Path(file).write_text("\n".join(lines) + "\n" if lines else "", encoding="utf-8")
