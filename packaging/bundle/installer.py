"""The Windows installer: `packaging/windows/clearpost.nsi`, compiled by makensis on Windows or Linux.

The program inside must have been built on Windows. With `--placeholder` the script is compiled round a few made-up
files, which proves the script and nothing else.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
from pathlib import Path, PureWindowsPath

from bundle import icons, making
from bundle.making import ROOT, BuildError

# Some words of the page for "all users or one" were never translated into Welsh; English stands there.
_UNTOLD = "for language Welsh is missing"
SCRIPT = ROOT / "packaging" / "windows" / "clearpost.nsi"


def add_words(parser: argparse.ArgumentParser) -> None:
    """The words of `./run build installer`."""
    parser.add_argument("--placeholder", action="store_true", help="compile the script round made-up files")
    parser.add_argument("--target", default="", help="amd64-unicode where only 64-bit programs run, as in a bare wine")
    parser.add_argument("--sign", default="", metavar="COMMAND", help="signs a file whose name is put behind it")


def run(arguments: argparse.Namespace) -> int:
    """Make `clearpost-VERSION-setup.exe`."""
    work = ROOT / "build" / "installer"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    bundle = _made_up(work / "bundle") if arguments.placeholder else arguments.out / "clearpost"
    name = "placeholder-" if arguments.placeholder else ""
    version = making.version_of()
    made = make(
        bundle,
        work,
        arguments.out / f"clearpost-{name}{version}-setup.exe",
        version,
        sign=arguments.sign,
        target=arguments.target,
    )
    print(f"made {made}, {made.stat().st_size / 1e6:.1f} MB")
    return 0


def make(bundle: Path, work: Path, out: Path, version: str, *, sign: str = "", target: str = "") -> Path:
    """Compile the script.

    Args:
        bundle: the built program.
        work: a folder for what the script includes.
        out: the installer.
        version: with numbers and dots.
        sign: a command that signs the file named behind it.
        target: another one than the default of makensis.

    Raises:
        BuildError: the folder was not built on Windows, makensis is not there, or it refuses.
    """
    compiler = shutil.which("makensis") or shutil.which("makensis", path=r"C:\Program Files (x86)\NSIS")
    if compiler is None:
        raise BuildError("makensis is not here (Debian: apt-get install nsis; Windows: install NSIS 3)")
    if not (bundle / "clearpost-window.exe").is_file():
        raise BuildError(f"{bundle} holds no Windows program; it is built on Windows, or use --placeholder")
    put, taken = file_lists(bundle)
    (work / "files.nsh").write_text(put, "utf-8")
    (work / "unfiles.nsh").write_text(taken, "utf-8")
    (work / "clearpost.ico").write_bytes(icons.ico())
    out.parent.mkdir(parents=True, exist_ok=True)
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())
    four = ".".join([*re.findall(r"\d+", version)[:4], "0", "0", "0", "0"][:4])
    defines = {
        "VERSION": version,
        "VERSION_FOUR": four,
        "OUT": str(out),
        "ICON": str(work / "clearpost.ico"),
        "LICENCE": str(ROOT / "LICENSE"),
        "FILES": str(work / "files.nsh"),
        "UNFILES": str(work / "unfiles.nsh"),
        "SIZE_KB": str(size // 1024),
        **({"SIGN": sign} if sign else {}),
        **({"TARGET": target} if target else {}),
    }
    flag = "/" if os.name == "nt" else "-"
    command = [compiler, f"{flag}V2", *(f"{flag}D{name}={value}" for name, value in defines.items())]
    done = subprocess.run([*command, str(SCRIPT)], capture_output=True, text=True, errors="replace", check=False)
    said = (done.stdout + done.stderr).splitlines()
    warned = [line for line in said if re.match(r"\s*!?warning", line) and _UNTOLD not in line]
    if done.returncode or warned:
        raise BuildError(f"makensis refused:\n{done.stdout[-2000:]}{done.stderr[-1000:]}")
    return out


def file_lists(bundle: Path) -> tuple[str, str]:
    """What the installer writes, and what the uninstaller takes away again, file by file.

    Raises:
        BuildError: a file has a name that cannot be written down in a script.
    """
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    if strange := [path for path in files if {"$", '"', "`"} & set(path.relative_to(bundle).as_posix())]:
        raise BuildError(f"{strange[0]} has a name that the script would read as something else")
    folders = sorted({path.parent.relative_to(bundle) for path in files} | _above(files, bundle))
    put, taken = [], []
    for folder in folders:
        target = _installed(folder)
        put.append(f'SetOutPath "{target}"')
        for path in files:
            if path.parent.relative_to(bundle) == folder:
                put.append(f'File "{path}"')
                taken.append(f'Delete "{target}\\{path.name}"')
    taken += [f'RMDir "{_installed(folder)}"' for folder in reversed(folders) if folder.parts]
    return "\n".join(put) + "\n", "\n".join(taken) + "\n"


def _above(files: list[Path], bundle: Path) -> set[Path]:
    return {above for path in files for above in path.relative_to(bundle).parents}


def _installed(folder: Path) -> str:
    return str(PureWindowsPath("$INSTDIR", *folder.parts))


def _made_up(folder: Path) -> Path:
    for name in ("clearpost.exe", "clearpost-window.exe", "_internal/resources/build.json", "_internal/a b/c.dll"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"made up: " + name.encode())
    return folder
