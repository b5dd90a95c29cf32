"""Correct an entry of the register, or make a new one; what is wrong is said under its own field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.people import Person, PersonKind
from app.ui.days import parse_day
from app.ui.language import phrase, tr
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, Plain, field, grid, line_up
from app.ui.words import PERSON_KIND, day
from app.workflow import register
from consent_db import people
from consent_db.lists.cells import upn_is_valid

_FIELDS = (
    ("legal_forename", phrase("Legal forename")),
    ("legal_surname", phrase("Legal surname")),
    ("preferred_forename", phrase("Forename in use")),
    ("preferred_surname", phrase("Surname in use")),
    ("registration_group", phrase("Class")),
    ("year_group", phrase("Year")),
    ("upn", phrase("Pupil number (UPN)")),
    ("admission_number", phrase("Admission number")),
    ("date_of_birth", phrase("Date of birth")),
    ("on_roll_from", phrase("On roll from")),
    ("on_roll_until", phrase("On roll until")),
)
_DAYS = ("date_of_birth", "on_roll_from", "on_roll_until")


class PersonForm(Panel):
    """Signals:
    saved(object): the entry as it is stored now.
    given_up: nothing was stored.
    """

    saved = Signal(object)
    given_up = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._was: Person | None = None
        self._is_new = False
        self.heading = Label(role="heading")
        self.kind = QComboBox()
        for kind in PersonKind:
            self.kind.addItem(PERSON_KIND[kind][0], kind)
        self.lines: dict[str, QLineEdit] = {}
        self.problems: dict[str, Label] = {}
        table = grid(12)
        table.addLayout(field(tr("Kind of person"), self.kind), 0, 0)
        for at, (key, words) in enumerate(_FIELDS, start=2):
            line, problem = QLineEdit(), Label(role="caption", wraps=True)
            problem.setProperty("state", "withheld")
            problem.hide()
            if key in _DAYS:
                line.setPlaceholderText(tr("4 Sep 2016"))
            line.editingFinished.connect(lambda k=key: self._check(k))
            line.returnPressed.connect(self.save)
            block = Plain(gap=4)
            block.box.addLayout(field(tr(words), line))
            block.box.addWidget(problem)
            block.box.addStretch(1)
            self.lines[key], self.problems[key] = line, problem
            table.addWidget(block, at // 2, at % 2)
        self.go = Button(tr("Save"), self.save, kind="primary")
        self.box.addWidget(self.heading)
        self.box.addLayout(table)
        self.box.addLayout(line_up(1, Button(tr("Leave it"), self.given_up.emit), self.go))

    @property
    def is_typed(self) -> bool:
        """Whether something was entered that is not stored."""
        return not self.isHidden() and self._was is not None and self._values() != self._values_of(self._was)

    def open_for(self, person: Person | None) -> None:
        """Fill the form with an entry, or empty it for somebody new."""
        self._is_new = person is None
        self._was = person or people.new(PersonKind.PUPIL, "", "")
        self.heading.setText(tr("Add somebody") if person is None else tr("Change {name}", name=person.name))
        self.kind.setCurrentIndex(self.kind.findData(self._was.kind))
        for key, words in self._values_of(self._was).items():
            self.lines[key].setText(words)
            self.problems[key].hide()
        self.show()
        self.lines["legal_forename"].setFocus()

    def save(self) -> None:
        """Store it, unless a field cannot be right or somebody else changed the entry meanwhile."""
        wrong = [key for key, _words in _FIELDS if not self._check(key)]
        if self._was is None or wrong:
            if wrong:
                self.lines[wrong[0]].setFocus()
            return
        entry = replace(self._was, kind=PersonKind(self.kind.currentData()), **self._parsed())
        page = self._page
        if self._is_new:
            made = page.attempt(lambda: register.add_person(page.workspace, page.actor, entry))
            stored = entry if made is not None else None
        else:
            stored = page.attempt(
                lambda: register.change_person(page.workspace, page.actor, entry),
                ways={tr("Look at theirs"): self._look_at_theirs, tr("Copy what I typed"): self._copy_mine},
            )
        if stored is not None:
            self.hide()
            self.saved.emit(stored)

    def _look_at_theirs(self) -> None:
        self._page.notice.dismiss()
        self.given_up.emit()

    def _copy_mine(self) -> None:
        said = [f"{tr(words)}: {self.lines[key].text()}" for key, words in _FIELDS if self.lines[key].text().strip()]
        QGuiApplication.clipboard().setText("\n".join(said))

    def _values(self) -> dict[str, str]:
        return {key: line.text().strip() for key, line in self.lines.items()}

    def _values_of(self, person: Person) -> dict[str, str]:
        found = {key: getattr(person, key) for key, _words in _FIELDS}
        return {key: (day(value) if isinstance(value, date) else value or "") for key, value in found.items()}

    def _parsed(self) -> dict[str, object]:
        values = self._values()
        values["upn"] = values["upn"].upper()
        return {key: parse_day(words) if key in _DAYS else words for key, words in values.items()}

    def _check(self, key: str) -> bool:
        problem = self._problem(key, self.lines[key].text().strip())
        self.problems[key].setText(problem)
        self.problems[key].setVisible(bool(problem))
        self.lines[key].setAccessibleDescription(problem)
        return not problem

    def _problem(self, key: str, words: str) -> str:
        if key == "legal_surname" and not words and not self.lines["legal_forename"].text().strip():
            return tr("A person needs a name.")
        if key == "upn" and words:
            return (
                ""
                if upn_is_valid(words.upper())
                else tr("A pupil number is a letter and twelve digits; this one has a slip.")
            )
        if key in _DAYS and words and parse_day(words) is None:
            return tr("Write the day like 4 Sep 2016 or 04/09/2016.")
        if key == "on_roll_until" and words:
            first, last = parse_day(self.lines["on_roll_from"].text()), parse_day(words)
            if first is not None and last is not None and last < first:
                return tr("This is before the first day on roll.")
        if key == "date_of_birth" and (born := parse_day(words)) and born > self._page.workspace.clock.today():
            return tr("This day is still to come.")
        return ""
