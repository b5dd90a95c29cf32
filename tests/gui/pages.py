"""Small steps that tests of pages share: press, type, read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.forms import Fields
from app.ui.main_window import MainWindow
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label

_TURN_MS = 10


def button(where: QWidget, name: str) -> Button:
    """The newest button with this accessible name."""
    return next(b for b in reversed(where.findChildren(Button)) if b.accessibleName() == name)


def press(qtbot: QtBot, widget: QWidget) -> None:
    """A click on something that is there and can be pressed."""
    qtbot.waitUntil(widget.isVisible)
    assert widget.isEnabled()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def wait_for_page(qtbot: QtBot, window: MainWindow, key: str) -> None:
    """Until the page is in front and can be seen: it comes a few turns after it was asked for."""
    qtbot.waitUntil(lambda: window.current.key == key and window.current.isVisible())


def wait_till_done(qtbot: QtBot, page: Page) -> None:
    """Until what was begun there is done, or refused, and said."""
    qtbot.waitUntil(lambda: not page._is_doing)


def wait_till_read(qtbot: QtBot, page: Page) -> None:
    """Until what it does and reads aside is done, checked, and shown."""
    desk = page.desk

    def is_there() -> bool:
        return not (page.is_busy or desk.running or desk._saving or desk._quiet)

    for _turn in range(2):  # what was read may be shown, and ask for more, in a turn of its own
        qtbot.waitUntil(is_there, timeout=20_000)
        qtbot.wait(_TURN_MS)
    qtbot.waitUntil(is_there, timeout=20_000)


def wait_for_words(qtbot: QtBot, page: Page, said: str) -> None:
    """Until a page says so and the work that led to it is over; the message may come before what else is shown then."""
    qtbot.waitUntil(lambda: said in page.notice.words() and not page.desk.running)


def words(where: QWidget) -> str:
    """Everything that can be read there, what was put there just now too; nothing while it is not in front."""
    if not where.isVisible():
        return ""
    return " ".join(label.text() for label in where.findChildren(Label) if _is_in_sight(label, where))


def _is_in_sight(widget: QWidget, where: QWidget) -> bool:
    """Whether nobody hid it; what is new in a layout shows with the next turns of the event loop."""
    while widget is not where:
        if widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return False
        widget = widget.parentWidget()
    return True


def type_into(qtbot: QtBot, form: Fields, **values: str) -> None:
    """Type into the lines of a form, in place of what stands there."""
    for key, text in values.items():
        form.widgets[key].selectAll()
        qtbot.keyClicks(form.widgets[key], text)
