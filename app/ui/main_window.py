"""The frame and the way about, nothing else: pages down the side, title above, running work at the foot."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from app.domain.errors import KnownError
from app.settings import CHOICES, LANGUAGES, TEXT_SIZES
from app.ui import reads
from app.ui.account_bar import AccountBar
from app.ui.counts import register_age, waiting_counts
from app.ui.desk import Desk
from app.ui.foot_bar import FootBar
from app.ui.help import HelpWindow, WordHelp
from app.ui.language import LANGUAGES as NAMES
from app.ui.language import tr
from app.ui.lasting import until_gone
from app.ui.pages.as_needed import PagesAsNeeded
from app.ui.pages.page import Page
from app.ui.pages.reading import ReadingPage
from app.ui.plugged import PluggedBar
from app.ui.reading_order import ReadsInOrder
from app.ui.room import PageRoom
from app.ui.theme import theme
from app.ui.turns import BuildAhead, Turns, build_and_style
from app.ui.widgets import Button, ElidedLabel, Label, Plain, lay, rule, scrolled
from app.workflow import left_off, policies

SMALLEST = QSize(900, 500)
_ROOMY_PX = 1100
"""Below this width, at text size 100 %, the pages show as icons."""
_ALWAYS_OPEN = frozenset({"register", "school"})
"""Open before everything is read: saying no never waits, and the policies are there."""
_KEYS = 9
"""The first pages have a key: Ctrl with their number."""
_STAYED_MS = 600
"""Whoever stays this long at a photo or post will carry on there."""
_COUNTED_MS = 40
"""First the page is there, then the numbers beside the pages follow."""
_COUNT_KEEPS_S = 60
"""Where nothing was written they stand so long: what is due, and how old the register is, change by themselves."""
_SOON_MS, _WHILE_WORKING_MS = 50, 4000
"""How soon a page follows what others wrote; our own long work writes all the time."""


_Read = tuple[int, Mapping[str, int], tuple[str, str]]
"""As of which writing; what waits on each page; and how old the register is, in words and as a state."""


class MainWindow(ReadsInOrder, QMainWindow):
    """The window of one signed-in person.

    Signals:
        signed_out: back to the sign-in page, please.
        hide_wanted, lock_wanted: take everything off the screen, please; until a key, or until the password.
        look_changed(object): new `Settings` to use and keep.
    """

    signed_out = Signal()
    hide_wanted = Signal()
    lock_wanted = Signal()
    look_changed = Signal(object)

    def __init__(self, desk: Desk, kinds: Sequence[type[Page]], *, is_at_once: bool = True) -> None:
        """The frame with its first page; the page later, with `begin`, unless all of it is wanted at once."""
        super().__init__()
        until_gone(self)
        self.desk = desk
        self.setWindowTitle(tr("ClearPost · {school}", school=desk.workspace.school))
        self.setMinimumSize(SMALLEST)
        self._stack = QStackedWidget()
        self._visited: set[str] = set()
        self.pages = PagesAsNeeded(
            desk, kinds, self._stack, lambda page: page.context_changed.connect(self._refresh_header)
        )
        self.nav_buttons: dict[str, Button] = {}
        self._counts: Mapping[str, int] = {}
        self._group = QButtonGroup(self)
        self._is_narrow = False
        self._after_reading = ""
        frame = QWidget()
        frame.setProperty("role", "window")
        across = lay(frame, row=True, gap=0)
        across.addWidget(self._build_side())
        right = Plain(gap=0)
        right.box.addWidget(self._build_header())
        right.box.addWidget(PluggedBar(desk))
        right.box.addWidget(PageRoom(self._stack), 1)
        right.box.addWidget(FootBar(desk))
        across.addWidget(right, 1)
        self.setCentralWidget(frame)
        self._fit_side(self._is_narrow)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.catch_up)
        self.help: HelpWindow | None = None
        self.words = WordHelp(self)
        for key, act in (("F1", self.show_help), ("Shift+F1", self.words.begin)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._place = ("", "")
        self._is_sure = False
        self._counting: int | None = None
        self._counted_as_of, self._counted_at = -1, 0.0
        self._recount = QTimer(self, singleShot=True, interval=_COUNTED_MS)
        self._recount.timeout.connect(self._count_again)
        self._stayed = QTimer(self, singleShot=True, interval=_STAYED_MS)
        self._stayed.timeout.connect(lambda: desk.look(self._note_place, lambda _noted: None))
        desk.changed.connect(self.refresh)
        desk.go_to.connect(self.go)
        desk.lookout.noticed.connect(self._follow)
        self._turns = Turns(self)
        self._ahead = BuildAhead(self.pages, self)
        if is_at_once:
            self.show_page(next(iter(self.pages)))
            self._count()
        else:
            self._stack.hide()
        desk.lookout.start()

    def begin(self, read: object = None) -> None:
        """Show the first page, and then build the others ahead; the window answers in between.

        Args:
            read: what the first page would read, if it was read aside.
        """
        first = next(iter(self.pages))
        if self._stack.isHidden():  # else somebody is somewhere already
            self._turns.take(self._first_steps(first, read))
        self._ahead.begin()

    def _first_steps(self, key: str, read: object) -> Iterator[object]:
        yield from build_and_style(self.pages, key)
        page = self.pages[key]
        if read is not None:
            page.read_before(read)
            page.refresh()
            yield key
        page.read_before(read)
        self.show_page(key)
        page.read_before(None)  # where something else came first, it is old by the time this page comes

    # way about

    def go(self, key: str, what: object = None) -> None:
        """As `show_page`, for keys and mouse: a page that nobody built yet comes in a few steps."""
        self._turns.take(self._steps_to(key, what))

    def _steps_to(self, key: str, what: object) -> Iterator[object]:
        read_as_of = None
        if key in self.pages:
            yield from build_and_style(self.pages, key)
            page = self.pages[key]
            is_much = what is not None or key not in self._visited
            if is_much and page is not self.current and self._is_open(key):  # reading takes long, and so does painting
                if what is not None:
                    page.open(what)
                    what = None
                read_as_of = self.desk.edition
                page.refresh()
                yield key
        self._show_page(key, what, read_as_of)

    def show_page(self, key: str, what: object = None) -> None:
        """Bring a page to the front, open something on it, and read it anew."""
        self._show_page(key, what, None)

    def _show_page(self, key: str, what: object, read_as_of: int | None) -> None:
        if key not in self.pages:
            return
        self._turns.stop()  # the last place somebody asked for counts
        if self._is_open(key):
            page = self.pages[key]
            self._visited.add(key)
        else:
            page = self._reading
            what, self._after_reading = None, key
        if page is not self._stack.currentWidget():  # else Qt looks for another place on the page that goes
            self.nav_buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(page)
        self._stack.show()
        self.nav_buttons[key].setChecked(True)
        if what is not None:
            page.open(what)
        if read_as_of == self.desk.edition:
            self._refresh_header()
        else:
            self._read_page()
        self._recount.start()
        (page.start() or self.nav_buttons[key]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_open(self, key: str) -> bool:
        """Whether nothing has to be read before this page."""
        return key in _ALWAYS_OPEN or not policies.unread(self.desk.workspace, self.desk.actor)

    def show_help(self) -> None:
        """The help for the page in front."""
        if self.help is None:
            self.help = HelpWindow(self)
        self.help.show_page(self.current.help_key())

    @property
    def current(self) -> Page:
        page = self._stack.currentWidget() or self._reading
        assert isinstance(page, Page)  # noqa: S101 - the stack holds nothing else
        return page

    @cached_property
    def _reading(self) -> ReadingPage:
        """What stands in front of the other pages while something is unread."""
        page = ReadingPage(self.desk)
        page.all_read.connect(lambda: self.show_page(self._after_reading))
        self._stack.addWidget(page)
        return page

    def refresh(self) -> None:
        """Read the page in front again; the counts and the register's age follow."""
        self._read_page()
        self._recount.start()

    def _read_page(self) -> None:
        self.current.refresh()
        self._refresh_header()

    def _count(self) -> None:
        """Count what waits: at once in a school's first months, aside where there is much to count."""
        if not reads.is_long_used(self.desk.workspace):
            self._have_counts(self._read_counts())
            return
        self._show_counts(self._counts)  # as they were, until the new ones are there
        self._count_aside()

    def _read_counts(self) -> _Read:
        edition, workspace = self.desk.edition, self.desk.workspace
        return edition, waiting_counts(workspace, self.desk.actor), register_age(workspace)

    def _count_again(self) -> None:
        is_new = self._counted_as_of == self.desk.edition and time.monotonic() - self._counted_at < _COUNT_KEEPS_S
        if self.isVisible() and not is_new:  # not while the window is being put away
            self._count_aside()

    def _count_aside(self) -> None:
        if self._counting is None:
            self._counting = self.desk.edition
            task = self.desk.read(self._read_counts, self._have_counts, lambda _problem: None)
            task.finished.connect(lambda _completed: self._counted())

    def _counted(self) -> None:
        before, self._counting = self._counting, None
        if before != self.desk.edition:  # something was written while it was counted
            self._count_aside()

    def _have_counts(self, read: _Read) -> None:
        edition, counts, (words, state) = read
        self._counted_as_of, self._counted_at = edition, time.monotonic()
        self._age.setText(words)
        self._age.setProperty("state", state)
        self._age.style().polish(self._age)
        self._show_counts(counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        for key, button in self.nav_buttons.items():
            waiting = counts.get(key, 0)
            kind = self.pages.kinds[key]
            number = f"  {waiting}" if waiting else ""
            button.setText((f" {waiting}" if waiting else "") if self._is_narrow else f"  {tr(kind.title)}{number}")
            button.setAccessibleName(
                tr("{title}, {waiting} waiting", title=tr(kind.title), waiting=waiting) if waiting else tr(kind.title)
            )

    # what others write

    def _follow(self) -> None:
        if not self._soon.isActive():
            self._soon.start(_WHILE_WORKING_MS if self.desk.running else _SOON_MS)

    def catch_up(self) -> None:
        """Show what was written elsewhere; what is being typed, chosen or dragged here stays as it is."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton or QApplication.activePopupWidget() is not None:
            self._soon.start(_SOON_MS)
            return
        self.current.attempt_quietly(self._read_again)
        self._count_aside()

    def _read_again(self) -> None:
        self.current.catch_up()
        self._refresh_header()

    def _refresh_header(self) -> None:
        self._title.setText(tr(self.current.title))
        self._context.setText(self.current.context())
        place = (self.current.key, self.current.place())
        if place[1] and place != self._place:
            self._place = place
            self._stayed.start()

    def _note_place(self) -> None:
        """Remember where this person is, so that they can carry on there; not worth a message when it fails."""
        with suppress(KnownError):
            left_off.note_place(self.desk.workspace, self.desk.actor, *self._place)

    # building

    def _build_header(self) -> QFrame:
        header = QFrame()
        header.setProperty("role", "header")
        self._title = Label(role="title")
        self._context = ElidedLabel(role="quiet")
        self._age = Label(role="quiet")
        box = lay(header, row=True, gap=16)
        box.setContentsMargins(theme().px(24), theme().px(12), theme().px(24), theme().px(12))
        box.addWidget(self._title)
        box.addWidget(self._context, 1)
        box.addWidget(self._age)
        return header

    def _build_side(self) -> QFrame:
        side = QFrame()
        side.setProperty("role", "nav")
        self._side = side
        box = lay(side, margin=12, gap=4)
        self._wide_only: list[QWidget] = [
            Label("ClearPost", role="title"),
            ElidedLabel(self.desk.workspace.school, role="caption"),
            ElidedLabel(self.desk.actor.name, role="heading"),
        ]
        box.addWidget(self._wide_only[0])
        box.addWidget(self._wide_only[1])
        box.addSpacing(theme().px(8))
        links = Plain(gap=2)
        for number, kind in enumerate(self.pages.kinds.values(), start=1):
            if kind.key == "register" and number > 1:
                links.box.addSpacing(theme().px(4))
                links.box.addWidget(rule())
                links.box.addSpacing(theme().px(4))
            links.box.addWidget(self._build_link(kind, number))
        links.box.addStretch(1)
        box.addWidget(scrolled(links, tr("Pages")), 1)
        self._links, self._foot = links.box, Plain(gap=4)
        box.addWidget(rule())
        box.addWidget(self._wide_only[2])
        look = Plain(row=True, gap=0)
        self._look = look.box
        look.box.addWidget(Button(tr("Light or dark"), self._next_theme, icon_name="eye", kind="icon"))
        self._size = Button(tr("Text size"), self._next_size, kind="tight", tip=tr("Text size: press for the next one"))
        self._size.setText(f"{self.desk.settings.text_size} %")
        look.box.addWidget(self._size)
        other = self._other_language()
        self.language_button = Button(
            other.upper(), self._next_language, kind="tight", tip=NAMES[other], name=f"{other.upper()}: {NAMES[other]}"
        )
        look.box.addWidget(self.language_button)
        look.box.addStretch(1)
        self.help_button = Button(tr("Help"), self.show_help, icon_name="question", kind="icon", tip=tr("Help (F1)"))
        look.box.addWidget(self.help_button)
        self._look_row = look
        self._account = AccountBar(self.desk)
        self._account.hide_wanted.connect(self.hide_wanted)
        self._account.lock_wanted.connect(self.lock_wanted)
        self._account.sign_out_wanted.connect(self.signed_out)
        box.addWidget(self._foot)
        return side

    def _build_link(self, kind: type[Page], number: int) -> Button:
        has_key = number <= _KEYS
        button = Button(
            tr(kind.title),
            lambda: self.go(kind.key),
            icon_name=kind.icon_name,
            kind="nav",
            tip=f"{tr(kind.title)} (Ctrl+{number})" if has_key else tr(kind.title),
        )
        self._group.addButton(button)
        self.nav_buttons[kind.key] = button
        if has_key:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda: self.go(kind.key))
        return button

    # look

    def _next_theme(self) -> None:
        """From light to dark and back; the first press leaves what the system says."""
        wanted = CHOICES[1] if theme().tokens.is_dark else CHOICES[2]
        self._keep(replace(self.desk.settings, theme=wanted))

    def _next_size(self) -> None:
        at = TEXT_SIZES.index(self.desk.settings.text_size)
        self._keep(replace(self.desk.settings, text_size=TEXT_SIZES[(at + 1) % len(TEXT_SIZES)]))

    def _other_language(self) -> str:
        return LANGUAGES[(LANGUAGES.index(self.desk.settings.language) + 1) % len(LANGUAGES)]

    def _next_language(self) -> None:
        if self.desk.running:
            words = tr("Photos are still being worked on. Change the language once that is done.")
            self.current.notice.tell(words, state="needs")
            return
        self._keep(replace(self.desk.settings, language=self._other_language()))

    def _keep(self, settings: object) -> None:
        self.desk.settings = settings
        self.look_changed.emit(settings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, for example with large text, the pages show as icons alone."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(_ROOMY_PX)
        if is_narrow != self._is_narrow:
            self._fit_side(is_narrow)
            self.refresh()

    def _fit_side(self, is_narrow: bool) -> None:
        self._is_narrow = is_narrow
        self._side.setFixedWidth(theme().px(92 if is_narrow else 200))
        self._side.layout().setContentsMargins(*[theme().px(6 if is_narrow else 12)] * 4)
        for label in self._wide_only:
            label.setHidden(is_narrow)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for bar in (self._look, self._account.box):
            bar.setDirection(down if is_narrow else across)
        for part in (self._look_row, self._account):  # in a narrow side they scroll with the pages
            (self._links if is_narrow else self._foot.box).addWidget(part)
        self._show_counts(self._counts)

    def _ask_to_stop(self) -> None:
        def stop() -> None:
            self._is_sure = True
            self.close()

        words = tr(
            "This is still under way: {work}. Closing ClearPost stops it; what was done so far stays done.",
            work=self.desk.running[0].label,
        )
        self.current.notice.ask(words, {tr("Stop it and close"): stop}, safe=tr("Go on working"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop work at a photo's end before the workspace goes; a person who closes the window is asked first."""
        is_person = event.spontaneous() and not QGuiApplication.instance().isSavingSession()  # a PC may shut down
        if is_person and self.desk.running and not self._is_sure:
            event.ignore()
            self._ask_to_stop()
            return
        self._soon.stop()
        self._recount.stop()
        self._turns.stop()
        self._ahead.stop()
        self.desk.close()
        if self._stayed.isActive():
            self._stayed.stop()
            self._note_place()
        super().closeEvent(event)
