"""Lock the window when nobody is there: it goes away as a whole, and a page that knows no pupil takes its place.

Hiding the window (rather than covering it) also silences its shortcuts and leaves nothing to read for screen readers or
previews of the task bar. Half-done work stays where it is, and running work goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPixmapCache, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from app.domain.errors import NotAllowedError, SignInError
from app.domain.people import Actor
from app.machine import read_policy
from app.ui.below import below
from app.ui.cover_page import HIDE_KEY, CoverPage
from app.ui.language import tr
from app.ui.lock_page import LockPage
from app.ui.long_task import LongTask
from app.ui.main_window import MainWindow
from app.ui.thumbnails import thumbnails
from app.workflow.signing_in import Session, session_of, unlock

DEFAULT_AFTER = timedelta(minutes=10)
_LOOKS_S = (0.02, 5.0)
"""How often to look at the clock: a tenth of the time, within these bounds."""
_ACCOUNT_MS = 30_000
_HUMAN = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
Run = Callable[..., LongTask]


class IdleWatch(QObject):
    """Counts the time since somebody last pressed, moved or turned anything in this program.

    It listens to the windows of the system, which hear of that before any of their parts: listening to the whole
    program would ask Python about every event of every part.

    Signals:
        idle: nobody was there for as long as `after`; said once, until `begin`.
        hide_pressed: the key that hides everything was pressed, wherever in the program.
    """

    idle = Signal()
    hide_pressed = Signal()

    def __init__(self, after: timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.after = after
        self._is_on = False
        self._mouse = QPointF(-1, -1)
        self._last = _clocks()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        QApplication.instance().focusWindowChanged.connect(self._watch_windows)

    def set_after(self, after: timedelta) -> None:
        """Lock after another time from now on; what has passed already counts."""
        self.after = after
        if self._is_on:
            self._timer.start(self._period_ms())

    def begin(self) -> None:
        """Somebody is there now."""
        self._last = _clocks()
        self._is_on = True
        self._watch_windows()
        self._timer.start(self._period_ms())

    def stop(self) -> None:
        """Count no more."""
        self._is_on = False
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)
        self._timer.stop()

    def _watch_windows(self) -> None:
        """Listen to every window there is; once more does nothing."""
        if self._is_on:
            for window in QGuiApplication.allWindows():
                window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Remember when somebody did something; the key that wakes a PC from sleep is too late and is swallowed."""
        if event.type() not in _HUMAN or (event.type() == QEvent.Type.MouseMove and not self._really_moved(event)):
            return False
        if self._is_over():
            self._say()
            return True
        self._last = _clocks()
        if isinstance(event, QKeyEvent) and event.key() == HIDE_KEY and not event.isAutoRepeat():
            self.hide_pressed.emit()
            return True
        return False

    def _really_moved(self, event: QEvent) -> bool:
        """Windows sends moves of a mouse that lies still whenever something under it changes."""
        if not isinstance(event, QMouseEvent):
            return False
        before, self._mouse = self._mouse, event.globalPosition()
        return before != self._mouse

    def _look(self) -> None:
        self._watch_windows()  # a list of choices is a window that never has the focus
        if self._is_over():
            self._say()

    def _say(self) -> None:
        self.stop()
        self.idle.emit()

    def _is_over(self) -> bool:
        """By either clock: the steady one may stand still while a PC sleeps, the other may be turned back."""
        return max(now - last for now, last in zip(_clocks(), self._last, strict=True)) >= self.after.total_seconds()

    def _period_ms(self) -> int:
        least, most = _LOOKS_S
        return round(1000 * min(max(self.after.total_seconds() / 10, least), most))


class SessionLock(QObject):
    """The lock of one signed-in person's window.

    Args:
        window: what to hide.
        run: run ``work, on_made, on_problem, on_end`` off the window's thread.
        after: lock after this idle time whatever the school settled; None asks the school's rules.

    Signals:
        opened_again(object): the same person is back, as an `Actor`, perhaps with other roles.
        another_wanted: somebody else wants to sign in.
    """

    opened_again = Signal(object)
    another_wanted = Signal()

    def __init__(self, window: MainWindow, run: Run, *, after: timedelta | None = None) -> None:
        super().__init__(window)
        self.window, self.desk = window, window.desk
        self._run, self._fixed = run, after
        self.is_locked = False
        self._has_ended = False
        self.page = LockPage(self.desk)
        self.page.unlock_wanted.connect(self._unlock)
        self.page.another_wanted.connect(self.another_wanted)
        self._policy = read_policy()
        self.idle = IdleWatch(after or self._policy.lock_after(DEFAULT_AFTER), self)
        self.idle.idle.connect(lambda: self.lock(tr("Nobody used ClearPost for a while.")))
        self.cover = CoverPage(self.desk)
        self.is_hidden = False
        self.cover.show_wanted.connect(self.show_again)
        self.idle.hide_pressed.connect(lambda: self.show_again() if self.is_hidden else self.hide_all())
        self._pool = QThreadPool(self)  # of its own, so that no picture being fetched delays the lock
        self._asking: LongTask | None = None
        self._ask_again = False
        self._account = QTimer(self)
        self._account.setInterval(_ACCOUNT_MS)
        self._account.timeout.connect(self.look_at_account)
        shortcut = QShortcut(QKeySequence("Ctrl+L"), window)
        shortcut.activated.connect(self.lock)

    def begin(self) -> None:
        """Watch from now on: for idle time, and for an account that is closed or changed elsewhere."""
        self.idle.begin()
        self._account.start()
        self.desk.lookout.noticed.connect(self.look_at_account)
        self.look_at_account()

    def end(self) -> None:
        """This person is gone."""
        self._has_ended = True
        self.idle.stop()
        self._account.stop()
        self._pool.waitForDone()
        for page in (self.page, self.cover):
            page.hide()
            page.deleteLater()

    def hide_all(self) -> None:
        """Take every picture and name off the screen until the same key is pressed again; nobody has to sign in."""
        if self.is_locked or self.is_hidden:
            return
        self.is_hidden = True
        self._put_in_front(self.cover)
        self.cover.back.setFocus()

    def show_again(self) -> None:
        """Everything as it was."""
        if not self.is_hidden or self.is_locked:
            return
        self.is_hidden = False
        self.window.show()
        self.cover.hide()
        self.window.activateWindow()

    def _put_in_front(self, page: QWidget) -> None:
        """This page in place of every window of the program."""
        page.setGeometry(self.window.geometry())
        page.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        page.show()
        _hide_all_but(page)

    def lock(self, why: str = "") -> None:
        """Take everything off the screen at once."""
        if self.is_locked:
            return
        self.is_locked, self.is_hidden = True, False
        self.idle.stop()
        self.page.tell(why)
        self._put_in_front(self.page)
        thumbnails(self.desk).forget()
        QPixmapCache.clear()
        self.page.password.setFocus()

    def look_at_account(self) -> None:
        """Ask whether this person may still act, and how long they may be away; the answer comes by itself."""
        if self._asking is not None:
            self._ask_again = True  # what was written since may not be in the answer that is on its way
            return
        workspace, actor = self.desk.workspace, self.desk.actor
        self._asking = LongTask(lambda: iter([session_of(workspace, actor)]), parent=self)
        self._asking.advanced.connect(self._follow)
        self._asking.failed.connect(self._lost)
        self._asking.finished.connect(self._asked)
        self._asking.start(self._pool)

    def _asked(self, _completed: bool) -> None:
        if self._asking is not None:
            self._asking.deleteLater()
            self._asking = None
        if self._ask_again and not self._has_ended:
            self._ask_again = False
            self.look_at_account()

    def _follow(self, session: Session) -> None:
        if self._fixed is None:
            self.idle.set_after(self._policy.lock_after(session.lock_after))

    def _lost(self, problem: BaseException) -> None:
        if isinstance(problem, NotAllowedError):
            self.lock(below(problem.words))

    def _unlock(self, password: str) -> None:
        workspace, actor = self.desk.workspace, self.desk.actor
        self.page.set_busy(True)
        self._run(
            lambda: unlock(workspace, actor, password),
            self._open,
            self._refuse,
            self._tried,
        )

    def _tried(self, _completed: bool) -> None:
        if not self._has_ended:
            self.page.set_busy(False)

    def _refuse(self, problem: BaseException) -> None:
        """The page asks for a password only, so it does not speak of names."""
        if isinstance(problem, SignInError) and problem.code == SignInError.default_code:
            problem = SignInError(tr("The password is wrong."), remedy=tr("Try again, or let somebody else sign in."))
        self.page.notice.show_problem(problem)

    def _open(self, actor: Actor) -> None:
        self.is_locked = False
        if actor == self.desk.actor:
            self.window.show()
            self.page.hide()
            self.idle.begin()
            self.desk.changed.emit()
        self.opened_again.emit(actor)


def _hide_all_but(page: QWidget) -> None:
    """Every window of the program: popups close, dialogs end as cancelled, the rest is hidden."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if popup is QApplication.activePopupWidget():
            break
    for widget in QApplication.topLevelWidgets():
        if widget is page or not widget.isVisible():
            continue
        if isinstance(widget, QDialog):
            widget.reject()
        widget.hide()


def _clocks() -> tuple[float, float]:
    return time.monotonic(), time.time()
