"""What follows on the register page: a no settled, faces, leavers, whom to ask again; and Home tells of it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.consent import Answer, ConsentKind, ConsentStatus
from app.domain.contacts import Contact
from app.domain.people import Role
from app.ui.main_window import MainWindow
from app.ui.pages.register import ASK_AGAIN, RegisterPage
from app.ui.words import day
from app.workflow import biometrics, consents, policies, refusals
from app.workflow.contacts import add_contact
from consent_db import contacts
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, type_into, wait_for_page, wait_for_words, words
from tests.schools import FACEBOOK, School


def _register(window: MainWindow, school: School, forename: str) -> RegisterPage:
    window.show_page("register", school.pupils[forename].id)
    page = window.pages["register"]
    assert isinstance(page, RegisterPage)
    assert page.person.forename == forename
    return page


def _mother(school: School, forename: str) -> Contact:
    parent = contacts.new(school.pupils[forename].id, "Mrs A. Okafor", "mother", parental_responsibility=True)
    add_contact(school.workspace, school.actor(Role.CONSENT_ADMIN), parent)
    return parent


def _status(school: School, forename: str) -> ConsentStatus:
    person_id = school.pupils[forename].id
    known = consents.snapshot(school.workspace, school.actor(Role.CONSENT_ADMIN), [person_id])
    today = school.workspace.clock.today()
    return known.standing(person_id, kind=ConsentKind.IMAGE, platform_id=FACEBOOK, today=today).status


def test_home_leads_to_the_family_that_said_no_and_it_is_settled_there(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    _mother(school, "Amara")
    refusals.take_consent_away(school.workspace, school.actor(Role.GOVERNOR), school.pupils["Amara"].id)
    window = open_role(Role.CONSENT_ADMIN)
    assert window.nav_buttons["register"].text().split()[-1] == "1"
    press(qtbot, button(window.current, "Ask and settle: 1 family has to be asked: somebody said no"))
    wait_for_page(qtbot, window, "register")
    page = window.pages["register"]
    assert page.person.forename == "Amara"
    panel = page.sheet.settle
    assert "to settle" in panel.state.words()
    panel.mistake.click()
    assert panel.form.problems["evidence"].text() == "Say how."
    assert panel.form.problems["contact"].text() == "Say who was asked."
    panel.form.widgets["contact"].setCurrentIndex(1)
    type_into(qtbot, panel.form, evidence="telephone call of 4 May, 10:15")
    panel.mistake.click()
    assert "counts again" in page.notice.words()
    assert _status(school, "Amara") is ConsentStatus.YES
    assert not panel.isVisible()


def test_a_no_that_is_theirs_stands(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    _mother(school, "Ben")
    refusals.take_consent_away(school.workspace, school.actor(Role.GOVERNOR), school.pupils["Ben"].id)
    page = _register(open_role(Role.CONSENT_ADMIN), school, "Ben")
    page.sheet.settle.form.widgets["contact"].setCurrentIndex(1)
    type_into(qtbot, page.sheet.settle.form, evidence="letter of 5 May")
    page.sheet.settle.theirs.click()
    assert _status(school, "Ben") is ConsentStatus.NO
    assert not page.sheet.settle.isVisible()


def test_a_child_marked_as_left_is_told_of_on_the_sheet(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    page = _register(open_role(Role.CONSENT_ADMIN), school, "Dev")
    press(qtbot, page.sheet.leave)
    press(qtbot, button(page.notice, "Has left"))
    assert f"on roll until {day(school.workspace.clock.today())}" in page.sheet.facts.text()


def test_a_written_yes_to_comparing_and_a_child_s_no_after_it(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    mother = _mother(school, "Ella")
    page = _register(open_role(Role.CONSENT_ADMIN), school, "Ella")
    panel = page.sheet.biometrics
    assert panel.state.words() == "may not be compared"
    panel.more.click()
    what = panel.form.widgets["what"]
    what.setCurrentIndex(what.findData("yes"))
    type_into(qtbot, panel.form, evidence="folder 4")
    panel.go.click()
    assert panel.form.problems["contact"].text() == "Say which parent."
    panel.form.widgets["contact"].setCurrentIndex(1)
    panel.go.click()
    assert "Mrs A. Okafor: agreed in writing" in _chips(panel)
    panel.object_button.click()
    press(qtbot, button(page.notice, "The child"))
    assert "the child refuses" in _chips(panel)
    facts = biometrics.history(school.workspace, page.actor, school.pupils["Ella"].id)
    assert [(e.fact.value, e.contact_id) for e in facts] == [("YES", mother.id), ("CHILD_REFUSES", None)]


def _chips(panel: object) -> str:
    return words(panel)  # type: ignore[arg-type]


def test_who_must_be_asked_again_is_listed_and_saved_as_a_table(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    window = open_role(Role.CONSENT_ADMIN)
    window.show_page("register", ASK_AGAIN)
    asking = window.pages["register"].asking
    qtbot.waitUntil(lambda: asking.found is not None)
    names = [entry.person.forename for entry in asking.list.rows.items]
    assert "Ben" in names
    asking.groups.setCurrentText("Oak")
    file = tmp_path / "ask.csv"
    asking.save(file)
    wait_for_words(qtbot, window.pages["register"], "only the office")
    assert "Ben" in file.read_text(encoding="utf-8-sig")
    asking.save(tmp_path / "gone" / "ask.csv")
    qtbot.waitUntil(lambda: window.pages["register"].notice.words() != "" and not window.desk.running)
    assert "only the office" not in window.pages["register"].notice.words()
    assert [path.name for path in tmp_path.glob("**/*.csv*")] == ["ask.csv"]
    asking.list.activated.emit(asking.list.rows.index(names.index("Ben")))
    assert window.pages["register"].person.forename == "Ben"


def test_home_says_what_is_due_and_leads_there(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    window = open_role(Role.HEAD)
    home = window.pages["home"]
    said = words(home)
    assert "Look at the privacy settings of Facebook" in said
    press(
        qtbot,
        next(b for b in home.alerts.findChildren(type(window.nav_buttons["home"])) if "privacy" in b.accessibleName()),
    )
    wait_for_page(qtbot, window, "school")
    assert window.pages["school"].part.key == "platforms"


def test_home_of_a_governor_says_nothing_of_platforms(open_role: OpenRole, school: School) -> None:
    assert policies.library(school.workspace) == ()
    window = open_role(Role.GOVERNOR)
    assert "Nothing waits for you." in words(window.current)
