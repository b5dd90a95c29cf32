"""Who must be asked again: by class, with the reason, to print or to take into the office's letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QListView

from app.ui.below import below
from app.ui.language import phrase, tr, trn
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, line_up
from app.ui.words import sentence
from app.workflow import refresh
from app.workflow.refresh import RefreshList, ToAsk

_AT_ONCE = 200
_EVERY_CLASS = phrase("Every class")


class AskAgain(Plain):
    """Signals:
    person_wanted(object): somebody in the list was opened.
    """

    person_wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(gap=12)
        self._page = page
        self._edition = -1
        self.found: RefreshList | None = None
        self.groups = QComboBox()
        self.groups.setAccessibleName(tr("Class to ask"))
        self.groups.setMinimumWidth(theme().px(140))
        self.groups.addItem(tr(_EVERY_CLASS))
        self.groups.currentIndexChanged.connect(lambda _i: self._show())
        self.words = Label(role="heading", wraps=True)
        self.reasons = Label(role="quiet", wraps=True)
        self.list = RowsView(tr("Who must be asked again"), _row, is_flat=True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # a whole trust may have to be asked: some at each turn
        self.list.setBatchSize(_AT_ONCE)
        self.list.activated.connect(lambda index: self.person_wanted.emit(self.list.rows.item(index).person))
        self.save_button = Button(tr("Save as a table"), self.choose_file, icon_name="save")
        self.print_button = Button(tr("Print"), self.print_list)
        self.empty = EmptyState(
            "tick", tr("Nobody has to be asked again"), tr("Every answer is there and not too old.")
        )
        self.box.addLayout(line_up(self.groups, 1, self.print_button, self.save_button))
        panel = Panel(gap=8)
        panel.box.addWidget(self.words)
        panel.box.addWidget(self.reasons)
        panel.box.addWidget(self.list, 1)
        self.panel = panel
        self.box.addWidget(panel, 1)
        self.box.addWidget(self.empty, 1)

    def refresh(self) -> None:
        """Look through everybody's answers, off the window's own thread; class and place stay."""
        page = self._page
        if self._edition == page.desk.edition:
            return
        self._edition = page.desk.edition
        page.desk.look(lambda: refresh.refresh_list(page.workspace, page.actor), self._have, self._have_not)

    def _have_not(self, problem: BaseException) -> None:
        self._edition = -1
        self._page.notice.show_problem(problem)

    def _have(self, found: RefreshList) -> None:
        self.found = found
        wanted = [tr(_EVERY_CLASS), *sorted(group for group in found.classes if group)]
        if [self.groups.itemText(i) for i in range(self.groups.count())] != wanted:
            chosen = self.groups.currentText()
            self.groups.blockSignals(True)
            self.groups.clear()
            self.groups.addItems(wanted)
            self.groups.setCurrentIndex(max(0, self.groups.findText(chosen)))
            self.groups.blockSignals(False)
        self._show()

    @property
    def group(self) -> str | None:
        """The class that is chosen; None for all."""
        return self.groups.currentText() if self.groups.currentIndex() > 0 else None

    def _shown(self) -> list[ToAsk]:
        every = self.found.people if self.found else ()
        return [entry for entry in every if self.group in (None, entry.person.registration_group)]

    def _show(self) -> None:
        shown = self._shown()
        self.list.rows.show_items(shown)
        self.words.setText(trn("{n} person has to be asked", "{n} people have to be asked", len(shown)))
        reasons = self.found.counts if self.found else {}
        self.reasons.setText(" · ".join(f"{sentence(below(why.value))}: {number}" for why, number in reasons.items()))
        for button in (self.save_button, self.print_button):
            button.setEnabled(bool(shown))
        self.panel.setVisible(bool(shown))
        self.empty.setVisible(not shown and self.found is not None)

    def choose_file(self) -> None:
        """Ask where the table goes."""
        name = tr("To ask{part}.csv", part=" " + self.group if self.group else "")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Save the list"), str(Path.home() / name), tr("Tables (*.csv)")
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, file: Path) -> None:
        """Write the list for the office's own letters; that it left the program is on record."""
        page, group = self._page, self.group
        page.notice.dismiss()
        page.desk.begin(
            tr("Save the list"),
            lambda: iter([refresh.save_refresh_list(page.workspace, page.actor, file, group=group)]),
            total=1,
            on_outcome=self._saved,
            on_problem=page.notice.show_problem,
        )

    def _saved(self, file: Path) -> None:
        self._page.notice.tell(
            tr("The list is in {file}. It holds names: keep it where only the office can read it.", file=file)
        )

    def print_list(self) -> None:
        """Print the list, class by class, as it stands now."""
        page, group = self._page, self.group
        page.desk.read(
            lambda: refresh.refresh_list(page.workspace, page.actor, group=group), self._print, page.notice.show_problem
        )

    def _print(self, found: RefreshList) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        document = QTextDocument()
        document.setPlainText("\n".join([tr("To be asked again"), "", *found.to_words()]))
        document.print_(printer)


def _row(entry: ToAsk) -> Row:
    person = entry.person
    return Row(
        person.name, person.registration_group, icon="person", words=", ".join(why.value for why in entry.reasons)
    )
