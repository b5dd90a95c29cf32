"""The few shared libraries of the system that Qt needs on Linux, and the programs that the tests need.

As root on Debian or Ubuntu they are installed; elsewhere one message names them. Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Shared library → the Debian package that holds it. `ldd` on Qt's platform plugins gives this list.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
# In addition for a window on a real screen.
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TEST_PROGRAMS = {"exiftool": "libimage-exiftool-perl", "Xvfb": "xvfb", "xdotool": "xdotool"}


def were_present(marker: Path, purpose: str) -> bool:
    """Whether an earlier run found everything for this purpose."""
    try:
        return purpose in marker.read_text("utf-8").split()
    except OSError:
        return False


def remember(marker: Path, purpose: str) -> None:
    """Note that everything for this purpose is there; a folder that cannot be written is looked at again next time."""
    try:
        with marker.open("a", encoding="utf-8") as handle:
            handle.write(f"{purpose}\n")
    except OSError:
        return


def provide(purpose: str) -> bool:
    """Look, install what is missing where that is allowed, and say what is missing where it is not.

    Args:
        purpose: "window", "tour" or "test"; the tests need a program more.

    Returns:
        Whether everything is there now.
    """
    packages = _missing(purpose)
    if not packages:
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"ClearPost: installing from the system's packages: {' '.join(packages)}", file=sys.stderr, flush=True)
        _install(packages)
        packages = _missing(purpose)
    if packages:
        print(_message(packages), file=sys.stderr, flush=True)
    return not packages


def is_held_up(purpose: str) -> bool:
    """Whether Qt cannot even be loaded; windows drawn to memory do without the libraries of a screen."""
    needed = {**LIBRARIES, **(SCREEN_LIBRARIES if purpose == "window" else {})}
    return not all(_can_load(library) for library in needed)


def _missing(purpose: str) -> list[str]:
    libraries = {**LIBRARIES, **SCREEN_LIBRARIES}
    packages = [package for library, package in libraries.items() if not _can_load(library)]
    if not _has_fonts():
        packages.append("fonts-dejavu-core")
    if purpose == "test":
        packages += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
        if not _has_postgresql():
            packages.append("postgresql")
    return packages


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_postgresql() -> bool:
    """Debian keeps the server's programs off the path, one folder for each version."""
    return bool(shutil.which("initdb")) or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def _has_fonts() -> bool:
    return any(any(Path(folder).rglob("*.[ot]t[fc]")) for folder in ("/usr/share/fonts", "/usr/local/share/fonts"))


def _install(packages: list[str]) -> None:
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "--quiet", *wait, *words],
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            print(done.stdout, file=sys.stderr)


def _message(packages: list[str]) -> str:
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return (
            "ClearPost needs parts of the system that are missing. Ask whoever looks after this computer to run:\n"
            f"  sudo apt-get update && sudo apt-get install --no-install-recommends {names}"
        )
    return f"ClearPost needs parts of the system that are missing; their Debian names are: {names}"
