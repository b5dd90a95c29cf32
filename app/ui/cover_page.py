"""One key takes every picture and name off the screen, without a password; another press brings all of it back.

For the moment when a parent steps up to the desk. It hides the windows as the lock does, so nothing is left in titles,
in previews of the task bar or for screen readers. The lock still comes when nobody is there.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.lasting import until_gone
from app.ui.theme import theme
from app.ui.widgets import Button, IconLabel, Label, Plain, lay

HIDE_KEY = Qt.Key.Key_F9


class CoverPage(QWidget):
    """A calm page of its own that says nothing about anybody.

    Signals:
        show_wanted: it was clicked.
    """

    show_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        until_gone(self)
        self._desk = desk
        self.setProperty("role", "window")
        self.setWindowTitle("ClearPost")
        self.setMinimumSize(theme().px(320), theme().px(200))
        self.setAccessibleName(tr("ClearPost is hidden"))
        middle = Plain(gap=12)
        middle.box.addStretch(1)
        middle.box.addWidget(IconLabel("shield", tint="quiet", size=48), alignment=Qt.AlignmentFlag.AlignHCenter)
        words = Label(tr("Hidden. Press F9 or click to show."), role="heading", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle.box.addWidget(words)
        self.back = Button(tr("Show again"), self.show_wanted.emit)
        middle.box.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignHCenter)
        middle.box.addStretch(2)
        lay(self, margin=24).addWidget(middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.show_wanted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the hidden window ends the program; running work stops at a photo's end."""
        self._desk.close()
        super().closeEvent(event)
