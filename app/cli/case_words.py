"""The grammar of `clearpost cases`, `takedowns` and `report`; what they do is in `app.cli.cases`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

_MODULE = "app.cli.cases"
_DAY: dict[str, Any] = {"type": date.fromisoformat, "metavar": "YYYY-MM-DD"}


def add_words(words: Any, add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """The grammar of complaints, requests and incidents, and of what follows a publication."""
    for parser, function in (*_case_words(words), *_takedown_words(words)):
        add_sign_in(parser)
        parser.set_defaults(command=(_MODULE, function))


def _case_words(words: Any) -> list[tuple[argparse.ArgumentParser, str]]:
    what = words.add_parser("cases", help="complaints, requests and incidents").add_subparsers(
        required=True, metavar="WHAT"
    )
    add = what.add_parser("add", help="record a complaint, a request, a concern or an incident")
    add.add_argument("kind", help="for example complaint, access, erasure, objection, concern, abuse")
    add.add_argument("words", help="what is asked for or what happened")
    add.add_argument("--about", default="", metavar="NAME", help="the pupil or adult it is about")
    add.add_argument("--asked-by", default="", help="who asks")
    add.add_argument("--standing", default="", help="by what right they ask")
    add.add_argument("--received", **_DAY, help="the day it came in; now without it")
    add.add_argument("--safeguarding", action="store_true", help="only the Headteacher and the DSL open it")
    add.add_argument("--picture", type=Path, metavar="FILE", help="a screenshot to keep")
    listing = what.add_parser("list", help="what is open, what runs out first at the top")
    listing.add_argument("--all", action="store_true", help="closed ones too")
    show = what.add_parser("show", help="one with everything done about it")
    step = what.add_parser("step", help="note something done")
    step.add_argument("step", help="acknowledged, identity, dsl_cleared, dsl_refused, told, noted, acted")
    step.add_argument("words", nargs="?", default="")
    extend = what.add_parser("extend", help="take the two more months of a hard request")
    pause = what.add_parser("pause", help="stop the clock while you wait for what you asked for")
    resume = what.add_parser("resume", help="let the clock go on")
    close = what.add_parser("close", help="close it with what came of it")
    for parser in (extend, pause, close):
        parser.add_argument("words")
    photos = what.add_parser("photos", help="what is held about the person of a request, and what to look through")
    photo = what.add_parser("photo", help="say whether the person is in a photo")
    photo.add_argument("photo", type=int)
    photo.add_argument("answer", choices=("in", "not-in"))
    pack = what.add_parser("pack", help="write the PDF, the pictures and the SQLite file of a request")
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")
    for parser in (show, step, extend, pause, resume, close, photos, photo, pack):
        parser.add_argument("--number", type=int, required=True)
    return [
        (add, "add"), (listing, "listing"), (show, "show"), (step, "step"), (extend, "extend"), (pause, "pause"),
        (resume, "resume"), (close, "close"), (photos, "held"), (photo, "answer"), (pack, "pack"),
    ]  # fmt: skip


def _takedown_words(words: Any) -> list[tuple[argparse.ArgumentParser, str]]:
    what = words.add_parser("takedowns", help="what has to come down, and what is out").add_subparsers(
        required=True, metavar="WHAT"
    )
    due = what.add_parser("due", help="takedowns, the most urgent first, with their steps")
    published = what.add_parser("published", help="the audit list of everything that is or was out")
    order = what.add_parser("order", help="start one, for example because somebody asked for it")
    order.add_argument("release", help="its id, as the audit list gives it")
    order.add_argument("--reason", required=True)
    order.add_argument("--asked-by", required=True)
    order.add_argument("--minutes", type=int, help="how soon; the policy’s hours without it")
    looked = what.add_parser("looked", help="note that you looked at one where it is, and that all is well")
    looked.add_argument("release", help="its id, as the audit list gives it")
    report = words.add_parser("report", help="the monitoring report for the Headteacher and governors, as PDF")
    report.add_argument("file", type=Path)
    report.add_argument("--from", dest="first", required=True, **_DAY)
    report.add_argument("--to", dest="last", **_DAY, help="today without it")
    return [(due, "takedowns_due"), (published, "published"), (order, "order"), (looked, "looked"), (report, "report")]
