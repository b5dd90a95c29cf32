"""Records: who did what, the check that nothing was changed afterwards, and the receipts."""

from __future__ import annotations

from typing import Any

from app.domain.people import Action
from app.ui.desk import Desk
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.widgets import Button, EmptyState, Label, Panel, line_up
from app.ui.words import count, moment
from app.workflow import records


class RecordsPage(Page):
    """The list of events, newest first, and the receipts beside it."""

    key = "records"
    title = "Records"
    icon_name = "records"
    actions = frozenset({Action.SEE_AUDIT})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.events = RowsView("Who did what", self._event_row, is_flat=True)
        self.receipts = RowsView("Receipts for removed originals", self._receipt_row, is_flat=True)
        self.no_receipts = EmptyState(
            "phone", "No receipts yet", "Each original removed from a phone or card gets one."
        )
        self.verify = Button("Check the records", self.check, icon_name="approve", kind="primary")
        self.verdict = Label(role="quiet", wraps=True)
        self.body.addLayout(line_up(self.verify, self.verdict, 1, gap=12))
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
        events = self.attempt(lambda: list(records.audit_events(self.workspace, self.actor))) or []
        receipts = self.attempt(lambda: list(records.receipts(self.workspace, self.actor))) or []
        self.events.rows.show_items(sorted(events, key=lambda e: e.sequence, reverse=True))
        self.receipts.rows.show_items(receipts)
        self.receipts.setVisible(bool(receipts))
        self.no_receipts.setVisible(not receipts)

    def check(self) -> None:
        """Go through the whole chain and say whether it holds."""
        verdict = self.attempt(lambda: records.verify_audit(self.workspace, self.actor))
        if verdict is not None:
            number = len(self.events.rows.items)
            self.notice.tell(f"The records are whole: {count(number, 'entry', 'entries')}, none changed, none missing.")

    def _event_row(self, event: Any) -> Row:
        return Row(str(event.action), f"{event.actor}")

    def _receipt_row(self, receipt: Any) -> Row:
        return Row(str(receipt), moment(receipt.at, self.workspace.clock.today()))
