"""A field of words in which what the checks found is underlined; pointing at it says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from app.domain.post import Finding
from app.ui.reading_order import bring_into_sight
from app.ui.theme import theme


class MarkedEdit(QPlainTextEdit):
    """Signals:
    pointed: somebody clicked on marked words; brings the finding.
    """

    pointed = Signal(object)

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setTabChangesFocus(True)
        self.marks: list[tuple[Finding, QTextCursor]] = []
        theme().changed.connect(self._paint_marks)

    def mark(self, findings: Sequence[Finding]) -> None:
        """Underline what these are about; the marks move along with what is typed before them."""
        words = self.toPlainText()
        self.marks = [
            (finding, self._cursor(words, *span))
            for finding in findings
            if finding.marked
            for span in finding.marked.spans
        ]
        self._paint_marks()

    def choose(self, finding: Finding, *, take_focus: bool) -> None:
        """Put the cursor on what a finding is about, in sight; the focus only when somebody wants to write there."""
        for found, cursor in self.marks:
            if found == finding:
                self.setTextCursor(QTextCursor(cursor))
                self.ensureCursorVisible()
                bring_into_sight(self)
                if take_focus:
                    self.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def finding_at(self, position: int) -> Finding | None:
        """What is said of the words at this place of the document; what blocks first."""
        here = [found for found, c in self.marks if c.selectionStart() <= position <= c.selectionEnd()]
        return min(here, key=lambda found: not found.blocks, default=None)

    def _cursor(self, words: str, start: int, end: int) -> QTextCursor:
        """Qt counts letters outside the first plane twice."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(_units(words[:start]), _units(words)))
        cursor.setPosition(min(_units(words[:end]), _units(words)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_marks(self) -> None:
        selections = []
        for finding, cursor in self.marks:
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(theme().colour(_state(finding)))
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
        self.setExtraSelections(selections)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.viewport().mapFrom(self, event.pos())
            finding = self.finding_at(self.cursorForPosition(place).position())
            QToolTip.showText(event.globalPos(), finding.words if finding else "", self, QRect())
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (finding := self.finding_at(self.textCursor().position())) is not None:
            self.pointed.emit(finding)


def _state(finding: Finding) -> str:
    return "withheld" if finding.blocks else "covered" if finding.reason else "needs"


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
