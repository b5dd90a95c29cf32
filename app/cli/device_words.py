"""The words of ``clearpost import``, ``clearpost sources`` and ``clearpost devices``; what they do is beside them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.photo import DeviceFamily, DeviceKind

_MODULE = "app.cli.devices"
_Word = Callable[..., argparse.ArgumentParser]
_KINDS = [kind.value.lower() for kind in DeviceKind]


def add_words(words: Any, add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the words for bringing photos in and for the register of devices."""
    _import_words(words, add_sign_in)
    what = words.add_parser("devices", help="whose devices photos come from").add_subparsers(
        required=True, metavar="WHAT"
    )

    def word(name: str, function: str, help_words: str, *, takes: str = "device") -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = what.add_parser(name, help=help_words)
        if takes:
            parser.add_argument(takes, help=f"the {takes}'s name or number, or the first letters of its id")
        add_sign_in(parser)
        parser.set_defaults(command=(_MODULE, function))
        return parser

    _register_words(word)
    _removal_words(word)
    _photo_words(word)


def _import_words(words: Any, add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """Bringing photos in, and what there is to bring them in from."""
    bring = words.add_parser("import", help="copy photos from a folder, card, camera or phone into the vault")
    bring.add_argument("folder", help="a folder, or what `clearpost sources` calls a camera or phone")
    bring.add_argument("--event", required=True, help="what the photos are of")
    bring.add_argument(
        "--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="all files of this day, and no other"
    )
    whose = bring.add_mutually_exclusive_group()
    whose.add_argument("--personal", action="store_true", help="the source is somebody's own")
    whose.add_argument("--unknown", action="store_true", help="nobody knows whose the source is")
    whose.add_argument("--drop", action="store_true", help="the source is a colleague's drop folder")
    bring.add_argument(
        "--remove-originals", action="store_true", help="remove each file from the source once its copy is verified"
    )
    add_sign_in(bring)
    bring.set_defaults(command=("app.cli.importing", "bring_in"))

    found = words.add_parser("sources", help="what is plugged in now: cards, sticks, cameras and phones")
    found.add_argument("--json", action="store_true", help="print one JSON document")
    found.set_defaults(command=("app.cli.importing", "show_sources"))


def _register_words(word: _Word) -> None:
    """Which devices there are, whose they are, and from when to when they may be used."""
    word("list", "listing", "every device, whose it is, and what is still on it", takes="")
    add = word("add", "add", "note a device before its first photo", takes="")
    add.add_argument("source", help="the folder, or what `clearpost sources` calls it; it must be plugged in")
    add.add_argument("--label", required=True, help="what people call it")
    add.add_argument("--kind", choices=_KINDS, required=True)
    add.add_argument("--owner", default="", help="whose it is")
    approve = word("approve", "approve", "let photos be taken with somebody's own device, from a day on")
    approve.add_argument("--owner", required=True)
    approve.add_argument(
        "--from", dest="first", type=date.fromisoformat, metavar="YYYY-MM-DD", help="today if not given"
    )
    approve.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="its last day")
    approve.add_argument("--evidence", required=True, help="where the paper is kept")
    word("end", "end", "end a device's approval now")
    lift = word("lift", "lift", "let posts go on until a day although originals are still on it")
    lift.add_argument("--until", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    clock = word("clock", "clock", "say how far a camera's clock is off")
    clock.add_argument("--shows", required=True, metavar="YYYY-MM-DDTHH:MM", help="what its clock shows now")


def _removal_words(word: _Word) -> None:
    """What is left on a device, and the proof that it is gone."""
    finish = word("finish", "finish", "try again to remove what is left on a device", takes="")
    finish.add_argument("source", help="the folder, or what `clearpost sources` calls it")
    attest = word("attest", "attest", "record that the originals left on a device were deleted by hand")
    attest.add_argument("--said-by", required=True, metavar="NAME")
    check = word("check", "check", "record that the owner looked at bins and clouds no program can reach")
    check.add_argument("--family", choices=[family.value.lower() for family in DeviceFamily], required=True)
    check.add_argument("--said-by", required=True, metavar="NAME")
    check.add_argument("--yes", action="store_true", help="every statement was affirmed; without it they are printed")
    word("receipts", "receipts", "every receipt about a device")


def _photo_words(word: _Word) -> None:
    """What came with photos or was set aside, and photos that were taken by mistake."""
    word("waiting", "waiting", "photos that are set aside until the Headteacher decides", takes="")
    word("films", "films", "films that came with photos", takes="")
    still = word("still", "still", "take a picture out of a film", takes="film")
    still.add_argument("--at", type=float, required=True, metavar="SECONDS", help="how far into the film")
    stop = word("stop", "stop", "record that an import was stopped because of what somebody saw", takes="")
    stop.add_argument("--source", metavar="PLACE", help="the device, so that nobody copies from it or clears it")
    stop.add_argument("--note", default="", help="time, place, who was told; never what was to be seen")
    back = word("hand-back", "hand_back", "take a photo out of the vault that was taken by mistake", takes="photo")
    back.add_argument("source", help="the folder, or what `clearpost sources` calls it; it must still hold the photo")
    give = word(
        "give-back", "give_back", "write a photo taken by mistake back for its owner, then destroy it", takes="photo"
    )
    give.add_argument("--to", type=Path, required=True, metavar="DIR", help="the owner's card or stick")
    word("release", "release", "let a photo be used that was set aside", takes="photo")
    word("destroy", "destroy", "destroy a photo that was set aside, with a receipt", takes="photo")
