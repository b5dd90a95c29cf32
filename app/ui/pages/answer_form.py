"""Record answers: who gave them, how that can be seen, and for which platforms and kinds; one or a whole form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFileDialog, QLineEdit

from app.domain.consent import CHILD, SELF, Answer, ConsentKind, Platform, PlatformId
from app.domain.contacts import Contact
from app.domain.people import Person
from app.ui.language import Told, phrase, tr
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, clear, field, grid, line_up
from app.ui.words import CONSENT_KIND

Target = tuple[ConsentKind, PlatformId]


class AnswerCell(Button):
    """One answer of a form: nothing, yes or no. Press for the next; Y, N and Delete say it at once.

    Signals:
        answered: it says something else now.
    """

    answered = Signal()
    _LOOKS = Told({None: ("–", "dash"), Answer.YES: (phrase("Yes"), "tick"), Answer.NO: (phrase("No"), "close")})
    _KEYS = {  # noqa: RUF012
        Qt.Key.Key_Y: Answer.YES,
        Qt.Key.Key_N: Answer.NO,
        Qt.Key.Key_Delete: None,
        Qt.Key.Key_Backspace: None,
    }

    def __init__(self, name: str) -> None:
        super().__init__(
            "–",
            self._next,
            kind="tab",
            name=f"{name}: – {tr('no answer')}",
            tip=tr("Y for yes, N for no, Delete for neither"),
        )
        self.setCheckable(False)
        self._name = name
        self.answer: Answer | None = None
        self.setMinimumWidth(theme().px(64))

    def say(self, answer: Answer | None) -> None:
        """Stand at this answer."""
        self.answer = answer
        words, icon_name = self._LOOKS[answer]
        self._icon_name = icon_name
        tints = {None: "quiet", Answer.YES: "shown", Answer.NO: "withheld"}
        self.setText(f" {words}" if answer else words)
        self.tint(tints[answer] if answer else "")
        self.setAccessibleName(f"{self._name}: {(words if answer else '– ' + tr('no answer'))}")
        self.answered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One letter says it."""
        if event.key() in self._KEYS:
            self.say(self._KEYS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _next(self) -> None:
        self.say({None: Answer.YES, Answer.YES: Answer.NO, Answer.NO: None}[self.answer])


class Giver(Plain):
    """Who answered, on which day, on which form, and what proves it.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, *, is_narrow: bool = False) -> None:
        super().__init__(gap=8)
        self.giver = QComboBox()
        self.giver.setEditable(True)
        self.giver.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.giver.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.giver.setMinimumContentsLength(10)
        self.giver.lineEdit().setAccessibleName(tr("Who answered"))
        self.giver.lineEdit().setPlaceholderText(tr("Name"))
        self.relationship, self.form_version, self.evidence = QLineEdit(), QLineEdit(), QLineEdit()
        self.since, self.until = date_field(), date_field()
        self.ends = QCheckBox(tr("Ends on a day"))
        self.until.setDate(QDate.currentDate().addYears(1))
        self.until.hide()
        self.ends.toggled.connect(self.until.setVisible)
        self.until.setAccessibleName(tr("Last day"))
        fields = grid(12)
        ends = Plain(gap=4)
        ends.box.addWidget(self.ends)
        ends.box.addWidget(self.until)
        across = 1 if is_narrow else 2
        parts = (
            field(tr("Who answered"), self.giver),
            field(tr("Relationship"), self.relationship),
            field(tr("Given on"), self.since),
        )
        for at, part in enumerate(parts):
            fields.addLayout(part, at // across, at % across)
        fields.addWidget(ends, 3 // across, 3 % across)
        self.informed = date_field()
        self.told = Plain(gap=0)
        self.told.box.addLayout(field(tr("Parents told on"), self.informed))
        self.told.hide()
        fields.addWidget(self.told, 4, 0)
        for column in range(across):
            fields.setColumnStretch(column, 1)
        self.box.addLayout(fields)
        self.box.addLayout(field(tr("Which form"), self.form_version, hint=tr("For example: photo form 2026")))
        self.box.addLayout(
            field(tr("What proves it"), self.evidence, hint=tr("For example: paper form, folder 3, page 12"))
        )
        self.scan: bytes | None = None
        self.scan_button = Button(tr("Add a scan of the form"), self._choose_scan, icon_name="picture")
        self.scan_words = Label(role="caption", wraps=True)
        self.box.addLayout(line_up(self.scan_button, 1))
        self.box.addWidget(self.scan_words)
        self.scan_words.hide()
        self.giver.currentIndexChanged.connect(self._fill_relationship)
        self.giver.editTextChanged.connect(lambda _words: self.changed.emit())
        for line in (self.evidence, self.form_version):
            line.textChanged.connect(lambda _words: self.changed.emit())

    def offer(self, person: Person, contacts: Sequence[Contact]) -> None:
        """Offer those who may answer for this person; what was typed stays while it is the same person."""
        own = (CHILD, tr("the child")) if person.kind.is_child else (SELF, tr("themselves"))
        wanted = [(c.name, c) for c in contacts] + [(own[1].capitalize(), own[0])]
        if [self.giver.itemData(i) for i in range(self.giver.count())] == [data for _words, data in wanted]:
            return
        self.giver.clear()
        for words, data in wanted:
            self.giver.addItem(words, data)
        self.giver.setCurrentIndex(0 if contacts else -1)
        self._fill_relationship()

    def is_complete(self, *, says_yes: bool) -> bool:
        """Whether it says who answered, and for a yes what proves it."""
        kept = bool(self.evidence.text().strip()) or self.scan is not None
        proven = kept and bool(self.form_version.text().strip())
        return bool(self.giver.currentText().strip()) and (proven or not says_yes)

    def forget_proof(self) -> None:
        """The next form has another proof."""
        self.evidence.clear()
        self.use_scan(None)

    def use_scan(self, file: Path | None) -> None:
        """Keep this file with the answers, in the vault; None takes it away again."""
        try:
            self.scan = file.read_bytes() if file is not None else None
            said = tr("{name} is kept with the form, encrypted.", name=file.name) if file else ""
        except OSError:
            self.scan, said = None, tr("This file cannot be read. Choose another.")
        self.scan_words.setText(said)
        self.scan_words.setVisible(bool(said))
        self.changed.emit()

    def _choose_scan(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("The scan"), "", tr("Scans (*.pdf *.jpg *.jpeg *.png)"))
        if chosen:
            self.use_scan(Path(chosen))

    def values(self) -> dict[str, Any]:
        """What every answer of the form has in common, as `SignedForm` takes it."""
        chosen = self._chosen()
        return {
            "giver": chosen if isinstance(chosen, str) else self.giver.currentText().strip(),
            "contact_id": chosen.id if isinstance(chosen, Contact) else None,
            "relationship": self.relationship.text().strip(),
            "scan": self.scan,
            "kept_where": self.evidence.text().strip(),
            "form_version": self.form_version.text().strip(),
            "valid_from": self.since.date().toPython(),
            "parent_informed_on": self.informed.date().toPython() if chosen == CHILD else None,
            "valid_until": self.until.date().toPython() if self.ends.isChecked() else None,
        }

    def _chosen(self) -> Contact | str | None:
        at = self.giver.currentIndex()
        same = at >= 0 and self.giver.itemText(at) == self.giver.currentText()
        return self.giver.itemData(at) if same else None

    def _fill_relationship(self) -> None:
        chosen = self._chosen()
        self.told.setVisible(chosen == CHILD)
        if isinstance(chosen, Contact):
            self.relationship.setText(chosen.relationship)
        elif isinstance(chosen, str):
            self.relationship.setText(tr("the child") if chosen == CHILD else "")
        else:
            self.relationship.clear()


class AnswerForm(Panel):
    """One answer, for the cell that is open.

    Signals:
        wanted(object): answer, giver and the rest; the page adds whom and what for, the workflow judges them.
    """

    wanted = Signal(object)  # a dict would lose its enums on the way

    def __init__(self) -> None:
        super().__init__(margin=0, gap=8)
        self.setProperty("role", "")
        self.answer = QComboBox()
        for answer, words in (
            (Answer.YES, tr("Yes")),
            (Answer.NO, tr("No")),
            (Answer.WITHDRAWN, tr("Takes the yes back")),
        ):
            self.answer.addItem(words, answer)
        self.giver = Giver(is_narrow=True)
        self.go = Button(tr("Record the answer"), self._go, kind="primary")
        self.box.addWidget(Label(tr("Record an answer"), role="heading"))
        self.box.addLayout(field(tr("Answer"), self.answer))
        self.box.addWidget(self.giver)
        self.box.addLayout(line_up(1, self.go))
        self.answer.currentIndexChanged.connect(lambda _i: self._enable())
        self.giver.changed.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        complete = self.giver.is_complete(says_yes=self.answer.currentData() == Answer.YES)
        self.go.setEnabled(complete)
        self.go.setToolTip(
            "" if complete else tr("Say who answered; a yes needs the form and something that proves it.")
        )

    def _go(self) -> None:
        self.wanted.emit({"answer": Answer(self.answer.currentData()), **self.giver.values()})


class WholeForm(Panel):
    """A signed form as it lies on the desk: every platform and kind in one go.

    Signals:
        wanted(object, object): answers by kind and platform, and what they have in common.
        given_up: close it without recording.
    """

    wanted = Signal(object, object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells: dict[Target, AnswerCell] = {}
        self._platforms: tuple[Platform, ...] = ()
        self.giver = Giver()
        self.giver.changed.connect(self._enable)
        self.go = Button(tr("Record the form"), self._go, kind="primary")
        self.table = grid(8)
        self.box.addWidget(Label(tr("Record a form"), role="heading"))
        self.box.addLayout(self.table)
        self.box.addWidget(self.giver)
        self.box.addLayout(line_up(1, Button(tr("Leave it"), self.given_up.emit), self.go))
        self._enable()

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """One row per platform; answers being entered stay while the platforms are the same."""
        if tuple(platforms) == self._platforms:
            return
        self._platforms = tuple(platforms)
        clear(self.table)
        self.cells = {}
        for column, kind in enumerate(ConsentKind, start=1):
            all_yes = Button(CONSENT_KIND[kind], lambda k=kind: self._say_all(k), kind="flat")
            all_yes.setToolTip(tr("{consent_kind}: yes on every platform", consent_kind=CONSENT_KIND[kind]))
            self.table.addWidget(all_yes, 0, column)
        for line, platform in enumerate(platforms, start=1):
            self.table.addWidget(Label(platform.name, wraps=True), line, 0)
            for column, kind in enumerate(ConsentKind, start=1):
                cell = AnswerCell(f"{platform.name}, {CONSENT_KIND[kind]}")
                cell.answered.connect(self._enable)
                self.cells[kind, platform.id] = cell
                self.table.addWidget(cell, line, column)
        self.table.setColumnStretch(0, 1)
        self._enable()

    @property
    def answers(self) -> dict[Target, Answer]:
        """What was entered; cells without an answer are left out."""
        return {target: cell.answer for target, cell in self.cells.items() if cell.answer is not None}

    def clear(self) -> None:
        """An empty form for the next person."""
        for cell in self.cells.values():
            cell.say(None)
        self.giver.forget_proof()

    def _say_all(self, kind: ConsentKind) -> None:
        for (of, _platform), cell in self.cells.items():
            if of is kind:
                cell.say(Answer.YES)

    def _enable(self) -> None:
        answers = self.answers
        complete = self.giver.is_complete(says_yes=Answer.YES in answers.values())
        self.go.setEnabled(bool(answers) and complete)
        missing = (
            tr("Say who answered; a yes needs the form and something that proves it.")
            if answers
            else tr("Enter at least one answer.")
        )
        self.go.setToolTip("" if self.go.isEnabled() else missing)

    def _go(self) -> None:
        self.wanted.emit(self.answers, self.giver.values())


def date_field() -> QDateEdit:
    """A day with a calendar, today at first."""
    box = QDateEdit(QDate.currentDate())
    box.setDisplayFormat("d MMM yyyy")
    box.setCalendarPopup(True)
    return box
