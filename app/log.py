"""The program's own log on this PC: that something went wrong, when, and where in the program; never about whom.

A line holds the moment, the level, the module, what it says in words that stand in the source, the kind and code of a
fault, and the functions of ours it went through. What a fault says is left out, since it may name a pupil or a photo;
so are the values that a message was to be filled with, local variables, and every word of libraries. The records say
who did what; this is for repair.
"""

from __future__ import annotations

import logging
import os
import platform
import re
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import TracebackType

import platformdirs

from app import __version__
from app.domain.errors import KnownError

NAME = "clearpost.log"
LONGEST_BYTES = 1_000_000
OLDER_FILES = 2
"""Three files in all; the oldest goes when the newest is full."""

_ROOT = Path(__file__).resolve().parents[1]
_OURS = ("app", "consent_db")
_MOST_PLACES = 12
_MOST_CAUSES = 5
_AGAIN_S = 600.0
"""For so long the same line is not written once more: what fails every second shall not push everything else out."""
_MOST_REMEMBERED = 200
# What a process of ours sent home of a fault is a text. Only what has this shape is taken out of it.
_PLACE = re.compile(r'^\s*File "[^"\n]*?((?:app|consent_db)(?:[/\\]\w+)+\.py)", line (\d+), in (\w+)', re.MULTILINE)
_KIND = re.compile(r"^(?:\w+\.)*(\w+(?:Error|Exception|Expired|Timeout|Warning))(?::|$)", re.MULTILINE)

log = logging.getLogger(__name__)


def folder() -> Path:
    """Where this user's log is kept on this PC; ``CLEARPOST_LOG`` names another folder."""
    if named := os.environ.get("CLEARPOST_LOG"):
        return Path(named)
    return platformdirs.user_log_path("ClearPost", appauthor=False)


def begin() -> None:
    """Keep a log from now on, and say on standard error what a person there needs; a fault nobody caught is in both."""
    said = logging.StreamHandler(sys.stderr)
    said.setLevel(logging.WARNING)
    # At a terminal somebody reads it and it is gone; anywhere else it is kept, for example by the desktop.
    said.setFormatter(
        logging.Formatter("%(levelname)s %(name)s: %(message)s") if sys.stderr.isatty() else NamelessFormatter()
    )
    kept = BoundedFile(folder() / NAME)
    logging.basicConfig(handlers=[said, kept], level=logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    before = threading.excepthook

    def keep_of_thread(told: threading.ExceptHookArgs) -> None:
        kept.keep("a fault in the background", told.exc_value)
        before(told)

    def keep(kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            kept.keep("an unexpected fault", fault.with_traceback(where))
        sys.__excepthook__(kind, fault, where)

    threading.excepthook, sys.excepthook = keep_of_thread, keep


def note_start() -> None:
    """Which program and which system the lines after this one are of."""
    log.info(
        "start", extra={"code": f"{__version__} {platform.system()} {platform.release()} {platform.python_version()}"}
    )


def kind_of(problem: BaseException) -> str:
    """The class of a fault, and the code of one of ours."""
    code = f" [{problem.code}]" if isinstance(problem, KnownError) else ""
    return f"{type(problem).__name__}{code}"


def places_of(problem: BaseException) -> list[str]:
    """The functions of ours it went through, the innermost last; only their names and lines."""
    found = []
    for frame in traceback.extract_tb(problem.__traceback__):
        file = Path(frame.filename)
        place = file.relative_to(_ROOT) if file.is_relative_to(_ROOT) else file  # relative in the built program
        if place.parts[:1] in (_OURS[:1], _OURS[1:]):
            found.append(f"{place.as_posix()}:{frame.lineno} {frame.name}")
    return found[-_MOST_PLACES:]


def story_of(problem: BaseException) -> str:
    """Kinds and places of a fault and of what led to it, in one line that names nobody."""
    told = []
    for one in _causes(problem):
        if type(one).__name__ == "RemoteTraceback":  # of one of our processes
            kinds, places = _KIND.findall(str(one)), [f"{f}:{n} {w}" for f, n, w in _PLACE.findall(str(one))]
            told.append(" < ".join([*kinds[-_MOST_CAUSES:], *(p.replace("\\", "/") for p in places[-_MOST_PLACES:])]))
        else:
            told.append(" < ".join([kind_of(one), *reversed(places_of(one))]))
    return " after ".join(part for part in told if part)


class NamelessFormatter(logging.Formatter):
    """One line for a record; of what it says only what stands in our own source."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        return f"{at:%Y-%m-%dT%H:%M:%SZ} {self.without_time(record)}"

    def without_time(self, record: logging.LogRecord) -> str:
        parts = [record.levelname, record.name]
        if record.name.split(".")[0] in _OURS:
            parts.append(str(record.msg))  # as it stands in the source: not filled in
        parts.append(str(getattr(record, "code", "")))
        problem = record.exc_info[1] if record.exc_info else None
        if problem is not None:
            parts.append(story_of(problem))
        return " ".join(" ".join(parts).split())


class BoundedFile(logging.Handler):
    """Appends lines to a file that is opened for each of them, so that several programs of a PC may share it.

    A folder that cannot be written loses the line, never the work.
    """

    def __init__(self, file: Path, *, longest: int = LONGEST_BYTES, older: int = OLDER_FILES) -> None:
        super().__init__(logging.INFO)
        self.file = file
        self._longest, self._older = longest, older
        self._written: dict[str, float] = {}
        self.setFormatter(NamelessFormatter())

    def keep(self, words: str, problem: BaseException | None) -> None:
        """Write of a fault that nobody caught."""
        caught = None if problem is None else (type(problem), problem, problem.__traceback__)
        self.handle(logging.LogRecord("app", logging.CRITICAL, "", 0, words, None, caught))

    def emit(self, record: logging.LogRecord) -> None:
        if self._was_just_written(NamelessFormatter().without_time(record)):
            return
        line = self.format(record).encode("utf-8", "replace") + b"\n"
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.file.exists() and self.file.stat().st_size + len(line) > self._longest:
                self._turn()
            with os.fdopen(os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as opened:
                opened.write(line[: self._longest])
        except OSError:
            return

    def _was_just_written(self, line: str) -> bool:
        now = time.monotonic()
        before = self._written.get(line)
        if before is not None and now - before < _AGAIN_S:
            return True
        if len(self._written) >= _MOST_REMEMBERED:
            self._written.clear()
        self._written[line] = now
        return False

    def _turn(self) -> None:
        """The newest becomes the second, the second the third; where a program holds one open, no line is added."""
        names = [self.file, *(self.file.with_suffix(f".{at}.log") for at in range(1, self._older + 1))]
        for source, target in reversed(list(pairwise(names))):
            if source.exists():
                source.replace(target)


def _causes(problem: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = problem
    for _at in range(_MOST_CAUSES):
        if one is None:
            return
        yield one
        one = one.__cause__ or one.__context__
