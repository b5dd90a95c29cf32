"""``doctor``: does everything this program stands on work on this PC?

A broken engine or register is a failure; what is merely absent (a keyring, a camera, a screen) is a note.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app import __version__, log, program
from app.bootstrap import build_tools
from app.cli.main import DONE, REFUSED
from app.cli.output import print_json
from app.domain.errors import KnownError
from app.machine import policy_file, read_policy
from app.workflow.workspace import Tools

_WINDOW_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class Health:
    """One thing that was tried. `needed` is False where the program works without it."""

    name: str
    ok: bool
    words: str
    needed: bool = True


def doctor(arguments: argparse.Namespace) -> int:
    """Try each part for real and print how it went."""
    tools = build_tools()
    try:
        results = _looking(tools)
    finally:
        tools.close()
    results += [
        _try("Comparing faces", _comparing),
        _try("Register", _register),
        _try("Register on a server", _server, needed=False),
        _try("Keys", _keyring, needed=False),
        _try("Cameras and phones", _devices, needed=False),
        _try("Letters of PDF files", _pdf_letters),
        _try("Window", _window, needed=False),
        _try("Settings by IT", _settings_by_it, needed=False),
        _try("Log", _log, needed=False),
    ]
    if arguments.json:
        print_json(
            {
                "version": __version__,
                "built": program.built(),
                "checks": [{"name": r.name, "ok": r.ok, "words": r.words, "needed": r.needed} for r in results],
            }
        )
    else:
        print(f"ClearPost {__version__}{program.built_words()}")
        for result in results:
            mark = "ok  " if result.ok else ("FAIL" if result.needed else "note")
            print(f"{mark}  {result.name}: {result.words}")
    return REFUSED if any(r.needed and not r.ok for r in results) else DONE


def _try(name: str, check: Callable[[], str], *, needed: bool = True) -> Health:
    try:
        return Health(name, True, check(), needed)
    except (KnownError, OSError, ImportError, subprocess.SubprocessError) as problem:
        return Health(name, False, str(problem) or type(problem).__name__, needed)


def _looking(tools: Tools) -> list[Health]:
    """The process that opens photos and the one that looks, on a picture of drawn children."""
    return [
        _try("Photos", lambda: _photos(tools)),
        _try("Faces", lambda: _engine(tools, "faces")),
        _try("Text", lambda: _engine(tools, "texts")),
    ]


def _drawn() -> bytes:
    from app.imaging.drawn_pictures import class_picture

    return class_picture((1, 2, 3), width=900, height=600, caption="ClearPost")


def _photos(tools: Tools) -> str:
    decoded = tools.decoder.decode(_drawn())
    if decoded.pixels.shape != (600, 900, 3):
        raise KnownError("a drawn picture came back in another size")
    return "a picture is opened in a process of its own"


def _engine(tools: Tools, kind: str) -> str:
    findings = tools.engines.analyse(tools.decoder.decode(_drawn()).pixels, only=frozenset({kind}))
    found = findings.faces if kind == "faces" else findings.texts
    if not found:
        raise KnownError(f"the engine runs and sees nothing in a picture of drawn children ({findings.engines})")
    return f"{', '.join(findings.engines)} ({len(found)} found in a drawn picture)"


def _comparing() -> str:
    from app.analysis.engines.dlib_weights import LANDMARKS, NETWORK

    for model in (NETWORK, LANDMARKS):
        model.checked()
    if importlib.util.find_spec("dlib") is None:
        raise KnownError("the library that cuts out faces is not installed")
    return "its files are whole; it starts only where the school has switched it on"


def _register() -> str:
    from consent_db.embedded import open_database

    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "register.db", bytes(32))
        database.close()
    return "an encrypted register can be made and opened"


def _server() -> str:
    import psycopg

    return f"PostgreSQL can be spoken to ({psycopg.pq.__impl__}, libpq {psycopg.pq.version()})"


def _keyring() -> str:
    import keyring

    from app.storage import os_keyring

    if not os_keyring.is_available():
        raise KnownError("this PC has no place for keys; the passphrase is asked for each time")
    return type(keyring.get_keyring()).__module__


def _devices() -> str:
    from app.devices.connected import cameras, connected

    cameras()
    return f"cards, cameras and phones can be asked for; {len(connected())} connected now"


def _pdf_letters() -> str:
    from app.records.pdf import register_font

    return register_font()


def _settings_by_it() -> str:
    file = policy_file()
    if problems := read_policy(file).problems:
        raise KnownError(" ".join(problems))
    return str(file) if file.is_file() else f"none ({file} is not there)"


def _log() -> str:
    file = log.folder() / log.NAME
    nearest = file
    while not nearest.exists():
        nearest = nearest.parent
    if not os.access(nearest, os.W_OK):
        raise KnownError(f"{file} cannot be written, so what goes wrong is noted nowhere")
    return f"{file}, without names" if file.is_file() else f"{file}, nothing noted yet"


def _window() -> str:
    """Start the window's library in a process of its own, drawn to memory: a missing system library ends only that."""
    done = subprocess.run(  # noqa: S603  this very program
        [*program.command(), "window", "--check"],
        capture_output=True,
        text=True,
        timeout=_WINDOW_TIMEOUT_S,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise KnownError(said[-1] if said else f"the window's library ended with {done.returncode}")
    return done.stdout.strip()
