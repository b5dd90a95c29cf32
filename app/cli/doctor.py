"""``doctor``: does everything this program stands on work on this PC?"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import build_tools
from app.cli.main import DONE, REFUSED
from app.cli.output import print_json
from app.domain.errors import KnownError


@dataclass(frozen=True, slots=True)
class Health:
    """One thing that was tried. `needed` is False where the program works without it."""

    name: str
    ok: bool
    words: str
    needed: bool = True


def doctor(arguments: argparse.Namespace) -> int:
    """Try each part for real and print how it went."""
    results = [_try("Faces", _faces), _try("Text", _texts), _try("Register", _register)]
    results += [_try("Keys", _keyring, needed=False), _try("Window", _window, needed=False)]
    if arguments.json:
        print_json({"checks": [{"name": r.name, "ok": r.ok, "words": r.words, "needed": r.needed} for r in results]})
    else:
        for result in results:
            mark = "ok  " if result.ok else ("FAIL" if result.needed else "note")
            print(f"{mark}  {result.name}: {result.words}")
    return REFUSED if any(r.needed and not r.ok for r in results) else DONE


def _try(name: str, check: Callable[[], str], *, needed: bool = True) -> Health:
    try:
        return Health(name, True, check(), needed)
    except (KnownError, OSError, ImportError) as problem:
        return Health(name, False, str(problem), needed)


def _faces() -> str:
    return _engine(frozenset({"faces"}))


def _texts() -> str:
    return _engine(frozenset({"texts"}))


def _engine(only: frozenset[str]) -> str:
    import numpy as np

    tools = build_tools()
    try:
        findings = tools.engines.analyse(np.full((240, 320, 3), 127, np.uint8), only=only)
    finally:
        tools.close()
    return ", ".join(findings.engines)


def _register() -> str:
    from consent_db.embedded import open_database

    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "register.db", bytes(32))
        database.close()
    return "an encrypted register can be made and opened"


def _keyring() -> str:
    import keyring

    from app.storage import os_keyring

    if not os_keyring.is_available():
        raise KnownError("this PC has no place for keys; the passphrase is asked for each time")
    return type(keyring.get_keyring()).__module__


def _window() -> str:
    if importlib.util.find_spec("PySide6.QtWidgets") is None:
        raise KnownError("the window's library is not installed")
    return "the window's library is there"
