"""This program as it stands on the disk: from source or built, where its own files are, how to start it once more."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def is_built() -> bool:
    """Whether this is the installed program and not the source."""
    return bool(getattr(sys, "frozen", False))


def command() -> list[str]:
    """What starts this program again, before its words."""
    return [sys.executable] if is_built() else [sys.executable, "-m", "app"]


def built() -> dict[str, Any] | None:
    """What the build recorded: ``version``, ``commit``, ``committed``, ``time``; None from source."""
    if not is_built():
        return None
    try:
        found = json.loads((RESOURCES / "build.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def built_words() -> str:
    """For people: of which commit this was built, or that it runs from source."""
    found = built()
    if found is None:
        return " (from source)" if not is_built() else ""
    changed = "" if found.get("committed") else ", with changes"
    return f" (built from {str(found.get('commit', ''))[:10] or 'an unknown commit'}{changed})"
