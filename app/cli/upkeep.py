"""Workspace upkeep from the terminal: make one, bring photos in, the records."""

from __future__ import annotations

import argparse
from typing import Any

from app.bootstrap import Administrator, create_workspace
from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, problem_json, say
from app.cli.session import ask_secret, show_recovery, signed_in
from app.domain.photo import DeviceKind
from app.storage.keys import new_recovery_passphrase


def init(arguments: argparse.Namespace) -> int:
    """Make a workspace with its first user."""
    passphrase = ask_secret("New workspace passphrase", from_input=arguments.passphrase_stdin)
    password = ask_secret(f"New password for {arguments.administrator}", from_input=arguments.password_stdin)
    recovery = new_recovery_passphrase()
    workspace = create_workspace(
        arguments.workspace,
        school=arguments.school,
        passphrase=passphrase,
        administrator=Administrator(arguments.administrator, arguments.name or arguments.administrator, password),
        pack=arguments.pack,
        recovery=recovery,
    )
    workspace.close()
    say(f"{arguments.school} is ready in {arguments.workspace}. Lock the passphrase away: it opens the photos.")
    show_recovery(recovery)
    return DONE


def bring_in(arguments: argparse.Namespace) -> int:
    """Copy photos from a folder; remove the originals only when that was asked for in so many words."""
    from app.devices.folder_device import FolderDevice
    from app.workflow.import_photos import import_photos

    rows: list[dict[str, Any]] = []
    refused = 0
    with signed_in(arguments) as (workspace, actor):
        outcomes = import_photos(
            workspace,
            actor,
            FolderDevice(arguments.folder),
            event=arguments.event,
            device_kind=DeviceKind.PERSONAL if arguments.personal else DeviceKind.SCHOOL,
            remove_originals=arguments.remove_originals,
        )
        for outcome in outcomes:
            row: dict[str, Any] = {"name": outcome.object_id, "photo": outcome.photo_id}
            row["state"] = outcome.state.value if outcome.state else None
            row["duplicate"] = outcome.is_duplicate
            if outcome.problem is not None:
                refused += 1
                row["problem"] = problem_json(outcome.problem)
                say(f"{outcome.object_id}: {outcome.problem}")
            rows.append(row)
    if arguments.json:
        print_json({"photos": rows})
    else:
        print(f"{len(rows) - refused} of {len(rows)} files are safe in the vault.")
    return REFUSED if refused else DONE


def audit_verify(arguments: argparse.Namespace) -> int:
    """Verify the chain of records."""
    from app.workflow.records import verify_audit

    with signed_in(arguments) as (workspace, actor):
        result = verify_audit(workspace, actor, against=arguments.against)
    if arguments.json:
        print_json({"ok": result.ok, "events": result.events, "head": result.head, "words": result.words})
    else:
        print(result.words)
    return DONE if result.ok else REFUSED
