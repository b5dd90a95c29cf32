"""The tour's pictures of starting: the steps of the set-up, the cover, and the help."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.ui.help import HelpWindow
from app.ui.sign_in import SignIn

SCHOOL = {"school": "Hollybank Primary School", "folder": "C:/ClearPost/Hollybank", "user": "it"}


def steps(page: SignIn) -> Iterator[str]:
    """Go through the set-up; each name is of the step in front."""
    page.new_form.steps_wanted.emit(SCHOOL)
    for number, step in enumerate(page.set_up.steps, start=2):
        yield f"set-up-{number}"
        if number <= len(page.set_up.steps):
            step.later_wanted.emit()


def help_page(parent: QWidget) -> HelpWindow:
    """The help as F1 shows it on Review."""
    window = HelpWindow(parent)
    window.show_page("review")
    return window
