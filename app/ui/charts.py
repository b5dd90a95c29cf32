"""Bars for people who would rather look than read, drawn with QPainter; each chart says the same in words.

Colour is never alone: every part has its own pattern, its number where there is room, and its word in the legend.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.language import tr
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, clear, line_up

_PATTERNS = {
    "shown": Qt.BrushStyle.SolidPattern,
    "withheld": Qt.BrushStyle.BDiagPattern,
    "covered": Qt.BrushStyle.Dense6Pattern,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar. `state`: shown, withheld, covered or accent."""

    word: str
    number: int
    state: str = "accent"


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its label and its parts from left to right; a heading has no parts."""

    label: str
    parts: tuple[Part, ...] = ()

    @property
    def total(self) -> int:
        return sum(part.number for part in self.parts)

    def said(self) -> str:
        """``Year 4: 20 yes, 3 no, 5 no answer``."""
        if not self.parts:
            return f"{self.label}:"
        several = len(self.parts) > 1
        numbers = (f"{part.number} {part.word}" if several or part.word else str(part.number) for part in self.parts)
        return f"{self.label}: {', '.join(numbers)}"


class Bars(QWidget):
    """Horizontal bars, one below the other, all to one scale or each filling its line."""

    def __init__(self, name: str, *, fills: bool) -> None:
        super().__init__()
        self.bars: tuple[Bar, ...] = ()
        self._fills = fills
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self.bars = tuple(bars)
        self.setAccessibleDescription(". ".join(bar.said() for bar in self.bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(260), self._line_px() * max(1, len(self.bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self.sizeHint().height())

    def event(self, event: object) -> bool:
        """Point at a bar to read it."""
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            at = event.pos().y() // self._line_px()
            QToolTip.showText(event.globalPos(), self.bars[at].said() if 0 <= at < len(self.bars) else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _line_px(self) -> int:
        return max(theme().px(24), QFontMetrics(self.font()).height() + theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.font())
        labels = max((metrics.horizontalAdvance(bar.label) for bar in self.bars if bar.parts), default=0)
        left = min(labels + theme().px(12), self.width() * 2 // 5)
        numbers = max((metrics.horizontalAdvance(str(bar.total)) for bar in self.bars), default=0) + theme().px(8)
        most = max((bar.total for bar in self.bars), default=0)
        line = self._line_px()
        for row, bar in enumerate(self.bars):
            place = QRectF(left, row * line + line * 0.18, self.width() - left - numbers, line * 0.64)
            painter.setPen(theme().colour("quiet" if bar.parts else "text"))
            words = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, left if bar.parts else self.width())
            painter.drawText(QRectF(0, row * line, self.width(), line), Qt.AlignmentFlag.AlignVCenter, words)
            if bar.parts:
                self._paint_bar(painter, bar, place, bar.total if self._fills else most)
                painter.setPen(theme().colour("text"))
                end = QRectF(place.right(), row * line, numbers, line)
                painter.drawText(end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(bar.total))
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, place: QRectF, whole: int) -> None:
        if not whole:
            return
        at = place.left()
        for part in bar.parts:
            wide = place.width() * part.number / whole
            if wide <= 0:
                continue
            piece = QRectF(at, place.top(), max(wide, 1.0), place.height())
            paint_part(painter, piece, part.state)
            at += wide


def paint_part(painter: QPainter, piece: QRectF, state: str) -> None:
    """Fill a piece in the colour and with the pattern of its state, with an outline that holds 3:1."""
    colour = QColor(theme().colour(state))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, _PATTERNS.get(state, Qt.BrushStyle.SolidPattern)))
    painter.drawRect(piece.adjusted(0.5, 0.5, -0.5, -0.5))


class Key(QWidget):
    """The small square of a legend."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(theme().px(14), theme().px(14))
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_part(painter, QRectF(QPointF(0, 0), QPointF(self.width(), self.height())), self._state)
        painter.end()


class Chart(Panel):
    """A heading, the bars with their legend, and the same in words at the press of a button."""

    def __init__(self, title: str, *, fills: bool = False) -> None:
        super().__init__(margin=16, gap=8)
        self.title = title
        self.bars = Bars(title, fills=fills)
        self.legend = Plain(row=True, gap=8)
        self.words = Label(role="quiet", wraps=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.turn = Button(tr("In words"), self._turn, kind="flat", name=tr("{title}: in words", title=title))
        top = line_up()
        top.addWidget(Label(title, role="heading", wraps=True), 1)
        top.addWidget(self.turn)
        self.box.addLayout(top)
        self.box.addWidget(self.legend)
        self.box.addWidget(self.bars)
        self.box.addWidget(self.words)
        self.words.hide()
        self.hide()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these; nothing at all where there are none."""
        if tuple(bars) == self.bars.bars:
            return
        self.bars.show_bars(bars)
        self.words.setText("\n".join(bar.said() for bar in bars))
        clear(self.legend.box)
        kinds = {part.state: part.word for bar in bars for part in bar.parts if part.word}
        for state, word in kinds.items() if len(kinds) > 1 else ():
            self.legend.box.addWidget(Key(state))
            self.legend.box.addWidget(Label(word, role="caption"))
        self.legend.box.addStretch(1)
        self.setVisible(bool(bars))

    def _turn(self) -> None:
        in_words = self.words.isHidden()
        self.words.setVisible(in_words)
        self.bars.setHidden(in_words)
        self.legend.setHidden(in_words)
        self.turn.setText(tr("As bars") if in_words else tr("In words"))
        self.turn.setAccessibleName(f"{self.title}: {(tr('as bars') if in_words else tr('in words'))}")
