"""Read a list from the school's system: choose, see what would change, then take it over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QRadioButton

from app.ui.models.rows import Row, RowsView
from app.ui.widgets import Button, Label, Panel, field, line_up
from app.workflow import register

if TYPE_CHECKING:
    from app.ui.pages.register import RegisterPage


class RegisterImport(Panel):
    """Nothing is written before `apply`; rows that cannot be read are named with their line."""

    closed = Signal()

    def __init__(self, page: RegisterPage) -> None:
        super().__init__()
        self._page = page
        self.preview: Any = None
        self.file = QLineEdit()
        self.file.returnPressed.connect(self.look)
        self.pupils, self.consents = QRadioButton("Pupils"), QRadioButton("Consents")
        self._kinds = QButtonGroup(self)
        for button in (self.pupils, self.consents):
            button.setAccessibleName(f"{button.text()} list")
            button.toggled.connect(lambda _on: self._forget())
            self._kinds.addButton(button)
        self.pupils.setChecked(True)
        self.list = RowsView("What would change", _row, is_flat=True)
        self.words = Label(role="heading", wraps=True)
        self.go = Button("Take it over", self.apply, kind="primary")
        self.box.addWidget(Label("Read a list from the school’s system", role="heading"))
        self.box.addLayout(line_up(self.pupils, self.consents, 1))
        self.box.addLayout(field("CSV file", self.file))
        choose = Button("Choose a file", self._choose, icon_name="folder")
        self.box.addLayout(line_up(choose, Button("Show what would change", self.look), 1))
        self.box.addWidget(self.words)
        self.box.addWidget(self.list, 1)
        self.box.addLayout(line_up(1, Button("Close", self.closed.emit), self.go))
        self._forget()

    def look(self) -> None:
        """Read the file and show what it would change; nothing is written."""
        read = register.preview_pupils if self.pupils.isChecked() else register.preview_consents
        file = self.file.text().strip()
        if not file:
            return
        self.preview = self._page.attempt(lambda: read(self._page.workspace, self._page.actor, Path(file)))
        if self.preview is None:
            self._forget()
            return
        self._show()

    def apply(self) -> None:
        """Take over what was shown, all of it or nothing."""
        preview = self.preview
        if preview is None:
            return
        done = self._page.attempt(
            lambda: register.apply_import(self._page.workspace, self._page.actor, preview) or True
        )
        if done:
            self._forget()
            self._page.written()
            self._page.notice.tell("The list was taken over.")

    def _show(self) -> None:
        self.list.rows.show_items(self.preview.rows)
        self.words.setText(str(self.preview))
        self.go.setEnabled(True)

    def _forget(self) -> None:
        self.preview = None
        self.list.rows.show_items([])
        self.words.setText("Nothing is written before you have seen what would change.")
        self.go.setEnabled(False)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, "Choose the list", self.file.text(), "Lists (*.csv)")
        if chosen:
            self.file.setText(chosen)
            self.look()


def _row(row: Any) -> Row:
    return Row(str(row))
