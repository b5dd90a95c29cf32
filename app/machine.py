r"""What IT settled for everybody on this PC: a file that people of the PC can read and not write. Never about consent.

Windows ``%ProgramData%\ClearPost\policy.toml``, Linux ``/etc/clearpost/policy.toml``, macOS
``/Library/Application Support/ClearPost/policy.toml``::

    [window]                  # what new people begin with; each may change it
    theme = "dark"            # system, light, dark
    text_size = 125
    language = "cy"
    workspace = "D:/ClearPost"

    [safety]                  # stricter than the program by itself, never laxer
    lock_after_minutes = 5
    remember_key = false      # nobody lets this PC's keyring open a workspace

    [updates]
    place = "//server/software/clearpost"    # a folder, or an https address
    key = "…"                                # the maker's public key, base64
"""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

_LONGEST_LOCK = 60


@dataclass(frozen=True, slots=True)
class MachinePolicy:
    """One field per setting of the file; the defaults are a PC without one."""

    theme: str = ""
    text_size: int = 0
    language: str = ""
    workspace: str = ""
    lock_after_minutes: int = 0
    remember_key: bool = True
    update_place: str = ""
    update_key: str = ""
    problems: tuple[str, ...] = ()
    """What in the file was passed over and why, in sentences for IT."""

    def lock_after(self, usual: timedelta) -> timedelta:
        """The shorter of what the program does and what IT wants."""
        if not 0 < self.lock_after_minutes <= _LONGEST_LOCK:
            return usual
        return min(usual, timedelta(minutes=self.lock_after_minutes))


# Where each setting stands in the file, and its kind.
_TABLE: Mapping[tuple[str, str], tuple[str, type]] = {
    ("window", "theme"): ("theme", str),
    ("window", "text_size"): ("text_size", int),
    ("window", "language"): ("language", str),
    ("window", "workspace"): ("workspace", str),
    ("safety", "lock_after_minutes"): ("lock_after_minutes", int),
    ("safety", "remember_key"): ("remember_key", bool),
    ("updates", "place"): ("update_place", str),
    ("updates", "key"): ("update_key", str),
}


def policy_file(system: str = sys.platform, variables: Mapping[str, str] = os.environ) -> Path:
    """Where the file is looked for on this system; ``CLEARPOST_POLICY`` names another one for tests."""
    if variables.get("CLEARPOST_POLICY"):
        return Path(variables["CLEARPOST_POLICY"])
    if system == "win32":
        return Path(variables.get("PROGRAMDATA") or "C:/ProgramData") / "ClearPost" / "policy.toml"
    if system == "darwin":
        return Path("/Library/Application Support/ClearPost/policy.toml")
    return Path("/etc/clearpost/policy.toml")


def read_policy(file: Path | None = None) -> MachinePolicy:
    """What the file settles. What cannot be read or is of the wrong kind is passed over and named in `problems`."""
    file = file or policy_file()
    try:
        if os.name == "posix" and file.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return MachinePolicy(problems=(f"{file} is passed over: others than its owner may write it.",))
        with file.open("rb") as opened:
            tables = tomllib.load(opened)
    except FileNotFoundError:
        return MachinePolicy()
    except (OSError, ValueError) as error:
        return MachinePolicy(problems=(f"{file} is passed over: {error}.",))
    return _read(tables, file)


def _read(tables: Mapping[str, Any], file: Path) -> MachinePolicy:
    known: dict[str, Any] = {}
    problems = []
    for section, settings in tables.items():
        if not isinstance(settings, dict):
            problems.append(f"{file}: “{section}” stands outside of a section.")
            continue
        for key, value in settings.items():
            name, kind = _TABLE.get((section, key), ("", str))
            if not name:
                problems.append(f"{file}: there is no setting “{section}.{key}”.")
            elif type(value) is not kind:
                problems.append(f"{file}: “{section}.{key}” is of the wrong kind.")
            else:
                known[name] = value
    return replace(MachinePolicy(), problems=tuple(problems), **known)
