"""What support needs to know of a fault, and nothing about anybody: no message, no file of the school, no name.

The sentence on the screen may name a pupil or a photo, so it stays on the screen. What can be copied is what kind of
fault it was, where in the program it happened, and which versions ran.
"""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion

from app import __version__
from app.domain.errors import KnownError

_ROOT = Path(__file__).resolve().parents[2]
_MOST_PLACES = 12


def details_of(problem: BaseException) -> str:
    """A few lines of plain text, safe to send to anybody."""
    lines = [f"ClearPost {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC", _kind(problem)]
    cause = problem.__cause__ or problem.__context__
    if cause is not None:
        lines.append(f"after {_kind(cause)}")
    lines += _places(problem) or ["no place known"]
    lines.append(
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, PySide {PySide6.__version__}, {'64' if sys.maxsize > 2**32 else '32'} bit"
    )
    return "\n".join(lines)


def _kind(problem: BaseException) -> str:
    code = f" [{problem.code}]" if isinstance(problem, KnownError) else ""
    return f"{type(problem).__name__}{code}"


def _places(problem: BaseException) -> list[str]:
    """The functions of ours it went through, the innermost last; only their names and lines."""
    found = []
    for frame in traceback.extract_tb(problem.__traceback__):
        file = Path(frame.filename)
        if file.is_relative_to(_ROOT):
            place = file.relative_to(_ROOT)
            if place.parts[0] in ("app", "consent_db"):
                found.append(f"  {place.as_posix()}:{frame.lineno} {frame.name}")
    return found[-_MOST_PLACES:]
