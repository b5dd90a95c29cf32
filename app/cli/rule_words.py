"""The grammar of `clearpost platforms`, `policies`, `training`, `rules` and `due`; what they do is in their modules."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

_PLATFORMS, _POLICIES, _PACKS = "app.cli.platforms", "app.cli.policies", "app.cli.packs"
_DAY: dict[str, Any] = {"type": date.fromisoformat, "metavar": "YYYY-MM-DD"}


def add_words(words: Any, add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """The grammar of where posts go and of what everybody has to have done."""
    commands = (*_platform_words(words), *_policy_words(words), *_training_words(words), *_rule_words(words))
    for parser, module, function in commands:
        add_sign_in(parser)
        parser.set_defaults(command=(module, function))


def _platform_words(words: Any) -> list[tuple[argparse.ArgumentParser, str, str]]:
    what = words.add_parser("platforms", help="where posts go").add_subparsers(required=True, metavar="WHAT")
    add = what.add_parser("add", help="a new one starts with nobody's consent, so everybody is covered")
    add.add_argument("key", nargs="?", default="", help="a short word, for example facebook")
    add.add_argument("name", nargs="?", default="", help="as people say it")
    add.add_argument("--from-list", default="", metavar="NAME", help="take it with its limits from the list")
    add.add_argument("--purpose", default="", help="what the school wants it for")
    add.add_argument("--approved-by", default="", metavar="NAME", help="who agreed to it; you, if you may")
    add.add_argument("--school-owns-it", action="store_true", help="the account is the school's, and nobody else's")
    add.add_argument("--account", default="", help="the account's name or address")
    add.add_argument("--mailbox", default="", help="the shared address it is registered with")
    add.add_argument("--owner", default="", help="who looks after it")
    add.add_argument("--audience", default="", help="who can see what is posted")
    listing = what.add_parser("list", help="where posts go")
    known = what.add_parser("known", help="the list of platforms that comes with the program")
    known.add_argument("--json", action="store_true", help="print one JSON document")
    known.set_defaults(command=(_PLATFORMS, "known"))
    checked = what.add_parser("checked", help="note that somebody looked at the account")
    checked.add_argument("key")
    checked.add_argument("--on", **_DAY)
    checked.add_argument("--new-password", action="store_true", help="its password was changed; never say which")
    checked.add_argument("--two-step", action="store_true", help="with --new-password: signing in takes two steps")
    name = what.add_parser("name", help="name a user who may post there, or end it")
    name.add_argument("key")
    name.add_argument("username")
    name.add_argument("--from", dest="first", **_DAY)
    name.add_argument("--until", **_DAY)
    name.add_argument("--end", action="store_true", help="end it with --until, or today")
    close = what.add_parser("close", help="no new posts go there; answers stay")
    close.add_argument("key")
    again = what.add_parser("open", help="posts may go there again")
    again.add_argument("key")
    return [
        (add, _PLATFORMS, "add"), (listing, _PLATFORMS, "show"), (checked, _PLATFORMS, "checked"),
        (name, _PLATFORMS, "name"), (close, _PLATFORMS, "close"), (again, _PLATFORMS, "open_again"),
    ]  # fmt: skip


def _policy_words(words: Any) -> list[tuple[argparse.ArgumentParser, str, str]]:
    what = words.add_parser("policies", help="policies and who read them").add_subparsers(required=True, metavar="WHAT")
    add = what.add_parser("add", help="record a version of a policy")
    note = what.add_parser("note", help="note what happened to a version since")
    for parser in (add, note):
        parser.add_argument("name")
        parser.add_argument("label", help="of the version, for example 2026")
        parser.add_argument("--owner", default="", help="who looks after it")
        parser.add_argument("--noticed", **_DAY, help="when staff were told")
        parser.add_argument("--governors", **_DAY, help="when the governors approved it")
        parser.add_argument("--review", **_DAY, help="when it is to be reviewed")
        parser.add_argument("--related", action="append", default=[], metavar="NAME", help="a policy it is read with")
        parser.add_argument("--consulted", default="", help="who was asked about it, and when")
    add.add_argument("--effective", required=True, **_DAY, help="its first day")
    add.add_argument("--link", default="", help="where it can be read")
    listing = what.add_parser("list", help="every version, which are in force, and what you have still to read")
    acknowledge = what.add_parser("acknowledge", help="say that you have read a version")
    acknowledge.add_argument("name")
    acknowledge.add_argument("label")
    return [
        (add, _POLICIES, "add"), (note, _POLICIES, "note"), (listing, _POLICIES, "show"),
        (acknowledge, _POLICIES, "acknowledge"), *_pack_words(what),
    ]  # fmt: skip


def _pack_words(what: Any) -> list[tuple[argparse.ArgumentParser, str, str]]:
    listing = what.add_parser("packs", help="the packs of rules, and which counts")
    compare = what.add_parser("compare", help="what choosing a pack would change")
    choose = what.add_parser("choose", help="let a pack of rules count from a day on")
    approve = what.add_parser("approve", help="record that the governors approved the choice that waits for them")
    for parser in (compare, choose):
        parser.add_argument("pack", help="a name, or a file of your own that ends in .toml")
    choose.add_argument("--effective", **_DAY, help="its first day; today without it")
    choose.add_argument("--noticed", **_DAY, help="when staff were told")
    choose.add_argument("--governors", **_DAY, help="when the governors approved it")
    choose.add_argument("--minute", default="", help="where the governors' approval is written down")
    approve.add_argument("--on", **_DAY, help="the day of the approval; today without it")
    approve.add_argument("--minute", required=True, help="where it is written down")
    copy = what.add_parser("copy", help="copy a pack into a file, to write a policy of your own")
    copy.add_argument("pack")
    copy.add_argument("file", help="a new file; its name becomes the pack's")
    copy.set_defaults(command=(_PACKS, "copy"))
    return [
        (listing, _PACKS, "show"), (compare, _PACKS, "compare"), (choose, _PACKS, "choose"),
        (approve, _PACKS, "approve"),
    ]  # fmt: skip


def _training_words(words: Any) -> list[tuple[argparse.ArgumentParser, str, str]]:
    what = words.add_parser("training", help="who was trained in what").add_subparsers(required=True, metavar="WHAT")
    add = what.add_parser("add", help="note that somebody was trained")
    add.add_argument("username")
    add.add_argument("topic")
    add.add_argument("--done", required=True, **_DAY)
    add.add_argument("--until", **_DAY, help="the last day it counts")
    add.add_argument("--evidence", default="", help="where the certificate is")
    listing = what.add_parser("list", help="who was trained, and who lacks what")
    listing.add_argument("--role", default="", help="only those with this role")
    return [(add, _POLICIES, "train"), (listing, _POLICIES, "trained")]


def _rule_words(words: Any) -> list[tuple[argparse.ArgumentParser, str, str]]:
    what = words.add_parser("rules", help="what the school settles for itself").add_subparsers(
        required=True, metavar="WHAT"
    )
    listing = what.add_parser("list", help="every rule, as it holds now")
    settle = what.add_parser("set", help="settle a rule anew")
    settle.add_argument("key")
    settle.add_argument("value", help='as JSON: 16, true, null, ["a"], {"DEPUTY": ["Safeguarding"]}')
    due = words.add_parser("due", help="what is to be looked at today")
    return [(listing, _POLICIES, "rules"), (settle, _POLICIES, "settle"), (due, _POLICIES, "due")]
