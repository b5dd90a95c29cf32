"""Records: who did what, the check that nothing was changed afterwards, and the receipts."""

from __future__ import annotations

from app.domain.people import Action
from app.ui import reads
from app.ui.desk import Desk
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.widgets import Button, EmptyState, Label, Panel, line_up
from app.ui.words import moment
from app.workflow import records
from consent_db.audit import AuditEvent
from consent_db.releases import Receipt


class RecordsPage(Page):
    """The list of events, newest first, and the receipts beside it."""

    key = "records"
    title = "Records"
    icon_name = "records"
    actions = frozenset({Action.SEE_AUDIT})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._names: dict[str, str] = {}
        self.events = RowsView("Who did what", self._event_row, is_flat=True)
        self.receipts = RowsView("Receipts", self._receipt_row, is_flat=True)
        self.no_receipts = EmptyState(
            "phone", "No receipts yet", "Each original removed from a phone or card gets one."
        )
        self.verify = Button("Check the records", self.check, icon_name="approve", kind="primary")
        self.body.addLayout(line_up(self.verify, 1, gap=12))
        columns = line_up(gap=16)
        for heading, widgets, share in (
            ("Who did what", (self.events,), 3),
            ("Receipts", (self.receipts, self.no_receipts), 2),
        ):
            panel = Panel()
            panel.box.addWidget(Label(heading, role="heading"))
            for widget in widgets:
                panel.box.addWidget(widget, 1)
            columns.addWidget(panel, share)
        self.body.addLayout(columns, 1)

    def refresh(self) -> None:
        events = self.attempt_quietly(lambda: records.audit_events(self.workspace, self.actor)) or ()
        receipts = self.attempt_quietly(lambda: records.receipts(self.workspace, self.actor)) or ()
        self._names = reads.user_names(self.workspace)
        self.events.rows.show_items(events)
        self.receipts.rows.show_items(receipts)
        self.receipts.setVisible(bool(receipts))
        self.no_receipts.setVisible(not receipts)

    def check(self) -> None:
        """Go through the whole chain and say whether it holds."""
        verdict = self.attempt(lambda: records.verify_audit(self.workspace, self.actor))
        if verdict is not None:
            self.notice.tell(verdict.words, state="shown" if verdict.ok else "withheld")

    def _event_row(self, event: AuditEvent) -> Row:
        words = event.action.replace("-", " ")
        who = self._names.get(event.actor, "Set-up" if event.actor == "set-up" else "Somebody unknown")
        when = moment(event.at, self.workspace.clock.today())
        return Row(words[:1].upper() + words[1:], f"{who}, {when}", icon="tick", words=f"no. {event.sequence}")

    def _receipt_row(self, receipt: Receipt) -> Row:
        when = moment(receipt.at, self.workspace.clock.today())
        return Row(receipt.words, f"{when} · {self._names.get(receipt.actor, '')}", state="shown")
