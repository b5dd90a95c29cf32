"""The words of ``clearpost users``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from app.domain.people import EmploymentKind, Role

NEVER = "none"


def add_words(
    words: argparse._SubParsersAction[argparse.ArgumentParser], add_sign_in: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add ``users`` with everything below it."""
    users = words.add_parser("users", help="who can sign in").add_subparsers(required=True, metavar="WHAT")

    def word(name: str, function: str, help_words: str) -> argparse.ArgumentParser:
        parser = users.add_parser(name, help=help_words)
        parser.set_defaults(command=("app.cli.users", function))
        return parser

    adding = word("add", "add", "add somebody; their password is asked for, or read after yours")
    adding.add_argument("username")
    adding.add_argument("--name", required=True)
    adding.add_argument(
        "--temporary", action="store_true", help="make a password for one sign-in and print it, instead of asking"
    )
    _add_details(adding, roles_required=True)

    changing = word("change", "change", "change somebody; what is not named stays as it is")
    changing.add_argument("username")
    changing.add_argument("--name")
    _add_details(changing, roles_required=False)

    word("list", "listing", "who can sign in, as what, and until when")
    word("deactivate", "deactivate", "let somebody sign in no more").add_argument("username")
    word("reactivate", "reactivate", "let somebody sign in again").add_argument("username")
    word("reset", "reset", "give somebody a password for one sign-in, and print it").add_argument("username")
    word("password", "password", "change your own password; the new one is asked for, or read after the old one")
    for parser in users.choices.values():
        add_sign_in(parser)


def _add_details(parser: argparse.ArgumentParser, *, roles_required: bool) -> None:
    parser.add_argument(
        "--role",
        action="append",
        required=roles_required,
        metavar="ROLE",
        help="DEPUTY, or DEPUTY:2026-09-01..2026-09-12 for a cover; may be repeated, and replaces all roles",
    )
    kinds = ", ".join(kind.value.lower() for kind in EmploymentKind)
    parser.add_argument("--kind", type=_kind, metavar="KIND", help=f"what they are to the school: {kinds}")
    parser.add_argument("--until", type=_day, metavar="DAY", help=f"their last day as 2026-12-31, or {NEVER}")


def role_of(text: str) -> tuple[Role, date | None, date | None]:
    """``DEPUTY:2026-09-01..2026-09-12`` as role, first and last day.

    Raises:
        ValueError: no such role, or no such day.
    """
    word, _, days = text.partition(":")
    since, _, until = days.partition("..")
    return Role(word.strip().upper()), _day_or_none(since), _day_or_none(until)


def _kind(text: str) -> EmploymentKind:
    try:
        return EmploymentKind(text.strip().upper())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not one of {', '.join(k.value.lower() for k in EmploymentKind)}") from error


def _day(text: str) -> date | str:
    if text == NEVER:
        return NEVER
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day as 2026-12-31, or {NEVER}") from error


def _day_or_none(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None
