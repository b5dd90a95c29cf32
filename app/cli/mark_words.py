"""The grammar of `clearpost marks`; what the words do is in `app.cli.marks`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

_MARKS = "app.cli.marks"


def add_words(words: Any, add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """The grammar of crests and logos the program is taught to see."""
    what = words.add_parser("marks", help="crests and logos the program looks for").add_subparsers(
        required=True, metavar="WHAT"
    )
    listing = what.add_parser("list", help="what was taught, and how well each is found")
    teach = what.add_parser("teach", help="learn a mark from one to five pictures; about a minute")
    teach.add_argument("name", help="as people call it, for example “Hollybank crest”")
    teach.add_argument("pictures", nargs="*", type=Path, help="pictures it nearly fills; none: those kept of it")
    teach.add_argument("--kind", choices=["own", "other-school", "sponsor"], default="own", help="whose it is")
    remove = what.add_parser("remove", help="look for it no more; what it covered stays covered")
    remove.add_argument("name")
    look = what.add_parser("look", help="look for the marks in photos that were looked through before they were taught")
    for parser, function in ((listing, "show"), (teach, "teach"), (remove, "remove"), (look, "look")):
        add_sign_in(parser)
        parser.set_defaults(command=(_MARKS, function))
