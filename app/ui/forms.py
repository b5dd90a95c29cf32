"""Fields of a form made from a table of questions, each with its label, hint and the place for what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from app.ui.days import parse_day
from app.ui.language import tr
from app.ui.theme import theme
from app.ui.widgets import Label, Plain, field, grid, is_large, line_up
from app.ui.words import day


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. `kind`: line, long, day, number, check or choice; `choices` are words by value."""

    key: str
    words: str
    kind: str = "line"
    hint: str = ""
    is_wide: bool = False
    most: int = 100_000_000
    needed: str = ""
    """What is said when it is left empty."""


class Fields(Plain):
    """Signals:
    changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, asks: Sequence[Ask], *, columns: int = 2) -> None:
        super().__init__(gap=0)
        self._asks = {ask.key: ask for ask in asks}
        self.widgets: dict[str, QWidget] = {}
        self.problems: dict[str, Label] = {}
        across = 1 if theme().scale >= 1.75 else columns
        table, at = grid(12), 0
        for ask in asks:
            if ask.is_wide and at % across:
                at += across - at % across
            table.addWidget(self._block(ask), at // across, at % across, 1, across if ask.is_wide else 1)
            at += across if ask.is_wide else 1
        for column in range(across):
            table.setColumnStretch(column, 1)
        self.box.addLayout(table)

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values; keys without a field are left out."""
        for key in self._asks.keys() & values.keys():
            _put(self.widgets[key], values[key])
            self.say(key, "")

    def offer(self, key: str, choices: Sequence[tuple[Any, str]]) -> None:
        """The choices of a question; what is chosen stays when it is still there."""
        box = self.widgets[key]
        assert isinstance(box, QComboBox)  # noqa: S101 - the table says so
        if [(box.itemData(i), box.itemText(i)) for i in range(box.count())] == list(choices):
            return
        chosen = box.currentData()
        box.clear()
        for value, words in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def values(self) -> dict[str, Any]:
        """What the fields say; a day that cannot be read is None, `check` says so."""
        return {key: _get(self.widgets[key], ask.kind) for key, ask in self._asks.items()}

    def check(self) -> bool:
        """Say under each field what is wrong with it; the first of them gets the focus."""
        wrong = [key for key, ask in self._asks.items() if not self.say(key, self._problem(ask))]
        if wrong:
            self.widgets[wrong[0]].setFocus()
        return not wrong

    def say(self, key: str, words: str) -> bool:
        """Put a sentence under a field, or take it away; True when there is none."""
        self.problems[key].setText(words)
        self.problems[key].setVisible(bool(words))
        if words or self._asks[key].hint:
            self.widgets[key].setAccessibleDescription(words or tr(self._asks[key].hint))
        return not words

    def _problem(self, ask: Ask) -> str:
        widget = self.widgets[ask.key]
        if ask.kind == "day":
            assert isinstance(widget, QLineEdit)  # noqa: S101 - the table says so
            words = widget.text().strip()
            if words and parse_day(words) is None:
                return tr("Write the day like 4 Sep 2026 or 04/09/2026.")
        return tr(ask.needed) if ask.needed and not _get(widget, ask.kind) else ""

    def _block(self, ask: Ask) -> Plain:
        widget = _widget(ask)
        self.widgets[ask.key] = widget
        problem = Label(role="caption", wraps=True)
        problem.setProperty("state", "withheld")
        problem.hide()
        self.problems[ask.key] = problem
        block = Plain(gap=4)
        if ask.kind == "check":
            widget.setAccessibleName(tr(ask.words))
            block.box.addLayout(_ticked(widget, tr(ask.words)))
        else:
            block.box.addLayout(field(tr(ask.words), widget, hint=tr(ask.hint)))
        block.box.addWidget(problem)
        block.box.addStretch(1)
        signal = {
            "line": "textChanged", "day": "textChanged", "long": "textChanged", "check": "toggled",
            "choice": "currentIndexChanged", "number": "valueChanged",
        }[ask.kind]  # fmt: skip
        getattr(widget, signal).connect(lambda *_: self.changed.emit())
        return block


class _TickWords(Label):
    """The words of a tick box that go on in more lines, which the box itself cannot do; a click on them ticks it."""

    def __init__(self, box: QWidget, words: str) -> None:
        super().__init__(words, wraps=True)
        self._box = box

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        if isinstance(self._box, QCheckBox) and self._box.isEnabled():
            self._box.click()


def _ticked(box: QWidget, words: str) -> Any:
    """A tick box with its words, beside it where they need more than a line."""
    if not is_large():
        return line_up(box)
    row = line_up(box)
    row.setAlignment(box, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_TickWords(box, words), 1)
    return row


def _widget(ask: Ask) -> QWidget:
    if ask.kind == "check":
        return QCheckBox("" if is_large() else tr(ask.words))
    if ask.kind == "choice":
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        return box
    if ask.kind == "number":
        number = QSpinBox()
        number.setRange(0, ask.most)
        number.setGroupSeparatorShown(True)
        number.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)
        number.setMinimumHeight(theme().px(32))
        number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        return number
    if ask.kind == "long":
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(theme().px(64))
        return edit
    line = QLineEdit()
    if ask.kind == "day":
        line.setPlaceholderText(tr("4 Sep 2026"))
    return line


def _get(widget: QWidget, kind: str) -> Any:
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, QSpinBox):
        return widget.value()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText().strip()
    words = widget.text().strip()  # type: ignore[attr-defined]
    return parse_day(words) if kind == "day" else words


def _put(widget: QWidget, value: Any) -> None:
    if isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif isinstance(widget, QSpinBox):
        widget.setValue(int(value or 0))
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(value or "")
    else:
        widget.setText(day(value) if isinstance(value, date) else value or "")  # type: ignore[attr-defined]
