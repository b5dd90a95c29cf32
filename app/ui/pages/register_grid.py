"""A class as a table: pupils by platforms, one kind at a time, with counts; a cell opens with its history."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox

from app.domain.consent import ConsentKind, ConsentStatus, Platform, PlatformId, RegisterSnapshot
from app.domain.people import Person, PersonId, PersonKind
from app.ui import reads
from app.ui.columns import Columns
from app.ui.language import tr
from app.ui.models.consent_table import ConsentTableView, Line
from app.ui.pages.consent_cell import ConsentCell, page_standing
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Flowing, IconLabel, Label, Plain, line_up
from app.ui.words import CONSENT_KIND, SIGNS, STATUS, count, sentence
from app.workflow import consents

_LEGEND = (
    ConsentStatus.YES,
    ConsentStatus.NO,
    ConsentStatus.WITHDRAWN,
    ConsentStatus.NOT_ASKED,
    ConsentStatus.EXPIRED,
    ConsentStatus.TO_CONFIRM,
    ConsentStatus.ASK_PUPIL,
)


class ClassGrid(Plain):
    """Signals:
    person_wanted(object): a name was clicked; show that person.
    """

    person_wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(gap=12)
        self._page = page
        self._people: dict[PersonId, Person] = {}
        self._platforms: dict[PlatformId, Platform] = {}
        self._known = RegisterSnapshot()
        self._open: tuple[PersonId, PlatformId] | None = None
        self.kind = ConsentKind.IMAGE
        self.groups = QComboBox()
        self.groups.setAccessibleName(tr("Class"))
        self.groups.setMinimumWidth(theme().px(140))
        self.groups.currentIndexChanged.connect(lambda _i: self.read())
        self.kinds = QButtonGroup(self)
        tabs = Flowing()
        self.kind_buttons: dict[ConsentKind, Button] = {}
        for kind, words in CONSENT_KIND.items():
            tab = Button(words, lambda k=kind: self.show_kind(k), kind="tab", name=tr("Show: {words}", words=words))
            tab.setChecked(kind is self.kind)
            self.kinds.addButton(tab)
            self.kind_buttons[kind] = tab
            tabs.box.addWidget(tab)
        self.number = Label(role="caption")
        tabs.box.add_spring()
        top = line_up(self.groups, gap=12)
        top.addWidget(tabs, 1)
        top.addWidget(self.number)
        self.box.addLayout(top)
        self.table = ConsentTableView(tr("Answers of the class"))
        self.table.horizontalHeader().setMinimumSectionSize(theme().px(92))
        self.table.opened.connect(self.open_cell)
        self.table.row_opened.connect(lambda key: self.person_wanted.emit(self._people[key]))
        self.cell = ConsentCell(page)
        self.cell.closed.connect(self.close_cell)
        self.cell.hide()
        self.empty = EmptyState(
            "register", tr("No class yet"), tr("Read the pupils’ list first, or add somebody under People.")
        )
        columns = Columns()
        columns.addWidget(self.empty, 1)
        columns.addWidget(self.table, 1)
        columns.add_side(self.cell, 320, place=-1)
        self.box.addLayout(columns, 1)
        self.box.addWidget(_legend())

    def refresh(self) -> None:
        """Read classes, platforms and answers again; class, kind, cell and place stay."""
        groups = list(reads.classes(self._page.workspace))
        if [self.groups.itemText(i) for i in range(self.groups.count())] != groups:
            chosen = self.groups.currentText()
            self.groups.blockSignals(True)
            self.groups.clear()
            self.groups.addItems(groups)
            self.groups.setCurrentIndex(max(0, self.groups.findText(chosen)))
            self.groups.blockSignals(False)
        self.read()

    def show_class(self, group: str) -> None:
        """Another class."""
        self.groups.setCurrentIndex(self.groups.findText(group))

    def show_kind(self, kind: ConsentKind) -> None:
        """Another kind of use; the open cell follows."""
        self.kind = kind
        self.kind_buttons[kind].setChecked(True)
        self._fill()

    def read(self) -> None:
        """Read the class that is chosen."""
        page = self._page
        pupils = reads.pupils_of(page.workspace, self.groups.currentText()) if self.groups.count() else ()
        today = page.workspace.clock.today()
        self._people = {p.id: p for p in pupils if not (p.kind is PersonKind.PUPIL and p.has_left(today))}
        self._platforms = {p.id: p for p in reads.all_platforms(page.workspace) if p.is_open}
        known = page.attempt_quietly(lambda: consents.snapshot(page.workspace, page.actor, list(self._people)))
        self._known = known or RegisterSnapshot()
        self._fill()

    def open_cell(self, person_id: PersonId, platform_id: PlatformId) -> None:
        """Show one answer with its history beside the table."""
        self._open = (person_id, platform_id)
        self.cell.show()
        self._show_cell()

    def close_cell(self) -> None:
        """Give the room back to the table."""
        self._open = None
        self.cell.hide()
        self.table.setFocus()

    def _fill(self) -> None:
        cells = {
            (person, key): page_standing(self._page, self._known, person, self.kind, platform).status
            for person in self._people
            for key, platform in self._platforms.items()
        }
        yes = Counter(platform for (_person, platform), status in cells.items() if status is ConsentStatus.YES)
        size = len(self._people)
        self.table.table.show(
            [Line(p.id, p.name) for p in self._people.values()],
            [Line(p.id, p.name, tr("{yes} of {size}", yes=yes[p.id], size=size)) for p in self._platforms.values()],
            cells,
        )
        self.number.setText(count(size, "pupil"))
        self.empty.setVisible(not size)
        self.table.setVisible(bool(size))
        self._show_cell()

    def _show_cell(self) -> None:
        person_id, platform_id = self._open or ("", "")
        person, platform = self._people.get(PersonId(person_id)), self._platforms.get(PlatformId(platform_id))
        if person is None or platform is None:
            self.cell.hide()
            return
        self.table.choose(person.id, platform.id)
        self.cell.show_cell(person, self.kind, platform, self._known)


def _legend() -> Flowing:
    legend = Flowing(gap=12)
    for status in _LEGEND:
        state, words = STATUS[status]
        one = Plain(row=True, gap=4)
        one.box.addWidget(IconLabel(SIGNS[status], tint=state, size=16))
        one.box.addWidget(Label(sentence(words), role="caption"))
        legend.box.addWidget(one)
    legend.box.add_spring()
    return legend
