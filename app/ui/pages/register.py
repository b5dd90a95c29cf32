"""Register: find somebody, see what may be shown where, record answers, look at a whole class, read the school's lists.

Everybody who signs in may record that a parent or the child says no; only some may see and change the rest.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.people import Action, Person, PersonId
from app.ui.columns import Across
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.ask_again import AskAgain
from app.ui.pages.page import Page
from app.ui.pages.person_sheet import PersonSheet
from app.ui.pages.register_grid import ClassGrid
from app.ui.pages.register_import import LOOK_EVERY_MS, RegisterImport
from app.ui.pages.register_list import PeopleList
from app.ui.widgets import Button, EmptyState, line_up, show_if

ASK_AGAIN, LISTS = "ask again", "lists"
"""What other pages may open here, beside a person."""


class RegisterPage(Page):
    """People with one of them beside the list, or a class as a table; reading a list behind a button."""

    key = "register"
    title = phrase("Register")
    icon_name = "register"
    actions = frozenset({Action.TAKE_CONSENT_AWAY})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._may_see = self.actor.may(Action.SEE_REGISTER)
        self._may_edit = self.actor.may(Action.EDIT_REGISTER)
        self._build()

    def _build(self) -> None:
        self.people = PeopleList(self.desk, self.notice.show_problem)
        self.list, self.search = self.people.list, self.people.search
        self.people.chosen.connect(self._chosen)
        self.people.read_again.connect(self._show_again)
        self._sheet = PartAsNeeded(self._build_sheet)
        self.add_button = Button(tr("Add"), self._add, icon_name="add", name=tr("Add somebody"), tip=tr("Add somebody"))
        self.import_button = Button(
            tr("Read a list"), self._show_import, icon_name="import", tip=tr("Pupils or consents")
        )
        for button in (self.add_button, self.import_button):
            show_if(button, self._may_edit)
        self.people.box.addLayout(line_up(self.add_button, self.import_button))
        words = (
            tr("Find somebody on the left.") if self.people.may_look else tr("Type at least three letters of the name.")
        )
        self.empty = EmptyState("register", tr("Nobody chosen"), words)
        self._importer = PartAsNeeded(self._build_importer)
        if self._may_edit:
            look = QTimer(self, interval=LOOK_EVERY_MS)
            look.timeout.connect(lambda: self.importer.lists.check())
            look.start()
        self.everybody = Across()
        self.everybody.box.add_side(self.people, 280)
        for widget in (self.empty, self._importer, self._sheet):
            self.everybody.box.addWidget(widget, 1)
        self._grid = PartAsNeeded(self._build_grid)
        self._asking = PartAsNeeded(self._build_asking)
        if self._may_see:
            self.body.addLayout(self._build_tabs())
        self.body.addWidget(self.everybody, 1)
        self.body.addWidget(self._grid, 1)
        self.body.addWidget(self._asking, 1)
        self._show_sheet()

    def _build_tabs(self) -> QWidget:
        self._views = QButtonGroup(self)
        self.views: dict[str, Button] = {}
        for words, place in self._places().items():
            tab = Button(
                words, lambda p=place: self.show_view(_part(p)), kind="tab", name=tr("View: {words}", words=words)
            )
            tab.setChecked(place is self.everybody)
            self._views.addButton(tab)
            self.views[words] = tab
        return line_up(*self.views.values(), 1)

    def _places(self) -> dict[str, QWidget]:
        return {tr("People"): self.everybody, tr("Class"): self._grid, tr("To ask again"): self._asking}

    # parts that are built once somebody needs them

    @property
    def sheet(self) -> PersonSheet:
        """One person beside the list."""
        return self._sheet.part

    @property
    def grid(self) -> ClassGrid:
        """A class as a table."""
        return self._grid.part

    @property
    def asking(self) -> AskAgain:
        """Who must be asked again."""
        return self._asking.part

    @property
    def importer(self) -> RegisterImport:
        """Reading the school's lists."""
        return self._importer.part

    def _build_sheet(self) -> PersonSheet:
        sheet = PersonSheet(self)
        sheet.changed.connect(self._stored)
        return sheet

    def _build_grid(self) -> ClassGrid:
        grid = ClassGrid(self)
        grid.person_wanted.connect(self._show_one)
        return grid

    def _build_asking(self) -> AskAgain:
        asking = AskAgain(self)
        asking.person_wanted.connect(self._show_one)
        return asking

    def _build_importer(self) -> RegisterImport:
        importer = RegisterImport(self)
        importer.closed.connect(self._close_import)
        return importer

    # reading

    @property
    def person(self) -> Person | None:
        """Who is shown."""
        return self._sheet.built.person if self._sheet.built is not None else None

    def context(self) -> str:
        if self._grid.is_shown:
            return self.grid.groups.currentText()
        return self.person.name if self.person else ""

    def start(self) -> QWidget:
        if not self.everybody.isHidden():
            return self.search
        return next(tab for tab in self.views.values() if tab.isChecked())

    def open(self, what: object) -> None:
        """Show one person by their id, who must be asked again, or the lists."""
        if what == ASK_AGAIN:
            self.show_view(self.asking)
            return
        self.show_view(self.everybody)
        if what == LISTS:
            self._show_import()
            return
        self._choose(PersonId(str(what)))

    def refresh(self) -> None:
        for view in (self._grid, self._asking):
            if view.is_shown:
                view.part.refresh()
                return
        self.people.read()
        self._show_again()

    def catch_up(self) -> None:
        """Others wrote: thousands of people are read aside, so that typing never waits for it."""
        if self.everybody.isHidden():
            self.refresh()
        else:
            self.people.read_aside()

    def _show_again(self) -> None:
        if (person := self.person) is not None:
            self.sheet.show_person(self.people.by_id(person.id) or person)
        self._show_sheet()

    def show_view(self, widget: QWidget) -> None:
        """People, a class, or who must be asked again."""
        for words, place in self._places().items():
            view = place.built if isinstance(place, PartAsNeeded) else place
            if view is not None:
                view.setVisible(view is widget)
            if self._may_see:
                self.views[words].setChecked(view is widget)
        self.refresh()
        self.context_changed.emit()

    def _chosen(self, person: Person) -> None:
        self.sheet.show_person(person)
        self._show_sheet()
        self.context_changed.emit()

    def _show_sheet(self) -> None:
        importing = self._importer.is_shown
        is_new = self.person is None and self._sheet.built is not None and self.sheet.is_entering
        if self._sheet.built is not None:
            self.sheet.setVisible((self.person is not None or is_new) and not importing)
        self.empty.setVisible(self.person is None and not is_new and not importing)

    def _show_one(self, person: Person) -> None:
        self.show_view(self.everybody)
        self._choose(person.id)

    def _choose(self, person_id: PersonId) -> None:
        self.people.choose(person_id)
        if (person := self.people.by_id(person_id)) is not None:
            self._chosen(person)

    # doing

    def _add(self) -> None:
        self.sheet.begin_new()
        self._show_sheet()

    def _stored(self, person: Person) -> None:
        self.people.read()
        self._choose(person.id)

    def _show_import(self) -> None:
        self.importer.show()
        self._show_sheet()

    def _close_import(self) -> None:
        self._importer.hide_part()
        self.refresh()


def _part(place: QWidget) -> QWidget:
    """What stands in a place, built if need be."""
    return place.part if isinstance(place, PartAsNeeded) else place
