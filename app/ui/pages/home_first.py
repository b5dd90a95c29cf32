"""Home of a new school: what still stops its first post, each with its button or with who can do it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.ui.below import below
from app.ui.desk import Desk
from app.ui.language import Told, phrase, tr
from app.ui.theme import theme
from app.ui.widgets import Button, IconLabel, Label, Panel, Plain, clear
from app.workflow.first_post import Step, ToDo

_WAYS = Told(
    {
        Step.STAFF: (phrase("Add people"), "users", None),
        Step.RULES: (phrase("Choose rules"), "school", "packs"),
        Step.PLATFORMS: (phrase("Add platforms"), "school", "platforms"),
        Step.PUPILS: (phrase("Read the lists"), "register", "lists"),
        Step.ANSWERS: (phrase("Record answers"), "register", "lists"),
        Step.READING: (phrase("Read"), "school", "policies"),
        Step.TRAINING: (phrase("Record training"), "school", "training"),
        Step.NAMED: (phrase("Name somebody"), "school", "platforms"),
        Step.PERMISSION: (phrase("Record permission"), "school", "permissions"),
        Step.MARKS: (phrase("Teach it"), "school", "marks"),
        Step.PHOTOS: (phrase("Import photos"), "import", None),
    }
)


class FirstPostPanel(Panel):
    """A list to tick off; what this person can do themselves has a button.

    Signals:
        wanted(str, object): a page, and what it should open.
    """

    wanted = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=16, gap=8)
        self._desk = desk
        self._shown: tuple[ToDo, ...] | None = None
        self.has_some = False
        """Whether something still stands in the way."""
        self.setMaximumWidth(theme().px(760))
        self.heading = Label(role="heading")
        self.steps = Plain(gap=4)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.steps)
        self.hide()

    def show_steps(self, steps: tuple[ToDo, ...]) -> None:
        """Show the steps while one of them still stands in the way."""
        if steps == self._shown:
            return
        self._shown = steps
        left = [step for step in steps if not step.is_done and not step.may_wait]
        clear(self.steps.box)
        self.has_some = bool(left)
        self.setVisible(self.has_some)
        done = sum(1 for step in steps if step.is_done)
        self.heading.setText(tr("On the way to the first post: {done} of {steps} done", done=done, steps=len(steps)))
        if left:
            for step in steps:
                self.steps.box.addWidget(self._line(step))

    def _line(self, step: ToDo) -> Plain:
        line = Plain(gap=2)
        row = Plain(row=True, gap=12)
        icon, tint, state = ("tick", "shown", tr("Done"))
        if not step.is_done:
            icon, tint, state = (
                ("clock", "covered", tr("Can wait")) if step.may_wait else ("question", "needs", tr("To do"))
            )
        row.box.addWidget(IconLabel(icon, tint=tint, size=20))
        said = below(step.words)
        words = Label(said, wraps=True, role="quiet" if step.is_done else "")
        words.setAccessibleName(f"{state}: {said}")
        row.box.addWidget(words, 1)
        button = self._button(step)
        if button is not None:
            row.box.addWidget(button)
        line.box.addWidget(row)
        if not step.is_done and button is None and step.who:
            more = Plain()
            lay_left = more.box
            lay_left.setContentsMargins(theme().px(32), 0, 0, 0)
            lay_left.addWidget(Label(tr("Ask {who}.", who=below(step.who)), role="caption", wraps=True))
            line.box.addWidget(more)
        return line

    def _button(self, step: ToDo) -> Button | None:
        if step.is_done or (step.action is not None and not self._desk.may(step.action)):
            return None
        words, page, what = _WAYS[step.step]
        return Button(words, lambda: self.wanted.emit(page, what), name=f"{words}: {below(step.words)}")
