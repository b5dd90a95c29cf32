"""Run PyInstaller with the recipe, and look at what came out before anybody gets it."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from typing import Any

import environment

from bundle import parts, recipe

ROOT = recipe.ROOT
TOOLS = "packaging/build.requirements"
LONGEST_S = 900


class BuildError(Exception):
    """No program came out, or one that must not be given to anybody; the text says why."""


def build(out: Path, *, commit: str = "") -> Path:
    """Make `out`/clearpost and print what it weighs; returns that folder.

    Args:
        out: where the folder is made; one of that name is replaced.
        commit: build what this commit holds, and nothing of what lies about; the files as they are if not given.

    Raises:
        BuildError: PyInstaller failed, or a check of the result did.
    """
    began = time.monotonic()
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    source = _exported(commit) if commit else ROOT
    work = source / "build" / re.sub(r"\W+", "-", str(out)).strip("-")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    facts = build_facts(source, commit)
    (work / "build.json").write_text(json.dumps(facts, indent=1) + "\n", "utf-8")
    if sys.platform in {"win32", "darwin"}:
        from bundle import icons  # it draws with the window's library

        name, draw = ("clearpost.ico", icons.ico) if sys.platform == "win32" else ("clearpost.icns", icons.icns)
        (work / name).write_bytes(draw())
    if sys.platform == "win32":
        (work / "version.txt").write_text(_windows_version(str(facts["version"])), "utf-8")
    _run_pyinstaller(source, out, work, facts)
    bundle = out / "clearpost"
    if problems := problems_of(bundle) or faults_of(bundle):
        raise BuildError("\n".join(problems))
    found = parts.sizes(bundle)
    print(parts.table(found))
    (work / "parts.json").write_text(json.dumps(found, indent=1), "utf-8")
    print(f"made {bundle} in {time.monotonic() - began:.0f} s")
    return bundle


def problems_of(bundle: Path) -> list[str]:
    """Why this folder must not be given to anybody, in sentences; nothing when it may."""
    files = [path for path in bundle.rglob("*") if not path.is_dir() or path.is_symlink()]
    places = [path.relative_to(bundle).as_posix() for path in files]
    found = [f"{place} must never be in the bundle" for place in recipe.forbidden(places)]
    found += [f"{p.relative_to(bundle)} points to nothing" for p in files if p.is_symlink() and not p.exists()]
    size = sum(parts.sizes(bundle).values())
    if size > parts.MOST_BYTES:
        found.append(f"the bundle has {size / 1e6:.0f} MB, more than {parts.MOST_BYTES / 1e6:.0f}")
    if not any((bundle / name).is_file() for name in ("clearpost", "clearpost.exe")):
        found.append("there is no program in the bundle")
    return found


def faults_of(bundle: Path) -> list[str]:
    """What goes wrong when the built program looks at itself: the window's start and every part of ``doctor``."""
    program = next(path for path in (bundle / "clearpost", bundle / "clearpost.exe") if path.is_file())
    settings = {**environment.without_foreign_python(os.environ), "QT_QPA_PLATFORM": "offscreen"}
    found = []
    for words in (["window", "--check"], ["doctor"]):
        done = subprocess.run(
            [program, *words], env=settings, capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
        if done.returncode:
            found.append(
                f"“clearpost {' '.join(words)}” ended with {done.returncode}: {done.stdout}{done.stderr[-800:]}"
            )
    return found


def build_facts(source: Path = ROOT, commit: str = "") -> dict[str, object]:
    """What the program says of itself: version, commit, whether all was committed, and the one recorded time."""
    commit = commit or _git("rev-parse", "HEAD")
    recorded = os.environ.get("SOURCE_DATE_EPOCH") or _git("show", "-s", "--format=%ct", commit or "HEAD") or "0"
    clean = source != ROOT or (bool(commit) and not _git("status", "--porcelain", "--untracked-files=no"))
    return {"version": version_of(source), "commit": commit, "committed": clean, "time": int(recorded)}


def version_of(source: Path = ROOT) -> str:
    """The version in app/__init__.py."""
    found = re.search(r'^__version__ = "([^"]+)"', (source / "app" / "__init__.py").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise BuildError("app/__init__.py names no version")
    return found[1]


def facts_of(bundle: Path) -> dict[str, Any]:
    """What a built program says of itself.

    Raises:
        BuildError: it was not made by `build`.
    """
    found = [*bundle.glob("_internal/resources/build.json"), *bundle.rglob("resources/build.json")]
    if not found:
        raise BuildError(f"{bundle} is not a built program; make it with ./run build")
    facts: dict[str, Any] = json.loads(found[0].read_text("utf-8"))
    return facts


def commit_named(name: str = "HEAD") -> str:
    """The whole number of a commit of this clone.

    Raises:
        BuildError: there is none of that name.
    """
    found = _git("rev-parse", "--verify", f"{name}^{{commit}}")
    if not found:
        raise BuildError(f"this is no clone with a commit {name} to build from")
    return found


def commits_before(commit: str) -> str:
    """How many commits led to this one, as a number that grows; nothing where this is no clone."""
    return _git("rev-list", "--count", commit) if commit else ""


def _run_pyinstaller(source: Path, out: Path, work: Path, facts: dict[str, object]) -> None:
    tools = environment.provide_tools(ROOT, ROOT / TOOLS)
    settings = {
        **environment.without_foreign_python(os.environ),
        "PYTHONPATH": os.pathsep.join((str(tools), str(source))),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": str(facts["time"]),
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        "CLEARPOST_BUILD_WORK": str(work),
        "CLEARPOST_BUILD_VERSION": str(facts["version"]),
        "CLEARPOST_BUILD_PACKAGES": str(packages_folder()),
    }
    command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += [
        "--distpath",
        str(out),
        "--workpath",
        str(work / "pyinstaller"),
        str(source / "packaging/clearpost.spec"),
    ]
    log = work / "pyinstaller.log"
    print(f"building; PyInstaller writes to {log}", flush=True)
    with log.open("wb") as file:
        done = subprocess.run(
            command, cwd=source, env=settings, stdout=file, stderr=subprocess.STDOUT, timeout=LONGEST_S, check=False
        )
    if done.returncode:
        last = log.read_text("utf-8", "replace").splitlines()[-15:]
        raise BuildError("PyInstaller failed:\n" + "\n".join(last))


def _exported(commit: str) -> Path:
    """What the commit holds, in a folder of its own under build."""
    folder = ROOT / "build" / "source"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        raise BuildError(f"this clone has no commit {commit}")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        tar.extractall(folder, filter="data")
    return folder


def packages_folder() -> Path:
    """Where the environment's packages are."""
    found = importlib.util.find_spec("numpy")
    if found is None or found.origin is None:
        raise BuildError("the packages are not installed; run ./run test once")
    return Path(found.origin).parent.parent


def _git(*words: str) -> str:
    """What git says, or nothing where this is no clone."""
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _windows_version(version: str) -> str:
    """What Windows shows in the properties of the program, as PyInstaller reads it."""
    numbers = [int(number) for number in re.findall(r"\d+", version)[:4]]
    four = tuple([*numbers, 0, 0, 0, 0][:4])
    said = {
        "CompanyName": "ClearPost",
        "FileDescription": "ClearPost",
        "FileVersion": version,
        "ProductName": "ClearPost",
    }
    lines = ", ".join(
        f"StringStruct({name!r}, {words!r})" for name, words in {**said, "ProductVersion": version}.items()
    )
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0, OS=0x40004, "
        f"fileType=1, subtype=0, date=(0, 0)), kids=[StringFileInfo([StringTable('080904B0', [{lines}])]), "
        "VarFileInfo([VarStruct('Translation', [2057, 1200])])])\n"
    )
