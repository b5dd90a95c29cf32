"""The terminal door to the same workflows as the window: JSON on standard output, messages on standard error.

Exit codes: 0 done, 1 something was refused or failed, 2 wrong usage.
"""

from __future__ import annotations

from app.cli.main import run

__all__ = ["run"]
