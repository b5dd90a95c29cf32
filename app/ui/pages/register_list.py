"""Everybody on the register at the left: search as you type, and filters by class, kind and standing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.errors import KnownError
from app.domain.people import Action, Person, PersonId, PersonKind
from app.ui import reads
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.long_lists import People, PeopleNamed
from app.ui.models.rows import Row
from app.ui.models.sliced import SlicedView
from app.ui.widgets import Button, Label, Panel, line_up, show_if
from app.ui.words import PERSON_KIND, count
from consent_db.people import Entry, folded

EVERYBODY = phrase("Any class")
LEAST_LETTERS = 3
"""Somebody who may not look through the register has to know the name."""
FEW_PEOPLE = 3000
"""Up to so many people are read at once."""
_Everybody = tuple[int, tuple[Entry, ...], frozenset[PersonId], list[str]]
_ON_ROLL, _LEFT, _HELD = "here", "left", "held"
_KINDS = frozenset(kind.value for kind in PersonKind)


class PeopleList(Panel):
    """Signals:
    chosen(object): the person of the current row.
    read_again: what somebody else wrote is in the list now.
    """

    chosen = Signal(object)
    read_again = Signal()

    def __init__(self, desk: Desk, on_problem: Callable[[BaseException], object]) -> None:
        super().__init__(margin=12, gap=8)
        self._desk = desk
        self._people: tuple[Entry, ...] = ()
        self._narrowed: tuple[str, Sequence[Entry]] = ("", ())
        """What was searched for last, and whom that found: one letter more looks among those only."""
        self._held: frozenset[PersonId] = frozenset()
        self._edition = self._reading = -1
        self._is_first_wanted = False
        """Somebody pressed Enter before what they typed was looked for."""
        self._on_problem = on_problem
        self.may_look = desk.may(Action.SEE_REGISTER) or desk.may(Action.REVIEW)
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
        self.list = SlicedView(tr("People"), self._row, desk, on_problem, is_flat=True)
        self.list.turned.connect(self._tell)
        self.list.filled.connect(self._filled)
        self.number = Label(role="caption", wraps=True)
        self.box.addWidget(self.search)
        self.box.addLayout(line_up(self.groups, self.shown))
        self.box.addWidget(self.list, 1)
        self.box.addWidget(self.number)
        self.nobody = Button(tr("Show everybody"), self.show_everybody, icon_name="close")
        self.box.addWidget(self.nobody)
        self.nobody.hide()
        self.search.textChanged.connect(lambda _words: self.show_found())
        self.search.returnPressed.connect(self._choose_first)
        for box in (self.groups, self.shown):
            box.currentIndexChanged.connect(lambda _i: self.show_found())

    def read(self) -> None:
        """Read who there is, when something was written since; keep search, filters, choice and place."""
        if self.may_look and self._edition != self._desk.edition:
            if reads.people_are_few(self._desk.workspace, FEW_PEOPLE):
                self._have(self._load())
            else:
                self._read_many()
        self.show_found()

    def read_aside(self) -> None:
        """The same off the window's own thread, because somebody else wrote; `read_again` follows."""
        if self.may_look and self._edition != self._desk.edition:
            self._read_many()
        else:
            self.show_found()
            self.read_again.emit()

    def _read_many(self) -> None:
        if self._reading != self._desk.edition:
            self._reading = self._desk.edition
            self._desk.read(self._load, self._have_aside, self._cannot)

    @property
    def is_reading(self) -> bool:
        """Whether the names of a large register are on their way."""
        return self._reading >= 0

    def _cannot(self, problem: BaseException) -> None:
        self._reading = -1
        self._on_problem(problem)

    def _load(self) -> _Everybody:
        edition, workspace = self._desk.edition, self._desk.workspace
        everybody = reads.people_to_search(workspace)
        held = reads.held(workspace) if self._desk.may(Action.PLACE_HOLD) else frozenset[PersonId]()
        return edition, everybody, held, sorted({entry.group for entry in everybody if entry.group})

    def _have(self, everybody: _Everybody) -> None:
        self._edition, self._people, self._held, groups = everybody
        self._reading, self._narrowed = -1, ("", ())
        self._offer_groups(groups)

    def _have_aside(self, everybody: _Everybody) -> None:
        self._have(everybody)
        self.show_found()
        self.read_again.emit()

    def by_id(self, person_id: PersonId | None) -> Person | None:
        """The newest entry of somebody."""
        try:
            return None if person_id is None else reads.person(self._desk.workspace, person_id)
        except KnownError as problem:
            self._on_problem(problem)
            return None

    def current(self) -> Person | None:
        found = self.list.chosen()
        return found if isinstance(found, Person) else None

    def show_found(self) -> None:
        """Show whom search and filters find; the chosen person stays chosen while in the list."""
        if self._edition < 0 and self.may_look:
            self.number.setText(tr("Reading the register …"))
            return
        workspace = self._desk.workspace
        self._is_first_wanted = False
        if self.may_look:
            self.list.show_source(People(workspace, self._found()), at_once=True)
        else:
            words = folded(self.search.text())
            named = PeopleNamed(workspace, words if len(words) >= LEAST_LETTERS else "")
            self.list.show_source(named, at_once=not named.words or reads.people_are_few(workspace, FEW_PEOPLE))

    def _filled(self) -> None:
        found = self.list.rows.rowCount()
        few = not self.may_look and len(self.search.text().strip()) < LEAST_LETTERS
        self.number.setText(tr("Type at least three letters.") if few else count(found, "person", "people"))
        self.nobody.setVisible(self.is_sifted and not found and not few)
        if self._is_first_wanted:
            self._choose_first()

    @property
    def is_sifted(self) -> bool:
        """Whether a search or a filter leaves somebody out."""
        return bool(self.search.text().strip() or self.groups.currentIndex() > 0 or self.shown.currentIndex() > 0)

    def show_everybody(self) -> None:
        """Take search and filters away."""
        with QSignalBlocker(self.search):
            self.search.clear()
        for box in (self.groups, self.shown):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        self.show_found()

    def choose(self, person_id: PersonId) -> None:
        """Make somebody current, taking filters away that hide them."""
        if not self.list.choose_key(person_id):
            self.show_everybody()
            self.list.choose_key(person_id)

    def _found(self) -> Sequence[PersonId]:
        words = folded(self.search.text())
        group = self.groups.currentText() if self.groups.currentIndex() > 0 else ""
        shown, today = self.shown.currentData(), self._desk.workspace.clock.today()
        entries = self._with_words(words)
        if group:
            entries = [entry for entry in entries if entry.group == group]
        if shown in _KINDS:
            entries = [entry for entry in entries if entry.kind == shown]
        elif shown in (_ON_ROLL, _LEFT):
            entries = [entry for entry in entries if entry.has_left(today) is (shown == _LEFT)]
        elif shown == _HELD:
            entries = [entry for entry in entries if entry.id in self._held]
        return [entry.id for entry in entries]

    def _with_words(self, words: str) -> Sequence[Entry]:
        before, among = self._narrowed
        entries = among if before and words.startswith(before) else self._people
        for term in words.split():
            entries = [entry for entry in entries if term in entry.key]
        self._narrowed = (words, entries)
        return entries

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

    def _tell(self, person_id: PersonId) -> None:
        if (person := self.by_id(person_id)) is not None:
            self.chosen.emit(person)

    def _choose_first(self) -> None:
        self._is_first_wanted = not self.list.shows_newest
        if self.list.rows.rowCount() and not self._is_first_wanted:
            self.list.setCurrentIndex(self.list.rows.index(0))
            self.list.setFocus()

    def _row(self, person: Person) -> Row:
        left = person.has_left(self._desk.workspace.clock.today())
        note = person.registration_group if person.kind is PersonKind.PUPIL else ""
        note = note or PERSON_KIND[person.kind][0]
        note += tr(" · has left") if left and person.kind is not PersonKind.LEAVER else ""
        return Row(person.name, note, icon="hold" if person.id in self._held else "person")
