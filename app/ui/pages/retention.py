"""Keeping and erasing: what is past its time, what is kept all the same, the school's periods, and what was erased.

Nothing goes until somebody who may erase has read the list and typed how many items it has.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QListView, QScrollArea

from app.domain.people import Action, Person, PersonId
from app.domain.photo import PhotoId
from app.domain.retention import LONGEST_DAYS, RULES, SETTLED_BY_LAW, Item, Keep, Kept, Preview, RecordClass
from app.ui import reads
from app.ui.below import below
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.language import phrase, tr, trn
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, field, line_up, scrolled, show_if
from app.ui.words import count, day, moment, sentence
from app.workflow import erased_again, register, retention
from app.workflow.retention import Outcome
from consent_db.tombstones import Tombstone

_REQUESTED = phrase("Asked for")
_AT_ONCE = 200
"""So many rows are measured before keys are answered again."""


class RetentionPage(Page):
    """Left what would go and what stays, with the confirmation below; right the periods and the log."""

    key = "retention"
    title = phrase("Keeping")
    icon_name = "clock"
    actions = frozenset({Action.ERASE, Action.SETTLE_RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown: Preview | None = None
        self._asked: Preview | None = None
        self._failed: list[Outcome] = []
        self._names: dict[str, str] = {}
        self._may_erase = self.actor.may(Action.ERASE)
        self.list = RowsView(tr("Past its time"), _row)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # thousands of rows of two heights: some at each turn
        self.list.setBatchSize(_AT_ONCE)
        self.nothing = EmptyState(
            "tick", tr("Nothing is past its time"), tr("Everything here is kept as long as it should be.")
        )
        self.log = RowsView(tr("What was erased"), self._log_row, is_flat=True)
        self.none_yet = Label(tr("Nothing was erased yet."), role="quiet")
        self.periods: dict[RecordClass, QLineEdit] = {}
        self.save = Button(tr("Save"), self.settle, icon_name="save")
        columns = Columns()
        columns.addWidget(self._build_list(), 3)
        columns.addWidget(self._build_side(), 2)
        self.body.addLayout(columns, 1)
        for part in (self.nothing, self.confirm):  # before it was looked, nothing is said
            part.hide()

    def _build_list(self) -> Panel:
        panel = Panel(margin=12, gap=8)
        self.heading = Label(tr("Past its time"), role="heading")
        self.back = Button(tr("Back to the schedule"), self._forget_request, icon_name="previous")
        self.freeze = Button(
            tr("Freeze"), self._freeze, icon_name="lock", tip=tr("Nothing of it is erased until it is let go")
        )
        for button in (self.back, self.freeze):
            button.hide()
        self.find = QLineEdit()
        self.find.setPlaceholderText(tr("On request: name, or number of a photo"))
        self.find.setAccessibleName(tr("Somebody or a photo to be erased on request"))
        self.find.returnPressed.connect(self.look_up)
        self.with_photos = QCheckBox(tr("with the photos they are in"))
        asked = Plain(gap=8)
        asked.box.addLayout(line_up(self.find, Button(tr("Look up"), self.look_up, icon_name="search")))
        asked.box.addWidget(self.with_photos)
        show_if(asked, self._may_erase)
        panel.box.addLayout(line_up(self.heading, 1, self.freeze, self.back))
        panel.box.addWidget(asked)
        panel.box.addWidget(self.list, 1)
        panel.box.addWidget(self.nothing, 1)
        self.warning = Label(role="quiet", wraps=True)
        self.because = QLineEdit()
        self.because.setMaxLength(300)
        self.because.setPlaceholderText(tr("Why, without names"))
        self.because.setAccessibleName(tr("Why it is erased, without names"))
        self.typed = QLineEdit()
        self.typed.setMaxLength(7)
        self.typed.setPlaceholderText(tr("Number"))
        self.typed.setAccessibleName(tr("Number of items, to confirm"))
        self.go = Button(tr("Erase for good"), self.erase, icon_name="remove", kind="danger")
        self.confirm = Plain(gap=8)
        self.confirm.box.addWidget(self.warning)
        row = line_up(self.because, self.typed, self.go)
        row.setStretch(0, 3)
        row.setStretch(1, 1)
        self.confirm.box.addLayout(row)
        panel.box.addWidget(self.confirm)
        return panel

    def _build_side(self) -> Plain:
        log = Panel(margin=12, gap=8)
        log.box.addWidget(Label(tr("Erased"), role="heading"))
        kept = tr("Keep this list beside the back-ups: after a restore it says what has to be erased again.")
        log.box.addWidget(Label(kept, role="quiet", wraps=True))
        self.save_log = Button(tr("Save the list"), self._ask_where, icon_name="save")
        self.again = Button(tr("Erase again"), self._ask_list, tip=tr("After a restore: what a saved list names"))
        log.box.addLayout(line_up(self.save_log, self.again, 1))
        show_if(self.again, self._may_erase)
        log.box.addWidget(self.log, 1)
        log.box.addWidget(self.none_yet, 1, Qt.AlignmentFlag.AlignTop)
        periods = Panel(margin=12, gap=8)
        periods.box.addWidget(Label(tr("How long things are kept"), role="heading"))
        periods.box.addWidget(self._build_periods(), 1)
        show_if(self.save, self.actor.may(Action.SETTLE_RULES))
        periods.box.addLayout(line_up(1, self.save))
        side = Plain(gap=16)
        side.box.addWidget(periods, 3)
        side.box.addWidget(log, 2)
        return side

    def _build_periods(self) -> QScrollArea:
        inside = Plain(gap=12)
        for record_class, rule in RULES.items():
            if record_class in SETTLED_BY_LAW:
                continue
            box = QLineEdit()
            box.setValidator(QIntValidator(0, LONGEST_DAYS, box))
            box.setReadOnly(not self.actor.may(Action.SETTLE_RULES))
            self.periods[record_class] = box
            inside.box.addLayout(
                field(below(rule.title), box, hint=tr("Days after {counts_from}", counts_from=below(rule.counts_from)))
            )
        inside.box.addStretch(1)
        return scrolled(inside, tr("How long things are kept"))

    def refresh(self) -> None:
        self._names = reads.user_names(self.workspace)
        schedule = self.attempt_quietly(lambda: retention.schedule(self.workspace, self.actor))
        for record_class, box in self.periods.items():
            if schedule is not None and not box.isModified():
                box.setText(str(schedule.days[record_class]))
        gone = self.attempt_quietly(lambda: retention.erasure_log(self.workspace, self.actor)) or ()
        self.log.rows.show_items(gone)
        self.log.setVisible(bool(gone))
        self.none_yet.setVisible(not gone)
        if self._asked is not None:
            self._show(self._asked)
        else:  # with many photos it takes a while
            self.desk.look(
                lambda: retention.preview(self.workspace, self.actor), self._looked, self.notice.show_problem
            )

    def look_up(self) -> None:
        """Show what erasing one photo or one person would take away."""
        words = self.find.text().strip()
        self._asked = self._photo_asked(int(words)) if words.isdecimal() else self._person_asked(words)
        if self._asked is not None:
            self.notice.dismiss()
        self.refresh()

    def erase(self) -> None:
        """Erase what the list shows, once its number is typed."""
        shown, number = self.shown, self.typed.text().strip()
        if shown is None:
            return
        outcomes = self.attempt(
            lambda: retention.erase(
                self.workspace,
                self.actor,
                shown,
                typed=int(number) if number.isdecimal() else 0,
                because=self.because.text() if shown.requested else "",
            )
        )
        if outcomes is None:
            return
        self._failed = []
        self.go.setEnabled(False)
        self.typed.clear()
        self.desk.begin(
            tr("Erasing {items}", items=count(len(shown.items), "item")),
            lambda: outcomes,
            total=len(shown.items),
            on_outcome=self._gone,
            on_problem=self.notice.show_problem,
            on_end=lambda completed: self._ended(len(shown.items), completed),
        )

    def settle(self) -> None:
        """Keep the periods as they stand in the fields."""
        before = self.attempt(lambda: retention.schedule(self.workspace, self.actor))
        if before is None:
            return
        for record_class, box in self.periods.items():
            days = int(box.text() or -1)
            if days != before.days[record_class] and not self._settled(record_class, days):
                return
            box.setModified(False)
        self.written()
        self.notice.tell(tr("The periods are kept. Nothing is erased before somebody confirms it."))

    def _settled(self, record_class: RecordClass, days: int) -> bool:
        made = self.attempt(lambda: retention.set_period(self.workspace, self.actor, record_class, days))
        return made is not None

    def save_list(self, path: Path) -> None:
        """Write down what was erased, for after a restore."""
        if self.attempt(lambda: erased_again.save_list(self.workspace, self.actor, path) + 1) is not None:
            self.notice.tell(tr("The list is in {path}. It names nobody.", path=path))

    def erase_again(self, path: Path) -> None:
        """Show what a list names that is here once more."""
        asked = self.attempt(lambda: erased_again.preview_again(self.workspace, self.actor, path))
        if asked is not None:
            self._asked = asked
            self.refresh()

    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save the list"), "erased.json", tr("List (*.json)"))
        if name:
            self.save_list(Path(name))

    def _ask_list(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, tr("Erase again"), "", tr("List (*.json)"))
        if name:
            self.erase_again(Path(name))

    def _photo_asked(self, number: int) -> Preview | None:
        photo = reads.photo_numbered(self.workspace, number)
        if photo is None:
            self.notice.tell(tr("There is no photo {number}.", number=number), state="needs")
            return None
        return self.attempt(lambda: retention.preview_photos(self.workspace, self.actor, [photo.id]))

    def _person_asked(self, words: str) -> Preview | None:
        found: tuple[Person, ...] = ()
        if words:
            found = self.attempt(lambda: register.find_people(self.workspace, self.actor, words)) or ()
        if len(found) != 1:
            said = (
                trn("{n} person has this name.", "{n} people have this name.", len(found))
                if found
                else tr("Nobody has this name.")
            )
            self.notice.tell(tr("{said} Type first name and surname.", said=said), state="needs")
            return None
        with_photos = self.with_photos.isChecked()
        return self.attempt(
            lambda: retention.preview_person(self.workspace, self.actor, found[0].id, with_photos=with_photos)
        )

    def _is_frozen(self) -> bool:
        return self.shown is not None and any(Keep.FROZEN in kept.why for kept in self.shown.kept)

    def _freeze(self) -> None:
        """Keep what was asked for from being erased, or let it be erased again."""
        if self.shown is None:
            return
        is_frozen = self._is_frozen()
        for kind, _, identifier in (asked.partition(" ") for asked in self.shown.requested):
            if is_frozen:
                self.attempt(lambda it=identifier: retention.let_go(self.workspace, self.actor, it))
            elif kind == "person":
                person_id = PersonId(identifier)
                self.attempt(lambda it=person_id: retention.freeze_person(self.workspace, self.actor, it))
            else:
                photo_id = PhotoId(identifier)
                self.attempt(lambda it=photo_id: retention.freeze_photo(self.workspace, self.actor, it))
        self.look_up()

    def _forget_request(self) -> None:
        self._asked = None
        for line in (self.find, self.because, self.typed):
            line.clear()
        self.refresh()

    def _looked(self, shown: Preview) -> None:
        if self._asked is None:
            self._show(shown)

    def _show(self, shown: Preview) -> None:
        self.shown = shown
        is_asked = bool(shown.requested)
        self.heading.setText(tr(_REQUESTED) if is_asked else tr("Past its time"))
        self.back.setVisible(is_asked)
        self.freeze.setVisible(is_asked and self._may_erase)
        self.freeze.setText(tr(" Let go") if self._is_frozen() else tr(" Freeze"))
        self.freeze.setAccessibleName(self.freeze.text().strip())
        rows: list[object] = []
        for record_class, number in shown.counts().items():
            rows.append(Row(f"{_title(record_class)} · {number}", is_heading=True))
            rows += [item for item in shown.items if item.record_class is record_class]
        if shown.kept:
            rows.append(Row(tr("Kept all the same · {kept}", kept=len(shown.kept)), is_heading=True))
            rows += shown.kept
        self.list.rows.show_items(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        numbers = ", ".join(str(number) for number in shown.also_in)
        also = tr("They stay in photo {numbers}, covered. ", numbers=numbers) if numbers else ""
        self.warning.setText(also + shown.warning)
        self.confirm.setVisible(self._may_erase and bool(shown.items))
        self.because.setVisible(is_asked)
        self.go.setEnabled(True)

    def _gone(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self._failed.append(outcome)

    def _ended(self, wanted: int, completed: bool) -> None:
        self._asked = None
        self.because.clear()
        self.refresh()
        if self._failed:
            first = self._failed[0]
            self.notice.show_problem(
                first.problem,
                about=tr("{failed} of {wanted} items are still there.", failed=len(self._failed), wanted=wanted),
            )
        elif completed:
            self.notice.tell(tr("{items} erased for good.", items=count(wanted, "item")))
        else:
            self.notice.tell(tr("Stopped. What was erased is gone; the rest is as it was."), state="info")

    def _log_row(self, stone: Tombstone) -> Row:
        when = moment(stone.erased_at, self.workspace.clock.today())
        who = self._names.get(stone.erased_by, "")
        return Row(sentence(stone.record_class), f"{when} · {who} · {stone.reason}", icon="remove")


def _row(line: Item | Kept) -> Row:
    if isinstance(line, Kept):
        number = f" ({line.count})" if line.count > 1 else ""
        return Row(f"{line.item.label}{number}", sentence(line.words), state="needs", words=tr("Kept"))
    until = "" if line.kept_until is None else tr("kept to {day}", day=day(line.kept_until))
    return Row(line.label, sentence(line.reason) if until else "", icon="remove", words=until)


def _title(record_class: RecordClass) -> str:
    return below(RULES[record_class].title) if record_class in RULES else tr(_REQUESTED)
