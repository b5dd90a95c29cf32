"""The grammar of `clearpost permissions` and `clearpost biometrics`; what they do is in `app.cli.permissions`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain.permissions import PermissionKind

_MODULE = "app.cli.permissions"
_KINDS = [kind.value.lower() for kind in PermissionKind]


def add_words(words: Any, add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """The grammar of written permissions, and of consents to comparing faces."""
    permissions = words.add_parser("permissions", help="written permissions for marks, devices, posting and adults")
    what = permissions.add_subparsers(required=True, metavar="WHAT")
    listing = what.add_parser("list", help="every permission recorded, and whether it is in force")
    listing.add_argument("--kind", choices=_KINDS)
    grant = what.add_parser("grant", help="record a permission that somebody gave in writing")
    grant.add_argument("kind", choices=_KINDS)
    grant.add_argument("subject", help="the mark, a sign-in name, an adult's name, or what the device calls itself")
    grant.add_argument("--by", required=True, metavar="NAME", help="who gave it")
    grant.add_argument("--office", required=True, help="HEAD, CEO, MANAGER, or SELF for an adult's own picture")
    grant.add_argument("--evidence", required=True, help="where the paper is kept")
    grant.add_argument("--platform", action="append", default=[], metavar="P", help="all there are today if not given")
    grant.add_argument("--from", dest="first", type=date.fromisoformat, metavar="YYYY-MM-DD", help="today if not given")
    grant.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="its last day")
    grant.add_argument("--scope", default="", help="what it is for")
    end = what.add_parser("end", help="end a permission now; posts that rest on it fall")
    end.add_argument("id", help="its id, or the first letters of it")
    biometrics = words.add_parser("biometrics", help="consents to comparing faces")
    status = biometrics.add_subparsers(required=True, metavar="WHAT").add_parser(
        "status", help="whether faces are compared, and of whom; what is missing for everybody else"
    )
    status.add_argument("name", nargs="?", default="", help="only people whose names or class hold these words")
    for parser, function in ((listing, "show"), (grant, "grant"), (end, "end"), (status, "biometrics_status")):
        add_sign_in(parser)
        parser.set_defaults(command=(_MODULE, function))
