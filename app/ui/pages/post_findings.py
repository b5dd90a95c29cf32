"""The right column of Posts: what stands in the way, the reason a finding asks for, and the next steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.post import Asked, Finding, PostId
from app.ui.below import below
from app.ui.language import tr, trn
from app.ui.models.rows import Row, RowsView
from app.ui.widgets import Button, Label, Panel, Plain, field


class FindingsPanel(Panel):
    """Signals:
    chosen: a finding was chosen in the list; brings it.
    """

    chosen = Signal(object)

    def __init__(self, give_reason: Callable[[Finding, str], None], asks: Asked) -> None:
        super().__init__(margin=12, gap=8)
        self._give_reason, self._asks = give_reason, asks
        self.findings: tuple[Finding, ...] = ()
        self._about: PostId | None = None
        self.heading = Label(role="heading", wraps=True)
        self.list = RowsView(tr("What stands in the way"), finding_row, is_flat=True)
        self.list.setResizeMode(RowsView.ResizeMode.Adjust)
        self.more = Label(role="quiet", wraps=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(400)
        self.keep = Button(tr("Keep the reason"), self._keep)
        self.reason.returnPressed.connect(self._keep)
        self.reason_field = Plain(gap=8)
        self.reason_field.box.addLayout(field(tr("Why it may stand"), self.reason))
        self.reason_field.box.addWidget(self.keep)
        self.reason_field.hide()
        for widget in (self.heading, self.list, self.more, self.reason_field):
            self.box.addWidget(widget, 1 if widget is self.list else 0)
        self.list.selectionModel().currentChanged.connect(self._explain)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Everything there is to say, what blocks first."""
        self.findings = tuple(sorted(found, key=lambda f: not f.blocks))
        was = self.list.chosen()
        self.list.rows.show_items(self.findings)
        blocking = sum(1 for f in self.findings if f.blocks)
        self.heading.setText(
            trn("{n} thing stands in the way", "{n} things stand in the way", blocking)
            if blocking
            else tr("Nothing stands in the way")
        )
        if was is None or was not in self.findings:
            self.more.clear()
            self.reason_field.hide()

    def wait_for(self, post_id: PostId) -> None:
        """This post is being checked: what was said of it last stays meanwhile, what was said of another one goes."""
        if post_id != self._about:
            self._about = post_id
            self.show_findings(())
            self.say_checking()

    def say_checking(self) -> None:
        """The checks are under way."""
        self.heading.setText(tr("Checking …"))

    def choose(self, finding: Finding) -> None:
        """Choose it in the list, as if somebody had."""
        self.list.choose(lambda f: f == finding)
        self._explain()

    def _explain(self) -> None:
        finding: Finding | None = self.list.chosen()
        if finding is None:
            return
        clause = tr(" (policy {clause})", clause=finding.clause) if finding.clause else ""
        given = tr(" Reason given: {reason}", reason=finding.reason) if finding.reason else ""
        self.more.setText(f"{below(finding.words)}{clause}{given}")
        self.reason_field.setVisible(finding.asks is self._asks)
        self.reason.clear()
        self.chosen.emit(finding)

    def _keep(self) -> None:
        finding: Finding | None = self.list.chosen()
        if finding is not None:
            self._give_reason(finding, self.reason.text().strip())


def finding_row(finding: Finding) -> Row:
    """A finding as a row; a reason that was given takes the edge off it."""
    state = "withheld" if finding.blocks else "covered" if finding.reason else "needs"
    said = {"withheld": tr("in the way"), "covered": tr("settled"), "needs": tr("to be looked at")}[state]
    return Row(below(finding.words), state=state, said=said, is_long=True)
