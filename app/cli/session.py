"""Open a workspace and sign in from the terminal; secrets come by prompt or standard input, never as arguments."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.bootstrap import is_remembered_here, open_workspace
from app.cli.output import say
from app.domain.errors import NotAllowedError
from app.domain.people import Actor
from app.workflow.users import sign_in
from app.workflow.workspace import Workspace


def ask_secret(prompt: str, *, from_input: bool) -> str:
    """One line of standard input, or what a person types without echo.

    Raises:
        NotAllowedError: nothing was given.
    """
    try:
        secret = sys.stdin.readline().rstrip("\r\n") if from_input else getpass.getpass(f"{prompt}: ")
    except (EOFError, OSError):
        secret = ""
    if not secret:
        raise NotAllowedError(f"{prompt} is missing.", remedy="Type it, or hand it in on standard input.")
    return secret


def ask_new_secret(prompt: str, *, from_input: bool) -> str:
    """A secret that is made now; a person types it twice.

    Raises:
        NotAllowedError: nothing was given, or two different things.
    """
    secret = ask_secret(prompt, from_input=from_input)
    if not from_input and ask_secret(f"{prompt} again", from_input=False) != secret:
        raise NotAllowedError("The two are not the same.", remedy="Start again.")
    return secret


def show_recovery(passphrase: str) -> None:
    """Show a recovery passphrase, this once."""
    print(passphrase, flush=True)
    say("The line above is the recovery passphrase. Print it, lock it away, and clear this screen: it is shown once,")
    say("and it opens the photos when the passphrase is forgotten.")


@contextmanager
def signed_in(arguments: argparse.Namespace) -> Iterator[tuple[Workspace, Actor]]:
    """The opened workspace and who is at the keyboard; closed again however the command ends."""
    passphrase = ""
    if arguments.passphrase_stdin or not is_remembered_here(arguments.workspace):
        passphrase = ask_secret("Workspace passphrase", from_input=arguments.passphrase_stdin)
    password = ask_secret("Your password", from_input=arguments.password_stdin)
    workspace = open_workspace(arguments.workspace, passphrase=passphrase)
    try:
        yield workspace, sign_in(workspace, arguments.user, password)
    finally:
        workspace.close()
