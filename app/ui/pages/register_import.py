"""Read a list from the school's system: choose, see what would change, then take it over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QRadioButton

from app.ui.models.rows import Row, RowsView
from app.ui.widgets import Button, Label, Panel, field, line_up
from app.ui.words import count
from app.workflow.register_import import (
    Change,
    ImportPreview,
    PreviewRow,
    apply_import,
    preview_consents,
    preview_pupils,
)

if TYPE_CHECKING:
    from app.ui.pages.register import RegisterPage


_WORDS = {
    Change.PROBLEM: ("withheld", "left out"),
    Change.FREE_TEXT: ("needs", "somebody must read it"),
    Change.KEPT_NO: ("needs", "the no stays"),
    Change.CHANGED: ("needs", "changed"),
    Change.NEW: ("shown", "new"),
    Change.SAME: ("covered", "as it was"),
}
_ORDER = {change: at for at, change in enumerate(_WORDS)}


class RegisterImport(Panel):
    """Nothing is written before `apply`; rows that cannot be read are named with their line."""

    closed = Signal()

    def __init__(self, page: RegisterPage) -> None:
        super().__init__()
        self._page = page
        self.preview: ImportPreview | None = None
        self.file = QLineEdit()
        self.file.returnPressed.connect(self.look)
        self.pupils, self.consents = QRadioButton("Pupils"), QRadioButton("Consents")
        self._kinds = QButtonGroup(self)
        for button in (self.pupils, self.consents):
            button.setAccessibleName(f"{button.text()} list")
            self._kinds.addButton(button)
        self.list = RowsView("What would change", _row, is_flat=True)
        self.words = Label(role="heading", wraps=True)
        self._kinds.buttonToggled.connect(lambda _button, _on: self._forget())
        self.go = Button("Take it over", self.apply, kind="primary")
        self.box.addWidget(Label("Read a list from the school’s system", role="heading"))
        self.box.addLayout(line_up(self.pupils, self.consents, 1))
        self.box.addLayout(field("File", self.file))
        choose = Button("Choose a file", self._choose, icon_name="folder")
        self.box.addLayout(line_up(choose, Button("Show what would change", self.look), 1))
        self.box.addWidget(self.words)
        self.box.addWidget(self.list, 1)
        self.box.addLayout(line_up(1, Button("Close", self.closed.emit), self.go))
        self.pupils.setChecked(True)
        self._forget()

    def look(self) -> None:
        """Read the file and show what it would change; nothing is written."""
        read = preview_pupils if self.pupils.isChecked() else preview_consents
        file = self.file.text().strip()
        if not file:
            return
        self.preview = self._page.attempt(lambda: read(self._page.workspace, self._page.actor, Path(file)))
        if self.preview is None:
            self._forget()
            return
        self._show(self.preview)

    def apply(self) -> None:
        """Take over what was shown, all of it or nothing."""
        preview = self.preview
        if preview is None:
            return
        written = self._page.attempt(lambda: apply_import(self._page.workspace, self._page.actor, preview))
        if written is not None:
            self._forget()
            self._page.written()
            self._page.notice.tell(f"The list was taken over: {count(written, 'entry', 'entries')} written.")

    def _show(self, preview: ImportPreview) -> None:
        self.list.rows.show_items(sorted(preview.rows, key=lambda row: (_ORDER[row.change], row.line)))
        said = [
            f"{number} {_WORDS[change][1]}"
            for change, number in sorted(preview.counts.items(), key=lambda c: _ORDER[c[0]])
        ]
        words = ", ".join(said) + "."
        if preview.kind == "consents":
            words += f" From yes to no: {preview.yes_to_no}. From no to yes: {preview.no_to_yes}."
        if preview.ignored_headings:
            words += f" Columns left out because they fit no platform: {', '.join(preview.ignored_headings)}."
        self.words.setText(words)
        self.go.setEnabled(any(row.change in (Change.NEW, Change.CHANGED) for row in preview.rows))

    def _forget(self) -> None:
        self.preview = None
        self.list.rows.show_items([])
        self.words.setText("Nothing is written before you have seen what would change.")
        self.go.setEnabled(False)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, "Choose the list", self.file.text(), "Lists (*.csv *.txt *.xlsx)"
        )
        if chosen:
            self.file.setText(chosen)
            self.look()


def _row(row: PreviewRow) -> Row:
    state, words = _WORDS[row.change]
    return Row(row.name, f"Line {row.line}: {row.words}", state=state, words=words)
