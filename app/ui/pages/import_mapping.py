"""Which column is what: the first lines of a list with a choice above each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QScrollArea

from app.ui.language import phrase, tr
from app.ui.theme import theme
from app.ui.widgets import Button, ElidedLabel, Label, Plain, clear, field, grid, line_up, scrolled
from app.workflow.list_columns import ListColumns, Meaning

_LEFT_OUT = phrase("Leave out")
_MOST_COLUMNS = 80
_COLUMN_WIDTH = 168


class ColumnMapper(Plain):
    """Shows a list as it is and what its columns seem to be; `used` when the person has settled it."""

    used = Signal()
    kept = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=12)
        self._columns: ListColumns | None = None
        self._offered: tuple[tuple[str, Meaning], ...] = ()
        self.choices: list[QComboBox] = []
        self.words = Label(role="quiet", wraps=True)
        inside = Plain(gap=0)
        self._grid = grid(8)
        inside.box.addLayout(self._grid)
        inside.box.addStretch(1)
        self._area: QScrollArea = scrolled(inside, tr("Columns of the list"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("For example Photo consent from SIMS"))
        self.name.textChanged.connect(lambda words: self.keep.setEnabled(bool(words.strip())))
        self.keep = Button(tr("Keep these columns"), lambda: self.kept.emit(self.name.text().strip()), icon_name="tick")
        self.keep.setEnabled(False)
        self.watch = QCheckBox(tr("Look for new files in its folder"))
        self.at_once = QCheckBox(tr("Take a no over at once"))
        for box in (self.watch, self.at_once):
            box.setAccessibleName(box.text())
        self.box.addWidget(self.words)
        self._area.setMinimumHeight(theme().px(240))
        self.box.addWidget(self._area, 1)
        self.box.addLayout(field(tr("Keep these columns for next time as"), self.name, beside=self.keep))
        self.box.addLayout(line_up(self.watch, self.at_once, 1))
        self.box.addLayout(line_up(1, Button(tr("Show the changes"), self.used.emit, kind="primary")))

    @property
    def columns(self) -> ListColumns | None:
        """The list that is shown."""
        return self._columns

    def show_columns(self, columns: ListColumns, offered: Sequence[tuple[str, Meaning]]) -> None:
        """Show a list with what its columns seem to be."""
        self._columns, self._offered = columns, tuple(offered)
        clear(self._grid)
        self.choices = []
        known = tr(" The headings look like {preset}’s.", preset=columns.preset) if columns.preset else ""
        found = (
            tr("The headings are in line {heading_line}.", heading_line=columns.heading_line)
            if columns.heading_line
            else tr("There are no headings.")
        )
        self.words.setText(
            tr(
                "{found}{known} Say what each column is; whatever is left out changes nothing.",
                found=found,
                known=known,
            )
        )
        shown = columns.headings[:_MOST_COLUMNS]
        for at, heading in enumerate(shown):
            self._grid.addWidget(self._choice(at, heading or tr("column {at}", at=at + 1)), 0, at)
            self._grid.addWidget(ElidedLabel(heading or tr("Column {at}", at=at + 1), role="heading"), 1, at)
            self._grid.setColumnMinimumWidth(at, theme().px(_COLUMN_WIDTH))
        for line, cells in enumerate(columns.sample, start=2):
            for at, cell in enumerate(cells[:_MOST_COLUMNS]):
                self._grid.addWidget(ElidedLabel(cell, role="quiet"), line, at)
        self._grid.setColumnStretch(len(shown), 1)

    def meanings(self) -> Mapping[int, Meaning]:
        """What the person chose, by column."""
        return {at: box.currentData() for at, box in enumerate(self.choices) if box.currentIndex() > 0}

    def _choice(self, at: int, heading: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("What {heading} is", heading=heading))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.addItem(tr(_LEFT_OUT), None)
        wanted = self._columns.meanings.get(at) if self._columns else None
        for words, meaning in self._offered:
            box.addItem(words, meaning)
            if meaning == wanted:
                box.setCurrentIndex(box.count() - 1)
        if wanted is not None and box.currentIndex() == 0:
            box.addItem(tr("Answer: as kept"), wanted)
            box.setCurrentIndex(box.count() - 1)
        self.choices.append(box)
        return box
