"""``clearpost workspace ...``: make, join, move, back up, restore and look after a workspace from the terminal."""

from __future__ import annotations

import argparse
import sys
import uuid
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from app.bootstrap import Administrator, create_workspace, read_card
from app.cli.main import DONE, REFUSED, USAGE
from app.cli.output import print_json, say
from app.cli.session import ask_new_secret, ask_secret, show_recovery, signed_in
from app.domain.errors import KnownError, NotAllowedError, StorageError
from app.storage.card import is_on_server
from app.storage.keys import new_recovery_passphrase
from app.storage.this_pc import PcKey, pc_name
from app.workflow.upkeep import Standing
from consent_db.server import ServerAddress


def create(arguments: argparse.Namespace) -> int:
    """Make a workspace, its register in a file or on a server."""
    if arguments.vault and not arguments.server:
        say("--vault goes with --server: an embedded register keeps its photos beside it.")
        return USAGE
    if arguments.server and not (arguments.database and arguments.owner):
        say("--server needs --database and --owner.")
        return USAGE
    passphrase = ask_new_secret("New workspace passphrase", from_input=arguments.passphrase_stdin)
    password = ask_new_secret(f"New password for {arguments.administrator}", from_input=arguments.password_stdin)
    recovery = new_recovery_passphrase()
    there = _register_on_server(arguments) if arguments.server else {}
    workspace = create_workspace(
        arguments.workspace,
        school=arguments.school,
        passphrase=passphrase,
        administrator=Administrator(arguments.administrator, arguments.name or arguments.administrator, password),
        pack=arguments.pack,
        vault=arguments.vault,
        recovery=recovery,
        remembered=arguments.remember,
        **there,
    )
    workspace.close()
    say(f"{arguments.school} is ready in {arguments.workspace}.")
    show_recovery(recovery)
    if arguments.vault:
        _warn_of_share()
    return DONE


def _register_on_server(arguments: argparse.Namespace) -> dict[str, Any]:
    """Make the register and this PC's login as the owner; what `create_workspace` needs to use them."""
    from app.workflow.pcs import new_login
    from consent_db import server_upkeep

    owner = _owner(arguments)
    school_id, pc = str(uuid.uuid4()), PcKey.new()
    server_upkeep.make_register(owner)
    server_upkeep.add_school(owner, school_id=school_id, name=arguments.school)
    mine = new_login(owner)
    server_upkeep.let_in(
        owner,
        school_id=school_id,
        pc=pc_name(),
        login=mine.user,
        password=mine.password,
        public_key=pc.public,
        by="set-up",
    )
    return {"school_id": school_id, "server": mine, "pc": pc}


def join(arguments: argparse.Namespace) -> int:
    """On a new PC: ask to be let in, take the answer, or take back what was asked."""
    from app.workflow.joining import LAPSES_AFTER, ask_to_join, finish_joining, needs_passphrase, withdraw

    if arguments.withdraw is not None:
        taken_back = withdraw(_read(arguments.withdraw))
        say(f"The request of {taken_back.pc} is withdrawn; no answer to it opens on this PC.")
        return DONE
    if arguments.request is not None:
        passphrase = None
        if not arguments.keyring:
            passphrase = ask_new_secret("New passphrase for this PC", from_input=arguments.passphrase_stdin)
        request = ask_to_join(arguments.pc or pc_name(), arguments.request, passphrase=passphrase)
        print(request.fingerprint)
        say(f"Carry {arguments.request} to a PC of the school and read the line above out to whoever approves it.")
        say(f"The request waits for its answer for {LAPSES_AFTER.days} days.")
        return DONE
    if arguments.workspace is None:
        say("--grant needs --workspace.")
        return USAGE
    grant = _read(arguments.grant)
    passphrase = ""
    if needs_passphrase(grant):
        passphrase = ask_secret("This PC's passphrase", from_input=arguments.passphrase_stdin)
    school = finish_joining(grant, arguments.workspace, passphrase=passphrase)
    say(f"This PC has joined {school}; its workspace is in {arguments.workspace}.")
    return DONE


def approve(arguments: argparse.Namespace) -> int:
    """On a PC of the school: compare the fingerprint, then let the new PC in."""
    from app.storage.joining import read_request
    from app.workflow.pcs import approve_pc

    request = read_request(_read(arguments.request))
    say(f"{request.pc} asks to join. Its fingerprint is {request.fingerprint}.")
    with signed_in(arguments) as (workspace, actor):
        said = arguments.fingerprint
        if not said and sys.stdin.isatty():
            said = input("Fingerprint as the new PC shows it: ")
        if _plain(said) != _plain(request.fingerprint):
            raise NotAllowedError(
                "The fingerprints differ, so somebody may have swapped the request; nothing was done.",
                remedy="Ask again from the new PC, and say --fingerprint as it shows it.",
                code="fingerprint",
            )
        owner = _owner(arguments, arguments.workspace)
        approve_pc(workspace, actor, request, owner, out=arguments.out)
    say(f"{request.pc} may join. Carry {arguments.out} back to it; it opens there alone.")
    return DONE


def register_pc(arguments: argparse.Namespace) -> int:
    """Let posts go out from this PC."""
    from app.workflow.pcs import adopt_this_pc

    with signed_in(arguments) as (workspace, actor):
        adopt_this_pc(workspace, actor, _owner(arguments, arguments.workspace) if arguments.owner else None)
    say("This PC is registered; posts may go out from it.")
    return DONE


def remove_pc(arguments: argparse.Namespace) -> int:
    """Shut a PC out."""
    from app.workflow.pcs import remove_pc as remove

    with signed_in(arguments) as (workspace, actor):
        owner = _owner(arguments, arguments.workspace) if arguments.owner else None
        removed = remove(workspace, actor, arguments.pc, owner)
    say(f"{removed.name} is shut out. If it was lost or stolen, change the users' passwords too.")
    return DONE


def move(arguments: argparse.Namespace) -> int:
    """Move the register or the vault."""
    from app.workflow.move import move_to_server, move_to_this_pc, move_vault

    if bool(arguments.server) + arguments.to_this_pc + bool(arguments.vault) != 1:
        say("Say one of --server, --to-this-pc and --vault.")
        return USAGE
    if not arguments.vault and not arguments.owner:
        say("Moving the register needs --owner, the owner of its database.")
        return USAGE
    with signed_in(arguments) as (workspace, actor):
        if arguments.vault:
            _walk(move_vault(workspace, actor, arguments.vault))
            say(f"The photos are in {arguments.vault} now; the old folder was put aside, to be deleted.")
            _warn_of_share()
        elif arguments.to_this_pc:
            move_to_this_pc(workspace, actor, _owner(arguments, arguments.workspace))
            say("The register is a file on this PC now. What the server had is still there, without a way in.")
        else:
            move_to_server(workspace, actor, _owner(arguments))
            say("The register is on the server now. The old file is kept beside the card, for reading only.")
    return DONE


def backup(arguments: argparse.Namespace) -> int:
    """Back up the whole workspace."""
    from app.workflow.backup import back_up

    with signed_in(arguments) as (workspace, actor):
        passphrase = ask_new_secret("New passphrase of the back-up", from_input=arguments.backup_passphrase_stdin)
        last = _walk(back_up(workspace, actor, arguments.target, passphrase=passphrase))
    done = last.done_with
    if done is None:
        raise StorageError("The back-up did not come to its end.")
    if arguments.json:
        print_json(_as_json(done))
    else:
        print(f"{done.file}: {done.objects} photos and files, {done.bytes:,} bytes, read back.")
        print(f"Head of the records: {done.head}")
    if done.is_on_same_disk:
        say("The back-up is on the same disk as the workspace: when that disk fails, both are gone. Copy it away.")
    if done.missing:
        say(f"{done.missing} objects of the vault were damaged or gone before and are not in it.")
    return REFUSED if done.missing else DONE


def restore(arguments: argparse.Namespace) -> int:
    """Make a workspace from a back-up."""
    from app.workflow.restore import restore as bring_back

    passphrase = ask_secret("Passphrase of the back-up", from_input=arguments.passphrase_stdin)
    last = _walk(bring_back(arguments.backup, arguments.to, passphrase=passphrase, against=arguments.against))
    done = last.done_with
    if done is None:
        raise StorageError("The restore did not come to its end.")
    if arguments.json:
        print_json(_as_json(done))
    else:
        print(f"{done.school}: {done.people} people, {done.objects} photos and files of {done.made_at}.")
        print(f"Head of the records: {done.head}")
    say("Its passphrase is the back-up's now. Posts go out from here once IT says: clearpost workspace register-pc.")
    if done.missing:
        say(f"{done.missing} photos or files were missing already when the back-up was made.")
    return DONE


def status(arguments: argparse.Namespace) -> int:
    """What there is and where."""
    from app.workflow.upkeep import standing_of

    with signed_in(arguments) as (workspace, actor):
        standing = standing_of(workspace, actor)
    if arguments.json:
        print_json(_as_json(standing))
    else:
        for line in _lines(standing):
            print(line)
    return DONE


def passphrase(arguments: argparse.Namespace) -> int:
    """Change what opens the workspace."""
    from app.workflow.upkeep import change_passphrase, print_new_recovery, remember_here

    with signed_in(arguments) as (workspace, actor):
        if arguments.recovery:
            show_recovery(print_new_recovery(workspace, actor))
        elif arguments.remember:
            remember_here(workspace, actor)
            say("This PC's keyring opens the workspace now, for whoever is signed in to the PC as you are.")
        else:
            new = ask_new_secret("New workspace passphrase", from_input=arguments.new_passphrase_stdin)
            change_passphrase(workspace, actor, new)
            say("The new passphrase opens the workspace on this PC; the old one does not any more.")
    return DONE


def upgrade(arguments: argparse.Namespace) -> int:
    """Bring the register on a server up to date."""
    from consent_db import server_sweep, server_upkeep

    card = read_card(arguments.workspace.resolve())
    if not is_on_server(card):
        say("The register is a file on this PC; it is brought up to date when it is opened.")
        return DONE
    owner = _owner(arguments, arguments.workspace)
    kept = server_upkeep.upgrade_register(owner)
    if kept is None:
        say("The register is up to date.")
    else:
        say(f"The register is brought up to date. As it was it stands in the schema {kept} of the same database,")
        say("for the owner alone; delete that once all is well, since nothing is erased from it.")
    if arguments.sweep:
        say(f"{server_sweep.sweep(owner)} tables were written anew; what was erased is in none of them.")
    return DONE


class _Stepping(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def total(self) -> int: ...


_Step = TypeVar("_Step", bound=_Stepping)


def _walk(steps: Iterable[_Step]) -> _Step:
    """Go through long work, saying how far it is on a terminal; the last step."""
    last: _Step | None = None
    for last in steps:
        problem: KnownError | None = getattr(last, "problem", None)
        if problem is not None:
            say(str(problem))
        if sys.stderr.isatty() and last.number % 25 == 0:
            print(f"\r{last.number} of {last.total}", end="", file=sys.stderr, flush=True)
    if last is None:
        raise StorageError("There was nothing to do.")
    return last


def _lines(standing: Standing) -> list[str]:
    when = f"{standing.backed_up_at:%d %B %Y %H:%M} UTC" if standing.backed_up_at else "never"
    pcs = [f"{pc.name}{' (shut out)' if pc.removed_at else ''}" for pc in standing.pcs]
    lines = [
        f"{standing.school}: {standing.people} people, {standing.photos} photos",
        f"Register: {standing.engine}, {standing.register}, revision {standing.revision}",
        f"Vault: {standing.vault}, {standing.objects} objects, {standing.object_bytes:,} bytes",
        f"Opened by: {', '.join(standing.key_places)}",
        f"PCs: {', '.join(pcs) or 'none'}",
        f"This PC: {'registered' if standing.is_registered_pc else 'not registered; nothing goes out from it'}",
        f"Last back-up: {when}",
        f"Records: {standing.records}, head {standing.head}",
    ]
    if standing.left_behind:
        lines.append(f"Kept for reading after a move, delete when no longer needed: {', '.join(standing.left_behind)}")
    return lines


def _owner(arguments: argparse.Namespace, folder: Path | None = None) -> ServerAddress:
    """The owner of the database: on the server the card names, or on the one named just now."""
    password = ask_secret(f"Password of {arguments.owner}", from_input=arguments.owner_password_stdin)
    if folder is None:
        return ServerAddress(
            host=arguments.server,
            database=arguments.database,
            user=arguments.owner,
            password=password,
            port=arguments.port,
            tls=arguments.tls,
        )
    card = read_card(folder.resolve())
    if not is_on_server(card):
        raise NotAllowedError(
            "The register is a file on this PC; no database has an owner.", remedy="Leave out --owner."
        )
    record = card["register"]
    there = ServerAddress(record["host"], record["database"], arguments.owner, port=record["port"], tls=record["tls"])
    return replace(there, password=password)


def _warn_of_share() -> None:
    say("On a share, reading a photo back proves the server's copy only.")


def _as_json(value: Any) -> dict[str, Any]:
    """A result as JSON: paths and instants as text."""
    from dataclasses import asdict
    from datetime import datetime

    def plain(thing: Any) -> Any:
        if isinstance(thing, dict):
            return {key: plain(inner) for key, inner in thing.items()}
        if isinstance(thing, list | tuple):
            return [plain(inner) for inner in thing]
        if isinstance(thing, datetime):
            return thing.isoformat(timespec="seconds")
        return str(thing) if isinstance(thing, Path) else thing

    return dict(plain(asdict(value)))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1 << 20)
    except OSError as error:
        raise StorageError(f"The file {path} cannot be read.", remedy="Say which file it is.") from error


def _plain(fingerprint: str) -> str:
    return "".join(fingerprint.upper().split()).replace("-", "")
