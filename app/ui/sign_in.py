"""The first page: choose or make a workspace, give its passphrase, then say who you are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.domain.people import Actor
from app.settings import Settings
from app.ui.icons import pixmap
from app.ui.long_task import LongTask
from app.ui.notices import Notice
from app.ui.theme import theme
from app.ui.widgets import Button, ElidedLabel, Label, Panel, Plain, field, lay, line_up, scrolled
from app.workflow.users import sign_in
from app.workflow.workspace import Workspace


class SignIn(QWidget):
    """Three small forms, one at a time. Opening takes a moment (the passphrase is stretched), so it runs as work.

    Signals:
        opened(object): the workspace is open.
        signed_in(object, object): workspace and actor.
    """

    opened = Signal(object)
    signed_in = Signal(object, object)

    def __init__(
        self,
        settings: Settings,
        *,
        open_workspace: Callable[..., Workspace],
        create_workspace: Callable[..., Workspace],
        administrator: Callable[..., Any],
        run: Callable[..., LongTask],
    ) -> None:
        super().__init__()
        self._open, self._create, self._administrator, self._run = open_workspace, create_workspace, administrator, run
        self.workspace: Workspace | None = None
        self.setProperty("role", "window")
        self.setWindowTitle("ClearPost · Sign in")
        self.setMinimumSize(theme().px(420), theme().px(320))
        self.notice = Notice()
        self._forms = Plain(gap=0)
        self.open_form = _OpenForm(settings.workspace)
        self.new_form = _NewForm()
        self.user_form = _UserForm(settings.user)
        for form in (self.open_form, self.new_form, self.user_form):
            self._forms.box.addWidget(form)
            form.setVisible(form is self.open_form)
        self._build()
        self.open_form.wanted.connect(self._open_folder)
        self.open_form.new_wanted.connect(lambda: self._show(self.new_form))
        self.new_form.wanted.connect(self._make)
        self.new_form.back_wanted.connect(lambda: self._show(self.open_form))
        self.user_form.wanted.connect(self._sign_in)
        self.user_form.back_wanted.connect(self.leave_workspace)

    def _build(self) -> None:
        middle = Plain(gap=16)
        column = middle.box
        column.addStretch(1)
        mark = Label()
        mark.setPixmap(pixmap("clearpost", theme().px(48), "#000000", self.devicePixelRatioF()))
        name = Label("ClearPost", role="title")
        column.addLayout(line_up(1, mark, name, 1, gap=12))
        column.addWidget(self.notice)
        column.addWidget(self._forms)
        column.addStretch(2)
        middle.setFixedWidth(theme().px(460))
        ground = QWidget()
        lay(ground, row=True, margin=24).addWidget(middle, alignment=Qt.AlignmentFlag.AlignHCenter)
        lay(self).addWidget(scrolled(ground, "Sign in"))

    def _show(self, wanted: QWidget) -> None:
        self.notice.dismiss()
        for form in (self.open_form, self.new_form, self.user_form):
            form.setVisible(form is wanted)

    def ask_user(self, workspace: Workspace) -> None:
        """The workspace is open: who is it?"""
        self.workspace = workspace
        self.user_form.school.setText(workspace.school)
        self._show(self.user_form)
        self.user_form.password.clear()
        (self.user_form.password if self.user_form.user.text() else self.user_form.user).setFocus()

    def leave_workspace(self) -> None:
        """Close the workspace and choose another."""
        if self.workspace is not None:
            self.workspace.close()
        self.workspace = None
        self._show(self.open_form)

    def _open_folder(self, folder: str, passphrase: str) -> None:
        self._begin(lambda: self._open(Path(folder), passphrase=passphrase))

    def _make(self, form: dict[str, str]) -> None:
        administrator = self._administrator(username=form["user"], name=form["name"], password=form["password"])
        self._begin(
            lambda: self._create(
                Path(form["folder"]), school=form["school"], passphrase=form["passphrase"], administrator=administrator
            )
        )

    def _begin(self, make: Callable[[], Workspace]) -> None:
        self.notice.dismiss()
        self._forms.setEnabled(False)
        self._run(make, self._have, self.notice.show_problem, lambda _completed: self._forms.setEnabled(True))

    def _have(self, workspace: Workspace) -> None:
        self.open_form.passphrase.clear()
        self.opened.emit(workspace)
        self.ask_user(workspace)

    def _sign_in(self, user: str, password: str) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        self.notice.dismiss()
        self._forms.setEnabled(False)
        self._run(
            lambda: sign_in(workspace, user, password),
            self._welcome,
            self.notice.show_problem,
            lambda _completed: self._forms.setEnabled(True),
        )

    def _welcome(self, actor: Actor) -> None:
        self.user_form.password.clear()
        self.signed_in.emit(self.workspace, actor)


class _Form(Panel):
    """A small form: Enter in any field presses its main button."""

    def __init__(self, words: str) -> None:
        super().__init__(margin=24, gap=12)
        self.heading = Label(words, role="heading")
        self.box.addWidget(self.heading)

    def line(self, words: str, *, is_secret: bool = False, hint: str = "") -> QLineEdit:
        """Add a labelled line."""
        edit = QLineEdit()
        if is_secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.addLayout(field(words, edit, hint=hint))
        edit.returnPressed.connect(self.submit)
        return edit

    def folder_line(self, words: str) -> QLineEdit:
        """Add a line for a folder with a button that looks for one."""
        edit = QLineEdit()
        look = Button("Choose", lambda: self._look(edit, words), icon_name="folder", name=f"Choose the {words.lower()}")
        self.box.addLayout(field(words, edit, beside=look))
        edit.returnPressed.connect(self.submit)
        return edit

    def _look(self, edit: QLineEdit, words: str) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, words, edit.text()):
            edit.setText(chosen)

    def submit(self) -> None:
        """Press the main button."""


class _OpenForm(_Form):
    wanted = Signal(str, str)
    new_wanted = Signal()

    def __init__(self, folder: str) -> None:
        super().__init__("Open your school’s workspace")
        self.folder = self.folder_line("Workspace folder")
        self.folder.setText(folder)
        self.passphrase = self.line("Workspace passphrase", is_secret=True)
        self.go = Button("Open", self.submit, kind="primary")
        self.box.addLayout(line_up(Button("Make a new workspace", self.new_wanted.emit, kind="flat"), 1, self.go))

    def submit(self) -> None:
        self.wanted.emit(self.folder.text().strip(), self.passphrase.text())


class _NewForm(_Form):
    wanted = Signal(dict)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Make a new workspace")
        self.school = self.line("School")
        self.folder = self.folder_line("New folder on this PC")
        self.passphrase = self.line(
            "Workspace passphrase",
            is_secret=True,
            hint="At least 12 characters, better four words. Print it and lock it away: it is the only key.",
        )
        self.again = self.line("Passphrase again", is_secret=True)
        self.name = self.line("Your name")
        self.user = self.line("Sign-in name", hint="You are the first administrator and add the other people.")
        self.password = self.line("Your password", is_secret=True)
        self.go = Button("Make the workspace", self.submit, kind="primary")
        self.box.addLayout(line_up(Button("Back", self.back_wanted.emit, kind="flat"), 1, self.go))
        self.problem = Label(wraps=True)
        self.problem.setProperty("state", "withheld")
        self.box.addWidget(self.problem)

    def submit(self) -> None:
        form = {
            "school": self.school.text().strip(),
            "folder": self.folder.text().strip(),
            "passphrase": self.passphrase.text(),
            "name": self.name.text().strip(),
            "user": self.user.text().strip(),
            "password": self.password.text(),
        }
        if not all(form.values()):
            self.problem.setText("Please fill in every line.")
        elif form["passphrase"] != self.again.text():
            self.problem.setText("The two passphrases are not the same.")
        else:
            self.problem.clear()
            self.wanted.emit(form)


class _UserForm(_Form):
    wanted = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, user: str) -> None:
        super().__init__("Sign in")
        self.school = ElidedLabel(role="quiet")
        self.box.addWidget(self.school)
        self.user = self.line("Sign-in name")
        self.user.setText(user)
        self.password = self.line("Password", is_secret=True)
        self.go = Button("Sign in", self.submit, kind="primary")
        self.box.addLayout(line_up(Button("Another workspace", self.back_wanted.emit, kind="flat"), 1, self.go))

    def submit(self) -> None:
        self.wanted.emit(self.user.text().strip(), self.password.text())
