"""Are two builds of one commit the same? Build once more beside the first, and print every difference.

What may differ is recorded time alone. Both builds take it from the commit, so on one machine not a byte should differ.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import tempfile
from pathlib import Path

from bundle import making


def add_words(parser: argparse.ArgumentParser) -> None:
    """The words of `./run build compare`."""
    parser.add_argument("first", nargs="?", type=Path, help="a folder built with --commit; dist/clearpost if not given")
    parser.add_argument(
        "second", nargs="?", type=Path, help="another one; built anew in a folder of its own if not given"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what differs; 0 where nothing does."""
    first = arguments.first or arguments.out / "clearpost"
    if not first.is_dir():
        making.build(first.parent, commit=making.commit_named())
    if arguments.second:
        found, files = differences(first, arguments.second)
    else:
        with tempfile.TemporaryDirectory(prefix="clearpost-second-") as folder:
            found, files = differences(first, making.build(Path(folder), commit=making.facts_of(first)["commit"]))
    for line in found:
        print(line)
    print(f"{files} files and links compared, {len(found)} differ")
    return 1 if found else 0


def differences(first: Path, second: Path) -> tuple[list[str], int]:
    """What differs in words, one line for each file, and how many were compared.

    Compared are names, bytes, where links point and whether a file may be run; not the times of the file system.
    """
    left, right = _contents(first), _contents(second)
    found = [f"only in the first: {place}" for place in sorted(left.keys() - right.keys())]
    found += [f"only in the second: {place}" for place in sorted(right.keys() - left.keys())]
    for place in sorted(left.keys() & right.keys()):
        if left[place] != right[place]:
            found.append(f"differs: {place}{_where(first / place, second / place)}")
    return found, len(left.keys() | right.keys())


def _contents(folder: Path) -> dict[str, str]:
    found = {}
    for path in folder.rglob("*"):
        place = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[place] = f"link to {os.readlink(path)}"
        elif path.is_file():
            with path.open("rb") as file:
                found[place] = f"{path.stat().st_mode & 0o111:o} {hashlib.file_digest(file, 'sha256').hexdigest()}"
    return found


def _where(first: Path, second: Path) -> str:
    """Sizes and the first byte that differs, to find the reason by."""
    if first.is_symlink() or second.is_symlink():
        return ""
    left, right = first.read_bytes(), second.read_bytes()
    at = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    count = sum(a != b for a, b in zip(left, right, strict=False))
    return f" ({len(left)} and {len(right)} bytes, first at {at}, {count} bytes differ)"
