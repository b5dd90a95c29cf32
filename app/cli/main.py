"""Which words there are, and what each is handed to. Only the chosen command's modules are loaded."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app import __version__
from app.cli import (
    case_words,
    device_words,
    grant_words,
    list_words,
    mark_words,
    retention_words,
    rule_words,
    update_words,
    user_words,
)
from app.cli.output import say
from app.cli.workspace_words import add_words as add_workspace_words
from app.domain.errors import KnownError

log = logging.getLogger(__name__)

DONE, REFUSED, USAGE = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    parser = build_parser()
    try:
        arguments = parser.parse_args(list(words))
    except SystemExit as stop:  # argparse has said what is wrong
        return DONE if stop.code in (0, None) else USAGE
    module, function = arguments.command
    command: Command = getattr(importlib.import_module(module), function)
    try:
        return command(arguments)
    except KnownError as problem:
        log.info("a command was refused", exc_info=problem)
        say(str(problem))
        return REFUSED
    except KeyboardInterrupt:
        say("Stopped. What was done stays done.")
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()
        return REFUSED


def build_parser() -> argparse.ArgumentParser:
    """The whole grammar of the terminal."""
    parser = argparse.ArgumentParser(prog="clearpost", description="Publish school photos safely.")
    parser.add_argument("--version", action="version", version=f"ClearPost {__version__}")
    words = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _picture_words(words)
    _workspace_words(words)
    return parser


def _picture_words(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    detect = words.add_parser("detect", help="say what is in photos: faces, texts, marks")
    _add_paths(detect)
    detect.add_argument("--only", default="faces,texts,marks", type=_kinds, metavar="KINDS", help="faces,texts,marks")
    detect.set_defaults(command=("app.cli.pictures", "detect"))

    cover = words.add_parser("cover", help="write copies with every face covered and nothing hidden in the file")
    _add_paths(cover)
    cover.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the copies go")
    cover.add_argument("--max-edge", type=_positive, default=4096, metavar="PIXELS", help="long edge of the copies")
    cover.set_defaults(command=("app.cli.pictures", "cover"))

    check = words.add_parser("check", help="say what would be covered on a platform, and why")
    _add_paths(check)
    check.add_argument("--platform", action="append", required=True, metavar="P", help="may be given more than once")
    _add_sign_in(check)
    check.set_defaults(command=("app.cli.check", "check"))

    demo = words.add_parser("demo", help="the whole story on your photos, in a throw-away workspace")
    demo.add_argument("--photos", type=Path, required=True, metavar="DIR", help="a folder of photos; it is only read")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where the packs go; a new temporary folder if not given")
    demo.add_argument("--json", action="store_true", help="print the report as JSON")
    demo.set_defaults(command=("app.cli.demo", "demo"))


def _workspace_words(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    init = words.add_parser("init", help="make a workspace for a school")
    init.add_argument("--workspace", type=Path, required=True, metavar="DIR")
    init.add_argument("--school", required=True, metavar="NAME")
    init.add_argument("--pack", default="strict", help="the school's policy pack")
    init.add_argument("--administrator", required=True, metavar="USER", help="sign-in name of the first user")
    init.add_argument("--name", default="", help="their name as shown")
    _add_secrets(init)
    init.set_defaults(command=("app.cli.upkeep", "init"))

    device_words.add_words(words, _add_sign_in)

    register = words.add_parser("register", help="the consent register").add_subparsers(required=True, metavar="WHAT")
    list_words.add_words(register, _add_sign_in)

    rule_words.add_words(words, _add_sign_in)
    grant_words.add_words(words, _add_sign_in)
    case_words.add_words(words, _add_sign_in)
    mark_words.add_words(words, _add_sign_in)

    user_words.add_words(words, _add_sign_in)

    audit = words.add_parser("audit", help="the records").add_subparsers(required=True, metavar="WHAT")
    verify = audit.add_parser("verify", help="prove that no record was changed, added between or taken out")
    verify.add_argument("--against", metavar="HEAD", help="a chain head printed on a receipt or pack")
    _add_sign_in(verify)
    verify.set_defaults(command=("app.cli.upkeep", "audit_verify"))
    retention_words.add_words(words, audit, _add_sign_in)

    add_workspace_words(words, _add_sign_in)

    update_words.add_words(words)
    doctor = words.add_parser("doctor", help="check the engines, the database and the place for keys on this PC")
    doctor.add_argument("--json", action="store_true")
    doctor.set_defaults(command=("app.cli.doctor", "doctor"))


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="photos, or folders of photos")
    parser.add_argument("--files-from", metavar="-", help="read paths from standard input, one a line")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _add_sign_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workspace", type=Path, required=True, metavar="DIR")
    parser.add_argument("--user", required=True, help="your sign-in name")
    if not any("--json" in action.option_strings for action in parser._actions):
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    _add_secrets(parser)


def _add_secrets(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--passphrase-stdin", action="store_true", help="read the workspace's passphrase from input")
    parser.add_argument(
        "--password-stdin", action="store_true", help="read the password from input (after a passphrase)"
    )


def _kinds(text: str) -> frozenset[str]:
    kinds = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not kinds or kinds - {"faces", "texts", "marks"}:
        raise argparse.ArgumentTypeError("say faces, texts or marks, with commas between")
    return kinds


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a number above 0")
    return number
