"""Report: what was posted, overridden, taken down and is overdue, for the Headteacher and the governors."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.domain.people import Actor
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, line_up
from app.workflow import monitoring
from app.workflow.monitoring import Monitoring

_DAYS = (
    Ask("first", phrase("From"), "day", needed=phrase("Say from when.")),
    Ask("last", phrase("To"), "day", needed=phrase("Say until when.")),
)
_A_TERM = timedelta(days=91)


class ReportPage(Page):
    """The two days, the numbers below them, and the same as a PDF file with charts."""

    key = "report"
    title = phrase("Report")
    icon_name = "records"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        panel = Panel(gap=8)
        self.form = Fields(_DAYS)
        today = self.workspace.clock.today()
        self.form.fill({"first": today - _A_TERM, "last": today})
        self.form.changed.connect(self.refresh)
        self.save_button = Button(tr("Save it as PDF"), self._ask_file, icon_name="save")
        self.list = RowsView(tr("What happened in these days"), _row, is_flat=True)
        self.checked = Label(role="quiet", wraps=True)
        told = tr("Numbers without names, for the Headteacher and the governors; what is overdue is of this moment.")
        panel.box.addWidget(Label(told, role="quiet", wraps=True))
        panel.box.addWidget(self.form)
        panel.box.addWidget(self.list, 1)
        panel.box.addWidget(self.checked)
        panel.box.addLayout(line_up(1, self.save_button))
        self.body.addWidget(panel, 1)

    @classmethod
    def is_for(cls, actor: Actor) -> bool:
        return bool(actor.roles & set(monitoring.READERS))

    def refresh(self) -> None:
        said = self.form.values()
        first, last = said["first"], said["last"]
        if first is None or last is None or first > last:
            return
        self.desk.look(  # checking every record takes a while
            lambda: monitoring.monitoring_report(self.workspace, self.actor, first=first, last=last),
            self._show,
            self.notice.show_problem,
        )

    def save(self, path: Path) -> None:
        """Write the report of the days in the form as PDF; the foot of the window shows that it is being made."""
        if not self.form.check():
            return
        said = self.form.values()
        self.notice.dismiss()
        self.desk.begin(
            tr("Making the report"),
            lambda: iter([
                monitoring.export_report(self.workspace, self.actor, path, first=said["first"], last=said["last"])
            ]),
            total=1,
            on_outcome=lambda _report: self.notice.tell(tr("The report is in {path}.", path=path)),
            on_problem=self.notice.show_problem,
        )  # fmt: skip

    def _show(self, report: Monitoring) -> None:
        rows: list[object] = []
        for heading, numbers in monitoring.in_numbers(report):
            rows.append(Row(heading, is_heading=True))
            rows += [(what, str(number)) for what, number in numbers]
        self.list.rows.show_items(rows)
        self.checked.setText(report.checked)

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save the report"), "monitoring.pdf", tr("PDF (*.pdf)"))
        if name:
            self.save(Path(name))


def _row(line: tuple[str, str]) -> Row:
    what, number = line
    return Row(what, words=number)
