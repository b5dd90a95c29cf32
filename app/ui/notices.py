"""The one way to show an error, a warning, good news or a question: a quiet bar on the page, never a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.errors import KnownError
from app.ui.announce import announce
from app.ui.below import below
from app.ui.fault_details import details_of
from app.ui.flow import FlowLayout
from app.ui.language import tr
from app.ui.widgets import Button, IconLabel, Label, Plain, clear, is_large, lay, line_up, restyle, theme

_ICONS = {"withheld": "stop", "needs": "warning", "shown": "tick", "info": "info"}


class Notice(QFrame):
    """Says what happened and what the person can do; hidden while there is nothing to say.

    `words()` is what can be read on it, for tests and for screen readers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAccessibleName(tr("Message"))
        outer = lay(self, margin=12, gap=8)
        self._box = line_up(gap=12)
        outer.addLayout(self._box)
        self._below = FlowLayout(theme().px(8))
        outer.addLayout(self._below)
        self._details = Plain(gap=4)
        self._details_words = Label(role="caption", wraps=True)
        self._details_words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._details_words.setAccessibleName(tr("Details for support"))
        copy = Button(
            tr("Copy details"), self._copy, icon_name="copy", tip=tr("Without names: safe to send to support")
        )
        self._details.box.addWidget(self._details_words)
        self._details.box.addLayout(line_up(copy, 1))
        outer.addWidget(self._details)
        self._details.hide()
        self._said = ""
        self.hide()

    def words(self) -> str:
        return self._said if not self.isHidden() else ""

    def tell(self, words: str, *, state: str = "shown") -> None:
        """Good news (shown), a warning (needs) or plain information (info)."""
        self._fill(state, words)
        self._box.addWidget(Button(tr("Close message"), self.dismiss, icon_name="close", kind="icon"))

    def show_problem(self, problem: BaseException, *, about: str = "") -> None:
        """What happened, to what (`about`), and what to do; the details are one press away and name nobody."""
        if isinstance(problem, KnownError):
            words, remedy = below(problem.words), below(problem.remedy)
        else:
            words = tr("Something went wrong in ClearPost. Nothing was published and nothing was removed.")
            remedy = tr("Try again. If it happens again, open the details, copy them and send them to IT.")
        self._fill("withheld", f"{about} {words}".strip(), remedy)
        self._details_words.setText(details_of(problem))
        self.more = Button(tr("Details"), self._turn, name=tr("Show the details"))
        self._box.addWidget(self.more)
        self._box.addWidget(Button(tr("Close message"), self.dismiss, icon_name="close", kind="icon"))

    def ask(self, words: str, acts: Mapping[str, Callable[[], object]], *, safe: str = "") -> None:
        """Say what will happen and to how many; the safe answer comes first and has the focus."""
        self._fill("needs", words)
        keep = Button(safe or tr("Leave it as it is"), self.dismiss)
        self._place(keep)
        for name, act in acts.items():
            self._place(Button(name, lambda act=act: (self.dismiss(), act()), kind="danger"))
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, words: str, ways: Mapping[str, Callable[[], object]], *, state: str = "needs") -> None:
        """Say what happened and offer the ways on; none of them loses anything."""
        self._fill(state, words)
        for name, act in ways.items():
            self._place(Button(name, act))
        self._box.addWidget(Button(tr("Close message"), self.dismiss, icon_name="close", kind="icon"))

    def pass_by(self) -> None:
        """Something else is in front now: good news and hints go, what went wrong stays."""
        if self.property("state") != "withheld":
            self.dismiss()

    def _place(self, button: Button) -> None:
        """Beside the words; below them where the text is large."""
        (self._below if is_large() else self._box).addWidget(button)

    def _turn(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self.more.setText(tr("Less") if shown else tr("Details"))
        self.more.setAccessibleName(tr("Less: hide the details") if shown else tr("Show the details"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details_words.text())

    def dismiss(self) -> None:
        self._said = ""
        self.hide()

    def _fill(self, state: str, words: str, more: str = "") -> None:
        clear(self._box)
        clear(self._below)
        self._details.hide()
        self._said = f"{words} {more}".strip()
        self.setAccessibleDescription(self._said)
        self.setProperty("state", state)
        restyle(self)
        tint = state if state in ("withheld", "needs", "shown") else "quiet"
        self._box.addWidget(IconLabel(_ICONS[state], tint=tint, size=20), alignment=Qt.AlignmentFlag.AlignVCenter)
        column = line_up()
        label = Label(words, wraps=True)
        if more:
            label.setText(f"{words}\n{more}")
        label.setMinimumWidth(theme().px(160))
        column.addWidget(label, 1)
        self._box.addLayout(column, 1)
        self._details.raise_()  # the last to be read out
        self.show()
        announce(self, self._said, is_urgent=state == "withheld")
