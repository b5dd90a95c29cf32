"""Read a list from the school's system: choose or paste it, see what would change, then take it over.

Beside that: lists that come again, what a person must read, and the lists that were taken over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QListView, QRadioButton, QWidget

from app.domain.errors import KnownError
from app.ui.language import Told, phrase, tr, trn
from app.ui.models.rows import Row, RowsView
from app.ui.pages.import_mapping import ColumnMapper
from app.ui.pages.register_import_later import KeptLists, PastReadings, ToRead
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, field, line_up, scrolled
from app.ui.words import count
from app.workflow import import_sources
from app.workflow.list_columns import columns_of_list, mapping_of, meanings_offered
from app.workflow.register_import import (
    Change,
    ImportPreview,
    PreviewRow,
    Turn,
    apply_import,
    preview_consents,
    preview_pupils,
)
from consent_db.import_sources import ImportSource
from consent_db.lists.mapping import ColumnMapping
from consent_db.lists.school_file import ListSource

if TYPE_CHECKING:
    from app.ui.pages.register import RegisterPage


_WORDS = Told(
    {
        Change.PROBLEM: ("withheld", phrase("left to a person")),
        Change.FREE_TEXT: ("needs", phrase("to be read")),
        Change.KEPT_NO: ("needs", phrase("the no stays")),
        Change.CHANGED: ("needs", phrase("changed")),
        Change.NEW: ("shown", phrase("new")),
        Change.SAME: ("covered", phrase("as it was")),
    }
)
_TURNS = Told(
    {
        Turn.YES_TO_NO: (phrase("From yes to no: not shown any more"), "withheld"),
        Turn.YES_TO_DOUBT: (phrase("From yes to “to be confirmed”: not shown until somebody has asked"), "needs"),
        Turn.NO_TO_YES: (phrase("From no to yes: shown from now on"), "shown"),
    }
)
_ORDER = {change: at for at, change in enumerate(_WORDS)}
LOOK_EVERY_MS = 15 * 60 * 1000
"""So often the folders of lists that come again are looked into."""
_AT_ONCE = 200
_MAP_BY_HAND = ("no-headings", "no-answers", "two-columns", "other-columns", "mapping")
"""Refusals that a person can help by saying which column is which."""


class RegisterImport(Panel):
    """Nothing is written before `apply`; rows that cannot be read are named with their line."""

    closed = Signal()

    def __init__(self, page: RegisterPage) -> None:
        super().__init__()
        self._page = page
        self.preview: ImportPreview | None = None
        self._pasted: ListSource | None = None
        self._kept: ImportSource | None = None
        self._mapping: ColumnMapping | None = None
        self._tabs = QButtonGroup(self)
        self.views: dict[str, Button] = {}
        self._build_read()
        self.mapper = ColumnMapper()
        self.mapper.used.connect(self._use_columns)
        self.mapper.kept.connect(self._keep_columns)
        self.lists, self.to_read, self.past = KeptLists(page), ToRead(page), PastReadings(page)
        self.lists.look_wanted.connect(self.look_at_kept)
        tabs: dict[str, tuple[QWidget, str]] = {
            phrase("Read"): (self.reading, tr("Read a list")),
            phrase("Columns"): (self.mapper, tr("Which column is which")),
            phrase("Kept"): (self.lists, tr("Lists that come again")),
            phrase("To read"): (self.to_read, tr("What a person must read")),
            phrase("Taken over"): (self.past, tr("Lists that were taken over")),
        }
        for words, (widget, tip) in tabs.items():
            tab = Button(tr(words), lambda w=widget: self.show_part(w), kind="tab", name=f"{tr(words)}: {tip}", tip=tip)
            self._tabs.addButton(tab)
            self.views[words] = tab
        self._parts = {widget: scrolled(widget, tip) for widget, tip in tabs.values()}
        close = Button(tr("Close"), self.closed.emit, icon_name="close", kind="icon")
        self.box.addLayout(line_up(*self.views.values(), 1, close, gap=4))
        for part in self._parts.values():
            self.box.addWidget(part, 1)
        self.lists.found.connect(self._tell_news)
        self.views["Read"].setChecked(True)
        self.show_part(self.reading)
        self._forget()

    def _build_read(self) -> None:
        self.reading = Plain(gap=12)
        self.file = QLineEdit()
        self.file.returnPressed.connect(self.look)
        self.file.textEdited.connect(lambda _words: self._another_list())
        self.pupils, self.consents = QRadioButton(tr("Pupils")), QRadioButton(tr("Consents"))
        self._kinds = QButtonGroup(self)
        for button in (self.pupils, self.consents):
            button.setAccessibleName(tr("{button} list", button=button.text()))
            self._kinds.addButton(button)
        self.list = RowsView(tr("What would change"), _row, is_flat=True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # thousands of lines of two heights: some at each turn
        self.list.setBatchSize(_AT_ONCE)
        self.list.setMinimumHeight(theme().px(180))
        self.words = Label(role="heading", wraps=True)
        self.notes = Label(role="quiet", wraps=True)
        self._kinds.buttonToggled.connect(lambda _button, _on: self._forget())
        self.go = Button(tr("Take it over"), self.apply, kind="primary")
        choose = Button(tr("Choose a file"), self._choose, icon_name="folder")
        paste = Button(tr("Paste a table"), self.paste, icon_name="copy")
        show = Button(tr("Show the changes"), self.look)
        box = self.reading.box
        box.addLayout(line_up(self.pupils, self.consents, 1))
        box.addLayout(field(tr("CSV or XLSX file"), self.file))
        box.addLayout(line_up(choose, paste, 1, show))
        for widget in (self.words, self.notes):
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        box.addLayout(line_up(1, self.go))
        self.pupils.setChecked(True)

    # what is shown

    def show_part(self, part: QWidget) -> None:
        """Show one of the parts and read it again."""
        for tab, (other, area) in zip(self.views.values(), self._parts.items(), strict=True):
            area.setVisible(other is part)
            tab.setChecked(other is part)
        if part is self.mapper:
            self._show_columns()
        elif isinstance(part, KeptLists | ToRead | PastReadings):
            part.refresh()

    # reading

    def look(self) -> None:
        """Read the list and show what it would change, off the window's own thread; nothing is written."""
        source = self._source()
        if source is None:
            return
        read = preview_pupils if self.pupils.isChecked() else preview_consents
        page, mapping, kept = self._page, self._mapping, self._kept.id if self._kept else None
        self._forget()
        self.words.setText(tr("Reading the list…"))
        page.notice.dismiss()
        page.desk.look(
            lambda: read(page.workspace, page.actor, source, mapping=mapping, source_id=kept),
            self._show,
            self._cannot_read,
        )

    def look_at_kept(self, kept: ImportSource, path: Path) -> None:
        """Read a file of a list that comes again, with its own columns."""
        (self.pupils if kept.kind == "pupils" else self.consents).setChecked(True)
        self.file.setText(str(path))
        self._another_list()
        self._kept, self._mapping = kept, kept.mapping
        self.show_part(self.reading)
        self.look()

    def paste(self) -> None:
        """Take the table on the clipboard for the list."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._page.notice.tell(
                tr("There is no table on the clipboard. Copy it in the spreadsheet first."), state="info"
            )
            return
        self._another_list()
        self.file.clear()
        self._pasted = ListSource.from_text(text)
        self.look()

    def apply(self) -> None:
        """Take over what was shown, all of it or nothing."""
        preview, page = self.preview, self._page
        if preview is None:
            return
        self.go.setEnabled(False)
        page.desk.begin(
            tr("Taking over {file_name}", file_name=preview.file_name),
            lambda: iter([apply_import(page.workspace, page.actor, preview)]),
            on_outcome=self._taken_over,
            on_problem=self._not_taken,
        )

    def _taken_over(self, written: int) -> None:
        left = sum(row.change in (Change.FREE_TEXT, Change.PROBLEM) for row in self.preview.rows) if self.preview else 0
        self._forget()
        self._page.written()
        more = trn(" {n} line is left to read.", " {n} lines are left to read.", left) if left else ""
        self._page.notice.tell(
            tr(
                "The list was taken over: {entries} written.{more}",
                entries=count(written, "entry", "entries"),
                more=more,
            )
        )

    def _not_taken(self, problem: BaseException) -> None:
        self._page.notice.show_problem(problem)
        self.go.setEnabled(self.preview is not None)

    def _cannot_read(self, problem: BaseException) -> None:
        self._forget()
        self._page.notice.show_problem(problem)
        if isinstance(problem, KnownError) and problem.code in _MAP_BY_HAND:
            self.show_part(self.mapper)

    def _show(self, preview: ImportPreview) -> None:
        self.preview = preview
        items: list[object] = []
        for turn, (words, state) in _TURNS.items():
            if turned := preview.turns(turn):
                items.append(Row(f"{words} ({len(turned)})", state=state, is_heading=True))
                items += turned
        rest = sorted((row for row in preview.rows if row.turn is None), key=lambda row: (_ORDER[row.change], row.line))
        if items and rest:
            items.append(Row(tr("Everything else"), is_heading=True))
        self.list.rows.show_items([*items, *rest])
        said = [
            f"{number} {_WORDS[change][1]}"
            for change, number in sorted(preview.counts.items(), key=lambda c: _ORDER[c[0]])
        ]
        self.words.setText(", ".join(said) + "." if said else tr("There is nothing in this list."))
        self.notes.setText(_notes_of(preview))
        changes = (Change.NEW, Change.CHANGED, Change.FREE_TEXT)
        fresh = self._kept is not None or preview.kind == "consents"
        readable = any(row.change is not Change.PROBLEM for row in preview.rows)
        self.go.setEnabled(
            readable and (fresh or bool(preview.missing) or any(row.change in changes for row in preview.rows))
        )

    def _tell_news(self, number: int) -> None:
        if number and not self.lists.isVisible():
            words = tr("{new} of the school’s system: look under “Kept”.", new=count(number, "new file"))
            self._page.notice.tell(words, state="needs")

    # columns

    def _show_columns(self) -> None:
        source, page = self._source(), self._page
        if source is None:
            self._page.notice.tell(tr("Choose or paste a list first."), state="info")
            self.show_part(self.reading)
            return
        columns = page.attempt_quietly(
            lambda: columns_of_list(page.workspace, page.actor, source, mapping=self._mapping)
        )
        offered = page.attempt_quietly(lambda: meanings_offered(page.workspace, page.actor))
        if columns is None or offered is None:
            self.show_part(self.reading)
            return
        self.mapper.show_columns(columns, offered)

    def _use_columns(self) -> None:
        columns = self.mapper.columns
        if columns is None:
            return
        mapping = self._page.attempt(lambda: mapping_of(columns, self.mapper.meanings()))
        if mapping is not None:
            self._mapping = mapping
            self.show_part(self.reading)
            self.look()

    def _keep_columns(self, name: str) -> None:
        columns, page = self.mapper.columns, self._page
        if columns is None:
            return
        kind = "pupils" if self.pupils.isChecked() else "consents"
        folder, pattern = self._place() if self.mapper.watch.isChecked() else ("", "")
        mapping = page.attempt(lambda: mapping_of(columns, self.mapper.meanings(), name=name))
        if mapping is None:
            return
        kept = page.attempt(
            lambda: replace(
                import_sources.new_source(name, kind), mapping=mapping, folder=folder, pattern=pattern,
                refusals_at_once=self.mapper.at_once.isChecked(),
            )
        )  # fmt: skip
        if kept and page.attempt(lambda: import_sources.keep_source(page.workspace, page.actor, kept) or True):
            self._kept, self._mapping = kept, mapping
            self.show_part(self.reading)
            self.look()
            page.notice.tell(
                tr("The columns are kept as “{name}”. Take the list over once, so that it counts as read.", name=name)
            )

    def _place(self) -> tuple[str, str]:
        """The folder of the chosen file, and a pattern that fits the file of another day too."""
        path = Path(self.file.text().strip())
        if self._pasted is not None or not path.suffix:
            return "", ""
        return str(path.parent), re.sub(r"\d[\d _.-]*", "*", path.stem) + path.suffix

    # small things

    def _source(self) -> ListSource | None:
        if self._pasted is not None:
            return self._pasted
        file = self.file.text().strip()
        return self._page.attempt(lambda: ListSource.from_path(Path(file))) if file else None

    def _another_list(self) -> None:
        self._pasted = self._kept = self._mapping = None
        self._forget()

    def _forget(self) -> None:
        self.preview = None
        self.list.rows.show_items([])
        self.words.setText(tr("Nothing is written before you have seen what would change."))
        self.notes.setText("")
        self.go.setEnabled(False)

    def _choose(self) -> None:
        kinds = tr("Lists (*.csv *.txt *.tsv *.xlsx)")
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Choose the list"), self.file.text(), kinds)
        if chosen:
            self.file.setText(chosen)
            self._another_list()
            self.look()


def _notes_of(preview: ImportPreview) -> str:
    notes = list(preview.notes)
    if preview.preset:
        notes.insert(0, tr("Read as {preset}.", preset=preview.preset))
    said = " ".join(notes)
    if quiet := [heading for heading in preview.ignored_headings if f"“{heading}”" not in said]:
        notes.append(tr("Left out because they fit no platform: {quiet}.", quiet=", ".join(quiet)))
    if preview.missing:
        notes.append(
            trn(
                "{n} pupil is in the register but not in this list; you will be asked whether they have left.",
                "{n} pupils are in the register but not in this list; you will be asked whether they have left.",
                len(preview.missing),
            )
        )
    return " ".join(notes)


def _row(row: PreviewRow) -> Row:
    state, words = _WORDS[row.change]
    return Row(row.name, tr("Line {line}: {words}", line=row.line, words=row.words), state=state, words=words)
