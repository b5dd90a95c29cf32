"""The last step before a post is handed over: the school's checklist, point by point, confirmed by its author."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox

from app.domain.submission import Confirmed
from app.ui.language import Told, phrase, tr
from app.ui.widgets import Button, Label, Panel, Plain, clear, line_up, scrolled

CONFIRMED = Told(
    {
        Confirmed.FITTING: phrase(
            "What it says is true, positive and relevant, and nobody is hurt or embarrassed by it."
        ),
        Confirmed.NO_DETAILS: phrase(
            "Nothing in words or pictures tells who a child is: no name on work, labels or certificates, no details."
        ),
        Confirmed.AGREED: phrase(
            "Everybody in the pictures was looked for in the register, and nobody asked not to be in them."
        ),
        Confirmed.OWN_DEVICE: phrase(
            "The photos come from a device of the school, or one the Headteacher permits, and no personal copy is left."
        ),
        Confirmed.NOT_RECOGNISABLE: phrase(
            "Still recognisable? Nobody covered can be told by clothes, a number, a brother or sister or a class label."
        ),
    }
)


class ConfirmPanel(Panel):
    """Signals:
    confirmed(tuple): every point was ticked, and the post may be handed over with them.
    given_up: back to the post.
    """

    confirmed = Signal(tuple)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Confirmed, ...] = ()
        self.boxes: dict[Confirmed, QCheckBox] = {}
        self.heading = Label(role="title", wraps=True)
        more = Label(role="quiet", wraps=True)
        more.setText(
            tr(
                "Tick each point that is so. Where one is not, go back and put the post right first. "
                "Your name and the time are kept with it."
            )
        )
        self.rows = Plain(gap=16)
        self.go = Button(tr("Submit for approval"), self._send, icon_name="approve", kind="primary")
        self.back = Button(tr("Back to the post"), self.given_up.emit)
        self.box.addWidget(self.heading)
        self.box.addWidget(more)
        self.box.addWidget(scrolled(self.rows, tr("What you confirm")), 1)
        self.box.addLayout(line_up(1, self.back, self.go))
        self.hide()

    def begin(self, title: str, points: Sequence[Confirmed]) -> None:
        """Ask about a post from the start: nothing is ticked."""
        self._points = tuple(points)
        self.heading.setText(tr("Before “{title}” goes to the Headteacher", title=title or tr("Untitled")))
        clear(self.rows.box)
        self.boxes = {}
        for point in points:
            row = _Point(CONFIRMED[point])
            row.tick.toggled.connect(lambda _on: self._look())
            self.boxes[point] = row.tick
            self.rows.box.addWidget(row)
        self.rows.box.addStretch(1)
        self._look()
        if points:
            self.boxes[points[0]].setFocus()

    def _look(self) -> None:
        self.go.setEnabled(all(box.isChecked() for box in self.boxes.values()))

    def _send(self) -> None:
        if all(box.isChecked() for box in self.boxes.values()):
            self.confirmed.emit(self._points)


class _Point(Plain):
    """A tick with a sentence that wraps; a click on the sentence ticks it too."""

    def __init__(self, words: str) -> None:
        super().__init__(row=True, gap=12)
        self.tick = QCheckBox()
        self.tick.setAccessibleName(words)
        said = Label(words, wraps=True)
        said.setBuddy(self.tick)
        self.box.addWidget(self.tick, alignment=Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(said, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.tick.toggle()
