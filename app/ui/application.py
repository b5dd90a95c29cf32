"""Start the window: theme, sign-in, then the frame with the pages this person may use.

The sign-in page is shown first; what the frame and its pages stand on is loaded while somebody types a password.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.people import Actor
from app.machine import read_policy
from app.settings import Settings, default_file, load_settings, save_settings
from app.ui.icons import app_icon, icon
from app.ui.language import tr, use_language
from app.ui.loading import load_the_rest, tidy_up
from app.ui.long_task import LongTask
from app.ui.room import open_at
from app.ui.sign_in import SignIn
from app.ui.theme import install_theme
from app.ui.watchdog import watching
from app.ui.wheel import only_scroll_with_wheel
from app.ui.window_place import place_like, place_of, put_back
from app.workflow.workspace import Workspace

if TYPE_CHECKING:
    from app.ui.locking import SessionLock
    from app.ui.main_window import MainWindow

log = logging.getLogger(__name__)

_SWITCH_S = 0.0001
"""How long a thread that reads lists may keep the window's thread waiting; Python's own five milliseconds are felt."""


_LOADED_MS = 200
"""How often it is asked whether all that the pages stand on is loaded."""
_STYLED = "clearpost_styled"

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def run_window(
    argv: Sequence[str],
    *,
    open_workspace: Callable[..., Workspace],
    create_workspace: Callable[..., Workspace],
    administrator: Callable[..., Any],
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Args:
        argv: words after the program's name; a folder among them is the workspace to offer.
        open_workspace: ``(folder, passphrase=)``.
        create_workspace: ``(folder, school=, passphrase=, administrator=)``.
        administrator: ``(username=, name=, password=)``, what `create_workspace` takes.
    """
    app = make_application(["clearpost", *argv])
    front = Front(argv, open_workspace=open_workspace, create_workspace=create_workspace, administrator=administrator)
    try:
        front.start()
        with watching(os.environ.get("CLEARPOST_WATCHDOG", "")):
            return app.exec()
    finally:
        front.close()


def make_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, in the style the style sheet was drawn for."""
    sys.setswitchinterval(_SWITCH_S)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(argv))
    app.setApplicationName("ClearPost")
    if not app.property(_STYLED):  # once: every widget would be styled anew
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
    app.setWindowIcon(app_icon())
    only_scroll_with_wheel(app)
    for effect in EFFECTS:  # nothing moves by itself, whatever the system says
        app.setEffectEnabled(effect, False)
    return app


def build_main_window(
    workspace: Workspace, actor: Actor, settings: Settings | None = None, *, is_at_once: bool = True
) -> MainWindow:
    """The window of one signed-in person; see `MainWindow`."""
    from app.devices.connected import Connected
    from app.ui.desk import Desk
    from app.ui.main_window import MainWindow
    from app.ui.pages.all_pages import ALL_PAGES
    from app.workflow import sample_school

    desk = Desk(workspace, actor, settings or Settings())
    phone = sample_school.phone_beside(workspace.folder)
    if phone is not None:
        desk.plugged.also = (Connected(str(phone), tr("The sample school’s phone"), False),)
    return MainWindow(desk, ALL_PAGES, is_at_once=is_at_once)


def _look_at_home(workspace: Workspace, actor: Actor) -> object:
    """What Home will say; the page is loaded here, not when the program starts."""
    from app.ui.pages.home import read_home

    return read_home(workspace, actor)


class Front(QObject):
    """Which window is in front: sign-in or the frame. Keeps what must live as long as the program runs."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        settings_file: Path | None = None,
        lock_after: timedelta | None = None,
        **doors: Callable[..., Any],
    ) -> None:
        super().__init__()
        self._lock_after = lock_after
        self._file = settings_file or default_file()
        self.settings = load_settings(self._file, read_policy())
        named = [word for word in argv if not word.startswith("-")]
        if named:
            place = Path(named[0]).resolve()  # the desktop hands over the file in the folder that was opened
            self.settings = replace(self.settings, workspace=str(place.parent if place.is_file() else place))
        self._doors = doors
        self._pool = QThreadPool(self)
        self._tasks: list[LongTask] = []
        self.sign_in: SignIn | None = None
        self.window: MainWindow | None = None
        self.lock: SessionLock | None = None
        self._loading = threading.Thread(target=load_the_rest, name="loading")
        self._finishing: list[MainWindow] = []
        """Windows of people who gave way to somebody else while their work went on."""
        use_language(self.settings.language)
        install_theme(QApplication.instance(), choice=self.settings.theme, scale=self.settings.text_size / 100)

    def start(self) -> None:
        """Show the sign-in page."""
        sys.excepthook = self.show_fault
        self.sign_in = self._sign_in_page()
        open_at(self.sign_in, 760, 720)
        self.sign_in.show()
        self._loading.start()
        QTimer.singleShot(_LOADED_MS, self, self._draw_ahead)

    def _draw_ahead(self) -> None:
        """Draw the pages' icons while somebody types a password, once what they stand on is loaded."""
        if self._loading.is_alive():
            QTimer.singleShot(_LOADED_MS, self, self._draw_ahead)
            return
        from app.ui.pages.all_pages import ALL_PAGES

        for kind in ALL_PAGES:
            icon(kind.icon_name)

    def _sign_in_page(self) -> SignIn:
        page = SignIn(self.settings, run=self._run, **self._doors)
        page.has_running_work = lambda: bool(self._finishing)
        page.signed_in.connect(self._show_window)
        page.language_wanted.connect(self._change_language_here)
        return page

    def _change_language_here(self, code: str) -> None:
        """Another language at sign-in: the same page anew, with what was there."""
        old = self.sign_in
        if old is None:
            return
        self._keep(replace(self.settings, language=code))
        use_language(code)
        self.sign_in = fresh = self._sign_in_page()
        fresh.take_over(old)
        fresh.setGeometry(old.geometry())
        fresh.show()
        old.hide()
        old.deleteLater()

    def close(self) -> None:
        """Stop the work, then give the workspace back."""
        self._pool.waitForDone()
        if self._loading.ident is not None:
            self._loading.join()
        workspace = self.sign_in.workspace if self.sign_in else None
        if self.window is not None:
            self._keep(replace(self.settings, place=place_of(self.window)))
        for window in [*self._finishing, self.window]:
            if window is not None:
                workspace = window.desk.workspace
                window.desk.close()
                window.hide()
                window.deleteLater()
        self._finishing.clear()
        self._end_lock()
        self.window = None
        if workspace is not None:
            workspace.close()
        if self.sign_in is not None:
            self.sign_in.workspace = None
            self.sign_in.close()
            self.sign_in.deleteLater()
        sys.excepthook = sys.__excepthook__

    def show_fault(self, kind: type[BaseException], fault: BaseException, traceback: TracebackType | None) -> None:
        """The last resort: a fault nobody caught is logged and said, and the window stays."""
        log.error("an unexpected fault", exc_info=(kind, fault, traceback))
        where = self.window.current.notice if self.window else self.sign_in.notice if self.sign_in else None
        if where is not None:
            where.show_problem(fault)

    def _run(
        self,
        work: Callable[[], Any],
        on_made: Callable[[Any], object],
        on_problem: Callable[[BaseException], object],
        on_end: Callable[[bool], object],
    ) -> LongTask:
        task = LongTask(lambda: iter([work()]), parent=self)
        self._tasks.append(task)
        task.advanced.connect(on_made)
        task.failed.connect(on_problem)
        task.finished.connect(on_end)
        task.finished.connect(lambda _completed: self._tasks.remove(task))
        return task.start(self._pool)

    def _show_window(self, workspace: Workspace, actor: Actor) -> None:
        """Read once aside what Home will say, so that the window need not wait for it; then make the window."""
        if self.sign_in is None:
            return
        self.sign_in.setEnabled(False)  # the school is not left, and nobody else signs in, while it is opened
        self._keep(replace(self.settings, workspace=str(workspace.folder), user=self.sign_in.user_form.user.text()))
        read: list[object] = []
        self._run(
            lambda: _look_at_home(workspace, actor),
            read.append,
            lambda _problem: None,
            lambda _completed: self._open(workspace, actor, read[0] if read else None),
        )

    def _open(self, workspace: Workspace, actor: Actor, read: object) -> None:
        """Make the window of somebody who signed in.

        Args:
            workspace: the school.
            actor: who signed in.
            read: what Home will say; None where it could not be read, which Home says itself.
        """
        if self.sign_in is None:
            return
        self.sign_in.setEnabled(True)
        window = build_main_window(workspace, actor, self.settings, is_at_once=False)
        self._use(window)
        put_back(window, self.settings.place)
        QTimer.singleShot(0, window, lambda: self._get_ready(window, read))

    def _get_ready(self, window: MainWindow, read: object) -> None:
        from app.ui.turns import style

        style(window)
        QTimer.singleShot(0, window, lambda: self._come_forward(window, read))

    def _come_forward(self, window: MainWindow, read: object) -> None:
        """Show a window that was just made; its first page comes in the next turns."""
        if window is self.window and self.sign_in is not None:
            window.show()
            self.sign_in.hide()
            QTimer.singleShot(0, window, lambda: window.begin(read))

    def _use(self, window: MainWindow) -> None:
        """Make this the window in front, with a lock of its own."""
        from app.ui.locking import SessionLock

        self._end_lock()
        self.window = window
        window.destroyed.connect(lambda: QTimer.singleShot(0, tidy_up))
        window.signed_out.connect(self._sign_out)
        window.look_changed.connect(self._change_look)
        window.desk.settings_changed.connect(self._keep)
        self.lock = SessionLock(window, self._run, after=self._lock_after)
        self.lock.another_wanted.connect(self._give_way)
        self.lock.opened_again.connect(self._come_back)
        window.hide_wanted.connect(self.lock.hide_all)
        window.lock_wanted.connect(self.lock.lock)
        self.lock.begin()

    def _end_lock(self) -> None:
        lock, self.lock = self.lock, None
        if lock is not None:
            lock.end()

    def _sign_out(self) -> None:
        if self.window is None or self.sign_in is None:
            return
        self.window.desk.close()
        self._give_way()

    def _give_way(self) -> None:
        """Back to the sign-in page; work that runs goes on without its window."""
        if self.window is None or self.sign_in is None:
            return
        window, self.window = self.window, None
        self._keep(replace(self.settings, place=place_of(window)))
        self.sign_in.ask_user(window.desk.workspace)
        self.sign_in.show()
        self._end_lock()
        self._retire(window)

    def _retire(self, window: MainWindow) -> None:
        window.hide()
        if window.desk.running:
            self._finishing.append(window)
            window.desk.work_changed.connect(lambda: self._retire_when_done(window))
        else:
            window.desk.close()
            window.deleteLater()

    def _retire_when_done(self, window: MainWindow) -> None:
        if window in self._finishing and not window.desk.running:
            self._finishing.remove(window)
            window.desk.close()
            window.deleteLater()

    def _come_back(self, actor: Actor) -> None:
        """Unlocked; with other roles than before it takes another window."""
        from app.workflow.refresh import look_ahead

        old = self.window
        if old is not None:
            old.desk.look(lambda: look_ahead(old.desk.workspace), lambda _told: None)
        if old is None or actor == old.desk.actor:
            return
        fresh = build_main_window(old.desk.workspace, actor, self.settings)
        place_like(fresh, old)
        self._use(fresh)
        fresh.show()
        self._retire(old)

    def _change_look(self, settings: Settings) -> None:
        """Use the new look at once; another text size lays the pages out again on the same page."""
        resize = settings.text_size != self.settings.text_size
        if settings.language != self.settings.language:
            resize = True
            use_language(settings.language)
        self._keep(settings)
        install_theme(QApplication.instance(), choice=settings.theme, scale=settings.text_size / 100)
        old = self.window
        if resize and old is not None and not old.desk.running:
            self._rebuild(old)
        if resize and self.sign_in is not None:
            hidden, self.sign_in = self.sign_in, self._sign_in_page()
            hidden.deleteLater()

    def _rebuild(self, old: MainWindow) -> None:
        fresh = build_main_window(old.desk.workspace, old.desk.actor, self.settings)
        fresh.desk.sifted.update(old.desk.sifted)
        place_like(fresh, old)
        fresh.show_page(old.current.key)
        self._use(fresh)
        fresh.show()
        old.desk.close()
        old.hide()
        old.deleteLater()

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        save_settings(self._file, settings)
