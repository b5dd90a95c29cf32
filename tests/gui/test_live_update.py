"""What is written on one PC shows on the other without a restart, and nothing typed there is lost or written over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, ConsentStatus, PlatformId
from app.domain.people import Role
from app.domain.post import PostPlatform, PostState
from app.ui import reads
from app.ui.application import make_application
from app.ui.main_window import MainWindow
from app.ui.models.consent_table import STATUS_ROLE
from app.ui.pages.review_classes import ClassPanel
from app.ui.theme import install_theme
from app.ui.widgets import Button
from app.workflow import approve, posts, publish, register
from app.workflow.platforms import add_platform
from tests.gui import two_pcs
from tests.gui.two_pcs import NOTICED_MS
from tests.schools import FACEBOOK, WEBSITE, School

Pc = Callable[[School, Role], MainWindow]


@pytest.fixture
def pc(qtbot: QtBot, qapp: QApplication) -> Iterator[Pc]:
    """Open the school on another PC."""
    make_application([])
    install_theme(qapp, choice="light")
    opened: list[MainWindow] = []

    def build(school: School, role: Role) -> MainWindow:
        window = two_pcs.open_pc(qtbot, two_pcs.second_workspace(school), school.actor(role))
        opened.append(window)
        return window

    yield build
    for window in opened:
        window.close()
        window.deleteLater()
        window.desk.workspace.close()


def _button(where: QWidget, name: str) -> Button:
    return next(b for b in reversed(where.findChildren(Button)) if b.accessibleName() == name)


def _press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_approval_of_one_pc_appears_on_the_other(either_school: School, pc: Pc, qtbot: QtBot) -> None:
    post_id = two_pcs.write_words(either_school)
    two_pcs.submit(either_school, post_id)
    head, deputy = pc(either_school, Role.HEAD), pc(either_school, Role.DEPUTY)
    deputy.show_page("publish")
    head.show_page("approve")
    assert deputy.pages["publish"].empty.isVisible()
    assert deputy.nav_buttons["publish"].text().split() == ["Publish"]

    head.pages["approve"].fitting.setChecked(True)
    _press(qtbot, head.pages["approve"].approve_button)

    qtbot.waitUntil(lambda: not deputy.pages["publish"].empty.isVisible(), timeout=NOTICED_MS)
    assert deputy.pages["publish"].post.id == post_id
    qtbot.waitUntil(lambda: deputy.nav_buttons["publish"].text().split() == ["Publish", "1"], timeout=NOTICED_MS)


def test_a_post_its_author_takes_back_leaves_the_headteacher_s_screen(
    either_school: School, pc: Pc, qtbot: QtBot
) -> None:
    post_id = two_pcs.write_words(either_school)
    two_pcs.submit(either_school, post_id)
    head = pc(either_school, Role.HEAD)
    head.show_page("approve")
    assert head.pages["approve"].post.id == post_id

    posts.edit_post(
        either_school.workspace,
        either_school.actor(Role.CONTRIBUTOR),
        post_id,
        title="Taken back",
        pictures=(),
        platforms=(PostPlatform(FACEBOOK, "Not yet."),),
    )

    qtbot.waitUntil(head.pages["approve"].empty.isVisible, timeout=NOTICED_MS)


def test_words_typed_here_stay_while_somebody_else_changes_the_post(
    either_school: School, pc: Pc, qtbot: QtBot
) -> None:
    post_id = two_pcs.write_words(either_school)
    window = pc(either_school, Role.CONTRIBUTOR)
    window.show_page("posts", post_id)
    page = window.pages["posts"]
    qtbot.keyClicks(page.captions[FACEBOOK], "Mine: ")
    mine = page.captions[FACEBOOK].toPlainText()

    two_pcs.submit(either_school, post_id)
    qtbot.waitUntil(lambda: "changed meanwhile" in page.notice.words(), timeout=NOTICED_MS)

    assert page.captions[FACEBOOK].toPlainText() == mine
    page.notice.dismiss()
    assert page.save() is False
    assert "changed meanwhile" in page.notice.words()
    [kept] = reads.all_posts(either_school.workspace)
    assert (kept.state, kept.platforms[0].caption) == (PostState.SUBMITTED, "The field is white this morning.")
    _press(qtbot, _button(page.notice, "Copy my words"))
    assert mine in QGuiApplication.clipboard().text()
    _press(qtbot, _button(page.notice, "Look at theirs"))
    assert page.captions[FACEBOOK].toPlainText() == "The field is white this morning."
    assert "With the Headteacher" in page.state_words.text()


def test_an_address_half_typed_stays_while_the_deputy_s_page_follows(school: School, pc: Pc, qtbot: QtBot) -> None:
    post_id = two_pcs.write_words(school)
    two_pcs.submit(school, post_id)
    approve.approve(school.workspace, school.actor(Role.HEAD), post_id)
    out = school.workspace.folder.parent / "out"
    out.mkdir()
    publish.export_release(school.workspace, school.actor(Role.DEPUTY), post_id, FACEBOOK, out)
    window = pc(school, Role.DEPUTY)
    window.show_page("publish")
    page = window.pages["publish"]
    url = page.cards.findChild(QLineEdit)
    url.setFocus()
    qtbot.keyClicks(url, "https://facebook.ex")

    add_platform(
        school.workspace,
        school.actor(Role.HEAD),
        platform_id=PlatformId("bluesky"),
        name="Bluesky",
        purpose="news for our families",
        approved_by=school.actor(Role.HEAD).user_id,
        owned_by_school=True,
    )
    before = page._shown
    qtbot.waitUntil(lambda: page._shown != before, timeout=NOTICED_MS)

    again = page.cards.findChild(QLineEdit)
    assert again is not url
    assert again.text() == "https://facebook.ex"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is again)


def test_a_list_keeps_its_place_when_others_write(school: School, pc: Pc, qtbot: QtBot) -> None:
    for number in range(60):
        school.add_pupil(f"Child {number:02}", "Brook")
    window = pc(school, Role.CONSENT_ADMIN)
    window.show_page("register")
    page = window.pages["register"]
    page.list.choose(lambda person: person.forename == "Child 30")
    bar = page.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    qtbot.keyClicks(page.search, "b")
    page.search.clear()
    bar.setValue(place)

    rows = page.list.rows.rowCount()
    school.add_pupil("Zac", "Zenner")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == rows + 1, timeout=NOTICED_MS)

    assert page.person.forename == "Child 30"
    assert page.list.chosen().forename == "Child 30"
    assert bar.value() == place


def test_a_person_changed_elsewhere_shows_here(either_school: School, pc: Pc, qtbot: QtBot) -> None:
    window = pc(either_school, Role.CONSENT_ADMIN)
    window.show_page("register")
    page = window.pages["register"]
    page.list.choose(lambda person: person.forename == "Dev")

    changed = replace(either_school.pupils["Dev"], registration_group="Elm")
    register.change_person(either_school.workspace, either_school.actor(Role.CONSENT_ADMIN), changed)

    qtbot.waitUntil(lambda: "Elm" in page.sheet.facts.text(), timeout=NOTICED_MS)
    assert (page.list.chosen().forename, page.list.chosen().registration_group) == ("Dev", "Elm")


def test_a_note_to_the_author_never_goes_to_another_post(school: School, pc: Pc, qtbot: QtBot) -> None:
    first, second = two_pcs.write_words(school, title="First"), two_pcs.write_words(school, title="Second")
    for post_id in (first, second):
        two_pcs.submit(school, post_id)
    window = pc(school, Role.HEAD)
    window.show_page("approve", first)
    page = window.pages["approve"]
    qtbot.keyClicks(page.note, "Please say which field.")

    posts.edit_post(
        school.workspace, school.actor(Role.CONTRIBUTOR), first, title="First", pictures=(),
        platforms=(PostPlatform(WEBSITE, "Again."),),
    )  # fmt: skip
    qtbot.waitUntil(lambda: page.post is not None and page.post.id == second, timeout=NOTICED_MS)

    assert page.note.toPlainText() == ""
    assert "Please say which field." in page.notice.words()


def test_two_people_on_two_pcs_change_one_entry_and_neither_is_written_over(
    either_school: School, pc: Pc, qtbot: QtBot
) -> None:
    first, second = pc(either_school, Role.CONSENT_ADMIN), pc(either_school, Role.CONSENT_ADMIN)
    sheets = []
    for window in (first, second):
        window.show_page("register", either_school.pupils["Ben"].id)
        sheets.append(window.pages["register"].sheet)
    sheets[1].edit.click()
    sheets[1].entry.lines["registration_group"].setText("Willow")
    sheets[0].edit.click()
    sheets[0].entry.lines["registration_group"].setText("Elm")
    sheets[0].entry.save()
    qtbot.waitUntil(lambda: "class Elm" in sheets[1].facts.text(), timeout=NOTICED_MS)
    assert sheets[1].entry.lines["registration_group"].text() == "Willow"

    sheets[1].entry.save()

    assert "changed meanwhile" in second.pages["register"].notice.words()
    [ben] = [p for p in reads.all_people(either_school.workspace) if p.forename == "Ben"]
    assert ben.registration_group == "Elm"


def test_an_answer_given_elsewhere_shows_in_the_class_while_one_is_typed_here(
    either_school: School, pc: Pc, qtbot: QtBot
) -> None:
    window = pc(either_school, Role.CONSENT_ADMIN)
    window.show_page("register")
    page = window.pages["register"]
    page.show_view(page.grid)
    page.grid.open_cell(either_school.pupils["Ben"].id, FACEBOOK)
    form = page.grid.cell.form.giver
    form.giver.setEditText("Mr P. Tailor")
    form.evidence.setText("folder 3")
    table = page.grid.table.table
    at = table.index([line.words for line in table.rows].index("Amara Okafor"), 0)
    assert at.data(STATUS_ROLE) == ConsentStatus.NOT_ASKED

    either_school.say("Amara", FACEBOOK, Answer.YES)

    qtbot.waitUntil(lambda: at.data(STATUS_ROLE) == ConsentStatus.YES, timeout=NOTICED_MS)
    assert (form.giver.currentText(), form.evidence.text()) == ("Mr P. Tailor", "folder 3")
    assert page.grid.cell.name.text() == "Ben Tailor"


def test_the_person_about_to_be_named_stays_chosen_when_the_class_is_read_again(
    school: School, qtbot: QtBot, qapp: QApplication
) -> None:
    panel = ClassPanel()
    qtbot.addWidget(panel)
    people = sorted(school.pupils.values(), key=lambda p: p.surname)
    panel.show_people(people, frozenset())
    qtbot.keyClicks(panel.search, "a")
    first = panel.people.chosen()
    qtbot.keyClick(panel.people, Qt.Key.Key_Down)
    second = panel.people.chosen()
    assert second != first
    panel.show_people([*people, replace(people[0], id="new", legal_forename="Aaron")], frozenset())
    assert panel.people.chosen() == second
    qtbot.keyClicks(panel.search, "m")
    assert [p.forename for p in panel.people.rows.items] == ["Amara"]
    assert panel.people.chosen().forename == "Amara"


def test_a_register_that_went_away_is_told_on_the_page_and_work_goes_on_when_it_is_back(
    qtbot: QtBot, pc: Pc, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = pc(school, Role.HEAD)
    window.show_page("approve")
    register = school.workspace.folder / "register.db"
    away = register.with_name("away")
    window.desk.workspace.database.close()
    register.rename(away)

    window.catch_up()

    assert "cannot be" in window.current.notice.words()
    away.rename(register)
    window.refresh()
    assert window.current.key == "approve"
