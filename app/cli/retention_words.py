"""The grammar of keeping, erasing and taking records out; what the words do is in `app.cli.retention`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

_MODULE = "app.cli.retention"
AddSignIn = Callable[[argparse.ArgumentParser], None]


def add_words(words: Any, audit: Any, add_sign_in: AddSignIn) -> None:
    """The grammar of keeping, erasing, and taking records out. `words` and `audit` are what `add_subparsers` gave."""
    retention = words.add_parser("retention", help="what is past its time").add_subparsers(
        required=True, metavar="WHAT"
    )
    preview = retention.add_parser("preview", help="what would be erased and what is kept; nothing is erased")
    preview.add_argument("--on", type=_day, metavar="YYYY-MM-DD", help="as it will be on another day")
    erase = retention.add_parser("erase", help="erase for good what the preview lists")
    erase.add_argument("--number", type=int, required=True, help="how many items the preview listed; there is no undo")
    erase.add_argument("--photo", type=int, action="append", default=[], metavar="NUMBER", help="only this photo")
    erase.add_argument("--again", type=Path, metavar="FILE", help="only what this list of erased things names")
    erase.add_argument("--because", default="", help="why, without names; needed with --photo and --again")
    log = retention.add_parser("log", help="what was erased, when and why")
    for name, parser in (("preview", preview), ("erase", erase), ("log", log)):
        add_sign_in(parser)
        parser.set_defaults(command=(_MODULE, name))

    export = audit.add_parser("export", help="take a part of the records out, as .csv or as an archive (.db)")
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--from", dest="first", type=_day, metavar="YYYY-MM-DD", help="from this day on")
    export.add_argument("--to", dest="last", type=_day, metavar="YYYY-MM-DD", help="to this day, inclusive")
    export.add_argument("--who", metavar="USER", help="only what this sign-in name did")
    export.add_argument("--action", metavar="WORD", help="only this kind of thing, for example post-approved")
    export.add_argument("--subject", metavar="ID", help="only what was about this")
    add_sign_in(export)
    export.set_defaults(command=(_MODULE, "audit_export"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written as 2026-09-01") from None
