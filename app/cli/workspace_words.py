"""The grammar of ``clearpost workspace ...``; loads nothing of what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Words = argparse._SubParsersAction
_MODULE = "app.cli.workspace"


def add_words(words: Words[argparse.ArgumentParser], add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the word ``workspace`` and what can follow it."""
    group = words.add_parser("workspace", help="where the school's register and photos live")
    what = group.add_subparsers(required=True, metavar="WHAT")
    _create(what)
    _join(what, add_sign_in)
    _move(what, add_sign_in)
    _backup(what, add_sign_in)
    _upkeep(what, add_sign_in)


def _create(what: Words[argparse.ArgumentParser]) -> None:
    create = what.add_parser("create", help="make a workspace; with --server its register is on PostgreSQL")
    create.add_argument("--workspace", type=Path, required=True, metavar="DIR")
    create.add_argument("--school", required=True, metavar="NAME")
    create.add_argument("--pack", default="strict", help="the school's policy pack")
    create.add_argument("--administrator", required=True, metavar="USER", help="sign-in name of the first user")
    create.add_argument("--name", default="", help="their name as shown")
    create.add_argument("--vault", type=Path, metavar="FOLDER", help="with --server: a share for the photos")
    create.add_argument("--remember", action="store_true", help="let this PC's keyring open it without the passphrase")
    _add_server(create, needed=False)
    _add_secret(create, "--passphrase-stdin", "the new workspace passphrase")
    _add_secret(create, "--password-stdin", "the first user's password (after the passphrase)")
    create.set_defaults(command=(_MODULE, "create"))


def _join(what: Words[argparse.ArgumentParser], add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    join = what.add_parser("join", help="on a new PC: ask with --request, then take the answer with --grant")
    either = join.add_mutually_exclusive_group(required=True)
    either.add_argument("--request", type=Path, metavar="FILE", help="write the request to carry to a PC of the school")
    either.add_argument("--grant", type=Path, metavar="FILE", help="the answer that was carried back")
    either.add_argument("--withdraw", type=Path, metavar="FILE", help="take back the request in this file")
    join.add_argument("--pc", default="", metavar="NAME", help="with --request: what the school calls this PC")
    join.add_argument("--keyring", action="store_true", help="with --request: let this PC's keyring open the workspace")
    join.add_argument("--workspace", type=Path, metavar="DIR", help="with --grant: the folder for this PC's workspace")
    _add_secret(join, "--passphrase-stdin", "the passphrase of this PC")
    join.set_defaults(command=(_MODULE, "join"))

    approve = what.add_parser("approve", help="on a PC of the school: let a new PC in")
    approve.add_argument("request", type=Path, help="the file the new PC wrote")
    approve.add_argument("--out", type=Path, required=True, metavar="GRANT", help="the answer to carry back")
    approve.add_argument(
        "--fingerprint", default="", metavar="F", help="as the new PC shows it; asked for if not given"
    )
    _add_owner(approve, needed=True)
    add_sign_in(approve)
    approve.set_defaults(command=(_MODULE, "approve"))

    register = what.add_parser("register-pc", help="let posts go out from this PC, after a restore or a copy")
    _add_owner(register, needed=False)
    add_sign_in(register)
    register.set_defaults(command=(_MODULE, "register_pc"))

    remove = what.add_parser("remove-pc", help="shut a PC out")
    remove.add_argument("pc", help="its name, or its id where two have one name")
    _add_owner(remove, needed=False)
    add_sign_in(remove)
    remove.set_defaults(command=(_MODULE, "remove_pc"))


def _move(what: Words[argparse.ArgumentParser], add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    move = what.add_parser("move", help="move the register to a server or back, or the photos to a share")
    move.add_argument("--to-this-pc", action="store_true", help="from the server into a file on this PC")
    move.add_argument("--vault", type=Path, metavar="FOLDER", help="move the photos to this folder on a share")
    _add_server(move, needed=False)
    add_sign_in(move)
    move.set_defaults(command=(_MODULE, "move"))


def _backup(what: Words[argparse.ArgumentParser], add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    backup = what.add_parser("backup", help="the whole workspace in one encrypted file, read back")
    backup.add_argument("target", type=Path, metavar="FILE|FOLDER", help="a folder gets a file named after the moment")
    add_sign_in(backup)
    _add_secret(backup, "--backup-passphrase-stdin", "the back-up's own passphrase (after passphrase and password)")
    backup.set_defaults(command=(_MODULE, "backup"))

    restore = what.add_parser("restore", help="make a workspace from a back-up, on any PC")
    restore.add_argument("backup", type=Path, metavar="FILE")
    restore.add_argument("--to", type=Path, required=True, metavar="DIR", help="an empty or new folder")
    restore.add_argument("--against", metavar="HEAD", help="the chain head printed when the back-up was made")
    restore.add_argument("--json", action="store_true", help="print one JSON document")
    _add_secret(restore, "--passphrase-stdin", "the back-up's passphrase, or the printed recovery passphrase")
    restore.set_defaults(command=(_MODULE, "restore"))


def _upkeep(what: Words[argparse.ArgumentParser], add_sign_in: Callable[[argparse.ArgumentParser], None]) -> None:
    status = what.add_parser("status", help="engine, sizes, PCs, keys, last back-up, head of the records")
    add_sign_in(status)
    status.set_defaults(command=(_MODULE, "status"))

    passphrase = what.add_parser("passphrase", help="another passphrase, or a new recovery passphrase to print")
    kind = passphrase.add_mutually_exclusive_group()
    kind.add_argument("--recovery", action="store_true", help="make and show a new recovery passphrase")
    kind.add_argument("--remember", action="store_true", help="let this PC's keyring open the workspace")
    add_sign_in(passphrase)
    _add_secret(passphrase, "--new-passphrase-stdin", "the new passphrase (after passphrase and password)")
    passphrase.set_defaults(command=(_MODULE, "passphrase"))

    upgrade = what.add_parser("upgrade", help="bring a register on a server up to date")
    upgrade.add_argument("--workspace", type=Path, required=True, metavar="DIR")
    _add_owner(upgrade, needed=True)
    upgrade.add_argument("--sweep", action="store_true", help="also clear what erased rows left in the server's files")
    upgrade.set_defaults(command=(_MODULE, "upgrade"))


def _add_server(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    parser.add_argument("--server", required=needed, metavar="HOST", help="the school's PostgreSQL")
    parser.add_argument("--port", type=int, default=5432)
    parser.add_argument("--database", metavar="NAME", help="its database for ClearPost")
    parser.add_argument(
        "--tls",
        choices=["verify-full", "verify-ca", "require", "prefer"],
        default="require",
        help="how the connection is protected; verify-full is best",
    )
    _add_owner(parser, needed=False)


def _add_owner(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    parser.add_argument(
        "--owner", required=needed, metavar="USER", help="the owner of the database; used once, not kept"
    )
    _add_secret(parser, "--owner-password-stdin", "the owner's password (after your own secrets)")


def _add_secret(parser: argparse.ArgumentParser, option: str, what: str) -> None:
    parser.add_argument(option, action="store_true", help=f"read {what} from input")
