"""The grammar of `clearpost register ...` as far as it is about lists; what the words do is in `app.cli.lists`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

_MODULE = "app.cli.lists"
Parsers = Any
"""What `add_subparsers` returns; its type has no public name."""


def add_words(register: Parsers, add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """The grammar of everything about lists."""
    load = register.add_parser("import", help="read a pupil list or a consent list; shows what would change")
    load.add_argument("kind", choices=["pupils", "consents"])
    load.add_argument("file", type=Path)
    load.add_argument("--list", metavar="NAME", help="read it with the columns kept under this name")
    load.add_argument("--mapping", type=Path, metavar="FILE", help="a column mapping as JSON")
    load.add_argument("--apply", action="store_true", help="write it; without this nothing is written")
    undo = register.add_parser("undo", help="the lists that were taken over; with an id, take one back")
    undo.add_argument("reading", nargs="?", help="its id, or the first letters of it")
    sources = register.add_parser("sources", help="the lists that come again and again")
    sources.add_argument("--check", action="store_true", help="look into their folders for new files")
    sources.add_argument("--keep", metavar="NAME", help="keep a list under this name, or change the one of this name")
    sources.add_argument("--stop", metavar="NAME", help="look for this list no more")
    sources.add_argument("--kind", choices=["pupils", "consents"], default="consents")
    sources.add_argument("--mapping", type=Path, metavar="FILE", help="its column mapping as JSON")
    sources.add_argument("--folder", type=Path, metavar="DIR", help="where new files of it appear")
    sources.add_argument("--pattern", default="*.csv", help="which files of the folder, for example consents*.csv")
    sources.add_argument("--refusals-at-once", action="store_true", help="take a no over without waiting for a person")
    questions = register.add_parser("questions", help="what lists left to a person")
    questions.add_argument("--settle", metavar="ID", help="the line that was read")
    questions.add_argument("--outcome", default="", help="in a few words, what was made of it")
    leavers = register.add_parser("leavers", help="pupils missing from the last list")
    leavers.add_argument("--left", metavar="ID", help="this pupil has left")
    leavers.add_argument("--last-day", type=date.fromisoformat, metavar="YYYY-MM-DD")
    leavers.add_argument("--stayed", metavar="ID", help="this pupil is still at the school")
    for parser, function in (
        (load, "read_list"), (undo, "undo"), (sources, "sources"), (questions, "questions"), (leavers, "leavers"),
    ):  # fmt: skip
        add_sign_in(parser)
        parser.set_defaults(command=(_MODULE, function))
