"""What all pages share: a desk, a notice at the top, and one way to call a workflow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.errors import KnownError
from app.domain.people import Action, Actor
from app.ui.below import below
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.notices import Notice
from app.ui.soon import in_its_turn
from app.ui.widgets import lay

Made = TypeVar("Made")

_FELT_MS = 400
"""What lasts longer is said to be under way."""


class Page(QWidget):
    """One page of the window. Subclasses fill `body` and read what they show in `refresh`.

    Attributes:
        actions: whoever may do one of these may use the page; nobody is asked when it is empty.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    icon_name: ClassVar[str]
    actions: ClassVar[frozenset[Action]] = frozenset()

    context_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.room)
        for state in (Qt.WidgetAttribute.WA_WState_ExplicitShowHide, Qt.WidgetAttribute.WA_WState_Hidden):
            self.setAttribute(state)  # until it is whole and somebody goes there; `hide` would call what is not there
        self.desk = desk
        self.workspace = desk.workspace
        self.actor = desk.actor
        self._is_doing = False
        self.setProperty("role", "page")
        self.notice = Notice(self)
        self._felt = QTimer(self, singleShot=True, interval=_FELT_MS)
        self._felt.timeout.connect(lambda: self.notice.tell(tr("One moment …"), state="info"))
        outer = lay(self, margin=24, gap=12)
        outer.addWidget(self.notice)
        self.body: QBoxLayout = outer

    def build_pieces(self) -> Iterator[None]:
        """Put on the page what its constructor left, piece by piece: the window may answer wherever this yields."""
        yield from ()

    @classmethod
    def is_for(cls, actor: Actor) -> bool:
        return not cls.actions or any(actor.may(action) for action in cls.actions)

    def context(self) -> str:
        """What the header says beside the title, for example the event."""
        return ""

    def help_key(self) -> str:
        """Which file of help is about what is in front here."""
        return self.key

    def place(self) -> str:
        """The id of what is in front here, as `open` understands it, to carry on with another time; empty for none."""
        return ""

    def start(self) -> QWidget | None:
        """What has the focus when the page is shown; None leaves it where it is."""
        return None

    @property
    def is_busy(self) -> bool:
        """Whether something was begun here, or is looked at, that is not shown yet."""
        return self._is_doing

    def refresh(self) -> None:
        """Read again what is shown; called when the page is shown and when something was written."""

    def read_before(self, read: object) -> None:
        """What was read for this page before it was there, so that its first `refresh` need not read; None: nothing."""

    def catch_up(self) -> None:
        """Somebody else wrote something: read again, and leave what is typed, chosen and scrolled as it is."""
        self.refresh()

    def open(self, what: object) -> None:
        """Show one thing another page asked for."""

    def attempt(
        self, work: Callable[[], Made], *, ways: Mapping[str, Callable[[], object]] | None = None
    ) -> Made | None:
        """Call a workflow; what the world refuses is said on the page and gives None.

        Args:
            work: the call.
            ways: the ways on when somebody else changed the same thing meanwhile, by the words of their buttons.
        """
        try:
            made = work()
        except KnownError as problem:
            if ways and problem.code == "conflict":
                self.notice.offer(tr("{words} Nothing was written over.", words=below(problem.words)), ways)
            else:
                self.notice.show_problem(problem)
            return None
        self.notice.dismiss()
        return made

    def attempt_aside(
        self, work: Callable[[], Made], on_made: Callable[[Made], str], *, on_end: Callable[[], object] | None = None
    ) -> None:
        """Call a workflow that takes a moment off the window's own thread; of two presses on a page the first counts.

        Where it lasts, the page says so; closing the window waits for it. What is refused is said on the page, and
        nothing was written then. What was written is told to every page with the next turn: first the window shows
        what came of it here.

        Args:
            work: the call.
            on_made: told what it gave; returns what to say of it, or nothing.
            on_end: told before that, and before a refusal is said.
        """
        if self._is_doing:
            return
        self._is_doing = True
        self._felt.start()

        def end() -> None:
            self._felt.stop()
            if on_end is not None:
                on_end()

        def have(made: Made) -> None:
            end()
            self.notice.dismiss()
            said = ""
            try:
                said = on_made(made)
            finally:
                in_its_turn(self, lambda: tell(said))

        def tell(said: str) -> None:
            self._is_doing = False
            self.written(said)

        def refuse(problem: BaseException) -> None:
            end()
            self._is_doing = False
            self.notice.show_problem(problem)

        self.desk.save(work, have, refuse)

    def attempt_quietly(self, work: Callable[[], Made]) -> Made | None:
        """Read something for the page; what goes wrong is said, but a standing message is not taken away."""
        try:
            return work()
        except KnownError as problem:
            self.notice.show_problem(problem)
            return None

    def written(self, said: str = "") -> None:
        """Tell every page and count that something changed; then say here what came of it."""
        self.desk.changed.emit()
        if said:
            self.notice.tell(said)
