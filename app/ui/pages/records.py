"""Records: who did what, sifted by person, kind and days; the proof that nothing was changed; receipts; evidence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QLayout, QLineEdit, QWidget

from app.domain.people import Action
from app.domain.record_words import words_of
from app.ui.below import below
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.long_lists import ReceiptList, RecordList
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.pages.user_form import DayOrNone
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, field, flowing, is_large, line_up
from app.ui.words import count, moment, sentence
from app.workflow import record_slices, records
from app.workflow.record_slices import Exported, Line, Part
from consent_db.audit import Verification
from consent_db.people import folded
from consent_db.releases import Receipt

_ENDINGS = phrase("Table (*.csv);;Archive with its note (*.db)")


class RecordsPage(Page):
    """The filters at the top, the events that fit below, newest first; receipts behind a tab."""

    key = "records"
    title = phrase("Records")
    icon_name = "records"
    actions = frozenset({Action.SEE_AUDIT})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._names: dict[str, str] = {}
        self._offered: dict[QComboBox, list[tuple[str, str]]] = {}
        self._actions: tuple[str, ...] = ()
        self.who, self.what = QComboBox(), QComboBox()
        self.first, self.last = DayOrNone(tr("From"), tr("Any day")), DayOrNone(tr("To"), tr("Any day"))
        for box in (self.who, self.what):
            box.currentIndexChanged.connect(lambda _i: self._show_events())
        for days in (self.first, self.last):
            days.dateChanged.connect(lambda _day: self._show_events())
        self.take_out_button = Button(
            tr("Take these out"), self._ask_where, icon_name="save", tip=tr("As a table or an archive")
        )
        self.head = QLineEdit()
        self.head.setPlaceholderText(tr("16 letters at least"))
        self.head.setMaxLength(64)
        self.head.returnPressed.connect(self.check)
        self.verify = Button(tr("Check the records"), self.check, icon_name="approve", kind="primary")
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("What was done, for example: answer"))
        self.search.setClearButtonEnabled(True)
        self.search.setToolTip("Ctrl+F")
        self.search.textChanged.connect(lambda _words: self._show_events())
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.clear_button = Button(tr("Show all records"), self.show_all, icon_name="close", kind="flat")
        self.events = SlicedView(tr("Who did what"), self._event_row, desk, self.notice.show_problem, is_flat=True)
        self.events.filled.connect(self._count_events)
        self.none_fits = EmptyState(
            "records", tr("No record fits"), tr("Take a filter away, or choose other days."),
            Button(tr("Show everything"), self.show_all),
        )  # fmt: skip
        self.number = Label(role="caption")
        self.receipts = SlicedView(tr("Receipts"), self._receipt_row, desk, self.notice.show_problem, is_flat=True)
        self.receipts.filled.connect(self._show_receipts)
        self.no_receipts = EmptyState(
            "phone", tr("No receipts yet"), tr("Each original removed from a phone or card gets one."),
            Button(tr("Import photos"), lambda: desk.go_to.emit("import", None), icon_name="import")
            if desk.may(Action.IMPORT) else None,
        )  # fmt: skip
        self._build()

    def _build(self) -> None:
        self.body.addLayout(self._build_filters())
        events = Panel(margin=12, gap=8)
        events.box.addWidget(Label(tr("Who did what"), role="heading"))
        events.box.addWidget(self.events, 1)
        events.box.addWidget(self.none_fits, 1)
        for part in (self.none_fits, self.no_receipts, self.clear_button):
            part.hide()
        events.box.addLayout(line_up(self.number, self.clear_button, 1, self.take_out_button))
        receipts = Panel(margin=12, gap=8)
        receipts.box.addWidget(Label(tr("Receipts"), role="heading"))
        receipts.box.addWidget(self.receipts, 1)
        receipts.box.addWidget(self.no_receipts, 1)
        receipts.box.addLayout(field(tr("Compare with the head on a receipt or pack"), self.head))
        receipts.box.addLayout(line_up(1, self.verify))
        columns = Columns()
        columns.addWidget(events, 3)
        columns.addWidget(receipts, 2)
        self.body.addLayout(columns, 1)

    def _build_filters(self) -> QLayout:
        """Side by side; with large text they go on in the next line."""
        filters, blocks = line_up(gap=12), []
        for words, widget, share in (
            (tr("Search"), self.search, 3), (tr("Who"), self.who, 2), (tr("What"), self.what, 2),
            (tr("From"), self.first, 1), (tr("To"), self.last, 1),
        ):  # fmt: skip
            block = Plain(gap=0)
            block.box.addLayout(field(words, widget))
            blocks.append(block)
            if not is_large():
                filters.addWidget(block, share, Qt.AlignmentFlag.AlignTop)
        return flowing(*blocks, gap=12) if is_large() else filters

    def refresh(self) -> None:
        people = self._people()
        self._names = dict(people)
        self._fill(self.who, tr("Everybody"), [(name, user) for user, name in people])
        known = self.attempt_quietly(lambda: record_slices.known_actions(self.workspace, self.actor)) or ()
        self._fill(self.what, tr("Everything"), sorted((sentence(below(words_of(action))), action) for action in known))
        self._actions = known
        listed = ReceiptList(self.workspace, self.actor)
        self.receipts.show_source(listed, at_once=self._is_short())
        self._show_events()

    def start(self) -> QWidget:
        return self.search

    def part(self) -> Part:
        """What the filters ask for."""
        return Part(
            user_id=self.who.currentData(),
            first=self.first.day(),
            last=self.last.day(),
            action=self.what.currentData(),
            actions=self._said_with(self.search.text()),
        )

    def show_all(self) -> None:
        """Take every filter away."""
        for box in (self.who, self.what):
            box.setCurrentIndex(0)
        for days in (self.first, self.last):
            days.show_day(None)
        self.search.clear()

    def check(self) -> None:
        """Go through the whole chain and say whether it holds, and whether it holds the head on paper."""
        against = self.head.text().strip() or None
        self.desk.begin(
            tr("Checking the records"),
            lambda: iter([records.verify_audit(self.workspace, self.actor, against=against)]),
            total=1,
            on_outcome=lambda verdict: self._checked(verdict, against),
            on_problem=self.notice.show_problem,
        )

    def _checked(self, verdict: Verification, against: str | None) -> None:
        same = tr(" The head on paper is one of them.") if verdict.ok and against else ""
        self.notice.tell(verdict.words + same, state="shown" if verdict.ok else "withheld")

    def take_out(self, path: Path) -> None:
        """Write what the filters show as evidence; that is recorded too."""
        part = self.part()
        self.desk.begin(
            tr("Taking records out"),
            lambda: iter([record_slices.export_part(self.workspace, self.actor, part, path)]),
            total=1,
            on_outcome=self._taken_out,
            on_problem=self.notice.show_problem,
        )

    def _taken_out(self, made: Exported) -> None:
        self.written()
        taken = count(made.records, "record")
        words = tr(
            "{taken} taken out to {name}. The head is {head}.", taken=taken, name=made.path.name, head=made.head[:16]
        )
        self.notice.tell(words)

    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, tr("Take records out"), "records.csv", tr(_ENDINGS))
        if name:
            self.take_out(Path(name))

    def _people(self) -> tuple[tuple[str, str], ...]:
        return self.attempt_quietly(lambda: record_slices.people_in_records(self.workspace, self.actor)) or ()

    def _is_short(self) -> bool:
        """A school in its first weeks: everything is read at once."""
        return (self.attempt_quietly(lambda: record_slices.highest(self.workspace, self.actor)) or 0) <= FEW

    def _show_events(self) -> None:
        wanted = RecordList(self.workspace, self.actor, self.part())
        self.events.show_source(wanted, at_once=self._is_short())

    def _count_events(self) -> None:
        number = self.events.rows.rowCount()
        self.number.setText(tr("Counting …") if self.events.is_reading else count(number, "record"))
        self.events.setVisible(number > 0)
        self.none_fits.setVisible(number == 0)
        self.clear_button.setVisible(self.part() != Part())
        self.take_out_button.setEnabled(number > 0)

    def _show_receipts(self) -> None:
        has_some = self.receipts.rows.rowCount() > 0
        self.receipts.setVisible(has_some)
        self.no_receipts.setVisible(not has_some)

    def _said_with(self, words: str) -> frozenset[str] | None:
        """The kinds of record whose sentence holds each of these words, as it stands on the screen."""
        wanted = folded(words).split()
        if not wanted:
            return None
        said = {action: folded(below(words_of(action))) for action in self._actions}
        return frozenset(action for action, sentence in said.items() if all(word in sentence for word in wanted))

    def _fill(self, box: QComboBox, everything: str, entries: list[tuple[str, str]]) -> None:
        if self._offered.get(box) == entries:
            return
        self._offered[box] = entries
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(everything, None)
        for words, value in entries:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    def _event_row(self, line: Line) -> Row:
        when = moment(line.record.at, self.workspace.clock.today())
        return Row(
            tr("{who} {words}", who=line.who, words=below(line.words)),
            when,
            icon="tick",
            words=tr("no. {sequence}", sequence=line.record.sequence),
        )

    def _receipt_row(self, receipt: Receipt) -> Row:
        when = moment(receipt.at, self.workspace.clock.today())
        return Row(below(receipt.words), f"{when} · {self._names.get(receipt.actor, '')}", state="shown")
