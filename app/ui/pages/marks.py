"""Marks: crests and logos the program was taught to see, the school's name in words, and its uniform."""

from __future__ import annotations

from app.domain.people import Action
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.pages.marks_form import MarkForm
from app.ui.pages.marks_sheet import MarkSheet, WaitingPhotos
from app.ui.pages.marks_words import BADGE_PX, KINDS, found_words
from app.ui.pages.page import Page
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, line_up, scrolled, show_if
from app.workflow.teach_mark import KnownMark, MarkKind, known_marks, school_words, settle_school_words


class MarksPage(Page):
    """Left the marks, right the chosen one or the form, and below what else gives the school away."""

    key = "marks"
    title = phrase("Marks")
    icon_name = "mark"
    actions = frozenset({Action.REVIEW})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowsView(tr("Marks the program was taught"), _row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.new = Button(tr("Teach a mark"), self.begin, icon_name="add")
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.new)
        self.empty = EmptyState(
            "mark",
            tr("No mark is taught yet"),
            tr(
                "Teach the school’s crest, so that it is found on jumpers and signs and covered "
                "where it may not be shown."
            ),
            Button(tr("Teach the crest"), self.begin, kind="primary"),
        )
        self.form, self.sheet, self.waiting = MarkForm(self), MarkSheet(self), WaitingPhotos(self)
        self.words = SchoolWords(self)
        self.form.closed.connect(self._close_form)
        for part in (self.form, self.sheet):
            part.taught.connect(self._taught)
        inside = Plain(gap=16)
        progress = (self.form.progress, self.sheet.progress)
        for part in (*progress, self.waiting, self.form, self.empty, self.sheet, self.words):
            inside.box.addWidget(part)
        inside.box.addStretch(1)
        self.form.hide()
        columns = Columns()
        columns.add_side(left, 280)
        columns.addWidget(scrolled(inside, tr("Mark")), 1)
        self.body.addLayout(columns, 1)

    def refresh(self) -> None:
        was = self.list.chosen()
        marks = self.attempt_quietly(lambda: known_marks(self.workspace)) or ()
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.show_items(marks)
        if not self.list.choose(lambda mark: was is not None and mark.name == was.name) and marks:
            self.list.choose(lambda _mark: True)
        model.blockSignals(False)
        self.waiting.refresh()
        self.words.refresh()
        self._show()

    def begin(self) -> None:
        """Show the form for another mark."""
        self.form.show()
        self.form.start()
        self._show()

    def _close_form(self) -> None:
        self.form.hide()
        self._show()

    def _chosen(self) -> None:
        self.form.hide()
        self._show()

    def _show(self) -> None:
        mark, teaches = self.list.chosen(), not self.form.isHidden()
        self.empty.setVisible(mark is None and not teaches)
        self.sheet.setVisible(mark is not None and not teaches)
        if mark is not None:
            self.sheet.show_mark(mark)
        busy = self.form.progress.is_running or self.sheet.progress.is_running
        for button in (self.new, self.form.go, self.sheet.again, self.sheet.remove_button):
            button.setEnabled(not busy)

    def _taught(self, mark: KnownMark) -> None:
        self.form.hide()
        self.refresh()
        self.list.choose(lambda known: known.name == mark.name)
        self._show()
        words = tr("“{name}” is learned: {found_words}.", name=mark.name, found_words=found_words(mark, BADGE_PX))
        if self.waiting.number:
            self.notice.offer(
                tr("{words} Photos that were looked through before were not searched for it.", words=words),
                {tr("Look through them now"): self.waiting.look},
            )
        else:
            self.notice.tell(words)


class SchoolWords(Panel):
    """What else the school is known by in writing: initials, a web address, a trust."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._kept: tuple[str, ...] = ()
        self.may_settle = page.actor.may(Action.SETTLE_RULES)
        self.form = Fields(
            [
                Ask(
                    "words",
                    tr("Words, with commas between"),
                    hint=tr("For example: HPS, hollybank.example"),
                    is_wide=True,
                )
            ]
        )
        self.go = Button(tr("Save"), self.save)
        self.box.addWidget(Label(tr("Words the school is known by"), role="heading"))
        self.box.addWidget(
            Label(
                tr(
                    "“{school}” is found in signs and on shirts by itself. Say what else gives the "
                    "school away in writing.",
                    school=page.workspace.school,
                ),
                role="quiet",
                wraps=True,
            )
        )
        self.box.addWidget(self.form)
        self.box.addLayout(line_up(1, self.go))
        self.form.widgets["words"].setEnabled(self.may_settle)
        show_if(self.go, self.may_settle)

    def refresh(self) -> None:
        """Show what is settled, unless somebody is typing."""
        kept = self._page.attempt_quietly(lambda: school_words(self._page.workspace)) or ()
        if kept != self._kept or not self.form.values()["words"]:
            self._kept = kept
            self.form.fill({"words": ", ".join(kept)})

    def save(self) -> None:
        """Settle them anew."""
        page = self._page
        typed = [word.strip() for word in self.form.values()["words"].split(",") if word.strip()]

        def act() -> bool:
            settle_school_words(page.workspace, page.actor, typed)
            return True

        if page.attempt(act):
            page.written()
            page.notice.tell(tr("The words are kept. Photos looked through from now on are searched for them."))


def _row(mark: KnownMark) -> Row:
    return Row(
        mark.name,
        tr("{kinds} · found {value} of 100", kinds=KINDS[mark.kind], value=round(100 * mark.recall.get(BADGE_PX, 0.0))),
        state="shown" if mark.kind is MarkKind.OWN else "needs",
        icon="mark",
    )
