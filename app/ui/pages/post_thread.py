"""What was asked, answered and corrected about a post, and the field for one's own answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.post import Message, MessageKind
from app.ui.icons import STATE_ICONS
from app.ui.language import Told, phrase, tr
from app.ui.widgets import Button, IconLabel, Label, Plain, clear, field

_VERBS = Told(
    {
        MessageKind.QUESTION: phrase("asks"),
        MessageKind.ANSWER: phrase("answers"),
        MessageKind.CORRECTION: phrase("corrected"),
    }
)


class PostThread(Plain):
    """Signals:
    answered(str): the answer that was written.
    """

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.lines = Plain(gap=4)
        self.answer = QLineEdit()
        self.answer.setMaxLength(1000)
        self.answer.returnPressed.connect(self._send)
        self.answer_field = Plain(gap=8)
        go = Button(tr("Answer"), self._send)
        self.answer_field.box.addLayout(field(tr("Your answer"), self.answer, beside=go))
        self.box.addWidget(self.lines)
        self.box.addWidget(self.answer_field)

    def show_thread(self, messages: Sequence[Message], names: Mapping[str, str], *, may_answer: bool) -> None:
        """Everything that was said, oldest first; what is being typed stays."""
        clear(self.lines.box)
        for message in messages:
            self.lines.box.addWidget(thread_line(message, names))
        self.lines.setVisible(bool(messages))
        self.answer_field.setVisible(may_answer)

    def _send(self) -> None:
        self.answered.emit(self.answer.text().strip())


def thread_line(message: Message, names: Mapping[str, str]) -> Plain:
    """One thing that was said, with its icon and whom it was said to."""
    state = "needs" if message.kind is MessageKind.QUESTION else "shown"
    whom = f" {names[message.asked]}" if message.asked in names else ""
    row = Plain(row=True, gap=8)
    row.box.addWidget(IconLabel(STATE_ICONS[state], tint=state, size=16))
    row.box.addWidget(Label(f"{message.said_by_name} {_VERBS[message.kind]}{whom}: {message.words}", wraps=True), 1)
    return row
