"""Teach a mark: its name, whose it is, one to five pictures; then the progress of learning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from app.analysis.marks.training import Effort
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.long_task import LongTask
from app.ui.pages.marks_pictures import PicturePicker
from app.ui.pages.marks_words import KINDS
from app.ui.widgets import Button, Label, Panel, Plain, line_up
from app.workflow.teach_mark import MarkKind, Teaching, teach_mark

if TYPE_CHECKING:
    from app.ui.pages.page import Page

PARTS = 100
Learn = Callable[[], Iterator[Teaching]]
_ASKS = (
    Ask(
        "name",
        phrase("Name"),
        hint=phrase("As people call it, for example “Hollybank crest”"),
        needed=phrase("Give the mark a name."),
    ),
    Ask("kind", phrase("Whose it is"), "choice"),
)


class MarkForm(Panel):
    """Signals:
    taught(object): the mark as it is known now.
    closed: the form is not wanted any more.
    """

    taught = Signal(object)
    closed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.effort: Effort | None = None
        """How much is rendered; tests take less."""
        self.fields = Fields(_ASKS)
        self.fields.offer("kind", [(kind, words.capitalize()) for kind, words in KINDS.items()])
        self.pictures = PicturePicker(page.desk)
        self.pictures.changed.connect(page.notice.dismiss)
        self.pictures.refused.connect(page.notice.show_problem)
        self.go = Button(tr("Teach"), self.teach, kind="primary")
        self.close_button = Button(tr("Close"), self.closed.emit)
        self.progress = TeachingProgress(page)
        self.box.addWidget(Label(tr("Teach a mark"), role="heading"))
        self.box.addWidget(
            Label(tr("From then on every photo that is looked through is searched for it."), role="quiet", wraps=True)
        )
        self.box.addWidget(self.fields)
        self.box.addWidget(self.pictures)
        self.box.addLayout(line_up(1, self.close_button, self.go))

    def start(self) -> None:
        """Begin with an empty form."""
        self.fields.fill({"name": ""})
        self.pictures.forget()
        self.fields.widgets["name"].setFocus()

    def teach(self) -> None:
        """Learn the mark; the form stays as it is until that is done."""
        if not self.fields.check():
            return
        if not self.pictures.pictures:
            self._page.notice.tell(tr("Add at least one picture of the mark."), state="needs")
            return
        said, data = self.fields.values(), [data for data, _picture in self.pictures.pictures]
        kind = MarkKind(said["kind"])
        workspace, actor, effort = self._page.workspace, self._page.actor, self.effort
        self._page.notice.dismiss()
        self.progress.run(
            tr("Learning “{said}”", said=said["name"]),
            lambda: teach_mark(workspace, actor, name=said["name"], kind=kind, pictures=data, effort=effort),
            self.taught.emit,
        )


class TeachingProgress(Plain):
    """A bar with Cancel that stands where learning was asked for; the bar at the foot shows the same work."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._task: LongTask | None = None
        self._problem: BaseException | None = None
        self._done: object = None
        self.words = Label(wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far learning is"))
        self.cancel_button = Button(tr("Cancel"), self.cancel)
        self.box.addWidget(self.words)
        self.box.addLayout(line_up(self.bar, self.cancel_button))
        self.hide()

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def run(self, label: str, learn: Learn, on_taught: Callable[[object], object]) -> None:
        """Learn; `on_taught` is called with the mark when it is kept."""
        self._problem = self._done = None
        self.words.setText(tr("{label}. It takes about a minute; you can go on with other work.", label=label))
        self.bar.setValue(0)
        self.cancel_button.setEnabled(True)
        self.show()
        self._task = self._page.desk.begin(
            label,
            lambda: in_parts(learn()),
            total=PARTS,
            on_outcome=self._advance,
            on_problem=self._fail,
            on_end=lambda _completed: self._end(on_taught),
        )

    def cancel(self) -> None:
        """Give up: nothing of it is kept."""
        if self._task is not None:
            self._task.cancel()
            self.cancel_button.setEnabled(False)
            self.words.setText(tr("Stopping. Nothing of it is kept."))

    def _advance(self, outcome: Teaching) -> None:
        self.bar.setValue(round(outcome.share * PARTS))
        self._done = outcome.mark or self._done

    def _fail(self, problem: BaseException) -> None:
        self._problem = problem

    def _end(self, on_taught: Callable[[object], object]) -> None:
        self._task = None
        self.hide()
        if self._done is not None:
            on_taught(self._done)
        elif self._problem is not None:
            self._page.notice.show_problem(self._problem)
        else:
            self._page.notice.tell(tr("Learning was cancelled. Nothing of it is kept."), state="info")


def in_parts(steps: Iterator[Teaching]) -> Iterator[Teaching]:
    """Each step as so many of a hundred parts, so that the bars tell how far the whole of it is."""
    told = 0
    with closing(steps):  # type: ignore[type-var]
        for step in steps:
            reached = round(step.share * PARTS)
            for _part in range(max(0, reached - told - (step.mark is not None))):
                yield Teaching(step.share)
            told = max(told, reached)
            if step.mark is not None:
                yield step
