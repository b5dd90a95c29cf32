"""Who is often taken for whom, on a person's sheet."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.domain.people import Person, PersonId
from app.ui import reads
from app.ui.language import tr
from app.ui.pages.page import Page
from app.ui.pages.person_seek import PersonSeek
from app.ui.widgets import Button, Label, Plain, StateChip, clear, field, line_up
from app.ui.words import sentence
from app.workflow import look_alikes


class LookAlikesPart(Plain):
    """Twins, sisters, doubles: a suggestion of one of them says so and has to be chosen twice."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._person: Person | None = None
        self._shown: object = None
        self.rows = Plain(gap=4)
        self.who = QComboBox()
        self.who.setEditable(True)
        self.who.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.who.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self._seek = PersonSeek(page)
        self._seek.found.connect(self._offer_found)
        self._is_sought = False
        self.who.lineEdit().textEdited.connect(lambda words: self._is_sought and self._seek.seek(words))
        self.go = Button(tr("They look alike"), lambda: self._mark(self.who.currentData(), alike=True))
        self.box.addWidget(Label(tr("Often taken for"), role="heading"))
        self.box.addWidget(self.rows)
        self.box.addLayout(field(tr("A twin, a sister, somebody like them"), self.who, beside=self.go))

    def show_person(self, person: Person) -> None:
        """Who is taken for this person; what is being typed stays."""
        page = self._page
        alike = page.attempt_quietly(lambda: look_alikes.look_alikes(page.workspace, page.actor, person.id)) or ()
        self._is_sought = self._seek.is_needed
        read = (lambda: self._near(person, alike)) if self._is_sought else (lambda: reads.all_people(page.workspace))
        everybody = [p for p in page.attempt_quietly(read) or () if p.id != person.id]
        shown = (person.id, alike, [(p.id, p.name) for p in everybody])
        if shown == self._shown:
            return
        self._person, self._shown = person, shown
        clear(self.rows.box)
        names = {p.id: p.name for p in everybody}
        for other in alike:
            name = names.get(other, tr("somebody who has left the register"))
            off = Button(
                tr("{name} is not alike", name=name),
                lambda o=other: self._mark(o, alike=False),
                icon_name="close",
                kind="icon",
            )
            self.rows.box.addLayout(line_up(StateChip("needs", sentence(name)), 1, off))
        if not alike:
            self.rows.box.addWidget(Label(tr("Nobody so far."), role="quiet"))
        self._offer([p for p in everybody if p.id not in alike], person)

    def _near(self, person: Person, alike: Collection[PersonId]) -> tuple[Person, ...]:
        """Of a large register those of the same class, and whoever was named; the others are found as one types."""
        known = {p.id: p for p in reads.people_of_class(self._page.workspace, person.registration_group)}
        return tuple((known | reads.people_with_ids(self._page.workspace, alike)).values())

    def _offer_found(self, found: tuple[Person, ...]) -> None:
        """What is typed stays, and whom it could mean can be chosen."""
        person, words = self._person, self.who.currentText()
        if person is None or not found:
            return
        self._offer([p for p in found if p.id != person.id], person)
        self.who.setEditText(words)
        self.who.completer().setCompletionPrefix(words)
        self.who.completer().complete()

    def _offer(self, people: list[Person], person: Person) -> None:
        """Those of the same surname first: they are asked about most."""
        self.who.clear()
        self.who.addItem("", None)
        for other in sorted(people, key=lambda p: (p.surname != person.surname, p.surname, p.forename)):
            group = f", {other.registration_group}" if other.registration_group else ""
            self.who.addItem(f"{other.name}{group}", other.id)

    def _mark(self, other: PersonId | None, *, alike: bool) -> None:
        page, person = self._page, self._person
        if person is None or other is None:
            page.notice.tell(tr("Choose somebody from the list."), state="needs")
            return

        def work() -> bool:
            look_alikes.mark(page.workspace, page.actor, person.id, other, alike=alike)
            return True

        if page.attempt(work):
            page.written()
