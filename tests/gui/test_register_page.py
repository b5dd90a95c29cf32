"""The register page: find somebody at once, read a class as a table, record what families say, and take no for a no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, ConsentKind, ConsentStatus
from app.domain.people import PersonKind, Role
from app.domain.post import PostState, TaskKind
from app.ui import reads
from app.ui.days import parse_day
from app.ui.models.consent_table import STATUS_ROLE
from app.ui.pages.register import RegisterPage
from app.ui.pages.says_no import outcome_words
from app.workflow import consents, register
from app.workflow.contacts import add_contact
from consent_db import contacts, people
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, words
from tests.schools import FACEBOOK, WEBSITE, School

OpenPage = Callable[[Role], RegisterPage]


@pytest.fixture
def page_of(open_role: OpenRole) -> OpenPage:
    """The register page of one role, in a real window."""

    def build(role: Role) -> RegisterPage:
        window = open_role(role)
        window.show_page("register")
        page = window.pages["register"]
        assert isinstance(page, RegisterPage)
        return page

    return build


def _choose(page: RegisterPage, forename: str) -> None:
    assert page.list.choose(lambda person: person.forename == forename)


def _statuses(page: RegisterPage, row: int) -> list[str]:
    table = page.grid.table.table
    return [table.index(row, column).data(STATUS_ROLE) for column in range(table.columnCount())]


# finding


def test_every_letter_narrows_the_list_and_enter_takes_the_first(page_of: OpenPage, qtbot: QtBot) -> None:
    page = page_of(Role.CONSENT_ADMIN)
    qtbot.keyClicks(page.search, "ok")
    assert [p.name for p in page.list.rows.items] == ["Amara Okafor"] or page.list.rows.rowCount() == 5
    qtbot.keyClicks(page.search, "af")
    assert [p.name for p in page.list.rows.items] == ["Amara Okafor"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.person.name == "Amara Okafor"


def test_two_thousand_people_are_searched_in_memory(page_of: OpenPage, school: School, qtbot: QtBot) -> None:
    with school.workspace.database.transaction() as connection:
        for number in range(2000):
            new = people.new(PersonKind.PUPIL, f"Child{number:04}", "Brook")
            people.add(connection, replace(new, registration_group=f"C{number // 30:02}"))
    page = page_of(Role.CONSENT_ADMIN)
    assert page.list.rows.rowCount() == 2005
    qtbot.keyClicks(page.search, "child1999")
    assert [p.forename for p in page.list.rows.items] == ["Child1999"]
    page.search.clear()
    page.people.groups.setCurrentText("C07")
    assert page.list.rows.rowCount() == 30


def test_filters_find_staff_and_those_who_left(page_of: OpenPage, school: School) -> None:
    today = school.workspace.clock.today()
    data = school.actor(Role.CONSENT_ADMIN)
    register.add_person(school.workspace, data, people.new(PersonKind.STAFF, "Grace", "Lowe"))
    gone = replace(school.pupils["Ben"], on_roll_until=today - timedelta(days=1))
    register.change_person(school.workspace, data, gone)
    page = page_of(Role.CONSENT_ADMIN)
    for shown, names in (("Staff", ["Grace Lowe"]), ("Has left", ["Ben Tailor"])):
        page.people.shown.setCurrentText(shown)
        assert [p.name for p in page.list.rows.items] == names


def test_somebody_who_may_not_look_has_to_know_three_letters(page_of: OpenPage, qtbot: QtBot) -> None:
    page = page_of(Role.GOVERNOR)
    assert page.list.rows.rowCount() == 0
    qtbot.keyClicks(page.search, "am")
    assert page.list.rows.rowCount() == 0
    qtbot.keyClicks(page.search, "a")
    assert [p.name for p in page.list.rows.items] == ["Amara Okafor"]


# a class as a table


def test_the_class_shows_every_answer_as_a_sign_with_counts(page_of: OpenPage, school: School) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    school.say("Ben", FACEBOOK, Answer.NO)
    page = page_of(Role.CONSENT_ADMIN)
    page.show_view(page.grid)
    table = page.grid.table.table
    names = [line.words for line in table.rows]
    assert _statuses(page, names.index("Amara Okafor")) == [ConsentStatus.YES, ConsentStatus.NOT_ASKED]
    assert _statuses(page, names.index("Ben Tailor")) == [ConsentStatus.NO, ConsentStatus.NOT_ASKED]
    assert [line.note for line in table.columns] == ["1 of 5", "0 of 5"]
    spoken = table.index(names.index("Ben Tailor"), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ben Tailor, Facebook: no"
    page.grid.show_kind(ConsentKind.NAME)
    assert _statuses(page, names.index("Amara Okafor")) == [ConsentStatus.NOT_ASKED] * 2


def test_enter_opens_a_cell_with_its_history(page_of: OpenPage, school: School, qtbot: QtBot) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    school.say("Amara", FACEBOOK, Answer.NO)
    page = page_of(Role.CONSENT_ADMIN)
    page.show_view(page.grid)
    view = page.grid.table
    view.choose(school.pupils["Amara"].id, FACEBOOK)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    said = words(page.grid.cell)
    assert page.grid.cell.isVisible()
    assert "Picture on Facebook" in said
    assert said.index("No") < said.index("Yes")
    assert "paper form, cabinet 3" in said
    assert "Recorded by Consent_Admin" in said


def test_an_answer_recorded_in_a_cell_shows_at_once_and_keeps_the_cell(
    page_of: OpenPage, school: School, qtbot: QtBot
) -> None:
    page = page_of(Role.CONSENT_ADMIN)
    page.show_view(page.grid)
    page.grid.open_cell(school.pupils["Dev"].id, WEBSITE)
    form = page.grid.cell.form
    assert not form.go.isEnabled()
    form.giver.giver.setEditText("Mr R. Anand")
    qtbot.keyClicks(form.giver.form_version, "2026")
    qtbot.keyClicks(form.giver.evidence, "folder 3")
    press(qtbot, form.go)
    assert "Recorded for Dev Anand" in page.notice.words()
    names = [line.words for line in page.grid.table.table.rows]
    assert _statuses(page, names.index("Dev Anand"))[1] == ConsentStatus.YES
    assert page.grid.cell.isVisible()
    assert "Mr R. Anand" in words(page.grid.cell)


def test_an_answer_entered_by_mistake_is_noted_and_nothing_is_rubbed_out(
    page_of: OpenPage, school: School, qtbot: QtBot
) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    page = page_of(Role.CONSENT_ADMIN)
    page.show_view(page.grid)
    page.grid.open_cell(school.pupils["Amara"].id, FACEBOOK)
    cell = page.grid.cell
    button(cell, "Entered by mistake: yes of parent of Amara").click()
    cell.mistake_go.click()
    assert cell.mistake.problems["evidence"].text() == "Say how it is known."
    cell.mistake.widgets["evidence"].setText("the form in folder 3 says no")
    cell.mistake_go.click()
    assert "The yes is taken back." in page.notice.words()
    kept = consents.consent_history(school.workspace, page.actor, school.pupils["Amara"].id)
    assert [e.answer for e in kept] == [Answer.YES, Answer.WITHDRAWN]
    names = [line.words for line in page.grid.table.table.rows]
    assert _statuses(page, names.index("Amara Okafor"))[0] == ConsentStatus.WITHDRAWN


def test_a_name_in_the_class_leads_to_the_person(page_of: OpenPage, school: School) -> None:
    page = page_of(Role.CONSENT_ADMIN)
    page.show_view(page.grid)
    page.grid.table.row_opened.emit(school.pupils["Ella"].id)
    assert page.person.name == "Ella Moss"
    assert page.sheet.isVisible()


# one person


@pytest.mark.policy("002-18")
def test_a_whole_form_is_recorded_with_the_keyboard(page_of: OpenPage, school: School, qtbot: QtBot) -> None:
    parent = contacts.new(school.pupils["Caitlin"].id, "Mrs J. Price", "mother", parental_responsibility=True)
    add_contact(school.workspace, school.actor(Role.CONSENT_ADMIN), parent)
    page = page_of(Role.CONSENT_ADMIN)
    _choose(page, "Caitlin")
    press(qtbot, page.sheet.form_button)
    form = page.sheet.form
    assert form.giver.relationship.text() == "mother"
    qtbot.keyClick(form.cells[ConsentKind.IMAGE, FACEBOOK], Qt.Key.Key_Y)
    qtbot.keyClick(form.cells[ConsentKind.NAME, FACEBOOK], Qt.Key.Key_N)
    qtbot.keyClick(form.cells[ConsentKind.IMAGE, WEBSITE], Qt.Key.Key_Space)
    qtbot.keyClicks(form.giver.form_version, "2026")
    qtbot.keyClicks(form.giver.evidence, "folder 3, page 12")
    press(qtbot, form.go)
    assert "3 answers" in page.notice.words()
    kept = consents.consent_history(school.workspace, page.actor, school.pupils["Caitlin"].id)
    assert {(e.kind, e.platform_id, e.answer, e.contact_id) for e in kept} == {
        (ConsentKind.IMAGE, FACEBOOK, Answer.YES, parent.id),
        (ConsentKind.NAME, FACEBOOK, Answer.NO, parent.id),
        (ConsentKind.IMAGE, WEBSITE, Answer.YES, parent.id),
    }
    today = school.workspace.clock.today()
    assert {(e.form_version, e.evidence, e.valid_from) for e in kept} == {("2026", "folder 3, page 12", today)}
    assert not form.isVisible()


def test_a_scan_of_the_form_is_kept_with_the_answers(
    page_of: OpenPage, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = tmp_path / "form.pdf"
    scan.write_bytes(b"%PDF-1.4 a signed form\n%%EOF\n")
    page = page_of(Role.CONSENT_ADMIN)
    _choose(page, "Ella")
    press(qtbot, page.sheet.form_button)
    form = page.sheet.form
    form.cells[ConsentKind.IMAGE, FACEBOOK].say(Answer.YES)
    form.giver.giver.setEditText("Mr T. Moss")
    qtbot.keyClicks(form.giver.form_version, "2026")
    assert not form.go.isEnabled()
    form.giver.use_scan(scan)
    assert form.go.isEnabled()
    press(qtbot, form.go)
    [kept] = consents.consent_history(school.workspace, page.actor, school.pupils["Ella"].id)
    assert kept.evidence_file
    form.giver.use_scan(tmp_path / "gone.pdf")
    assert "cannot be read" in form.giver.scan_words.text()


def test_an_entry_is_changed_with_what_is_wrong_said_under_its_field(page_of: OpenPage, qtbot: QtBot) -> None:
    page = page_of(Role.CONSENT_ADMIN)
    _choose(page, "Ben")
    press(qtbot, page.sheet.edit)
    entry = page.sheet.entry
    entry.lines["upn"].setText("A123")
    entry.lines["date_of_birth"].setText("31/02/2016")
    press(qtbot, entry.go)
    assert "slip" in entry.problems["upn"].text()
    assert "4 Sep 2016" in entry.problems["date_of_birth"].text()
    assert entry.problems["upn"].isVisible()
    entry.lines["upn"].clear()
    entry.lines["date_of_birth"].setText("3/2/2016")
    entry.lines["registration_group"].setText("Elm")
    press(qtbot, entry.go)
    assert "class Elm" in page.sheet.facts.text()
    assert "born 3 Feb 2016" in page.sheet.numbers.text()


def test_an_entry_somebody_else_changed_meanwhile_is_never_written_over(
    page_of: OpenPage, school: School, qtbot: QtBot
) -> None:
    page = page_of(Role.CONSENT_ADMIN)
    _choose(page, "Ben")
    press(qtbot, page.sheet.edit)
    entry = page.sheet.entry
    entry.lines["registration_group"].setText("Mine")
    theirs = replace(school.pupils["Ben"], registration_group="Theirs")
    register.change_person(school.workspace, page.actor, theirs)
    press(qtbot, entry.go)
    assert "changed meanwhile" in page.notice.words()
    assert entry.lines["registration_group"].text() == "Mine"
    press(qtbot, button(page.notice, "Copy what I typed"))
    assert "Class: Mine" in QGuiApplication.clipboard().text()
    press(qtbot, button(page.notice, "Look at theirs"))
    assert "class Theirs" in page.sheet.facts.text()
    with school.workspace.database.read() as connection:
        assert people.get(connection, theirs.id).registration_group == "Theirs"


def test_somebody_new_is_added_and_shown(page_of: OpenPage, qtbot: QtBot) -> None:
    page = page_of(Role.CONSENT_ADMIN)
    press(qtbot, page.add_button)
    entry = page.sheet.entry
    press(qtbot, entry.go)
    assert entry.problems["legal_surname"].text() == "A person needs a name."
    qtbot.keyClicks(entry.lines["legal_forename"], "Farah")
    qtbot.keyClicks(entry.lines["legal_surname"], "Malik")
    qtbot.keyClick(entry.lines["legal_surname"], Qt.Key.Key_Return)
    assert page.person.name == "Farah Malik"


def test_a_contact_is_added_with_parental_responsibility(page_of: OpenPage, school: School, qtbot: QtBot) -> None:
    page = page_of(Role.CONSENT_ADMIN)
    _choose(page, "Ella")
    panel = page.sheet.contacts
    press(qtbot, panel.add)
    qtbot.keyClicks(panel.name, "Mr T. Moss")
    qtbot.keyClicks(panel.relationship, "father")
    panel.responsible.setChecked(True)
    press(qtbot, button(panel, "Save the contact"))
    with school.workspace.database.read() as connection:
        [kept] = contacts.of_people(connection, [school.pupils["Ella"].id])
    assert (kept.name, kept.parental_responsibility) == ("Mr T. Moss", True)
    assert "may say yes" in words(panel)


def test_a_hold_shows_to_the_safeguarding_lead_alone(page_of: OpenPage, school: School, qtbot: QtBot) -> None:
    page = page_of(Role.DSL)
    _choose(page, "Amara")
    press(qtbot, page.sheet.hold)
    assert page.sheet.held.isVisible()
    assert page.sheet.hold.accessibleName() == "Lift the hold"
    other = page_of(Role.CONSENT_ADMIN)
    _choose(other, "Amara")
    assert not other.sheet.held.isVisible()
    assert "hold" not in words(other).casefold()


# no


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_every_role_records_a_no_with_two_presses(page_of: OpenPage, school: School, qtbot: QtBot, role: Role) -> None:
    page = page_of(role)
    qtbot.keyClicks(page.search, "amara")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    press(qtbot, page.sheet.says_no)
    press(qtbot, button(page.notice, "A parent"))
    assert "Amara Okafor is not shown any more" in page.notice.words()
    assert "data manager is asked to confirm" in page.notice.words()
    known = consents.snapshot(school.workspace, school.actor(Role.CONSENT_ADMIN), [school.pupils["Amara"].id])
    today = school.workspace.clock.today()
    assert {
        known.standing(school.pupils["Amara"].id, kind=kind, platform_id=platform, today=today).status
        for kind in ConsentKind
        for platform in (FACEBOOK, WEBSITE)
    } == {ConsentStatus.NO}
    assert len(reads.open_tasks(school.workspace, TaskKind.CONFIRM_CONSENT)) == 1


def test_a_no_says_what_followed() -> None:
    said = outcome_words("Amara Okafor", 2, 1)
    assert "2 prepared posts go back" in said
    assert "1 post has to be taken down" in said
    assert PostState.DRAFT.name not in said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4 Sep 2016", (2016, 9, 4)),
        ("04/09/2016", (2016, 9, 4)),
        ("2016-09-04", (2016, 9, 4)),
        ("4 September 2016", (2016, 9, 4)),
        ("31/02/2016", None),
        ("13/14/2016", None),
        ("4 Sep 16", None),
        ("yesterday", None),
    ],
)
def test_a_day_is_read_as_the_office_writes_it(words: str, day: tuple[int, int, int] | None) -> None:
    found = parse_day(words)
    assert (found and (found.year, found.month, found.day)) == day
