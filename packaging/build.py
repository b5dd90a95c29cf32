"""`./run build`: the program as a folder, and from it what a school installs. Run by tasks.py in the environment.

Without a word it makes dist/clearpost. `deb` and `installer` make a package of that folder, `trial` installs, uses,
upgrades and removes the .deb on a clean system, `compare` builds twice and prints what differs, `sign` writes the file
that tells of an update.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from bundle import making
from bundle.making import BuildError

WRONG_USAGE = 2
# The word, the module of `bundle` that does it, and its help.
WORDS = (
    ("compare", "comparing", "build a second time and print every difference"),
    ("deb", "deb", "a package for Debian and Ubuntu, of dist/clearpost"),
    ("trial", "trial", "install, use, upgrade and remove the .deb on a clean system (as root, with debootstrap)"),
    ("installer", "installer", "the Windows installer, of a Windows build or with --placeholder to try the script"),
    ("sign", "signing", "the version file of an update with digests, signed"),
)


def main(words: list[str]) -> int:
    """Do what the words ask; 0 done, 1 refused or failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="./run build", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=making.ROOT / "dist", help="where the result goes; dist if not given"
    )
    parser.add_argument("--commit", default="", help="what this commit holds (HEAD is the last), not what lies about")
    known = parser.add_subparsers(metavar="WORD")
    for word, module, help_text in WORDS:
        if (Path(__file__).parent / "bundle" / f"{module}.py").is_file():
            below = known.add_parser(word, help=help_text)
            below.set_defaults(module=module)
            importlib.import_module(f"bundle.{module}").add_words(below)
    try:
        arguments = parser.parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        if "module" in arguments:
            return int(importlib.import_module(f"bundle.{arguments.module}").run(arguments))
        making.build(arguments.out, commit=making.commit_named(arguments.commit) if arguments.commit else "")
        return 0
    except BuildError as problem:
        print(f"The build stopped: {problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
