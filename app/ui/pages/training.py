"""Training: who was trained in what, what each role needs, and what is missing."""

from __future__ import annotations

from app.domain.people import Action, UserId
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.long_lists import TrainingList, staff_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, StateChip, clear, line_up, show_if
from app.ui.words import count, day
from app.workflow import training
from app.workflow.training import Trained

_ASKS = (
    Ask("topic", phrase("Training in"), needed=phrase("Say what the training was about.")),
    Ask("done_on", phrase("Done on"), "day", needed=phrase("Say on which day it was.")),
    Ask("valid_until", phrase("Counts until"), "day", hint=phrase("Empty: for ever")),
    Ask("evidence", phrase("What shows it"), hint=phrase("For example: certificate in the staff file")),
)


class TrainingPage(Page):
    """Left the people, right what one of them has done; most people see themselves alone."""

    key = "training"
    title = phrase("Training")
    icon_name = "person"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.person: Trained | None = None
        self._shown: Trained | None = None
        self.may_keep = self.actor.may(Action.KEEP_POLICIES)
        self.list = SlicedView(tr("People and their training"), _row, desk, self.notice.show_problem, is_flat=True)
        self.list.turned.connect(self._chosen)
        self.list.filled.connect(self._listed)
        self._source = TrainingList(self.workspace, self.actor)
        self.number = Label(role="caption", wraps=True)
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.number)
        self.empty = EmptyState("person", tr("Nobody chosen"), tr("Choose somebody on the left."))
        self.name = Label(role="title", wraps=True)
        self.done = Plain(gap=4)
        self.form = Fields(_ASKS)
        self.go = Button(tr("Record the training"), self.record, kind="primary")
        self.sheet = Panel()
        self.sheet.box.addWidget(self.name)
        self.sheet.box.addWidget(self.done)
        self.entry = Plain(gap=8)
        self.entry.box.addWidget(Label(tr("Record a training"), role="heading"))
        self.entry.box.addWidget(self.form)
        self.entry.box.addLayout(line_up(1, self.go))
        show_if(self.entry, self.may_keep)
        self.sheet.box.addWidget(self.entry)
        self.sheet.box.addStretch(1)
        columns = Columns()
        columns.add_side(left, 300)
        columns.addWidget(self.empty, 1)
        columns.addWidget(self.sheet, 1)
        self.body.addLayout(columns, 1)

    def refresh(self) -> None:
        self._source = TrainingList(self.workspace, self.actor)
        few = self.attempt_quietly(lambda: not self.may_keep or staff_are_few(self.workspace, FEW))
        self.list.show_source(self._source, at_once=bool(few))

    def _listed(self) -> None:
        """The list is there: the person in front stays, to begin with oneself."""
        was = self.person.user_id if self.person else self.actor.user_id
        self.list.choose_key(was)
        self.person = self._read(was)
        missing = self._source.lacking
        self.number.setText(
            tr("Training is missing for {people}", people=count(missing, "person", "people"))
            if missing
            else tr("Nothing is missing")
        )
        self._show()

    def _read(self, user_id: UserId) -> Trained | None:
        found = self.attempt_quietly(lambda: training.trained_by_ids(self.workspace, self.actor, [user_id])) or {}
        return found.get(user_id)

    def _chosen(self, user_id: UserId) -> None:
        if (person := self._read(user_id)) is not None:
            self.person = person
            self._show()

    def _show(self) -> None:
        person = self.person
        self.empty.setVisible(person is None)
        self.sheet.setVisible(person is not None)
        if person is None or person == self._shown:
            return
        self._shown = person
        self.name.setText(person.name)
        clear(self.done.box)
        for missing in person.missing:
            words = tr("ran out {day}", day=day(missing.ran_out_on)) if missing.ran_out_on else tr("missing")
            self.done.box.addWidget(StateChip("withheld", f"{missing.topic}: {words}"))
        for course in sorted(person.done, key=lambda c: c.done_on, reverse=True):
            until = tr(", counts until {day}", day=day(course.valid_until)) if course.valid_until else ""
            counts = course.counts_on(self.workspace.clock.today())
            self.done.box.addWidget(
                StateChip(
                    "shown" if counts else "covered",
                    tr("{topic}: done {day}{until}", topic=course.topic, day=day(course.done_on), until=until),
                )
            )
        if not person.missing and not person.done:
            self.done.box.addWidget(
                Label(tr("Nothing recorded, and nothing needed by the school’s rules."), role="quiet")
            )

    def record(self) -> None:
        """Note that the person on the screen was trained."""
        person = self.person
        if person is None or not self.form.check():
            return
        said = self.form.values()
        made = self.attempt(
            lambda: training.record_training(self.workspace, self.actor, user_id=person.user_id, **said)
        )
        if made is not None:
            self.form.fill({"topic": "", "done_on": None, "valid_until": None, "evidence": ""})
            self.written()
            self.notice.tell(tr("Recorded for {name}: {said}.", name=person.name, said=said["topic"]))


def _row(person: Trained) -> Row:
    if person.missing:
        return Row(
            person.name, tr("missing: {missing}", missing=", ".join(m.topic for m in person.missing)), state="needs"
        )
    if not person.done:
        return Row(person.name, tr("nothing recorded"), state="covered")
    return Row(person.name, count(len(person.done), "training"), state="shown")
