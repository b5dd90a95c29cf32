"""The libraries that look at pictures speak to nobody: no address is looked up, and nothing about the user is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Whoever reports over the internet does so in a thread; Python waits for it before the program ends.
PROGRAM = """
import importlib, pkgutil, socket, sys

def refuse(*given, **_more):
    print("ASKED", given, flush=True)
    raise OSError("no network here")

socket.getaddrinfo = socket.create_connection = socket.socket.connect = refuse
from app.analysis import engines
for module in pkgutil.iter_modules(engines.__path__):
    importlib.import_module(f"{engines.__name__}.{module.name}")
from app.analysis.looking import look
from app.imaging.decoding import DecodeLimits, decode_photo
from app.imaging.drawn_pictures import class_picture
picture = decode_photo(class_picture((1, 2), width=600, height=400, caption="ClearPost"), limits=DecodeLimits())
print("SEEN", len(look(picture.pixels, frozenset({"faces", "texts"})).faces) > 0)
print("LOADED", sorted(name for name in sys.modules if "telemetry" in name and sys.modules[name] is not None))
"""


def test_looking_at_a_picture_asks_nobody_on_the_internet_and_leaves_no_mark_of_the_user(tmp_path: Path) -> None:
    surroundings = {name: value for name, value in os.environ.items() if name not in ("CI", "XDG_CONFIG_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=surroundings | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == ["SEEN True", "LOADED []"], done.stderr
    assert not (tmp_path / "intel").exists()
