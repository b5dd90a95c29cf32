"""The tour's pictures of the doors: signing in, the steps of the set-up, the sample school, the lock, and the help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.bootstrap import Administrator, create_workspace, open_workspace
from app.settings import Settings
from app.ui.account_bar import OwnPassword
from app.ui.application import build_main_window
from app.ui.cover_page import CoverPage
from app.ui.help import HelpWindow
from app.ui.lock_page import LockPage
from app.ui.sign_in import SignIn
from app.workflow import sample_school
from app.workflow.set_up import Admitted, Begun
from app.workflow.workspace import Workspace
from tests.gui import school

SCHOOL = {"school": "Hollybank Primary School", "folder": "C:/ClearPost/Hollybank", "user": "it"}
Shown = tuple[str, str, QWidget]
"""The name of a picture, what is on it, and the window."""
DOORS, COVERS = ("sign-in", "set-up", "sample-school", "help"), ("lock", "hidden", "own-password")
"""How the names begin."""


def doors(sample: Path) -> Iterator[Shown]:
    """What is in front before anybody is signed in."""
    ways = {"open_workspace": open_workspace, "create_workspace": create_workspace, "administrator": Administrator}
    settings = Settings(workspace="C:/ClearPost/Hollybank", user="office")
    page = SignIn(settings, run=lambda *_: None, sample=sample, **ways)
    page.resize(760, 720)
    yield "sign-in", "Open a workspace", page
    page.open_form.new_wanted.emit()
    yield "sign-in-new", "A new workspace", page
    yield from _steps(page)
    begun = Begun(admitted=(Admitted("office", "Jo Evans", "three-plain-words"),), pupils=212, unread=2)
    page.done.tell("seven plain words that nobody can guess", begun, Path("D:/Back-up"))
    page._show(page.done)
    yield "set-up-done", "The set-up is done", page
    page.deleteLater()
    page = SignIn(settings, run=_at_once, sample=sample, **ways)
    page.resize(760, 720)
    page.open_form.sample_wanted.emit()
    yield "sample-school", "Sign in at the sample school", page
    page.leave_workspace()
    yield "sample-school-made", "The sample school can be removed", page
    sample_school.remove(sample)
    page._show(page.password_form)
    yield "sign-in-new-password", "A password of one's own", page
    yield "help", "Help", help_page(page)
    page.deleteLater()


def covers(workspace: Workspace) -> Iterator[Shown]:
    """What takes everything off the screen, and the small dialog of one's own password."""
    window = build_main_window(workspace, school.actor(workspace, "office"), Settings())
    lock = LockPage(window.desk)
    lock.tell("Nobody used ClearPost for a while.")
    for name, words, page in (
        ("lock", "Locked", lock), ("hidden", "Hidden with F9", CoverPage(window.desk)),
    ):  # fmt: skip
        page.resize(1366, 768)
        yield name, words, page
        page.deleteLater()
    password = OwnPassword(window.desk, window._account)
    password.begin()
    yield "own-password", "Change my password", password
    window.close()
    window.deleteLater()


def _steps(page: SignIn) -> Iterator[Shown]:
    """Go through the set-up, each question answered another day."""
    page.new_form.steps_wanted.emit(SCHOOL)
    for number, step in enumerate(page.set_up.steps, start=2):
        yield f"set-up-{number}", f"The set-up, step {number}", page
        if number <= len(page.set_up.steps):
            step.later_wanted.emit()


def help_page(parent: QWidget) -> HelpWindow:
    """The help as F1 shows it on Review."""
    window = HelpWindow(parent)
    window.show_page("review")
    return window


def _at_once(work: Any, on_made: Any, _on_problem: Any, on_end: Any) -> None:
    """Run work where it is asked for."""
    on_made(work())
    on_end(True)
