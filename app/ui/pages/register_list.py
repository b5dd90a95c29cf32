"""Everybody on the register at the left: search as you type, and filters by class, kind and standing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.people import Action, Person, PersonId, PersonKind
from app.ui import reads
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.theme import theme
from app.ui.widgets import Label, Panel, line_up, show_if
from app.ui.words import PERSON_KIND, count
from consent_db.people import folded

EVERYBODY = phrase("Any class")
LEAST_LETTERS = 3
"""Somebody who may not look through the register has to know the name."""
_Everybody = tuple[int, list[tuple[Person, str]], frozenset[PersonId]]
_ON_ROLL, _LEFT, _HELD = "here", "left", "held"
_KINDS = frozenset(kind.value for kind in PersonKind)


class PeopleList(Panel):
    """Signals:
    chosen(object): the person of the current row.
    read_again: what somebody else wrote is in the list now.
    """

    chosen = Signal(object)
    read_again = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=12, gap=8)
        self._desk = desk
        self._people: list[tuple[Person, str]] = []
        self._held: frozenset[PersonId] = frozenset()
        self._edition = -1
        self.may_look = desk.may(Action.SEE_REGISTER) or desk.may(Action.REVIEW)
        self.setFixedWidth(theme().side_px(280))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Type a name or a number") if self.may_look else tr("Type a name"))
        self.search.setAccessibleName(tr("Search names"))
        self.search.setToolTip("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.groups, self.shown = QComboBox(), QComboBox()
        for box, name in ((self.groups, tr("Class")), (self.shown, tr("Who is shown"))):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            show_if(box, self.may_look)
        self.groups.addItem(tr(EVERYBODY))
        self.shown.addItem(tr("All kinds"), "")
        for kind in PersonKind:
            self.shown.addItem(PERSON_KIND[kind][1], kind)
        self.shown.addItem(tr("Here now"), _ON_ROLL)
        self.shown.addItem(tr("Has left"), _LEFT)
        if desk.may(Action.PLACE_HOLD):
            self.shown.addItem(tr("On hold"), _HELD)
        self.list = RowsView(tr("People"), self._row, is_flat=True)
        self.list.setUniformItemSizes(True)  # thousands of rows are laid out without asking each for its height
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.number = Label(role="caption", wraps=True)
        self.box.addWidget(self.search)
        self.box.addLayout(line_up(self.groups, self.shown))
        self.box.addWidget(self.list, 1)
        self.box.addWidget(self.number)
        self.search.textChanged.connect(lambda _words: self.show_found())
        self.search.returnPressed.connect(self._choose_first)
        for box in (self.groups, self.shown):
            box.currentIndexChanged.connect(lambda _i: self.show_found())

    def read(self) -> None:
        """Read who there is, when something was written since; keep search, filters, choice and place."""
        if self.may_look and self._edition != self._desk.edition:
            self._have(self._load())
        self.show_found()

    def read_aside(self) -> None:
        """The same off the window's own thread, because somebody else wrote; `read_again` follows."""
        if self.may_look and self._edition != self._desk.edition:
            self._desk.look(self._load, self._have_aside)
        else:
            self.show_found()
            self.read_again.emit()

    def _load(self) -> _Everybody:
        edition, workspace = self._desk.edition, self._desk.workspace
        keyed = [(person, _key(person)) for person in reads.all_people(workspace)]
        return edition, keyed, reads.held(workspace) if self._desk.may(Action.PLACE_HOLD) else frozenset()

    def _have(self, everybody: _Everybody) -> None:
        self._edition, self._people, self._held = everybody
        self._offer_groups(sorted({p.registration_group for p, _key in self._people if p.registration_group}))

    def _have_aside(self, everybody: _Everybody) -> None:
        self._have(everybody)
        self.show_found()
        self.read_again.emit()

    def by_id(self, person_id: PersonId | None) -> Person | None:
        """The newest entry of somebody."""
        return next((p for p, _key in self._people if p.id == person_id), None)

    def current(self) -> Person | None:
        found = self.list.chosen()
        return found if isinstance(found, Person) else None

    def show_found(self) -> None:
        """Show whom search and filters find; the chosen person stays chosen while in the list."""
        was = self.current()
        model = self.list.selectionModel()
        model.blockSignals(True)
        found = self._found()
        self.list.rows.show_items(found)
        if was is not None:
            self.list.choose(lambda p: p.id == was.id)
        model.blockSignals(False)
        few = not self.may_look and len(self.search.text().strip()) < LEAST_LETTERS
        self.number.setText(tr("Type at least three letters.") if few else count(len(found), "person", "people"))

    def choose(self, person_id: PersonId) -> None:
        """Make somebody current, taking filters away that hide them."""
        if not self.list.choose(lambda p: p.id == person_id):
            self.search.clear()
            for box in (self.groups, self.shown):
                box.setCurrentIndex(0)
            self.list.choose(lambda p: p.id == person_id)

    def _found(self) -> Sequence[Person]:
        words = folded(self.search.text())
        if not self.may_look:
            return reads.search_people(self._desk.workspace, words) if len(words) >= LEAST_LETTERS else ()
        terms, group = words.split(), self.groups.currentText() if self.groups.currentIndex() > 0 else ""
        shown = self.shown.currentData()
        today = self._desk.workspace.clock.today()
        return [
            person
            for person, key in self._people
            if all(term in key for term in terms)
            and (not group or person.registration_group == group)
            and (shown not in _KINDS or person.kind == shown)
            and (shown != _ON_ROLL or not person.has_left(today))
            and (shown != _LEFT or person.has_left(today))
            and (shown != _HELD or person.id in self._held)
        ]

    def _offer_groups(self, groups: Sequence[str]) -> None:
        wanted = [tr(EVERYBODY), *groups]
        if [self.groups.itemText(i) for i in range(self.groups.count())] == wanted:
            return
        chosen = self.groups.currentText()
        self.groups.blockSignals(True)
        self.groups.clear()
        self.groups.addItems(wanted)
        self.groups.setCurrentIndex(max(0, self.groups.findText(chosen)))
        self.groups.blockSignals(False)

    def _tell(self) -> None:
        if (person := self.current()) is not None:
            self.chosen.emit(person)

    def _choose_first(self) -> None:
        if self.list.rows.rowCount():
            self.list.setCurrentIndex(self.list.rows.index(0))
            self.list.setFocus()

    def _row(self, person: Person) -> Row:
        left = person.has_left(self._desk.workspace.clock.today())
        note = person.registration_group if person.kind is PersonKind.PUPIL else ""
        note = note or PERSON_KIND[person.kind][0]
        note += tr(" · has left") if left and person.kind is not PersonKind.LEAVER else ""
        return Row(person.name, note, icon="hold" if person.id in self._held else "person")


def _key(person: Person) -> str:
    names = (person.name, person.legal_forename, person.legal_surname)
    return folded(" ".join((*names, person.registration_group, person.upn, person.admission_number)))
