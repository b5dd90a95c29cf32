"""The window's own settings of one user on this PC: what the dialog shows and the file keeps. Never about consent."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import platformdirs

CHOICES = ("system", "light", "dark")
TEXT_SIZES = (100, 125, 150, 175, 200)
LANGUAGES = ("en", "cy")


@dataclass(frozen=True, slots=True)
class Settings:
    """One field per setting; its default is what a new user gets."""

    theme: str = "system"
    """One of `CHOICES`."""
    text_size: int = 100
    """Per cent, one of `TEXT_SIZES`, on top of what the system scales."""
    language: str = "en"
    """One of `LANGUAGES`."""
    workspace: str = ""
    """The folder opened last; empty on the first start."""
    user: str = ""
    """The sign-in name used last."""


def default_file() -> Path:
    """Where the settings of this user are kept."""
    return Path(os.environ.get("CLEARPOST_SETTINGS", "") or platformdirs.user_config_path("ClearPost") / "window.json")


def load_settings(file: Path) -> Settings:
    """Read the settings; a missing or damaged file, or a value of the wrong kind, gives the default."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {f.name: stored[f.name] for f in fields(Settings) if type(stored.get(f.name)) is type(f.default)}
    settings = replace(Settings(), **known)
    return replace(
        settings,
        theme=settings.theme if settings.theme in CHOICES else "system",
        text_size=settings.text_size if settings.text_size in TEXT_SIZES else 100,
        language=settings.language if settings.language in LANGUAGES else "en",
    )


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings whole or not at all; a folder that cannot be written loses them, not the work."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(".new")
        temporary.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        temporary.replace(file)
    except OSError:
        return
