"""The words about updates; what they do is in `app.cli.updates`."""

from __future__ import annotations

import argparse


def add_words(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The words about updates."""
    what = words.add_parser("updates", help="whether a newer version is offered; nothing is ever installed")
    below = what.add_subparsers(required=True, metavar="WHAT")
    check = below.add_parser("check", help="read the signed file at the place that IT named")
    check.add_argument("--place", default="", metavar="FOLDER-OR-URL", help="in place of the one of policy.toml")
    check.add_argument("--file", metavar="INSTALLER", help="prove that this file is one that the signed file names")
    check.add_argument("--json", action="store_true")
    check.set_defaults(command=("app.cli.updates", "check"))
