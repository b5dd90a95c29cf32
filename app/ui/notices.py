"""The one way to show an error, a warning, good news or a question: a quiet bar on the page, never a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.errors import KnownError
from app.ui.widgets import Button, IconLabel, Label, clear, lay, line_up, restyle, theme

_ICONS = {"withheld": "stop", "needs": "warning", "shown": "tick", "info": "info"}


class Notice(QFrame):
    """Says what happened and what the person can do; hidden while there is nothing to say.

    `words()` is what can be read on it, for tests and for screen readers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAccessibleName("Message")
        self._box = lay(self, row=True, margin=12, gap=12)
        self._said = ""
        self.hide()

    def words(self) -> str:
        return self._said if not self.isHidden() else ""

    def tell(self, words: str, *, state: str = "shown") -> None:
        """Good news (shown), a warning (needs) or plain information (info)."""
        self._fill(state, words)
        self._box.addWidget(Button("Close message", self.dismiss, icon_name="close", kind="icon"))

    def show_problem(self, problem: BaseException, *, about: str = "") -> None:
        """What happened and what to do; the details of a fault of ours can be copied for support."""
        if isinstance(problem, KnownError):
            self._fill("withheld", problem.words, problem.remedy)
            details = f"{about} {problem.words} {problem.remedy} [{problem.code}]".strip()
        else:
            self._fill(
                "withheld",
                "Something went wrong in ClearPost. Nothing was published and nothing was removed.",
                "Try again. If it happens again, copy the details and send them to IT.",
            )
            details = f"{about} {type(problem).__name__}: {problem}".strip()
        self._box.addWidget(
            Button("Copy details", lambda: QGuiApplication.clipboard().setText(details), icon_name="copy")
        )
        self._box.addWidget(Button("Close message", self.dismiss, icon_name="close", kind="icon"))

    def ask(self, words: str, acts: Mapping[str, Callable[[], object]], *, safe: str = "Leave it as it is") -> None:
        """Say what will happen and to how many; the safe answer comes first and has the focus."""
        self._fill("needs", words)
        keep = Button(safe, self.dismiss)
        self._box.addWidget(keep)
        for name, act in acts.items():
            self._box.addWidget(Button(name, lambda act=act: (self.dismiss(), act()), kind="danger"))
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, words: str, ways: Mapping[str, Callable[[], object]]) -> None:
        """Say what happened and offer the ways on; none of them loses anything."""
        self._fill("needs", words)
        for name, act in ways.items():
            self._box.addWidget(Button(name, act))
        self._box.addWidget(Button("Close message", self.dismiss, icon_name="close", kind="icon"))

    def dismiss(self) -> None:
        self._said = ""
        self.hide()

    def _fill(self, state: str, words: str, more: str = "") -> None:
        clear(self._box)
        self._said = f"{words} {more}".strip()
        self.setAccessibleDescription(self._said)
        self.setProperty("state", state)
        restyle(self)
        tint = state if state in ("withheld", "needs", "shown") else "quiet"
        self._box.addWidget(IconLabel(_ICONS[state], tint=tint, size=20), alignment=Qt.AlignmentFlag.AlignTop)
        column = line_up()
        label = Label(words, wraps=True)
        if more:
            label.setText(f"{words}\n{more}")
        label.setMinimumWidth(theme().px(160))
        column.addWidget(label, 1)
        self._box.addLayout(column, 1)
        self.show()
