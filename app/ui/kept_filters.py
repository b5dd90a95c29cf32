"""What lists were sifted by: kept while the program runs, and states and kinds on this PC for the next time.

What was typed may be a child's name, so it is never written to the disk.
"""

from __future__ import annotations

import json
from dataclasses import replace

from app.ui.desk import Desk


def kept(desk: Desk, page: str, what: str) -> str:
    """What a filter stood on last; empty for the first time."""
    said = desk.sifted.get((page, what))
    if said is not None:
        return said
    stored = _stored(desk).get(f"{page}.{what}")
    return stored if isinstance(stored, str) else ""


def keep_typed(desk: Desk, page: str, words: str) -> None:
    """Keep what was typed, in memory alone."""
    desk.sifted[page, "words"] = words


def keep_choice(desk: Desk, page: str, what: str, choice: str) -> None:
    """Keep what a filter stands on, also for the next start; `choice` is a word of ours, never one of the register."""
    if kept(desk, page, what) == choice:
        return
    desk.sifted[page, what] = choice
    stored = {key: value for key, value in _stored(desk).items() if key != f"{page}.{what}"}
    if choice:
        stored[f"{page}.{what}"] = choice
    desk.settings = replace(desk.settings, filters=json.dumps(stored, sort_keys=True))
    desk.settings_changed.emit(desk.settings)


def _stored(desk: Desk) -> dict[str, object]:
    try:
        found = json.loads(desk.settings.filters or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
