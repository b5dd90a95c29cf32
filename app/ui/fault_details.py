"""What support needs to know of a fault, and nothing about anybody: no message, no file of the school, no name.

The sentence on the screen may name a pupil or a photo, so it stays on the screen. What can be copied is what kind of
fault it was, where in the program it happened, and which versions ran.
"""

from __future__ import annotations

import logging
import platform
import sys
from datetime import UTC, datetime

import PySide6
from PySide6.QtCore import qVersion

from app import __version__
from app.domain.errors import KnownError
from app.log import kind_of, places_of

log = logging.getLogger(__name__)


def details_of(problem: BaseException) -> str:
    """A few lines of plain text, safe to send to anybody; the log keeps as much of it."""
    log.log(logging.INFO if isinstance(problem, KnownError) else logging.ERROR, "a problem was shown", exc_info=problem)
    lines = [f"ClearPost {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC", kind_of(problem)]
    cause = problem.__cause__ or problem.__context__
    if cause is not None:
        lines.append(f"after {kind_of(cause)}")
    lines += [f"  {place}" for place in places_of(problem)] or ["no place known"]
    lines.append(
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, PySide {PySide6.__version__}, {'64' if sys.maxsize > 2**32 else '32'} bit"
    )
    return "\n".join(lines)
