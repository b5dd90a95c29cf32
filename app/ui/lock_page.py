"""What stands on the screen while the window is locked: who locked it, a password, and how far running work is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.lasting import until_gone
from app.ui.notices import Notice
from app.ui.reading_order import ReadsInOrder
from app.ui.theme import theme
from app.ui.widgets import Button, IconLabel, Label, Panel, Plain, field, lay, line_up, scrolled


class LockPage(ReadsInOrder, QWidget):
    """A window of its own. It names the colleague who is signed in and nobody else.

    Signals:
        unlock_wanted(str): the password that was typed.
        another_wanted: somebody else wants to sign in.
    """

    unlock_wanted = Signal(str)
    another_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        until_gone(self)
        self._desk = desk
        self.setProperty("role", "window")
        self.setWindowTitle(tr("ClearPost · Locked"))
        self.setMinimumSize(theme().px(420), theme().px(320))
        self.notice = Notice()
        self.why = Label(role="quiet", wraps=True)
        self.work = Label(role="quiet", wraps=True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.returnPressed.connect(self.submit)
        self.go = Button(tr("Unlock"), self.submit, kind="primary")
        self.another = Button(tr("Somebody else signs in"), self.another_wanted.emit, kind="flat")
        self._form = Panel(margin=24, gap=12)
        self._form.box.addWidget(Label(tr("Locked for {name}", name=desk.actor.name), role="heading", wraps=True))
        self._form.box.addWidget(self.why)
        self._form.box.addLayout(field(tr("Password"), self.password))
        self._form.box.addLayout(line_up(self.another, 1, self.go))
        self._form.box.addWidget(self.work)
        middle = Plain(gap=16)
        middle.box.addStretch(1)
        middle.box.addLayout(
            line_up(1, IconLabel("lock", tint="accent", size=40), Label("ClearPost", role="title"), 1, gap=12)
        )
        middle.box.addWidget(self.notice)
        middle.box.addWidget(self._form)
        middle.box.addStretch(2)
        middle.setFixedWidth(theme().px(460))
        ground = QWidget()
        lay(ground, row=True, margin=24).addWidget(middle, alignment=Qt.AlignmentFlag.AlignHCenter)
        lay(self).addWidget(scrolled(ground, tr("Locked")))
        desk.work_changed.connect(self.refresh)

    def tell(self, why: str) -> None:
        """Begin anew: why it is locked, no password, no message."""
        self.notice.dismiss()
        self.password.clear()
        self.why.setText(tr("{why} Your work is kept as you left it.", why=why).strip())
        self.refresh()

    def refresh(self) -> None:
        """How far running work is: numbers only, since its title may name somebody."""
        running = self._desk.running
        self.work.setVisible(bool(running))
        if running:
            task = running[0]
            done = (
                tr("{done} of {total} done", done=task.done, total=task.total)
                if task.total
                else tr("{done} done", done=task.done)
            )
            self.work.setText(tr("The running work goes on: {done}.", done=done))

    def submit(self) -> None:
        """Try the password; it is forgotten here at once."""
        password = self.password.text()
        self.password.clear()
        self.notice.dismiss()
        if password:
            self.unlock_wanted.emit(password)

    def set_busy(self, busy: bool) -> None:
        """While a password is checked nothing can be pressed."""
        self._form.setDisabled(busy)
        if not busy and self.isVisible():
            self.password.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the locked window ends the program; running work stops at a photo's end."""
        self._desk.close()
        super().closeEvent(event)
