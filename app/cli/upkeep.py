"""Workspace upkeep from the terminal: make one, the records."""

from __future__ import annotations

import argparse

from app.bootstrap import Administrator, create_workspace
from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, say
from app.cli.session import ask_secret, show_recovery, signed_in
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
