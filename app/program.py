"""This program as it stands on the disk: from source or built, where its own files are, how to start it once more."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
BILL = RESOURCES / "bill"
"""Only in the built program: its bill of materials, and a text for each part."""


@dataclass(frozen=True, slots=True)
class ForeignPart:
    """Something of others that is inside the built program."""

    name: str
    version: str
    licence: str
    """SPDX, for example ``LGPL-3.0-only``."""
    text: Path
    """The wording of its licence."""


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


def foreign_parts(folder: Path = BILL) -> tuple[ForeignPart, ...]:
    """What of others is inside, as the build recorded it; empty from source, or when the list cannot be read."""
    try:
        components = json.loads((folder / "bill.cdx.json").read_text("utf-8"))["components"]
        return tuple(_part(component, folder) for component in components)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration):
        return ()


def _part(component: dict[str, Any], folder: Path) -> ForeignPart:
    """One component of the CycloneDX file."""
    [named] = component["licenses"]
    licence = named.get("expression") or named["license"].get("id") or named["license"]["name"]
    text = next(p["value"] for p in component["properties"] if p["name"] == "clearpost:text")
    return ForeignPart(component["name"], component.get("version", ""), licence, folder / Path(text).name)
