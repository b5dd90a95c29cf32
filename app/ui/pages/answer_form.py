"""Record one answer of one giver: what for, where, yes or no, who said it, and what proves it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit

from app.domain.consent import Answer, ConsentKind, Platform
from app.ui.widgets import Button, Label, Panel, field, grid, line_up

_ANSWERS = ((Answer.YES, "Yes"), (Answer.NO, "No"), (Answer.WITHDRAWN, "Takes the yes back"))
_KINDS = ((ConsentKind.IMAGE, "Being in pictures"), (ConsentKind.NAME, "First name beside pictures"))


class AnswerForm(Panel):
    """Signals:
    wanted(dict): kind, platform_id, answer, giver, relationship, evidence, valid_from; the workflow judges them.
    """

    wanted = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.platform, self.answer = QComboBox(), QComboBox(), QComboBox()
        for kind, words in _KINDS:
            self.kind.addItem(words, kind)
        for answer, words in _ANSWERS:
            self.answer.addItem(words, answer)
        self.giver, self.relationship, self.evidence = QLineEdit(), QLineEdit(), QLineEdit()
        self.since = QDateEdit(QDate.currentDate())
        self.since.setDisplayFormat("d MMM yyyy")
        self.since.setCalendarPopup(True)
        self.go = Button("Record the answer", self._go, kind="primary")
        self.box.addWidget(Label("Record an answer", role="heading"))
        fields = grid(12)
        for at, (words, widget) in enumerate(
            (
                ("For", self.kind),
                ("On", self.platform),
                ("Answer", self.answer),
                ("From", self.since),
                ("Who answered", self.giver),
                ("Relationship", self.relationship),
            )
        ):
            fields.addLayout(field(words, widget), at // 2, at % 2)
        self.box.addLayout(fields)
        self.box.addLayout(field("What proves it", self.evidence, hint="For example: paper form, folder 3, page 12"))
        self.box.addLayout(line_up(1, self.go))
        self.answer.currentIndexChanged.connect(lambda _i: self._enable())
        for line in (self.giver, self.evidence):
            line.textChanged.connect(lambda _words: self._enable())
        self._enable()

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """Offer the platforms; the choice stays."""
        if [self.platform.itemData(i) for i in range(self.platform.count())] == [p.id for p in platforms]:
            return
        self.platform.clear()
        for platform in platforms:
            self.platform.addItem(platform.name, platform.id)

    def clear(self) -> None:
        """Ready for the next answer; giver and relationship often stay the same person's."""
        self.evidence.clear()

    def _enable(self) -> None:
        says_yes = self.answer.currentData() == Answer.YES
        complete = bool(self.giver.text().strip()) and (bool(self.evidence.text().strip()) or not says_yes)
        self.go.setEnabled(complete)
        self.go.setToolTip("" if complete else "Say who answered; a yes needs something that proves it.")

    def _go(self) -> None:
        self.wanted.emit(
            {
                "kind": ConsentKind(self.kind.currentData()),
                "platform_id": self.platform.currentData(),
                "answer": Answer(self.answer.currentData()),
                "giver": self.giver.text().strip(),
                "relationship": self.relationship.text().strip(),
                "evidence": self.evidence.text().strip(),
                "valid_from": self.since.date().toPython(),
            }
        )
