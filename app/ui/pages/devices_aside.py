"""Photos that wait for the Headteacher, and imports that were stopped: two lists with what can be done about each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.people import Action
from app.domain.photo import PhotoId, QuarantineReason
from app.ui import reads
from app.ui.columns import Across
from app.ui.language import Told, phrase, tr
from app.ui.long_lists import SetAsideList
from app.ui.models.rows import Row, RowsView
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.pages.picture_label import PictureLabel
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, field, line_up
from app.ui.words import day, moment
from app.workflow import quarantine
from consent_db.devices import SetAside, Stop

REASONS = Told(
    {
        QuarantineReason.UNKNOWN_DEVICE: phrase("nobody has said whose device it came from"),
        QuarantineReason.NOT_APPROVED: phrase("the device is not approved"),
        QuarantineReason.OUTSIDE_APPROVAL: phrase("taken on a day on which the device was not approved"),
        QuarantineReason.NOT_ATTESTED: phrase("nobody asked the owner of the drop folder on that day"),
        QuarantineReason.CLOCK: phrase("the camera’s clock can hardly be right: ask, and correct it under Devices"),
    }
)


class SetAsideView(Plain):
    """Signals:
    chosen(SetAside), released(list), destroy_wanted(SetAside), give_back_wanted(SetAside).
    """

    chosen, released, destroy_wanted, give_back_wanted = Signal(object), Signal(list), Signal(object), Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(gap=12)
        self._page = page
        self.one: SetAside | None = None
        self._may = page.actor.may(Action.GRANT_PERMISSION)
        self.list = SlicedView(tr("Photos set aside"), self._row, page.desk, page.notice.show_problem, is_flat=True)
        self.list.turned.connect(self._choose)
        self.list.filled.connect(self._listed)
        self.picture = PictureLabel(tr("The photo that is set aside"))
        self.facts = Label(wraps=True)
        self.release_button = Button(tr("Let it be used"), lambda: self._release(only=True), kind="primary")
        self.release_all = Button(tr("Let all of this device be used"), lambda: self._release(only=False))
        self.destroy = Button(tr("Destroy it"), self._destroy, kind="danger")
        self.give_back = Button(tr("Give it back to its owner"), lambda: self.give_back_wanted.emit(self.one))
        self.empty = EmptyState(
            "tick", tr("No photo is set aside."), tr("Photos of devices nobody approved wait here.")
        )
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.list, 1)
        self.right = Panel(gap=8)
        self.right.box.addWidget(self.picture, 1)
        self.right.box.addWidget(self.facts)
        self.right.box.addLayout(line_up(self.release_button, 1, self.destroy))
        self.right.box.addLayout(line_up(self.release_all, self.give_back, 1))
        self.columns = Across()
        self.columns.box.add_side(left, 380)
        self.columns.box.addWidget(self.right, 1)
        self.box.addWidget(self.columns, 1)
        self.box.addWidget(self.empty, 1)

    def read(self) -> None:
        """Look what waits by now; the one in front stays while it does."""
        page = self._page
        few = page.attempt_quietly(lambda: reads.photos_set_aside(page.workspace) <= FEW)
        self.list.show_source(SetAsideList(page.workspace, page.actor), at_once=bool(few))

    def _listed(self) -> None:
        keys = self.list.rows.keys
        self.columns.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        kept = self.one is not None and self.list.choose_key(self.one.photo.id)
        if not kept and keys:
            self.list.choose_key(keys[0])
        self._choose(self.list.current_key() if keys else None)

    def _choose(self, photo_id: PhotoId | None) -> None:
        page = self._page
        found = page.attempt_quietly(lambda: quarantine.by_ids(page.workspace, page.actor, [photo_id])) or {}
        one = self.one = found.get(photo_id)
        for button in (self.release_button, self.release_all, self.destroy, self.give_back):
            button.setEnabled(one is not None and self._may)
        if one is None:
            return
        taken = (
            tr("Its clock says {taken_at}. ", taken_at=f"{day(one.taken_at.date())}, {one.taken_at:%H:%M}")
            if one.taken_at
            else tr("It does not say when. ")
        )
        ask = "" if self._may else tr(" The Headteacher decides about it.")
        self.facts.setText(
            tr(
                "Photo {number} of “{event}”: {reasons}. {taken}{ask}",
                number=one.photo.number,
                event=one.photo.event,
                reasons=REASONS[one.reason],
                taken=taken,
                ask=ask,
            ).strip()
        )
        self.chosen.emit(one)

    def _release(self, *, only: bool) -> None:
        page, one = self._page, self.one
        if one is not None:
            every = () if only else quarantine.ids(page.workspace, page.actor, one.device.id)
            self.released.emit([one.photo.id] if only else list(every))

    def _destroy(self) -> None:
        if self.one is not None:
            self.destroy_wanted.emit(self.one)

    def _row(self, one: SetAside) -> Row:
        return Row(
            tr("Photo {number} · {label}", number=one.photo.number, label=one.device.label),
            REASONS[one.reason],
            state="needs",
        )


_SEEN = 6
"""So many stopped imports are seen at once; what was done about one is said right under them."""


class StopsView(Plain):
    """Signals:
    answered(str, str): the stop's id, and what was done.
    """

    answered = Signal(str, str)

    def __init__(self, today: date) -> None:
        super().__init__(gap=12)
        self._today = today
        self.list = RowsView(tr("Imports that were stopped"), self._row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.facts = Label(wraps=True)
        self.answer = QLineEdit()
        self.go = Button(tr("Record what was done"), self._answer, kind="primary")
        self.empty = EmptyState("tick", tr("No import was stopped."), "")
        panel = Panel(gap=8)
        panel.box.addWidget(self.list)
        panel.box.addWidget(self.facts)
        panel.box.addLayout(field(tr("What was done, and when; nothing of what was to be seen"), self.answer))
        panel.box.addLayout(line_up(1, self.go))
        panel.box.addStretch(1)
        self.panel = panel
        self.box.addWidget(panel, 1)
        self.box.addWidget(self.empty, 1)

    def show_stops(self, stops: tuple[Stop, ...], names: dict[str, str]) -> None:
        """Show these; `names` of those who stopped them, by id."""
        self._names = names
        self.list.rows.show_items(stops)
        self.list.setFixedHeight(theme().px(52 * min(_SEEN, max(1, len(stops))) + 4))
        self.panel.setVisible(bool(stops))
        self.empty.setVisible(not stops)
        if stops and self.list.chosen() is None:
            self.list.choose(lambda _stop: True)
        self._choose()

    def _choose(self) -> None:
        stop: Stop | None = self.list.chosen()
        self.go.setEnabled(stop is not None and stop.answered_at is None)
        if stop is not None:
            done = (
                tr(" Done: {answer} ({day})", answer=stop.answer, day=day(stop.answered_at.date()))
                if stop.answered_at
                else ""
            )
            self.facts.setText(f"{stop.note or tr('Nothing was noted.')}{done}")

    def _answer(self) -> None:
        if (stop := self.list.chosen()) is not None:
            self.answered.emit(stop.id, self.answer.text())

    def _row(self, stop: Stop) -> Row:
        who = self._names.get(stop.stopped_by, "somebody")
        state, words = ("shown", tr("answered")) if stop.answered_at else ("withheld", tr("open"))
        return Row(stop.device_label, f"{who}, {moment(stop.stopped_at, self._today)}", state=state, words=words)
