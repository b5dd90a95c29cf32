"""The small forms of the sign-in page: open a workspace, make one, say who you are, choose a password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from app.machine import read_policy
from app.storage import os_keyring
from app.storage.card import is_remembered_in
from app.ui.below import below
from app.ui.language import tr
from app.ui.widgets import Button, ElidedLabel, Label, Panel, field, line_up, rule
from app.workflow.signing_in import SHORTEST_PASSWORD, Notice

SHORTEST_PASSPHRASE = 12


class Form(Panel):
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
        look = Button(
            tr("Choose"),
            lambda: self._look(edit, words),
            icon_name="folder",
            name=tr("Choose the {words}", words=words.lower()),
        )
        self.box.addLayout(field(words, edit, beside=look))
        edit.returnPressed.connect(self.submit)
        return edit

    def _look(self, edit: QLineEdit, words: str) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, words, edit.text()):
            edit.setText(chosen)

    def submit(self) -> None:
        """Press the main button."""


class OpenForm(Form):
    """Which workspace, and its passphrase."""

    wanted = Signal(str, str)
    new_wanted = Signal()
    sample_wanted = Signal()
    sample_unwanted = Signal()

    def __init__(self, folder: str) -> None:
        super().__init__(tr("Open your school’s workspace"))
        self.folder = self.folder_line(tr("Workspace folder"))
        self.folder.setText(folder)
        self.passphrase = self.line(tr("Workspace passphrase"), is_secret=True)
        self.remember = QCheckBox(tr("Remember it in this PC’s keyring"))
        self.box.addWidget(self.remember)
        if not (read_policy().remember_key and os_keyring.is_available()):
            self.remember.hide()
        self.folder.textChanged.connect(self._say_if_remembered)
        self.go = Button(tr("Open"), self.submit, kind="primary")
        self.box.addLayout(line_up(Button(tr("Make a new workspace"), self.new_wanted.emit, kind="flat"), 1, self.go))
        self.sample = Button(tr("Try it with a sample school"), self.sample_wanted.emit, kind="flat")
        self.sample.setToolTip(tr("Invented children and drawn pictures, in a folder of its own"))
        self.no_sample = Button(tr("Remove the sample school"), self.sample_unwanted.emit, kind="flat")
        self.box.addWidget(rule())
        self.box.addLayout(line_up(self.sample, 1))
        self.box.addLayout(line_up(self.no_sample, 1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_if_remembered(self.folder.text())

    def _say_if_remembered(self, folder: str) -> None:
        remembered = bool(folder.strip()) and is_remembered_in(Path(folder.strip()))
        self.passphrase.setPlaceholderText(tr("This PC remembers it: leave empty") if remembered else "")

    def submit(self) -> None:
        self.wanted.emit(self.folder.text().strip(), self.passphrase.text())


class NewForm(Form):
    """A new workspace with its first user: at once, or with what else it begins with, step by step."""

    wanted = Signal(dict)
    steps_wanted = Signal(dict)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Make a new workspace"))
        self.school = self.line(tr("School"))
        self.folder = self.folder_line(tr("New folder on this PC"))
        self.folder.setText(_free_folder())
        self.passphrase = self.line(
            tr("Workspace passphrase"),
            is_secret=True,
            hint=tr("At least 12 characters, better four words."),
        )
        self.again = self.line(tr("Passphrase again"), is_secret=True)
        self.name = self.line(tr("Your name"))
        self.user = self.line(tr("Sign-in name"), hint=tr("You are the first administrator and add the other people."))
        self.password = self.line(tr("Your password"), is_secret=True)
        self.go = Button(tr("Make it now"), self._make_now, tip=tr("The rest is set up later, from Home"))
        self.next = Button(
            tr("Next"), self.submit, kind="primary", tip=tr("Rules, people, platforms, class list, back-up")
        )
        self.box.addLayout(line_up(Button(tr("Back"), self.back_wanted.emit, kind="flat"), 1, self.go, self.next))
        self.problem = Label(wraps=True)
        self.problem.setProperty("state", "withheld")
        self.box.addWidget(self.problem)

    def submit(self) -> None:
        if form := self._read():
            self.steps_wanted.emit(form)

    def _make_now(self) -> None:
        if form := self._read():
            self.wanted.emit(form)

    def _read(self) -> dict[str, str] | None:
        form = {
            "school": self.school.text().strip(),
            "folder": self.folder.text().strip(),
            "passphrase": self.passphrase.text(),
            "name": self.name.text().strip(),
            "user": self.user.text().strip(),
            "password": self.password.text(),
        }
        wrong = self._wrong(form)
        self.problem.setText(wrong[1] if wrong else "")
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return form

    def _wrong(self, form: dict[str, str]) -> tuple[QLineEdit, str] | None:
        """The first line that does not fit, and why; None when all of them do."""
        lines = {
            "school": self.school,
            "folder": self.folder,
            "passphrase": self.passphrase,
            "name": self.name,
            "user": self.user,
            "password": self.password,
        }
        if empty := next((line for key, line in lines.items() if not form[key]), None):
            return empty, tr("Please fill in: {line}", line=empty.accessibleName())
        if form["passphrase"] != self.again.text():
            return self.again, tr("The two passphrases are not the same.")
        if len(form["passphrase"]) < SHORTEST_PASSPHRASE:
            return self.passphrase, tr(
                "The workspace passphrase needs at least {shortest_passphrase} characters.",
                shortest_passphrase=SHORTEST_PASSPHRASE,
            )
        if _is_taken(form["folder"]):
            return self.folder, tr("This folder is not empty. Choose a new one.")
        if len(form["password"]) < SHORTEST_PASSWORD:
            return self.password, tr(
                "Your password needs at least {shortest_password} characters.", shortest_password=SHORTEST_PASSWORD
            )
        return None


class UserForm(Form):
    """Who is it? Says first what is recorded."""

    wanted = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, user: str) -> None:
        super().__init__(tr("Sign in"))
        self.school = ElidedLabel(role="quiet")
        self.box.addWidget(self.school)
        self.user = self.line(tr("Sign-in name"))
        self.user.setText(user)
        self.password = self.line(tr("Password"), is_secret=True)
        self.go = Button(tr("Sign in"), self.submit, kind="primary")
        self.box.addLayout(line_up(Button(tr("Another workspace"), self.back_wanted.emit, kind="flat"), 1, self.go))
        self.notice = Label(role="caption", wraps=True)
        self.privacy = Button(tr("Privacy notice"), self._open_privacy, icon_name="link", kind="flat")
        self._privacy_address = ""
        self.box.addWidget(rule())
        self.box.addWidget(self.notice)
        self.box.addLayout(line_up(self.privacy, 1))

    def tell(self, notice: Notice) -> None:
        """Say what is recorded, and offer the school's privacy notice where it has one."""
        self.notice.setText(below(notice.words))
        self._privacy_address = notice.privacy_address
        self.privacy.setVisible(bool(notice.privacy_address))
        self.privacy.setToolTip(notice.privacy_address)

    def _open_privacy(self) -> None:
        QDesktopServices.openUrl(QUrl(self._privacy_address))

    def submit(self) -> None:
        self.wanted.emit(self.user.text().strip(), self.password.text())


class NewPasswordForm(Form):
    """A password of one's own, in place of one that was for one sign-in."""

    wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Choose a password of your own"))
        self.box.addWidget(Label(tr("The one you were given was for this sign-in only."), role="quiet", wraps=True))
        self.new = self.line(
            tr("New password"),
            is_secret=True,
            hint=tr("At least {shortest_password} characters, best three words.", shortest_password=SHORTEST_PASSWORD),
        )
        self.again = self.line(tr("New password again"), is_secret=True)
        self.go = Button(tr("Use it and sign in"), self.submit, kind="primary")
        self.box.addLayout(line_up(Button(tr("Back"), self.back_wanted.emit, kind="flat"), 1, self.go))
        self.problem = Label(wraps=True)
        self.problem.setProperty("state", "withheld")
        self.box.addWidget(self.problem)

    def begin(self) -> None:
        """Nothing typed, nothing said."""
        for line in (self.new, self.again):
            line.clear()
        self.problem.clear()
        self.new.setFocus()

    def submit(self) -> None:
        if self.new.text() != self.again.text():
            self.problem.setText(tr("The two passwords are not the same."))
            return
        self.problem.clear()
        self.wanted.emit(self.new.text())


def _free_folder() -> str:
    """A folder on this PC that is not used yet, to begin with; never among the documents, which a cloud may copy."""
    home = Path("~").expanduser()
    if not home.is_absolute():
        return ""
    wanted = home / "ClearPost"
    numbers = (wanted.with_name(f"{wanted.name} {number}") for number in range(2, 100))
    return str(next((folder for folder in (wanted, *numbers) if not folder.exists()), wanted))


def _is_taken(folder: str) -> bool:
    """Whether something is in the folder already; one that cannot be read says so when it is used."""
    try:
        return any(Path(folder).iterdir())
    except OSError:
        return False
