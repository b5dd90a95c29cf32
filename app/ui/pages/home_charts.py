"""Home at a glance: answers by platform and year group, photos per week, and photos that should be gone from phones."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from app.ui.below import below
from app.ui.charts import Bar, Chart, Part
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.long_task import LongTask
from app.ui.theme import theme
from app.ui.widgets import Plain
from app.ui.words import day
from app.workflow.figures import Figures, figures


class GlancePart(Plain):
    """The charts this person may see; counted aside, and again only when something was written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=12)
        self._desk = desk
        self._edition = -1
        self._counting: LongTask | None = None
        self.found = Figures()
        self.answers = Chart(tr("May they be shown?"), fills=True)
        self.places = QComboBox()
        self.places.setAccessibleName(tr("Platform of the chart"))
        self.places.currentIndexChanged.connect(lambda _i: self._show_answers())
        self.answers.box.insertWidget(1, self.places)
        self.weeks = Chart(tr("Photos per week"))
        self.left = Chart(tr("Should be gone from phones and cards"))
        for chart in (self.left, self.answers, self.weeks):
            self.box.addWidget(chart)
        self.box.addStretch(1)
        self.hide()

    def refresh(self) -> None:
        """Count again, aside."""
        if self._edition != self._desk.edition:
            self._edition = self._desk.edition
            if self._counting is not None:
                self._counting.cancel()  # what it counts is old by now
            workspace, actor = self._desk.workspace, self._desk.actor
            self._counting = self._desk.idle(
                lambda: figures(workspace, actor), self.show_figures, lambda _problem: None, gently=True
            )

    def show_figures(self, found: Figures | None) -> None:
        """Draw what was counted; None while it is not all there."""
        if found is None:
            return
        self.found = found
        names = list(dict.fromkeys(line.platform for line in found.answers))
        if names != [self.places.itemText(at) for at in range(self.places.count())]:
            chosen = self.places.currentText()
            self.places.clear()
            self.places.addItems(names)
            self.places.setCurrentIndex(max(0, self.places.findText(chosen)))
        self._show_answers()
        self.weeks.show_bars([Bar(day(monday), (Part("", number),)) for monday, number in found.weeks])
        self.left.show_bars([Bar(label, (Part("", number, "withheld"),)) for label, number in found.left])
        self.setVisible(bool(found.answers or found.weeks or found.left))

    def _show_answers(self) -> None:
        chosen = self.places.currentText()
        self.answers.show_bars(
            [
                Bar(
                    below(a.group),
                    (
                        Part(tr("yes"), a.yes, "shown"),
                        Part(tr("no"), a.no, "withheld"),
                        Part(tr("open"), a.open, "covered"),
                    ),
                )
                for a in self.found.answers
                if a.platform == chosen
            ]
        )

    def fit(self, roomy: bool) -> None:
        """A column of its own where there is room; otherwise below the cards, as wide as they are."""
        self.setMaximumWidth(theme().px(420 if roomy else 760))
        self.setMinimumWidth(theme().px(300) if roomy else 0)
