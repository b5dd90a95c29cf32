"""The window's own settings of one user on this PC: what the dialog shows and the file keeps. Never about consent."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import platformdirs

from app.machine import MachinePolicy

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
    place: str = ""
    """Where the window was and how large, as Qt writes it."""
    filters: str = ""
    """What lists are sifted by, as JSON: words of ours, never names or what was typed."""


def default_file() -> Path:
    """Where the settings of this user are kept: with a roaming profile they come along to the next PC.

    Nothing else roams: what is made for one processor, or large, is in this PC's own part of the profile.
    """
    if named := os.environ.get("CLEARPOST_SETTINGS"):
        return Path(named)
    file = platformdirs.user_config_path("ClearPost", appauthor=False, roaming=True) / "window.json"
    before = platformdirs.user_config_path("ClearPost") / "window.json"
    return before if before.is_file() and not file.is_file() else file


def load_settings(file: Path, policy: MachinePolicy | None = None) -> Settings:
    """Read the settings; a missing or damaged file, or a value of the wrong kind, gives the default.

    Args:
        file: of this user.
        policy: what IT settled for new people on this PC.
    """
    start = _checked(_of_policy(policy or MachinePolicy()), Settings())
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return start
    if not isinstance(stored, dict):
        return start
    known = {f.name: stored[f.name] for f in fields(Settings) if type(stored.get(f.name)) is type(f.default)}
    return _checked(replace(start, **known), start)


def _of_policy(policy: MachinePolicy) -> Settings:
    given = {name: getattr(policy, name) for name in ("theme", "text_size", "language", "workspace")}
    return replace(Settings(), **{name: value for name, value in given.items() if value})


def _checked(settings: Settings, otherwise: Settings) -> Settings:
    return replace(
        settings,
        theme=settings.theme if settings.theme in CHOICES else otherwise.theme,
        text_size=settings.text_size if settings.text_size in TEXT_SIZES else otherwise.text_size,
        language=settings.language if settings.language in LANGUAGES else otherwise.language,
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
