"""The lock: nothing of a pupil stays on the screen, work is kept, and only the same person gets it back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Administrator, create_workspace, open_workspace
from app.domain.errors import StorageError
from app.domain.people import Role
from app.ui import locking
from app.ui.application import Front, make_application
from app.ui.locking import IdleWatch
from app.ui.main_window import MainWindow
from app.ui.pages import home
from app.ui.widgets import Button
from app.workflow import school_settings, users
from app.workflow.signing_in import NOTICE
from app.workflow.workspace import Workspace
from consent_db.users import Grant, User
from tests.gui import school
from tests.gui.pages import button, press, wait_for_page

LONG_MS = 20_000
LONG_AGO = timedelta(milliseconds=60)
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = {word for row in school.PUPILS for word in row[:2]}


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication, workspace: Workspace, tmp_path: Path) -> Iterator[Front]:
    """The program as it starts, at the sign-in page of the school; it locks when a test says so."""
    make_application([])
    doors = {"open_workspace": open_workspace, "create_workspace": create_workspace, "administrator": Administrator}
    made = Front([], settings_file=tmp_path / "window.json", lock_after=timedelta(hours=1), **doors)
    made.start()
    made.sign_in.ask_user(workspace)
    yield made
    made.close()


def enter(qtbot: QtBot, front: Front, user: str, password: str = school.PASSWORD) -> MainWindow:
    """Sign in with the keyboard and wait for the window."""
    form = front.sign_in.user_form
    form.user.setText(user)
    qtbot.keyClicks(form.password, password)
    qtbot.keyClick(form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: front.window is not None and front.window.isVisible(), timeout=LONG_MS)
    return front.window


def unlock(qtbot: QtBot, front: Front, password: str = school.PASSWORD) -> None:
    page = front.lock.page
    qtbot.keyClicks(page.password, password)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)


def be_away(qtbot: QtBot, front: Front) -> None:
    """Nobody touches anything until it locks."""
    front.lock.idle.set_after(LONG_AGO)
    qtbot.waitUntil(lambda: front.lock.is_locked, timeout=LONG_MS)
    front.lock.idle.set_after(timedelta(hours=1))  # or a slow PC locks again while it still unlocks


def on_screen() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def said_on_screen() -> str:
    """Every word that can be read in any visible window, titles and tooltips too."""
    words = []
    for window in on_screen():
        words.append(window.windowTitle())
        for widget in window.findChildren(QWidget):
            if widget.isVisible():
                words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
                words += [widget.text()] if isinstance(widget, QLabel | QLineEdit | Button) else []
    return " ".join(words)


def account(workspace: Workspace, username: str) -> User:
    everybody = users.list_users(workspace, school.actor(workspace, "it"))
    return next(user for user in everybody if user.username == username)


def test_when_nobody_is_there_every_picture_and_name_goes_and_half_done_work_stays(qtbot: QtBot, front: Front) -> None:
    window = enter(qtbot, front, "office")
    window.show_page("register")
    assert NAMES & set(window.pages["register"].list.rows.items[0].name.split())
    window.show_page("posts")
    typed = next(line for line in window.pages["posts"].findChildren(QLineEdit) if line.isEnabled())
    typed.setText("Half a title about Amara")
    be_away(qtbot, front)
    assert on_screen() == [front.lock.page]
    assert not [name for name in NAMES if name in said_on_screen()]
    assert "kept" in said_on_screen()

    unlock(qtbot, front)
    qtbot.waitUntil(window.isVisible, timeout=LONG_MS)
    assert on_screen() == [window]
    assert front.window is window
    assert window.current.key == "posts"
    assert typed.text() == "Half a title about Amara"


def test_a_wrong_password_leaves_it_locked_and_no_shortcut_reaches_the_window(qtbot: QtBot, front: Front) -> None:
    window = enter(qtbot, front, "office")
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert front.lock.is_locked
    page = front.lock.page
    unlock(qtbot, front, "not the password")
    qtbot.waitUntil(lambda: "password is wrong" in page.notice.words(), timeout=LONG_MS)
    before = window.current.key
    for number in range(1, 5):
        qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    assert window.current.key == before
    assert on_screen() == [page]
    assert page.password.text() == ""


def test_a_button_locks_and_open_dialogs_go_with_the_window(qtbot: QtBot, front: Front) -> None:
    window = enter(qtbot, front, "head")
    buttons = {button.accessibleName(): button for button in window.findChildren(Button) if button.isVisible()}
    qtbot.mouseClick(buttons["Change my password"], Qt.MouseButton.LeftButton)
    assert len(on_screen()) == 2
    qtbot.mouseClick(buttons["Lock"], Qt.MouseButton.LeftButton)
    assert on_screen() == [front.lock.page]


def test_somebody_else_signs_in_anew_and_sees_their_own_pages(qtbot: QtBot, front: Front) -> None:
    enter(qtbot, front, "head")
    front.lock.lock()
    qtbot.mouseClick(front.lock.page.another, Qt.MouseButton.LeftButton)
    assert on_screen() == [front.sign_in]
    window = enter(qtbot, front, "governor")
    assert "approve" not in window.nav_buttons
    assert on_screen() == [window]


def test_running_work_goes_on_behind_the_lock_and_after_somebody_else_came(qtbot: QtBot, front: Front) -> None:
    window = enter(qtbot, front, "office")
    go_on, made = threading.Semaphore(0), []

    def work() -> Iterator[int]:
        for number in range(3):
            go_on.acquire()
            yield number

    ended = []
    window.desk.begin("Copying from Mrs Shah's phone", work, total=3, on_outcome=made.append, on_end=ended.append)
    front.lock.lock()
    assert "goes on" in front.lock.page.work.text()
    assert "Shah" not in said_on_screen()
    go_on.release()
    qtbot.waitUntil(lambda: made == [0], timeout=LONG_MS)
    assert "1 of 3" in front.lock.page.work.text()
    qtbot.mouseClick(front.lock.page.another, Qt.MouseButton.LeftButton)
    front.sign_in.user_form.back_wanted.emit()
    assert "Wait until that is done" in front.sign_in.notice.words()
    assert front.sign_in.workspace is not None
    other = enter(qtbot, front, "governor")
    go_on.release(2)
    qtbot.waitUntil(lambda: ended == [True], timeout=LONG_MS)
    assert made == [0, 1, 2]
    assert on_screen() == [other]


def test_signing_out_stops_what_runs_and_its_window_goes(qtbot: QtBot, front: Front) -> None:
    window = enter(qtbot, front, "office")
    began, gone = threading.Event(), []

    def work() -> Iterator[int]:
        while True:
            began.set()
            yield 1

    window.desk.begin("Copying from Mrs Shah's phone", work)
    qtbot.waitUntil(began.is_set, timeout=LONG_MS)
    window.destroyed.connect(lambda: gone.append("window"))
    qtbot.mouseClick(button(window, "Sign out"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: gone == ["window"], timeout=LONG_MS)
    assert on_screen() == [front.sign_in]


def test_an_account_that_is_closed_elsewhere_locks_at_once_and_stays_locked(
    qtbot: QtBot, front: Front, workspace: Workspace
) -> None:
    enter(qtbot, front, "office")
    users.close_account(workspace, school.actor(workspace, "it"), account(workspace, "office").id)
    qtbot.waitUntil(lambda: front.lock.is_locked, timeout=LONG_MS)
    unlock(qtbot, front)
    qtbot.waitUntil(lambda: bool(front.lock.page.notice.words()), timeout=LONG_MS)
    assert on_screen() == [front.lock.page]


def test_a_role_taken_away_elsewhere_takes_its_pages_with_it(qtbot: QtBot, front: Front, workspace: Workspace) -> None:
    before = enter(qtbot, front, "deputy")
    assert "publish" in before.nav_buttons
    less = replace(account(workspace, "deputy"), grants=(Grant(Role.GOVERNOR),))
    users.change_user(workspace, school.actor(workspace, "it"), less)
    qtbot.waitUntil(lambda: front.lock.is_locked, timeout=LONG_MS)
    unlock(qtbot, front)
    qtbot.waitUntil(lambda: front.window is not before and front.window.isVisible(), timeout=LONG_MS)
    assert "publish" not in front.window.nav_buttons
    assert on_screen() == [front.window]


def test_the_school_says_after_how_many_minutes(qtbot: QtBot, front: Front, workspace: Workspace) -> None:
    front._lock_after = None
    enter(qtbot, front, "office")
    qtbot.waitUntil(lambda: front.lock.idle.after == timedelta(minutes=10), timeout=LONG_MS)
    school_settings.settle(workspace, school.actor(workspace, "head"), "lock_after_minutes", 3)
    qtbot.waitUntil(lambda: front.lock.idle.after == timedelta(minutes=3), timeout=LONG_MS)
    assert not front.lock.is_locked


# what counts as somebody being there


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The two clocks, in seconds, for a test to turn."""
    clocks = [0.0, 1_800_000_000.0]
    monkeypatch.setattr(locking, "_clocks", lambda: tuple(clocks))
    return clocks


@pytest.fixture
def watched(qtbot: QtBot, qapp: QApplication, hands: list[float]) -> Iterator[tuple[IdleWatch, list[bool], QLineEdit]]:
    ground = QWidget()
    ground.setMinimumSize(240, 80)
    watch, said, line = IdleWatch(timedelta(minutes=10)), [], QLineEdit(ground)
    qtbot.addWidget(ground)
    ground.show()
    watch.idle.connect(lambda: said.append(True))
    watch.begin()
    ground.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is ground.windowHandle(), timeout=LONG_MS)
    yield watch, said, line
    watch.stop()


Watched = tuple[IdleWatch, list[bool], QLineEdit]


def pass_by(hands: list[float], minutes: float, *, which: tuple[int, ...] = (0, 1)) -> None:
    for at in which:
        hands[at] += 60 * minutes


def test_typing_keeps_it_open_and_silence_locks_it(qtbot: QtBot, hands: list[float], watched: Watched) -> None:
    watch, said, line = watched
    for _ in range(5):
        pass_by(hands, 9.9)
        press_key(line, Qt.Key.Key_A)
        watch._look()
    assert said == []
    assert line.text() == "aaaaa"
    pass_by(hands, 10)
    watch._look()
    assert said == [True]


def test_a_mouse_that_lies_still_is_nobody(qtbot: QtBot, hands: list[float], watched: Watched) -> None:
    watch, said, line = watched
    moved(line, 5, 5)
    pass_by(hands, 9)
    moved(line, 5, 5)
    pass_by(hands, 1)
    watch._look()
    assert said == [True]


def test_a_mouse_that_moves_is_somebody(qtbot: QtBot, hands: list[float], watched: Watched) -> None:
    watch, said, line = watched
    moved(line, 5, 5)
    pass_by(hands, 9)
    moved(line, 6, 5)
    pass_by(hands, 1)
    watch._look()
    assert said == []


@pytest.mark.parametrize("which", [(0,), (1,)], ids=["the clock on the wall stands", "the steady clock slept"])
def test_the_key_that_wakes_a_pc_from_sleep_is_too_late_and_reaches_nothing(
    qtbot: QtBot, hands: list[float], watched: Watched, which: tuple[int, ...]
) -> None:
    _watch, said, line = watched
    pass_by(hands, 600, which=which)
    press_key(line, Qt.Key.Key_A)
    assert said == [True]
    assert line.text() == ""


def test_a_clock_turned_back_keeps_nobody_signed_in(hands: list[float], watched: Watched) -> None:
    watch, said, _line = watched
    pass_by(hands, -10_000, which=(1,))
    pass_by(hands, 10, which=(0,))
    watch._look()
    assert said == [True]


def test_whoever_types_into_a_window_that_came_later_is_somebody(
    qtbot: QtBot, hands: list[float], watched: Watched
) -> None:
    watch, said, _line = watched
    ground = QWidget()
    later = QLineEdit(ground)
    qtbot.addWidget(ground)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is ground.windowHandle(), timeout=LONG_MS)
    pass_by(hands, 9)
    press_key(later, Qt.Key.Key_A)
    pass_by(hands, 9)
    watch._look()
    assert said == []
    assert later.text() == "a"


def press_key(inside: QWidget, key: Qt.Key) -> None:
    """As the system does: the window hears of it first, then what in it has the focus."""
    inside.setFocus()
    QTest.keyClick(inside.window().windowHandle(), key)


def moved(line: QLineEdit, x: int, y: int) -> None:
    at, buttons = line.mapTo(line.window(), QPointF(x, y)), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, line.mapToGlobal(QPointF(x, y)), buttons, buttons, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(line.window().windowHandle(), event)


# the sign-in page


@pytest.mark.policy("000-16")
@pytest.mark.policy("001-23")
def test_everybody_reads_that_use_is_recorded_before_they_sign_in(
    front: Front, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = front.sign_in.user_form
    assert form.notice.isVisible()
    assert form.notice.text() == NOTICE
    assert "records who signs in" in NOTICE
    assert not form.privacy.isVisible()
    head = school.actor(workspace, "head")
    school_settings.settle(workspace, head, "sign_in_notice", "Hollybank records what is done here.")
    school_settings.settle(workspace, head, "privacy_notice", "https://hollybank.example/privacy")
    front.sign_in.ask_user(workspace)
    assert form.notice.text() == "Hollybank records what is done here."
    opened: list[str] = []
    monkeypatch.setattr(
        "app.ui.sign_in_forms.QDesktopServices.openUrl", lambda url: opened.append(url.toString()) or True
    )
    form.privacy.click()
    assert opened == ["https://hollybank.example/privacy"]


def test_a_temporary_password_asks_for_ones_own_before_anything_is_shown(
    qtbot: QtBot, front: Front, workspace: Workspace
) -> None:
    made = users.reset_password(workspace, school.actor(workspace, "it"), account(workspace, "governor").id)
    form, chosen = front.sign_in.user_form, front.sign_in.password_form
    form.user.setText("governor")
    form.password.setText(made.password)
    form.submit()
    qtbot.waitUntil(chosen.isVisible, timeout=LONG_MS)
    assert front.window is None
    chosen.new.setText("violet kettle harbour")
    chosen.again.setText("violet kettle harvest")
    chosen.submit()
    assert "not the same" in chosen.problem.text()
    chosen.again.setText("violet kettle harbour")
    chosen.submit()
    qtbot.waitUntil(lambda: front.window is not None, timeout=LONG_MS)
    assert users.sign_in(workspace, "governor", "violet kettle harbour") == front.window.desk.actor
    assert front.sign_in._for_one_sign_in == ("", "")


def test_ones_own_password_is_changed_from_the_window(qtbot: QtBot, front: Front, workspace: Workspace) -> None:
    window = enter(qtbot, front, "governor")
    window._account.change_password()
    form = next(w for w in on_screen() if w is not window)
    _fill(form, old="not this one", new="violet kettle harbour")
    _wait_for(qtbot, lambda: "old password is wrong" in form.notice.words())
    _fill(form, old=school.PASSWORD, new="violet kettle harbour")
    _wait_for(qtbot, lambda: "in use" in form.notice.words())
    assert users.sign_in(workspace, "governor", "violet kettle harbour") == window.desk.actor


def _fill(form: QWidget, *, old: str, new: str) -> None:
    for line, words in ((form.old, old), (form.new, new), (form.again, new)):
        line.setText(words)
    form.go.click()


def _wait_for(qtbot: QtBot, happened: Callable[[], bool]) -> None:
    qtbot.waitUntil(happened, timeout=LONG_MS)


# opening the window


def test_while_home_is_read_nobody_else_signs_in_and_the_school_is_not_left(
    qtbot: QtBot, front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read, begun = threading.Event(), threading.Event()
    read = home.read_home

    def slowly(*given: Any) -> Any:
        begun.set()
        assert may_read.wait(60)
        return read(*given)

    monkeypatch.setattr(home, "read_home", slowly)
    form = front.sign_in.user_form
    form.user.setText("office")
    qtbot.keyClicks(form.password, school.PASSWORD)
    qtbot.keyClick(form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(begun.is_set)
    qtbot.wait(100)
    assert not form.password.isEnabled()
    assert front.window is None
    may_read.set()
    qtbot.waitUntil(lambda: front.window is not None and front.window.current.key == "home")
    press(qtbot, button(front.window, "Sign out"))
    qtbot.waitUntil(form.password.isVisible)
    assert form.password.isEnabled()


def test_the_window_opens_though_home_could_not_be_read_aside(
    qtbot: QtBot, front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, times = home.read_home, []

    def fails_once(*given: Any) -> Any:
        times.append(1)
        if len(times) == 1:
            raise StorageError("The server does not answer.")
        return read(*given)

    monkeypatch.setattr(home, "read_home", fails_once)
    window = enter(qtbot, front, "office")
    wait_for_page(qtbot, window, "home")
    assert len(times) > 1
    assert not window.current.notice.words()
