"""requirements.lock: write it from pyproject.toml, or check without a network that the two are in step.

The lock names every package with its version and digests and no address of any index: a machine's own settings say
where packages come from. Its second line holds a digest of the tables in pyproject.toml that it was made from.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
# One `cv2` only, and nothing that has to be compiled or that brings a downloaded program.
UNWANTED = {
    "dlib",
    "opencv-python",
    "opencv-contrib-python",
    "imageio-ffmpeg",
    "pyside6",
    "pillow-heif",
    "keyrings-alt",
}
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))?(?P<more> \\)?$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?P<more> \\)?$")
RENEW = "write it anew with ./run lock"


def digest_of(project: dict[str, object]) -> str:
    """SHA-256 over the tables of pyproject.toml that decide what is in the lock."""
    table = project["project"]
    tool = project.get("tool", {})
    assert isinstance(table, dict)
    assert isinstance(tool, dict)
    deciding = {
        "python": table["requires-python"],
        "dependencies": table["dependencies"],
        "groups": project.get("dependency-groups", {}),
        "uv": tool.get("uv", {}),
    }
    return hashlib.sha256(json.dumps(deciding, sort_keys=True).encode()).hexdigest()


def problems(project: dict[str, object], lock: str) -> list[str]:
    """What is wrong with the lock, in sentences; nothing when it is in step and whole."""
    found: list[str] = []
    if f"# pyproject.toml: {digest_of(project)}" not in lock.splitlines()[:3]:
        found.append(f"requirements.lock was not made from this pyproject.toml; {RENEW}")
    pins: dict[str, list[tuple[str, str]]] = {}
    name = ""
    hashes = 1
    for line in [*(line for line in lock.splitlines() if not line.startswith("#")), "end==0"]:
        pin, digest = PIN.match(line), HASH.match(line)
        if digest:
            hashes += 1
        elif pin:
            if not hashes:
                found.append(f"{name} has no digest in requirements.lock; {RENEW}")
            name, hashes = canonicalize_name(pin["name"]), 0
            pins.setdefault(name, []).append((pin["version"], pin["marker"] or ""))
        else:
            found.append(f"requirements.lock has a line that is neither a pin nor a digest: {line.strip()}")
    found += [f"{name} must not be in requirements.lock" for name in sorted(UNWANTED & pins.keys())]
    for wanted in _direct(project):
        found += _unmet(wanted, pins.get(canonicalize_name(wanted.name), []))
    return found


def _direct(project: dict[str, object]) -> list[Requirement]:
    table, groups = project["project"], project.get("dependency-groups", {})
    assert isinstance(table, dict)
    assert isinstance(groups, dict)
    return [
        Requirement(text) for text in [*table["dependencies"], *(text for group in groups.values() for text in group)]
    ]


def _unmet(wanted: Requirement, pins: list[tuple[str, str]]) -> list[str]:
    if not pins:
        return [f"{wanted.name} is asked for in pyproject.toml and is not in requirements.lock; {RENEW}"]
    return [
        f"{wanted.name} {version} in requirements.lock is outside {wanted.specifier}; {RENEW}"
        for version, marker in pins
        if not wanted.specifier.contains(version, prereleases=True) and (not marker or Marker(marker))
    ]


def write() -> int:
    """Resolve pyproject.toml with uv and write the lock; returns uv's exit code."""
    programs = sorted((ROOT / ".uv").glob("*/bin/uv*"))
    if not programs:
        print("uv is not there; delete .venv and run ./run test once.", file=sys.stderr)
        return 1
    command = [str(programs[0]), "export", "--system-certs", "--all-groups", "--no-emit-project", "--no-emit-index-url"]
    command += ["--no-annotate", "--no-header", "--upgrade", "--quiet", "--python", sys.executable]
    settings = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(ROOT / ".venv")}
    done = subprocess.run(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True, check=False)
    (ROOT / "uv.lock").unlink(missing_ok=True)  # it records the addresses of this machine's index
    if done.returncode == 0:
        LOCK.write_text(header() + done.stdout, "utf-8")
    return done.returncode


def header() -> str:
    """The lines above the pins."""
    title = "# Every package with its digests. Made by ./run lock; not edited by hand."
    return f"{title}\n# pyproject.toml: {digest_of(_project())}\n"


def _project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def main(words: list[str]) -> int:
    """With --write make the lock, otherwise check it; exit code 1 where something is wrong."""
    if words == ["--write"]:
        return write()
    found = problems(_project(), LOCK.read_text("utf-8"))
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
