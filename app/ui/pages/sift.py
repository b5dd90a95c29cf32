"""A search as one types and a choice of states above a long list; both are kept while other pages are in front."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.ui.desk import Desk
from app.ui.kept_filters import keep_choice, keep_typed, kept
from app.ui.language import tr
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, flowing, line_up
from app.ui.words import sentence


class TitleSift(Plain):
    """Signals:
    changed: another search or another state.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, page: str, states: Mapping[str, str], *, hint: str = "", before: QWidget | None = None
    ) -> None:
        super().__init__(gap=8)
        self._desk, self._page = desk, page
        self.search = QLineEdit(kept(desk, page, "words"))
        self.search.setPlaceholderText(hint or tr("Type a title"))
        self.search.setAccessibleName(tr("Search titles") if not hint else tr("Search"))
        hinted = self.search.fontMetrics().horizontalAdvance(self.search.placeholderText())
        self.search.setMinimumWidth(min(hinted + theme().px(28), theme().side_px(216)))
        self.search.setToolTip("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.states = QComboBox()
        self.states.setAccessibleName(tr("Which are shown"))
        self.states.addItem(tr("All"), "")
        for key, words in states.items():
            self.states.addItem(sentence(words), key)
        self.states.setCurrentIndex(max(0, self.states.findData(kept(desk, page, "state"))))
        self.number = Label(role="caption", wraps=True)
        self.all_button = Button(tr("Show all"), self.clear, icon_name="close", kind="flat")
        self.states.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.states.setMinimumContentsLength(8)
        self.box.addLayout(flowing(before, self.search, self.states if states else None))
        self.box.addLayout(line_up(self.number, 1, self.all_button))
        self.search.textChanged.connect(lambda _words: self._turn())
        self.states.currentIndexChanged.connect(lambda _i: self._turn())
        self.all_button.setVisible(self.is_on)

    @property
    def words(self) -> str:
        return self.search.text().strip()

    @property
    def state(self) -> str:
        """The key of the chosen state; empty for all."""
        return str(self.states.currentData() or "")

    @property
    def is_on(self) -> bool:
        """Whether something may be left out."""
        return bool(self.words or self.state)

    def clear(self) -> None:
        """Show everything again."""
        was_on = self.is_on
        with QSignalBlocker(self.search), QSignalBlocker(self.states):
            self.search.clear()
            self.states.setCurrentIndex(0)
        if was_on:
            self._turn()

    def say(self, number: int) -> None:
        """How many there are; where nothing fits, what to do about it."""
        nothing = tr("Nothing fits. Type less, or show all.")
        self.number.setText(tr("{number} shown", number=number) if number else nothing if self.is_on else "")

    def _turn(self) -> None:
        keep_typed(self._desk, self._page, self.search.text())
        keep_choice(self._desk, self._page, "state", self.state)
        self.all_button.setVisible(self.is_on)
        self.changed.emit()
