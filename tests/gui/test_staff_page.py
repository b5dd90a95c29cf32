"""The staff page: add, change, close and help somebody back in; and what the Headteacher is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import SignInError
from app.domain.people import PERMITTED, EmploymentKind, Role
from app.ui.main_window import MainWindow
from app.ui.pages.user_form import EMPLOYMENT, may_words
from app.ui.pages.users import UsersPage
from app.ui.widgets import Button, Label
from app.workflow import users
from app.workflow.workspace import Workspace
from consent_db.users import Grant, User
from tests.gui import school
from tests.gui.conftest import Open

CTRL = Qt.KeyboardModifier.ControlModifier
DAY = timedelta(days=1)


def staff_page(window: MainWindow) -> UsersPage:
    window.show_page("users")
    page = window.pages["users"]
    assert isinstance(page, UsersPage)
    return page


def account(workspace: Workspace, username: str) -> User:
    everybody = users.list_users(workspace, school.actor(workspace, "it"))
    return next(user for user in everybody if user.username == username)


def choose(page: UsersPage, username: str) -> None:
    assert page.list.choose(lambda user: user.username == username)


def press(qtbot: QtBot, page: UsersPage, name: str) -> None:
    """Press the button with these words, once it can be seen: a new one shows with the next turn of the event loop."""

    def seen() -> list[Button]:
        return [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    qtbot.mouseClick(seen()[0], Qt.MouseButton.LeftButton)


def row_of(page: UsersPage, username: str) -> str:
    index = page.list.rows.find(lambda user: user.username == username)
    return str(page.list.rows.data(index, Qt.ItemDataRole.AccessibleTextRole))


def test_somebody_is_added_with_the_keyboard_alone_and_chooses_their_own_password(
    open_as: Open, qtbot: QtBot, workspace: Workspace
) -> None:
    page = staff_page(open_as("it"))
    qtbot.keyClick(page.search, Qt.Key.Key_N, CTRL)
    assert page.form.name.hasFocus()
    qtbot.keyClicks(page.form.name, "Ann Lee")
    qtbot.keyClick(page.form.name, Qt.Key.Key_Tab)
    assert page.form.username.hasFocus()
    qtbot.keyClicks(page.form.username, "a.lee")
    tick = page.form.roles[Role.CONTRIBUTOR].tick
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    qtbot.keyClick(page.form.username, Qt.Key.Key_Return)
    assert "Ann Lee can sign in now" in page.notice.words()
    one_time = page.password.shown.text()
    assert page.password.isVisible()
    assert users.choose_password(workspace, "a.lee", old=one_time, new="violet kettle harbour").name == "Ann Lee"


def test_the_password_for_one_sign_in_is_gone_once_it_was_passed_on(
    open_as: Open, qtbot: QtBot, workspace: Workspace
) -> None:
    page = staff_page(open_as("it"))
    choose(page, "governor")
    press(qtbot, page, "New password")
    assert "no longer work" in page.notice.words()
    press(qtbot, page, "Give a new password")
    one_time = page.password.shown.text()
    assert "no password yet" in row_of(page, "governor")
    press(qtbot, page, "I have passed it on")
    assert not page.password.isVisible()
    assert one_time not in " ".join(label.text() for label in page.findChildren(Label))
    assert page.password.shown.text() == ""
    with pytest.raises(SignInError):
        users.sign_in(workspace, "governor", school.PASSWORD)


def test_a_cover_is_given_with_its_days(open_as: Open, qtbot: QtBot, workspace: Workspace) -> None:
    page = staff_page(open_as("it"))
    today = workspace.clock.today()
    choose(page, "office")
    line = page.form.roles[Role.DEPUTY]
    assert not line.days.isVisible()
    line.tick.click()
    assert line.days.isVisible()
    line.since.setDate(QDate(today.year, today.month, today.day))
    last = today + 4 * DAY
    line.until.setDate(QDate(last.year, last.month, last.day))
    press(qtbot, page, "Save")
    assert set(account(workspace, "office").grants) == {Grant(Role.CONTRIBUTOR), Grant(Role.DEPUTY, today, last)}
    assert "Deputy Head from" in row_of(page, "office")


def test_somebody_from_outside_needs_a_last_day_and_the_page_says_so(
    open_as: Open, qtbot: QtBot, workspace: Workspace
) -> None:
    page = staff_page(open_as("it"))
    choose(page, "governor")
    page.form.employment.setCurrentIndex(list(EMPLOYMENT).index(EmploymentKind.AGENCY))
    press(qtbot, page, "Save")
    assert "needs a last day" in page.notice.words()
    assert account(workspace, "governor").employment is EmploymentKind.STAFF
    page.form.until.setDate(QDate.currentDate().addDays(7))
    press(qtbot, page, "Save")
    changed = account(workspace, "governor")
    assert (changed.employment, changed.until) == (EmploymentKind.AGENCY, workspace.clock.today() + 7 * DAY)
    assert "Agency staff" in row_of(page, "governor")


def test_an_account_is_closed_after_a_question_and_opened_again(
    open_as: Open, qtbot: QtBot, workspace: Workspace
) -> None:
    page = staff_page(open_as("it"))
    choose(page, "governor")
    press(qtbot, page, "Close the account")
    assert account(workspace, "governor").is_active
    buttons = [b for b in page.notice.findChildren(Button) if b.accessibleName() == "Close the account"]
    buttons[-1].click()
    assert not account(workspace, "governor").is_active
    assert "closed" in row_of(page, "governor")
    press(qtbot, page, "Open the account again")
    assert account(workspace, "governor").is_active


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("whitfield", {"dsl"}),
        ("deputy", {"deputy"}),
        ("safeguarding", {"dsl"}),
        ("no such", set()),
        ("r ly", {"deputy"}),
    ],
)
def test_the_list_is_looked_through_by_name_and_role(open_as: Open, words: str, found: set[str]) -> None:
    page = staff_page(open_as("it"))
    page.search.setText(words)
    assert {user.username for user in page.list.rows.items} == found


def test_what_is_being_typed_stays_while_somebody_else_changes_the_list(
    open_as: Open, qtbot: QtBot, workspace: Workspace
) -> None:
    page = staff_page(open_as("it"))
    choose(page, "governor")
    page.form.name.setText("Gwen Half-Typed")
    head = school.actor(workspace, "head")
    users.change_user(workspace, head, replace(account(workspace, "governor"), name="Gwen Written-Elsewhere"))
    page.catch_up()
    assert page.form.name.text() == "Gwen Half-Typed"
    press(qtbot, page, "Save")
    assert "changed meanwhile" in page.notice.words()
    assert account(workspace, "governor").name == "Gwen Written-Elsewhere"
    press(qtbot, page, "Show what they wrote")
    assert page.form.name.text() == "Gwen Written-Elsewhere"


def test_nobody_gives_themselves_a_role_on_the_page_either(open_as: Open, qtbot: QtBot, workspace: Workspace) -> None:
    page = staff_page(open_as("it"))
    choose(page, "it")
    page.form.roles[Role.HEAD].tick.click()
    press(qtbot, page, "Save")
    assert "may not give themselves" in page.notice.words()
    assert account(workspace, "it").roles == {Role.IT}


def test_every_role_says_what_it_lets_somebody_do(open_as: Open) -> None:
    page = staff_page(open_as("it"))
    said = {label.text() for label in page.form.findChildren(Label)}
    for role in Role:
        assert may_words(role) in said
    assert "approve a post" in may_words(Role.HEAD)
    assert "approve a post" not in may_words(Role.DEPUTY)
    assert all(action.value in may_words(Role.IT) for action in PERMITTED[Role.IT] - PERMITTED[Role.GOVERNOR])


def test_the_headteacher_is_told_of_roles_others_gave_until_they_looked(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("head")
    assert "2 waiting" in window.nav_buttons["users"].accessibleName()
    page = staff_page(window)
    told = [label.text() for label in page.to_look_at.findChildren(Label) if label.text()]
    assert told == ["Ida Turing made Martin Lyle Deputy Head.", "Ida Turing made Sam Whitfield Safeguarding lead."]
    press(qtbot, page, "Look at Martin Lyle")
    assert page.form.name.text() == "Martin Lyle"
    press(qtbot, page, "It is right: Martin Lyle")
    press(qtbot, page, "It is right: Sam Whitfield")
    assert not page.to_look_at.isVisible()
    qtbot.waitUntil(lambda: "waiting" not in window.nav_buttons["users"].accessibleName())


def test_it_is_told_nothing_of_the_kind(open_as: Open) -> None:
    assert not staff_page(open_as("it")).to_look_at.isVisible()
