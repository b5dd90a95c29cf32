"""What everybody may do with their own session: hide it, lock it, change their password, sign out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit

from app.domain.errors import NotAllowedError
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.notices import Notice
from app.ui.reading_order import ReadsInOrder
from app.ui.room import open_at
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, field, lay, line_up, scrolled
from app.workflow.signing_in import SHORTEST_PASSWORD, change_password


class AccountBar(Plain):
    """Small buttons.

    Signals:
        hide_wanted, lock_wanted, sign_out_wanted: the person pressed it.
    """

    hide_wanted = Signal()
    lock_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(row=True, gap=0)
        self._desk = desk
        tip = tr("Hide all pictures and names (F9)")
        self.hide_button = Button(
            tr("Hide everything"), self.hide_wanted.emit, icon_name="shield", kind="icon", tip=tip
        )
        self.lock = Button(tr("Lock"), self.lock_wanted.emit, icon_name="lock", kind="icon", tip=tr("Lock (Ctrl+L)"))
        self.key = Button(tr("Change my password"), self.change_password, icon_name="key", kind="icon")
        self.out = Button(tr("Sign out"), self.sign_out_wanted.emit, icon_name="sign-out", kind="icon")
        self.box.addWidget(self.hide_button)
        self.box.addWidget(self.lock)
        self.box.addWidget(self.key)
        self.box.addStretch(1)
        self.box.addWidget(self.out)

    def change_password(self) -> None:
        """Open the small form, or bring it to the front."""
        form = self.findChild(OwnPassword) or OwnPassword(self._desk, self)
        form.begin()
        form.show()
        form.activateWindow()


class OwnPassword(ReadsInOrder, QDialog):
    """Old password, new password twice; stays open until it worked or was closed."""

    def __init__(self, desk: Desk, parent: AccountBar) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("role", "window")
        self.setWindowTitle(tr("Change my password"))
        self.setMinimumSize(theme().px(420), theme().px(300))
        self.notice = Notice()
        self.old, self.new, self.again = self._line(), self._line(), self._line()
        self.go = Button(tr("Change it"), self.submit, kind="primary")
        self.back = Button(tr("Close"), self.reject, kind="flat")
        inside = Plain(margin=24, gap=12)
        box = inside.box
        lay(self).addWidget(scrolled(inside, self.windowTitle()))
        open_at(self, 460, 440)
        box.addWidget(self.notice)
        box.addWidget(Label(tr("Change my password"), role="heading"))
        box.addLayout(field(tr("Password now"), self.old))
        hint = tr("At least {shortest_password} characters, best three words.", shortest_password=SHORTEST_PASSWORD)
        box.addLayout(field(tr("New password"), self.new, hint=hint))
        box.addLayout(field(tr("New password again"), self.again))
        box.addStretch(1)
        box.addLayout(line_up(self.back, 1, self.go))

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.returnPressed.connect(self.submit)
        return line

    def begin(self) -> None:
        """Nothing typed, nothing said."""
        self._clear()
        self.notice.dismiss()
        self.old.setFocus()

    def submit(self) -> None:
        """Change it off the window's thread: a password takes a moment to stretch."""
        old, new = self.old.text(), self.new.text()
        if new != self.again.text():
            self.notice.show_problem(NotAllowedError(tr("The two new passwords are not the same.")))
            return
        workspace, actor = self._desk.workspace, self._desk.actor
        self.go.setEnabled(False)
        self._desk.look(lambda: change_password(workspace, actor, old=old, new=new), self._done, self._refused)

    def _done(self, _made: object) -> None:
        self.go.setEnabled(True)
        self._clear()
        self.notice.tell(tr("Your new password is in use."))
        self.back.setFocus()

    def _refused(self, problem: BaseException) -> None:
        self.go.setEnabled(True)
        self.notice.show_problem(problem)

    def _clear(self) -> None:
        for line in (self.old, self.new, self.again):
            line.clear()
